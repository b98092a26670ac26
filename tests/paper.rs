//! Papers, rendered and read back: HTML as text, PDF by a reader that shares no code with the writer.

mod reading;

use lopdf::Document;
use three_rings::export::paper::{Align, Bar, Block, Column, Faces, Figure, Moment, Paper, PdfError, Tone, html, pdf};
use three_rings::faces::{BOLD, REGULAR};

const FACES: Faces<'static> = Faces { regular: REGULAR, bold: BOLD };
const TONES: [Tone; 4] = [Tone::Plain, Tone::Good, Tone::Warn, Tone::Bad];
const NO_SHARES: [f32; 6] = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -0.5, 7.0, f32::MAX];

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        title: "通话练习报告".to_owned(),
        subtitle: "陈晓雯".to_owned(),
        language: "zh-Hans",
        footer: "三声之内".to_owned(),
        page_word: "第 {page} 页，共 {pages} 页".to_owned(),
        created: None,
        blocks,
    }
}

/// Every kind of block, with one text wherever a text can stand.
fn every_block(text: &str) -> Vec<Block> {
    let text = || text.to_owned();
    let mut blocks = vec![
        Block::Heading(text()),
        Block::Subheading(text()),
        Block::Paragraph(text()),
        Block::Remark(text()),
        Block::Facts(vec![(text(), text())]),
        Block::Table { columns: vec![column(&text(), 1.0)], rows: vec![vec![text()]] },
        Block::Curve { y_label: text(), mark: Some((75.0, text())), points: vec![(text(), 60.0), (text(), 80.0)] },
    ];
    for tone in TONES {
        blocks.push(Block::Note { tone, title: text(), text: text() });
        blocks.push(Block::Figures(vec![Figure { value: text(), unit: text(), label: text(), tone }]));
        let bar = Bar { name: text(), share: 0.5, value: text(), tone };
        blocks.push(Block::Bars { mark: Some((0.6, text())), bars: vec![bar] });
        let verdict = Some((tone, text()));
        blocks.push(Block::Said { who: text(), words: text(), verdict, notes: vec![text()] });
    }
    blocks
}

fn column(head: &str, share: f32) -> Column {
    Column { head: head.to_owned(), share, align: Align::Left }
}

fn written(paper: &Paper) -> Vec<u8> {
    pdf(paper, FACES).expect("a PDF")
}

/// The text of every page, without white space.
fn pages(paper: &Paper) -> Vec<String> {
    reading::pages(&written(paper))
}

fn count(pages: &[String], text: &str) -> usize {
    pages.iter().map(|page| page.matches(text).count()).sum()
}

#[test]
fn nothing_from_outside_becomes_markup() {
    let evil = "<script>alert(\"x\" + 'y')</script>&</style>\\";
    let mut paper = paper(every_block(evil));
    paper.title = evil.to_owned();
    paper.subtitle = evil.to_owned();
    paper.footer = evil.to_owned();
    paper.page_word = format!("{evil}{{page}}");
    let html = html(&paper);
    for raw in ["<script", "</script", "\"x\"", "'y'", "&</"] {
        assert!(!html.contains(raw), "{raw}");
    }
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(html.contains("&lt;script&gt;alert(&quot;x&quot; + &#39;y&#39;)&lt;/script&gt;&amp;&lt;/style&gt;\\"));
}

#[test]
fn every_element_that_is_opened_is_closed() {
    let html = html(&paper(every_block("一\n二")));
    for name in [
        "p", "h1", "h2", "h3", "dl", "div", "dt", "dd", "table", "tr", "td", "th", "figure", "svg", "text", "section",
        "aside", "ul", "li",
    ] {
        let opened = html.matches(&format!("<{name}>")).count() + html.matches(&format!("<{name} ")).count();
        assert_eq!(opened, html.matches(&format!("</{name}>")).count(), "{name}");
        assert!(opened > 0, "{name}");
    }
}

