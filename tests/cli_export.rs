//! `three-rings demo-data` and `three-rings export`: every format out of real records, and what is said when it does not
//! work.

mod reading;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use calamine::{Reader as _, Xlsx, open_workbook};
use serde_json::Value;
use support::{Run, run_in};
use tempfile::TempDir;

const NAME: &str = "示例学员 小满";
const BYTE_ORDER_MARK: char = '\u{feff}';

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Records with some weeks of somebody made up; only read.
fn records() -> &'static str {
    static RECORDS: LazyLock<TempDir> = LazyLock::new(|| made_up(40));
    RECORDS.path().to_str().expect("a plain path")
}

fn made_up(days: u32) -> TempDir {
    let folder = folder();
    let data = folder.path().to_str().expect("a plain path").to_owned();
    let made = run_in(folder.path(), &["demo-data", "--data", &data, "--days", &days.to_string()]);
    assert_eq!(made.code, 0, "{}", made.err);
    folder
}

/// Exports from the shared records.
fn export(args: &[&str]) -> Run {
    let here = folder();
    run_in(here.path(), &[&["export", "--data", records()], args].concat())
}

fn refused(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert_eq!(run.out, "", "nothing on standard output");
    words.iter().for_each(|word| assert!(run.err.contains(word), "no “{word}” in: {}", run.err));
}

