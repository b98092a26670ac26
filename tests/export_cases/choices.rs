//! What was said in a call, one thing after the other.

use three_rings::content::language::Language::{self, En, ZhHans, ZhHant};
use three_rings::export::choices::{Choice, Taken, Worth};
use three_rings::play::step::{Act, Input};
use three_rings::proof::Policy;
use three_rings::record::attempt::Status;
use three_rings::record::summary::Summary;
use uuid::Uuid;

use crate::export_kit::{THINKS_MS, Trained, material, played, replayed, silent};
use crate::support::SHIPPED;

/// The choices of a call played by somebody, in a language.
fn choices(scenario: &str, language: Language, policy: Policy, seed: u64) -> Vec<Choice> {
    let mut trained = Trained::new("甲", 1);
    trained.call(scenario, language, policy, seed);
    told(&trained)
}

/// The choices of a trainee's only attempt.
fn told(trained: &Trained) -> Vec<Choice> {
    let material = material(&[trained]);
    material.trainees[0].attempts[0].record.choices().to_vec()
}

#[test]
fn in_a_perfectly_played_call_every_choice_is_the_best() {
    for scenario in SHIPPED {
        let choices = choices(scenario, ZhHans, Policy::Recommended, 3);
        assert!(choices.len() > 5, "{scenario}");
        for choice in &choices {
            assert_eq!((choice.worth, choice.worth.credit()), (Worth::Best, 1_000), "{scenario} {}", choice.question);
            assert_eq!(choice.better, None, "{scenario} {}", choice.question);
        }
    }
}

#[test]
fn a_careless_call_names_what_would_have_been_better() {
    for scenario in SHIPPED {
        let choices = choices(scenario, ZhHans, Policy::FirstShown, 3);
        let worse: Vec<&Choice> = choices.iter().filter(|choice| choice.worth != Worth::Best).collect();
        assert!(!worse.is_empty(), "{scenario}");
        for choice in worse {
            let Some(better) = choice.better() else { continue };
            assert!(better.is_best && Some(better) != choice.taken(), "{scenario} {}", choice.question);
            assert!(!better.words.is_empty());
        }
    }
}

#[test]
fn what_is_recommended_among_the_offers_is_what_the_debrief_recommends() {
    for (scenario, seed) in SHIPPED.iter().zip(0..).flat_map(|(it, n)| [(it, n), (it, n + 50), (it, n + 100)]) {
        for choice in choices(scenario, ZhHans, Policy::Random, seed) {
            let is_best = choice.taken().is_some_and(|offer| offer.is_best);
            let is_crossed = matches!(choice.worth, Worth::Yellow | Worth::Red);
            let is_at_fault = is_best != (choice.worth == Worth::Best) && !is_crossed;
            assert!(!is_at_fault, "{scenario} {seed} {}", choice.question);
            assert!(choice.better.is_none() || !is_best, "{scenario} {seed} {}", choice.question);
        }
    }
}

#[test]
fn a_choice_says_what_was_offered_in_the_order_shown_and_what_was_taken() {
    let choices = choices("busy-owner", ZhHans, Policy::Random, 8);
    for (place, choice) in (1..).zip(&choices) {
        assert_eq!(choice.place, place);
        let numbers: Vec<u8> = choice.offered.iter().map(|offer| offer.number).collect();
        assert_eq!(numbers, (1..=u8::try_from(numbers.len()).expect("few")).collect::<Vec<_>>());
        let ids: std::collections::BTreeSet<&str> = choice.offered.iter().map(|offer| offer.id.as_str()).collect();
        assert_eq!(ids.len(), choice.offered.len(), "{ids:?}");
        let taken = choice.taken().expect("something that was offered");
        assert!(choice.is_cut_short || choice.words.as_deref() == Some(&taken.words), "{}", choice.question);
        assert!(choice.before.as_deref().is_some_and(|before| !before.is_empty()), "{}", choice.question);
    }
    assert!(choices.iter().any(|choice| choice.question == "prepare.time_slot" && choice.stage == "prepare"));
    assert!(choices.iter().any(|choice| choice.stage == "talk"));
    assert!(choices.iter().any(|choice| choice.question == "log.when" && choice.stage == "log"));
}

