//! The terminal face of questions: `quiz` from a file of answers, what it reports, and what it says when it cannot go on.
//! What is kept of it stands in `cli_quiz_kept.rs`.

mod support;

use std::fs;
use std::sync::Arc;

use serde_json::Value;
use support::quiz::{bank, blueprints, card, drawn, line_of, wrong};
use support::{Run, run_in};
use tempfile::TempDir;
use three_rings::content::quiz::Topic;
use three_rings::content::quiz::card::QuestionCard;
use three_rings::play::quiz::deal::Deal;
use three_rings::play::quiz::paper::of_topic;
use three_rings::play::quiz::reply::Reply;

const EXAM: &str = "first-week";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Runs `quiz` with these lines as its answers.
fn quiz(args: &[&str], lines: &str) -> Run {
    let folder = folder();
    fs::write(folder.path().join("answers.txt"), lines).expect("a file");
    run_in(folder.path(), &[&["quiz", "--answers", "answers.txt"], args].concat())
}

fn json(run: &Run) -> Value {
    assert!(run.out.starts_with('{') && run.out.ends_with("}\n"), "not one JSON object: {}{}", run.out, run.err);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}", run.out))
}

/// A line for each question of an exam, as a seed draws it.
fn exam_lines(id: &str, seed: u64, answer: impl Fn(&QuestionCard) -> Reply) -> Vec<String> {
    let blueprint = blueprints().find(|it| it.id.as_ref() == id).expect("it ships");
    let sitting = drawn(&blueprint, seed);
    (0..sitting.paper().len()).map(|place| line_of(sitting.deal(place), &answer(&sitting.paper()[place]))).collect()
}

/// The questions of a self-test.
fn asked(topic: Option<Topic>, count: usize, seed: u64) -> Vec<&'static Arc<QuestionCard>> {
    of_topic(topic, count, bank(), seed).into_iter().map(|entry| card(&entry.id)).collect()
}

/// A line for each of them.
fn lines(cards: &[&Arc<QuestionCard>], seed: u64, answer: impl Fn(&QuestionCard) -> Reply) -> String {
    cards.iter().map(|card| line_of(&Deal::new(card, seed), &answer(card)) + "\n").collect()
}

fn right(card: &QuestionCard) -> Reply {
    Reply::right(&card.task)
}

fn all_wrong(card: &QuestionCard) -> Reply {
    wrong(&card.task)
}

/// Ends with 2, with nothing but questions on standard output, and these words on standard error.
fn refused(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert!(!run.out.contains('{'), "no report: {}", run.out);
    words.iter().for_each(|word| assert!(run.err.contains(word), "no “{word}” in: {}", run.err));
}

mod an_exam {
    use super::*;

    #[test]
    fn answered_right_is_passed_with_100() {
        for id in [EXAM, "certificate"] {
            let run = quiz(&["--exam", id, "--seed", "4", "--json"], &exam_lines(id, 4, right).join("\n"));
            let report = json(&run);
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{id}");
            assert_eq!((&report["score"], &report["passed"]), (&100.into(), &true.into()), "{id}");
            assert_eq!((&report["mode"], &report["ended"]), (&"exam".into(), &"handed-in".into()));
        }
    }

    #[test]
    fn answered_wrongly_is_failed_with_nothing() {
        let run = quiz(&["--exam", EXAM, "--seed", "4", "--json"], &exam_lines(EXAM, 4, all_wrong).join("\n"));
        let report = json(&run);
        assert_eq!((run.code, run.err.as_str()), (1, ""));
        assert_eq!((&report["score"], &report["passed"], &report["pass_mark"]), (&0.into(), &false.into(), &70.into()));
    }

    #[test]
    fn is_not_commented_on_until_it_is_over() {
        let run = quiz(&["--exam", EXAM, "--seed", "4"], &exam_lines(EXAM, 4, all_wrong).join("\n"));
        let blueprint = blueprints().find(|it| it.id.as_ref() == EXAM).expect("it ships");
        for question in drawn(&blueprint, 4).paper() {
            assert!(run.out.contains(question.ask.as_ref()), "{} is asked", question.id);
            assert!(!run.out.contains(question.why.as_ref()), "{} is explained", question.id);
        }
        assert!(run.out.contains("第 20 题，共 20 题  剩 14:41"), "{}", run.out);
        assert!(run.out.contains(blueprint.title.as_ref()) && run.out.contains("△"), "{}", run.out);
    }

    #[test]
    fn is_worth_the_same_in_every_language() {
        let mixed = |card: &QuestionCard| if card.id.len().is_multiple_of(2) { right(card) } else { all_wrong(card) };
        let lines = exam_lines(EXAM, 9, mixed).join("\n");
        let of = |lang: &str| json(&quiz(&["--exam", EXAM, "--seed", "9", "--json", "--lang", lang], &lines));
        let (here, there, english) = (of("zh-Hans"), of("zh-Hant"), of("en"));
        for key in ["score", "questions", "items"] {
            assert_eq!((&here[key], &here[key]), (&there[key], &english[key]), "{key}");
        }
        let title = there["title"].as_str().expect("a title");
        assert!(title == "上崗小考", "{title}");
    }
}

