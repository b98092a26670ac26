//! What trainers call things, where they write them into a file of another format: topics, kinds, difficulties.
//!
//! These stand in files and not on a screen, so they are Chinese whatever the language of the interface.

use crate::content::quiz::{Kind, Topic};
use crate::content::scenario::Difficulty;

/// What a topic is called.
pub fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Law => "认知与法规",
        Topic::Moves => "招数",
        Topic::Calls => "电话准备与流程",
        Topic::Methods => "四法",
        Topic::Desk => "前台礼仪",
        Topic::Lines => "红线黄线",
    }
}

/// What some call a topic too: the titles of the files that ship.
const ALSO: [(&str, Topic); 2] = [("九招", Topic::Moves), ("红线与黄线", Topic::Lines)];

/// The topic a word means: what authors write, or what it is called.
pub fn topic_of(written: &str) -> Option<Topic> {
    let is_called_too = |it: Topic| ALSO.contains(&(written, it));
    let is_it = |it: &Topic| topic(*it) == written || is_called_too(*it) || it.word().eq_ignore_ascii_case(written);
    Topic::ALL.iter().copied().find(is_it)
}

/// What a difficulty is called.
pub fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Easy => "入门",
        Difficulty::Normal => "一般",
        Difficulty::Hard => "较难",
    }
}

/// The difficulty a word means.
pub fn difficulty_of(written: &str) -> Option<Difficulty> {
    let is_it = |it: &Difficulty| difficulty(*it) == written || it.word().eq_ignore_ascii_case(written);
    Difficulty::ALL.iter().copied().find(is_it)
}

/// The word authors write for a kind.
pub fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Unread => "Unread",
        Kind::Single(_) => "Single",
        Kind::Multiple(_) => "Multiple",
        Kind::TrueFalse(_) => "TrueFalse",
        Kind::Order(_) => "Order",
        Kind::Baskets(_) => "Baskets",
        Kind::Match(_) => "Match",
        Kind::Number(_) => "Number",
        Kind::Short(_) => "Short",
        Kind::FindFault(_) => "FindFault",
        Kind::Note(_) => "Note",
        Kind::Call(_) => "Call",
        Kind::CallFrom(_) => "CallFrom",
    }
}