#[test]
fn thinking_counts_from_when_the_owner_has_finished_and_talking_over_takes_none() {
    let patient = played("busy-owner", ZhHans, Policy::Recommended, 3);
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&patient, ZhHans, Status::Finished);
    let choices = told(&trained);
    assert!(choices.iter().all(|choice| choice.took_ms == THINKS_MS && !choice.is_over));
    assert!(choices.iter().any(|choice| choice.after_ms > THINKS_MS), "the owner's words last");

    let first_talk = choices.iter().position(|choice| choice.stage == "talk").expect("a talk");
    let mut inputs = patient.inputs();
    inputs.truncate(first_talk);
    let mut hasty = three_rings::play::call::Call::replay(patient.script().clone(), patient.seed(), &inputs)
        .expect("the same answers");
    hasty.take(Input { after_ms: 10, act: Act::Reply(0) }).expect("an answer");
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&hasty, ZhHans, Status::GivenUp);
    let choice = told(&trained).pop().expect("a choice");
    assert_eq!((choice.is_over, choice.took_ms, choice.after_ms), (true, 0, 10));
}

#[test]
fn silence_is_a_choice_with_no_words() {
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&silent(), ZhHans, Status::GivenUp);
    let silence = told(&trained).pop().expect("a choice");
    assert_eq!((silence.taken, silence.words.clone(), silence.worth), (Taken::Silence, None, Worth::Silent));
    assert!(silence.better().is_some() && !silence.why.is_empty());
    let (before, after) = silence.mood.expect("a call has a mood");
    assert!(after.patience < before.patience, "silence costs patience");
}

#[test]
fn a_red_line_appears_with_its_rule() {
    let crossed = (0..200).find_map(|seed| {
        let choices = choices("angry-owner", ZhHans, Policy::Random, seed);
        choices.into_iter().find(|choice| choice.worth == Worth::Red)
    });
    let choice = crossed.expect("somebody crosses a red line");
    assert_eq!(choice.worth.credit(), 0);
    assert!(choice.crossed.iter().any(|it| it.level == "red" && !it.rule.is_empty() && !it.name.is_empty()));
}

#[test]
fn a_call_broken_off_in_the_middle_has_the_choices_made_until_then() {
    let whole = played("evasive-owner", ZhHans, Policy::Recommended, 5);
    let half = whole.back_to(whole.beats().len() / 2);
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&half, ZhHans, Status::GivenUp);
    assert_eq!(told(&trained).len(), half.beats().len());
}

#[test]
fn what_a_retry_took_over_is_marked_and_takes_no_time() {
    let call = played("busy-owner", ZhHans, Policy::Recommended, 3);
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&call, ZhHans, Status::Finished);
    trained.takes_up(Uuid::from_u128(9), 4);
    let choices = told(&trained);
    assert!(choices.iter().all(|choice| choice.is_carried == (choice.place <= 4)));
    assert_eq!(choices[3].at_ms, 0);
    assert_eq!(choices[4].at_ms, u64::from(choices[4].after_ms));
}

#[test]
fn the_words_are_those_of_the_language_it_was_played_in() {
    let of = |language| choices("busy-owner", language, Policy::Recommended, 3);
    let (simplified, traditional, english) = (of(ZhHans), of(ZhHant), of(En));
    assert_eq!(simplified[0].question, traditional[0].question);
    assert_ne!(simplified[0].before, traditional[0].before);
    let enough = |choices: &[Choice]| {
        let offers = choices.iter().flat_map(|choice| choice.offered.clone());
        offers.into_iter().find(|offer| offer.id == "enough").map(|offer| offer.words)
    };
    assert_eq!(enough(&simplified).as_deref(), Some("就这些"));
    assert_eq!(enough(&traditional).as_deref(), Some("就這些"));
    assert!(enough(&english).is_some_and(|words| words.is_ascii()));
}

#[test]
fn the_moods_follow_on_one_another() {
    for pair in choices("angry-owner", ZhHans, Policy::Random, 11).windows(2) {
        assert_eq!(pair[0].mood.map(|(_, after)| after), pair[1].mood.map(|(before, _)| before));
    }
}

#[test]
fn records_that_do_not_add_up_say_so() {
    let mut trained = Trained::new("甲", 1);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 3);
    if let Summary::Call(call) = &mut trained.kept[0].attempt.summary {
        call.process = 1;
    }
    let call = replayed(&played("busy-owner", ZhHans, Policy::FirstShown, 4), |input| input);
    trained.keep_call(&call, ZhHans, Status::Finished).attempt.setup.edition = "0".repeat(64);
    trained.keep_call(&call, ZhHans, Status::Finished).attempt.inputs = Some(vec!["what?".to_owned()]);
    trained.keep_call(&call, ZhHans, Status::Finished).attempt.inputs = None;
    let material = material(&[&trained]);
    let words: Vec<&str> = material.trainees[0].attempts.iter().map(|told| told.record.word()).collect();
    assert_eq!(words, ["differs", "no-edition", "unplayable", "anonymised"]);
}
