//! Scores over time as lines: by call, by dimension, by kind of person, by shift.

use uuid::Uuid;

use crate::app::charts::Form;
use crate::app::desk::board::{Dot, Lens, Line, day_number};
use crate::locale::Locale;
use crate::record::attempt::{Attempt, Kept, Kind};
use crate::record::moment::Moment;
use crate::record::progress::Progress;
use crate::record::progress::scores::{Filter, Scored, scores};

/// How many dimensions are shown at once: more cannot be told apart.
const MOST_DIMENSIONS: usize = 3;
/// How many kinds of person are shown at once.
const MOST_PERSONAS: usize = 5;

/// The lines of a lens.
pub fn of(lens: Lens, kept: &[Kept], progress: &Progress, locale: &Locale) -> Vec<Line> {
    match lens {
        Lens::Calls => {
            vec![whole("progress-calls", kept, Filter { kind: Some(Kind::Call), ..Filter::default() }, locale)]
        }
        Lens::Shifts => {
            vec![whole("progress-shifts", kept, Filter { kind: Some(Kind::Shift), ..Filter::default() }, locale)]
        }
        Lens::Dimensions => dimensions(kept, progress, locale),
        Lens::Personas => personas(kept, progress, locale),
    }
}

fn whole(key: &str, kept: &[Kept], filter: Filter<'_>, locale: &Locale) -> Line {
    let dots = scores(kept, filter).series.iter().filter(|it| !it.is_given_up).map(|it| dot(it, locale)).collect();
    Line { name: locale.text(key), form: Form::PointsAndLine, dots }
}

fn dot(scored: &Scored, locale: &Locale) -> Dot {
    let verdict = locale.text(if scored.is_passed { "progress-passed" } else { "progress-failed" });
    let again = if scored.is_retry { locale.text("progress-again") } else { String::new() };
    let tip = [
        when(scored.began),
        scored.title.clone(),
        locale.with("progress-score", &[("score", scored.score.into())]),
        verdict,
        again,
    ];
    Dot {
        day: day_with_time(scored.began),
        score: scored.score as f32,
        is_again: scored.is_retry,
        tip: lines(tip),
        attempt: scored.attempt,
    }
}

/// The dimensions that are weakest now.
fn dimensions(kept: &[Kept], progress: &Progress, locale: &Locale) -> Vec<Line> {
    let mut axes: Vec<_> = progress.radar.axes.iter().collect();
    axes.sort_by_key(|axis| axis.now);
    let weakest = axes.into_iter().take(MOST_DIMENSIONS);
    let line = |axis: &crate::record::progress::radar::Axis| {
        let series = progress.scores.dimensions.iter().find(|series| series.id == axis.id)?;
        let dots = series.points.iter().filter(|point| point.counts).filter_map(|point| {
            let attempt = at(kept, point.place)?;
            let score = locale.with("progress-score", &[("score", point.score.into())]);
            let tip = lines([
                when(attempt.setup.began),
                attempt.summary.title().to_owned(),
                format!("{} {score}", series.name),
            ]);
            Some(of_attempt(attempt, point.score, tip))
        });
        Some(Line { name: series.name.clone(), form: Form::Line, dots: dots.collect() })
    };
    weakest.filter_map(line).collect()
}

fn at(kept: &[Kept], place: u32) -> Option<&Attempt> {
    kept.iter().find(|it| it.place == place).map(|it| &it.attempt)
}

fn of_attempt(attempt: &Attempt, score: u32, tip: String) -> Dot {
    let (began, id): (Moment, Uuid) = (attempt.setup.began, attempt.setup.id);
    Dot { day: day_with_time(began), score: score as f32, is_again: attempt.setup.retry.is_some(), tip, attempt: id }
}

fn personas(kept: &[Kept], progress: &Progress, locale: &Locale) -> Vec<Line> {
    let mut personas: Vec<_> = progress.scores.personas.iter().collect();
    personas.sort_by_key(|it| std::cmp::Reverse(it.calls));
    let line = |persona: &&crate::record::progress::scores::PersonaScores| {
        let filter = Filter { temperament: Some(&persona.temperament), ..Filter::default() };
        let counted = scores(kept, filter).series.into_iter().filter(|it| !it.is_given_up && !it.is_retry);
        Line { name: persona.name.clone(), form: Form::Line, dots: counted.map(|it| dot(&it, locale)).collect() }
    };
    personas.iter().take(MOST_PERSONAS).map(line).collect()
}

/// What is not empty, one below the other.
pub fn lines<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A moment as trainees read it.
pub fn when(moment: Moment) -> String {
    moment.local().strftime("%Y-%m-%d %H:%M").to_string()
}

fn day_with_time(moment: Moment) -> f64 {
    const SECONDS_PER_DAY: f64 = 86_400.0;
    let local = moment.local();
    let seconds = f64::from(local.hour()) * 3_600.0 + f64::from(local.minute()) * 60.0 + f64::from(local.second());
    f64::from(day_number(local.date())) + seconds / SECONDS_PER_DAY
}
