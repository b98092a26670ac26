//! A stage for tests: every chart with the data nobody wishes for, at every width.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Pos2, Rect, Shape, Ui, UiBuilder, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::scores::PointAt;
use super::*;
use crate::app::theme;

const WORDS: Words = Words {
    summary: "半年来的得分", empty: "还没有得分。接一通来电，这里就会有第一个点。"
};
const WIDTHS: [f32; 4] = [240.0, 280.0, 560.0, 1_600.0];
/// Monday 2026-11-23.
const TODAY: i32 = 20_780;

fn stage<'a>(width: f32, mut draw: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    let app = move |ui: &mut Ui| {
        let is_dressed = ui.ctx().fonts(|it| it.definitions().families.contains_key(&theme::bold_family()));
        if is_dressed {
            ui.scope_builder(
                UiBuilder::new().max_rect(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 2_000.0))),
                |ui| draw(ui),
            );
        } else {
            ui.ctx().set_fonts(theme::fonts(crate::content::language::Language::ZhHans));
            theme::apply(ui.ctx(), false);
        }
    };
    let mut harness = Harness::builder().with_size(vec2(width, 2_000.0)).build_ui(app);
    harness.run_steps(3);
    harness
}

fn point(day: f64, score: f32) -> Point<'static> {
    Point { day, score, is_again: false, tip: "85 分\n11月3日" }
}

fn draw_scores(ui: &mut Ui, points: &[Point]) -> Option<PointAt> {
    let series = [Series { name: "每次", form: Form::PointsAndLine, points }];
    scores(
        ui,
        &Scores {
            words: WORDS,
            unit: "得分（0–100 分）",
            series: &series,
            pass: Some((80.0, "合格线 80")),
            again: "重练",
            day: &|day| format!("{day}日"),
        },
    )
}

fn draw_radar(ui: &mut Ui, values: &[Option<f32>]) {
    let axis = |value: &Option<f32>| Axis {
        name: "Getting the facts right",
        value: *value,
        earlier: Some(40.0),
        tip: "问清事情\n64 分",
    };
    let axes: Vec<Axis> = values.iter().map(axis).collect();
    radar(
        ui,
        &Radar {
            words: WORDS,
            axes: &axes,
            now: "现在",
            earlier: Some("从前"),
            pass: Some((80.0, "合格线")),
            unassessed: "未评",
        },
    );
}

fn draw_rings(ui: &mut Ui, counts: &[u32]) {
    let standing = |place| match place {
        0..=2 => Standing::InTime,
        3..=5 => Standing::Late,
        _ => Standing::Lost,
    };
    let names = ["1", "2", "3", "4", "5", "6+", "没接到"];
    let places = counts.iter().enumerate();
    let bar = |(place, count): (usize, &u32)| RingBar {
        name: names[place.min(6)],
        count: *count,
        standing: standing(place),
        tip: "第二声",
    };
    let bars: Vec<RingBar> = places.map(bar).collect();
    rings(
        ui,
        &Rings {
            words: WORDS,
            bars: &bars,
            standings: ["及时", "迟了", "没接到"],
            limit: "三声为限",
            unit: "来电（通）",
            across: "第几声接起",
        },
    );
}

fn draw_weeks(ui: &mut Ui, minutes: &[[f32; 2]]) {
    let bar = |minutes| WeekBar { name: "11/23", minutes, tip: "11月23日起" };
    let bars: Vec<WeekBar> = minutes.iter().map(|it| bar(it)).collect();
    weeks(
        ui,
        &Weeks {
            words: WORDS, bars: &bars, parts: &["来电", "值班"], unit: "练习（分钟）", across: "每周"
        },
    );
}

fn draw_items(ui: &mut Ui, count: u32) -> Option<u32> {
    let known = |number| [Grasp::Known, Grasp::Shaky, Grasp::Unseen][number as usize % 3];
    let tips: Vec<String> = (1..=count).map(|number| format!("第 {number} 条")).collect();
    let item = |(number, tip)| Item { number, known: known(number), tip };
    let all: Vec<Item> = (1..).zip(tips.iter().map(String::as_str)).map(item).collect();
    let groups: Vec<Group> = all.chunks(10).map(|items| Group { name: "接听礼仪", tally: "3/10", items }).collect();
    items(ui, &Items { words: WORDS, groups: &groups, states: ["已掌握", "还不稳", "没遇到"] })
}

fn draw_streak(ui: &mut Ui, days: &[StreakDay], today: i32) {
    streak(
        ui,
        &Streak {
            words: WORDS,
            days,
            today,
            weeks: 15,
            steps: [1, 10, 25, 45],
            weekdays: ["一", "二", "三", "四", "五", "六", "日"],
            month: &|_| "11月".to_owned(),
            tip: &|day, minutes| format!("{day} {minutes} 分钟"),
            less_more: ["少", "多"],
        },
    );
}

