//! The questions that ship: enough of them, on everything that is to be taught, and none that can be guessed.

mod support;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use support::quiz::{bank, blueprints, cards, cards_of, drawn};
use support::shipped;
use three_rings::content::drill::Check;
use three_rings::content::language::Language;
use three_rings::content::quiz::card::{ChoiceCard, QuestionCard, Task};
use three_rings::content::shelf::Setting;
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::exam::{Act, Input, Sitting};
use three_rings::play::quiz::mark::{Mark, mark};
use three_rings::play::quiz::paper::of_exam;
use three_rings::play::quiz::reply::Reply;

/// With how many seeds somebody who does not read sits each exam.
const EXAMS: u64 = 200;

mod what_there_is {
    use super::*;

    #[test]
    fn a_trainers_question_takes_the_place_of_the_shipped_one_of_its_id() {
        let (mut shelf, shipped) = (three_rings::content::shipped::shelf(), bank().entries()[0].id.clone());
        let text = format!(
            "Quiz(id: \"mine\", title: \"t\", questions: [(id: \"{shipped}\", topic: Desk, items: [45], \
             ask: \"三声是九秒？\", answer: TrueFalse(true), why: \"一声三秒。\")])"
        );
        let source = three_rings::diagnostic::Source { name: "mine.ron".to_owned(), text };
        let (content, problems) = three_rings::content::shelf::read(&source.text);
        assert!(problems.is_empty());
        shelf.add(source, content.expect("questions"));
        let together = three_rings::content::quiz::bank::Bank::of(&shelf);
        assert_eq!(together.entries().len(), bank().entries().len());
        let entry = together.entry(&shipped).expect("it is there");
        assert_eq!(shelf.question(entry.place).expect("its own").ask.value, "三声是九秒？");
        assert_eq!(together.point_of(entry), &*shipped, "and has left the point it was a wording of");
    }

    #[test]
    fn there_are_at_least_150_questions() {
        assert_eq!(cards().len(), bank().entries().len(), "every question written can be asked");
        assert!(cards().len() >= 150, "{}", cards().len());
    }

    #[test]
    fn each_of_the_47_items_is_tested_by_at_least_three() {
        let tested = |item: u32| cards().iter().filter(|card| card.items.contains(&item)).count();
        let few: Vec<(u32, usize)> =
            (1..=47).map(|item| (item, tested(item))).filter(|(_, count)| *count < 3).collect();
        assert!(few.is_empty(), "item, questions: {few:?}");
    }

    #[test]
    fn every_kind_of_question_occurs_at_least_five_times() {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        cards().iter().for_each(|card| *kinds.entry(card.task.word()).or_default() += 1);
        assert!(kinds.len() == 11 && kinds.values().all(|count| *count >= 5), "{kinds:?}");
    }

    #[test]
    fn whatever_a_shift_can_miss_at_least_two_small_calls_train() {
        for &check in Check::ALL {
            let is_call =
                |card: &&Arc<QuestionCard>| matches!(&card.task, Task::Call { exchanges, .. } if exchanges.len() == 2);
            let calls = cards().iter().filter(|card| card.trains.contains(&check)).filter(is_call).count();
            assert!(calls >= 2, "{check:?} is trained by {calls}");
            assert_eq!(bank().training(check).count(), cards().iter().filter(|it| it.trains.contains(&check)).count());
        }
    }

    #[test]
    fn most_points_can_be_asked_anew_in_other_words() {
        let has_another = |point: &str| bank().wordings(point).count() > 1;
        let again = cards().iter().filter(|card| has_another(&card.point)).count();
        assert!(again * 2 >= cards().len(), "{again} of {}", cards().len());
    }

