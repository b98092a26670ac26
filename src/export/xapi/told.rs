//! One thing said, as a question and its result.

use serde_json::{Value, json};

use super::statement::{Activity, Component, Definition, Extensions, LanguageMap, Outcome, Score, extensions};
use super::{Names, duration, iri};
use crate::content::script::Mood;
use crate::export::choices::{Choice, Offered, Taken, WHOLE_CREDIT, Worth};
use crate::record::attempt::Setup;

/// Ends the name of a question that was answered in words of one's own: it is asked in another way.
const IN_OWN_WORDS: &str = "/in-own-words";

/// A scenario or a shift.
pub fn activity(setup: &Setup, title: &str) -> Activity {
    let name = in_language_of(setup, title);
    Activity::new(iri::subject(setup), Definition { name, kind: iri::SIMULATION, ..Definition::default() })
}

/// A question and what became of it.
pub fn answered(choice: &Choice, setup: &Setup, subject: &Activity, names: Names) -> (Activity, Outcome) {
    (question(choice, setup, subject), outcome(choice, names))
}

fn question(choice: &Choice, setup: &Setup, subject: &Activity) -> Activity {
    let is_own = choice.taken == Taken::Own;
    let name = format!("{}{}", choice.lesson, if is_own { IN_OWN_WORDS } else { "" });
    let component =
        |offer: &Offered| Component { id: offer.id.clone(), description: in_language_of(setup, &offer.words) };
    // By name, not as shown: the same question is the same activity, however its answers were shuffled.
    let mut offered: Vec<&Offered> = choice.offered.iter().collect();
    offered.sort_by(|one, other| one.id.cmp(&other.id));
    let best = offered.iter().filter(|offer| offer.is_best).map(|offer| offer.id.clone());
    let definition = Definition {
        name: in_language_of(setup, &name),
        description: choice.before.as_deref().map(|before| in_language_of(setup, before)).unwrap_or_default(),
        kind: iri::INTERACTION,
        interaction_type: Some(if is_own { "long-fill-in" } else { "choice" }),
        correct_responses_pattern: (!is_own).then(|| best.collect()),
        choices: (!is_own).then(|| offered.iter().copied().map(component).collect()),
    };
    Activity::new(iri::question(&subject.id, &name), definition)
}

fn outcome(choice: &Choice, names: Names) -> Outcome {
    let own = choice.words.clone().filter(|_| names == Names::Given && choice.taken == Taken::Own);
    Outcome {
        score: Some(Score { scaled: f64::from(choice.worth.credit()) / f64::from(WHOLE_CREDIT), ..Score::default() }),
        success: Some(choice.worth == Worth::Best),
        response: choice.taken().map(|offer| offer.id.clone()).or(own),
        duration: Some(duration(choice.took_ms.into())),
        extensions: circumstances(choice),
        ..Outcome::default()
    }
}

fn circumstances(choice: &Choice) -> Extensions {
    let taken = if let Taken::Number(number) = choice.taken { Some(json!(number)) } else { None };
    let shown: Vec<&str> = choice.offered.iter().map(|offer| offer.id.as_str()).collect();
    let crossed = |it: &crate::export::choices::Crossed| json!({ "rule": it.rule, "level": it.level });
    let breaches: Vec<Value> = choice.crossed.iter().map(crossed).collect();
    extensions([
        ("place", Some(json!(choice.place))),
        ("stage", Some(json!(choice.stage))),
        ("question", Some(json!(choice.question))),
        ("verdict", Some(json!(choice.worth.word()))),
        ("offered", Some(json!(shown))),
        ("taken", taken),
        ("better", choice.better.map(|number| json!(number))),
        ("mood", choice.mood.map(|(before, after)| json!({ "before": mood(before), "after": mood(after) }))),
        ("breaches", Some(Value::Array(breaches))),
        ("met", Some(json!(choice.shown))),
        ("missed", Some(json!(choice.missed))),
        ("after-ms", Some(json!(choice.after_ms))),
        ("talked-over", Some(json!(choice.is_over))),
        ("cut-short", Some(json!(choice.is_cut_short))),
    ])
}

fn mood(mood: Mood) -> Value {
    json!({ "trust": mood.trust, "patience": mood.patience })
}

fn in_language_of(setup: &Setup, words: &str) -> LanguageMap {
    [(setup.setting().language.tag().to_owned(), words.to_owned())].into()
}
