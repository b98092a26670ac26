//! Reports of one attempt and of one trainee: everything that happened stands in them, in the language wanted, and
//! nothing that did not. Everything here was really played.

mod export_kit;
mod reading;
mod support;

use export_kit::{MORNING, Trained, played, shelves, silent};
use jiff::civil::Date;
use support::shipped;
use three_rings::content::language::Language::{self, En, ZhHans, ZhHant};
use three_rings::content::shelf::Setting;
use three_rings::export::days::Days;
use three_rings::export::paper::{Block, Faces, Moment as Minute, Paper, html, pdf};
use three_rings::export::report::catalogue::Catalogue;
use three_rings::export::report::{self, Seen, short_hash};
use three_rings::faces::{BOLD, REGULAR};
use three_rings::locale::Locale;
use three_rings::play::state::Stage;
use three_rings::play::step::{Act, Input};
use three_rings::proof::Policy;
use three_rings::proof::desk::Bot;
use three_rings::record::attempt::Status;
use three_rings::record::summary::Summary;

fn catalogue(language: Language) -> Catalogue {
    Catalogue::of(shipped(), Setting { language, ..Setting::default() })
}

fn today() -> Date {
    MORNING.day().checked_add(jiff::Span::new().days(20)).expect("a day")
}

/// The report of one attempt, by place.
fn attempt(trained: &Trained, place: usize, language: Language) -> Paper {
    let (kept, locale) = (&trained.kept[place - 1], Locale::new(language));
    report::attempt(&trained.profile, kept, &mut shelves(), &catalogue(language), &locale)
}

fn trainee_in(trained: &Trained, days: Days, language: Language) -> Paper {
    let Trained { profile, kept, head } = trained;
    let seen = Seen { profile, kept, head, days, today: today() };
    report::trainee(seen, &catalogue(language), &Locale::new(language))
}

fn trainee(trained: &Trained, language: Language) -> Paper {
    trainee_in(trained, Days::default(), language)
}

/// Somebody who did well, badly, nothing; was on duty; gave up.
fn trained() -> Trained {
    let mut trained = Trained::new("小满", 5);
    trained.call("busy-owner", ZhHans, Policy::Recommended, 1);
    trained.call("angry-owner", ZhHans, Policy::Random, 2);
    trained.shift("first-day", ZhHans, Bot::Slow, 2);
    let half = played("busy-owner", ZhHans, Policy::Recommended, 3).back_to(5);
    trained.keep_call(&half, ZhHans, Status::GivenUp);
    trained.keep_call(&silent(), ZhHans, Status::GivenUp);
    trained.call("busy-owner", ZhHans, Policy::Random, 7);
    trained
}

