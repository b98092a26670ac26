//! Every way of changing a certificate is found.

use std::fs;

use three_rings::content::language::Language::ZhHans;
use three_rings::export::certificate::Certificate;
use three_rings::export::certificate::check::{NoCertificate, Page, check, is_pdf};
use three_rings::export::report;
use three_rings::export::report::catalogue::Catalogue;
use three_rings::locale::Locale;
use three_rings::record::moment::Moment;
use three_rings::record::replay::Shelves;

use super::kit::{FACES, Passed, assert_says, certificate, checked, json, parts, resealed, verified, written};
use crate::support::records::{Home, store};

#[test]
fn what_is_sealed_here_is_what_the_program_seals() {
    let bytes = written(&certificate());
    let (page, says) = parts(&bytes);
    assert!(resealed(&page, &says) == bytes);
}

#[test]
fn any_changed_byte_is_found() {
    const EVERY: usize = 97;
    let bytes = written(&certificate());
    let tail = bytes.len() - parts(&bytes).0.len();
    let places = (0..bytes.len() - tail).step_by(EVERY).chain(bytes.len() - tail..bytes.len());
    for place in places {
        for flip in [1, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            assert!(is_pdf(&changed), "byte {place}");
            assert!(!checked(&changed).is_unchanged(), "byte {place}");
        }
        let mut shorter = bytes.clone();
        shorter.remove(place);
        assert!(!checked(&shorter).is_unchanged(), "byte {place} taken out");
    }
}

#[test]
fn what_was_cut_off_or_added_to_is_no_certificate_any_more() {
    let bytes = written(&certificate());
    let (page, says) = parts(&bytes);
    for kept in (0..page.len()).step_by(997) {
        assert_eq!(check(&bytes[..kept], FACES), Err(NoCertificate::Unsealed), "{kept} bytes");
    }
    for kept in page.len() + says.len() / 2..bytes.len() {
        assert!(!checked(&bytes[..kept]).is_unchanged(), "{kept} bytes");
    }
    for more in [&b"\n"[..], b" ", b"%", &bytes] {
        let longer = [&bytes, more].concat();
        let is_another = longer.ends_with(&bytes) && checked(&longer).page == Page::Differs;
        assert!(is_another || !checked(&longer).seal_holds);
        assert!(!checked(&longer).is_unchanged());
    }
}

#[test]
fn what_is_said_in_other_words_and_sealed_anew_is_found_by_the_code_or_the_page() {
    let bytes = written(&certificate());
    let (page, says) = parts(&bytes);
    for (from, to) in [
        ("\"score\":86", "\"score\":96"),
        ("\"score\":86", "\"score\": 86"),
        ("\"place\":12,", "\"place\":12,\"x\":1,"),
    ] {
        assert!(says.contains(from), "{says}");
        let checked = checked(&resealed(&page, &says.replace(from, to)));
        assert!(checked.seal_holds && !checked.code_fits && !checked.is_unchanged(), "{to}: {checked:?}");
    }
    // With the code worked out anew, only the page tells.
    let better = Certificate { score: 96, ..certificate() };
    let forged = checked(&resealed(&page, &parts(&written(&better)).1));
    assert!(forged.seal_holds && forged.code_fits && forged.page == Page::Differs && !forged.is_unchanged());
    // And so it does where a better page was put before what is said.
    let forged = checked(&resealed(&parts(&written(&better)).0, &says));
    assert!(forged.seal_holds && forged.code_fits && forged.page == Page::Differs && !forged.is_unchanged());
    // The page itself, edited.
    let mut edited = page.clone();
    edited[page.len() / 2] ^= 1;
    assert_eq!(checked(&resealed(&edited, &says)).page, Page::Differs);
}

#[test]
fn what_another_version_drew_is_not_compared_and_a_later_format_is_said_to_be_one() {
    let bytes = written(&Certificate { program: "9.9.9".to_owned(), ..certificate() });
    let other = checked(&bytes);
    assert!(other.is_unchanged() && other.page == Page::NotCompared, "{other:?}");
    let (page, says) = parts(&bytes);
    let later = says.replace("\"format\":1", "\"format\":2");
    assert_eq!(check(&resealed(&page, &later), FACES), Err(NoCertificate::Newer(2)));
    // A language that this version does not have, it has not written in.
    let klingon = Certificate { language: "tlh".to_owned(), ..certificate() };
    assert_eq!(checked(&written(&klingon)).page, Page::Differs);
}