/// What must not bring a chart down, each with its name.
fn nasty() -> Vec<(&'static str, Vec<Point<'static>>)> {
    let many = (0..2_000).map(|it| point(20_000.0 + f64::from(it) / 10.0, (it % 101) as f32)).collect();
    let backwards = (0..40).rev().map(|it| point(20_000.0 + f64::from(it), 50.0)).collect();
    let none = vec![point(f64::NAN, 50.0), point(20_000.0, f32::NAN), point(f64::INFINITY, f32::INFINITY)];
    vec![
        ("nothing", vec![]),
        ("one", vec![point(20_000.0, 50.0)]),
        ("many", many),
        ("all equal", vec![point(20_000.0, 80.0); 9]),
        ("not numbers", none),
        ("out of order", backwards),
        ("out of range", vec![point(-1e300, -1e30), point(1e300, 1e30), point(0.0, f32::MAX)]),
    ]
}

/// A name, and what draws it.
type Named = (String, Box<dyn FnMut(&mut Ui)>);

/// Every chart with nasty data, by name.
fn every() -> Vec<Named> {
    let mut every: Vec<Named> = Vec::new();
    for (name, points) in nasty() {
        let values: Vec<Option<f32>> = points.iter().take(8).map(|it| Some(it.score)).chain([None]).collect();
        let counts: Vec<u32> = points.iter().take(7).map(|it| it.score as u32).collect();
        let minutes: Vec<[f32; 2]> = points.iter().map(|it| [it.score, it.day as f32]).collect();
        let days: Vec<StreakDay> = points
            .iter()
            .flat_map(|it| [it.day as i32, TODAY - (it.day % 90.0) as i32])
            .map(|day| StreakDay { day, minutes: u32::MAX / 2 })
            .collect();
        let count = points.len() as u32;
        every.push((format!("scores, {name}"), Box::new(move |ui| _ = draw_scores(ui, &points))));
        every.push((format!("radar, {name}"), Box::new(move |ui| draw_radar(ui, &values))));
        every.push((format!("rings, {name}"), Box::new(move |ui| draw_rings(ui, &counts))));
        every.push((format!("weeks, {name}"), Box::new(move |ui| draw_weeks(ui, &minutes))));
        every.push((format!("items, {name}"), Box::new(move |ui| _ = draw_items(ui, count))));
        every.push((format!("streak, {name}"), Box::new(move |ui| draw_streak(ui, &days, TODAY))));
    }
    every
}

fn letters(shape: &Shape, out: &mut Vec<(String, Rect)>) {
    match shape {
        Shape::Text(text) => out.push((text.galley.text().to_owned(), text.visual_bounding_rect())),
        Shape::Vec(shapes) => shapes.iter().for_each(|it| letters(it, out)),
        _ => {}
    }
}

#[test]
fn no_data_at_no_width_brings_a_chart_down_or_pushes_a_letter_out_of_it() {
    for width in WIDTHS {
        for (name, draw) in every() {
            let harness = stage(width, draw);
            let mut written = Vec::new();
            harness.output().shapes.iter().for_each(|it| letters(&it.shape, &mut written));
            assert!(!written.is_empty(), "{name} at {width} is blank");
            for (text, rect) in written {
                let is_inside = rect.left() >= -1.0 && rect.right() <= width + 1.0 && rect.top() >= -1.0;
                assert!(is_inside, "{name} at {width}: {text} stands at {rect}");
            }
        }
    }
}

#[test]
fn the_ends_of_time_bring_no_calendar_down() {
    for today in [i32::MIN, -1, 0, i32::MAX] {
        let days = [StreakDay { day: today, minutes: 5 }];
        stage(560.0, move |ui| draw_streak(ui, &days, today));
    }
}

#[test]
fn a_chart_that_is_left_alone_asks_for_no_frame() {
    for (name, draw) in every() {
        let mut harness = stage(560.0, draw);
        harness.hover_at(pos2(300.0, 150.0));
        harness.run_steps(4);
        let delay = harness.output().viewport_output.values().map(|it| it.repaint_delay).min();
        assert_eq!(delay, Some(std::time::Duration::MAX), "{name}");
    }
}

fn height(draw: impl FnMut(&mut Ui)) -> f32 {
    let mut draw = draw;
    let height = std::cell::Cell::new(0.0);
    stage(560.0, |ui| {
        draw(ui);
        height.set(ui.min_rect().height());
    });
    height.get()
}

