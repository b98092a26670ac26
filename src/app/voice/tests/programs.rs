//! Programs that stand in for the real ones: what they are given, and when they are ended.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::voice::engine::Kind;
use crate::app::voice::{Config, LONGEST_LINE, Manner, State, Tongue, Voice};

const SOON: Duration = Duration::from_secs(20);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(5);
const CALM: Manner = Manner { speed_percent: 100, pitch_percent: 0, volume_percent: 80, is_woman: None };
/// What espeak-ng answers.
const LISTS: &str =
    r#"case "$*" in *--voices*) printf 'Pty\n 5 cmn --/M M sit/cmn\n 2 en-gb --/M E gmw/en\n'; exit;; esac"#;
/// What `spd-say` answers.
const ANSWERS: &str = r#"case "$*" in
    -O) echo OK; exit;;
    -C) echo C >> cancelled; exit;;
    -L) printf 'Zhong Wen cmn none\n'; exit;;
esac"#;

/// A directory of programs; they run in it.
struct Dir(PathBuf);

impl Dir {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("voice-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(name);
        fs::create_dir_all(&dir).expect("a directory");
        Self(dir)
    }

    /// Written by another process: a file this one has open for writing cannot be run, and a test beside this one may
    /// be starting a program, which for a moment has all files open that this one has.
    fn program(&self, name: &str, does: &str) {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", r#"cat > "$1" && chmod +x "$1""#, "sh"]).arg(self.0.join(name)).stdin(Stdio::piped());
        let mut shell = shell.spawn().expect("a shell");
        let script = format!("#!/bin/sh\ncd '{}'\n{does}\n", self.0.display());
        shell.stdin.take().expect("piped").write_all(script.as_bytes()).expect("it reads");
        assert!(shell.wait().expect("it ends").success());
    }

    fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.0.join(name)).ok()
    }

    fn lines(&self, name: &str) -> usize {
        self.read(name).map_or(0, |text| text.lines().count())
    }

    fn voice(&self, kinds: &[Kind]) -> Voice {
        self.voice_cut_off_after(kinds, LONGEST_LINE)
    }

    fn voice_cut_off_after(&self, kinds: &[Kind], longest_line: Duration) -> Voice {
        Voice::with(Config { path: self.0.clone().into_os_string(), kinds: kinds.to_vec(), longest_line })
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Looks again and again until it is there.
fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + SOON;
    loop {
        match look() {
            Some(found) => return found,
            None => assert!(Instant::now() < deadline, "in time: {what}"),
        }
        thread::sleep(GLANCE);
    }
}

fn settled(voice: &Voice, tongue: Tongue) -> State {
    until("settled", || Some(voice.state(tongue)).filter(|state| *state != State::Starting))
}

/// A zombie is still there.
fn is_gone(pid: &str) -> Option<()> {
    (!Path::new("/proc").join(pid.trim()).exists()).then_some(())
}

/// A zombie has ended.
fn has_ended(pid: &str) -> Option<()> {
    let stat = fs::read_to_string(Path::new("/proc").join(pid).join("stat")).unwrap_or_default();
    (stat.is_empty() || stat.contains(") Z")).then_some(())
}

fn speaks(name: &str) -> State {
    State::Speaks(name.to_owned())
}

const HARD: [&str; 5] =
    ["你好，请问“有人吗”？", "-w 'it' \"is\" `id` $(rm -rf x) \\n %s", "--help", "*; exit 1 & #", "!-! <b>&amp;"];

#[test]
fn espeak_hears_every_byte() {
    let dir = Dir::new();
    dir.program("espeak-ng", &format!("{LISTS}\necho \"$*\" > args\ncat > new && mv new said"));
    let voice = dir.voice(&[Kind::Espeak]);
    for text in HARD {
        let _ = fs::remove_file(dir.0.join("said"));
        voice.say(Tongue::Mandarin, text, CALM);
        assert_eq!(until("said", || dir.read("said")), text);
    }
    assert_eq!(dir.read("args").as_deref(), Some("-v cmn -s 320 -p 50 -a 80 -b 1 --stdin\n"));
    assert_eq!(voice.state(Tongue::Mandarin), speaks("eSpeak NG: M"));
    assert_eq!(voice.state(Tongue::English), speaks("eSpeak NG: E"));
}

