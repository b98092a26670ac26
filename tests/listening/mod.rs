//! What the test of the loudspeaker needs: a server, a recorder, an ear.

mod daemon;
mod ear;
mod recorder;

use std::path::PathBuf;
use std::time::{Duration, Instant};

pub use daemon::Daemon;
pub use ear::{level, near, pitch, stretches};
pub use recorder::Recorder;

/// Long enough for a busy computer; never waited for when all is well.
pub const SOON: Duration = Duration::from_secs(30);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(5);
/// Samples in a millisecond.
pub const MS: usize = 48;
/// Quieter is silence.
pub const HEARD: f32 = 0.004;

/// A directory in the PATH has it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// Whether there is a server to test with; fails where there must be.
pub fn can_test() -> bool {
    let missing = ["pulseaudio", "parec", "pactl", "paplay"].into_iter().find(|program| on_path(program).is_none());
    if let Some(missing) = missing {
        println!("sound: no {missing} on the PATH, nothing was tested");
        assert_ne!(std::env::var("CI_REQUIRES_SOUND").as_deref(), Ok("1"), "no {missing} on the PATH");
    }
    missing.is_none()
}

/// Looks again and again until it is so.
pub fn until(what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !so() {
        assert!(Instant::now() < deadline, "{what}: not in time");
        std::thread::sleep(GLANCE);
    }
}
