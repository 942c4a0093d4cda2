//! What is done to meetings.

use super::Meeting;
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::{Outside, read_stakeholder_opt};
use crate::graphql::patch::{set, set_required};
use crate::graphql::scalar::TypedDay;
use crate::service::meeting::{self, NewMeeting, NewText, Patch};
use crate::service::proposal;
use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use domain::identifier::{CommunityId, MeetingId};
use domain::meeting::{AttendeeDraft, DecisionDraft, MeetingDraft};
use domain::notes::Presence;
use domain::refusal::Refusal;
use domain::stakeholder::Visibility;

/// What is done to meetings.
#[derive(Debug, Default)]
pub struct MeetingMutation;

#[Object(guard = "Listed")]
impl MeetingMutation {
    /// Records a meeting, and reads its notes in the same step when that is asked for.
    async fn record_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: RecordMeetingInput,
    ) -> Result<MeetingPayload> {
        let id = meeting::record(ctx.op()?, input.parse()?).await?;
        MeetingPayload::of(ctx, id)
    }

    /// Corrects a meeting. Whoever is hidden from you stays in it.
    async fn update_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to correct.")] input: UpdateMeetingInput,
    ) -> Result<MeetingPayload> {
        let id = MeetingId::read(&input.id, "id")?;
        let expected = input.expected_version;
        let (patch, edit) = input.parts()?;
        meeting::update(ctx.op()?, id, expected, patch, edit).await?;
        MeetingPayload::of(ctx, id)
    }

    /// Takes a meeting away with what its notes proposed. What came out of it stays.
    async fn remove_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveMeetingInput,
    ) -> Result<RemoveMeetingPayload> {
        let id = MeetingId::read(&input.id, "id")?;
        meeting::remove(ctx.op()?, id, input.expected_version).await?;
        Ok(RemoveMeetingPayload { removed_id: input.id })
    }

    /// Reads the notes of a meeting and keeps what they propose, each sentence once. Nothing of it is
    /// recorded before a manager accepts it.
    async fn read_notes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose notes.")] input: ReadNotesInput,
    ) -> Result<ReadNotesPayload> {
        let id = MeetingId::read(&input.meeting, "meeting")?;
        let proposed = proposal::read_notes(ctx.op()?, id).await?;
        let meeting = Meeting::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        let proposed = i32::try_from(proposed).unwrap_or(i32::MAX);
        Ok(ReadNotesPayload { meeting, proposed })
    }
}

/// Somebody who was there: a record, or a name.
#[derive(Clone, Debug, InputObject)]
pub struct AttendeeInput {
    /// Who, when there is a record.
    pub stakeholder: Option<ID>,
    /// The name, when there is none.
    pub name: Option<String>,
    /// For whom.
    pub organization: Option<String>,
    /// Whether they were there.
    #[graphql(default_with = "Presence::Present")]
    pub presence: Presence,
}

/// Something that was decided.
#[derive(Clone, Debug, InputObject)]
pub struct DecisionInput {
    /// What.
    pub text: String,
    /// Which group decided; when absent, the group that met.
    pub decided_by: Option<ID>,
    /// When; when absent, on the day of the meeting.
    pub decided_on: Option<TypedDay>,
}

/// A meeting to be recorded. What is absent is not recorded.
#[derive(Clone, Debug, InputObject)]
pub struct RecordMeetingInput {
    /// Whose it is.
    pub community: ID,
    /// The group that met.
    pub group: Option<ID>,
    /// What it is called.
    pub title: String,
    /// On which day.
    pub held_on: TypedDay,
    /// Where.
    pub location: Option<String>,
    /// An address for those who were not there: http or https.
    pub link: Option<String>,
    /// Who was there.
    pub attendees: Option<Vec<AttendeeInput>>,
    /// What was to be talked about, in Markdown.
    pub agenda: Option<String>,
    /// What was noted, in Markdown, up to 100,000 characters. `@Name` and `@[Name](id)` mention
    /// somebody; of them the id is kept and never the name.
    pub notes: Option<String>,
    /// What was decided.
    pub decisions: Option<Vec<DecisionInput>>,
    /// Who may see it: COMMUNITY or RESTRICTED.
    #[graphql(default_with = "Visibility::Community")]
    pub visibility: Visibility,
    /// Whether its notes are read in the same step.
    #[graphql(default = false)]
    pub read_notes: bool,
}

impl RecordMeetingInput {
    fn parse(self) -> Result<NewMeeting, Refusal> {
        Ok(NewMeeting {
            community: CommunityId::read(&self.community, "community")?,
            group: read_stakeholder_opt(self.group.as_ref(), "group")?,
            draft: MeetingDraft {
                title: self.title,
                held_on: self.held_on.into(),
                location: self.location.unwrap_or_default(),
                link: self.link.unwrap_or_default(),
                attendees: attendees(self.attendees.unwrap_or_default())?,
                agenda: self.agenda.unwrap_or_default(),
                notes: self.notes.unwrap_or_default(),
                decisions: decisions(self.decisions.unwrap_or_default())?,
            },
            visibility: self.visibility,
            reads_notes: self.read_notes,
        })
    }
}

