//! `three-rings bank`: what there is, and the way of questions into other programs and back.

mod bank_kit;
mod support;

use std::fs;
use std::path::Path;

use bank_kit::{difference, questions, reread, said};
use serde_json::Value;
use support::{Run, files_below, root, run_in};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn bank(here: &Path, args: &[&str]) -> Run {
    run_in(here, &[&["bank"], args].concat())
}

fn done(here: &Path, args: &[&str]) -> Run {
    let run = bank(here, args);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

fn refused(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    words.iter().for_each(|word| assert!(run.err.contains(word), "no “{word}” in: {}", run.err));
}

fn text_of(here: &Path, file: &str) -> String {
    fs::read_to_string(here.join(file)).expect("the file")
}

const TWO: &str = "::first::几声之内接？{=三声 ~五声#太晚了。####九秒。}\n\n::second::对吗？{T####因为。}\n";

#[test]
fn list_counts_questions_by_file_topic_kind_and_item() {
    let here = folder();
    let json: Value = serde_json::from_str(&done(here.path(), &["list", "--json"]).out).expect("JSON");
    let all = questions().len();
    assert_eq!(json["questions"], all);
    for group in ["topics", "kinds"] {
        let counts = json[group].as_object().expect("counts").values();
        assert_eq!(counts.filter_map(Value::as_u64).sum::<u64>(), all as u64, "{group}");
    }
    let files = json["quizzes"].as_array().expect("files");
    assert_eq!(files.iter().filter_map(|file| file["questions"].as_u64()).sum::<u64>(), all as u64);
    assert_eq!(json["items"].as_object().expect("items").len(), 47, "every item has a question");
    let said = done(here.path(), &["list"]).out;
    assert!(said.contains(&format!("{all} 道题")) && said.contains("前台礼仪") && said.contains("单选"), "{said}");
    assert!(done(here.path(), &["list", "--lang", "en"]).out.contains("One answer"));
}

#[test]
fn every_format_out_and_in_again_gives_the_same_questions() {
    for (file, format, is_whole) in [("a.gift", "gift", false), ("a.xlsx", "xlsx", false), ("b.ron", "ron", true)] {
        let here = folder();
        let exported = done(here.path(), &["export", "--format", format, "--out", file]);
        let back = if is_whole { file } else { "back.ron" };
        if !is_whole {
            assert!(exported.err.contains("找错题") && exported.err.contains("desk-first-fault"), "{}", exported.err);
            done(here.path(), &["import", file, "--out", back]);
        }
        let quiz = reread(&text_of(here.path(), back));
        assert_eq!(quiz.questions.len() == questions().len(), is_whole);
        for is in &quiz.questions {
            assert_eq!(difference(&said(bank_kit::shipped_question(&is.id)), &said(is)), None, "{}", is.id.value);
        }
        let checked = run_in(here.path(), &["check", back]);
        assert_eq!((checked.code, checked.out.contains("0 个错误")), (0, true), "{}", checked.out);
    }
}

#[test]
fn one_file_or_one_topic_can_be_exported() {
    let here = folder();
    done(here.path(), &["export", "--quiz", "quiz-desk", "--format", "ron", "--out", "desk.ron"]);
    let desk = reread(&text_of(here.path(), "desk.ron"));
    assert_eq!((desk.id.value.as_str(), desk.questions.len()), ("quiz-desk", 53));
    done(here.path(), &["export", "--topic", "红线黄线", "--format", "ron", "--out", "lines.ron"]);
    let lines = reread(&text_of(here.path(), "lines.ron"));
    assert!(lines.questions.len() > 10 && lines.questions.iter().all(|it| it.topic.value.word() == "Lines"));
    assert_eq!(lines.id.value, "bank-export");
}

#[test]
fn somebody_else_s_gift_becomes_a_file_that_passes_check() {
    let here = folder();
    fs::write(here.path().join("others.gift"), TWO).expect("written");
    let args =
        ["import", "others.gift", "--out", "mine.ron", "--topic", "Desk", "--items", "45,46", "--title", "别处的题"];
    let run = done(here.path(), &args);
    assert!(run.out.contains("mine.ron") && run.out.contains("2 道题"), "{}", run.out);
    let quiz = reread(&text_of(here.path(), "mine.ron"));
    assert_eq!((quiz.id.value.as_str(), quiz.title.value.as_str()), ("mine", "别处的题"));
    assert_eq!(quiz.questions[0].items.iter().map(|item| item.value).collect::<Vec<_>>(), [45, 46]);
    assert_eq!(run_in(here.path(), &["check", "mine.ron"]).code, 0);
}

#[test]
fn what_is_left_out_is_pointed_at_and_the_rest_is_written() {
    let here = folder();
    let broken = format!(
        "{TWO}\n::third::谈谈看法。{{####要人来改}}\n\n::third-2::几？{{=甲 =乙 ~丙####因}}\n\n::first::又一道{{F####因}}\n"
    );
    fs::write(here.path().join("a.txt"), broken).expect("written");
    let run = bank(here.path(), &["import", "a.txt", "--out", "a.ron", "--items", "5"]);
    assert_eq!(run.code, 1, "{}", run.err);
    for words in ["error[gift-essay]", "a.txt:5:1", "error[two-right]", "^^", "2 处错误"] {
        assert!(run.out.contains(words), "no “{words}” in: {}", run.out);
    }
    let ids: Vec<String> = reread(&text_of(here.path(), "a.ron")).questions.into_iter().map(|it| it.id.value).collect();
    assert_eq!(ids, ["first", "second", "first-2"]);
}

/// What is written anew with `UPDATE_EXPECT=1 cargo test --test cli_bank` is read before it is kept.
#[test]
fn every_message_about_gift_reads_as_it_should() {
    let here = folder();
    fs::copy(root("tests/gift/broken.gift"), here.path().join("broken.gift")).expect("copied");
    let run = bank(here.path(), &["import", "broken.gift", "--out", "a.ron", "--items", "5"]);
    let (said, golden) = (format!("{}exit {}\n", run.out, run.code), root("tests/gift/broken.expected"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&golden, &said).expect("a writable golden file");
    }
    assert_eq!(said, support::text_of(&golden));
}

#[test]
fn every_code_of_other_formats_has_a_test() {
    // Their files have no places, or more than one file is needed: see bank_foreign.rs.
    const ELSEWHERE: [&str; 2] = ["gift-empty", "gift-no-item"];
    let golden = support::text_of(&root("tests/gift/broken.expected"));
    let sheets = support::text_of(&root("tests/bank_sheet.rs"));
    let mut seen = 0;
    for path in files_below(&root("src/export"), "rs") {
        let text = support::text_of(&path);
        for code in text.split('"').filter(|it| it.starts_with("gift-") || it.starts_with("sheet-")) {
            if !code.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                continue;
            }
            seen += 1;
            let is_tested = golden.contains(&format!("[{code}]")) || sheets.contains(code) || ELSEWHERE.contains(&code);
            assert!(is_tested, "{code} of {} has no test", path.display());
        }
    }
    assert!(seen > 15, "only {seen} codes seen: is this test still reading them?");
}

