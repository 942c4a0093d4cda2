//! A database of made rows: as many stakeholders as engagements, and one piece of evidence for each
//! relationship. The same numbers give the same rows.

use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::engagement::{Objective, Stage};
use domain::evidence::{SourceKind, Stance};
use domain::graph::random::SplitMix64;
use domain::identifier::{
    CommunityId, EngagementId, EvidenceId, RelationshipId, SourceId, StakeholderId,
};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{Detail, OrganizationType, StakeholderKind, Visibility};
use domain::text::Locale;
use domain::vocabulary::Word;
use entity::record::{List, Record};
use entity::stakeholder::Stakeholder;
use entity::{community, engagement, evidence, relationship, source};
use sea_orm::{
    ActiveModelTrait, DatabaseConnection, EntityTrait, IntoActiveModel, TransactionTrait,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many rows one statement writes.
const ROWS: u32 = 500;

/// Makes rows in order of id.
pub struct Maker {
    random: SplitMix64,
    ids: u128,
    at: DateTime<Utc>,
    community: CommunityId,
    source: SourceId,
    stakeholders: Vec<StakeholderId>,
}

impl Maker {
    /// Begins with one community and one source.
    pub async fn begin(db: &DatabaseConnection) -> Result<Self> {
        let mut maker = Self {
            random: SplitMix64::new(4),
            ids: 0x0193_0000_0000_7000_8000_0000_0000_0000,
            at: "2026-01-01T00:00:00Z".parse()?,
            community: CommunityId(Uuid::nil()),
            source: SourceId(Uuid::nil()),
            stakeholders: Vec::new(),
        };
        maker.community = CommunityId(maker.id());
        maker.source = SourceId(maker.id());
        let at = maker.at;
        let row = community::Model {
            id: maker.community,
            name: "Made".into(),
            slug: "made".into(),
            global_good_id: None,
            onboarding_steps: List(Vec::new()),
            version: 1,
            created_at: at,
            updated_at: at,
        };
        row.insert(db).await?;
        let row = source::Model {
            id: maker.source,
            kind: SourceKind::Document,
            title: "Annual report of 2025".into(),
            url: Some("https://example.org/annual-report-2025".into()),
            published_on: None,
            licence: None,
            revision_tag: None,
            community_id: None,
            visibility: Visibility::Public,
            version: 1,
            created_at: at,
            updated_at: at,
        };
        row.insert(db).await?;
        Ok(maker)
    }

    /// Stakeholders, each with one engagement; then relationships, each with one piece of evidence.
    pub async fn fill(
        &mut self,
        db: &DatabaseConnection,
        stakeholders: u32,
        relationships: u32,
    ) -> Result<()> {
        let all = db.begin().await?;
        for number in 0..stakeholders {
            let row = self.stakeholder(number);
            self.stakeholders.push(row.id);
            row.insert(&all).await?;
        }
        for first in (0..stakeholders).step_by(ROWS as usize) {
            let numbers = first..stakeholders.min(first + ROWS);
            let rows = numbers.map(|number| self.engagement(number));
            let rows = rows.map(|row| row.into_active_model().reset_all());
            engagement::Entity::insert_many(rows).exec_without_returning(&all).await?;
        }
        for first in (0..relationships).step_by(ROWS as usize) {
            let count = relationships.min(first + ROWS) - first;
            let rows: Vec<_> = (0..count).map(|_| self.relationship()).collect();
            let about: Vec<_> = rows.iter().map(|row| self.evidence(row)).collect();
            let rows = rows.into_iter().map(|row| row.into_active_model().reset_all());
            relationship::Entity::insert_many(rows).exec_without_returning(&all).await?;
            let rows = about.into_iter().map(|row| row.into_active_model().reset_all());
            evidence::Entity::insert_many(rows).exec_without_returning(&all).await?;
        }
        Ok(all.commit().await?)
    }

    fn id(&mut self) -> Uuid {
        self.ids += 1 << 64;
        Uuid::from_u128(self.ids | u128::from(self.random.next_u64() >> 2))
    }

    /// Some are much better connected than others.
    fn anybody(&mut self) -> StakeholderId {
        let bound = u32::try_from(self.stakeholders.len()).unwrap_or(u32::MAX);
        let mut place = self.random.below(bound);
        if self.random.unit() < 0.5 {
            place = self.random.below(place.max(1));
        }
        self.stakeholders.get(place as usize).copied().unwrap_or(StakeholderId(Uuid::nil()))
    }

    fn stakeholder(&mut self, number: u32) -> Stakeholder {
        let detail = Detail::Organization {
            organization_type: OrganizationType::Other,
            secondary_types: Vec::new(),
            size_band: None,
            is_local: None,
        };
        Stakeholder {
            id: StakeholderId(self.id()),
            kind: StakeholderKind::Organization,
            slug: format!("regional-health-supply-office-{number}"),
            names: BTreeMap::from([
                (Locale::En, format!("Regional Health Supply Office {number}")),
                (Locale::Fr, format!("Office régional d'approvisionnement {number}")),
            ]),
            summaries: BTreeMap::from([(Locale::En, "Supplies health posts of a region.".into())]),
            aliases: Vec::new(),
            acronym: Some(format!("RHSO{number}")),
            country: Some("CM".into()),
            countries: vec!["CM".into()],
            languages: vec!["fr".into()],
            website: Some(format!("https://rhso{number}.example.org")),
            external_ids: Vec::new(),
            unresolved: None,
            detail,
            practice: false,
            community_id: None,
            visibility: Visibility::Public,
            archived_at: None,
            erased_at: None,
            version: 1,
            created_at: self.at,
            updated_at: self.at,
        }
    }

    fn relationship(&mut self) -> relationship::Model {
        let kinds = RelationshipKind::ALL;
        let kind = kinds[self.random.below(u32::try_from(kinds.len()).unwrap_or(1)) as usize];
        let (source_id, target_id) = (self.anybody(), self.anybody());
        let often = self.random.unit();
        relationship::Model {
            id: RelationshipId(self.id()),
            kind,
            source_id,
            target_id,
            valid_from: "2021-05".parse().ok(),
            valid_to: None,
            state: RelationshipState::Confirmed,
            strength: Some(3),
            note: (often < 0.3).then(|| {
                "Said in the meeting of partners; the agreement is renewed yearly.".into()
            }),
            role: (often < 0.2).then(|| "Technical adviser".into()),
            topic: None,
            constituency: None,
            voting: None,
            cadence: None,
            last_heard: None,
            blocked_by_id: None,
            amount: (often < 0.1).then_some(250_000),
            currency: (often < 0.1).then(|| "USD".into()),
            share_min: None,
            share_max: None,
            purpose: None,
            form: None,
            via_id: None,
            consent: None,
            practice: false,
            community_id: (often < 0.5).then_some(self.community),
            visibility: if often < 0.1 { Visibility::Community } else { Visibility::Public },
            version: 1,
            created_at: self.at,
            updated_at: self.at,
        }
    }

    fn evidence(&mut self, about: &relationship::Model) -> evidence::Model {
        evidence::Model {
            id: EvidenceId(self.id()),
            subject_noun: "relationship".into(),
            subject_id: about.id.0,
            source_id: self.source,
            stance: Stance::Supports,
            locator: Some(format!("page {}, second table", self.random.below(300))),
            note: Some("Both are named as partners of the programme.".into()),
            asserted_on: "2025-06-30".parse().ok(),
            asserter_id: None,
            inferred: false,
            community_id: about.community_id,
            visibility: about.visibility,
            version: 1,
            created_at: self.at,
            updated_at: self.at,
        }
    }

    fn engagement(&mut self, number: u32) -> engagement::Model {
        let party = self.stakeholders.get(number as usize).copied();
        engagement::Model {
            id: EngagementId(self.id()),
            community_id: self.community,
            party_id: party.unwrap_or(StakeholderId(Uuid::nil())),
            objective: Objective::ALL[0],
            stage: Stage::ALL[0],
            stage_since: self.at.date_naive(),
            before_dormant: None,
            why: "They run the stores that the programme supplies.".into(),
            owner_id: None,
            entry_points: List(Vec::new()),
            next_step: Some("Write to the director".into()),
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
            visibility: Visibility::Community,
            version: 1,
            created_at: self.at,
            updated_at: self.at,
        }
    }
}
