//! What a speaker asks for, and how it comes to the mixer.

use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::{Duration, Instant};

use crate::app::sound::mixer::{Looping, Mixer};
use crate::app::sound::synth::Click;

/// The receiver's voice in the mixer; the other numbers are telephones.
pub const LINE: u8 = u8::MAX;

/// What a speaker asks for.
#[derive(Debug)]
pub enum Word {
    /// A voice begins.
    Start(u8, Looping),
    /// A voice ends.
    Stop(u8),
    /// A noise, and when it was wanted.
    Click(Click, Instant),
    /// 0.0..=1.0.
    Volume(f32),
    /// Silence or not.
    Mute(bool),
}

/// A noise later than this belongs to nothing on the screen any more.
const CLICK_WITHIN: Duration = Duration::from_millis(500);

/// Nobody holds the speaker any more.
pub(super) struct Closed;

/// The words that come, and the mixer that obeys them.
pub(super) struct Ears {
    words: Receiver<Word>,
    pub(super) mixer: Mixer,
}

impl Ears {
    /// Ears for these words.
    pub(super) fn new(words: Receiver<Word>) -> Self {
        Self { words, mixer: Mixer::default() }
    }

    /// Hears what has been said, without waiting.
    pub(super) fn listen(&mut self) -> Result<(), Closed> {
        loop {
            match self.words.try_recv() {
                Ok(word) => self.obey(word),
                Err(TryRecvError::Empty) => return Ok(()),
                Err(TryRecvError::Disconnected) => return Err(Closed),
            }
        }
    }

    /// Waits for a word and hears it.
    pub(super) fn listen_once(&mut self, longest: Duration) -> Result<(), Closed> {
        match self.words.recv_timeout(longest) {
            Ok(word) => self.obey(word),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Closed),
        }
        Ok(())
    }

    /// Hears what is said while there is no device.
    pub(super) fn listen_for(&mut self, pause: Duration) -> Result<(), Closed> {
        let until = Instant::now() + pause;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            self.listen_once(left)?;
            self.mixer.settle();
        }
    }

    fn obey(&mut self, word: Word) {
        match word {
            Word::Start(id, what) => self.mixer.start(id, what),
            Word::Stop(id) => self.mixer.stop(id),
            Word::Click(click, wanted) if wanted.elapsed() <= CLICK_WITHIN => self.mixer.click(click),
            Word::Click(..) => {}
            Word::Volume(volume) => self.mixer.set_volume(volume),
            Word::Mute(muted) => self.mixer.mute(muted),
        }
    }
}
