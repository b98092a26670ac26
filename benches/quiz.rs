//! Questions at scale: a bank of twenty thousand is opened, and its due queue made ready to be drawn.
//!
//! `cargo bench --no-default-features --bench quiz`. The bank is what ships, fifty times over under other names.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use three_rings::content::quiz::bank::Bank;
use three_rings::content::shelf::{Shelf, read};
use three_rings::content::shipped;
use three_rings::diagnostic::Source;
use three_rings::record::moment::Moment;
use three_rings::record::review::Review;
use three_rings::record::schedule::deck::Deck;
use three_rings::record::schedule::grade::Grade;
use three_rings::record::schedule::next::next;
use three_rings::record::schedule::plan::{Aim, Plan};
use three_rings::record::schedule::queue::queue;
use three_rings::record::study::candidates;

/// How many questions there are at least.
const QUESTIONS: usize = 20_000;
/// 2026-11-23T09:30:00+08:00
const NOW: Moment = Moment { unix_ms: 1_795_397_400_000, offset_minutes: 480 };
const DAY_MS: i64 = 86_400_000;

fn main() {
    let questions = Bank::of(&opened()).entries().len();
    assert!(questions >= QUESTIONS, "{questions} questions");
    divan::main();
}

/// Everything that ships, with its questions over and over under other names.
static TEXTS: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let (quizzes, mut texts): (Vec<Source>, Vec<Source>) =
        shipped::files().into_iter().partition(|source| source.text.contains("\nQuiz("));
    let shipped: usize = quizzes.iter().map(|source| source.text.matches("topic:").count()).sum();
    for copy in 0..QUESTIONS.div_ceil(shipped) + 1 {
        texts.extend(quizzes.iter().map(|source| {
            Source {
                name: format!("{copy}-{}", source.name),
                text: source
                    .text
                    .replace("id: \"", &format!("id: \"n{copy}-"))
                    .replace("point: \"", &format!("point: \"n{copy}-")),
            }
        }));
    }
    texts
});

fn opened() -> Shelf {
    let mut shelf = Shelf::default();
    for source in TEXTS.iter() {
        if let (Some(content), _) = read(&source.text) {
            shelf.add(source.clone(), content);
        }
    }
    shelf
}

/// Twenty thousand questions, from text to a bank that can be asked.
#[divan::bench(sample_count = 20)]
fn a_bank_of_twenty_thousand_opens() -> usize {
    Bank::of(&opened()).entries().len()
}

/// The same in the hands of somebody who has seen every point: what is due today, ready to be drawn.
#[divan::bench(sample_count = 50)]
fn its_due_queue(bencher: Bencher<'_, '_>) {
    let shelf = opened();
    let bank = Bank::of(&shelf);
    let reviews: Vec<Review> = candidates(&bank, &shelf, &[])
        .iter()
        .zip(0_i64..)
        .map(|(card, place)| {
            let seen = NOW.later(-(place % 40) * DAY_MS);
            next(&card.card, None, Grade::Good, seen, Aim::default()).review
        })
        .collect();
    let cards = candidates(&bank, &shelf, &reviews);
    bencher.bench_local(|| {
        let deck = Deck::of(&cards, &reviews, NOW);
        black_box(queue(&deck, &Plan::default(), 0, 1).len())
    });
}
