//! Meetings: where people of a community sat together, who was there, what was noted and decided.

use crate::action::optional_day;
use crate::identifier::StakeholderId;
use crate::interval::DatePoint;
use crate::notes;
use crate::notes::Presence;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::{LIST_LIMIT, Visibility};
use crate::text::{
    LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph, parse_line,
    parse_url,
};
use chrono::NaiveDate;

/// Somebody who was there or was excused: a stakeholder, or a name of whom nothing else is known.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// Who, when it is known.
    pub stakeholder_id: Option<StakeholderId>,
    /// The name, when it is all that is known.
    pub name: Option<String>,
    /// For whom, as written.
    pub organization: Option<String>,
    /// Whether they were there.
    pub presence: Presence,
}

/// Something that a meeting decided.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// What.
    pub text: String,
    /// Which group decided; none is the group that met.
    pub decided_by_id: Option<StakeholderId>,
    /// When; none is the day of the meeting.
    pub decided_on: Option<NaiveDate>,
}

/// What a person typed for somebody who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendeeDraft {
    /// Who, when it is known.
    pub stakeholder: Option<StakeholderId>,
    /// The name, when it is all that is known.
    pub name: String,
    /// For whom.
    pub organization: String,
    /// Whether they were there.
    pub presence: Presence,
}

/// What a person typed for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionDraft {
    /// What.
    pub text: String,
    /// Which group decided.
    pub decided_by: Option<StakeholderId>,
    /// When: an exact day.
    pub decided_on: String,
}

/// What a person typed for a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingDraft {
    /// What it is called.
    pub title: String,
    /// On which day.
    pub held_on: String,
    /// Where.
    pub location: String,
    /// An address for those who were not there: a call, minutes, slides.
    pub link: String,
    /// Who was there.
    pub attendees: Vec<AttendeeDraft>,
    /// What was to be talked about.
    pub agenda: String,
    /// What was noted, in Markdown; mentions are ids already.
    pub notes: String,
    /// What was decided.
    pub decisions: Vec<DecisionDraft>,
}

/// A meeting's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingFacts {
    /// What it is called.
    pub title: String,
    /// On which day.
    pub held_on: NaiveDate,
    /// Where.
    pub location: Option<String>,
    /// An address.
    pub link: Option<String>,
    /// Who was there.
    pub attendees: Vec<Attendee>,
    /// What was to be talked about.
    pub agenda: Option<String>,
    /// What was noted.
    pub notes: Option<String>,
    /// What was decided.
    pub decisions: Vec<Decision>,
}

impl MeetingDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<MeetingFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let title = refusals.take(parse_line(&self.title, "title", NAME_LIMIT));
        let held_on = refusals.take(day(&self.held_on, "heldOn"));
        let location = refusals.take(optional_line(&self.location, "location", NAME_LIMIT));
        let link = refusals.take(parse_url(&self.link, "link"));
        let agenda = refusals.take(optional_paragraph(&self.agenda, "agenda", PARAGRAPH_LIMIT));
        let notes = refusals.take(notes::parse(&self.notes, "notes"));
        let attendees = attendees(self.attendees, &mut refusals);
        let decisions = decisions(self.decisions, &mut refusals);
        let facts = title.zip(held_on).map(|(title, held_on)| MeetingFacts {
            title,
            held_on,
            location: location.flatten(),
            link: link.flatten(),
            attendees,
            agenda: agenda.flatten(),
            notes: notes.flatten(),
            decisions,
        });
        refusals.finish(facts)
    }
}

fn day(text: &str, field: &str) -> Result<NaiveDate, Refusal> {
    optional_day(text, field)?.ok_or_else(|| Refusal::new(RefusalCode::Required, field))
}

fn attendees(drafts: Vec<AttendeeDraft>, refusals: &mut Refusals) -> Vec<Attendee> {
    if drafts.len() > LIST_LIMIT {
        let refusal = Refusal::new(RefusalCode::TooMany, "attendees");
        refusals.push(refusal.missing(LIST_LIMIT.to_string()));
        return Vec::new();
    }
    let mut all: Vec<Attendee> = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.into_iter().enumerate() {
        let field = |name: &str| format!("attendees.{place}.{name}");
        let name = refusals.take(optional_line(&draft.name, &field("name"), NAME_LIMIT)).flatten();
        let organization = optional_line(&draft.organization, &field("organization"), NAME_LIMIT);
        let organization = refusals.take(organization).flatten();
        if name.is_none() && draft.stakeholder.is_none() {
            refusals.push(Refusal::new(RefusalCode::Required, field("name")));
            continue;
        }
        let attendee = Attendee {
            stakeholder_id: draft.stakeholder,
            // A name that is kept beside an id would stay when the name changes or goes.
            name: name.filter(|_| draft.stakeholder.is_none()),
            organization,
            presence: draft.presence,
        };
        if !all.iter().any(|other| other.is_same(&attendee)) {
            all.push(attendee);
        }
    }
    all
}

