//! What an exam was worth, and every question with what was answered.

use super::Case;
use crate::content::quiz::Topic;
use crate::export::paper::{Bar, Block, Tone};
use crate::export::report::{figure, pass_line, passing};
use crate::play::quiz::exam::Sitting;
use crate::play::quiz::mark::WHOLE;
use crate::play::quiz::reply::Reply;
use crate::play::quiz::said::{YesNo, said};
use crate::record::progress::minutes;
use crate::record::summary::{ExamQuestion, ExamSummary};

/// Everything but the questions.
pub fn blocks(summary: &ExamSummary, case: &Case<'_>) -> Vec<Block> {
    let mut blocks = vec![figures(summary, case), verdict(summary, case), case.facts(Vec::new())];
    blocks.extend(topics(summary, case));
    blocks
}

fn figures(summary: &ExamSummary, case: &Case<'_>) -> Block {
    let unit = case.text("report-points");
    let all = summary.questions.len();
    let whole = summary.questions.iter().filter(|it| it.credit == WHOLE).count();
    let used = format!("{}/{}", minutes(summary.used_ms.into()), minutes(summary.limit_ms.into()));
    Block::Figures(vec![
        figure(summary.score.to_string(), &unit, case.text("drill-score"), passing(summary.score, summary.pass_mark)),
        figure(summary.pass_mark.to_string(), &unit, case.text("export-pass-mark"), Tone::Plain),
        figure(format!("{whole}/{all}"), "", case.text("exam-whole"), Tone::Plain),
        figure(used, case.text("exam-minutes"), case.text("exam-time-used"), Tone::Plain),
    ])
}

fn verdict(summary: &ExamSummary, case: &Case<'_>) -> Block {
    let (tone, key) = if summary.passed { (Tone::Good, "drill-passed") } else { (Tone::Bad, "drill-failed") };
    let blank = summary.questions.iter().filter(|it| !it.answered).count();
    let remarks = [
        Some(case.text(&format!("exam-ended-{}", summary.ended))),
        (blank > 0).then(|| case.locale.with("exam-left-blank", &[("count", blank.into())])),
    ];
    case.verdict(tone, case.text(key), &remarks.into_iter().flatten().collect::<Vec<_>>())
}

/// Each topic asked about, as a bar.
fn topics(summary: &ExamSummary, case: &Case<'_>) -> Vec<Block> {
    let bar = |topic: &Topic| {
        let of: Vec<&ExamQuestion> = summary.questions.iter().filter(|it| it.topic == topic.word()).collect();
        let credit: u32 = of.iter().map(|it| u32::from(it.credit)).sum();
        let share = credit as f32 / (of.len().max(1) as f32 * f32::from(WHOLE));
        let percent = (share * 100.0).floor() as u32;
        (!of.is_empty()).then(|| Bar {
            name: case.text(&format!("topic-{}", topic.word())),
            share,
            value: case.locale.with("exam-topic", &[("percent", percent.into()), ("count", of.len().into())]),
            tone: passing(percent, summary.pass_mark),
        })
    };
    let bars: Vec<Bar> = Topic::ALL.iter().filter_map(bar).collect();
    if bars.is_empty() {
        return Vec::new();
    }
    let (label, at) = pass_line(summary.pass_mark, case.locale);
    vec![Block::Heading(case.text("exam-topics")), Block::Bars { mark: Some((at / 100.0, label)), bars }]
}

/// Every question: what was answered, what is right, and why.
pub fn questions(sitting: &Sitting, case: &Case<'_>) -> Vec<Block> {
    (0..sitting.paper().len()).map(|place| question(sitting, place, case)).collect()
}

fn question(sitting: &Sitting, place: usize, case: &Case<'_>) -> Block {
    let card = &sitting.paper()[place];
    let mark = sitting.mark(place);
    let (yes, no) = (case.text("quiz-yes"), case.text("quiz-no"));
    let words = YesNo { yes: &yes, no: &no };
    let given = sitting.reply(place).map(|reply| said(&card.task, reply, words));
    let given = given.unwrap_or_else(|| case.text("exam-blank"));
    let tone = match mark.credit {
        WHOLE => Tone::Good,
        0 => Tone::Bad,
        _ => Tone::Warn,
    };
    let mut notes = Vec::new();
    if mark.credit < WHOLE {
        let right = said(&card.task, &Reply::right(&card.task), words);
        notes.push(case.locale.with("exam-right-is", &[("right", right.into())]));
    }
    notes.push(card.why.to_string());
    let article = |law: &crate::content::script::LawCard| format!("{}{}（{}）", law.statute, law.article, law.version);
    notes.extend(card.laws.iter().map(article));
    Block::Said {
        who: case.locale.with("exam-question", &[("number", (place + 1).into())]),
        words: card.ask.to_string(),
        verdict: Some((tone, given)),
        notes,
    }
}
