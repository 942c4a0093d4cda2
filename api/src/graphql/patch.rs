//! Three-state input of updates: a field that is absent stays, null clears it, a value replaces it.

use async_graphql::MaybeUndefined;
use domain::refusal::{Refusal, RefusalCode};

/// Writes a field whose empty form is its default: a text, a list.
pub fn set<T: Default>(target: &mut T, patch: MaybeUndefined<T>) {
    match patch {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *target = T::default(),
        MaybeUndefined::Value(value) => *target = value,
    }
}

/// Writes a field that may be unknown.
pub fn set_option<T>(target: &mut Option<T>, patch: MaybeUndefined<T>) {
    match patch {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *target = None,
        MaybeUndefined::Value(value) => *target = Some(value),
    }
}

/// Writes a field that cannot be cleared.
pub fn set_required<T>(
    target: &mut T,
    patch: MaybeUndefined<T>,
    field: &str,
) -> Result<(), Refusal> {
    match patch {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => return Err(Refusal::new(RefusalCode::Required, field)),
        MaybeUndefined::Value(value) => *target = value,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Absent keeps, null clears, a value replaces; what cannot be cleared refuses null.
    #[test]
    fn patches_have_three_states() {
        let mut text = "old".to_owned();
        set(&mut text, MaybeUndefined::Undefined);
        assert_eq!(text, "old");
        set(&mut text, MaybeUndefined::Value("new".to_owned()));
        assert_eq!(text, "new");
        set(&mut text, MaybeUndefined::Null);
        assert_eq!(text, "");

        let mut number = Some(1);
        set_option(&mut number, MaybeUndefined::Undefined);
        assert_eq!(number, Some(1));
        set_option(&mut number, MaybeUndefined::Null);
        assert_eq!(number, None);

        let mut word = 'a';
        assert!(set_required(&mut word, MaybeUndefined::Value('b'), "word").is_ok());
        let refusal = set_required(&mut word, MaybeUndefined::Null, "word").unwrap_err();
        assert_eq!((word, refusal.field.as_str()), ('b', "word"));
    }
}
