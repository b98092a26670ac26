//! `three-rings screens DIR`: a picture of every screen, for looking at them.
//!
//! The window is opened as always, put into one state after the other, and what it shows is saved.

use std::path::PathBuf;

use bevy::app::{App, AppExit, Update};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::message::MessageWriter;
use bevy::ecs::observer::On;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Commands, ResMut};
use bevy::image::Image;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::winit::{UpdateMode, WinitSettings};

use crate::app::desk::{Action, Desk, Moment};
use crate::cli::{Args, CANNOT, Screens};
use crate::play::offer::{Reply, question};
use crate::play::state::{Phase, Stage};

/// Frames between putting the window into a state and taking its picture: egui measures in one and places in the next.
const FRAMES_TO_SETTLE: u32 = 4;

/// A screen and how to get there.
struct Shot {
    name: &'static str,
    arrange: fn(&mut Desk),
}

const SHOTS: &[Shot] = &[
    Shot { name: "home", arrange: |_| {} },
    Shot { name: "settings", arrange: |desk| desk.carry_out(Action::ShowSettings(true)) },
    Shot { name: "prepare", arrange: start },
    Shot { name: "prepare-commented", arrange: |desk| answer(start, 1, desk) },
    Shot { name: "prepare-materials", arrange: materials },
    Shot { name: "ready-to-dial", arrange: ready },
    Shot { name: "talk-listening", arrange: |desk| dial(desk, false) },
    Shot { name: "talk-first", arrange: |desk| dial(desk, true) },
    Shot { name: "talk-third", arrange: |desk| talked(desk, 3) },
    Shot { name: "talk-wrong", arrange: wrong },
    Shot { name: "talk-ended", arrange: ended },
    Shot { name: "log", arrange: log },
    Shot { name: "log-follow-up", arrange: follow_up },
    Shot { name: "debrief-recommended", arrange: |desk| play_out(desk, true) },
    Shot { name: "debrief-careless", arrange: |desk| play_out(desk, false) },
    Shot { name: "debrief-open", arrange: opened },
];

/// Takes the pictures.
pub fn screens_to(screens: &Screens, args: &Args) -> u8 {
    if let Err(error) = std::fs::create_dir_all(&screens.dir) {
        eprintln!("{}: {error}", screens.dir.display());
        return CANNOT;
    }
    let size = screens.size.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    let Some(size) = size else {
        eprintln!("--size {}: 1280x800", screens.size);
        return CANNOT;
    };
    let mut desk = Desk::new(args);
    desk.carry_out(Action::Resize(screens.text_size));
    desk.carry_out(Action::Darken(screens.dark));
    let album = Album { dir: screens.dir.clone(), next: 0, frames: 0, is_waiting: false };
    super::open(args, desk, size, move |app: &mut App| {
        app.insert_resource(album);
        app.insert_resource(WinitSettings { focused_mode: UpdateMode::Continuous, unfocused_mode: UpdateMode::Continuous });
        app.add_systems(Update, take);
    })
}

#[derive(Resource)]
struct Album {
    dir: PathBuf,
    next: usize,
    frames: u32,
    is_waiting: bool,
}

fn take(
    mut album: ResMut<Album>,
    mut desk: ResMut<Desk>,
    mut settings: ResMut<WinitSettings>,
    mut commands: Commands,
    mut exit: MessageWriter<AppExit>,
) {
    settings.focused_mode = UpdateMode::Continuous;
    settings.unfocused_mode = UpdateMode::Continuous;
    let Some(shot) = SHOTS.get(album.next) else {
        exit.write(AppExit::Success);
        return;
    };
    if album.is_waiting {
        return;
    }
    if album.frames == 0 {
        desk.carry_out(Action::ShowSettings(false));
        desk.carry_out(Action::Home);
        (shot.arrange)(&mut desk);
    } else {
        // Nothing changes while the picture settles.
        desk.bypass_change_detection();
    }
    album.frames += 1;
    if album.frames > FRAMES_TO_SETTLE {
        album.is_waiting = true;
        let path = album.dir.join(format!("{}.png", shot.name));
        commands.spawn(Screenshot::primary_window()).observe(move |captured: On<ScreenshotCaptured>, mut album: ResMut<Album>| {
            save(&captured.image, &path);
            album.next += 1;
            album.frames = 0;
            album.is_waiting = false;
        });
    }
}

