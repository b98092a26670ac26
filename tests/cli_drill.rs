//! The terminal face of the front desk: `drill` by bots and from records, a trainer's own files, and what it says when it
//! cannot go on.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{Run, root, run, run_in, text_of};

fn json(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with('{') && run.out.ends_with("}\n"), "not one JSON object: {}", run.out);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}", run.out))
}

/// A bot at the shift that ships.
fn bot(name: &str, seed: &str) -> Value {
    json(&run(&["drill", "--bot", name, "--seed", seed, "--json"]))
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_else(|| panic!("no number `{key}` in {value}"))
}

/// Ends with 2, with nothing on standard output and one paragraph of Chinese on standard error that has these words.
fn refused(run: &Run, words: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert!(run.err.chars().any(|c| c > '\u{2e80}'), "not in the trainer's language: {}", run.err);
    assert!(!run.err.trim().contains("\n\n"), "more than one paragraph:\n{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "no “{word}” in\n{}", run.err);
    }
}

/// A folder of one's own, with the files of `tests/data/desk` in `desk/` and the kind of person they speak like.
fn a_trainers_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("desk")).expect("a folder in it");
    for name in ["desk/drill.ron", "desk/callers.ron", "desk/manners.ron", "desk/scorecard.ron", "temperaments.ron"] {
        let to = Path::new("desk").join(Path::new(name).file_name().expect("a name"));
        fs::copy(root("tests/data").join(name), folder.path().join(to)).expect("a copy");
    }
    folder
}

mod report {
    use super::*;

    #[test]
    fn it_has_every_key_that_scripts_were_promised() {
        for (name, seed) in [("perfect", "3"), ("slow", "3"), ("random", "3")] {
            let report = bot(name, seed);
            assert_eq!((report["drill"].as_str(), number(&report, "seed")), (Some("front-desk"), 3));
            assert_eq!((report["rule"].as_str(), report["finished"].as_bool()), (Some("Standing"), Some(true)));
            assert!(report["passed"].is_boolean());
            let keys = ["calls", "answered_within", "apologies_due", "apologies_made", "priority_errors", "score"];
            let [calls, answered, due, made, _, score] = keys.map(|key| number(&report, key));
            assert!(answered <= calls && made <= due && score <= 100, "{report}");
            let wilson = ["low", "high"].map(|end| report["wilson95"][end].as_f64().expect("a share"));
            let share = answered as f64 / calls as f64;
            assert!(0.0 <= wilson[0] && wilson[0] <= share && share <= wilson[1] && wilson[1] <= 1.0, "{report}");
            for key in ["median", "p90"] {
                assert!(report["reaction_ms"][key].is_u64() || name == "random", "{report}");
            }
        }
    }

    #[test]
    fn its_criteria_are_the_scorecards_with_their_weights() {
        let report = bot("perfect", "1");
        let criteria = report["criteria"].as_array().expect("a list");
        let scorecard = &support::shipped().scorecard.criteria;
        let known: Vec<&str> = scorecard.iter().map(|it| it.id.value.word()).collect();
        let ids: Vec<&str> = criteria.iter().map(|it| it["id"].as_str().expect("an id")).collect();
        assert_eq!(ids, known);
        assert_eq!(criteria.iter().map(|it| number(it, "weight")).sum::<u64>(), 100);
        for row in criteria {
            assert!(row["name"].is_string() && number(row, "met") <= number(row, "due"), "{row}");
        }
    }

    #[test]
    fn somebody_perfect_has_100_and_somebody_slow_fails() {
        let perfect = bot("perfect", "8");
        assert_eq!((number(&perfect, "score"), perfect["passed"].as_bool()), (100, Some(true)));
        assert_eq!(number(&perfect, "answered_within"), number(&perfect, "calls"));
        let slow = bot("slow", "8");
        assert_eq!((number(&slow, "answered_within"), number(&slow, "apologies_made")), (0, 0));
        assert_eq!(slow["passed"].as_bool(), Some(false));
        assert!(number(&slow, "apologies_due") > 0 && slow["reaction_ms"]["median"].as_u64() > Some(15_000));
    }

