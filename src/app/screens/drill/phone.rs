//! The phones: drawn, ringing, shaking, with a lamp and the display that says who calls; a click lifts the receiver.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Painter, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::app::desk::{BLINK_MS, Duty, DutyAction};
use crate::app::theme::{GRID, Palette, Tone, bold_family, size};
use crate::content::drill::LineKind;
use crate::locale::Locale;
use crate::play::drill::act::Act;
use crate::play::drill::offer::caller_of;
use crate::play::drill::state::{Call, Stage, Way};

/// The height of the row of phones, in points.
const TALL: f32 = 204.0;
/// The same where there is little room.
const SMALL: f32 = 104.0;
/// The same where there is next to none.
const TINY: f32 = 56.0;
/// From which scale on a phone's own display can be read.
const READABLE: f32 = 0.7;
/// How far a ringing phone shakes, in points.
const SHAKE: f32 = 3.0;
/// How often it shakes in a second.
const SHAKES_PER_SEC: f64 = 11.0;

/// What a phone shows.
struct Look<'a> {
    name: &'a str,
    /// `F1`.
    key: String,
    is_far: bool,
    stage: Option<Stage>,
    /// The line and the number of whoever is on it.
    display: Option<(LineKind, &'a str)>,
    /// Rings so far, while it rings.
    rings: u32,
    /// The last ring in time.
    in_time: u32,
    /// The ring from which one apologises.
    apologise_from: u32,
    /// Whether it sounds just now.
    sounds: bool,
    /// Milliseconds it has rung.
    rung_ms: u32,
    is_colleague_near: bool,
    is_walked_to: bool,
}

/// How much room there is for the phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// For the phones, with words below.
    Tall,
    /// For small phones, with words beside.
    Small,
    /// For words alone.
    Tiny,
}

impl Room {
    fn height(self) -> f32 {
        match self {
            Self::Tall => TALL,
            Self::Small => SMALL,
            Self::Tiny => TINY,
        }
    }
}

/// The row of phones.
pub fn desk(ui: &mut Ui, duty: &Duty, room: Room, locale: &Locale) -> Option<DutyAction> {
    let palette = Palette::within(ui);
    let height = room.height();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    surface(ui.painter(), rect, &palette);
    let phones = duty.shift.card().phones.len();
    let width = rect.width() / phones.max(1) as f32;
    let mut action = None;
    for phone in 0..phones {
        let place = Rect::from_min_size(pos2(rect.left() + width * phone as f32, rect.top()), vec2(width, height));
        let look = look(duty, phone);
        let inner = place.shrink(if room == Room::Tiny { GRID } else { 1.5 * GRID });
        let response = one(ui, inner, phone, &look, room, locale);
        if response.clicked() {
            action = u8::try_from(phone).ok().map(|phone| DutyAction::Do(Act::PickUp(phone)));
        }
    }
    action
}

fn look(duty: &Duty, phone: usize) -> Look<'_> {
    let state = duty.shift.state();
    let context = duty.shift.context();
    let card = duty.shift.card();
    let place = u8::try_from(phone).ok().and_then(|phone| state.on_phone(phone));
    let call: Option<&Call> = place.map(|place| &state.calls[place]);
    let rung_ms = call.filter(|call| call.is_ringing()).map_or(0, |call| state.now_ms - call.began_ms);
    let is_ringing = call.is_some_and(Call::is_ringing);
    Look {
        name: &card.phones[phone].name,
        key: format!("F{}", phone + 1),
        is_far: card.phones[phone].is_far,
        stage: call.map(|call| call.stage),
        display: call.map(|call| {
            let caller = caller_of(call, context);
            (caller.line, caller.number.as_ref())
        }),
        rings: if is_ringing { card.rings.heard(rung_ms) } else { 0 },
        in_time: card.rings.answer_within,
        apologise_from: card.rings.apologise_from,
        sounds: is_ringing && card.rings.is_sounding(rung_ms),
        rung_ms,
        is_colleague_near: call.is_some_and(|call| call.is_ringing() && call.colleague_ms.is_some()),
        is_walked_to: state.walking.is_some_and(|(call, _)| Some(call) == place),
    }
}

/// The table the phones stand on.
fn surface(painter: &Painter, rect: Rect, palette: &Palette) {
    painter.rect_filled(rect, CornerRadius::same(10), palette.wood);
    let edge = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0 * GRID), rect.max);
    painter.rect_filled(edge, CornerRadius { nw: 0, ne: 0, sw: 10, se: 10 }, palette.wood_edge);
}

