//! What the window holds, and the one place where what a trainee did is carried out.

use std::sync::Arc;

use bevy::ecs::resource::Resource;

use crate::cli::{Args, shelf};
use crate::content::language::Language;
use crate::content::script::Script;
use crate::content::shelf::{Setting, Shelf};
use crate::locale::Locale;
use crate::play::call::Call;
use crate::play::offer::Reply;
use crate::play::state::{Phase, Stage};
use crate::play::step::{Act, Event, Input};

/// Everything the window holds.
#[derive(Resource)]
pub struct Desk {
    shelf: Shelf,
    city: String,
    /// The words of the interface.
    pub locale: Locale,
    /// What can be practised, in the language of the interface.
    pub scripts: Vec<Arc<Script>>,
    /// How many scenario files could not be used.
    pub unusable: usize,
    /// How the trainee likes it.
    pub preferences: Preferences,
    /// Which scenario is looked at on the home screen.
    pub selected: usize,
    /// Whether the next call is an exam.
    pub is_exam: bool,
    /// The seed of the next call.
    pub seed: u64,
    /// The call being held, if one is.
    pub sitting: Option<Sitting>,
    /// Seconds since the window opened, as of this frame.
    pub now_secs: f64,
}

/// How the trainee likes it.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    /// Light on dark.
    pub is_dark: bool,
    /// Percent of the normal size, 80-200.
    pub text_size_percent: u16,
    /// How long one may think.
    pub thinking: Thinking,
    /// Whether the settings are open.
    pub are_shown: bool,
}

/// How long one may think.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thinking {
    /// As long as the scenario says.
    Normal,
    /// Twice as long.
    Double,
    /// As long as one likes.
    Unlimited,
}

/// A call being held.
pub struct Sitting {
    /// The call.
    pub call: Call,
    /// Whether comments wait until afterwards.
    pub is_exam: bool,
    /// What is between the questions.
    pub moment: Moment,
    /// When the latest words began, in seconds since the window opened.
    pub asked_at_secs: f64,
    /// How much of the latest words was skipped, in milliseconds.
    pub skipped_ms: u32,
    /// The note pad.
    pub notepad: String,
    /// What is ticked of a question with several answers.
    pub ticked: Vec<Reply>,
    /// Which review of the debrief is open.
    pub opened: Option<usize>,
    /// Which side panel is shown where there is no room for both.
    pub side: Side,
}

/// What is between the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A question is open.
    Asking,
    /// All is prepared; the number is not dialled yet.
    ReadyToDial,
    /// The line is dead; the note is not begun yet.
    HungUp,
}

/// The panels beside the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Neither.
    None,
    /// The case file.
    CaseFile,
    /// The note pad.
    Notepad,
}

/// What a trainee can do in the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Look at a scenario.
    Select(usize),
    /// Choose practice or exam.
    Examine(bool),
    /// Take another seed.
    Reseed(u64),
    /// Begin the selected scenario.
    Start,
    /// Dial.
    Dial,
    /// Give a reply, by its place from 0.
    Reply(u8),
    /// Tick or untick one of several.
    Tick(Reply),
    /// Give everything that is ticked.
    GiveTicked,
    /// Let the think-timer run out.
    StaySilent,
    /// Hear the rest of the words at once.
    Skip,
    /// Begin the note.
    WriteNote,
    /// Write on the note pad.
    Scribble(String),
    /// Open or close a review.
    Open(Option<usize>),
    /// Take a turn again.
    RetryFrom(usize),
    /// The whole call again.
    Again,
    /// Back to the beginning.
    Home,
    /// Show a side panel.
    Show(Side),
    /// Open or close the settings.
    ShowSettings(bool),
    /// Change the language.
    Speak(Language),
    /// Change the theme.
    Darken(bool),
    /// Change the text size.
    Resize(u16),
    /// Change the time to think.
    Think(Thinking),
    /// Change the city whose rules hold.
    Move(String),
}

/// How often the window must be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Words are appearing.
    Speaking,
    /// A timer runs.
    Waiting,
    /// Nothing moves.
    Resting,
}