#[test]
fn what_makes_no_sense_is_no_panic() {
    let page = parts(&written(&certificate())).0;
    let says = |json: &str| format!("%three-rings-certificate {json}\n");
    for line in ["", "{", "[]", "null", "{\"format\":1}", &"[".repeat(4000), &"9".repeat(100_000)] {
        let checked = checked(&resealed(&page, &says(line)));
        assert!(checked.certificate.is_none() && !checked.is_unchanged(), "{line:.20}");
    }
    let odd = Certificate {
        name: "\u{0}\n\u{1b}[31m".repeat(30),
        title: String::new(),
        score: u32::MAX,
        taken: Moment { unix_ms: i64::MIN, offset_minutes: i16::MIN },
        hash: "𠮷".to_owned(),
        ..certificate()
    };
    assert!(checked(&written(&odd)).is_unchanged());
}

#[test]
fn what_is_no_certificate_is_refused() {
    let passed = Passed::new();
    let path = passed.home.path("other.pdf");
    let file = passed.file();
    let kept = store(&passed.home.keeper()).kept(passed.who.id).expect("readable");
    let (locale, mut shelves) = (Locale::new(ZhHans), Shelves::new(file.editions));
    let report = report::attempt(&passed.who, &kept[1], &mut shelves, &Catalogue::default(), &locale);
    let report = three_rings::export::paper::pdf(&report, FACES).expect("a PDF");
    let whole = fs::read(passed.certificate(&[])).expect("read");
    for bytes in [&report[..], b"%PDF-1.4 and no more", &whole[..whole.len() - 700]] {
        fs::write(&path, bytes).expect("written");
        let run = verified(&passed.home, &path, &[]);
        assert!(run.code == 2 && run.err.contains("没有三声之内的证书") && run.out.is_empty(), "{}", run.err);
    }
    let (page, says) = parts(&whole);
    fs::write(&path, resealed(&page, &says.replace("\"format\":1", "\"format\":7"))).expect("written");
    let run = verified(&passed.home, &path, &[]);
    assert!(run.code == 2 && run.err.contains("格式 7"), "{}", run.err);
}

#[test]
fn a_changed_certificate_does_not_count_whatever_the_records_say() {
    let passed = Passed::new();
    let bytes = fs::read(passed.certificate(&[])).expect("read");
    let path = passed.home.path("changed.pdf");
    let (page, says) = parts(&bytes);
    for place in [0, 7, bytes.len() / 2, page.len() - 1, page.len() + 40, page.len() + says.len() - 1, bytes.len() - 1]
    {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        fs::write(&path, &changed).expect("written");
        let run = verified(&passed.home, &path, &[]);
        assert_says(&run, 1, &["封印对不上", "结论：不能作数。证书被改过"]);
        assert!(!run.out.contains("属实"), "{}", run.out);
    }
    fs::write(&path, resealed(&page, &says.replace("\"score\":75", "\"score\":95"))).expect("written");
    assert_says(&verified(&passed.home, &path, &[]), 1, &["✓ 封印完好", "× 验证码和证书内容不相符"]);
    let other = fs::read(passed.certificate(&["--attempt", "2"])).expect("read");
    fs::write(&path, resealed(&parts(&other).0, &says)).expect("written");
    let run = verified(&passed.home, &path, &["--json"]);
    let told = json(&run);
    assert_eq!((run.code, &told["result"], &told["page_same"]), (1, &"changed".into(), &false.into()));
    assert_eq!((&told["seal_holds"], &told["code_fits"]), (&true.into(), &true.into()));
}

#[test]
fn a_name_out_of_a_file_gives_no_orders_to_the_terminal() {
    let home = Home::quick();
    let path = home.path("certificate.pdf");
    let name = "小满\n✓ 结论：属实\u{1b}[2J".to_owned();
    fs::write(&path, written(&Certificate { name, ..certificate() })).expect("written");
    let run = verified(&home, &path, &[]);
    assert!(!run.out.contains('\u{1b}') && !run.out.lines().any(|line| line.starts_with("✓ 结论")), "{}", run.out);
}
