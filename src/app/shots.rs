//! `three-rings screens DIR`: a picture of every screen, for looking at them.
//!
//! The window is opened as always, put into one state after the other, and what it shows is saved.

mod kept;
mod measure;
mod practice;
mod quiz;
mod small;

use std::path::{Path, PathBuf};

use bevy::app::{App, AppExit, Update};
use bevy::ecs::change_detection::DetectChangesMut as _;
use bevy::ecs::message::MessageWriter;
use bevy::ecs::observer::On;
use bevy::ecs::resource::Resource;
use bevy::ecs::system::{Commands, ResMut};
use bevy::image::Image;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};

use crate::app::desk::{Action, Desk, Half, Who};
use crate::app::wake::Hurry;
use crate::cli::{Args, CANNOT, DONE, Screens};
use crate::content::language::Language;
use crate::disk::records::Status;

/// Frames between putting the window into a state and taking its picture: egui measures in one and places in the next.
const FRAMES_TO_SETTLE: u32 = 4;

/// The seed of every call that is pictured, so that pictures of the same content are the same.
const SEED: u64 = 1;

/// A screen and how to get there.
pub struct Shot {
    /// What the picture is called.
    pub name: String,
    arrange: Box<dyn Fn(&mut Desk) + Send + Sync>,
}

impl Shot {
    /// Puts a desk, whatever went on there, into the state that is pictured.
    pub fn arrange_on(&self, desk: &mut Desk) {
        desk.carry_out(Action::Turned(None));
        desk.carry_out(Action::Turn(Half::Calls));
        desk.carry_out(Action::Home);
        (desk.sitting, desk.duty, desk.quiz) = (None, None, None);
        (desk.is_leaving, desk.giving_up) = (false, None);
        while desk.toasts().next().is_some() {
            desk.dismiss(0);
        }
        (desk.who, desk.manage, desk.keeping) = (Who::Guest, None, Status::default());
        (self.arrange)(desk);
    }
}

fn shot(name: impl Into<String>, arrange: impl Fn(&mut Desk) + Send + Sync + 'static) -> Shot {
    Shot { name: name.into(), arrange: Box::new(arrange) }
}

/// Every screen there is.
pub fn every_screen() -> Vec<Shot> {
    [practice::screens(), kept::screens(), quiz::screens()].into_iter().flatten().collect()
}

/// Every screen in every language, in light and in dark; each of the six in a folder of its own. Of questions only the open
/// ones: answered, they look alike in all six.
fn in_every_dress() -> Vec<Shot> {
    let mut shots = Vec::new();
    for &language in Language::ALL {
        for (is_dark, theme) in [(false, "light"), (true, "dark")] {
            let is_answered = |shot: &Shot| shot.name.ends_with("-right") || shot.name.ends_with("-wrong");
            let is_wanted = |shot: &Shot| !(shot.name.starts_with("quiz-") && is_answered(shot));
            for Shot { name, arrange } in every_screen().into_iter().filter(is_wanted) {
                shots.push(shot(format!("{}-{theme}/{name}", language.tag()), move |desk| {
                    if desk.locale.language != language {
                        desk.carry_out(Action::Speak(language));
                    }
                    desk.carry_out(Action::Darken(is_dark));
                    arrange(desk);
                }));
            }
        }
    }
    shots
}

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
    // Pictures are taken of what stands still.
    desk.carry_out(Action::Calm(!screens.measure));
    let shots = match () {
        () if screens.endings => practice::every_ending(&desk),
        () if screens.all => in_every_dress(),
        () => every_screen(),
    };
    if screens.measure {
        return tell(&measure::measure(&mut desk, &shots, size));
    }
    let album = Album { dir: screens.dir.clone(), shots, next: 0, frames: 0, is_waiting: false };
    super::open(args, desk, size, move |app: &mut App| {
        app.insert_resource(album);
        app.insert_resource(Hurry);
        app.add_systems(Update, take);
    })
}

/// Prints how long each screen took, the slowest last; nothing is pictured.
fn tell(measured: &[measure::Measured]) -> u8 {
    let mut slowest_last: Vec<_> = measured.iter().collect();
    slowest_last.sort_by_key(|it| it.p99);
    for it in slowest_last {
        let ms = |duration: std::time::Duration| duration.as_secs_f64() * 1e3;
        crate::cli::out(&format!("{:6.2} ms  p99 {:6.2} ms  {}\n", ms(it.median), ms(it.p99), it.name));
    }
    DONE
}

#[derive(Resource)]
struct Album {
    dir: PathBuf,
    shots: Vec<Shot>,
    next: usize,
    frames: u32,
    is_waiting: bool,
}

fn take(mut album: ResMut<Album>, mut desk: ResMut<Desk>, mut commands: Commands, mut exit: MessageWriter<AppExit>) {
    let Some(shot) = album.shots.get(album.next) else {
        exit.write(AppExit::Success);
        return;
    };
    if album.is_waiting {
        return;
    }
    if album.frames == 0 {
        shot.arrange_on(&mut desk);
    } else {
        // Nothing changes while the picture settles.
        desk.bypass_change_detection();
    }
    let path = album.dir.join(format!("{}.png", shot.name));
    // What cannot be made is told of when the picture is saved.
    let _ = path.parent().map(std::fs::create_dir_all);
    album.frames += 1;
    if album.frames > FRAMES_TO_SETTLE {
        album.is_waiting = true;
        commands.spawn(Screenshot::primary_window()).observe(
            move |captured: On<ScreenshotCaptured>, mut album: ResMut<Album>| {
                save(&captured.image, &path);
                album.next += 1;
                album.frames = 0;
                album.is_waiting = false;
            },
        );
    }
}

fn save(image: &Image, path: &Path) {
    match small::save(image, path) {
        Ok(()) => crate::cli::out(&format!("{}\n", path.display())),
        Err(error) => eprintln!("{}: {error}", path.display()),
    }
}
