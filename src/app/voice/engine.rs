//! The programs that speak: what each is asked, what its answer means, and what it is told to say a line. All of it is
//! data; nothing is run here.

mod espeak;
mod sapi;
mod say;
mod speech_dispatcher;

use std::cmp::Reverse;
use std::time::Duration;

use crate::app::voice::line::{Line, Tongue};
use crate::app::voice::manner::Manner;

/// A program that has not answered by then hangs.
const PATIENCE: Duration = Duration::from_secs(2);
/// How much higher a man's voice is to stand for a woman's, in percent; and the other way round, lower.
const OTHER_SEX: i32 = 20;

/// A program that speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `spd-say`, of Linux: whatever the user has set up.
    SpeechDispatcher,
    /// `espeak-ng`, of Linux.
    Espeak,
    /// `say`, of macOS.
    Say,
    /// `System.Speech` through PowerShell, of Windows.
    Sapi,
}

/// How a program is started. Its text is on standard input, or the last argument, after `--`: no shell ever sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// What stands behind its name.
    pub(super) args: Vec<String>,
    /// What it reads; nothing at all if there is none.
    pub(super) stdin: Option<String>,
}

/// What a program is asked, to see whether it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Question {
    /// What stands behind its name.
    pub(super) args: &'static [&'static str],
    /// How long it may take over the answer.
    pub(super) patience: Duration,
}

/// A voice of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// As the program calls it.
    pub(super) name: String,
    /// Its language and region, as the program writes them.
    pub(super) culture: String,
    /// None if it can be either.
    pub(super) is_woman: Option<bool>,
    /// The least is the best, whatever the sex.
    pub(super) rank: u8,
}

impl Kind {
    /// Those that may be found on this system, better ones first.
    pub(super) const fn of_this_system() -> &'static [Self] {
        if cfg!(windows) {
            &[Self::Sapi]
        } else if cfg!(target_os = "macos") {
            &[Self::Say]
        } else {
            &[Self::SpeechDispatcher, Self::Espeak]
        }
    }

    /// The name of its file.
    pub(super) const fn program(self) -> &'static str {
        match self {
            Self::SpeechDispatcher => "spd-say",
            Self::Espeak => "espeak-ng",
            Self::Say => "say",
            Self::Sapi => "powershell.exe",
        }
    }

    /// What people know it by.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::SpeechDispatcher => "Speech Dispatcher",
            Self::Espeak => "eSpeak NG",
            Self::Say => "macOS",
            Self::Sapi => "Windows",
        }
    }

    /// What it is asked, one after the other; the last answer lists its voices.
    pub(super) const fn questions(self) -> &'static [Question] {
        match self {
            Self::SpeechDispatcher => &speech_dispatcher::QUESTIONS,
            Self::Espeak => &espeak::QUESTIONS,
            Self::Say => &say::QUESTIONS,
            Self::Sapi => &sapi::QUESTIONS,
        }
    }

    /// The voices in its answer that speak any [`Tongue`]; none if the answer is not understood.
    pub(super) fn voices(self, answer: &str) -> Vec<Named> {
        let voices = match self {
            Self::SpeechDispatcher => speech_dispatcher::voices(answer),
            Self::Espeak => espeak::voices(answer),
            Self::Say => say::voices(answer),
            Self::Sapi => sapi::voices(answer),
        };
        let speaks = |voice: &Named| Tongue::ALL.iter().any(|tongue| strangeness(*tongue, &voice.culture).is_some());
        voices.into_iter().filter(speaks).collect()
    }

    /// What it is told to say this in this voice.
    pub(super) fn request(self, voice: &Named, line: &Line) -> Request {
        match self {
            Self::SpeechDispatcher => speech_dispatcher::request(voice, line),
            Self::Espeak => espeak::request(voice, line),
            Self::Say => say::request(voice, line),
            Self::Sapi => sapi::request(voice, line),
        }
    }

    /// What it is told to fall silent, if it goes on when its process has ended.
    pub(super) const fn cancel(self) -> Option<Question> {
        match self {
            Self::SpeechDispatcher => Some(speech_dispatcher::CANCEL),
            Self::Espeak | Self::Say | Self::Sapi => None,
        }
    }
}

/// The best of these voices: first for the ear of this tongue, then in itself, then by its sex.
pub(super) fn best(voices: &[Named], tongue: Tongue, is_woman: Option<bool>) -> Option<&Named> {
    let liking = |voice: &Named| Reverse(is_woman.map(|wanted| voice.is_woman.is_none_or(|is| is == wanted)));
    let ranked = voices.iter().filter_map(|voice| Some((strangeness(tongue, &voice.culture)?, voice)));
    ranked.min_by_key(|(strangeness, voice)| (*strangeness, voice.rank, liking(voice))).map(|(_, voice)| voice)
}

/// How strange a culture sounds in this tongue, 0 for not at all; none if it is another tongue.
/// What Hong Kong speaks is Cantonese.
fn strangeness(tongue: Tongue, culture: &str) -> Option<u8> {
    let culture = culture.replace('_', "-").to_ascii_lowercase();
    match (tongue, culture.as_str()) {
        (Tongue::Mandarin, "cmn" | "cmn-cn" | "zh" | "zh-cn" | "zh-hans" | "zh-hans-cn" | "zh-sg") => Some(0),
        (Tongue::Mandarin, "cmn-tw" | "zh-tw" | "zh-hant" | "zh-hant-tw") => Some(1),
        (Tongue::English, "en" | "en-gb" | "en-us") => Some(0),
        (Tongue::English, other) => other.starts_with("en-").then_some(1),
        (Tongue::Mandarin, _) => None,
    }
}

/// The pitch wanted of this voice, in percent, -50 to 50: a voice of the other sex is bent.
fn pitch_percent(voice: &Named, manner: Manner) -> i32 {
    let bent = match (voice.is_woman, manner.is_woman) {
        (Some(false), Some(true)) => OTHER_SEX,
        (Some(true), Some(false)) => -OTHER_SEX,
        _ => 0,
    };
    (i32::from(manner.pitch_percent) + bent).clamp(-50, 50)
}

/// Arguments, some known beforehand.
fn args<const N: usize>(args: [&str; N]) -> Vec<String> {
    args.map(str::to_owned).to_vec()
}
