//! Programs: where they are, what they answer, and that they end.

use std::env;
use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::voice::engine::{Question, Request};

/// Between two looks whether a program has ended.
pub(super) const GLANCE: Duration = Duration::from_millis(10);
/// A killed program is gone in much less than this.
const REAP_WITHIN: Duration = Duration::from_millis(200);
/// Bytes of an answer that are read.
const LONGEST_ANSWER: u64 = 4 << 20;

/// The first program of this name in these directories, written as PATH is.
pub(super) fn find(name: &str, path: &OsStr) -> Option<PathBuf> {
    let absolute = env::split_paths(path).filter(|dir| dir.is_absolute());
    absolute.map(|dir| dir.join(name)).find(|program| is_program(program))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    const MAY_BE_RUN: u32 = 0o111;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & MAY_BE_RUN != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// What the program answers; none if it fails, or takes too long, or nobody wants to know any more.
pub(super) fn ask(program: &Path, question: &Question, is_over: impl Fn() -> bool) -> Option<String> {
    let deadline = Instant::now() + question.patience;
    let mut command = command(program);
    command.args(question.args).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut running = Running::from(command.spawn().ok()?);
    let answer = read_aside(running.child.stdout.take()?)?;
    let mut heard = None;
    while Instant::now() < deadline && !is_over() {
        match heard {
            None => heard = next(&answer)?,
            Some(_) => match running.ended() {
                Some(well) => return heard.filter(|_| well),
                None => thread::sleep(GLANCE),
            },
        }
    }
    None
}

/// Some if there is an answer already, none if there never will be.
fn next(answer: &Receiver<String>) -> Option<Option<String>> {
    match answer.recv_timeout(GLANCE) {
        Ok(answer) => Some(Some(answer)),
        Err(RecvTimeoutError::Timeout) => Some(None),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Reads in a thread of its own: one who inherited the pipe may keep it open as long as it likes.
fn read_aside(stdout: impl std::io::Read + Send + 'static) -> Option<Receiver<String>> {
    let (sender, answer) = mpsc::channel();
    let read = move || {
        let mut bytes = Vec::new();
        if stdout.take(LONGEST_ANSWER).read_to_end(&mut bytes).is_ok() {
            // Whoever asked may have gone.
            let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
        }
    };
    thread::Builder::new().name("voice answer".to_owned()).spawn(read).ok().map(|_| answer)
}

/// A program at work. Ended when dropped.
#[derive(Debug)]
pub(super) struct Running {
    child: Child,
    /// When it was started.
    pub(super) since: Instant,
}

impl Running {
    /// Starts the program and hands it what it reads.
    pub(super) fn start(program: &Path, request: &Request) -> std::io::Result<Self> {
        let stdin = if request.stdin.is_some() { Stdio::piped() } else { Stdio::null() };
        let mut running = Self::from(command(program).args(&request.args).stdin(stdin).stdout(Stdio::null()).spawn()?);
        if let (Some(mut stdin), Some(text)) = (running.child.stdin.take(), &request.stdin) {
            // So little fits into the pipe at once. A program that does not read it will tell by how it ends.
            let _ = stdin.write_all(text.as_bytes());
        }
        Ok(running)
    }

    /// Whether it went well, when it has ended.
    pub(super) fn ended(&mut self) -> Option<bool> {
        match self.child.try_wait() {
            Ok(None) => None,
            Ok(Some(status)) => Some(status.success()),
            Err(_) => Some(false),
        }
    }
}

impl From<Child> for Running {
    fn from(child: Child) -> Self {
        Self { child, since: Instant::now() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // An error means that it has ended by itself.
        let _ = self.child.kill();
        let deadline = Instant::now() + REAP_WITHIN;
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

/// The program, which prints nothing where anybody sees it.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stderr(Stdio::null());
    // From the Finder there is no locale, and `say` would take UTF-8 for something else.
    #[cfg(target_os = "macos")]
    command.env("LC_CTYPE", "UTF-8");
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command
}
