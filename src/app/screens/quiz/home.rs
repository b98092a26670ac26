//! Home, the questions' third: what is due today, a self-test, an exam.

use bevy_egui::egui::{
    Align2, FontId, Label, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::calibration;
use crate::app::art::empty::Empty;
use crate::app::desk::{Action, COUNTS, Desk, NEW_CHOICES, QuizAction, Stock, Trainee};
use crate::app::screens::{column, scene};
use crate::app::theme::{
    GRID, Palette, Tone, accent_button, bold_family, card, chip, prose, quiet_button, section, size, tinted,
};
use crate::export::words::{due_in_words, due_key, percent};
use crate::locale::Locale;
use crate::record::attempt::{Kept, Status};
use crate::record::schedule::queue::Due;
use crate::record::study::Card;
use crate::record::summary::Summary;

/// The share of the width that what can be begun takes.
const LIST_SHARE: f32 = 0.55;
/// How high a line of the queue is, in points.
const LINE: f32 = 6.0 * GRID;
/// How high the queue is at most, in points.
const QUEUE: f32 = 60.0 * GRID;

pub fn view(ui: &mut Ui, desk: &Desk) -> Option<Action> {
    let mut action = None;
    if desk.bank.entries().is_empty() {
        tinted(ui, Tone::Warn, |ui| prose(&desk.locale.text("quiz-none")).show(ui));
        return None;
    }
    let width = ui.available_width() * LIST_SHARE;
    column(ui, "quizzes", width, |ui| {
        let done = review(ui, desk);
        action = done.or_else(|| self_test(ui, desk)).or_else(|| exams(ui, desk));
    });
    ScrollArea::vertical().id_salt("stock").auto_shrink([false, false]).show(ui, |ui| match desk.trainee() {
        Some(_) => about(ui, desk),
        None => drop(card(ui, |ui| prose(&desk.locale.text("quiz-guest")).show(ui))),
    });
    action.map(Action::Quiz)
}

/// What is due today.
fn review(ui: &mut Ui, desk: &Desk) -> Option<QuizAction> {
    let (locale, stock) = (&desk.locale, desk.stock());
    let mut action = None;
    card(ui, |ui| {
        prose(&locale.text("quiz-review")).bold().size(size::HEADING).show(ui);
        let Some(trainee) = desk.trainee() else {
            prose(&locale.text("quiz-review-guest")).color(Palette::within(ui).muted).show(ui);
            return;
        };
        prose(&due_today(stock, trainee, locale)).show(ui);
        if let Some(first) = stock.due.first() {
            let why = [("why", due_in_words(first, locale).into())];
            prose(&locale.with("quiz-review-first", &why)).small().color(Palette::within(ui).muted).show(ui);
        }
        ui.add_space(GRID);
        if !stock.due.is_empty() && accent_button(ui, &locale.text("quiz-review-start")).clicked() {
            action = Some(QuizAction::Review);
        }
        ui.add_space(GRID);
        ui.separator();
        action = action.take().or_else(|| plan(ui, desk));
    });
    ui.add_space(GRID);
    action
}

fn due_today(stock: &Stock, trainee: &Trainee, locale: &Locale) -> String {
    match (stock.due.len(), trainee.answered.is_empty()) {
        (0, _) => locale.text("quiz-review-none"),
        (count, true) => locale.with("quiz-review-begin", &[("count", count.into())]),
        (count, false) => locale.with("quiz-review-due", &[("count", count.into())]),
    }
}

/// What the schedule works toward: how many new cards a day, and the day of certification.
fn plan(ui: &mut Ui, desk: &Desk) -> Option<QuizAction> {
    let (locale, wanted) = (&desk.locale, &desk.wanted);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(locale.text("quiz-new-a-day")).size(size::SMALL));
        for count in NEW_CHOICES {
            if ui.selectable_label(wanted.new_a_day == count, count.to_string()).clicked() {
                action = Some(QuizAction::NewADay(count));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(RichText::new(locale.text("quiz-certify-on")).size(size::SMALL));
        let mut text = wanted.certify_text.clone();
        let edit =
            TextEdit::singleline(&mut text).desired_width(28.0 * GRID).hint_text(locale.text("quiz-certify-hint"));
        if ui.add(edit).labelled_by(label.id).changed() {
            action = Some(QuizAction::CertifyText(text));
        }
    });
    let text = match (wanted.certify_on, wanted.certify_text.trim().is_empty()) {
        (Some(day), _) => locale.with("quiz-certify-plan", &[("day", day.to_string().into())]),
        (None, false) => locale.text("quiz-certify-unread"),
        (None, true) => locale.text("quiz-certify-none"),
    };
    prose(&text).small().color(Palette::within(ui).muted).show(ui);
    action
}

