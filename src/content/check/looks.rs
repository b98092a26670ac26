//! The colours of somebody's look are among those there are.

use super::Subject;
use super::front_desk::OneCaller;
use crate::content::look::{Appearance, Tints};
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    colors(subject.scenario.persona.look.as_ref(), problems);
}

/// The same of somebody who rings.
pub fn of_caller(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    colors(it.caller.look.as_ref(), problems);
}

fn colors(look: Option<&Appearance>, problems: &mut Vec<Diagnostic>) {
    let Some(look) = look else { return };
    let tones = u32::from(Tints::TONES);
    let colors = [
        ("skin", &look.skin, tones),
        ("hair_color", &look.hair_color, tones),
        ("clothes", &look.clothes, u32::from(Tints::CLOTHS)),
    ];
    for (name, written, count) in colors {
        if let Some(number) = written.as_ref().filter(|number| number.value >= count) {
            let message = format!("`{name}` 是 {}，只有 0 到 {} 号颜色", number.value, count - 1);
            problems.push(Diagnostic::error("no-such-color", number.at, message).help("换一个范围里的号"));
        }
    }
}