    #[test]
    fn the_same_seed_prints_the_same_bytes_and_another_one_others() {
        let args = |seed: &'static str| ["drill", "--bot", "random", "--seed", seed, "--json"];
        assert_eq!(run(&args("5")).out, run(&args("5")).out);
        assert_ne!(run(&args("5")).out, run(&args("6")).out);
        assert_eq!(
            run(&["drill", "--bot", "perfect", "--json"]).out,
            run(&["drill", "--bot", "perfect", "--json"]).out
        );
    }

    #[test]
    fn in_words_it_has_the_score_and_the_criteria() {
        let told = run(&["drill", "--bot", "perfect", "--seed", "3"]);
        assert_eq!((told.code, told.err.as_str()), (0, ""));
        let title = &support::shipped().drill("front-desk").expect("the shift that ships").1.title;
        for words in [&title.value, "100", "95%"] {
            assert!(told.out.contains(words), "no “{words}” in\n{}", told.out);
        }
    }

    #[test]
    fn other_languages_are_worth_the_same() {
        let here = bot("slow", "4");
        for lang in ["zh-Hant", "en"] {
            let there = json(&run(&["drill", "--bot", "slow", "--seed", "4", "--json", "--lang", lang]));
            for key in ["score", "calls", "apologies_due", "priority_errors"] {
                assert_eq!(there[key], here[key], "{lang}: {key}");
            }
        }
    }

    #[test]
    fn a_rule_on_the_command_line_is_the_rule_of_the_shift() {
        let rule_of = |more: &[&str]| {
            let report = json(&run(&[&["drill", "--bot", "slow", "--seed", "2", "--json"], more].concat()));
            report["rule"].as_str().expect("a rule").to_owned()
        };
        assert_eq!([rule_of(&[]), rule_of(&["--rule", "trade"])], ["Standing", "Trade"]);
        assert_eq!(rule_of(&["--rule", "standing"]), "Standing");
    }

    #[test]
    fn the_trades_rule_asks_for_an_apology_one_ring_earlier() {
        let folder = a_trainers_folder();
        // The first phone rings at 10 s; whoever lifts the receiver at 19,500 ms has heard four rings.
        let apologies_due = |rule: &str, phone: u32| {
            let inputs = format!("(at_ms: 19500, act: PickUp({phone})), (at_ms: 19500, act: Say(1))");
            let record = format!("Inputs(drill: \"small-desk\", seed: 7, rule: {rule}, inputs: [{inputs}])");
            fs::write(folder.path().join("late.ron"), record).expect("a file");
            let replayed = run_in(folder.path(), &["drill", "--replay", "late.ron", "--scenarios", "desk", "--json"]);
            (replayed.code == 0).then(|| number(&json(&replayed), "apologies_due"))
        };
        let on_either_phone = |rule| [1, 2].into_iter().find_map(|phone| apologies_due(rule, phone));
        assert_eq!((on_either_phone("Standing"), on_either_phone("Trade")), (Some(0), Some(1)));
    }
}

mod record {
    use super::*;

    /// A record of a bot's shift, in a folder, and what was reported of it.
    fn recorded(folder: &Path, name: &str, more: &[&str]) -> String {
        let args = [&["drill", "--bot", name, "--seed", "11", "--json", "--record", "shift.ron"], more].concat();
        let worked = run_in(folder, &args);
        assert_eq!((worked.code, worked.err.as_str()), (0, ""));
        worked.out
    }

