//! A long list in pages that its copies share: changing one item copies one page, not the list.

use std::sync::Arc;

use super::index::index;

/// How many items a page has, and how many pages a sheaf.
const PAGE: usize = 64;

type Page<T> = Vec<T>;

/// A list that is cheap to copy, and whose copies can be changed each by itself. All pages and all
/// sheaves but the last are full, so that an item is found without a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    sheaves: Vec<Arc<Vec<Arc<Page<T>>>>>,
    count: usize,
}

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Self { sheaves: Vec::new(), count: 0 }
    }
}

impl<T> Paged<T> {
    /// How many items there are.
    pub fn count(&self) -> u32 {
        index(self.count)
    }

    /// The item in this position.
    pub fn get(&self, position: u32) -> Option<&T> {
        let (sheaf, page, item) = place(position as usize);
        self.sheaves.get(sheaf)?.get(page)?.get(item)
    }

    /// All items in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.sheaves.iter().flat_map(|sheaf| sheaf.iter()).flat_map(|page| page.iter())
    }

    /// The first position of which this is not true; it must be true of every position before one of
    /// which it is true.
    pub fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle) {
                Some(item) if is_before(item) => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    }
}

impl<T: Clone> Paged<T> {
    /// The item in this position, to be changed in this copy alone.
    pub fn get_mut(&mut self, position: u32) -> Option<&mut T> {
        let (sheaf, page, item) = place(position as usize);
        let sheaf = Arc::make_mut(self.sheaves.get_mut(sheaf)?);
        Arc::make_mut(sheaf.get_mut(page)?).get_mut(item)
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        let (sheaf, page, _) = place(self.count);
        if sheaf == self.sheaves.len() {
            self.sheaves.push(Arc::default());
        }
        let sheaf = Arc::make_mut(&mut self.sheaves[sheaf]);
        if page == sheaf.len() {
            sheaf.push(Arc::new(Vec::with_capacity(PAGE)));
        }
        Arc::make_mut(&mut sheaf[page]).push(item);
        self.count += 1;
    }
}

impl<T: Clone> FromIterator<T> for Paged<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut paged = Self::default();
        items.into_iter().for_each(|item| paged.push(item));
        paged
    }
}

/// Which sheaf, which page of it, which item of that.
fn place(position: usize) -> (usize, usize, usize) {
    (position / (PAGE * PAGE), position / PAGE % PAGE, position % PAGE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// It is a list: whatever is added and changed, and a copy made before does not change.
        #[test]
        fn it_is_a_list_whose_copies_stay(
            first in 0_u32..9000,
            changes in prop::collection::vec((0_u32..9000, any::<u32>()), 0..20),
        ) {
            let mut list: Vec<u32> = (0..first).collect();
            let mut paged: Paged<u32> = list.iter().copied().collect();
            let (kept, copy) = (list.clone(), paged.clone());
            for (position, value) in changes {
                if let Some(item) = list.get_mut(position as usize) {
                    *item = value;
                    *paged.get_mut(position).unwrap() = value;
                } else {
                    prop_assert_eq!(paged.get_mut(position), None);
                    list.push(value);
                    paged.push(value);
                }
            }
            prop_assert_eq!(paged.iter().copied().collect::<Vec<_>>(), list);
            prop_assert_eq!(copy.iter().copied().collect::<Vec<_>>(), kept);
            prop_assert_eq!(copy.get(first), None);
        }

        /// The point of partition is found wherever it lies.
        #[test]
        fn a_position_is_found_by_halving(count in 0_u32..9000, point in 0_u32..9999) {
            let paged: Paged<u32> = (0..count).collect();
            prop_assert_eq!(paged.partition_point(|item| *item < point), point.min(count));
        }
    }
}
