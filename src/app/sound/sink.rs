//! Where samples go: one small trait, and the devices behind it.

#[cfg(any(windows, target_os = "macos"))]
pub mod native;
#[cfg(test)]
pub mod null;
#[cfg(target_os = "linux")]
pub mod pipe;
#[cfg(target_os = "linux")]
pub mod pulse;
#[cfg(any(windows, target_os = "macos", test))]
pub mod ring;

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A device that takes samples. It is opened awake, and is used by one thread. No method waits for long: whatever a
/// device does, its sink comes back in a fraction of a second.
pub trait Sink {
    /// What it is called on the settings page: "PulseAudio", "aplay".
    fn name(&self) -> &str;

    /// How many samples it takes now; waits until it takes some, at most this long. While it rests, this only finds
    /// out whether it is still there.
    fn room(&mut self, wait: Duration) -> Result<usize, Fault>;

    /// Takes samples, as many as it has room for.
    fn write(&mut self, samples: &[f32]) -> Result<(), Fault>;

    /// Nothing will sound for a while: costs nothing from now on.
    fn rest(&mut self) -> Result<(), Fault>;

    /// Something will sound.
    fn wake(&mut self) -> Result<(), Fault>;
}

/// Why a device does not play, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(String);

impl Fault {
    /// What was being done, and what came of it.
    pub fn new(doing: &str, came: impl fmt::Display) -> Self {
        Self(format!("{doing}: {came}"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Set when the program has no use for sound any more: whoever waits for a device looks at it.
#[derive(Debug, Default)]
pub struct Closing(AtomicBool);

impl Closing {
    /// From now on nobody waits.
    pub fn close(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether to give up waiting.
    pub fn is_closed(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// A way to a device, not opened yet.
#[derive(Debug, Clone)]
pub enum Way {
    /// A PulseAudio server, or PipeWire speaking its protocol.
    #[cfg(target_os = "linux")]
    Pulse(pulse::Server),
    /// A program that plays what it is fed.
    #[cfg(target_os = "linux")]
    Player(pipe::Player),
    /// The system's own sound.
    #[cfg(any(windows, target_os = "macos"))]
    Native,
    /// Memory.
    #[cfg(test)]
    Null(null::NullSink),
}

impl Way {
    /// Every way there may be on this computer, best first.
    pub fn all() -> Vec<Self> {
        #[cfg(target_os = "linux")]
        let ways = {
            let servers = pulse::Server::from_env().into_iter().map(Self::Pulse);
            servers.chain(pipe::Player::from_env().into_iter().map(Self::Player)).collect()
        };
        #[cfg(any(windows, target_os = "macos"))]
        let ways = vec![Self::Native];
        #[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
        let ways = Vec::new();
        ways
    }

    /// Opens the device, awake. Comes back within about a second, sooner when `closing`.
    pub fn open(&self, closing: &Closing) -> Result<Box<dyn Sink>, Fault> {
        // Not every device's opening can be broken off.
        let _ = closing;
        match self {
            #[cfg(target_os = "linux")]
            Self::Pulse(server) => Ok(Box::new(pulse::Pulse::open(server, closing)?)),
            #[cfg(target_os = "linux")]
            Self::Player(player) => Ok(Box::new(pipe::Pipe::open(player)?)),
            #[cfg(any(windows, target_os = "macos"))]
            Self::Native => Ok(Box::new(native::Native::open()?)),
            #[cfg(test)]
            Self::Null(sink) => Ok(Box::new(sink.clone())),
            #[cfg(not(any(test, target_os = "linux", windows, target_os = "macos")))]
            _ => Err(Fault::new("sound", "no way to play it is known here")),
        }
    }
}
