//! What the records say to a certificate, or to the code on one.

use std::fs;

use serde_json::Value;
use three_rings::export::certificate::Certificate;
use three_rings::record::file::ProfileFile;
use three_rings::record::op::Op;
use three_rings::record::profile::Profile;
use uuid::Uuid;

use super::kit::{Passed, assert_says, checked, json, shown, verified, verify, written};
use crate::reading;
use crate::support::records::{Home, NAME, join, store, whole_chain};

#[test]
fn the_records_here_confirm_a_certificate() {
    let passed = Passed::new();
    let path = passed.certificate(&[]);
    let run = verified(&passed.home, &path, &[]);
    let words = ["封印完好", "验证码和证书内容相符", "一模一样", "第 3 次演练", "得分相同", "结论：属实"];
    assert_says(&run, 0, &words);
    assert!(run.out.contains("周晓雯，《上岗小考》，75 分（及格 70 分），2026-11-25 09:30"), "{}", run.out);
    // Whatever the file is called.
    let renamed = passed.home.path("证书 一份.txt");
    fs::copy(&path, &renamed).expect("copied");
    assert_says(&verified(&passed.home, &renamed, &[]), 0, &["结论：属实"]);
    let told = json(&verified(&passed.home, &path, &["--json"]));
    let fields = ["seal_holds", "code_fits", "page_same", "sound"];
    assert!(fields.iter().all(|field| told[field] == true), "{told}");
    assert_eq!((&told["result"], &told["name_now"]), (&"confirmed".into(), &Value::Null));
    assert_eq!((&told["certificate"]["score"], told["contradicted"].as_array().map(Vec::len)), (&75.into(), Some(0)));
    assert!(run.out.contains(told["code"].as_str().expect("a code")));
}

#[test]
fn a_certificate_alone_is_unchanged_and_proves_no_more() {
    let passed = Passed::new();
    let path = passed.certificate(&[]);
    // Elsewhere, with no records, with other records, and with those of the trainee.
    let elsewhere = Home::quick();
    let run = verified(&elsewhere, &path, &[]);
    assert_says(&run, 0, &["封印完好", "没有被改过，但这里没有记录知道这次考试", "--records"]);
    assert!(!run.out.contains("属实") && !elsewhere.file().exists());
    let mut keeper = elsewhere.keeper();
    join(&mut keeper, "别人");
    drop(keeper);
    assert_says(&verified(&elsewhere, &path, &[]), 0, &["但这里没有记录知道这次考试"]);
    assert_eq!(json(&verified(&elsewhere, &path, &["--json"]))["result"], "unchanged");
    let exported = shown(&passed.exported(&passed.file()));
    assert_says(&verified(&elsewhere, &path, &["--records", &exported]), 0, &["结论：属实"]);
    let database = shown(&passed.home.file());
    assert_says(&verified(&elsewhere, &path, &["--records", &database]), 0, &["结论：属实"]);
    let theirs = shown(&elsewhere.file());
    assert_says(&verified(&elsewhere, &path, &["--records", &theirs]), 0, &["里没有这次考试", "拿错了记录"]);
    for records in ["nowhere.json", &shown(&path)] {
        let run = verified(&elsewhere, &path, &["--records", records]);
        assert!(run.code == 2 && run.err.contains(records) && run.out.is_empty(), "{}{}", run.out, run.err);
    }
    // Records here that cannot be read are no reason to say nothing.
    fs::write(elsewhere.file(), "not a database").expect("written");
    assert_says(&verified(&elsewhere, &path, &[]), 0, &["这里的记录读不了", "没有被改过"]);
}

