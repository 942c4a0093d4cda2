//! A stakeholder as it was read, and the form made of it.

use crate::client::operations;
use crate::form::{Field, Form};
use domain::country::Country;
use domain::language::Language;
use domain::stakeholder::ExternalId;
use domain::vocabulary::{Tongue, Word};

operations!("graphql/stakeholder_form.graphql": StakeholderToEdit);

/// The record as the API tells it.
pub type Record = stakeholder_to_edit::StakeholderToEditStakeholder;
type Detail = stakeholder_to_edit::StakeholderToEditStakeholderOn;

/// The form of a record, with countries and languages by name in the reader's language.
pub fn form(record: &Record, tongue: Tongue) -> Form {
    let name = |locale| {
        let names = record.names.iter().find(|name| name.locale == locale);
        names.map(|name| name.value.clone())
    };
    let summary = |locale| {
        let summaries = record.summaries.iter().find(|summary| summary.locale == locale);
        summaries.map(|summary| summary.value.clone())
    };
    let ids = record.external_ids.iter();
    let ids = ids.map(|id| ExternalId { registry: id.registry, value: id.value.clone() });
    let form = Form::new()
        .with(Field::NameEn, name(Locale::En))
        .with(Field::NameFr, name(Locale::Fr))
        .with(Field::SummaryEn, summary(Locale::En))
        .with(Field::SummaryFr, summary(Locale::Fr))
        .with(Field::Aliases, record.aliases.clone())
        .with(Field::Acronym, record.acronym.clone())
        .with(Field::Country, record.country.as_deref().map(|code| country(code, tongue)))
        .with(Field::Countries, named(&record.countries, |code| country(code, tongue)))
        .with(Field::Languages, named(&record.languages, |code| language(code, tongue)))
        .with(Field::Website, record.website.clone())
        .with(Field::ExternalIds, ids.collect::<Vec<_>>())
        .with(Field::Unresolved, record.unresolved.clone())
        .with(Field::Visibility, record.visibility.code())
        .with(Field::Community, record.community.as_ref().map(|community| community.id.clone()));
    detailed(form, &record.on, tongue)
}

fn detailed(form: Form, detail: &Detail, tongue: Tongue) -> Form {
    match detail {
        Detail::Organization(part) => form
            .with(Field::OrganizationType, part.organization_type.code())
            .with(Field::SecondaryTypes, codes(&part.secondary_types))
            .with(Field::SizeBand, part.size_band.map(code))
            .with(Field::IsLocal, part.is_local.map(|local| local.to_string())),
        Detail::GlobalGood(part) => form
            .with(Field::Licence, part.licence.clone())
            .with(Field::Repository, part.repository.clone()),
        Detail::Group(part) => form
            .with(Field::GroupType, part.group_type.code())
            .with(Field::LocalName, part.local_name.clone())
            .with(Field::Mandate, part.mandate.clone())
            .with(Field::Topics, part.topics.clone())
            .with(Field::Language, part.language.as_deref().map(|code| language(code, tongue)))
            .with(Field::Meets, part.meets.clone())
            .with(Field::RequiredConstituencies, part.required_constituencies.clone()),
        Detail::Implementation(part) => form
            .with(Field::ImplementationStage, part.stage.map(code))
            .with(Field::StageNote, part.stage_note.clone())
            .with(Field::Scope, part.scope.map(code))
            .with(Field::Scheme, part.scheme.clone())
            .with(Field::StartedOn, part.started_on.clone())
            .with(Field::EndedOn, part.ended_on.clone()),
        Detail::Programme(part) => form
            .with(Field::ProgrammeType, part.programme_type.map(code))
            .with(Field::DecidedBy, part.decided_by.clone()),
        Detail::Person(part) => form.with(Field::Role, part.role.clone()),
        Detail::Place(part) => form.with(Field::Level, part.level.code()),
        Detail::Segment => form,
    }
}

fn code<W: Word>(word: W) -> String {
    word.code().to_owned()
}

fn codes<W: Word>(words: &[W]) -> Vec<String> {
    words.iter().copied().map(code).collect()
}

fn named(codes: &[String], name: impl Fn(&str) -> String) -> Vec<String> {
    codes.iter().map(|code| name(code)).collect()
}

fn country(code: &str, tongue: Tongue) -> String {
    Country::find(code).map_or(code, |country| country.name(tongue)).to_owned()
}

fn language(code: &str, tongue: Tongue) -> String {
    Language::parse(code, "").map_or(code, |language| language.name(tongue)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::stakeholder::{check, fields};
    use serde_json::json;

    /// A record that is read and not touched passes the rules and changes nothing.
    #[test]
    fn an_untouched_form_changes_nothing() {
        let record: Record = serde_json::from_value(json!({
            "__typename": "Group", "id": "grp_01h2xcejqtf2nbrexx3vqjhp41", "kind": "GROUP", "version": 3,
            "names": [{"locale": "FR", "value": "Groupe francophone"}], "summaries": [],
            "aliases": ["Toumai"], "acronym": null, "country": "CM", "countries": ["CM", "TD"],
            "languages": ["fr"], "website": null, "externalIds": [], "unresolved": null,
            "visibility": "PUBLIC", "community": null, "archivedAt": null,
            "groupType": "SUBCOMMUNITY", "localName": null, "mandate": "Partager", "topics": ["traduction"],
            "language": "fr", "meets": null, "requiredConstituencies": []
        }))
        .unwrap();
        let form = form(&record, Tongue::Fr);
        assert_eq!(form.lines(Field::Countries), ["Cameroun", "Tchad"]);
        assert!(check(StakeholderKind::Group, &form).is_ok());
        let fields = fields(StakeholderKind::Group);
        let mut touched = form.clone();
        assert!(touched.changes(&form, &fields).is_empty());
        touched.set(Field::Countries, vec!["Chad".to_owned(), "cm".to_owned()]);
        touched.set(Field::Meets, "chaque mois");
        let changes = serde_json::Value::Object(touched.changes(&form, &fields));
        assert_eq!(changes, json!({"meets": "chaque mois"}));
    }
}
