//! Random histories: every kind of step that the write path knows.

use api::app::App;
use api::op::{Op, Write};
use api::service::change;
use domain::community::Role;
use domain::engagement::{Objective, Stage};
use domain::evidence::{SourceKind, Stance};
use domain::identifier::{
    AccountId, CommunityId, EngagementId, EvidenceId, MembershipId, RelationshipId, SourceId,
    StakeholderId,
};
use domain::policy::Viewer;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{Detail, OrganizationType, Visibility};
use domain::text::Locale;
use domain::vocabulary::Word;
use entity::record::List;
use entity::stakeholder::Stakeholder;
use entity::{account, community, engagement, evidence, membership, relationship, source};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One step of a history; numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Step {
    Stakeholder { community: usize, visibility: Visibility, kind: usize },
    Relationship { ends: (usize, usize), community: usize, visibility: Visibility },
    Evidence { subject: usize, visibility: Visibility },
    Engagement { party: usize, community: usize, visibility: Visibility },
    Hide { stakeholder: usize, visibility: Visibility },
    Archive { stakeholder: usize },
    Retract { relationship: usize },
    Member { community: usize, role: usize },
    Revert { change: usize },
}

fn visibility() -> impl Strategy<Value = Visibility> {
    (0..Visibility::ALL.len()).prop_map(|index| Visibility::ALL[index])
}

/// Any step.
pub fn step() -> impl Strategy<Value = Step> {
    let many = 0..1_000usize;
    prop_oneof![
        4 => (0..3usize, visibility(), many.clone())
            .prop_map(|(community, visibility, kind)| Step::Stakeholder { community, visibility, kind }),
        4 => ((many.clone(), many.clone()), 0..3usize, visibility())
            .prop_map(|(ends, community, visibility)| Step::Relationship { ends, community, visibility }),
        2 => (many.clone(), visibility()).prop_map(|(subject, visibility)| Step::Evidence { subject, visibility }),
        2 => (many.clone(), 1..3usize, visibility())
            .prop_map(|(party, community, visibility)| Step::Engagement { party, community, visibility }),
        1 => (many.clone(), visibility()).prop_map(|(stakeholder, visibility)| Step::Hide { stakeholder, visibility }),
        1 => many.clone().prop_map(|stakeholder| Step::Archive { stakeholder }),
        1 => many.clone().prop_map(|relationship| Step::Retract { relationship }),
        1 => (1..3usize, many.clone()).prop_map(|(community, role)| Step::Member { community, role }),
        2 => many.prop_map(|change| Step::Revert { change }),
    ]
}

/// A database that a history is made in, as its owner.
pub struct World {
    app: Arc<App>,
    /// The two communities of every world.
    pub communities: Vec<CommunityId>,
}

impl World {
    /// Two communities and one source.
    pub async fn new(app: Arc<App>) -> Self {
        let op = app.op(Viewer::Owner);
        let mut write = op.write().await.expect("begin");
        let mut communities = Vec::new();
        for name in ["OpenLMIS", "openIMIS"] {
            let id = CommunityId(write.id());
            let at = write.at();
            let row = community::Model {
                id,
                name: name.into(),
                slug: name.to_lowercase(),
                global_good_id: None,
                version: 0,
                created_at: at,
                updated_at: at,
            };
            write.insert(row).await.expect("community");
            communities.push(id);
        }
        let at = write.at();
        let row = source::Model {
            id: SourceId(write.id()),
            kind: SourceKind::Document,
            title: "Notes".into(),
            url: None,
            published_on: None,
            licence: None,
            revision_tag: None,
            community_id: None,
            visibility: Visibility::Public,
            version: 0,
            created_at: at,
            updated_at: at,
        };
        write.insert(row).await.expect("source");
        write.commit().await.expect("commit");
        Self { app, communities }
    }

    fn community(&self, index: usize) -> Option<CommunityId> {
        index.checked_sub(1).and_then(|index| self.communities.get(index)).copied()
    }