/// A self-test: a topic, and how many questions.
fn self_test(ui: &mut Ui, desk: &Desk) -> Option<QuizAction> {
    let (locale, wanted) = (&desk.locale, &desk.wanted);
    let mut action = None;
    card(ui, |ui| {
        prose(&locale.text("quiz-self-test")).bold().size(size::HEADING).show(ui);
        prose(&locale.text("quiz-self-test-why")).color(Palette::within(ui).muted).show(ui);
        ui.add_space(GRID);
        ui.horizontal_wrapped(|ui| {
            for (topic, points) in &desk.stock().points {
                let name = topic
                    .map_or_else(|| locale.text("topic-all"), |topic| locale.text(&format!("topic-{}", topic.word())));
                if ui.selectable_label(wanted.topic == *topic, format!("{name} {points}")).clicked() {
                    action = Some(QuizAction::Topic(*topic));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            for count in COUNTS {
                let label = locale.with("quiz-count", &[("count", count.into())]);
                if ui.selectable_label(wanted.count == count, label).clicked() {
                    action = Some(QuizAction::Count(count));
                }
            }
        });
        ui.add_space(GRID);
        if accent_button(ui, &locale.text("quiz-self-test-start")).clicked() {
            action = Some(QuizAction::SelfTest);
        }
    });
    ui.add_space(GRID);
    action
}

/// The exams there are, and how they went.
fn exams(ui: &mut Ui, desk: &Desk) -> Option<QuizAction> {
    let locale = &desk.locale;
    let mut action = None;
    for (place, (_, exam)) in desk.shelf().exams.iter().enumerate() {
        let exam = desk.shelf().exam_card(exam, locale.language);
        card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let minutes = exam.limit_ms / 60_000;
                chip(ui, &locale.text("export-kind-exam"), Tone::Accent);
                chip(ui, &locale.with("drill-minutes", &[("minutes", minutes.into())]), Tone::Plain);
                chip(ui, &locale.with("quiz-count", &[("count", exam.count().into())]), Tone::Plain);
            });
            prose(&exam.title).bold().size(size::SUBHEADING).show(ui);
            prose(&exam.summary).color(Palette::within(ui).muted).show(ui);
            let sat = desk.trainee().map(|trainee| sat(trainee, &exam.id)).unwrap_or_default();
            if let Some((best, score)) = sat.iter().copied().max_by_key(|(_, score)| *score) {
                let values = [("times", sat.len().into()), ("best", score.into()), ("mark", exam.pass_mark.into())];
                prose(&locale.with("exam-sat", &values)).show(ui);
                if best.attempt.summary.is_passed() && quiet_button(ui, &locale.text("exam-certificate")).clicked() {
                    action = Some(QuizAction::Certificate(best.attempt.setup.id));
                }
            }
            ui.add_space(GRID);
            if accent_button(ui, &locale.text("exam-start")).clicked() {
                action = Some(QuizAction::Exam(place));
            }
        });
        ui.add_space(GRID);
    }
    action
}

/// The times an exam was brought to its end, each with its score.
fn sat<'t>(trainee: &'t Trainee, exam: &str) -> Vec<(&'t Kept, u32)> {
    let is_of = |kept: &&Kept| kept.attempt.setup.subject == exam && kept.attempt.status == Status::Finished;
    let score = |kept: &'t Kept| {
        if let Summary::Exam(exam) = &kept.attempt.summary { Some((kept, exam.score)) } else { None }
    };
    trainee.kept.iter().filter(is_of).filter_map(score).collect()
}

/// The queue, what comes in the next days, and whether predictions come true.
fn about(ui: &mut Ui, desk: &Desk) {
    let (locale, stock) = (&desk.locale, desk.stock());
    card(ui, |ui| {
        section(ui, &locale.text("quiz-queue"));
        if stock.due.is_empty() {
            scene::empty(ui, Empty::NothingToday, &locale.text("quiz-review-none"));
        }
        // Only the lines in sight are laid out, however long the queue is.
        let height = (stock.due.len() as f32 * LINE).min(QUEUE);
        let area = ScrollArea::vertical().id_salt("queue").max_height(height).auto_shrink([false, true]);
        area.show_rows(ui, LINE, stock.due.len(), |ui, rows| {
            stock.due[rows].iter().for_each(|due| line(ui, due, desk));
        });
    });
    ui.add_space(GRID);
    coming(ui, stock, locale);
    ui.add_space(GRID);
    if let Some(calibration) = &stock.calibration {
        calibration::view(ui, calibration, locale);
    }
}

