//! A file of GIFT as questions and problems, whoever wrote it.

use std::collections::HashMap;
use std::ops::Range;

use super::blocks::{Block, Parts, Searched, Shape, parts};
use super::kinds;
use super::note::Note;
use super::words::{self, Format};
use crate::content::drill::Check;
use crate::content::quiz::{Question, Topic};
use crate::content::read::Name;
use crate::content::scenario::{Difficulty, Text};
use crate::diagnostic::{Diagnostic, Severity, Span, Spanned};
use crate::export::intake::{Defaults, NO_WHY};
use crate::export::terms;

/// The number of the second of several with one name.
const SECOND: usize = 2;
/// What stands where the answers stood in the middle of a sentence.
const GAP: &str = "_____";

/// The questions of a file, places in it, and everything that is wrong with it. A question with an error is left out.
pub fn read(text: &str, defaults: &Defaults) -> (Vec<Question>, Vec<Diagnostic>) {
    let file = Searched::new(text);
    let mut reader = Reader { file: &file, defaults, topic: None, ids: HashMap::new(), count: 0, problems: Vec::new() };
    let questions: Vec<Question> = file.blocks().iter().filter_map(|block| reader.block(block)).collect();
    if questions.is_empty() && reader.problems.is_empty() {
        let problem = Diagnostic::about_file("gift-empty", "这个文件里没有题");
        reader.problems.push(problem.help("一道题写成 `::名字::题目{=对的 ~错的 ####讲解}`，两题之间空一行"));
    }
    (questions, reader.problems)
}

struct Reader<'r, 't> {
    file: &'r Searched<'t>,
    defaults: &'r Defaults,
    /// What the category says.
    topic: Option<Topic>,
    /// The ids given so far, each with the number the next of its like gets.
    ids: HashMap<String, usize>,
    /// How many questions there were, readable or not.
    count: usize,
    problems: Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn block(&mut self, block: &Block) -> Option<Question> {
        let parts = match parts(self.file, block) {
            Ok(Shape::Category(at)) => {
                self.topic = topic_of(&self.file.text[at]);
                return None;
            }
            Ok(Shape::Question(parts)) => parts,
            Err(problem) => {
                self.count += 1;
                self.problems.push(problem);
                return None;
            }
        };
        self.count += 1;
        let known = self.problems.len();
        let (note, is_ours) = self.note(block);
        let mut asking = Asking {
            file: self.file,
            note,
            standing: Format::default(),
            texts: 0,
            aside: Vec::new(),
            problems: Vec::new(),
        };
        let ask = asking.stem(&parts);
        let answer = kinds::kind(&mut asking, &parts, &block.at);
        let why = asking.why(&parts, &block.at);
        let Asking { note, mut problems, .. } = asking;
        let id = self.id(&parts, &block.at, is_ours);
        let items = self.items(&note, id.at, &mut problems);
        self.problems.append(&mut problems);
        let answer = Spanned { value: answer?, at: Span::new(block.at.clone()) };
        let question = Question { id, items: items?, ask, answer, why, ..Question::default() };
        let question = self.noted(question, note, block);
        let is_sound = self.problems[known..].iter().all(|problem| problem.severity != Severity::Error);
        is_sound.then_some(question)
    }

    /// What the comment before it says, and whether there is one of ours.
    fn note(&mut self, block: &Block) -> (Note, bool) {
        let Some(at) = &block.note else { return (Note::default(), false) };
        let (note, mut problems) = Note::read(self.file.text[at.clone()].trim(), Span::new(at.clone()));
        self.problems.append(&mut problems);
        let is_ours = note.is_some();
        (note.unwrap_or_default(), is_ours)
    }

    /// A name for it: its title where that is plain, a number where it is not.
    fn id(&mut self, parts: &Parts, block: &Range<usize>, is_ours: bool) -> Text {
        let at = parts.title.clone().unwrap_or(block.clone());
        let title = parts.title.clone().map(|at| words::read(&self.file.words(at), Format::Plain).text);
        let written = title.unwrap_or_default();
        if is_ours && !written.is_empty() {
            self.ids.entry(written.clone()).or_insert(SECOND);
            return Spanned { value: written, at: Span::new(at) };
        }
        let wanted = plain_id(&written).unwrap_or_else(|| format!("gift-{}", self.count));
        Spanned { value: self.free(wanted), at: Span::new(at) }
    }

    /// The id, with a number where it is given already.
    fn free(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        while self.ids.contains_key(&id) {
            let next = self.ids.entry(wanted.clone()).or_insert(SECOND);
            id = format!("{wanted}-{next}");
            *next += 1;
        }
        self.ids.insert(id.clone(), SECOND);
        id
    }

    /// What it tests; none, and said so, where neither it nor the caller says.
    fn items(&self, note: &Note, at: Span, problems: &mut Vec<Diagnostic>) -> Option<Vec<Spanned<u32>>> {
        let items = if note.items.is_empty() { &self.defaults.items } else { &note.items };
        if items.is_empty() {
            let problem = Diagnostic::error("gift-no-item", at, "这道题没有说考的是 47 条里的哪一条");
            problems.push(problem.help("导入时加上 `--items 5,6`，写给没说的题"));
            return None;
        }
        Some(items.iter().map(|&value| Spanned { value, at }).collect())
    }

