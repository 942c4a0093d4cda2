//! Which rows belong to a key, in order of id. Keys and ids lie side by side in one ordered set, so
//! that a key with one row, as most have, costs no more than the two.

use imbl::OrdSet;
use uuid::Uuid;

/// The ids of the rows of each key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Posting<K: Ord + Clone>(OrdSet<(K, Uuid)>);

impl<K: Ord + Clone> Default for Posting<K> {
    fn default() -> Self {
        Self(OrdSet::new())
    }
}

impl<K: Ord + Clone> Posting<K> {
    /// The rows of a key; none where there are none.
    pub(super) fn get<Q>(&self, key: &Q) -> Option<impl Iterator<Item = &Uuid> + use<'_, K, Q>>
    where
        Q: ToOwned<Owned = K> + ?Sized,
    {
        let mut ids = self.range(key.to_owned()).peekable();
        ids.peek()?;
        Some(ids)
    }

    /// Whether a key has any row.
    pub(super) fn contains_key(&self, key: &K) -> bool {
        self.range(key.clone()).next().is_some()
    }

    /// Moves a row from its old keys to its new ones.
    pub(super) fn repost(
        &mut self,
        id: Uuid,
        old: impl IntoIterator<Item = K>,
        new: impl IntoIterator<Item = K>,
    ) {
        for key in old {
            self.0.remove(&(key, id));
        }
        for key in new {
            self.0.insert((key, id));
        }
    }

    fn range(&self, key: K) -> impl Iterator<Item = &Uuid> + use<'_, K> {
        self.0.range((key.clone(), Uuid::nil())..=(key, Uuid::max())).map(|(_, id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        /// A key has exactly the rows that were moved to it and not away since, in order of id.
        #[test]
        fn a_key_has_the_rows_moved_to_it(
            moves in prop::collection::vec((0_u8..4, 0_u128..9, 0_u8..4), 0..60),
        ) {
            let mut posting = Posting::<String>::default();
            let mut model = BTreeMap::<String, BTreeSet<Uuid>>::new();
            for (old, id, new) in moves {
                let (old, id, new) = (old.to_string(), Uuid::from_u128(id), new.to_string());
                posting.repost(id, [old.clone()], [new.clone()]);
                model.entry(old).or_default().remove(&id);
                model.entry(new).or_default().insert(id);
            }
            for key in 0..5 {
                let key = key.to_string();
                let right: Vec<_> = model.get(&key).into_iter().flatten().copied().collect();
                let found = posting.get(key.as_str()).into_iter().flatten().copied();
                prop_assert_eq!(found.collect::<Vec<_>>(), right.clone());
                prop_assert_eq!(posting.contains_key(&key), !right.is_empty());
            }
        }
    }
}
