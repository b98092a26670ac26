//! Rows as questions and problems: every problem names its sheet, its row and its column.

use std::collections::BTreeMap;

use super::QUESTIONS;
use super::columns::Column;
use super::grid::{Grid, Value, cell_of, grid, letters, span};
use super::kinds;
use crate::content::drill::Check;
use crate::content::quiz::Question;
use crate::content::read::Name;
use crate::content::scenario::Text;
use crate::diagnostic::{Diagnostic, Severity, Span, Spanned};
use crate::export::intake::{Defaults, NO_WHY};
use crate::export::terms;

/// How many problems are written out before the rest is only counted.
const MOST_WRITTEN: usize = 1_000;
/// What stands between the words of a list.
const BETWEEN: [char; 9] = [',', '，', '、', ';', '；', ' ', '\u{3000}', '\n', '\t'];

/// The questions of a workbook, and everything that is wrong with it. A row with an error is left out.
#[derive(Debug, Default)]
pub struct Rows {
    /// The questions; their places are cells.
    pub questions: Vec<Question>,
    /// What is wrong.
    pub problems: Vec<Diagnostic>,
    /// The headings, by column.
    heads: BTreeMap<u32, String>,
}

/// Reads a workbook.
pub fn read(bytes: &[u8], defaults: &Defaults) -> Rows {
    let (grid, cut) = match grid(bytes) {
        Ok(read) => read,
        Err(problem) => return Rows { problems: vec![problem], ..Rows::default() },
    };
    let mut rows = Rows { heads: heads(&grid), ..Rows::default() };
    rows.problems.extend(cut);
    let Some(columns) = columns(&rows.heads, &mut rows.problems) else { return rows };
    for (number, cells) in grid.rows().filter(|(number, cells)| *number > 0 && !is_blank(cells)) {
        let mut row = Row { number, cells, columns: &columns, problems: Vec::new() };
        let question = row.question(defaults);
        let is_sound = row.problems.iter().all(|problem| problem.severity != Severity::Error);
        rows.questions.extend(question.filter(|_| is_sound));
        rows.problems.append(&mut row.problems);
    }
    if rows.questions.is_empty() && rows.problems.is_empty() {
        let problem = Diagnostic::about_file("sheet-empty", format!("“{QUESTIONS}”里没有题"));
        rows.problems.push(problem.help("一题一行，从第二行填起；填法见“说明”那张表"));
    }
    rows
}

impl Rows {
    /// Problems as they are printed: like those of a text, with a cell for a line.
    pub fn in_words(&self, file: &str, problems: &[Diagnostic]) -> String {
        let mut said: String = problems.iter().take(MOST_WRITTEN).map(|it| self.one_in_words(file, it)).collect();
        if let Some(left) = problems.len().checked_sub(MOST_WRITTEN).filter(|&left| left > 0) {
            said.push_str(&format!("{file}: 还有 {left} 个问题没有列出，先改上面这些\n\n"));
        }
        said
    }

    fn one_in_words(&self, file: &str, problem: &Diagnostic) -> String {
        let word = if problem.severity == Severity::Error { "error" } else { "warning" };
        let place = problem.at.map(|at| self.place(at)).unwrap_or_default();
        let help = problem.help.as_ref().map(|help| format!("  = {help}\n")).unwrap_or_default();
        format!("{word}[{}]: {}\n  ┌─ {file}{place}\n{help}\n", problem.code, problem.message)
    }

    /// A cell by its sheet, its row and its column.
    fn place(&self, at: Span) -> String {
        let (row, column) = cell_of(at);
        let head = self.heads.get(&column).map(|head| format!("“{head}”")).unwrap_or_default();
        format!(" “{QUESTIONS}”第 {} 行{head}（{}{}）", row + 1, letters(column), row + 1)
    }
}

fn heads(grid: &Grid) -> BTreeMap<u32, String> {
    let first = grid.rows().find(|(number, _)| *number == 0).into_iter().flat_map(|(_, cells)| cells);
    let head = |(column, value): (&u32, &Value)| match value {
        Value::Text(text) => Some((*column, text.trim().to_owned())),
        _ => None,
    };
    first.filter_map(head).filter(|(_, head)| !head.is_empty()).collect()
}