    /// With everything the comment says.
    fn noted(&mut self, mut question: Question, note: Note, block: &Block) -> Question {
        let at = Span::new(block.note.clone().unwrap_or(block.at.clone()));
        let name = |name: String| Spanned { value: Name(name), at };
        let words = |words: String| Spanned { value: words, at };
        let topic = note.topic.and_then(|word| self.word(&word, "专题", Topic::ALL, Topic::word, at));
        let topic = topic.or(self.topic).unwrap_or(self.defaults.topic);
        let harder = note.difficulty.and_then(|word| self.word(&word, "难度", Difficulty::ALL, Difficulty::word, at));
        let trains = note.trains.iter().filter_map(|word| self.word(word, "前台评分点", Check::ALL, Check::word, at));
        question.trains = trains.map(|value| Spanned { value, at }).collect();
        question.topic = Spanned { value: topic, at };
        question.difficulty = harder.unwrap_or_default();
        question.point = note.point.map(name);
        question.laws = note.laws.into_iter().map(name).collect();
        question.changed = note.changed.map(words);
        question.varies = note.varies.map(words);
        question.reconstructed = note.reconstructed;
        question.secs = note.secs.map(|value| Spanned { value, at });
        question.at = Span::new(block.at.clone());
        question
    }

    /// One of a closed set of words.
    fn word<T: Copy>(
        &mut self,
        written: &str,
        what: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        at: Span,
    ) -> Option<T> {
        let found = all.iter().copied().find(|&one| name(one) == written);
        if found.is_none() {
            let problem = Diagnostic::error("unknown-word", at, format!("没有 `{written}` 这样的{what}"));
            self.problems.push(problem.suggest(written, all.iter().map(|&one| name(one))));
        }
        found
    }
}

/// The topic a category names, by its word or by what it is called, anywhere on its way.
fn topic_of(category: &str) -> Option<Topic> {
    category.rsplit('/').find_map(|part| terms::topic_of(part.trim()))
}

/// A title as an id, if it can be one: letters and digits, and hyphens for what stands between them.
fn plain_id(title: &str) -> Option<String> {
    let is_between = |c: char| c.is_ascii_whitespace() || "-_.:/".contains(c);
    if !title.chars().all(|c| c.is_ascii_alphanumeric() || is_between(c)) {
        return None;
    }
    let words = title.split(is_between).filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join("-").to_ascii_lowercase()).filter(|id| !id.is_empty())
}

/// One question while it is read.
pub struct Asking<'r, 't> {
    /// The file it stands in.
    pub file: &'r Searched<'t>,
    /// What the comment before it says.
    pub note: Note,
    /// How a text is meant that does not say.
    pub standing: Format,
    /// How many texts there were.
    texts: usize,
    /// What is said to an answer that has no place for it, and is told to all.
    pub aside: Vec<String>,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

impl Asking<'_, '_> {
    /// The text at a place.
    pub fn text(&mut self, at: Range<usize>) -> Text {
        let read = words::read(&self.file.words(at.clone()), self.standing);
        self.lost(&read.lost, &at);
        self.counted(read.text, at)
    }

    /// The text at a place right of an arrow.
    pub fn bare(&mut self, at: Range<usize>) -> Text {
        self.counted(words::bare(&self.file.words(at.clone())), at)
    }

    /// A typed answer, and whether a `*` in it means anything.
    pub fn typed(&mut self, at: Range<usize>) -> (Text, bool) {
        let read = words::read(&self.file.words(at.clone()), self.standing);
        let (text, has_wildcard) = words::typed(&read.text);
        (self.counted(text, at), has_wildcard)
    }

    fn stem(&mut self, parts: &Parts) -> Text {
        let mut read = words::read(&self.file.words(parts.before.clone()), Format::default());
        self.standing = read.format;
        if !parts.after.is_empty() {
            let after = words::read(&self.file.words(parts.after.clone()), self.standing);
            read.text = format!("{}{GAP}{}", read.text, after.text);
            read.lost.extend(after.lost);
        }
        let at = parts.before.start.min(parts.after.start)..parts.before.end;
        self.lost(&read.lost, &at);
        self.counted(read.text, at)
    }

    fn why(&mut self, parts: &Parts, block: &Range<usize>) -> Text {
        let mut why = match parts.general.clone() {
            Some(at) => self.text(at),
            None => Spanned { value: String::new(), at: Span::new(block.clone()) },
        };
        let said = self.aside.drain(..).chain([std::mem::take(&mut why.value)]).filter(|said| !said.is_empty());
        why.value = said.collect::<Vec<_>>().join("\n");
        if why.value.trim().is_empty() {
            let problem = Diagnostic::warning("missing-why", why.at, "这道题没有讲解");
            self.problems.push(problem.help("在 `}` 前面写 `####讲解`，或导入以后补上 `why`"));
            why.value = NO_WHY.to_owned();
        }
        why
    }

    /// To the letter, where the note knows better.
    fn counted(&mut self, reads: String, at: Range<usize>) -> Text {
        let exact = self.note.exact(self.texts, &reads).map(str::to_owned);
        self.texts += 1;
        Spanned { value: exact.unwrap_or(reads), at: Span::new(at) }
    }

    fn lost(&mut self, marks: &[String], at: &Range<usize>) {
        if !marks.is_empty() {
            let names = marks.iter().map(|mark| format!("<{mark}>")).collect::<Vec<_>>().join("、");
            self.warn(
                "gift-html",
                at,
                &format!("{names} 导不进来，只留下文字"),
                "看看少了图、表或链接，题目还讲不讲得通",
            );
        }
    }

    /// Says what is lost.
    pub fn warn(&mut self, code: &'static str, at: &Range<usize>, message: &str, help: &str) {
        self.problems.push(Diagnostic::warning(code, Span::new(at.clone()), message).help(help));
    }

    /// Says why it cannot be read.
    pub fn refuse<T>(&mut self, code: &'static str, at: &Range<usize>, message: &str, help: &str) -> Option<T> {
        self.problems.push(Diagnostic::error(code, Span::new(at.clone()), message).help(help));
        None
    }
}
