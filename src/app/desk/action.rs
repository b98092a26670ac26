//! What a trainee can do in the window, and how it can be set.

use uuid::Uuid;

use crate::app::desk::{DoorAction, DutyAction, Lens, ManageAction, Page, QuizAction, Side};
use crate::content::drill::RingRule;
use crate::content::language::Language;
use crate::disk::records::Remedy;
use crate::play::offer::Reply;
use crate::record::progress::advice::Subject;

/// How the trainee likes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Light on dark.
    pub is_dark: bool,
    /// Percent of the normal size, 80-200.
    pub text_size_percent: u16,
    /// How long one may think.
    pub thinking: Thinking,
    /// How loud, 0-100 percent.
    pub volume_percent: u8,
    /// Whether nothing is heard.
    pub is_muted: bool,
    /// Whether owners' lines are spoken by the system's voice, where there is one.
    pub is_voiced: bool,
    /// Whether nothing moves that need not ("reduce motion").
    pub is_calm: bool,
    /// Whether single keys answer only together with Ctrl (WCAG 2.2, success criterion 2.1.4).
    pub keys_need_ctrl: bool,
}

/// The two halves of the work, and what one asks oneself about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Calls one makes.
    Calls,
    /// Calls one answers.
    FrontDesk,
    /// Questions.
    Quiz,
}

/// What is looked at while nothing is practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What can be practised.
    Home,
    /// What has become of practice.
    Progress,
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

impl Default for Preferences {
    fn default() -> Self {
        Self {
            is_dark: false,
            text_size_percent: 100,
            thinking: Thinking::Normal,
            volume_percent: 70,
            is_muted: false,
            is_voiced: false,
            is_calm: false,
            keys_need_ctrl: false,
        }
    }
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
    /// Open, turn or close a page over everything.
    Turned(Option<Page>),
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
    /// Look at one half of the work.
    Turn(Half),
    /// Look at a shift.
    SelectShift(usize),
    /// Choose the rule about apologising.
    Rule(RingRule),
    /// Begin the selected shift.
    StartShift,
    /// Something done during a shift.
    Duty(DutyAction),
    /// Change the volume, in percent.
    Loud(u8),
    /// Silence, and back.
    Mute(bool),
    /// Let owners' lines be spoken, or not.
    Voice(bool),
    /// Let nothing move that need not, or let it.
    Calm(bool),
    /// Let single keys answer only with Ctrl, or alone.
    CtrlKeys(bool),
    /// Take a toast away.
    Dismiss(usize),
    /// Something done at the door.
    Door(DoorAction),
    /// Look at something else.
    Visit(View),
    /// Let somebody else sit there.
    ChangePlaces,
    /// Something done with what is kept of the trainee.
    Manage(ManageAction),
    /// Go on with an attempt that was not finished.
    Resume(Uuid),
    /// Ask whether it is to be thrown away, or leave it.
    AskGiveUp(Option<Uuid>),
    /// Throw it away.
    GiveUp(Uuid),
    /// Leave what nobody keeps, or stay with it.
    Leave(bool),
    /// Look at a finished attempt again.
    LookBack(Uuid),
    /// Go on after records were lost.
    Remedy(Remedy),
    /// Try again to write what waits.
    RetryRecords,
    /// Something on the progress screen.
    Progress(ProgressAction),
    /// Something done with questions.
    Quiz(QuizAction),
}

impl Action {
    /// Whether it shows something else: a page that lies over everything is closed by it.
    pub fn goes_elsewhere(&self) -> bool {
        let is_managing = matches!(self, Self::Manage(ManageAction::Open(_)));
        is_managing || matches!(self, Self::Home | Self::Leave(_) | Self::Visit(_) | Self::ChangePlaces)
    }
}

/// What can be done on the progress screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ProgressAction {
    /// Show the scores by something else.
    Through(Lens),
    /// Show all that was practised, or only the latest.
    WholeHistory(bool),
    /// Go and practise something.
    Go(Subject),
}

/// How often the window must be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// Words are appearing.
    Speaking,
    /// The place is alive.
    Living,
    /// A timer runs.
    Waiting,
    /// Something will happen in so many seconds.
    Until(f64),
    /// Nothing moves.
    Resting,
}
