//! Subscriptions: what a client is told while it stays connected. Each tells what has changed since
//! the event before, so that a client can mend what it shows; where that is not known, or too much,
//! it says to read again.

use super::change::Change;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::filter::any_of;
use super::identifier::{Outside, read_stakeholder, stakeholder_id};
use super::neighborhood::{NeighborhoodEdge, NeighborhoodNode, edge, node};
use super::node::outside_id;
use super::page::read_first;
use super::scalar::TypedDay;
use crate::error::{Error, Result};
use crate::service::live::{self, Follower, Interest, Progress};
use crate::service::neighborhood::Wanted;
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, SimpleObject, Subscription};
use domain::identifier::{CommunityId, Noun, parse};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;
use domain::text::Locale;
use futures_util::stream::{BoxStream, StreamExt, unfold};
use std::collections::HashSet;
use uuid::Uuid;

/// What was changed, as far as you may read it.
#[derive(Debug, SimpleObject)]
pub struct Changed {
    /// The changes, in their order. Each is read with your rights of now.
    changes: Vec<Change>,
    /// The ids of records that you see now and did not before, of which no change is told: they were
    /// hidden from you.
    appeared: Vec<ID>,
    /// The ids of records that you saw and see no more: they are gone, or hidden from you.
    removed: Vec<ID>,
    /// Whether there is more than is told here: you were behind, it was too much at once, or your
    /// rights are others by now. The lists are empty then; read again what you show.
    read_again: bool,
}

/// Only changes for which everything given holds.
#[derive(Debug, Default, InputObject)]
pub struct ChangedFilter {
    /// Of these records, up to 100.
    pub nodes: Option<Vec<ID>>,
    /// Of records of this community.
    pub community: Option<ID>,
    /// Of these kinds of record, by the names that `Change.noun` tells.
    pub nouns: Option<Vec<String>>,
}

/// What has changed on a board.
#[derive(Debug, SimpleObject)]
pub struct BoardChanged {
    /// The engagements that came, moved or changed, or of which something on their card did, as they
    /// are now. One at a stage without a column has left the board.
    engagements: Vec<Engagement>,
    /// The ids of engagements that you saw and see no more.
    removed: Vec<ID>,
    /// Whether there is more than is told here: you were behind, it was too much at once, or your
    /// rights are others by now. The lists are empty then; read the board again.
    read_again: bool,
}

/// What has changed around a stakeholder.
#[derive(Debug, SimpleObject)]
pub struct NeighborhoodChanged {
    /// The stakeholders that came or changed, as they are now.
    nodes: Vec<NeighborhoodNode>,
    /// The relationships between the stakeholders that came or changed, as they are now.
    edges: Vec<NeighborhoodEdge>,
    /// The ids of stakeholders and relationships that belong to the neighborhood no more, whatever
    /// the reason.
    removed: Vec<ID>,
    /// Whether there is more than is told here: you were behind, it was too much at once, or your
    /// rights are others by now. The lists are empty then; read the neighborhood again.
    read_again: bool,
}

/// What is told while a client stays connected, over a WebSocket that speaks graphql-transport-ws. A
/// burst of changes is told at once: an event comes every quarter of a second at most. Events begin
/// with the subscription: subscribe first, then read what you show.
#[derive(Debug, Default)]
pub struct Subscription;

/// What is told while a client stays connected, over a WebSocket that speaks graphql-transport-ws. A
/// burst of changes is told at once: an event comes every quarter of a second at most. Events begin
/// with the subscription: subscribe first, then read what you show.
#[Subscription(guard = "Listed")]
impl Subscription {
    /// What is changed in everything that you may see.
    async fn changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<ChangedFilter>,
        #[graphql(
            default = 50,
            desc = "The most changes of one event, 1 to 100; of more it says to read again."
        )]
        first: i32,
    ) -> Result<BoxStream<'static, Changed>> {
        let most = read_first(first)?;
        let interest = filter.unwrap_or_default().parse()?;
        let tell = move |progress: &Progress| {
            let told = live::changed(progress, &interest, most)?;
            Some(Changed::new(told, progress))
        };
        Ok(events(Follower::start(ctx.shared_op()?)?, tell))
    }

    /// What is changed on the board of a community.
    async fn board_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] community: ID,
        #[graphql(
            default = 50,
            desc = "The most engagements of one event, 1 to 100; of more it says to read again."
        )]
        first: i32,
    ) -> Result<BoxStream<'static, BoardChanged>> {
        let most = read_first(first)?;
        let community = CommunityId::read(&community, "community")?;
        let follower = Follower::start(ctx.shared_op()?)?;
        follower.view().community(community).ok_or(Error::NotFound)?;
        let tell =
            move |progress: &Progress| Some(live::board_changed(progress, community, most)?.into());
        Ok(events(follower, tell))
    }

    /// What is changed in the surroundings of one stakeholder, which are those that `neighborhood`
    /// answers for the same arguments. Without its middle in sight it is empty.
    #[expect(clippy::too_many_arguments, reason = "one for each argument of the field")]
    async fn neighborhood_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] id: ID,
        #[graphql(default = 1, desc = "How many steps away, 1 to 3.")] depth: i32,
        #[graphql(
            desc = "Only stakeholders of these kinds, the focus excepted; an empty list is any."
        )]
        kinds: Option<Vec<StakeholderKind>>,
        #[graphql(desc = "Only relationships of these layers; an empty list is any.")]
        layers: Option<Vec<Layer>>,
        #[graphql(desc = "Only relationships that count on this day.")] as_of: Option<TypedDay>,
        #[graphql(
            default = 150,
            desc = "The most stakeholders, 1 to 500; of more at once an event says to read again."
        )]
        limit: i32,
        #[graphql(default_with = "Locale::En", desc = "The language of the names.")] locale: Locale,
    ) -> Result<BoxStream<'static, NeighborhoodChanged>> {
        let focus = read_stakeholder(&id, "id")?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let (kinds, layers) = (any_of(kinds), any_of(layers));
        let wanted = Wanted { focus, depth, kinds, layers, as_of, limit };
        let follower = Follower::start(ctx.shared_op()?)?;
        crate::service::neighborhood::around(follower.view(), wanted.clone())?;
        let tell = move |progress: &Progress| {
            let told = live::neighborhood_changed(progress, &wanted)?;
            Some(NeighborhoodChanged::new(told, progress, locale))
        };
        Ok(events(follower, tell))
    }
}

