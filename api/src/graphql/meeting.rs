//! Meetings: who sat together, what was said and decided, and what is to be done.

use super::action::Action;
use super::change::{self, ChangeConnection};
use super::community::Community;
use super::context::{Access, Listed};
use super::group::Group;
use super::identifier::{Outside, read_stakeholder_opt};
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::proposal::Proposal;
use super::scalar::{Date, Instant, TypedDay};
use super::source::Source;
use super::stakeholder::{Kind, Stakeholder};
use crate::error::{Error, Result};
use crate::markdown;
use crate::service::meeting::{self, Filter};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object};
use chrono::Datelike;
use domain::identifier::{CommunityId, MeetingId};
use domain::notes::Presence;
use domain::search;
use domain::stakeholder::Visibility;
use domain::text::Locale;
use domain::vocabulary::Tongue;
use entity::meeting::Model;
use std::sync::Arc;

mod write;
pub use write::{
    AttendeeInput, DecisionInput, MeetingMutation, MeetingPayload, ReadNotesInput,
    ReadNotesPayload, RecordMeetingInput, RemoveMeetingInput, RemoveMeetingPayload,
    UpdateMeetingInput,
};

/// A meeting of a community.
#[derive(Clone, Debug)]
pub struct Meeting(Arc<Model>);

impl Meeting {
    /// A meeting that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The meeting, when the viewer may see it.
    pub fn find(view: &View, id: MeetingId) -> Option<Self> {
        view.meeting(id).cloned().map(Self)
    }

    async fn kept_notes(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let op = ctx.op()?;
        let read = |ids| meeting::notes(op, ids);
        ctx.loaders()?.meeting_notes.load(self.0.id, read).await
    }
}

/// Whoever stands for somebody whom the viewer may not see.
pub(super) fn somebody(locale: Locale) -> &'static str {
    match locale.tongue() {
        Tongue::En => "somebody",
        Tongue::Fr => "quelqu’un",
    }
}

fn html(view: &View, kept: &str, locale: Locale) -> String {
    markdown::to_html(kept, |id| view.name_of(id, locale), somebody(locale))
}

/// A meeting of a community.
#[Object]
impl Meeting {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Whose it is.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// The group that met; null when none is recorded, or none that you may see.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        let view = ctx.view()?;
        Ok(self.0.group_id.and_then(|id| Group::find(&view, id)))
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// On which day.
    async fn held_on(&self) -> Date {
        Date(self.0.held_on)
    }

    /// Where; null is not recorded.
    async fn location(&self) -> Option<&str> {
        self.0.location.as_deref()
    }

    /// An address for those who were not there; null is not recorded.
    async fn link(&self) -> Option<&str> {
        self.0.link.as_deref()
    }

    /// Who was there or was excused, as far as you may see them.
    async fn attendees(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100; in the order of the record.")]
        first: i32,
    ) -> Result<Vec<Attendee>> {
        Ok(Attendee::all(&ctx.view()?, &self.0.attendees.0, read_first(first)?))
    }

    /// What was to be talked about, in Markdown, with mentions as in notes; null is not recorded.
    async fn agenda(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let view = ctx.view()?;
        Ok(self.0.agenda.as_deref().map(|agenda| meeting::typed(&view, agenda)))
    }

    /// What was to be talked about, as HTML in which nothing can run.
    async fn agenda_html(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language names are wished.")]
        locale: Locale,
    ) -> Result<Option<String>> {
        let view = ctx.view()?;
        Ok(self.0.agenda.as_deref().map(|agenda| html(&view, agenda, locale)))
    }

    /// What was noted, in Markdown. Mentions stand as `@[Name](id)`, and whom you may not see as
    /// `@[somebody](hidden-1)`, which stay who they are when you save them. Null is not recorded.
    async fn notes(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let view = ctx.view()?;
        Ok(self.kept_notes(ctx).await?.map(|notes| meeting::typed(&view, &notes)))
    }

    /// What was noted, as HTML in which nothing can run and nothing is fetched.
    async fn notes_html(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language names are wished.")]
        locale: Locale,
    ) -> Result<Option<String>> {
        let view = ctx.view()?;
        Ok(self.kept_notes(ctx).await?.map(|notes| html(&view, &notes, locale)))
    }

