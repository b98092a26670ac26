//! Where the server is: what the environment says, as PulseAudio's own programs read it.

use std::env;
use std::fs;
use std::path::PathBuf;

/// Servers look at so many bytes of the cookie, no more and no fewer.
const COOKIE_BYTES: usize = 256;

/// A server on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its socket.
    pub socket: PathBuf,
    /// The file whose content opens it to other users; its own user needs none.
    pub cookie: Option<PathBuf>,
}

impl Server {
    /// The server behind this socket, without a cookie.
    pub fn at(socket: impl Into<PathBuf>) -> Self {
        Self { socket: socket.into(), cookie: None }
    }

    /// The servers there may be. A server on another computer is left to `paplay`.
    pub fn from_env() -> Vec<Self> {
        let cookie = cookie_from(|name| env::var_os(name).map(PathBuf::from));
        let text = |name: &str| env::var(name).ok().filter(|text| !text.is_empty());
        sockets_from(text).into_iter().map(|socket| Self { socket, cookie: cookie.clone() }).collect()
    }

    /// What to show at the door: always the length servers want.
    pub(super) fn cookie(&self) -> Vec<u8> {
        let mut cookie = self.cookie.as_ref().and_then(|path| fs::read(path).ok()).unwrap_or_default();
        cookie.resize(COOKIE_BYTES, 0);
        cookie
    }
}

/// A server that is named is the only one; otherwise the user's own.
pub fn sockets_from(env: impl Fn(&str) -> Option<String>) -> Vec<PathBuf> {
    if let Some(named) = env("PULSE_SERVER") {
        return named.split_whitespace().filter_map(socket_of).collect();
    }
    let own = env("PULSE_RUNTIME_PATH").map(|dir| PathBuf::from(dir).join("native"));
    let session = env("XDG_RUNTIME_DIR").map(|dir| PathBuf::from(dir).join("pulse/native"));
    own.into_iter().chain(session).collect()
}

/// `unix:/path`, `/path`, either after `{machine}`; nothing for another computer.
fn socket_of(name: &str) -> Option<PathBuf> {
    let name = name.strip_prefix('{').and_then(|rest| rest.split_once('}')).map_or(name, |(_, name)| name);
    let path = name.strip_prefix("unix:").unwrap_or(name);
    path.starts_with('/').then(|| PathBuf::from(path))
}

fn cookie_from(env: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let home = env("HOME");
    let config = env("XDG_CONFIG_HOME").or_else(|| home.as_ref().map(|home| home.join(".config")));
    let places =
        [env("PULSE_COOKIE"), config.map(|dir| dir.join("pulse/cookie")), home.map(|h| h.join(".pulse-cookie"))];
    places.into_iter().flatten().find(|path| path.is_file())
}
