//! `spd-say`: the client of Speech Dispatcher, whatever speaks behind it.

use std::time::Duration;

use super::espeak::{OWN_WORDS, words_a_minute};
use super::{Named, PATIENCE, Question, Request, args, pitch_percent};
use crate::app::voice::line::Line;

/// Whether a daemon answers; then its voices, ten thousand lines over which one in good health takes two seconds.
pub(super) const QUESTIONS: [Question; 2] =
    [Question { args: &["-O"], patience: PATIENCE }, Question { args: &["-L"], patience: Duration::from_secs(6) }];

/// The daemon goes on when its client is gone.
pub(super) const CANCEL: Question = Question { args: &["-C"], patience: Duration::from_millis(500) };

/// From lines of name (of several words), language and variant; the first voice of each language. A name with a plus is
/// another's variant.
pub(super) fn voices(answer: &str) -> Vec<Named> {
    let mut voices: Vec<Named> = Vec::new();
    for voice in answer.lines().filter_map(voice).filter(|voice| !voice.name.contains('+')) {
        if voices.iter().all(|known| known.culture != voice.culture) {
            voices.push(voice);
        }
    }
    voices
}

fn voice(line: &str) -> Option<Named> {
    let (rest, _variant) = line.trim().rsplit_once(char::is_whitespace)?;
    let (name, culture) = rest.trim().rsplit_once(char::is_whitespace)?;
    Some(Named { name: name.trim().to_owned(), culture: culture.to_owned(), is_woman: None, rank: 0 })
}

/// The text is an argument: on standard input `!-!` would be a command.
pub(super) fn request(voice: &Named, line: &Line) -> Request {
    let manner = line.manner;
    let (rate, pitch) = (rate(speed_percent(voice, line)), pitch(pitch_percent(voice, manner)));
    let volume = i32::from(manner.volume_percent) * 2 - 100;
    let mut args = args(["-w", "-N", "three-rings", "-l", &voice.culture]);
    let kind = manner.is_woman.map(|is_woman| if is_woman { "female1" } else { "male1" });
    args.extend(kind.into_iter().flat_map(|kind| ["-t".to_owned(), kind.to_owned()]));
    for (option, value) in [("-r", rate), ("-p", pitch), ("-i", volume)] {
        args.extend([option.to_owned(), value.to_string()]);
    }
    args.extend(["--".to_owned(), line.text.clone()]);
    Request { args, stdin: None }
}

/// Only espeak-ng calls Mandarin by this code; others are taken to speak it at their leisure.
fn speed_percent(voice: &Named, line: &Line) -> i32 {
    match voice.culture.as_str() {
        "cmn" => (words_a_minute(line.tongue, line.manner) * 100 / OWN_WORDS) as i32,
        _ => line.manner.speed_percent.into(),
    }
}

/// In espeak-ng's module, 100 is 2.6 times the ordinary speed, and -100 somewhat less than half of it.
fn rate(speed_percent: i32) -> i32 {
    let faster = speed_percent - 100;
    if faster > 0 { (faster * 3 / 5).min(100) } else { faster * 9 / 5 }
}

/// 100 is twice as high, -100 half as high.
fn pitch(percent: i32) -> i32 {
    if percent > 0 { percent * 6 / 5 } else { percent * 2 }
}
