//! How often the window must be drawn, and what time alone brings about.

use crate::app::desk::{Action, Desk, Pace, Quizzing};

impl Desk {
    /// How often the window must be drawn.
    pub fn pace(&self) -> Pace {
        let sooner = [self.toast_leaves_secs(), self.face_moves_secs()].into_iter().flatten().min_by(f64::total_cmp);
        match (self.pace_of_practice(), sooner) {
            (Pace::Waiting | Pace::Until(_) | Pace::Resting, Some(secs)) if secs <= 0.0 => Pace::Speaking,
            (Pace::Waiting | Pace::Until(_) | Pace::Resting, _) if self.is_alive() => Pace::Living,
            (Pace::Resting, Some(secs)) => Pace::Until(secs),
            (Pace::Until(sooner), Some(secs)) => Pace::Until(sooner.min(secs)),
            (pace, _) => pace,
        }
    }

    fn pace_of_practice(&self) -> Pace {
        // Under a page everything rests but the wall's clock of an exam.
        if self.page().is_some() && !matches!(self.quiz, Some(Quizzing::Exam(_))) {
            return Pace::Resting;
        }
        if let Some(duty) = &self.duty {
            return match duty.rest_secs() {
                _ if duty.is_moving() => Pace::Speaking,
                Some(secs) => Pace::Until(secs),
                None => Pace::Resting,
            };
        }
        if let Some(Quizzing::Exam(room)) = &self.quiz {
            return room.rest_secs().map_or(Pace::Resting, Pace::Until);
        }
        match &self.sitting {
            Some(sitting) if sitting.is_speaking(self.now_secs) => Pace::Speaking,
            Some(sitting) if sitting.deadline_ms(self.preferences.thinking).is_some() => Pace::Waiting,
            _ => Pace::Resting,
        }
    }

    /// What time alone brings about.
    pub fn overdue(&self) -> Option<Action> {
        if self.page().is_some() {
            return None;
        }
        let sitting = self.sitting.as_ref()?;
        let deadline_ms = sitting.deadline_ms(self.preferences.thinking)?;
        (sitting.after_ms(self.now_secs) >= deadline_ms).then_some(Action::StaySilent)
    }
}
