//! A record as the form that would have made it, so that a change is checked as a whole.

use domain::interval::DatePoint;
use domain::stakeholder::{Detail, DetailDraft, StageMoved, StakeholderDraft};
use entity::stakeholder::Stakeholder;

/// The draft of what is recorded.
pub fn draft_of(record: &Stakeholder) -> StakeholderDraft {
    StakeholderDraft {
        names: record.names.clone(),
        summaries: record.summaries.clone(),
        aliases: record.aliases.clone(),
        acronym: text(&record.acronym),
        country: text(&record.country),
        countries: record.countries.clone(),
        languages: record.languages.clone(),
        website: text(&record.website),
        external_ids: record.external_ids.clone(),
        unresolved: text(&record.unresolved),
        detail: detail_draft(&record.detail),
    }
}

fn detail_draft(detail: &Detail) -> DetailDraft {
    match detail {
        Detail::Organization { organization_type, secondary_types, size_band, is_local } => {
            DetailDraft::Organization {
                organization_type: *organization_type,
                secondary_types: secondary_types.clone(),
                size_band: *size_band,
                is_local: *is_local,
            }
        }
        Detail::GlobalGood { licence, repository } => {
            DetailDraft::GlobalGood { licence: text(licence), repository: text(repository) }
        }
        Detail::Group { .. } => group_draft(detail),
        Detail::Implementation { .. } => implementation_draft(detail),
        Detail::Programme { programme_type, decided_by } => {
            DetailDraft::Programme { programme_type: *programme_type, decided_by: text(decided_by) }
        }
        Detail::Person { role } => DetailDraft::Person { role: text(role) },
        Detail::Place { level } => DetailDraft::Place { level: *level },
        Detail::Segment => DetailDraft::Segment,
    }
}

fn implementation_draft(detail: &Detail) -> DetailDraft {
    let Detail::Implementation {
        stage,
        scope,
        scheme,
        started_on,
        ended_on,
        stage_since,
        stage_note,
        before_paused,
    } = detail
    else {
        return DetailDraft::default();
    };
    DetailDraft::Implementation {
        stage: *stage,
        scope: *scope,
        scheme: text(scheme),
        started_on: date(started_on),
        ended_on: date(ended_on),
        moved: StageMoved {
            since: *stage_since,
            note: stage_note.clone(),
            before_paused: *before_paused,
        },
    }
}

fn group_draft(detail: &Detail) -> DetailDraft {
    let Detail::Group {
        group_type,
        local_name,
        mandate,
        topics,
        language,
        meets,
        required_constituencies,
    } = detail
    else {
        return DetailDraft::default();
    };
    DetailDraft::Group {
        group_type: *group_type,
        local_name: text(local_name),
        mandate: text(mandate),
        topics: topics.clone(),
        language: text(language),
        meets: text(meets),
        required_constituencies: required_constituencies.clone(),
    }
}

fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn date(date: &Option<DatePoint>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