mod a_self_test {
    use super::*;

    #[test]
    fn on_a_topic_asks_of_it_only_and_as_many_as_wanted() {
        let cards = asked(Some(Topic::Desk), 6, 2);
        let args = ["--topic", "DESK", "--count", "6", "--seed", "2", "--json"];
        let report = json(&quiz(&args, &lines(&cards, 2, right)));
        let questions = report["questions"].as_array().expect("a list");
        assert_eq!(questions.len(), 6);
        assert!(questions.iter().all(|it| it["topic"] == "Desk" && it["credit"] == 1000), "{report}");
        assert_eq!((&report["score"], &report["passed"], &report["title"]), (&100.into(), &Value::Null, &Value::Null));
    }

    #[test]
    fn answered_wrongly_is_no_failure() {
        let cards = asked(None, 10, 3);
        let run = quiz(&["--seed", "3", "--json"], &lines(&cards, 3, all_wrong));
        assert_eq!((run.code, &json(&run)["score"]), (0, &0.into()));
    }

    #[test]
    fn comments_on_every_answer_with_what_is_right_and_why() {
        let cards = asked(Some(Topic::Law), 5, 8);
        let args = ["--topic", "law", "--count", "5", "--seed", "8"];
        let (wrongly, rightly) = (quiz(&args, &lines(&cards, 8, all_wrong)), quiz(&args, &lines(&cards, 8, right)));
        for card in &cards {
            assert!(wrongly.out.contains(card.why.as_ref()) && rightly.out.contains(card.why.as_ref()), "{}", card.id);
            for law in &card.laws {
                assert!(wrongly.out.contains(law.article.as_ref()), "{}", card.id);
            }
        }
        assert_eq!(wrongly.out.matches("正确：").count(), 5);
        assert_eq!((rightly.out.matches("正确：").count(), rightly.out.matches("✓ ").count()), (0, 5));
        assert!(rightly.out.contains("答了 5 题，全对 5 题。"), "{}", rightly.out);
    }

    #[test]
    fn says_which_of_the_47_items_are_known_shaky_and_unseen() {
        let cards = asked(Some(Topic::Methods), 4, 1);
        let args = ["--topic", "methods", "--count", "4", "--seed", "1", "--json"];
        let report = json(&quiz(&args, &lines(&cards, 1, right)));
        let items = report["items"].as_array().expect("a list");
        assert_eq!(items.len(), 47);
        for item in items {
            let number = u32::try_from(item["item"].as_u64().expect("a number")).expect("small");
            let asked = cards.iter().filter(|card| card.items.contains(&number)).count() as u64;
            assert_eq!((item["asked"].as_u64(), item["right"].as_u64()), (Some(asked), Some(asked)), "{item}");
            assert_eq!(item["knowledge"], if asked == 0 { "unseen" } else { "shaky" }, "a day is not enough: {item}");
        }
    }
}

#[test]
fn the_same_seed_prints_the_same_bytes_and_another_one_others() {
    for json in [&["--json"][..], &[]] {
        let of = |seed: &str, lines: &str| quiz(&[&["--topic", "moves", "--seed", seed], json].concat(), lines).out;
        let five = lines(&asked(Some(Topic::Moves), 10, 5), 5, right);
        let six = lines(&asked(Some(Topic::Moves), 10, 6), 6, right);
        assert_eq!(of("5", &five), of("5", &five));
        assert_ne!(of("5", &five), of("6", &six));
    }
    let lines = exam_lines(EXAM, 5, all_wrong).join("\n");
    let exam = || quiz(&["--exam", EXAM, "--seed", "5", "--json"], &lines).out;
    assert_eq!(exam(), exam());
}

#[test]
fn the_report_has_every_key_that_scripts_were_promised() {
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    let report = json(&quiz(&["--exam", EXAM, "--seed", "4", "--json"], &exam_lines(EXAM, 4, right).join("\n")));
    let wanted = ["mode", "title", "seed", "score", "pass_mark", "passed", "ended", "questions", "items"];
    assert_eq!(keys(&report), wanted);
    assert_eq!(keys(&report["questions"][0]), ["id", "kind", "topic", "items", "credit", "reply"]);
    assert_eq!(keys(&report["items"][0]), ["item", "knowledge", "right", "asked"]);
    assert_eq!(report["seed"], "4", "as text: readers of JSON round large numbers");
    let reply = report["questions"][0]["reply"].as_str().expect("as it is kept");
    assert!(Reply::read(reply).is_some(), "{reply}");
}

mod a_file_of_answers {
    use super::*;

    #[test]
    fn may_have_remarks_blank_lines_and_windows_line_ends() {
        let plain = exam_lines(EXAM, 4, right);
        let decorated = format!("\u{feff}# 上岗小考\r\n\r\n{}\r\n# 完\r\n", plain.join("\r\n\r\n  # 下一题\r\n"));
        let args = ["--exam", EXAM, "--seed", "4", "--json"];
        assert_eq!(quiz(&args, &decorated).out, quiz(&args, &plain.join("\n")).out);
    }

