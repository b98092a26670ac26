//! The standing lines: each moment offers several, and at least one has everything its moment asks for.

use std::collections::BTreeSet;

use super::{in_order, words_at_hand};
use crate::content::check::missing_why::need;
use crate::content::drill::card::{MannersCard, PartCard};
use crate::content::drill::resolve::NUMBER;
use crate::content::drill::speech::{Standing, listen};
use crate::content::drill::{Manners, Part, StandingLine};
use crate::diagnostic::{Diagnostic, Span};

/// The most lines of one moment: they come after a caller's own answers, and there are nine keys.
const MOST: usize = 6;
/// The most lines that come on top of a caller's own answers.
const MOST_ON_TOP: usize = 3;

/// Checks the standing lines.
pub fn manners(it: &Manners) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let card = as_heard(it);
    let moments: [(&str, &[StandingLine], &[Standing], usize); 5] = [
        (
            "openings",
            &it.openings,
            &[Standing::Opening { with_apology: false }, Standing::Opening { with_apology: true }],
            MOST,
        ),
        ("leave", &it.leave, &[Standing::Leave], MOST_ON_TOP),
        ("take_number", &it.take_number, &[Standing::TakeNumber], MOST_ON_TOP),
        ("back", &it.back, &[Standing::Back], MOST),
        ("goodbyes", &it.goodbyes, &[Standing::Goodbye], MOST),
    ];
    for (name, lines, standings, most) in moments {
        let at = lines.first().map_or(it.at, |line| line.at);
        if lines.len() < 2 {
            let message = format!("`{name}` 只有 {} 句，没有什么可选", lines.len());
            problems.push(Diagnostic::error("one-choice", at, message).help("再写一句像样但不够好的"));
        }
        if lines.len() > most {
            let message = format!("`{name}` 有 {} 句，最多 {most} 句", lines.len());
            problems.push(Diagnostic::error("too-many-choices", at, message).help("删到只剩最常见的几句"));
        }
        for standing in standings {
            // A part that nobody described is told of once, where parts are.
            let is_described = |part: &Part| card.parts.iter().any(|card| card.part == *part);
            let can_be_heard = standing.parts().iter().all(is_described);
            if can_be_heard && !lines.iter().any(|line| listen(&line.say, *standing, &card).is_whole()) {
                problems.push(no_whole_line(lines, name, *standing, &card, at));
            }
        }
        lines.iter().for_each(|line| need(&line.say, line.why.as_ref(), &mut problems));
    }
    life(it, &mut problems);
    parts(it, &mut problems);
    placeholders(it, &mut problems);
    in_order(&mut problems);
    problems
}

/// Says what is missing in the line that lacks least.
fn no_whole_line(lines: &[StandingLine], name: &str, standing: Standing, card: &MannersCard, at: Span) -> Diagnostic {
    let missing = |line: &StandingLine| listen(&line.say, standing, card).missing().collect::<Vec<_>>();
    let least = lines.iter().map(missing).min_by_key(Vec::len).unwrap_or_else(|| standing.parts().to_vec());
    let named = |part: &Part| card.parts.iter().find(|card| card.part == *part).map_or(part.word(), |card| &card.name);
    let least: Vec<&str> = least.iter().map(named).collect();
    let which =
        if standing == (Standing::Opening { with_apology: true }) { "（响久了用的那一句）" } else { "" };
    let message = format!("`{name}`{which} 里没有一句说全了，差得最少的一句还缺：{}", least.join("、"));
    Diagnostic::error("no-whole-line", at, message).help("补一句说全的，或在 `parts` 里加上它的说法")
}

/// Every part is described, once.
fn parts(it: &Manners, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for part in &it.parts {
        if !seen.insert(part.part) {
            let problem = Diagnostic::error("duplicate-id", part.at, format!("`{}` 写了两次", part.part.word()));
            problems.push(problem.help("把说法并到一处"));
        }
    }
    let missing: Vec<&str> = Part::ALL.iter().filter(|part| !seen.contains(part)).map(|part| part.word()).collect();
    if !missing.is_empty() {
        let at = it.parts.first().map_or(it.at, |part| part.at);
        let problem = Diagnostic::error("part-missing", at, format!("`parts` 里少了 {}", missing.join("、")));
        problems
            .push(problem.help("每一样都要写，如 `(part: Hold, name: \"请对方稍等\", words: [\"稍等\", \"等一下\"])`"));
    }
}

/// Every placeholder stands for something.
fn placeholders(it: &Manners, problems: &mut Vec<Diagnostic>) {
    let facts = words_at_hand();
    let with_number = facts.with(NUMBER, "");
    let says = &it.callers_say;
    let lines = [&it.openings, &it.leave, &it.take_number, &it.back, &it.goodbyes].into_iter().flatten();
    let lines = lines.flat_map(|line| [Some(&line.say), line.why.as_ref()]);
    let life = it.life.iter().flat_map(|it| [Some(&it.appears), Some(&it.put), it.copy.as_ref(), it.why.as_ref()]);
    let said = says.nudge.iter().chain(&says.interrupted);
    let said = said.chain([&says.will_wait, &says.waited, &says.closing, &says.goodbye, &says.picks_up]).map(Some);
    let parts = it.parts.iter().flat_map(|part| part.words.iter().chain([&part.name])).map(Some);
    for text in lines.chain(life).chain(said).chain(parts).flatten() {
        facts.fill(text, problems);
    }
    with_number.fill(&says.leaves_number, problems);
}

fn life(it: &Manners, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for life in &it.life {
        if !seen.insert(life.id.value.as_str()) {
            let problem = Diagnostic::error("duplicate-id", life.id.at, format!("`{}` 写了两次", life.id.value));
            problems.push(problem.help("换一个没用过的名字"));
        }
        if life.why.as_ref().is_none_or(|why| why.trim().is_empty()) {
            let problem = Diagnostic::error("missing-why", life.put.at, "这件桌边事没有写 `why`");
            problems.push(problem.help("加上 `why: \"…\"`：为什么要先放下，或为什么不必"));
        }
    }
}

/// The words as they are heard, with placeholders standing for the unit and the name.
fn as_heard(it: &Manners) -> MannersCard {
    let parts = it.parts.iter().map(|part| {
        let mut words: Vec<Box<str>> = part.words.iter().map(|word| word.value.clone().into()).collect();
        words.extend(match part.part {
            Part::Unit => Some("{unit}".into()),
            Part::Name => Some("{me}".into()),
            _ => None,
        });
        PartCard { part: part.part, name: part.name.value.clone().into(), words }
    });
    MannersCard { parts: parts.collect(), ..MannersCard::default() }
}