fn attendees(inputs: Vec<AttendeeInput>) -> Result<Vec<AttendeeDraft>, Refusal> {
    let read = |(place, input): (usize, AttendeeInput)| {
        let field = format!("attendees.{place}.stakeholder");
        Ok(AttendeeDraft {
            stakeholder: read_stakeholder_opt(input.stakeholder.as_ref(), &field)?,
            name: input.name.unwrap_or_default(),
            organization: input.organization.unwrap_or_default(),
            presence: input.presence,
        })
    };
    inputs.into_iter().enumerate().map(read).collect()
}

fn decisions(inputs: Vec<DecisionInput>) -> Result<Vec<DecisionDraft>, Refusal> {
    let read = |(place, input): (usize, DecisionInput)| {
        let field = format!("decisions.{place}.decidedBy");
        Ok(DecisionDraft {
            text: input.text,
            decided_by: read_stakeholder_opt(input.decided_by.as_ref(), &field)?,
            decided_on: input.decided_on.map(String::from).unwrap_or_default(),
        })
    };
    inputs.into_iter().enumerate().map(read).collect()
}

/// What to correct of a meeting: what is absent stays, null clears.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateMeetingInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// The group that met.
    pub group: MaybeUndefined<ID>,
    /// What it is called.
    pub title: MaybeUndefined<String>,
    /// On which day.
    pub held_on: MaybeUndefined<TypedDay>,
    /// Where.
    pub location: MaybeUndefined<String>,
    /// An address for those who were not there.
    pub link: MaybeUndefined<String>,
    /// Who was there; the whole list, as far as you see it.
    pub attendees: MaybeUndefined<Vec<AttendeeInput>>,
    /// What was to be talked about.
    pub agenda: MaybeUndefined<String>,
    /// What was noted.
    pub notes: MaybeUndefined<String>,
    /// What was decided; the whole list.
    pub decisions: MaybeUndefined<Vec<DecisionInput>>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
}

impl UpdateMeetingInput {
    #[expect(clippy::type_complexity, reason = "what is edited and how, told apart once")]
    fn parts(
        self,
    ) -> Result<(Patch, impl FnOnce(&mut MeetingDraft) -> Result<(), Refusal>), Refusal> {
        let group = match self.group {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(id) => Some(read_stakeholder_opt(Some(&id), "group")?),
        };
        let (agenda, notes) = (new_text(self.agenda), new_text(self.notes));
        let patch = Patch { group, visibility: self.visibility, agenda, notes };
        let people = listed(self.attendees, attendees)?;
        let decided = listed(self.decisions, decisions)?;
        let (title, held_on) = (self.title, self.held_on);
        let (location, link) = (self.location, self.link);
        let edit = move |draft: &mut MeetingDraft| {
            set_required(&mut draft.title, title, "title")?;
            set_required(&mut draft.held_on, held_on.map_value(String::from), "heldOn")?;
            set(&mut draft.location, location);
            set(&mut draft.link, link);
            draft.attendees = people.unwrap_or(std::mem::take(&mut draft.attendees));
            draft.decisions = decided.unwrap_or(std::mem::take(&mut draft.decisions));
            Ok(())
        };
        Ok((patch, edit))
    }
}

fn listed<I, T>(
    patch: MaybeUndefined<Vec<I>>,
    read: impl FnOnce(Vec<I>) -> Result<Vec<T>, Refusal>,
) -> Result<Option<Vec<T>>, Refusal> {
    match patch {
        MaybeUndefined::Undefined => Ok(None),
        MaybeUndefined::Null => Ok(Some(Vec::new())),
        MaybeUndefined::Value(list) => read(list).map(Some),
    }
}

fn new_text(patch: MaybeUndefined<String>) -> NewText {
    match patch {
        MaybeUndefined::Undefined => NewText::Same,
        MaybeUndefined::Null => NewText::Typed(String::new()),
        MaybeUndefined::Value(text) => NewText::Typed(text),
    }
}

/// Which meeting goes.
#[derive(Clone, Debug, InputObject)]
pub struct RemoveMeetingInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// Whose notes are to be read.
#[derive(Clone, Debug, InputObject)]
pub struct ReadNotesInput {
    /// The meeting.
    pub meeting: ID,
}

/// The meeting as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct MeetingPayload {
    /// The meeting.
    pub meeting: Meeting,
}

/// What was read.
#[derive(Clone, Debug, SimpleObject)]
pub struct ReadNotesPayload {
    /// The meeting, with what its notes propose.
    pub meeting: Meeting,
    /// How many proposals are new.
    pub proposed: i32,
}

/// The meeting that is gone.
#[derive(Clone, Debug, SimpleObject)]
pub struct RemoveMeetingPayload {
    /// Its id.
    pub removed_id: ID,
}

impl MeetingPayload {
    fn of(ctx: &Context<'_>, id: MeetingId) -> Result<Self> {
        Ok(Self { meeting: Meeting::find(&ctx.view()?, id).ok_or(Error::NotFound)? })
    }
}
