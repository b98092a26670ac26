//! Half a year of a trainee who never was: really played, and better in the end.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use three_rings::content::shelf::{Setting, Shelf};
use three_rings::play::score::Compliance;
use three_rings::proof::trainee::{HALF_A_YEAR, Material, Trainee};
use three_rings::record::attempt::{Attempt, Kind, Status, call_inputs};
use three_rings::record::progress::Progress;
use three_rings::record::progress::advice::Practisable;
use three_rings::record::progress::items::Knowledge;
use three_rings::record::progress::median;
use three_rings::record::progress::scores::Scored;
use three_rings::record::replay::{Check, Shelves};

use super::book::book;
use super::support::shipped;

const START: Date = date(2026, 5, 25);
const LAST: Date = date(2026, 11, 22);
const TRAINEE: Trainee = Trainee { seed: 1, start: START, days: HALF_A_YEAR };

static MATERIAL: LazyLock<Material> = LazyLock::new(|| Material::of(shipped(), Setting::default()));
static ATTEMPTS: LazyLock<Vec<Attempt>> = LazyLock::new(|| TRAINEE.attempts(&MATERIAL));

fn progress() -> Progress {
    let calls = MATERIAL.calls.iter().map(|(script, _)| Practisable::of_script(script));
    let shifts = MATERIAL.shifts.iter().map(|(card, _)| Practisable::of_card(card));
    Progress::of(&book(ATTEMPTS.clone()), LAST, &calls.chain(shifts).collect::<Vec<_>>())
}

fn written(attempts: &[Attempt]) -> String {
    serde_json::to_string(attempts).expect("attempts can be written")
}

#[test]
fn every_attempt_has_again_what_it_was_worth() {
    let mut shelves = Shelves::new(MATERIAL.editions.clone());
    for attempt in ATTEMPTS.iter() {
        let check = shelves.check(attempt, &attempt.setup.program);
        assert_eq!(check, Check::Same, "{:?}", attempt.setup);
    }
}

#[test]
fn what_was_thrown_away_has_again_what_it_was_worth_then() {
    let mut shelves = Shelves::new(MATERIAL.editions.clone());
    let lives = (2..6).flat_map(|seed| Trainee { seed, ..TRAINEE }.attempts(&MATERIAL));
    let given_up: Vec<Attempt> = lives.filter(|it| it.status == Status::GivenUp).collect();
    for kind in [Kind::Call, Kind::Shift] {
        assert!(given_up.iter().any(|it| it.setup.kind == kind), "no {kind:?} was thrown away");
    }
    let shortest_ms = MATERIAL.shifts.iter().map(|(card, _)| card.shift_ms).min().expect("shifts");
    let is_cut_short = |it: &Attempt| it.setup.kind == Kind::Shift && it.lasted_ms < shortest_ms;
    assert!(given_up.iter().any(is_cut_short), "a shift thrown away stands as it was left");
    for attempt in &given_up {
        assert_eq!(shelves.check(attempt, &attempt.setup.program), Check::Same, "{:?}", attempt.setup);
    }
}

#[test]
fn the_same_seed_is_the_same_life_and_another_seed_another() {
    assert!(written(&TRAINEE.attempts(&MATERIAL)) == written(&ATTEMPTS));
    let other = Trainee { seed: 2, ..TRAINEE }.attempts(&MATERIAL);
    assert!(written(&other) != written(&ATTEMPTS));
    let ids: BTreeSet<_> = ATTEMPTS.iter().chain(&other).map(|attempt| attempt.setup.id).collect();
    assert_eq!(ids.len(), ATTEMPTS.len() + other.len(), "no id twice");
}

#[test]
fn scores_rise_and_phones_are_answered_sooner() {
    let series = progress().scores.series;
    let third = series.len() / 3;
    let middle = |scored: &[Scored], kind| {
        let of_kind = scored.iter().filter(|it| it.kind == kind && it.running_median.is_some());
        median(&of_kind.map(|it| it.score).collect::<Vec<_>>()).expect("some")
    };
    for kind in [Kind::Call, Kind::Shift] {
        let (first, last) = (middle(&series[..third], kind), middle(&series[2 * third..], kind));
        assert!(last >= first + 15, "{kind:?}: {first}, later {last}");
    }
    let shifts = progress().rings.shifts;
    let late = |shifts: &[three_rings::record::progress::rings::ShiftRings]| {
        let (in_time, calls) = shifts.iter().fold((0, 0), |sum, it| (sum.0 + it.rings.in_time, sum.1 + it.rings.calls));
        100 - 100 * in_time / calls
    };
    let half = shifts.len() / 2;
    assert!(late(&shifts[..half]) > late(&shifts[half..]) + 5, "percent late");
}

