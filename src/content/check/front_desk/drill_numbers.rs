//! A shift's numbers are such that it can be worked, ends, and gives everybody time to lift a receiver.

use std::ops::RangeInclusive;

use super::Shift;
use crate::content::check::identity::plain;
use crate::diagnostic::{Diagnostic, Spanned};

/// A shift, in seconds: three minutes to ten.
const SHIFT_SECS: RangeInclusive<u32> = 180..=600;
/// One ring, in seconds.
const RING_SECS: RangeInclusive<u32> = 1..=10;
/// A number of rings.
const RINGS: RangeInclusive<u32> = 1..=20;
/// The way across the room, in seconds.
const WALK_SECS: RangeInclusive<u32> = 1..=8;
/// The pause between two calls, in seconds.
const GAP_SECS: RangeInclusive<u32> = 2..=120;
/// A share, in percent.
const PERCENT: RangeInclusive<u32> = 0..=100;

pub fn check(shift: &Shift<'_>, problems: &mut Vec<Diagnostic>) {
    let drill = shift.drill;
    plain(&drill.id, "值班", problems);
    let pace = &drill.pace;
    let whole = |number: &Spanned<u32>| Spanned { value: number.value, at: number.at };
    let mut numbers = vec![("shift_secs", whole(&drill.shift_secs), SHIFT_SECS)];
    let maybe = [
        ("ring_secs", &drill.ring_secs, RING_SECS),
        ("answer_within", &drill.answer_within, RINGS),
        ("apologise_from", &drill.apologise_from, RINGS),
        ("gives_up_after", &drill.gives_up_after, RINGS),
        ("walk_secs", &drill.walk_secs, WALK_SECS),
    ];
    numbers.extend(maybe.into_iter().filter_map(|(name, it, range)| Some((name, whole(it.as_ref()?), range))));
    numbers.push(("least_secs", whole(&pace.gap.least_secs), GAP_SECS));
    numbers.push(("most_secs", whole(&pace.gap.most_secs), GAP_SECS));
    let shares = [
        ("together", &pace.together),
        ("meanwhile", &pace.meanwhile),
        ("far", &pace.far),
        ("colleague", &pace.colleague),
        ("life", &pace.life),
    ];
    numbers.extend(shares.map(|(name, it)| (name, whole(it), PERCENT)));
    for (name, number, range) in numbers.iter().filter(|(_, number, range)| !range.contains(&number.value)) {
        let message = format!("`{name}` 是 {}，应在 {} 到 {} 之间", number.value, range.start(), range.end());
        problems.push(Diagnostic::error("mark-out-of-range", number.at, message));
    }
    if pace.gap.least_secs.value > pace.gap.most_secs.value {
        let problem = Diagnostic::error("mark-out-of-range", pace.gap.at, "最短的间隔比最长的还长");
        problems.push(problem.help("把 `least_secs` 和 `most_secs` 对调"));
    }
}
