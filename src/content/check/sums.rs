//! The amounts of a case file agree: what is owed is months times the monthly fee.

use super::Subject;
use crate::diagnostic::Diagnostic;

pub fn check(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let case = &subject.scenario.case_file;
    let Some(fee) = &case.per_month_yuan else { return };
    let due = u64::from(fee.value) * u64::from(case.months);
    if due != u64::from(case.arrears_yuan) {
        let message =
            format!("{} 个月 × {} 元 = {due} 元，和欠费 {} 元对不上", case.months, fee.value, case.arrears_yuan);
        problems.push(Diagnostic::warning("sums-differ", fee.at, message).help("改成一致，免得学员当场算出不对"));
    }
}