#[test]
fn records_that_say_something_else_contradict_a_certificate() {
    let passed = Passed::new();
    let path = passed.certificate(&[]);
    let score = |file: &mut ProfileFile, to: &str| {
        assert!(file.links[2].body.contains("\"score\":75"));
        file.links[2].body = file.links[2].body.replacen("\"score\":75", &format!("\"score\":{to}"), 1);
    };
    // A chain that does not hold, and one that was hashed anew: then the hash is another, and the replay tells.
    let mut broken = passed.file();
    score(&mut broken, "76");
    let exported = shown(&passed.exported(&broken));
    let run = verified(&passed.home, &path, &["--records", &exported]);
    assert_says(&run, 1, &["记录链断了", "得分不同：证书写的是 75，记录里是 76", "结论：不能作数"]);
    let exported = shown(&passed.rehashed(|file| score(file, "76")));
    let run = verified(&passed.home, &path, &["--records", &exported, "--json"]);
    let told = json(&run);
    assert_eq!((run.code, &told["result"], &told["sound"]), (1, &"contradicted".into(), &false.into()));
    assert_eq!(told["contradicted"], serde_json::json!(["replay", "score", "hash"]));
    // An exam before it was taken out: the place and the hash are others.
    let exported = shown(&passed.rehashed(|file| drop(file.links.remove(1))));
    let run = verified(&passed.home, &path, &["--records", &exported, "--json"]);
    assert_eq!((run.code, &json(&run)["contradicted"]), (1, &serde_json::json!(["place", "hash"])));
    // It was not passed, they say.
    let exported = shown(&passed.rehashed(|file| {
        file.links[2].body = file.links[2].body.replacen("\"passed\":true", "\"passed\":false", 1);
    }));
    assert_says(&verified(&passed.home, &path, &["--records", &exported]), 1, &["不是及格的考试", "不能作数"]);
}

#[test]
fn a_certificate_out_of_forged_records_is_contradicted_by_the_true_ones_and_by_sitting_the_exam_again() {
    let passed = Passed::new();
    // The failed exam becomes a passed one, the chain is hashed anew, and taken in on another machine.
    let exported = passed.rehashed(|file| {
        let body = &file.links[3].body;
        let body = body.replacen("\"passed\":false", "\"passed\":true", 1).replacen("\"score\":15", "\"score\":95", 1);
        assert!(body.contains("\"score\":95"), "{body:.600}");
        file.links[3].body = body;
    });
    let forger = Home::quick();
    forger.succeed(&["profile", "import", &shown(&exported)]);
    let path = forger.path("certificate.pdf");
    forger.succeed(&["certificate", "--profile", NAME, "--out", &shown(&path)]);
    // The file is as the program wrote it.
    let alone = verified(&Home::quick(), &path, &[]);
    assert_says(&alone, 0, &["一模一样", "光凭文件不能证明"]);
    assert_says(&verified(&forger, &path, &[]), 1, &["重考一遍，和记录里的不一样", "不能作数"]);
    assert_says(&verified(&passed.home, &path, &[]), 1, &["不是及格的考试", "不能作数"]);
}

#[test]
fn a_certificate_that_names_another_attempt_is_known_by_its_hash() {
    let passed = Passed::new();
    let bytes = fs::read(passed.certificate(&[])).expect("read");
    let path = passed.home.path("other.pdf");
    let other = Certificate { attempt: Uuid::from_u128(7), ..checked(&bytes).certificate.expect("one") };
    fs::write(&path, written(&other)).expect("written");
    let run = verified(&passed.home, &path, &["--json"]);
    assert_eq!((run.code, &json(&run)["contradicted"]), (1, &serde_json::json!(["attempt"])));
}

#[test]
fn another_name_since_is_said_and_is_no_contradiction() {
    let passed = Passed::new();
    let path = passed.certificate(&[]);
    passed.home.keeper().take(Op::Amend(Profile { name: "周小文".to_owned(), ..passed.who.clone() }));
    let run = verified(&passed.home, &path, &[]);
    assert_says(&run, 0, &["证书上是“周晓雯”，记录里现在叫“周小文”", "考试属实", "名字要问清"]);
    assert_eq!(json(&verified(&passed.home, &path, &["--json"]))["name_now"], "周小文");
}

#[test]
fn of_an_anonymous_trainee_there_is_a_certificate_in_the_new_name_only() {
    let passed = Passed::new();
    let old = passed.certificate(&[]);
    passed.home.succeed(&["profile", "anonymise", NAME, "--yes"]);
    // Nobody gets from the old certificate to the new name.
    assert_says(&verified(&passed.home, &old, &[]), 0, &["但这里没有记录知道这次考试"]);
    let profiles = store(&passed.home.keeper()).profiles().expect("readable");
    let name = profiles[0].name.as_str();
    let new = passed.home.path("new.pdf");
    passed.home.succeed(&["certificate", "--profile", name, "--out", &shown(&new)]);
    let run = verified(&passed.home, &new, &[]);
    assert_says(&run, 0, &[name, "匿名时去掉了作答", "结论：属实"]);
    assert!(!reading::pages(&fs::read(&new).expect("read")).concat().contains(NAME));
}

