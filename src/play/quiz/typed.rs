//! An answer typed on one line, by the numbers things stand under.
//!
//! | question | line |
//! |---|---|
//! | one of several | `2` |
//! | some of several | `1 3` |
//! | holds or not | `对` or `不对`, `t` or `f`, `1` or `2` |
//! | order | `3 1 2`: what comes first, then, then |
//! | baskets | `1 2 1 1`: the basket of each card, in the order shown |
//! | match | `2 1 3`, with two columns `2/1 1/3 3/2`: what stands beside each row |
//! | number, short | the words themselves |
//! | find the fault | `4 2`: the line, then the fault |
//! | note | `何人=王芳；何地=3栋1203`, boxes by their names in any language or by `who where …` |
//! | small call | `2 1`: what is said in each turn |
//!
//! A dash stands for nothing. Digits and marks may be full-width, as a Chinese keyboard types them.

use super::deal::Deal;
use super::reply::Reply;
use crate::content::quiz::card::Task;
use crate::content::scenario::Slot;
use crate::play::drill::note::narrow;

/// Stands for nothing.
const NOTHING: &str = "-";
/// What says that something holds.
const YES: [&str; 7] = ["对", "是", "t", "true", "y", "yes", "1"];
/// What says that it does not.
const NO: [&str; 9] = ["不对", "错", "否", "f", "false", "n", "no", "2", "0"];

/// The answer of a line; none when it is none to this question. `slots` are the names of the six boxes of a note.
pub fn typed(task: &Task, deal: &Deal, line: &str, slots: &[String]) -> Option<Reply> {
    let is_words = matches!(task, Task::Number { .. } | Task::Short(_) | Task::Note { .. });
    let line: String = line.trim().chars().map(|c| if is_words { c } else { narrow(c) }).collect();
    let line = line.as_str();
    let reply = match task {
        Task::Single(_) => Reply::Pick(maybe(line, |word| place(word, deal.order(0)))?),
        Task::Multiple(_) if line == NOTHING => Reply::Picks(Vec::new()),
        Task::Multiple(_) => {
            let mut places = several(line, |word| place(word, deal.order(0)))?;
            places.sort_unstable();
            places.dedup();
            Reply::Picks(places)
        }
        Task::TrueFalse(_) => Reply::Says(maybe(line, yes_or_no)?),
        Task::Order(_) => Reply::Puts(several(line, |word| place(word, deal.order(0)))?),
        Task::Baskets { baskets, cards } => {
            let shown = several(line, |word| maybe(word, |word| number(word, baskets.len())))?;
            Reply::Sorts(unshuffled(&shown, deal.order(0), cards.len())?)
        }
        Task::Match { columns, .. } => Reply::Matches(several(line, |row| beside(row, columns.len(), deal))?),
        Task::Number { .. } | Task::Short(_) => Reply::Typed(line.to_owned()),
        Task::FindFault { talk, .. } => {
            let [line, fault] = words(line).collect::<Vec<_>>()[..] else { return None };
            let line = maybe(line, |word| number(word, talk.len()))?;
            Reply::Finds { line, fault: maybe(fault, |word| place(word, deal.order(0)))? }
        }
        Task::Note { .. } => Reply::Notes(boxes(line, slots)),
        Task::Call { exchanges, .. } => {
            let said = words(line).enumerate().map(|(turn, word)| maybe(word, |word| place(word, deal.order(turn))));
            let mut said: Vec<Option<usize>> = said.collect::<Option<_>>()?;
            said.resize(exchanges.len().max(said.len()), None);
            Reply::Replies(said)
        }
    };
    let reply = reply.cut();
    reply.fits(task).then_some(reply)
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、')).filter(|word| !word.is_empty())
}

fn several<'l, T>(line: &'l str, read: impl Fn(&'l str) -> Option<T>) -> Option<Vec<T>> {
    words(line).map(read).collect()
}

/// The place behind a number as it is shown.
fn place(word: &str, order: &[usize]) -> Option<usize> {
    order.get(number(word, order.len())?).copied()
}

/// A number from 1 as a place from 0.
fn number(word: &str, count: usize) -> Option<usize> {
    let number: usize = word.parse().ok()?;
    number.checked_sub(1).filter(|place| *place < count)
}

/// A dash is nothing, anything else must be something.
fn maybe<'w, T>(word: &'w str, read: impl Fn(&'w str) -> Option<T>) -> Option<Option<T>> {
    if word == NOTHING { Some(None) } else { read(word).map(Some) }
}

fn yes_or_no(word: &str) -> Option<bool> {
    let word = word.to_lowercase();
    let is_yes = YES.contains(&word.as_str());
    (is_yes || NO.contains(&word.as_str())).then_some(is_yes)
}

/// What was typed in the order shown, in the author's order.
fn unshuffled(shown: &[Option<usize>], order: &[usize], count: usize) -> Option<Vec<Option<usize>>> {
    let mut written = vec![None; count];
    for (value, &place) in shown.iter().zip(order) {
        *written.get_mut(place)? = *value;
    }
    (shown.len() == count).then_some(written)
}

/// What stands beside one row: a number for each further column.
fn beside(row: &str, columns: usize, deal: &Deal) -> Option<Vec<Option<usize>>> {
    let cells: Vec<Option<usize>> = row
        .split('/')
        .enumerate()
        .map(|(column, word)| maybe(word, |word| place(word, deal.order(column))))
        .collect::<Option<_>>()?;
    (cells.len() == columns).then_some(cells)
}

/// The six boxes; what has no name goes into the box for what it is about.
fn boxes(line: &str, names: &[String]) -> Vec<String> {
    let mut boxes = vec![String::new(); Slot::ALL.len()];
    let mut write = |slot: usize, text: &str| {
        if !boxes[slot].is_empty() {
            boxes[slot].push('；');
        }
        boxes[slot].push_str(text.trim());
    };
    for part in line.split([';', '；', '|']).filter(|part| !part.trim().is_empty()) {
        let named = part.split_once(['=', '＝', ':', '：']).and_then(|(name, text)| Some((slot(name, names)?, text)));
        match named {
            Some((slot, text)) => write(slot, text),
            None => write(Slot::What as usize, part),
        }
    }
    boxes
}

fn slot(name: &str, names: &[String]) -> Option<usize> {
    let name = name.trim();
    let by_word = || Slot::ALL.iter().position(|slot| slot.word().eq_ignore_ascii_case(name));
    names.iter().position(|known| known.eq_ignore_ascii_case(name)).or_else(by_word)
}
