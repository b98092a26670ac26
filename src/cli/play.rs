//! `three-rings play`: one call in the terminal, from a keyboard or from a list of answers.

use std::io::BufRead as _;

use crate::cli::notebook::{self, Notebook};
use crate::cli::report::{Report, why, wordless};
use crate::cli::{Args, DONE, args, out, refuse, seed_from_clock, shelf};
use crate::content::law::Level;
use crate::content::scenario::Slot;
use crate::content::script::{PrepareKind, Script};
use crate::content::shelf::{Setting, Shelf};
use crate::diagnostic::{nearest, render};
use crate::locale::Locale;
use crate::play::call::Call;
use crate::play::debrief::{Debrief, QuestionName, Review, Said, TurnVerdict, debrief, said};
use crate::play::offer::{question, words};
use crate::play::score::Compliance;
use crate::play::state::{Phase, Stage};
use crate::play::step::{Act, Event, Input};

/// The seed of scripted play where none is given.
const SCRIPTED_SEED: u64 = 1;
/// Means silence in a list of answers.
const SILENCE: &str = "-";

pub fn run(play: &args::Play, args: &Args) -> u8 {
    let locale = Locale::new(args.lang());
    let shelf = shelf(args);
    let script = match script(play, args, &shelf, &locale) {
        Ok(script) => script,
        Err(message) => return refuse(&message),
    };
    let seed = play.seed.unwrap_or_else(|| if play.answers.is_some() { SCRIPTED_SEED } else { seed_from_clock() });
    let begun = match &play.profile {
        None => Ok((Call::new(script, seed), None)),
        Some(name) => notebook::begin(play, name, script, seed, &shelf, args, &locale),
    };
    let (call, notebook) = match begun {
        Ok(begun) => begun,
        Err(message) => return refuse(&message),
    };
    let is_exam = notebook.as_ref().map_or(play.exam, Notebook::is_exam);
    let mut table = Table { call, locale: &locale, is_exam, is_quiet: play.json, notebook };
    let played = match &play.answers {
        Some(answers) => table.play_answers(answers),
        None => table.play_by_hand(),
    };
    if let Some(unsaved) = table.notebook.as_ref().and_then(|notebook| notebook.trouble(args, &locale)) {
        eprintln!("{unsaved}");
    }
    if let Err(message) = played {
        return refuse(&message);
    }
    if play.json {
        match serde_json::to_string_pretty(&Report::of(&table.call, &locale)) {
            Ok(json) => out(&format!("{json}\n")),
            Err(error) => eprintln!("{error}"),
        }
    }
    DONE
}

fn script(play: &args::Play, args: &Args, shelf: &Shelf, locale: &Locale) -> Result<std::sync::Arc<Script>, String> {
    let id = play.scenario.as_str();
    let Some((source, scenario)) = shelf.scenario(id) else {
        let known = shelf.scenarios.iter().map(|(_, scenario)| scenario.id.value.as_str());
        let near = known.max_by(|a, b| strsim::jaro_winkler(id, a).total_cmp(&strsim::jaro_winkler(id, b)));
        let near = near.map_or_else(String::new, |near| locale.with("cli-did-you-mean", &[("near", near.into())]));
        let unknown = locale.with("cli-no-scenario", &[("id", id.into())]);
        return Err(format!("{unknown}{near} {}", locale.text("cli-try-list")));
    };
    if shelf.city(&args.city).is_none() {
        let known: Vec<&str> = shelf.cities.iter().map(|city| city.id.value.as_str()).collect();
        let near = nearest(&args.city, &known);
        let near = near.map_or_else(String::new, |near| locale.with("cli-did-you-mean", &[("near", near.into())]));
        return Err(locale.with("cli-no-city", &[("id", args.city.as_str().into())]) + &near);
    }
    let setting = Setting { language: args.lang(), city: &args.city };
    shelf.script(scenario, setting).map_err(|problems| {
        format!("{}\n{}", locale.with("cli-not-playable", &[("id", id.into())]), render(source, &problems))
    })
}