impl Desk {
    /// The desk as the arguments want it.
    pub fn new(args: &Args) -> Self {
        let mut desk = Self {
            shelf: shelf(args),
            city: args.city.clone(),
            locale: Locale::new(args.lang()),
            scripts: Vec::new(),
            unusable: 0,
            preferences: Preferences {
                is_dark: false,
                text_size_percent: 100,
                thinking: Thinking::Normal,
                are_shown: false,
            },
            selected: 0,
            is_exam: false,
            seed: 1,
            sitting: None,
            now_secs: 0.0,
        };
        desk.lay_out();
        desk
    }

    /// Makes the scripts of the language; the easiest come first.
    fn lay_out(&mut self) {
        use crate::content::scenario::Difficulty;
        let setting = Setting { language: self.locale.language, city: &self.city };
        let scripts = self.shelf.scenarios.iter().map(|(_, scenario)| self.shelf.script(scenario, setting));
        let (playable, broken): (Vec<_>, Vec<_>) = scripts.partition(Result::is_ok);
        self.unusable = broken.len();
        self.scripts = playable.into_iter().flatten().collect();
        self.scripts.sort_by_key(|script| match script.difficulty {
            Difficulty::Easy => 0,
            Difficulty::Normal => 1,
            Difficulty::Hard => 2,
        });
    }

    /// The cities there are, each with its id, and which of them holds.
    pub fn cities(&self) -> (impl Iterator<Item = (&str, &str)>, &str) {
        let named = self.shelf.cities.iter().map(|city| (city.id.value.as_str(), city.name.value.as_str()));
        (named, &self.city)
    }

    /// How often the window must be drawn.
    pub fn pace(&self) -> Pace {
        match &self.sitting {
            Some(sitting) if sitting.is_speaking(self.now_secs) => Pace::Speaking,
            Some(sitting) if sitting.deadline_ms(self.preferences.thinking).is_some() => Pace::Waiting,
            _ => Pace::Resting,
        }
    }

    /// What time alone brings about.
    pub fn overdue(&self) -> Option<Action> {
        let sitting = self.sitting.as_ref()?;
        let deadline_ms = sitting.deadline_ms(self.preferences.thinking)?;
        (sitting.after_ms(self.now_secs) >= deadline_ms).then_some(Action::StaySilent)
    }

    /// Carries out what a trainee did.
    pub fn carry_out(&mut self, action: Action) {
        let now_secs = self.now_secs;
        match action {
            Action::Select(index) => self.selected = index,
            Action::Examine(is_exam) => self.is_exam = is_exam,
            Action::Reseed(seed) => self.seed = seed,
            Action::Start => self.start(),
            Action::Home => self.sitting = None,
            Action::Again => {
                if let Some(sitting) = self.sitting.take() {
                    let call = Call::new(sitting.call.script().clone(), sitting.call.seed());
                    self.sitting = Some(Sitting::new(call, sitting.is_exam, now_secs));
                }
            }
            Action::ShowSettings(are_shown) => self.preferences.are_shown = are_shown,
            Action::Darken(is_dark) => self.preferences.is_dark = is_dark,
            Action::Resize(percent) => self.preferences.text_size_percent = percent,
            Action::Think(thinking) => self.preferences.thinking = thinking,
            Action::Speak(language) => {
                self.locale = Locale::new(language);
                self.lay_out_again();
            }
            Action::Move(city) => {
                self.city = city;
                self.lay_out_again();
            }
            in_call => {
                if let Some(sitting) = &mut self.sitting {
                    sitting.carry_out(in_call, now_secs);
                }
            }
        }
    }

    fn start(&mut self) {
        if let Some(script) = self.scripts.get(self.selected) {
            let call = Call::new(script.clone(), self.seed);
            self.sitting = Some(Sitting::new(call, self.is_exam, self.now_secs));
            // The next call is dealt anew; the number says how to have this one again.
            self.seed += 1;
        }
    }

    /// Makes the scripts anew in another language or city; a call goes on in it, since its inputs mean the same in all.
    fn lay_out_again(&mut self) {
        let selected = self.scripts.get(self.selected).map(|script| script.id.clone());
        self.lay_out();
        let place = |id: &str| self.scripts.iter().position(|script| script.id.as_ref() == id);
        self.selected = selected.and_then(|id| place(&id)).unwrap_or(0);
        if let Some(sitting) = &mut self.sitting
            && let Some(script) = self.scripts.iter().find(|script| script.id == sitting.call.script().id)
            && let Ok(call) = Call::replay(script.clone(), sitting.call.seed(), &sitting.call.inputs())
        {
            sitting.call = call;
        }
    }
}

