//! What stands on a certificate, who has one, and that it is the same bytes every time.

use lopdf::Document;
use three_rings::content::language::Language;
use three_rings::content::language::Language::{En, ZhHans, ZhHant};
use three_rings::export::certificate::check::Page;
use three_rings::export::certificate::code::Code;
use three_rings::export::certificate::{Certificate, latest};
use three_rings::record::ledger::PROGRAM;
use uuid::Uuid;

use super::kit::{EXAM, certificate, checked, rfind, written};
use crate::reading;
use crate::support::records::{Answers, Home, NAME, join, practise, sit, store};

#[test]
fn only_an_exam_that_was_finished_and_passed_has_a_certificate() {
    let home = Home::quick();
    let mut keeper = home.keeper();
    let who = join(&mut keeper, NAME);
    practise(&mut keeper, &who, 0);
    for answers in [Answers::Few(3), Answers::GivenUp, Answers::Right] {
        sit(&mut keeper, &who, EXAM, 1, answers);
    }
    let kept = store(&keeper).kept(who.id).expect("readable");
    let certificates: Vec<Option<Certificate>> = kept.iter().map(|kept| Certificate::of(&who, kept, En)).collect();
    assert!(matches!(certificates.as_slice(), [None, None, None, Some(_)]), "{certificates:?}");
    let of_it = certificates[3].clone().expect("one");
    assert_eq!((of_it.name.as_str(), of_it.exam.as_str(), of_it.title.as_str()), (NAME, EXAM, "上岗小考"));
    assert_eq!((of_it.score, of_it.pass_mark, of_it.questions, of_it.place), (100, 70, 20, 4));
    assert_eq!((of_it.attempt, &of_it.hash), (kept[3].attempt.setup.id, &kept[3].hash));
    assert_eq!((of_it.taken, of_it.language.as_str()), (kept[3].attempt.setup.began, "en"));
    assert_eq!(latest(&kept).map(|it| it.place), Some(4));
    assert!(latest(&kept[..3]).is_none());
}

#[test]
fn the_code_is_another_where_anything_else_is() {
    let change: [fn(&mut Certificate); 14] = [
        |_| {},
        |it| it.name.push('X'),
        |it| it.exam.push('x'),
        |it| it.title.push('X'),
        |it| it.score += 1,
        |it| it.pass_mark -= 1,
        |it| it.questions += 1,
        |it| it.taken.unix_ms += 1,
        |it| it.taken.offset_minutes += 1,
        |it| it.attempt = Uuid::from_u128(8),
        |it| it.place += 1,
        |it| it.hash.push('0'),
        |it| it.program.push('1'),
        |it| it.language = "en".to_owned(),
    ];
    let mut codes: Vec<String> = Vec::new();
    for change in change {
        let mut certificate = certificate();
        change(&mut certificate);
        codes.push(certificate.code().to_string());
    }
    // What moves from one field into the next is something else, too.
    let moved = Certificate { name: format!("{NAME}c"), exam: "ertificate".to_owned(), ..certificate() };
    codes.push(moved.code().to_string());
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all);
    assert!(codes.iter().all(|code| code.len() == 29 && Code::read(code).is_some()));
}

#[test]
fn a_code_stays_what_it_was() {
    // On paper since the first version: this must never change.
    assert_eq!(certificate().code().to_string(), "BW5A0-63P8B-WDXQ4-1A0XE-E5MVW");
}

#[test]
fn everything_stands_on_one_page_in_three_languages() {
    let sentences = [
        (ZhHans, "合格证书兹证明周晓雯于2026年11月23日通过《物业客服电话上岗认证》得分86分（及格80分，共40题）验证码"),
        (ZhHant, "合格證書茲證明周晓雯於2026年11月23日通過《物业客服电话上岗认证》得分86分（及格80分，共40題）驗證碼"),
        (
            En,
            "CertificateofPassingThisistocertifythat周晓雯passed“物业客服电话上岗认证”on23November2026with86of100points",
        ),
    ];
    for (language, sentence) in sentences {
        let certificate = Certificate { language: language.tag().to_owned(), ..certificate() };
        let pages = reading::pages(&written(&certificate));
        let [page] = pages.as_slice() else { panic!("{} pages", pages.len()) };
        let code = certificate.code().to_string();
        for wanted in
            [sentence, &code, "ThreeRings", "three-ringsverify", "certificate", "12", "9f9f9f9f9f9f9f9f", PROGRAM]
        {
            assert!(page.contains(wanted), "{wanted}: {page}");
        }
    }
    let page = reading::pages(&written(&certificate())).concat();
    assert!(page.contains("证书由学员本机的练习记录生成；请连同记录一起查验。"), "{page}");
}

#[test]
fn the_file_has_title_language_tags_and_the_day_of_the_exam_but_no_author() {
    let bytes = written(&certificate());
    let document = Document::load_mem(&bytes).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(|lang| lang.as_str()).expect("a language"), b"zh-Hans");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).expect("Info").1;
    let info = info.as_dict().expect("a dictionary");
    let title = info.get(b"Title").and_then(|title| title.as_str()).expect("a title");
    let utf16: Vec<u8> = format!("\u{feff}合格证书：{NAME}，《物业客服电话上岗认证》")
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(title, utf16);
    assert!(!info.has(b"Author"));
    // 09:30 in China.
    let date = info.get(b"CreationDate").and_then(|date| date.as_str()).expect("a date");
    assert!(date.starts_with(b"D:202611230130"), "{}", String::from_utf8_lossy(date));
    let (number, page) = document.get_pages().into_iter().next().expect("a page");
    let sheet = document.get_dictionary(page).and_then(|page| page.get(b"MediaBox")).and_then(|it| it.as_array());
    let sheet: Vec<f32> = sheet.expect("a sheet").iter().filter_map(|side| side.as_float().ok()).collect();
    assert_eq!((number, sheet.len()), (1, 4));
    assert!((sheet[2] - 841.89).abs() < 0.01 && (sheet[3] - 595.28).abs() < 0.01, "{sheet:?}");
}

#[test]
fn the_same_certificate_is_the_same_bytes() {
    assert_eq!(written(&certificate()), written(&certificate()));
}

#[test]
fn readers_find_the_end_of_the_page_whatever_somebody_is_called() {
    for (name, title) in [("小", 1), ("约", 400), ("𠮷", 400), ("\u{7f}", 400), ("W", 2_000), ("\"", 2_000)] {
        let certificate = Certificate { name: name.repeat(40), title: name.repeat(title), ..certificate() };
        let bytes = written(&certificate);
        // The least that any reader looks through.
        const LAST: usize = 512;
        let last = &bytes[bytes.len() - LAST..];
        assert!(rfind(last, "startxref") < rfind(last, "%%EOF"), "{name}");
        assert_eq!(reading::pages(&bytes).len(), 1, "{name}");
        let checked = checked(&bytes);
        assert!(checked.is_unchanged() && checked.page == Page::Same && checked.certificate == Some(certificate));
    }
}

#[test]
fn what_the_program_wrote_is_unchanged() {
    for language in Language::ALL {
        let certificate = Certificate { language: language.tag().to_owned(), ..certificate() };
        let checked = checked(&written(&certificate));
        assert!(checked.is_unchanged() && checked.page == Page::Same, "{checked:?}");
        assert_eq!(checked.certificate, Some(certificate));
    }
}