    /// Takes one step; a step that finds nothing to act on does nothing.
    pub async fn take(&mut self, step: Step) {
        let op = self.app.op(Viewer::Owner);
        if let Step::Revert { change } = step {
            return revert(&op, change).await;
        }
        let mut write = op.write().await.expect("begin");
        self.act(&mut write, step).await;
        write.commit().await.expect("commit");
    }

    async fn act(&self, write: &mut Write<'_>, step: Step) {
        let view = write.view().clone();
        let stakeholders: Vec<_> = view.stakeholders().map(|row| row.id).collect();
        let one = |index: usize| stakeholders.get(index % stakeholders.len().max(1)).copied();
        let relationships: Vec<_> = view.relationships().map(|row| row.id).collect();
        match step {
            Step::Stakeholder { community, visibility, kind } => {
                let row = stakeholder(write, self.community(community), visibility, kind);
                write.insert(row).await.expect("stakeholder");
            }
            Step::Relationship { ends: (source, target), community, visibility } => {
                let Some((source, target)) = one(source).zip(one(target)) else {
                    return;
                };
                if source != target {
                    let place = (self.community(community), visibility);
                    write
                        .insert(related(write, source, target, place))
                        .await
                        .expect("relationship");
                }
            }
            Step::Evidence { subject, visibility } => {
                let subject = relationships.get(subject % relationships.len().max(1)).copied();
                let (Some(subject), Some(source)) = (subject, view.sources().next()) else {
                    return;
                };
                let row = supporting(write, subject, source.id, visibility);
                write.insert(row).await.expect("evidence");
            }
            Step::Engagement { party, community, visibility } => {
                let Some((party, community)) = one(party).zip(self.community(community)) else {
                    return;
                };
                write
                    .insert(engaged(write, party, community, visibility))
                    .await
                    .expect("engagement");
            }
            Step::Hide { stakeholder, visibility } => {
                edit(write, one(stakeholder), |row| row.visibility = visibility).await;
            }
            Step::Archive { stakeholder } => {
                let (id, at) = (one(stakeholder), write.at());
                edit(write, id, |row| row.archived_at = Some(at)).await;
            }
            Step::Retract { relationship } => {
                let id = relationships.get(relationship % relationships.len().max(1));
                let Some(id) = id else { return };
                retract(write, *id).await;
            }
            Step::Member { community, role } => {
                let Some(community) = self.community(community) else {
                    return;
                };
                join(write, community, Role::ALL[role % Role::ALL.len()]).await;
            }
            Step::Revert { .. } => {}
        }
    }
}

async fn retract(write: &mut Write<'_>, id: RelationshipId) {
    let before: relationship::Model = write.load(id.0).await.expect("load");
    let after = relationship::Model { state: RelationshipState::Retracted, ..before.clone() };
    write.update(before, after, None).await.expect("retract");
}

/// Takes back some change, when nothing stands in the way.
async fn revert(op: &Op, index: usize) {
    let filter = change::Filter::default();
    let (entries, _) =
        change::list(op, &filter, change::Order::OldestFirst, 1_000, None).await.expect("list");
    if let Some(entry) = entries.get(index % entries.len().max(1)) {
        let _ = change::revert(op, entry.change.id).await;
    }
}

async fn edit(
    write: &mut Write<'_>,
    id: Option<StakeholderId>,
    change: impl FnOnce(&mut Stakeholder),
) {
    let Some(id) = id else { return };
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let mut after = before.clone();
    change(&mut after);
    write.update(before, after, None).await.expect("update");
}

fn stakeholder(
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
        external_ids: Vec::new(),
        unresolved: None,
        detail,
        practice: false,
        community_id,
        visibility,
        archived_at: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

fn related(
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

fn supporting(
    write: &Write<'_>,
    subject: RelationshipId,
    source_id: SourceId,
    visibility: Visibility,
) -> evidence::Model {
    evidence::Model {
        id: EvidenceId(write.id()),
        subject_noun: "relationship".into(),
        subject_id: subject.0,
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

fn engaged(
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
        standing_since: None,
        standing_source: None,
        ends_on: None,
        close_reason: None,
        declined_by: None,
        reopens_id: None,
        practice: false,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}

async fn join(write: &mut Write<'_>, community_id: CommunityId, role: Role) {
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
