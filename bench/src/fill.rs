//! A world as rows of a database: everything that a server needs to start on it, written in bulk past
//! the write path, since nobody made it by hand and it has no history.

use crate::world::{Party, Talk, Tie, World};
use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::community::Role;
use domain::identifier::{
    AccountId, CommunityId, EngagementId, MembershipId, RelationshipId, StakeholderId,
};
use domain::interval::DatePoint;
use domain::stakeholder::{Detail, GroupType, StakeholderKind, Visibility};
use domain::text::{Locale, TextField, TranslationStatus};
use entity::record::List;
use entity::stakeholder::detail::{body, global_good, implementation, organization, programme};
use entity::stakeholder::{row, text};
use entity::{account, community, engagement, membership, relationship};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectOptions, Database, DatabaseConnection,
    DatabaseTransaction, EntityTrait, IntoActiveModel, TransactionTrait,
};
use uuid::{Builder, Uuid};

/// Whom the load works for.
pub const LOGIN: &str = "bench";

/// What tells ids of different nouns apart.
#[derive(Clone, Copy, Debug)]
enum Shelf {
    Account = 1,
    Community = 2,
    Membership = 3,
    Stakeholder = 4,
    Relationship = 5,
    Engagement = 6,
}

/// The id of what stands at a place: in order of place, which is the order of recording.
fn id(shelf: Shelf, place: u32) -> Uuid {
    let [a, b, c, d] = place.to_be_bytes();
    let bytes = [0, shelf as u8, a, b, c, d, 0, 0, 0, 1];
    Builder::from_unix_timestamp_millis(1_600_000_000_000 + u64::from(place), &bytes).into_uuid()
}

/// The id of the stakeholder at a place.
pub fn stakeholder_id(place: u32) -> StakeholderId {
    StakeholderId(id(Shelf::Stakeholder, place))
}

/// The id of the relationship at a place.
pub fn relationship_id(place: u32) -> RelationshipId {
    RelationshipId(id(Shelf::Relationship, place))
}

/// The id of the engagement at a place.
pub fn engagement_id(place: u32) -> EngagementId {
    EngagementId(id(Shelf::Engagement, place))
}

fn community_id() -> CommunityId {
    CommunityId(id(Shelf::Community, 0))
}

/// A connection for filling, or for asking what a peer would.
pub async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection> {
    let create = if url.starts_with("sqlite") { "?mode=rwc" } else { "" };
    let mut options = ConnectOptions::new(format!("{url}{create}"));
    options.max_connections(connections).test_before_acquire(false).sqlx_logging(false);
    Database::connect(options).await.with_context(|| format!("opening {url}"))
}

/// Writes a world into an empty database, with one community that all engagements are of and an
/// account that manages it.
pub async fn fill(db: &DatabaseConnection, world: &World) -> Result<()> {
    Migrator::up(db, None).await?;
    let write = db.begin().await?;
    let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(19_000);
    people(&write, at).await?;
    parties(&write, at, &world.parties).await?;
    let ties = (0..).zip(&world.ties).map(|(place, tie)| relationship(place, tie, at));
    insert::<relationship::Entity, _, _>(&write, ties).await?;
    let talks = (0..).zip(&world.talks).map(|(place, talk)| engagement(place, talk, at));
    insert::<engagement::Entity, _, _>(&write, talks).await?;
    Ok(write.commit().await?)
}

/// No engine takes many more values in one statement.
const VALUES: usize = 30_000;

async fn insert<E, M, A>(
    write: &DatabaseTransaction,
    rows: impl Iterator<Item = M> + Send,
) -> Result<()>
where
    E: EntityTrait<Model = M, ActiveModel = A>,
    M: IntoActiveModel<A> + Send,
    A: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
{
    use sea_orm::Iterable;
    let most = VALUES / E::Column::iter().count().max(1);
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let some: Vec<A> =
            rows.by_ref().take(most).map(|row| row.into_active_model().reset_all()).collect();
        E::insert_many(some).exec_without_returning(write).await?;
    }
    Ok(())
}

async fn people(write: &DatabaseTransaction, at: DateTime<Utc>) -> Result<()> {
    let account_id = AccountId(id(Shelf::Account, 0));
    let community = community::Model {
        id: community_id(),
        name: "Bench".to_owned(),
        slug: LOGIN.to_owned(),
        global_good_id: None,
        onboarding_steps: List(Vec::new()),
        version: 1,
        created_at: at,
        updated_at: at,
    };
    let account = account::Model {
        id: account_id,
        login: LOGIN.to_owned(),
        display_name: "Bench".to_owned(),
        locale: Locale::En,
        disabled: false,
        version: 1,
        created_at: at,
        updated_at: at,
    };
    let membership = membership::Model {
        id: MembershipId(id(Shelf::Membership, 0)),
        account_id,
        community_id: community_id(),
        role: Role::Manager,
        version: 1,
        created_at: at,
        updated_at: at,
    };
    insert::<community::Entity, _, _>(write, [community].into_iter()).await?;
    insert::<account::Entity, _, _>(write, [account].into_iter()).await?;
    insert::<membership::Entity, _, _>(write, [membership].into_iter()).await
}