/// Where each column stands; none where one is missing without which there is no question.
fn columns(heads: &BTreeMap<u32, String>, problems: &mut Vec<Diagnostic>) -> Option<BTreeMap<Column, u32>> {
    let all = Column::all();
    let mut columns = BTreeMap::new();
    for (&place, head) in heads {
        match all.iter().find(|column| column.head() == *head) {
            Some(&column) => {
                if columns.insert(column, place).is_some() {
                    let problem = Diagnostic::error("duplicate-field", span(0, place), format!("“{head}”这一栏有两个"));
                    problems.push(problem.help("留下一个"));
                }
            }
            None => {
                let problem =
                    Diagnostic::warning("unknown-field", span(0, place), format!("不认识“{head}”这一栏，没有读"));
                let known: Vec<String> = all.iter().map(|column| column.head()).collect();
                problems.push(problem.suggest(head, known.iter().map(String::as_str)));
            }
        }
    }
    let missing: Vec<String> =
        [Column::Kind, Column::Ask].iter().filter(|it| !columns.contains_key(it)).map(|it| it.head()).collect();
    if missing.is_empty() {
        return Some(columns);
    }
    let message = format!("“{QUESTIONS}”的第一行没有这些栏名：{}", missing.join("、"));
    let problem = Diagnostic::about_file("sheet-head", message);
    problems.push(problem.help("第一行写栏名；可以先用 bank export --format xlsx 导出一份，照着填"));
    None
}

fn is_blank(cells: &BTreeMap<u32, Value>) -> bool {
    cells.values().all(|value| matches!(value, Value::Text(text) if text.trim().is_empty()))
}

/// One row while it is read.
pub struct Row<'r> {
    number: u32,
    cells: &'r BTreeMap<u32, Value>,
    columns: &'r BTreeMap<Column, u32>,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

