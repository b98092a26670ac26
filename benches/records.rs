//! How long records take: a turn written so that a power cut cannot undo it, half a year read, verified and drawn up.
//!
//! `cargo bench --bench records --no-default-features`

use divan::Bencher;
use jiff::civil::date;
use tempfile::TempDir;
use three_rings::content::shelf::Setting;
use three_rings::content::shipped;
use three_rings::disk::records::{FILE_NAME, Found, Store, verify_file};
use three_rings::proof::trainee::{HALF_A_YEAR, Material, Trainee};
use three_rings::record::attempt::Open;
use three_rings::record::ledger::PROGRAM;
use three_rings::record::moment::Moment;
use three_rings::record::op::Op;
use three_rings::record::profile::Profile;
use three_rings::record::progress::Progress;
use uuid::Uuid;

fn main() {
    divan::main();
}

const WHO: Uuid = Uuid::from_u128(1);
const NOW: Moment = Moment { unix_ms: 1_795_400_000_000, offset_minutes: 480 };

/// Records with half a year of a trainee who never was.
struct Home {
    dir: TempDir,
    store: Store,
}

fn home() -> Home {
    let dir = TempDir::new().expect("a folder");
    let Ok(Found::Records(store)) = Store::open(dir.path(), NOW, Uuid::from_u128(2)) else { panic!("new records") };
    let mut home = Home { dir, store: *store };
    let profile = Profile { id: WHO, name: "小满".to_owned(), since: NOW, pin: None, is_anonymous: false };
    home.write(&Op::Join(profile));
    let material = Material::of(&shipped::shelf(), Setting::default());
    material.editions.iter().for_each(|edition| home.write(&Op::Shelve(edition.clone())));
    for attempt in (Trainee { seed: 1, start: date(2026, 5, 25), days: HALF_A_YEAR }).attempts(&material) {
        home.write(&Op::Finish { profile: WHO, attempt: Box::new(attempt) });
    }
    home
}

impl Home {
    fn write(&mut self, op: &Op) {
        self.store.carry_out(op).expect("written");
    }
}

/// One turn: one transaction, synced.
#[divan::bench]
fn write_a_turn(bencher: Bencher<'_, '_>) {
    let mut home = home();
    let setup = home.store.kept(WHO).expect("read").remove(0).attempt.setup;
    let attempt = Uuid::from_u128(3);
    let setup = three_rings::record::attempt::Setup { id: attempt, ..setup };
    let (holder, notepad) = (String::new(), String::new());
    home.write(&Op::Begin(Box::new(Open { setup, profile: WHO, holder, inputs: Vec::new(), notepad })));
    let mut place = 0;
    bencher.bench_local(|| {
        home.write(&Op::Do { attempt, place, line: "4200:2".to_owned() });
        place += 1;
    });
}

/// Opening the file with its check of every page.
#[divan::bench]
fn open_half_a_year(bencher: Bencher<'_, '_>) {
    let home = home();
    bencher.bench_local(|| Store::open(home.dir.path(), NOW, Uuid::from_u128(4)).expect("records"));
}

#[divan::bench]
fn read_half_a_year(bencher: Bencher<'_, '_>) {
    let home = home();
    bencher.bench_local(|| home.store.kept(WHO).expect("read"));
}

/// The chain, and every attempt played again.
#[divan::bench]
fn verify_half_a_year(bencher: Bencher<'_, '_>) {
    let home = home();
    bencher.bench_local(|| verify_file(&home.dir.path().join(FILE_NAME), PROGRAM).expect("records"));
}

/// Everything the progress screen shows, computed.
#[divan::bench]
fn progress_of_half_a_year(bencher: Bencher<'_, '_>) {
    let kept = home().store.kept(WHO).expect("read");
    bencher.bench_local(|| Progress::of(&kept, date(2026, 11, 23), &[]));
}
