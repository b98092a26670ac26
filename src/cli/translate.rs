//! `three-rings translate`: the file a translator fills in, with everything that is there already.

use crate::cli::{Args, DONE, args, out, refuse, shelf};
use crate::content::language::{Language, Wanted};
use crate::content::quiz::write::quoted;
use crate::content::shelf::Shelf;
use crate::locale::Locale;

pub fn run(translate: &args::Translate, args: &Args) -> u8 {
    let shelf = shelf(args);
    let Some(wanted) = shelf.texts_of(&translate.id) else {
        let known = shelf.translatable().join(" ");
        let values = [("id", translate.id.as_str().into()), ("known", known.into())];
        return refuse(&Locale::new(args.lang()).with("cli-translate-unknown", &values));
    };
    out(&file(&translate.id, translate.language(), &wanted, &shelf));
    DONE
}

/// Every text under its key with the author's words above it; empty where it is not translated yet.
fn file(id: &str, into: Language, wanted: &[Wanted], shelf: &Shelf) -> String {
    let book = shelf.wordbook(into);
    let wording = book.of(id);
    let mut file = format!("Translation(\n    of: {},\n    language: {},\n    texts: {{\n", quoted(id), into.word());
    for Wanted { key, text, .. } in wanted {
        let translated = wording.translated(|| key.clone(), text).unwrap_or_default();
        let source = text.replace('\n', "\n        // ");
        file.push_str(&format!("        // {source}\n        {}: {},\n", quoted(key), quoted(translated)));
    }
    file.push_str("    },\n)\n");
    file
}
