//! A question as a block of GIFT, or why it cannot be one.
//!
//! Weights are those Moodle takes, to five decimals: right choices share a hundred, a wrong one costs as much as a right
//! one brings, as in our own count.

use super::note::{Exact, Note};
use super::words::{Place, back, escaped};
use crate::content::quiz::{Basket, Choice, Kind, Match, Number, Question, Topic};
use crate::content::scenario::{Difficulty, Text};
use crate::export::unsaid::{Reason, Unsaid};

/// What a file begins with.
const HEAD: &str =
    "// 三声之内的题库，Moodle GIFT 格式。three-rings 开头的注释请留着：再导入时，靠它还原考点、条目和法条。\n";
/// What our categories are called before the topic.
const CATEGORY: &str = "$CATEGORY: three-rings/";

/// Questions as a file of GIFT, and those it cannot say.
pub fn write<'q>(questions: impl IntoIterator<Item = &'q Question>) -> (String, Vec<Unsaid>) {
    let (mut out, mut unsaid, mut category) = (HEAD.to_owned(), Vec::new(), None::<Topic>);
    for question in questions {
        match block(question) {
            Ok(block) => {
                if category.replace(question.topic.value) != Some(question.topic.value) {
                    out.push_str(&format!("\n{CATEGORY}{}\n", question.topic.value.word()));
                }
                out.push_str(&format!("\n{block}"));
            }
            Err(reason) => unsaid.push(Unsaid { id: question.id.value.clone(), reason }),
        }
    }
    (out, unsaid)
}

fn block(question: &Question) -> Result<String, Reason> {
    let mut body = Body { lines: String::new(), note: note(question), texts: 0 };
    let stem = body.say(&question.ask, Place::Stem);
    body.answers(&question.answer.value)?;
    let why = body.say(&question.why, Place::Part);
    let general = if why.is_empty() { String::new() } else { format!("\t####{why}\n") };
    let title = escaped(&question.id, Place::Right);
    let open = if matches!(question.answer.value, Kind::Number(_)) { "{#" } else { "{" };
    Ok(format!("{}\n::{title}::{stem}{open}\n{}{general}}}\n", body.note.line(), body.lines))
}

/// What GIFT has no place for.
fn note(question: &Question) -> Note {
    let words = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let harder = Some(question.difficulty).filter(|&difficulty| difficulty != Difficulty::default());
    Note {
        point: question.point.as_ref().map(|point| point.value.0.clone()),
        topic: Some(question.topic.value.word().to_owned()),
        items: question.items.iter().map(|item| item.value).collect(),
        difficulty: harder.map(|difficulty| difficulty.word().to_owned()),
        laws: question.laws.iter().map(|law| law.value.0.clone()).collect(),
        changed: words(&question.changed),
        varies: words(&question.varies),
        reconstructed: question.reconstructed,
        trains: question.trains.iter().map(|check| check.value.word().to_owned()).collect(),
        secs: question.secs.as_ref().map(|secs| secs.value),
        ..Note::default()
    }
}

/// A question while it is written.
struct Body {
    lines: String,
    note: Note,
    /// How many texts there were.
    texts: usize,
}

impl Body {
    /// A text as GIFT has it; if it would not come back to the letter, the note says what it is.
    fn say(&mut self, text: &str, place: Place) -> String {
        let written = escaped(text, place);
        let reads = back(&written, place);
        if reads != text {
            self.note.exact.push(Exact { place: self.texts, reads, is: text.to_owned() });
        }
        self.texts += 1;
        written
    }

    fn line(&mut self, line: &str) {
        self.lines.push_str(&format!("\t{line}\n"));
    }

    fn answers(&mut self, kind: &Kind) -> Result<(), Reason> {
        match kind {
            Kind::Single(choices) => choices.iter().for_each(|it| self.choice(it, if it.right { "=" } else { "~" })),
            Kind::Multiple(choices) => self.multiple(choices),
            Kind::TrueFalse(holds) => self.line(if *holds { "TRUE" } else { "FALSE" }),
            Kind::Short(words) => words.iter().for_each(|word| {
                let word = self.say(word, Place::Typed);
                self.line(&format!("={word}"));
            }),
            Kind::Number(number) => self.number(number),
            Kind::Order(steps) => self.order(steps),
            Kind::Baskets(baskets) => self.baskets(baskets),
            Kind::Match(table) => return self.table(table),
            _ => return Err(Reason::of(kind).unwrap_or(Reason::Broken)),
        }
        Ok(())
    }

    fn choice(&mut self, choice: &Choice, sign: &str) {
        let say = self.say(&choice.say, Place::Part);
        let why = choice.why.as_ref().map(|why| format!("#{}", self.say(why, Place::Part)));
        self.line(&format!("{sign}{say}{}", why.unwrap_or_default()));
    }

    fn multiple(&mut self, choices: &[Choice]) {
        let needed = choices.iter().filter(|choice| choice.right).count().max(1);
        for choice in choices {
            let sign = if choice.right { "" } else { "-" };
            self.choice(choice, &format!("~%{sign}{}%", share(needed)));
        }
    }

    fn number(&mut self, number: &Number) {
        self.note.unit = number.unit.as_ref().map(|unit| unit.value.clone());
        let (is, within) = (number.is.value.0, number.within.value.0);
        let within = if within == 0.0 { String::new() } else { format!(":{within}") };
        self.line(&format!("{is}{within}"));
    }

    fn order(&mut self, steps: &[Text]) {
        self.note.kind = Some("Order".to_owned());
        for (place, step) in (1..).zip(steps) {
            self.pair(step, &place.to_string());
        }
    }

    fn baskets(&mut self, baskets: &[Basket]) {
        self.note.kind = Some("Baskets".to_owned());
        for basket in baskets {
            if basket.cards.is_empty() {
                self.pair("", &basket.name);
            }
            basket.cards.iter().for_each(|card| self.pair(card, &basket.name));
        }
    }

    /// A table of two columns; what belongs nowhere stands right of nothing.
    fn table(&mut self, table: &Match) -> Result<(), Reason> {
        const COLUMNS: usize = 2;
        if table.heads.len() > COLUMNS {
            return Err(Reason::ThreeColumns);
        }
        self.note.kind = Some("Match".to_owned());
        self.note.heads = table.heads.iter().map(|head| head.value.clone()).collect();
        for row in &table.rows {
            let [left, right] = row.as_slice() else { return Err(Reason::Broken) };
            self.pair(left, right);
        }
        table.extra.iter().flatten().for_each(|extra| self.pair("", extra));
        Ok(())
    }

    fn pair(&mut self, left: &str, right: &str) {
        let (left, right) = (self.say(left, Place::Left), self.say(right, Place::Right));
        self.line(&format!("={left} -> {right}"));
    }
}

/// What one of so many brings, in percent, as Moodle writes it.
fn share(of: usize) -> String {
    let share = format!("{:.5}", 100.0 / of as f64);
    share.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_those_moodle_takes() {
        let taken = ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111"];
        assert_eq!((1..=9).map(share).collect::<Vec<_>>(), taken);
    }
}
