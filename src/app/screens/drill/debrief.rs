//! After the shift: how many in time and how sure that is, the shift over time, every criterion with its why, every call
//! with its note beside the facts.

use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use super::{line, missed, timeline};
use crate::app::desk::{Duty, DutyAction};
use crate::app::screens::column;
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, section, size, tinted,
};
use crate::cli::{answered_in_words, fell_short_in_words, reactions_in_words};
use crate::content::scenario::Slot;
use crate::locale::Locale;
use crate::play::drill::judge::{Verdict, note_of, reaction_ms};
use crate::play::drill::offer::{caller_of, talk_of};
use crate::play::drill::state::{Call, How, Way, Who};

/// The share of the width that the figures take.
const FIGURES_SHARE: f32 = 0.5;

pub fn view(ui: &mut Ui, duty: &Duty, locale: &Locale) -> Option<DutyAction> {
    let verdict = duty.verdict();
    let mut action = head(ui, duty, verdict, locale);
    if let Some(trouble) = &duty.trouble {
        tinted(ui, Tone::Bad, |ui| prose(trouble).show(ui));
    }
    ui.add_space(GRID);
    let figures_width = ui.available_width() * FIGURES_SHARE;
    column(ui, "figures", figures_width, |ui| {
        let done = figures(ui, duty, verdict, locale);
        action = action.take().or(done);
        criteria(ui, duty, verdict, locale);
    });
    ScrollArea::vertical().id_salt("calls").auto_shrink([false, false]).show(ui, |ui| {
        section(ui, &locale.text("drill-every-call"));
        for (place, call) in duty.shift.state().calls.iter().enumerate() {
            let done = one_call(ui, duty, verdict, place, call, locale);
            action = action.take().or(done);
        }
    });
    action
}

fn head(ui: &mut Ui, duty: &Duty, verdict: &Verdict, locale: &Locale) -> Option<DutyAction> {
    /// The width below which the buttons stand below, in points.
    const ROOM_FOR_BUTTONS: f32 = 800.0;
    let tone = if verdict.is_passed { Tone::Good } else { Tone::Warn };
    let has_room = ui.available_width() >= ROOM_FOR_BUTTONS;
    let mut action = None;
    tinted(ui, tone, |ui| {
        ui.horizontal_wrapped(|ui| {
            let score = format!("{} {}", locale.text("drill-score"), verdict.score);
            ui.label(RichText::new(score).family(bold_family()).size(size::TITLE));
            let mark = [("mark", duty.shift.card().scorecard.pass_mark.into())];
            ui.label(RichText::new(locale.with("drill-pass-mark", &mark)).color(Palette::within(ui).muted));
            let (sign, key) = if verdict.is_passed { ("✓", "drill-passed") } else { ("△", "drill-failed") };
            chip(ui, &format!("{sign} {}", locale.text(key)), tone);
            if duty.is_again {
                chip(ui, &locale.text("drill-is-again"), Tone::Plain);
            }
            if has_room {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    action = again(ui, verdict, locale);
                });
            }
        });
        if let Some(text) = fell_short_in_words(&duty.shift, verdict, locale) {
            prose(&text).bold().show(ui);
        }
        let criteria = &duty.shift.card().scorecard.criteria;
        if let Some(tally) = verdict.costliest(criteria) {
            let judged = &criteria[tally.criterion];
            let values = [
                ("name", judged.name.as_ref().into()),
                ("met", tally.met.into()),
                ("due", tally.due.into()),
                ("why", judged.why.as_ref().into()),
            ];
            prose(&locale.with("drill-one-thing", &values)).show(ui);
        }
        let worst = match verdict.worst_call {
            Some(call) => locale.with("drill-worst", &whereabouts(duty, call)),
            None if verdict.calls > 0 => locale.text("drill-faultless"),
            None => locale.text("drill-no-calls"),
        };
        prose(&worst).show(ui);
        if !has_room {
            ui.horizontal_wrapped(|ui| action = again(ui, verdict, locale));
        }
    });
    action
}

/// The ways to do it once more.
fn again(ui: &mut Ui, verdict: &Verdict, locale: &Locale) -> Option<DutyAction> {
    let mut action = None;
    if verdict.worst_call.is_some() && accent_button(ui, &locale.text("drill-worst-again")).clicked() {
        action = Some(DutyAction::WorstAgain);
    }
    if quiet_button(ui, &locale.text("drill-again")).clicked() {
        action = Some(DutyAction::Again);
    }
    action
}

