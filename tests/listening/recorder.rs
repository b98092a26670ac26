//! What comes out of the server's device.

use std::io::Read as _;
use std::process::{Child, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use super::{Daemon, HEARD, MS, SOON};

/// What comes out of the device, for as long as anybody listens.
pub struct Recorder {
    child: Child,
    /// So far, and the news that there is more.
    heard: Arc<(Mutex<Vec<f32>>, Condvar)>,
}

impl Recorder {
    pub fn start(daemon: &Daemon) -> Self {
        let mut command = daemon.command("parec");
        command.args(["--device=desk.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=1"]);
        command.args(["--latency-msec=10"]).stdout(Stdio::piped());
        let mut child = command.spawn().expect("parec starts");
        let mut out = child.stdout.take().expect("its output");
        let heard = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let hearing = Arc::clone(&heard);
        std::thread::spawn(move || {
            let mut pair = [0; 2];
            let mut out = std::io::BufReader::new(&mut out);
            while out.read_exact(&mut pair).is_ok() {
                hearing.0.lock().expect("no panic").push(f32::from(i16::from_le_bytes(pair)) / 32_768.0);
                hearing.1.notify_all();
            }
        });
        let recorder = Self { child, heard };
        recorder.wait(1);
        recorder
    }

    pub fn len(&self) -> usize {
        self.heard.0.lock().expect("no panic").len()
    }

    /// Waits until so many samples were heard in all.
    pub fn wait(&self, samples: usize) {
        let heard = self.heard.0.lock().expect("no panic");
        let late = SOON + Duration::from_millis((samples.saturating_sub(heard.len()) / MS) as u64);
        let waited = self.heard.1.wait_timeout_while(heard, late, |heard| heard.len() < samples);
        assert!(!waited.expect("no panic").1.timed_out(), "the device stands still");
    }

    /// The next so many milliseconds.
    pub fn listen(&self, ms: usize) -> Vec<f32> {
        let from = self.len();
        self.wait(from + ms * MS);
        self.heard(from, ms)
    }

    /// So many milliseconds of what was heard.
    pub fn heard(&self, from: usize, ms: usize) -> Vec<f32> {
        self.heard.0.lock().expect("no panic")[from..from + ms * MS].to_vec()
    }

    /// Waits for sound; where it begins.
    pub fn wait_for_sound(&self, from: usize) -> usize {
        let loud = |heard: &[f32]| heard.iter().skip(from).position(|sample| sample.abs() > HEARD);
        let heard = self.heard.0.lock().expect("no panic");
        let waited = self.heard.1.wait_timeout_while(heard, SOON, |heard| loud(heard).is_none());
        from + loud(&waited.expect("no panic").0).expect("a sound in time")
    }

    /// Waits until nothing has been heard for so long; where the last sound was.
    pub fn wait_for_silence(&self, from: usize, ms: usize) -> usize {
        let deadline = Instant::now() + SOON;
        loop {
            let last = from + self.last_sound(from);
            let quiet_to = last + ms * MS;
            if self.len() >= quiet_to {
                return last;
            }
            assert!(Instant::now() < deadline, "it goes on and on");
            self.wait(quiet_to);
        }
    }

    pub fn last_sound(&self, from: usize) -> usize {
        let heard = self.heard.0.lock().expect("no panic");
        heard.get(from..).and_then(|heard| heard.iter().rposition(|sample| sample.abs() > HEARD)).unwrap_or(0)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
