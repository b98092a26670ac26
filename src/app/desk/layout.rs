//! What can be practised, laid out in the language and for the city of the window.

use std::sync::{Arc, OnceLock};

use crate::app::desk::Desk;
use crate::content::drill::card::DrillCard;
use crate::content::scenario::Difficulty;
use crate::play::call::Call;

impl Desk {
    /// Makes the scripts of the language; the easiest come first.
    pub fn lay_out(&mut self) {
        let setting = self.setting();
        let scripts = self.shelf.scenarios.iter().map(|(_, scenario)| self.shelf.script(scenario, setting));
        let (playable, broken): (Vec<_>, Vec<_>) = scripts.partition(Result::is_ok);
        self.unusable = broken.len();
        self.scripts = playable.into_iter().flatten().collect();
        self.shifts = self.lay_out_shifts();
        self.scripts.sort_by_key(|script| match script.difficulty {
            Difficulty::Easy => 0,
            Difficulty::Normal => 1,
            Difficulty::Hard => 2,
        });
    }

    /// The shifts in the language of the interface, the calmest first.
    fn lay_out_shifts(&mut self) -> Vec<Arc<DrillCard>> {
        let setting = self.setting();
        let shifts = self.shelf.drills.iter().map(|(_, drill)| self.shelf.shift_under(drill, self.rule, setting));
        let (workable, broken): (Vec<_>, Vec<_>) = shifts.partition(Result::is_ok);
        self.unusable += broken.len();
        let mut shifts: Vec<Arc<DrillCard>> = workable.into_iter().flatten().collect();
        shifts.sort_by_key(|card| (card.phones.len(), card.shift_ms));
        shifts
    }

    /// Makes the scripts anew in another language or city; a call goes on in it, since its inputs mean the same in all.
    pub fn lay_out_again(&mut self) {
        let selected = self.scripts.get(self.selected).map(|script| script.id.clone());
        self.lay_out();
        (self.board, self.stock) = (OnceLock::new(), OnceLock::new());
        self.quiz_in_other_words();
        let place = |id: &str| self.scripts.iter().position(|script| script.id.as_ref() == id);
        self.selected = selected.and_then(|id| place(&id)).unwrap_or(0);
        self.move_page();
        if let Some(sitting) = self.sitting.as_mut().filter(|sitting| sitting.edition.is_none())
            && let Some(script) = self.scripts.iter().find(|script| script.id == sitting.call.script().id)
            && let Ok(call) = Call::replay(script.clone(), sitting.call.seed(), &sitting.call.inputs())
        {
            sitting.call = call;
        }
        if let Some(duty) = self.duty.as_mut().filter(|duty| duty.edition.is_none())
            && let Some(card) = self.shifts.iter().find(|card| card.id == duty.shift.card().id)
        {
            duty.in_other_words(card.clone());
        }
    }
}