struct Table<'l> {
    call: Call,
    locale: &'l Locale,
    is_exam: bool,
    /// Whether only the report goes to standard output.
    is_quiet: bool,
    /// Where it is written down, if it is.
    notebook: Option<Notebook>,
}

impl Table<'_> {
    fn play_answers(&mut self, answers: &str) -> Result<(), String> {
        let answers: Vec<&str> = answers.split([',', '，', ' ']).filter(|answer| !answer.is_empty()).collect();
        self.open();
        for (place, answer) in answers.iter().enumerate() {
            if self.call.is_over() {
                let left = answers.len() - place;
                eprintln!("{}", self.locale.with("cli-answers-left", &[("count", left.into())]));
                break;
            }
            self.ask();
            let act = self.act(answer).ok_or_else(|| self.bad_answer(place + 1, answer))?;
            self.take(act).map_err(|()| self.bad_answer(place + 1, answer))?;
        }
        if !self.call.is_over() {
            let stands_at = ("question", self.question_id().into());
            return Err(self.locale.with("cli-answers-ran-out", &[("count", answers.len().into()), stands_at]));
        }
        self.close();
        Ok(())
    }

    fn bad_answer(&self, place: usize, answer: &str) -> String {
        let most = self.call.replies().len();
        let asked = ("question", self.question_id().into());
        let values = [("place", place.into()), ("answer", answer.into()), asked, ("most", most.into())];
        self.locale.with("cli-bad-answer", &values)
    }

    fn play_by_hand(&mut self) -> Result<(), String> {
        self.open();
        let mut lines = std::io::stdin().lock().lines();
        while !self.call.is_over() {
            self.ask();
            loop {
                self.print(&format!("{} ", self.locale.text("cli-your-answer")));
                let Some(Ok(line)) = lines.next() else { return Err(self.locale.text("cli-end-of-input")) };
                let answer = line.trim();
                if self.act(answer).is_some_and(|act| self.take(act).is_ok()) {
                    break;
                }
                let most = self.call.replies().len().into();
                let silence = if self.is_on_the_phone() { "yes" } else { "no" };
                let values = [("answer", answer.into()), ("most", most), ("silence", silence.into())];
                self.say(&self.locale.with("cli-not-a-choice", &values));
            }
        }
        self.close();
        Ok(())
    }

    fn act(&self, answer: &str) -> Option<Act> {
        if answer == SILENCE {
            return self.is_on_the_phone().then_some(Act::StaySilent);
        }
        let number: u8 = answer.parse().ok()?;
        Some(Act::Reply(number.checked_sub(1)?))
    }

    fn is_on_the_phone(&self) -> bool {
        self.call.state().phase.stage() == Stage::Talk
    }

    fn take(&mut self, act: Act) -> Result<(), ()> {
        // In a terminal the owner's words are read, not heard: an answer always comes after them.
        let input = Input { after_ms: self.call.speaking_ms(), act };
        self.call.take(input).map_err(|_| ())?;
        if let Some(notebook) = &mut self.notebook {
            notebook.write(&self.call);
        }
        if !self.is_exam {
            self.comment();
        }
        self.stage();
        Ok(())
    }

    fn question_id(&self) -> String {
        let script = self.call.script();
        match self.call.state().phase {
            Phase::Prepare { step, .. } => QuestionName::Prepare(script.prepare[usize::from(step)].kind).id(),
            Phase::Talk { turn } => QuestionName::Turn(&script.turns[turn.index()].id).id(),
            Phase::Note { slot } => QuestionName::Slot(Slot::ALL[usize::from(slot)]).id(),
            Phase::FollowUp | Phase::Over => QuestionName::FollowUp.id(),
        }
    }

    fn print(&self, text: &str) {
        if !self.is_quiet {
            out(text);
        }
    }

    fn say(&self, text: &str) {
        self.print(&format!("{text}\n"));
    }

    fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    fn open(&self) {
        let script = self.call.script();
        self.say(&format!("━━ {} ━━\n{}\n", script.title, script.summary));
        self.say(&self.locale.with("cli-seed", &[("seed", self.call.seed().to_string().into())]));
        if self.is_exam {
            self.say(&self.text("cli-exam"));
        }
        self.say(&case_file(script, self.locale));
        self.stage();
    }

    /// Says what the owner said, and announces a stage when it begins: the talk before its first words, the log after
    /// its last.
    fn stage(&self) {
        let latest = self.call.latest();
        self.announce(Stage::Prepare);
        self.announce(Stage::Talk);
        if latest.contains(&Event::TalkedOver) {
            self.say(&self.text("talked-over"));
        }
        let script = self.call.script();
        let said = said(script, self.call.beats().last(), latest);
        if said.is_empty() && latest.contains(&Event::FellSilent) && self.is_on_the_phone() {
            self.say(&format!("{}：{}", script.persona.called, self.text("owner-silence")));
        }
        for words in &said {
            self.say(&spoken(words, script));
        }
        self.ending();
        self.announce(Stage::Log);
    }

    fn announce(&self, stage: Stage) {
        if self.call.latest().contains(&Event::StageBegan(stage)) {
            self.say(&format!("\n── {} ──", self.text(stage_key(stage))));
        }
    }

    fn ending(&self) {
        let ended = |event: &Event| if let Event::Ended(id) = event { Some(*id) } else { None };
        if let Some(ending) = self.call.latest().iter().find_map(ended) {
            let ending = &self.call.script().endings[ending.index()];
            let outcome = self.text(&format!("outcome-{}", ending.outcome.word()));
            self.say(&format!("\n[{outcome}] {}\n{}", ending.title, ending.text));
        }
    }

    fn ask(&self) {
        let script = self.call.script();
        let phase = self.call.state().phase;
        let asked = match phase {
            Phase::Prepare { step, .. } => Some(prepare_key(script.prepare[usize::from(step)].kind)),
            Phase::FollowUp => Some("ask-follow_up".to_owned()),
            Phase::Note { slot } => Some(format!("ask-slot-{}", Slot::ALL[usize::from(slot)].word())),
            Phase::Talk { .. } | Phase::Over => None,
        };
        if let Some(key) = asked {
            let own = question(phase, script).and_then(|question| question.ask.as_deref());
            self.say(&format!("\n{}", own.map_or_else(|| self.text(&key), str::to_owned)));
        }
        let enough = if phase.stage() == Stage::Log { "enough-for-slot" } else { "enough" };
        for (place, reply) in self.call.replies().into_iter().enumerate() {
            let words = words(reply, phase, script).map_or_else(|| self.text(enough), str::to_owned);
            self.say(&format!("  {}. {words}", place + 1));
        }
    }

    fn comment(&self) {
        let debrief = debrief(&self.call);
        if let Some(review) = debrief.reviews.last() {
            self.say(&comment(review, self.call.script(), self.locale));
        }
    }

    fn close(&self) {
        let debrief = debrief(&self.call);
        if self.is_exam {
            self.say(&format!("\n── {} ──", self.text("debrief-transcript")));
            for review in &debrief.reviews {
                let said = review.said.map_or_else(|| wordless(review, self.locale), str::to_owned);
                let before = review.before.iter().map(|words| format!("{}\n", spoken(words, self.call.script())));
                self.say(&format!("\n{}{}：{said}", before.collect::<String>(), self.text("me")));
                self.say(&comment(review, self.call.script(), self.locale));
            }
        }
        self.say(&verdicts(&debrief, self.call.script(), self.locale));
    }
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Prepare => "stage-prepare",
        Stage::Talk => "stage-talk",
        Stage::Log => "stage-log",
        Stage::Over => "stage-over",
    }
}

