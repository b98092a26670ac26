//! A call of two turns: they say something, one answers, and what was said cannot be taken back.

use bevy_egui::egui::Ui;

use super::choices;
use super::sheet::{Sheet, bring};
use super::single::pick;
use crate::app::screens::bubble::{mine, theirs};
use crate::app::theme::{GRID, Palette, Tone, prose, section};
use crate::content::quiz::card::ExchangeCard;
use crate::locale::Locale;
use crate::play::quiz::deal::Deal;
use crate::play::quiz::reply::Reply;

/// The call.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    /// Who is on the line and what it is about, where it is taken from a scenario.
    pub about: Option<&'t str>,
    /// What is said.
    pub exchanges: &'t [ExchangeCard],
    /// How the answers were dealt.
    pub deal: &'t Deal,
}

/// Lets it be answered.
pub fn open(ui: &mut Ui, sheet: &mut Sheet<'_>, line: &Line<'_>, places: &[Option<usize>]) -> Option<Reply> {
    let mut replies = places.to_vec();
    about(ui, line);
    // What was answered is over, except the last turn of all.
    let last = line.exchanges.len().saturating_sub(1);
    let now = places.iter().position(Option::is_none).unwrap_or(last);
    for (turn, exchange) in line.exchanges.iter().enumerate().take(now + 1) {
        if turn > 0 {
            goes_on(ui, sheet, &line.exchanges[turn - 1], places.get(turn - 1).copied().flatten());
        }
        let top = ui.cursor().top();
        theirs(ui, &exchange.caller);
        let said = places.get(turn).copied().flatten();
        if turn < now {
            if let Some(reply) = said.and_then(|place| exchange.replies.get(place)) {
                mine(ui, &reply.say);
            }
            continue;
        }
        let order = line.deal.order(turn);
        let picked = ui.push_id(("turn", turn), |ui| pick(ui, sheet, &exchange.replies, order, said)).inner;
        if let (Some(place), Some(reply)) = (picked, replies.get_mut(turn)) {
            *reply = Some(place);
        }
        if sheet.held.row != now {
            sheet.held.row = now;
            bring(ui, ui.min_rect().with_min_y(top));
        }
    }
    (replies != places).then_some(Reply::Replies(replies))
}

fn about(ui: &mut Ui, line: &Line<'_>) {
    if let Some(about) = line.about {
        prose(about).small().color(Palette::within(ui).muted).show(ui);
    }
}

/// How the call goes on: in practice, that it does as if the recommended had been said; in an exam only that it does.
fn goes_on(ui: &mut Ui, sheet: &Sheet<'_>, before: &ExchangeCard, said: Option<usize>) {
    let is_right = said.and_then(|place| before.replies.get(place)).is_some_and(|reply| reply.is_right);
    let palette = Palette::within(ui);
    let (text, color) = if sheet.confirm && !is_right {
        (format!("△ {}", sheet.locale.text("quiz-goes-on-as-if")), palette.text_of(Tone::Warn))
    } else {
        (sheet.locale.text("quiz-goes-on"), palette.muted)
    };
    prose(&text).small().color(color).show(ui);
}

/// Tells for each turn what was right.
pub fn shown(ui: &mut Ui, line: &Line<'_>, places: &[Option<usize>], locale: &Locale) {
    about(ui, line);
    for (turn, exchange) in line.exchanges.iter().enumerate() {
        if turn > 0 {
            ui.add_space(2.0 * GRID);
        }
        section(ui, &locale.with("quiz-turn", &[("turn", (turn + 1).into())]));
        theirs(ui, &exchange.caller);
        let said = places.get(turn).copied().flatten();
        choices::shown(ui, &exchange.replies, line.deal.order(turn), |place| said == Some(place), locale);
    }
}
