//! GIFT that other people wrote: read as Moodle reads it, and whatever is lost or cannot be read is said and pointed at.

mod bank_kit;
mod support;

use bank_kit::{codes, question, said_kind, text};
use three_rings::content::quiz::{Kind, Question, Topic};
use three_rings::diagnostic::Diagnostic;
use three_rings::export::gift::{read, write};
use three_rings::export::intake::{Defaults, NO_WHY, sift};

/// For questions that do not say: the front desk, item 45.
fn defaults() -> Defaults {
    Defaults { topic: Topic::Desk, items: vec![45] }
}

fn foreign(text: &str) -> (Vec<Question>, Vec<Diagnostic>) {
    read(text, &defaults())
}

/// One question of somebody else's, and the codes of what is said of it.
fn one(text: &str) -> (Question, Vec<&'static str>) {
    let (mut questions, problems) = foreign(text);
    assert_eq!(questions.len(), 1, "{problems:?}");
    (questions.remove(0), codes(&problems))
}

fn kind(text: &str) -> String {
    said_kind(&one(text).0.answer.value)
}

/// What keeps a question out, and the words it points at.
fn refused(text: &str) -> (&'static str, &str) {
    let (questions, problems) = foreign(text);
    assert!(questions.is_empty(), "it was let in");
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let at = problem.at.expect("a place");
    (problem.code, &text[at.start as usize..at.end as usize])
}

#[test]
fn the_examples_of_moodle_are_read_as_moodle_reads_them() {
    assert_eq!(kind("谁在墓里？{~甲 ~乙 =没有人####为什么}"), "Single: -甲 -乙 +没有人");
    assert_eq!(kind("他是{~葬 =埋 ~住}在墓里的。"), "Single: -葬 +埋 -住");
    assert_eq!(kind("他葬在这里。{FALSE}"), "TrueFalse: false");
    assert_eq!(kind("谁在墓里？{=没有人 =无人}"), "Short: 没有人/无人");
    assert_eq!(kind("谁在墓里？{没有人}"), "Short: 没有人");
    assert_eq!(kind("他哪年生的？{#1822:5}"), "Number: 1822±5");
    assert_eq!(kind("圆周率？{#3.141..3.142}"), "Number: 3.1415±0.0005");
    assert_eq!(kind("连首都{=中国 -> 北京 =日本 -> 东京 = -> 曼谷}"), "Match: 中国-北京/日本-东京/曼谷");
    assert_eq!(kind("哪两样？{~%50%甲 ~%50%乙 ~%-50%丙 ~%-50%丁}"), "Multiple: +甲 +乙 -丙 -丁");
}

#[test]
fn what_belongs_to_the_same_thing_twice_is_sorted_into_baskets() {
    assert_eq!(kind("归类{=猫->动物 =狗->动物 =草->植物}"), "Baskets: 动物(猫,狗) 植物(草)");
}

#[test]
fn a_sentence_with_a_gap_keeps_its_gap() {
    assert_eq!(one("电话响{=三 =3}声之内接。").0.ask.value, "电话响_____声之内接。");
}

#[test]
fn what_is_said_to_an_answer_is_kept_where_there_is_a_place_for_it() {
    let (question, problems) = one("几声？{\n=三声#对！\n~五声#[html]<b>太晚</b>\n####因为九秒。}");
    let Kind::Single(choices) = &question.answer.value else { panic!("{question:?}") };
    let whys: Vec<_> = choices.iter().map(|it| it.why.as_ref().map(|why| why.value.as_str())).collect();
    assert_eq!((whys, problems), (vec![Some("对！"), Some("太晚")], vec![]));
    let (question, problems) = one("对吗？{FALSE#错了，想想。#对了。####讲解。}");
    assert_eq!((question.why.value.as_str(), problems), ("错了，想想。\n对了。\n讲解。", vec![]));
}

