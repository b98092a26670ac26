//! What is written down of what a trainee does, and how an attempt is had again.

use uuid::Uuid;

use crate::app::desk::trainee::Who;
use crate::app::desk::{Desk, Duty, Quizzing, Room, Sitting, View};
use crate::app::keeping::Ask;
use crate::cli::now;
use crate::content::shelf::{Setting, Shelf};
use crate::record::attempt::{Attempt, Open, Retry, Setup};
use crate::record::edition::{Digest, Edition};
use crate::record::ledger::{Beginning, Ledger};
use crate::record::op::Op;
use crate::record::replay::Replayed;
use crate::record::study::{Card, failed_in, missed_in};

impl Desk {
    /// Goes on with an attempt that was not finished.
    pub fn resume(&mut self, attempt: Uuid) {
        self.ask_about(attempt, Ask::Resume);
    }

    /// Throws away an attempt that was not finished.
    pub fn give_up(&mut self, attempt: Uuid) {
        self.ask_about(attempt, Ask::GiveUp);
    }

    fn ask_about(&self, attempt: Uuid, ask: fn(Box<Open>) -> Ask) {
        let (Some(records), Some(trainee)) = (&self.records, self.trainee()) else { return };
        if let Some(open) = trainee.unfinished.iter().find(|open| open.setup.id == attempt) {
            records.ask(ask(Box::new(open.clone())));
        }
    }

    /// Shows a finished attempt again.
    pub fn look_back(&self, attempt: Uuid) {
        let (Some(records), Some(trainee)) = (&self.records, self.trainee()) else { return };
        if let Some(kept) = trainee.kept.iter().find(|kept| kept.attempt.setup.id == attempt) {
            records.ask(Ask::Replay(Box::new(kept.attempt.clone())));
        }
    }

    /// An attempt that was not finished goes on.
    pub fn go_on(&mut self, open: Open, replayed: Replayed) {
        let Who::Trainee(trainee) = &mut self.who else { return };
        let notepad = open.notepad.clone();
        let (page, op) = trainee.ledger.resume(open);
        if let Some(records) = &self.records {
            records.write(op);
        }
        let setup = page.setup.clone();
        self.seat(&setup, replayed);
        if let Some(sitting) = &mut self.sitting {
            (sitting.page, sitting.notepad) = (Some(page), notepad);
        } else if let Some(duty) = &mut self.duty {
            duty.page = Some(page);
        } else if let Some(Quizzing::Exam(room)) = &mut self.quiz {
            (room.page, room.is_scheduled) = (Some(page), false);
            self.after_exam();
        }
        // Language and city may be others than when it was begun.
        self.move_page();
        // What was cut off between its last turn and its end comes to its end now.
        self.write_down();
    }

    /// A finished attempt is shown again.
    pub fn show_again(&mut self, attempt: &Attempt, replayed: Replayed) {
        self.seat(&attempt.setup, replayed);
        let id = Some(attempt.setup.id);
        if let Some(sitting) = &mut self.sitting {
            sitting.attempt = id;
        } else if let Some(duty) = &mut self.duty {
            duty.attempt = id;
        } else if let Some(Quizzing::Exam(room)) = &mut self.quiz {
            room.attempt = id;
        }
    }

    fn seat(&mut self, setup: &Setup, replayed: Replayed) {
        (self.sitting, self.duty, self.quiz) = (None, None, None);
        match replayed {
            Replayed::Call(call) => self.sitting = Some(Sitting::resumed(call, setup, self.now_secs)),
            Replayed::Shift(shift) => self.duty = Some(Duty::resumed(shift, setup, self.now_secs)),
            Replayed::Exam(sitting) => {
                let room = Room::resumed(sitting, setup.began, setup.edition.clone(), self.now_secs);
                self.quiz = Some(Quizzing::Exam(Box::new(room)));
            }
        }
        self.view = View::Home;
    }

    /// Writes down what is new of what is being practised.
    pub fn write_down(&mut self) {
        let setting = Setting { language: self.locale.language, city: &self.city };
        let (Who::Trainee(trainee), Some(records)) = (&mut self.who, &self.records) else { return };
        let written = if let Some(sitting) = &mut self.sitting {
            write_call(sitting, &mut trainee.ledger, &self.shelf, setting)
        } else if let Some(duty) = &mut self.duty {
            write_shift(duty, &mut trainee.ledger, &self.shelf, setting)
        } else if let Some(Quizzing::Exam(room)) = &mut self.quiz {
            write_exam(room, &mut trainee.ledger, &self.shelf, setting)
        } else {
            return;
        };
        let mut is_finished = false;
        for op in written {
            if let Op::Finish { attempt, .. } = &op {
                trainee.add(attempt);
                is_finished = true;
            }
            records.write(op);
        }
        if is_finished {
            self.board = std::sync::OnceLock::new();
            self.schedule_failed(&self.failed());
            self.load();
        }
    }

    /// What went wrong in the call or the shift that has just come to its end.
    fn failed(&self) -> Vec<Card> {
        match (&self.sitting, &self.duty) {
            (Some(sitting), _) => failed_in(&sitting.call),
            (None, Some(duty)) => missed_in(&duty.shift),
            (None, None) => Vec::new(),
        }
    }

