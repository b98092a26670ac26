//! One row for each criterion an attempt was judged by.

use super::{Column, Line, Table, column, lines, table};
use crate::export::Material;
use crate::export::cells::Cell;
use crate::locale::Locale;
use crate::record::summary::Criterion;

/// A criterion in its attempt.
type Judged<'a> = (Line<'a>, &'a Criterion);

/// Every criterion of every attempt: met how often, of how many occasions.
pub fn criteria(material: &Material<'_>, locale: &Locale) -> Table {
    let judged = lines(material, locale)
        .flat_map(|line| line.told.kept.attempt.summary.criteria().iter().map(move |criterion| (line, criterion)));
    table("export-sheet-criteria", &columns(), judged, locale)
}

fn columns<'a>() -> Vec<Column<Judged<'a>>> {
    vec![
        column("export-trainee", 14.0, |(line, _)| Cell::text(&line.practice.profile.name)),
        column("export-place", 8.0, |(line, _)| Cell::whole(line.told.kept.place)),
        column("export-began", 18.0, |(line, _)| Cell::Time(line.told.kept.attempt.setup.began)),
        column("export-title", 30.0, |(line, _)| Cell::text(line.told.kept.attempt.summary.title())),
        column("export-criterion", 24.0, |(_, it)| Cell::text(&it.id)),
        column("export-criterion-name", 34.0, |(_, it)| Cell::text(&it.name)),
        column("export-met", 8.0, |(_, it)| Cell::whole(it.met)),
        column("export-due", 8.0, |(_, it)| Cell::whole(it.due)),
        column("export-share", 8.0, |(_, it)| {
            let share = f64::from(it.met) / f64::from(it.due.max(1));
            if it.due > 0 { Cell::Share(share) } else { Cell::Empty }
        }),
        // A call's criteria have no weight of their own, only their dimension has.
        column("export-weight", 8.0, |(_, it)| if it.weight > 0 { Cell::whole(it.weight) } else { Cell::Empty }),
        column("export-attempt", 38.0, |(line, _)| Cell::text(line.told.kept.attempt.setup.id.to_string())),
        column("export-profile", 38.0, |(line, _)| Cell::text(line.practice.profile.id.to_string())),
    ]
}
