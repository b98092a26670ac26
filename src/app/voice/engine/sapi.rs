//! `System.Speech`, of Windows, through PowerShell. What it runs is always the same: everything that changes is on its
//! standard input, in ASCII, which no code page can garble.

use std::fmt::Write as _;
use std::time::Duration;

use super::{Named, Question, Request, args, pitch_percent};
use crate::app::voice::line::Line;

/// Its voices: culture, sex and name. PowerShell takes longer than other programs when the computer has just
/// been started.
pub(super) const QUESTIONS: [Question; 1] = [Question {
    args: &[
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        "$ErrorActionPreference='Stop';\
         [Console]::OutputEncoding=New-Object System.Text.UTF8Encoding $false;\
         Add-Type -AssemblyName System.Speech;\
         $s=New-Object System.Speech.Synthesis.SpeechSynthesizer;\
         $s.GetInstalledVoices()|Where-Object{$_.Enabled}|ForEach-Object{$v=$_.VoiceInfo;\
         [string]$v.Culture.Name+'|'+$v.Gender+'|'+$v.Name}",
    ],
    patience: Duration::from_secs(8),
}];

/// Reads three lines: rate, volume, SSML.
const SPEAK: &str = "$ErrorActionPreference='Stop';\
     $l=@($input);\
     Add-Type -AssemblyName System.Speech;\
     $s=New-Object System.Speech.Synthesis.SpeechSynthesizer;\
     $s.Rate=[int]$l[0];\
     $s.Volume=[int]$l[1];\
     $s.SpeakSsml($l[2])";

/// From lines of culture, sex and name.
pub(super) fn voices(answer: &str) -> Vec<Named> {
    let voice = |line: &str| {
        let mut columns = line.trim_start_matches('\u{feff}').trim().splitn(3, '|');
        let (culture, sex, name) = (columns.next()?, columns.next()?, columns.next()?);
        let is_woman = match sex {
            "Female" => Some(true),
            "Male" => Some(false),
            _ => None,
        };
        Some(Named { name: name.to_owned(), culture: culture.to_owned(), is_woman, rank: 0 })
    };
    answer.lines().filter_map(voice).collect()
}

/// Pitch has no property; it goes into the SSML, with the voice.
pub(super) fn request(voice: &Named, line: &Line) -> Request {
    let manner = line.manner;
    let (culture, name, text) = (escaped(&voice.culture), escaped(&voice.name), escaped(&line.text));
    let spoken = match pitch_percent(voice, manner) {
        0 => text,
        pitch => format!("<prosody pitch=\"{pitch:+}%\">{text}</prosody>"),
    };
    let stdin = format!(
        "{}\n{}\n<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"{culture}\">\
         <voice name=\"{name}\">{spoken}</voice></speak>\n",
        rate(manner.speed_percent),
        manner.volume_percent,
    );
    Request { args: args(["-NoProfile", "-NonInteractive", "-Command", SPEAK]), stdin: Some(stdin) }
}

/// 10 is three times as fast, -10 a third.
fn rate(speed_percent: u16) -> i32 {
    ((f64::from(speed_percent) / 100.0).log(3.0) * 10.0).round() as i32
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 3);
    for char in text.chars() {
        if char == ' ' || char.is_ascii_alphanumeric() {
            escaped.push(char);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "&#x{:X};", u32::from(char));
        }
    }
    escaped
}
