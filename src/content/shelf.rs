//! Everything authors wrote, together: what ships, and what a trainer's folder adds or replaces.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::check;
use crate::content::drill::card::DrillCard;
use crate::content::drill::{self, Caller, Drill, Manners, RingRule, Scorecard};
use crate::content::file::Sharing;
use crate::content::language::{Language, SHARED, Translation, Wanted, Wordbook, Wording, shared};
use crate::content::law::{City, Law, Rule};
use crate::content::quiz::{self, Exam, Stack};
use crate::content::resolve::{Context, resolve};
use crate::content::rubric::Rubric;
use crate::content::scenario::{Scenario, Text};
use crate::content::script::{CriterionCard, DimensionCard, LawCard, RuleCard, Script, Standards};
use crate::content::temperament::Temperament;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::id::CriterionId;

pub use crate::content::file::{Content, read};

/// Everything authors wrote.
#[derive(Default)]
pub struct Shelf {
    /// Scenarios in the order they came, each with where it came from.
    pub scenarios: Vec<(Source, Scenario)>,
    /// Translations of scenarios.
    pub translations: Vec<(Source, Translation)>,
    /// The scorecard.
    pub rubric: Rubric,
    /// The compliance rules.
    pub rules: Vec<Rule>,
    /// The articles they quote.
    pub laws: Vec<Law>,
    /// The cities.
    pub cities: Vec<City>,
    /// The kinds of person.
    pub temperaments: Vec<Temperament>,
    /// Shifts at the front desk.
    pub drills: Vec<(Source, Drill)>,
    /// Those who ring there.
    pub callers: Vec<Caller>,
    /// What is said at every call there.
    pub manners: Manners,
    /// What a shift is judged by.
    pub scorecard: Scorecard,
    /// Questions, file by file.
    pub quizzes: Vec<Stack>,
    /// Blueprints of exams.
    pub exams: Vec<(Source, Exam)>,
    /// The files of what calls and shifts share, in the order they came.
    shared: Vec<(Sharing, Source)>,
}

impl Shelf {
    /// Puts a file on the shelf: scenarios are added, everything else replaces what has the same id.
    pub fn add(&mut self, source: Source, content: Content) {
        if let Some(sharing) = content.sharing() {
            self.shared.push((sharing, source.clone()));
        }
        match content {
            Content::Scenario(it) => {
                let same = self.scenarios.iter().position(|(_, known)| known.id.value == it.id.value);
                put(&mut self.scenarios, same, (source, *it));
            }
            // Several files can translate the same; the later has the last word, text by text.
            Content::Translation(it) => self.translations.push((source, it)),
            Content::Rubric(it) => self.rubric = it,
            Content::Rules(it) => replace(&mut self.rules, it.rules, |rule| &rule.id.value),
            Content::Laws(it) => replace(&mut self.laws, it.laws, |law| &law.id.value),
            Content::Cities(it) => replace(&mut self.cities, it.cities, |city| &city.id.value),
            Content::Temperaments(it) => replace(&mut self.temperaments, it.temperaments, |it| &it.id.value),
            Content::Drill(it) => {
                let same = self.drills.iter().position(|(_, known)| known.id.value == it.id.value);
                put(&mut self.drills, same, (source, *it));
            }
            Content::Callers(it) => replace(&mut self.callers, it.callers, |it| &it.id.value),
            Content::Manners(it) => self.manners = *it,
            Content::Scorecard(it) => self.scorecard = it,
            Content::Quiz(it) => self.stack(Stack::of(source, it)),
            Content::Exam(it) => {
                let same = self.exams.iter().position(|(_, known)| known.id.value == it.id.value);
                put(&mut self.exams, same, (source, it));
            }
        }
    }

    /// Every file a call is made of.
    pub fn sources_of_call(&self, id: &str) -> Vec<&Source> {
        let own = self.scenario(id).map(|(source, _)| source);
        self.shared_by(Sharing::Calls).chain(own).chain(self.translations_of(id)).collect()
    }

    /// Every file a shift is made of.
    pub fn sources_of_shift(&self, id: &str) -> Vec<&Source> {
        let own = self.drill(id).map(|(source, _)| source);
        self.shared_by(Sharing::Shifts).chain(own).chain(self.translations_of(id)).collect()
    }