    #[test]
    fn replayed_it_prints_the_same_bytes() {
        for (name, more) in
            [("perfect", &[][..]), ("slow", &["--rule", "trade"]), ("random", &[]), ("slow", &["first-day"])]
        {
            let folder = tempfile::tempdir().expect("a folder");
            let reported = recorded(folder.path(), name, more);
            let replayed = run_in(folder.path(), &["drill", "--replay", "shift.ron", "--json"]);
            assert_eq!((replayed.out, replayed.err.as_str()), (reported, ""), "{name} {more:?}");
            assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 1, "nothing is left beside it");
        }
    }

    #[test]
    fn recorded_once_more_it_is_the_same_file() {
        let folder = tempfile::tempdir().expect("a folder");
        recorded(folder.path(), "random", &[]);
        let again = run_in(folder.path(), &["drill", "--replay", "shift.ron", "--record", "again.ron"]);
        assert_eq!(again.code, 0, "{}", again.err);
        assert_eq!(text_of(&folder.path().join("again.ron")), text_of(&folder.path().join("shift.ron")));
    }

    #[test]
    fn of_another_seed_it_says_which_input_did_not_fit() {
        let folder = tempfile::tempdir().expect("a folder");
        recorded(folder.path(), "perfect", &[]);
        let replayed = run_in(folder.path(), &["drill", "--replay", "shift.ron", "--seed", "12", "--json"]);
        refused(&replayed, &["第 1 条", "种子"]);
    }

    #[test]
    fn a_slip_in_it_is_shown_where_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        recorded(folder.path(), "perfect", &[]);
        let whole = text_of(&folder.path().join("shift.ron"));
        for (from, to, code) in [
            ("act: PickUp(", "act: Pickup(", "error[unknown-word]"),
            ("act: PickUp(", "act: PickUp(0), //", "error[mark-out-of-range]"),
            ("seed: 11", "seed: eleven", "error[wrong-kind]"),
            ("drill: \"front-desk\",", "", "error[missing-field]"),
            ("rule: Standing", "rule: Standard", "error[unknown-word]"),
            ("inputs: [", "input: [", "error[unknown-field]"),
        ] {
            assert!(whole.contains(from), "no {from} in\n{whole}");
            fs::write(folder.path().join("slip.ron"), whole.replacen(from, to, 1)).expect("a file");
            let replayed = run_in(folder.path(), &["drill", "--replay", "slip.ron", "--json"]);
            assert_eq!((replayed.code, replayed.out.as_str()), (2, ""), "{to}");
            assert!(replayed.err.contains(code) && replayed.err.contains("slip.ron:"), "{to}: {}", replayed.err);
        }
    }

    #[test]
    fn one_that_breaks_off_is_told_from_where() {
        let folder = tempfile::tempdir().expect("a folder");
        recorded(folder.path(), "perfect", &[]);
        let whole = text_of(&folder.path().join("shift.ron"));
        fs::write(folder.path().join("half.ron"), &whole[..whole.floor_char_boundary(whole.len() / 2)])
            .expect("a file");
        let replayed = run_in(folder.path(), &["drill", "--replay", "half.ron"]);
        assert_eq!((replayed.code, replayed.out.as_str()), (2, ""));
        assert!(replayed.err.contains("error[syntax]"), "{}", replayed.err);
    }

    #[test]
    fn what_is_no_record_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        refused(&run_in(folder.path(), &["drill", "--replay", "nowhere.ron"]), &["nowhere.ron", "error[cannot-open]"]);
        fs::copy(root("scenarios/drills/first-day.ron"), folder.path().join("drill.ron")).expect("a copy");
        let drill = run_in(folder.path(), &["drill", "--replay", "drill.ron"]);
        assert_eq!((drill.code, drill.out.as_str()), (2, ""));
        assert!(drill.err.contains("drill.ron:"), "{}", drill.err);
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_reported() {
        let folder = tempfile::tempdir().expect("a folder");
        for place in ["nowhere/shift.ron", "."] {
            let worked = run_in(folder.path(), &["drill", "--bot", "perfect", "--json", "--record", place]);
            refused(&worked, &[place]);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 0, "no half a record is left");
    }

    #[test]
    fn its_rule_is_its_own_and_none_is_taken_from_the_command_line() {
        let both = run(&["drill", "--replay", "shift.ron", "--rule", "trade"]);
        assert_eq!((both.code, both.out.as_str()), (2, ""));
        assert!(both.err.contains("--replay") && both.err.contains("--rule"), "{}", both.err);
    }

    #[test]
    fn without_a_rule_it_has_that_of_its_shift() {
        let folder = a_trainers_folder();
        let drill = text_of(&folder.path().join("desk/drill.ron"));
        let rule_of = |of_drill: &str, of_record: &str| {
            let drill = drill.replace("shift_secs: 180,", &format!("shift_secs: 180, {of_drill}"));
            fs::write(folder.path().join("desk/drill.ron"), drill).expect("a file");
            let record = format!("Inputs(drill: \"small-desk\", seed: 7, {of_record} inputs: [])");
            fs::write(folder.path().join("nothing.ron"), record).expect("a file");
            let args = ["drill", "--replay", "nothing.ron", "--scenarios", "desk", "--json"];
            json(&run_in(folder.path(), &args))["rule"].as_str().expect("a rule").to_owned()
        };
        assert_eq!([rule_of("", ""), rule_of("rule: Trade,", "")], ["Standing", "Trade"]);
        assert_eq!(rule_of("rule: Trade,", "rule: Standing,"), "Standing");
        assert_eq!(rule_of("", "rule: Trade,"), "Trade");
    }

    #[test]
    fn given_as_a_shift_it_says_how_it_is_replayed() {
        let folder = tempfile::tempdir().expect("a folder");
        recorded(folder.path(), "perfect", &[]);
        let worked = run_in(folder.path(), &["drill", "shift.ron", "--bot", "perfect", "--json"]);
        refused(&worked, &["shift.ron 是一份输入记录", "--replay shift.ron"]);
    }

    #[test]
    fn one_whose_times_run_backwards_says_so() {
        let folder = a_trainers_folder();
        // The first phone rings at 10 s, one of two.
        let replayed = |phone: u32, put_down_ms: u32| {
            let inputs = format!("(at_ms: 12000, act: PickUp({phone})), (at_ms: {put_down_ms}, act: PutDown(500))");
            let record = format!("Inputs(drill: \"small-desk\", seed: 7, inputs: [{inputs}])");
            fs::write(folder.path().join("back.ron"), record).expect("a file");
            run_in(folder.path(), &["drill", "--replay", "back.ron", "--scenarios", "desk", "--json"])
        };
        let phone = [1, 2].into_iter().find(|&phone| replayed(phone, 12_000).code == 0).expect("the phone that rings");
        refused(&replayed(phone, 11_999), &["第 2 条", "11999 毫秒", "比前一条还早"]);
    }

    #[test]
    fn a_shift_is_worked_by_a_bot_or_from_a_record_but_not_by_both() {
        let both = run(&["drill", "--bot", "perfect", "--replay", "shift.ron"]);
        assert_eq!(both.code, 2);
        assert!(both.err.contains("--replay") && both.err.contains("--bot"), "{}", both.err);
    }
}

