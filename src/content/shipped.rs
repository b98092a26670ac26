//! What ships inside the program.

use include_dir::{Dir, include_dir};

use crate::content::quiz::Stack;
use crate::content::quiz::sketch::Sketch;
use crate::content::shelf::{Shelf, read};
use crate::diagnostic::Source;

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// Every file that ships, by its path below `scenarios/`.
pub fn files() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&SCENARIOS, &mut files);
    files
}

fn collect(dir: &Dir<'_>, files: &mut Vec<Source>) {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|it| it == "ron")) {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.push(Source { name, text: file.contents_utf8().unwrap_or_default().to_owned() });
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

/// The shelf as it ships. What is wrong with a shipped file is found by the tests, not by trainees.
pub fn shelf() -> Shelf {
    let mut shelf = Shelf::default();
    for source in files() {
        // What ships is known to be well formed.
        if let Some(sketch) = Sketch::read(&source.text) {
            shelf.stack(Stack::sketched(source, sketch));
        } else if let (Some(content), _) = read(&source.text) {
            shelf.add(source, content);
        }
    }
    shelf
}
