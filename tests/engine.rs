//! The engine, on the small shelf of `tests/data`, where every sum can be done in one's head.
//!
//! Weights there: materials 10, opening 40 (two criteria), listening 20 (two), day 10, note 10 (two), follow-up 10.
//! Moods move exactly as stated; trust starts at 50, patience at 40.

mod support;

use std::collections::HashSet;

use support::{Spoken, script, small};
use three_rings::content::script::Mood;
use three_rings::play::call::Call;
use three_rings::play::debrief::{TurnVerdict, debrief};
use three_rings::play::state::{Phase, Stage, State};
use three_rings::play::step::{Act, Context, Event, Input, Refused, step};

const SEED: u64 = 7;

/// The small call, before dialling.
fn call() -> Call {
    Call::new(script(small(), "small"), SEED)
}

/// The small call with the owner on the line: materials ready, `喂，哪位？`.
fn on_the_line() -> Call {
    let mut call = call();
    ["业主通讯录", "回访记录表", "就这些"].iter().for_each(|&pick| {
        call.say(pick);
    });
    call
}

/// The small call at the turn about the leak, the owner at trust 60.
fn at_trouble() -> Call {
    let mut call = on_the_line();
    call.say("您好，我是服务中心的小陈，请问是5栋1单元702的王先生吗？");
    call
}

/// The small call at the turn about the leak, the owner at trust 50: not greeted by name.
fn at_trouble_coolly() -> Call {
    let mut call = on_the_line();
    call.say("喂，我是服务中心的。");
    call
}

fn bare() -> Call {
    Call::new(script(small(), "bare"), SEED)
}

fn turn(call: &Call) -> &str {
    match call.state().phase {
        Phase::Talk { turn } => &call.script().turns[turn.index()].id,
        other => panic!("not on the line but at {other:?}"),
    }
}

fn ending(call: &Call) -> &str {
    let ending = call.state().ending.expect("an ending");
    &call.script().endings[ending.index()].id
}

fn mood(call: &Call) -> (u8, u8) {
    let Mood { trust, patience } = call.state().mood;
    (trust, patience)
}

fn names(call: &Call, criteria: three_rings::id::Bits) -> Vec<String> {
    criteria.iter().map(|index| call.script().standards.criteria[index].id.to_string()).collect()
}

fn last_words(call: &Call) -> Vec<String> {
    debrief(call).last_words.iter().map(|said| said.words.to_owned()).collect()
}

#[test]
fn the_small_shelf_has_nothing_to_complain_about() {
    for (source, scenario) in &small().scenarios {
        let (_, problems) = small().checked(scenario, three_rings::content::shelf::Setting::default());
        assert!(problems.is_empty(), "{}", three_rings::diagnostic::render(source, &problems));
    }
}

#[test]
fn scenario_seed_and_timed_inputs_replay_to_the_same_call() {
    let mut first = at_trouble_coolly();
    first.say_over("法院会管的");
    first.stay_silent();
    first.as_recommended();
    let again = Call::replay(first.script().clone(), SEED, &first.inputs()).expect("inputs that fitted before");
    assert_eq!(again.state(), first.state());
    assert_eq!(support::score_of(&again), support::score_of(&first));
    let events = |call: &Call| call.beats().iter().flat_map(|beat| beat.events.clone()).collect::<Vec<_>>();
    assert_eq!(events(&again), events(&first));
}

#[test]
fn a_seed_deals_the_same_order_and_wording_on_every_platform() {
    // Written down once: a change of these is a change of every recorded attempt.
    let dealt = |seed: u64| {
        let mut call = Call::new(script(small(), "small"), seed);
        call.say("就这些");
        let firsts = call.replies().into_iter().flat_map(|reply| support::words_of(&call, reply).chars().take(2));
        let shown: String = firsts.collect();
        call.say("喂，我是服务中心的。");
        (shown, last_words(&call).concat())
    };
    assert_eq!(dealt(1), ("您好喂，您欠".into(), "漏水一个月了，没人来！".into()));
    assert_eq!(dealt(20_261_126), ("您好您欠喂，".into(), "漏水一个月了，没人来！".into()));
}

