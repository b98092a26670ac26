//! The tables as a workbook, read back by another program's eyes.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use three_rings::content::language::Language::{self, En, ZhHans, ZhHant};
use three_rings::export::{Material, xlsx};
use three_rings::locale::Locale;
use three_rings::proof::Policy;
use three_rings::proof::desk::Bot;
use three_rings::record::attempt::Status;

use crate::export_kit::{MORNING, Trained, material, played};

const DANGEROUS: &str = r#"=HYPERLINK("x")"#;

fn trained() -> Trained {
    let mut trained = Trained::new(DANGEROUS, 4);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 1);
    trained.call("angry-owner", ZhHans, Policy::Random, 2);
    trained.shift("first-day", ZhHans, Bot::Slow, 2);
    let half = played("busy-owner", ZhHans, Policy::Recommended, 3).back_to(5);
    trained.keep_call(&half, ZhHans, Status::GivenUp);
    trained
}

fn workbook(material: &Material<'_>, language: Language) -> Vec<u8> {
    xlsx::workbook(material, &Locale::new(language), MORNING).expect("a workbook")
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

/// A sheet's rows, its head first.
fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Vec<Vec<Data>> {
    workbook.worksheet_range(name).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

/// The cells of a column, below its head.
fn column<'s>(sheet: &'s [Vec<Data>], head: &str) -> Vec<&'s Data> {
    let place = sheet[0].iter().position(|cell| *cell == Data::String(head.to_owned()));
    let place = place.unwrap_or_else(|| panic!("no column {head} in {:?}", sheet[0]));
    sheet[1..].iter().map(|row| &row[place]).collect()
}

fn numbers(cells: Vec<&Data>) -> Vec<f64> {
    cells.into_iter().filter_map(|cell| if let Data::Float(number) = cell { Some(*number) } else { None }).collect()
}

#[test]
fn there_is_a_sheet_each_for_trainees_attempts_criteria_and_choices() {
    let trained = trained();
    let material = material(&[&trained]);
    for (language, names) in [
        (ZhHans, ["学员汇总", "演练记录", "评分点", "逐句记录"]),
        (ZhHant, ["學員彙總", "演練記錄", "評分點", "逐句記錄"]),
        (En, ["Trainees", "Attempts", "Criteria", "Choices"]),
    ] {
        assert_eq!(opened(workbook(&material, language)).sheet_names(), names);
    }
}

#[test]
fn the_numbers_are_numbers_and_those_of_the_summaries() {
    let trained = trained();
    let material = material(&[&trained]);
    let mut workbook = opened(workbook(&material, ZhHans));
    let attempts = sheet(&mut workbook, "演练记录");
    let scores: Vec<f64> = trained.kept.iter().map(|kept| f64::from(kept.attempt.summary.score())).collect();
    assert_eq!(numbers(column(&attempts, "得分")), scores);
    let criteria = sheet(&mut workbook, "评分点");
    let due: u32 = trained.kept.iter().flat_map(|kept| kept.attempt.summary.criteria()).map(|it| it.due).sum();
    assert_eq!(numbers(column(&criteria, "应做")).iter().sum::<f64>(), f64::from(due));
    let choices = sheet(&mut workbook, "逐句记录");
    let told = material.trainees[0].attempts.iter().flat_map(|told| told.record.choices());
    let credits: Vec<f64> = told.map(|choice| f64::from(choice.worth.credit())).collect();
    assert_eq!(numbers(column(&choices, "得分千分数")), credits);
}

#[test]
fn the_summary_counts_what_was_finished_and_what_was_passed() {
    let trained = trained();
    let mut workbook = opened(workbook(&material(&[&trained]), ZhHans));
    let summary = sheet(&mut workbook, "学员汇总");
    let number = |head: &str| numbers(column(&summary, head))[0];
    let finished: Vec<_> = trained.kept.iter().filter(|it| it.attempt.status == Status::Finished).collect();
    let passed = finished.iter().filter(|it| it.attempt.summary.is_passed()).count();
    assert_eq!((number("演练次数"), number("完成"), number("放弃")), (4.0, 3.0, 1.0));
    assert_eq!((number("通话演练"), number("前台值班"), number("考试")), (3.0, 1.0, 2.0));
    assert_eq!(number("通过率"), passed as f64 / finished.len() as f64);
    let mut scores: Vec<u32> = finished.iter().map(|it| it.attempt.summary.score()).collect();
    scores.sort_unstable();
    assert_eq!(number("得分中位数"), f64::from(scores[1]));
    let lasted: f64 = trained.kept.iter().map(|it| f64::from(it.attempt.lasted_ms)).sum();
    assert!((number("分钟") - lasted / 60_000.0).abs() < 0.1);
}

#[test]
fn somebody_who_has_not_practised_has_a_row_and_no_rate() {
    let nobody = Trained::new("新人", 5);
    let mut workbook = opened(workbook(&material(&[&nobody]), ZhHans));
    let summary = sheet(&mut workbook, "学员汇总");
    assert_eq!(column(&summary, "通过率"), [&Data::Empty]);
    assert_eq!(column(&summary, "最近演练"), [&Data::Empty]);
    assert_eq!(sheet(&mut workbook, "逐句记录").len(), 1, "a head and nothing below");
}

#[test]
fn dates_are_dates() {
    let trained = trained();
    let mut workbook = opened(workbook(&material(&[&trained]), ZhHans));
    for (sheet_name, head) in [("演练记录", "开始时间"), ("学员汇总", "最近演练"), ("逐句记录", "开始时间")]
    {
        let sheet = sheet(&mut workbook, sheet_name);
        let Data::DateTime(time) = column(&sheet, head)[0] else { panic!("{sheet_name}: no date") };
        let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
        let last = if sheet_name == "学员汇总" { 26 } else { 23 };
        assert_eq!((year, month, day, hour, minute), (2026, 11, last, 9, 30), "by the trainee's clock");
    }
}

#[test]
fn nothing_a_trainee_is_called_becomes_a_formula() {
    let trained = trained();
    let mut workbook = opened(workbook(&material(&[&trained]), ZhHans));
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} has a formula");
        let sheet = sheet(&mut workbook, &name);
        let names = column(&sheet, "学员");
        assert!(names.iter().all(|cell| **cell == Data::String(DANGEROUS.to_owned())), "{name}: {names:?}");
    }
}

#[test]
fn the_same_records_are_the_same_bytes() {
    let trained = trained();
    let material = material(&[&trained]);
    let first = workbook(&material, ZhHans);
    assert_eq!(first, workbook(&material, ZhHans));
    let later = xlsx::workbook(&material, &Locale::new(ZhHans), MORNING.later(60_000)).expect("a workbook");
    assert_ne!(first, later, "when it was made stands in its properties");
}

#[test]
fn a_text_longer_than_a_cell_holds_is_cut() {
    let mut trained = Trained::new(&"长".repeat(40_000), 6);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 1);
    let mut workbook = opened(workbook(&material(&[&trained]), ZhHans));
    let sheet = sheet(&mut workbook, "演练记录");
    let Data::String(name) = column(&sheet, "学员")[0] else { panic!("text") };
    assert!(name.ends_with("长…") && name.chars().count() == 32_767);
}
