//! One turn of a conversation.

use super::super::super::Tone;
use super::super::super::look::{MUTED, TEXT, signed};
use super::super::super::mark::{Mark, Style};
use super::super::sheet::MEASURE;
use super::super::strip::{Piece, Strip, keep_together};
use super::super::tags::{Element, Role};
use super::{BODY, KEPT, Manner, Place, Setting, baseline, colored};

const WHO: Manner = Manner { style: Style::bold(9.5, MUTED), leading: 16.0, filled: false };
const VERDICT: Manner = Manner { style: Style::bold(9.5, TEXT), leading: 14.5, filled: false };
const NOTE: Manner = Manner { style: Style::regular(9.5, TEXT), leading: 14.5, filled: true };
/// How wide the column with the speaker is, and where the words begin, in points.
const WHO_WIDTH: f32 = 62.0;
const WORDS_LEFT: f32 = 74.0;
/// Between the words and the box below them, in points.
const TO_BOX: f32 = 5.0;
/// How far text stands from the edges of the box, in points.
const PADDING: (f32, f32) = (10.0, 5.0);
/// How far a note stands behind its dot, in points.
const INDENT: f32 = 9.0;

impl Setting<'_> {
    pub(super) fn said(
        &mut self,
        who: &str,
        words: &str,
        verdict: Option<&(Tone, String)>,
        notes: &[String],
    ) -> Vec<Strip> {
        let group = self.structure.root(Role::Group);
        let mut strips = self.turn(who, words, group);
        let mut below = self.judgement(verdict, notes, group);
        if let Some(first) = below.first_mut() {
            first.space = TO_BOX;
            strips.last_mut().into_iter().for_each(|last| last.hold = true);
        }
        strips.append(&mut below);
        keep_together(&mut strips, KEPT);
        strips
    }

    fn turn(&mut self, who: &str, words: &str, group: Element) -> Vec<Strip> {
        let (name, said) = (self.structure.part(group, Role::Paragraph), self.structure.part(group, Role::Paragraph));
        let place = Place { left: WORDS_LEFT, width: MEASURE - WORDS_LEFT };
        let mut strips = self.running(words, place, BODY, said);
        for (index, line) in self.lines(who, WHO_WIDTH, WHO.style).into_iter().enumerate() {
            if index == strips.len() {
                strips.push(Strip::blank(BODY.leading));
            }
            // The speaker is read aloud before the words.
            let mark = Mark::text((0.0, baseline(BODY)), WHO.style, line.text);
            let piece = Piece { element: Some(name), mark };
            strips[index].pieces.insert(0, piece);
        }
        strips
    }

    fn judgement(&mut self, verdict: Option<&(Tone, String)>, notes: &[String], group: Element) -> Vec<Strip> {
        let tone = verdict.map_or(Tone::Plain, |(tone, _)| *tone);
        let left = WORDS_LEFT + PADDING.0;
        let width = MEASURE - PADDING.0 - left;
        let mut strips = Vec::new();
        if let Some((tone, text)) = verdict.filter(|(_, text)| !text.trim().is_empty()) {
            let element = self.structure.part(group, Role::Paragraph);
            let manner = colored(VERDICT, tone.text_color());
            strips.extend(self.running(&signed(*tone, text), Place { left, width }, manner, element));
            strips.iter_mut().for_each(|strip| strip.hold = true);
        }
        for note in notes.iter().filter(|note| !note.trim().is_empty()) {
            let element = self.structure.part(group, Role::Paragraph);
            let place = Place { left: left + INDENT, width: width - INDENT };
            let mut lines = self.running(note, place, NOTE, element);
            let dot = Mark::Dot { at: (left + 2.5, NOTE.leading / 2.0), radius: 1.3, color: MUTED };
            lines.first_mut().into_iter().for_each(|line| line.adorn(dot.clone()));
            strips.extend(lines);
        }
        self.framed(strips, tone, WORDS_LEFT, PADDING.1)
    }
}
