//! What must be known of a question before it is asked, found without reading the whole of it.
//!
//! A bank may have twenty thousand questions, of which an hour asks thirty. So opening a bank only walks over its text for
//! ids, points, topics and items; the file a question stands in is read when one of them is wanted. The walk knows well
//! formed files only: whatever it is not sure of it leaves to the reader, which can say what is wrong.

use super::{Question, Quiz, Topic};
use crate::content::drill::Check;
use crate::content::scenario::Difficulty;

/// What is known of a file of questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Its id.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// Its questions, in order.
    pub slips: Vec<Slip>,
}

/// What is known of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// Its id.
    pub id: Box<str>,
    /// What it is about, where its author named that.
    pub point: Option<Box<str>>,
    /// What it belongs to.
    pub topic: Topic,
    /// How hard.
    pub difficulty: Difficulty,
    /// The teachable items it tests.
    pub items: Vec<u32>,
    /// What of the front desk's scorecard it trains.
    pub trains: Vec<Check>,
    /// The scenario it is taken from.
    pub scenario: Option<Box<str>>,
}

impl Slip {
    /// What it is about: its own id where the author named no point.
    pub fn point(&self) -> &str {
        self.point.as_deref().unwrap_or(&self.id)
    }

    fn of(question: &Question) -> Self {
        Self {
            id: question.id.value.as_str().into(),
            point: question.point.as_ref().map(|point| point.value.0.as_str().into()),
            topic: question.topic.value,
            difficulty: question.difficulty,
            items: question.items.iter().map(|item| item.value).collect(),
            trains: question.trains.iter().map(|check| check.value).collect(),
            scenario: question.answer.scenario().map(Into::into),
        }
    }
}

impl Sketch {
    /// The sketch of a file that was read.
    pub fn of(quiz: &Quiz) -> Self {
        Self {
            id: quiz.id.value.as_str().into(),
            title: quiz.title.value.as_str().into(),
            slips: quiz.questions.iter().map(Slip::of).collect(),
        }
    }

    /// The sketch of a text; none where it is no file of questions, or the walk is not sure of it.
    pub fn read(text: &str) -> Option<Self> {
        let mut walk = Walk { text, at: 0 };
        (walk.word()? == "Quiz").then_some(())?;
        walk.take(b'(')?;
        let mut sketch = Self::default();
        while !walk.ends(b')')? {
            match walk.field()? {
                "id" => sketch.id = walk.string()?.into(),
                "title" => sketch.title = walk.string()?.into(),
                "questions" => sketch.slips = walk.list(Walk::slip)?,
                _ => return None,
            }
            walk.comma()?;
        }
        walk.space()?;
        (walk.at == text.len()).then_some(sketch)
    }
}

