//! The real window on a real X server: it opens, shows every screen, and says in one line when it cannot.
//!
//! Needs Xvfb and a Vulkan driver (lavapipe will do). In CI a missing one is a failure; elsewhere the test says that it
//! was skipped and why.
#![cfg(all(feature = "app", target_os = "linux"))]

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_three-rings");

/// An X server in memory, gone with the value.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts a server on a free display; `-displayfd` makes it say which, once it is ready.
    fn start() -> Result<Self, String> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb: {error}"))?;
        let mut number = String::new();
        let said = server.stdout.take().map(BufReader::new).map(|mut out| out.read_line(&mut number));
        match said {
            Some(Ok(read)) if read > 0 => Ok(Self { server, display: format!(":{}", number.trim()) }),
            _ => Err("Xvfb did not start".to_owned()),
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env("DISPLAY", &self.display).env_remove("WAYLAND_DISPLAY");
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The screen to test on, or none where there is none and need not be.
fn screen() -> Option<Screen> {
    let has_driver = Path::new("/usr/share/vulkan/icd.d").read_dir().is_ok_and(|mut files| files.next().is_some());
    let screen = if has_driver { Screen::start() } else { Err("no Vulkan driver".to_owned()) };
    match screen {
        Ok(screen) => Some(screen),
        Err(missing) if std::env::var_os("CI").is_some() => panic!("a window test cannot run: {missing}"),
        Err(missing) => {
            eprintln!("skipped: {missing} (Debian: xvfb, mesa-vulkan-drivers)");
            None
        }
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How many different colours a picture has; a window that drew nothing has one.
fn colours(picture: &Path) -> usize {
    let mut decoder = png::Decoder::new(BufReader::new(std::fs::File::open(picture).expect("the picture is there")));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
    reader.next_frame(&mut pixels).expect("it is whole");
    pixels.chunks_exact(3).collect::<BTreeSet<_>>().len()
}

#[test]
fn the_window_opens_and_draws_every_screen() {
    let Some(screen) = screen() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let output = screen.command().arg("screens").arg(folder.path()).output().expect("it starts");
    assert!(output.status.success(), "{}", said(&output));
    let pictures: Vec<_> = folder.path().read_dir().expect("a folder").flatten().map(|it| it.path()).collect();
    assert!(pictures.len() >= 15, "every screen has its picture: {pictures:?}");
    for picture in pictures {
        assert!(colours(&picture) > 60, "{} shows next to nothing", picture.display());
    }
}

fn refuses_in_one_line(command: &mut Command) {
    let output = command.output().expect("it starts");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let told: Vec<String> =
        said(&output).lines().filter(|line| line.contains("three-rings")).map(str::to_owned).collect();
    assert_eq!(told.len(), 1, "one line says what to do: {}", said(&output));
    assert!(told[0].contains("three-rings play"), "{told:?}");
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
}

#[test]
fn without_a_screen_it_says_so_in_one_line_and_names_the_terminal() {
    refuses_in_one_line(Command::new(PROGRAM).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY"));
}

#[test]
fn a_screen_that_is_not_there_is_said_in_one_line() {
    refuses_in_one_line(Command::new(PROGRAM).env("DISPLAY", ":987").env_remove("WAYLAND_DISPLAY"));
}

#[test]
fn a_missing_graphics_driver_is_said_in_one_line() {
    let Some(screen) = screen() else { return };
    let nowhere = "/nonexistent";
    refuses_in_one_line(
        screen
            .command()
            .env("VK_ICD_FILENAMES", nowhere)
            .env("VK_DRIVER_FILES", nowhere)
            .env("__EGL_VENDOR_LIBRARY_FILENAMES", nowhere)
            .env("LIBGL_DRIVERS_PATH", nowhere),
    );
}
