//! Programs that play what they are fed, and where servers are looked for.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::app::sound::sink::pipe::Player;
use crate::app::sound::sink::pulse::sockets_from;
use crate::app::sound::tests::ear::{level, peak};
use crate::app::sound::{Config, Output, RingTone, Speaker, Tone};

const SOON: Duration = Duration::from_secs(20);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(5);
/// A program of this name that does this.
fn stub(dir: &Path, name: &str, does: &str) {
    let path = dir.join(name);
    fs::write(&path, format!("#!/bin/sh\n{does}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("may be run");
}

/// What the program was fed.
fn fed(file: &Path) -> Vec<f32> {
    let bytes = fs::read(file).unwrap_or_default();
    bytes.chunks_exact(2).map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / 32_768.0).collect()
}

/// Looks again and again until it is so.
fn until(mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !so() {
        assert!(Instant::now() < deadline, "in time");
        std::thread::sleep(GLANCE);
    }
}

fn is_gone(pid: &Path) -> bool {
    let pid = fs::read_to_string(pid).unwrap_or_default();
    !pid.trim().is_empty() && !Path::new("/proc").join(pid.trim()).exists()
}

#[test]
fn each_known_player_is_fed_the_sound() {
    for name in ["pw-play", "paplay", "aplay"] {
        let dir = tempfile::tempdir().expect("a directory");
        let (out, pid) = (dir.path().join("out"), dir.path().join("pid"));
        stub(dir.path(), name, &format!("echo $$ > {}; exec /bin/cat > {}", pid.display(), out.display()));
        let speaker = Speaker::with(Config::only(None, Player::in_path(dir.path().as_os_str())));
        speaker.tone(Some(Tone::Dial));
        until(|| fed(&out).len() > 24_000);
        assert_eq!(speaker.state(), Output::Playing(name.to_owned()));
        let heard = fed(&out);
        let loud = heard.iter().position(|sample| *sample != 0.0).expect("a tone");
        assert!(loud < 4_800, "the tone begins at once: {loud}");
        assert!(level(&heard[loud..], 450.0) > 0.1);
        let begun = Instant::now();
        drop(speaker);
        assert!(begun.elapsed() < Duration::from_secs(1));
        until(|| is_gone(&pid));
    }
}

#[test]
fn a_player_runs_only_while_something_sounds() {
    let dir = tempfile::tempdir().expect("a directory");
    let (out, pid) = (dir.path().join("out"), dir.path().join("pid"));
    stub(dir.path(), "aplay", &format!("echo $$ > {}; exec /bin/cat > {}", pid.display(), out.display()));
    let speaker = Speaker::with(Config::only(None, Player::in_path(dir.path().as_os_str())));
    until(|| is_gone(&pid));
    fs::remove_file(&pid).expect("there");
    speaker.ring(0, RingTone::Bell, 3_000);
    until(|| peak(&fed(&out)) > 0.1);
    speaker.stop(0);
    until(|| is_gone(&pid));
    assert_eq!(speaker.state(), Output::Playing("aplay".to_owned()));
}

#[test]
fn a_player_that_fails_gives_way_to_the_next() {
    let dir = tempfile::tempdir().expect("a directory");
    let out = dir.path().join("out");
    stub(dir.path(), "pw-play", "exit 1");
    stub(dir.path(), "aplay", &format!("exec /bin/cat > {}", out.display()));
    let speaker = Speaker::with(Config::only(None, Player::in_path(dir.path().as_os_str())));
    speaker.ring(0, RingTone::Bell, 3_000);
    until(|| peak(&fed(&out)) > 0.1);
    assert_eq!(speaker.state(), Output::Playing("aplay".to_owned()));
}

#[test]
fn players_that_all_fail_or_hang_leave_the_speaker_silent() {
    for does in ["exit 1", "exec /bin/sleep 1000"] {
        let dir = tempfile::tempdir().expect("a directory");
        stub(dir.path(), "paplay", does);
        let speaker = Speaker::with(Config::only(None, Player::in_path(dir.path().as_os_str())));
        speaker.ring(0, RingTone::Bell, 3_000);
        assert!(speaker.wait_for(SOON, |output| matches!(output, Output::Silent(_))), "{does}");
    }
}

#[test]
fn players_are_looked_for_in_the_path_and_nowhere_else() {
    let dir = tempfile::tempdir().expect("a directory");
    stub(dir.path(), "aplay", "");
    fs::write(dir.path().join("paplay"), "no program").expect("a file");
    assert_eq!(Player::in_path("".as_ref()), []);
    let found = Player::in_path(format!("/nowhere::{}", dir.path().display()).as_ref());
    assert_eq!(found.iter().map(Player::name).collect::<Vec<_>>(), ["aplay"]);
}

#[test]
fn a_server_is_looked_for_where_pulseaudio_looks() {
    let sockets = |vars: &[(&str, &str)]| {
        let found = |name: &str| vars.iter().find(|var| var.0 == name).map(|var| var.1.to_owned());
        sockets_from(found)
    };
    let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
    let session = ("XDG_RUNTIME_DIR", "/run/user/1");
    assert_eq!(sockets(&[]), paths(&[]));
    assert_eq!(sockets(&[session]), paths(&["/run/user/1/pulse/native"]));
    assert_eq!(sockets(&[session, ("PULSE_SERVER", "unix:/a")]), paths(&["/a"]));
    assert_eq!(sockets(&[session, ("PULSE_SERVER", "tcp:desk {f00}unix:/a /b")]), paths(&["/a", "/b"]));
    let own = ("PULSE_RUNTIME_PATH", "/p");
    assert_eq!(sockets(&[session, own]), paths(&["/p/native", "/run/user/1/pulse/native"]));
}
