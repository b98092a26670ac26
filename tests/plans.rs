//! Role-plays as scripts that a trainer can read: every `.txt` in `tests/plans`, line by line.
//!
//! `plans/README.md` says what a line can say. A line that does not hold fails the plan at its file and line, with what
//! was the case instead.

mod support;

use std::path::Path;

use support::{Spoken, files_below, place_of, root, score_of, script, shipped, small, text_of};
use three_rings::play::call::Call;
use three_rings::play::debrief::debrief;
use three_rings::play::offer::words;
use three_rings::play::state::{Phase, Stage};
use three_rings::play::step::{Act, Event, Input};

#[test]
fn every_plan_goes_as_written() {
    let plans = files_below(&root("tests/plans"), "txt");
    assert!(plans.len() >= 10, "where are the plans?");
    let failures: Vec<String> = plans.iter().filter_map(|path| play(path).err()).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n\n"));
}

fn play(path: &Path) -> Result<(), String> {
    let text = text_of(path);
    let mut table = Table::default();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        table.take(line).map_err(|problem| format!("{}:{}: {line}\n  {problem}", path.display(), number + 1))?;
    }
    if table.expected == 0 { Err(format!("{}: expects nothing", path.display())) } else { Ok(()) }
}

#[derive(Default)]
struct Table {
    scenario: Option<String>,
    seed: u64,
    call: Option<Call>,
    expected: usize,
}

impl Table {
    fn take(&mut self, line: &str) -> Result<(), String> {
        let (verb, rest) = line.split_once(':').map_or((line, ""), |(verb, rest)| (verb, rest.trim()));
        match verb {
            "scenario" => self.scenario = Some(rest.to_owned()),
            "seed" => self.seed = rest.parse().map_err(|_| "not a number")?,
            "say" => self.say(rest, |call| call.speaking_ms())?,
            "talk over" => self.say(rest, |_| 0)?,
            "pick" => rest.split('/').try_for_each(|pick| self.say(pick.trim(), |_| 0))?,
            "stay silent" => {
                let silence = Input { after_ms: 20_000, act: Act::StaySilent };
                self.call()?.take(silence).map_err(|_| "nobody is waiting on the line")?;
            }
            "recommended until" => self.recommended_until(rest)?,
            "recommended to the end" => self.call()?.as_recommended(),
            "back to" => self.back_to(rest)?,
            "expect" => {
                self.expected += 1;
                let (what, value) = rest.split_once(' ').map_or((rest, ""), |(what, value)| (what, value.trim()));
                expect(self.call()?, what, value)?;
            }
            _ => return Err("no such line; see tests/plans/README.md".into()),
        }
        Ok(())
    }

    fn call(&mut self) -> Result<&mut Call, String> {
        let id = self.scenario.as_deref().ok_or("no `scenario:` yet")?;
        let shelf = if small().scenario(id).is_some() { small() } else { shipped() };
        Ok(self.call.get_or_insert_with(|| Call::new(script(shelf, id), self.seed)))
    }

    fn say(&mut self, start: &str, after_ms: fn(&Call) -> u32) -> Result<(), String> {
        let call = self.call()?;
        let act = Act::Reply(place_of(call, start)?);
        call.take(Input { after_ms: after_ms(call), act }).map_err(|refused| format!("{refused:?}"))?;
        Ok(())
    }

    fn recommended_until(&mut self, question: &str) -> Result<(), String> {
        let call = self.call()?;
        while question_of(call) != question {
            let wanted = call.recommended();
            let place = call.replies().iter().position(|&reply| Some(reply) == wanted);
            let place = place.ok_or_else(|| format!("the recommended line never comes to `{question}`"))?;
            call.reply(u8::try_from(place).expect("few replies")).expect("a reply that is offered");
        }
        Ok(())
    }

    fn back_to(&mut self, question: &str) -> Result<(), String> {
        let call = self.call()?;
        let reviews = debrief(call).reviews;
        let beat = reviews.iter().rev().find(|review| review.question.id() == question).map(|review| review.beat);
        *call = call.back_to(beat.ok_or("the call never was there")?);
        Ok(())
    }
}