impl Sitting {
    /// A call about to begin.
    pub fn new(call: Call, is_exam: bool, now_secs: f64) -> Self {
        let mut sitting = Self {
            call,
            is_exam,
            moment: Moment::Asking,
            asked_at_secs: now_secs,
            skipped_ms: 0,
            notepad: String::new(),
            ticked: Vec::new(),
            opened: None,
            side: Side::None,
        };
        if sitting.stage() == Stage::Talk {
            sitting.moment = Moment::ReadyToDial;
        }
        sitting
    }

    /// The stage of the call.
    pub fn stage(&self) -> Stage {
        self.call.state().phase.stage()
    }

    /// Milliseconds since the latest words began.
    pub fn after_ms(&self, now_secs: f64) -> u32 {
        let passed_ms = ((now_secs - self.asked_at_secs).max(0.0) * 1000.0).min(f64::from(u32::MAX / 2));
        passed_ms as u32 + self.skipped_ms
    }

    /// Whether the latest words are still being spoken.
    pub fn is_speaking(&self, now_secs: f64) -> bool {
        let is_on_the_phone = self.stage() == Stage::Talk && self.moment == Moment::Asking;
        (is_on_the_phone || self.moment == Moment::HungUp) && self.after_ms(now_secs) < self.call.speaking_ms()
    }

    /// When silence is heard, in milliseconds since the latest words began; none where no timer runs.
    pub fn deadline_ms(&self, thinking: Thinking) -> Option<u32> {
        let Phase::Talk { turn } = self.call.state().phase else { return None };
        let factor = match thinking {
            Thinking::Normal => 1,
            Thinking::Double => 2,
            Thinking::Unlimited => return None,
        };
        let think_ms = self.call.script().turns[turn.index()].think_secs * 1000 * factor;
        (self.moment == Moment::Asking).then(|| self.call.speaking_ms() + think_ms)
    }

    fn carry_out(&mut self, action: Action, now_secs: f64) {
        match action {
            Action::Dial => self.begin(Moment::Asking, now_secs),
            Action::WriteNote => self.begin(Moment::Asking, now_secs),
            Action::Reply(place) => self.take(Act::Reply(place), now_secs),
            Action::StaySilent => self.take(Act::StaySilent, now_secs),
            Action::Skip => self.skipped_ms = self.call.speaking_ms(),
            Action::Tick(reply) => match self.ticked.iter().position(|&ticked| ticked == reply) {
                Some(place) => drop(self.ticked.remove(place)),
                None => self.ticked.push(reply),
            },
            Action::GiveTicked => self.give_ticked(now_secs),
            Action::Scribble(text) => self.notepad = text,
            Action::Open(opened) => self.opened = opened,
            Action::RetryFrom(beat) => {
                self.call = self.call.back_to(beat);
                self.ticked.clear();
                self.opened = None;
                self.begin(Moment::Asking, now_secs);
            }
            Action::Show(side) => self.side = if self.side == side { Side::None } else { side },
            _ => {}
        }
    }

    fn begin(&mut self, moment: Moment, now_secs: f64) {
        self.moment = moment;
        self.asked_at_secs = now_secs;
        self.skipped_ms = 0;
    }

    fn take(&mut self, act: Act, now_secs: f64) {
        let was = self.stage();
        let input = Input { after_ms: self.after_ms(now_secs), act };
        // A key pressed for an answer that is no longer there is simply too late.
        if self.call.take(input).is_err() {
            return;
        }
        let has_ended = self.call.latest().iter().any(|event| matches!(event, Event::Ended(_)));
        let is_dialling = was == Stage::Prepare && self.stage() == Stage::Talk;
        self.begin(
            match (has_ended, is_dialling) {
                (true, _) => Moment::HungUp,
                (_, true) => Moment::ReadyToDial,
                _ => Moment::Asking,
            },
            now_secs,
        );
    }

    /// Ticks are given one by one, in the order shown, and then "that is all": the same inputs as in a terminal.
    fn give_ticked(&mut self, now_secs: f64) {
        let ticked = std::mem::take(&mut self.ticked);
        for reply in ticked.into_iter().chain([Reply::Enough]) {
            let place = self.call.replies().iter().position(|&offered| offered == reply);
            if let Some(place) = place.and_then(|place| u8::try_from(place).ok()) {
                self.take(Act::Reply(place), now_secs);
            }
        }
    }
}