/// A walk over a text.
struct Walk<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Walk<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over spaces and comments; none where a comment does not end.
    fn space(&mut self) -> Option<()> {
        while let Some(byte) = self.byte() {
            let rest = &self.text.as_bytes()[self.at..];
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'/' if rest.starts_with(b"//") => self.at += self.text[self.at..].find('\n')?,
                // Block comments may nest; they are rare enough to be left to the reader.
                b'/' => return None,
                _ => break,
            }
        }
        Some(())
    }

    /// Passes over one mark.
    fn take(&mut self, mark: u8) -> Option<()> {
        self.space()?;
        (self.byte()? == mark).then(|| self.at += 1)
    }

    /// Whether a bracket closes here; it is passed over then.
    fn ends(&mut self, mark: u8) -> Option<bool> {
        self.space()?;
        let is_end = self.byte()? == mark;
        self.at += usize::from(is_end);
        Some(is_end)
    }

    /// A comma, or the bracket that closes after the last.
    fn comma(&mut self) -> Option<()> {
        self.space()?;
        match self.byte()? {
            b',' => self.at += 1,
            b')' | b']' => {}
            _ => return None,
        }
        Some(())
    }

    fn word(&mut self) -> Option<&'t str> {
        self.space()?;
        let rest = &self.text[self.at..];
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        self.at += length;
        (length > 0).then(|| &rest[..length])
    }

    fn field(&mut self) -> Option<&'t str> {
        let name = self.word()?;
        self.take(b':').map(|()| name)
    }

    /// A text between quotes; one with escapes is left to the reader.
    fn string(&mut self) -> Option<&'t str> {
        self.take(b'"')?;
        let rest = &self.text[self.at..];
        let length = rest.find('"')?;
        self.at += length + 1;
        Some(&rest[..length]).filter(|text| !text.contains('\\'))
    }

    /// A name, bare or between quotes.
    fn name(&mut self) -> Option<&'t str> {
        self.space()?;
        if self.byte()? == b'"' { self.string() } else { self.word() }
    }

    fn number(&mut self) -> Option<u32> {
        self.word()?.parse().ok()
    }

    fn one_of<T: Copy>(&mut self, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        let written = self.word()?;
        all.iter().copied().find(|one| word(*one) == written)
    }

    /// A list, or the one thing that may stand in its place.
    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.space()?;
        if self.byte()? != b'[' {
            return Some(vec![one(self)?]);
        }
        self.at += 1;
        let mut list = Vec::new();
        while !self.ends(b']')? {
            list.push(one(self)?);
            self.comma()?;
        }
        Some(list)
    }

    fn slip(&mut self) -> Option<Slip> {
        self.take(b'(')?;
        let mut slip = Slip::default();
        while !self.ends(b')')? {
            match self.field()? {
                "id" => slip.id = self.string()?.into(),
                "point" => slip.point = Some(self.name()?.into()),
                "topic" => slip.topic = self.one_of(Topic::ALL, Topic::word)?,
                "difficulty" => slip.difficulty = self.one_of(Difficulty::ALL, Difficulty::word)?,
                "items" => slip.items = self.list(Self::number)?,
                "trains" => slip.trains = self.list(|walk| walk.one_of(Check::ALL, Check::word))?,
                "answer" => slip.scenario = self.answer()?,
                "ask" | "why" | "laws" | "changed" | "varies" | "reconstructed" | "secs" => self.value()?,
                _ => return None,
            }
            self.comma()?;
        }
        Some(slip)
    }

    /// The answer is passed over; the scenario it is taken from, if it is.
    fn answer(&mut self) -> Option<Option<Box<str>>> {
        if self.word()? != "CallFrom" {
            self.value()?;
            return Some(None);
        }
        self.take(b'(')?;
        let mut scenario = None;
        while !self.ends(b')')? {
            match self.field()? {
                "scenario" => scenario = Some(self.name()?.into()),
                _ => self.value()?,
            }
            self.comma()?;
        }
        Some(scenario)
    }

    /// Passes over a value: up to the comma or the bracket behind it.
    fn value(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        loop {
            match *bytes.get(self.at)? {
                b'"' => self.quoted()?,
                b'/' if bytes.get(self.at + 1) == Some(&b'/') => self.at += self.text[self.at..].find('\n')?,
                b'/' if bytes.get(self.at + 1) == Some(&b'*') => return None,
                // Raw strings have other rules for quotes.
                b'r' if matches!(bytes.get(self.at + 1), Some(b'"' | b'#')) => return None,
                b'(' | b'[' | b'{' => (depth, self.at) = (depth + 1, self.at + 1),
                b',' | b')' | b']' | b'}' if depth == 0 => return Some(()),
                b')' | b']' | b'}' => (depth, self.at) = (depth - 1, self.at + 1),
                _ => self.at += 1,
            }
        }
    }

    /// Passes over a text between quotes, whatever stands in it.
    fn quoted(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        self.at += 1;
        loop {
            let rest = bytes.get(self.at..)?;
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
            if bytes[self.at] == b'"' {
                self.at += 1;
                return Some(());
            }
            self.at += 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::{Content, read};
    use crate::content::shipped;

    #[test]
    fn the_walk_finds_in_every_shipped_file_what_the_reader_finds() {
        let mut questions = 0;
        for source in shipped::files() {
            let (Some(Content::Quiz(quiz)), _) = read(&source.text) else {
                assert_eq!(Sketch::read(&source.text), None, "{} is no file of questions", source.name);
                continue;
            };
            assert_eq!(Sketch::read(&source.text), Some(Sketch::of(&quiz)), "{}", source.name);
            questions += quiz.questions.len();
        }
        assert!(questions > 150);
    }

    #[test]
    fn whatever_it_is_not_sure_of_is_left_to_the_reader() {
        let with = |inside: &str| format!("Quiz(id: \"a\", title: \"b\", questions: [({inside})])");
        assert!(Sketch::read(&with("id: \"x\", topic: Law, items: [1], ask: \"(\\\"[\", why: \"]\"")).is_some());
        for unsure in [
            "id: \"x\\n\", topic: Law",
            "id: \"x\", topic: Lawn",
            "id: \"x\", itmes: [1]",
            "id: \"x\", ask: r#\"\"\"#",
            "id: \"x\", /* nested */ topic: Law",
            "id: \"x\", items: [one]",
            "id: \"x\", ask: \"",
        ] {
            assert_eq!(Sketch::read(&with(unsure)), None, "{unsure}");
        }
        assert_eq!(Sketch::read("Exam(id: \"a\")"), None);
        assert_eq!(Sketch::read(&format!("{} more", with("id: \"x\""))), None);
    }
}