/// Who rang, what about, when, on which phone.
fn whereabouts(duty: &Duty, call: usize) -> [(&'static str, fluent_bundle::FluentValue<'static>); 4] {
    let it = &duty.shift.state().calls[call];
    let caller = caller_of(it, duty.shift.context());
    [
        ("who", caller.name.to_string().into()),
        ("about", caller.about.to_string().into()),
        ("time", timeline::clock(it.began_ms).into()),
        ("phone", duty.shift.card().phones[usize::from(it.phone)].name.to_string().into()),
    ]
}

fn figures(ui: &mut Ui, duty: &Duty, verdict: &Verdict, locale: &Locale) -> Option<DutyAction> {
    let mut action = None;
    card(ui, |ui| {
        prose(&answered_in_words(&duty.shift, verdict, locale)).bold().show(ui);
        timeline::interval(ui, duty, verdict, locale);
        let (low, high) = verdict.wilson.unwrap_or((0.0, 1.0));
        let values = [("low", (low * 100.0).round().into()), ("high", (high * 100.0).round().into())];
        prose(&locale.with("drill-interval-why", &values)).small().color(Palette::within(ui).muted).show(ui);
    });
    ui.add_space(GRID);
    card(ui, |ui| {
        if let Some(text) = reactions_in_words(verdict, locale) {
            prose(&text).bold().show(ui);
            timeline::reactions(ui, duty, verdict, locale);
        } else {
            prose(&locale.text("drill-nobody-answered")).show(ui);
        }
    });
    ui.add_space(GRID);
    card(ui, |ui| {
        section(ui, &locale.text("drill-timeline"));
        key(ui, locale);
        if let Some(call) = timeline::shift(ui, duty, locale) {
            action = Some(DutyAction::Open((duty.opened != Some(call)).then_some(call)));
        }
    });
    ui.add_space(GRID);
    action
}

/// What the bars' colours mean.
fn key(ui: &mut Ui, locale: &Locale) {
    ui.horizontal_wrapped(|ui| {
        let palette = Palette::within(ui);
        for (bar, key) in timeline::Bar::ALL {
            let (rect, _) = ui.allocate_exact_size(vec2(3.0 * GRID, 3.0 * GRID), Sense::hover());
            ui.painter().rect_filled(rect, 2.0, bar.color(&palette));
            ui.label(RichText::new(locale.text(key)).size(size::SMALL).color(palette.muted));
        }
    });
}

fn criteria(ui: &mut Ui, duty: &Duty, verdict: &Verdict, locale: &Locale) {
    let palette = Palette::within(ui);
    section(ui, &locale.text("drill-criteria"));
    let mut tallies: Vec<_> = verdict.tallies.iter().filter(|tally| tally.due > 0).collect();
    tallies.sort_by_key(|tally| tally.met == tally.due);
    for tally in tallies {
        let judged = &duty.shift.card().scorecard.criteria[tally.criterion];
        let is_met = tally.met == tally.due;
        let (sign, tone) = if is_met { ("✓", Tone::Good) } else { ("△", Tone::Warn) };
        card(ui, |ui| {
            ui.horizontal(|ui| {
                chip(ui, &format!("{sign} {}", judged.name), tone);
                let values = [("met", tally.met.into()), ("due", tally.due.into()), ("weight", judged.weight.into())];
                let count = locale.with("drill-tally", &values);
                ui.label(RichText::new(count).size(size::SMALL).color(palette.muted));
            });
            if !is_met {
                prose(&judged.why).show(ui);
            }
        });
    }
}

fn one_call(
    ui: &mut Ui,
    duty: &Duty,
    verdict: &Verdict,
    place: usize,
    call: &Call,
    locale: &Locale,
) -> Option<DutyAction> {
    let is_open = duty.opened == Some(place);
    let caller = caller_of(call, duty.shift.context());
    let missed = missed(duty, &verdict.occasions, place);
    let mut action = None;
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let tone = if missed.is_empty() { Tone::Good } else { Tone::Warn };
            chip(ui, &arrived(duty, call, locale), tone);
            ui.label(RichText::new(format!("{} · {}", caller.name, caller.about)).family(bold_family()));
        });
        let is_lost = call.picked_ms.is_none() && call.how != Some(How::Colleague);
        prose(&locale.with("drill-whereabouts", &whereabouts(duty, place))).small().show(ui);
        if is_lost {
            prose(&locale.text("drill-lost-why")).small().show(ui);
        } else if !missed.is_empty() {
            prose(&locale.pair(&locale.text("criteria-missed"), &missed.join(&locale.text("semicolon"))))
                .small()
                .show(ui);
        }
        ui.horizontal(|ui| {
            let sign = if is_open { "▲" } else { "▼" };
            let has_words = !call.said.is_empty();
            if has_words && quiet_button(ui, &format!("{} {sign}", locale.text("drill-what-was-said"))).clicked() {
                action = Some(DutyAction::Open((!is_open).then_some(place)));
            }
            if quiet_button(ui, &locale.text("drill-from-here")).clicked() {
                action = Some(DutyAction::AgainFrom(place));
            }
        });
        if is_open {
            said(ui, duty, call, locale);
            note(ui, duty, call, locale);
        }
    });
    ui.add_space(GRID);
    action
}