mod a_trainers_own {
    use super::*;

    #[test]
    fn drill_file_is_worked_with_the_callers_that_ship() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = text_of(&root("scenarios/drills/first-day.ron")).replace("\"first-day\"", "\"my-desk\"");
        fs::write(folder.path().join("my.ron"), own).expect("a file");
        let report =
            json(&run_in(folder.path(), &["drill", "my.ron", "--bot", "perfect", "--json", "--record", "r.ron"]));
        assert_eq!((report["drill"].as_str(), number(&report, "score")), (Some("my-desk"), 100));
        let replayed = json(&run_in(folder.path(), &["drill", "my.ron", "--replay", "r.ron", "--json"]));
        assert_eq!(replayed, report);
        let without = run_in(folder.path(), &["drill", "--replay", "r.ron", "--json"]);
        refused(&without, &["my-desk", "front-desk"]);
    }

    #[test]
    fn folder_has_shifts_callers_manners_and_a_scorecard_of_its_own() {
        let folder = a_trainers_folder();
        let args = ["drill", "small-desk", "--scenarios", "desk", "--bot", "perfect", "--seed", "7", "--json"];
        let report = json(&run_in(folder.path(), &args));
        assert_eq!((report["drill"].as_str(), number(&report, "score")), (Some("small-desk"), 100));
        assert_eq!(number(&report["criteria"][0], "weight"), 25, "its own scorecard");
    }

    #[test]
    fn callers_join_the_pool_of_the_shift_that_ships() {
        let folder = a_trainers_folder();
        fs::remove_file(folder.path().join("desk/manners.ron")).expect("its own file");
        fs::remove_file(folder.path().join("desk/scorecard.ron")).expect("its own file");
        let reports = |more: &[&str]| {
            let args = |seed: u32| {
                let seed = seed.to_string();
                json(&run_in(
                    folder.path(),
                    &[&["drill", "--bot", "perfect", "--json", "--seed", &seed], more].concat(),
                ))
            };
            [1, 2, 3].map(args)
        };
        let (alone, joined) = (reports(&[]), reports(&["--scenarios", "desk"]));
        assert_ne!(alone, joined, "the same seeds deal other callers");
        assert!(joined.iter().all(|report| number(report, "score") == 100), "{joined:?}");
    }

    #[test]
    fn file_with_errors_is_not_worked_and_says_where() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::copy(root("tests/invalid/no-unit.ron"), folder.path().join("my.ron")).expect("a copy");
        fs::copy(root("tests/invalid/beside/callers.ron"), folder.path().join("callers.ron")).expect("a copy");
        let run = run_in(folder.path(), &["drill", "my.ron", "--scenarios", ".", "--bot", "perfect", "--json"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        for words in ["值班“desk”有错，不能值：", "error[no-unit]", "my.ron:3:9"] {
            assert!(run.err.contains(words), "no “{words}” in\n{}", run.err);
        }
    }

    /// A folder with 40 copies of the four callers besides them.
    fn a_crowd() -> tempfile::TempDir {
        let folder = a_trainers_folder();
        let callers = text_of(&folder.path().join("desk/callers.ron"));
        for copy in 1..=40 {
            let renamed = ["lamp", "tree", "fee", "noise"].into_iter().fold(callers.clone(), |text, id| {
                text.replace(&format!("id: \"{id}\""), &format!("id: \"{id}-{copy}\""))
            });
            fs::write(folder.path().join(format!("desk/callers-{copy}.ron")), renamed).expect("a file");
        }
        folder
    }

    #[test]
    fn callers_beyond_any_round_number_can_be_named() {
        let folder = a_crowd();
        let drill = folder.path().join("desk/drill.ron");
        let named = text_of(&drill).replace("\"lamp\", \"tree\", \"fee\", \"noise\"", "\"lamp-40\", \"noise-40\"");
        fs::write(&drill, named).expect("a file");
        let args = ["drill", "small-desk", "--scenarios", "desk", "--bot", "perfect", "--json"];
        let report = json(&run_in(folder.path(), &args));
        assert_eq!(number(&report, "score"), 100);
        let checked = run_in(folder.path(), &["check", "desk"]);
        assert_eq!((checked.code, checked.out.lines().count()), (0, 1), "{}", checked.out);
    }

    #[test]
    fn crowd_of_callers_all_join_in() {
        let folder = a_crowd();
        fs::remove_file(folder.path().join("desk/manners.ron")).expect("its own file");
        fs::remove_file(folder.path().join("desk/scorecard.ron")).expect("its own file");
        let report = json(&run_in(folder.path(), &["drill", "--scenarios", "desk", "--bot", "perfect", "--json"]));
        assert_eq!((report["drill"].as_str(), number(&report, "score")), (Some("front-desk"), 100));
    }

    /// What is wrong with a folder's files, and the report of a perfect shift in it all the same.
    fn checked_and_worked(folder: &Path) -> (Run, Value) {
        let checked = run_in(folder, &["check", "desk"]);
        assert_eq!((checked.code, checked.err.as_str()), (1, ""), "{}", checked.out);
        let args = ["drill", "small-desk", "--scenarios", "desk", "--bot", "perfect", "--seed", "7", "--json"];
        (checked, json(&run_in(folder, &args)))
    }

    /// Replaces words of a file that stand in it once.
    fn change(file: &Path, from: &str, to: &str) {
        let text = text_of(file);
        assert_eq!(text.matches(from).count(), 1, "{from} in {}", file.display());
        fs::write(file, text.replace(from, to)).expect("a file");
    }

    #[test]
    fn typo_in_a_standing_line_is_reported_where_it_is_and_stops_nobody() {
        let folder = a_trainers_folder();
        let manners = folder.path().join("desk/manners.ron");
        let line = text_of(&manners).lines().position(|line| line.contains("{number}")).expect("the line") + 1;
        change(&manners, "{number}", "{nubmer}");
        let (checked, report) = checked_and_worked(folder.path());
        assert_eq!(checked.out.matches("error[").count(), 1, "{}", checked.out);
        for words in ["error[unknown-placeholder]", &format!("manners.ron:{line}:25"), "{nubmer}", "`{number}`"] {
            assert!(checked.out.contains(words), "no “{words}” in\n{}", checked.out);
        }
        assert_eq!(number(&report, "score"), 100);
    }

    #[test]
    fn caller_with_errors_is_reported_and_the_others_ring() {
        let folder = a_trainers_folder();
        change(&folder.path().join("desk/callers.ron"), "知道了。\", why", "知道了。\", best: true, why");
        let (checked, report) = checked_and_worked(folder.path());
        assert!(checked.out.contains("error[two-best]") && checked.out.contains("callers.ron:"), "{}", checked.out);
        assert_eq!(number(&report, "score"), 100);
    }

    #[test]
    fn caller_whose_talk_has_no_end_is_reported_and_the_others_ring() {
        let folder = a_trainers_folder();
        let more =
            "(caller: \"还有\", replies: [(say: \"好\", why: \"好\", best: true), (say: \"哦\", why: \"哦\")]),\n";
        let last = "(\n                    caller: \"姓李，住5栋1203\"";
        for count in [11, 300] {
            change(&folder.path().join("desk/callers.ron"), last, &format!("{}{last}", more.repeat(count)));
            let (checked, report) = checked_and_worked(folder.path());
            let said = format!("{} 个，最多 12 个", count + 2);
            assert!(checked.out.contains("error[too-many]") && checked.out.contains(&said), "{}", checked.out);
            assert_eq!(number(&report, "score"), 100);
            change(&folder.path().join("desk/callers.ron"), &more.repeat(count), "");
        }
    }

    #[test]
    fn talk_of_twelve_exchanges_is_long_enough_and_worked() {
        let folder = a_trainers_folder();
        let more =
            "(caller: \"还有\", replies: [(say: \"好\", why: \"好\", best: true), (say: \"哦\", why: \"哦\")]),\n";
        let last = "(\n                    caller: \"姓李，住5栋1203\"";
        change(&folder.path().join("desk/callers.ron"), last, &format!("{}{last}", more.repeat(10)));
        let checked = run_in(folder.path(), &["check", "desk"]);
        assert_eq!((checked.code, checked.out.lines().count()), (0, 1), "{}", checked.out);
        let args = ["drill", "small-desk", "--scenarios", "desk", "--bot", "perfect", "--seed", "7", "--json"];
        assert_eq!(number(&json(&run_in(folder.path(), &args)), "score"), 100);
    }

    #[test]
    fn folder_that_is_called_like_a_shift_is_not_taken_for_it() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["front-desk", "first-day"] {
            fs::create_dir(folder.path().join(name)).expect("a folder in it");
        }
        for (args, id) in [(&["drill"][..], "front-desk"), (&["drill", "first-day"], "first-day")] {
            let report = json(&run_in(folder.path(), &[args, &["--bot", "perfect", "--json"]].concat()));
            assert_eq!((report["drill"].as_str(), number(&report, "score")), (Some(id), 100));
        }
    }
}