/// Stakeholders table by table, as the entity of one alone would store them.
async fn parties(write: &DatabaseTransaction, at: DateTime<Utc>, all: &[Party]) -> Result<()> {
    let rows = (0..).zip(all).map(|(place, party)| stakeholder(place, party, at));
    insert::<row::Entity, _, _>(write, rows).await?;
    let names = (0..).zip(all).map(|(place, party)| text::Model {
        subject_id: stakeholder_id(place),
        field: TextField::Name,
        locale: Locale::En,
        value: party.name.clone(),
        status: TranslationStatus::Original,
    });
    insert::<text::Entity, _, _>(write, names).await?;
    let details: Vec<_> =
        (0..).zip(all).map(|(place, party)| (stakeholder_id(place), detail(party))).collect();
    macro_rules! details {
        ($($module:ident),+) => {
            $(let rows = details.iter().filter_map(|(id, detail)| $module::Model::of(*id, detail));
            insert::<$module::Entity, _, _>(write, rows).await?;)+
        };
    }
    details!(organization, global_good, body, implementation, programme);
    Ok(())
}

fn stakeholder(place: u32, party: &Party, at: DateTime<Utc>) -> row::Model {
    row::Model {
        id: stakeholder_id(place),
        kind: party.kind,
        slug: Some(party.name.to_lowercase().replace(' ', "-")),
        aliases: List(Vec::new()),
        acronym: None,
        country: Some(party.country.to_owned()),
        countries: List(vec![party.country.to_owned()]),
        languages: List(Vec::new()),
        website: None,
        unresolved: None,
        practice: false,
        community_id: None,
        visibility: Visibility::Public,
        archived_at: None,
        erased_at: None,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}

fn detail(party: &Party) -> Detail {
    match party.kind {
        StakeholderKind::GlobalGood => Detail::GlobalGood { licence: None, repository: None },
        StakeholderKind::Group => Detail::Group {
            group_type: GroupType::WorkingGroup,
            local_name: None,
            mandate: None,
            topics: Vec::new(),
            language: None,
            meets: None,
            required_constituencies: Vec::new(),
        },
        StakeholderKind::Implementation => Detail::Implementation {
            stage: None,
            scope: None,
            scheme: None,
            started_on: None,
            ended_on: None,
            stage_since: None,
            stage_note: None,
            before_paused: None,
        },
        StakeholderKind::Programme => Detail::Programme { programme_type: None, decided_by: None },
        _ => Detail::Organization {
            organization_type: party.organization_type,
            secondary_types: Vec::new(),
            size_band: None,
            is_local: None,
        },
    }
}

fn relationship(place: u32, tie: &Tie, at: DateTime<Utc>) -> relationship::Model {
    relationship::Model {
        id: relationship_id(place),
        kind: tie.kind,
        source_id: stakeholder_id(tie.source),
        target_id: stakeholder_id(tie.target),
        valid_from: DatePoint::parse(&tie.since.to_string(), "since").ok(),
        valid_to: None,
        state: tie.state,
        strength: Some(tie.strength),
        note: tie.note.clone(),
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
        community_id: None,
        visibility: Visibility::Public,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}

fn engagement(place: u32, talk: &Talk, at: DateTime<Utc>) -> engagement::Model {
    let due = |year: u32| NaiveDate::from_ymd_opt(year.try_into().ok()?, 6, 1);
    engagement::Model {
        id: engagement_id(place),
        community_id: community_id(),
        party_id: stakeholder_id(talk.party),
        objective: talk.objective,
        stage: talk.stage,
        stage_since: at.date_naive(),
        before_dormant: None,
        why: format!("Conversation {place}"),
        owner_id: None,
        entry_points: List(Vec::new()),
        next_step: None,
        next_step_due: talk.due_in.and_then(due),
        influence: None,
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
        created_at: at,
        updated_at: at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{SEED, Scale};
    use api::snapshot::Snapshot;
    use api::store::Store;
    use entity::relationship::Model as Relationship;

    /// A server's snapshot shows the whole world, and exactly that.
    #[tokio::test]
    async fn a_server_reads_what_was_filled() {
        let scale = Scale { name: "tiny", stakeholders: 120, relationships: 900, engagements: 80 };
        let world = World::new(scale, SEED);
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/b.db", folder.path().display());
        let db = connect(&url, 1).await.unwrap();
        fill(&db, &world).await.unwrap();
        db.close().await.unwrap();
        let store = Store::open(&url).await.unwrap();
        assert_eq!(store.pending_migrations().await.unwrap(), 0);
        let snapshot = Snapshot::build(store.reader()).await.unwrap();
        let places: Vec<_> = snapshot.rows::<Relationship>().values().map(|row| row.id).collect();
        assert_eq!(places, (0..900).map(relationship_id).collect::<Vec<_>>());
        assert_eq!(snapshot.rows::<entity::stakeholder::Stakeholder>().len(), 120);
        assert_eq!(snapshot.rows::<entity::engagement::Model>().len(), 80);
        assert!(snapshot.account_by_login(LOGIN).is_some());
    }
}
