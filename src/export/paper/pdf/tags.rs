//! The structure of a PDF, for who has it read aloud: which lines belong to which paragraph, cell or figure.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a part of the paper is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, and its text.
    Heading(Level, String),
    /// Running text.
    Paragraph,
    /// What belongs together.
    Group,
    /// A list of names and values.
    List,
    /// One of them.
    Item,
    /// The name of an item.
    Name,
    /// The value of an item.
    Value,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell in a table's head.
    HeadCell,
    /// A cell of a table.
    Cell,
    /// A chart, and what it shows in words.
    Chart(String),
}

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The paper's title.
    Title,
    /// Opens a section.
    Section,
    /// Opens a part of a section.
    Part,
}

/// A part of the structure, by its number in [`Structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element(usize);

struct Entry {
    role: Role,
    children: Vec<Child>,
}

enum Child {
    Element(Element),
    Drawn(Identifier),
}

/// The structure, while the paper is laid out and drawn.
#[derive(Default)]
pub struct Structure {
    entries: Vec<Entry>,
    roots: Vec<Element>,
}

impl Structure {
    /// A part at the top.
    pub fn root(&mut self, role: Role) -> Element {
        let element = self.entry(role);
        self.roots.push(element);
        element
    }

    /// A part of a part.
    pub fn part(&mut self, of: Element, role: Role) -> Element {
        let element = self.entry(role);
        self.entries[of.0].children.push(Child::Element(element));
        element
    }

    /// Notes what was drawn for a part.
    pub fn drawn(&mut self, element: Element, identifier: Identifier) {
        self.entries[element.0].children.push(Child::Drawn(identifier));
    }

    /// The structure as the PDF writer takes it.
    pub fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in &self.roots {
            tree.push(self.group(*root));
        }
        tree
    }

    fn entry(&mut self, role: Role) -> Element {
        self.entries.push(Entry { role, children: Vec::new() });
        Element(self.entries.len() - 1)
    }

    fn group(&self, element: Element) -> TagGroup {
        let entry = &self.entries[element.0];
        let node = |child: &Child| match child {
            Child::Element(element) => Node::Group(self.group(*element)),
            Child::Drawn(identifier) => Node::Leaf(*identifier),
        };
        TagGroup::with_children(entry.role.kind(), entry.children.iter().map(node).collect())
    }
}

impl Level {
    fn number(self) -> NonZeroU16 {
        const TWO: NonZeroU16 = NonZeroU16::MIN.saturating_add(1);
        match self {
            Self::Title => NonZeroU16::MIN,
            Self::Section => TWO,
            Self::Part => TWO.saturating_add(1),
        }
    }
}

impl Role {
    fn kind(&self) -> TagKind {
        match self {
            Self::Heading(level, text) => Tag::Hn(level.number(), Some(text.clone())).into(),
            Self::Paragraph => Tag::P.into(),
            Self::Group => Tag::Div.into(),
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::Item => Tag::LI.into(),
            Self::Name => Tag::Lbl.into(),
            Self::Value => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::Row => Tag::TR.into(),
            Self::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
            Self::Cell => Tag::TD.into(),
            Self::Chart(words) => Tag::Figure(Some(words.clone())).into(),
        }
    }
}
