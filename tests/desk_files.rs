//! The front desk's files put together: who of those on the shelf rings in a shift, and how many may.
//!
//! With the files of `tests/data`; what the program says about a trainer's own stands in `cli_drill.rs`.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use support::{files_below, root, small, text_of};
use three_rings::content::drill::Callers;
use three_rings::content::drill::card::DrillCard;
use three_rings::content::shelf::{Content, Setting, Shelf, read};
use three_rings::diagnostic::{Diagnostic, Source};
use three_rings::play::drill::plan::Plan;
use three_rings::proof::desk::{Bot, work};

/// The shelf in `tests/data`, with its callers changed somehow.
fn shelf_with(change: impl Fn(&mut Callers)) -> Shelf {
    let mut shelf = Shelf::default();
    for path in files_below(&root("tests/data"), "ron") {
        let source = Source { name: path.display().to_string(), text: text_of(&path) };
        let mut content = read(&source.text).0.expect("content");
        if let Content::Callers(callers) = &mut content {
            change(callers);
        }
        shelf.add(source, content);
    }
    shelf
}

/// The small shift, in which everybody on the shelf may ring, or those of these ids.
fn shift(shelf: &Shelf, ids: &[&str]) -> Result<Arc<DrillCard>, Vec<Diagnostic>> {
    let mut drill = small().drill("small-desk").expect("the small shift").1.clone();
    drill.callers.retain(|caller| ids.contains(&caller.value.0.as_str()));
    shelf.shift(&drill, Setting::default())
}

/// A shelf with so many callers.
fn crowd(count: usize) -> Shelf {
    shelf_with(|callers| {
        let one_of_each = std::mem::take(&mut callers.callers);
        callers.callers = one_of_each.into_iter().cycle().take(count).collect();
        callers.callers.iter_mut().enumerate().for_each(|(place, caller)| caller.id.value = format!("caller-{place}"));
    })
}

fn ids(card: &DrillCard) -> Vec<&str> {
    card.callers.iter().map(|caller| caller.id.as_ref()).collect()
}

mod a_caller_with_errors {
    use super::*;

    /// The small shelf, on which the first caller has no recommended answer any more.
    fn shelf() -> Shelf {
        shelf_with(|callers| callers.callers[0].talk[0].replies.iter_mut().for_each(|reply| reply.best = false))
    }

    #[test]
    fn does_not_ring_and_everybody_else_does() {
        let card = shift(&shelf(), &[]).expect("a shift that can be worked");
        assert_eq!(ids(&card), ["tree", "fee", "noise"]);
        let worked = work(card, 7, Bot::Perfect);
        assert!(worked.state().is_over && !worked.state().calls.is_empty());
    }

    #[test]
    fn does_not_ring_even_where_they_are_named() {
        let card = shift(&shelf(), &["lamp", "fee", "noise"]).expect("a shift that can be worked");
        assert_eq!(ids(&card), ["fee", "noise"]);
    }

    #[test]
    fn is_missed_where_too_few_are_left() {
        let problems = shift(&shelf(), &["lamp", "fee"]).expect_err("nobody rings while another speaks");
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["no-callers"]);
    }

    #[test]
    fn rings_again_once_mended() {
        assert_eq!(ids(&shift(&shelf_with(|_| {}), &[]).expect("a shift")), ["lamp", "tree", "fee", "noise"]);
    }
}

mod many_callers {
    use super::*;

    #[test]
    fn a_thousand_can_ring_in_one_shift() {
        let card = shift(&crowd(1_000), &[]).expect("a shift that can be worked");
        assert_eq!(card.callers.len(), 1_000);
        let dealt: BTreeSet<u16> = Plan::new(&card, 7).occasions.iter().map(|occasion| occasion.first.caller).collect();
        assert_eq!(dealt.len(), 300, "nobody rings again before everybody has rung");
        for beyond in [127, 255, 900] {
            assert!(dealt.iter().any(|&caller| caller > beyond), "nobody beyond the {beyond}th");
        }
    }

    #[test]
    fn one_more_is_too_many() {
        let problems = shift(&crowd(1_001), &[]).expect_err("too many");
        let [problem] = &problems[..] else { panic!("{problems:?}") };
        assert_eq!(problem.code, "too-many");
        assert!(problem.message.contains("1001") && problem.message.contains("1000"), "{}", problem.message);
    }
}
