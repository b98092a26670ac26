//! The system's own sound: WASAPI on Windows, Core Audio on macOS.
//!
//! The system calls for samples from a thread that must never wait; a [`Ring`] stands in between. The default device
//! is opened, and both systems move such a stream along when the default changes.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, Thread};
use std::time::Duration;

use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};
use cpal::{Device, ErrorKind, FromSample, I24, SampleFormat, SizedSample, Stream, StreamConfig};

use crate::app::sound::sink::ring::{Resampler, Ring};
use crate::app::sound::sink::{Fault, Sink};

/// How long the system may take over opening a stream.
const OPEN_WITHIN: Duration = Duration::from_secs(1);

/// A stream to the default device.
pub struct Native {
    name: &'static str,
    stream: Stream,
    ring: Arc<Ring>,
    errors: Receiver<cpal::Error>,
}

impl Native {
    /// Opens the default device, playing.
    pub fn open() -> Result<Self, Fault> {
        let host = cpal::default_host();
        let name = host.id().name();
        let fault = |error: cpal::Error| Fault::new(name, error);
        let device = host.default_output_device().ok_or_else(|| Fault::new(name, "no device"))?;
        let (said, errors) = mpsc::channel();
        let ring = Arc::new(Ring::default());
        let stream = build(&device, &ring, said).map_err(fault)?;
        stream.play().map_err(fault)?;
        Ok(Self { name, stream, ring, errors })
    }

    /// What went wrong since the last look, if it matters.
    fn check(&self) -> Result<(), Fault> {
        let harmless = |error: &cpal::Error| {
            matches!(error.kind(), ErrorKind::DeviceChanged | ErrorKind::Xrun | ErrorKind::RealtimeDenied)
        };
        match self.errors.try_iter().find(|error| !harmless(error)) {
            Some(error) => Err(Fault::new(self.name, error)),
            None => Ok(()),
        }
    }
}

impl Sink for Native {
    fn name(&self) -> &str {
        self.name
    }

    fn room(&mut self, wait: Duration) -> Result<usize, Fault> {
        self.check()?;
        if self.ring.room() == 0 && !wait.is_zero() {
            // The system's thread ends this when it has taken something.
            thread::park_timeout(wait);
        }
        Ok(self.ring.room())
    }

    fn write(&mut self, samples: &[f32]) -> Result<(), Fault> {
        self.ring.push(samples);
        self.check()
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.stream.pause().map_err(|error| Fault::new(self.name, error))
    }

    fn wake(&mut self) -> Result<(), Fault> {
        self.stream.play().map_err(|error| Fault::new(self.name, error))
    }
}

/// A stream in the form the device likes best.
fn build(device: &Device, ring: &Arc<Ring>, errors: Sender<cpal::Error>) -> Result<Stream, cpal::Error> {
    let liked = device.default_output_config()?;
    let feed = Feed {
        ring: Arc::clone(ring),
        resampler: Resampler::to(liked.sample_rate()),
        channels: usize::from(liked.channels()).max(1),
        feeder: thread::current(),
    };
    let config = liked.config();
    match liked.sample_format() {
        SampleFormat::F32 => build_as::<f32>(device, config, feed, errors),
        SampleFormat::F64 => build_as::<f64>(device, config, feed, errors),
        SampleFormat::I16 => build_as::<i16>(device, config, feed, errors),
        SampleFormat::I24 => build_as::<I24>(device, config, feed, errors),
        SampleFormat::I32 => build_as::<i32>(device, config, feed, errors),
        _ => Err(ErrorKind::UnsupportedConfig.into()),
    }
}

fn build_as<T: SizedSample + FromSample<f32>>(
    device: &Device,
    config: StreamConfig,
    mut feed: Feed,
    errors: Sender<cpal::Error>,
) -> Result<Stream, cpal::Error> {
    // Nobody hears an error of a stream that has been given up.
    let report = move |error| drop(errors.send(error));
    device.build_output_stream(config, move |out: &mut [T], _| feed.fill(out), report, Some(OPEN_WITHIN))
}

/// The far end of the ring: what the system's thread holds.
struct Feed {
    ring: Arc<Ring>,
    resampler: Resampler,
    channels: usize,
    feeder: Thread,
}

impl Feed {
    /// The same sample on every channel; silence when there is none.
    fn fill<T: SizedSample + FromSample<f32>>(&mut self, out: &mut [T]) {
        self.ring.will_take(self.resampler.needed(out.len() / self.channels));
        for frame in out.chunks_mut(self.channels) {
            frame.fill(T::from_sample_(self.resampler.next(&self.ring)));
        }
        self.feeder.unpark();
    }
}
