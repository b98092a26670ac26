//! How long the engine takes for what the program does all day: one step, a whole call, a trainer's file, the shelf.
//!
//! `cargo bench --no-default-features`. Nothing here asserts a time; `benches/peers` compares with other engines.

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use three_rings::content::drill::card::DrillCard;
use three_rings::content::scenario::Scenario;
use three_rings::content::script::Script;
use three_rings::content::shelf::{Content, Setting, Shelf, read};
use three_rings::content::shipped;
use three_rings::diagnostic::Source;
use three_rings::play::call::Call;
use three_rings::play::drill::judge::judge;
use three_rings::play::score::{Score, score};
use three_rings::play::state::Stage;
use three_rings::play::step::{Act, Context, Input, step};
use three_rings::proof::desk::{Bot, work};
use three_rings::proof::{Policy, play_out};

fn main() {
    divan::main();
}

const SEED: u64 = 1;

static SHELF: LazyLock<Shelf> = LazyLock::new(shipped::shelf);

/// The shipped scenario with the longest file.
fn largest() -> &'static (Source, Scenario) {
    SHELF.scenarios.iter().max_by_key(|(source, _)| source.text.len()).expect("scenarios ship")
}

fn script() -> Arc<Script> {
    SHELF.script(&largest().1, Setting::default()).expect("what ships can be played")
}

/// A call at its first question on the phone.
fn on_the_phone() -> Call {
    let mut call = Call::new(script(), SEED);
    while call.state().phase.stage() == Stage::Prepare {
        let wanted = call.recommended();
        let place = call.replies().iter().position(|&reply| Some(reply) == wanted).expect("it is offered");
        call.reply(u8::try_from(place).expect("few replies")).expect("it was offered");
    }
    call
}

fn step_with(bencher: Bencher<'_, '_>, act: Act) {
    let call = on_the_phone();
    let context = Context { script: call.script(), deal: call.deal(), speaking_ms: 0 };
    bencher.bench(|| step(black_box(call.state()), black_box(Input { after_ms: 0, act }), context));
}

/// One answer on the phone, by the pure function: state and input to state and events.
#[divan::bench]
fn step_answer(bencher: Bencher<'_, '_>) {
    step_with(bencher, Act::Reply(0));
}

/// Saying nothing.
#[divan::bench]
fn step_silence(bencher: Bencher<'_, '_>) {
    step_with(bencher, Act::StaySilent);
}

/// What is on offer, as the screen and the prover ask it.
#[divan::bench]
fn replies_offered(bencher: Bencher<'_, '_>) {
    let call = on_the_phone();
    bencher.bench(|| black_box(&call).replies());
}

/// The recommended call from the first question before dialling to its score, trail kept.
#[divan::bench]
fn recommended_call(bencher: Bencher<'_, '_>) {
    let script = script();
    bencher.bench(|| -> Score {
        let call = play_out(black_box(&script), SEED, Policy::Recommended);
        score(call.state(), &script)
    });
}

/// Everything a trainer's file goes through: text to tree to values to script, with every check.
#[divan::bench]
fn read_and_check_largest(bencher: Bencher<'_, '_>) {
    let text = &largest().0.text;
    bencher.counter(divan::counter::BytesCount::of_str(text)).bench(|| {
        let (content, problems) = read(black_box(text));
        let Some(Content::Scenario(scenario)) = content else { unreachable!("it was read as one before") };
        (SHELF.checked(&scenario, Setting::default()), problems)
    });
}

/// Every file that ships, as the program starts.
#[divan::bench]
fn load_the_shelf() -> Shelf {
    shipped::shelf()
}

/// The busiest shift that ships.
fn shift() -> Arc<DrillCard> {
    let cards = SHELF.drills.iter().map(|(_, drill)| SHELF.shift(drill, Setting::default()).expect("what ships works"));
    cards.max_by_key(|card| card.phones.len()).expect("shifts ship")
}

/// Five minutes at the front desk by the book, looked at every 300 ms.
#[divan::bench]
fn shift_by_the_book(bencher: Bencher<'_, '_>) {
    let card = shift();
    bencher.bench(|| work(black_box(card.clone()), SEED, Bot::Perfect));
}

/// One frame of a shift: 7 ms of time, in which mostly nothing happens.
#[divan::bench]
fn shift_frame(bencher: Bencher<'_, '_>) {
    const FRAME_MS: u32 = 7;
    let half_way = work(shift(), SEED, Bot::Perfect).back_to(150_000);
    bencher.with_inputs(|| half_way.clone()).bench_refs(|shift| {
        let later_ms = shift.state().now_ms + FRAME_MS;
        shift.advance(black_box(later_ms));
    });
}

/// Judging a whole shift, as the debrief does in every frame.
#[divan::bench]
fn shift_judged(bencher: Bencher<'_, '_>) {
    let worked = work(shift(), SEED, Bot::Perfect);
    bencher.bench(|| judge(black_box(&worked)));
}
