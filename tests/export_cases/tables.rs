//! The tables as CSV.

use std::collections::HashMap;

use three_rings::content::language::Language::{self, En, ZhHans, ZhHant};
use three_rings::export::csv;
use three_rings::locale::Locale;
use three_rings::proof::Policy;
use three_rings::proof::desk::Bot;
use three_rings::record::attempt::Status;

use crate::export_kit::{Trained, material, played};

/// Names that a spreadsheet would run, and what it should read instead.
const FORMULAS: [(&str, &str); 7] = [
    (r#"=HYPERLINK("x")"#, r#"'=HYPERLINK("x")"#),
    ("+1", "'+1"),
    ("@SUM", "'@SUM"),
    ("-2+3", "'-2+3"),
    ("＝1+1", "'＝1+1"),
    ("\t=1", "'\t=1"),
    ("王\"小\"明,一\r\n二", "王\"小\"明,一\r\n二"),
];

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// The rows of a CSV file, by the heads of their columns.
fn rows(bytes: &[u8]) -> Vec<HashMap<String, String>> {
    let mut reader = ::csv::Reader::from_reader(&bytes["\u{feff}".len()..]);
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// Somebody with a call and a shift in a language.
fn trained(name: &str, language: Language) -> Trained {
    let mut trained = Trained::new(name, 3);
    trained.call("busy-owner", language, Policy::Random, 1);
    trained.shift("first-day", language, Bot::Slow, 2);
    trained
}

#[test]
fn a_file_begins_with_a_byte_order_mark_and_every_line_ends_in_cr_lf() {
    let trained = trained("甲", ZhHans);
    let material = material(&[&trained]);
    let locale = Locale::new(ZhHans);
    for file in [csv::attempts(&material, &locale), csv::choices(&material, &locale)] {
        let file = text(file.expect("a file"));
        assert!(file.starts_with("\u{feff}学员,"), "{}", &file[..40]);
        assert!(file.ends_with("\r\n"));
        assert_eq!(file.matches("\r\n").count(), 1 + rows(file.as_bytes()).len());
    }
}

#[test]
fn names_that_look_like_formulas_are_text_and_everything_else_comes_back_as_it_was() {
    for (name, read) in FORMULAS {
        let trained = trained(name, ZhHans);
        let material = material(&[&trained]);
        for file in [csv::attempts(&material, &Locale::new(ZhHans)), csv::choices(&material, &Locale::new(ZhHans))] {
            for row in rows(&file.expect("a file")) {
                assert_eq!(row["学员"], read);
                let dangerous = row.values().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t']));
                assert_eq!(dangerous, None);
            }
        }
    }
}

#[test]
fn the_numbers_are_those_of_the_summaries() {
    let trained = trained("甲", ZhHans);
    let material = material(&[&trained]);
    let rows = rows(&csv::attempts(&material, &Locale::new(ZhHans)).expect("a file"));
    assert_eq!(rows.len(), 2);
    for (row, kept) in rows.iter().zip(&trained.kept) {
        assert_eq!(row["序号"], kept.place.to_string());
        assert_eq!(row["得分"], kept.attempt.summary.score().to_string());
        assert_eq!(row["通过"], if kept.attempt.summary.is_passed() { "是" } else { "否" });
        assert_eq!(row["校验值"], kept.hash);
        assert_eq!(row["演练编号"], kept.attempt.setup.id.to_string());
    }
    assert_eq!(rows[0]["开始时间"], "2026-11-23 09:30:00");
    assert_eq!((rows[0]["考试"].as_str(), rows[1]["考试"].as_str()), ("否", "是"));
    assert_eq!((rows[0]["种类"].as_str(), rows[1]["种类"].as_str()), ("通话", "值班"));
    assert!(rows[0]["应接电话"].is_empty() && !rows[1]["应接电话"].is_empty());
    assert!(
        !rows[0]["维度：倾听共情"].is_empty() && rows[1]["维度：倾听共情"].is_empty(),
        "a column for each dimension"
    );
}

#[test]
fn several_trainees_share_one_file() {
    let (one, other) = (trained("甲", ZhHans), trained("乙", En));
    let material = material(&[&one, &other]);
    let rows = rows(&csv::attempts(&material, &Locale::new(ZhHans)).expect("a file"));
    let names: Vec<&str> = rows.iter().map(|row| row["学员"].as_str()).collect();
    assert_eq!(names, ["甲", "甲", "乙", "乙"]);
}

#[test]
fn an_anonymised_attempt_keeps_its_summary_and_says_that_its_words_are_gone() {
    let mut trained = trained("甲", ZhHans);
    trained.profile.is_anonymous = true;
    trained.kept.iter_mut().for_each(|kept| kept.attempt.inputs = None);
    let material = material(&[&trained]);
    let locale = Locale::new(ZhHans);
    let attempts = rows(&csv::attempts(&material, &locale).expect("a file"));
    assert_eq!(attempts.len(), 2);
    assert!(attempts.iter().all(|row| row["逐句内容"] == "已匿名，逐句内容已删除" && !row["得分"].is_empty()));
    assert!(rows(&csv::choices(&material, &locale).expect("a file")).is_empty());
}

#[test]
fn what_was_given_up_is_neither_passed_nor_failed() {
    let call = played("busy-owner", ZhHans, Policy::Recommended, 3).back_to(4);
    let mut trained = Trained::new("甲", 1);
    trained.keep_call(&call, ZhHans, Status::GivenUp);
    let material = material(&[&trained]);
    let rows = rows(&csv::attempts(&material, &Locale::new(ZhHans)).expect("a file"));
    let cell = |key: &str| rows[0][key].as_str();
    assert_eq!((cell("状态"), cell("通过"), cell("结论")), ("放弃", "", ""));
}

#[test]
fn the_heads_are_in_the_language_of_the_interface() {
    let trained = trained("甲", ZhHans);
    let material = material(&[&trained]);
    for (language, head) in [(ZhHans, "学员,序号,开始时间"), (ZhHant, "學員,序號,開始時間"), (En, "Trainee,No.,Began")]
    {
        let locale = Locale::new(language);
        let attempts = text(csv::attempts(&material, &locale).expect("a file"));
        assert!(attempts["\u{feff}".len()..].starts_with(head), "{}", &attempts[..60]);
        for file in [attempts, text(csv::choices(&material, &locale).expect("a file"))] {
            let unknown = ["export-", "verdict-", "outcome-", "compliance-", "turn-"];
            assert!(!unknown.iter().any(|key| file.contains(key)), "every word has its translation");
        }
    }
}

#[test]
fn a_choice_stands_on_a_row_of_its_own_with_what_was_offered() {
    let trained = trained("甲", ZhHans);
    let material = material(&[&trained]);
    let rows = rows(&csv::choices(&material, &Locale::new(ZhHans)).expect("a file"));
    let choices: Vec<_> = material.trainees[0].attempts.iter().flat_map(|told| told.record.choices()).collect();
    assert_eq!(rows.len(), choices.len());
    for (row, choice) in rows.iter().zip(choices) {
        assert_eq!(row["题目编号"], choice.question);
        assert_eq!(row["得分千分数"], choice.worth.credit().to_string());
        assert_eq!(row["可选"].lines().count(), choice.offered.len());
        let trust = choice.mood.map_or(String::new(), |(before, _)| before.trust.to_string());
        assert_eq!(row["信任（前）"], trust);
    }
}
