//! The terminal face: `list`, `play`, `check`, their output, their exit codes, and what they say when it goes wrong.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::{Run, SHIPPED, Spoken, place_of, root, run, run_in, script, shipped, small, text_of};
use three_rings::play::call::Call;

/// The numbers to type for these words, in the small call with this seed.
fn numbers(seed: u64, words: &[&str]) -> String {
    let mut call = Call::new(script(small(), "small"), seed);
    let mut typed = Vec::new();
    for start in words {
        if *start == "-" {
            call.stay_silent();
            typed.push("-".to_owned());
        } else {
            let place = place_of(&call, start).unwrap_or_else(|problem| panic!("{problem}"));
            typed.push((place + 1).to_string());
            call.say(start);
        }
    }
    assert!(call.is_over(), "these words do not end the call");
    typed.join(",")
}

/// Plays the small call, which a trainer's folder adds to what ships.
fn play_small(args: &[&str]) -> Run {
    run(&[&["play", "small", "--scenarios", "tests/data"], args].concat())
}

fn json(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("not one JSON object: {error}\n{}", run.out))
}

const FULL_MARKS: [&str; 13] = [
    "业主通讯录",
    "回访记录表",
    "就这些",
    "您好，我是服务中心的小陈",
    "是我们没跟上",
    "9月至11月一共900元",
    "漏了一个月",
    "周六上午来交",
    "就这些",
    "厨房顶漏水",
    "就这些",
    "就这些",
    "周五下午回访",
];

/// Silence, a yellow line, a red one, an invented note and the wrong day.
const DIRTY: [&str; 11] = [
    "就这些",
    "-",
    "您欠了900元",
    "是我们没跟上",
    "您先交了900元",
    "周六上午来交",
    "就这些",
    "就这些",
    "他说肯定交",
    "就这些",
    "修好以后再打",
];

mod play {
    use super::*;

    #[test]
    fn a_scripted_call_prints_one_json_object() {
        let report = json(&play_small(&["--seed", "4", "--answers", &numbers(4, &FULL_MARKS), "--json"]));
        assert_eq!(report["scenario"], "small");
        assert_eq!(report["seed"], 4);
        assert_eq!(report["process"], 100);
        assert_eq!(report["compliance"], "clean");
        assert_eq!(report["outcome"], "Appointment");
        assert_eq!(report["breaches"], json!([]));
        let rows: Vec<Value> = report["dimensions"].as_array().expect("a list").clone();
        let rows: Vec<Value> = rows.iter().map(|row| json!([row["id"], row["score"], row["weight"]])).collect();
        let wanted = json!([
            ["prepare", 100, 10],
            ["opening", 100, 40],
            ["listening", 100, 20],
            ["driving", 100, 10],
            ["log", 100, 10],
            ["next", 100, 10]
        ]);
        assert_eq!(Value::from(rows), wanted);
        let turns = report["turns"].as_array().expect("a list");
        assert_eq!(turns.len(), FULL_MARKS.len(), "a row an answer");
        let greeting = &turns[3];
        assert_eq!(greeting["id"], "hello");
        assert_eq!(greeting["text"], "您好，我是服务中心的小陈，请问是5栋1单元702的王先生吗？");
        assert_eq!(greeting["why"], "先报家门，再核身。");
        let typed: Vec<String> = turns.iter().map(|turn| turn["choice"].to_string()).collect();
        assert_eq!(typed.join(","), numbers(4, &FULL_MARKS), "choices as they were typed");
    }