#[test]
fn other_seeds_show_the_answers_in_other_orders_and_the_same_answers_are_worth_the_same() {
    let orders: HashSet<Vec<_>> = (0..40)
        .map(|seed| {
            let mut call = Call::new(script(small(), "small"), seed);
            call.say("就这些");
            call.replies().to_vec()
        })
        .collect();
    assert_eq!(orders.len(), 6, "three answers stand in six orders");
    for seed in 0..40 {
        let mut call = Call::new(script(small(), "small"), seed);
        call.as_recommended();
        assert_eq!(support::score_of(&call).process, 100, "seed {seed}");
    }
}

#[test]
fn every_way_a_call_can_go_is_finitely_many_states() {
    let script = script(small(), "small");
    let call = call();
    let mut seen: HashSet<State> = HashSet::from([call.state().clone()]);
    let mut open = vec![call.state().clone()];
    while let Some(state) = open.pop() {
        assert!(seen.len() < 200_000, "more states than a call of four turns can have");
        // The owner speaks for a second; one answers into it, or after it, or not at all.
        let context = Context { script: &script, deal: call.deal(), speaking_ms: 1_000 };
        let answers = (0..12).flat_map(|place| [0, 1_000].map(|after_ms| Input { after_ms, act: Act::Reply(place) }));
        for input in answers.chain([Input { after_ms: 0, act: Act::StaySilent }]) {
            if let Ok((after, _)) = step(&state, input, context)
                && seen.insert(after.clone())
            {
                open.push(after);
            }
        }
    }
    let reached: HashSet<_> = seen.iter().filter(|it| it.phase == Phase::Over).filter_map(|it| it.ending).collect();
    assert_eq!(reached.len(), script.endings.len(), "each ending is reached in some way");
}

#[test]
fn an_input_that_fits_no_question_is_refused_and_changes_nothing() {
    let mut call = on_the_line();
    let before = call.state().clone();
    assert_eq!(call.reply(3).err(), Some(Refused::NoSuchReply { offered: 3 }));
    assert_eq!(call.state(), &before);
    let mut preparing = self::call();
    let silence = Input { after_ms: 0, act: Act::StaySilent };
    assert_eq!(preparing.take(silence).err(), Some(Refused::NothingToBeSilentAbout));
    let inputs = [Input { after_ms: 0, act: Act::Reply(0) }, Input { after_ms: 0, act: Act::Reply(9) }];
    let (place, refused) = Call::replay(call.script().clone(), SEED, &inputs).expect_err("the second fits nothing");
    assert_eq!((place, refused), (1, Refused::NoSuchReply { offered: 3 }));
}

mod silence {
    use super::*;

    #[test]
    fn the_owner_asks_again_loses_patience_and_waits_at_the_same_turn() {
        let mut call = on_the_line();
        call.stay_silent();
        assert_eq!((turn(&call), mood(&call)), ("hello", (50, 30)), "a silence costs 10 unless a turn says otherwise");
        assert!(call.latest().contains(&Event::FellSilent));
        assert_eq!(debrief(&call).reviews.last().map(|review| review.verdict), Some(TurnVerdict::Silent));
    }

    #[test]
    fn a_turn_can_say_what_silence_costs_and_where_it_leads() {
        let mut call = at_trouble();
        call.stay_silent();
        assert_eq!(mood(&call), (60, 35));
        assert_eq!(ending(&call), "refused", "by way of a turn that asks nothing");
        assert_eq!(last_words(&call), ["喂？说话呀。", "算了，不跟你说了。"]);
        let handed_over = debrief(&call).last_words[1];
        assert_eq!((handed_over.speaker, handed_over.aside), (Some("王太太"), Some("(电话换了人)")));
    }

