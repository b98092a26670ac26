//! Before dialling: five questions, then the number.

use bevy_egui::egui::{ScrollArea, Ui};

use crate::app::desk::{Action, Desk, Moment, Sitting, Surroundings};
use crate::app::screens::comment::{Quoting, comment};
use crate::app::screens::paper::{progress, reply_list, tick_list};
use crate::app::screens::scene;
use crate::app::theme::{GRID, Palette, accent_button, card, heading, prose};
use crate::content::script::{PrepareKind, PrepareStep};
use crate::locale::Locale;
use crate::play::debrief::{QuestionName, debrief};
use crate::play::offer::question;
use crate::play::state::Phase;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let sitting = desk.sitting.as_ref()?;
    let locale = &desk.locale;
    scene::banner(ui, desk, &Surroundings::of_call(sitting), &[scene::MY_PHONE]);
    ScrollArea::vertical()
        .id_salt("prepare")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            steps(ui, sitting, locale);
            ui.add_space(2.0 * GRID);
            let done = match sitting.moment {
                Moment::ReadyToDial => ready(ui, sitting, locale),
                Moment::Asking | Moment::HungUp => ask(ui, sitting, locale),
            };
            latest_comment(ui, sitting, locale);
            done
        })
        .inner
}

/// Where one is among the steps.
fn steps(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    let script = sitting.call.script();
    let current = match sitting.call.state().phase {
        Phase::Prepare { step, .. } => usize::from(step),
        _ => script.prepare.len(),
    };
    let name = |step: &PrepareStep| locale.text(&QuestionName::Prepare(step.kind).id().replace("prepare.", "prepare-"));
    progress(ui, script.prepare.iter().map(name), current);
}

fn ask(ui: &mut Ui, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let phase = sitting.call.state().phase;
    let open = question(phase, script)?;
    let Phase::Prepare { step, .. } = phase else { return None };
    let asked =
        open.ask.as_deref().map_or_else(|| standing(script.prepare[usize::from(step)].kind, locale), str::to_owned);
    heading(ui, &asked);
    ui.add_space(GRID);
    if open.needed.is_some() {
        return tick_list(ui, sitting, &locale.text("pick-hint"), &locale.text("enough"));
    }
    reply_list(ui, sitting)
}

/// The standing wording of a question before dialling.
fn standing(kind: PrepareKind, locale: &Locale) -> String {
    locale.text(&QuestionName::Prepare(kind).id().replace("prepare.", "ask-"))
}

fn ready(ui: &mut Ui, sitting: &Sitting, locale: &Locale) -> Option<Action> {
    let script = sitting.call.script();
    let palette = Palette::within(ui);
    card(ui, |ui| {
        heading(ui, &locale.with("ready-to-dial", &[("who", script.persona.called.as_ref().into())]));
        prose(&script.summary).color(palette.muted).show(ui);
        ui.add_space(GRID);
        accent_button(ui, &locale.text("button-dial")).clicked().then_some(Action::Dial)
    })
    .inner
}

/// In practice, what there is to say about the answer before.
fn latest_comment(ui: &mut Ui, sitting: &Sitting, locale: &Locale) {
    if sitting.is_exam {
        return;
    }
    let debrief = debrief(&sitting.call);
    if let Some(review) = debrief.reviews.last() {
        ui.add_space(2.0 * GRID);
        if let Some(said) = review.said {
            prose(&format!("“{said}”")).small().color(Palette::within(ui).muted).show(ui);
        }
        comment(ui, review, sitting.call.script(), Quoting::Words, locale);
    }
}
