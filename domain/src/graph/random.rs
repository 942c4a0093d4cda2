//! Seeded numbers for layouts and samples: the same seed gives the same run everywhere.

use super::index::index;

/// The SplitMix64 generator of Steele, Lea and Flood (2014): eight bytes of state, no dependency.
#[derive(Clone, Debug)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// Starts the sequence that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits of the sequence.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number in `0.0..1.0`, a multiple of 2⁻²⁴ so that every value is exact.
    pub fn unit(&mut self) -> f32 {
        let [high, middle, low, ..] = self.next_u64().to_be_bytes();
        let bits = u32::from_be_bytes([0, high, middle, low]);
        bits as f32 / 16_777_216.0
    }

    /// A number in `0.0..1.0`, a multiple of 2⁻⁵³ so that every value is exact.
    pub fn fraction(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// An index in `0..bound`, or 0 for an empty range. The bias is below `bound / 2³²`.
    pub fn below(&mut self, bound: u32) -> u32 {
        let [a, b, c, d, ..] = self.next_u64().to_be_bytes();
        let wide = u64::from(u32::from_be_bytes([a, b, c, d])) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// Puts items in random order, each order as likely (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(index(last + 1)) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_the_published_one() {
        let mut random = SplitMix64::new(1_234_567);
        let drawn: Vec<_> = (0..3).map(|_| random.next_u64()).collect();
        let published =
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(drawn, published);
    }

    #[test]
    fn units_and_indices_stay_in_their_range_and_reach_all_of_it() {
        let mut random = SplitMix64::new(7);
        assert!((0..1000).all(|_| (0.0..1.0).contains(&random.unit())));
        assert!((0..1000).all(|_| (0.0..1.0).contains(&random.fraction())));
        let mut drawn: Vec<_> = (0..1000).map(|_| random.below(5)).collect();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn, [0, 1, 2, 3, 4]);
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn every_order_comes_up_about_as_often() {
        let mut random = SplitMix64::new(3);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..6000 {
            let mut items = [1, 2, 3];
            random.shuffle(&mut items);
            *counts.entry(items).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (900..1100).contains(count)), "{counts:?}");
    }
}