fn decisions(drafts: Vec<DecisionDraft>, refusals: &mut Refusals) -> Vec<Decision> {
    if drafts.len() > LIST_LIMIT {
        let refusal = Refusal::new(RefusalCode::TooMany, "decisions");
        refusals.push(refusal.missing(LIST_LIMIT.to_string()));
        return Vec::new();
    }
    let mut all = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.into_iter().enumerate() {
        let field = |name: &str| format!("decisions.{place}.{name}");
        let text = refusals.take(parse_line(&draft.text, &field("text"), LINE_LIMIT));
        let on = refusals.take(optional_day(&draft.decided_on, &field("decidedOn")));
        if let Some((text, decided_on)) = text.zip(on) {
            all.push(Decision { text, decided_by_id: draft.decided_by, decided_on });
        }
    }
    all
}

impl Attendee {
    /// Whether both are the same person or party.
    pub fn is_same(&self, other: &Self) -> bool {
        let folded = |name: &Option<String>| name.as_deref().map(crate::text::fold);
        match (self.stakeholder_id, other.stakeholder_id) {
            (Some(one), Some(other)) => one == other,
            (None, None) => folded(&self.name) == folded(&other.name),
            _ => false,
        }
    }
}

/// Meetings are never public: what people say among themselves is theirs.
pub fn may_stand(visibility: Visibility) -> Result<(), Refusal> {
    match visibility {
        Visibility::Public => Err(Refusal::new(RefusalCode::FieldNotAllowed, "visibility")
            .missing("COMMUNITY|RESTRICTED")),
        Visibility::Community | Visibility::Restricted => Ok(()),
    }
}

/// The day of a meeting as a date.
pub fn as_date(day: NaiveDate) -> DatePoint {
    use crate::interval::Precision;
    DatePoint { date: day, precision: Precision::Day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn somebody(number: Option<u128>, name: &str) -> AttendeeDraft {
        AttendeeDraft {
            stakeholder: number.map(|number| StakeholderId(Uuid::from_u128(number))),
            name: name.into(),
            organization: String::new(),
            presence: Presence::Present,
        }
    }

    fn draft() -> MeetingDraft {
        MeetingDraft {
            title: "Steering group".into(),
            held_on: "2026-06-03".into(),
            attendees: vec![
                somebody(Some(1), "WHO"),
                somebody(None, "Anna"),
                somebody(Some(1), ""),
                somebody(None, "anna "),
            ],
            ..MeetingDraft::default()
        }
    }

    /// Whoever came is named once: by the record where there is one, and then by no name of their own.
    #[test]
    fn attendees_are_named_once() {
        let facts = draft().parse().unwrap();
        let names: Vec<_> = facts.attendees.iter().map(|it| it.name.as_deref()).collect();
        assert_eq!(names, [None, Some("Anna")]);
    }

    /// All that is wrong is told at once; an attendee needs a name or a record.
    #[test]
    fn all_faults_are_told() {
        let wrong = MeetingDraft {
            title: " ".into(),
            held_on: "2026-06".into(),
            link: "javascript:alert(1)".into(),
            attendees: vec![somebody(None, " ")],
            decisions: vec![DecisionDraft {
                text: String::new(),
                decided_by: None,
                decided_on: "soon".into(),
            }],
            ..MeetingDraft::default()
        };
        let told: Vec<_> =
            wrong.parse().unwrap_err().into_iter().map(|refusal| refusal.field).collect();
        assert_eq!(
            told,
            [
                "title",
                "heldOn",
                "link",
                "attendees.0.name",
                "decisions.0.text",
                "decisions.0.decidedOn"
            ]
        );
    }

    /// No meeting is public.
    #[test]
    fn no_meeting_is_public() {
        assert!(may_stand(Visibility::Public).is_err());
        assert!(may_stand(Visibility::Community).is_ok());
    }
}