    #[test]
    fn wordings_of_one_point_are_different_questions_on_one_topic() {
        let mut of: HashMap<&str, Vec<&QuestionCard>> = HashMap::new();
        cards().iter().for_each(|card| of.entry(&card.point).or_default().push(card));
        for (point, wordings) in of {
            assert!(wordings.iter().all(|it| it.topic == wordings[0].topic), "{point}");
            let asked: BTreeSet<String> = wordings.iter().map(|it| format!("{} {:?}", it.ask, it.task)).collect();
            assert_eq!(asked.len(), wordings.len(), "{point} is asked twice in the same words");
        }
    }

    #[test]
    fn what_was_put_together_anew_is_marked_so() {
        let of_item_20: Vec<_> = cards().iter().filter(|card| card.items.contains(&20)).collect();
        assert!(of_item_20.len() >= 3 && of_item_20.iter().all(|card| card.is_reconstructed));
    }

    #[test]
    fn at_least_25_questions_say_what_todays_law_changed() {
        let changed = cards().iter().filter(|card| card.changed.as_ref().is_some_and(|it| !it.is_empty())).count();
        assert!(changed >= 25, "{changed}");
    }

    #[test]
    fn every_article_that_is_cited_is_shown_in_its_words() {
        for quiz in shipped().quizzes.iter().filter_map(|stack| stack.quiz()) {
            for question in &quiz.questions {
                let card = support::quiz::card(&question.id.value);
                assert_eq!(card.laws.len(), question.laws.len(), "{}", card.id);
                assert!(card.laws.iter().all(|law| !law.text.is_empty() && !law.version.is_empty()), "{}", card.id);
            }
        }
    }
}

#[test]
fn every_question_is_asked_in_every_language_with_the_same_right_answer() {
    for &language in Language::ALL {
        let there = cards_of(shipped(), Setting { language, ..Setting::default() });
        assert_eq!(there.len(), cards().len());
        for (here, there) in cards().iter().zip(&there) {
            assert_eq!((&here.id, here.task.word()), (&there.id, there.task.word()));
            let right = Reply::right(&here.task);
            if !matches!(right, Reply::Typed(_) | Reply::Notes(_)) {
                assert_eq!(right, Reply::right(&there.task), "{} in {language:?}", here.id);
            }
            assert!(mark(there, &right).is_right(), "{}: typed in one script, right in the other", here.id);
            // English words are understood where English is read; both scripts are understood everywhere.
            if language != Language::En || !matches!(right, Reply::Typed(_) | Reply::Notes(_)) {
                assert!(mark(here, &Reply::right(&there.task)).is_right(), "{}: and the other way about", here.id);
            }
            assert!(mark(there, &Reply::right(&there.task)).is_right(), "{} in {language:?}", here.id);
        }
    }
}

#[test]
fn no_text_has_an_unfilled_place_in_it() {
    for card in cards() {
        let all = format!("{card:?}");
        assert!(!all.contains("{room}") && !all.contains("{arrears}") && !all.contains('‖'), "{}", card.id);
    }
}

/// Somebody who answers without reading.
#[derive(Clone, Copy, Debug)]
enum Bot {
    /// Always what is longest.
    Longest,
    /// Always what is shown first; that it holds; steps as they stand.
    FirstShown,
    /// Whatever.
    Random,
}

impl Bot {
    fn pick(self, choices: &[ChoiceCard], dealt: &[usize], dice: &mut Xoshiro256PlusPlus) -> usize {
        match self {
            Self::Longest => longest(choices),
            Self::FirstShown => dealt[0],
            Self::Random => dice.random_range(0..choices.len()),
        }
    }

