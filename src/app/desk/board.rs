//! What has become of practice, made ready to be drawn: words, numbers and marks, computed once for what is kept and not
//! in every frame.

mod figures;
mod history;
mod lines;

use jiff::civil::Date;
use uuid::Uuid;

use crate::app::charts::{Form, Grasp, Standing};
use crate::app::desk::{Desk, Half, View};
use crate::cli::now;
use crate::locale::Locale;
use crate::record::attempt::{Kept, Kind};
use crate::record::progress::Progress;
use crate::record::progress::advice::{Practisable, Subject};
use crate::record::progress::items::Item;

pub use figures::parts;

/// What the scores over time are shown by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// Every call.
    #[default]
    Calls,
    /// The dimensions that are weakest now.
    Dimensions,
    /// The kinds of person.
    Personas,
    /// Every shift.
    Shifts,
}

impl Lens {
    /// Every one, with its locale key, in the order they stand.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Calls, "progress-by-call"),
        (Self::Dimensions, "progress-by-dimension"),
        (Self::Personas, "progress-by-persona"),
        (Self::Shifts, "progress-by-shift"),
    ];
}

/// Everything on the progress screen.
pub struct Board {
    /// The day it was made for.
    pub today: Date,
    /// The figures on top.
    pub tiles: Vec<Tile>,
    /// What to practise next, the most pressing first.
    pub counsels: Vec<Counsel>,
    /// Scores over time, by each lens.
    pub scores: Vec<(Lens, Vec<Line>)>,
    /// The pass mark of calls, 0-100.
    pub pass_mark: Option<u32>,
    /// The dimensions now and a month ago.
    pub spokes: Vec<Spoke>,
    /// How many rings were heard.
    pub rings: Vec<RingsOf>,
    /// The share in time, in words.
    pub in_time: String,
    /// Minutes a week.
    pub weeks: Vec<WeekOf>,
    /// The teachable items, by their parts.
    pub parts: Vec<PartOf>,
    /// Minutes a day.
    pub days: Vec<(Date, u32)>,
    /// How it goes with each kind of owner.
    pub personas: Vec<PersonaOf>,
    /// Everything that was practised, the latest first.
    pub history: Vec<Past>,
}

/// One figure.
pub struct Tile {
    /// The figure.
    pub value: String,
    /// What it is.
    pub name: String,
    /// What there is to say besides.
    pub remark: String,
}

/// Something to practise, and why.
pub struct Counsel {
    /// What.
    pub what: Subject,
    /// Its title.
    pub title: String,
    /// Why.
    pub why: String,
}

/// One line of scores.
pub struct Line {
    /// Its name.
    pub name: String,
    /// How it is drawn.
    pub form: Form,
    /// In order.
    pub dots: Vec<Dot>,
}

/// One score.
pub struct Dot {
    /// Days since 1970, with the time of day as its fraction.
    pub day: f64,
    /// 0-100.
    pub score: f32,
    /// Whether it took something up again.
    pub is_again: bool,
    /// What there is to say about it, the first line its heading.
    pub tip: String,
    /// Which attempt.
    pub attempt: Uuid,
}

/// One dimension.
pub struct Spoke {
    /// Its name.
    pub name: String,
    /// 0-100.
    pub now: f32,
    /// The same a month ago.
    pub then: Option<f32>,
    /// What there is to say about it.
    pub tip: String,
}

/// How often so many rings were heard.
pub struct RingsOf {
    /// How many.
    pub name: String,
    /// How often.
    pub count: u32,
    /// In time, late, or lost.
    pub standing: Standing,
    /// What there is to say about it.
    pub tip: String,
}

/// One week.
pub struct WeekOf {
    /// Its name.
    pub name: String,
    /// Minutes of calls, of shifts, of exams.
    pub minutes: [f32; 3],
    /// What there is to say about it.
    pub tip: String,
}

/// One part of the teachable items.
pub struct PartOf {
    /// Its name.
    pub name: String,
    /// How many of it are known, in words.
    pub tally: String,
    /// Number, how well it is known, what there is to say about it.
    pub items: Vec<(u32, Grasp, String)>,
}

