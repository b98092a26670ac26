//! Questions written back as authors write them: what is read again is what was there.

mod bank_kit;
mod support;

use bank_kit::{all_said, difference, question, questions, reread, said, text};
use proptest::prelude::*;
use support::shipped;
use three_rings::content::quiz::{Choice, Kind, Quiz, write};
use three_rings::content::syntax::LONGEST_LINE;

#[test]
fn every_shipped_file_written_and_read_again_is_the_same_file() {
    for (source, quiz) in shipped().quizzes.iter().filter_map(|stack| Some((stack.source(), stack.quiz()?))) {
        let again = reread(&write::quiz(quiz));
        assert_eq!(difference(&all_said(quiz), &all_said(&again)), None, "{}", source.name);
    }
    assert!(questions().len() > 300, "every kind is among them");
}

#[test]
fn what_is_written_is_laid_out_as_an_author_would() {
    let choice = |say: &str, right: bool| Choice { say: text(say), right, ..Choice::default() };
    let kind = Kind::Single(vec![choice("一", true), choice("二", false)]);
    let quiz = Quiz {
        id: text("a"),
        title: text("甲"),
        questions: vec![question("q", "问“谁”？", kind, "因为。")],
        ..Quiz::default()
    };
    let expected = r#"Quiz(
    id: "a",
    title: "甲",
    questions: [
        (
            id: "q", topic: Law, items: [5],
            ask: "问“谁”？",
            answer: Single([(say: "一", right: true), (say: "二")]),
            why: "因为。",
        ),
    ],
)
"#;
    assert_eq!(write::quiz(&quiz), expected);
}

#[test]
fn lines_stay_short_where_lists_are_long() {
    for (source, quiz) in shipped().quizzes.iter().filter_map(|stack| Some((stack.source(), stack.quiz()?))) {
        let written = write::quiz(quiz);
        let longest = written.lines().map(str::len).max().unwrap_or_default();
        assert!(longest < LONGEST_LINE / 4, "{}: a line of {longest} bytes", source.name);
        assert!(written.lines().all(|line| line == line.trim_end()), "{}: blanks at a line's end", source.name);
    }
}

proptest! {
    #[test]
    fn any_text_whatever_comes_back(ask in any::<String>(), say in any::<String>(), why in "[\\\\\"\n\r\t\0 {}%#~=:]*") {
        let choice = Choice { say: text(&say), right: true, why: Some(text(&why)), ..Choice::default() };
        let quiz = Quiz {
            id: text("a"),
            title: text(&why),
            questions: vec![question("q", &ask, Kind::Multiple(vec![choice]), &why)],
            ..Quiz::default()
        };
        let again = reread(&write::quiz(&quiz));
        prop_assert_eq!(said(&quiz.questions[0]), said(&again.questions[0]));
        prop_assert_eq!(&again.title.value, &why);
    }
}
