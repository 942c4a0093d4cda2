//! What only one kind of stakeholder has.

use super::{
    GroupType, ImplementationScope, ImplementationStage, OrganizationType, PlaceLevel,
    ProgrammeType, SizeBand, StakeholderKind,
};
use crate::interval::{DatePoint, Interval};
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{
    LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph, parse_url,
};
use chrono::NaiveDate;

/// What the moves of an implementation from stage to stage left; of it, somebody types only why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageMoved {
    /// Since when it stands at its stage; none when that is unknown.
    pub since: Option<NaiveDate>,
    /// Why it was moved there.
    pub note: Option<String>,
    /// Where it was before it was paused.
    pub before_paused: Option<ImplementationStage>,
}

/// What a person typed for the part that only one kind has, not yet checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DetailDraft {
    /// Of an organization.
    Organization {
        /// What kind of body it is above all.
        organization_type: OrganizationType,
        /// What else it is.
        secondary_types: Vec<OrganizationType>,
        /// How many people work in it.
        size_band: Option<SizeBand>,
        /// Whether it is at home where it works; unknown when absent.
        is_local: Option<bool>,
    },
    /// Of a global good.
    GlobalGood {
        /// SPDX licence expression.
        licence: String,
        /// Where its code is.
        repository: String,
    },
    /// Of a group.
    Group {
        /// What kind of body it is.
        group_type: GroupType,
        /// What it calls itself.
        local_name: String,
        /// What it is for.
        mandate: String,
        /// What it works on.
        topics: Vec<String>,
        /// The language it meets in.
        language: String,
        /// How often it meets, in its own words.
        meets: String,
        /// Which constituencies should have a seat.
        required_constituencies: Vec<String>,
    },
    /// Of an implementation.
    Implementation {
        /// How far it has come.
        stage: Option<ImplementationStage>,
        /// How much of the country it covers.
        scope: Option<ImplementationScope>,
        /// The scheme or system that it serves.
        scheme: String,
        /// Its start.
        started_on: String,
        /// Its end.
        ended_on: String,
        /// What the moves from stage to stage left.
        moved: StageMoved,
    },
    /// Of a programme.
    Programme {
        /// What kind of undertaking it is.
        programme_type: Option<ProgrammeType>,
        /// Who decides about it, in words.
        decided_by: String,
    },
    /// Of a person.
    Person {
        /// The role in which the person is known.
        role: String,
    },
    /// Of a place.
    Place {
        /// What kind of area it is.
        level: PlaceLevel,
    },
    /// Of a segment: nothing more.
    #[default]
    Segment,
}

/// The checked part that only one kind has.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on DetailDraft")]
pub enum Detail {
    Organization {
        organization_type: OrganizationType,
        secondary_types: Vec<OrganizationType>,
        size_band: Option<SizeBand>,
        is_local: Option<bool>,
    },
    GlobalGood {
        licence: Option<String>,
        repository: Option<String>,
    },
    Group {
        group_type: GroupType,
        local_name: Option<String>,
        mandate: Option<String>,
        topics: Vec<String>,
        language: Option<String>,
        meets: Option<String>,
        required_constituencies: Vec<String>,
    },
    Implementation {
        stage: Option<ImplementationStage>,
        scope: Option<ImplementationScope>,
        scheme: Option<String>,
        started_on: Option<DatePoint>,
        ended_on: Option<DatePoint>,
        stage_since: Option<NaiveDate>,
        stage_note: Option<String>,
        before_paused: Option<ImplementationStage>,
    },
    Programme {
        programme_type: Option<ProgrammeType>,
        decided_by: Option<String>,
    },
    Person {
        role: Option<String>,
    },
    Place {
        level: PlaceLevel,
    },
    Segment,
}

impl Detail {
    /// The kind that this part belongs to.
    pub fn kind(&self) -> StakeholderKind {
        match self {
            Self::Organization { .. } => StakeholderKind::Organization,
            Self::GlobalGood { .. } => StakeholderKind::GlobalGood,
            Self::Group { .. } => StakeholderKind::Group,
            Self::Implementation { .. } => StakeholderKind::Implementation,
            Self::Programme { .. } => StakeholderKind::Programme,
            Self::Person { .. } => StakeholderKind::Person,
            Self::Place { .. } => StakeholderKind::Place,
            Self::Segment => StakeholderKind::Segment,
        }
    }
}

