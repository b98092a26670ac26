//! A speaker with devices that are missing, hang, break and come back.

use std::time::{Duration, Instant};

use crate::app::sound::sink::Way;
use crate::app::sound::sink::null::NullSink;
use crate::app::sound::tests::ear::{cut, level, peak};
use crate::app::sound::{Click, Config, Output, Reason, RingTone, Speaker, Tone};

/// Long enough for a slow computer; never waited for when all is well.
const SOON: Duration = Duration::from_secs(20);
/// What the person at the screen may wait for sound in all: 10,000 words.
const AT_ONCE: Duration = Duration::from_secs(2);

fn memory() -> (NullSink, Speaker) {
    let device = NullSink::default();
    let speaker = Speaker::with(Config { ways: Some(vec![Way::Null(device.clone())]) });
    (device, speaker)
}

/// Time goes on until so many samples were played in all.
fn play(device: &NullSink, samples: usize) -> Vec<f32> {
    device.play(samples);
    assert!(device.wait_taken(samples, SOON));
    device.taken()
}

fn is_playing(output: &Output) -> bool {
    matches!(output, Output::Playing(_))
}

fn is_silent(output: &Output) -> bool {
    matches!(output, Output::Silent(Reason::NoDevice(_)))
}

/// 10,000 words come back at once.
fn chatter(speaker: &Speaker) {
    let begun = Instant::now();
    for turn in 0..2_000_u32 {
        speaker.ring((turn % 4) as u8, RingTone::Bell, 3_000);
        speaker.stop((turn % 4) as u8);
        speaker.tone((turn % 2 == 0).then_some(Tone::Busy));
        speaker.click(Click::PutDownHard);
        speaker.set_volume(0.5);
    }
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
}

