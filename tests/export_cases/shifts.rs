//! What was said in a shift, and the statements about it.

use three_rings::content::language::Language::ZhHans;
use three_rings::export::choices::{Choice, Taken, Worth};
use three_rings::export::xapi::iri::extension;
use three_rings::export::xapi::{Names, json, statements};
use three_rings::play::drill::act::Act;
use three_rings::play::drill::shift::Shift;
use three_rings::play::drill::state::Who;
use three_rings::proof::desk::{Bot, work};
use three_rings::record::attempt::Status;
use three_rings::record::summary::Summary;

use crate::export_kit::{TYPED, Trained, material, typed_shift};
use crate::support::shipped_shifts;

fn told(trained: &Trained) -> Vec<Choice> {
    material(&[trained]).trainees[0].attempts[0].record.choices().to_vec()
}

fn kept(shift: &Shift) -> Trained {
    let mut trained = Trained::new("乙", 2);
    trained.keep_shift(shift, ZhHans, Status::GivenUp);
    trained
}

#[test]
fn everything_said_in_a_shift_is_a_choice_with_the_offers_that_stood() {
    for card in shipped_shifts() {
        for (seed, bot) in [(1, Bot::Perfect), (2, Bot::Longest), (3, Bot::Random)] {
            let shift = work(card.clone(), seed, bot);
            let choices = told(&kept(&shift));
            let spoken = shift.inputs().iter().filter(|input| matches!(input.act, Act::Say(_) | Act::Speak(_)));
            assert_eq!(choices.len(), spoken.count());
            let calls = &shift.state().calls;
            let mut said: Vec<(u32, &str)> = calls
                .iter()
                .flat_map(|call| &call.said)
                .filter(|said| !matches!(said.who, Who::Caller(_)))
                .map(|said| (said.at_ms, said.text.as_ref()))
                .collect();
            said.sort_by_key(|(at_ms, _)| *at_ms);
            let told = choices.iter().map(|it| it.words.as_deref().unwrap_or_default()).collect::<Vec<_>>();
            assert_eq!(told, said.iter().map(|(_, text)| *text).collect::<Vec<_>>());
            for choice in &choices {
                let taken = choice.taken().map(|it| it.words.as_str());
                assert!(choice.taken == Taken::Own || taken == choice.words.as_deref(), "{}", choice.question);
                assert!(choice.mood.is_none() && choice.crossed.is_empty(), "nothing is made up");
            }
        }
    }
}

#[test]
fn by_the_book_everything_said_is_the_best() {
    for card in shipped_shifts() {
        let choices = told(&kept(&work(card, 4, Bot::Perfect)));
        assert!(choices.iter().all(|choice| choice.worth == Worth::Best), "{choices:#?}");
        assert!(choices.iter().any(|choice| choice.question == "call-1/opening" && choice.stage == "opening"));
        assert!(choices.iter().any(|choice| choice.question == "call-1/exchange-1" && choice.stage == "talk"));
        assert!(choices.iter().any(|choice| choice.lesson.ends_with("/exchange-1")));
        assert!(choices.iter().any(|choice| choice.lesson == "standing/goodbye"));
    }
}

#[test]
fn a_careless_shift_names_what_would_have_been_better() {
    let card = shipped_shifts().next().expect("a shift");
    let choices = told(&kept(&work(card, 5, Bot::First)));
    let worse: Vec<&Choice> = choices.iter().filter(|choice| choice.worth != Worth::Best).collect();
    assert!(!worse.is_empty());
    for choice in worse {
        let better = choice.better().expect("something better was offered");
        assert!(better.is_best && !better.why.is_empty(), "{}", choice.question);
    }
}

#[test]
fn a_typed_sentence_is_worth_what_was_heard_in_it_and_is_told_only_with_names() {
    let trained = kept(&typed_shift("first-day", 6));
    let choices = told(&trained);
    let typed: Vec<&Choice> = choices.iter().filter(|choice| choice.taken == Taken::Own).collect();
    assert!(!typed.is_empty());
    let opening = typed.iter().find(|choice| choice.stage == "opening").expect("a typed opening");
    assert_eq!((opening.words.as_deref(), opening.worth), (Some(TYPED), Worth::Fair));
    assert!(opening.missed.contains(&"Unit".to_owned()) && opening.better().is_some(), "{opening:?}");
    let material = material(&[&trained]);
    assert!(!json(&material, Names::Withheld).expect("JSON").contains(TYPED));
    assert!(json(&material, Names::Given).expect("JSON").contains(TYPED));
}

#[test]
fn the_end_of_a_shift_counts_rings() {
    let mut trained = Trained::new("乙", 2);
    trained.shift("front-desk", ZhHans, Bot::Slow, 7);
    let Summary::Shift(summary) = &trained.kept[0].attempt.summary else { panic!("a shift") };
    let within = summary.rings.iter().filter(|rings| rings.is_some_and(|rings| rings <= summary.within)).count();
    let material = material(&[&trained]);
    let last = statements(&material, Names::Withheld).pop().expect("statements");
    let rings = &last.result.expect("a result").extensions[&extension("rings")];
    assert_eq!(rings["within"], within);
    assert_eq!(rings["total"], summary.rings.len());
    assert_eq!(rings["limit"], summary.within);
}
