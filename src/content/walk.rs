//! Every answer of a scenario, wherever it is offered: for whoever looks at all of them.

use crate::content::scenario::{Choice, Question, Scenario};
use crate::content::script::{Answer, Script};

impl Script {
    /// Every answer of every phase.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        let prepare = self.prepare.iter().flat_map(|step| &step.question.answers);
        let talk = self.turns.iter().flat_map(|turn| &turn.answers);
        let follow_up = self.follow_up.iter().flat_map(|question| &question.answers);
        prepare.chain(talk).chain(follow_up)
    }
}

impl Scenario {
    /// Every choice of every phase.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        let questions = self.questions().flat_map(|question| &question.choices);
        questions.chain(self.talk.turns.iter().flat_map(|turn| &turn.choices))
    }

    /// Every question on paper with one answer.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        let prepare = self.prepare.iter().flat_map(|it| [&it.work_orders, &it.time_slot, &it.entry_point, &it.thought]);
        prepare.flatten().chain(self.log.iter().filter_map(|log| log.follow_up.as_ref()))
    }
}
