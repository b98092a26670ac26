//! No caller speaks so long that a second phone, ringing as they begin, could not be answered in time.

use super::OneCaller;
use crate::diagnostic::Diagnostic;

/// The longest a caller speaks at a stretch, in milliseconds: three rings of three seconds, less the time to ask leave.
const LONGEST_MS: u32 = 7_500;

pub fn check(it: &OneCaller<'_>, problems: &mut Vec<Diagnostic>) {
    for (written, resolved) in it.caller.talk.iter().zip(&it.card.talk) {
        let lasts_ms = resolved.caller.lasts_ms;
        if lasts_ms > LONGEST_MS {
            let tenths = lasts_ms.div_ceil(100);
            let message = format!("这句话要说 {}.{} 秒，最多 7.5 秒", tenths / 10, tenths % 10);
            let problem = Diagnostic::error("long-line", written.caller.at, message);
            let chars = resolved.caller.text.chars().count() as u64 * u64::from(LONGEST_MS) / u64::from(lasts_ms);
            let help = format!("这种性子的人，一口气最多说 {chars} 个字；拆成两来两回，另一部电话响起才来得及接");
            problems.push(problem.help(help));
        }
    }
}
