//! Ids that tie labels, hints and popups to their controls.

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of the page has.
pub fn fresh_id(stem: &str) -> String {
    let number = LAST.with(|last| last.replace(last.get().wrapping_add(1)));
    format!("{stem}-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No id is given out twice.
    #[test]
    fn ids_differ() {
        assert_ne!(fresh_id("field"), fresh_id("field"));
    }
}
