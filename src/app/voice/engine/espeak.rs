//! `espeak-ng`: small, a machine to hear, and with every Linux.

use super::{Named, PATIENCE, Question, Request, args, pitch_percent};
use crate::app::voice::line::{Line, Tongue};
use crate::app::voice::manner::Manner;

/// Its voices.
pub(super) const QUESTIONS: [Question; 1] = [Question { args: &["--voices"], patience: PATIENCE }];

/// Words a minute when nobody asks for another speed.
pub(super) const OWN_WORDS: u32 = 175;

/// What makes a woman's voice of any.
const WOMAN: &str = "+f2";

/// From columns of priority, language, age and sex, name, file. What is below `mb` needs data that is rarely there.
pub(super) fn voices(answer: &str) -> Vec<Named> {
    let voice = |line: &str| {
        let mut columns = line.split_whitespace().skip(1);
        let (culture, _, name, file) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        let named = Named { name: name.replace('_', " "), culture: culture.to_owned(), is_woman: None, rank: 0 };
        (!file.starts_with("mb/")).then_some(named)
    };
    answer.lines().skip(1).filter_map(voice).collect()
}

/// `-b 1` for UTF-8; `--stdin` for the whole text at once.
pub(super) fn request(voice: &Named, line: &Line) -> Request {
    let manner = line.manner;
    let variant = if manner.is_woman == Some(true) { WOMAN } else { "" };
    let (speed, pitch) =
        (words_a_minute(line.tongue, manner).to_string(), pitch(pitch_percent(voice, manner)).to_string());
    let (voice, volume) = (format!("{}{variant}", voice.culture), manner.volume_percent.to_string());
    let args = args(["-v", &voice, "-s", &speed, "-p", &pitch, "-a", &volume, "-b", "1", "--stdin"]);
    Request { args, stdin: Some(line.text.clone()) }
}

/// Somebody at ease says a Chinese character in 210 milliseconds; what it calls 320 words a minute comes to that.
pub(super) fn words_a_minute(tongue: Tongue, manner: Manner) -> u32 {
    let ordinary = match tongue {
        Tongue::Mandarin => 320,
        Tongue::English => OWN_WORDS,
    };
    u32::from(manner.speed_percent) * ordinary / 100
}

/// 50 is a voice's own, 99 twice as high, 0 half as high.
fn pitch(percent: i32) -> i32 {
    50 + if percent > 0 { percent * 3 / 5 } else { percent }
}
