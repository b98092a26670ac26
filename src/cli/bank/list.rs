//! `three-rings bank list`: files, and how many questions of each topic, kind and item.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::cli::{Args, DONE, out, shelf};
use crate::content::quiz::Stack;
use crate::content::quiz::{Question, Quiz, Topic};
use crate::export::terms;
use crate::locale::Locale;

/// The last of the teachable items; they count from 1.
const LAST_ITEM: u32 = 47;

pub fn run(is_json: bool, args: &Args, locale: &Locale) -> Result<u8, String> {
    let shelf = shelf(args);
    let quizzes: Vec<&Quiz> = shelf.quizzes.iter().filter_map(Stack::quiz).collect();
    let counts = Counts::of(quizzes.iter().flat_map(|quiz| &quiz.questions));
    if is_json {
        out(&format!("{}\n", counts.json(&quizzes)));
    } else {
        out(&counts.in_words(&quizzes, locale));
    }
    Ok(DONE)
}

/// How many questions of each sort.
#[derive(Default)]
struct Counts {
    all: usize,
    topics: BTreeMap<Topic, usize>,
    kinds: BTreeMap<&'static str, usize>,
    items: BTreeMap<u32, usize>,
}

impl Counts {
    fn of<'q>(questions: impl Iterator<Item = &'q Question>) -> Self {
        let mut counts = Self::default();
        for question in questions {
            counts.all += 1;
            *counts.topics.entry(question.topic.value).or_default() += 1;
            *counts.kinds.entry(terms::kind(&question.answer.value)).or_default() += 1;
            question.items.iter().for_each(|item| *counts.items.entry(item.value).or_default() += 1);
        }
        counts
    }

    fn json(&self, quizzes: &[&Quiz]) -> Value {
        let quiz = |it: &&Quiz| json!({ "id": it.id.value, "title": it.title.value, "questions": it.questions.len() });
        let topics: Map<String, Value> =
            self.topics.iter().map(|(topic, count)| (topic.word().to_owned(), json!(count))).collect();
        let items: Map<String, Value> =
            self.items.iter().map(|(item, count)| (item.to_string(), json!(count))).collect();
        let quizzes = Value::from_iter(quizzes.iter().map(quiz));
        json!({ "questions": self.all, "quizzes": quizzes, "topics": topics, "kinds": self.kinds, "items": items })
    }

    fn in_words(&self, quizzes: &[&Quiz], locale: &Locale) -> String {
        let values = [("files", quizzes.len().into()), ("count", self.all.into())];
        let mut said = format!("{}\n\n", locale.with("cli-bank-list-head", &values));
        for quiz in quizzes {
            let count = locale.with("cli-bank-count", &[("count", quiz.questions.len().into())]);
            said.push_str(&format!("  {}  {}  {count}\n", quiz.id.value, quiz.title.value));
        }
        let topics = self.topics.iter().map(|(it, count)| (locale.text(&format!("topic-{}", it.word())), *count));
        said.push_str(&row("cli-bank-by-topic", topics, locale));
        let kinds = self.kinds.iter().map(|(it, count)| (locale.text(&format!("quiz-kind-{it}")), *count));
        said.push_str(&row("cli-bank-by-kind", kinds, locale));
        let items = self.items.iter().map(|(item, count)| (format!("#{item}"), *count));
        said.push_str(&row("cli-bank-by-item", items, locale));
        let missing: Vec<String> =
            (1..=LAST_ITEM).filter(|item| !self.items.contains_key(item)).map(|item| item.to_string()).collect();
        if !missing.is_empty() {
            let items = missing.join(&locale.text("enumeration-comma"));
            said.push_str(&format!("\n{}\n", locale.with("cli-bank-no-questions-of", &[("items", items.into())])));
        }
        said
    }
}

/// A heading and what there is of each.
fn row(key: &str, counts: impl Iterator<Item = (String, usize)>, locale: &Locale) -> String {
    let counts: Vec<String> = counts.map(|(name, count)| format!("{name} {count}")).collect();
    format!("\n{}\n  {}\n", locale.text(key), counts.join(" · "))
}
