//! Records of random histories.

use api::op::Write;
use domain::capability::ServiceKind;
use domain::community::Role;
use domain::engagement::{Objective, Stage};
use domain::evidence::Stance;
use domain::identifier::{
    AccountId, CapabilityId, CommunityId, EngagementId, EvidenceId, MembershipId, RelationshipId,
    RequirementId, SavedViewId, SourceId, StakeholderId,
};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::requirement::Disposition;
use domain::saved_view::{SavedViewKind, SavedViewVisibility};
use domain::stakeholder::{Detail, ExternalId, OrganizationType, Registry, Visibility};
use domain::text::Locale;
use entity::record::List;
use entity::stakeholder::Stakeholder;
use entity::{
    account, capability, engagement, evidence, membership, relationship, requirement, saved_view,
};
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) fn stakeholder(
    write: &Write<'_>,
    community_id: Option<CommunityId>,
    visibility: Visibility,
    kind: usize,
) -> Stakeholder {
    let details = [
        Detail::Organization {
            organization_type: OrganizationType::Other,
            secondary_types: vec![OrganizationType::Academia],
            size_band: None,
            is_local: Some(true),
        },
        Detail::GlobalGood { licence: Some("MPL-2.0".into()), repository: None },
        Detail::Person { role: Some("Rapporteur".into()) },
        Detail::Segment,
    ];
    let detail = details[kind % details.len()].clone();
    let id = write.id();
    Stakeholder {
        id: StakeholderId(id),
        kind: detail.kind(),
        slug: format!("s-{id}"),
        names: BTreeMap::from([
            (Locale::En, format!("Number {kind}")),
            (Locale::Fr, format!("Numéro {kind}")),
        ]),
        summaries: BTreeMap::from([(Locale::En, "A summary".into())]),
        aliases: vec![format!("n{kind}")],
        acronym: None,
        country: Some("CM".into()),
        countries: vec!["CM".into()],
        languages: vec!["fr".into()],
        website: None,
        external_ids: external_ids(kind),
        unresolved: None,
        detail,
        practice: false,
        community_id,
        visibility,
        archived_at: None,
        erased_at: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

pub(super) fn related(
    write: &Write<'_>,
    source_id: StakeholderId,
    target_id: StakeholderId,
    (community_id, visibility): (Option<CommunityId>, Visibility),
) -> relationship::Model {
    relationship::Model {
        id: RelationshipId(write.id()),
        kind: RelationshipKind::RelatedTo,
        source_id,
        target_id,
        valid_from: Some("2020-05".parse().expect("a date")),
        valid_to: None,
        state: RelationshipState::Proposed,
        strength: Some(3),
        note: Some("some note".into()),
        role: None,
        topic: None,
        constituency: None,
        voting: None,
        cadence: None,
        last_heard: None,
        blocked_by_id: None,
        amount: None,
        currency: None,
        share_min: None,
        share_max: None,
        purpose: None,
        form: None,
        via_id: None,
        consent: None,
        practice: false,
        community_id,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

pub(super) fn given(
    write: &Write<'_>,
    (provider_id, good_id): (StakeholderId, StakeholderId),
    (community_id, visibility): (Option<CommunityId>, Visibility),
) -> capability::Model {
    capability::Model {
        id: CapabilityId(write.id()),
        provider_id,
        good_id,
        service: ServiceKind::Training,
        level: Some(2),
        countries: List(vec!["CM".into()]),
        languages: List(Vec::new()),
        expires_on: None,
        note: Some("a remark".into()),
        verified_at: None,
        verified_by_id: None,
        community_id,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

/// A requirement that nobody has decided about.
pub(super) fn asked(
    write: &Write<'_>,
    implementation_id: StakeholderId,
    (community_id, visibility): (Option<CommunityId>, Visibility),
) -> requirement::Model {
    requirement::Model {
        id: RequirementId(write.id()),
        implementation_id,
        text: "Forms that work without a network".into(),
        disposition: Disposition::Undecided,
        decided_by_id: None,
        decided_on: None,
        note: None,
        community_id,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

/// A saved view that nobody with an account has saved.
pub(super) fn kept(
    write: &Write<'_>,
    named: Vec<StakeholderId>,
    community_id: CommunityId,
    visibility: SavedViewVisibility,
) -> saved_view::Model {
    saved_view::Model {
        id: SavedViewId(write.id()),
        community_id,
        kind: SavedViewKind::WhatIf,
        title: "A scenario".into(),
        query: "who=".into(),
        named: List(named),
        owner_id: None,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

pub(super) fn supporting(
    write: &Write<'_>,
    (noun, subject): (&str, Uuid),
    source_id: SourceId,
    visibility: Visibility,
) -> evidence::Model {
    evidence::Model {
        id: EvidenceId(write.id()),
        subject_noun: noun.into(),
        subject_id: subject,
        source_id,
        stance: Stance::Supports,
        locator: Some("line 1".into()),
        note: Some("a note".into()),
        asserted_on: None,
        asserter_id: None,
        inferred: false,
        community_id: None,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

pub(super) fn engaged(
    write: &Write<'_>,
    party_id: StakeholderId,
    community_id: CommunityId,
    visibility: Visibility,
) -> engagement::Model {
    engagement::Model {
        id: EngagementId(write.id()),
        community_id,
        party_id,
        objective: Objective::Fund,
        stage: Stage::Identified,
        stage_since: write.at().date_naive(),
        before_dormant: None,
        why: "because".into(),
        owner_id: None,
        entry_points: List(vec![party_id]),
        next_step: None,
        next_step_due: None,
        influence: Some(3),
        interest: None,
        impact: None,
        cadence_days: None,
        proposal_url: None,
        proposal_file: None,
        proposal_text: None,
        deciding_group_id: None,
        no_deciding_group: false,
        decision_outcome: None,
        decided_by_id: None,
        decided_on: None,
        decision_note: None,
        decision_source: None,
        commitments: List(Vec::new()),
        onboarding_since: None,
        onboarding: List(Vec::new()),
        standing_since: None,
        standing_source: None,
        ends_on: None,
        close_reason: None,
        declined_by: None,
        reopens_id: None,
        need_id: None,
        practice: false,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

pub(super) async fn join(write: &mut Write<'_>, community_id: CommunityId, role: Role) {
    let at = write.at();
    let id = AccountId(write.id());
    let account = account::Model {
        id,
        login: id.0.to_string(),
        display_name: "Somebody".into(),
        locale: Locale::Fr,
        disabled: false,
        version: 0,
        created_at: at,
        updated_at: at,
    };
    write.insert(account).await.expect("account");
    let row = membership::Model {
        id: MembershipId(write.id()),
        account_id: id,
        community_id,
        role,
        version: 0,
        created_at: at,
        updated_at: at,
    };
    write.insert(row).await.expect("membership");
}

/// Many have none, and some have the same.
pub(super) fn external_ids(kind: usize) -> Vec<ExternalId> {
    let value = format!("Q{}", kind % 7);
    let id = ExternalId { registry: Registry::Wikidata, value };
    kind.is_multiple_of(3).then_some(id).into_iter().collect()
}
