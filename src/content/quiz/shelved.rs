//! Questions and exams as they stand on the shelf.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::bank::Place;
use super::card::{ExamCard, QuestionCard, Task};
use super::sketch::Sketch;
use super::{Exam, Question, Quiz, resolve};
use crate::content::check;
use crate::content::file::{Content, Sharing, read};
use crate::content::language::{Language, shared};
use crate::content::script::LawCard;
use crate::content::shelf::{Setting, Shelf, law_card};
use crate::diagnostic::{Diagnostic, Severity, Source};

/// A file of questions: what must be known of it at once, and the whole of it once one of them is wanted.
pub struct Stack {
    source: Source,
    sketch: Sketch,
    whole: OnceLock<Option<Quiz>>,
}

impl Stack {
    /// A file that was read.
    pub fn of(source: Source, quiz: Quiz) -> Self {
        let sketch = Sketch::of(&quiz);
        Self { source, sketch, whole: OnceLock::from(Some(quiz)) }
    }

    /// A file that will be read when it is wanted.
    pub fn sketched(source: Source, sketch: Sketch) -> Self {
        Self { source, sketch, whole: OnceLock::new() }
    }

    /// The file.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What must be known of it at once.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The whole of it; none where it cannot be read.
    pub fn quiz(&self) -> Option<&Quiz> {
        let read = || match read(&self.source.text).0 {
            Some(Content::Quiz(quiz)) => Some(quiz),
            _ => None,
        };
        self.whole.get_or_init(read).as_ref()
    }
}

impl Shelf {
    /// Puts a file of questions on the shelf, in the place of one with the same id.
    pub fn stack(&mut self, stack: Stack) {
        let same = self.quizzes.iter().position(|known| known.sketch.id == stack.sketch.id);
        match same {
            Some(same) => self.quizzes[same] = stack,
            None => self.quizzes.push(stack),
        }
    }

    /// The question at a place.
    pub fn question(&self, place: Place) -> Option<&Question> {
        let stack = self.quizzes.get(place.quiz as usize)?;
        let slip = stack.sketch.slips.get(place.question as usize)?;
        let question = stack.quiz()?.questions.get(place.question as usize)?;
        (*question.id.value == *slip.id).then_some(question)
    }

    /// A question ready to be asked in a language.
    ///
    /// # Errors
    /// With every problem, when there is one that keeps it from being asked.
    pub fn asked(&self, question: &Question, setting: Setting<'_>) -> Result<Arc<QuestionCard>, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        check::question(question, self, &mut problems);
        let is_sound = problems.iter().all(|problem| problem.severity != Severity::Error);
        let card = resolve::resolve(question, self, setting);
        // A scenario that cannot be played lends no turns.
        let has_turns = !matches!(&card.task, Task::Call { exchanges, .. } if exchanges.is_empty());
        if is_sound && has_turns { Ok(Arc::new(card)) } else { Err(problems) }
    }

    /// The exam of an id.
    pub fn exam(&self, id: &str) -> Option<&(Source, Exam)> {
        self.exams.iter().find(|(_, exam)| exam.id.value == id)
    }

    /// A blueprint ready to be drawn from, in a language.
    pub fn exam_card(&self, exam: &Exam, language: Language) -> ExamCard {
        resolve::exam(exam, &self.wordbook(language).of(&exam.id.value))
    }

    /// An article in a language.
    pub fn law_card(&self, id: &str, language: Language) -> Option<LawCard> {
        let law = self.laws.iter().find(|law| law.id.value == id)?;
        Some(law_card(law, &self.wordbook(language).of(shared::LAWS)))
    }

    /// The file a question stands in.
    pub fn stack_of(&self, question: &Question) -> Option<&Stack> {
        let has = |stack: &&Stack| stack.sketch.slips.iter().any(|slip| *slip.id == *question.id.value);
        self.quizzes.iter().find(has)
    }

    /// Every file an exam is drawn from: all questions, and whatever these quote.
    pub fn sources_of_exam(&self, id: &str) -> Vec<&Source> {
        let quizzes = self.quizzes.iter().map(Stack::source);
        let own = self.exam(id).map(|(source, _)| source);
        let is_of_these = |of: &str| of == id || self.quizzes.iter().any(|stack| *stack.sketch.id == *of);
        let translations = self.translations.iter().filter(|(_, it)| is_of_these(&it.of.value.0)).map(|(it, _)| it);
        let mut quoted: Vec<&str> =
            self.quizzes.iter().flat_map(|it| &it.sketch.slips).filter_map(|it| it.scenario.as_deref()).collect();
        quoted.sort_unstable();
        quoted.dedup();
        let calls = quoted.into_iter().flat_map(|scenario| self.sources_of_call(scenario));
        let mut sources: Vec<&Source> =
            self.shared_by(Sharing::Calls).chain(calls).chain(quizzes).chain(own).chain(translations).collect();
        let mut seen = BTreeSet::new();
        sources.retain(|source| seen.insert(&source.name));
        sources
    }
}
