//! The thread behind a speaker: hears what is wanted, keeps a device open, feeds it.

mod ears;

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use self::ears::{Closed, Ears};
use crate::app::sound::output::{Output, Reason, Shared};
use crate::app::sound::sink::{Fault, Sink, Way};
use crate::app::sound::synth::samples_in;

pub use self::ears::{LINE, Word};

/// How long the thread waits for a device before it listens again: part of how long a stopped ring is heard.
const LISTEN_EVERY: Duration = Duration::from_millis(10);
/// Looks after a device that rests.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Silence sent after the last sound, so that nothing audible is left in the device when it rests.
const LINGER: u64 = samples_in(500);
/// Samples rendered at once.
const BLOCK: usize = samples_in(20) as usize;
/// A device that takes nothing for so long is lost.
const STALLED: Duration = Duration::from_secs(3);
/// A device that lasted so long was a good one.
const GOOD: Duration = Duration::from_secs(10);
/// Before looking for a device again: first, and at most; doubled in between.
const RETRY: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(8));

/// Why playing came to an end.
enum End {
    Closed,
    Lost(Fault),
}

impl From<Closed> for End {
    fn from(_: Closed) -> Self {
        Self::Closed
    }
}

impl From<Fault> for End {
    fn from(fault: Fault) -> Self {
        Self::Lost(fault)
    }
}

/// The thread's belongings.
pub struct Engine {
    /// Nothing stands for all there are: looking for them takes time the caller has not.
    ways: Option<Vec<Way>>,
    ears: Ears,
    shared: Arc<Shared>,
}

impl Engine {
    /// An engine that will try these devices in this order.
    pub(super) fn new(ways: Option<Vec<Way>>, words: Receiver<Word>, shared: Arc<Shared>) -> Self {
        Self { ways, ears: Ears::new(words), shared }
    }

    /// Plays until the speaker is dropped.
    pub(super) fn run(mut self) {
        let _last_word = LastWord(Arc::clone(&self.shared));
        let mut pause = RETRY.0;
        loop {
            let round = Instant::now();
            let Err(reason) = self.try_ways() else { return };
            self.show(Output::Silent(Reason::NoDevice(reason)));
            pause = if round.elapsed() >= GOOD { RETRY.0 } else { pause };
            if self.ears.listen_for(pause).is_err() {
                return;
            }
            pause = (pause * 2).min(RETRY.1);
        }
    }

    /// Plays on one device after the other until the speaker is dropped, or until none plays: then, why not.
    fn try_ways(&mut self) -> Result<(), String> {
        let mut faults = Vec::new();
        for way in self.ways.clone().unwrap_or_else(Way::all) {
            let opened = Instant::now();
            match self.play_on(&way) {
                End::Closed => return Ok(()),
                End::Lost(fault) => faults.push(fault.to_string()),
            }
            // What played well and broke is worth trying again before the second best.
            if opened.elapsed() >= GOOD {
                break;
            }
        }
        Err(faults.join("; "))
    }

    fn play_on(&mut self, way: &Way) -> End {
        let mut sink = match way.open(&self.shared.closing) {
            Ok(sink) => sink,
            Err(_) if self.shared.closing.is_closed() => return End::Closed,
            Err(fault) => return End::Lost(fault),
        };
        self.show(Output::Playing(sink.name().to_owned()));
        loop {
            if let Err(end) = self.sound(sink.as_mut()).and_then(|()| self.rest(sink.as_mut())) {
                return end;
            }
        }
    }

    /// Feeds the device until nothing has sounded for a while.
    fn sound(&mut self, sink: &mut dyn Sink) -> Result<(), End> {
        let mut block = [0.0; BLOCK];
        let mut took = Instant::now();
        let mut quiet = 0;
        while quiet < LINGER {
            let room = sink.room(LISTEN_EVERY)?.min(BLOCK);
            self.ears.listen()?;
            if room == 0 {
                if took.elapsed() >= STALLED {
                    return Err(Fault::new(sink.name(), "takes no samples").into());
                }
                continue;
            }
            quiet = if self.ears.mixer.is_sounding() { 0 } else { quiet + room as u64 };
            let block = &mut block[..room];
            self.ears.mixer.render(block);
            sink.write(block)?;
            took = Instant::now();
        }
        Ok(())
    }

    /// Lets the device rest until something sounds.
    fn rest(&mut self, sink: &mut dyn Sink) -> Result<(), End> {
        sink.rest()?;
        while !self.ears.mixer.is_sounding() {
            self.ears.mixer.settle();
            sink.room(Duration::ZERO)?;
            self.ears.listen_once(LOOK_EVERY)?;
        }
        Ok(sink.wake()?)
    }

    fn show(&self, output: Output) {
        self.shared.change(|status| status.output = output);
    }
}

/// Says that the thread has ended, also if it panicked.
struct LastWord(Arc<Shared>);

impl Drop for LastWord {
    fn drop(&mut self) {
        self.0.change(|status| {
            status.ended = true;
            if !matches!(status.output, Output::Silent(_)) {
                status.output = Output::Silent(Reason::NoDevice("the sound thread has ended".to_owned()));
            }
        });
    }
}
