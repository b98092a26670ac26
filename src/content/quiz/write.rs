//! Questions back into the text an author would have written.
//!
//! What is written reads back as the same questions; what has its default is left out. A list or a group of fields
//! stands on one line where it fits.

use super::*;
use crate::content::drill::{FalseFact, ToldFact};

/// How many characters a line may have before it is broken.
const LINE: usize = 120;
/// How far in each level stands.
const INDENT: &str = "    ";

/// A file of questions, as an author would write it.
pub fn quiz(it: &Quiz) -> String {
    let mut out = format!("Quiz(\n{INDENT}id: {},\n{INDENT}title: {},\n", quoted(&it.id), quoted(&it.title));
    out.push_str(&format!("{INDENT}questions: [\n"));
    it.questions.iter().for_each(|it| question(it, &mut out));
    out.push_str(&format!("{INDENT}],\n)\n"));
    out
}

/// What it is and what it belongs to on the first line, then the question, the answer and what is learned of it.
fn question(it: &Question, out: &mut String) {
    let (outer, inner) = (INDENT.repeat(2), INDENT.repeat(3));
    let line = |fields: Vec<Field>| fields.iter().map(|field| field.on_one_line()).collect::<Vec<_>>().join(", ");
    out.push_str(&format!("{outer}(\n{inner}{},\n", line(head(it))));
    for field in body(it) {
        out.push_str(&inner);
        field.write(3, out);
        out.push_str(",\n");
    }
    out.push_str(&format!("{outer}),\n"));
}

fn head(it: &Question) -> Vec<Field> {
    let mut fields = vec![field("id", text(&it.id))];
    if let Some(point) = &it.point {
        fields.push(field("point", word(quoted(&point.value.0))));
    }
    fields.push(field("topic", word(it.topic.value.word())));
    fields.push(field("items", list(&it.items, |item| word(item.value.to_string()))));
    if it.difficulty != Difficulty::default() {
        fields.push(field("difficulty", word(it.difficulty.word())));
    }
    if it.reconstructed {
        fields.push(field("reconstructed", word("true")));
    }
    if !it.trains.is_empty() {
        fields.push(field("trains", list(&it.trains, |check| word(check.value.word()))));
    }
    if let Some(secs) = &it.secs {
        fields.push(field("secs", word(secs.value.to_string())));
    }
    fields
}

fn body(it: &Question) -> Vec<Field> {
    let mut fields = vec![field("ask", text(&it.ask)), field("answer", answer(&it.answer.value))];
    fields.push(field("why", text(&it.why)));
    if !it.laws.is_empty() {
        fields.push(field("laws", list(&it.laws, |law| word(quoted(&law.value.0)))));
    }
    fields.extend(it.changed.as_ref().map(|words| field("changed", text(words))));
    fields.extend(it.varies.as_ref().map(|words| field("varies", text(words))));
    fields
}

fn answer(kind: &Kind) -> Value {
    match kind {
        Kind::Unread => word("Unread"),
        Kind::Single(choices) => call("Single", list(choices, choice)),
        Kind::Multiple(choices) => call("Multiple", list(choices, choice)),
        Kind::TrueFalse(holds) => call("TrueFalse", word(holds.to_string())),
        Kind::Order(steps) => call("Order", list(steps, text)),
        Kind::Baskets(baskets) => call("Baskets", list(baskets, basket)),
        Kind::Match(it) => matching(it),
        Kind::Number(it) => number(it),
        Kind::Short(words) => call("Short", list(words, text)),
        Kind::FindFault(it) => group(
            "FindFault",
            vec![
                field("talk", list(&it.talk, spoken)),
                field("line", word(it.line.value.to_string())),
                field("faults", list(&it.faults, choice)),
            ],
        ),
        Kind::Note(it) => note(it),
        Kind::Call(exchanges) => call("Call", list(exchanges, exchange)),
        Kind::CallFrom(it) => group(
            "CallFrom",
            vec![field("scenario", word(quoted(&it.scenario.value.0))), field("turn", word(quoted(&it.turn.value.0)))],
        ),
    }
}

fn choice(it: &Choice) -> Value {
    let mut fields = vec![field("say", text(&it.say))];
    if it.right {
        fields.push(field("right", word("true")));
    }
    fields.extend(it.why.as_ref().map(|why| field("why", text(why))));
    group("", fields)
}

fn basket(it: &Basket) -> Value {
    group("", vec![field("name", text(&it.name)), field("cards", list(&it.cards, text))])
}

fn matching(it: &Match) -> Value {
    let rows = list(&it.rows, |row| list(row, text));
    let mut fields = vec![field("heads", list(&it.heads, text)), field("rows", rows)];
    if !it.extra.is_empty() {
        fields.push(field("extra", list(&it.extra, |column| list(column, text))));
    }
    group("Match", fields)
}

