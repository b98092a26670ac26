//! What can be wrong with a file before its first word is read, and files nobody would write by hand: a clear message
//! and exit 1, never a panic and never a hang.
//!
//! Each file is made here, since git cannot keep it as it is. What is merely wrong stands in `diagnostics.rs`.

mod support;

use std::fs;
use std::path::Path;

use support::{Run, root, run_in, text_of};
use tempfile::TempDir;

const SMALLEST: &str = "Cities(cities: [])\n";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for files")
}

/// Checks one file of these bytes.
fn check(bytes: impl AsRef<[u8]>) -> Run {
    let folder = folder();
    fs::write(folder.path().join("call.ron"), bytes).expect("a writable folder");
    run_in(folder.path(), &["check", "call.ron"])
}

/// The file is refused with this code and these words, and nothing else is said about it.
fn refused(run: &Run, code: &str, words: &[&str]) {
    assert!(run.out.starts_with(&format!("error[{code}]: ")), "not `{code}` but:\n{}{}", start(&run.out), run.err);
    assert_eq!(run.out.matches("error[").count(), 1, "said once:\n{}", start(&run.out));
    words.iter().for_each(|word| assert!(run.out.contains(word), "no “{word}” in:\n{}", start(&run.out)));
    assert!(run.out.contains("  = "), "how to mend it?\n{}", start(&run.out));
    assert_eq!(run.code, 1);
}

/// It has this among its problems.
fn found(run: &Run, code: &str) {
    assert!(run.out.contains(&format!("error[{code}]: ")), "no `{code}` in:\n{}{}", start(&run.out), run.err);
    assert_eq!(run.code, 1);
}

fn start(text: &str) -> String {
    text.chars().take(2_000).collect()
}

/// A scenario with this list in it.
fn with(before: &str, each: impl Fn(usize) -> String, count: usize, after: &str) -> String {
    let list: Vec<String> = (0..count).map(each).collect();
    format!("Scenario(id: \"vast\",\n{before}{}{after})", list.join(",\n"))
}

mod bytes {
    use super::*;

    #[test]
    fn an_empty_file() {
        refused(&check(""), "empty-file", &["call.ron"]);
        refused(&check(" \n\t\n"), "empty-file", &["call.ron"]);
        refused(&check("\u{feff}\r\n"), "empty-file", &["call.ron"]);
    }

    #[test]
    fn a_file_of_nothing_but_remarks() {
        refused(&check("// 还没写\n/* 明天写 */\n"), "empty-file", &["call.ron"]);
    }

    #[test]
    fn a_file_in_another_encoding_says_which_line() {
        let gbk = b"Scenario(\n    id: \"gbk\",\n    title: \"\xcd\xfc\xc1\xcb\",\n)\n";
        refused(&check(gbk), "not-utf8", &["UTF-8", "第 3 行"]);
        let utf16: Vec<u8> = "\u{feff}Scenario()".encode_utf16().flat_map(u16::to_le_bytes).collect();
        refused(&check(utf16), "not-utf8", &["UTF-8", "第 1 行"]);
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
        let text = text_of(&root("tests/invalid/beside/minimal.ron"));
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let run = check(&windows);
        assert_eq!((run.code, run.out.as_str()), (0, "1 个文件，0 个错误，0 个警告\n"));
        let broken = check(windows.replace("goto: \"vague\"", "goto: \"vage\""));
        assert!(broken.out.contains("call.ron:20:56\n"), "the place is that of the editor:\n{}", broken.out);
    }

    #[test]
    fn over_four_mebibytes_is_too_large_and_four_are_not() {
        const MOST: usize = 4 * 1024 * 1024;
        let padded = |len: usize| format!("{}{SMALLEST}", "\n".repeat(len - SMALLEST.len()));
        assert_eq!(check(padded(MOST)).code, 0);
        refused(&check(padded(MOST + 1)), "too-large", &["4 MiB"]);
    }

    #[test]
    fn zero_bytes_and_control_characters_are_problems_like_any_other() {
        found(&check("Scenario(\0id: \"x\")"), "syntax");
        found(&check("\u{1b}[2J"), "syntax");
    }
}

mod depth {
    use super::*;

    const DEEP: usize = 10_000;

    #[test]
    fn ten_thousand_levels_of_nesting() {
        for open in ["(", "[", "{\n", "(a: ", "[(", "Some(", "Not("] {
            refused(&check(open.repeat(DEEP)), "nesting", &["64 层"]);
        }
        refused(&check(format!("{}{}", "[\n".repeat(DEEP), "]\n".repeat(DEEP))), "nesting", &["64 层"]);
    }

    #[test]
    fn nesting_behind_a_quote_that_opens_no_string() {
        // A raw string, a character and a remark each with a quote or a backslash in it.
        for before in ["a: r\"\\\"", "a: '\"'", "/* \" */ a: 1", "a: r#\"\"\"#"] {
            let run = check(format!("({before}, b: {}", "[\n".repeat(DEEP)));
            assert!(run.out.contains("括号套得太深"), "{before}:\n{}", start(&run.out));
            assert_eq!(run.code, 1);
        }
    }

