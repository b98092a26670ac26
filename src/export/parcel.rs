//! One file to hand over: what a trainee gives a trainer from the window.

use jiff::civil::Date;

use crate::export::certificate::{self, Certificate};
use crate::export::days::Days;
use crate::export::paper::{Faces, pdf};
use crate::export::report::catalogue::Catalogue;
use crate::export::report::{self, Seen};
use crate::export::xapi::{self, Names};
use crate::export::{Material, Trainee, csv, xlsx};
use crate::faces::{BOLD, REGULAR};
use crate::locale::Locale;
use crate::record::attempt::Kept;
use crate::record::chain::Head;
use crate::record::profile::Profile;
use crate::record::replay::Shelves;

/// What can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parcel {
    /// A report of all practice, to be printed.
    Report,
    /// A report of one attempt, by its place in the chain, to be printed.
    OneReport(u32),
    /// The certificate of a passed exam, by its place in the chain, to be printed.
    Certificate(u32),
    /// A workbook with everything.
    Workbook,
    /// The attempts as a table.
    Table,
    /// Statements for a learning record store, without a name.
    Statements,
}

impl Parcel {
    /// What its file's name ends with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Report | Self::OneReport(_) | Self::Certificate(_) => "pdf",
            Self::Workbook => "xlsx",
            Self::Table => "csv",
            Self::Statements => "json",
        }
    }
}

/// Whose practice, and what it is told with.
pub struct Packing<'a> {
    /// Who.
    pub profile: &'a Profile,
    /// Every finished attempt, in the order of the chain.
    pub kept: &'a [Kept],
    /// The end of the chain.
    pub head: &'a Head,
    /// What everything is called.
    pub catalogue: &'a Catalogue,
    /// The words.
    pub locale: &'a Locale,
    /// The day.
    pub today: Date,
}

/// Makes the file.
///
/// # Errors
/// In the words of whatever could not make it; none where there is no such attempt.
pub fn pack(parcel: Parcel, packing: &Packing<'_>, shelves: &mut Shelves) -> Result<Vec<u8>, String> {
    let &Packing { profile, kept, head, catalogue, locale, today } = packing;
    let faces = Faces { regular: REGULAR, bold: BOLD };
    let mut material = || Material::gather([Trainee { profile, kept, head }], shelves);
    match parcel {
        Parcel::Report => {
            let seen = Seen { profile, kept, head, days: Days::default(), today };
            pdf(&report::trainee(seen, catalogue, locale), faces).map_err(|error| error.to_string())
        }
        Parcel::OneReport(place) => {
            let one =
                kept.iter().find(|kept| kept.place == place).ok_or_else(|| locale.text("records-cannot-replay"))?;
            pdf(&report::attempt(profile, one, shelves, catalogue, locale), faces).map_err(|error| error.to_string())
        }
        Parcel::Certificate(place) => {
            let passed = kept.iter().find(|kept| kept.place == place);
            let certificate = passed.and_then(|kept| Certificate::of(profile, kept, locale.language));
            let certificate = certificate
                .ok_or_else(|| locale.with("certificate-no-exam", &[("name", profile.name.as_str().into())]))?;
            certificate::pdf(&certificate, faces, locale).map_err(|error| error.to_string())
        }
        Parcel::Workbook => xlsx::workbook(&material(), locale, report::made(kept)).map_err(|error| error.to_string()),
        Parcel::Table => csv::attempts(&material(), locale).map_err(|error| error.to_string()),
        Parcel::Statements => {
            xapi::json(&material(), Names::Withheld).map(String::into_bytes).map_err(|error| error.to_string())
        }
    }
}