fn question_of(call: &Call) -> String {
    match call.state().phase {
        Phase::Talk { turn } => call.script().turns[turn.index()].id.to_string(),
        phase => match phase.stage() {
            Stage::Prepare => "prepare".into(),
            Stage::Over => "over".into(),
            Stage::Talk | Stage::Log => "log".into(),
        },
    }
}

fn expect(call: &mut Call, what: &str, value: &str) -> Result<(), String> {
    let debrief = debrief(call);
    let score = score_of(call);
    let cards = &call.script().standards.criteria;
    let among = |bits: three_rings::id::Bits| bits.iter().any(|index| cards[index].id.as_ref() == value);
    let known = || cards.iter().any(|card| card.id.as_ref() == value).then_some(()).ok_or("no such criterion");
    let heard: Vec<&str> = debrief.last_words.iter().map(|said| said.words).collect();
    let ending = score.ending.map(|ending| &call.script().endings[ending.index()]);
    let number = || value.parse::<u32>().map_err(|_| format!("“{value}” is not a number"));
    let same = |is: u32, should: u32| if is == should { Ok(()) } else { Err(format!("it is {is}")) };
    let holds = |holds: bool, instead: &dyn Fn() -> String| if holds { Ok(()) } else { Err(instead()) };
    match what {
        "owner" => holds(heard.iter().any(|words| words.contains(value)), &|| format!("they say {heard:?}")),
        "trust" => same(call.state().mood.trust.into(), number()?),
        "patience" => same(call.state().mood.patience.into(), number()?),
        "at" => holds(question_of(call) == value, &|| format!("it stands at `{}`", question_of(call))),
        "offered" => place_of(call, value).map(drop),
        "nothing" => holds(call.replies().is_empty(), &|| "there is something to answer".into()),
        "missing" => holds(place_of(call, value).is_err(), &|| "it is offered".into()),
        "cut" => holds(call.latest().contains(&Event::CutShort), &|| "nobody cut in".into()),
        "silence" => holds(call.latest().contains(&Event::FellSilent), &|| "there was none".into()),
        "talked" => holds(call.latest().contains(&Event::TalkedOver), &|| "nobody was talked over".into()),
        "heard" => {
            let said = debrief.reviews.last().and_then(|review| review.said).unwrap_or_default();
            holds(said == value, &|| format!("what was heard is “{said}”"))
        }
        "recommended" => {
            let best = call.recommended().and_then(|reply| words(reply, call.state().phase, call.script()));
            holds(best.is_some_and(|best| best.starts_with(value)), &|| format!("recommended is {best:?}"))
        }
        "shown" => holds(
            {
                known()?;
                among(call.state().shown.without(call.state().missed))
            },
            &|| "not shown".into(),
        ),
        "spoiled" => holds(
            {
                known()?;
                among(call.state().missed)
            },
            &|| "not spoiled".into(),
        ),
        "crossed" => {
            let rules: Vec<&str> = (score.breaches.iter())
                .map(|id| call.script().standards.rules[call.script().breaches[id.index()].index()].id.as_ref())
                .collect();
            holds(rules.contains(&value), &|| format!("crossed: {rules:?}"))
        }
        "chased" => holds(score.chased_over_defect, &|| "no open defect was chased over".into()),
        "ending" => holds(ending.is_some_and(|it| it.id.as_ref() == value), &|| format!("it is {ending:?}")),
        "outcome" => holds(ending.is_some_and(|it| it.outcome.word() == value), &|| format!("it is {ending:?}")),
        "process" => match value.strip_prefix("at most ") {
            Some(most) => holds(score.process <= most.parse().unwrap_or(0), &|| format!("it is {}", score.process)),
            None => same(score.process, number()?),
        },
        "compliance" => {
            let is = format!("{:?}", score.compliance);
            holds(is.eq_ignore_ascii_case(value), &|| format!("it is {is}"))
        }
        "verdict" => holds(format!("{:?}", score.verdict) == value, &|| format!("it is {:?}", score.verdict)),
        "told" => same(score.note.told as u32, number()?),
        "kept" => same(score.note.kept as u32, number()?),
        "invented" => same(score.note.invented as u32, number()?),
        _ => Err("nothing of that name can be expected; see tests/plans/README.md".into()),
    }
}