fn one(ui: &mut Ui, place: Rect, phone: usize, look: &Look<'_>, room: Room, locale: &Locale) -> Response {
    let palette = Palette::within(ui);
    let can_lift = matches!(look.stage, Some(Stage::Ringing | Stage::Held));
    let response = ui.interact(place, ui.id().with(("phone", phone)), Sense::click());
    let response = if can_lift { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
    let said = Said::of(look, locale);
    response.widget_info(|| {
        WidgetInfo::labeled(WidgetType::Button, can_lift, format!("{}{}{}", look.name, said.comma, said.whole()))
    });
    let rim = match () {
        () if can_lift && (response.hovered() || response.has_focus()) => Some(palette.accent),
        // Between two rings it is still ringing.
        () if look.rings > 0 => Some(palette.lamp),
        () => None,
    };
    if let Some(color) = rim {
        ui.painter().rect_stroke(place, CornerRadius::same(8), Stroke::new(2.0, color), StrokeKind::Inside);
    }
    let painter = ui.painter().with_clip_rect(place);
    match room {
        Room::Tall => large(&painter, place, look, &said, &palette),
        Room::Small => small(&painter, place, look, &said, &palette),
        Room::Tiny => tiny(&painter, place, look, &said, &palette),
    }
    response
}

/// What a phone does, in words: the line's kind, and what it does.
struct Said {
    line: String,
    does: String,
    comma: String,
}

impl Said {
    /// In one line around a point: the line's kind, and in its own colour what the phone does.
    fn paint(&self, painter: &Painter, top: Pos2, look: &Look<'_>, palette: &Palette) {
        let lead = if self.line.is_empty() { String::new() } else { format!("{}{}", self.line, self.comma) };
        let lead = painter.layout_no_wrap(lead, bold(size::SMALL), palette.on_wood);
        let does = painter.layout_no_wrap(self.does.clone(), bold(size::SMALL), word_color(look, palette));
        let left = top - vec2((lead.size().x + does.size().x) / 2.0, 0.0);
        let right = left + vec2(lead.size().x, 0.0);
        painter.galley(left, lead, palette.on_wood);
        painter.galley(right, does, palette.on_wood);
    }

    fn whole(&self) -> String {
        if self.line.is_empty() { self.does.clone() } else { format!("{}{}{}", self.line, self.comma, self.does) }
    }
}

/// How far a phone is shaken aside just now, in points.
fn shaken(look: &Look<'_>) -> Vec2 {
    let turn = f64::from(look.rung_ms) / 1000.0 * SHAKES_PER_SEC * std::f64::consts::TAU;
    if look.sounds { vec2(turn.sin() as f32 * SHAKE, 0.0) } else { Vec2::ZERO }
}

/// The phone above, name, rings and words below it.
fn large(painter: &Painter, place: Rect, look: &Look<'_>, said: &Said, palette: &Palette) {
    /// From the top of the place: the middle of the phone, the name, the rings, the words.
    const ROWS: [f32; 4] = [62.0, 122.0, 152.0, 164.0];
    let at = |row: usize| pos2(place.center().x, place.top() + ROWS[row]);
    let scale = (place.width() / 200.0).min(1.0) * if look.is_far { 0.88 } else { 1.0 };
    draw_phone(painter, at(0) + shaken(look), scale, look, palette);
    if look.sounds {
        waves(painter, at(0), scale, palette);
    }
    let name = format!("{}  {}", look.name, look.key);
    painter.text(at(1), Align2::CENTER_TOP, name, bold(size::BODY), palette.on_wood);
    if look.rings > 0 {
        ring_dots(painter, at(2), look, palette);
    }
    said.paint(painter, at(3), look, palette);
}

/// The phone at the left, everything else beside it.
fn small(painter: &Painter, place: Rect, look: &Look<'_>, said: &Said, palette: &Palette) {
    /// The share of the width that the phone takes.
    const PHONE_SHARE: f32 = 0.36;
    /// From the top of the place: the name, the number, the line, what it does.
    const ROWS: [f32; 4] = [2.0, 20.0, 38.0, 68.0];
    /// About as wide as three dots, in points.
    const DOTS: f32 = 40.0;
    let scale = (place.width() * PHONE_SHARE / 176.0).min(0.62);
    let middle = pos2(place.left() + place.width() * PHONE_SHARE / 2.0, place.center().y - GRID);
    draw_phone(painter, middle + shaken(look), scale, look, palette);
    let at = |row: usize| pos2(place.left() + place.width() * PHONE_SHARE + GRID, place.top() + ROWS[row]);
    let name = format!("{} {}", look.name, look.key);
    painter.text(at(0), Align2::LEFT_TOP, name, bold(size::SMALL), palette.on_wood);
    let number = FontId::new(size::SMALL - 1.0, FontFamily::Proportional);
    painter.text(at(1), Align2::LEFT_TOP, shown_number(look), number, palette.on_wood);
    painter.text(at(2), Align2::LEFT_TOP, &said.line, bold(size::SMALL), palette.on_wood);
    painter.text(at(3), Align2::LEFT_TOP, &said.does, bold(size::SMALL), word_color(look, palette));
    if look.rings > 0 {
        ring_dots(painter, pos2(at(3).x + DOTS / 2.0, at(3).y - 6.0), look, palette);
    }
}

/// Only words, and a frame that lights up while it rings.
fn tiny(painter: &Painter, place: Rect, look: &Look<'_>, said: &Said, palette: &Palette) {
    let at = |row: f32| pos2(place.left() + 2.0 * GRID, place.top() + GRID + row);
    let room = place.right() - at(0.0).x;
    let name = |text: String| painter.layout_no_wrap(text, bold(size::SMALL), palette.on_wood);
    let whole = name(format!("{} {}", look.name, look.key));
    // The key that lifts it is never what is cut off.
    let fits = whole.size().x <= room;
    let shown = if fits { whole } else { name(format!("{} {}", look.key, look.name)) };
    painter.with_clip_rect(place.intersect(painter.clip_rect())).galley(at(0.0), shown, palette.on_wood);
    // What it does matters more than which line it is on.
    let color = word_color(look, palette);
    let whole = painter.layout_no_wrap(said.whole(), bold(size::SMALL), color);
    let fits = whole.size().x <= room;
    let words = if fits { whole } else { painter.layout_no_wrap(said.does.clone(), bold(size::SMALL), color) };
    painter.galley(at(20.0), words, color);
}

fn bold(points: f32) -> FontId {
    FontId::new(points, bold_family())
}

/// Words about too many rings stand out.
fn word_color(look: &Look<'_>, palette: &Palette) -> Color32 {
    if look.rings > look.in_time || look.rings >= look.apologise_from { palette.alarm } else { palette.on_wood }
}

/// What the caller display has room for: the number; the line's kind stands beside it in words.
fn shown_number<'a>(look: &Look<'a>) -> &'a str {
    look.display.map(|(_, number)| number).unwrap_or_default()
}

