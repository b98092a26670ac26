//! The product's loudspeaker on a real PulseAudio server, started here for the purpose and recorded.
//!
//! Needs `pulseaudio`, `parec`, `pactl` and `paplay` (Debian: `pulseaudio`, `pulseaudio-utils`) on the PATH. Where they
//! are missing nothing is tested, unless `CI_REQUIRES_SOUND=1`: then that is a failure.
#![cfg(all(feature = "app", target_os = "linux"))]

mod listening;

use std::path::Path;
use std::time::{Duration, Instant};

use listening::{Daemon, MS, Recorder, SOON, can_test, level, near, on_path, pitch, stretches, until};
use three_rings::app::sound::{Click, Config, Output, Player, RingTone, Server, Speaker, Tone};

fn speaker_of(daemon: &Daemon) -> Speaker {
    let speaker = Speaker::with(Config::only(Some(Server::at(daemon.socket())), Vec::new()));
    assert!(speaker.wait_for(SOON, is_playing), "{:?}", speaker.state());
    speaker
}

fn is_playing(output: &Output) -> bool {
    matches!(output, Output::Playing(_))
}

fn is_silent(output: &Output) -> bool {
    matches!(output, Output::Silent(_))
}

/// Every word comes back at once.
fn chatter(speaker: &Speaker) {
    let begun = Instant::now();
    for _ in 0..5_000 {
        speaker.click(Click::LineDead);
        speaker.stop(9);
    }
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

fn drop_promptly(speaker: Speaker) {
    let begun = Instant::now();
    drop(speaker);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[test]
fn a_ring_is_heard_with_its_cadence_and_falls_silent_when_stopped() {
    if !can_test() {
        return;
    }
    let daemon = Daemon::start();
    let recorder = Recorder::start(&daemon);
    let speaker = speaker_of(&daemon);
    let from = recorder.len();
    speaker.ring(1, RingTone::Bell, 1_500);
    let begun = recorder.wait_for_sound(from);
    recorder.wait(begun + 4_000 * MS);
    let heard = recorder.heard(begun, 4_000);
    let bursts = stretches(&heard, 150);
    assert_eq!(bursts.len(), 3, "{bursts:?}");
    for (turn, (from, to)) in bursts.iter().enumerate() {
        assert!(near(*from, turn * 1_500, 80) && near(to - from, 500, 80), "{bursts:?}");
    }
    for hertz in [1_050.0, 1_320.0] {
        let burst = &heard[..450 * MS];
        assert!(level(burst, hertz) > 5.0 * level(burst, 1_185.0), "{hertz}");
    }
    // The next burst is stopped in its middle.
    let from = recorder.wait_for_sound(recorder.last_sound(0) + 200 * MS);
    recorder.wait(from + 100 * MS);
    let stopped = recorder.len();
    speaker.stop(1);
    let last = recorder.wait_for_silence(stopped, 2_000);
    println!("a stopped ring was heard for {} ms, the recorder's delay included", (last - stopped) / MS);
    assert!(last - stopped < 300 * MS, "{}", (last - stopped) / MS);
    // By now the stream rests; it is awake again at once.
    let asked = recorder.len();
    speaker.ring(2, RingTone::Warble, 3_000);
    let begun = recorder.wait_for_sound(asked);
    println!("a ring out of silence was heard after {} ms, the recorder's delay included", (begun - asked) / MS);
    assert!(begun - asked < 500 * MS, "{}", (begun - asked) / MS);
    drop_promptly(speaker);
}

#[test]
fn the_busy_tone_is_heard_as_the_standard_has_it() {
    if !can_test() {
        return;
    }
    let daemon = Daemon::start();
    let recorder = Recorder::start(&daemon);
    let speaker = speaker_of(&daemon);
    let from = recorder.len();
    speaker.tone(Some(Tone::Busy));
    let begun = recorder.wait_for_sound(from);
    recorder.wait(begun + 3_100 * MS);
    let heard = recorder.heard(begun, 3_100);
    let tones = stretches(&heard, 50);
    assert_eq!(tones.len(), 5, "{tones:?}");
    for (turn, (from, to)) in tones.iter().enumerate() {
        assert!(near(*from, turn * 700, 60) && near(to - from, 350, 60), "{tones:?}");
    }
    let good = tones.iter().filter(|(from, to)| {
        let tone = &heard[(from + 20) * MS..(to - 20) * MS];
        near(to - from, 350, 5) && (pitch(tone) - 450.0).abs() < 1.0
    });
    assert!(good.count() >= 3, "most of it without a stumble, however busy the computer: {tones:?}");
    drop_promptly(speaker);
}

#[test]
fn a_stream_rests_while_nothing_sounds() {
    if !can_test() {
        return;
    }
    let daemon = Daemon::start();
    let speaker = speaker_of(&daemon);
    until("the stream rests", || daemon.streams().contains("Corked: yes"));
    assert!(daemon.streams().contains("application.name = \"Three Rings\""));
    speaker.ring(2, RingTone::Chirp, 2_000);
    until("the stream runs", || daemon.streams().contains("Corked: no"));
    speaker.mute(true);
    until("the stream rests", || daemon.streams().contains("Corked: yes"));
    drop_promptly(speaker);
    until("the stream is gone", || !daemon.streams().contains("Sink Input"));
}

#[test]
fn a_server_killed_in_the_middle_of_a_ring_and_started_again_rings_again() {
    if !can_test() {
        return;
    }
    let mut daemon = Daemon::start();
    let recorder = Recorder::start(&daemon);
    let speaker = speaker_of(&daemon);
    speaker.ring(3, RingTone::Warble, 900);
    recorder.wait_for_sound(0);
    daemon.kill();
    chatter(&speaker);
    assert!(speaker.wait_for(SOON, is_silent), "{:?}", speaker.state());
    chatter(&speaker);
    daemon.run();
    assert!(speaker.wait_for(SOON, is_playing), "{:?}", speaker.state());
    let recorder = Recorder::start(&daemon);
    recorder.wait_for_sound(0);
    assert!(stretches(&recorder.listen(2_000), 150).len() >= 2, "the telephone still rings");
    drop_promptly(speaker);
}

#[test]
fn a_server_that_dies_while_nothing_sounds_is_noticed_too() {
    if !can_test() {
        return;
    }
    let mut daemon = Daemon::start();
    let speaker = speaker_of(&daemon);
    until("the stream rests", || daemon.streams().contains("Corked: yes"));
    daemon.kill();
    assert!(speaker.wait_for(SOON, is_silent), "{:?}", speaker.state());
    drop_promptly(speaker);
}

#[test]
fn a_server_that_hangs_in_the_middle_of_a_ring_stalls_nobody() {
    if !can_test() {
        return;
    }
    let daemon = Daemon::start();
    let speaker = speaker_of(&daemon);
    speaker.ring(3, RingTone::Warble, 900);
    until("the stream runs", || daemon.streams().contains("Corked: no"));
    daemon.signal("STOP");
    chatter(&speaker);
    assert!(speaker.wait_for(SOON, is_silent), "{:?}", speaker.state());
    daemon.signal("CONT");
    assert!(speaker.wait_for(SOON, is_playing), "{:?}", speaker.state());
    daemon.signal("STOP");
    drop_promptly(speaker);
    daemon.signal("CONT");
}

#[test]
fn paplay_plays_what_it_is_fed() {
    if !can_test() {
        return;
    }
    let daemon = Daemon::start();
    let recorder = Recorder::start(&daemon);
    let path = on_path("paplay").and_then(|file| file.parent().map(Path::to_owned)).expect("paplay");
    let mut players: Vec<_> =
        Player::in_path(path.as_os_str()).into_iter().filter(|player| player.name() == "paplay").collect();
    for player in &mut players {
        player.args.push(format!("--server=unix:{}", daemon.socket().display()));
    }
    let speaker = Speaker::with(Config::only(None, players));
    let from = recorder.len();
    speaker.tone(Some(Tone::Dial));
    let begun = recorder.wait_for_sound(from);
    // What a player needs to come into step.
    recorder.wait(begun + 1_500 * MS);
    let heard = recorder.listen(1_000);
    assert!((pitch(&heard) - 450.0).abs() < 2.0, "{}", pitch(&heard));
    let stopped = recorder.len();
    speaker.tone(None);
    let last = recorder.wait_for_silence(stopped, 1_500);
    println!("paplay was heard for {} ms longer", (last - stopped) / MS);
    assert_eq!(speaker.state(), Output::Playing("paplay".to_owned()));
    drop_promptly(speaker);
}
