//! An exam had again from what was written down: worth the same, whoever tampers is found out, and whoever was cut off gains
//! no time. The small exam in `tests/quiz` has a question of each kind and two minutes.

mod support;

use std::fs;

use support::exam::{ALL, LIMIT, Sat as _, exam, handed_in};
use support::quiz::{blueprints, drawn, small_quiz, small_quiz_with};
use support::records::{Home, NAME, TODAY, assert_calm, files_with, join, store, whole_chain};
use support::shipped;
use three_rings::content::shelf::{Setting, Shelf};
use three_rings::disk::records::Keeper;
use three_rings::play::quiz::exam::{Act, Ended, Input, Refused, Sitting};
use three_rings::play::quiz::reply::Reply;
use three_rings::record::attempt::{Attempt, Kind, Status};
use three_rings::record::edition::Edition;
use three_rings::record::ledger::{Beginning, Ledger, PROGRAM, give_up};
use three_rings::record::op::Op;
use three_rings::record::profile::Profile;
use three_rings::record::replay::{Check, Lost, Replayed, Shelves};
use three_rings::record::summary::{ExamSummary, Summary};
use uuid::Uuid;

fn beginning(setting: Setting<'_>) -> Beginning<'_> {
    Beginning { id: Uuid::new_v4(), now: TODAY, setting, is_exam: true, retry: None }
}

/// An exam as it is kept once it is over, or thrown away.
fn kept(sitting: &Sitting, edition: &Edition) -> Attempt {
    let (page, _) = Ledger::new(Uuid::nil(), "run").exam(sitting, edition.clone(), beginning(Setting::default()));
    let Op::Finish { attempt, .. } = page.finish_exam(sitting) else { panic!("it is finished") };
    *attempt
}

fn edition_of(shelf: &Shelf) -> Edition {
    Edition::of_exam(shelf, "small-exam")
}

fn given_up() -> Sitting {
    let mut sitting = exam();
    sitting.right(1_000, "one");
    sitting.run_to(70_000);
    sitting
}

fn timed_out() -> Sitting {
    let mut sitting = given_up();
    sitting.right(80_000, "holds");
    sitting.run_to(LIMIT);
    sitting
}

mod had_again {
    use super::*;

    #[test]
    fn from_what_was_written_down_it_is_worth_the_same() {
        let edition = edition_of(&small_quiz());
        let mut shelves = Shelves::new([edition.clone()]);
        for (sitting, ended, status) in [
            (handed_in(), "handed-in", Status::Finished),
            (timed_out(), "time-up", Status::Finished),
            (given_up(), "given-up", Status::GivenUp),
        ] {
            let attempt = kept(&sitting, &edition);
            let Summary::Exam(summary) = &attempt.summary else { panic!("an exam") };
            assert_eq!((summary.ended.as_str(), attempt.status), (ended, status));
            assert_eq!((summary.score, summary.used_ms), (sitting.score(), sitting.now_ms()));
            assert_eq!(shelves.check(&attempt, PROGRAM), Check::Same, "{ended}");
        }
    }

    #[test]
    fn a_summary_says_what_was_asked_and_of_which_items() {
        let summary = ExamSummary::of(&handed_in());
        assert_eq!((summary.score, summary.passed, summary.limit_ms, summary.used_ms), (62, true, LIMIT, 50_000));
        let of = |id: &str| summary.questions.iter().find(|it| it.id == id).expect("asked");
        assert_eq!(
            [of("one").credit, of("spoken").credit, of("at-fault").credit, of("noted").credit],
            [1000, 0, 500, 0]
        );
        assert_eq!([of("spoken").answered, of("at-fault").answered, of("noted").answered], [true, false, false]);
        let item = summary.items.iter().find(|it| it.item == 45).expect("asked");
        assert_eq!((item.right, item.asked), (3, 4), "one, holds, how-many; not in-words");
        assert!(!ExamSummary::of(&given_up()).passed);
    }

    #[test]
    fn thrown_away_it_passes_nobody() {
        let mut sitting = exam();
        ALL.iter().for_each(|id| sitting.right(1_000, id));
        let Summary::Exam(summary) = kept(&sitting, &edition_of(&small_quiz())).summary else { panic!("an exam") };
        assert_eq!((summary.score, summary.passed, summary.ended.as_str()), (100, false, "given-up"));
    }

    #[test]
    fn an_altered_line_is_refused_or_worth_something_else() {
        let edition = edition_of(&small_quiz());
        let mut shelves = Shelves::new([edition.clone()]);
        let attempt = kept(&handed_in(), &edition);
        let mut altered = |line: usize, from: &str, to: &str| {
            let mut attempt = attempt.clone();
            let lines = attempt.inputs.as_mut().expect("lines");
            assert!(lines[line].contains(from), "no {from} in {}", lines[line]);
            lines[line] = lines[line].replace(from, to);
            shelves.check(&attempt, PROGRAM)
        };
        assert_eq!(altered(0, "\"Pick\":1", "\"Pick\":0"), Check::Different);
        assert_eq!(altered(7, "[1,1]", "[0,0]"), Check::Different);
        assert_eq!(altered(11, "50000", "60000"), Check::Different, "the time it took counts");
        assert_eq!(altered(0, "\"Pick\":1", "\"Pick\":9"), Check::Lost(Lost::Input(0)));
        assert_eq!(altered(10, "40000", "10"), Check::Lost(Lost::Input(10)), "the clock would have run back");
        assert_eq!(altered(11, "50000", "120000"), Check::Lost(Lost::Input(11)), "after its time was up");
        assert_eq!(altered(8, "{", ""), Check::Lost(Lost::Input(0)));
    }

    #[test]
    fn an_answer_put_in_or_taken_out_afterwards_is_found() {
        let edition = edition_of(&small_quiz());
        let mut shelves = Shelves::new([edition.clone()]);
        for at in [0, 7, 10] {
            let mut attempt = kept(&handed_in(), &edition);
            attempt.inputs.as_mut().expect("lines").remove(at);
            assert_eq!(shelves.check(&attempt, PROGRAM), Check::Different, "line {at}");
        }
        let mut attempt = kept(&timed_out(), &edition);
        let lines = attempt.inputs.as_mut().expect("lines");
        lines.push(lines[1].replace("80000", "119999").replace("Says\":true", "Says\":false"));
        assert_eq!(shelves.check(&attempt, PROGRAM), Check::Different);
        attempt.setup.seed += 1;
        assert_ne!(shelves.check(&attempt, PROGRAM), Check::Same, "another paper");
    }

    #[test]
    fn a_bank_that_grew_since_changes_nothing_in_it() {
        let then = small_quiz();
        let edition = edition_of(&then);
        let attempt = kept(&handed_in(), &edition);
        let now = small_quiz_with(|name, text| {
            match name {
            "kinds.ron" => text.replacen("(say: \"第三声\", right: true)", "(say: \"响三声\", right: true)", 1).replace(
                "id: \"holds\"",
                "id: \"newer\", topic: Desk, items: [45], ask: \"问\", answer: TrueFalse(false), why: \"讲\"),\n(id: \"holds\"",
            ),
            _ => text,
        }
        });
        let (grown, mut shelves) = (edition_of(&now), Shelves::new([edition.clone()]));
        assert_ne!(grown.digest, edition.digest);
        shelves.add(grown.clone());
        assert_eq!(shelves.check(&attempt, PROGRAM), Check::Same);
        let Ok(Replayed::Exam(sitting)) = shelves.replay(&attempt) else { panic!("an exam") };
        assert!(sitting.paper().iter().all(|card| card.id.as_ref() != "newer"));
        let mut moved = attempt;
        moved.setup.edition = grown.digest;
        assert_ne!(shelves.check(&moved, PROGRAM), Check::Same, "with today's bank it would be another exam");
    }

    #[test]
    fn without_its_questions_it_is_lost_and_said_so() {
        let edition = edition_of(&small_quiz());
        let attempt = kept(&handed_in(), &edition);
        assert_eq!(Shelves::default().check(&attempt, PROGRAM), Check::Lost(Lost::Edition));
        let mut touched = edition.clone();
        touched.files[0].text = touched.files[0].text.replacen("right: true", "", 1);
        assert_eq!(Shelves::new([touched]).check(&attempt, PROGRAM), Check::Lost(Lost::Edition));
        let mut other = attempt.clone();
        other.setup.subject = "another-exam".into();
        assert_eq!(Shelves::new([edition.clone()]).check(&other, PROGRAM), Check::Lost(Lost::Content));
        let anonymous = Attempt { inputs: None, ..attempt };
        assert_eq!(Shelves::new([edition]).check(&anonymous, PROGRAM), Check::Lost(Lost::Inputs));
    }

    #[test]
    fn one_that_ships_has_all_it_was_drawn_from_in_its_edition() {
        for blueprint in blueprints() {
            let mut sitting = drawn(&blueprint, 11);
            for place in 0..sitting.paper().len() {
                let reply = Reply::right(&sitting.paper()[place].task);
                sitting.take(Input { at_ms: 1_000, act: Act::Answer { place, reply } }).expect("it fits");
            }
            sitting.hand_in(2_000).expect("in time");
            let edition = Edition::of_exam(shipped(), &blueprint.id);
            let attempt = kept(&sitting, &edition);
            assert_eq!(Shelves::new([edition]).check(&attempt, PROGRAM), Check::Same, "{}", blueprint.id);
        }
    }
}

mod cut_off {
    use super::*;

    /// The exam again from its lines in another run of the program.
    fn resumed(sitting: &Sitting) -> Sitting {
        let edition = edition_of(&small_quiz());
        let attempt = kept(sitting, &edition);
        let mut shelves = Shelves::new([edition]);
        let lines = attempt.inputs.expect("lines");
        let Ok(Replayed::Exam(again)) = shelves.resume(&attempt.setup, &lines) else { panic!("it goes on") };
        again
    }

    #[test]
    fn it_goes_on_where_it_was() {
        let mut sitting = exam();
        sitting.right(1_000, "one");
        sitting.take(Input { at_ms: 2_000, act: Act::Flag { place: 4, is_on: true } }).expect("a question");
        let again = resumed(&sitting);
        assert_eq!((again.now_ms(), again.ended(), again.inputs()), (2_000, None, sitting.inputs()));
        assert!(again.is_flagged(4) && again.reply(again.place("one")) == Some(&Reply::Pick(Some(1))));
        let ids = |it: &Sitting| it.paper().iter().map(|card| card.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&again), ids(&sitting));
        assert!((0..12).all(|place| again.deal(place) == sitting.deal(place)));
    }

    #[test]
    fn no_time_is_gained_while_nobody_sat_there() {
        let mut again = resumed(&given_up());
        again.run_to(70_000);
        assert_eq!(again.left_ms(), LIMIT - 70_000);
        again.right(70_000, "holds");
        again.run_to(200_000);
        assert_eq!((again.ended(), again.score()), (Some(Ended::TimeUp), 16));
    }

    #[test]
    fn a_clock_set_back_in_between_gains_nothing_since_the_last_tick() {
        let mut sitting = exam();
        sitting.right(1_000, "one");
        for at_ms in [20_000, 40_000, 60_000] {
            sitting.take(Input { at_ms, act: Act::Tick }).expect("in time");
        }
        sitting.run_to(64_000);
        let mut again = resumed(&sitting);
        again.run_to(3_000);
        assert_eq!((again.now_ms(), again.left_ms()), (60_000, LIMIT - 60_000));
        assert_eq!(again.answer(3_000, "holds", Reply::Says(Some(true))), Err(Refused::InThePast));
    }
}

