//! Honest figures about a few occasions.

/// The standard normal quantile of a two-sided 95 % interval.
const Z_95: f64 = 1.959_963_984_540_054;

/// Wilson's score interval of 95 % for `hits` of `trials`: low and high, 0-1. None without trials.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
pub fn wilson_95(hits: usize, trials: usize) -> Option<(f64, f64)> {
    if trials == 0 {
        return None;
    }
    let (hits, trials) = (hits as f64, trials as f64);
    let share = hits / trials;
    let squared = Z_95 * Z_95;
    let scale = 1.0 + squared / trials;
    let middle = (share + squared / (2.0 * trials)) / scale;
    let half = Z_95 * (share * (1.0 - share) / trials + squared / (4.0 * trials * trials)).sqrt() / scale;
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}

/// The value below or at which `percent` of all lie (nearest rank); none of nothing.
pub fn percentile(sorted: &[u32], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_published_values() {
        // R: binom::binom.wilson(8, 10), (0, 10), (10, 10), (50, 100).
        for (hits, trials, low, high) in [
            (8, 10, 0.490_162, 0.943_318),
            (0, 10, 0.0, 0.277_533),
            (10, 10, 0.722_467, 1.0),
            (50, 100, 0.403_832, 0.596_168),
        ] {
            let (found_low, found_high) = wilson_95(hits, trials).expect("trials");
            assert!((found_low - low).abs() < 1e-5 && (found_high - high).abs() < 1e-5, "{hits}/{trials}");
        }
        assert_eq!(wilson_95(0, 0), None);
    }

    #[test]
    fn a_percentile_is_a_value_that_occurred() {
        let values = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000];
        assert_eq!(percentile(&values, 50), Some(500));
        assert_eq!(percentile(&values, 90), Some(900));
        assert_eq!(percentile(&values[..1], 90), Some(100));
        assert_eq!(percentile(&[], 50), None);
    }
}
