//! Questions as Moodle GIFT and back: what is kept, what is said of the rest, and what a parser that other people wrote
//! makes of it (`gift-pegjs`, run by Node).
//!
//! `npm ci` in `tests/gift` installs it, or in a copy of that folder that `GIFT_PARSER_DIR` names. Where Node or the
//! package is absent the tests that need it say that they were skipped; with `CI_REQUIRES_NODE=1` they fail instead.

mod bank_kit;
mod support;

use bank_kit::{difference, question, questions, said, text};
use three_rings::content::quiz::{Choice, Kind, Question, Topic};
use three_rings::diagnostic::Diagnostic;
use three_rings::export::gift::{read, write};
use three_rings::export::intake::Defaults;
use three_rings::export::unsaid::Reason;

/// For questions that do not say: the front desk, item 45.
fn defaults() -> Defaults {
    Defaults { topic: Topic::Desk, items: vec![45] }
}

/// Reads what somebody else wrote.
fn foreign(text: &str) -> (Vec<Question>, Vec<Diagnostic>) {
    read(text, &defaults())
}

/// Writes a question and reads it again.
fn again(question: &Question) -> Question {
    let (written, unsaid) = write([question]);
    assert_eq!(unsaid, []);
    let (mut read, problems) = read(&written, &Defaults::default());
    assert_eq!(problems, [], "{written}");
    assert_eq!(read.len(), 1, "{written}");
    read.remove(0)
}

mod round_trip {
    use super::*;

    #[test]
    fn every_question_that_can_be_said_comes_back_as_it_was() {
        let (written, unsaid) = write(questions());
        let (read, problems) = read(&written, &Defaults::default());
        assert_eq!(problems, []);
        let said_ones: Vec<_> =
            questions().into_iter().filter(|it| !unsaid.iter().any(|left| left.id == it.id.value)).collect();
        assert_eq!(read.len(), said_ones.len());
        for (was, is) in said_ones.iter().zip(&read) {
            assert_eq!(difference(&said(was), &said(is)), None, "{}", was.id.value);
        }
    }

    #[test]
    fn what_cannot_be_said_is_named_with_its_reason() {
        let (written, unsaid) = write(questions());
        for (question, reason) in questions().iter().filter_map(|it| Some((it, reason_of(it)?))) {
            let told = unsaid.iter().find(|left| left.id == question.id.value).map(|left| left.reason);
            assert_eq!(told, Some(reason), "{}", question.id.value);
        }
        assert_eq!(unsaid.len(), questions().iter().filter(|it| reason_of(it).is_some()).count());
        assert_eq!(written.matches("\n::").count(), questions().len() - unsaid.len(), "nothing is lost between");
    }

    fn reason_of(question: &Question) -> Option<Reason> {
        match &question.answer.value {
            Kind::FindFault(_) => Some(Reason::FindFault),
            Kind::Note(_) => Some(Reason::Note),
            Kind::Call(_) => Some(Reason::Call),
            Kind::CallFrom(_) => Some(Reason::CallFrom),
            Kind::Match(table) if table.heads.len() == 3 => Some(Reason::ThreeColumns),
            _ => None,
        }
    }
}

mod nasty {
    use proptest::prelude::*;
    use three_rings::diagnostic::{Span, Spanned};

    use super::bank_kit::nasty::{apart, kinds, nasty};
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn any_text_comes_back_to_the_letter(ask in nasty(), words in apart(4..7), why in nasty(), number in -1e9..1e9) {
            for kind in kinds(&words, number) {
                let mut was = question("q-1", &format!("问{ask}"), kind, &format!("{why}因为"));
                was.changed = Some(text(&why));
                was.point = Some(Spanned { value: three_rings::content::read::Name(ask.clone()), at: Span::new(1..2) });
                let is = again(&was);
                prop_assert_eq!(difference(&said(&was), &said(&is)), None, "{}", write([&was]).0);
            }
        }

        #[test]
        fn nothing_breaks_the_reader(text in prop::collection::vec(nasty(), 0..12)) {
            let text = text.concat();
            let (_, problems) = foreign(&text);
            for problem in problems {
                let at = problem.at.unwrap_or_default();
                prop_assert!(at.start <= at.end && at.end as usize <= text.len(), "{at:?} in {text:?}");
            }
        }
    }
}

