//! Questions for the drivers about quizzes: those that ship, a small bank with one of each kind, and how an answer is typed.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::{files_below, root, shipped, text_of};
use three_rings::content::quiz::bank::Bank;
use three_rings::content::quiz::card::{ChoiceCard, ExamCard, QuestionCard, Task};
use three_rings::content::scenario::Slot;
use three_rings::content::shelf::{Setting, Shelf, read};
use three_rings::diagnostic::{Source, render};
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::exam::Sitting;
use three_rings::play::quiz::paper::of_exam;
use three_rings::play::quiz::reply::Reply;

/// The bank that ships.
pub fn bank() -> &'static Bank {
    static BANK: LazyLock<Bank> = LazyLock::new(|| Bank::of(shipped()));
    &BANK
}

/// Every question that ships, ready to be asked, in the order of the files.
pub fn cards() -> &'static [Arc<QuestionCard>] {
    static CARDS: LazyLock<Vec<Arc<QuestionCard>>> = LazyLock::new(|| cards_of(shipped(), Setting::default()));
    &CARDS
}

/// Every question of a shelf, ready to be asked.
pub fn cards_of(shelf: &Shelf, setting: Setting<'_>) -> Vec<Arc<QuestionCard>> {
    let card = |(source, question)| {
        let card = shelf.asked(question, setting);
        card.unwrap_or_else(|problems| panic!("{}", render(source, &problems)))
    };
    let questions = shelf.quizzes.iter().flat_map(|stack| {
        stack.quiz().into_iter().flat_map(move |quiz| quiz.questions.iter().map(move |it| (stack.source(), it)))
    });
    questions.map(card).collect()
}

/// A question that ships.
pub fn card(id: &str) -> &'static Arc<QuestionCard> {
    static BY_ID: LazyLock<HashMap<&str, &Arc<QuestionCard>>> =
        LazyLock::new(|| cards().iter().map(|card| (card.id.as_ref(), card)).collect());
    BY_ID.get(id).copied().unwrap_or_else(|| panic!("no question `{id}`"))
}

/// The blueprints that ship.
pub fn blueprints() -> impl Iterator<Item = Arc<ExamCard>> {
    shipped().exams.iter().map(|(_, exam)| Arc::new(shipped().exam_card(exam, Setting::default().language)))
}

/// An exam of a blueprint that ships, as a seed draws it: like [`Sitting::drawn`], but every question is made ready once for
/// all exams.
pub fn drawn(blueprint: &Arc<ExamCard>, seed: u64) -> Sitting {
    let paper = of_exam(blueprint, bank(), seed, |_| true).into_iter().map(|entry| card(&entry.id).clone()).collect();
    Sitting::new(blueprint.clone(), paper, seed)
}

/// The small bank in `tests/quiz`, as it is written.
pub fn small_quiz() -> Shelf {
    small_quiz_with(|_, text| text)
}

/// The small bank, each file changed somehow, told by its name.
pub fn small_quiz_with(change: impl Fn(&str, String) -> String) -> Shelf {
    let mut shelf = Shelf::default();
    for path in files_below(&root("tests/quiz"), "ron") {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let source = Source { text: change(&name, text_of(&path)), name };
        let (content, problems) = read(&source.text);
        assert!(problems.is_empty(), "{}", render(&source, &problems));
        shelf.add(source, content.expect("content"));
    }
    shelf
}

/// A question of the small bank.
pub fn small_card(id: &str) -> Arc<QuestionCard> {
    static CARDS: LazyLock<Vec<Arc<QuestionCard>>> = LazyLock::new(|| cards_of(&small_quiz(), Setting::default()));
    CARDS.iter().find(|card| card.id.as_ref() == id).unwrap_or_else(|| panic!("no `{id}`")).clone()
}

/// The exam of the small bank.
pub fn small_exam(shelf: &Shelf, seed: u64, setting: Setting<'_>) -> Sitting {
    let (_, exam) = shelf.exam("small-exam").expect("the small exam");
    Sitting::drawn(exam, &Bank::of(shelf), shelf, seed, setting)
}

