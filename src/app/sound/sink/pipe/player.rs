//! The programs that can play, and where they are.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Programs and what makes them play raw samples from standard input with little delay; better ones first.
///
/// `pw-play` before 1.0 knows no `--raw` and takes standard input for raw by itself; later ones without it do not.
/// Either ends at once when told wrongly, and the next is tried.
const KNOWN: [(&str, &[&str]); 4] = [
    ("pw-play", &["--raw", "--format=s16", "--rate=48000", "--channels=1", "--latency=20ms", "-"]),
    ("pw-play", &["--format=s16", "--rate=48000", "--channels=1", "--latency=20ms", "-"]),
    (
        "paplay",
        &["--raw", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=40", "--process-time-msec=10"],
    ),
    (
        "aplay",
        &[
            "-q",
            "-t",
            "raw",
            "-f",
            "S16_LE",
            "-r",
            "48000",
            "-c",
            "1",
            "--buffer-time=60000",
            "--period-time=15000",
            "-",
        ],
    ),
];

/// A program that plays raw samples (mono, 16 bits, little-endian, 48,000 a second) from its standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// Where it is.
    pub program: PathBuf,
    /// What it is told.
    pub args: Vec<String>,
}

impl Player {
    /// The players on the PATH.
    pub fn from_env() -> Vec<Self> {
        Self::in_path(&env::var_os("PATH").unwrap_or_default())
    }

    /// The players in these directories, written as PATH is.
    pub fn in_path(path: &OsStr) -> Vec<Self> {
        let dirs: Vec<_> = env::split_paths(path).filter(|dir| !dir.as_os_str().is_empty()).collect();
        let find = |name: &str| dirs.iter().map(|dir| dir.join(name)).find(|program| is_program(program));
        let player = |(name, args): (&str, &[&str])| {
            Some(Self { program: find(name)?, args: args.iter().map(|arg| (*arg).to_owned()).collect() })
        };
        KNOWN.into_iter().filter_map(player).collect()
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.program.file_name().and_then(OsStr::to_str).unwrap_or("player")
    }
}

fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    const MAY_BE_RUN: u32 = 0o111;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & MAY_BE_RUN != 0)
}
