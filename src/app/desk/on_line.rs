//! Who is on the line, as somebody with a face: whom the trainee calls, or who has called the desk.

use crate::app::desk::{Desk, Duty, Sitting};
use crate::app::face::portrait::Portrait;
use crate::content::drill::card::CallerCard;
use crate::content::script::{Mood, Script};
use crate::play::debrief::debrief;
use crate::play::drill::offer::caller_of;
use crate::play::drill::state::{Call, Stage as CallStage, Who};
use crate::play::state::Stage;

/// How somebody feels who has just got through to the desk: trust and patience, 0-100.
const CALLER_BEGINS: Mood = Mood { trust: 50, patience: 55 };
/// What a good answer at the desk gains of both, and a bad one loses, in points.
const CALLER_GAINS: i32 = 8;
const CALLER_LOSES: i32 = 16;
/// What it costs of patience to be asked nothing until one asks into the silence, in points.
const NUDGE_LOSES: i32 = 10;

impl Desk {
    /// Brings the face of whoever is on the line to this moment.
    pub fn face_the_moment(&mut self) {
        let (now_secs, is_calm) = (self.now_secs, self.preferences.is_calm);
        if let Some(sitting) = &mut self.sitting {
            sitting.face_the_moment(now_secs, is_calm);
        }
        if let Some(duty) = &mut self.duty {
            duty.face_the_moment(now_secs, is_calm);
        }
    }

    /// In how many seconds the face of whoever is on the line moves again; never, where nobody is, or nothing moves.
    pub fn face_moves_secs(&self) -> Option<f64> {
        let sitting = self.sitting.as_ref().filter(|sitting| sitting.stage() == Stage::Talk);
        let of_call = sitting.and_then(|sitting| sitting.portrait.as_ref());
        let duty = self.duty.as_ref().filter(|duty| duty.is_running());
        let portrait = of_call.or_else(|| duty.and_then(|duty| duty.portrait.as_ref()))?;
        portrait.next_move_secs(self.now_secs)
    }
}

impl Sitting {
    fn face_the_moment(&mut self, now_secs: f64, is_calm: bool) {
        let speaker = speaker(self);
        let script = self.call.script();
        let who = speaker.clone().unwrap_or_else(|| script.id.to_string());
        if self.portrait.as_ref().is_none_or(|portrait| portrait.who != who) {
            let look = if speaker.is_none() { script.persona.look } else { None };
            self.portrait = Some(Portrait::of(&who, look));
        }
        let (mood, is_talking) = (self.call.state().mood, self.is_speaking(now_secs));
        if let Some(portrait) = &mut self.portrait {
            portrait.tick(mood, is_talking, is_calm, now_secs);
        }
    }
}

/// Who speaks, where it is not the owner: somebody at the same number, told apart by the turn they first speak in, so that
/// they look the same in every language.
fn speaker(sitting: &Sitting) -> Option<String> {
    let debrief = debrief(&sitting.call);
    let name = debrief.last_words.last()?.speaker?;
    let script: &Script = sitting.call.script();
    let first = script.turns.iter().find(|turn| turn.speaker.as_deref() == Some(name))?;
    Some(format!("{} {}", script.id, first.id))
}

impl Duty {
    fn face_the_moment(&mut self, now_secs: f64, is_calm: bool) {
        let state = self.shift.state();
        let on_line = state.in_hand.map(|place| &state.calls[place]);
        let Some(call) = on_line.filter(|call| call.stage != CallStage::Ringing) else {
            self.portrait = None;
            return;
        };
        let caller = caller_of(call, self.shift.context());
        let mood = mood_of(call, caller);
        let is_talking = state.now_ms < call.speaks_until_ms() && !self.clock.is_paused;
        if self.portrait.as_ref().is_none_or(|portrait| portrait.who != *caller.id) {
            self.portrait = Some(Portrait::of(&caller.id, caller.look));
        }
        if let Some(portrait) = &mut self.portrait {
            portrait.tick(mood, is_talking, is_calm, now_secs);
        }
    }
}

/// How somebody feels at the desk's phone, as far as a face shows it: by what was answered so far.
fn mood_of(call: &Call, caller: &CallerCard) -> Mood {
    let mut trust = i32::from(CALLER_BEGINS.trust);
    let mut patience = i32::from(CALLER_BEGINS.patience) - NUDGE_LOSES * i32::from(call.nudges);
    for said in &call.said {
        let change = match &said.who {
            Who::Reply(exchange, reply) => {
                let exchange = caller.talk.get(usize::from(*exchange));
                let is_best = exchange.and_then(|it| it.replies.get(usize::from(*reply))).is_none_or(|it| it.is_best);
                if is_best { CALLER_GAINS } else { -CALLER_LOSES }
            }
            Who::Standing(_, heard) if heard.is_whole() => CALLER_GAINS / 2,
            Who::Standing(..) => -CALLER_LOSES / 4,
            Who::Caller(_) => 0,
        };
        trust += change;
        patience += change;
    }
    let level = |points: i32| u8::try_from(points.clamp(0, 100)).unwrap_or_default();
    Mood { trust: level(trust), patience: level(patience) }
}
