//! Names to numbers: where an answer leads, under which circumstances, and what it touches.

use super::Resolver;
use crate::content::names::{CRITERION, ENDING, FACT, FLAG, ORDER, RULE, look_up, sorted, worth_guessing};
use crate::content::scenario as authored;
use crate::content::script::*;
use crate::diagnostic::{Diagnostic, nearest};
use crate::id::{Bits, BreachId, EndingId, FlagId, NoteId, RuleId, TurnId};

impl Resolver<'_> {
    pub(super) fn routes(&mut self, branches: &[authored::Branch]) -> Vec<Route> {
        let route =
            |branch: &authored::Branch| Route { when: self.conditions(&branch.when), to: self.target(&branch.to) };
        branches.iter().map(route).collect()
    }

    pub(super) fn target(&mut self, to: &authored::Ref) -> Target {
        let name = to.value.0.as_str();
        if name.is_empty() {
            return Target::Nowhere;
        }
        self.names.target(name).unwrap_or_else(|| {
            let problem = Diagnostic::error("dangling-goto", to.at, format!("没有叫 `{name}` 的回合或结局"));
            if !worth_guessing(self.problems.len(), self.names.turns.len() + self.names.endings.len()) {
                self.problems.push(problem);
                return Target::Nowhere;
            }
            let known = sorted(self.names.turns.keys().chain(self.names.endings.keys()).copied());
            // Seen as what was probably meant, so that one typo does not also make a turn unreachable.
            let meant = nearest(name, &known).and_then(|near| self.names.target(near));
            self.problems.push(problem.suggest(name, known));
            meant.unwrap_or(Target::Nowhere)
        })
    }

    pub(super) fn turn_named(&mut self, name: &authored::Ref) -> TurnId {
        match self.target(name) {
            Target::Turn(turn) => turn,
            Target::Ending(_) => {
                let message = "通话要从一个回合开始，不能从结局开始";
                let problem = Diagnostic::error("dangling-goto", name.at, message);
                self.problems.push(problem.help("写第一个回合的 id"));
                TurnId(0)
            }
            Target::Nowhere => TurnId(0),
        }
    }

    pub(super) fn ending_named(&mut self, name: &authored::Ref) -> EndingId {
        EndingId::from(self.endings_named(std::slice::from_ref(name)).iter().next().unwrap_or(0))
    }

    pub(super) fn conditions(&mut self, conditions: &[authored::Condition]) -> Vec<Condition> {
        conditions.iter().map(|condition| self.condition(condition)).collect()
    }

    pub(super) fn condition(&mut self, condition: &authored::Condition) -> Condition {
        use authored::Condition as Written;
        let not = |condition| Condition::Not(Box::new(condition));
        match condition {
            Written::TrustAtLeast(level) => Condition::TrustAtLeast(level.0),
            Written::TrustBelow(level) => not(Condition::TrustAtLeast(level.0)),
            Written::PatienceAtLeast(level) => Condition::PatienceAtLeast(level.0),
            Written::PatienceBelow(level) => not(Condition::PatienceAtLeast(level.0)),
            Written::Has(flag) => self.flag(flag),
            Written::Lacks(flag) => not(self.flag(flag)),
            Written::Heard(fact) => match self.facts_told(std::slice::from_ref(fact)).iter().next() {
                Some(fact) => Condition::Heard(NoteId::from(fact)),
                None => Condition::Any(Vec::new()),
            },
            Written::Willing => Condition::TrustAtLeast(self.promises_at()),
            Written::Unwilling => not(Condition::TrustAtLeast(self.promises_at())),
            Written::DefectOpen => Condition::DefectOpen,
            Written::Any(any) => Condition::Any(self.conditions(any)),
            Written::Not(inner) => not(self.condition(inner)),
        }
    }

    pub(super) fn promises_at(&self) -> u8 {
        u8::try_from(self.temperament.promises_at.value.min(100)).unwrap_or(100)
    }

    pub(super) fn flag(&mut self, flag: &authored::Ref) -> Condition {
        match self.flags(std::slice::from_ref(flag)).iter().next() {
            Some(flag) => Condition::Has(FlagId::from(flag)),
            None => Condition::Any(Vec::new()),
        }
    }

    pub(super) fn flags(&mut self, names: &[authored::Ref]) -> Bits {
        look_up(names, &self.names.flags, FLAG, &mut self.problems).collect()
    }

    pub(super) fn facts_told(&mut self, names: &[authored::Ref]) -> Bits {
        look_up(names, &self.names.facts, FACT, &mut self.problems).collect()
    }

    pub(super) fn criteria(&mut self, names: &[authored::Ref]) -> Bits {
        look_up(names, &self.names.criteria, CRITERION, &mut self.problems).collect()
    }

    pub(super) fn addressed(&mut self, names: &[authored::Ref]) -> Bits {
        look_up(names, &self.names.orders, ORDER, &mut self.problems).collect()
    }

    pub(super) fn endings_named(&mut self, names: &[authored::Ref]) -> Bits {
        look_up(names, &self.names.endings, ENDING, &mut self.problems).collect()
    }

    pub(super) fn breaches(&mut self, names: &[authored::Ref]) -> Vec<BreachId> {
        let broken: Vec<usize> = look_up(names, &self.names.rules, RULE, &mut self.problems).collect();
        let first = self.breaches.len();
        self.breaches.extend(broken.into_iter().map(RuleId::from));
        (first..self.breaches.len()).map(BreachId::from).collect()
    }
}