    fn answers(self, card: &QuestionCard, deal: &Deal, dice: &mut Xoshiro256PlusPlus) -> Reply {
        let is_random = matches!(self, Self::Random);
        let mut any = |len: usize| if is_random { dice.random_range(0..len) } else { 0 };
        match &card.task {
            Task::TrueFalse(_) => Reply::Says(Some(any(2) == 0)),
            Task::Order(steps) => {
                let mut order = deal.order(0).to_vec();
                if is_random {
                    order = (0..steps.len()).collect();
                    order.shuffle(dice);
                }
                Reply::Puts(order)
            }
            Task::Baskets { baskets, cards } => Reply::Sorts(cards.iter().map(|_| Some(any(baskets.len()))).collect()),
            Task::Match { rows, columns, .. } => {
                let mut cell = |column: usize| Some(deal.order(column)[any(columns[column].len())]);
                Reply::Matches(rows.iter().map(|_| (0..columns.len()).map(&mut cell).collect()).collect())
            }
            Task::FindFault { talk, faults, .. } => {
                let line = Some(any(talk.len()));
                Reply::Finds { line, fault: Some(self.pick(faults, deal.order(0), dice)) }
            }
            Task::Multiple(choices) if is_random => {
                Reply::Picks((0..choices.len()).filter(|_| dice.random_range(0..2) == 0).collect())
            }
            Task::Single(choices) => Reply::Pick(Some(self.pick(choices, deal.order(0), dice))),
            Task::Multiple(choices) => Reply::Picks(vec![self.pick(choices, deal.order(0), dice)]),
            Task::Call { exchanges, .. } => {
                let reply = |(turn, it): (usize, &three_rings::content::quiz::card::ExchangeCard)| {
                    Some(self.pick(&it.replies, deal.order(turn), dice))
                };
                Reply::Replies(exchanges.iter().enumerate().map(reply).collect())
            }
            Task::Number { .. } => Reply::Typed(any(30).to_string()),
            Task::Short(_) | Task::Note { .. } => Reply::blank(&card.task, deal),
        }
    }

    /// Sits an exam to its end.
    fn sits(self, mut sitting: Sitting, seed: u64) -> Sitting {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
        for place in 0..sitting.paper().len() {
            let reply = self.answers(&sitting.paper()[place].clone(), sitting.deal(place), &mut dice);
            let taken = sitting.take(Input { at_ms: 1, act: Act::Answer { place, reply } });
            assert_eq!(taken, Ok(()), "{self:?} {}", sitting.paper()[place].id);
        }
        sitting.take(Input { at_ms: 2, act: Act::HandIn }).expect("in time");
        sitting
    }
}

fn longest(choices: &[ChoiceCard]) -> usize {
    let chars = |choice: &ChoiceCard| choice.say.chars().count();
    let most = choices.iter().map(chars).max().expect("choices");
    choices.iter().position(|choice| chars(choice) == most).expect("the longest")
}

mod guessing {
    use super::*;

    #[test]
    fn whoever_does_not_read_passes_no_exam() {
        for blueprint in blueprints() {
            for bot in [Bot::Longest, Bot::FirstShown, Bot::Random] {
                let sat = (0..EXAMS).map(|seed| bot.sits(drawn(&blueprint, seed), seed));
                let scores: Vec<(u32, bool)> = sat.map(|sitting| (sitting.score(), sitting.is_passed())).collect();
                let passed = scores.iter().filter(|(_, is_passed)| *is_passed).count();
                let best = scores.iter().map(|(score, _)| score).max();
                assert_eq!(passed, 0, "{bot:?} passes {}: best {best:?}", blueprint.id);
            }
        }
    }

    #[test]
    fn what_is_longest_is_right_in_at_most_two_fifths() {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(0);
        let mut marks: BTreeMap<&str, Vec<Mark>> = BTreeMap::new();
        for card in
            cards().iter().filter(|it| matches!(it.task, Task::Single(_) | Task::Multiple(_) | Task::Call { .. }))
        {
            let reply = Bot::Longest.answers(card, &Deal::new(card, 0), &mut dice);
            marks.entry(card.task.word()).or_default().push(mark(card, &reply));
        }
        let credit = |marks: &[Mark]| marks.iter().map(|it| usize::from(it.credit)).sum::<usize>() / marks.len();
        let of_each: BTreeMap<&str, usize> = marks.iter().map(|(kind, marks)| (*kind, credit(marks))).collect();
        let all: Vec<Mark> = marks.values().flatten().copied().collect();
        assert!(
            of_each.len() == 3 && all.len() > 100 && credit(&all) <= 400,
            "{of_each:?} in thousandths, {}",
            credit(&all)
        );
        assert!(of_each.values().all(|it| *it <= 400), "{of_each:?}");
    }