    #[test]
    fn breaches_name_the_rule_its_level_and_the_turn() {
        let report = json(&play_small(&["--answers", &numbers(1, &DIRTY), "--json"]));
        assert_eq!((&report["compliance"], &report["outcome"]), (&json!("red"), &json!("Appointment")));
        assert_eq!(report["verdict"], "EffectiveButNotCompliant");
        assert_eq!(report["passed"], false);
        let rows = report["breaches"].as_array().expect("a list").iter();
        let rows: Vec<Value> = rows.map(|row| json!([row["rule"], row["level"], row["turn"]])).collect();
        let wanted = json!([["MoneyBeforeIdentity", "red", "hello"], ["TiedCompensation", "yellow", "fee"]]);
        assert_eq!(Value::from(rows), wanted);
        assert_eq!(report["note"], json!({"told": 3, "kept": 1, "noted": 2, "invented": 1}));
        let silent = &report["turns"][1];
        assert_eq!((&silent["choice"], &silent["id"]), (&Value::Null, &json!("hello")), "silence is no choice");
    }

    #[test]
    fn the_same_scenario_seed_and_answers_print_the_same_bytes() {
        let answers = numbers(9, &DIRTY);
        let args = ["--seed", "9", "--answers", &answers, "--json"];
        assert_eq!(play_small(&args).out, play_small(&args).out);
        let told = play_small(&["--seed", "9", "--answers", &answers]);
        assert_eq!(told.out, play_small(&["--seed", "9", "--answers", &answers]).out);
    }

    #[test]
    fn scripted_play_without_a_seed_has_one_of_its_own() {
        let answers = numbers(1, &FULL_MARKS);
        assert_eq!(json(&play_small(&["--answers", &answers, "--json"]))["process"], 100);
    }

    #[test]
    fn json_is_all_there_is_on_standard_output() {
        let run = play_small(&["--answers", &numbers(1, &FULL_MARKS), "--json"]);
        assert!(run.out.starts_with('{') && run.out.ends_with("}\n"), "{}", run.out);
        assert_eq!(run.err, "");
    }

    #[test]
    fn told_in_words_it_has_the_case_the_owner_the_choices_the_whys_and_the_verdicts() {
        let run = play_small(&["--answers", &numbers(1, &FULL_MARKS)]);
        for words in ["5栋1单元702", "厨房漏水", "喂，哪位？", "先报家门，再核身。", "周六上午吧。", "100"]
        {
            assert!(run.out.contains(words), "no “{words}” in\n{}", run.out);
        }
        assert_eq!(run.code, 0);
    }

    #[test]
    fn an_exam_keeps_the_whys_for_the_end() {
        let answers = numbers(1, &FULL_MARKS);
        let (practice, exam) = (play_small(&["--answers", &answers]), play_small(&["--answers", &answers, "--exam"]));
        let why = "先报家门，再核身。";
        assert!(practice.out.find(why) < practice.out.find("周六上午吧。"));
        assert!(exam.out.find(why) > exam.out.find("周六上午吧。"));
        assert!(exam.out.contains(why));
    }

    #[test]
    fn answers_that_run_out_say_where() {
        let answers = numbers(1, &FULL_MARKS);
        let (four, _) = answers.match_indices(',').nth(3).expect("more than four");
        for json in [&["--json"][..], &[]] {
            let run = play_small(&[&["--answers", &answers[..four]], json].concat());
            assert_eq!(run.code, 2);
            assert!(run.err.contains('4') && run.err.contains("trouble"), "{}", run.err);
            assert!(!run.out.contains("\"process\""), "no report of half a call");
        }
        let none = play_small(&["--answers", "", "--json"]);
        assert_eq!(none.code, 2);
        assert!(none.err.contains("prepare.materials"), "{}", none.err);
    }

    #[test]
    fn an_answer_that_names_no_choice_says_which_and_what_there_is() {
        for (answers, wrong) in
            [("3,9", "9"), ("3,0", "0"), ("3,x", "x"), ("3,-", "-"), ("3,999999", "999999"), ("3,1.5", "1.5")]
        {
            let run = play_small(&["--seed", "4", "--answers", answers, "--json"]);
            assert_eq!(run.code, 2, "{answers}");
            let quoted = format!("“{wrong}”");
            assert!(run.err.contains(&quoted) && run.err.contains("第 2 个"), "{answers}: {}", run.err);
            assert!(run.err.contains("prepare.materials") && run.err.contains("1 到 3"), "{answers}: {}", run.err);
            assert_eq!(run.out, "");
        }
    }

