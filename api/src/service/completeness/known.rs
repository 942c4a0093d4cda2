//! What is known of each fact of a record. Hidden is absent here as well: what a viewer does not see
//! is not recorded for them.

use super::Subject;
use crate::service::engagement::entry_points;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::capability::has_expired;
use domain::completeness::{self, Completeness, Known, RecordFact, Side, made_of};
use domain::engagement::GainSide;
use domain::identifier::Noun;
use domain::relationship::{FundingPurpose, RelationshipField, RelationshipState};
use domain::stakeholder::{
    Detail, GroupType, ImplementationStage, OrganizationType, StakeholderKind,
};
use entity::stakeholder::Stakeholder;
use entity::{capability, engagement, relationship};
use std::sync::Arc;

/// How much of what is asked of a record is recorded on a day.
pub fn judge(view: &View, subject: &Subject, day: NaiveDate) -> Completeness {
    Completeness::of(subject.kind(), |fact| match subject {
        Subject::Stakeholder(row) => of_stakeholder(view, row, fact),
        Subject::Relationship(row) => of_relationship(view, row, fact),
        Subject::Capability(row) => of_capability(view, row, fact, day),
        Subject::Engagement(row) => of_engagement(view, row, fact),
    })
}

/// The address of the page on which a missing fact is recorded: that of a relationship where one is
/// there that only has to be settled, or given evidence.
pub fn form(view: &View, subject: &Subject, fact: RecordFact) -> String {
    let begun = match subject {
        Subject::Stakeholder(row) => begun(view, row, fact),
        _ => None,
    };
    if let Some(row) = begun {
        let id = Noun::Relationship.format(row.id.0);
        return completeness::form(Noun::Relationship, RecordFact::Evidence, &id);
    }
    let (noun, id) = subject.identity();
    completeness::form(noun, fact, &noun.format(id))
}

/// The first relationship of somebody that only has to be settled, or given evidence, for the fact to
/// be known.
fn begun<'a>(
    view: &'a View,
    row: &'a Stakeholder,
    fact: RecordFact,
) -> Option<&'a Arc<relationship::Model>> {
    if fact == RecordFact::RelationshipEvidence {
        return standing(view, row).find(|near| is_bare(view, near));
    }
    made_by(view, row, fact)?.next()
}

/// The relationships of which a fact is made, settled or not; none of a fact that is not made of any.
fn made_by<'a>(
    view: &'a View,
    row: &'a Stakeholder,
    fact: RecordFact,
) -> Option<impl Iterator<Item = &'a Arc<relationship::Model>>> {
    let (kind, side) = made_of(fact)?;
    let end = move |near: &relationship::Model| match side {
        Side::Source => near.source_id,
        Side::Target => near.target_id,
    };
    Some(standing(view, row).filter(move |near| near.kind == kind && end(near) == row.id))
}

/// The relationships of somebody that are worked on, in order of id.
fn standing<'a>(
    view: &'a View,
    row: &Stakeholder,
) -> impl Iterator<Item = &'a Arc<relationship::Model>> {
    view.relationships_of(row.id).filter(|row| view.stands(row) && !row.practice)
}

fn is_bare(view: &View, row: &relationship::Model) -> bool {
    view.evidence_of(row.id.0).next().is_none()
}

fn of_stakeholder(view: &View, row: &Stakeholder, fact: RecordFact) -> Known {
    // Whatever told of an erased person is gone for good.
    if row.erased_at.is_some() {
        return Known::NotAsked;
    }
    if let Some(mut near) = made_by(view, row, fact) {
        // What is only proposed, or disputed, is not known to be so.
        let settled = |row: &relationship::Model| {
            matches!(row.state, RelationshipState::Confirmed | RelationshipState::Ended)
        };
        let asked = fact != RecordFact::Seats || has_seats(row);
        return Known::told(near.any(|row| settled(row))).when(asked);
    }
    match fact {
        RecordFact::Identity => Known::told(row.unresolved.is_none()),
        RecordFact::Country => Known::told(row.country.is_some()).when(is_in_a_country(row)),
        RecordFact::Languages => Known::told(!row.languages.is_empty()),
        RecordFact::Website => Known::told(row.website.is_some()),
        RecordFact::Relationship => Known::told(standing(view, row).next().is_some()),
        RecordFact::RelationshipEvidence => {
            let bare = standing(view, row).any(|row| is_bare(view, row));
            Known::told(!bare).when(standing(view, row).next().is_some())
        }
        fact => of_detail(row, fact),
    }
}

fn of_detail(row: &Stakeholder, fact: RecordFact) -> Known {
    match (&row.detail, fact) {
        // Of who is clear, "other" says that it is none of the listed types.
        (Detail::Organization { organization_type, .. }, RecordFact::OrganizationType) => {
            let other = *organization_type == OrganizationType::Other;
            Known::told(!(other && row.unresolved.is_some()))
        }
        (Detail::Organization { size_band, .. }, RecordFact::Size) => {
            Known::told(size_band.is_some())
        }
        (Detail::GlobalGood { licence, .. }, RecordFact::Licence) => Known::told(licence.is_some()),
        (Detail::GlobalGood { repository, .. }, RecordFact::Repository) => {
            Known::told(repository.is_some())
        }
        (Detail::Programme { programme_type, .. }, RecordFact::ProgrammeType) => {
            Known::told(programme_type.is_some())
        }
        (Detail::Programme { decided_by, .. }, RecordFact::DecidedBy) => {
            Known::told(decided_by.is_some())
        }
        (Detail::Person { role }, RecordFact::Role) => Known::told(role.is_some()),
        (Detail::Group { .. }, fact) => of_group(row, fact),
        (Detail::Implementation { .. }, fact) => of_implementation(&row.detail, fact),
        _ => Known::NotAsked,
    }
}

