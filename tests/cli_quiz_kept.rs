//! Questions on the terminal that are kept: answers and exams under a trainee's name, reviews, and an exam that goes on
//! after the program was killed in the middle of it.

mod support;

use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use support::quiz::{bank, blueprints, card, drawn, line_of, wrong};
use support::records::{DAY_MS, NAME, store, whole_chain};
use support::{Run, run_in, shipped};
use tempfile::TempDir;
use three_rings::content::quiz::card::QuestionCard;
use three_rings::content::shelf::Setting;
use three_rings::disk::records::{Keeper, Store};
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::exam::{Act, Input, Sitting};
use three_rings::play::quiz::paper::of_topic;
use three_rings::play::quiz::reply::Reply;
use three_rings::record::attempt::Status;
use three_rings::record::edition::Edition;
use three_rings::record::ledger::{Beginning, Ledger};
use three_rings::record::moment::Moment;
use three_rings::record::profile::Profile;
use three_rings::record::summary::{ExamSummary, Summary};
use uuid::Uuid;

const EXAM: &str = "first-week";
const SEED: u64 = 4;

/// A folder with a trainee's records in it, and nothing of a trainer's.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        let desk = Self { folder };
        assert_eq!(desk.run(&["profile", "new", NAME]).code, 0);
        desk
    }

    fn run(&self, args: &[&str]) -> Run {
        run_in(self.folder.path(), &[&["--data", "data"], args].concat())
    }

    /// Runs `quiz` in the trainee's name with these lines as its answers.
    fn quiz(&self, args: &[&str], lines: &[String]) -> Run {
        fs::write(self.folder.path().join("answers.txt"), lines.join("\n")).expect("a file");
        self.run(&[&["quiz", "--profile", NAME, "--answers", "answers.txt", "--json"], args].concat())
    }

    /// The program with a pipe to it.
    fn start(&self, args: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_three-rings"));
        command.args(["--data", "data", "quiz", "--profile", NAME]).args(args).current_dir(self.folder.path());
        command.env("HOME", self.folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.spawn().expect("it starts")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn keeper(&self) -> Keeper {
        Keeper::open(&self.data(), Moment { unix_ms: now_ms(), offset_minutes: 480 }, Uuid::new_v4())
    }

    fn who(&self) -> Profile {
        store(&self.keeper()).profiles().expect("readable").remove(0)
    }
}

/// What the machine's clock says; the program reads the same.
fn now_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("before the year 292 million")
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}{}", run.out, run.err))
}

fn paper() -> Sitting {
    drawn(&blueprints().find(|it| it.id.as_ref() == EXAM).expect("it ships"), SEED)
}

/// A line for each question of the exam.
fn exam_lines(answer: impl Fn(&QuestionCard) -> Reply) -> Vec<String> {
    let sitting = paper();
    (0..sitting.paper().len()).map(|place| line_of(sitting.deal(place), &answer(&sitting.paper()[place]))).collect()
}

fn right(card: &QuestionCard) -> Reply {
    Reply::right(&card.task)
}

fn seeded() -> [&'static str; 4] {
    ["--exam", EXAM, "--seed", "4"]
}

fn the_one_exam(store: &Store, who: &Profile) -> (Status, ExamSummary) {
    let kept = store.kept(who.id).expect("readable");
    assert_eq!(kept.len(), 1);
    let Summary::Exam(summary) = kept[0].attempt.summary.clone() else { panic!("an exam") };
    (kept[0].attempt.status, summary)
}

mod kept {
    use super::*;

    #[test]
    fn an_exam_is_in_the_records_sound_and_exported() {
        let desk = Desk::new();
        let run = desk.quiz(&seeded(), &exam_lines(right));
        assert_eq!((run.code, &json(&run)["score"]), (0, &100.into()));
        let (status, summary) = the_one_exam(store(&desk.keeper()), &desk.who());
        assert_eq!((status, summary.score, summary.passed, summary.questions.len()), (Status::Finished, 100, true, 20));
        assert_eq!(whole_chain(store(&desk.keeper()), desk.who().id).len(), 1);
        let told = desk.run(&["verify", "data/records.db"]);
        assert!(told.code == 0 && told.out.contains("1 次演练"), "{}{}", told.out, told.err);
        let table = desk.run(&["export", "--format", "csv", "--profile", NAME]);
        let row = table.out.lines().find(|line| line.contains("上岗小考")).unwrap_or_else(|| panic!("{}", table.out));
        assert!(row.contains("考试") && row.contains("100"), "{row}");
    }

    #[test]
    fn an_exam_puts_what_it_asked_into_the_schedule() {
        let desk = Desk::new();
        desk.quiz(&seeded(), &exam_lines(|card| wrong(&card.task)));
        let reviews = store(&desk.keeper()).reviews(desk.who().id).expect("readable");
        assert_eq!(reviews.len(), 20);
        assert!(reviews.iter().all(three_rings::record::review::Review::is_lapsed));
    }

