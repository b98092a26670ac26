//! What an owner says, spoken by the system's own voice where it has one.
//!
//! A [`Voice`] only leaves word; a thread of its own looks for a program that speaks, runs it for every line, and ends
//! it when somebody interrupts. Without such a program nothing is missing: the lines are read, as ever.

mod engine;
mod line;
mod manner;
mod run;
mod shared;
#[cfg(test)]
mod tests;
mod worker;

use std::env;
use std::ffi::OsString;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use self::engine::Kind;
use self::line::Line;
use self::shared::Shared;
use self::worker::{Word, Worker};

pub use self::line::Tongue;
pub use self::manner::Manner;
pub use self::shared::State;

/// How long dropping a voice waits for its thread; a program that cannot be ended is left behind.
const LEAVE_WITHIN: Duration = Duration::from_millis(800);
/// A line that is not said by then is cut off: a program that hangs is not waited for longer.
const LONGEST_LINE: Duration = Duration::from_secs(60);

/// The voice of the other end of the line. Every method comes back at once, whatever the programs do.
#[derive(Debug)]
pub struct Voice {
    words: Option<Sender<Word>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Voice {
    /// The voice of this computer. Nothing is started before [`switch_on`](Self::switch_on) or the first line.
    pub fn open() -> Self {
        Self::with(Config::from_env())
    }

    /// A voice that says nothing: for tests, for pictures of the screens, for those who want none.
    pub fn silent() -> Self {
        Self { words: None, shared: Arc::new(Shared::new(State::None)), thread: None }
    }

    fn with(config: Config) -> Self {
        let shared = Arc::new(Shared::new(State::Starting));
        let (words, heard) = mpsc::channel();
        let worker = Worker::new(config, heard, Arc::clone(&shared));
        match thread::Builder::new().name("voice".to_owned()).spawn(|| worker.run()) {
            Ok(thread) => Self { words: Some(words), shared, thread: Some(thread) },
            Err(_) => Self::silent(),
        }
    }

    /// Looks for a program that speaks, if none was looked for yet, so that the settings can show what was found.
    pub fn switch_on(&self) {
        self.leave(Word::SwitchOn);
    }

    /// Says this in place of whatever is being said; of several, the newest. A text with nothing to say in it is
    /// [`hush`](Self::hush); one in a tongue nothing here speaks is not said.
    pub fn say(&self, tongue: Tongue, text: &str, manner: Manner) {
        self.leave(Line::new(tongue, text, manner).map_or(Word::Hush, Word::Say));
    }

    /// Stops in the middle of the word, and forgets what was to be said.
    pub fn hush(&self) {
        self.leave(Word::Hush);
    }

    /// What speaks this tongue.
    pub fn state(&self, tongue: Tongue) -> State {
        self.shared.status().of(tongue).clone()
    }

    /// A thread that has ended hears nothing; that is what silence is.
    fn leave(&self, word: Word) {
        if let Some(words) = &self.words {
            let _ = words.send(word);
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.shared.close();
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

/// Where to look for programs, and which.
#[derive(Debug, Clone)]
struct Config {
    /// Directories, written as PATH is.
    path: OsString,
    /// Better ones first.
    kinds: Vec<Kind>,
    /// After which a line is cut off.
    longest_line: Duration,
}

impl Config {
    /// What this system may have.
    fn from_env() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        Self { path, kinds: Kind::of_this_system().to_vec(), longest_line: LONGEST_LINE }
    }
}