fn prepare_key(kind: PrepareKind) -> String {
    QuestionName::Prepare(kind).id().replace("prepare.", "ask-")
}

fn spoken(words: &Said<'_>, script: &Script) -> String {
    let aside = words.aside.map(|aside| format!("{aside}\n")).unwrap_or_default();
    format!("{aside}{}：{}", words.speaker.unwrap_or(&script.persona.called), words.words)
}

fn case_file(script: &Script, locale: &Locale) -> String {
    let case = &script.case;
    let text = |key: &str| locale.text(key);
    let owed = [
        ("amount", case.arrears.as_ref().into()),
        ("months", case.months.into()),
        ("period", case.period.as_ref().into()),
    ];
    let mut lines = vec![
        format!("\n── {} ──", text("case-file")),
        format!("{}：{}", text("case-owner"), script.persona.name),
        format!("  {}", script.persona.about),
        format!("{}：{}", text("case-room"), case.room),
        format!("{}：{}", text("case-arrears"), locale.with("case-arrears-value", &owed)),
        format!("{}：{}  {}：{}", text("case-pay-by"), case.pay_by, text("case-today"), case.today),
    ];
    lines.extend(case.orders.iter().map(|order| {
        let status = text(&format!("order-{:?}", order.status));
        let kind = text(&format!("kind-{:?}", order.kind));
        let since = order.since.as_deref().unwrap_or_default();
        format!("{} {}：{} [{kind} · {status}] {since}", text("case-orders"), order.id, order.about)
    }));
    lines.extend(case.promises.iter().map(|promise| format!("{}：{promise}", text("case-promises"))));
    lines.extend(case.notes.iter().map(|note| format!("{}：{note}", text("case-notes"))));
    lines.join("\n")
}

