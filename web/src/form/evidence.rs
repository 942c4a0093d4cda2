//! The evidence part of a form: an existing or a new source, and the place in it.

use super::{Field, Form, required};
use domain::evidence::{EvidenceDraft, SourceDraft, SourceKind, Stance};
use domain::refusal::{Refusal, within};
use domain::vocabulary::Word;
use serde_json::{Map, Value};

/// The fields about the place in the source.
pub const PLACE: &[Field] =
    &[Field::Stance, Field::Locator, Field::EvidenceNote, Field::AssertedOn, Field::Inferred];

/// The fields of a source that is not recorded yet.
pub const NEW_SOURCE: &[Field] = &[
    Field::SourceKind,
    Field::SourceTitle,
    Field::SourceUrl,
    Field::PublishedOn,
    Field::SourceLicence,
    Field::RevisionTag,
];

/// Whether the evidence rests on a recorded source or on a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// One that is recorded already.
    #[default]
    Recorded,
    /// One that is recorded with it.
    New,
}

/// The fields shown for an origin, in order.
pub fn fields(origin: Origin) -> Vec<Field> {
    let source: &[Field] = match origin {
        Origin::Recorded => &[Field::EvidenceSource],
        Origin::New => NEW_SOURCE,
    };
    source.iter().chain(PLACE).copied().collect()
}

/// The choices that an evidence form begins with.
pub fn begun(form: Form) -> Form {
    form.with(Field::Stance, Stance::Supports.code())
        .with(Field::SourceKind, SourceKind::Document.code())
}

/// Whether any evidence was typed or chosen at all; what has its value from the start does not count.
pub fn is_given(form: &Form, origin: Origin) -> bool {
    let start = begun(Form::new());
    fields(origin).into_iter().any(|field| {
        let is_start = form.is_blank(&[field]) || form.agrees(&start, field);
        !is_start || !form.typed(field).is_empty()
    })
}

/// What the rules say of the evidence, each at its field.
pub fn check(form: &Form, origin: Origin) -> Vec<Refusal> {
    let text = |field| form.text(field).to_owned();
    let draft = EvidenceDraft {
        stance: form.word(Field::Stance).unwrap_or(Stance::Supports),
        locator: text(Field::Locator),
        note: text(Field::EvidenceNote),
        asserted_on: text(Field::AssertedOn),
    };
    let mut refusals = within(draft.parse().err().unwrap_or_default(), "evidence");
    match origin {
        Origin::Recorded if form.is_blank(&[Field::EvidenceSource]) => {
            refusals.push(required(Field::EvidenceSource));
        }
        Origin::Recorded => {}
        Origin::New => {
            let source = SourceDraft {
                kind: form.word(Field::SourceKind).unwrap_or(SourceKind::Document),
                title: text(Field::SourceTitle),
                url: text(Field::SourceUrl),
                published_on: text(Field::PublishedOn),
                licence: text(Field::SourceLicence),
                revision_tag: text(Field::RevisionTag),
            };
            let faults = source.parse().err().unwrap_or_default();
            refusals.extend(within(faults, "evidence.newSource"));
        }
    }
    refusals
}

/// The value of the input field `evidence`.
pub fn input(form: &Form, origin: Origin) -> Option<Value> {
    let mut shown = fields(origin);
    shown.retain(|field| !form.is_blank(&[*field]));
    let mut input: Map<String, Value> = form.input(&shown);
    input.remove("evidence")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Link;
    use serde_json::json;

    /// A new source needs a title, and its faults are told at the fields of the form.
    #[test]
    fn a_new_source_has_a_title() {
        let form = Form::new().with(Field::SourceUrl, "x").with(Field::AssertedOn, "soon");
        let told: Vec<_> = check(&form, Origin::New).into_iter().map(|r| r.field).collect();
        assert_eq!(
            told,
            ["evidence.assertedOn", "evidence.newSource.title", "evidence.newSource.url"]
        );
    }

    /// Preset choices alone are no evidence.
    #[test]
    fn presets_are_no_evidence() {
        let form = Form::new().with(Field::Stance, "SUPPORTS").with(Field::SourceKind, "DOCUMENT");
        assert!(!is_given(&form, Origin::New));
        assert!(is_given(&form.clone().with(Field::Locator, "p. 3"), Origin::Recorded));
        assert!(is_given(&form.clone().with(Field::Stance, "DISPUTES"), Origin::Recorded));
        assert!(is_given(&form.clone().with(Field::Inferred, "true"), Origin::Recorded));
        let mut typed = form;
        typed.type_in(Field::EvidenceSource, "Minutes".to_owned());
        assert!(is_given(&typed, Origin::Recorded) && !is_given(&typed, Origin::New));
    }

    /// Only the fields of the chosen origin are sent.
    #[test]
    fn the_other_origin_is_not_sent() {
        let source = Link { id: "src_1".into(), name: "Notes".into(), kind: None };
        let form = Form::new()
            .with(Field::EvidenceSource, Some(source))
            .with(Field::SourceTitle, "left over")
            .with(Field::Stance, "DISPUTES");
        assert!(check(&form, Origin::Recorded).is_empty());
        let sent = input(&form, Origin::Recorded);
        assert_eq!(sent, Some(json!({"source": "src_1", "stance": "DISPUTES"})));
    }
}