    #[test]
    fn with_answers_to_spare_says_so() {
        let lines = lines(&asked(None, 3, 3), 3, right) + "1\n2\n";
        let run = quiz(&["--count", "3", "--seed", "3", "--json"], &lines);
        assert_eq!((run.code, &json(&run)["score"]), (0, &100.into()));
        assert!(run.err.contains("还剩 2 个回答") && !run.err.contains("通话"), "{}", run.err);
    }

    #[test]
    fn that_ends_too_early_says_after_how_many_and_at_which_question() {
        let lines = exam_lines(EXAM, 4, right);
        let run = quiz(&["--exam", EXAM, "--seed", "4", "--json"], &lines[..7].join("\n"));
        let blueprint = blueprints().find(|it| it.id.as_ref() == EXAM).expect("it ships");
        refused(&run, &["只有 7 个", drawn(&blueprint, 4).paper()[7].id.as_ref()]);
        refused(&quiz(&["--json"], ""), &["answers.txt", "空文件"]);
        refused(&quiz(&["--json"], "# 只有注释\n"), &["只有 0 个"]);
    }

    #[test]
    fn with_something_that_is_no_answer_says_which_and_how_to_write_it() {
        let how_of =
            [("Single", "写一个序号"), ("TrueFalse", "写“对”或“不对”"), ("Multiple", "用空格隔开"), ("Call", "如 2 1")];
        for (kind, how) in how_of {
            let found = (0..200).find_map(|seed| {
                let cards = asked(None, 3, seed);
                (cards[2].task.word() == kind).then_some((seed, cards))
            });
            let (seed, cards) = found.expect("some seed asks one third");
            let lines = lines(&cards[..2], seed, right) + "随便吧\n";
            let run = quiz(&["--count", "3", "--seed", &seed.to_string(), "--json"], &lines);
            refused(&run, &["第 3 题", "随便吧", how]);
        }
    }

    #[test]
    fn may_leave_a_question_out_with_a_dash() {
        let blueprint = blueprints().find(|it| it.id.as_ref() == EXAM).expect("it ships");
        let left_out = |kind: &str| ["Single", "Multiple", "TrueFalse"].contains(&kind);
        let paper = drawn(&blueprint, 4);
        let lines: Vec<String> = (exam_lines(EXAM, 4, right).into_iter().zip(paper.paper()))
            .map(|(line, card)| if left_out(card.task.word()) { "-".to_owned() } else { line })
            .collect();
        let report = json(&quiz(&["--exam", EXAM, "--seed", "4", "--json"], &lines.join("\n")));
        for question in report["questions"].as_array().expect("a list") {
            let is_left_out = left_out(question["kind"].as_str().expect("a word"));
            assert_eq!(question["credit"], if is_left_out { 0 } else { 1000 }, "{question}");
        }
    }
}

#[test]
fn what_there_is_not_is_refused_with_what_there_is() {
    refused(&quiz(&["--topic", "laws"], "1"), &["laws", "law, moves, calls, methods, desk, lines"]);
    refused(
        &quiz(&["--exam", "first-weak"], "1"),
        &["first-weak", "certificate, first-week", "是不是想要“first-week”"],
    );
    let folder = folder();
    refused(&run_in(folder.path(), &["quiz", "--answers", "nowhere.txt"]), &["nowhere.txt"]);
    refused(&run_in(folder.path(), &["quiz", "--answers", "."]), &["文件夹"]);
    refused(&run_in(folder.path(), &["quiz", "--review"]), &["--profile"]);
    refused(&run_in(folder.path(), &["quiz", "--exam", EXAM, "--topic", "law"]), &["--topic"]);
    refused(&run_in(folder.path(), &["quiz", "--resume", "--exam", EXAM]), &["--profile"]);
    refused(&run_in(folder.path(), &["quiz", "--exam", EXAM, "--profile", "没有这个人"]), &["没有这个人"]);
}

#[test]
fn a_keyboard_that_falls_silent_is_no_result() {
    // Its standard input is empty.
    let folder = folder();
    refused(&run_in(folder.path(), &["quiz", "--json"]), &["没有答完"]);
    refused(&run_in(folder.path(), &["quiz", "--exam", EXAM, "--json"]), &["没有答完"]);
}

#[test]
fn an_authors_own_questions_and_exam_are_asked_too() {
    let folder = folder();
    fs::create_dir(folder.path().join("mine")).expect("a folder");
    for name in ["kinds.ron", "exam.ron"] {
        fs::copy(support::root("tests/quiz").join(name), folder.path().join("mine").join(name)).expect("a copy");
    }
    fs::write(folder.path().join("answers.txt"), "1\n".repeat(40)).expect("a file");
    let args = ["quiz", "--exam", "small-exam", "--answers", "answers.txt", "--scenarios", "mine", "--seed", "1"];
    let run = run_in(folder.path(), &args);
    assert!(run.out.contains("第 1 题，共 12 题"), "{}{}", run.out, run.err);
}
