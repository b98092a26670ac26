//! The note beside what was told: what was kept, and what nobody said.
//!
//! A note is free text in six boxes. A fact counts as kept when any of its accepted words stand anywhere in the note,
//! compared by what they mean and not by how they are typed: 三栋 is 3栋, ３－１２０３ is 3-1203. Invented are the author's
//! false facts, and every number of three digits or more that was neither said nor shown on the display.

use crate::content::drill::card::{CallerCard, FactCard};

/// From how many digits on a number is a room, a telephone or a sum, and not an hour or a count.
const NUMBER_DIGITS: usize = 3;

/// A note beside the facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteReview {
    /// Whether each fact of the caller's list is in it.
    pub kept: Vec<bool>,
    /// Which of the caller's false facts are in it, by place.
    pub false_facts: Vec<usize>,
    /// Numbers in it that nobody said, as they were typed.
    pub made_up_numbers: Vec<String>,
    /// How many characters it has, without spaces.
    pub chars: usize,
}

impl NoteReview {
    /// Percent of the facts that are in the note; none when there are no facts.
    pub fn recall(&self) -> Option<u32> {
        let kept = self.kept.iter().filter(|kept| **kept).count();
        (!self.kept.is_empty()).then(|| percent(kept, self.kept.len()))
    }

    /// How many things are in it that nobody said.
    pub fn invented(&self) -> usize {
        self.false_facts.len() + self.made_up_numbers.len()
    }

    /// Percent of what is in the note that was said; none when nothing is in it.
    pub fn precision(&self) -> Option<u32> {
        let kept = self.kept.iter().filter(|kept| **kept).count();
        let all = kept + self.invented();
        (all > 0).then(|| percent(kept, all))
    }
}

fn percent(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}

/// Puts a note beside what its caller tells.
pub fn review(note: &[String], caller: &CallerCard) -> NoteReview {
    beside(note, &caller.facts, &caller.decoys, said_by(caller))
}

/// Puts a note beside facts and false facts, and its numbers beside what was `said` or shown.
pub fn beside<'t>(
    note: &[String],
    facts: &'t [FactCard],
    decoys: &[FactCard],
    said: impl Iterator<Item = &'t str>,
) -> NoteReview {
    let whole = plain(&note.join("\n"));
    let has = |accept: &[Box<str>]| accept.iter().any(|word| !plain(word).is_empty() && whole.contains(&plain(word)));
    let noted = facts.iter().flat_map(|fact| fact.accept.iter().chain([&fact.note])).map(AsRef::as_ref);
    let said = rows_of_digits(said.chain(noted));
    let is_made_up = |number: &String| !said.iter().any(|row| row.contains(number.as_str()));
    NoteReview {
        kept: facts.iter().map(|fact| has(&fact.accept)).collect(),
        false_facts: (0..decoys.len()).filter(|&it| has(&decoys[it].accept)).collect(),
        made_up_numbers: note.iter().flat_map(|text| numbers(text)).filter(is_made_up).collect(),
        chars: note.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).count(),
    }
}

/// Everything a caller says or shows.
fn said_by(caller: &CallerCard) -> impl Iterator<Item = &str> {
    let later = caller.later.iter().flat_map(|later| &later.talk);
    let lines = caller.talk.iter().chain(later);
    let spoken = lines.flat_map(|it| {
        // What the trainee says from the desk's own lists may be noted too.
        let replies = it
            .replies
            .iter()
            .flat_map(|reply| [Some(reply.say.as_ref()), reply.caller.as_ref().map(|it| it.text.as_ref())]);
        [Some(it.caller.text.as_ref())].into_iter().chain(replies).flatten()
    });
    spoken.chain([caller.number.as_ref(), caller.closing.text.as_ref()])
}

/// Every row of digits in some texts, so that a number of a note can be looked for among them.
fn rows_of_digits<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    // Rooms and telephones are written with all sorts of marks within, but not across the parts of a sentence.
    let parts = texts.flat_map(|text: &str| text.split(['，', '。', '；', '！', '？', '、', ',', ';']));
    let rows =
        parts.flat_map(|part| plain(part).split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|row| !row.is_empty()).collect()
}

/// The numbers of a text that must have been said. What stands between two numbers keeps them apart.
fn numbers(text: &str) -> Vec<String> {
    let digits = spoken_digits(&text.chars().map(narrow).collect::<String>());
    let runs = digits.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() >= NUMBER_DIGITS).map(str::to_owned).collect()
}

/// A text by what it means: small letters, Arabic digits, and none of the marks that people put or leave out.
pub fn plain(text: &str) -> String {
    let narrow = text.chars().map(narrow).collect::<String>().to_lowercase();
    let mut out = String::with_capacity(narrow.len());
    let spoken = spoken_digits(&narrow);
    for c in spoken.chars().filter(|c| !is_mark(*c)) {
        // Behind a number 栋 and 单元 only tell numbers apart; 楼上 and 清单 are words.
        let is_behind_number = out.ends_with(|c: char| c.is_ascii_digit());
        if !(is_behind_number && BETWEEN_NUMBERS.contains(c)) {
            out.push(c);
        }
    }
    out
}