/// How a call was answered, in a few words.
fn arrived(duty: &Duty, call: &Call, locale: &Locale) -> String {
    let rings = duty.shift.card().rings;
    match (call.how, reaction_ms(call)) {
        (Some(How::Colleague), _) => locale.text("drill-colleague-took"),
        _ if matches!(call.way, Way::Outgoing(_)) => locale.text("drill-outgoing"),
        (_, Some(ms)) => locale.with("drill-in-ring", &[("ring", rings.heard(ms).into())]),
        (_, None) => locale.text("drill-lost"),
    }
}

/// What was said, with what there is to learn from each answer.
fn said(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) {
    let context = duty.shift.context();
    let talk = talk_of(call, duty.shift.state(), context);
    if let Some((life, was_put_aside)) = call.posture {
        let life = &context.card.manners.life[usize::from(life)];
        let (sign, tone) = if was_put_aside { ("✓", Tone::Good) } else { ("△", Tone::Warn) };
        tinted(ui, tone, |ui| prose(&format!("{sign} {}", locale.remarked(&life.put, &life.why))).show(ui));
    }
    for said in &call.said {
        match &said.who {
            Who::Caller(_) => crate::app::screens::bubble::theirs(ui, &said.text),
            Who::Standing(_, heard) => {
                crate::app::screens::bubble::mine(ui, &said.text);
                line::parts(ui, duty, heard, locale);
            }
            Who::Reply(exchange, reply) => {
                crate::app::screens::bubble::mine(ui, &said.text);
                let replies = talk.get(usize::from(*exchange)).map(|it| it.replies.as_slice()).unwrap_or_default();
                let Some(given) = replies.get(usize::from(*reply)) else { continue };
                let tone = if given.is_best { Tone::Good } else { Tone::Warn };
                tinted(ui, tone, |ui| {
                    prose(&given.why).show(ui);
                    if let Some(best) = replies.iter().find(|it| it.is_best).filter(|_| !given.is_best) {
                        section(ui, &locale.text("drill-better"));
                        prose(&format!("“{}”", best.say)).show(ui);
                        prose(&best.why).small().color(Palette::within(ui).muted).show(ui);
                    }
                });
            }
        }
    }
}

/// The note beside the facts.
fn note(ui: &mut Ui, duty: &Duty, call: &Call, locale: &Locale) {
    let caller = caller_of(call, duty.shift.context());
    if caller.facts.is_empty() || call.picked_ms.is_none() {
        return;
    }
    let palette = Palette::within(ui);
    let review = note_of(call, duty.shift.context());
    ui.add_space(GRID);
    section(ui, &locale.text("drill-note-facts"));
    egui::Grid::new(("facts", call.began_ms)).num_columns(3).spacing(vec2(3.0 * GRID, GRID)).show(ui, |ui| {
        for (fact, is_kept) in caller.facts.iter().zip(&review.kept) {
            ui.label(
                RichText::new(locale.text(&format!("slot-{}", fact.slot.word())))
                    .size(size::SMALL)
                    .color(palette.muted),
            );
            ui.label(RichText::new(fact.note.as_ref()).size(size::SMALL));
            let (text, tone) = if *is_kept { ("drill-kept", Tone::Good) } else { ("drill-not-kept", Tone::Warn) };
            let sign = if *is_kept { "✓" } else { "△" };
            chip(ui, &format!("{sign} {}", locale.text(text)), tone);
            ui.end_row();
        }
    });
    let written: Vec<&str> =
        Slot::ALL.iter().map(|slot| call.note[*slot as usize].trim()).filter(|text| !text.is_empty()).collect();
    let written = if written.is_empty() { locale.text("drill-note-none") } else { written.join("；") };
    prose(&locale.pair(&locale.text("debrief-note"), &written)).small().show(ui);
    for place in &review.false_facts {
        let decoy = &caller.decoys[*place];
        prose(&format!("× {}", locale.remarked(&decoy.note, &decoy.why)))
            .small()
            .color(palette.text_of(Tone::Bad))
            .show(ui);
    }
    for number in &review.made_up_numbers {
        let text = locale.with("drill-made-up", &[("number", number.as_str().into())]);
        prose(&format!("× {text}")).small().color(palette.text_of(Tone::Bad)).show(ui);
    }
}