#[test]
fn every_chart_has_something_to_show() {
    let Progress { scores, radar, streak, items, rings, time, advice } = progress();
    assert_eq!(scores.series.len(), ATTEMPTS.len());
    assert!(scores.series.iter().any(|it| it.compliance == Some(Compliance::Red)));
    assert_eq!((scores.dimensions.len(), scores.personas.len()), (8, 5));
    assert!(scores.dimensions.iter().all(|it| it.points.len() > 20));
    assert_eq!(
        radar.axes.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(),
        ["prepare", "opening", "listening", "facts", "matching", "driving", "log", "closing"]
    );
    assert!(radar.axes.iter().all(|it| it.calls == 5 && it.then.is_some()));
    assert!(streak.longest_days >= 3 && streak.days.iter().filter(|it| it.practised_ms > 0).count() > 30);
    for knowledge in [Knowledge::Unseen, Knowledge::Shaky, Knowledge::Known] {
        assert!(items.iter().any(|it| it.knowledge == knowledge), "no item is {knowledge:?}");
    }
    assert!(rings.answered_after.iter().all(|&calls| calls > 0) && rings.lost > 0, "{rings:?}");
    assert!(rings.overall.wilson.is_some_and(|(low, high)| 0.5 < low && high < 1.0));
    assert!(time.weeks.iter().filter(|it| it.practised.all_ms() > 0).count() > 20);
    assert_eq!((time.weeks.len(), time.subjects.len()), (26, 7));
    assert!(!advice.is_empty());
}

#[test]
fn somebody_practises_like_that() {
    let is_retry = |it: &&Attempt| it.setup.retry.is_some();
    let days: BTreeSet<Date> = ATTEMPTS.iter().map(|it| it.setup.began.day()).collect();
    assert!((80..120).contains(&days.len()), "{} days of 26 weeks", days.len());
    assert!(days.first() == Some(&START) && days.last() <= Some(&LAST));
    let gap = days.iter().zip(days.iter().skip(1)).map(|(one, next)| one.duration_until(*next).as_hours() / 24).max();
    assert!(gap >= Some(5), "a holiday");
    assert!((8..40).contains(&ATTEMPTS.iter().filter(is_retry).count()));
    assert!((1..20).contains(&ATTEMPTS.iter().filter(|it| it.status == Status::GivenUp).count()));
    assert!(ATTEMPTS.iter().any(|it| it.setup.is_exam && it.setup.retry.is_none()));
    for attempt in ATTEMPTS.iter() {
        let hour = attempt.setup.began.local().hour();
        assert!((9..19).contains(&hour), "at {hour}");
        assert_eq!(attempt.setup.began.offset_minutes, 480);
    }
    for two in ATTEMPTS.windows(2) {
        let ended = two[0].setup.began.later(i64::from(two[0].lasted_ms));
        assert!(ended.unix_ms < two[1].setup.began.unix_ms, "one after the other");
    }
}

#[test]
fn a_retry_takes_up_an_earlier_call_at_one_of_its_inputs() {
    for retry in ATTEMPTS.iter().filter(|it| it.setup.retry.is_some()) {
        let taken_up = retry.setup.retry.expect("a retry");
        let earlier = ATTEMPTS.iter().find(|it| it.setup.id == taken_up.of).expect("the earlier one");
        let (from, of) = (taken_up.from as usize, earlier.inputs.as_ref().expect("inputs"));
        assert_eq!((earlier.setup.seed, &earlier.setup.edition), (retry.setup.seed, &retry.setup.edition));
        assert_eq!(of[..from], retry.inputs.as_ref().expect("inputs")[..from]);
    }
}

#[test]
fn thinking_takes_seconds() {
    let lines = ATTEMPTS.iter().filter(|it| it.setup.kind == Kind::Call).filter_map(|it| it.inputs.as_deref());
    let thoughts: Vec<u32> = lines.filter_map(call_inputs).flatten().map(|input| input.after_ms).collect();
    let middle = median(&thoughts).expect("inputs");
    assert!((3_000..15_000).contains(&middle), "{middle} ms");
    assert!(thoughts.iter().all(|&ms| (300..60_000).contains(&ms)));
}

#[test]
fn an_empty_shelf_or_no_time_is_no_life() {
    let nothing = Material::of(&Shelf::default(), Setting::default());
    assert_eq!(TRAINEE.attempts(&nothing), []);
    assert_eq!(Trainee { days: 0, ..TRAINEE }.attempts(&MATERIAL), []);
    let one_day = Trainee { days: 1, ..TRAINEE }.attempts(&MATERIAL);
    assert!(!one_day.is_empty() && one_day.iter().all(|it| it.setup.began.day() == START));
}
