//! On the phone: the owner's words as they are spoken, both gauges, the replies, the time to think.

use bevy_egui::egui::{Align, Key, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use crate::app::desk::{Action, Desk, Moment, Sitting};
use crate::app::screens::bubble::{mine, theirs, theirs_now};
use crate::app::screens::comment::{Quoting, comment};
use crate::app::screens::panel_below;
use crate::app::screens::paper::reply_list;
use crate::app::screens::portrait::{self, Head};
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bar, bold_family, meter, prose, quiet_button, size, tinted,
};
use crate::content::script::Mood;
use crate::locale::Locale;
use crate::play::debrief::{Debrief, Review, Said, debrief};
use crate::play::state::Stage;
use crate::play::step::Event;

/// The height, in points, below which only the gauges are shown of the owner.
const LITTLE_HEIGHT: f32 = 460.0;
/// The most of the height that the replies take.
const REPLIES_SHARE: f32 = 0.62;
/// How large the head of whoever is on the line is, in points.
const HEAD_ACROSS: f32 = 14.0 * GRID;
/// Below this a gauge warns, 0-100.
const LOW: u8 = 25;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let locale = &desk.locale;
    let mood = sitting.call.state().mood;
    owner(ui, sitting, mood, locale);
    let replied = panel_below(ui, REPLIES_SHARE, |ui| match sitting.moment {
        Moment::HungUp => hung_up(ui, sitting, desk.now_secs, locale),
        Moment::Asking | Moment::ReadyToDial => replies(ui, desk, sitting),
    });
    transcript(ui, sitting, desk.now_secs, locale);
    replied
}

/// Who is on the line, and in which mood; where there is little height, only the mood.
fn owner(ui: &mut Ui, sitting: &Sitting, mood: Mood, locale: &Locale) {
    let script = sitting.call.script();
    let palette = Palette::within(ui);
    let tone = |level: u8| if level < LOW { Tone::Bad } else { Tone::Accent };
    let gauges = [("trust", mood.trust), ("patience", mood.patience)];
    if ui.available_height() < LITTLE_HEIGHT {
        ui.columns(2, |columns| {
            for (ui, (key, level)) in columns.iter_mut().zip(gauges) {
                meter(ui, &locale.text(key), level, tone(level));
            }
        });
        return;
    }
    ui.horizontal(|ui| {
        if let Some(on_line) = &sitting.portrait {
            let tone = if mood.patience < LOW || mood.trust < LOW { Tone::Bad } else { Tone::Accent };
            let head = Head { across: HEAD_ACROSS, tone, is_on_card: false };
            portrait::head(ui, (&on_line.look, on_line.expression()), &head, locale);
        }
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() * 0.4);
            prose(&script.persona.called).bold().size(size::SUBHEADING).show(ui);
            prose(&script.persona.temperament.name.value).small().color(palette.muted).show(ui);
        });
        ui.vertical(|ui| {
            for (key, level) in gauges {
                meter(ui, &locale.text(key), level, tone(level));
            }
        });
    });
    ui.add_space(GRID);
}

fn transcript(ui: &mut Ui, sitting: &Sitting, now_secs: f64, locale: &Locale) {
    let debrief = debrief(&sitting.call);
    let script = sitting.call.script();
    ScrollArea::vertical().id_salt("transcript").auto_shrink([false, false]).stick_to_bottom(true).show(ui, |ui| {
        let on_the_phone = debrief.reviews.iter().filter(|review| review.stage == Stage::Talk);
        for review in on_the_phone {
            review.before.iter().for_each(|said| owner_bubble(ui, said, None));
            my_bubble(ui, review, locale);
            if !sitting.is_exam {
                comment(ui, review, script, Quoting::Articles, locale);
            }
        }
        latest(ui, sitting, &debrief, now_secs, locale);
    });
}

/// The owner's latest words, as far as they have been spoken.
fn latest(ui: &mut Ui, sitting: &Sitting, debrief: &Debrief<'_>, now_secs: f64, locale: &Locale) {
    let speaking_ms = sitting.call.speaking_ms().max(1);
    let share = f64::from(sitting.after_ms(now_secs)) / f64::from(speaking_ms);
    let all: usize = debrief.last_words.iter().map(|said| said.words.chars().count()).sum();
    let mut left = if share >= 1.0 { usize::MAX } else { (all as f64 * share) as usize };
    for said in &debrief.last_words {
        if left == 0 {
            break;
        }
        let spoken: String = said.words.chars().take(left).collect();
        left = left.saturating_sub(said.words.chars().count());
        owner_bubble(ui, said, Some(&spoken));
    }
    let fell_silent = sitting.call.latest().contains(&Event::FellSilent);
    if debrief.last_words.is_empty() && fell_silent && sitting.moment == Moment::Asking {
        let words = locale.text("owner-silence");
        owner_bubble(ui, &Said { speaker: None, aside: None, words: &words }, Some(&words));
    }
}