    /// What stands on the note pad is kept with the call.
    pub fn keep_notepad(&self) {
        if let (Some(records), Some(sitting)) = (&self.records, &self.sitting)
            && let Some(page) = &sitting.page
        {
            records.write(page.scribbled(&sitting.notepad));
        }
    }

    /// Whatever is being practised is left as it is: it can be gone on with, unless nothing was done in it.
    pub fn put_away(&mut self) {
        let now_secs = self.now_secs;
        if let Some(room) = self.room() {
            room.leave(now_secs);
            self.write_down();
        }
        let page = self.sitting.as_mut().and_then(|it| it.page.take());
        let page = page.or_else(|| self.duty.as_mut().and_then(|it| it.page.take()));
        let page = page.or_else(|| self.room().and_then(|room| room.page.take()));
        let (Some(page), Some(records)) = (page, &self.records) else { return };
        if page.is_empty() {
            records.write(Op::Drop(page.setup.id));
        }
        self.load();
    }

    /// Language or city are others: what is being practised is finished in them.
    pub fn move_page(&mut self) {
        let setting = Setting { language: self.locale.language, city: &self.city };
        let page = self.sitting.as_mut().and_then(|it| it.page.as_mut());
        let page = page.or_else(|| self.duty.as_mut().and_then(|it| it.page.as_mut()));
        let of_exam = if let Some(Quizzing::Exam(room)) = &mut self.quiz { room.page.as_mut() } else { None };
        if let Some(page) = page.or(of_exam) {
            page.move_to(setting);
        }
    }

    fn room(&mut self) -> Option<&mut Room> {
        if let Some(Quizzing::Exam(room)) = &mut self.quiz { Some(room) } else { None }
    }
}

fn write_call(sitting: &mut Sitting, ledger: &mut Ledger, shelf: &Shelf, setting: Setting<'_>) -> Vec<Op> {
    let call = &sitting.call;
    let mut ops = Vec::new();
    if sitting.page.is_none() && !call.is_over() {
        let edition = edition(&sitting.edition, || Edition::of_call(shelf, &call.script().id));
        let retry = retry(&mut sitting.attempt, call.beats().len());
        let beginning = beginning(setting, sitting.is_exam, retry);
        let (page, begun) = ledger.call(call, edition, beginning);
        (sitting.page, ops) = (Some(page), begun);
    }
    let Some(page) = &mut sitting.page else { return ops };
    ops.extend(page.call_lines(call));
    if call.is_over() {
        ops.push(page.finish_call(call));
        sitting.attempt = Some(page.setup.id);
        sitting.page = None;
    }
    ops
}

fn write_shift(duty: &mut Duty, ledger: &mut Ledger, shelf: &Shelf, setting: Setting<'_>) -> Vec<Op> {
    let shift = &duty.shift;
    let mut ops = Vec::new();
    if duty.page.is_none() && !shift.state().is_over {
        let edition = edition(&duty.edition, || Edition::of_shift(shelf, &shift.card().id));
        let retry = retry(&mut duty.attempt, shift.inputs().len());
        let (page, begun) = ledger.shift(shift, edition, beginning(setting, false, retry));
        (duty.page, ops) = (Some(page), begun);
    }
    let Some(page) = &mut duty.page else { return ops };
    ops.extend(page.shift_lines(shift));
    if shift.state().is_over {
        ops.push(page.finish_shift(shift));
        duty.attempt = Some(page.setup.id);
        duty.page = None;
    }
    ops
}

fn write_exam(room: &mut Room, ledger: &mut Ledger, shelf: &Shelf, setting: Setting<'_>) -> Vec<Op> {
    let sitting = &room.sitting;
    let mut ops = Vec::new();
    if room.page.is_none() && sitting.ended().is_none() {
        let edition = edition(&room.edition, || Edition::of_exam(shelf, &sitting.card().id));
        let beginning = Beginning { now: room.began(), ..beginning(setting, true, None) };
        let (page, begun) = ledger.exam(sitting, edition, beginning);
        (room.page, ops) = (Some(page), begun);
    }
    let Some(page) = &mut room.page else { return ops };
    ops.extend(page.exam_lines(sitting));
    if sitting.ended().is_some() {
        ops.push(page.finish_exam(sitting));
        room.attempt = Some(page.setup.id);
        room.page = None;
    }
    ops
}

/// An edition that is kept already needs nothing but its name.
fn edition(kept: &Option<Digest>, today: impl FnOnce() -> Edition) -> Edition {
    match kept {
        Some(digest) => Edition { digest: digest.clone(), files: Vec::new() },
        None => today(),
    }
}

fn retry(attempt: &mut Option<Uuid>, done: usize) -> Option<Retry> {
    let of = attempt.take()?;
    Some(Retry { of, from: u32::try_from(done).unwrap_or(u32::MAX) })
}

fn beginning(setting: Setting<'_>, is_exam: bool, retry: Option<Retry>) -> Beginning<'_> {
    Beginning { id: Uuid::new_v4(), now: now(), setting, is_exam, retry }
}
