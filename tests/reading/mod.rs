//! Reads the text of a PDF's pages, by the file's objects as lopdf finds them and the fonts' own maps to Unicode.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// Glyph codes and what they mean.
type Meanings = BTreeMap<u16, String>;

/// The text of every page, in the order it is drawn, without white space.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a PDF that can be read");
    document.get_pages().values().map(|id| page(&document, *id)).collect()
}

fn page(document: &Document, id: lopdf::ObjectId) -> String {
    let fonts = document.get_page_fonts(id).expect("fonts");
    let fonts: BTreeMap<Vec<u8>, Meanings> =
        fonts.iter().map(|(name, font)| (name.clone(), meanings(document, font))).collect();
    let content = Content::decode(&document.get_page_content(id).expect("content")).expect("operations");
    let mut text = String::new();
    let mut font = None;
    // Whether each marked part that is open stands for a text of its own.
    let mut marked = Vec::new();
    for operation in content.operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("Tf", [Object::Name(name), ..]) => font = fonts.get(name),
            ("BMC", _) => marked.push(false),
            ("BDC", [_, properties]) => {
                let actual = properties.as_dict().ok().and_then(|properties| properties.get(b"ActualText").ok());
                text.extend(actual.map(utf16));
                marked.push(actual.is_some());
            }
            ("EMC", _) => drop(marked.pop()),
            ("Tj" | "TJ", [shown]) if !marked.contains(&true) => text.push_str(&said(shown, font.expect("a font"))),
            _ => (),
        }
    }
    text.split_whitespace().collect()
}

fn said(shown: &Object, meanings: &Meanings) -> String {
    match shown {
        Object::Array(parts) => parts.iter().map(|part| said(part, meanings)).collect(),
        Object::String(codes, _) => {
            let code = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
            codes.chunks(2).map(|pair| meanings.get(&code(pair)).map_or("", String::as_str)).collect()
        }
        _ => String::new(),
    }
}

fn utf16(text: &Object) -> String {
    let bytes = text.as_str().expect("a text");
    let Some(bytes) = bytes.strip_prefix(&[0xfe, 0xff]) else { return String::from_utf8_lossy(bytes).into_owned() };
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Reads the lines `<0001> <5B66>` between `beginbfchar` and `endbfchar`.
fn meanings(document: &Document, font: &Dictionary) -> Meanings {
    let map = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).expect("a map to Unicode");
    let map = String::from_utf8_lossy(&map.decompressed_content().expect("a map")).into_owned();
    assert!(!map.contains("beginbfrange"), "ranges are not read here");
    let entry = |line: &str| {
        let (code, units) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units: Vec<u16> =
            (0..units.len() / 4).filter_map(|i| u16::from_str_radix(&units[4 * i..4 * i + 4], 16).ok()).collect();
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16_lossy(&units)))
    };
    // The line of the code space has the form of an entry.
    map.lines().skip_while(|line| !line.ends_with("beginbfchar")).filter_map(entry).collect()
}