impl DetailDraft {
    /// The kind that this part belongs to.
    pub fn kind(&self) -> StakeholderKind {
        match self {
            Self::Organization { .. } => StakeholderKind::Organization,
            Self::GlobalGood { .. } => StakeholderKind::GlobalGood,
            Self::Group { .. } => StakeholderKind::Group,
            Self::Implementation { .. } => StakeholderKind::Implementation,
            Self::Programme { .. } => StakeholderKind::Programme,
            Self::Person { .. } => StakeholderKind::Person,
            Self::Place { .. } => StakeholderKind::Place,
            Self::Segment => StakeholderKind::Segment,
        }
    }

    /// Checks every field; what is wrong is added to the refusals of the whole draft.
    pub(super) fn parse(self, refusals: &mut Refusals) -> Option<Detail> {
        Some(match self {
            Self::Organization { organization_type, secondary_types, size_band, is_local } => {
                let mut secondary_types = secondary_types;
                secondary_types.retain(|secondary| *secondary != organization_type);
                secondary_types.sort();
                secondary_types.dedup();
                Detail::Organization { organization_type, secondary_types, size_band, is_local }
            }
            Self::GlobalGood { licence, repository } => Detail::GlobalGood {
                licence: refusals.take(optional_line(&licence, "licence", 100))?,
                repository: refusals.take(parse_url(&repository, "repository"))?,
            },
            Self::Group { .. } => return self.parse_group(refusals),
            Self::Implementation { .. } => return self.parse_implementation(refusals),
            Self::Programme { programme_type, decided_by } => Detail::Programme {
                programme_type,
                decided_by: refusals.take(optional_line(&decided_by, "decidedBy", LINE_LIMIT))?,
            },
            Self::Person { role } => {
                Detail::Person { role: refusals.take(optional_line(&role, "role", NAME_LIMIT))? }
            }
            Self::Place { level } => Detail::Place { level },
            Self::Segment => Detail::Segment,
        })
    }

    fn parse_group(self, refusals: &mut Refusals) -> Option<Detail> {
        let Self::Group {
            group_type,
            local_name,
            mandate,
            topics,
            language,
            meets,
            required_constituencies,
        } = self
        else {
            return None;
        };
        let lines = |texts: Vec<String>, field: &str, refusals: &mut Refusals| -> Vec<String> {
            if texts.len() > super::LIST_LIMIT {
                refusals.push(Refusal::new(RefusalCode::TooMany, field));
            }
            let mut lines: Vec<String> = texts
                .iter()
                .filter_map(|text| refusals.take(optional_line(text, field, NAME_LIMIT)).flatten())
                .collect();
            lines.dedup();
            lines
        };
        Some(Detail::Group {
            group_type,
            local_name: refusals.take(optional_line(&local_name, "localName", NAME_LIMIT))?,
            mandate: refusals.take(optional_paragraph(&mandate, "mandate", PARAGRAPH_LIMIT))?,
            topics: lines(topics, "topics", refusals),
            language: refusals.take(parse_language(&language))?,
            meets: refusals.take(optional_line(&meets, "meets", NAME_LIMIT))?,
            required_constituencies: lines(
                required_constituencies,
                "requiredConstituencies",
                refusals,
            ),
        })
    }

    fn parse_implementation(self, refusals: &mut Refusals) -> Option<Detail> {
        let Self::Implementation { stage, scope, scheme, started_on, ended_on, moved } = self
        else {
            return None;
        };
        let note = moved.note.unwrap_or_default();
        let note = refusals.take(optional_paragraph(&note, "stageNote", PARAGRAPH_LIMIT))?;
        let paused = stage == Some(ImplementationStage::Paused);
        let started_on = refusals.take(parse_date(&started_on, "startedOn"))?;
        let ended_on = refusals.take(parse_date(&ended_on, "endedOn"))?;
        refusals.take(Interval::parse(started_on, ended_on, "endedOn"))?;
        Some(Detail::Implementation {
            stage,
            scope,
            scheme: refusals.take(optional_line(&scheme, "scheme", NAME_LIMIT))?,
            started_on,
            ended_on,
            stage_since: moved.since.filter(|_| stage.is_some()),
            stage_note: note.filter(|_| stage.is_some()),
            before_paused: moved.before_paused.filter(|_| paused),
        })
    }
}

fn parse_language(text: &str) -> Result<Option<String>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Language::parse(text, "language").map(|language| Some(language.code().to_owned()))
}

fn parse_date(text: &str, field: &str) -> Result<Option<DatePoint>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { DatePoint::parse(text, field).map(Some) }
}
