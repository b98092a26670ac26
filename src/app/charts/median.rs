//! A line through scattered scores that one bad day does not bend.

/// How many attempts before and after one are looked at, at least.
const BESIDE: usize = 3;
/// How many at most, so that thousands are drawn as fast as hundreds.
const MOST_BESIDE: usize = 20;
/// Of how many attempts one more on either side is looked at.
const ONE_MORE_OF: usize = 16;

/// The trend: for every day with attempts (when, score; in order of time) a running median, on either side of an
/// attempt three others or a sixteenth of all, twenty at most, at the ends as many as there are; then evened out once
/// with the days beside it.
pub(super) fn trend(attempts: &[(f64, f32)]) -> Vec<(f64, f32)> {
    let beside = (attempts.len() / ONE_MORE_OF).clamp(BESIDE, MOST_BESIDE);
    let near = |place: usize| &attempts[place.saturating_sub(beside)..(place + beside + 1).min(attempts.len())];
    let medians = (0..attempts.len()).map(|place| (attempts[place].0, median(near(place)))).collect::<Vec<_>>();
    let days: Vec<_> = medians.chunk_by(|a, b| a.0.floor() == b.0.floor()).map(mean).collect();
    let evened = |place: usize| {
        let beside = 1.min(place).min(days.len() - 1 - place);
        mean(&days[place - beside..=place + beside]).1
    };
    (0..days.len()).map(|place| (days[place].0, evened(place))).collect()
}

fn mean(of: &[(f64, f32)]) -> (f64, f32) {
    let count = of.len().max(1);
    let sum = of.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    (sum.0 / count as f64, sum.1 / count as f32)
}

fn median(attempts: &[(f64, f32)]) -> f32 {
    let mut scores: Vec<f32> = attempts.iter().map(|it| it.1).collect();
    scores.sort_by(f32::total_cmp);
    let middle = scores.len() / 2;
    match (scores.len() % 2, scores.get(middle)) {
        (1, Some(score)) => *score,
        (_, Some(score)) => (score + scores[middle - 1]) / 2.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::trend;

    fn daily(scores: impl IntoIterator<Item = f32>) -> Vec<(f64, f32)> {
        scores.into_iter().enumerate().map(|(day, score)| (day as f64, score)).collect()
    }

    #[test]
    fn one_bad_day_does_not_bend_the_line() {
        let scores = [70.0, 71.0, 72.0, 5.0, 74.0, 75.0, 76.0, 8.0];
        assert!(trend(&daily(scores)).iter().all(|(_, score)| *score > 69.0));
    }

    #[test]
    fn a_steady_rise_stays_a_steady_rise() {
        let rise = daily((0..20).map(|it| it as f32));
        let line = trend(&rise);
        assert_eq!(line[4..16], rise[4..16]);
        assert!(line.windows(2).all(|pair| pair[1].1 > pair[0].1));
    }

    #[test]
    fn attempts_of_one_day_are_one_point_of_the_line() {
        assert_eq!(trend(&[(4.2, 60.0), (4.4, 80.0), (5.0, 70.0)]).len(), 2);
    }

    #[test]
    fn nothing_and_one_are_left_alone() {
        assert_eq!(trend(&[]), []);
        assert_eq!(trend(&daily([42.0])), daily([42.0]));
    }
}