    /// What was decided.
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100; in the order of the record.")]
        first: i32,
    ) -> Result<Vec<Decision>> {
        let view = ctx.view()?;
        let rows = self.0.decisions.0.iter().take(read_first(first)?);
        let told = rows.map(|row| Decision {
            text: row.text.clone(),
            decided_by: row.decided_by_id.or(self.0.group_id).and_then(|id| Group::find(&view, id)),
            decided_on: Date(row.decided_on.unwrap_or(self.0.held_on)),
        });
        Ok(told.collect())
    }

    /// The actions that came out of it, in order of recording.
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Action>> {
        let first = read_first(first)?;
        let view = ctx.view()?;
        Ok(view.actions_from(self.0.id).take(first).cloned().map(Action::new).collect())
    }

    /// The actions of the group from before that are still open: they come back until they are done or
    /// dropped.
    async fn carried_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100; the first ones recorded.")] first: i32,
    ) -> Result<Vec<Action>> {
        let first = read_first(first)?;
        let rows = meeting::carried_over(&ctx.view()?, &self.0);
        Ok(rows.into_iter().take(first).map(Action::new).collect())
    }

    /// What its notes propose, decided or not, in the order of the notes.
    async fn proposals(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Proposal>> {
        let first = read_first(first)?;
        let view = ctx.view()?;
        Ok(view.proposals_of(self.0.id).take(first).cloned().map(Proposal::new).collect())
    }

    /// The source that stands for it, once something rests on it.
    async fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let view = ctx.view()?;
        Ok(self.0.source_id.and_then(|id| Source::find(&view, id)))
    }

    /// Who may see it: the members or the managers of its community; never everybody.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed in it, the last change first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Somebody who was at a meeting, or was excused.
#[derive(Clone, Debug, async_graphql::SimpleObject)]
pub struct Attendee {
    /// Who; null when only a name is known.
    pub stakeholder: Option<Stakeholder>,
    /// The name, when it is all that is known.
    pub name: Option<String>,
    /// For whom, in the words of the record.
    pub organization: Option<String>,
    /// Whether they were there.
    pub presence: Presence,
}

impl Attendee {
    /// Those whom the viewer may see, in their order.
    pub(super) fn all(view: &View, rows: &[domain::meeting::Attendee], first: usize) -> Vec<Self> {
        let told = rows.iter().filter_map(|row| {
            let stakeholder = match row.stakeholder_id {
                Some(id) => Some(Stakeholder::new(view.stakeholder(id)?.clone())),
                None => None,
            };
            let (name, organization) = (row.name.clone(), row.organization.clone());
            Some(Self { stakeholder, name, organization, presence: row.presence })
        });
        told.take(first).collect()
    }
}

/// Something that a meeting decided.
#[derive(Clone, Debug, async_graphql::SimpleObject)]
pub struct Decision {
    /// What.
    pub text: String,
    /// Which group decided; null when none is recorded, or none that you may see.
    pub decided_by: Option<Group>,
    /// On which day.
    pub decided_on: Date,
}

/// Which meetings to list; what is absent is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct MeetingFilter {
    /// Only of this community.
    community: Option<ID>,
    /// Only of this group.
    group: Option<ID>,
    /// Only on or after this day.
    from: Option<TypedDay>,
    /// Only on or before this day.
    to: Option<TypedDay>,
    /// Only with these words in title, agenda or notes; accents and case do not matter. Up to 200
    /// characters, of which the first ten words count.
    text: Option<String>,
}

impl MeetingFilter {
    fn read(self) -> Result<Filter> {
        let text = self.text.filter(|text| !text.trim().is_empty());
        Ok(Filter {
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            group: read_stakeholder_opt(self.group.as_ref(), "filter.group")?,
            from: self.from.map(|day| day.read("filter.from")).transpose()?,
            to: self.to.map(|day| day.read("filter.to")).transpose()?,
            text: text.map(|text| search::read(&text, "filter.text")).transpose()?,
        })
    }
}

/// The meetings of a filter, the last one first.
pub(super) async fn listed(
    ctx: &Context<'_>,
    filter: Filter,
    first: i32,
    after: Option<String>,
) -> Result<Connection<Meeting>> {
    let page = Page::parse(first, after.as_deref(), "meetings")?;
    let rows = meeting::list(ctx.op()?, &filter)
        .await?
        .into_iter()
        .map(|row| (SortKey::Number(i64::from(row.held_on.num_days_from_ce())), row.id.0, row));
    Ok(page.of(rows, OrderDirection::Descending, Meeting))
}

/// Finding meetings.
#[derive(Debug, Default)]
pub struct MeetingQuery;

#[Object(guard = "Listed")]
impl MeetingQuery {
    /// One meeting; null when there is none that you may see.
    async fn meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Meeting>> {
        let id = MeetingId::read(&id, "id")?;
        Ok(Meeting::find(&ctx.view()?, id))
    }

    /// The meetings that you may see, the last one first.
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<MeetingFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Meeting>> {
        listed(ctx, filter.unwrap_or_default().read()?, first, after).await
    }
}