#[test]
fn speech_dispatcher_hears_every_byte() {
    let dir = Dir::new();
    let keep = r#"for last; do :; done; printf %s "$last" > new && mv new said"#;
    dir.program("spd-say", &format!("{ANSWERS}\n{keep}"));
    let voice = dir.voice(&[Kind::SpeechDispatcher]);
    for text in HARD {
        let _ = fs::remove_file(dir.0.join("said"));
        voice.say(Tongue::Mandarin, text, CALM);
        assert_eq!(until("said", || dir.read("said")), text);
    }
    assert_eq!(settled(&voice, Tongue::English), State::None);
}

#[test]
fn nothing_runs_before_it_is_switched_on() {
    let dir = Dir::new();
    dir.program("espeak-ng", &format!("touch ran\n{LISTS}"));
    let voice = dir.voice(&[Kind::Espeak]);
    voice.hush();
    assert_eq!(voice.state(Tongue::Mandarin), State::Starting);
    assert!(dir.read("ran").is_none());
    voice.switch_on();
    assert_eq!(settled(&voice, Tongue::Mandarin), speaks("eSpeak NG: M"));
    drop(voice);
}

#[test]
fn without_a_program_nothing_is_missing() {
    let dir = Dir::new();
    fs::write(dir.0.join("espeak-ng"), "not to be run").expect("a file");
    let voice = dir.voice(&[Kind::SpeechDispatcher, Kind::Espeak, Kind::Say, Kind::Sapi]);
    voice.say(Tongue::Mandarin, "你好", CALM);
    assert_eq!(settled(&voice, Tongue::Mandarin), State::None);
    voice.say(Tongue::English, "Hello", CALM);
    voice.hush();
    assert_eq!(Voice::silent().state(Tongue::English), State::None);
}

#[test]
fn a_line_is_cut_off_at_once_and_leaves_no_zombie() {
    let dir = Dir::new();
    dir.program("espeak-ng", &format!("{LISTS}\ncat > said\necho $$ > new && mv new pid\nexec sleep 300"));
    let voice = dir.voice(&[Kind::Espeak]);
    let speaking = |text: &str| {
        let _ = fs::remove_file(dir.0.join("pid"));
        voice.say(Tongue::English, text, CALM);
        until("speaking", || dir.read("pid"))
    };
    let first = speaking("one");
    let begun = Instant::now();
    voice.hush();
    until("hushed", || is_gone(&first));
    assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
    let second = speaking("two");
    let begun = Instant::now();
    let _ = fs::remove_file(dir.0.join("pid"));
    voice.say(Tongue::English, "three", CALM);
    until("interrupted", || is_gone(&second));
    assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
    let third = until("speaking", || dir.read("pid"));
    drop(voice);
    until("dropped", || is_gone(&third));
}

#[test]
fn the_daemon_is_told_to_fall_silent_only_while_it_speaks() {
    let dir = Dir::new();
    let script = r#"for last; do :; done; echo "$last" >> said; [ "$last" = long ] && exec sleep 300"#;
    dir.program("spd-say", &format!("{ANSWERS}\n{script}\nexit 0"));
    let voice = dir.voice(&[Kind::SpeechDispatcher]);
    voice.say(Tongue::Mandarin, "long", CALM);
    until("speaking", || (dir.lines("said") == 1).then_some(()));
    voice.hush();
    until("cancelled", || (dir.lines("cancelled") == 1).then_some(()));
    voice.say(Tongue::Mandarin, "long", CALM);
    until("speaking again", || (dir.lines("said") == 2).then_some(()));
    drop(voice);
    assert_eq!(dir.lines("cancelled"), 2, "and when nobody listens any more");
}

#[test]
fn the_newest_line_wins() {
    let dir = Dir::new();
    dir.program("espeak-ng", &format!("{LISTS}\ncat >> said\necho >> said"));
    let voice = dir.voice(&[Kind::Espeak]);
    for count in 0..100 {
        voice.say(Tongue::Mandarin, &format!("line {count}"), CALM);
    }
    let is_last = |said: &String| said.ends_with("line 99\n");
    let said = until("the last", || dir.read("said").filter(is_last));
    assert!(said.lines().count() < 100, "not each of them is waited for");
}

