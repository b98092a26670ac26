//! `three-rings list`: what can be practised.

use serde_json::json;

use crate::cli::{Args, CANNOT, DONE, args, out, shelf};
use crate::content::shelf::Setting;
use crate::locale::Locale;

pub fn run(list: &args::List, args: &Args) -> u8 {
    let shelf = shelf(args);
    let locale = Locale::new(args.lang());
    let setting = Setting { language: args.lang(), city: &args.city };
    let scripts: Vec<_> = shelf.scenarios.iter().map(|(_, scenario)| shelf.checked(scenario, setting).0).collect();
    if scripts.is_empty() {
        eprintln!("{}", locale.text("home-empty"));
        return CANNOT;
    }
    if list.json {
        let rows = scripts.iter().map(|it| {
            json!({ "id": it.id, "title": it.title, "summary": it.summary, "difficulty": it.difficulty.word(), "items": it.items })
        });
        out(&format!("{}\n", serde_json::Value::from_iter(rows)));
        return DONE;
    }
    out(&format!("{}\n", locale.text("cli-list-head")));
    for script in scripts {
        let difficulty = locale.text(&format!("difficulty-{}", script.difficulty.word()));
        out(&format!("\n  {}  [{difficulty}]\n      {}\n      {}\n", script.id, script.title, script.summary));
    }
    out(&format!("\n{}\n", locale.text("cli-list-drills")));
    for (_, drill) in &shelf.drills {
        let card = shelf.checked_shift(drill, setting).0;
        let minutes = locale.with("drill-minutes", &[("minutes", (card.shift_ms / 60_000).into())]);
        out(&format!("\n  {}  [{minutes}]\n      {}\n      {}\n", card.id, card.title, card.summary));
    }
    DONE
}
