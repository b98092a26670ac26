//! What kind of question it is, told by its answers as Moodle tells it.

use std::ops::Range;

use super::answers::{Answer, RIGHT, SIGNS, count, split};
use super::blocks::Parts;
use super::read::Asking;
use super::{numbers, pairs};
use crate::content::quiz::{Choice, Kind};

/// How far a weight may be from ours and still be ours, in percent.
const NEAR: f64 = 0.01;
/// The most answers that are looked at: many times what a question may have.
const MOST: usize = 60;
/// All of it, in percent.
const WHOLE: f64 = 100.0;

/// The kind of a question, and what is right; none where that cannot be said.
pub fn kind(asking: &mut Asking<'_, '_>, parts: &Parts, block: &Range<usize>) -> Option<Kind> {
    let (file, at) = (asking.file, parts.answers.clone());
    let has = |what: &str| file.find(what, at.clone()).is_some();
    if at.is_empty() {
        let help = "问答题要人来改，导不进来；能列出答法的，改成填空 `{=答法 =另一种答法}`";
        return asking.refuse("gift-essay", block, "这是问答题：`{ }` 里没有答案", help);
    }
    if count(file, &at) > MOST {
        let help = "一道题最多九个选项、十六种答法；看看是不是少了 `}` 或空行";
        return asking.refuse("gift-too-many", block, "这道题的答案太多", help);
    }
    if file.begins("#", &at) {
        return numbers::number(asking, at);
    }
    if has("~") {
        return choices(asking, &at);
    }
    if has("=") && has("->") {
        return pairs::pairs(asking, &at);
    }
    match truth(asking, &at) {
        Some(holds) => Some(Kind::TrueFalse(holds)),
        None => short(asking, &at),
    }
}

/// Whether a statement holds; what is said to right and wrong is told to all.
fn truth(asking: &mut Asking<'_, '_>, at: &Range<usize>) -> Option<bool> {
    let file = asking.file;
    let hash = file.find("#", at.clone());
    let word = file.trimmed(at.start..hash.unwrap_or(at.end));
    let holds = match file.text.get(word)? {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let mut from = hash.map(|hash| hash + 1);
    while let Some(start) = from {
        let next = file.find("#", start..at.end);
        let said = asking.text(file.trimmed(start..next.unwrap_or(at.end)));
        asking.aside.push(said.value);
        from = next.map(|next| next + 1);
    }
    Some(holds)
}

/// Several to choose from: one right where a `=` says so, otherwise as the weights say.
fn choices(asking: &mut Asking<'_, '_>, at: &Range<usize>) -> Option<Kind> {
    let answers = split(asking.file, at.clone(), SIGNS);
    let is_single = answers.iter().any(|answer| answer.is_right);
    let is_right = |answer: &Answer| answer.is_right || answer.weight.is_some_and(|weight| weight > 0.0);
    let is_whole = |answer: &Answer| answer.is_right || answer.weight.is_some_and(|weight| weight >= WHOLE - NEAR);
    let read = |asking: &mut Asking<'_, '_>, right: fn(&Answer) -> bool| -> Vec<Choice> {
        answers.iter().map(|answer| choice(asking, answer, right(answer))).collect()
    };
    if !answers.iter().any(is_right) {
        return asking.refuse("no-right", at, "没有一个选项是对的", "对的选项前面写 `=`；几个都对的写 `~%50%…`");
    }
    if !is_single {
        uneven(asking, &answers, at);
        return Some(Kind::Multiple(read(asking, |answer| answer.weight.is_some_and(|weight| weight > 0.0))));
    }
    if answers.iter().filter(|answer| is_whole(answer)).count() > 1 {
        let help = "只留一个 `=`；几个都要选的，每个写成 `~%50%…`，加起来 100";
        return asking.refuse("two-right", at, "有几个选项选哪个都算对，这里没有这样的题", help);
    }
    if answers.iter().any(|answer| !answer.is_right && answer.weight.is_some_and(|weight| weight != 0.0)) {
        asking.warn(
            "gift-weights",
            at,
            "选项有自己的分值，导入后对的得 1，别的得 0",
            "看看给一部分分的选项还该不该算错",
        );
    }
    Some(Kind::Single(read(asking, |answer| answer.is_right)))
}

fn choice(asking: &mut Asking<'_, '_>, answer: &Answer, right: bool) -> Choice {
    let say = asking.text(answer.words.clone());
    let why = answer.said.clone().map(|at| asking.text(at)).filter(|why| !why.is_empty());
    Choice { at: say.at, say, right, why }
}

/// Says so where weights are not those we count with.
fn uneven(asking: &mut Asking<'_, '_>, answers: &[Answer], at: &Range<usize>) {
    let weight = |answer: &Answer| answer.weight.unwrap_or_default();
    let needed = answers.iter().filter(|answer| weight(answer) > 0.0).count();
    let share = WHOLE / needed.max(1) as f64;
    if answers.iter().any(|answer| (weight(answer).abs() - share).abs() > NEAR) {
        let help = "导入后按本程序的算法给分：（选对的 − 选错的）÷ 该选的";
        asking.warn("gift-weights", at, "各选项的分值和本程序的算法不一样，没有留下", help);
    }
}

/// Words that are typed.
fn short(asking: &mut Asking<'_, '_>, at: &Range<usize>) -> Option<Kind> {
    let mut words = Vec::new();
    for answer in split(asking.file, at.clone(), RIGHT) {
        let (word, has_wildcard) = asking.typed(answer.words.clone());
        let said = answer.said.clone().map(|at| asking.text(at)).filter(|said| !said.is_empty());
        if answer.weight.is_some_and(|weight| weight < WHOLE - NEAR) {
            let message = format!("答法 `{}` 只给一部分分，没有留下", word.value);
            asking.warn("gift-weights", &answer.at, &message, "算对的话，去掉前面的 `%…%`");
        } else if has_wildcard {
            let message = format!("`{}` 里的 `*` 表示任意文字，这里没有这样的答法", word.value);
            asking.warn("gift-wildcard", &answer.at, &message, "把算对的写法一个一个列出来；真是星号，写成 `\\\\*`");
        } else {
            words.push(word);
        }
        if said.is_some() {
            asking.warn(
                "gift-said",
                &answer.at,
                "填空的答法不能各带一句话，没有留下",
                "要紧的话写进 `####` 后面的讲解",
            );
        }
    }
    if words.is_empty() {
        return asking.refuse("no-right", at, "没有一种答法能留下", "写成 `{=答法 =另一种答法}`");
    }
    Some(Kind::Short(words))
}
