//! Shifts at the front desk: what they promise to trainees and trainers.

mod support;

use three_rings::play::drill::judge::judge;
use three_rings::play::drill::shift::Shift;
use three_rings::proof::desk::{Bot, work};

use support::shipped_shifts;

/// How many seeds a promise is tried with.
const SEEDS: u64 = 1_000;

#[test]
fn somebody_perfect_scores_100_in_every_shift() {
    for card in shipped_shifts() {
        for seed in 0..SEEDS {
            let shift = work(card.clone(), seed, Bot::Perfect);
            let verdict = judge(&shift);
            let missed: Vec<_> = verdict.occasions.iter().filter(|it| !it.is_met).collect();
            assert!(verdict.score == 100 && verdict.is_passed, "{} {seed}: {} {missed:?}", card.id, verdict.score);
        }
    }
}

#[test]
fn whoever_waits_six_rings_and_never_apologises_fails() {
    for card in shipped_shifts() {
        for seed in 0..SEEDS / 10 {
            let verdict = judge(&work(card.clone(), seed, Bot::Slow));
            assert!(!verdict.is_passed && verdict.answered_within == 0, "{} {seed}: {}", card.id, verdict.score);
            assert!(verdict.apologies_due > 0 && verdict.apologies_made == 0, "{} {seed}", card.id);
        }
    }
}

#[test]
fn manners_alone_pass_no_shift_without_reading_the_answers() {
    const SHIFTS: u64 = 100;
    for card in shipped_shifts() {
        for bot in [Bot::Longest, Bot::First] {
            let verdicts = (0..SHIFTS).map(|seed| judge(&work(card.clone(), seed, bot)));
            let passed = verdicts.filter(|verdict| verdict.is_passed).count();
            assert!(passed <= 1, "{} {bot:?} passes {passed} of {SHIFTS}", card.id);
        }
    }
}

#[test]
fn a_thousand_shifts_at_random_come_to_their_end() {
    for card in shipped_shifts() {
        for seed in 0..SEEDS {
            let shift = work(card.clone(), seed, Bot::Random);
            assert!(shift.state().is_over, "{} {seed} is not over at {} ms", card.id, shift.state().now_ms);
            assert!(!judge(&shift).is_passed, "{} {seed}", card.id);
        }
    }
}

#[test]
fn a_shift_is_worked_again_from_its_inputs() {
    for card in shipped_shifts() {
        for (seed, bot) in (0..40).zip([Bot::Perfect, Bot::Slow, Bot::Random].into_iter().cycle()) {
            let shift = work(card.clone(), seed, bot);
            let mut again = Shift::replay(card.clone(), seed, shift.inputs()).expect("what could be done once");
            again.run_out(u32::MAX);
            assert_eq!(judge(&again), judge(&shift), "{} {seed} {bot:?}", card.id);
            assert_eq!(again.state().log, shift.state().log);
        }
    }
}