/// What people put, or do not, behind the numbers of a flat.
const BETWEEN_NUMBERS: &str = "栋幢座号楼室单元棟號樓單";

/// Full-width letters, digits and marks as their ordinary ones.
pub fn narrow(c: char) -> char {
    const FULL_WIDTH: std::ops::RangeInclusive<char> = '！'..='～';
    const OFFSET: u32 = '！' as u32 - '!' as u32;
    if FULL_WIDTH.contains(&c) { char::from_u32(c as u32 - OFFSET).unwrap_or(c) } else { c }
}

/// Whether a character may be put or left out without changing what is meant: spaces and punctuation.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || "，。；：、！？“”‘’（）《》—…·－".contains(c)
}

/// Chinese numerals as digits: 三 is 3, 二十三 is 23, 九百 is 900, 一百二 is 120; 幺三八 stays a row of digits.
fn spoken_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = Vec::new();
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(c) if digit(c).is_some() || unit(c).is_some() => run.push(c),
            other => {
                out.push_str(&spoken_run(&run));
                run.clear();
                out.extend(other);
            }
        }
    }
    out
}

/// One stretch of digits and units.
fn spoken_run(run: &[char]) -> String {
    let digits = || run.iter().filter_map(|&c| digit(c));
    let has_unit = run.iter().any(|&c| unit(c).is_some());
    // 万一 and 千万 are words; 十二 is a number all the same.
    let is_counted = run.first().is_some_and(|&c| digit(c).is_some() || c == '十');
    // A row of digits without units is read out one by one.
    match (has_unit, is_counted) {
        (false, _) => digits().collect(),
        (true, false) => run.iter().collect(),
        (true, true) => counted(run).to_string(),
    }
}

/// The value of digits with units.
fn counted(run: &[char]) -> u64 {
    /// What a digit without a unit is worth behind a unit: 一百二 is 120.
    const STEP: u64 = 10;
    let (mut whole, mut section, mut last_unit) = (0_u64, 0_u64, 1_u64);
    let mut pending: Option<u64> = None;
    for &c in run {
        if let Some(value) = digit(c).and_then(|it| it.to_digit(10)) {
            if value == 0 {
                last_unit = 1;
            }
            pending = Some(pending.unwrap_or(0).saturating_mul(STEP).saturating_add(u64::from(value)));
        } else if let Some(unit) = unit(c) {
            if unit >= TEN_THOUSAND {
                whole = whole.saturating_add((section + pending.take().unwrap_or(0)).max(1).saturating_mul(unit));
                section = 0;
            } else {
                section = section.saturating_add(pending.take().unwrap_or(1).saturating_mul(unit));
            }
            last_unit = unit;
        }
    }
    let left = pending.unwrap_or(0);
    let worth = if last_unit > STEP && left < STEP { last_unit / STEP } else { 1 };
    whole.saturating_add(section).saturating_add(left.saturating_mul(worth))
}

/// From here on a unit counts whole sections.
const TEN_THOUSAND: u64 = 10_000;

fn unit(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' | '萬' => Some(TEN_THOUSAND),
        _ => None,
    }
}

fn digit(c: char) -> Option<char> {
    const NUMERALS: &str = "零一二三四五六七八九";
    let spoken = || NUMERALS.chars().position(|numeral| numeral == c).and_then(|it| char::from_digit(it as u32, 10));
    match c {
        '0'..='9' => Some(c),
        '〇' => Some('0'),
        '幺' => Some('1'),
        '两' | '兩' => Some('2'),
        _ => spoken(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_the_same_is_the_same_however_it_is_typed() {
        for same in ["5栋1203", "5-1203", "五栋1203室", "５－１２０３", "5 栋 1203", "5#1203"] {
            assert_eq!(plain(same), "51203", "{same}");
        }
        assert_eq!(plain("十二点"), "12点");
        assert_eq!(plain("二十三号"), "23");
        assert_eq!(plain("两点半"), "2点半");
        assert_eq!(plain("二十"), "20");
        for (spoken, written) in [
            ("十", "10"),
            ("九百元", "900"),
            ("一千二百八十一", "1281"),
            ("一百二", "120"),
            ("一百零二", "102"),
            ("三千五", "3500"),
            ("一万二", "12000"),
            ("幺三八〇", "1380"),
            ("千万别", "千万别"),
            ("万一再坏", "万一再坏"),
            ("十二", "12"),
            ("3万", "30000"),
        ] {
            assert_eq!(plain(spoken), written, "{spoken}");
        }
        assert_eq!(plain("楼上漏水，清单"), "楼上漏水清单", "words stay words");
    }

    #[test]
    fn only_long_numbers_must_have_been_said() {
        assert_eq!(numbers("3点来，1203室，打8006"), ["1203", "8006"]);
        assert!(numbers("3天，12点").is_empty());
        assert_eq!(numbers("6栋802 13:30停水"), ["802"], "what stands between keeps numbers apart");
    }
}
