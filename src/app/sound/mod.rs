//! What is heard: telephones ringing, tones in the receiver, the receiver being put down.
//!
//! A [`Speaker`] only leaves word; a thread of its own opens the device, plays, and tries again when the device is
//! lost. Without a device the program is as it was, only silent.

mod engine;
mod mixer;
mod output;
mod sink;
mod synth;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use self::engine::{Engine, Word};
use self::mixer::Looping;
use self::output::Shared;
use self::sink::Way;

pub use self::output::{Output, Reason};
#[cfg(target_os = "linux")]
pub use self::sink::{pipe::Player, pulse::Server};
pub use self::synth::{Click, DEFAULT_RING_MS, RING_MS, RingTone, SAMPLE_RATE, Tone};

/// How long dropping a speaker waits for its thread; a device that hangs is left behind.
const LEAVE_WITHIN: Duration = Duration::from_millis(800);

/// Where to look for devices.
#[derive(Debug, Clone)]
pub struct Config {
    ways: Option<Vec<Way>>,
}

impl Config {
    /// Whatever this computer has; looked for by the thread, every time anew.
    pub fn from_env() -> Self {
        Self { ways: None }
    }

    /// This server and these players, in this order, and nothing else.
    #[cfg(target_os = "linux")]
    pub fn only(server: Option<Server>, players: Vec<Player>) -> Self {
        let server = server.into_iter().map(Way::Pulse);
        Self { ways: Some(server.chain(players.into_iter().map(Way::Player)).collect()) }
    }
}

/// The loudspeaker. Every method comes back at once, whatever the device does.
#[derive(Debug)]
pub struct Speaker {
    words: Option<Sender<Word>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Speaker {
    /// A speaker on the best device of this computer; its thread goes looking for one.
    pub fn open() -> Self {
        Self::with(Config::from_env())
    }

    /// A speaker that looks for its device where it is told to.
    pub fn with(config: Config) -> Self {
        let shared = Arc::new(Shared::new(Output::Starting));
        let (words, heard) = mpsc::channel();
        let engine = Engine::new(config.ways, heard, Arc::clone(&shared));
        match thread::Builder::new().name("sound".to_owned()).spawn(|| engine.run()) {
            Ok(thread) => Self { words: Some(words), shared, thread: Some(thread) },
            Err(error) => Self::mute_for(Reason::NoDevice(error.to_string())),
        }
    }

    /// A speaker without a sound: for tests, for pictures of the screens, for those who want none.
    pub fn silent() -> Self {
        Self::mute_for(Reason::Off)
    }

    fn mute_for(reason: Reason) -> Self {
        Self { words: None, shared: Arc::new(Shared::new(Output::Silent(reason))), thread: None }
    }

    /// Lets a telephone ring until it is stopped. `phone` is its number on the desk, 0..=254; `ring_ms` is from one
    /// burst to the next, within [`RING_MS`], as a rule [`DEFAULT_RING_MS`]. A telephone that rings just so already
    /// goes on ringing.
    pub fn ring(&self, phone: u8, tone: RingTone, ring_ms: u32) {
        self.say(Word::Start(phone, Looping::Ring { tone, ring_ms }));
    }

    /// Lets a telephone fall silent; one that does not ring stays as it is.
    pub fn stop(&self, phone: u8) {
        self.say(Word::Stop(phone));
    }

    /// Puts a tone into the receiver in place of the one before, or none.
    pub fn tone(&self, tone: Option<Tone>) {
        self.say(tone.map_or(Word::Stop(engine::LINE), |tone| Word::Start(engine::LINE, Looping::Line(tone))));
    }

    /// Plays a noise once; if it cannot be played within half a second, it is not played.
    pub fn click(&self, click: Click) {
        self.say(Word::Click(click, Instant::now()));
    }

    /// How loud everything is, 0.0 (nothing) to 1.0; what is beyond is taken for the nearer end.
    pub fn set_volume(&self, volume: f32) {
        self.say(Word::Volume(volume));
    }

    /// Silence, and back.
    pub fn mute(&self, muted: bool) {
        self.say(Word::Mute(muted));
    }

    /// What comes out now.
    pub fn state(&self) -> Output {
        self.shared.status().output.clone()
    }

    /// Waits until what comes out is as wanted, at most this long; whether it is.
    pub fn wait_for(&self, longest: Duration, wanted: impl Fn(&Output) -> bool) -> bool {
        self.shared.wait(longest, |status| wanted(&status.output))
    }

    /// A thread that has ended hears nothing; that is what silence is.
    fn say(&self, word: Word) {
        if let Some(words) = &self.words {
            let _ = words.send(word);
        }
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.shared.closing.close();
        // The end of the channel wakes the thread.
        self.words = None;
        if let Some(thread) = self.thread.take()
            && self.shared.wait(LEAVE_WITHIN, |status| status.ended)
        {
            // It has said its last word; a panic in it was reported when it happened.
            let _ = thread.join();
        }
    }
}