fn comment(review: &Review<'_>, script: &Script, locale: &Locale) -> String {
    let verdict = locale.text(verdict_key(review.verdict));
    let why = why(review, locale);
    let mut lines = vec![format!("    【{verdict}】{why}")];
    for breach in &review.breaches {
        let rule = &script.standards.rules[script.breaches[breach.index()].index()];
        lines.push(format!("    ⚠ {}：{}", rule.name, rule.why));
        lines.extend(rule.laws.iter().take(1).map(|law| format!("      {}{}", law.statute, law.article)));
    }
    lines.join("\n")
}

/// The locale key of what an answer was worth.
pub fn verdict_key(verdict: TurnVerdict) -> &'static str {
    match verdict {
        TurnVerdict::Best => "turn-Best",
        TurnVerdict::Fair => "turn-Fair",
        TurnVerdict::Poor => "turn-Poor",
        TurnVerdict::Silent => "turn-Silent",
        TurnVerdict::Crossed(Level::Red) => "turn-Red",
        TurnVerdict::Crossed(Level::Yellow) => "turn-Yellow",
    }
}

fn verdicts(debrief: &Debrief<'_>, script: &Script, locale: &Locale) -> String {
    let score = &debrief.score;
    let compliance = match score.compliance {
        Compliance::Clean => "compliance-clean",
        Compliance::Yellow => "compliance-yellow",
        Compliance::Red => "compliance-red",
    };
    let outcome = score.ending.map_or_else(String::new, |ending| {
        let ending = &script.endings[ending.index()];
        format!("{} · {}", locale.text(&format!("outcome-{}", ending.outcome.word())), ending.title)
    });
    let mut lines = vec![
        format!("\n── {} ──", locale.text("stage-over")),
        locale.text(&format!("verdict-{:?}", score.verdict)),
        format!("{}：{}", locale.text("process"), locale.with("points", &[("points", score.process.into())])),
        format!("{}：{}", locale.text("compliance"), locale.text(compliance)),
        format!("{}：{outcome}", locale.text("outcome")),
    ];
    for dimension in &score.dimensions {
        let card = &script.standards.dimensions[dimension.dimension];
        lines.push(format!("  {:>3}  {}({}/{})", dimension.percent(), card.name, dimension.met, dimension.assessed));
    }
    lines.join("\n")
}
