//! Questions as a workbook and back: what is kept, what is said of the rest, and what is made of sheets that were filled
//! in by hand.

mod bank_kit;
mod support;

use std::io::Cursor;

use bank_kit::nasty::{apart, kinds, nasty};
use bank_kit::{codes, difference, question, questions, said, said_kind, text};
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use three_rings::content::quiz::{Kind, Question, Topic};
use three_rings::diagnostic::{Span, Spanned};
use three_rings::export::intake::{Defaults, NO_WHY, sift};
use three_rings::export::sheet::{GUIDE, QUESTIONS, Rows, read, workbook};
use three_rings::export::unsaid::Reason;

fn defaults() -> Defaults {
    Defaults { topic: Topic::Desk, items: vec![45] }
}

/// Writes a question and reads it again.
fn again(question: &Question) -> Question {
    let (bytes, unsaid) = workbook([question]).expect("a workbook");
    assert_eq!(unsaid, []);
    let mut rows = read(&bytes, &Defaults::default());
    assert_eq!(rows.problems, []);
    assert_eq!(rows.questions.len(), 1);
    rows.questions.remove(0)
}

/// A workbook somebody filled in: headings, and cells by row.
fn filled(rows: &[&[(&str, &str)]]) -> Vec<u8> {
    let mut heads: Vec<&str> = Vec::new();
    rows.iter().flat_map(|row| row.iter()).for_each(|(head, _)| {
        if !heads.contains(head) {
            heads.push(head);
        }
    });
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(QUESTIONS).expect("a name");
    for (column, head) in (0..).zip(&heads) {
        sheet.write_string(0, column, *head).expect("a heading");
    }
    for (line, row) in (1..).zip(rows) {
        for (head, cell) in *row {
            let column = heads.iter().position(|it| it == head).expect("a column");
            sheet.write_string(line, u16::try_from(column).expect("few columns"), *cell).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn one(row: &[(&str, &str)]) -> Rows {
    read(&filled(&[row]), &defaults())
}

fn kind(row: &[(&str, &str)]) -> String {
    let common = [("题目", "问？"), ("讲解", "因为")];
    let rows = one(&[&common, row].concat());
    assert_eq!(codes(&rows.problems), Vec::<&str>::new(), "{:?}", rows.problems);
    said_kind(&rows.questions[0].answer.value)
}

/// What keeps a row out, in the words that are printed.
fn refused(row: &[(&str, &str)]) -> String {
    let common = [("题目", "问？"), ("讲解", "因为")];
    let rows = one(&[&common, row].concat());
    assert!(rows.questions.is_empty(), "it was let in");
    rows.in_words("a.xlsx", &rows.problems)
}

mod round_trip {
    use super::*;

    #[test]
    fn every_question_that_fits_into_a_row_comes_back_as_it_was() {
        let (bytes, unsaid) = workbook(questions()).expect("a workbook");
        let rows = read(&bytes, &Defaults::default());
        assert_eq!(rows.problems, []);
        let said_ones: Vec<_> =
            questions().into_iter().filter(|it| !unsaid.iter().any(|left| left.id == it.id.value)).collect();
        assert_eq!(rows.questions.len(), said_ones.len());
        for (was, is) in said_ones.iter().zip(&rows.questions) {
            assert_eq!(difference(&said(was), &said(is)), None, "{}", was.id.value);
        }
    }

    #[test]
    fn only_talks_notes_and_calls_do_not_fit_and_each_is_named() {
        let (_, unsaid) = workbook(questions()).expect("a workbook");
        let expected = questions().into_iter().filter_map(|it| Reason::of(&it.answer.value).map(|why| (it, why)));
        let expected: Vec<_> = expected.map(|(it, why)| (it.id.value.clone(), why)).collect();
        assert_eq!(unsaid.into_iter().map(|it| (it.id, it.reason)).collect::<Vec<_>>(), expected);
        assert!(expected.len() > 50);
    }

    #[test]
    fn what_is_too_long_for_a_cell_or_has_too_many_parts_is_named() {
        let long = question("long", &"问".repeat(32_768), Kind::TrueFalse(true), "因为");
        let steps = (0..10).map(|at| text(&at.to_string())).collect();
        let many = question("many", "排", Kind::Order(steps), "因为");
        let (_, unsaid) = workbook([&long, &many]).expect("a workbook");
        assert_eq!(unsaid.iter().map(|it| it.reason).collect::<Vec<_>>(), [Reason::TooLong, Reason::TooMany]);
    }

    #[test]
    fn the_same_questions_are_the_same_bytes() {
        let once = workbook(questions()).expect("a workbook").0;
        std::thread::sleep(std::time::Duration::from_millis(2_100));
        assert_eq!(once, workbook(questions()).expect("a workbook").0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn any_text_comes_back_to_the_letter(ask in nasty(), words in apart(4..7), why in nasty(), number in -1e9..1e9) {
            let nasty = |(at, kind): (usize, Kind)| Question {
                changed: Some(text(&format!("{why}改"))),
                secs: Some(Spanned { value: 20, at: Span::new(1..2) }),
                ..question(&format!("q-{at}"), &format!("问{ask}"), kind, &format!("{why}因为"))
            };
            let were: Vec<Question> = kinds(&words, number).into_iter().enumerate().map(nasty).collect();
            let rows = read(&workbook(&were).expect("a workbook").0, &Defaults::default());
            prop_assert_eq!(&rows.problems, &[]);
            prop_assert_eq!(rows.questions.len(), were.len());
            for (was, is) in were.iter().zip(&rows.questions) {
                prop_assert_eq!(difference(&said(was), &said(is)), None);
            }
        }
    }
}

mod by_hand {
    use super::*;

    #[test]
    fn each_kind_is_filled_in_as_the_guide_says() {
        assert_eq!(kind(&[("题型", "单选"), ("选项A", "甲"), ("选项B", "乙"), ("答案", "b")]), "Single: -甲 +乙");
        let multiple = [("题型", "Multiple"), ("选项A", "甲"), ("选项B", "乙"), ("选项D", "丁"), ("答案", "A、D")];
        assert_eq!(kind(&multiple), "Multiple: +甲 -乙 +丁");
        assert_eq!(kind(&[("题型", "判断"), ("答案", "错")]), "TrueFalse: false");
        assert_eq!(kind(&[("题型", "填空"), ("答案", "三声\n\n3声\n")]), "Short: 三声/3声");
        assert_eq!(kind(&[("题型", "数字"), ("答案", "9.5"), ("误差", "0.5")]), "Number: 9.5±0.5");
        assert_eq!(kind(&[("题型", "填数"), ("答案", "9"), ("专题", "九招")]), "Number: 9±0", "as the window calls it");
        assert_eq!(kind(&[("题型", "排序"), ("选项A", "先"), ("选项B", "再"), ("选项C", "后")]), "Order: 先/再/后");
        assert_eq!(
            kind(&[("题型", "归类"), ("选项A", "能\n甲\n乙"), ("选项B", "不能\n丙")]),
            "Baskets: 能(甲,乙) 不能(丙)"
        );
        let table = [("题型", "连线"), ("选项A", "英文\nWhen\nWhere"), ("选项B", "问\n何时\n何地\n何价")];
        assert_eq!(kind(&table), "Match: When-何时/Where-何地/何价");
    }

    #[test]
    fn a_row_needs_no_more_than_its_kind_its_question_and_its_answer() {
        let rows = one(&[("题型", "判断"), ("题目", "问？"), ("答案", "对")]);
        let [question] = rows.questions.as_slice() else { panic!("{:?}", rows.problems) };
        assert_eq!((question.id.value.as_str(), question.topic.value), ("row-2", Topic::Desk));
        assert_eq!((question.items[0].value, question.why.value.as_str()), (45, NO_WHY));
        assert_eq!(codes(&rows.problems), ["missing-why"]);
    }

    #[test]
    fn numbers_are_whole_where_they_should_be_though_spreadsheets_know_none() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name(QUESTIONS).expect("a name");
        for (column, head) in (0..).zip(["题型", "题目", "答案", "条目", "秒数", "讲解"]) {
            sheet.write_string(0, column, head).expect("a heading");
        }
        for line in 1..3 {
            sheet.write_string(line, 0, if line == 1 { "数字" } else { "判断" }).expect("a cell");
            sheet.write_string(line, 1, "问？").expect("a cell");
            sheet.write_number(line, 3, 45.0).expect("a cell");
            sheet.write_number(line, 4, 20.0).expect("a cell");
            sheet.write_number(line, 5, 1.5).expect("a cell");
        }
        sheet.write_number(1, 2, 9.0).expect("a cell");
        sheet.write_boolean(2, 2, false).expect("a cell");
        let rows = read(&workbook.save_to_buffer().expect("a workbook"), &Defaults::default());
        assert_eq!(rows.problems, []);
        assert_eq!(said_kind(&rows.questions[0].answer.value), "Number: 9±0");
        assert_eq!(said_kind(&rows.questions[1].answer.value), "TrueFalse: false");
        assert_eq!((rows.questions[0].items[0].value, rows.questions[0].why.value.as_str()), (45, "1.5"));
        assert_eq!(rows.questions[0].secs.as_ref().map(|it| it.value), Some(20));
    }

    #[test]
    fn a_day_and_a_formula_that_fails_are_not_taken_for_words() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name(QUESTIONS).expect("a name");
        for (column, head) in (0..).zip(["题型", "题目", "答案", "条目"]) {
            sheet.write_string(0, column, head).expect("a heading");
        }
        for line in 1..3 {
            sheet.write_string(line, 0, "判断").expect("a cell");
            sheet.write_string(line, 1, "问？").expect("a cell");
            sheet.write_string(line, 2, "对").expect("a cell");
        }
        let day = ExcelDateTime::from_ymd(2026, 5, 6).expect("a day");
        sheet.write_datetime_with_format(1, 3, &day, &Format::new().set_num_format("m-d")).expect("a cell");
        sheet.write_formula(2, 3, Formula::new("=1/0").set_result("#DIV/0!")).expect("a cell");
        let rows = read(&workbook.save_to_buffer().expect("a workbook"), &defaults());
        assert!(rows.questions.is_empty());
        let said = rows.in_words("a.xlsx", &rows.problems);
        assert_eq!(codes(&rows.problems).iter().filter(|code| **code == "sheet-cell").count(), 2);
        assert!(said.contains("“题库”第 2 行“条目”（D2）") && said.contains("日期"), "{said}");
        assert!(said.contains("（D3）") && !said.contains("（D4）"), "{said}");
    }

    #[test]
    fn columns_may_be_moved_and_what_is_not_known_is_said() {
        let rows =
            one(&[("讲解", "因为"), ("答案", "对"), ("备注", "x"), ("题目", "问？"), ("题形", "y"), ("题型", "判断")]);
        assert_eq!(rows.questions.len(), 1);
        let said = rows.in_words("a.xlsx", &rows.problems);
        assert!(said.contains("warning[unknown-field]: 不认识“备注”这一栏") && said.contains("（C1）"), "{said}");
    }

    #[test]
    fn empty_rows_are_no_rows() {
        let row: &[(&str, &str)] = &[("题型", "判断"), ("题目", "问？"), ("答案", "对"), ("讲解", "因为")];
        let blank: &[(&str, &str)] = &[("题型", " "), ("题目", "")];
        let rows = read(&filled(&[blank, row, blank, &[], row]), &defaults());
        let ids: Vec<&str> = rows.questions.iter().map(|it| it.id.value.as_str()).collect();
        assert_eq!((ids, codes(&rows.problems)), (vec!["row-3", "row-6"], vec![]));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_sheet_its_row_and_its_column() {
        let said = refused(&[("题型", "单选"), ("选项A", "甲"), ("选项B", "乙"), ("答案", "C")]);
        assert_eq!(
            said,
            "error[sheet-answer]: 答案里的 `C` 不是填了的选项\n  ┌─ a.xlsx “题库”第 2 行“答案”（F2）\n  = 写选项的字母，如 B；几个都对的写 A C\n\n"
        );
        for (row, words) in [
            (&[("题型", "单迭"), ("答案", "A")] as &[(&str, &str)], "没有 `单迭` 这样的题型"),
            (&[("题型", "判断"), ("答案", "大概")], "判断题的答案是对或错"),
            (&[("题型", "判断")], "“答案”没有填"),
            (&[("题型", "数字"), ("答案", "九")], "“答案”应是一个数，写的是 `九`"),
            (&[("题型", "判断"), ("答案", "对"), ("专题", "前台")], "没有 `前台` 这样的专题"),
            (&[("题型", "判断"), ("答案", "对"), ("条目", "五")], "`五` 不是条目"),
            (&[("题型", "判断"), ("答案", "对"), ("评分点", "Ring")], "没有 `Ring` 这样的前台评分点"),
            (&[("题型", "判断"), ("答案", "对"), ("秒数", "1.5")], "“秒数”应是不小于 0 的整数"),
            (&[("题型", "判断"), ("答案", "对"), ("重构", "也许")], "“重构”只写是，或不填"),
        ] {
            let said = refused(row);
            assert!(said.contains(words) && said.contains("第 2 行"), "no “{words}” in: {said}");
        }
    }

    #[test]
    fn of_two_rows_with_one_name_the_second_is_left_out_and_pointed_at() {
        let row: &[(&str, &str)] =
            &[("题号", "q"), ("题型", "判断"), ("题目", "问？"), ("答案", "对"), ("讲解", "因为")];
        let rows = read(&filled(&[row, row]), &defaults());
        let (left, problems) = sift(rows.questions.clone(), support::shipped());
        let said = rows.in_words("a.xlsx", &problems);
        assert!(left.len() == 1 && said.contains("duplicate-id") && said.contains("第 3 行“题号”（A3）"), "{said}");
    }

    #[test]
    fn what_our_own_files_could_not_have_is_pointed_at_in_the_sheet() {
        let rows = one(&[("题目", "问？"), ("讲解", "因为"), ("题型", "单选"), ("选项A", "甲"), ("答案", "A")]);
        let (left, problems) = sift(rows.questions.clone(), support::shipped());
        let said = rows.in_words("a.xlsx", &problems);
        assert!(left.is_empty() && said.contains("one-choice") && said.contains("第 2 行“答案”"), "{said}");
    }
}

mod workbooks {
    use super::*;

    #[test]
    fn the_guide_has_every_column_and_an_example_of_each_kind_that_can_be_copied() {
        let (bytes, _) = workbook([]).expect("a workbook");
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
        assert_eq!(book.sheet_names(), [QUESTIONS, GUIDE]);
        let heads = book.worksheet_range(QUESTIONS).expect("a sheet");
        let guide = book.worksheet_range(GUIDE).expect("a sheet");
        let first: Vec<String> = guide.rows().map(|row| row[0].to_string()).collect();
        for head in heads.rows().next().expect("headings") {
            assert!(first.contains(&head.to_string()), "nothing is said of {head}");
        }
        let begins = first.iter().position(|cell| cell == "例子").expect("examples") + 1;
        let examples: Vec<Vec<(String, String)>> = guide
            .rows()
            .skip(begins + 1)
            .map(|row| {
                row.iter()
                    .zip(guide.rows().nth(begins).expect("headings"))
                    .map(|(cell, head)| (head.to_string(), cell.to_string()))
                    .collect()
            })
            .collect();
        let borrowed: Vec<Vec<(&str, &str)>> = examples
            .iter()
            .map(|row| {
                row.iter()
                    .filter(|(_, cell)| !cell.is_empty())
                    .map(|(head, cell)| (head.as_str(), cell.as_str()))
                    .collect()
            })
            .collect();
        let rows = read(&filled(&borrowed.iter().map(Vec::as_slice).collect::<Vec<_>>()), &Defaults::default());
        let (passed, problems) = sift(rows.questions.clone(), support::shipped());
        assert_eq!((passed.len(), rows.problems, problems), (8, vec![], vec![]));
    }

    #[test]
    fn what_looks_like_a_formula_is_text_and_comes_back() {
        for hostile in [
            "=HYPERLINK(\"http://x\",\"y\")",
            "+1+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "＝1",
            "'=1",
            "{=1}",
            "http://x.cn",
            "00123",
        ] {
            let was = question("q", hostile, Kind::Short(vec![text(hostile)]), hostile);
            let (bytes, _) = workbook([&was]).expect("a workbook");
            let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
            assert!(book.worksheet_formula(QUESTIONS).expect("a sheet").used_cells().all(|(_, _, it)| it.is_empty()));
            let cells = book.worksheet_range(QUESTIONS).expect("a sheet");
            assert!(cells.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))), "{hostile}");
            assert_eq!(difference(&said(&was), &said(&again(&was))), None);
        }
    }

    #[test]
    fn ten_thousand_rows_are_read() {
        let all: Vec<Question> = (0..10_000)
            .map(|at| question(&format!("q-{at}"), "对吗？", Kind::TrueFalse(at % 2 == 0), "因为"))
            .collect();
        let (bytes, unsaid) = workbook(&all).expect("a workbook");
        let rows = read(&bytes, &Defaults::default());
        assert_eq!((rows.questions.len(), rows.problems.len(), unsaid.len()), (10_000, 0, 0));
        assert_eq!(rows.questions[9_999].id.value, "q-9999");
    }

    #[test]
    fn a_lone_cell_far_away_costs_nothing_and_is_said() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name(QUESTIONS).expect("a name");
        for (column, (head, cell)) in (0..).zip([("题型", "判断"), ("题目", "问？"), ("答案", "对"), ("讲解", "因")])
        {
            sheet.write_string(0, column, head).expect("a heading");
            sheet.write_string(1, column, cell).expect("a cell");
        }
        sheet.write_string(1_048_575, 16_383, "x").expect("a cell");
        sheet.write_string(1_048_575, 0, "x").expect("a cell");
        let rows = read(&workbook.save_to_buffer().expect("a workbook"), &defaults());
        assert_eq!((rows.questions.len(), codes(&rows.problems)), (1, vec!["too-many"]));
    }

    #[test]
    fn a_wrong_heading_or_a_missing_sheet_is_named() {
        let rows = one(&[("题形", "判断"), ("题目", "问？")]);
        let said = rows.in_words("a.xlsx", &rows.problems);
        assert!(
            rows.questions.is_empty() && said.contains("error[sheet-head]: “题库”的第一行没有这些栏名：题型"),
            "{said}"
        );
        let mut workbook = Workbook::new();
        workbook.add_worksheet().set_name("Sheet1").expect("a name");
        let rows = read(&workbook.save_to_buffer().expect("a workbook"), &defaults());
        let said = rows.in_words("a.xlsx", &rows.problems);
        assert!(said.contains("error[sheet-missing]") && said.contains("“Sheet1”"), "{said}");
        assert_eq!(codes(&read(&filled(&[&[("题型", ""), ("题目", "")]]), &defaults()).problems), ["sheet-empty"]);
    }

    #[test]
    fn what_is_no_workbook_is_refused_in_words() {
        let (whole, _) = workbook(questions()).expect("a workbook");
        let mut damaged = whole.clone();
        damaged.iter_mut().skip(3_000).step_by(97).for_each(|byte| *byte ^= 0x5a);
        let cut = &whole[..whole.len() / 2];
        for bytes in [b"".as_slice(), b"PK\x03\x04", "一,二\n".as_bytes(), cut, &damaged] {
            let rows = read(bytes, &defaults());
            assert!(rows.questions.is_empty(), "something was read");
            assert_eq!(codes(&rows.problems), ["not-a-workbook"]);
            assert!(rows.problems[0].help.as_ref().is_some_and(|help| help.contains(".xlsx")));
        }
    }
}