/// One card of the queue: what it is about, and why.
fn line(ui: &mut Ui, due: &Due, desk: &Desk) {
    let locale = &desk.locale;
    ui.horizontal(|ui| {
        ui.set_height(LINE - ui.spacing().item_spacing.y);
        chip(ui, &locale.text(due_key(due.reason)), Tone::Plain);
        let recall = due.predicted_recall.map(|it| format!("{}%", percent(it))).unwrap_or_default();
        ui.label(RichText::new(recall).size(size::SMALL).family(bold_family()));
        let label = Label::new(RichText::new(name_of(due, desk)).size(size::SMALL)).truncate();
        ui.add(label).on_hover_text(due_in_words(due, locale));
    });
}

/// What a card is about, in words.
fn name_of(due: &Due, desk: &Desk) -> String {
    match Card::read(&due.card) {
        Some(Card::Point(point)) => {
            let first = desk.bank.wordings(&point).next().and_then(|entry| desk.shelf().question(entry.place));
            let asked = first.and_then(|question| desk.shelf().asked(question, desk.setting()).ok());
            asked.map_or(point, |question| question.ask.to_string())
        }
        Some(Card::Turn { scenario, .. }) => {
            let script = desk.scripts.iter().find(|script| *script.id == *scenario);
            script.map_or(scenario, |script| script.title.to_string())
        }
        Some(Card::Criterion(check)) => {
            let card = desk.shifts.first().and_then(|it| it.scorecard.criteria.iter().find(|it| it.check == check));
            card.map_or_else(|| check.word().to_owned(), |judged| judged.name.to_string())
        }
        None => due.card.clone(),
    }
}

/// How many come back in the next days, and how ready one is.
fn coming(ui: &mut Ui, stock: &Stock, locale: &Locale) {
    /// How high the tallest bar is, in points.
    const TALLEST: f32 = 14.0 * GRID;
    card(ui, |ui| {
        section(ui, &locale.text("quiz-coming"));
        if let Some(readiness) = &stock.readiness {
            let key = if readiness.predicted_recall.is_some() { "quiz-readiness" } else { "quiz-readiness-none" };
            let recall = readiness.predicted_recall.map(percent).unwrap_or_default();
            let values =
                [("recall", recall.into()), ("seen", readiness.seen.into()), ("unseen", readiness.unseen.into())];
            prose(&locale.with(key, &values)).show(ui);
        }
        let most = stock.forecast.iter().copied().max().unwrap_or(0).max(1);
        let said: Vec<String> = stock.forecast.iter().map(ToString::to_string).collect();
        let width = ui.available_width() / stock.forecast.len() as f32;
        let place = vec2(ui.available_width(), TALLEST + 2.0 * LINE);
        let (rect, response) = ui.allocate_exact_size(place, Sense::hover());
        let label = locale.with("quiz-coming-said", &[("days", said.join(", ").into())]);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        forecast(ui, rect, width, most, stock, locale);
    });
}

fn forecast(ui: &Ui, rect: Rect, width: f32, most: u32, stock: &Stock, locale: &Locale) {
    let palette = Palette::within(ui);
    let (floor, font) = (rect.bottom() - LINE, FontId::proportional(size::SMALL));
    for (day, count) in stock.forecast.iter().enumerate() {
        let (left, right) = (rect.left() + width * day as f32 + GRID, rect.left() + width * (day + 1) as f32 - GRID);
        let height = (floor - rect.top() - LINE) * (*count as f32 / most as f32);
        let bar = Rect::from_min_max(pos2(left, floor - height), pos2(right, floor));
        ui.painter().rect_filled(bar, 2.0, if day == 0 { palette.accent } else { palette.steps[0] });
        let middle = (left + right) / 2.0;
        if *count > 0 {
            let at = pos2(middle, floor - height - 2.0);
            ui.painter().text(at, Align2::CENTER_BOTTOM, count.to_string(), font.clone(), palette.text);
        }
        let name = if day == 0 { locale.text("quiz-today") } else { format!("+{day}") };
        ui.painter().text(pos2(middle, floor + 2.0), Align2::CENTER_TOP, name, font.clone(), palette.muted);
    }
}
