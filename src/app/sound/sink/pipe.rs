//! A program that plays what it is fed: `pw-play`, `paplay`, `aplay`, whichever is there.
//!
//! It runs only while something sounds, and gets raw samples: mono, 16 bits, little-endian.

mod player;

use std::io::{ErrorKind, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::app::sound::sink::{Fault, Sink};
use crate::app::sound::synth::SAMPLE_RATE;

pub use self::player::Player;

/// Samples are sent so much ahead of the clock: the program's own buffers live on this.
const AHEAD: Duration = Duration::from_millis(100);
/// Between two portions.
const PORTION: Duration = Duration::from_millis(5);
/// A killed program is gone in much less than this.
const REAP_WITHIN: Duration = Duration::from_millis(200);
/// Between two looks whether it is gone.
const REAP_GLANCE: Duration = Duration::from_millis(2);
/// Bytes of a sample.
const SAMPLE: usize = size_of::<i16>();

/// A player and, while something sounds, the program.
pub struct Pipe {
    player: Player,
    running: Option<Running>,
}

impl Pipe {
    /// Starts the program, to see whether it starts.
    pub fn open(player: &Player) -> Result<Self, Fault> {
        Ok(Self { running: Some(Running::start(player)?), player: player.clone() })
    }

    /// The program and its name, if it runs.
    fn parts(&mut self) -> Result<(&mut Running, &str), Fault> {
        let name = self.player.name();
        self.running.as_mut().map(|running| (running, name)).ok_or_else(|| Fault::new(name, "is asleep"))
    }
}

impl Sink for Pipe {
    fn name(&self) -> &str {
        self.player.name()
    }

    fn room(&mut self, wait: Duration) -> Result<usize, Fault> {
        if self.running.is_none() {
            return Ok(0);
        }
        let (running, name) = self.parts()?;
        running.check(name)?;
        running.feed().map_err(|error| Fault::new(name, error))?;
        if running.behind() == 0 {
            std::thread::sleep(wait.min(PORTION));
        }
        Ok(running.behind())
    }

    fn write(&mut self, samples: &[f32]) -> Result<(), Fault> {
        let (running, name) = self.parts()?;
        running.write(samples).map_err(|error| Fault::new(name, error))
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.running = None;
        Ok(())
    }

    fn wake(&mut self) -> Result<(), Fault> {
        if self.running.is_none() {
            self.running = Some(Running::start(&self.player)?);
        }
        Ok(())
    }
}

/// The program and what it has been fed. Ended when dropped.
struct Running {
    child: Child,
    /// A socket, not a pipe: writing to it can be kept from waiting, whatever the program does.
    stdin: UnixStream,
    since: Instant,
    fed: u64,
    /// Bytes it has not taken yet.
    unfed: Vec<u8>,
}

impl Running {
    fn start(player: &Player) -> Result<Self, Fault> {
        Self::try_start(player).map_err(|error| Fault::new(player.name(), error))
    }

    fn try_start(player: &Player) -> std::io::Result<Self> {
        let (ours, stdin) = UnixStream::pair()?;
        ours.set_nonblocking(true)?;
        let child = Command::new(&player.program)
            .args(&player.args)
            .stdin(Stdio::from(OwnedFd::from(stdin)))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { child, stdin: ours, since: Instant::now(), fed: 0, unfed: Vec::new() })
    }

    /// An error if the program has ended.
    fn check(&mut self, name: &str) -> Result<(), Fault> {
        match self.child.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(Fault::new(name, status)),
            Err(error) => Err(Fault::new(name, error)),
        }
    }

    /// How many samples the clock is ahead of what was fed; none while the program does not take what it got.
    fn behind(&self) -> usize {
        if !self.unfed.is_empty() {
            return 0;
        }
        let due = (self.since.elapsed() + AHEAD).as_micros() as u64 * u64::from(SAMPLE_RATE) / 1_000_000;
        due.saturating_sub(self.fed) as usize
    }

    fn write(&mut self, samples: &[f32]) -> std::io::Result<()> {
        self.fed += samples.len() as u64;
        self.unfed.reserve(samples.len() * SAMPLE);
        self.unfed.extend(samples.iter().flat_map(|sample| quantised(*sample).to_le_bytes()));
        self.feed()
    }

    /// Hands over what it takes without waiting.
    fn feed(&mut self) -> std::io::Result<()> {
        match self.stdin.write(&self.unfed) {
            Ok(taken) => drop(self.unfed.drain(..taken)),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What it was fed last was silence: nothing is cut off. An error means that it has ended by itself.
        let _ = self.child.kill();
        let deadline = Instant::now() + REAP_WITHIN;
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            std::thread::sleep(REAP_GLANCE);
        }
    }
}

/// From -1.0..=1.0 to 16 bits.
fn quantised(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)).round() as i16
}