mod in_the_records {
    use super::*;

    /// An answer nobody else would type.
    const TYPED: &str = "尾号八八六六的周晓雯";

    /// Sits the small exam as somebody, every answer written down as it is given, up to some of them.
    fn sit(keeper: &mut Keeper, who: &Profile, answers: usize) -> Sitting {
        let shelf = small_quiz();
        let mut sitting = exam();
        let mut ledger = Ledger::new(who.id, &keeper.run().to_string());
        let (mut page, ops) = ledger.exam(&sitting, edition_of(&shelf), beginning(Setting::default()));
        ops.into_iter().for_each(|op| keeper.take(op));
        for (at_ms, id) in (1_000..).zip(&ALL[..answers.min(ALL.len())]) {
            match *id {
                "noted" => sitting.answer(at_ms, id, Reply::Notes(vec![TYPED.into(); 6])).expect("it fits"),
                _ => sitting.right(at_ms, id),
            }
            page.exam_lines(&sitting).into_iter().for_each(|op| keeper.take(op));
        }
        if answers >= ALL.len() {
            sitting.hand_in(60_000).expect("in time");
            page.exam_lines(&sitting).into_iter().for_each(|op| keeper.take(op));
            keeper.take(page.finish_exam(&sitting));
        }
        assert_calm(keeper);
        sitting
    }