    #[test]
    fn it_spoils_what_the_rubric_says_it_spoils() {
        let mut call = on_the_line();
        let beat = call.stay_silent();
        let missed = beat.events.iter().filter(|event| matches!(event, Event::Missed(_))).count();
        assert_eq!(missed, 1);
        assert_eq!(names(&call, call.state().missed), ["Attentive"]);
        call.as_recommended();
        assert_eq!(support::score_of(&call).process, 90, "answering well later does not undo it");
    }

    #[test]
    fn it_always_costs_something_whatever_the_author_wrote() {
        let mut call = bare();
        call.stay_silent();
        assert_eq!(mood(&call), (50, 39), "the file says that patience rises");
    }

    #[test]
    fn the_owner_hangs_up_on_somebody_who_never_speaks() {
        let mut call = bare();
        for _ in 0..40 {
            assert!(!call.is_over());
            call.stay_silent();
        }
        assert_eq!(ending(&call), "hung-up");
        assert_eq!(mood(&call), (50, 0));
    }

    #[test]
    fn there_is_none_before_dialling_and_none_at_the_desk_afterwards() {
        let mut call = at_trouble();
        call.stay_silent();
        assert_eq!(call.state().phase.stage(), Stage::Log);
        assert!(call.take(Input { after_ms: 0, act: Act::StaySilent }).is_err());
    }
}

mod interruptions {
    use super::*;

    #[test]
    fn an_owner_who_cuts_in_has_heard_only_the_beginning() {
        let mut call = at_trouble_coolly();
        call.say("漏水归漏水");
        let beat = call.beats().last().expect("a beat");
        assert!(beat.events.contains(&Event::CutShort));
        let debrief = debrief(&call);
        let review = debrief.reviews.last().expect("a review");
        assert!(review.cut_short);
        assert_eq!(review.said, Some("漏水归漏水，"));
        assert_eq!(debrief.last_words[0].words, "你先别说费！");
        assert_eq!(debrief.last_words[1].words, "算了，不跟你说了。", "and the talk goes where the owner takes it");
    }

    #[test]
    fn what_was_not_heard_shows_nothing_but_spoils_and_breaks() {
        let mut call = at_trouble_coolly();
        call.say("漏水归漏水");
        assert!(!names(&call, call.state().shown).contains(&"DateLocked".to_owned()));
        assert_eq!(names(&call, call.state().missed), ["Attentive"]);
        assert_eq!(mood(&call), (50, 30), "the owner's patience, not the answer's trust");

        let mut threatened = at_trouble_coolly();
        threatened.say("法院会强制执行的");
        assert_eq!(support::score_of(&threatened).breaches.len(), 1);
        assert!(threatened.state().flags.is_empty(), "a flag is raised by the whole answer");
        assert_eq!(turn(&threatened), "fee", "without a way of its own, a cut-in goes where the answer goes");
        assert_eq!(
            debrief(&threatened).reviews.last().and_then(|review| review.said),
            Some("法院会强制执行的"),
            "without a mark, half of it"
        );
    }

    #[test]
    fn an_owner_who_is_listened_to_does_not_cut_in() {
        let mut call = at_trouble();
        call.say("漏水归漏水，费归费");
        assert!(!call.latest().contains(&Event::CutShort));
        assert!(names(&call, call.state().shown).contains(&"DateLocked".to_owned()));
        assert_eq!(turn(&call), "fee");
    }

    #[test]
    fn talking_over_the_owner_costs_patience_and_what_the_rubric_says() {
        let mut call = at_trouble();
        let speaking = call.speaking_ms();
        assert!(speaking > 1_000, "some ten characters at 100 ms");
        let place = support::place_of(&call, "是我们没跟上").expect("the best answer");
        call.take(Input { after_ms: speaking - 1, act: Act::Reply(place) }).expect("an answer");
        assert!(call.latest().contains(&Event::TalkedOver));
        assert_eq!(mood(&call), (70, 35));
        assert_eq!(names(&call, call.state().missed), ["HeardOut"]);
        call.as_recommended();
        assert_eq!(support::score_of(&call).process, 90);
    }