fn of_group(row: &Stakeholder, fact: RecordFact) -> Known {
    let Detail::Group { mandate, topics, language, meets, required_constituencies, .. } =
        &row.detail
    else {
        return Known::NotAsked;
    };
    match fact {
        RecordFact::Mandate => Known::told(mandate.is_some()),
        RecordFact::Topics => Known::told(!topics.is_empty()),
        RecordFact::RequiredSeats => {
            Known::told(!required_constituencies.is_empty()).when(has_seats(row))
        }
        RecordFact::MeetingLanguage => Known::told(language.is_some() || !row.languages.is_empty()),
        RecordFact::Meets => Known::told(meets.is_some()),
        _ => Known::NotAsked,
    }
}

/// Whether a body has seats: one that decides or advises has, one that works together has members.
fn has_seats(row: &Stakeholder) -> bool {
    let Detail::Group { group_type, required_constituencies, .. } = &row.detail else {
        return false;
    };
    let seated = matches!(
        group_type,
        GroupType::Board | GroupType::Steering | GroupType::Advisory | GroupType::Committee
    );
    seated || !required_constituencies.is_empty()
}

/// Whether it can be in one country: a region of the world is in several.
fn is_in_a_country(row: &Stakeholder) -> bool {
    use domain::stakeholder::PlaceLevel::WorldRegion;
    !matches!(row.detail, Detail::Place { level: WorldRegion })
}

fn of_implementation(detail: &Detail, fact: RecordFact) -> Known {
    let Detail::Implementation { stage, scope, started_on, ended_on, .. } = detail else {
        return Known::NotAsked;
    };
    use ImplementationStage::{Exploring, Feasibility, Retired};
    match fact {
        RecordFact::Stage => Known::told(stage.is_some()),
        RecordFact::Scope => Known::told(scope.is_some()),
        // What is only being studied has not begun.
        RecordFact::Start => Known::told(started_on.is_some())
            .when(!matches!(stage, Some(Exploring | Feasibility)) || started_on.is_some()),
        RecordFact::End => {
            Known::told(ended_on.is_some()).when(*stage == Some(Retired) || ended_on.is_some())
        }
        _ => Known::NotAsked,
    }
}

fn of_relationship(view: &View, row: &relationship::Model, fact: RecordFact) -> Known {
    let has = |field| row.kind.has(field);
    // What is only proposed has neither begun nor been heard of.
    let held = row.state != RelationshipState::Proposed;
    match fact {
        RecordFact::Evidence => Known::told(!is_bare(view, row)),
        RecordFact::Start => {
            Known::told(row.valid_from.is_some()).when(held || row.valid_from.is_some())
        }
        RecordFact::AmountOrShare => {
            let share = row.share_min.is_some() || row.share_max.is_some();
            let money = row.kind.layer() == domain::relationship::Layer::Money;
            Known::told(row.amount.is_some() || share).when(money)
        }
        RecordFact::Purpose => {
            let told = row.purpose.is_some_and(|purpose| purpose != FundingPurpose::Unknown);
            Known::told(told).when(has(RelationshipField::Purpose))
        }
        RecordFact::Constituency => {
            // What a category of partners holds is its own constituency's.
            let holder = view.stakeholder(row.source_id);
            let own = holder.is_some_and(|holder| holder.kind == StakeholderKind::Segment);
            let asked = has(RelationshipField::Constituency) && !own;
            Known::told(row.constituency.is_some()).when(asked)
        }
        RecordFact::Voting => {
            Known::told(row.voting.is_some()).when(has(RelationshipField::Voting))
        }
        RecordFact::Cadence => {
            Known::told(row.cadence.is_some()).when(has(RelationshipField::Cadence))
        }
        RecordFact::LastHeard => {
            let asked = has(RelationshipField::LastHeard) && (held || row.last_heard.is_some());
            Known::told(row.last_heard.is_some()).when(asked)
        }
        RecordFact::Consent => {
            Known::told(row.consent.is_some()).when(has(RelationshipField::Consent))
        }
        _ => Known::NotAsked,
    }
}

fn of_capability(view: &View, row: &capability::Model, fact: RecordFact, day: NaiveDate) -> Known {
    match fact {
        RecordFact::Level => Known::told(row.level.is_some()),
        RecordFact::Countries => Known::told(!row.countries.0.is_empty()),
        RecordFact::Languages => Known::told(!row.languages.0.is_empty()),
        RecordFact::Evidence => Known::told(view.evidence_of(row.id.0).next().is_some()),
        RecordFact::Verification => {
            Known::told(row.verified_at.is_some() && !has_expired(row.expires_on, day))
        }
        _ => Known::NotAsked,
    }
}

fn of_engagement(view: &View, row: &engagement::Model, fact: RecordFact) -> Known {
    let gains = |side: GainSide| view.gains_of(row.id).any(|gain| gain.side == side);
    let recorded = match fact {
        RecordFact::Owner => row.owner_id.is_some_and(|id| view.account(id).is_some()),
        RecordFact::EntryPoint => entry_points(view, row).next().is_some(),
        RecordFact::WeGain => gains(GainSide::WeGain),
        RecordFact::TheyGain => gains(GainSide::TheyGain),
        RecordFact::NextStep => row.next_step.is_some(),
        _ => return Known::NotAsked,
    };
    // Nothing is asked of what is over.
    Known::told(recorded).when(row.stage.is_open())
}
