//! What holds whatever anybody does: any inputs with any seed, and any text at all.

mod support;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use proptest::prelude::*;
use support::{SHIPPED, script, shipped, small};
use three_rings::content::script::Script;
use three_rings::content::shelf::{Content, Setting, read};
use three_rings::content::shipped;
use three_rings::diagnostic::{Diagnostic, Source, render};
use three_rings::play::call::Call;
use three_rings::play::debrief::debrief;
use three_rings::play::score::{Compliance, score};
use three_rings::play::state::State;
use three_rings::play::step::{Act, Input};

/// The most answers a call of any scenario here can take, however it is played.
const LONGEST_CALL: usize = 400;

/// What somebody does who may do anything.
#[derive(Clone, Copy, Debug)]
enum Whim {
    /// One of the replies offered, counted round.
    Reply(u8),
    /// Whatever number comes to mind.
    Number(u8),
    Silence,
}

fn whim() -> impl Strategy<Value = (Whim, u32)> {
    let act = prop_oneof![
        8 => any::<u8>().prop_map(Whim::Reply),
        1 => any::<u8>().prop_map(Whim::Number),
        1 => Just(Whim::Silence),
    ];
    (act, prop_oneof![Just(0), 0..10_000u32, any::<u32>()])
}

fn whims() -> impl Strategy<Value = Vec<(Whim, u32)>> {
    prop::collection::vec(whim(), 0..2 * LONGEST_CALL)
}

/// One of the calls that ship, or a small one.
fn any_script() -> impl Strategy<Value = Arc<Script>> {
    let here = ["small", "bare"].iter().map(|id| script(small(), id));
    let scripts: Vec<Arc<Script>> = SHIPPED.iter().map(|id| script(shipped(), id)).chain(here).collect();
    prop::sample::select(scripts)
}

fn act_of(whim: Whim, call: &Call) -> Act {
    match whim {
        Whim::Reply(any) => Act::Reply(any % u8::try_from(call.replies().len().max(1)).unwrap_or(u8::MAX)),
        Whim::Number(number) => Act::Reply(number),
        Whim::Silence => Act::StaySilent,
    }
}

fn hash(state: &State) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    hasher.finish()
}

/// What is true of a call wherever it stands.
fn holds_anywhere(call: &Call) {
    let state = call.state();
    assert!(state.mood.trust <= 100 && state.mood.patience <= 100, "{:?}", state.mood);
    assert_eq!(call.is_over(), call.replies().is_empty(), "as long as it is not over there is something to answer");
    let script = call.script();
    let score = score(state, script);
    assert!(score.process <= score.process_before_breaches && score.process_before_breaches <= 100);
    assert!(score.compliance != Compliance::Red || score.process <= script.standards.red_caps_at);
    assert!(!score.chased_over_defect || score.process <= script.standards.open_defect_caps_at);
    assert!(score.note.kept <= score.note.told && score.note.kept + score.note.invented == score.note.noted);
    assert_eq!(score.met.without(script.assessed).len(), 0, "nothing is met that is not assessed");
}

fn settings() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_call_played_by_whim_ends_and_replays_to_the_same_score(script in any_script(), seed: u64, whims in whims()) {
        let mut call = Call::new(script, seed);
        let mut states = HashSet::new();
        for (whim, after_ms) in whims {
            holds_anywhere(&call);
            states.insert(call.state().clone());
            let before = call.state().clone();
            if call.take(Input { after_ms, act: act_of(whim, &call) }).is_err() {
                prop_assert_eq!(call.state(), &before, "what is refused changes nothing");
            }
            prop_assert!(call.beats().len() <= LONGEST_CALL, "it goes on for ever");
        }
        let reviewed = debrief(&call);
        prop_assert_eq!(reviewed.reviews.len(), call.beats().len());

        let again = Call::replay(call.script().clone(), seed, &call.inputs());
        let again = again.map_err(|refused| TestCaseError::fail(format!("its own inputs: {refused:?}")))?;
        prop_assert_eq!(again.state(), call.state());
        prop_assert_eq!(hash(again.state()), hash(call.state()));
        prop_assert_eq!(debrief(&again).score, reviewed.score);
        prop_assert!(states.len() <= call.beats().len() + 1);
    }

    #[test]
    fn every_call_ends_if_one_keeps_answering(script in any_script(), seed: u64, answers in prop::collection::vec(any::<u8>(), LONGEST_CALL)) {
        let mut call = Call::new(script, seed);
        for any in answers {
            if call.is_over() {
                break;
            }
            let act = act_of(Whim::Reply(any), &call);
            prop_assert!(call.take(Input { after_ms: u32::MAX, act }).is_ok(), "what is offered is taken");
        }
        prop_assert!(call.is_over());
        prop_assert!(call.state().ending.is_some());
        holds_anywhere(&call);
    }

    #[test]
    fn taking_a_call_back_is_never_having_gone_on(script in any_script(), seed: u64, whims in whims(), back: prop::sample::Index) {
        let mut call = Call::new(script, seed);
        for (whim, after_ms) in whims {
            let _ = call.take(Input { after_ms, act: act_of(whim, &call) });
        }
        let beat = back.index(call.beats().len() + 1);
        let taken_back = call.back_to(beat);
        let never_gone_on = Call::replay(call.script().clone(), seed, &call.inputs()[..beat]);
        let never_gone_on = never_gone_on.expect("a part of its own inputs");
        prop_assert_eq!(taken_back.state(), never_gone_on.state());
    }

    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        look_over(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_soup_of_ron_is_read_or_refused(words in prop::collection::vec(word(), 0..120)) {
        look_over(&words.concat());
        look_over(&format!("Scenario({}", words.concat()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..settings() })]

    #[test]
    fn a_shipped_file_with_anything_done_to_it_is_read_or_refused(
        file in prop::sample::select(shipped::files()),
        slips in prop::collection::vec(slip(), 1..6),
        seed: u64,
    ) {
        let text = slips.into_iter().fold(file.text, |text, slip| slip.done_to(&text));
        if let Some(script) = look_over(&text) {
            play_somehow(&script, seed);
        }
    }

    #[test]
    fn a_small_file_with_anything_done_to_it_is_read_or_refused(slips in prop::collection::vec(slip(), 1..6), seed: u64) {
        let text = small().scenario("small").expect("the small scenario").0.text.clone();
        if let Some(script) = look_over(&slips.into_iter().fold(text, |text, slip| slip.done_to(&text))) {
            play_somehow(&script, seed);
        }
    }
}