    /// The files that translate what an id names, and what everything shares.
    fn translations_of(&self, id: &str) -> impl Iterator<Item = &Source> {
        let is_ours = move |of: &str| of == id || SHARED.contains(&of);
        self.translations.iter().filter(move |(_, it)| is_ours(&it.of.value.0)).map(|(source, _)| source)
    }

    /// The files of what calls, or shifts, share.
    pub fn shared_by(&self, sharing: Sharing) -> impl Iterator<Item = &Source> {
        let is_shared = move |(with, _): &&(Sharing, Source)| *with == sharing || *with == Sharing::Both;
        self.shared.iter().filter(is_shared).map(|(_, source)| source)
    }

    /// The scenario of an id.
    pub fn scenario(&self, id: &str) -> Option<&(Source, Scenario)> {
        self.scenarios.iter().find(|(_, scenario)| scenario.id.value == id)
    }

    /// The city of an id.
    pub fn city(&self, id: &str) -> Option<&City> {
        self.cities.iter().find(|city| city.id.value == id)
    }

    /// A scenario ready to play in a language and for a city.
    ///
    /// # Errors
    /// With every problem, when there is one that keeps it from being played.
    pub fn script(&self, scenario: &Scenario, setting: Setting<'_>) -> Result<Arc<Script>, Vec<Diagnostic>> {
        let (script, problems) = self.checked(scenario, setting);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        Ok(Arc::new(script))
    }

    /// A scenario resolved and checked, with whatever was found.
    pub fn checked(&self, scenario: &Scenario, setting: Setting<'_>) -> (Script, Vec<Diagnostic>) {
        let book = self.wordbook(setting.language);
        let (script, mut problems) = resolve(scenario, &self.context(scenario, setting.city, &book));
        check::scenario(&check::Subject { scenario, script: &script }, &mut problems);
        (script, problems)
    }

