//! What stands in which column, and what it is called.

/// What a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Its name.
    Id,
    /// How it is answered.
    Kind,
    /// The question.
    Ask,
    /// What is right.
    Answer,
    /// The first, second … thing to choose, step, basket or column.
    Option(usize),
    /// What there is to learn.
    Why,
    /// What it belongs to.
    Topic,
    /// The teachable items.
    Items,
    /// How hard.
    Difficulty,
    /// What it is about.
    Point,
    /// What there is to learn from choosing the first, second … thing.
    OptionWhy(usize),
    /// How far off a number may be.
    Within,
    /// What stands behind a number.
    Unit,
    /// Articles.
    Laws,
    /// What today's law changed.
    Changed,
    /// Where it varies.
    Varies,
    /// Whether it was put together anew.
    Reconstructed,
    /// What of the front desk's scorecard it trains.
    Trains,
    /// How long an answer takes.
    Secs,
}

/// The most things to choose; the keys 1 to 9.
pub const OPTIONS: usize = 9;
/// The letters of what there is to choose.
pub const LETTERS: [char; OPTIONS] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];

impl Column {
    /// Every column, in the order we write them: what is always filled in comes first.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Id, Self::Kind, Self::Ask, Self::Answer];
        all.extend((0..OPTIONS).map(Self::Option));
        all.extend([Self::Why, Self::Topic, Self::Items, Self::Difficulty, Self::Point]);
        all.extend((0..OPTIONS).map(Self::OptionWhy));
        all.extend([Self::Within, Self::Unit, Self::Laws, Self::Changed, Self::Varies]);
        all.extend([Self::Reconstructed, Self::Trains, Self::Secs]);
        all
    }

    /// What stands above it.
    pub fn head(self) -> String {
        let named = |name: &str| name.to_owned();
        match self {
            Self::Id => named("题号"),
            Self::Kind => named("题型"),
            Self::Ask => named("题目"),
            Self::Answer => named("答案"),
            Self::Option(at) => format!("选项{}", LETTERS[at % OPTIONS]),
            Self::Why => named("讲解"),
            Self::Topic => named("专题"),
            Self::Items => named("条目"),
            Self::Difficulty => named("难度"),
            Self::Point => named("考点"),
            Self::OptionWhy(at) => format!("{}的讲解", LETTERS[at % OPTIONS]),
            Self::Within => named("误差"),
            Self::Unit => named("单位"),
            Self::Laws => named("法条"),
            Self::Changed => named("今昔不同"),
            Self::Varies => named("各地不同"),
            Self::Reconstructed => named("重构"),
            Self::Trains => named("评分点"),
            Self::Secs => named("秒数"),
        }
    }

    /// What a trainer has to know to fill it in.
    pub fn about(self) -> &'static str {
        match self {
            Self::Id => "英文小写字母、数字、连字符，不能和别的题重名。不填就按行号取名",
            Self::Kind => "必填：单选、多选、判断、填空、数字、排序、归类、连线。填法见下面的例子",
            Self::Ask => "必填。判断题把要判断的那句话写在这里",
            Self::Answer => "单选、多选写字母，如 B 或 A C；判断写对或错；填空一行一种写法；数字写数",
            Self::Option(0) => {
                "选项A 到 选项I。排序题一格一步，照正确次序；归类题一格一筐；连线题一格一栏。\
                 归类和连线格里一行一个，第一行是筐名或栏名（换行按 Alt+Enter）"
            }
            Self::Option(_) => "同上",
            Self::Why => "答对答错都看得到的道理。不填会提醒",
            Self::Topic => "认知与法规、招数、电话准备与流程、四法、前台礼仪、红线黄线。不填用导入时的 --topic",
            Self::Items => "考的是 47 条里的哪几条，如 5,6。不填用导入时的 --items",
            Self::Difficulty => "入门、一般、较难。不填是一般",
            Self::Point => "同一考点的题是一道题的几种问法，复习时轮着问。不填就自成一个",
            Self::OptionWhy(0) => "单选、多选：选了这一项能学到什么。A 到 I 各一栏，可以不填",
            Self::OptionWhy(_) => "同上",
            Self::Within => "数字题：差多少还算对。不填是 0",
            Self::Unit => "数字题：写在框后面的字，如 元",
            Self::Laws => "依据的法条在 laws.ron 里的名字，如 civil-944",
            Self::Changed => "今天的法和老做法不同在哪里",
            Self::Varies => "各地不一样的地方",
            Self::Reconstructed => "考第 20 条（原文已失）的题写 是",
            Self::Trains => "练的是前台评分表的哪一点，写那里的词，如 Rings",
            Self::Secs => "一般人答要几秒，3 到 600。不填按题型算",
        }
    }

    /// How wide it is, in characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Ask | Self::Why => 48.0,
            Self::Option(_) | Self::OptionWhy(_) | Self::Changed | Self::Varies => 24.0,
            Self::Id | Self::Point | Self::Answer | Self::Laws => 18.0,
            _ => 10.0,
        }
    }
}

/// What a kind is called, and the word authors write; those a row can say come first.
pub const KINDS: [(&str, &str); 8] = [
    ("单选", "Single"),
    ("多选", "Multiple"),
    ("判断", "TrueFalse"),
    ("填空", "Short"),
    ("数字", "Number"),
    ("排序", "Order"),
    ("归类", "Baskets"),
    ("连线", "Match"),
];

/// What some call a kind too: the window does.
pub const ALSO: [(&str, &str); 3] = [("填数", "Number"), ("分类", "Baskets"), ("配对", "Match")];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_has_a_heading_of_its_own_and_says_what_it_is_for() {
        let all = Column::all();
        let heads: BTreeSet<String> = all.iter().map(|column| column.head()).collect();
        assert_eq!(heads.len(), all.len());
        assert!(all.iter().all(|column| !column.about().is_empty()));
    }
}