/// A line of the owner's; of the latest one, as much as has been spoken.
fn owner_bubble(ui: &mut Ui, said: &Said<'_>, spoken: Option<&str>) {
    let palette = Palette::within(ui);
    if let Some(aside) = said.aside {
        prose(aside).small().color(palette.muted).show(ui);
    }
    if let Some(speaker) = said.speaker {
        prose(speaker).small().bold().color(palette.muted).show(ui);
    }
    match spoken {
        Some(spoken) => theirs_now(ui, spoken, said.words),
        None => theirs(ui, said.words),
    }
}

fn my_bubble(ui: &mut Ui, review: &Review<'_>, locale: &Locale) {
    let said = review.said.map_or_else(|| locale.text("stayed-silent"), str::to_owned);
    let said = if review.cut_short { locale.remarked(&said, &locale.text("cut-short")) } else { said };
    mine(ui, &said);
}

fn replies(ui: &mut Ui, desk: &Desk, sitting: &Sitting) -> Option<Action> {
    let action = status(ui, desk, sitting, sitting.is_speaking(desk.now_secs), &desk.locale);
    action.or(reply_list(ui, sitting))
}

/// Whose turn it is, and how long there is to think.
fn status(ui: &mut Ui, desk: &Desk, sitting: &Sitting, is_speaking: bool, locale: &Locale) -> Option<Action> {
    let palette = Palette::within(ui);
    let mut action = None;
    ui.horizontal(|ui| {
        ui.set_min_height(8.0 * GRID);
        if is_speaking {
            ui.label(RichText::new(locale.text("talk-listening")).color(palette.muted));
            let is_typed = !ui.ctx().egui_wants_keyboard_input() && ui.input(|input| input.key_pressed(Key::Space));
            if quiet_button(ui, &locale.text("button-skip")).clicked() || is_typed {
                action = Some(Action::Skip);
            }
            return;
        }
        ui.label(RichText::new(locale.text("talk-your-turn")).family(bold_family()).color(palette.accent));
        ui.label(RichText::new(locale.text("talk-keys")).size(size::SMALL).color(palette.muted));
        if let Some(deadline_ms) = sitting.deadline_ms(desk.preferences.thinking) {
            time_left(ui, sitting, deadline_ms, desk.now_secs, locale);
        }
    });
    action
}

/// The think-timer: a bar and the seconds.
fn time_left(ui: &mut Ui, sitting: &Sitting, deadline_ms: u32, now_secs: f64, locale: &Locale) {
    /// The last seconds, in which the timer warns.
    const LAST_SECS: u32 = 5;
    let palette = Palette::within(ui);
    let left_ms = deadline_ms.saturating_sub(sitting.after_ms(now_secs));
    let whole_ms = deadline_ms.saturating_sub(sitting.call.speaking_ms()).max(1);
    let left_secs = left_ms.div_ceil(1000);
    let tone = if left_secs <= LAST_SECS { Tone::Bad } else { Tone::Accent };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let text = locale.with("talk-think-left", &[("secs", left_secs.into())]);
        ui.label(RichText::new(text).size(size::SMALL).color(palette.text_of(tone)));
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(40.0 * GRID), 1.5 * GRID), Sense::hover());
        bar(ui, rect, left_ms as f32 / whole_ms as f32, tone);
    });
}

fn hung_up(ui: &mut Ui, sitting: &Sitting, now_secs: f64, locale: &Locale) -> Option<Action> {
    if sitting.is_speaking(now_secs) {
        return quiet_button(ui, &locale.text("button-skip")).clicked().then_some(Action::Skip);
    }
    let script = sitting.call.script();
    let ending = &script.endings[sitting.call.state().ending?.index()];
    let tone = if ending.outcome.is_effective() { Tone::Accent } else { Tone::Plain };
    tinted(ui, tone, |ui| {
        let outcome = locale.text(&format!("outcome-{}", ending.outcome.word()));
        prose(&format!("{} {outcome} · {}", locale.text("hung-up"), ending.title))
            .bold()
            .size(size::SUBHEADING)
            .show(ui);
        prose(&ending.text).show(ui);
        ui.add_space(GRID);
        let next = if sitting.stage() == Stage::Over { "button-debrief" } else { "button-write-note" };
        accent_button(ui, &locale.text(next)).clicked().then_some(Action::WriteNote)
    })
    .inner
}