/// What stands in RON files, in no order.
fn word() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "'",
        "\\",
        "‖",
        "{room}",
        "Scenario(",
        "Rubric(",
        "Rules(",
        "id: \"a\"",
        "talk: (",
        "turns: [",
        "choices: [",
        "say: \"说\"",
        "goto: \"a\"",
        "endings: [",
        "when: [Has(\"x\")]",
        "Not(",
        "Any([",
        "trust: 50",
        "shows: [Restated]",
        "cut_in: (",
        "r#\"",
        "\"#",
        "//",
        "\n",
        "/*",
        "*/",
        "Some(",
        "None",
        "true",
        "-1",
        "1e999",
        "0x",
        "，",
        "“",
        "\u{feff}",
        "#![enable(implicit_some)]",
        "b\"",
        "…",
        " ",
    ];
    prop_oneof![6 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => any::<String>()]
}

/// A slip of the hand, at a place given as a share of the file.
#[derive(Clone, Debug)]
enum Slip {
    Delete(f64, usize),
    Double(f64, usize),
    Insert(f64, String),
    Swap(f64, f64),
    CutOff(f64),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = 0.0..1.0f64;
    prop_oneof![
        (at.clone(), 1..200usize).prop_map(|(at, len)| Slip::Delete(at, len)),
        (at.clone(), 1..4_000usize).prop_map(|(at, len)| Slip::Double(at, len)),
        (at.clone(), word()).prop_map(|(at, word)| Slip::Insert(at, word)),
        (at.clone(), at.clone()).prop_map(|(one, other)| Slip::Swap(one, other)),
        at.prop_map(Slip::CutOff),
    ]
}

impl Slip {
    fn done_to(&self, text: &str) -> String {
        let place = |share: f64| text.floor_char_boundary((share * text.len() as f64) as usize);
        let after = |at: usize, len: usize| text.floor_char_boundary((at + len).min(text.len()));
        match self {
            Self::Delete(at, len) => {
                let at = place(*at);
                format!("{}{}", &text[..at], &text[after(at, *len)..])
            }
            Self::Double(at, len) => {
                let at = place(*at);
                format!("{}{}", &text[..after(at, *len)], &text[at..])
            }
            Self::Insert(at, word) => format!("{}{word}{}", &text[..place(*at)], &text[place(*at)..]),
            Self::Swap(one, other) => {
                let mut lines: Vec<&str> = text.lines().collect();
                let line = |share: f64| ((share * lines.len() as f64) as usize).min(lines.len().saturating_sub(1));
                let (one, other) = (line(*one), line(*other));
                if !lines.is_empty() {
                    lines.swap(one, other);
                }
                lines.join("\n")
            }
            Self::CutOff(at) => text[..place(*at)].to_owned(),
        }
    }
}

/// Reads and checks a text as `three-rings check` does, and looks at whatever was found; the script, if it can be played.
fn look_over(text: &str) -> Option<Arc<Script>> {
    let source = Source { name: "any.ron".into(), text: text.to_owned() };
    let (content, mut problems) = read(text);
    let is_well_formed = problems.is_empty();
    assert!(content.is_some() || !problems.is_empty(), "neither read nor refused");
    if let Some(content) = &content {
        problems.extend(shipped().check(content));
    }
    problems.iter().for_each(|problem| is_in_its_place(problem, &source));
    assert_eq!(render(&source, &problems).is_empty(), problems.is_empty());
    match content {
        Some(Content::Scenario(scenario)) if is_well_formed => {
            let shelf = if scenario.persona.temperament.value.0 == "Plain" { small() } else { shipped() };
            shelf.script(&scenario, Setting::default()).ok()
        }
        _ => None,
    }
}

/// A problem is said in words and points at characters of the text, at a line and a column.
fn is_in_its_place(problem: &Diagnostic, source: &Source) {
    assert!(!problem.message.is_empty());
    let rendered = render(source, std::slice::from_ref(problem));
    assert!(rendered.contains(&problem.message), "{rendered}");
    if let Some(at) = problem.at {
        assert!(at.start <= at.end && at.end as usize <= source.text.len(), "{problem:?} points beyond the text");
        assert!(rendered.contains("┌─ any.ron:"), "{problem:?} points at no line:\n{rendered}");
    }
}

/// Whatever passes its check can be played, by whim and as recommended, without a panic; it need not end.
fn play_somehow(script: &Arc<Script>, seed: u64) {
    let mut call = Call::new(script.clone(), seed);
    for turn in 0..LONGEST_CALL {
        let any = (seed >> (turn % 56)) as u8;
        let act = if any.is_multiple_of(7) { Act::StaySilent } else { act_of(Whim::Reply(any), &call) };
        let _ = call.take(Input { after_ms: 0, act });
    }
    holds_anywhere(&call);
    debrief(&call);
}