#[test]
fn a_code_is_found_in_the_records_however_it_is_typed() {
    let passed = Passed::new();
    let certificate = passed.certificate(&["--lang", "en"]);
    let code = json(&verified(&passed.home, &certificate, &["--json"]))["code"].as_str().expect("a code").to_owned();
    let typed = code.to_lowercase().replace('0', "o").replace('1', "l").replace('-', "");
    for code in [code.as_str(), typed.as_str()] {
        assert_says(&verify(&passed.home, code, &[]), 0, &["75 分", "第 3 次演练", "得分相同", "结论：属实"]);
    }
    let told = json(&verify(&passed.home, &code, &["--json"]));
    assert_eq!((&told["result"], &told["seal_holds"]), (&"confirmed".into(), &Value::Null));
    assert_eq!(told["certificate"]["language"], "en");
    // With records that were named, with none, and with a code nobody has.
    let exported = shown(&passed.exported(&passed.file()));
    let elsewhere = Home::quick();
    assert_says(&verify(&elsewhere, &code, &["--records", &exported]), 0, &["结论：属实"]);
    let run = verify(&elsewhere, &code, &[]);
    assert!(run.code == 2 && run.err.contains("这里没有记录可以查") && run.err.contains(&code), "{}", run.err);
    let run = verify(&passed.home, "00000-00000-00000-00000-00000", &[]);
    assert!(run.code == 1 && run.err.contains("没有验证码是 00000-00000-00000-00000-00000"), "{}", run.err);
    // The score behind it was changed: the code is another, and is not found.
    let forged = shown(&passed.rehashed(|file| {
        file.links[2].body = file.links[2].body.replacen("\"score\":75", "\"score\":95", 1);
    }));
    assert_eq!(verify(&elsewhere, &code, &["--records", &forged]).code, 1);
    // Where a file has that name, the file is meant.
    fs::write(passed.home.path(&code), "{}").expect("written");
    let run = verify(&passed.home, &code, &[]);
    assert!(run.code == 2 && run.err.contains("不是三声之内的记录"), "{}{}", run.out, run.err);
}

#[test]
fn a_profile_that_is_taken_along_keeps_its_exams_and_their_certificates() {
    let passed = Passed::new();
    let (path, exported) = (passed.certificate(&[]), passed.home.path("along.json"));
    passed.home.succeed(&["profile", "export", NAME, "--out", &shown(&exported)]);
    let other = Home::quick();
    other.succeed(&["profile", "import", &shown(&exported)]);
    let (here, there) = (passed.home.keeper(), other.keeper());
    assert_eq!(whole_chain(store(&there), passed.who.id), whole_chain(store(&here), passed.who.id));
    let kept = |store: &three_rings::disk::records::Store| store.kept(passed.who.id).expect("readable");
    assert_eq!(kept(store(&there)), kept(store(&here)));
    assert_says(&verified(&other, &path, &[]), 0, &["结论：属实"]);
    // The same certificate comes out there, byte for byte.
    let again = other.path("again.pdf");
    other.succeed(&["certificate", "--profile", NAME, "--out", &shown(&again)]);
    assert_eq!(fs::read(&again).expect("read"), fs::read(&path).expect("read"));
    assert_says(&verified(&other, &other.file(), &[]), 0, &["4 次演练，一环扣一环"]);
}

#[test]
fn a_page_that_another_version_drew_is_said_to_be_open() {
    let passed = Passed::new();
    let bytes = fs::read(passed.certificate(&[])).expect("read");
    let path = passed.home.path("other.pdf");
    let other = Certificate { program: "9.9.9".to_owned(), ..checked(&bytes).certificate.expect("one") };
    fs::write(&path, written(&other)).expect("written");
    let run = verified(&passed.home, &path, &[]);
    assert_says(&run, 0, &["证书是 9.9.9 版写的", "对照着看", "页面没有核对，要和第一行一样才作数"]);
    let run = verified(&Home::quick(), &path, &[]);
    assert_says(&run, 0, &["页面没有核对，也没有记录知道这次考试，什么也证明不了"]);
    assert_eq!(json(&verified(&passed.home, &path, &["--json"]))["page_same"], Value::Null);
}