impl Row<'_> {
    fn question(&mut self, defaults: &Defaults) -> Option<Question> {
        self.unreadable();
        let ask = self.need(Column::Ask);
        let kind = kinds::kind(self);
        let why = self.why();
        let id = self
            .text(Column::Id)
            .unwrap_or_else(|| Spanned { value: format!("row-{}", self.number + 1), at: self.at(Column::Id) });
        let topic = self.one_of(Column::Topic, terms::topic_of, "专题");
        let difficulty = self.one_of(Column::Difficulty, terms::difficulty_of, "难度");
        let items = self.items(defaults);
        let trains = self.trains();
        let name = |it: Text| Spanned { value: Name(it.value.trim().to_owned()), at: it.at };
        let question = Question {
            id: Spanned { value: id.value.trim().to_owned(), at: id.at },
            point: self.text(Column::Point).map(|it| Spanned { value: Name(it.value), at: it.at }),
            topic: topic.unwrap_or(Spanned { value: defaults.topic, at: self.at(Column::Topic) }),
            items,
            difficulty: difficulty.map(|it| it.value).unwrap_or_default(),
            laws: self.list(Column::Laws).into_iter().map(name).collect(),
            changed: self.text(Column::Changed),
            varies: self.text(Column::Varies),
            reconstructed: self.yes(Column::Reconstructed),
            trains,
            secs: self.whole(Column::Secs),
            why,
            at: span(self.number, 0),
            ..Question::default()
        };
        Some(Question { ask: ask?, answer: Spanned { value: kind?, at: self.at(Column::Answer) }, ..question })
    }

    /// Cells of which nobody knows any more what was typed.
    fn unreadable(&mut self) {
        for place in self.columns.values() {
            let (message, help) = match self.cells.get(place) {
                Some(Value::Date) => ("这一格被表格软件当成了日期", "把格式改成“文本”，再填一次"),
                Some(Value::Fault) => ("这一格的公式算不出来", "删掉公式，直接填文字"),
                _ => continue,
            };
            let at = span(self.number, *place);
            self.problems.push(Diagnostic::error("sheet-cell", at, message).help(help));
        }
    }

    /// Where a cell of this row is; where the row is, if there is no such column.
    pub fn at(&self, column: Column) -> Span {
        span(self.number, self.columns.get(&column).copied().unwrap_or_default())
    }

    /// The words of a cell, if there are any.
    pub fn text(&self, column: Column) -> Option<Text> {
        match self.cells.get(self.columns.get(&column)?)? {
            Value::Text(text) if !text.trim().is_empty() => Some(Spanned { value: text.clone(), at: self.at(column) }),
            _ => None,
        }
    }

    /// The words of a cell that must be filled in.
    pub fn need(&mut self, column: Column) -> Option<Text> {
        let text = self.text(column);
        if text.is_none() {
            self.refuse(
                "missing-field",
                column,
                format!("“{}”没有填", column.head()),
                "这一格必填；填法见“说明”那张表",
            );
        }
        text
    }

    /// Words of a list.
    pub fn list(&self, column: Column) -> Vec<Text> {
        let Some(text) = self.text(column) else { return Vec::new() };
        let words = text.value.split(BETWEEN).filter(|word| !word.is_empty());
        words.map(|word| Spanned { value: word.to_owned(), at: text.at }).collect()
    }

    /// Says why the row cannot be read.
    pub fn refuse(&mut self, code: &'static str, column: Column, message: impl Into<String>, help: &str) {
        self.problems.push(Diagnostic::error(code, self.at(column), message).help(help));
    }

    /// A number of a cell, if one is filled in.
    pub fn number(&mut self, column: Column) -> Option<Spanned<f64>> {
        let text = self.text(column)?;
        match text.value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(value) => Some(Spanned { value, at: text.at }),
            None => {
                let message = format!("“{}”应是一个数，写的是 `{}`", column.head(), text.value.trim());
                self.refuse("wrong-kind", column, message, "只写数字，如 9 或 0.5；单位写在“单位”那一栏");
                None
            }
        }
    }

    fn whole(&mut self, column: Column) -> Option<Spanned<u32>> {
        let number = self.number(column)?;
        if number.value < 0.0 || number.value.fract() != 0.0 || number.value > f64::from(u32::MAX) {
            self.refuse("wrong-kind", column, format!("“{}”应是不小于 0 的整数", column.head()), "如 20");
            return None;
        }
        // Within its bounds and whole: nothing is cut off.
        Some(Spanned { value: number.value as u32, at: number.at })
    }

    fn why(&mut self) -> Text {
        self.text(Column::Why).unwrap_or_else(|| {
            let at = self.at(Column::Why);
            let problem = Diagnostic::warning("missing-why", at, "这道题没有讲解");
            self.problems.push(problem.help("在“讲解”那一栏写清道理，或导入以后补上 `why`"));
            Spanned { value: NO_WHY.to_owned(), at }
        })
    }

    fn one_of<T>(&mut self, column: Column, find: fn(&str) -> Option<T>, what: &str) -> Option<Spanned<T>> {
        let text = self.text(column)?;
        let found = find(text.value.trim());
        if found.is_none() {
            let message = format!("没有 `{}` 这样的{what}", text.value.trim());
            self.refuse("unknown-word", column, message, column.about());
        }
        Some(Spanned { value: found?, at: text.at })
    }

    fn items(&mut self, defaults: &Defaults) -> Vec<Spanned<u32>> {
        let (words, at) = (self.list(Column::Items), self.at(Column::Items));
        if words.is_empty() {
            if defaults.items.is_empty() {
                let help = "在“条目”那一栏填，如 5,6；或导入时加上 `--items 5,6`，写给没填的题";
                self.refuse("no-item", Column::Items, "这道题没有说考的是 47 条里的哪一条", help);
            }
            return defaults.items.iter().map(|&value| Spanned { value, at }).collect();
        }
        let mut items = Vec::new();
        for word in words {
            match word.value.parse() {
                Ok(value) => items.push(Spanned { value, at }),
                Err(_) => {
                    let message = format!("`{}` 不是条目", word.value);
                    self.refuse("wrong-kind", Column::Items, message, "条目从 1 到 47，几条用逗号隔开，如 5,6");
                }
            }
        }
        items
    }

    fn trains(&mut self) -> Vec<Spanned<Check>> {
        let mut trains = Vec::new();
        for word in self.list(Column::Trains) {
            match Check::ALL.iter().find(|check| check.word() == word.value) {
                Some(&value) => trains.push(Spanned { value, at: word.at }),
                None => {
                    let problem =
                        Diagnostic::error("unknown-word", word.at, format!("没有 `{}` 这样的前台评分点", word.value));
                    self.problems.push(problem.suggest(&word.value, Check::ALL.iter().map(|check| check.word())));
                }
            }
        }
        trains
    }

    fn yes(&mut self, column: Column) -> bool {
        let Some(text) = self.text(column) else { return false };
        match kinds::truth(&text.value) {
            Some(is_so) => is_so,
            None => {
                let message = format!("“{}”只写是，或不填", column.head());
                self.refuse("wrong-kind", column, message, "考第 20 条的题写 是");
                false
            }
        }
    }
}