/// Exports to a file.
fn exported(file: &Path, args: &[&str]) -> Vec<u8> {
    let run = export(&[args, &["--out", file.to_str().expect("a plain path")]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains(file.to_str().expect("a plain path")), "it says where: {}", run.out);
    fs::read(file).expect("the file")
}

/// The rows of a CSV table, the head first.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// How many attempts there are.
fn attempts() -> usize {
    rows(&export(&["--format", "csv", "--all"]).out).len() - 1
}

mod formats {
    use super::*;

    #[test]
    fn csv_begins_with_a_byte_order_mark_and_has_a_row_an_attempt() {
        let run = export(&["--format", "csv", "--profile", NAME]);
        let table = rows(&run.out);
        assert!(table.len() > 10 && table[0][0] == "学员", "{:?}", table[0]);
        assert!(table[1..].iter().all(|row| row[0] == NAME));
    }

    #[test]
    fn choices_are_a_row_a_word() {
        let table = rows(&export(&["--format", "choices", "--all"]).out);
        assert!(table.len() > 10 * attempts(), "only {} rows", table.len());
    }

    #[test]
    fn a_workbook_opens_elsewhere_and_has_its_four_sheets() {
        let here = folder();
        let file = here.path().join("a.xlsx");
        exported(&file, &["--format", "xlsx", "--all"]);
        let workbook: Xlsx<_> = open_workbook(&file).expect("a workbook");
        assert_eq!(workbook.sheet_names(), ["学员汇总", "演练记录", "评分点", "逐句记录"]);
    }

    #[test]
    fn xapi_is_one_json_array_and_names_nobody_unless_told_to() {
        let withheld = export(&["--format", "xapi", "--all"]).out;
        let statements: Vec<Value> = serde_json::from_str(&withheld).expect("a JSON array");
        assert!(statements.len() > attempts() && !withheld.contains(NAME));
        assert!(export(&["--format", "xapi", "--all", "--names"]).out.contains(NAME));
    }

    #[test]
    fn html_is_one_file_without_links() {
        let run = export(&["--format", "html", "--profile", NAME]);
        assert!(run.out.starts_with("<!DOCTYPE html>") && run.out.contains("47 个要点"));
        ["<link", "src=", "href=", "url(", "http"].iter().for_each(|it| assert!(!run.out.contains(it), "{it}"));
    }

    #[test]
    fn a_pdf_can_be_searched() {
        let here = folder();
        let bytes = exported(&here.path().join("a.pdf"), &["--format", "pdf", "--profile", NAME]);
        assert!(bytes.starts_with(b"%PDF"));
        let text = reading::pages(&bytes).concat();
        for words in ["示例学员小满的学习报告", "接下来练什么", "得分走势", "个要点"] {
            assert!(text.contains(words), "no {words} in {text}");
        }
    }

    #[test]
    fn one_attempt_is_a_report_of_its_own() {
        let run = export(&["--format", "html", "--profile", NAME, "--attempt", "2"]);
        assert!(
            run.out.contains("演练报告") && run.out.contains("逐句记录") && run.out.contains("第 2 环"),
            "{}",
            run.err
        );
        let table = rows(&export(&["--format", "csv", "--profile", NAME, "--attempt", "2"]).out);
        assert_eq!((table.len(), table[1][1].as_str()), (2, "2"), "the tables know it, too");
    }

    #[test]
    fn in_three_languages() {
        for (lang, words) in [("zh-Hans", "的学习报告"), ("zh-Hant", "的學習報告"), ("en", "Progress report")]
        {
            let run = export(&["--format", "html", "--all", "--lang", lang]);
            assert!(run.out.contains(words) && run.out.contains(&format!("<html lang=\"{lang}\">")), "{}", run.err);
        }
    }

    #[test]
    fn the_same_export_twice_gives_the_same_bytes() {
        let here = folder();
        for format in ["csv", "choices", "xlsx", "xapi", "html", "pdf"] {
            let once = exported(&here.path().join("once"), &["--format", format, "--all"]);
            // Files in a workbook are dated to two seconds: a clock that was read would show.
            if format == "xlsx" {
                std::thread::sleep(std::time::Duration::from_millis(2_100));
            }
            assert_eq!(once, exported(&here.path().join("twice"), &["--format", format, "--all"]), "{format}");
        }
    }

    #[test]
    fn the_hash_on_a_report_is_found_in_the_records() {
        let html = export(&["--format", "html", "--profile", NAME, "--attempt", "3"]).out;
        let (_, rest) = html.split_once("--head ").expect("how to check it");
        let hash: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        assert_eq!(hash.len(), 16);
        let file = Path::new(records()).join("records.db");
        let verified = run_in(folder().path(), &["verify", file.to_str().expect("plain"), "--head", &hash]);
        assert_eq!(verified.code, 0, "{}", verified.err);
    }
}

mod asking {
    use super::*;

    #[test]
    fn without_saying_whose_it_says_who_there_is() {
        refused(&export(&["--format", "csv"]), &["--profile", "--all", NAME]);
    }

    #[test]
    fn a_name_nobody_has_comes_with_the_nearest() {
        refused(&export(&["--format", "csv", "--profile", "示例学员 小暑"]), &["示例学员 小暑", NAME]);
    }

    #[test]
    fn an_attempt_there_is_not_says_how_many_there_are() {
        let most = attempts().to_string();
        refused(
            &export(&["--format", "pdf", "--profile", NAME, "--attempt", "9999", "--out", "a.pdf"]),
            &["9999", &most],
        );
        refused(&export(&["--format", "html", "--profile", NAME, "--attempt", "0"]), &["0", &most]);
    }

    #[test]
    fn what_is_no_text_is_not_put_on_the_screen() {
        for format in ["xlsx", "pdf"] {
            refused(&export(&["--format", format, "--all"]), &[format, "--out"]);
        }
    }

    #[test]
    fn days_that_are_none_or_run_backwards_are_refused() {
        refused(&export(&["--format", "csv", "--all", "--from", "昨天"]), &["昨天", "2026-11-23"]);
        let backwards = ["--format", "csv", "--all", "--from", "2026-05-02", "--to", "2026-05-01"];
        refused(&export(&backwards), &["--from 2026-05-02", "--to 2026-05-01"]);
    }

    #[test]
    fn days_without_practice_say_so() {
        refused(&export(&["--format", "csv", "--all", "--to", "1999-12-31"]), &["--from", "--to"]);
    }

    #[test]
    fn days_keep_the_attempts_begun_on_them_both_ends_included() {
        let all = rows(&export(&["--format", "csv", "--all"]).out);
        let day = |row: &[String]| row[2][..10].to_owned();
        let (first, last) = (day(&all[1]), day(&all[all.len() / 2]));
        let some = rows(&export(&["--format", "csv", "--all", "--from", &first, "--to", &last]).out);
        let meant = all[1..].iter().filter(|row| day(row) <= last).count();
        assert_eq!(some.len() - 1, meant);
        assert!(meant < all.len() - 1, "some are left out");
    }
}

mod writing {
    use super::*;

    fn left(folder: &Path) -> Vec<PathBuf> {
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let here = folder();
        let file = here.path().join("nowhere/a.csv");
        let run = export(&["--format", "csv", "--all", "--out", file.to_str().expect("plain")]);
        refused(&run, &["nowhere", "文件夹"]);
        assert_eq!(left(here.path()), [] as [PathBuf; 0]);
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_nothing_behind() {
        let here = folder();
        let taken = here.path().join("a.csv");
        fs::create_dir(&taken).expect("a folder in the file's place");
        refused(&export(&["--format", "csv", "--all", "--out", taken.to_str().expect("plain")]), &["a.csv"]);
        assert_eq!(left(here.path()), [taken]);
    }

    #[test]
    fn an_export_that_fails_leaves_the_file_that_was_there() {
        let here = folder();
        let file = here.path().join("a.csv");
        fs::write(&file, "old").expect("a file");
        let run = export(&["--format", "csv", "--all", "--to", "1999-12-31", "--out", file.to_str().expect("plain")]);
        assert_eq!((run.code, fs::read_to_string(&file).expect("it").as_str()), (2, "old"));
    }
}

mod pins {
    use super::*;

    /// Two made-up trainees, of whom the second has a PIN.
    fn two() -> TempDir {
        let records = made_up(3);
        let data = records.path().to_str().expect("plain").to_owned();
        let run = |args: &[&str]| {
            let run = run_in(records.path(), &[args, &["--data", &data]].concat());
            assert_eq!(run.code, 0, "{}", run.err);
        };
        run(&["demo-data", "--days", "3", "--name", "小暑", "--seed", "1"]);
        run(&["profile", "pin", "示例学员 小暑", "--new", "2468"]);
        records
    }

    #[test]
    fn whoever_has_a_pin_is_exported_only_with_it() {
        let records = two();
        let export = |args: &[&str]| {
            let data = ["--data", records.path().to_str().expect("plain"), "--format", "csv"];
            run_in(records.path(), &[&["export"], &data[..], args].concat())
        };
        let both = |run: &Run| (run.out.contains(NAME), run.out.contains("示例学员 小暑"));
        refused(&export(&["--profile", "示例学员 小暑"]), &["PIN", "--pin"]);
        refused(&export(&["--profile", "示例学员 小暑", "--pin", "1357"]), &["PIN", "小暑"]);
        assert_eq!(both(&export(&["--profile", "示例学员 小暑", "--pin", "2468"])), (false, true));
        let open = export(&["--all"]);
        assert_eq!(both(&open), (true, false));
        assert!(open.err.contains("小暑") && open.err.contains("--pin"), "whoever is left out is named: {}", open.err);
        let all = export(&["--all", "--pin", "2468"]);
        assert_eq!((both(&all), all.err.as_str()), ((true, true), ""));
        refused(&export(&["--all", "--pin", "2468", "--attempt", "1"]), &["--profile"]);
        let report = ["export", "--format", "html", "--all", "--pin", "2468", "--data"];
        let report = run_in(records.path(), &[&report[..], &[records.path().to_str().expect("plain")]].concat());
        refused(&report, &["--profile", "xlsx"]);
    }
}

mod demo {
    use super::*;

    #[test]
    fn it_wants_a_folder_of_its_own() {
        let here = folder();
        refused(&run_in(here.path(), &["demo-data"]), &["--data"]);
        assert_eq!(fs::read_dir(here.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn its_records_are_sound_and_say_that_they_are_made_up() {
        let file = Path::new(records()).join("records.db");
        let verified = run_in(folder().path(), &["verify", file.to_str().expect("plain")]);
        assert_eq!(verified.code, 0, "{}", verified.out);
        assert!(verified.out.contains(NAME) && verified.out.starts_with('✓'), "{}", verified.out);
    }

    #[test]
    fn one_call_waits_to_be_taken_up_again() {
        let overview = run_in(folder().path(), &["records", "--data", records()]);
        assert!(overview.out.contains("断在半路 1 次"), "{}", overview.out);
    }

    #[test]
    fn the_same_name_twice_is_refused_and_another_one_says_that_it_is_made_up() {
        let records = made_up(2);
        let data = records.path().to_str().expect("plain");
        refused(&run_in(records.path(), &["demo-data", "--data", data, "--days", "2"]), &[NAME, "--name"]);
        let other = ["demo-data", "--data", data, "--days", "2", "--name", "阿强"];
        assert_eq!(run_in(records.path(), &other).code, 0);
        let listed = run_in(records.path(), &["profile", "list", "--data", data]).out;
        assert!(listed.contains("示例学员 阿强"), "{listed}");
        // Of the same seed, and still an own chain.
        let of = |name| {
            rows(&run_in(records.path(), &["export", "--data", data, "--format", "csv", "--profile", name]).out).len()
        };
        assert_eq!(of("示例学员 阿强"), of(NAME));
    }

    #[test]
    fn its_attempts_stand_in_order_of_time_and_none_lies_ahead() {
        let table = rows(&export(&["--format", "csv", "--all"]).out);
        let began: Vec<&str> = table[1..].iter().map(|row| row[2].as_str()).collect();
        assert!(began.is_sorted(), "{began:?}");
        let tomorrow = jiff::Zoned::now().date().tomorrow().expect("a day").to_string();
        assert!(*began.last().expect("an attempt") < tomorrow.as_str());
    }
}
