//! From a syntax tree to values, forgiving and complete: whatever cannot be read is reported and replaced by its
//! default, so that one slip hides no other.
//!
//! A type says how it is read by [`FromRon`]; `record!` and `words!` write that for structs and enums.

use std::collections::BTreeSet;

use ron2::ast::{Expr, StructBody, StructField};

use crate::content::syntax::span_of;
use crate::diagnostic::{Diagnostic, Span, Spanned};

/// Collects what is wrong while values are read.
#[derive(Default)]
pub struct Reader {
    /// Everything found so far, in reading order.
    pub problems: Vec<Diagnostic>,
}

/// A value an author can write.
pub trait FromRon: Default {
    /// Reads the value, or reports why not and returns the default.
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self;
}

impl Reader {
    /// Reports that something else was expected at `expr`.
    pub fn expected(&mut self, expr: &Expr<'_>, what: &str) {
        // Syntax errors are reported by the parser; saying them twice helps nobody.
        if !matches!(expr, Expr::Error(_)) {
            let message = format!("这里应该是{what}，写的却是{}", kind_of(expr));
            self.problems.push(Diagnostic::error("wrong-kind", span_of(expr), message));
        }
    }

    /// Opens a struct whose fields are `known`, reporting the fields that are not.
    pub fn fields<'e, 's>(&mut self, expr: &'e Expr<'s>, what: &str, known: &[&str]) -> Fields<'e, 's> {
        let Some(fields) = fields_of(expr) else {
            self.expected(expr, &format!("{what}的一组字段 `( … )`"));
            return Fields { fields: Vec::new(), at: span_of(expr), broken: true };
        };
        let mut seen = BTreeSet::new();
        for field in &fields {
            let name = field.name.name.as_ref();
            let at = Span::new(field.name.span.start_offset..field.name.span.end_offset);
            if !known.contains(&name) {
                let message = format!("{what}没有 `{name}` 这个字段");
                self.problems
                    .push(Diagnostic::error("unknown-field", at, message).suggest(name, known.iter().copied()));
            } else if !seen.insert(name) {
                let message = format!("`{name}` 写了两遍");
                self.problems.push(Diagnostic::error("duplicate-field", at, message).help("留下一个"));
            }
        }
        Fields { fields, at: span_of(expr), broken: false }
    }
}

fn fields_of<'e, 's>(expr: &'e Expr<'s>) -> Option<Vec<&'e StructField<'s>>> {
    match expr {
        Expr::AnonStruct(it) => Some(it.fields.iter().collect()),
        Expr::Unit(_) => Some(Vec::new()),
        Expr::Struct(it) => match &it.body {
            Some(StructBody::Fields(body)) => Some(body.fields.iter().collect()),
            Some(StructBody::Tuple(body)) if body.elements.is_empty() => Some(Vec::new()),
            _ => None,
        },
        _ => None,
    }
}

fn kind_of(expr: &Expr<'_>) -> &'static str {
    match expr {
        Expr::Unit(_) | Expr::Tuple(_) | Expr::AnonStruct(_) => "括号里的一组值",
        Expr::Bool(_) => "true 或 false",
        Expr::Number(_) => "数字",
        Expr::String(_) | Expr::Char(_) => "一段文字",
        Expr::Seq(_) => "列表 `[ … ]`",
        Expr::Map(_) => "对照表 `{ … }`",
        Expr::Struct(_) => "一个词",
        Expr::Byte(_) | Expr::Bytes(_) | Expr::Option(_) | Expr::Error(_) => "别的东西",
    }
}

/// The fields of one struct while it is read.
pub struct Fields<'e, 's> {
    fields: Vec<&'e StructField<'s>>,
    /// The whole struct.
    pub at: Span,
    broken: bool,
}

impl Fields<'_, '_> {
    /// A field that must be there.
    pub fn need<T: FromRon>(&self, name: &str, reader: &mut Reader) -> T {
        if let Some(value) = self.find(name, reader) {
            return value;
        }
        if !self.broken {
            let problem = Diagnostic::error("missing-field", self.at, format!("少了必填的 `{name}`"));
            reader.problems.push(problem.help(format!("在这对括号里加上 `{name}: …`")));
        }
        T::default()
    }

    /// A field that may be left out.
    pub fn maybe<T: FromRon>(&self, name: &str, reader: &mut Reader) -> T {
        self.find(name, reader).unwrap_or_default()
    }

    fn find<T: FromRon>(&self, name: &str, reader: &mut Reader) -> Option<T> {
        let field = self.fields.iter().find(|field| field.name.name == name)?;
        Some(T::from_ron(&field.value, reader))
    }
}

/// Declares a struct together with how it is read: `need` fields must be written, `maybe` fields have defaults.
/// The place of the whole struct is kept in `at`.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $what:literal, {
        $($(#[$field_doc:meta])* $field:ident : $ty:ty = $mode:ident),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $ty,)*
            /// Where it stands in the file.
            pub at: $crate::diagnostic::Span,
        }

        impl $crate::content::read::FromRon for $name {
            fn from_ron(expr: &ron2::ast::Expr<'_>, reader: &mut $crate::content::read::Reader) -> Self {
                let fields = reader.fields(expr, $what, &[$(stringify!($field)),*]);
                Self { $($field: fields.$mode(stringify!($field), reader),)* at: fields.at }
            }
        }
    };
}
pub(crate) use record;