#[test]
fn whatever_is_lost_is_said() {
    let lost = |text: &str| one(text).1;
    assert_eq!(lost("几声？{=三声 ~%50%四声 ~五声####因为}"), ["gift-weights"]);
    assert_eq!(lost("哪样？{~%70%甲 ~%30%乙 ~丙####因为}"), ["gift-weights"]);
    assert_eq!(lost("动物？{=青蛙 =%50%猫 =%0%*####因为}"), ["gift-weights", "gift-weights"]);
    assert_eq!(lost("动物？{=青蛙 =*蛙####因为}"), ["gift-wildcard"]);
    assert_eq!(lost("动物？{=青蛙#对####因为}"), ["gift-said"]);
    assert_eq!(lost("几？{#=3:0.5 =%50%4 ~#都不对####因为}"), ["gift-number", "gift-said"]);
    assert_eq!(lost("[html]<img src\\=\"a.png\">这是？{T####因为}"), ["gift-html"]);
    assert_eq!(lost("几声？{=三声<table></table> ~五声#<a href\\=x>看</a>####因为}"), ["gift-html", "gift-html"]);
    assert_eq!(lost("几声？{=三声 ~五声}"), ["missing-why"]);
    assert_eq!(one("几声？{=三声 ~五声}").0.why.value, NO_WHY);
}

#[test]
fn what_cannot_be_read_is_pointed_at_and_the_rest_goes_on() {
    assert_eq!(refused("::甲::只是说明。"), ("gift-no-answer", "::甲::只是说明。"));
    assert_eq!(refused("谈谈你的看法。{####要人来改}").0, "gift-essay");
    assert_eq!(refused("几声？{=三声 ~五声"), ("gift-brace", "{"));
    assert_eq!(refused("几声？=三声 ~五声}"), ("gift-brace", "}"));
    assert_eq!(refused("一{T}\n二{F}"), ("gift-two-in-one", "{"));
    assert_eq!(refused("几声？{~三声 ~五声####因为}"), ("no-right", "~三声 ~五声"));
    assert_eq!(refused("几声？{=三声 =3声 ~五声####因为}").0, "two-right");
    assert_eq!(refused("连{=甲 -> 1 =乙####因为}"), ("gift-pair", "=乙"));
    assert_eq!(
        foreign("几？{#九####因为}").1.iter().map(|it| it.code).collect::<Vec<_>>(),
        ["gift-number", "no-right"]
    );
    assert_eq!(refused("// three-rings: {\"kind\":\"Order\"}\n排{=甲 -> 一 =乙 -> 2####因为}"), ("gift-order", "一"));
    let (questions, problems) = foreign("几声？{=三声\n\n~五声}\n\n::好::对吗？{T####因为}");
    assert_eq!((questions.len(), codes(&problems)), (1, vec!["gift-brace", "gift-brace"]));
}

