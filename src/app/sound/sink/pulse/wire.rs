//! Messages to and from the server, whole ones, each wait with an end.

use std::io::{Cursor, ErrorKind, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

use pulseaudio::protocol::{
    self, AuthParams, AuthReply, Command, CommandReply, DESCRIPTOR_SIZE, MAX_VERSION, MIN_VERSION, TagStructReader,
};

use crate::app::sound::sink::{Closing, Fault};

/// A server that takes longer to answer hangs.
const ANSWER_WITHIN: Duration = Duration::from_millis(1_500);
/// Between two looks at whether anybody still wants sound.
const GLANCE: Duration = Duration::from_millis(20);
/// A server that does not take what it asked for in this time hangs.
const WRITE_WITHIN: Duration = Duration::from_millis(200);
/// No message of a server to a player is nearly so long.
const LONGEST_MESSAGE: usize = 1 << 20;
/// The channel of messages that are no samples.
const CONTROL: u32 = u32::MAX;
/// Read from the socket at once.
const READ: usize = 4096;

/// A message of the server.
pub(super) struct Message {
    /// Which question a reply belongs to.
    seq: u32,
    /// What it says.
    pub(super) command: Command,
    /// What follows a reply.
    rest: Vec<u8>,
}

/// The connection.
pub(super) struct Wire {
    socket: UnixStream,
    version: u16,
    seq: u32,
    unread: Vec<u8>,
}

impl Wire {
    /// Connects, or fails at once: a server whose queue is full would make a plain connect wait for ever.
    pub(super) fn connect(path: &Path) -> Result<Self, Fault> {
        let connect = || {
            let socket = UnixStream::from(OwnedFd::from(mio::net::UnixStream::connect(path)?));
            socket.set_nonblocking(false)?;
            socket.set_write_timeout(Some(WRITE_WITHIN))?;
            Ok(socket)
        };
        let socket = connect().map_err(|error: std::io::Error| Fault::new(&path.display().to_string(), error))?;
        Ok(Self { socket, version: MAX_VERSION, seq: 0, unread: Vec::new() })
    }

    /// Shows the cookie and settles on a version.
    pub(super) fn greet(&mut self, cookie: Vec<u8>, closing: &Closing) -> Result<(), Fault> {
        let auth = AuthParams { version: MAX_VERSION, supports_shm: false, supports_memfd: false, cookie };
        let reply: AuthReply = self.ask(Command::Auth(auth), closing)?;
        if reply.version < MIN_VERSION {
            return Err(Fault::new("PulseAudio", format!("version {} is too old", reply.version)));
        }
        self.version = reply.version.min(MAX_VERSION);
        Ok(())
    }

    /// Asks and waits for the reply.
    pub(super) fn ask<T: CommandReply>(&mut self, command: Command, closing: &Closing) -> Result<T, Fault> {
        let seq = self.tell(&command)?;
        let deadline = Instant::now() + ANSWER_WITHIN;
        while Instant::now() < deadline && !closing.is_closed() {
            match self.next(GLANCE)? {
                Some(Message { command: Command::Error(error), .. }) => {
                    return Err(Fault::new("PulseAudio", format!("{error:?}")));
                }
                Some(Message { seq: answered, command: Command::Reply, rest }) if answered == seq => {
                    return TagStructReader::new(&mut Cursor::new(rest), self.version).read().map_err(garbled);
                }
                _ => {}
            }
        }
        Err(Fault::new("PulseAudio", "no answer"))
    }

    /// Tells, and gives the number a reply will have.
    pub(super) fn tell(&mut self, command: &Command) -> Result<u32, Fault> {
        self.seq = self.seq.wrapping_add(1);
        let mut message = Vec::new();
        protocol::write_command_message(&mut message, self.seq, command, self.version).map_err(garbled)?;
        self.socket.write_all(&message).map_err(lost)?;
        Ok(self.seq)
    }

    /// Sends bytes of sound.
    pub(super) fn send_samples(&mut self, stream: u32, bytes: &[u8]) -> Result<(), Fault> {
        let mut message = Vec::with_capacity(DESCRIPTOR_SIZE + bytes.len());
        protocol::write_memblock(&mut message, stream, bytes, 0).map_err(garbled)?;
        self.socket.write_all(&message).map_err(lost)
    }

    /// The next message, if one comes within this time. Messages this program does not know are passed over.
    pub(super) fn next(&mut self, wait: Duration) -> Result<Option<Message>, Fault> {
        loop {
            while let Some(frame) = self.frame()? {
                if let Some(message) = self.read(&frame) {
                    return Ok(Some(message));
                }
            }
            if !self.fill(wait)? {
                return Ok(None);
            }
        }
    }

    /// A whole message without its descriptor, if one is there; empty if it was none of ours.
    fn frame(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let Some(mut head) = self.unread.get(..DESCRIPTOR_SIZE) else { return Ok(None) };
        let descriptor = protocol::read_descriptor(&mut head).map_err(garbled)?;
        let len = descriptor.length as usize;
        if len > LONGEST_MESSAGE {
            return Err(Fault::new("PulseAudio", "a message too long to be one"));
        }
        if self.unread.len() < DESCRIPTOR_SIZE + len {
            return Ok(None);
        }
        let frame = self.unread.drain(..DESCRIPTOR_SIZE + len).skip(DESCRIPTOR_SIZE).collect();
        Ok(Some(if descriptor.channel == CONTROL { frame } else { Vec::new() }))
    }

    fn read(&self, frame: &[u8]) -> Option<Message> {
        let mut cursor = Cursor::new(frame);
        let (seq, command) = Command::read_tag_prefixed(&mut cursor, self.version).ok()?;
        let rest = frame.get(cursor.position() as usize..)?.to_vec();
        Some(Message { seq, command, rest })
    }

    /// A socket's shortest timeout is a tick of the kernel's clock, several milliseconds: not waiting is another mode.
    fn read_within(&mut self, wait: Duration, bytes: &mut [u8]) -> std::io::Result<usize> {
        if wait.is_zero() {
            self.socket.set_nonblocking(true)?;
            let read = self.socket.read(bytes);
            self.socket.set_nonblocking(false)?;
            return read;
        }
        self.socket.set_read_timeout(Some(wait))?;
        self.socket.read(bytes)
    }

    /// Whether anything came.
    fn fill(&mut self, wait: Duration) -> Result<bool, Fault> {
        let mut bytes = [0; READ];
        match self.read_within(wait, &mut bytes) {
            Ok(0) => Err(Fault::new("PulseAudio", "the server has gone")),
            Ok(read) => {
                self.unread.extend_from_slice(&bytes[..read]);
                Ok(true)
            }
            Err(error) if is_patience(error.kind()) => Ok(false),
            Err(error) => Err(lost(error)),
        }
    }
}

fn is_patience(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

fn lost(error: std::io::Error) -> Fault {
    Fault::new("PulseAudio", error)
}

fn garbled(error: protocol::ProtocolError) -> Fault {
    Fault::new("PulseAudio", error)
}