    #[test]
    fn an_answer_just_after_the_last_word_talks_over_nobody() {
        let mut call = at_trouble();
        let place = support::place_of(&call, "是我们没跟上").expect("the best answer");
        call.take(Input { after_ms: call.speaking_ms(), act: Act::Reply(place) }).expect("an answer");
        assert!(!call.latest().contains(&Event::TalkedOver));
        assert_eq!(mood(&call), (70, 40));
    }

    #[test]
    fn questions_on_paper_can_be_answered_at_once() {
        let mut call = call();
        call.say_over("就这些");
        assert!(!call.latest().contains(&Event::TalkedOver));
    }
}

mod going_on {
    use super::*;

    #[test]
    fn the_first_way_that_holds_is_taken() {
        let mut willing = at_trouble();
        willing.say("是我们没跟上");
        willing.say("9月至11月一共900元");
        assert_eq!(ending(&willing), "saturday", "trust 70, willing from 60");

        let mut unwilling = at_trouble_coolly();
        unwilling.say("法院会强制执行的");
        unwilling.say("9月至11月一共900元");
        assert_eq!(ending(&unwilling), "refused", "trust 50");
    }

    #[test]
    fn flags_open_and_close_answers_and_change_lines() {
        let mut call = at_trouble();
        assert!(support::place_of(&call, "法院的事我说过头了").is_err());
        call.say("法院会管的");
        assert_eq!(last_words(&call), ["你少拿法院吓我！"]);
        call.say("法院的事我说过头了");
        assert!(support::place_of(&call, "法院的事我说过头了").is_err());
    }

    #[test]
    fn an_owner_without_patience_hangs_up_wherever_the_answer_leads() {
        let mut call = bare();
        call.say("喂喂喂");
        assert_eq!(mood(&call), (50, 20));
        call.say("喂喂喂");
        assert_eq!(ending(&call), "hung-up");
        assert!(call.is_over(), "nothing to note, nothing to plan");
        assert!(call.replies().is_empty());
    }

    #[test]
    fn facts_are_heard_when_they_are_told_and_once() {
        let mut call = at_trouble();
        let heard = |call: &Call| call.latest().iter().filter(|event| matches!(event, Event::Heard(_))).count();
        assert_eq!(heard(&call), 2);
        call.say("法院会管的");
        assert_eq!(heard(&call), 0, "told before");
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        let script = script(small(), "small");
        let said: Vec<&str> = script.answers().map(|answer| answer.say.as_ref()).collect();
        assert!(said.contains(&"您好，我是服务中心的小陈，请问是5栋1单元702的王先生吗？"));
        assert!(said.iter().all(|say| !say.contains(['{', '}', '‖'])));
    }
}

mod taking_a_turn_again {
    use super::*;

    #[test]
    fn a_call_taken_back_stands_where_it_stood() {
        let mut call = at_trouble();
        let (before, heard) = (call.state().clone(), last_words(&call));
        let beat = call.beats().len();
        call.say("漏水归漏水");
        call.as_recommended();
        let again = call.back_to(beat);
        assert_eq!((again.state(), last_words(&again)), (&before, heard));
        assert_eq!(again.inputs(), call.inputs()[..beat]);
    }

    #[test]
    fn another_answer_from_there_is_worth_what_it_would_have_been_worth() {
        let mut call = at_trouble();
        call.say("漏水归漏水");
        call.as_recommended();
        let spoiled = support::score_of(&call).process;
        let mut again = call.back_to(4);
        assert_eq!(turn(&again), "trouble");
        again.as_recommended();
        assert_eq!(support::score_of(&again).process, 100);
        assert!(spoiled < 100);
        assert_eq!(support::score_of(&call).process, spoiled, "the call that was played stays as it was played");
        let straight = Call::replay(again.script().clone(), SEED, &again.inputs()).expect("its own inputs");
        assert_eq!(straight.state(), again.state());
    }

    #[test]
    fn back_to_the_very_first_question_and_past_the_last() {
        let mut call = at_trouble();
        call.as_recommended();
        assert_eq!(call.back_to(0).state(), self::call().state());
        assert_eq!(call.back_to(99).state(), call.state());
    }
}