/// One kind of owner.
pub struct PersonaOf {
    /// What kind.
    pub name: String,
    /// How many calls.
    pub calls: usize,
    /// How many of them passed.
    pub passed: usize,
    /// The median score, 0-100.
    pub median: u32,
}

/// Something that was practised.
pub struct Past {
    /// Its place in the chain.
    pub place: u32,
    /// Which attempt.
    pub attempt: Uuid,
    /// When.
    pub when: String,
    /// What.
    pub title: String,
    /// 0-100.
    pub score: u32,
    /// How it went.
    pub went: Went,
    /// The verdict in words.
    pub verdict: String,
    /// What is special about it: exam, taken up again.
    pub marks: Vec<String>,
}

/// How something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// It counts as passed.
    Well,
    /// It counts as passed, but a line was crossed.
    Doubtfully,
    /// It does not.
    Badly,
    /// It was given up.
    Nowhere,
}

impl Board {
    /// Everything, of what is kept.
    pub fn of(
        kept: &[Kept],
        items: &[Item],
        on_offer: &[Practisable],
        titles: &dyn Fn(&Subject) -> String,
        locale: &Locale,
    ) -> Self {
        let today = now().day();
        let progress = Progress::of(kept, today, on_offer);
        let scores = Lens::ALL.map(|(lens, _)| (lens, lines::of(lens, kept, &progress, locale))).into();
        Self {
            today,
            tiles: figures::tiles(kept, &progress, locale),
            counsels: figures::counsels(&progress, titles, locale),
            scores,
            pass_mark: progress.radar.pass_mark,
            spokes: figures::spokes(&progress, locale),
            rings: figures::rings(&progress, locale),
            in_time: figures::in_time(&progress, locale),
            weeks: figures::weeks(&progress, locale),
            parts: figures::parts(items, locale),
            days: figures::days(&progress),
            personas: figures::personas(&progress),
            history: history::of(kept, locale),
        }
    }
}

impl Desk {
    /// The progress screen, made ready.
    pub fn board(&self) -> Option<&Board> {
        let trainee = self.trainee()?;
        Some(self.board.get_or_init(|| {
            let calls = self.scripts.iter().map(|script| Practisable::of_script(script));
            let shifts = self.shifts.iter().map(|card| Practisable::of_card(card));
            let on_offer: Vec<Practisable> = calls.chain(shifts).collect();
            Board::of(&trainee.kept, &self.items_now(trainee), &on_offer, &|what| self.title_of(what), &self.locale)
        }))
    }

    /// The title of something that can be practised; its id where it is not on the shelf.
    pub fn title_of(&self, what: &Subject) -> String {
        let title = match what.kind {
            Kind::Call => self.scripts.iter().find(|it| *it.id == *what.id).map(|it| &it.title),
            Kind::Shift => self.shifts.iter().find(|it| *it.id == *what.id).map(|it| &it.title),
            Kind::Exam => {
                let exam = self.shelf.exam(&what.id).map(|(_, exam)| self.shelf.exam_card(exam, self.locale.language));
                return exam.map_or_else(|| what.id.clone(), |card| card.title.to_string());
            }
        };
        title.map_or_else(|| what.id.clone(), ToString::to_string)
    }

    /// Shows something on the home screen, ready to be begun.
    pub fn go_to(&mut self, what: &Subject) {
        self.view = View::Home;
        match what.kind {
            Kind::Call => {
                self.half = Half::Calls;
                self.selected = self.scripts.iter().position(|it| *it.id == *what.id).unwrap_or(self.selected);
            }
            Kind::Shift => {
                self.half = Half::FrontDesk;
                self.selected_shift =
                    self.shifts.iter().position(|it| *it.id == *what.id).unwrap_or(self.selected_shift);
            }
            Kind::Exam => self.half = Half::Quiz,
        }
    }
}

/// The day that days are counted from.
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i32 {
    day.since(EPOCH).map_or(0, |span| span.get_days())
}

/// The day of a number.
pub fn day_of(number: i32) -> Date {
    EPOCH.checked_add(jiff::Span::new().days(number)).unwrap_or(EPOCH)
}

/// A day as it stands on an axis: `11/3`.
pub fn short_day(day: Date) -> String {
    format!("{}/{}", day.month(), day.day())
}
