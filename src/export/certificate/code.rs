//! The verification code of a certificate: 125 bits of a SHA-256 over everything it says, to be read out and typed.
//!
//! Written in Crockford's base 32, five groups of five: no I, L, O or U. Who types it may write small letters, o for 0, i
//! and l for 1, and leave the dashes out.

use std::fmt;

use sha2::{Digest as _, Sha256};

use super::Certificate;

/// Begins what is hashed: what it is, and the version of how it is written.
const DOMAIN: &str = "three-rings certificate 1";
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS_A_SIGN: usize = 5;
const GROUPS: usize = 5;
const SIGNS_A_GROUP: usize = 5;
const LENGTH: usize = GROUPS * SIGNS_A_GROUP;
/// The bits of a `u128` that a code has no sign for.
const SPARE_BITS: usize = 128 - LENGTH * BITS_A_SIGN;

/// A verification code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u128);

impl Code {
    /// The code of a certificate.
    pub(super) fn of(certificate: &Certificate) -> Self {
        let digest = Sha256::digest(canonical(certificate));
        let first = digest.iter().take(size_of::<u128>()).fold(0, |bits: u128, &byte| bits << 8 | u128::from(byte));
        Self(first >> SPARE_BITS)
    }

    /// The code that somebody wrote; none when it is not one.
    pub fn read(written: &str) -> Option<Self> {
        let signs: Vec<u128> = written.chars().filter(|c| !is_between(*c)).map(value).collect::<Option<_>>()?;
        let bits = |signs: &[u128]| signs.iter().fold(0, |bits, sign| bits << BITS_A_SIGN | sign);
        (signs.len() == LENGTH).then(|| Self(bits(&signs)))
    }

    fn sign(self, place: usize) -> char {
        let value = self.0 >> ((LENGTH - 1 - place) * BITS_A_SIGN) & (SIGNS.len() as u128 - 1);
        SIGNS.get(usize::try_from(value).unwrap_or_default()).map_or('0', |&sign| sign.into())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..LENGTH {
            let is_next_group = place > 0 && place.is_multiple_of(SIGNS_A_GROUP);
            write!(f, "{}{}", if is_next_group { "-" } else { "" }, self.sign(place))?;
        }
        Ok(())
    }
}

/// Dashes as keyboards and phones make them, and spaces.
fn is_between(written: char) -> bool {
    written.is_whitespace() || matches!(written, '-' | '‐' | '‑' | '–' | '—' | '−')
}

fn value(written: char) -> Option<u128> {
    let sign = match written.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    };
    SIGNS.iter().position(|&it| char::from(it) == sign).map(|place| place as u128)
}

/// Everything a certificate says, each thing after its length: no two certificates are the same bytes.
fn canonical(certificate: &Certificate) -> Vec<u8> {
    let Certificate { name, exam, title, score, pass_mark, questions, taken, attempt, place, hash, program, language } =
        certificate;
    let numbers = [score, pass_mark, questions, place].map(u32::to_string);
    let taken = [taken.unix_ms.to_string(), taken.offset_minutes.to_string()];
    let attempt = attempt.to_string();
    let texts = [DOMAIN, name, exam, title, &attempt, hash, program, language];
    let all = texts.into_iter().chain(numbers.iter().chain(&taken).map(String::as_str));
    all.flat_map(|text| (text.len() as u64).to_be_bytes().into_iter().chain(text.bytes())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written() {
        let most = Code(u128::MAX >> SPARE_BITS);
        assert_eq!(most.to_string(), "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
        for code in [Code(0), Code(1), Code(0x1234_5678_9ABC_DEF0_1122_3344_5566_7788 >> SPARE_BITS), most] {
            assert_eq!(Code::read(&code.to_string()), Some(code));
            assert_eq!(Code::read(&format!(" {} ", code.to_string().to_lowercase().replace('-', ""))), Some(code));
        }
    }

    #[test]
    fn signs_that_look_alike_are_forgiven() {
        let code = Code::read("01100-11000-00000-00000-00001").expect("a code");
        assert_eq!(Code::read("oILO0–liOoO—00000‑OoO0o 0000I"), Some(code));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for written in
            ["", "records.db", "01100-11000-00000-00000-0000", "0".repeat(26).as_str(), "U".repeat(25).as_str()]
        {
            assert_eq!(Code::read(written), None, "{written}");
        }
    }
}