/// A dot for every ring that is still in time, filled as it sounds; then red ones.
fn ring_dots(painter: &Painter, center: Pos2, look: &Look<'_>, palette: &Palette) {
    const STEP: f32 = 14.0;
    const MOST: u32 = 9;
    let shown = look.rings.max(look.in_time).min(MOST);
    let left = center.x - STEP * (shown as f32 - 1.0) / 2.0;
    for ring in 0..shown {
        let at = pos2(left + STEP * ring as f32, center.y);
        let is_heard = ring < look.rings;
        let color = if ring < look.in_time { palette.lamp } else { palette.alarm };
        if is_heard {
            painter.circle_filled(at, 4.5, color);
        } else {
            painter.circle_stroke(at, 4.0, Stroke::new(1.5, palette.on_wood));
        }
    }
}

impl Said {
    /// For whoever cannot see or hear it.
    fn of(look: &Look<'_>, locale: &Locale) -> Self {
        let (has_line, does) = match look.stage {
            _ if look.is_walked_to => (false, locale.text("drill-walking")),
            Some(Stage::Ringing) if look.is_colleague_near => (true, locale.text("drill-colleague")),
            Some(Stage::Ringing) if look.rings > 0 => {
                (true, locale.with("drill-ring", &[("rings", look.rings.into())]))
            }
            Some(Stage::Ringing) => (false, locale.text("drill-dialling")),
            Some(Stage::Held) => (true, locale.text("drill-held")),
            Some(Stage::Dead) => (false, locale.text("drill-line-dead")),
            Some(_) => (true, locale.text("drill-on-line")),
            None if look.is_far => (false, locale.text("drill-idle-far")),
            None => (false, locale.text("drill-idle")),
        };
        let line = look.display.filter(|_| has_line).map(|(line, _)| locale.text(&format!("line-{}", line.word())));
        Self { line: line.unwrap_or_default(), does, comma: locale.text("comma") }
    }
}