#[test]
fn an_empty_chart_is_as_large_as_a_full_one() {
    assert_eq!(height(|ui| _ = draw_scores(ui, &[])), height(|ui| _ = draw_scores(ui, &[point(3.0, 4.0)])));
    assert_eq!(height(|ui| draw_radar(ui, &[])), height(|ui| draw_radar(ui, &[Some(50.0); 4])));
    assert_eq!(height(|ui| draw_rings(ui, &[0; 7])), height(|ui| draw_rings(ui, &[1; 7])));
    assert_eq!(height(|ui| draw_weeks(ui, &[])), height(|ui| draw_weeks(ui, &[[4.0, 5.0]])));
    let day = [StreakDay { day: TODAY, minutes: 5 }];
    assert_eq!(height(|ui| draw_streak(ui, &[], TODAY)), height(|ui| draw_streak(ui, &day, TODAY)));
}

#[test]
fn an_empty_chart_says_what_to_do() {
    let harness = stage(560.0, |ui| draw_rings(ui, &[]));
    assert!(harness.query_all_by_label(WORDS.empty).next().is_some());
}

fn three() -> Vec<Point<'static>> {
    let mut points = vec![point(30.0, 90.0), point(10.0, 20.0), point(20.0, 50.0)];
    for (point, tip) in points.iter_mut().zip(["丙", "甲", "乙"]) {
        point.tip = tip;
    }
    points
}

#[test]
fn a_click_on_a_point_says_which_it_was_in_the_data() {
    let clicked = std::cell::Cell::new(None);
    let points = three();
    let mut harness = stage(560.0, |ui| clicked.set(draw_scores(ui, &points).or(clicked.get())));
    for (tip, point) in [("甲", 1), ("乙", 2), ("丙", 0)] {
        harness.get_by_role_and_label(Role::Button, tip).click();
        harness.run_steps(2);
        assert_eq!(clicked.get(), Some(PointAt { series: 0, point }));
        clicked.set(None);
        harness.get_by_role_and_label(Role::Button, tip).click_accesskit();
        harness.run_steps(2);
        assert_eq!(clicked.take(), Some(PointAt { series: 0, point }), "a screen reader's click on {tip}");
    }
}

#[test]
fn the_keyboard_enters_at_the_newest_and_walks_back_in_time() {
    let clicked = std::cell::Cell::new(None);
    let points = three();
    let mut harness = stage(560.0, |ui| clicked.set(draw_scores(ui, &points).or(clicked.get())));
    for (key, point) in [(Key::Tab, 0), (Key::ArrowLeft, 2), (Key::ArrowLeft, 1), (Key::ArrowLeft, 1)] {
        harness.key_press(key);
        harness.run_steps(3);
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        assert_eq!(clicked.take(), Some(PointAt { series: 0, point }), "{key:?}");
    }
}

#[test]
fn a_chart_is_one_stop_of_the_tab_key() {
    let mut harness = stage(560.0, |ui| {
        _ = draw_items(ui, 47);
        draw_rings(ui, &[4; 7]);
    });
    let mut stops = Vec::new();
    for _ in 0..4 {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        stops.push(harness.ctx.memory(|it| it.focused()));
    }
    assert!(stops[0].is_some() && stops[0] != stops[1]);
    assert_eq!(stops[0], stops[2]);
    assert_eq!(stops[1], stops[3]);
}

#[test]
fn an_item_that_is_clicked_says_its_number() {
    let clicked = std::cell::Cell::new(None);
    let mut harness = stage(280.0, |ui| clicked.set(draw_items(ui, 47).or(clicked.get())));
    harness.get_by_label("第 31 条").click();
    harness.run_steps(2);
    assert_eq!(clicked.get(), Some(31));
}

#[test]
fn the_bubble_opens_at_once_and_closes_when_the_pointer_leaves() {
    let points = three();
    let mut harness = stage(560.0, |ui| _ = draw_scores(ui, &points));
    let at: Pos2 = harness.get_by_label("乙").rect().center();
    let bubbles = |harness: &Harness| {
        let mut written = Vec::new();
        harness.output().shapes.iter().for_each(|it| letters(&it.shape, &mut written));
        written.iter().filter(|(text, _)| text == "乙").count()
    };
    harness.hover_at(at);
    harness.run_steps(2);
    assert_eq!(bubbles(&harness), 1);
    harness.hover_at(pos2(2.0, 1_000.0));
    harness.run_steps(2);
    assert_eq!(bubbles(&harness), 0);
}

#[test]
#[ignore = "prints how long a frame takes"]
fn two_thousand_points_are_drawn_in_time() {
    let points = nasty().swap_remove(2).1;
    let mut harness = stage(1_600.0, move |ui| _ = draw_scores(ui, &points));
    let start = std::time::Instant::now();
    harness.run_steps(20);
    println!("{:?} a frame", start.elapsed() / 20);
}
