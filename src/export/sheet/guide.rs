//! The sheet that says how to fill in the other: what each column has, and an example of each kind.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::Column;
use super::row::{Row, row};
use super::write::{Looks, table};
use crate::content::quiz::{Basket, Choice, Kind, Match, Number, Quantity, Question, Topic};
use crate::content::scenario::Text;
use crate::diagnostic::Spanned;

/// What stands on top.
const TITLE: &str = "一题一行，填在“题库”那张表里；第一行的栏名不要改，栏的先后可以换，用不着的栏可以删。";
/// What it is followed by.
const LEFT_OUT: &str = "找错、记录、小电话这几种题一行说不完，不在表里：写在题库文件（.ron）里。";

/// Fills the sheet in.
pub fn fill(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    let mut line = 0;
    for words in [TITLE, LEFT_OUT] {
        sheet.write_string(line, 0, words)?;
        line += 1;
    }
    line += 1;
    for column in Column::all() {
        sheet.write_string_with_format(line, 0, column.head(), &looks.head)?;
        sheet.write_string(line, 1, column.about())?;
        line += 1;
    }
    line += 1;
    sheet.write_string_with_format(line, 0, "例子", &looks.head)?;
    let rows: Vec<Row> = examples().iter().filter_map(|question| row(question).ok()).collect();
    table(sheet, line + 1, &rows, looks)
}

/// One question of each kind that a row can say.
pub fn examples() -> Vec<Question> {
    let is = |value: f64| Spanned { value: Quantity(value), ..Spanned::default() };
    let choice = |say: &str, right: bool, why: &str| Choice {
        say: text(say),
        right,
        why: Some(text(why)).filter(|why| !why.is_empty()),
        ..Choice::default()
    };
    let basket = |name: &str, cards: &[&str]| Basket { name: text(name), cards: texts(cards), ..Basket::default() };
    let kinds = [
        (
            "单选",
            "第几声之前接起来算守住规矩？",
            Kind::Single(vec![
                choice("第一声", false, "不必抢：对方常常还没把听筒拿稳。"),
                choice("第三声", true, ""),
                choice("第五声", false, "第五声是该致歉的时候。"),
            ]),
        ),
        (
            "多选",
            "接起电话的第一句要有哪几样？",
            Kind::Multiple(vec![
                choice("问候", true, ""),
                choice("单位", true, ""),
                choice("对方的姓名", false, "还没问，不知道。"),
            ]),
        ),
        ("判断", "第五声才接，应先致歉。", Kind::TrueFalse(true)),
        ("填空", "电话要在（　）之内接起来。", Kind::Short(texts(&["三声", "3声"]))),
        (
            "数字",
            "一声约三秒，三声是几秒？",
            Kind::Number(Number { is: is(9.0), within: is(0.5), unit: Some(text("秒")), ..Number::default() }),
        ),
        ("排序", "开场三样照次序排。", Kind::Order(texts(&["问候", "报单位", "报姓名"]))),
        (
            "归类",
            "这些费用能不能从物业费里列支？",
            Kind::Baskets(vec![basket("能", &["保安工资", "楼道保洁"]), basket("不能", &["电梯更换"])]),
        ),
        (
            "连线",
            "便条上的英文各问什么？",
            Kind::Match(Match {
                heads: texts(&["英文", "问的是"]),
                rows: vec![texts(&["When", "何时"]), texts(&["Where", "何地"])],
                extra: vec![texts(&["何价"])],
                ..Match::default()
            }),
        ),
    ];
    (1..).zip(kinds).map(|(at, (name, ask, kind))| example(at, name, ask, kind)).collect()
}

fn example(at: usize, name: &str, ask: &str, kind: Kind) -> Question {
    Question {
        id: text(&format!("example-{at}")),
        topic: Spanned { value: Topic::Desk, ..Spanned::default() },
        items: vec![Spanned { value: 45, ..Spanned::default() }],
        ask: text(ask),
        answer: Spanned { value: kind, ..Spanned::default() },
        why: text(&format!("这是{name}题的例子，把它换成您的讲解。")),
        ..Question::default()
    }
}

fn text(words: &str) -> Text {
    Spanned { value: words.to_owned(), ..Spanned::default() }
}

fn texts(words: &[&str]) -> Vec<Text> {
    words.iter().map(|word| text(word)).collect()
}
