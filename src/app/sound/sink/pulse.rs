//! A PulseAudio server, or PipeWire speaking its protocol.
//!
//! Of the crate `pulseaudio` only the messages are used: its client waits without end and lets killed streams pass
//! unnoticed. Here every wait has an end.

mod server;
mod wire;

use std::time::Duration;

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    ChannelMap, Command, CorkStreamParams, CreatePlaybackStreamReply, DEFAULT_SINK, PlaybackStreamParams, Prop, Props,
    SampleFormat, SampleSpec, SetClientNameReply,
};

use self::wire::Wire;
use crate::app::sound::sink::{Closing, Fault, Sink};
use crate::app::sound::synth::{SAMPLE_RATE, samples_in};

pub use self::server::Server;
#[cfg(test)]
pub use self::server::sockets_from;

/// Sound under way between here and the ear: what is stopped is heard so much longer.
const LATENCY_MS: u32 = 40;
/// The server asks for no less than this at once.
const REQUEST_MS: u32 = 10;
/// Bytes of a sample.
const SAMPLE: usize = size_of::<f32>();

/// A stream on a server.
pub struct Pulse {
    wire: Wire,
    stream: u32,
    /// What the server has asked for and not got, in samples.
    wanted: usize,
    bytes: Vec<u8>,
}

impl Pulse {
    /// Connects and opens a stream, playing.
    pub fn open(server: &Server, closing: &Closing) -> Result<Self, Fault> {
        let mut wire = Wire::connect(&server.socket)?;
        wire.greet(server.cookie(), closing)?;
        let mut who = Props::new();
        who.set(Prop::ApplicationName, c"Three Rings");
        wire.ask::<SetClientNameReply>(Command::SetClientName(who), closing)?;
        let opened: CreatePlaybackStreamReply = wire.ask(Command::CreatePlaybackStream(stream()), closing)?;
        let wanted = opened.requested_bytes as usize / SAMPLE;
        Ok(Self { wire, stream: opened.channel, wanted, bytes: Vec::new() })
    }

    fn cork(&mut self, cork: bool) -> Result<(), Fault> {
        let params = CorkStreamParams { channel: self.stream, cork };
        self.wire.tell(&Command::CorkPlaybackStream(params)).map(drop)
    }

    fn hear(&mut self, command: Command) -> Result<(), Fault> {
        match command {
            Command::Request(request) if request.channel == self.stream => {
                self.wanted = self.wanted.saturating_add(request.length as usize / SAMPLE);
                Ok(())
            }
            Command::PlaybackStreamKilled(_) => Err(Fault::new("PulseAudio", "the stream was ended")),
            Command::Error(error) => Err(Fault::new("PulseAudio", format!("{error:?}"))),
            _ => Ok(()),
        }
    }
}

/// The stream wanted: mono, small buffers, the volume the user last gave this program.
fn stream() -> PlaybackStreamParams {
    let mut props = Props::new();
    props.set(Prop::MediaName, c"Telephones");
    PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: SAMPLE_RATE },
        channel_map: ChannelMap::mono(),
        sink_name: Some(DEFAULT_SINK.to_owned()),
        buffer_attr: BufferAttr {
            target_length: bytes_in(LATENCY_MS),
            pre_buffering: bytes_in(REQUEST_MS),
            minimum_request_length: bytes_in(REQUEST_MS),
            ..BufferAttr::default()
        },
        props,
        flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
        ..PlaybackStreamParams::default()
    }
}

const fn bytes_in(ms: u32) -> u32 {
    samples_in(ms) as u32 * SAMPLE as u32
}

impl Sink for Pulse {
    fn name(&self) -> &str {
        "PulseAudio"
    }

    fn room(&mut self, wait: Duration) -> Result<usize, Fault> {
        let mut wait = if self.wanted > 0 { Duration::ZERO } else { wait };
        while let Some(message) = self.wire.next(wait)? {
            self.hear(message.command)?;
            wait = Duration::ZERO;
        }
        Ok(self.wanted)
    }

    fn write(&mut self, samples: &[f32]) -> Result<(), Fault> {
        self.bytes.clear();
        self.bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        self.wire.send_samples(self.stream, &self.bytes)?;
        self.wanted = self.wanted.saturating_sub(samples.len());
        Ok(())
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.cork(true)
    }

    fn wake(&mut self) -> Result<(), Fault> {
        self.cork(false)
    }
}