/// Declares an enum whose values authors write as bare words. The first is the default.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal, {
        $(#[$first_doc:meta])* $first:ident $(, $(#[$word_doc:meta])* $word:ident)* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // a word like `Easy` says it all; those that do not are documented where declared
        pub enum $name {
            #[default]
            $(#[$first_doc])* $first,
            $($(#[$word_doc])* $word,)*
        }

        impl $name {
            /// Every word, in the order they are declared.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$word)*];

            /// The word as authors write it.
            pub fn word(self) -> &'static str {
                match self {
                    Self::$first => stringify!($first),
                    $(Self::$word => stringify!($word),)*
                }
            }
        }

        impl $crate::content::read::FromRon for $name {
            fn from_ron(expr: &ron2::ast::Expr<'_>, reader: &mut $crate::content::read::Reader) -> Self {
                $crate::content::read::word(expr, reader, $what, Self::ALL, Self::word)
            }
        }
    };
}
pub(crate) use words;

/// Reads one of a closed set of words, guessing at typos.
pub fn word<T: Copy + Default>(
    expr: &Expr<'_>,
    reader: &mut Reader,
    what: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> T {
    let Some(written) = bare_name(expr) else {
        reader.expected(expr, what);
        return T::default();
    };
    if let Some(found) = all.iter().find(|&&one| name(one) == written) {
        return *found;
    }
    let problem = Diagnostic::error("unknown-word", span_of(expr), format!("没有 `{written}` 这样的{what}"));
    reader.problems.push(problem.suggest(written, all.iter().map(|&one| name(one))));
    T::default()
}

/// A name written as a bare word or between quotes.
pub fn bare_name<'e>(expr: &'e Expr<'_>) -> Option<&'e str> {
    match expr {
        Expr::Struct(it) if it.body.is_none() => Some(it.name.name.as_ref()),
        Expr::String(it) => Some(&it.value),
        _ => None,
    }
}

/// The one argument of `Word(argument)`.
pub fn call_of<'e, 's>(expr: &'e Expr<'s>) -> Option<(&'e str, &'e Expr<'s>)> {
    let Expr::Struct(it) = expr else { return None };
    match &it.body {
        Some(StructBody::Tuple(body)) if body.elements.len() == 1 => {
            Some((it.name.name.as_ref(), &body.elements[0].expr))
        }
        _ => None,
    }
}

impl FromRon for String {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match expr {
            Expr::String(it) => it.value.clone(),
            _ => {
                reader.expected(expr, "一段引号里的文字");
                Self::default()
            }
        }
    }
}

impl FromRon for bool {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match expr {
            Expr::Bool(it) => it.value,
            _ => {
                reader.expected(expr, " true 或 false");
                false
            }
        }
    }
}

impl FromRon for u32 {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        if let Expr::Number(it) = expr
            && let Ok(number) = it.raw.replace('_', "").parse()
        {
            return number;
        }
        reader.expected(expr, "不小于 0 的整数");
        0
    }
}

impl<T: FromRon> FromRon for Option<T> {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match expr {
            Expr::Option(it) => it.value.as_ref().map(|inner| T::from_ron(&inner.expr, reader)),
            _ => Some(T::from_ron(expr, reader)),
        }
    }
}

impl<T: FromRon> FromRon for Vec<T> {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match expr {
            Expr::Seq(it) => it.items.iter().map(|item| T::from_ron(&item.expr, reader)).collect(),
            Expr::Error(_) => Self::new(),
            // One thing where a list is expected is a list of one.
            _ => vec![T::from_ron(expr, reader)],
        }
    }
}

impl<T: FromRon> FromRon for Spanned<T> {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        Self { value: T::from_ron(expr, reader), at: span_of(expr) }
    }
}

/// A name that refers to something: written bare or in quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name(pub String);

impl FromRon for Name {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        match bare_name(expr) {
            // Left out is the default, and was reported if it must be there; written and empty is a slip of its own.
            Some("") => {
                let problem = Diagnostic::error("empty-name", span_of(expr), "这里要写一个名字，写的是空的");
                reader.problems.push(problem.help("写上要指的那个名字，或整个不写"));
                Self::default()
            }
            Some(name) => Self(name.to_owned()),
            None => {
                reader.expected(expr, "一个名字");
                Self::default()
            }
        }
    }
}

/// A table of `"name": "text"`, in the order written.
#[derive(Clone, Debug, Default)]
pub struct Table(pub Vec<(Spanned<String>, Spanned<String>)>);

impl FromRon for Table {
    fn from_ron(expr: &Expr<'_>, reader: &mut Reader) -> Self {
        let Expr::Map(it) = expr else {
            reader.expected(expr, "对照表 `{\"名字\": \"文字\"}`");
            return Self::default();
        };
        let mut seen = BTreeSet::new();
        let mut entry = |entry: &ron2::ast::MapEntry<'_>| {
            let key: Spanned<String> = Spanned::from_ron(&entry.key, reader);
            if !seen.insert(key.value.clone()) {
                let problem = Diagnostic::error("duplicate-field", key.at, format!("`{}` 写了两遍", key.value));
                reader.problems.push(problem.help("留下一个"));
            }
            (key, Spanned::from_ron(&entry.value, reader))
        };
        Self(it.entries.iter().map(&mut entry).collect())
    }
}