    #[test]
    fn every_answer_of_a_self_test_is_kept_and_its_card_scheduled() {
        let desk = Desk::new();
        let cards: Vec<_> = of_topic(None, 10, bank(), 3).into_iter().map(|entry| card(&entry.id)).collect();
        let lines: Vec<String> = cards.iter().map(|card| line_of(&Deal::new(card, 3), &right(card))).collect();
        assert_eq!(desk.quiz(&["--seed", "3"], &lines).code, 0);
        let keeper = desk.keeper();
        let answered = store(&keeper).answered(desk.who().id).expect("readable");
        let ids: Vec<&str> = answered.iter().map(|it| it.question.as_str()).collect();
        assert_eq!(ids, cards.iter().map(|card| card.id.as_ref()).collect::<Vec<_>>());
        for (answered, card) in answered.iter().zip(&cards) {
            assert_eq!((answered.credit, answered.predicted), (1000, None));
            assert!(Reply::read(&answered.answer).is_some_and(|reply| reply.fits(&card.task)), "{}", answered.answer);
        }
        assert_eq!(store(&keeper).reviews(desk.who().id).expect("readable").len(), 10);
    }

    #[test]
    fn without_a_name_nothing_is_kept() {
        let desk = Desk::new();
        fs::write(desk.folder.path().join("answers.txt"), exam_lines(right).join("\n")).expect("a file");
        let run = desk.run(&[&["quiz", "--answers", "answers.txt"], &seeded()[..]].concat());
        assert_eq!(run.code, 0);
        assert!(store(&desk.keeper()).kept(desk.who().id).expect("readable").is_empty());
    }
}

mod a_review {
    use super::*;

    /// Lines of which each question takes the first that is an answer to it.
    fn anything() -> String {
        let same = (1..=16).map(|len| vec!["1"; len].join(" "));
        let rising = (3..=9).map(|len| (1..=len).map(|it| it.to_string()).collect::<Vec<_>>().join(" "));
        let beside = (2..=7).map(|len| vec!["1/1"; len].join(" "));
        let round: Vec<String> = same.chain(rising).chain(beside).collect();
        (round.join("\n") + "\n").repeat(60)
    }

    fn review(desk: &Desk, count: &str) -> Vec<String> {
        let mut child = desk.start(&["--review", "--json", "--count", count]);
        let mut typed = child.stdin.take().expect("piped");
        // It stops reading once it has asked enough.
        let writing = std::thread::spawn(move || drop(typed.write_all(anything().as_bytes())));
        let output = child.wait_with_output().expect("its own child");
        writing.join().expect("written");
        let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
        assert_eq!((&report["mode"], output.status.code()), (&"review".into(), Some(0)));
        let questions = report["questions"].as_array().expect("a list");
        questions.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
    }

    fn points(ids: &[String]) -> Vec<&str> {
        let mut points: Vec<&str> = ids.iter().map(|id| card(id).point.as_ref()).collect();
        points.sort_unstable();
        points.dedup();
        points
    }

    #[test]
    fn asks_the_days_new_ones_and_none_of_them_twice() {
        let desk = Desk::new();
        let (morning, noon) = (review(&desk, "4"), review(&desk, "4"));
        let all = [morning.clone(), noon].concat();
        assert_eq!((morning.len(), points(&all).len()), (4, 8), "{all:?}");
        // Two new ones are left of the day's ten, and what was not known is only asked again because nothing else is left.
        let evening = review(&desk, "20");
        assert_eq!(points(&evening).len(), evening.len(), "nothing twice in one sitting");
        assert_eq!(evening.iter().filter(|id| !points(&all).contains(&card(id).point.as_ref())).count(), 2);
        let answered = store(&desk.keeper()).answered(desk.who().id).expect("readable");
        assert_eq!(answered.len(), 8 + evening.len());
    }
}

mod broken_off {
    use super::*;

    const PROMPT: &str = "选几？ ";

    /// Answers so many questions of the exam by keyboard, waits for the next, and is killed.
    fn killed_after(desk: &Desk, answers: usize) {
        let mut child = desk.start(&seeded());
        let mut typed = child.stdin.take().expect("piped");
        let mut said = BufReader::new(child.stdout.take().expect("piped"));
        let lines = exam_lines(right).into_iter().take(answers).map(Some);
        for line in lines.chain([None]) {
            let mut heard = Vec::new();
            let mut byte = [0];
            while !heard.ends_with(PROMPT.as_bytes()) {
                assert_eq!(said.read(&mut byte).expect("readable"), 1, "{}", String::from_utf8_lossy(&heard));
                heard.push(byte[0]);
            }
            if let Some(line) = line {
                typed.write_all(format!("{line}\n").as_bytes()).expect("it listens");
            }
        }
        child.kill().expect("its own child");
        child.wait().expect("its own child");
    }