    #[test]
    fn conditions_within_conditions() {
        let deep = format!("{}Willing{}", "Not(".repeat(50), ")".repeat(50));
        let text = text_of(&root("tests/invalid/beside/minimal.ron"));
        let run = check(text.replace("why: \"没有日子。\",", &format!("why: \"没有日子。\", when: [{deep}],")));
        assert_eq!(run.code, 0, "{}", start(&run.out));
    }
}

mod length {
    use super::*;

    #[test]
    fn more_of_anything_than_a_call_can_hold() {
        let turn = |n: usize| format!("(id: \"t{n}\", owner: \"喂\", goto: \"t69999\")");
        let turns = with("talk: (start: \"t0\", turns: [", turn, 70_000, "])");
        found(&check(turns), "too-many");
        let order = |n: usize| format!("(id: \"o{n}\", about: \"漏\", status: Open, kind: ServiceDefect)");
        found(&check(with("case_file: (work_orders: [", order, 200, "])")), "too-many");
        let fact = |n: usize| format!("(id: \"f{n}\", slot: What, note: \"漏\")");
        found(&check(with("facts: [", fact, 200, "]")), "too-many");
        let pick = |n: usize| format!("(say: \"{n}\", why: \"要\", needed: true)");
        found(&check(with("prepare: (materials: (picks: [", pick, 200, "]))")), "too-many-choices");
        let ending = |n: usize| format!("(id: \"e{n}\", outcome: Paid, title: \"交\", text: \"交\")");
        let talk = "talk: (start: \"t\", turns: [(id: \"t\", owner: \"喂\", goto: \"e69999\")]), endings: [";
        assert_eq!(check(with(talk, ending, 70_000, "]")).code, 1);
    }

    #[test]
    fn more_criteria_than_a_scorecard_can_hold() {
        let criterion =
            |n: usize| format!("(id: C{n}, name: \"点\", why: \"因\", judge: NoteRecall(80), missed_by: Silence)");
        let criteria = (0..200).map(criterion).collect::<Vec<_>>().join(",\n");
        let marks = "pass_mark: 60, yellow_costs: 10, red_caps_at: 40, open_defect_caps_at: 60";
        let dimension = format!("(id: \"d\", name: \"d\", weight: 100, criteria: [{criteria}])");
        found(&check(format!("Rubric(id: \"r\", {marks}, dimensions: [{dimension}])")), "too-many");
    }

    #[test]
    fn one_endless_line() {
        refused(&check(format!("[{}]", "{\"a\":1},".repeat(400_000))), "line-too-long", &["第 1 行"]);
        refused(&check(format!("Scenario(\n{}", "%".repeat(4_000_000))), "line-too-long", &["第 2 行"]);
    }

    #[test]
    fn a_hundred_thousand_mistakes() {
        let run = check(format!("Scenario(\n{}", "a: %,\n".repeat(100_000)));
        found(&run, "syntax");
        assert!(run.out.contains("个问题没有列出"), "nobody reads 100,000 messages");
        let run = check(format!("Scenario(\n{}{})", "a: 1,\n".repeat(100_000), "id: 1,\n".repeat(100_000)));
        found(&run, "unknown-field");
        found(&check("\"\n".repeat(100_000)), "syntax");
        found(&check("/*\n".repeat(100_000)), "syntax");
        found(&check(",\n".repeat(100_000)), "syntax");
    }
}

mod paths {
    use super::*;

    fn checked(folder: &Path, path: &str) -> Run {
        run_in(folder, &["check", path])
    }

    #[test]
    fn no_such_file() {
        refused(&checked(folder().path(), "nowhere.ron"), "cannot-open", &["nowhere.ron", "没有这个文件"]);
    }

    #[test]
    fn a_folder_without_scenarios_instead_of_a_file() {
        let folder = folder();
        fs::create_dir(folder.path().join("calls")).expect("a folder");
        refused(&checked(folder.path(), "calls"), "a-folder", &["calls", "文件夹"]);
        fs::create_dir(folder.path().join("calls/named-like-a-file.ron")).expect("a folder");
        refused(&checked(folder.path(), "calls"), "a-folder", &["named-like-a-file.ron"]);
    }

    #[test]
    fn every_file_of_a_folder_and_of_the_folders_in_it() {
        let folder = folder();
        fs::create_dir_all(folder.path().join("calls/new")).expect("a folder");
        for name in ["calls/a.ron", "calls/new/b.ron", "calls/notes.txt"] {
            fs::write(folder.path().join(name), "Citys()").expect("a file");
        }
        fs::write(folder.path().join("calls/good.ron"), SMALLEST).expect("a file");
        let run = checked(folder.path(), "calls");
        assert_eq!(run.out.matches("error[unknown-kind]").count(), 2, "{}", run.out);
        assert!(run.out.ends_with("3 个文件，2 个错误，0 个警告\n"), "{}", run.out);
        assert_eq!(run.code, 1);
    }