fn save(image: &Image, path: &std::path::Path) {
    let saved = image.clone().try_into_dynamic().map_err(|error| error.to_string());
    let saved = saved.and_then(|picture| picture.to_rgb8().save(path).map_err(|error| error.to_string()));
    match saved {
        Ok(()) => println!("{}", path.display()),
        Err(error) => eprintln!("{}: {error}", path.display()),
    }
}

fn start(desk: &mut Desk) {
    desk.carry_out(Action::Start);
}

fn reply(desk: &mut Desk, place: u8) {
    desk.carry_out(Action::Skip);
    desk.carry_out(Action::Reply(place));
}

fn answer(before: fn(&mut Desk), place: u8, desk: &mut Desk) {
    before(desk);
    reply(desk, place);
}

/// Gives the recommended reply to whatever is open.
fn recommended(desk: &mut Desk) {
    let Some(sitting) = &desk.sitting else { return };
    let best = sitting.call.recommended();
    let place = sitting.call.replies().iter().position(|&reply| Some(reply) == best);
    reply(desk, place.and_then(|place| u8::try_from(place).ok()).unwrap_or(0));
}

/// Gives recommended replies until something holds.
fn until(desk: &mut Desk, holds: fn(&Desk) -> bool) {
    /// More replies than any call takes.
    const ENOUGH: usize = 400;
    for _ in 0..ENOUGH {
        if holds(desk) {
            return;
        }
        recommended(desk);
    }
}

fn phase(desk: &Desk) -> Phase {
    desk.sitting.as_ref().map_or(Phase::Over, |sitting| sitting.call.state().phase)
}

fn wants_several(desk: &Desk) -> bool {
    let script = desk.sitting.as_ref().map(|sitting| sitting.call.script().clone());
    script.is_some_and(|script| question(phase(desk), &script).is_some_and(|question| question.needed.is_some()))
}

fn materials(desk: &mut Desk) {
    start(desk);
    until(desk, wants_several);
    let offered = desk.sitting.as_ref().map(|sitting| sitting.call.replies()).unwrap_or_default();
    for reply in offered.into_iter().filter(|reply| *reply != Reply::Enough).take(2) {
        desk.carry_out(Action::Tick(reply));
    }
}

fn ready(desk: &mut Desk) {
    start(desk);
    until(desk, |desk| phase(desk).stage() != Stage::Prepare);
}

fn dial(desk: &mut Desk, has_listened: bool) {
    ready(desk);
    desk.carry_out(Action::Dial);
    desk.carry_out(Action::Scribble("18:40 打过去，在开会。\n周二查账，周一晚上前转。".to_owned()));
    if has_listened {
        desk.carry_out(Action::Skip);
    }
}

fn talked(desk: &mut Desk, turns: usize) {
    dial(desk, true);
    (0..turns).for_each(|_| recommended(desk));
    desk.carry_out(Action::Skip);
}

/// A red line, if the first turn offers one.
fn wrong(desk: &mut Desk) {
    dial(desk, true);
    let crossing = desk.sitting.as_ref().and_then(|sitting| {
        let answers = crate::play::offer::answers(sitting.call.state().phase, sitting.call.script());
        let crosses = |reply: &Reply| matches!(reply, Reply::Answer(answer) if !answers[usize::from(*answer)].breaches.is_empty());
        sitting.call.replies().iter().position(crosses)
    });
    reply(desk, crossing.and_then(|place| u8::try_from(place).ok()).unwrap_or(0));
    desk.carry_out(Action::Skip);
}

fn ended(desk: &mut Desk) {
    dial(desk, true);
    until(desk, |desk| desk.sitting.as_ref().is_some_and(|sitting| sitting.moment == Moment::HungUp));
    desk.carry_out(Action::Skip);
}

fn log(desk: &mut Desk) {
    ended(desk);
    desk.carry_out(Action::WriteNote);
}

fn follow_up(desk: &mut Desk) {
    log(desk);
    until(desk, |desk| matches!(phase(desk), Phase::FollowUp));
}

fn play_out(desk: &mut Desk, is_recommended: bool) {
    start(desk);
    while phase(desk) != Phase::Over {
        if is_recommended {
            recommended(desk);
        } else {
            reply(desk, 0);
        }
    }
    desk.carry_out(Action::WriteNote);
}

fn opened(desk: &mut Desk) {
    play_out(desk, false);
    let crossed = desk.sitting.as_ref().and_then(|sitting| {
        let debrief = crate::play::debrief::debrief(&sitting.call);
        debrief.reviews.iter().find(|review| !review.breaches.is_empty()).map(|review| review.beat)
    });
    desk.carry_out(Action::Open(crossed));
}
