//! Overlap: which bodies work on the same or seat the same.

use super::context::{Access, Listed};
use super::identifier::{read_stakeholder, read_stakeholder_opt};
use super::page::read_first;
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::overlap::{self, COMPARED, Contested, Pair};
use async_graphql::{Context, ID, Object, SimpleObject};
use domain::refusal::{Refusal, RefusalCode};

/// Which bodies share topics or members.
#[derive(Clone, Debug)]
pub struct GroupOverlap(overlap::Overlap);

/// Which bodies share topics or members.
#[Object]
impl GroupOverlap {
    /// The bodies that were compared, by name.
    async fn groups(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        let groups = self.0.groups.iter().take(read_first(first)?);
        Ok(groups.cloned().map(Stakeholder::new).collect())
    }

    /// How many bodies were compared.
    async fn group_count(&self) -> usize {
        self.0.groups.len()
    }

    /// How many more there are of those that you may see; at most 100 are compared.
    async fn omitted(&self) -> usize {
        self.0.omitted
    }

    /// Each two that share something, those that share most first.
    async fn pairs(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<GroupOverlapPair>> {
        let pairs = self.0.pairs.iter().take(read_first(first)?);
        Ok(pairs.cloned().map(GroupOverlapPair).collect())
    }

    /// How many pairs share something.
    async fn pair_count(&self) -> usize {
        self.0.pairs.len()
    }

    /// Bodies that are said to be part of several others, none of which is confirmed.
    async fn contested(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<ContestedGroup>> {
        let contested = self.0.contested.iter().take(read_first(first)?);
        Ok(contested.cloned().map(ContestedGroup).collect())
    }
}

/// Two bodies and what they share.
#[derive(Clone, Debug)]
pub struct GroupOverlapPair(Pair);

/// Two bodies and what they share.
#[Object]
impl GroupOverlapPair {
    /// One.
    async fn one(&self) -> Stakeholder {
        Stakeholder::new(self.0.one.clone())
    }

    /// The other.
    async fn other(&self) -> Stakeholder {
        Stakeholder::new(self.0.other.clone())
    }

    /// The topics of both.
    async fn topics(&self) -> &[String] {
        &self.0.topics
    }

    /// Who has a confirmed seat on both, or is a member of both.
    async fn members(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<SharedMember>> {
        let members = self.0.members.iter().take(read_first(first)?).cloned();
        let told = members.map(|member| SharedMember {
            stakeholder: Stakeholder::new(member.who),
            one: Relationship::new(member.one),
            other: Relationship::new(member.other),
        });
        Ok(told.collect())
    }

    /// How many belong to both.
    async fn member_count(&self) -> usize {
        self.0.members.len()
    }
}

/// Somebody who belongs to two bodies.
#[derive(Clone, Debug, SimpleObject)]
pub struct SharedMember {
    /// Who.
    stakeholder: Stakeholder,
    /// What says that they belong to the one.
    one: Relationship,
    /// What says that they belong to the other.
    other: Relationship,
}

/// A body that is said to be part of several others, none of which is confirmed.
#[derive(Clone, Debug)]
pub struct ContestedGroup(Contested);

/// A body that is said to be part of several others, none of which is confirmed.
#[Object]
impl ContestedGroup {
    /// The body.
    async fn group(&self) -> Stakeholder {
        Stakeholder::new(self.0.group.clone())
    }

    /// What says where it belongs.
    async fn between(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        let between = self.0.between.iter().take(read_first(first)?);
        Ok(between.cloned().map(Relationship::new).collect())
    }
}

/// Compares bodies.
#[derive(Debug, Default)]
pub struct OverlapQuery;

#[Object(guard = "Listed")]
impl OverlapQuery {
    /// Which bodies share topics or members: those of a good, or those named, or all.
    async fn group_overlap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The bodies that bear on this good.")] good: Option<ID>,
        #[graphql(desc = "These bodies, at most 100; an empty list is none in particular.")]
        groups: Option<Vec<ID>>,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
    ) -> Result<GroupOverlap> {
        let op = ctx.op()?;
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        let good = read_stakeholder_opt(good.as_ref(), "good")?;
        let groups = groups.filter(|groups| !groups.is_empty());
        if groups.as_ref().is_some_and(|groups| groups.len() > COMPARED) {
            let refusal = Refusal::new(RefusalCode::TooMany, "groups");
            return Err(refusal.missing(COMPARED.to_string()).into());
        }
        let read = |ids: Vec<ID>| -> Result<Vec<_>, Refusal> {
            ids.iter().map(|id| read_stakeholder(id, "groups")).collect()
        };
        let groups = groups.map(read).transpose()?;
        overlap::overlap(&op.view(), good, groups.as_deref(), day).map(GroupOverlap)
    }
}
