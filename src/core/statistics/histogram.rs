//! How often each number of points occurs, and what follows from that.

use std::collections::BTreeMap;

/// How often each number of points occurs. It is as large as there are different points, however many were counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    counts: BTreeMap<i32, u64>,
    count: u64,
    sum: i64,
}

/// Mean, median and quartiles of counted points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// Arithmetic mean.
    pub mean: f64,
    /// The middle one, or half-way between the two in the middle.
    pub median: f64,
    /// First quartile, by linear interpolation.
    pub q1: f64,
    /// Third quartile, by linear interpolation.
    pub q3: f64,
    /// The fewest points that occur.
    pub min: i32,
    /// The most points that occur.
    pub max: i32,
}

impl Histogram {
    /// Counts points as often as told.
    pub fn add(&mut self, points: i32, times: u64) {
        if times > 0 {
            *self.counts.entry(points).or_default() += times;
            self.count += times;
            self.sum += i64::from(points) * times as i64;
        }
    }

    /// Adds what another histogram counted.
    pub fn absorb(&mut self, other: &Self) {
        for (points, times) in &other.counts {
            self.add(*points, *times);
        }
    }

    /// How many were counted.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Points with how often they occur, the fewest points first.
    pub fn iter(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        self.counts.iter().map(|(points, times)| (*points, *times))
    }

    /// The arithmetic mean; `None` where nothing was counted.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }

    /// The value below which that many quarters of the counted points lie, from 0 (the fewest) to 4 (the most): at position
    /// `(n − 1) · quarters / 4` of the sorted points counted from 0, linearly between its neighbours. `None` where nothing was
    /// counted or there are more than four quarters.
    pub fn quartile(&self, quarters: u64) -> Option<f64> {
        if self.count == 0 || quarters > 4 {
            return None;
        }
        // Whole numbers until the last step: the position is exact however many were counted.
        let position = u128::from(self.count - 1) * u128::from(quarters);
        let (index, rest) = ((position / 4) as u64, (position % 4) as u32);
        let below = f64::from(self.at(index)?);
        if rest == 0 {
            return Some(below);
        }
        let above = f64::from(self.at(index + 1)?);
        Some(below + (above - below) * f64::from(rest) / 4.0)
    }

    /// Everything at once; `None` where nothing was counted.
    pub fn distribution(&self) -> Option<Distribution> {
        Some(Distribution {
            mean: self.mean()?,
            median: self.quartile(2)?,
            q1: self.quartile(1)?,
            q3: self.quartile(3)?,
            min: *self.counts.first_key_value()?.0,
            max: *self.counts.last_key_value()?.0,
        })
    }

    /// The points at a position of the sorted points, from 0.
    fn at(&self, index: u64) -> Option<i32> {
        let mut passed = 0;
        self.iter().find_map(|(points, times)| {
            passed += times;
            (index < passed).then_some(points)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(points: &[i32]) -> Histogram {
        let mut histogram = Histogram::default();
        for one in points {
            histogram.add(*one, 1);
        }
        histogram
    }

    #[test]
    fn quartiles_of_a_few_points() {
        let four = of(&[10, 40, 20, 30]).distribution().expect("points");
        assert_eq!((four.q1, four.median, four.q3, four.mean), (17.5, 25.0, 32.5, 25.0));
        let five = of(&[-25, 0, 50, 70, 100]).distribution().expect("points");
        assert_eq!((five.q1, five.median, five.q3, five.mean), (0.0, 50.0, 70.0, 39.0));
        assert_eq!((five.min, five.max), (-25, 100));
        let one = of(&[7]).distribution().expect("points");
        assert_eq!((one.q1, one.median, one.q3, one.min, one.max), (7.0, 7.0, 7.0, 7, 7));
        assert_eq!(of(&[]).distribution(), None);
        assert_eq!(of(&[1]).quartile(5), None);
    }

    proptest! {
        #[test]
        fn it_agrees_with_sorting(points in proptest::collection::vec(-30..=30_i32, 1..60), cut in any::<usize>()) {
            let mut sorted = points.clone();
            sorted.sort_unstable();
            let naive = |share: f64| {
                let position = (sorted.len() - 1) as f64 * share;
                let (low, high) = (sorted[position.floor() as usize], sorted[position.ceil() as usize]);
                f64::from(low) + f64::from(high - low) * position.fract()
            };
            let (left, right) = points.split_at(cut % points.len());
            let mut histogram = of(left);
            histogram.absorb(&of(right));
            prop_assert_eq!(&histogram, &of(&points));
            let found = histogram.distribution().expect("points");
            let mean = f64::from(points.iter().sum::<i32>()) / points.len() as f64;
            for (value, expected) in
                [(found.mean, mean), (found.q1, naive(0.25)), (found.median, naive(0.5)), (found.q3, naive(0.75))]
            {
                prop_assert!((value - expected).abs() < 1e-9, "{} {}", value, expected);
            }
            prop_assert_eq!((found.min, found.max), (sorted[0], sorted[sorted.len() - 1]));
        }
    }
}
