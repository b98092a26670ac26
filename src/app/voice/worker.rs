//! The thread that speaks: one line at a time, the newest.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::app::voice::Config;
use crate::app::voice::engine::{Kind, Named, best};
use crate::app::voice::line::{Line, Tongue};
use crate::app::voice::run::{self, GLANCE, Running};
use crate::app::voice::shared::{Shared, State};

/// A program that fails so often in a row is not tried again.
const FAILURES: u8 = 3;

/// What the thread is told.
#[derive(Debug)]
pub(super) enum Word {
    /// Look for programs that speak.
    SwitchOn,
    /// Say this, and nothing else.
    Say(Line),
    /// Say nothing.
    Hush,
}

/// A program that was found to speak.
#[derive(Debug)]
struct Mouth {
    kind: Kind,
    program: PathBuf,
    voices: Vec<Named>,
    /// In a row.
    failures: u8,
}

impl Mouth {
    fn voice(&self, tongue: Tongue, is_woman: Option<bool>) -> Option<&Named> {
        best(&self.voices, tongue, is_woman).filter(|_| self.failures < FAILURES)
    }
}

/// What the thread works with.
#[derive(Debug)]
pub(super) struct Worker {
    config: Config,
    heard: Receiver<Word>,
    shared: Arc<Shared>,
    is_on: bool,
    /// Programs nobody has looked for, better ones first.
    unasked: VecDeque<Kind>,
    mouths: Vec<Mouth>,
    /// To be said next.
    next: Option<Line>,
    /// What is being said, and whose mouth says it.
    speaking: Option<(usize, Running)>,
}

impl Worker {
    /// A thread that waits to be switched on.
    pub(super) fn new(config: Config, heard: Receiver<Word>, shared: Arc<Shared>) -> Self {
        let unasked = config.kinds.iter().copied().collect();
        Self { config, heard, shared, is_on: false, unasked, mouths: Vec::new(), next: None, speaking: None }
    }

    /// Speaks until nobody listens any more.
    pub(super) fn run(mut self) {
        while self.listen() {
            self.look_after_speaking();
            match self.next.take_if(|line| self.mouths.iter().any(|mouth| mouth.voice(line.tongue, None).is_some())) {
                Some(line) => self.start(&line),
                None if self.may_look() => self.look_for_another(),
                // Nothing speaks this tongue.
                None => self.next = None,
            }
        }
        self.interrupt();
        self.shared.end();
    }

    /// Takes in what there is to hear, waiting for it only when there is nothing to do; false when nobody is there.
    fn listen(&mut self) -> bool {
        let is_busy = self.next.is_some() || self.may_look();
        let mut word = match &self.speaking {
            _ if is_busy => self.heard.recv_timeout(Duration::ZERO),
            Some(_) => self.heard.recv_timeout(GLANCE),
            None => self.heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        loop {
            match word {
                Ok(word) => self.take(word),
                Err(RecvTimeoutError::Timeout) => return !self.shared.is_closing(),
                Err(RecvTimeoutError::Disconnected) => return false,
            }
            word = self.heard.recv_timeout(Duration::ZERO);
        }
    }

    fn take(&mut self, word: Word) {
        self.is_on |= !matches!(word, Word::Hush);
        match word {
            Word::SwitchOn => self.tell(),
            Word::Say(line) => {
                self.interrupt();
                self.next = Some(line);
            }
            Word::Hush => {
                self.interrupt();
                self.next = None;
            }
        }
    }

    /// Whether there is a tongue nothing speaks yet, and a program that might.
    fn lacks(&self) -> bool {
        let is_spoken = |tongue: &Tongue| self.mouths.iter().any(|mouth| mouth.voice(*tongue, None).is_some());
        self.is_on && !self.unasked.is_empty() && !Tongue::ALL.iter().all(is_spoken)
    }

    /// While something is being said nothing is asked: an answer takes seconds, and whoever interrupts would wait.
    fn may_look(&self) -> bool {
        self.speaking.is_none() && self.lacks()
    }

    /// Asks the next program whether it speaks.
    fn look_for_another(&mut self) {
        if let Some(kind) = self.unasked.pop_front()
            && let Some(mouth) = self.asked(kind)
        {
            self.mouths.push(mouth);
        }
        self.tell();
    }

    fn asked(&self, kind: Kind) -> Option<Mouth> {
        let program = run::find(kind.program(), &self.config.path)?;
        let mut answer = String::new();
        for question in kind.questions() {
            answer = run::ask(&program, question, || self.shared.is_closing())?;
        }
        let voices = kind.voices(&answer);
        (!voices.is_empty()).then_some(Mouth { kind, program, voices, failures: 0 })
    }

    /// Says who speaks what.
    fn tell(&self) {
        let looking = self.lacks();
        self.shared.tell(|tongue| {
            let named = |mouth: &Mouth| Some(format!("{}: {}", mouth.kind.title(), mouth.voice(tongue, None)?.name));
            match self.mouths.iter().find_map(named) {
                Some(name) => State::Speaks(name),
                None if looking => State::Starting,
                None => State::None,
            }
        });
    }

    fn start(&mut self, line: &Line) {
        let voice_of = |mouth: &Mouth| {
            let voice = mouth.voice(line.tongue, line.manner.is_woman)?;
            Some(Running::start(&mouth.program, &mouth.kind.request(voice, line)))
        };
        let started = self.mouths.iter().enumerate().find_map(|(index, mouth)| Some((index, voice_of(mouth)?)));
        match started {
            Some((index, Ok(running))) => self.speaking = Some((index, running)),
            Some((index, Err(_))) => self.judge(index, false),
            None => {}
        }
    }

    /// Sees whether the line has been said, or never will be.
    fn look_after_speaking(&mut self) {
        self.look_for_end();
        if let Some((index, running)) = &self.speaking
            && running.since.elapsed() > self.config.longest_line
        {
            let index = *index;
            self.interrupt();
            self.judge(index, false);
        }
    }

    /// Cuts off what is being said, if it is still being said.
    fn interrupt(&mut self) {
        self.look_for_end();
        let Some((index, running)) = self.speaking.take() else { return };
        drop(running);
        let Some(mouth) = self.mouths.get(index) else { return };
        if let Some(cancel) = mouth.kind.cancel()
            && run::ask(&mouth.program, &cancel, || false).is_none()
        {
            // A daemon that cannot even fall silent is of no use.
            self.judge(index, false);
        }
    }

    /// Sees whether it has ended by itself: then it need not be cut off, nor others who speak through the same daemon.
    fn look_for_end(&mut self) {
        let ended = self.speaking.as_mut().and_then(|(index, running)| Some((*index, running.ended()?)));
        if let Some((index, well)) = ended {
            self.speaking = None;
            self.judge(index, well);
        }
    }

    fn judge(&mut self, index: usize, well: bool) {
        let Some(mouth) = self.mouths.get_mut(index) else { return };
        mouth.failures = if well { 0 } else { mouth.failures.saturating_add(1) };
        if mouth.failures >= FAILURES {
            self.tell();
        }
    }
}