    fn context<'a>(&'a self, scenario: &Scenario, city: &str, book: &'a Wordbook<'_>) -> Context<'a> {
        Context {
            standards: Arc::new(self.standards(city, book)),
            temperaments: self.temperaments_in(book),
            city: self.city(city).map(|city| city.worded(&book.of(shared::CITIES))),
            city_as_written: self.city(city),
            wording: book.of(&scenario.id.value),
        }
    }

    /// Every translation into a language.
    pub fn wordbook(&self, language: Language) -> Wordbook<'_> {
        Wordbook::new(language, self.translations.iter().map(|(_, it)| it))
    }

    fn temperaments_in(&self, book: &Wordbook<'_>) -> Vec<Temperament> {
        let wording = book.of(shared::TEMPERAMENTS);
        self.temperaments.iter().map(|it| it.worded(&wording)).collect()
    }

    /// The shift of an id.
    pub fn drill(&self, id: &str) -> Option<&(Source, Drill)> {
        self.drills.iter().find(|(_, drill)| drill.id.value == id)
    }

    /// A shift ready to be worked in a language.
    ///
    /// # Errors
    /// With every problem, when there is one that keeps it from being worked.
    pub fn shift(&self, drill: &Drill, setting: Setting<'_>) -> Result<Arc<DrillCard>, Vec<Diagnostic>> {
        let (card, problems) = self.checked_shift(drill, setting);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        Ok(Arc::new(card))
    }

    /// A shift under a rule about apologising, its own where none is given, ready to be worked in a language.
    ///
    /// # Errors
    /// With every problem, when there is one that keeps it from being worked.
    pub fn shift_under(
        &self,
        drill: &Drill,
        rule: Option<RingRule>,
        setting: Setting<'_>,
    ) -> Result<Arc<DrillCard>, Vec<Diagnostic>> {
        match rule.filter(|&rule| rule != drill.rule) {
            Some(rule) => self.shift(&drill.under(rule), setting),
            None => self.shift(drill, setting),
        }
    }

    /// A shift resolved and checked, with whatever was found.
    pub fn checked_shift(&self, drill: &Drill, setting: Setting<'_>) -> (DrillCard, Vec<Diagnostic>) {
        let (card, mut problems) = drill::resolve::resolve(drill, &self.front_desk(self.wordbook(setting.language)));
        check::drill(drill, &card, &mut problems);
        (card, problems)
    }

    /// What shifts are resolved against.
    pub fn front_desk<'a>(&'a self, book: Wordbook<'a>) -> drill::resolve::Context<'a> {
        drill::resolve::Context {
            callers: &self.callers,
            manners: &self.manners,
            scorecard: &self.scorecard,
            temperaments: &self.temperaments,
            book,
        }
    }

    /// Every text of what an id names that a translation must have; none where there is nothing of that name.
    pub fn texts_of(&self, id: &str) -> Option<Vec<Wanted>> {
        let mut book = Wordbook::listening();
        if let Some((_, scenario)) = self.scenario(id) {
            resolve(scenario, &self.context(scenario, Setting::default().city, &book));
        } else if let Some((_, drill)) = self.drill(id) {
            book = self.heard_of_shift(drill, book);
        } else if let Some((_, exam)) = self.exam(id) {
            quiz::resolve::exam(exam, &book.of(id));
        } else if let Some(quiz) = self.quizzes.iter().find(|stack| *stack.sketch().id == *id).and_then(Stack::quiz) {
            quiz.questions
                .iter()
                .for_each(|it| drop(quiz::resolve::resolve_with(it, self, Setting::default(), &book.of(id))));
        } else if SHARED.contains(&id) {
            self.standards(Setting::default().city, &book);
            self.temperaments_in(&book);
            self.cities.iter().for_each(|city| drop(city.worded(&book.of(shared::CITIES))));
            self.laws.iter().for_each(|law| drop(law_card(law, &book.of(shared::LAWS))));
            if let Some((_, drill)) = self.drills.first() {
                // Those whom no shift names ring in none, and are to be translated all the same.
                book = self.heard_of_shift(&Drill { callers: Vec::new(), ..drill.clone() }, book);
            }
        } else {
            return None;
        }
        let mut wanted = book.wanted();
        wanted.retain(|it| it.of == id);
        Some(wanted)
    }

    fn heard_of_shift<'a>(&'a self, drill: &Drill, book: Wordbook<'a>) -> Wordbook<'a> {
        let context = self.front_desk(book);
        drill::resolve::resolve(drill, &context);
        context.book
    }

    /// Everything that can be translated, by id.
    pub fn translatable(&self) -> Vec<&str> {
        let scenarios = self.scenarios.iter().map(|(_, it)| it.id.value.as_str());
        let drills = self.drills.iter().map(|(_, it)| it.id.value.as_str());
        let exams = self.exams.iter().map(|(_, it)| it.id.value.as_str());
        let quizzes = self.quizzes.iter().map(|it| it.sketch().id.as_ref());
        scenarios.chain(drills).chain(quizzes).chain(exams).chain(SHARED).collect()
    }

    /// What is wrong with one file's content, seen against everything else on the shelf.
    pub fn check(&self, content: &Content) -> Vec<Diagnostic> {
        match content {
            Content::Scenario(it) => self.checked(it, Setting::default()).1,
            Content::Translation(it) => check::translation(it, self),
            Content::Rules(it) => check::rules(it, self),
            Content::Rubric(it) => {
                let mut problems = check::rubric(it);
                let scripts: Vec<Script> =
                    self.scenarios.iter().map(|(_, scenario)| self.checked(scenario, Setting::default()).0).collect();
                problems.extend(check::unassessed_by_any(it, scripts.iter()));
                problems
            }
            Content::Laws(it) => unique(it.laws.iter().map(|law| &law.id)),
            Content::Cities(it) => unique(it.cities.iter().map(|city| &city.id)),
            Content::Temperaments(it) => check::temperaments(it),
            Content::Drill(it) => self.checked_shift(it, Setting::default()).1,
            Content::Callers(it) => check::callers(it, self),
            Content::Manners(it) => check::manners(it),
            Content::Scorecard(it) => check::scorecard(it),
            Content::Quiz(it) => check::quiz(it, self),
            Content::Exam(it) => check::exam(it, self),
        }
    }

    /// Rubric and rules in a language and for a city.
    pub fn standards(&self, city: &str, book: &Wordbook<'_>) -> Standards {
        let wording = book.of(shared::RUBRIC);
        let text = |key: String, text: &Text| wording.text(|| key, text);
        let mut criteria = Vec::new();
        let mut dimensions = Vec::new();
        for dimension in &self.rubric.dimensions {
            let first = criteria.len();
            criteria.extend(dimension.criteria.iter().map(|it| CriterionCard {
                id: it.id.value.0.clone().into(),
                name: text(it.id.value.0.clone(), &it.name),
                why: text(format!("{}.why", it.id.value.0), &it.why),
                judge: it.judge,
                missed_by: it.missed_by,
            }));
            dimensions.push(DimensionCard {
                id: dimension.id.value.clone().into(),
                name: text(dimension.id.value.clone(), &dimension.name),
                weight: dimension.weight.value,
                criteria: (first..criteria.len()).map(CriterionId::from).collect(),
            });
        }
        Standards {
            pass_mark: self.rubric.pass_mark.value,
            yellow_costs: self.rubric.yellow_costs,
            red_caps_at: self.rubric.red_caps_at.value,
            open_defect_caps_at: self.rubric.open_defect_caps_at.value,
            dimensions,
            criteria,
            rules: self.rule_cards(city, book),
        }
    }

    fn rule_cards(&self, city: &str, book: &Wordbook<'_>) -> Vec<RuleCard> {
        let (wording, laws) = (book.of(shared::RULES), book.of(shared::LAWS));
        self.rules.iter().map(|rule| self.rule_card(rule, city, &wording, &laws)).collect()
    }

    fn rule_card(&self, rule: &Rule, city: &str, wording: &Wording<'_>, laws: &Wording<'_>) -> RuleCard {
        let id = &rule.id.value.0;
        let text = |field: &str, text: &Text| wording.text(|| format!("{id}.{field}"), text);
        let varies = text("varies", &rule.varies);
        // Every city's note is asked for, so that a translation knows of all of them.
        let notes = rule.cities.iter().map(|it| (it, text(&format!("varies.{}", it.city.value.0), &it.note)));
        let notes: Vec<_> = notes.collect();
        let here = notes.into_iter().find(|(it, _)| it.city.value.0 == city);
        let level = here.as_ref().map_or(rule.level, |(it, _)| it.level);
        let varies = here.map(|(_, note)| note).filter(|note| !note.is_empty()).unwrap_or(varies);
        let cited = |name: &&crate::content::scenario::Ref| self.laws.iter().find(|law| law.id.value == name.value.0);
        RuleCard {
            id: rule.id.value.0.clone().into(),
            level,
            name: text("name", &rule.name),
            laws: rule.laws.iter().filter_map(|name| cited(&name)).map(|law| law_card(law, laws)).collect(),
            norm: text("norm", &rule.norm),
            why: text("why", &rule.why),
            instead: text("instead", &rule.instead),
            varies,
            since: text("since", &rule.since),
        }
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a Text>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let repeated = ids.filter(|id| !seen.insert(id.value.as_str()));
    let problem = |id: &Text| Diagnostic::error("duplicate-id", id.at, format!("`{}` 写了两次", id.value));
    repeated.map(|id| problem(id).help("换一个没用过的名字")).collect()
}

pub(in crate::content) fn law_card(law: &Law, wording: &Wording<'_>) -> LawCard {
    let text = |field: &str, text: &Text| wording.text(|| format!("{}.{field}", law.id.value), text);
    LawCard {
        statute: text("statute", &law.statute),
        article: text("article", &law.article),
        version: text("version", &law.version),
        text: text("text", &law.text),
    }
}

/// The language and the city a call is played in.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The language.
    pub language: Language,
    /// The id of a city of `cities.ron`.
    pub city: &'a str,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self { language: Language::ZhHans, city: "default" }
    }
}

fn put<T>(list: &mut Vec<T>, same: Option<usize>, item: T) {
    match same {
        Some(same) => list[same] = item,
        None => list.push(item),
    }
}

fn replace<T, K: PartialEq>(list: &mut Vec<T>, items: Vec<T>, id: impl Fn(&T) -> &K) {
    for item in items {
        let same = list.iter().position(|known| id(known) == id(&item));
        put(list, same, item);
    }
}