#[test]
fn escapes_comments_formats_and_line_ends_are_understood() {
    let text = "\u{feff}// 注释\r\n$CATEGORY: $course$/题库/前台礼仪\r\n\r\n// 又一条\r\n::Q 1::[plain]1 \\+ \\= <b>？\\n\\{二\\}\r\n{\r\n  // 里面的\r\n  =甲\\:乙\r\n  ~丙\\~丁\r\n  ####讲\\#解\r\n}\r\n";
    let (questions, problems) = read(text, &Defaults { topic: Topic::Law, items: vec![1] });
    let [question] = questions.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problems, []);
    assert_eq!(question.ask.value, "1 \\+ = <b>？\n{二}");
    assert_eq!(said_kind(&question.answer.value), "Single: +甲:乙 -丙~丁");
    assert_eq!((question.why.value.as_str(), question.topic.value), ("讲#解", Topic::Desk));
    assert_eq!(question.id.value, "q-1");
    assert_eq!(
        &text[question.ask.at.start as usize..question.ask.at.end as usize],
        "[plain]1 \\+ \\= <b>？\\n\\{二\\}"
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_question() {
    let (question, problems) = one("\u{feff}::a::对吗？{T####因为}");
    assert_eq!((question.id.value.as_str(), question.ask.value.as_str(), problems), ("a", "对吗？", vec![]));
}

#[test]
fn a_name_that_cannot_be_an_id_becomes_a_number_and_no_two_are_the_same() {
    let (questions, _) = foreign("::第一题::{T####因}\n\n::Q 2::{T####因}\n\n::q-2::{F####因}\n\n无题{F####因}");
    let ids: Vec<&str> = questions.iter().map(|it| it.id.value.as_str()).collect();
    assert_eq!(ids, ["gift-1", "q-2", "q-2-2", "gift-4"]);
}

#[test]
fn a_question_that_tests_nothing_known_is_left_out_unless_the_caller_says_what() {
    let (questions, problems) = read("对吗？{T####因为}", &Defaults::default());
    assert_eq!((questions.len(), codes(&problems)), (0, vec!["gift-no-item"]));
    assert!(problems[0].help.as_ref().is_some_and(|help| help.contains("--items 5,6")));
    assert_eq!(one("对吗？{T####因为}").0.items[0].value, 45);
}

#[test]
fn a_comment_of_ours_that_was_broken_loses_nothing_in_silence() {
    assert_eq!(
        refused("// three-rings: {\"topic\":\"Dsek\"}\n::a::对吗？{T####因为}"),
        ("unknown-word", " {\"topic\":\"Dsek\"}")
    );
    assert_eq!(refused("// three-rings: {\"items\":\n::a::对吗？{T####因为}"), ("gift-note", " {\"items\":"));
    let (question, problems) = one("// three-rings: {\"itmes\":[5]}\n::a::对吗？{T####因为}");
    assert_eq!((question.items[0].value, problems), (45, vec!["unknown-field"]));
    assert_eq!(one("::a::对吗？{T####因为}").1, Vec::<&str>::new(), "without it, it is somebody else's question");
}

#[test]
fn a_text_that_was_edited_elsewhere_stays_edited() {
    let mut spaced = question("q", " 问 ", Kind::TrueFalse(true), "因为");
    let (written, _) = write([&spaced]);
    assert_eq!(foreign(&written).0[0].ask.value, " 问 ", "to the letter");
    assert_eq!(foreign(&written.replace("[plain]问", "[plain]新问")).0[0].ask.value, "新问");
    spaced.ask = text("问");
    assert!(!write([&spaced]).0.contains("exact"), "what comes back by itself is not written twice");
}

#[test]
fn a_file_without_questions_says_so() {
    for empty in ["// 只有注释\n", "$CATEGORY: 题库\n", "\u{feff}"] {
        assert_eq!(codes(&foreign(empty).1), ["gift-empty"], "{empty:?}");
    }
}

#[test]
fn the_example_of_the_guide_for_trainers_is_read_without_a_word() {
    let guide = support::text_of(&support::root("scenarios/README.md"));
    let (_, rest) = guide.split_once("```gift\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let (questions, problems) = foreign(example);
    assert_eq!((questions.len(), problems), (4, vec![]));
    assert_eq!(sift(questions, support::shipped()).1, []);
}

#[test]
fn a_file_made_to_take_for_ever_does_not() {
    let hostile = [
        format!("问{{{}}}", "~a".repeat(1_000_000)),
        format!("问{{{}}}", "=a->b".repeat(500_000)),
        format!("[html]{}{{T}}", "<b".repeat(1_000_000)),
        format!("[html]{}{{T}}", "&amp".repeat(500_000)),
        "::a::问{T####因}\n\n".repeat(100_000),
        "{".repeat(2_000_000),
        "\\".repeat(2_000_000),
        "::".repeat(1_000_000),
        "#".repeat(2_000_000),
        format!("{{{}}}", "#".repeat(2_000_000)),
        format!("{{T{}}}", "#a".repeat(500_000)),
        "// three-rings:\n".repeat(100_000),
    ];
    for text in hostile {
        let began = std::time::Instant::now();
        foreign(&text);
        assert!(began.elapsed().as_secs() < 10, "{} took {:?}", &text[..8], began.elapsed());
    }
}
