//! A certificate, taken apart and put together as a forger would; and a home in which exams were sat.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use three_rings::content::language::Language::ZhHans;
use three_rings::export::certificate::check::{Checked, check};
use three_rings::export::certificate::{Certificate, pdf};
use three_rings::export::paper::Faces;
use three_rings::faces::{BOLD, REGULAR};
use three_rings::locale::Locale;
use three_rings::record::chain::Head;
use three_rings::record::edition::digest;
use three_rings::record::file::ProfileFile;
use three_rings::record::ledger::PROGRAM;
use three_rings::record::profile::Profile;
use uuid::Uuid;

use crate::support::Run;
use crate::support::records::{Answers, Home, NAME, TODAY, join, practise, sit, store};

/// The faces of every certificate.
pub const FACES: Faces<'static> = Faces { regular: REGULAR, bold: BOLD };
/// The exam that is sat.
pub const EXAM: &str = "first-week";

/// What a certificate could say.
pub fn certificate() -> Certificate {
    Certificate {
        name: NAME.to_owned(),
        exam: "certificate".to_owned(),
        title: "物业客服电话上岗认证".to_owned(),
        score: 86,
        pass_mark: 80,
        questions: 40,
        taken: TODAY,
        attempt: Uuid::from_u128(7),
        place: 12,
        hash: "9f".repeat(32),
        program: PROGRAM.to_owned(),
        language: ZhHans.tag().to_owned(),
    }
}

pub fn written(certificate: &Certificate) -> Vec<u8> {
    pdf(certificate, FACES, &Locale::new(certificate.spoken().unwrap_or_default())).expect("a PDF")
}

pub fn checked(bytes: &[u8]) -> Checked {
    check(bytes, FACES).expect("a certificate, changed or not")
}

pub fn rfind(bytes: &[u8], mark: &str) -> usize {
    bytes.windows(mark.len()).rposition(|it| it == mark.as_bytes()).expect("it stands there")
}

/// The page, and the line behind it that says what it says.
pub fn parts(bytes: &[u8]) -> (Vec<u8>, String) {
    let (page, behind) = bytes.split_at(rfind(bytes, "%three-rings-certificate "));
    let line = behind.split_inclusive(|&byte| byte == b'\n').next().expect("a line");
    (page.to_vec(), String::from_utf8(line.to_vec()).expect("ASCII"))
}

/// A page with something said of it, sealed as the program seals.
pub fn resealed(page: &[u8], says: &str) -> Vec<u8> {
    let bytes = [page, says.as_bytes(), &page[rfind(page, "startxref")..]].concat();
    let seal = format!("%three-rings-seal {}\n", digest(&bytes));
    [bytes, seal.into_bytes()].concat()
}

/// A home in which somebody practised, and passed two exams and failed a third.
pub struct Passed {
    /// Where.
    pub home: Home,
    /// Who.
    pub who: Profile,
}

impl Passed {
    pub fn new() -> Self {
        let home = Home::quick();
        let mut keeper = home.keeper();
        let who = join(&mut keeper, NAME);
        practise(&mut keeper, &who, 0);
        sit(&mut keeper, &who, EXAM, 1, Answers::Right);
        sit(&mut keeper, &who, EXAM, 2, Answers::Few(15));
        sit(&mut keeper, &who, EXAM, 3, Answers::Few(3));
        Self { home, who }
    }

    pub fn file(&self) -> ProfileFile {
        store(&self.home.keeper()).file_of(&self.who).expect("readable")
    }

    /// Writes the certificate of the exam that was passed last.
    pub fn certificate(&self, more: &[&str]) -> PathBuf {
        let path = self.home.path("certificate.pdf");
        let said = self.home.succeed(&[&["certificate", "--profile", NAME, "--out", &shown(&path)], more].concat());
        assert!(said.contains(&shown(&path)) && said.contains("上岗小考"), "{said}");
        path
    }

    /// Writes the trainee's file after some tampering, every link hashed anew.
    pub fn rehashed(&self, tamper: impl Fn(&mut ProfileFile)) -> PathBuf {
        let mut file = self.file();
        tamper(&mut file);
        let mut head = Head::default();
        for link in &mut file.links {
            *link = head.link(file.profile.id, link.body.clone());
            head = Head::after(link);
        }
        file.head = head;
        self.exported(&file)
    }

    pub fn exported(&self, file: &ProfileFile) -> PathBuf {
        let path = self.home.path("exported.json");
        fs::write(&path, serde_json::to_string(file).expect("JSON")).expect("written");
        path
    }
}

pub fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub fn verify(home: &Home, what: &str, more: &[&str]) -> Run {
    home.run(&[&["verify", what], more].concat())
}

pub fn verified(home: &Home, path: &Path, more: &[&str]) -> Run {
    verify(home, &shown(path), more)
}

pub fn assert_says(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{}{}", run.out, run.err);
    words.iter().for_each(|word| assert!(run.out.contains(word), "no “{word}” in:\n{}{}", run.out, run.err));
}

pub fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}