#[test]
fn the_html_loads_nothing_and_names_its_language() {
    let mut paper = paper(every_block("好"));
    paper.language = "zh-Hant";
    let html = html(&paper);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hant\">"));
    assert!(html.contains("--fonts:\"Noto Sans CJK TC\""));
    for loading in ["<script", "<link", "src=", "href=", "url(", "@import", "http"] {
        assert!(!html.contains(loading), "{loading}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper(every_block("您好，请问有什么可以帮您？"));
    assert_eq!(html(&paper), html(&paper.clone()));
    assert_eq!(written(&paper), written(&paper.clone()));
}

#[test]
fn a_paper_without_blocks_is_one_page_with_its_title() {
    let pages = pages(&paper(Vec::new()));
    assert_eq!(pages, ["通话练习报告陈晓雯三声之内第1页，共1页"]);
    assert!(html(&paper(Vec::new())).contains("<h1>通话练习报告</h1>"));
}

#[test]
fn a_paper_without_any_text_is_still_a_page() {
    let mut paper = paper(every_block(""));
    (paper.title, paper.subtitle, paper.footer, paper.page_word) = Default::default();
    assert!(pages(&paper).iter().all(|page| page.chars().all(|c| "✓△×0255075100680".contains(c))));
    assert!(html(&paper).contains("</html>"));
}

#[test]
fn what_is_empty_says_so_or_is_left_out() {
    let columns = vec![column("日期", 1.0), column("得分", 1.0)];
    let blocks = vec![
        Block::Table { columns: columns.clone(), rows: Vec::new() },
        Block::Table { columns, rows: vec![Vec::new(), vec!["1".to_owned(); 9]] },
        Block::Table { columns: Vec::new(), rows: vec![vec!["无列".to_owned()]] },
        Block::Curve { y_label: "总分".to_owned(), mark: None, points: Vec::new() },
        Block::Bars { mark: Some((0.5, "线".to_owned())), bars: Vec::new() },
        Block::Facts(Vec::new()),
        Block::Figures(Vec::new()),
    ];
    let paper = paper(blocks);
    let pages = pages(&paper);
    assert_eq!((count(&pages, "日期"), count(&pages, "—"), count(&pages, "1")), (2, 1, 4), "{pages:?}");
    let html = html(&paper);
    for left_out in ["无列", "总分", "<svg", "<dl", "class=\"figures\""] {
        assert!(!html.contains(left_out), "{left_out}");
    }
    assert!(html.contains("<td>—</td>"));
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let columns = vec![column("练习日期", 1.0), column("情境", 2.0)];
    let rows = (0..300).map(|row| vec![format!("第{row:03}次"), "楼上漏水".to_owned()]).collect();
    let paper = paper(vec![Block::Table { columns, rows }]);
    let pages = pages(&paper);
    assert!(pages.len() > 5, "{}", pages.len());
    for page in &pages {
        assert_eq!(page.matches("练习日期").count(), 1, "{page}");
    }
    assert_eq!(count(&pages, "楼上漏水"), 300);
    assert!((0..300).all(|row| count(&pages, &format!("第{row:03}次")) == 1));
    assert_eq!(html(&paper).matches("<thead>").count(), 1);
}

#[test]
fn a_cell_longer_than_a_page_is_set_in_full() {
    let columns = vec![column("要点", 1.0), column("说明", 1.0)];
    let rows = vec![vec!["长".to_owned(), "字".repeat(5_000)], vec!["末行".to_owned()]];
    let pages = pages(&paper(vec![Block::Table { columns, rows }]));
    assert!(pages.len() > 2);
    assert_eq!((count(&pages, "字"), count(&pages, "末行")), (5_000, 1));
}

#[test]
fn a_head_longer_than_a_page_is_set_in_full() {
    let columns = vec![column(&"头".repeat(9_000), 1.0)];
    let pages = pages(&paper(vec![Block::Table { columns, rows: vec![vec!["行".to_owned()]; 3] }]));
    assert_eq!((count(&pages, "头"), count(&pages, "行")), (9_000, 3));
}

#[test]
fn columns_of_one_character_are_set() {
    let narrow = vec![column("窄", 1e-6), column("宽", 1.0)];
    let rows = vec![vec!["一二三，四。abc".to_owned(), "好".to_owned()]];
    assert_eq!(count(&pages(&paper(vec![Block::Table { columns: narrow, rows }])), "四"), 1);
    let many = vec![column("列", 1.0); 120];
    let rows = vec![vec!["值值".to_owned(); 120]];
    assert_eq!(count(&pages(&paper(vec![Block::Table { columns: many, rows }])), "值"), 240);
}

#[test]
fn a_paragraph_without_a_space_is_set_in_full() {
    for character in ["好", "x", "，"] {
        let pages = pages(&paper(vec![Block::Paragraph(character.repeat(10_000))]));
        let in_page_words = if character == "，" { pages.len() } else { 0 };
        assert_eq!(count(&pages, character), 10_000 + in_page_words, "{character}");
        assert!(pages.len() > 1);
    }
}

#[test]
fn rare_characters_and_emoji_break_nothing() {
    // The first one is only in the regular face; the last ones are in neither, or no characters at all.
    let odd = "㐱 𠮷 −5 ✔ ☎ 😀 👨‍👩‍👧 🇨🇳 é e\u{301} עברית \u{0} \u{7} \u{feff} \u{2028} \u{fffe} \u{e000} \u{10ffff} \t \u{202e}x";
    let paper = paper(every_block(odd));
    let pages = pages(&paper);
    assert!(count(&pages, "㐱𠮷−5✔☎😀👨👩👧🇨🇳é") > 20, "{pages:?}");
    assert!(html(&paper).contains("😀"));
}

#[test]
fn numbers_out_of_range_are_clamped() {
    let mut blocks = Vec::new();
    for number in NO_SHARES {
        let bar = |share: f32| Bar { name: "条".to_owned(), share, value: "值".to_owned(), tone: Tone::Good };
        blocks.push(Block::Bars { mark: Some((number, "线".to_owned())), bars: vec![bar(number), bar(0.5)] });
        let points = vec![("日".to_owned(), number), ("日".to_owned(), 40.0)];
        blocks.push(Block::Curve { y_label: String::new(), mark: Some((number, "线".to_owned())), points });
        let columns = vec![column("一", number), column("二", 1.0)];
        blocks.push(Block::Table { columns, rows: vec![vec!["格".to_owned(); 2]] });
    }
    let paper = paper(blocks);
    assert_eq!(count(&pages(&paper), "格"), 2 * NO_SHARES.len());
    let html = html(&paper);
    assert!(!html.contains("NaN") && !html.contains("inf"));
    assert!(html.matches("height=\"9.00\"").count() > 0 && !html.contains("width=\"-"));
}

#[test]
fn no_heading_is_the_last_line_of_a_page() {
    let mut blocks = Vec::new();
    for section in 0..60 {
        blocks.push(Block::Heading(format!("标题{section}")));
        blocks.push(Block::Subheading(format!("小标题{section}")));
        blocks.push(Block::Paragraph("正文。".repeat(5 + section * 7 % 90)));
    }
    let pages = pages(&paper(blocks));
    assert!(pages.len() > 8);
    for page in &pages {
        let text = page.split("三声之内").next().unwrap_or_default();
        // Headings end with their number.
        assert!(!text.ends_with(|c: char| c.is_ascii_digit()), "{text}");
    }
}

#[test]
fn every_page_has_its_number_and_the_footer() {
    let pages = pages(&paper(vec![Block::Paragraph("好。".repeat(4_000))]));
    let all = pages.len();
    for (index, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("三声之内第{}页，共{all}页", index + 1)), "{page}");
    }
}

