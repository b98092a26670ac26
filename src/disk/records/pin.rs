//! A trainee's PIN: a door that keeps colleagues from practising under one's name, not a safe.
//!
//! Argon2id with the crate's defaults (19 MiB, two passes: OWASP's second choice), in the PHC string format.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

/// The fewest digits.
pub const SHORTEST_PIN: usize = 4;
/// The most.
pub const LONGEST_PIN: usize = 12;

/// Whether a text can be a PIN: 4 to 12 digits.
pub fn is_pin(text: &str) -> bool {
    (SHORTEST_PIN..=LONGEST_PIN).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The hash of a PIN, with a salt from the system; none when the system has no salt to give.
pub fn hash_pin(pin: &str) -> Option<String> {
    let hash = Argon2::default().hash_password(pin.as_bytes()).ok()?;
    Some(hash.to_string())
}

/// Whether a PIN is the one that was hashed. A hash that makes no sense fits no PIN.
pub fn fits_pin(pin: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_fits_its_own_hash_and_no_other() {
        let (one, other) = (hash_pin("2580").expect("a salt"), hash_pin("2580").expect("a salt"));
        assert!(one.starts_with("$argon2id$") && one != other, "each has its own salt");
        assert!(fits_pin("2580", &one) && fits_pin("2580", &other));
        assert!(!fits_pin("2581", &one) && !fits_pin("", &one) && !fits_pin("2580", "nonsense"));
    }

    #[test]
    fn a_pin_is_four_to_twelve_digits() {
        for (text, fits) in
            [("1234", true), ("123456789012", true), ("123", false), ("12a4", false), ("１２３４", false)]
        {
            assert_eq!(is_pin(text), fits, "{text}");
        }
    }
}
