//! What is known of the 47 teachable items.

use crate::export::paper::{Align, Block, Tone};
use crate::export::report::advice::item_in_words;
use crate::export::report::{column, figure};
use crate::locale::Locale;
use crate::record::progress::items::{Item, KNOWN_DAYS, KNOWN_OF, KNOWN_RIGHT, Knowledge};

/// The counts, the rule, and those that are shaky by name.
pub fn blocks(items: &[Item], locale: &Locale) -> Vec<Block> {
    let count = |knowledge| items.iter().filter(|item| item.knowledge == knowledge).count();
    let counted = |knowledge, key, tone| {
        figure(count(knowledge).to_string(), locale.text("report-items-unit"), locale.text(key), tone)
    };
    let rule = [("right", KNOWN_RIGHT.into()), ("of", KNOWN_OF.into()), ("days", KNOWN_DAYS.into())];
    let mut blocks = vec![
        Block::Heading(locale.with("report-items", &[("count", items.len().into())])),
        Block::Figures(vec![
            counted(Knowledge::Known, "report-items-known", Tone::Good),
            counted(Knowledge::Shaky, "report-items-shaky", Tone::Warn),
            counted(Knowledge::Unseen, "report-items-unseen", Tone::Plain),
        ]),
        Block::Remark(locale.with("report-items-rule", &rule)),
    ];
    let mut shaky: Vec<&Item> = items.iter().filter(|item| item.knowledge == Knowledge::Shaky).collect();
    // The weakest first; of equals in the order of the book.
    shaky.sort_by(|a, b| (u64::from(a.right) * u64::from(b.asked)).cmp(&(u64::from(b.right) * u64::from(a.asked))));
    if !shaky.is_empty() {
        blocks.push(Block::Subheading(locale.text("report-items-to-mend")));
        blocks.push(table(&shaky, locale));
    }
    blocks
}

fn table(items: &[&Item], locale: &Locale) -> Block {
    let columns = vec![
        column("report-column-item", 0.1, Align::Right, locale),
        column("report-column-item-name", 0.5, Align::Left, locale),
        column("report-column-right", 0.18, Align::Right, locale),
        column("report-column-last", 0.22, Align::Right, locale),
    ];
    let row = |item: &&Item| {
        let last = item.last_day.map_or_else(String::new, |day| day.to_string());
        vec![item.item.to_string(), item_in_words(item.item, locale), format!("{}/{}", item.right, item.asked), last]
    };
    Block::Table { columns, rows: items.iter().map(row).collect() }
}
