//! The form of a stakeholder of any kind: which fields it has, and what the rules say of them.

use super::{Field, Form, required};
use domain::refusal::Refusal;
use domain::stakeholder::{
    DetailDraft, PlaceLevel, StageMoved, StakeholderDraft, StakeholderFacts, StakeholderKind,
};
use domain::text::Locale;
use std::collections::BTreeMap;

const IDENTITY: &[Field] = &[
    Field::NameEn,
    Field::NameFr,
    Field::Acronym,
    Field::Aliases,
    Field::SummaryEn,
    Field::SummaryFr,
];

const PLACE: &[Field] = &[Field::Country, Field::Countries, Field::Languages];

const RECORD: &[Field] =
    &[Field::Website, Field::ExternalIds, Field::Unresolved, Field::Visibility];

/// A part of the form with a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// How it is called and what it is.
    Identity,
    /// What only its kind has.
    Detail,
    /// Where it is and works.
    Place,
    /// Where else it is known, and who may see it.
    Record,
}

/// The parts of the form of one kind, without empty ones.
pub fn sections(kind: StakeholderKind) -> Vec<(Section, &'static [Field])> {
    let parts = [
        (Section::Identity, IDENTITY),
        (Section::Detail, detail(kind)),
        (Section::Place, PLACE),
        (Section::Record, RECORD),
    ];
    parts.into_iter().filter(|(_, fields)| !fields.is_empty()).collect()
}

/// Every field of the form of one kind, in order.
pub fn fields(kind: StakeholderKind) -> Vec<Field> {
    sections(kind).into_iter().flat_map(|(_, fields)| fields.iter().copied()).collect()
}

/// The fields that only this kind has.
fn detail(kind: StakeholderKind) -> &'static [Field] {
    match kind {
        StakeholderKind::Organization => {
            &[Field::OrganizationType, Field::SecondaryTypes, Field::SizeBand, Field::IsLocal]
        }
        StakeholderKind::GlobalGood => &[Field::Licence, Field::Repository],
        StakeholderKind::Group => &[
            Field::GroupType,
            Field::LocalName,
            Field::Mandate,
            Field::Topics,
            Field::Language,
            Field::Meets,
            Field::RequiredConstituencies,
        ],
        StakeholderKind::Implementation => &[
            Field::ImplementationStage,
            Field::StageNote,
            Field::Scope,
            Field::Scheme,
            Field::StartedOn,
            Field::EndedOn,
        ],
        StakeholderKind::Programme => &[Field::ProgrammeType, Field::DecidedBy],
        StakeholderKind::Person => &[Field::Role],
        StakeholderKind::Place => &[Field::Level],
        StakeholderKind::Segment => &[],
    }
}

/// What the rules say of the form; the facts when they have nothing against it.
pub fn check(kind: StakeholderKind, form: &Form) -> Result<StakeholderFacts, Vec<Refusal>> {
    let missing = missing_type(kind, form);
    let draft = StakeholderDraft {
        names: localized(form, Field::NameEn, Field::NameFr),
        summaries: localized(form, Field::SummaryEn, Field::SummaryFr),
        aliases: form.lines(Field::Aliases).to_vec(),
        acronym: form.text(Field::Acronym).to_owned(),
        country: form.text(Field::Country).to_owned(),
        countries: filled(form.lines(Field::Countries)),
        languages: filled(form.lines(Field::Languages)),
        website: form.text(Field::Website).to_owned(),
        external_ids: form.external_ids(Field::ExternalIds).to_vec(),
        unresolved: form.text(Field::Unresolved).to_owned(),
        detail: detail_draft(kind, form).unwrap_or_default(),
    };
    match (draft.parse(), missing) {
        (Ok(facts), None) => Ok(facts),
        (checked, missing) => {
            Err(checked.err().unwrap_or_default().into_iter().chain(missing).collect())
        }
    }
}

/// The type that three kinds cannot be without.
fn missing_type(kind: StakeholderKind, form: &Form) -> Option<Refusal> {
    let field = match kind {
        StakeholderKind::Organization => Field::OrganizationType,
        StakeholderKind::Group => Field::GroupType,
        StakeholderKind::Place => Field::Level,
        _ => return None,
    };
    form.is_blank(&[field]).then(|| required(field))
}