mod refusals {
    use super::*;

    #[test]
    fn a_shift_nobody_knows_comes_with_those_there_are() {
        refused(&run(&["drill", "frontdesk", "--bot", "perfect"]), &["frontdesk", "front-desk", "first-day"]);
    }

    #[test]
    fn a_file_that_is_none_or_holds_no_shift_is_refused() {
        refused(&run(&["drill", "nowhere.ron", "--bot", "perfect"]), &["nowhere.ron", "error[cannot-open]"]);
        for other in ["scenarios/drills/manners.ron", "scenarios/temperaments.ron", "tests/invalid/beside/minimal.ron"]
        {
            refused(&run(&["drill", other, "--bot", "perfect"]), &[other, "Drill("]);
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_told_from_where() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("half.ron"), "Drill(\n    id: \"half\",").expect("a file");
        let run = run_in(folder.path(), &["drill", "half.ron", "--bot", "perfect"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains("half.ron:") && run.err.contains("error[syntax]"), "{}", run.err);
    }

    #[test]
    fn a_bot_a_rule_or_a_seed_that_is_none_is_refused_with_what_there_is() {
        let bot = run(&["drill", "--bot", "lazy"]);
        assert!(bot.code == 2 && bot.err.contains("perfect") && bot.err.contains("random"), "{}", bot.err);
        let rule = run(&["drill", "--bot", "slow", "--rule", "fourth"]);
        assert!(rule.code == 2 && rule.err.contains("standing") && rule.err.contains("trade"), "{}", rule.err);
        assert_eq!(run(&["drill", "--bot", "slow", "--seed", "many"]).code, 2);
    }
}

mod check {
    use super::*;

