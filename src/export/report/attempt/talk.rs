//! What was said in a call: the questions on paper as tables, the talk turn by turn.

use super::{Case, answer};
use crate::export::choices::{Choice, Worth};
use crate::export::paper::{Align, Block};
use crate::export::report::column;
use crate::play::call::Call;
use crate::play::debrief::{QuestionName, Review, Said, debrief};
use crate::play::offer::Reply;
use crate::play::state::Stage;

/// The whole call, in its three stages.
pub fn blocks(call: &Call, case: &Case<'_>) -> Vec<Block> {
    let debrief = debrief(call);
    let turns: Vec<Turn<'_>> = debrief.reviews.iter().zip(case.told.record.choices()).collect();
    let mut blocks = paper_stage(&turns, Stage::Prepare, case);
    // What is heard last stands before the first question of the log, if there is one.
    let mut talk = Vec::new();
    for (review, choice) in &turns {
        talk.extend(review.before.iter().map(|said| heard(said, call)));
        if review.stage == Stage::Talk {
            talk.push(answer::said(choice, case));
        }
    }
    talk.extend(debrief.last_words.iter().map(|said| heard(said, call)));
    if !talk.is_empty() {
        blocks.push(Block::Subheading(case.text("stage-talk")));
        blocks.extend(talk);
        blocks.extend(ending(call));
    }
    blocks.extend(paper_stage(&turns, Stage::Log, case));
    blocks
}

/// A question of a call, and what became of it.
type Turn<'c> = (&'c Review<'c>, &'c Choice);

fn heard(said: &Said<'_>, call: &Call) -> Block {
    let who = said.speaker.unwrap_or(&call.script().persona.called).to_owned();
    let words = match said.aside {
        Some(aside) => format!("{aside}\n{}", said.words),
        None => said.words.to_owned(),
    };
    Block::Said { who, words, verdict: None, notes: Vec::new() }
}

/// What the call came to.
fn ending(call: &Call) -> Option<Block> {
    let ending = &call.script().endings[call.state().ending?.index()];
    Some(Block::Note {
        tone: crate::export::paper::Tone::Plain,
        title: ending.title.to_string(),
        text: ending.text.to_string(),
    })
}

/// The questions of a stage on paper, as a table; nothing where none was asked.
fn paper_stage(turns: &[Turn<'_>], stage: Stage, case: &Case<'_>) -> Vec<Block> {
    let mut last_asked = None;
    let mut rows = Vec::new();
    for (review, choice) in turns.iter().filter(|turn| turn.0.stage == stage && !is_plain_enough(turn)) {
        // The question stands beside its first answer only.
        let asked = (last_asked.replace(review.question) != Some(review.question)).then(|| asked(review, case));
        rows.push(vec![
            asked.unwrap_or_default(),
            answer::words(choice, case),
            worth(choice, case),
            learn(review, choice, case),
        ]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("report-asked", 0.15, Align::Left, case.locale),
        column("export-taken", 0.31, Align::Left, case.locale),
        column("export-worth", 0.12, Align::Left, case.locale),
        column("why", 0.42, Align::Left, case.locale),
    ];
    let heading = if stage == Stage::Prepare { "stage-prepare" } else { "stage-log" };
    vec![Block::Subheading(case.text(heading)), Block::Table { columns, rows }]
}

/// "That is all", said at the right moment, is nothing to tell.
fn is_plain_enough((review, choice): &Turn<'_>) -> bool {
    review.reply == Some(Reply::Enough) && choice.worth == Worth::Best
}

fn asked(review: &Review<'_>, case: &Case<'_>) -> String {
    match review.question {
        QuestionName::Prepare(_) => case.text(&review.question.id().replace("prepare.", "prepare-")),
        QuestionName::Slot(slot) => case.text(&format!("slot-{}", slot.word())),
        QuestionName::FollowUp => case.text("follow-up"),
        QuestionName::Turn(id) => id.to_owned(),
    }
}

fn worth(choice: &Choice, case: &Case<'_>) -> String {
    let sign = match choice.worth {
        Worth::Best => "✓",
        Worth::Fair => "○",
        Worth::Poor | Worth::Silent | Worth::Yellow => "△",
        Worth::Red => "×",
    };
    format!("{sign} {}", answer::worth(choice.worth, case))
}

/// What there is to learn: of a note that nobody said so; of one that was said, nothing needs to be told.
fn learn(review: &Review<'_>, choice: &Choice, case: &Case<'_>) -> String {
    let is_invented = matches!(review.reply, Some(Reply::Note(_))) && choice.worth != Worth::Best;
    let was_said = if is_invented { case.text("note-false") } else { String::new() };
    let why = format!("{was_said}{}", choice.why);
    let lines = [Some(why), answer::better(choice, case).filter(|_| !is_invented)];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
