//! Two people changed one record: what the other one did, and how to keep both.

use super::{Field, Form};
use domain::vocabulary::Tongue;

/// One field that another person changed since the form was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Which field.
    pub field: Field,
    /// What it was when the form was read.
    pub read: String,
    /// What it is now.
    pub now: String,
    /// What this person typed, when this person changed it too.
    pub typed: Option<String>,
}

/// What others changed between the form as it was read and the record as it is now.
pub fn clashes(
    read: &Form,
    now: &Form,
    typed: &Form,
    fields: &[Field],
    tongue: Tongue,
) -> Vec<Clash> {
    let said = |form: &Form, field: Field| form.entry(field).shown(field.shape(), tongue);
    let changed = fields.iter().copied().filter(|field| !read.agrees(now, *field));
    changed
        .map(|field| Clash {
            field,
            read: said(read, field),
            now: said(now, field),
            typed: (!typed.agrees(read, field)).then(|| said(typed, field)),
        })
        .collect()
}

/// The record as it is now with this person's own changes on top: nothing of the others is undone
/// but where both changed the same field.
pub fn reapply(read: &Form, now: &Form, typed: &Form, fields: &[Field]) -> Form {
    let mut form = now.clone();
    for field in typed.unchosen() {
        form.type_in(field, typed.typed(field).to_owned());
    }
    for field in fields {
        if !typed.agrees(read, *field) {
            form.set(*field, typed.entry(*field));
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[Field] = &[Field::NameEn, Field::Acronym, Field::Website];

    fn form(name: &str, acronym: &str, website: &str) -> Form {
        Form::new()
            .with(Field::NameEn, name)
            .with(Field::Acronym, acronym)
            .with(Field::Website, website)
    }

    /// Fields that only one side changed are all kept; where both did, the typed text wins and the
    /// clash was shown.
    #[test]
    fn both_sides_are_kept() {
        let read = form("Bluesquare", "BSQ", "");
        let now = form("Bluesquare SA", "BLSQ", "");
        let typed = form("Bluesquare", "BSq", "https://bluesquarehub.com");
        let clashes = clashes(&read, &now, &typed, FIELDS, Tongue::En);
        let told: Vec<_> =
            clashes.iter().map(|clash| (clash.field, clash.typed.as_deref())).collect();
        assert_eq!(told, [(Field::NameEn, None), (Field::Acronym, Some("BSq"))]);
        let merged = reapply(&read, &now, &typed, FIELDS);
        assert_eq!(merged, form("Bluesquare SA", "BSq", "https://bluesquarehub.com"));
    }

    /// Nothing changed elsewhere means nothing to show.
    #[test]
    fn no_change_no_clash() {
        let read = form("a", "b", "");
        assert!(clashes(&read, &read, &form("x", "b", ""), FIELDS, Tongue::En).is_empty());
    }
}