    #[test]
    fn what_ships_for_the_front_desk_has_nothing_to_complain_about() {
        let checked = run(&["check", "scenarios/drills"]);
        assert_eq!((checked.code, checked.err.as_str()), (0, ""), "{}", checked.out);
        assert!(checked.out.ends_with("，0 个错误，0 个警告\n"), "{}", checked.out);
    }

    #[test]
    fn a_copy_whose_ids_were_not_changed_is_told_from_what_it_was_copied() {
        for (name, ids) in [("drill", &["small-desk"][..]), ("callers", &["lamp", "tree", "fee", "noise"])] {
            let folder = a_trainers_folder();
            let (file, copy) = (format!("desk/{name}.ron"), format!("desk/{name}-2.ron"));
            fs::copy(folder.path().join(&file), folder.path().join(&copy)).expect("a copy");
            let checked = run_in(folder.path(), &["check", "desk"]);
            assert_eq!((checked.code, checked.err.as_str()), (1, ""));
            assert_eq!(checked.out.matches("error[").count(), ids.len(), "{}", checked.out);
            // In the order of the alphabet the copy comes first.
            let (first, second) = if copy < file { (&copy, &file) } else { (&file, &copy) };
            assert_eq!(checked.out.matches(&format!("┌─ {second}:")).count(), ids.len(), "{}", checked.out);
            for id in ids {
                let said = format!("的 id `{id}` 已经用在 {first} 里");
                assert!(checked.out.contains(&said), "no “{said}” in\n{}", checked.out);
            }
        }
    }

