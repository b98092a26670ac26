//! Each scenario that ships is a fair examination: whoever does not listen fails, whoever follows the recommended line
//! has full marks, and the call is long and branched enough to be worth playing.

mod support;

use std::sync::Arc;

use support::{SHIPPED, Spoken, script, shipped};
use three_rings::content::scenario::Outcome;
use three_rings::content::script::{Answer, Script};
use three_rings::play::call::Call;
use three_rings::play::score::{Score, Verdict, score};
use three_rings::play::state::Phase;
use three_rings::proof::{Policy, paths_to_endings, play_out, score_of};

/// Seeds a chance is averaged over.
const SEEDS: u64 = 200;

/// What holds for each scenario is one test for each, so that one that is still being written hides no other.
macro_rules! fair {
    ($($module:ident = $id:literal),* $(,)?) => {$(
        mod $module {
            use super::*;

            fn its_script() -> Arc<Script> {
                script(shipped(), $id)
            }

            #[test]
            fn careless_answering_fails() {
                super::careless_answering_fails(&its_script());
            }

            #[test]
            fn the_recommended_line_has_full_marks_with_every_seed() {
                super::the_recommended_line_has_full_marks_with_every_seed(&its_script());
            }

            #[test]
            fn it_is_long_and_branched_enough() {
                super::it_is_long_and_branched_enough(&its_script());
            }

            #[test]
            fn it_ends_in_many_ways_and_each_can_be_reached() {
                super::it_ends_in_many_ways_and_each_can_be_reached(&its_script());
            }

            #[test]
            fn some_way_of_playing_is_effective_but_not_compliant() {
                super::some_way_of_playing_is_effective_but_not_compliant(&its_script());
            }

            #[test]
            fn neither_length_nor_place_gives_the_best_answer_away() {
                super::neither_length_nor_place_gives_the_best_answer_away(&its_script());
            }
        }
    )*

        #[test]
        fn every_scenario_that_ships_is_examined() {
            assert_eq!([$($id),*], SHIPPED);
        }
    };
}

fair! {
    busy_owner = "busy-owner",
    evasive_owner = "evasive-owner",
    angry_owner = "angry-owner",
    defect_household = "defect-household",
    out_of_contact_owner = "out-of-contact-owner",
}

fn mean(script: &Arc<Script>, policy: Policy) -> f64 {
    let sum: u32 = (0..SEEDS).map(|seed| score_of(script, seed, policy).process).sum();
    f64::from(sum) / SEEDS as f64
}

fn careless_answering_fails(script: &Arc<Script>) {
    for (policy, below) in
        [(Policy::Longest, 60.0), (Policy::FirstShown, 60.0), (Policy::FirstWritten, 60.0), (Policy::Random, 50.0)]
    {
        let mean = mean(script, policy);
        assert!(mean < below, "{policy:?} scores {mean:.1}, not below {below}");
    }
    for seed in 0..SEEDS {
        let longest = score_of(script, seed, Policy::Longest);
        assert!(longest.process < 60, "always the longest passes with seed {seed}: {}", longest.process);
    }
}

fn the_recommended_line_has_full_marks_with_every_seed(script: &Arc<Script>) {
    let scores: Vec<Score> = (0..SEEDS).map(|seed| score_of(script, seed, Policy::Recommended)).collect();
    for (seed, score) in scores.iter().enumerate() {
        assert!(score.process >= 95, "{} with seed {seed}", score.process);
        assert_eq!(score.verdict, Verdict::Passed, "with seed {seed}");
        assert!(!score.chased_over_defect && score.breaches.is_empty(), "with seed {seed}");
    }
    assert!(scores.iter().any(|score| score.process == 100), "100 is out of reach");
}

/// The decisions taken on the phone.
fn decisions(call: &Call) -> usize {
    call.beats().iter().filter(|beat| matches!(beat.before.phase, Phase::Talk { .. })).count()
}

fn it_is_long_and_branched_enough(script: &Arc<Script>) {
    assert!(script.turns.len() >= 30, "{} turns", script.turns.len());
    for turn in script.turns.iter().filter(|turn| !turn.answers.is_empty()) {
        assert!((3..=4).contains(&turn.answers.len()), "`{}` has {} choices", turn.id, turn.answers.len());
    }
    for seed in 0..SEEDS {
        let decisions = decisions(&play_out(script, seed, Policy::Recommended));
        assert!((8..=14).contains(&decisions), "{decisions} decisions on the recommended line with seed {seed}");
    }
}

fn it_ends_in_many_ways_and_each_can_be_reached(script: &Arc<Script>) {
    assert!(script.endings.len() >= 5, "{} endings", script.endings.len());
    let outcomes: Vec<Outcome> = script.endings.iter().map(|ending| ending.outcome).collect();
    assert!(outcomes.contains(&Outcome::HungUp) && outcomes.contains(&Outcome::Appointment), "{outcomes:?}");
    for path in paths_to_endings(script, 1) {
        let ending = &script.endings[path.ending.index()];
        let inputs = path.inputs.unwrap_or_else(|| panic!("no way leads to `{}`", ending.id));
        let call = Call::replay(script.clone(), 1, &inputs).expect("inputs that fit");
        assert_eq!(call.state().ending, Some(path.ending), "the way to `{}` leads there", ending.id);
    }
}

/// Follows the recommended line, leaves it once for each answer there is, and goes on as recommended.
fn some_way_of_playing_is_effective_but_not_compliant(script: &Arc<Script>) {
    let line = play_out(script, 1, Policy::Recommended);
    let found = (0..line.beats().len()).any(|beat| {
        let fork = line.back_to(beat);
        (0..fork.replies().len()).any(|place| {
            let mut call = fork.clone();
            call.reply(u8::try_from(place).expect("few replies")).expect("a reply that is offered");
            call.as_recommended();
            score(call.state(), script).verdict == Verdict::EffectiveButNotCompliant
        })
    });
    assert!(found, "no single slip gets what the call is for over a line");
}

/// Of all questions with one best answer: in how many is it the longest, in how many the first?
fn neither_length_nor_place_gives_the_best_answer_away(script: &Arc<Script>) {
    let on_paper = script.prepare.iter().map(|step| &step.question).filter(|it| it.needed.is_none());
    let questions: Vec<&[Answer]> = (script.turns.iter().map(|turn| turn.answers.as_slice()))
        .chain(on_paper.map(|question| question.answers.as_slice()))
        .filter(|answers| answers.iter().any(|answer| answer.is_best))
        .collect();
    let length = |answer: &Answer| answer.say.chars().count();
    let longest = |answers: &&&[Answer]| {
        let most = answers.iter().map(length).max();
        answers.iter().any(|answer| answer.is_best && Some(length(answer)) == most)
    };
    let all = questions.len();
    let longest = questions.iter().filter(longest).count();
    let first = questions.iter().filter(|answers| answers[0].is_best).count();
    assert!(longest * 3 <= all, "the best answer is the longest in {longest} of {all} questions");
    assert!(first * 3 <= all, "the best answer is the first in {first} of {all} questions");
}