    #[test]
    fn answers_left_over_are_told_and_do_no_harm() {
        let run = play_small(&["--answers", &format!("{},1,2", numbers(1, &FULL_MARKS)), "--json"]);
        assert!(run.err.contains('2'), "{}", run.err);
        assert_eq!(json(&run)["process"], 100);
    }

    #[test]
    fn answers_may_begin_with_a_silence_and_use_full_width_commas() {
        let full_width = numbers(1, &FULL_MARKS).replace(',', "，");
        assert_eq!(json(&play_small(&["--answers", &full_width, "--json"]))["process"], 100);
        let bare = ["play", "bare", "--scenarios", "tests/data", "--answers"];
        let silent = run(&[&bare[..], &["-", "--json"]].concat());
        assert_eq!(silent.code, 2, "the call is not over: {}", silent.err);
        assert!(silent.err.contains("hello"), "{}", silent.err);
        let all_the_way = vec!["-"; 40].join(",");
        let report = json(&run(&[&bare[..], &[&all_the_way, "--json"]].concat()));
        assert_eq!((&report["outcome"], &report["process"]), (&json!("HungUp"), &json!(0)));
    }

    #[test]
    fn by_hand_with_nobody_at_the_keyboard_it_says_so() {
        let run = play_small(&[]);
        assert_eq!(run.code, 2);
        assert!(!run.err.is_empty());
    }

    #[test]
    fn an_unknown_scenario_comes_with_the_nearest_one() {
        let run = run(&["play", "buzy-owner", "--answers", "1"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("buzy-owner") && run.err.contains("busy-owner"), "{}", run.err);
    }

    #[test]
    fn a_city_nobody_knows_is_refused() {
        let run = play_small(&["--city", "atlantis", "--answers", "1"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("atlantis"), "{}", run.err);
    }

    #[test]
    fn other_languages_are_worth_the_same() {
        let answers = numbers(1, &DIRTY);
        let here = json(&play_small(&["--answers", &answers, "--json"]));
        for lang in ["zh-Hant", "en"] {
            let there = json(&play_small(&["--lang", lang, "--answers", &answers, "--json"]));
            assert_eq!(there["process"], here["process"]);
            assert_eq!(there["turns"].as_array().map(Vec::len), here["turns"].as_array().map(Vec::len));
        }
        let traditional = play_small(&["--lang", "zh-Hant", "--answers", &answers, "--json"]);
        assert!(traditional.out.contains("還沒核身就說錢"), "{}", traditional.out);
    }

    #[test]
    fn a_broken_scenario_is_not_played_and_its_problems_are_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let broken = root("tests/invalid/dangling-goto.ron");
        fs::copy(broken, folder.path().join("call.ron")).expect("a file");
        let run = run_in(folder.path(), &["play", "minimal", "--scenarios", ".", "--answers", "1"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("error[dangling-goto]") && run.err.contains("call.ron:13:53"), "{}", run.err);
    }
}

mod list {
    use super::*;

    #[test]
    fn every_shipped_scenario_with_its_title() {
        let run = run(&["list"]);
        assert_eq!(run.code, 0);
        for id in SHIPPED {
            let (_, scenario) = shipped().scenario(id).expect("a shipped scenario");
            assert!(run.out.contains(id) && run.out.contains(&scenario.title.value), "{id} is not in\n{}", run.out);
        }
    }

    #[test]
    fn as_json() {
        let rows: Value = serde_json::from_str(&run(&["list", "--json"]).out).expect("JSON");
        let rows = rows.as_array().expect("a list");
        for id in SHIPPED {
            let row = rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("no {id}"));
            assert!(row["title"].is_string() && row["summary"].is_string() && row["items"].is_array(), "{row}");
        }
    }

    #[test]
    fn a_trainers_folder_adds_to_it_and_its_bad_files_do_no_harm() {
        let added = run(&["list", "--scenarios", "tests/data"]);
        assert!(added.out.contains("漏水的王先生") && added.out.contains("busy-owner"));
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("bad.ron"), "Scenario(").expect("a file");
        fs::copy(root("tests/invalid/beside/minimal.ron"), folder.path().join("good.ron")).expect("a file");
        let run = run_in(folder.path(), &["list", "--scenarios", "."]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("最小的剧本") && run.err.contains("bad.ron"), "{}", run.err);
    }
}