/// What another parser makes of it.
mod judged {
    use std::path::PathBuf;
    use std::process::Command;

    use serde_json::Value;
    use support::{root, text_of};

    use super::*;

    /// The folder in which the parser is installed; none where it is not.
    fn package() -> Option<PathBuf> {
        let folder = std::env::var_os("GIFT_PARSER_DIR").map_or_else(|| root("tests/gift"), PathBuf::from);
        folder.join("node_modules/gift-pegjs").is_dir().then_some(folder)
    }

    /// What the parser found, or why it is no GIFT; none where there is no parser.
    fn parsed(gift: &str) -> Option<Result<Vec<Value>, String>> {
        let has_node = Command::new("node").arg("--version").output().is_ok_and(|out| out.status.success());
        let Some(folder) = package().filter(|_| has_node) else {
            assert!(std::env::var_os("CI_REQUIRES_NODE").is_none_or(|it| it != "1"), "Node or the parser is missing");
            eprintln!("skipped: no Node, or `npm ci` was not run in tests/gift");
            return None;
        };
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), gift).expect("written");
        let out = Command::new("node")
            .arg(root("tests/gift/validate.mjs"))
            .arg(file.path())
            .env("GIFT_PARSER_DIR", folder)
            .output()
            .expect("node runs");
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        match out.status.code() {
            Some(0) => Some(Ok(serde_json::from_slice(&out.stdout).expect("JSON"))),
            Some(1) => Some(Err(said)),
            _ => panic!("the parser did not begin: {said}"),
        }
    }

    /// The parser makes one blank of several, in texts that are neither HTML nor Markdown.
    fn single_blanks(text: &str) -> String {
        let mut last = None;
        text.chars()
            .filter(|c| !(last.replace(*c).is_some_and(char::is_whitespace) && c.is_whitespace()))
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .collect()
    }

    fn type_of(kind: &Kind) -> &'static str {
        match kind {
            Kind::Single(_) | Kind::Multiple(_) => "MC",
            Kind::TrueFalse(_) => "TF",
            Kind::Short(_) => "Short",
            Kind::Number(_) => "Numerical",
            _ => "Matching",
        }
    }

    fn words(values: &Value, field: &str) -> Vec<String> {
        let word = |value: &Value| value[field].as_str().unwrap_or_default().to_owned();
        values.as_array().into_iter().flatten().map(word).collect()
    }

    /// The answers of a question as it was written, in the words of the parser's report.
    fn assert_same(question: &Question, found: &Value) {
        let id = &question.id.value;
        assert_eq!(found["type"], type_of(&question.answer.value), "{id}");
        assert_eq!(found["title"], id.as_str());
        assert_eq!(single_blanks(found["stem"].as_str().unwrap_or_default()), single_blanks(&question.ask), "{id}");
        assert_eq!(found["why"], question.why.value.as_str(), "{id}");
        match &question.answer.value {
            Kind::Single(choices) | Kind::Multiple(choices) => assert_choices(choices, found, id),
            Kind::TrueFalse(holds) => assert_eq!(found["holds"], *holds, "{id}"),
            Kind::Short(typed) => {
                let typed: Vec<&str> = typed.iter().map(|it| it.value.as_str()).collect();
                assert_eq!(words(&found["answers"], "text"), typed, "{id}");
            }
            Kind::Number(number) => {
                assert_eq!(found["numbers"][0][0].as_f64(), Some(number.is.value.0), "{id}");
                assert_eq!(found["numbers"][0][1].as_f64(), Some(number.within.value.0), "{id}");
            }
            Kind::Order(steps) => {
                let pairs: Vec<Value> =
                    (1..).zip(steps).map(|(n, it)| serde_json::json!([it.value, n.to_string()])).collect();
                assert_eq!(found["pairs"], Value::from(pairs), "{id}");
            }
            Kind::Baskets(baskets) => {
                let pair = |name: &str, card: &str| serde_json::json!([card, name]);
                let pairs = baskets.iter().flat_map(|it| it.cards.iter().map(|card| pair(&it.name, card)));
                assert_eq!(found["pairs"], Value::from_iter(pairs), "{id}");
            }
            Kind::Match(table) => {
                let rows = table.rows.iter().map(|row| serde_json::json!([row[0].value, row[1].value]));
                let extra = table.extra.iter().flatten().map(|cell| serde_json::json!(["", cell.value]));
                assert_eq!(found["pairs"], Value::from_iter(rows.chain(extra)), "{id}");
            }
            other => panic!("{id}: {other:?} cannot be said"),
        }
    }

    fn assert_choices(choices: &[Choice], found: &Value, id: &str) {
        let says: Vec<&str> = choices.iter().map(|it| it.say.value.as_str()).collect();
        let whys: Vec<&str> = choices.iter().map(|it| it.why.as_ref().map_or("", |why| why.value.as_str())).collect();
        assert_eq!(words(&found["answers"], "text"), says, "{id}");
        assert_eq!(words(&found["answers"], "said"), whys, "{id}");
        let answers = found["answers"].as_array().expect("answers");
        let weights: Vec<f64> = answers.iter().filter_map(|it| it["weight"].as_f64()).collect();
        if !weights.is_empty() {
            let gained: f64 = weights.iter().filter(|weight| **weight > 0.0).sum();
            assert!((gained - 100.0).abs() < 0.001, "{id}: right choices bring {gained}");
        }
        let is_right = |it: &Value| it["right"] == true || it["weight"].as_f64().is_some_and(|weight| weight > 0.0);
        let rights: Vec<bool> = answers.iter().map(is_right).collect();
        assert_eq!(rights, choices.iter().map(|it| it.right).collect::<Vec<_>>(), "{id}");
    }

    #[test]
    fn another_parser_finds_every_shipped_question_word_for_word() {
        let (written, unsaid) = write(questions());
        let Some(found) = parsed(&written) else { return };
        let found = found.unwrap_or_else(|why| panic!("{why}"));
        let found: Vec<&Value> = found.iter().filter(|it| it["type"] != "Category").collect();
        let said_ones: Vec<&Question> =
            questions().into_iter().filter(|it| !unsaid.iter().any(|left| left.id == it.id.value)).collect();
        assert_eq!(found.len(), said_ones.len());
        for (question, found) in said_ones.into_iter().zip(found) {
            assert_same(question, found);
        }
    }

    #[test]
    fn another_parser_reads_what_had_to_be_escaped() {
        let nasty = [
            "~甲",
            "=乙",
            "#丙",
            "{丁}",
            "a:b",
            r"\n 不换行",
            r"C:\",
            "%50%的人",
            "[html]是什么",
            "// 不是注释",
            "第一行\n第二行",
        ];
        let choice = |(at, say): (usize, &&str)| Choice { say: text(say), right: at == 0, ..Choice::default() };
        let choices: Vec<Choice> = nasty.iter().enumerate().map(choice).collect();
        let single = question("single", "问 {什么}: a=b~c#d?", Kind::Single(choices), "讲解: {x} = ~#");
        let short = question("short", "[html]填", Kind::Short(nasty.iter().map(|it| text(it)).collect()), "因为");
        let Some(found) = parsed(&write([&single, &short]).0) else { return };
        let found = found.unwrap_or_else(|why| panic!("{why}"));
        assert_same(&single, &found[1]);
        assert_same(&short, &found[2]);
    }

    #[test]
    fn both_parsers_refuse_what_is_broken() {
        let broken = [
            ("a brace left open", "::q::几声？{=三声 ~五声"),
            ("a brace never opened", "::q::几声？=三声 ~五声}"),
            ("a pair without an arrow", "::q::连{=甲 -> 1 =乙 =丙 -> 3 ~丁}"),
            ("a number that is none", "::q::几？{#九}"),
            ("two questions in one", "::q::一{T}\n二{F}"),
        ];
        for (what, gift) in broken {
            let (_, problems) = foreign(gift);
            assert!(!problems.is_empty(), "we let {what} through");
            let Some(found) = parsed(gift) else { return };
            assert!(found.is_err(), "{what} was let through: {found:?}");
        }
    }

    #[test]
    fn the_lock_file_names_no_place_to_download_from() {
        let lock = text_of(&root("tests/gift/package-lock.json"));
        assert!(!lock.contains("http"), "an address in package-lock.json");
        assert!(lock.contains("\"node_modules/gift-pegjs\"") && lock.contains("integrity"));
    }
}