    #[test]
    fn a_file_named_twice_is_no_copy_of_itself() {
        let folder = a_trainers_folder();
        let args = ["check", "desk", "desk/drill.ron", "./desk/callers.ron"];
        let checked = run_in(folder.path(), &args);
        assert_eq!(checked.code, 0, "{}", checked.out);
    }

    #[test]
    fn the_small_desk_has_neither() {
        let checked = run(&["check", "tests/data"]);
        assert_eq!((checked.code, checked.out.lines().count()), (0, 1), "{}", checked.out);
    }
}

mod the_authors_guide {
    use super::*;

    /// What it says about the front desk.
    fn section() -> String {
        let guide = text_of(&root("scenarios/README.md"));
        let (_, section) = guide.split_once("\n## 前台值班").expect("a section about the front desk");
        section.to_owned()
    }

    #[test]
    fn has_an_example_of_a_caller_that_is_sound_and_can_ring() {
        let section = section();
        let (_, rest) = section.split_once("```ron\n").expect("an example");
        let (example, _) = rest.split_once("```").expect("its end");
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("mine.ron"), example).expect("a file");
        let checked = run_in(folder.path(), &["check", "mine.ron"]);
        assert_eq!((checked.code, checked.out.as_str()), (0, "1 个文件，0 个错误，0 个警告\n"));
        let report = json(&run_in(folder.path(), &["drill", "--scenarios", ".", "--bot", "perfect", "--json"]));
        assert_eq!(number(&report, "score"), 100);
    }

    #[test]
    fn names_every_criterion_of_the_front_desk() {
        let section = section();
        for check in three_rings::content::drill::Check::ALL {
            assert!(section.contains(&format!("`{}`", check.word())), "{} is not named", check.word());
        }
    }
}
