//! What stands after the page of a certificate, on lines that readers of PDF pass over: what it says, and the seal over
//! every byte before it.
//!
//! Readers look for the end of a PDF in its last kilobyte, some in half of one, and a long name takes more than that. So
//! between both lines the page's own end stands once more, as it does where a PDF was added to.

use serde::{Deserialize, Serialize};

use super::Certificate;
use crate::record::edition::digest;

/// Begins the line that says what the certificate says, as JSON.
const SAYS: &str = "%three-rings-certificate ";
/// Begins the line of the seal.
const SEAL: &str = "%three-rings-seal ";
/// Begins the end of a PDF: where its table of objects is.
const END: &str = "startxref";
/// The version of what is written there.
const FORMAT: u32 = 1;
/// The longest line that is read, in bytes: what is longer nobody here wrote.
const LONGEST: usize = 64 * 1024;

/// What the first line holds.
#[derive(Serialize, Deserialize)]
struct Line<C> {
    format: u32,
    #[serde(flatten)]
    certificate: C,
    code: String,
}

/// A page, and behind it what it says, sealed.
pub fn sealed(page: &[u8], certificate: &Certificate) -> Vec<u8> {
    let end = rfind(page, END.as_bytes()).map(|at| page[at..].trim_ascii_end()).unwrap_or_default();
    let mut bytes =
        [page.trim_ascii_end(), b"\n", SAYS.as_bytes(), says(certificate).as_bytes(), b"\n", end, b"\n"].concat();
    bytes.extend(seal_of(&bytes).bytes());
    bytes
}

/// The last line.
fn seal_of(bytes: &[u8]) -> String {
    format!("{SEAL}{}\n", digest(bytes))
}

fn says(certificate: &Certificate) -> String {
    let line = Line { format: FORMAT, certificate, code: certificate.code().to_string() };
    in_ascii(&serde_json::to_string(&line).unwrap_or_default())
}

/// JSON with everything but ASCII escaped; such characters stand only in its strings.
fn in_ascii(json: &str) -> String {
    let escaped = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    json.chars().map(|c| if c.is_ascii() && !c.is_control() { c.to_string() } else { escaped(c) }).collect()
}

/// What was found behind a page.
pub struct Opened {
    /// Whether the seal is that of every byte before it, and nothing stands behind it.
    pub seal_holds: bool,
    /// What is said.
    pub said: Said,
}

/// What the line behind a page says.
pub enum Said {
    /// A certificate; and whether it is written as the program writes it, its code included.
    Certificate(Box<Certificate>, bool),
    /// One of a later format.
    Newer(u32),
    /// Nothing that makes sense.
    Nothing,
}

/// Looks behind a page; none where nothing stands there that stands only behind a certificate.
pub fn open(bytes: &[u8]) -> Option<Opened> {
    let begins = |mark: &str| rfind(bytes, format!("\n{mark}").as_bytes()).map(|at| at + 1);
    let (says, seal) = (begins(SAYS), begins(SEAL));
    let line = |at: usize| bytes[at + SAYS.len()..].split(|&byte| byte == b'\n').next().unwrap_or_default();
    let seal_holds = seal.is_some_and(|at| bytes[at..] == *seal_of(&bytes[..at]).as_bytes());
    let said = says.map_or(Said::Nothing, |at| read(line(at)));
    says.or(seal).map(|_| Opened { seal_holds, said })
}

fn read(line: &[u8]) -> Said {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    if line.len() > LONGEST {
        return Said::Nothing;
    }
    match serde_json::from_slice(line) {
        Ok(Format { format }) if format > FORMAT => Said::Newer(format),
        _ => serde_json::from_slice::<Line<Certificate>>(line).map_or(Said::Nothing, |it| {
            let is_ours = says(&it.certificate).as_bytes() == line;
            Said::Certificate(Box::new(it.certificate), is_ours)
        }),
    }
}

/// Where something stands last.
fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}
