//! What ships is sound: every file passes its own check and is read alike by an independent reader of RON, every
//! teachable item is taught somewhere, and the standards are those of product.md.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use support::{SHIPPED, files_below, root, run, shipped, shipped_scripts, text_of};
use three_rings::content::language::Language;
use three_rings::content::shelf::Setting;
use three_rings::content::shipped;
use three_rings::diagnostic::render;

#[test]
fn every_shipped_file_passes_check_without_an_error_or_a_warning() {
    let run = run(&["check", "scenarios"]);
    let files = files_below(&root("scenarios"), "ron").len();
    assert_eq!(run.out, format!("{files} 个文件，0 个错误，0 个警告\n"));
    assert_eq!(run.code, 0);
}

#[test]
fn what_ships_inside_the_program_is_what_lies_in_the_folder() {
    let on_disk: BTreeMap<String, String> = files_below(&root("scenarios"), "ron")
        .iter()
        .map(|path| {
            let name = path.strip_prefix(root("scenarios")).expect("below it");
            (name.to_string_lossy().replace('\\', "/"), text_of(path))
        })
        .collect();
    let inside: BTreeMap<String, String> = shipped::files().into_iter().map(|it| (it.name, it.text)).collect();
    assert!(inside == on_disk, "built from other files; touch src/content/shipped.rs: {:?}", inside.keys());
}

#[test]
fn the_five_scenarios_are_there() {
    let there: BTreeSet<&str> = shipped().scenarios.iter().map(|(_, scenario)| scenario.id.value.as_str()).collect();
    assert_eq!(there, BTreeSet::from(SHIPPED));
}

/// Our reader forgives and goes on; the `ron` crate knows nothing of it and must find nothing to forgive.
#[test]
fn every_shipped_file_is_ron_to_the_ron_crate_too() {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    for path in [files_below(&root("scenarios"), "ron"), files_below(&root("tests/data"), "ron")].concat() {
        let value: Result<ron::Value, _> = options.from_str(&text_of(&path));
        let value = value.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(matches!(value, ron::Value::Map(_)), "{}: {value:?}", path.display());
    }
}

#[test]
fn both_readers_find_the_same_turns_and_answers() {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    for (source, scenario) in &shipped().scenarios {
        let value: ron::Value = options.from_str(&source.text).expect("RON");
        let turns = list(field(field(&value, "talk"), "turns"));
        let theirs: Vec<(String, Vec<String>)> = turns
            .iter()
            .map(|turn| {
                let choices = try_field(turn, "choices").map(list).unwrap_or_default();
                (string(field(turn, "id")), choices.iter().map(|choice| string(field(choice, "say"))).collect())
            })
            .collect();
        let ours: Vec<(String, Vec<String>)> = (scenario.talk.turns.iter())
            .map(|turn| {
                let says = turn.choices.iter().map(|choice| choice.say.value.clone()).collect();
                (turn.id.value.clone(), says)
            })
            .collect();
        assert_eq!(ours, theirs, "{}", source.name);
    }
}

fn try_field<'v>(value: &'v ron::Value, name: &str) -> Option<&'v ron::Value> {
    let ron::Value::Map(map) = value else { panic!("not a struct: {value:?}") };
    map.iter().find(|(key, _)| **key == ron::Value::String(name.into())).map(|(_, value)| value)
}

fn field<'v>(value: &'v ron::Value, name: &str) -> &'v ron::Value {
    try_field(value, name).unwrap_or_else(|| panic!("no `{name}`"))
}

fn list(value: &ron::Value) -> Vec<ron::Value> {
    let ron::Value::Seq(items) = value else { panic!("not a list: {value:?}") };
    items.clone()
}

fn string(value: &ron::Value) -> String {
    let ron::Value::String(text) = value else { panic!("not a text: {value:?}") };
    text.clone()
}

#[test]
fn every_scenario_can_be_played_in_every_language_and_city() {
    for (source, scenario) in &shipped().scenarios {
        for language in Language::ALL {
            for city in &shipped().cities {
                let setting = Setting { language: *language, city: &city.id.value };
                let script = shipped().script(scenario, setting);
                let script = script.unwrap_or_else(|problems| panic!("{}", render(source, &problems)));
                let said = script.answers().map(|it| &it.say).chain(script.endings.iter().map(|it| &it.text));
                for text in said {
                    assert!(!text.contains(['{', '}', '‖']), "{} in {}: {text}", scenario.id.value, city.id.value);
                }
            }
        }
    }
}

/// Items of facts.md that a phone call can teach; 5-7, 9, 10, 20, 45 and 46 are for drills and quizzes.
const TAUGHT_BY_CALLS: [std::ops::RangeInclusive<u32>; 5] = [1..=4, 8..=8, 11..=19, 21..=44, 47..=47];

#[test]
fn every_item_a_call_can_teach_is_taught_by_one() {
    let mut taught: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (_, scenario) in &shipped().scenarios {
        for item in &scenario.items {
            taught.entry(item.value).or_default().push(&scenario.id.value);
        }
    }
    let untaught: Vec<u32> = TAUGHT_BY_CALLS.into_iter().flatten().filter(|item| !taught.contains_key(item)).collect();
    assert!(untaught.is_empty(), "taught by no scenario: {untaught:?}");
}

/// What a scenario claims to teach stands on turns or questions (that is `check`'s rule), and what stands there is claimed.
#[test]
fn what_turns_and_questions_teach_is_what_the_scenario_claims() {
    for script in shipped_scripts() {
        let questions = script.prepare.iter().map(|step| &step.question).chain(&script.follow_up);
        let items = script.turns.iter().flat_map(|turn| &turn.items);
        let taught: BTreeSet<u32> = items.chain(questions.flat_map(|it| &it.items)).copied().collect();
        assert_eq!(taught, script.items.iter().copied().collect(), "{}", script.id);
    }
}

#[test]
fn the_standards_are_those_of_the_product() {
    let shelf = shipped();
    let standards = shelf.standards(Setting::default().city, &shelf.wordbook(Language::ZhHans));
    let weights: Vec<(&str, u32)> = standards.dimensions.iter().map(|it| (it.id.as_ref(), it.weight)).collect();
    let wanted = [
        ("prepare", 10),
        ("opening", 10),
        ("listening", 15),
        ("facts", 20),
        ("matching", 15),
        ("driving", 15),
        ("log", 10),
        ("closing", 5),
    ];
    assert_eq!(weights, wanted);
    assert_eq!((standards.yellow_costs, standards.red_caps_at, standards.open_defect_caps_at), (10, 40, 60));
}

#[test]
fn every_rule_quotes_the_statutes_own_words_or_states_its_norm() {
    let shelf = shipped();
    let standards = shelf.standards(Setting::default().city, &shelf.wordbook(Language::ZhHans));
    for rule in &standards.rules {
        assert!(!rule.laws.is_empty() || !rule.norm.is_empty(), "{}", rule.id);
        assert!(rule.laws.iter().all(|law| !law.text.is_empty() && !law.version.is_empty()), "{}", rule.id);
        assert!(!rule.why.is_empty() && !rule.instead.is_empty(), "{}", rule.id);
    }
}

#[test]
fn every_criterion_is_assessed_by_some_scenario() {
    let scripts: Vec<_> = shipped_scripts().collect();
    let criteria = &scripts[0].standards.criteria;
    let assessed = |index: usize| scripts.iter().any(|script| script.assessed.has(index));
    let never: Vec<_> = (0..criteria.len()).filter(|&it| !assessed(it)).map(|it| &criteria[it].id).collect();
    assert!(never.is_empty(), "{never:?}");
}
