//! What is said about an answer: what it was worth, what was right, and what there is to learn.

use bevy_egui::egui::{Id, Rect, Ui, WidgetInfo, WidgetType};

use super::baskets::Dealt as Sorted;
use super::call::Line;
use super::fault::Dealt as Talk;
use super::matching::Table;
use super::note::Call;
use super::number::Right;
use super::sheet::bring;
use super::verdict::{Verdict, verdict};
use super::{Asked, baskets, call, choices, fault, learn, matching, note, number, order, short, true_false};
use crate::app::theme::{GRID, Palette, Tone, prose, quiet_button, section, size, tinted};
use crate::content::quiz::card::Task;
use crate::locale::Locale;
use crate::play::quiz::mark::Mark;
use crate::play::quiz::reply::Reply;

/// Draws everything there is to say about an answer.
pub fn told(ui: &mut Ui, asked: &Asked<'_>, mark: &Mark, reply: &Reply) {
    banner(ui, asked, mark, reply);
    ui.push_id(&asked.card.id, |ui| {
        parts(ui, asked, mark, reply);
        ui.add_space(GRID);
        learn::learn(ui, asked);
    });
}

/// In a word, and how much.
fn banner(ui: &mut Ui, asked: &Asked<'_>, mark: &Mark, reply: &Reply) {
    let locale = asked.locale;
    let (tone, sign, key) = match mark.credit {
        _ if mark.is_right() => (Tone::Good, "✓", "quiz-right"),
        0 if is_untouched(asked, reply) => (Tone::Bad, "×", "quiz-unanswered"),
        0 => (Tone::Bad, "×", "quiz-wrong"),
        _ => (Tone::Warn, "△", "quiz-partly"),
    };
    let drawn = tinted(ui, tone, |ui| {
        let color = Palette::within(ui).text_of(tone);
        ui.horizontal_wrapped(|ui| {
            let word = format!("{sign} {}", locale.text(key));
            prose(&word).bold().size(size::SUBHEADING).color(color).show(ui);
            if mark.parts > 1 {
                let score = locale.with("quiz-score", &[("got", got(mark).into()), ("parts", mark.parts.into())]);
                prose(&score).bold().size(size::SUBHEADING).show(ui);
            }
            if mark.wrong > 0 {
                let values = [("right", mark.right.into()), ("wrong", mark.wrong.into())];
                let less = locale.with(&format!("quiz-less-{}", asked.card.task.word()), &values);
                prose(&less).small().show(ui);
            }
        });
    });
    come_into_view(ui, asked, drawn.response.rect);
}

/// How many parts were earned.
fn got(mark: &Mark) -> usize {
    mark.right.saturating_sub(mark.wrong)
}

/// Whether nothing was answered at all; steps to be put in order always stand somehow.
fn is_untouched(asked: &Asked<'_>, reply: &Reply) -> bool {
    !matches!(asked.card.task, Task::Order(_)) && *reply == Reply::blank(&asked.card.task, asked.deal)
}

/// Scrolls to a place when it is seen first.
fn come_into_view(ui: &Ui, asked: &Asked<'_>, rect: Rect) {
    let id = Id::new(("quiz-told", asked.card.id.as_ref()));
    let now = ui.ctx().cumulative_pass_nr();
    let seen = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(id, 0), now));
    if now.saturating_sub(seen) > 1 {
        bring(ui, rect);
    }
}

/// What was right, part by part.
fn parts(ui: &mut Ui, asked: &Asked<'_>, mark: &Mark, reply: &Reply) {
    let (locale, deal) = (asked.locale, asked.deal);
    let order = deal.order(0);
    match (&asked.card.task, reply) {
        (Task::Single(all), Reply::Pick(picked)) => choices::shown(ui, all, order, |it| *picked == Some(it), locale),
        (Task::Multiple(all), Reply::Picks(picked)) => {
            choices::shown(ui, all, order, |it| picked.contains(&it), locale)
        }
        (Task::TrueFalse(holds), Reply::Says(says)) => true_false::shown(ui, *holds, *says, locale),
        (Task::Order(steps), Reply::Puts(puts)) => {
            section(ui, &locale.text("quiz-right-order"));
            order::shown(ui, steps, puts, locale);
        }
        (Task::Baskets { baskets, cards }, Reply::Sorts(sorted)) => {
            baskets::shown(ui, &Sorted { baskets, cards, order }, sorted, locale);
        }
        (Task::Match { heads, rows, columns }, Reply::Matches(matched)) => {
            matching::shown(ui, &Table { heads, rows, columns, deal }, matched, locale);
        }
        (Task::Number { is, within, unit }, Reply::Typed(typed)) => {
            number::shown(ui, &Right { is: *is, within: *within, unit }, typed, mark.is_right(), locale);
        }
        (Task::Short(words), Reply::Typed(typed)) => short::shown(ui, words, typed, mark.is_right(), locale),
        (Task::FindFault { talk, line, faults }, Reply::Finds { line: found, fault }) => {
            fault::shown(ui, &Talk { talk, faults, order }, *line, (*found, *fault), locale);
        }
        (Task::Note { talk, facts, decoys }, Reply::Notes(boxes)) => {
            note::shown(ui, &Call { talk, facts, decoys }, boxes, locale);
        }
        (Task::Call { about, exchanges }, Reply::Replies(places)) => {
            call::shown(ui, &Line { about: about.as_deref(), exchanges, deal }, places, locale);
        }
        _ => {}
    }
}

/// Something that was typed, beside what is right.
pub struct Answered<'t> {
    /// What was typed.
    pub typed: &'t str,
    /// Whether it counts.
    pub is_right: bool,
    /// What is right.
    pub right: &'t str,
    /// What else would have counted.
    pub remark: Option<&'t str>,
}

/// Draws what was typed, and beneath it what is right.
pub fn answered(ui: &mut Ui, answered: &Answered<'_>, locale: &Locale) {
    let (tone, sign) = if answered.is_right { (Tone::Good, "✓") } else { (Tone::Bad, "×") };
    let empty = locale.text("quiz-cell-left");
    let typed = Some(answered.typed.trim()).filter(|typed| !typed.is_empty()).unwrap_or(&empty);
    let word = Some(locale.text("quiz-you-wrote"));
    verdict(ui, &Verdict { cap: "", text: typed, sign, tone, word, why: "" });
    let (word, why) = (Some(locale.text("quiz-right-is")), answered.remark.unwrap_or_default());
    verdict(ui, &Verdict { cap: "", text: answered.right, sign: "✓", tone: Tone::Good, word, why });
}

/// A button that opens and closes something; whether it is open. What it shows may be shorter than what it is called.
pub fn fold(ui: &mut Ui, salt: &str, shown: &str, name: &str) -> bool {
    let id = ui.id().with(("fold", salt));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let sign = if is_open { "▲" } else { "▼" };
    let button = quiet_button(ui, &format!("{sign} {shown}"));
    button.widget_info(|| WidgetInfo::selected(WidgetType::CollapsingHeader, true, is_open, name));
    if button.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    is_open
}