#[test]
fn a_tone_shows_a_sign_beside_its_colour() {
    let verdict = Some((Tone::Bad, "没有时限".to_owned()));
    let said = Block::Said { who: "学员".to_owned(), words: "尽快。".to_owned(), verdict, notes: Vec::new() };
    let figure = Figure { value: "82".to_owned(), label: "总分".to_owned(), tone: Tone::Good, ..Figure::default() };
    let note = Block::Note { tone: Tone::Warn, title: "▲ 注意".to_owned(), text: String::new() };
    let paper = paper(vec![said, Block::Figures(vec![figure]), note]);
    let (pages, html) = (pages(&paper), html(&paper));
    for (set, marked) in [("×没有时限", "× 没有时限"), ("✓总分", "✓ 总分"), ("▲注意", "▲ 注意")]
    {
        assert!(count(&pages, set) == 1 && html.contains(marked), "{marked}: {pages:?}");
    }
    assert_eq!(count(&pages, "△"), 0);
}

#[test]
fn the_pdf_has_title_language_tags_outline_and_only_the_date_it_was_given() {
    let mut paper = paper(vec![Block::Heading("总评".to_owned()), Block::Paragraph("好。".to_owned())]);
    let bytes = written(&paper);
    let document = Document::load_mem(&bytes).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(|lang| lang.as_str()).expect("a language"), b"zh-Hans");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines") && catalog.has(b"MarkInfo"));
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).expect("Info").1;
    let info = info.as_dict().expect("a dictionary");
    let title = info.get(b"Title").and_then(|title| title.as_str()).expect("a title");
    let utf16: Vec<u8> = "\u{feff}通话练习报告".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(title, utf16);
    assert!(!info.has(b"CreationDate"));

    paper.created = Some(Moment { year: 2026, month: 11, day: 20, hour: 6, minute: 42 });
    let dated = written(&paper);
    assert!(dated.windows(14).any(|bytes| bytes == b"20261120064200"));
}

#[test]
fn a_face_that_is_none_is_said_in_words() {
    let error = pdf(&paper(Vec::new()), Faces { regular: REGULAR, bold: b"no font" }).expect_err("no face");
    assert_eq!(error, PdfError::Face("bold"));
    assert_eq!(error.to_string(), "the bold face is not a font that can be read (OpenType is needed)");
}