#[test]
fn a_warning_leaves_nothing_out() {
    let here = folder();
    fs::write(here.path().join("a.gift"), "对吗？{T}\n").expect("written");
    let run = done(here.path(), &["import", "a.gift", "--out", "a.ron", "--items", "5"]);
    assert!(run.out.contains("warning[missing-why]") && run.out.contains("1 处提醒"), "{}", run.out);
    assert_eq!(run_in(here.path(), &["check", "a.ron"]).code, 0, "what was written passes");
}

#[test]
fn without_an_item_it_says_how_to_give_one() {
    let here = folder();
    fs::write(here.path().join("a.gift"), TWO).expect("written");
    let run = bank(here.path(), &["import", "a.gift", "--out", "a.ron"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("--items 5,6") && run.out.contains("没有一道题能导入"), "{}", run.out);
    assert!(!here.path().join("a.ron").exists());
}

#[test]
fn nothing_is_written_over_unless_told_to() {
    let here = folder();
    fs::write(here.path().join("a.gift"), TWO).expect("written");
    fs::write(here.path().join("a.ron"), "mine").expect("written");
    let import = ["import", "a.gift", "--out", "a.ron", "--items", "5"];
    refused(&bank(here.path(), &import), &["a.ron", "--force"]);
    refused(&bank(here.path(), &["export", "--format", "ron", "--out", "a.ron"]), &["a.ron", "--force"]);
    assert_eq!(text_of(here.path(), "a.ron"), "mine");
    done(here.path(), &[&import[..], &["--force"]].concat());
    assert_eq!(reread(&text_of(here.path(), "a.ron")).questions.len(), 2);
}

#[test]
fn ids_that_the_bank_has_already_are_said() {
    let here = folder();
    fs::write(here.path().join("a.gift"), TWO.replace("first", "desk-first-lacks")).expect("written");
    let run = done(here.path(), &["import", "a.gift", "--out", "a.ron", "--items", "5"]);
    assert!(run.err.contains("desk-first-lacks") && run.err.contains("有 1 道题的 id"), "{}", run.err);
    done(here.path(), &["export", "--quiz", "quiz-law", "--format", "gift", "--out", "law.gift"]);
    let again = done(here.path(), &["import", "law.gift", "--out", "law.ron", "--id", "quiz-law"]);
    assert_eq!(again.err, "", "a file that takes another's place has no twins there");
}

#[test]
fn what_cannot_be_done_is_refused_in_words() {
    let here = folder();
    fs::write(here.path().join("a.gift"), TWO).expect("written");
    fs::write(here.path().join("a.doc"), TWO).expect("written");
    let cases: [(&[&str], &[&str]); 9] = [
        (&["import", "a.doc", "--out", "a.ron"], &["a.doc", ".gift", ".xlsx"]),
        (&["import", "no.gift", "--out", "a.ron"], &["no.gift", "没有这个文件"]),
        (&["import", "no.xlsx", "--out", "a.ron"], &["no.xlsx", "没有这个文件"]),
        (&["import", "a.gift", "--out", "a.txt"], &["a.txt", ".ron"]),
        (&["import", "a.gift", "--out", "a.ron", "--id", "我的"], &["我的", "小写字母"]),
        (&["import", "a.gift", "--out", "no/a.ron", "--items", "5"], &["no", "先建好它"]),
        (&["import", "a.gift", "--out", "a.ron", "--topic", "前台"], &["前台", "Desk（前台礼仪）"]),
        (&["export", "--quiz", "quiz-dsek", "--format", "gift", "--out", "b.gift"], &["quiz-dsek", "quiz-desk"]),
        (&["import", "a.gift", "--out", "a.ron", "--items", "48"], &["48", "47"]),
    ];
    for (args, words) in cases {
        refused(&bank(here.path(), args), words);
    }
    let only_calls = ["export", "--quiz", "quiz-desk-calls", "--format", "gift", "--out", "b.gift"];
    refused(&bank(here.path(), &only_calls), &["GIFT", "一道也说不了", "--format ron"]);
    assert!(!here.path().join("b.gift").exists() && !here.path().join("a.ron").exists());
}

#[test]
fn problems_of_a_workbook_name_the_cell() {
    let here = folder();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("题库").expect("a name");
    for (column, (head, cell)) in (0..).zip([("题型", "判断"), ("题目", "对吗？"), ("答案", "也许"), ("讲解", "因为")])
    {
        sheet.write_string(0, column, head).expect("a heading");
        sheet.write_string(1, column, cell).expect("a cell");
        sheet.write_string(2, column, cell.replace("也许", "对")).expect("a cell");
    }
    workbook.save(here.path().join("a.xlsx")).expect("saved");
    let run = bank(here.path(), &["import", "a.xlsx", "--out", "a.ron", "--items", "5"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("a.xlsx “题库”第 2 行“答案”（C2）"), "{}", run.out);
    assert_eq!(reread(&text_of(here.path(), "a.ron")).questions.len(), 1);
    fs::write(here.path().join("b.xlsx"), "题型,题目").expect("written");
    let run = bank(here.path(), &["import", "b.xlsx", "--out", "b.ron"]);
    assert!(run.code == 1 && run.out.contains("error[not-a-workbook]"), "{}", run.out);
}

#[test]
fn imported_questions_are_in_the_bank_of_who_puts_them_there() {
    let here = folder();
    fs::write(here.path().join("a.gift"), TWO).expect("written");
    done(here.path(), &["import", "a.gift", "--out", "a.ron", "--items", "45", "--topic", "Desk"]);
    let json: Value =
        serde_json::from_str(&done(here.path(), &["list", "--json", "--scenarios", "."]).out).expect("JSON");
    assert_eq!(json["questions"], questions().len() + 2);
}