/// An answer of which nothing is right.
pub fn wrong(task: &Task) -> Reply {
    let wrong = |choices: &[ChoiceCard]| choices.iter().position(|it| !it.is_right);
    match task {
        Task::Single(choices) => Reply::Pick(wrong(choices)),
        Task::Multiple(choices) => Reply::Picks(wrong(choices).into_iter().collect()),
        Task::TrueFalse(holds) => Reply::Says(Some(!holds)),
        Task::Order(steps) => Reply::Puts((0..steps.len()).rev().collect()),
        Task::Baskets { baskets, cards } => {
            Reply::Sorts(cards.iter().map(|(_, basket)| Some((basket + 1) % baskets.len())).collect())
        }
        Task::Match { rows, columns, .. } => {
            let beside = |row: usize| vec![Some((row + 1) % rows.len()); columns.len()];
            Reply::Matches((0..rows.len()).map(beside).collect())
        }
        Task::Number { .. } => Reply::Typed("987654".into()),
        Task::Short(_) => Reply::Typed("说不上来".into()),
        Task::FindFault { talk, line, faults } => {
            Reply::Finds { line: (0..talk.len()).find(|other| other != line), fault: wrong(faults) }
        }
        Task::Note { .. } => Reply::Notes(vec!["甲乙丙".into(); Slot::ALL.len()]),
        Task::Call { exchanges, .. } => Reply::Replies(exchanges.iter().map(|it| wrong(&it.replies)).collect()),
    }
}

/// The line that says an answer, by the numbers things stand under; a dash is nothing.
pub fn line_of(deal: &Deal, reply: &Reply) -> String {
    const NOTHING: &str = "-";
    let number = |place: Option<usize>| place.map_or_else(|| NOTHING.into(), |place| (place + 1).to_string());
    let under = |list: usize, place: Option<usize>| {
        number(place.map(|it| deal.order(list).iter().position(|dealt| *dealt == it).expect("a place that was dealt")))
    };
    let all = |words: Vec<String>| words.join(" ");
    match reply {
        Reply::Pick(place) => under(0, *place),
        Reply::Picks(places) if places.is_empty() => NOTHING.into(),
        Reply::Picks(places) => all(places.iter().map(|&place| under(0, Some(place))).collect()),
        Reply::Says(says) => says.map_or(NOTHING, |says| if says { "对" } else { "不对" }).into(),
        Reply::Puts(order) => all(order.iter().map(|&step| under(0, Some(step))).collect()),
        Reply::Sorts(sorted) => all(deal.order(0).iter().map(|&card| number(sorted[card])).collect()),
        Reply::Matches(rows) => {
            let row = |cells: &Vec<Option<usize>>| {
                let cells = cells.iter().enumerate().map(|(column, place)| under(column, *place));
                cells.collect::<Vec<_>>().join("/")
            };
            all(rows.iter().map(row).collect())
        }
        Reply::Typed(text) => text.clone(),
        Reply::Finds { line, fault } => format!("{} {}", number(*line), under(0, *fault)),
        Reply::Notes(boxes) => {
            let named = Slot::ALL.iter().zip(boxes).flat_map(|(slot, text)| {
                text.split('；').filter(|it| !it.is_empty()).map(|it| format!("{}={it}", slot.word()))
            });
            named.collect::<Vec<_>>().join("；")
        }
        Reply::Replies(places) => all(places.iter().enumerate().map(|(turn, place)| under(turn, *place)).collect()),
    }
}

/// Something that looks like an answer, or does not.
pub fn any_reply() -> impl Strategy<Value = Reply> {
    let place = || prop::option::of(0..9_usize);
    let places = || prop::collection::vec(place(), 0..9);
    let text = || prop_oneof![".{0,40}", "[0-9三九十百.]{0,6}", Just("长".repeat(501))];
    prop_oneof![
        place().prop_map(Reply::Pick),
        prop::collection::vec(0..9_usize, 0..9).prop_map(Reply::Picks),
        prop::option::of(any::<bool>()).prop_map(Reply::Says),
        Just((0..7).collect::<Vec<usize>>()).prop_shuffle().prop_map(Reply::Puts),
        prop::collection::vec(0..9_usize, 0..9).prop_map(Reply::Puts),
        places().prop_map(Reply::Sorts),
        prop::collection::vec(prop::collection::vec(place(), 0..3), 0..7).prop_map(Reply::Matches),
        text().prop_map(Reply::Typed),
        (place(), place()).prop_map(|(line, fault)| Reply::Finds { line, fault }),
        prop::collection::vec(text(), 5..8).prop_map(Reply::Notes),
        places().prop_map(Reply::Replies),
    ]
}

/// A question that ships, or one of the small bank.
pub fn any_card() -> impl Strategy<Value = Arc<QuestionCard>> {
    let small = cards_of(&small_quiz(), Setting::default());
    prop_oneof![prop::sample::select(cards().to_vec()), prop::sample::select(small)]
}
