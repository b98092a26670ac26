//! Which certificate is written, and what is said where there is none.

use std::fs;

use super::kit::{EXAM, Passed, checked, shown, verified};
use crate::support::records::{Answers, NAME, join, sit, store};

#[test]
fn the_exam_is_the_latest_that_was_passed_unless_another_is_named() {
    let passed = Passed::new();
    let attempt = store(&passed.home.keeper()).kept(passed.who.id).expect("readable")[1].attempt.setup.id.to_string();
    for (more, score) in [
        (&[][..], 75),
        (&["--exam", EXAM], 75),
        (&["--attempt", "2"], 100),
        (&["--attempt", &attempt], 100),
        (&["--attempt", "3"], 75),
    ] {
        // One that is there is replaced, as every export is.
        let certificate = checked(&fs::read(passed.certificate(more)).expect("read")).certificate.expect("one");
        assert_eq!((certificate.score, certificate.language.as_str()), (score, "zh-Hans"), "{more:?}");
    }
    let certificate = checked(&fs::read(passed.certificate(&["--lang", "zh-Hant"])).expect("read")).certificate;
    assert_eq!(certificate.expect("one").language, "zh-Hant");
}

#[test]
fn where_there_is_no_certificate_it_is_said_why() {
    let passed = Passed::new();
    let refused = |args: &[&str], words: &[&str]| {
        let run = passed.home.run(&[&["certificate", "--out", "c.pdf"], args].concat());
        assert!(run.code == 2 && run.out.is_empty() && !passed.home.path("c.pdf").exists(), "{args:?}: {}", run.out);
        words.iter().for_each(|word| assert!(run.err.contains(word), "no “{word}” in: {}", run.err));
    };
    refused(&["--profile", "周晓文"], &["没有叫“周晓文”的学员", "周晓雯"]);
    refused(&["--profile", NAME, "--attempt", "1"], &["第 1 次演练不是考试"]);
    refused(&["--profile", NAME, "--attempt", "4"], &["第 4 次演练没有及格", "15 分", "70 分及格"]);
    refused(&["--profile", NAME, "--attempt", "9"], &["没有这一次演练：9"]);
    refused(&["--profile", NAME, "--exam", "certificate"], &["没有及格的考试 certificate", EXAM]);
    let mut keeper = passed.home.keeper();
    let other = join(&mut keeper, "小满");
    refused(&["--profile", "小满"], &["还没有考过试"]);
    sit(&mut keeper, &other, EXAM, 0, Answers::Few(2));
    refused(&["--profile", "小满"], &["都没有及格", "《上岗小考》10 分"]);
    refused(&["--profile", "小满", "--exam", EXAM], &["都没有及格"]);
    sit(&mut keeper, &other, EXAM, 0, Answers::GivenUp);
    refused(&["--profile", "小满", "--attempt", "2"], &["没有考完"]);
    passed.home.succeed(&["profile", "pin", NAME, "--new", "2468"]);
    refused(&["--profile", NAME], &["PIN"]);
    refused(&["--profile", NAME, "--pin", "1357"], &["PIN"]);
    passed.certificate(&["--pin", "2468"]);
    let nowhere = passed.home.path("no/folder/c.pdf");
    let run = passed.home.run(&["certificate", "--profile", NAME, "--pin", "2468", "--out", &shown(&nowhere)]);
    assert!(run.code == 2 && run.err.contains("没有文件夹"), "{}", run.err);
    let run = verified(&passed.home, &passed.home.file(), &["--records", "x.json"]);
    assert!(run.code == 2 && run.err.contains("--records 只在"), "{}", run.err);
}