    #[test]
    fn to_say_always_that_it_holds_is_right_about_half_the_time() {
        let says: Vec<bool> = cards()
            .iter()
            .filter_map(|card| if let Task::TrueFalse(holds) = card.task { Some(holds) } else { None })
            .collect();
        let holds = says.iter().filter(|holds| **holds).count() * 100 / says.len();
        assert!((35..=65).contains(&holds), "{holds} % of {}", says.len());
    }

    #[test]
    fn whoever_knows_everything_has_100_in_every_exam() {
        for blueprint in blueprints() {
            for seed in 0..20 {
                let mut sitting = drawn(&blueprint, seed);
                for place in 0..sitting.paper().len() {
                    let reply = Reply::right(&sitting.paper()[place].task);
                    sitting.take(Input { at_ms: 1, act: Act::Answer { place, reply } }).expect("it fits");
                }
                assert_eq!((sitting.score(), sitting.is_passed()), (100, true), "{} {seed}", blueprint.id);
            }
        }
    }
}

mod drawing {
    use super::*;

    #[test]
    fn every_exam_has_its_count_and_no_point_twice_whatever_the_seed() {
        assert!(blueprints().count() >= 2);
        for blueprint in blueprints() {
            for seed in 0..1_000 {
                let paper = of_exam(&blueprint, bank(), seed, |_| true);
                assert_eq!(paper.len(), blueprint.count(), "{} {seed}", blueprint.id);
                let points: BTreeSet<u32> = paper.iter().map(|entry| entry.point).collect();
                assert_eq!(points.len(), paper.len(), "{} {seed}: a point twice", blueprint.id);
            }
        }
    }

    #[test]
    fn every_draw_of_a_blueprint_is_honoured() {
        for blueprint in blueprints() {
            for seed in 0..100 {
                let paper = of_exam(&blueprint, bank(), seed, |_| true);
                for draw in &blueprint.draws {
                    let of_its_sort = paper.iter().filter(|entry| draw.fits(entry)).count();
                    assert!(of_its_sort >= draw.count, "{} {seed}: {of_its_sort} of {draw:?}", blueprint.id);
                }
            }
        }
    }

    #[test]
    fn seeds_draw_different_exams_and_over_time_all_there_is() {
        for blueprint in blueprints() {
            let ids = |seed: u64| {
                of_exam(&blueprint, bank(), seed, |_| true).iter().map(|it| it.id.clone()).collect::<Vec<_>>()
            };
            assert_eq!(ids(7), ids(7));
            assert_ne!(ids(7), ids(8));
            let drawn: BTreeSet<Box<str>> = (0..1_000).flat_map(ids).collect();
            let fits = bank().entries().iter().filter(|entry| blueprint.draws.iter().any(|draw| draw.fits(entry)));
            assert_eq!(drawn.len(), fits.count(), "{}", blueprint.id);
        }
    }
}

#[test]
fn what_is_right_stands_as_often_in_one_place_as_in_another() {
    const CHOICES: usize = 4;
    let mut places = [0_usize; CHOICES];
    for card in cards() {
        let Task::Single(choices) = &card.task else { continue };
        let right = |seed: u64| Deal::new(card, seed).order(0).iter().position(|&it| choices[it].is_right);
        if choices.len() == CHOICES {
            (0..50).for_each(|seed| places[right(seed).expect("a right one")] += 1);
        }
    }
    let share = places.iter().sum::<usize>() / CHOICES;
    assert!(share > 1_000 && places.iter().all(|count| count.abs_diff(share) * 10 < share), "{places:?}");
}
