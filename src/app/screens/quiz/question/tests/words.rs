//! What is said afterwards.

use egui_kittest::kittest::NodeT as _;

use super::*;
use crate::content::quiz::card::Task;
use crate::content::scenario::Slot;

/// The words that must be read of what was right.
fn right_words(card: &QuestionCard) -> Vec<String> {
    let right = |choices: &[crate::content::quiz::card::ChoiceCard]| {
        choices.iter().filter(|it| it.is_right).map(|it| it.say.to_string()).collect::<Vec<_>>()
    };
    match &card.task {
        Task::Single(choices) | Task::Multiple(choices) => right(choices),
        Task::TrueFalse(holds) => vec![if *holds { "对" } else { "不对" }.to_owned()],
        Task::Order(steps) => steps.iter().map(ToString::to_string).collect(),
        Task::Baskets { baskets, .. } => baskets.iter().map(ToString::to_string).collect(),
        Task::Match { rows, columns, .. } => {
            columns.iter().flat_map(|column| column.iter().take(rows.len())).map(ToString::to_string).collect()
        }
        Task::Number { is, unit, .. } => vec![format!("{is}{unit}")],
        Task::Short(words) => words.iter().map(ToString::to_string).collect(),
        Task::FindFault { talk, line, faults } => {
            right(faults).into_iter().chain([talk[*line].say.to_string()]).collect()
        }
        Task::Note { facts, .. } => facts.iter().map(|fact| fact.note.to_string()).collect(),
        Task::Call { exchanges, .. } => exchanges.iter().flat_map(|it| right(&it.replies)).collect(),
    }
}

/// Everything that is read, without the line feeds that break lines.
fn read(window: &Window) -> String {
    let root = window.root();
    let node_text = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<String>()
    };
    root.children_recursive().map(node_text).collect::<Vec<_>>().join("|").replace('\n', "")
}

#[test]
fn what_was_right_is_named_whatever_was_answered() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, 3)) {
        let blank = Sitting::of(&card).draft;
        for draft in [blank, Reply::right(&card.task)] {
            let window = window(Sitting::shown(&card, draft), TALL);
            let read = read(&window);
            for words in right_words(&card).iter().chain([&card.why.to_string()]) {
                let words = words.replace(' ', "");
                assert!(read.replace(' ', "").contains(&words), "{}: {words} is not in {read}", card.id);
            }
        }
    }
}

#[test]
fn the_verdict_and_the_parts_stand_on_top() {
    for card in KINDS.iter().flat_map(|kind| questions(kind, 1)) {
        let right = window(Sitting::shown(&card, Reply::right(&card.task)), TALL);
        right.get_by_label(&format!("✓ {}", text(&right, "quiz-right")));
        let parts = mark(&card, &right.state().draft).parts;
        if parts > 1 {
            let score = [("got", parts.into()), ("parts", parts.into())];
            right.get_by_label(&right.state().locale.with("quiz-score", &score));
        }
    }
    let card = &questions("Single", 1)[0];
    let blank = window(Sitting::shown(card, Reply::Pick(None)), TALL);
    blank.get_by_label(&format!("× {}", text(&blank, "quiz-unanswered")));
}

#[test]
fn a_wrong_choice_is_told_with_its_why() {
    let card = &questions("Single", 1)[0];
    let Task::Single(choices) = &card.task else { panic!("choices") };
    let wrong = choices.iter().position(|it| !it.is_right && !it.why.is_empty()).expect("a why");
    let window = window(Sitting::shown(card, Reply::Pick(Some(wrong))), TALL);
    window.get_by_label(&text(&window, "quiz-chosen-wrong"));
    window.get_by_label(&text(&window, "quiz-not-chosen"));
    assert!(read(&window).contains(choices[wrong].why.as_ref()));
}

#[test]
fn an_exam_does_not_tell_whether_the_first_answer_on_the_phone_was_right() {
    let card = &questions("Call", 1)[0];
    let Task::Call { exchanges, .. } = &card.task else { panic!("a call") };
    let wrong = exchanges[0].replies.iter().position(|it| !it.is_right).expect("a wrong answer");
    for confirm in [true, false] {
        let mut window = window(Sitting { confirm, ..Sitting::of(card) }, TALL);
        let at = dealt(&window, 0, wrong);
        digit(&mut window, at);
        let told = format!("△ {}", text(&window, "quiz-goes-on-as-if"));
        assert_eq!(read(&window).contains(&told), confirm);
        assert_eq!(read(&window).contains(&text(&window, "quiz-goes-on")), !confirm);
    }
}

#[test]
fn an_invented_number_in_a_note_is_told() {
    let card = &questions("Note", 1)[0];
    let mut boxes = vec![String::new(); Slot::ALL.len()];
    boxes[Slot::What as usize] = "87654321".into();
    let window = window(Sitting::shown(card, Reply::Notes(boxes)), TALL);
    let number = window.state().locale.with("quiz-number-in-note", &[("number", "87654321".into())]);
    window.get_by_label(&number);
    window.get_by_label(&text(&window, "quiz-invented"));
}

#[test]
fn an_article_is_read_when_it_is_asked_for() {
    let card =
        BANK.entries().iter().filter_map(|entry| SHELF.asked(SHELF.question(entry.place)?, Setting::default()).ok());
    let card = card.into_iter().find(|card| !card.laws.is_empty()).expect("a question with an article");
    let law = &card.laws[0];
    let start: String = law.text.chars().take(12).collect();
    let mut window = window(Sitting::shown(&card, Reply::right(&card.task)), TALL);
    assert!(!read(&window).contains(&start));
    let see = format!("{}：《{}》{}（{}）", text(&window, "quiz-see-article"), law.statute, law.article, law.version);
    click(&mut window, &see);
    assert!(read(&window).contains(&start), "{start}");
}

#[test]
fn a_question_of_a_lost_text_says_so() {
    let card =
        BANK.entries().iter().filter_map(|entry| SHELF.asked(SHELF.question(entry.place)?, Setting::default()).ok());
    let card = card.into_iter().find(|card| card.is_reconstructed).expect("a question put together anew");
    let window = window(Sitting::of(&card), TALL);
    window.get_by_label(&format!("△ {}", text(&window, "quiz-reconstructed")));
}