    fn a_trainee() -> (Home, Profile) {
        let home = Home::quick();
        let who = join(&mut home.keeper(), NAME);
        (home, who)
    }

    #[test]
    fn it_is_the_same_after_the_program_was_closed() {
        let (home, who) = a_trainee();
        let sitting = sit(&mut home.keeper(), &who, ALL.len());
        let keeper = home.keeper();
        assert_eq!(whole_chain(store(&keeper), who.id).len(), 1, "it is worth, had again, what was kept");
        let kept = store(&keeper).kept(who.id).expect("readable").remove(0).attempt;
        assert_eq!((kept.setup.kind, kept.status, kept.lasted_ms), (Kind::Exam, Status::Finished, 60_000));
        assert_eq!(kept.summary, Summary::Exam(ExamSummary::of(&sitting)));
        assert!(store(&keeper).unfinished(who.id).expect("readable").is_empty());
    }

    #[test]
    fn one_that_was_broken_off_goes_on_in_another_run_and_is_kept_whole() {
        let (home, who) = a_trainee();
        let before = sit(&mut home.keeper(), &who, 5);
        let mut keeper = home.keeper();
        let open = store(&keeper).unfinished(who.id).expect("readable").remove(0);
        let mut shelves = Shelves::new(store(&keeper).editions().expect("editions"));
        let Ok(Replayed::Exam(mut sitting)) = shelves.resume(&open.setup, &open.inputs) else { panic!("an exam") };
        assert_eq!(sitting.inputs(), before.inputs());
        let (mut page, op) = Ledger::new(who.id, &keeper.run().to_string()).resume(open);
        keeper.take(op);
        sitting.right(90_000, "in-words");
        sitting.run_to(LIMIT);
        page.exam_lines(&sitting).into_iter().for_each(|op| keeper.take(op));
        keeper.take(page.finish_exam(&sitting));
        assert_calm(&keeper);
        drop(keeper);
        let keeper = home.keeper();
        assert_eq!(whole_chain(store(&keeper), who.id), [page.setup.id]);
        let Summary::Exam(summary) = &store(&keeper).kept(who.id).expect("readable")[0].attempt.summary else {
            panic!()
        };
        assert_eq!((summary.score, summary.ended.as_str()), (50, "time-up"), "six of twelve");
    }