    #[test]
    fn by_a_kill_it_goes_on_where_it_was() {
        let desk = Desk::new();
        killed_after(&desk, 7);
        let open = store(&desk.keeper()).unfinished(desk.who().id).expect("readable");
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].inputs.len(), 7, "every answer is written as it is given");
        // The rest is wrong; what was answered before counts.
        let rest: Vec<String> = exam_lines(|card| wrong(&card.task)).split_off(7);
        let run = desk.quiz(&["--exam", EXAM, "--resume"], &rest);
        let report = json(&run);
        assert_eq!((run.code, &report["score"], &report["seed"]), (1, &35.into(), &"4".into()), "seven of twenty");
        let credits = report["questions"].as_array().expect("a list").iter().map(|it| it["credit"] == 1000);
        assert_eq!(credits.collect::<Vec<_>>(), (0..20).map(|place| place < 7).collect::<Vec<_>>());
        let keeper = desk.keeper();
        assert_eq!(whole_chain(store(&keeper), desk.who().id), [open[0].setup.id]);
        assert!(store(&keeper).unfinished(desk.who().id).expect("readable").is_empty());
    }

    #[test]
    fn by_a_file_that_was_too_short_too() {
        let desk = Desk::new();
        let lines = exam_lines(right);
        assert_eq!(desk.quiz(&seeded(), &lines[..5]).code, 2);
        let run = desk.quiz(&["--exam", EXAM, "--resume"], &lines[5..]);
        assert_eq!((run.code, &json(&run)["score"]), (0, &100.into()));
        let again = desk.quiz(&["--exam", EXAM, "--resume"], &lines);
        assert!(again.code == 2 && again.err.contains("没有断在半路"), "{}", again.err);
    }

    /// An exam that was begun some time ago, with one answer five seconds later and a tick a minute after that.
    fn begun(desk: &Desk, ago_ms: i64) {
        let (mut keeper, who) = (desk.keeper(), desk.who());
        let mut sitting = paper();
        let began = Moment { unix_ms: now_ms() - ago_ms, offset_minutes: 480 };
        let mut ledger = Ledger::new(who.id, &keeper.run().to_string());
        let beginning =
            Beginning { id: Uuid::new_v4(), now: began, setting: Setting::default(), is_exam: true, retry: None };
        let (mut page, ops) = ledger.exam(&sitting, Edition::of_exam(shipped(), EXAM), beginning);
        ops.into_iter().for_each(|op| keeper.take(op));
        let reply = right(&sitting.paper()[0]);
        sitting.take(Input { at_ms: 5_000, act: Act::Answer { place: 0, reply } }).expect("it fits");
        sitting.take(Input { at_ms: 65_000, act: Act::Tick }).expect("in time");
        page.exam_lines(&sitting).into_iter().for_each(|op| keeper.take(op));
    }

    #[test]
    fn its_clock_went_on_while_nobody_sat_there() {
        let (desk, ago_ms) = (Desk::new(), 10 * 60_000);
        begun(&desk, ago_ms);
        let run = desk.quiz(&["--exam", EXAM, "--resume"], &exam_lines(right)[1..]);
        assert_eq!((run.code, &json(&run)["score"]), (0, &100.into()));
        let (_, summary) = the_one_exam(store(&desk.keeper()), &desk.who());
        assert!((600_000..660_000).contains(&summary.used_ms), "{}", summary.used_ms);
    }

    #[test]
    fn whoever_comes_back_after_its_time_is_too_late_however_much_later() {
        // In milliseconds the last two are more than 32 bits hold.
        for ago_ms in [16 * 60_000, DAY_MS, 50 * DAY_MS, 400 * DAY_MS] {
            let desk = Desk::new();
            begun(&desk, ago_ms);
            let run = desk.quiz(&["--exam", EXAM, "--resume"], &exam_lines(right)[1..]);
            let report = json(&run);
            assert_eq!((run.code, &report["ended"], &report["score"]), (1, &"time-up".into(), &5.into()), "{ago_ms}");
            assert_eq!(whole_chain(store(&desk.keeper()), desk.who().id).len(), 1);
        }
    }

    #[test]
    fn a_clock_set_back_gains_nothing_since_the_last_tick() {
        let desk = Desk::new();
        begun(&desk, -30 * 60_000);
        let mut child = desk.start(&["--exam", EXAM, "--resume"]);
        let lines = exam_lines(right)[1..].join("\n") + "\n";
        child.stdin.take().expect("piped").write_all(lines.as_bytes()).expect("it listens");
        let output = child.wait_with_output().expect("its own child");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
        let (_, summary) = the_one_exam(store(&desk.keeper()), &desk.who());
        assert!(summary.used_ms >= 65_000 && summary.score == 100, "{summary:?}");
    }

    #[test]
    fn of_two_the_latest_goes_on() {
        let desk = Desk::new();
        begun(&desk, 8 * 60_000);
        begun(&desk, 2 * 60_000);
        desk.quiz(&["--exam", EXAM, "--resume"], &exam_lines(right)[1..]);
        let (_, summary) = the_one_exam(store(&desk.keeper()), &desk.who());
        assert!((120_000..180_000).contains(&summary.used_ms), "{}", summary.used_ms);
    }
}
