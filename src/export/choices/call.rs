//! The choices of a call: its debrief, with everything that was offered and how long each answer took.

use super::{At, Choice, Crossed, Offered, Taken, Worth, carried, counted, joined, number};
use crate::content::law::Level;
use crate::content::script::Script;
use crate::id::{BreachId, CriterionId};
use crate::locale::Locale;
use crate::play::call::Call;
use crate::play::debrief::{QuestionName, Review, TurnVerdict, debrief, why};
use crate::play::offer::{Reply, question, recommended, replies, words};
use crate::play::state::{Phase, Stage, State};
use crate::record::attempt::Setup;

/// Every choice of a call.
pub fn choices(call: &Call, setup: &Setup, locale: &Locale) -> Vec<Choice> {
    let carried = carried(setup);
    let mut at_ms = 0;
    let debrief = debrief(call);
    let told = debrief.reviews.iter().enumerate().map(|(place, review)| {
        let is_carried = review.beat < carried;
        if !is_carried {
            at_ms += u64::from(call.beats()[review.beat].input.after_ms);
        }
        choice(call, review, At { attempt: setup.id, place: counted(place), at_ms, is_carried }, locale)
    });
    told.collect()
}

fn choice(call: &Call, review: &Review<'_>, at: At, locale: &Locale) -> Choice {
    let script = call.script();
    let beat = &call.beats()[review.beat];
    let offered = offered(&beat.before, call, locale);
    let question = review.question.id();
    let after_ms = beat.input.after_ms;
    let taken = review.number.map_or(Taken::Silence, Taken::Number);
    let shown = review.number.and_then(|number| offered.iter().find(|it| it.number == number));
    let is_silent = taken == Taken::Silence;
    Choice {
        attempt: at.attempt,
        place: at.place,
        stage: stage_word(review.stage),
        lesson: question.clone(),
        question,
        before: before(review, beat.before.phase, script, locale),
        taken,
        words: review.said.map(str::to_owned).or_else(|| shown.map(|it| it.words.clone())),
        worth: worth(review.verdict),
        better: review.better.and_then(|better| place_of(better.reply, &beat.before, call)),
        why: if is_silent { locale.text("why-silent") } else { review.why.to_owned() },
        took_ms: after_ms.saturating_sub(call.back_to(review.beat).speaking_ms()),
        after_ms,
        at_ms: at.at_ms,
        mood: Some((review.mood_before, review.mood_after)),
        crossed: review.breaches.iter().map(|breach| crossed(*breach, script)).collect(),
        shown: criteria(&review.shown, script),
        missed: criteria(&review.missed, script),
        is_cut_short: review.cut_short,
        is_over: review.talked_over,
        is_carried: at.is_carried,
        offered,
    }
}

/// What could be answered, in the order shown.
fn offered(state: &State, call: &Call, locale: &Locale) -> Vec<Offered> {
    let script = call.script();
    let best = recommended(state, script, call.deal());
    let offer = |(place, reply): (usize, Reply)| Offered {
        number: number(place),
        id: reply_id(reply),
        words: words(reply, state.phase, script).map_or_else(|| enough(state.phase, locale), str::to_owned),
        why: why(reply, state.phase, script).to_owned(),
        is_best: is_recommended(reply, best, state, script),
    };
    replies(state, script, call.deal()).into_iter().enumerate().map(offer).collect()
}

/// Where several are wanted, any of them is recommended, in whichever order: the rule of the debrief.
fn is_recommended(reply: Reply, best: Option<Reply>, state: &State, script: &Script) -> bool {
    let needed = question(state.phase, script).and_then(|question| question.needed);
    match (reply, needed) {
        (Reply::Note(note), _) => state.heard.has(note.index()),
        (Reply::Answer(answer), Some(needed)) => needed.answers.has(usize::from(answer)),
        _ => best == Some(reply),
    }
}

fn place_of(wanted: Reply, state: &State, call: &Call) -> Option<u8> {
    replies(state, call.script(), call.deal()).iter().position(|reply| *reply == wanted).map(number)
}

fn reply_id(reply: Reply) -> String {
    match reply {
        Reply::Answer(answer) => format!("answer-{}", u32::from(answer) + 1),
        Reply::Note(note) => format!("note-{}", note.index() + 1),
        Reply::Enough => "enough".to_owned(),
    }
}

fn enough(phase: Phase, locale: &Locale) -> String {
    locale.text(if phase.stage() == Stage::Log { "enough-for-slot" } else { "enough" })
}

fn before(review: &Review<'_>, phase: Phase, script: &Script, locale: &Locale) -> Option<String> {
    let key = match review.question {
        QuestionName::Turn(_) => return joined(review.before.iter().map(|said| said.words)),
        QuestionName::Prepare(_) => review.question.id().replace("prepare.", "ask-"),
        QuestionName::Slot(slot) => format!("ask-slot-{}", slot.word()),
        QuestionName::FollowUp => "ask-follow_up".to_owned(),
    };
    let own = question(phase, script).and_then(|question| question.ask.as_deref());
    Some(own.map_or_else(|| locale.text(&key), str::to_owned))
}

fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Prepare => "prepare",
        Stage::Talk => "talk",
        Stage::Log | Stage::Over => "log",
    }
}

fn worth(verdict: TurnVerdict) -> Worth {
    match verdict {
        TurnVerdict::Best => Worth::Best,
        TurnVerdict::Fair => Worth::Fair,
        TurnVerdict::Poor => Worth::Poor,
        TurnVerdict::Silent => Worth::Silent,
        TurnVerdict::Crossed(Level::Yellow) => Worth::Yellow,
        TurnVerdict::Crossed(Level::Red) => Worth::Red,
    }
}

fn crossed(breach: BreachId, script: &Script) -> Crossed {
    let rule = &script.standards.rules[script.breaches[breach.index()].index()];
    let level = if rule.level == Level::Red { "red" } else { "yellow" };
    Crossed { rule: rule.id.to_string(), level, name: rule.name.to_string() }
}

fn criteria(ids: &[CriterionId], script: &Script) -> Vec<String> {
    ids.iter().map(|id| script.standards.criteria[id.index()].id.to_string()).collect()
}