/// The events of a follower: what of its progress there is to tell. The operation shows what an
/// event is about when the event is resolved, because the next one is not looked for before.
fn events<T: Send + 'static>(
    follower: Follower,
    tell: impl Fn(&Progress) -> Option<T> + Send + Sync + 'static,
) -> BoxStream<'static, T> {
    unfold((follower, tell), |(mut follower, tell)| async move {
        loop {
            let progress = follower.next().await?;
            if let Some(event) = tell(&progress) {
                return Some((event, (follower, tell)));
            }
        }
    })
    .boxed()
}

impl Changed {
    fn new(told: live::Changed, progress: &Progress) -> Self {
        Self {
            changes: told.changes.into_iter().map(Change::new).collect(),
            appeared: outside(&progress.now, told.appeared),
            removed: outside(&progress.before, told.removed),
            read_again: told.read_again,
        }
    }
}

fn outside(view: &View, ids: Vec<Uuid>) -> Vec<ID> {
    ids.into_iter().filter_map(|id| outside_id(view, id)).map(ID).collect()
}

impl From<live::BoardChanged> for BoardChanged {
    fn from(told: live::BoardChanged) -> Self {
        Self {
            engagements: told.engagements.into_iter().map(Engagement::new).collect(),
            removed: told.removed.into_iter().map(Outside::outside).collect(),
            read_again: told.read_again,
        }
    }
}

impl NeighborhoodChanged {
    fn new(told: live::NeighborhoodChanged, progress: &Progress, locale: Locale) -> Self {
        let (before, now) = (&progress.before, &progress.now);
        let stakeholder = |id| before.stakeholder(id).map(|row| stakeholder_id(row.kind, row.id));
        let gone = told.removed_nodes.into_iter().filter_map(stakeholder);
        let parted = told.removed_edges.into_iter().map(Outside::outside);
        Self {
            nodes: told.nodes.iter().map(|(row, hop)| node(now, row, *hop, locale)).collect(),
            edges: told.edges.iter().filter_map(|row| edge(now, row)).collect(),
            removed: gone.chain(parted).collect(),
            read_again: told.read_again,
        }
    }
}

/// The most records that are followed by their ids.
const MOST: usize = 100;

impl ChangedFilter {
    fn parse(self) -> Result<Interest> {
        let mut refusals = Refusals::new();
        let community =
            refusals.take(CommunityId::read_opt(self.community.as_ref(), "filter.community"));
        let nodes = refusals.take(self.nodes.map(read_nodes).transpose());
        let nouns = refusals.take(self.nouns.map(read_nouns).transpose());
        let found = community.zip(nodes).zip(nouns);
        let ((community, subjects), nouns) = refusals.finish(found)?;
        Ok(Interest { subjects, community, nouns })
    }
}

fn read_nodes(ids: Vec<ID>) -> Result<HashSet<Uuid>, Refusal> {
    if ids.len() > MOST {
        return Err(Refusal::new(RefusalCode::TooMany, "filter.nodes").missing(MOST.to_string()));
    }
    let read = |id: &ID| match parse(id) {
        Some((Noun::Change | Noun::Account, _)) | None => {
            Err(Refusal::new(RefusalCode::MalformedId, "filter.nodes"))
        }
        Some((_, id)) => Ok(id),
    };
    ids.iter().map(read).collect()
}

fn read_nouns(nouns: Vec<String>) -> Result<HashSet<String>, Refusal> {
    let known = Noun::records();
    match nouns.iter().any(|noun| !known.contains(noun.as_str())) {
        true => {
            let known = known.into_iter().collect::<Vec<_>>().join(", ");
            Err(Refusal::new(RefusalCode::UnknownWord, "filter.nouns").missing(known))
        }
        false => Ok(nouns.into_iter().collect()),
    }
}