fn drop_promptly(speaker: Speaker) {
    let begun = Instant::now();
    drop(speaker);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[test]
fn what_is_asked_for_is_heard() {
    let (device, speaker) = memory();
    speaker.tone(Some(Tone::Dial));
    assert!(speaker.wait_for(SOON, is_playing));
    assert_eq!(speaker.state(), Output::Playing("memory".to_owned()));
    let heard = play(&device, 48_000);
    assert!(level(cut(&heard, 500, 500), 450.0) > 0.15);
}

#[test]
fn the_device_rests_while_nothing_sounds_and_wakes_for_a_ring() {
    let (device, speaker) = memory();
    device.play(48_000);
    assert!(device.wait_asleep(true, SOON));
    let before = device.taken().len();
    speaker.ring(1, RingTone::Warble, 3_000);
    assert!(device.wait_asleep(false, SOON));
    let heard = play(&device, before + 9_600);
    assert!(peak(&heard[before..]) > 0.1);
    drop_promptly(speaker);
}

#[test]
fn a_muted_telephone_lets_the_device_rest_and_rings_when_unmuted() {
    let (device, speaker) = memory();
    speaker.mute(true);
    speaker.ring(1, RingTone::Warble, 3_000);
    speaker.click(Click::PutDownHard);
    device.play(48_000);
    assert!(device.wait_asleep(true, SOON));
    assert_eq!(peak(cut(&device.taken(), 10, 400)), 0.0);
    speaker.mute(false);
    assert!(device.wait_asleep(false, SOON));
}

#[test]
fn a_device_that_is_pulled_out_is_taken_up_again_when_it_is_back() {
    let (device, speaker) = memory();
    speaker.ring(1, RingTone::Bell, 3_000);
    play(&device, 4_800);
    device.set_broken(true);
    assert!(speaker.wait_for(SOON, is_silent));
    chatter(&speaker);
    speaker.ring(1, RingTone::Bell, 3_000);
    speaker.set_volume(1.0);
    device.set_broken(false);
    assert!(speaker.wait_for(SOON, is_playing));
    let before = device.taken().len();
    let heard = play(&device, before + 48_000 * 3);
    assert!(peak(&heard[before..]) > 0.1, "the telephone still rings");
    drop_promptly(speaker);
}

#[test]
fn a_silent_speaker_says_so_and_takes_every_word() {
    let speaker = Speaker::silent();
    chatter(&speaker);
    assert_eq!(speaker.state(), Output::Silent(Reason::Off));
    drop_promptly(speaker);
}

#[test]
fn without_any_way_to_play_the_speaker_is_silent() {
    let speaker = Speaker::with(Config { ways: Some(Vec::new()) });
    assert!(speaker.wait_for(SOON, is_silent));
    chatter(&speaker);
    drop_promptly(speaker);
}

#[test]
fn a_speaker_that_is_dropped_while_it_looks_for_a_device_is_gone_at_once() {
    drop_promptly(Speaker::with(Config { ways: Some(Vec::new()) }));
}

#[test]
fn a_speaker_may_be_shared_between_threads() {
    const fn shared<T: Send + Sync>() {}
    shared::<Speaker>();
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::os::unix::net::UnixListener;

    use super::*;
    use crate::app::sound::sink::pipe::Player;
    use crate::app::sound::sink::pulse::Server;

    fn with_server(socket: &std::path::Path) -> Speaker {
        Speaker::with(Config::only(Some(Server::at(socket)), Player::in_path("".as_ref())))
    }

    #[test]
    fn a_missing_server_leaves_the_speaker_silent_and_quick() {
        let speaker = with_server("/nowhere/pulse/native".as_ref());
        chatter(&speaker);
        assert!(speaker.wait_for(SOON, is_silent));
        assert!(matches!(speaker.state(), Output::Silent(Reason::NoDevice(why)) if why.contains("/nowhere/pulse")));
        drop_promptly(speaker);
    }

    #[test]
    fn a_server_that_never_answers_leaves_the_speaker_silent_and_quick() {
        let dir = tempfile::tempdir().expect("a directory");
        let socket = dir.path().join("native");
        let listener = UnixListener::bind(&socket).expect("a socket");
        let speaker = with_server(&socket);
        let (_held, _) = listener.accept().expect("the speaker calls");
        chatter(&speaker);
        assert!(speaker.wait_for(SOON, is_silent));
        drop_promptly(speaker);
    }

    #[test]
    fn dropping_a_speaker_does_not_wait_for_a_server_that_never_answers() {
        let dir = tempfile::tempdir().expect("a directory");
        let socket = dir.path().join("native");
        let listener = UnixListener::bind(&socket).expect("a socket");
        let speaker = with_server(&socket);
        let (_held, _) = listener.accept().expect("the speaker calls");
        assert_eq!(speaker.state(), Output::Starting);
        drop_promptly(speaker);
    }

    #[test]
    fn a_server_whose_queue_is_full_does_not_hold_anybody_up() {
        let dir = tempfile::tempdir().expect("a directory");
        let socket = dir.path().join("native");
        let _never_accepts = UnixListener::bind(&socket).expect("a socket");
        let connect = || mio::net::UnixStream::connect(&socket);
        let _queue: Vec<_> = std::iter::from_fn(|| connect().ok()).take(100_000).collect();
        let speaker = with_server(&socket);
        chatter(&speaker);
        assert!(speaker.wait_for(SOON, is_silent));
        drop_promptly(speaker);
    }

    #[test]
    fn a_server_that_talks_nonsense_leaves_the_speaker_silent() {
        use std::io::Write as _;
        for nonsense in [&[0xff; 64][..], b"HTTP/1.1 400 Bad Request\r\n\r\n", &[0; 4096]] {
            let dir = tempfile::tempdir().expect("a directory");
            let socket = dir.path().join("native");
            let listener = UnixListener::bind(&socket).expect("a socket");
            let speaker = with_server(&socket);
            let (mut held, _) = listener.accept().expect("the speaker calls");
            held.write_all(nonsense).expect("the speaker reads");
            assert!(speaker.wait_for(SOON, is_silent));
            drop_promptly(speaker);
        }
    }
}
