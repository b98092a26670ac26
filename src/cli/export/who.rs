//! Whose practice is exported: those named, or all; who has a PIN only with one that fits.

use crate::diagnostic::nearest;
use crate::locale::Locale;
use crate::record::profile::Profile;

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// These.
    pub names: &'a [String],
    /// Everybody.
    pub is_all: bool,
    /// PINs: each is tried with everybody who has one.
    pub pins: &'a [String],
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Those whose practice may be had, each once, in the order of the records.
    pub open: Vec<Profile>,
    /// The names of those left out because no PIN fits.
    pub shut: Vec<String>,
}

/// Why nobody's practice is had.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody was named; those there are.
    Nobody(Vec<String>),
    /// There is none of that name, but perhaps one like it.
    Unknown(String, Option<String>),
    /// They have a PIN, and none was given.
    NeedsPin(String),
    /// They have a PIN, and none of those given fits.
    WrongPin(String),
}

/// Those whose practice is wanted and may be had. Whoever is named must fit; among all, those who do not are left out.
///
/// # Errors
/// When nobody is named, or somebody who is named is unknown or shut.
pub fn choose(
    profiles: Vec<Profile>,
    wanted: Wanted<'_>,
    fits: impl Fn(&str, &str) -> bool,
) -> Result<Chosen, Refusal> {
    let names: Vec<String> = profiles.iter().map(|profile| profile.name.clone()).collect();
    if !wanted.is_all && wanted.names.is_empty() {
        return Err(Refusal::Nobody(names));
    }
    if let Some(unknown) = wanted.names.iter().find(|name| !names.contains(name)) {
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(Refusal::Unknown(unknown.clone(), nearest(unknown, &known).map(str::to_owned)));
    }
    let is_meant = |profile: &Profile| wanted.is_all || wanted.names.contains(&profile.name);
    let may_be_had =
        |profile: &Profile| profile.pin.as_deref().is_none_or(|hash| wanted.pins.iter().any(|pin| fits(pin, hash)));
    let (open, shut): (Vec<Profile>, Vec<Profile>) =
        profiles.into_iter().filter(is_meant).partition(|profile| may_be_had(profile));
    match shut.into_iter().map(|profile| profile.name).collect::<Vec<String>>() {
        shut if wanted.is_all => Ok(Chosen { open, shut }),
        shut => match shut.into_iter().next() {
            None => Ok(Chosen { open, shut: Vec::new() }),
            Some(name) if wanted.pins.is_empty() => Err(Refusal::NeedsPin(name)),
            Some(name) => Err(Refusal::WrongPin(name)),
        },
    }
}

impl Refusal {
    /// What is said about it, with what to do.
    pub fn in_words(&self, locale: &Locale) -> String {
        match self {
            Self::Nobody(names) if names.is_empty() => locale.text("profile-none"),
            Self::Nobody(names) => {
                locale.with("cli-export-of-whom", &[("names", names.join(&locale.text("enumeration-comma")).into())])
            }
            Self::Unknown(name, near) => {
                let near = near.as_deref().map(|near| locale.with("cli-did-you-mean", &[("near", near.into())]));
                locale.with("profile-unknown", &[("name", name.as_str().into())]) + &near.unwrap_or_default()
            }
            Self::NeedsPin(name) => locale.with("profile-needs-pin", &[("name", name.as_str().into())]),
            Self::WrongPin(name) => locale.with("cli-export-wrong-pin", &[("name", name.as_str().into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::moment::Moment;

    fn profile(name: &str, pin: Option<&str>) -> Profile {
        let (id, since) = (uuid::Uuid::new_v5(&uuid::Uuid::nil(), name.as_bytes()), Moment::default());
        Profile { id, name: name.to_owned(), since, pin: pin.map(str::to_owned), is_anonymous: false }
    }

    fn asked(names: &[&str], is_all: bool, pins: &[&str]) -> Result<(Vec<String>, Vec<String>), Refusal> {
        let profiles = vec![profile("小满", None), profile("小暑", Some("1111")), profile("小寒", Some("2222"))];
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let (names, pins) = (owned(names), owned(pins));
        let chosen = choose(profiles, Wanted { names: &names, is_all, pins: &pins }, |pin, hash| pin == hash)?;
        Ok((chosen.open.into_iter().map(|profile| profile.name).collect(), chosen.shut))
    }

    fn both(open: &[&str], shut: &[&str]) -> Result<(Vec<String>, Vec<String>), Refusal> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Ok((owned(open), owned(shut)))
    }

    #[test]
    fn those_named_and_no_others_each_once() {
        assert_eq!(asked(&["小满", "小满"], false, &[]), both(&["小满"], &[]));
        assert_eq!(asked(&["小寒", "小暑"], false, &["2222", "1111"]), both(&["小暑", "小寒"], &[]));
    }

    #[test]
    fn among_all_those_whose_pin_is_not_known_are_left_out_and_named() {
        assert_eq!(asked(&[], true, &[]), both(&["小满"], &["小暑", "小寒"]));
        assert_eq!(asked(&[], true, &["2222"]), both(&["小满", "小寒"], &["小暑"]));
    }

    #[test]
    fn whoever_is_named_must_fit() {
        assert_eq!(asked(&["小暑"], false, &[]), Err(Refusal::NeedsPin("小暑".into())));
        assert_eq!(asked(&["小满", "小暑"], false, &["2222"]), Err(Refusal::WrongPin("小暑".into())));
    }

    #[test]
    fn nobody_named_and_nobody_known_are_told_apart() {
        assert!(matches!(asked(&[], false, &[]), Err(Refusal::Nobody(names)) if names.len() == 3));
        assert_eq!(asked(&["小雪花"], false, &[]).map_err(|it| matches!(it, Refusal::Unknown(..))), Err(true));
    }
}
