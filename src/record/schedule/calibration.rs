//! Whether predictions come true: of what was said to be known nine times in ten, are nine in ten known?

use crate::play::drill::statistics::wilson_95;
use crate::record::review::Answered;

/// Where bins begin and end. Cards come when they are nearly known still, so most predictions lie near 0.9: five bins of
/// equal width would put all of them into one.
pub const EDGES: [f64; 6] = [0.0, 0.5, 0.7, 0.8, 0.9, 1.0];

/// How predictions and what came of them agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// How many predictions there are.
    pub count: usize,
    /// The mean squared difference between prediction and outcome, 0-1: 0 is best, 0.25 is what a coin has. None of none.
    pub brier: Option<f64>,
    /// Five bins, the lowest first.
    pub bins: Vec<Bin>,
}

/// Predictions that lie close together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// The least in it, 0-1.
    pub from: f64,
    /// Where the next begins, 0-1; the last one holds 1 itself too.
    pub to: f64,
    /// The mean prediction, 0-1; none of none.
    pub predicted_mean: Option<f64>,
    /// How many were recalled.
    pub recalled: usize,
    /// How many there are.
    pub count: usize,
    /// Between which shares the true one lies, low and high, 0-1, Wilson 95 %; none of none.
    pub wilson: Option<(f64, f64)>,
}

/// How predictions (0-1) and whether the card was recalled agree; a prediction that is not a number is left out.
pub fn calibration(predictions: &[(f64, bool)]) -> Calibration {
    let mut sound: Vec<(f64, bool)> =
        predictions.iter().filter(|(predicted, _)| !predicted.is_nan()).copied().collect();
    sound.iter_mut().for_each(|(predicted, _)| *predicted = predicted.clamp(0.0, 1.0));
    let missed = sound.iter().map(|&(predicted, recalled)| (predicted - f64::from(u8::from(recalled))).powi(2));
    Calibration { count: sound.len(), brier: mean(missed), bins: bins(&sound) }
}

/// The predictions in answers, in their order: of all that have one, and a grade.
///
/// What was not known ten minutes ago is asked again with a prediction near 1, and says little about memory: whoever keeps
/// such an answer should leave its prediction out.
pub fn predictions(answers: &[Answered]) -> Vec<(f64, bool)> {
    const WHOLE: f64 = 1_000.0;
    let of = |answered: &Answered| Some((f64::from(answered.predicted?) / WHOLE, answered.grade?.is_recall()));
    answers.iter().filter_map(of).collect()
}

fn bins(sound: &[(f64, bool)]) -> Vec<Bin> {
    let last = EDGES.len() - 2;
    let bin = |place: usize| {
        let (from, to) = (EDGES[place], EDGES[place + 1]);
        let is_in = |predicted: f64| from <= predicted && (predicted < to || place == last);
        let within: Vec<(f64, bool)> = sound.iter().filter(|(predicted, _)| is_in(*predicted)).copied().collect();
        let (recalled, count) = (within.iter().filter(|(_, recalled)| *recalled).count(), within.len());
        let predicted_mean = mean(within.iter().map(|(predicted, _)| *predicted));
        Bin { from, to, predicted_mean, recalled, count, wilson: wilson_95(recalled, count) }
    };
    (0..=last).map(bin).collect()
}

/// None of nothing.
fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::record::moment::Moment;
    use crate::record::schedule::grade::Grade;

    #[test]
    fn nothing_predicted_is_no_figure_and_not_a_number_that_is_none() {
        let none = calibration(&[]);
        assert_eq!((none.count, none.brier, none.bins.len()), (0, None, 5));
        assert!(none.bins.iter().all(|bin| bin.count == 0 && bin.predicted_mean.is_none() && bin.wilson.is_none()));
    }

    #[test]
    fn a_coin_has_a_quarter_and_an_oracle_has_nothing() {
        assert_eq!(calibration(&[(0.5, true), (0.5, false)]).brier, Some(0.25));
        assert_eq!(calibration(&[(1.0, true), (0.0, false)]).brier, Some(0.0));
        assert_eq!(calibration(&[(0.0, true)]).brier, Some(1.0));
    }

    #[test]
    fn a_prediction_is_in_one_bin_and_certainty_in_the_last() {
        let each = [0.0, 0.5, 0.7, 0.8, 0.9, 1.0, 0.499].map(|predicted| (predicted, true));
        let counts: Vec<usize> = calibration(&each).bins.iter().map(|bin| bin.count).collect();
        assert_eq!(counts, [2, 1, 1, 1, 2]);
    }

    #[test]
    fn a_bin_says_what_was_predicted_and_what_came_of_it() {
        let mut ten = vec![(0.82, true); 4];
        ten.extend([(0.88, true); 4]);
        ten.extend([(0.85, false); 2]);
        let bin = calibration(&ten).bins.remove(3);
        assert_eq!((bin.from, bin.to, bin.recalled, bin.count), (0.8, 0.9, 8, 10));
        assert!((bin.predicted_mean.expect("ten") - 0.85).abs() < 1e-12);
        // R: binom::binom.wilson(8, 10).
        let (low, high) = bin.wilson.expect("ten");
        assert!((low - 0.490_162).abs() < 1e-5 && (high - 0.943_318).abs() < 1e-5);
    }

    #[test]
    fn what_is_no_probability_is_held_within_and_what_is_no_number_left_out() {
        let found = calibration(&[(f64::NAN, true), (7.0, true), (-7.0, false)]);
        assert_eq!((found.count, found.brier), (2, Some(0.0)));
    }

    #[test]
    fn answers_without_a_prediction_or_a_grade_say_nothing() {
        let answered = |predicted, grade| Answered {
            id: Uuid::nil(),
            question: "law-1".into(),
            answer: String::new(),
            credit: 0,
            at: Moment::default(),
            took_ms: 0,
            card: None,
            predicted,
            grade,
        };
        let answers = [
            answered(Some(830), Some(Grade::Hard)),
            answered(Some(910), Some(Grade::Again)),
            answered(None, Some(Grade::Good)),
            answered(Some(500), None),
        ];
        assert_eq!(predictions(&answers), [(0.83, true), (0.91, false)]);
    }
}