mod check {
    use super::*;

    #[test]
    fn a_good_file_passes_in_one_line() {
        let run = run(&["check", "tests/invalid/beside/minimal.ron"]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "1 个文件，0 个错误，0 个警告\n", ""));
    }

    #[test]
    fn warnings_alone_pass() {
        let run = run(&["check", "tests/invalid/no-best.ron"]);
        assert!(run.out.contains("warning[no-best]"), "{}", run.out);
        assert_eq!(run.code, 0);
    }

    #[test]
    fn a_trainers_own_standards_are_what_scenarios_are_checked_against() {
        let alone = run(&["check", "tests/data/small.ron"]);
        assert!(alone.out.contains("unknown-temperament"), "{}", alone.out);
        let together = run(&["check", "tests/data"]);
        assert_eq!((together.code, together.out.as_str()), (0, "9 个文件，0 个错误，0 个警告\n"));
    }

    #[test]
    fn without_a_path_it_says_how_it_is_used() {
        let run = run(&["check"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("PATH"), "{}", run.err);
    }
}

#[test]
fn an_unknown_command_or_language_is_refused_with_what_there_is() {
    assert_eq!(run(&["ring"]).code, 2);
    let tongue = run(&["list", "--lang", "fr"]);
    assert_eq!(tongue.code, 2);
    assert!(tongue.err.contains("zh-Hans") && tongue.err.contains("en"), "{}", tongue.err);
}

#[test]
fn help_and_version_are_no_failure() {
    for flag in ["--help", "--version"] {
        let run = run(&[flag]);
        assert_eq!(run.code, 0);
        assert!(!run.out.is_empty());
    }
}

/// The example that authors are told to begin with.
#[test]
fn the_first_example_of_the_authors_guide_is_sound_and_can_be_played() {
    let guide = text_of(&root("scenarios/README.md"));
    let (_, rest) = guide.split_once("```ron\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("my-first.ron"), example).expect("a file");
    let checked = run_in(folder.path(), &["check", "my-first.ron"]);
    assert_eq!((checked.code, checked.out.as_str()), (0, "1 个文件，0 个错误，0 个警告\n"));
    let played = run_in(folder.path(), &["play", "my-first", "--scenarios", ".", "--answers", "1,1", "--json"]);
    assert_eq!(json(&played)["scenario"], "my-first");
}

/// Words the guide promises: every criterion and every rule that ships is listed there, and none that does not.
#[test]
fn the_authors_guide_lists_every_criterion_and_every_rule() {
    let guide = text_of(&root("scenarios/README.md"));
    let (_, lists) = guide.split_once("### 评分点").expect("the list of criteria");
    let (lists, _) = lists.split_once("\n## ").expect("what comes after it");
    let listed: std::collections::BTreeSet<&str> = lists
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) && word.chars().all(char::is_alphanumeric))
        .collect();
    let criteria = shipped().rubric.dimensions.iter().flat_map(|it| &it.criteria).map(|it| it.id.value.0.as_str());
    let rules = shipped().rules.iter().map(|rule| rule.id.value.0.as_str());
    let known = criteria.chain(rules).collect();
    assert_eq!(listed, known);
}

#[test]
fn a_reader_who_stops_reading_gets_no_backtrace() {
    let mut list = std::process::Command::new(env!("CARGO_BIN_EXE_three-rings"))
        .arg("list")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(list.stdout.take());
    let output = list.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