fn localized(form: &Form, en: Field, fr: Field) -> BTreeMap<Locale, String> {
    BTreeMap::from([(Locale::En, form.text(en).to_owned()), (Locale::Fr, form.text(fr).to_owned())])
}

fn filled(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| !line.trim().is_empty()).cloned().collect()
}

fn detail_draft(kind: StakeholderKind, form: &Form) -> Option<DetailDraft> {
    let text = |field| form.text(field).to_owned();
    Some(match kind {
        StakeholderKind::Organization => DetailDraft::Organization {
            organization_type: form.word(Field::OrganizationType)?,
            secondary_types: form.words(Field::SecondaryTypes),
            size_band: form.word(Field::SizeBand),
            is_local: form.truth(Field::IsLocal),
        },
        StakeholderKind::GlobalGood => DetailDraft::GlobalGood {
            licence: text(Field::Licence),
            repository: text(Field::Repository),
        },
        StakeholderKind::Group => DetailDraft::Group {
            group_type: form.word(Field::GroupType)?,
            local_name: text(Field::LocalName),
            mandate: text(Field::Mandate),
            topics: filled(form.lines(Field::Topics)),
            language: text(Field::Language),
            meets: text(Field::Meets),
            required_constituencies: filled(form.lines(Field::RequiredConstituencies)),
        },
        StakeholderKind::Implementation => DetailDraft::Implementation {
            stage: form.word(Field::ImplementationStage),
            scope: form.word(Field::Scope),
            scheme: text(Field::Scheme),
            started_on: text(Field::StartedOn),
            ended_on: text(Field::EndedOn),
            moved: StageMoved { note: Some(text(Field::StageNote)), ..StageMoved::default() },
        },
        StakeholderKind::Programme => DetailDraft::Programme {
            programme_type: form.word(Field::ProgrammeType),
            decided_by: text(Field::DecidedBy),
        },
        StakeholderKind::Person => DetailDraft::Person { role: text(Field::Role) },
        StakeholderKind::Place => {
            DetailDraft::Place { level: form.word::<PlaceLevel>(Field::Level)? }
        }
        StakeholderKind::Segment => DetailDraft::Segment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;
    use domain::vocabulary::Word;

    fn told(kind: StakeholderKind, form: &Form) -> Vec<(RefusalCode, String)> {
        let refusals = check(kind, form).err().unwrap_or_default();
        refusals.into_iter().map(|refusal| (refusal.code, refusal.field)).collect()
    }

    /// Every fault is told at once, the missing type too, each at a field that the form has.
    #[test]
    fn faults_are_told_at_their_fields() {
        let form = Form::new()
            .with(Field::Website, "openlmis.org")
            .with(Field::Countries, vec!["Atlantis".to_owned(), " ".to_owned()]);
        assert_eq!(
            told(StakeholderKind::Organization, &form),
            [
                (RefusalCode::Required, "name".to_owned()),
                (RefusalCode::UnknownCountry, "countries".to_owned()),
                (RefusalCode::MalformedUrl, "website".to_owned()),
                (RefusalCode::Required, "organizationType".to_owned()),
            ]
        );
    }

    /// With a name and its type, a stakeholder of every kind passes, and keeps its kind.
    #[test]
    fn a_name_and_a_type_are_enough() {
        let form = Form::new()
            .with(Field::NameFr, "Côte d’Ivoire")
            .with(Field::OrganizationType, "GOVERNMENT")
            .with(Field::GroupType, "BOARD")
            .with(Field::Level, "COUNTRY");
        for kind in StakeholderKind::ALL {
            assert_eq!(check(*kind, &form).unwrap().detail.kind(), *kind);
        }
    }

    /// The fields of one kind do not show in the form of another, and none shows twice.
    #[test]
    fn each_kind_has_its_own_fields() {
        for kind in StakeholderKind::ALL {
            let fields = fields(*kind);
            for (position, field) in fields.iter().enumerate() {
                assert!(!fields[position + 1..].contains(field), "{kind} {field:?}");
            }
        }
        assert!(fields(StakeholderKind::Group).contains(&Field::Mandate));
        assert!(!fields(StakeholderKind::Organization).contains(&Field::Mandate));
    }
}
