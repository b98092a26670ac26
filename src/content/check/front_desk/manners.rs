//! The standing lines: each moment offers several, and at least one has everything its moment asks for.

use std::collections::BTreeSet;

use crate::content::check::missing_why::need;
use crate::content::drill::card::{MannersCard, PartCard};
use crate::content::drill::speech::{Standing, listen};
use crate::content::drill::{Manners, Part, StandingLine};
use crate::diagnostic::Diagnostic;

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
        if lines.len() < 2 || lines.len() > most {
            let message = format!("`{name}` 有 {} 句，应是 2 到 {most} 句", lines.len());
            problems.push(Diagnostic::error("too-many-choices", at, message));
        }
        for standing in standings {
            if !lines.iter().any(|line| listen(&line.say, *standing, &card).is_whole()) {
                problems.push(no_whole_line(it, name, *standing, at));
            }
        }
        lines.iter().for_each(|line| need(&line.say, line.why.as_ref(), &mut problems));
    }
    life(it, &mut problems);
    problems
}

fn no_whole_line(it: &Manners, name: &str, standing: Standing, at: crate::diagnostic::Span) -> Diagnostic {
    let named = |part: &Part| it.parts.iter().find(|card| card.part == *part).map_or(part.word(), |card| &card.name);
    let parts: Vec<&str> = standing.parts().iter().map(named).collect();
    let message = format!("`{name}` 里没有一句说全了：{}", parts.join("、"));
    Diagnostic::error("no-whole-line", at, message).help("补一句说全的，或在 `parts` 里加上它的说法")
}

fn life(it: &Manners, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for life in &it.life {
        if !seen.insert(life.id.value.as_str()) {
            let problem = Diagnostic::error("duplicate-id", life.id.at, format!("`{}` 写了两次", life.id.value));
            problems.push(problem.help("换一个没用过的名字"));
        }
        need(&life.put, life.why.as_ref(), problems);
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
