//! What is on offer to practise, and what everything is called in the language wanted: records keep names in the language
//! of their day.

use std::collections::HashMap;

use crate::content::shelf::{Setting, Shelf};
use crate::record::attempt::Kind;
use crate::record::progress::advice::{Practisable, Subject};

/// What can be practised, and names.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Everything on the shelf that can be played.
    pub on_offer: Vec<Practisable>,
    names: HashMap<(Sort, String), String>,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A scenario.
    Call,
    /// A shift.
    Shift,
    /// An exam.
    Exam,
    /// A dimension of the rubric.
    Dimension,
    /// A criterion of the rubric or the scorecard.
    Criterion,
    /// A compliance rule.
    Rule,
}

impl Catalogue {
    /// Everything on a shelf that can be played; what cannot is left out.
    pub fn of(shelf: &Shelf, setting: Setting<'_>) -> Self {
        let mut catalogue = Self::default();
        for script in shelf.scenarios.iter().filter_map(|(_, scenario)| shelf.script(scenario, setting).ok()) {
            let standards = &script.standards;
            catalogue.on_offer.push(Practisable::of_script(&script));
            catalogue.name(Sort::Call, &script.id, &script.title);
            standards.dimensions.iter().for_each(|it| catalogue.name(Sort::Dimension, &it.id, &it.name));
            standards.criteria.iter().for_each(|it| catalogue.name(Sort::Criterion, &it.id, &it.name));
            standards.rules.iter().for_each(|it| catalogue.name(Sort::Rule, &it.id, &it.name));
        }
        for card in shelf.drills.iter().filter_map(|(_, drill)| shelf.shift(drill, setting).ok()) {
            catalogue.on_offer.push(Practisable::of_card(&card));
            catalogue.name(Sort::Shift, &card.id, &card.title);
            let criteria = card.scorecard.criteria.iter();
            criteria.for_each(|it| catalogue.name(Sort::Criterion, it.check.word(), &it.name));
        }
        for (_, exam) in &shelf.exams {
            let card = shelf.exam_card(exam, setting.language);
            catalogue.name(Sort::Exam, &card.id, &card.title);
        }
        catalogue
    }

    fn name(&mut self, sort: Sort, id: &str, name: &str) {
        self.names.entry((sort, id.to_owned())).or_insert_with(|| name.to_owned());
    }

    /// What something is called here; `kept`, its name in the records, where it is unknown.
    pub fn called(&self, sort: Sort, id: &str, kept: &str) -> String {
        self.names.get(&(sort, id.to_owned())).cloned().unwrap_or_else(|| kept.to_owned())
    }

    /// The title of a scenario, a shift or an exam; its id where it is unknown.
    pub fn title(&self, subject: &Subject) -> String {
        self.called(Sort::of(subject.kind), &subject.id, &subject.id)
    }
}

impl Sort {
    /// Of what kind a subject is.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Call => Self::Call,
            Kind::Shift => Self::Shift,
            Kind::Exam => Self::Exam,
        }
    }
}
