//! What a shift is judged by.

use crate::content::read::{record, words};
use crate::content::scenario::Text;
use crate::diagnostic::Spanned;

words! {
    /// What a shift is judged by: the words of the scorecard, and of an answer's `shows:` and `slips:`.
    Check, "前台评分点", {
        /// Answered within the rings allowed.
        Rings,
        /// Long-distance first; the far phone when nobody is nearer.
        Priority,
        /// Greeting, unit, name, and never a bare 喂.
        FirstSentence,
        /// An apology when one is due.
        Apology,
        /// What must be put aside before the receiver is lifted.
        Posture,
        /// Who is calling, and what for.
        Identity,
        /// Letting people finish.
        NoInterrupting,
        /// Explaining instead of arguing.
        NoArguing,
        /// Never "he is not in" and down with the receiver.
        NoBrushOff,
        /// Leave asked, number taken, back with a word of thanks.
        SecondPhone,
        /// Nobody's data given out, nothing promised that is not ours, nobody sent into danger.
        Safeguard,
        /// Said back before the end, correct and whole.
        ReadBack,
        /// What was told is in the note.
        NoteRecall,
        /// What is in the note was told.
        NotePrecision,
        /// A call back is promised where it is due, and kept.
        CallBack,
        /// The caller ends; thanks, goodbye; the receiver down gently, after them.
        Close,
    }
}

record! {
    /// What a shift is judged by.
    Scorecard, "前台评分表", {
        /// Its name.
        id: Text = need,
        /// The score a shift needs to pass, 0-100.
        pass_mark: Spanned<u32> = need,
        /// Percent of what the caller told that a note must have.
        note_recall: Spanned<u32> = need,
        /// How many characters a note may have.
        note_most_chars: Spanned<u32> = need,
        /// What is judged.
        criteria: Vec<Judged> = need,
    }
}

record! {
    /// One thing that is judged.
    Judged, "前台评分点", {
        /// Which.
        id: Spanned<Check> = need,
        /// What trainees see.
        name: Text = need,
        /// Why it matters.
        why: Text = need,
        /// Its share of 100.
        weight: Spanned<u32> = need,
        /// The share of its occasions, in percent, below which the shift fails whatever the score.
        fails_below: Option<Spanned<u32>> = maybe,
    }
}