/// A desk telephone, 176 by 108 points at scale 1: body, display, keys, lamp, receiver.
fn draw_phone(painter: &Painter, center: Pos2, scale: f32, look: &Look<'_>, palette: &Palette) {
    let at = |x: f32, y: f32| center + vec2(x, y) * scale;
    let rect = |x: f32, y: f32, w: f32, h: f32| Rect::from_center_size(at(x, y), vec2(w, h) * scale);
    let round = |radius: f32| CornerRadius::same((radius * scale) as u8);
    painter.rect_filled(rect(0.0, 50.0, 172.0, 10.0), round(5.0), palette.shade);
    painter.rect_filled(rect(0.0, 4.0, 168.0, 96.0), round(14.0), palette.phone_edge);
    painter.rect_filled(rect(0.0, -1.0, 168.0, 94.0), round(14.0), palette.phone);
    painter.rect_filled(rect(20.0, -27.0, 112.0, 26.0), round(5.0), palette.display);
    // On a phone too small to be read the number stands beside it.
    if scale >= READABLE {
        let number = FontId::new(size::SMALL * scale, FontFamily::Proportional);
        painter.text(at(20.0, -27.0), Align2::CENTER_CENTER, shown_number(look), number, palette.on_display);
    }
    for row in 0..3 {
        for column in 0..3 {
            let key = rect(-20.0 + 22.0 * column as f32, -2.0 + 15.0 * row as f32, 16.0, 10.0);
            painter.rect_filled(key, round(3.0), palette.phone_key);
        }
    }
    lamp(painter, at(58.0, 13.0), scale, look, palette);
    receiver(painter, &at, scale, look, palette);
}

/// Lit in the rhythm of the ring, steadily while somebody waits.
fn lamp(painter: &Painter, center: Pos2, scale: f32, look: &Look<'_>, palette: &Palette) {
    let blinks = look.rings > 0 && (look.rung_ms / BLINK_MS).is_multiple_of(2);
    let is_lit = look.sounds || blinks || look.stage == Some(Stage::Held);
    if is_lit {
        painter.circle_filled(center, 20.0 * scale, palette.lamp.gamma_multiply(0.35));
    }
    let color = if is_lit { palette.lamp } else { palette.phone_edge };
    painter.circle(center, 11.0 * scale, color, Stroke::new(2.0 * scale, palette.receiver));
}

/// On its cradle, in the hand, or laid before the phone.
fn receiver(painter: &Painter, at: &dyn Fn(f32, f32) -> Pos2, scale: f32, look: &Look<'_>, palette: &Palette) {
    /// The cradle's middle, from the phone's.
    const CRADLE: (f32, f32) = (-60.0, 0.0);
    let (x, y) = CRADLE;
    let slot = Rect::from_center_size(at(x, y), vec2(24.0, 74.0) * scale);
    painter.rect_filled(slot, CornerRadius::same((10.0 * scale) as u8), palette.phone_edge);
    let is_laid = look.stage == Some(Stage::Held);
    let is_on_cradle = look.stage.is_none() || look.rings > 0;
    let ends = match (is_on_cradle, is_laid) {
        (true, _) => [at(x, y - 34.0), at(x, y + 34.0)],
        (_, true) => [at(-64.0, 54.0), at(4.0, 54.0)],
        _ => [at(-84.0, -52.0), at(-16.0, -58.0)],
    };
    if !is_on_cradle {
        let cord = [ends[0], at(-88.0, -10.0), at(-74.0, 26.0)];
        painter.line(cord.to_vec(), Stroke::new(3.0 * scale, palette.receiver));
    }
    painter.line_segment(ends, Stroke::new(14.0 * scale, palette.receiver));
    for end in ends {
        painter.circle_filled(end, 13.0 * scale, palette.receiver);
    }
}

/// Arcs beside a phone that sounds.
fn waves(painter: &Painter, center: Pos2, scale: f32, palette: &Palette) {
    const STEPS: usize = 8;
    for side in [-1.0_f32, 1.0] {
        for radius in [100.0_f32, 110.0] {
            let points = (0..=STEPS).map(|step| {
                let turn = (step as f32 / STEPS as f32 - 0.5) * 0.9;
                center + vec2(side * radius * turn.cos(), radius * turn.sin() * 0.8) * scale
            });
            painter.line(points.collect(), Stroke::new(2.5 * scale, palette.lamp));
        }
    }
}

/// The colour of a line's chip: long-distance stands out.
pub fn tone_of(line: LineKind) -> Tone {
    match line {
        LineKind::LongDistance => Tone::Warn,
        LineKind::Local | LineKind::Extension => Tone::Plain,
    }
}

/// Whether a call is one we made.
pub fn is_ours(call: &Call) -> bool {
    matches!(call.way, Way::Outgoing(_))
}
