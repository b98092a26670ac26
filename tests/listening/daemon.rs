//! A PulseAudio server of the test's own.

use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::until;

/// A server of its own, with one device that plays to nobody.
pub struct Daemon {
    dir: TempDir,
    child: Option<Child>,
}

impl Daemon {
    pub fn start() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let script = format!(
            "load-module module-null-sink sink_name=desk rate=48000 channels=1\n\
             load-module module-native-protocol-unix auth-anonymous=1 socket={}\n",
            dir.path().join("native").display()
        );
        std::fs::write(dir.path().join("script.pa"), script).expect("a script");
        let mut daemon = Self { dir, child: None };
        daemon.run();
        daemon
    }

    pub fn socket(&self) -> PathBuf {
        self.dir.path().join("native")
    }

    /// A program that knows this server and nothing of the user's own.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("LC_ALL", "C");
        for home in ["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"] {
            command.env(home, self.dir.path());
        }
        command.env("PULSE_SERVER", format!("unix:{}", self.socket().display()));
        command.stdin(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Starts the server, again if need be, and waits until it answers.
    pub fn run(&mut self) {
        let mut command = self.command("pulseaudio");
        command.env_remove("PULSE_SERVER").args(["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]);
        command.args(["--realtime=no", "--high-priority=no", "--disable-shm=yes", "-n", "-F"]);
        command.arg(self.dir.path().join("script.pa")).stdout(Stdio::null());
        self.child = Some(command.spawn().expect("pulseaudio starts"));
        until("the server answers", || UnixStream::connect(self.socket()).is_ok());
    }

    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("a server that runs");
            child.wait().expect("it ends");
        }
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.as_ref().expect("a server that runs").id();
        let sent = Command::new("sh").arg("-c").arg(format!("kill -{name} {pid}")).status();
        assert!(sent.expect("a shell").success());
    }

    /// What the server says about the streams it plays.
    pub fn streams(&self) -> String {
        let said = self.command("pactl").args(["list", "sink-inputs"]).output().expect("pactl");
        String::from_utf8_lossy(&said.stdout).into_owned()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        self.kill();
    }
}