/// All that is read on a paper, one text a line.
fn text(paper: &Paper) -> String {
    let html = html(paper);
    let (_, body) = html.split_once("</style>").expect("a body");
    let mut text = String::new();
    let mut is_tag = false;
    for c in body.chars() {
        match c {
            '<' => (is_tag, text) = (true, text + "\n"),
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&amp;", "&")
}

fn has(paper: &Paper, words: &str) {
    let text = text(paper);
    assert!(text.contains(words), "no “{words}” in:\n{text}");
}

fn every_paper(language: Language) -> Vec<Paper> {
    let trained = trained();
    let mut papers: Vec<Paper> = (1..=trained.kept.len()).map(|place| attempt(&trained, place, language)).collect();
    papers.push(trainee(&trained, language));
    papers
}

#[test]
fn the_report_of_a_call_has_every_answer_its_why_and_what_the_owner_said_last() {
    let mut trained = Trained::new("小满", 6);
    let call = played("angry-owner", ZhHans, Policy::Random, 2);
    trained.keep_call(&call, ZhHans, Status::Finished);
    let paper = attempt(&trained, 1, ZhHans);
    let debrief = three_rings::play::debrief::debrief(&call);
    for review in &debrief.reviews {
        review.said.iter().for_each(|said| has(&paper, said));
        review.before.iter().for_each(|said| has(&paper, said.words));
        let is_enough = review.reply == Some(three_rings::play::offer::Reply::Enough);
        let better = review.better.and_then(|better| better.words).filter(|_| !is_enough);
        let is_note = matches!(review.reply, Some(three_rings::play::offer::Reply::Note(_)));
        better.iter().filter(|_| !is_note).for_each(|better| has(&paper, better));
        has(&paper, review.why);
    }
    debrief.last_words.iter().for_each(|said| has(&paper, said.words));
}

#[test]
fn the_report_of_a_call_has_its_verdict_and_every_line_with_its_articles() {
    // Whoever answers at random crosses a line sooner or later.
    let crossing = (1..60).find_map(|seed| {
        let mut trained = Trained::new("小满", 7);
        trained.call("angry-owner", ZhHans, Policy::Random, seed);
        let Summary::Call(summary) = trained.kept[0].attempt.summary.clone() else { return None };
        (summary.compliance == "red" && !summary.breaches[0].laws.is_empty()).then_some((trained, summary))
    });
    let (trained, summary) = crossing.expect("a red line");
    let (paper, locale) = (attempt(&trained, 1, ZhHans), Locale::new(ZhHans));
    has(&paper, &locale.text(&format!("verdict-{}", summary.verdict)));
    has(&paper, &locale.with("verdict-note-red", &[("cap", 40.into())]));
    has(&paper, &summary.process.to_string());
    for breach in &summary.breaches {
        has(&paper, &breach.name);
        let bare = text(&paper).replace(['《', '》'], "");
        breach.laws.iter().for_each(|law| assert!(bare.contains(law.as_str()), "no {law} in:\n{bare}"));
    }
    summary.dimensions.iter().for_each(|it| has(&paper, &it.name));
    summary.criteria.iter().for_each(|it| has(&paper, &it.name));
}

#[test]
fn the_report_of_a_shift_has_every_call_and_every_word_said_in_it() {
    let trained = trained();
    let paper = attempt(&trained, 3, ZhHans);
    let replayed = shelves().replay(&trained.kept[2].attempt);
    let Ok(three_rings::record::replay::Replayed::Shift(shift)) = replayed else { panic!("a shift") };
    let state = shift.state();
    assert!(!state.calls.is_empty());
    state.calls.iter().flat_map(|call| &call.said).for_each(|said| has(&paper, &said.text));
    let headings = paper.blocks.iter().filter(|block| matches!(block, Block::Subheading(_))).count();
    assert_eq!(headings, state.calls.len(), "a heading a call");
    has(&paper, "95% 区间");
}

#[test]
fn silence_and_talking_over_somebody_are_named() {
    let trained = trained();
    has(&attempt(&trained, 5, ZhHans), "（没有说话）");
    let mut hasty = silent().back_to(0);
    while hasty.state().phase.stage() != Stage::Talk {
        hasty.reply(0).expect("an answer");
    }
    hasty.take(Input { after_ms: 0, act: Act::Reply(0) }).expect("words into the owner's");
    let mut over = Trained::new("小满", 8);
    over.keep_call(&hasty, ZhHans, Status::GivenUp);
    has(&attempt(&over, 1, ZhHans), "抢话");
}

#[test]
fn an_attempt_that_was_given_up_is_no_failure_and_no_pass() {
    let paper = attempt(&trained(), 4, ZhHans);
    has(&paper, "没做完，放弃了");
    assert!(!text(&paper).contains("不通过"), "{}", text(&paper));
}

#[test]
fn what_was_typed_by_somebody_anonymous_is_said_to_be_gone() {
    let mut trained = trained();
    trained.profile.is_anonymous = true;
    trained.kept[2].attempt.inputs = None;
    let paper = attempt(&trained, 3, ZhHans);
    has(&paper, "打过的字已经去掉");
    has(&paper, "逐项评分");
    assert!(!paper.blocks.iter().any(|block| matches!(block, Block::Said { .. })));
}

#[test]
fn a_score_that_is_not_what_the_replay_says_is_not_hidden() {
    let mut trained = trained();
    let Summary::Call(summary) = &mut trained.kept[0].attempt.summary else { panic!("a call") };
    summary.process = 12;
    has(&attempt(&trained, 1, ZhHans), "重放一遍，得分和存档不一样");
}

#[test]
fn every_report_names_its_place_in_the_chain_so_that_it_can_be_checked() {
    let trained = trained();
    let paper = attempt(&trained, 2, ZhHans);
    let hash = short_hash(&trained.kept[1].hash);
    assert!(paper.footer.contains(hash) && paper.footer.contains("第 2 环"), "{}", paper.footer);
    let paper = self::trainee(&trained, ZhHans);
    assert!(paper.footer.contains(short_hash(&trained.head.hash)) && paper.footer.contains("第 6 环"));
    has(&paper, &format!("--head {}", short_hash(&trained.head.hash)));
}

#[test]
fn a_report_is_dated_by_the_last_attempt_and_not_by_the_clock() {
    let trained = trained();
    let last = trained.kept.last().expect("an attempt");
    let end = last.attempt.setup.began.later(last.attempt.lasted_ms.into());
    let utc = three_rings::record::moment::Moment { offset_minutes: 0, ..end }.local();
    let created = Minute { year: 2026, month: 11, day: 28, hour: 1, minute: u8::try_from(utc.minute()).expect("one") };
    assert_eq!(trainee(&trained, ZhHans).created, Some(created));
    assert_eq!(attempt(&trained, 6, En).created, Some(created));
}

#[test]
fn no_section_is_empty() {
    for language in [ZhHans, ZhHant, En] {
        for paper in every_paper(language) {
            for pair in paper.blocks.windows(2) {
                if let [Block::Heading(text), Block::Heading(next)] = pair {
                    panic!("nothing between {text} and {next}");
                }
                if let [Block::Subheading(text), Block::Heading(_) | Block::Subheading(_)] = pair {
                    panic!("nothing below {text}");
                }
            }
            assert!(!matches!(paper.blocks.last(), Some(Block::Heading(_) | Block::Subheading(_))));
        }
    }
}

#[test]
fn every_word_is_a_word_in_every_language() {
    for language in [ZhHans, ZhHant, En] {
        for paper in every_paper(language) {
            let text = text(&paper) + &paper.footer;
            for key in ["report-", "advice-", "verdict-", "drill-", "export-", "turn-", "item-", "rule-", "{$", "{ $"] {
                assert!(!text.contains(key), "a bare key {key}:\n{text}");
            }
        }
    }
}

#[test]
fn a_chinese_report_has_no_english_in_it() {
    /// The command to type, and the hash it is given.
    const ALLOWED: [&str; 4] = ["three", "rings", "verify", "head"];
    for paper in every_paper(ZhHans) {
        let text = text(&paper) + &paper.footer;
        let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2);
        let is_english = |word: &&str| word.chars().all(|c| c.is_ascii_alphabetic()) && !ALLOWED.contains(word);
        let found: Vec<&str> = words.filter(is_english).collect();
        assert!(found.is_empty(), "{found:?} in {}", paper.title);
    }
}

#[test]
fn days_asked_for_change_the_figures_and_not_what_is_known_until_then() {
    let trained = trained();
    let second = MORNING.day().tomorrow().expect("a day");
    let days = Days { from: Some(second), to: None };
    let (whole, part) = (trainee(&trained, ZhHans), trainee_in(&trained, days, ZhHans));
    let attempts = |paper: &Paper| match &paper.blocks[0] {
        Block::Figures(figures) => figures[0].value.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((attempts(&whole).as_str(), attempts(&part).as_str()), ("6", "5"));
    let notes = |paper: &Paper| -> Vec<Block> {
        paper.blocks.iter().filter(|block| matches!(block, Block::Note { .. })).cloned().collect()
    };
    assert_eq!(notes(&whole), notes(&part), "the advice is the same");
}

#[test]
fn the_report_of_a_trainee_has_the_phones_answered_in_time_and_how_sure_that_is() {
    let trained = trained();
    let Summary::Shift(shift) = &trained.kept[2].attempt.summary else { panic!("a shift") };
    let hits = shift.rings.iter().flatten().filter(|rings| **rings <= shift.within).count();
    let paper = trainee(&trained, ZhHans);
    has(&paper, &format!("{hits}/{}", shift.rings.len()));
    assert!(paper.blocks.iter().any(|block| matches!(block, Block::Table { columns, .. } if columns.len() == 8)));
    assert!(paper.blocks.iter().any(|block| matches!(block, Block::Bars { mark: Some(_), .. })));
    assert!(paper.blocks.iter().any(|block| matches!(block, Block::Curve { mark: Some(_), .. })));
}

#[test]
fn names_are_those_of_the_language_wanted() {
    let trained = trained();
    has(&trainee(&trained, ZhHant), "永遠在開會的蔣先生");
    has(&attempt(&trained, 1, ZhHant), "永遠在開會的蔣先生");
}

#[test]
fn every_report_can_be_set_as_a_pdf_and_read_from_it() {
    for paper in [attempt(&trained(), 2, ZhHans), trainee(&trained(), ZhHans)] {
        let bytes = pdf(&paper, Faces { regular: REGULAR, bold: BOLD }).expect("a PDF");
        let read = reading::pages(&bytes).concat();
        let title: String = paper.title.split_whitespace().collect();
        assert!(read.contains(&title), "no {title} in {read}");
        assert_eq!(bytes, pdf(&paper, Faces { regular: REGULAR, bold: BOLD }).expect("a PDF"));
    }
}