    #[test]
    fn one_that_was_thrown_away_is_kept_as_far_as_it_went() {
        let (home, who) = a_trainee();
        sit(&mut home.keeper(), &who, 3);
        let mut keeper = home.keeper();
        let open = store(&keeper).unfinished(who.id).expect("readable").remove(0);
        let mut shelves = Shelves::new(store(&keeper).editions().expect("editions"));
        let replayed = shelves.resume(&open.setup, &open.inputs).ok();
        keeper.take(give_up(&open, replayed.as_ref()));
        assert_eq!(whole_chain(store(&keeper), who.id), [open.setup.id]);
        let kept = store(&keeper).kept(who.id).expect("readable").remove(0).attempt;
        assert_eq!(kept.status, Status::GivenUp);
    }

    #[test]
    fn taken_along_it_is_the_same_exam_elsewhere() {
        let ((home, who), other) = (a_trainee(), Home::quick());
        sit(&mut home.keeper(), &who, ALL.len());
        let out = home.path("along.json").display().to_string();
        home.succeed(&["profile", "export", NAME, "--out", &out]);
        home.succeed(&["verify", &out]);
        other.succeed(&["profile", "import", &out]);
        let (here, there) = (home.keeper(), other.keeper());
        let kept = |keeper: &Keeper| store(keeper).kept(who.id).expect("readable");
        assert_eq!(kept(&here), kept(&there));
        assert_eq!(whole_chain(store(&there), who.id).len(), 1, "its questions came along");
    }

    #[test]
    fn made_anonymous_it_keeps_its_score_and_nothing_that_was_typed() {
        let (home, who) = a_trainee();
        let sitting = sit(&mut home.keeper(), &who, ALL.len());
        assert!(!files_with(&home.data(), TYPED).is_empty(), "while it is theirs it is there");
        home.succeed(&["profile", "anonymise", NAME, "--yes"]);
        assert_eq!(files_with(&home.data(), TYPED), Vec::<std::path::PathBuf>::new());
        let keeper = home.keeper();
        let now = store(&keeper).profiles().expect("readable").remove(0);
        let kept = store(&keeper).kept(now.id).expect("readable").remove(0).attempt;
        assert_eq!((kept.inputs, kept.summary), (None, Summary::Exam(ExamSummary::of(&sitting))));
        drop(keeper);
        assert_eq!(home.run(&["verify", &home.file().display().to_string()]).code, 0, "and the chain is sound");
    }

    #[test]
    fn deleted_nothing_of_it_is_left() {
        let (home, who) = a_trainee();
        sit(&mut home.keeper(), &who, ALL.len());
        sit(&mut home.keeper(), &who, 11);
        home.succeed(&["profile", "delete", NAME, "--yes"]);
        for text in [TYPED, NAME, &who.id.to_string()] {
            assert_eq!(files_with(&home.data(), text), Vec::<std::path::PathBuf>::new(), "{text}");
        }
        assert!(fs::exists(home.file()).expect("readable"));
    }
}
