//! Which stakeholders are asked for, and in which order.

use super::input::ExternalIdInput;
use crate::error::Result;
use crate::graphql::filter::{any_of, text};
use crate::graphql::identifier::{Outside, read_stakeholder};
use crate::graphql::page::{Connection, OrderDirection, Page, SortKey};
use crate::snapshot::View;
use async_graphql::{Enum, ID, InputObject, OneofObject};
use domain::country::Country;
use domain::engagement::Stage;
use domain::identifier::CommunityId;
use domain::language::Language;
use domain::refusal::Refusal;
use domain::stakeholder::{Detail, ExternalId, GroupType, OrganizationType, StakeholderKind};
use domain::vocabulary::Word;
use entity::stakeholder::Stakeholder as Row;
use std::borrow::Cow;
use std::sync::Arc;

/// One stakeholder, named in one of three ways: exactly one field.
#[derive(Debug, OneofObject)]
pub enum StakeholderBy {
    /// By its id.
    Id(ID),
    /// By its short name in addresses; the oldest when several have it.
    Slug(String),
    /// By its id in another registry; the oldest when several have it.
    ExternalId(ExternalIdInput),
}

impl StakeholderBy {
    /// The visible row, of one kind when that is given.
    pub fn find(self, view: &View, kind: Option<StakeholderKind>) -> Result<Option<Arc<Row>>> {
        let of_kind = |row: &&Arc<Row>| kind.is_none_or(|kind| row.kind == kind);
        let found = match self {
            Self::Id(id) => view.stakeholder(read_stakeholder(&id, "id")?).filter(of_kind),
            Self::Slug(slug) => view.by_slug(&slug).find(of_kind),
            Self::ExternalId(id) => view.by_external_id(&ExternalId::from(id)).find(of_kind),
        };
        Ok(found.cloned())
    }
}

/// Only stakeholders for which everything given holds; an empty list or text is no restriction.
#[derive(Debug, Default, InputObject)]
pub struct StakeholderFilter {
    /// Of one of these kinds.
    pub kinds: Option<Vec<StakeholderKind>>,
    /// Organizations of one of these types, first or secondary.
    pub organization_types: Option<Vec<OrganizationType>>,
    /// Groups of one of these types.
    pub group_types: Option<Vec<GroupType>>,
    /// With its seat or its work in this country: ISO code, or name in English or French.
    pub country: Option<String>,
    /// Working in this language: ISO code, or name in English or French.
    pub language: Option<String>,
    /// Has an engagement at one of these stages, of the communities that you see.
    pub stages: Option<Vec<Stage>>,
    /// Found by name, alias or acronym; accents and case do not matter. Up to 200 characters.
    pub text: Option<String>,
    /// Maintained by this community.
    pub community: Option<ID>,
    /// true: it is not clear who or what it is; false: it is clear.
    pub unresolved: Option<bool>,
    /// true: only archived ones; false or absent: none of them.
    pub archived: Option<bool>,
    /// true: only practice data; false: none of it.
    pub practice: Option<bool>,
}

/// A checked filter.
#[derive(Debug)]
pub struct Wanted {
    kinds: Option<Vec<StakeholderKind>>,
    organization_types: Option<Vec<OrganizationType>>,
    group_types: Option<Vec<GroupType>>,
    country: Option<&'static str>,
    language: Option<&'static str>,
    stages: Option<Vec<Stage>>,
    text: Option<String>,
    community: Option<CommunityId>,
    unresolved: Option<bool>,
    archived: bool,
    practice: Option<bool>,
}

impl StakeholderFilter {
    /// Checks the filter; a typed list has only one kind.
    pub fn parse(self, kind: Option<StakeholderKind>) -> Result<Wanted, Refusal> {
        let country = |text: String| Country::parse(&text, "filter.country").map(Country::code);
        let language = |text: String| Language::parse(&text, "filter.language").map(Language::code);
        let mut kinds = any_of(self.kinds);
        if let Some(kind) = kind {
            let asked = kinds.is_none_or(|kinds| kinds.contains(&kind));
            kinds = Some(if asked { vec![kind] } else { Vec::new() });
        }
        Ok(Wanted {
            kinds,
            organization_types: any_of(self.organization_types),
            group_types: any_of(self.group_types),
            country: self.country.map(country).transpose()?,
            language: self.language.map(language).transpose()?,
            stages: any_of(self.stages),
            text: text(self.text, "filter.text")?,
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            unresolved: self.unresolved,
            archived: self.archived.unwrap_or(false),
            practice: self.practice,
        })
    }
}

