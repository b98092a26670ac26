//! The report of one trainee: where they stand, and what to practise next.
//!
//! Figures, scores and tables are of the days asked for. What is known of the 47 items and what to practise next go by
//! everything up to the last of these days: a gap does not close because one looks at a month without it.
//!
//! `scores` tells how it went, `items` what is known.

mod items;
mod scores;

use jiff::civil::Date;

use super::advice::advice_in_words;
use super::catalogue::Catalogue;
use super::{Cover, figure, made, paper, practised, short_hash, who};
use crate::export::days::Days;
use crate::export::paper::{Block, Paper, Tone};
use crate::locale::Locale;
use crate::record::attempt::Kept;
use crate::record::chain::Head;
use crate::record::profile::Profile;
use crate::record::progress::advice::{Advice, Reason};
use crate::record::progress::{Progress, counts};

/// A trainee as seen on a day.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Who.
    pub profile: &'a Profile,
    /// Every finished attempt, in the order of the chain.
    pub kept: &'a [Kept],
    /// The end of the chain.
    pub head: &'a Head,
    /// The days asked for.
    pub days: Days,
    /// The day.
    pub today: Date,
}

/// The report of one trainee.
pub fn trainee(seen: Seen<'_>, catalogue: &Catalogue, locale: &Locale) -> Paper {
    let today = seen.days.last(seen.today);
    let until = Days { from: None, to: seen.days.to }.of(seen.kept);
    let asked_for = seen.days.of(seen.kept);
    let known = Progress::of(&until, today, &catalogue.on_offer);
    let progress = Progress::of(&asked_for, today, &catalogue.on_offer);
    let book = Book { seen, today, kept: &asked_for, progress: &progress, catalogue, locale };
    let mut blocks = vec![book.figures(), book.facts()];
    blocks.extend(book.advice(&known.advice));
    blocks.extend(scores::blocks(&book));
    blocks.extend(items::blocks(&known.items, locale));
    let title = locale.with("report-trainee-title", &[("name", seen.profile.name.as_str().into())]);
    let subtitle = locale.with("report-as-of", &[("day", today.to_string().into())]);
    let (place, hash) = (seen.head.links, seen.head.hash.as_str());
    paper(Cover { title, subtitle, place, hash, made: made(&asked_for) }, blocks, locale)
}

/// A trainee's practice in the days asked for, and the words to tell it in.
struct Book<'a> {
    seen: Seen<'a>,
    today: Date,
    kept: &'a [Kept],
    progress: &'a Progress,
    catalogue: &'a Catalogue,
    locale: &'a Locale,
}

impl Book<'_> {
    fn figures(&self) -> Block {
        let counted: Vec<&Kept> = self.kept.iter().filter(|kept| counts(&kept.attempt)).collect();
        let (count, passed) = (counted.len(), counted.iter().filter(|kept| kept.attempt.summary.is_passed()).count());
        let (time, unit) = practised(self.progress.time.whole.all_ms(), self.locale);
        let (days, times) = (self.locale.text("report-days"), self.locale.text("report-times"));
        let streak = &self.progress.streak;
        let longest = self.locale.with("report-streak", &[("longest", streak.longest_days.into())]);
        Block::Figures(vec![
            figure(self.kept.len().to_string(), times, self.locale.text("export-attempts"), Tone::Plain),
            figure(format!("{passed}/{count}"), "", self.locale.text("report-passed"), Tone::Plain),
            figure(time, unit, self.locale.text("report-practised"), Tone::Plain),
            figure(streak.current_days.to_string(), days, longest, Tone::Plain),
        ])
    }

    fn facts(&self) -> Block {
        let text = |key: &str| self.locale.text(key);
        let mut facts = vec![
            (text("export-trainee"), who(self.seen.profile, self.locale)),
            (text("export-since"), self.seen.profile.since.day().to_string()),
            (text("report-range"), self.range()),
            (text("report-practised-days"), self.progress.streak.practised_days.to_string()),
        ];
        facts.push((text("export-chain"), self.seen.head.links.to_string()));
        facts.push((text("export-chain-hash"), short_hash(&self.seen.head.hash).to_owned()));
        Block::Facts(facts)
    }

    /// The days told of: those asked for, or from the first to the last practised.
    fn range(&self) -> String {
        let day = |kept: &Kept| kept.attempt.setup.began.day();
        let first = self.seen.days.from.or_else(|| self.kept.iter().map(day).min());
        let last = self.seen.days.to.or_else(|| self.kept.iter().map(day).max());
        let (from, to) = (first.unwrap_or(self.today).to_string(), last.unwrap_or(self.today).to_string());
        self.locale.with("report-from-to", &[("from", from.into()), ("to", to.into())])
    }

    /// What to practise next, each with its reason.
    fn advice(&self, advice: &[Advice]) -> Vec<Block> {
        let note = |advice: &Advice| {
            let advised = advice_in_words(advice, self.catalogue, self.locale);
            let tone = match advice.why {
                Reason::RedLine { .. } => Tone::Bad,
                Reason::AllGood => Tone::Good,
                _ => Tone::Plain,
            };
            Block::Note { tone, title: advised.what, text: advised.why }
        };
        let notes: Vec<Block> = advice.iter().map(note).collect();
        if notes.is_empty() {
            return notes;
        }
        let mut blocks = vec![Block::Heading(self.locale.text("report-next"))];
        blocks.extend(notes);
        blocks
    }
}