    #[test]
    fn one_bad_file_hides_no_other() {
        let folder = folder();
        fs::write(folder.path().join("a.ron"), b"\xff").expect("a file");
        fs::write(folder.path().join("b.ron"), "").expect("a file");
        fs::write(folder.path().join("c.ron"), "Scenario(").expect("a file");
        let run = run_in(folder.path(), &["check", "a.ron", "nowhere.ron", "b.ron", "c.ron"]);
        ["not-utf8", "cannot-open", "empty-file", "syntax"].iter().for_each(|code| found(&run, code));
    }

    #[test]
    fn a_copy_whose_id_was_not_changed() {
        let folder = folder();
        let text = text_of(&root("tests/invalid/beside/minimal.ron"));
        fs::write(folder.path().join("call.ron"), &text).expect("a file");
        assert_eq!(run_in(folder.path(), &["check", "call.ron", "./call.ron"]).code, 0, "one file named twice is one");
        fs::write(folder.path().join("copy.ron"), &text).expect("a file");
        let run = checked(folder.path(), ".");
        refused(&run, "duplicate-id", &["copy.ron:3:9", "call.ron", "minimal"]);
    }

    /// A file with one question of these ids.
    fn quiz(id: &str, question: &str) -> String {
        let ask = "ask: \"三声是九秒？\", answer: TrueFalse(true), why: \"一声三秒。\"";
        format!(
            "Quiz(id: \"{id}\", title: \"题\", questions: [\n(id: \"{question}\", topic: Desk, items: [45], {ask}),\n])"
        )
    }

    #[test]
    fn questions_and_exams_whose_ids_are_used_in_another_file() {
        let folder = folder();
        let exam = "Exam(id: \"e\", title: \"考\", summary: \"考\", minutes: 5, pass_mark: 60, draws: [(count: 1)])";
        for (name, text) in [
            ("a.ron", quiz("mine", "three-rings-mine")),
            ("b.ron", quiz("yours", "three-rings-mine")),
            ("c.ron", quiz("mine", "another")),
            ("d.ron", exam.to_owned()),
            ("e.ron", exam.to_owned()),
        ] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let of = |one: &str, other: &str| run_in(folder.path(), &["check", one, other]);
        refused(&of("a.ron", "b.ron"), "duplicate-id", &["题的 id `three-rings-mine`", "b.ron:2:6", "用在 a.ron 里"]);
        refused(&of("a.ron", "c.ron"), "duplicate-id", &["题库的 id `mine`", "c.ron:1:10", "用在 a.ron 里"]);
        refused(&of("d.ron", "e.ron"), "duplicate-id", &["考试的 id `e`", "e.ron:1:10", "用在 d.ron 里"]);
        assert_eq!(of("a.ron", "d.ron").code, 0);
    }

    #[test]
    fn a_question_out_of_a_call_that_is_broken() {
        let folder = folder();
        let call = text_of(&root("tests/invalid/beside/minimal.ron"));
        fs::write(folder.path().join("call.ron"), call.replace("start: \"hello\"", "start: \"hallo\""))
            .expect("a file");
        let from = "CallFrom(scenario: \"minimal\", turn: \"hello\")";
        fs::write(folder.path().join("quiz.ron"), quiz("mine", "q").replace("TrueFalse(true)", from)).expect("a file");
        let run = run_in(folder.path(), &["check", "call.ron", "quiz.ron"]);
        found(&run, "dangling-goto");
        assert!(run.out.contains("剧本 `minimal` 还有错") && run.out.contains("quiz.ron:2:"), "{}", run.out);
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_nowhere_or_in_circles() {
        use std::os::unix::fs::symlink;
        let folder = folder();
        symlink("circle.ron", folder.path().join("circle.ron")).expect("a link");
        refused(&checked(folder.path(), "circle.ron"), "link-loop", &["circle.ron", "链接"]);
        symlink("gone.ron", folder.path().join("broken.ron")).expect("a link");
        refused(&checked(folder.path(), "broken.ron"), "link-loop", &["broken.ron", "链接"]);

        fs::create_dir(folder.path().join("calls")).expect("a folder");
        symlink("..", folder.path().join("calls/up")).expect("a link");
        fs::write(folder.path().join("calls/good.ron"), SMALLEST).expect("a file");
        let run = checked(folder.path(), "calls");
        found(&run, "link-loop");
        assert!(run.out.contains("calls/up"), "{}", start(&run.out));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_good_file_is_a_good_file() {
        let folder = folder();
        fs::write(folder.path().join("good.ron"), SMALLEST).expect("a file");
        std::os::unix::fs::symlink("good.ron", folder.path().join("link.ron")).expect("a link");
        assert_eq!(checked(folder.path(), "link.ron").code, 0);
    }

    #[test]
    fn names_in_chinese_with_spaces() {
        let folder = folder();
        fs::write(folder.path().join("上周 的电话.ron"), "").expect("a file");
        refused(&checked(folder.path(), "上周 的电话.ron"), "empty-file", &["上周 的电话.ron"]);
    }
}
