//! Texts that clients have sent once and now name by their digest. A convenience for them, bounded
//! for us: what falls out is asked for again.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::Digest;

/// As many texts are kept at most.
const ENTRIES: usize = 1_000;
/// As many bytes of text are kept at most.
const BYTES: u64 = 4 * 1024 * 1024;

/// The texts, those least asked for going first.
#[derive(Debug)]
pub(super) struct Cached(Cache<Digest, Arc<str>, Weight>);

impl Default for Cached {
    fn default() -> Self {
        Self(Cache::with_weighter(ENTRIES, BYTES, Weight))
    }
}

impl Cached {
    /// The text of a digest, while it is kept.
    pub(super) fn find(&self, digest: &Digest) -> Option<Arc<str>> {
        self.0.get(digest)
    }

    /// Keeps a text that was let in.
    pub(super) fn keep(&self, digest: Digest, text: &str) {
        self.0.insert(digest, text.into());
    }
}

/// A short text weighs as much as its share of the entries, so that one bound keeps both.
#[derive(Clone, Copy, Debug)]
struct Weight;

impl Weighter<Digest, Arc<str>> for Weight {
    fn weight(&self, _: &Digest, text: &Arc<str>) -> u64 {
        let share = BYTES.div_ceil(u64::try_from(ENTRIES).unwrap_or(u64::MAX));
        u64::try_from(text.len()).unwrap_or(u64::MAX).max(share)
    }
}

#[cfg(test)]
mod tests {
    use super::super::digest;
    use super::*;

    fn fill(cached: &Cached, count: usize, length: usize) {
        for number in 0..count {
            let text = format!("{number:0length$}");
            cached.keep(digest(&text), &text);
        }
    }

    /// However many texts come, short or long, no more are kept than both bounds allow; the newest
    /// can still be found.
    #[test]
    fn texts_are_bounded_in_number_and_in_bytes() {
        for (length, most) in [(20, ENTRIES), (16 * 1024, 4 * 1024 / 16)] {
            let cached = Cached::default();
            fill(&cached, 5_000, length);
            assert!(cached.0.len() <= most, "{} of {length} bytes", cached.0.len());
            assert!(cached.0.len() > most / 2, "{} of {length} bytes", cached.0.len());
            assert!(cached.0.weight() <= BYTES);
        }
    }

    /// What is asked for again and again stays, whatever passes by.
    #[test]
    fn what_is_in_use_stays() {
        let cached = Cached::default();
        cached.keep(digest("{a}"), "{a}");
        for round in 0..5 {
            assert!(cached.find(&digest("{a}")).is_some(), "round {round}");
            fill(&cached, 300, 30 + round);
        }
        assert_eq!(cached.find(&digest("{a}")).as_deref(), Some("{a}"));
    }
}