fn number(it: &Number) -> Value {
    let mut fields = vec![field("is", word(it.is.value.0.to_string()))];
    if it.within.value.0 != 0.0 {
        fields.push(field("within", word(it.within.value.0.to_string())));
    }
    fields.extend(it.unit.as_ref().map(|unit| field("unit", text(unit))));
    group("Number", fields)
}

fn spoken(it: &Spoken) -> Value {
    group("", vec![field("who", word(it.who.word())), field("say", text(&it.say))])
}

fn note(it: &NoteTask) -> Value {
    let mut fields = vec![field("talk", list(&it.talk, spoken)), field("facts", list(&it.facts, told))];
    if !it.decoys.is_empty() {
        fields.push(field("decoys", list(&it.decoys, invented)));
    }
    group("Note", fields)
}

fn told(it: &ToldFact) -> Value {
    let mut fields =
        vec![field("id", text(&it.id)), field("slot", word(it.slot.word())), field("note", text(&it.note))];
    if !it.accept.is_empty() {
        fields.push(field("accept", list(&it.accept, text)));
    }
    group("", fields)
}

fn invented(it: &FalseFact) -> Value {
    let fields =
        vec![field("note", text(&it.note)), field("accept", list(&it.accept, text)), field("why", text(&it.why))];
    group("", fields)
}

fn exchange(it: &Exchange) -> Value {
    group("", vec![field("caller", text(&it.caller)), field("replies", list(&it.replies, choice))])
}

/// Something to be written, before it is known how many lines it takes.
enum Value {
    /// As it stands.
    Word(String),
    /// `[ … ]`
    List(Vec<Value>),
    /// `Word( … )`
    Call(&'static str, Box<Value>),
    /// `Word(name: …)`; without a word, just the brackets.
    Group(&'static str, Vec<Field>),
}

/// A name and what belongs to it.
struct Field {
    name: &'static str,
    value: Value,
}

fn field(name: &'static str, value: Value) -> Field {
    Field { name, value }
}

fn word(written: impl Into<String>) -> Value {
    Value::Word(written.into())
}

fn text(it: &Text) -> Value {
    Value::Word(quoted(it))
}

fn list<T>(items: &[T], value: impl Fn(&T) -> Value) -> Value {
    Value::List(items.iter().map(value).collect())
}

fn call(word: &'static str, inside: Value) -> Value {
    Value::Call(word, Box::new(inside))
}

fn group(word: &'static str, fields: Vec<Field>) -> Value {
    Value::Group(word, fields)
}

/// A text between quotes.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A mark that cannot be seen is written so that it can.
            c if c.is_control() || INVISIBLE.contains(&c) => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Marks that some editors take for the end of a line or of a file's beginning, or that nobody sees.
const INVISIBLE: [char; 4] = ['\u{200b}', '\u{2028}', '\u{2029}', '\u{feff}'];

impl Field {
    fn on_one_line(&self) -> String {
        format!("{}: {}", self.name, self.value.on_one_line())
    }

    fn write(&self, depth: usize, out: &mut String) {
        out.push_str(&format!("{}: ", self.name));
        self.value.write(depth, self.name.len() + 2, out);
    }
}

impl Value {
    fn on_one_line(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match self {
            Self::Word(written) => written.clone(),
            Self::List(items) => format!("[{}]", joined(items.iter().map(Self::on_one_line).collect())),
            Self::Call(word, inside) => format!("{word}({})", inside.on_one_line()),
            Self::Group(word, fields) => {
                format!("{word}({})", joined(fields.iter().map(Field::on_one_line).collect()))
            }
        }
    }

    /// Writes it `depth` levels in, after `before` characters of its line: on one line where it fits.
    fn write(&self, depth: usize, before: usize, out: &mut String) {
        let whole = self.on_one_line();
        if depth * INDENT.len() + before + whole.chars().count() < LINE {
            out.push_str(&whole);
            return;
        }
        match self {
            Self::Word(written) => out.push_str(written),
            Self::Call(word, inside) => {
                out.push_str(&format!("{word}("));
                inside.write(depth, before + word.len() + 1, out);
                out.push(')');
            }
            Self::List(items) => broken("[", "]", depth, items, |item, out| item.write(depth + 1, 0, out), out),
            Self::Group(word, fields) => {
                out.push_str(word);
                broken("(", ")", depth, fields, |field, out| field.write(depth + 1, out), out);
            }
        }
    }
}

/// One part a line, between brackets.
fn broken<T>(open: &str, close: &str, depth: usize, parts: &[T], write: impl Fn(&T, &mut String), out: &mut String) {
    out.push_str(open);
    out.push('\n');
    for part in parts {
        out.push_str(&INDENT.repeat(depth + 1));
        write(part, out);
        out.push_str(",\n");
    }
    out.push_str(&INDENT.repeat(depth));
    out.push_str(close);
}