#[test]
fn a_program_that_hangs_when_asked_is_given_up_for_the_next() {
    let dir = Dir::new();
    dir.program("spd-say", "echo $$ > pid\nexec sleep 300");
    dir.program("espeak-ng", &format!("{LISTS}\ncat > new && mv new said"));
    let begun = Instant::now();
    let voice = dir.voice(&[Kind::SpeechDispatcher, Kind::Espeak]);
    voice.say(Tongue::Mandarin, "old", CALM);
    voice.say(Tongue::Mandarin, "你好", CALM);
    assert_eq!(until("said", || dir.read("said")), "你好");
    assert!((2..10).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
    until("ended", || is_gone(&dir.read("pid").expect("it ran")));
    assert_eq!(settled(&voice, Tongue::Mandarin), speaks("eSpeak NG: M"));
}

#[test]
fn a_program_that_hangs_when_asked_keeps_nobody_from_interrupting() {
    let dir = Dir::new();
    dir.program("spd-say", &format!("{ANSWERS}\necho $$ > new && mv new pid\nexec sleep 300"));
    dir.program("espeak-ng", "touch asked\nexec sleep 300");
    let voice = dir.voice(&[Kind::SpeechDispatcher, Kind::Espeak]);
    voice.say(Tongue::Mandarin, "你好", CALM);
    let pid = until("speaking", || dir.read("pid"));
    assert!(dir.read("asked").is_none(), "for English, once nobody speaks");
    let begun = Instant::now();
    voice.hush();
    until("hushed", || is_gone(&pid));
    assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
    until("asked", || dir.read("asked"));
}

#[test]
fn a_heir_of_the_pipe_is_not_waited_for_and_dropping_ends_the_asking() {
    let dir = Dir::new();
    dir.program("espeak-ng", "sleep 30 &\necho $! > heir.new; mv heir.new heir\nexec sleep 300");
    let voice = dir.voice(&[Kind::Espeak]);
    voice.switch_on();
    let heir = until("asked", || dir.read("heir"));
    let begun = Instant::now();
    drop(voice);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert!(Command::new("/bin/kill").arg(heir.trim()).status().is_ok_and(|status| status.success()));
}

#[test]
fn a_program_that_fails_three_times_in_a_row_is_not_tried_again() {
    let dir = Dir::new();
    dir.program("spd-say", &format!("{ANSWERS}\necho $$ >> tried\n[ $(wc -l < tried) = 2 ]"));
    dir.program("espeak-ng", &format!("{LISTS}\ncat > new && mv new said"));
    let voice = dir.voice(&[Kind::SpeechDispatcher, Kind::Espeak]);
    for count in 1..=5 {
        voice.say(Tongue::Mandarin, "你好", CALM);
        until("tried", || (dir.lines("tried") == count).then_some(()));
        until("ended", || has_ended(dir.read("tried")?.lines().last()?));
        assert!(dir.read("said").is_none());
    }
    until("given up", || (voice.state(Tongue::Mandarin) == speaks("eSpeak NG: M")).then_some(()));
    voice.say(Tongue::Mandarin, "再见", CALM);
    assert_eq!(until("said", || dir.read("said")), "再见");
    assert_eq!(dir.lines("tried"), 5, "the second went well");
}

#[test]
fn a_line_that_takes_too_long_is_cut_off() {
    let dir = Dir::new();
    dir.program("espeak-ng", &format!("{LISTS}\necho $$ > new && mv new pid\nexec sleep 300"));
    let voice = dir.voice_cut_off_after(&[Kind::Espeak], Duration::from_millis(50));
    for _ in 0..3 {
        let _ = fs::remove_file(dir.0.join("pid"));
        voice.say(Tongue::English, "Hello", CALM);
        let pid = until("speaking", || dir.read("pid"));
        until("cut off", || is_gone(&pid));
    }
    until("given up", || (voice.state(Tongue::English) == State::None).then_some(()));
}