impl Wanted {
    /// Whether a visible row is asked for; the cheap questions come first.
    fn admits(&self, view: &View, row: &Row) -> bool {
        let among = |list: &Option<Vec<StakeholderKind>>| {
            list.as_ref().is_none_or(|kinds| kinds.contains(&row.kind))
        };
        among(&self.kinds)
            && row.archived_at.is_some() == self.archived
            && self.practice.is_none_or(|practice| row.practice == practice)
            && self.unresolved.is_none_or(|unresolved| row.unresolved.is_some() == unresolved)
            && self.community.is_none_or(|community| row.community_id == Some(community))
            && self.admits_type(&row.detail)
            && self.admits_place(row)
            && self.admits_stage(view, row)
            && self.text.as_ref().is_none_or(|text| view.rank(row.id, text).is_some())
    }

    fn admits_type(&self, detail: &Detail) -> bool {
        let organization = self.organization_types.as_ref().is_none_or(|types| match detail {
            Detail::Organization { organization_type, secondary_types, .. } => {
                types.iter().any(|one| one == organization_type || secondary_types.contains(one))
            }
            _ => false,
        });
        let group = self.group_types.as_ref().is_none_or(|types| match detail {
            Detail::Group { group_type, .. } => types.contains(group_type),
            _ => false,
        });
        organization && group
    }

    fn admits_place(&self, row: &Row) -> bool {
        let here = |code: &str| {
            row.country.as_deref() == Some(code) || row.countries.iter().any(|one| one == code)
        };
        let speaks = |code: &str| row.languages.iter().any(|one| one == code);
        self.country.is_none_or(here) && self.language.is_none_or(speaks)
    }

    fn admits_stage(&self, view: &View, row: &Row) -> bool {
        self.stages.as_ref().is_none_or(|stages| {
            view.engagements_of(row.id).any(|engagement| stages.contains(&engagement.stage))
        })
    }
}

/// What stakeholders are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum StakeholderOrderField {
    /// The name, without regard to accents and case.
    #[default]
    Name,
    /// The kind, in the order of the list of kinds.
    Kind,
    /// The code of the country; those without one last.
    Country,
    /// When it was last changed.
    UpdatedAt,
    /// How many relationships it has.
    Relationships,
}

/// In which order stakeholders are listed.
#[derive(Clone, Copy, Debug, Default, InputObject)]
pub struct StakeholderOrder {
    /// By what.
    pub field: StakeholderOrderField,
    /// Which way.
    #[graphql(default_with = "OrderDirection::Ascending")]
    pub direction: OrderDirection,
}

impl StakeholderOrder {
    /// The name of the list in this order, as its cursors know it.
    pub fn list(self, kind: Option<StakeholderKind>) -> String {
        let rows = kind.map_or("STAKEHOLDER", Word::code);
        format!("{rows} by {:?}", self.field)
    }

    fn key<'a>(self, view: &'a View, row: &'a Row) -> SortKey<'a> {
        match self.field {
            StakeholderOrderField::Name => SortKey::Text(Cow::Borrowed(view.name_key(row.id))),
            StakeholderOrderField::Kind => SortKey::number(position(row.kind)),
            StakeholderOrderField::Country => SortKey::text(row.country.as_deref()),
            StakeholderOrderField::UpdatedAt => SortKey::Number(row.updated_at.timestamp_micros()),
            StakeholderOrderField::Relationships => SortKey::number(view.degree(row.id)),
        }
    }
}

fn position(kind: StakeholderKind) -> usize {
    StakeholderKind::ALL.iter().position(|one| *one == kind).unwrap_or_default()
}

/// One page of the stakeholders that are asked for.
pub fn page<N>(
    view: &View,
    wanted: &Wanted,
    order: StakeholderOrder,
    page: &Page,
    wrap: impl Fn(Arc<Row>) -> N,
) -> Connection<N> {
    if let (StakeholderOrderField::Name, OrderDirection::Ascending) = (order.field, order.direction)
    {
        let rows = view.by_name().filter(|(_, row)| wanted.admits(view, row));
        let keyed = rows.map(|(name, row)| (SortKey::Text(Cow::Borrowed(name)), row.id.0, row));
        return page.in_order(keyed, |row| wrap(row.clone()));
    }
    let rows = view.stakeholders().filter(|row| wanted.admits(view, row));
    let keyed = rows.map(|row| (order.key(view, row), row.id.0, row));
    page.of(keyed, order.direction, |row| wrap(row.clone()))
}
