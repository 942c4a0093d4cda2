//! Requirements: what users of an implementation ask for, and whether it belongs to the good itself or to
//! that country's own version.

use crate::action::optional_day;
use crate::identifier::StakeholderId;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::StakeholderKind;
use crate::text::{PARAGRAPH_LIMIT, optional_paragraph};
use crate::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// Where a requirement belongs.
    pub enum Disposition {
        /// Nobody has decided yet.
        Undecided = "UNDECIDED", "undecided" | "non décidé";
        /// To the good itself, for everybody.
        Core = "CORE", "core" | "tronc commun";
        /// To this implementation alone.
        Local = "LOCAL", "local" | "propre au pays";
    }
}

/// What a person typed for a decision about a requirement; who is named is already found.
#[derive(Clone, Debug, PartialEq)]
pub struct DispositionDraft {
    /// Where it belongs.
    pub disposition: Disposition,
    /// Which group or person decided, with its kind.
    pub decided_by: Option<(StakeholderId, StakeholderKind)>,
    /// When: an exact day; empty when that is not known.
    pub decided_on: String,
    /// Why.
    pub note: String,
}

/// A decision about a requirement, checked. Of what is undecided, nobody decided on no day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented on DispositionDraft")]
pub struct DispositionFacts {
    pub disposition: Disposition,
    pub decided_by: Option<StakeholderId>,
    pub decided_on: Option<NaiveDate>,
    pub note: Option<String>,
}

/// The text of a requirement: what is asked for.
pub fn parse_text(text: &str) -> Result<String, Refusal> {
    let text = optional_paragraph(text, "text", PARAGRAPH_LIMIT)?;
    text.ok_or_else(|| Refusal::new(RefusalCode::Required, "text"))
}

impl DispositionDraft {
    /// Checks everything at once. `latest` is the last day on which it can have been decided.
    pub fn parse(self, latest: NaiveDate) -> Result<DispositionFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let decides = |kind| matches!(kind, StakeholderKind::Group | StakeholderKind::Person);
        if self.decided_by.is_some_and(|(_, kind)| !decides(kind)) {
            refusals.push(Refusal::new(RefusalCode::OutsideMatrix, "decidedBy"));
        }
        let decided_on = refusals.take(optional_day(&self.decided_on, "decidedOn")).flatten();
        if decided_on.is_some_and(|day| day > latest) {
            let late = Refusal::new(RefusalCode::DateOutOfRange, "decidedOn");
            refusals.push(late.missing(latest.to_string()));
        }
        let note = refusals.take(optional_paragraph(&self.note, "note", PARAGRAPH_LIMIT));
        let decided = self.disposition != Disposition::Undecided;
        for (given, field) in
            [(self.decided_by.is_some(), "decidedBy"), (decided_on.is_some(), "decidedOn")]
        {
            if given && !decided {
                refusals.push(Refusal::new(RefusalCode::FieldNotAllowed, field));
            }
        }
        refusals.finish(Some(DispositionFacts {
            disposition: self.disposition,
            decided_by: self.decided_by.map(|(id, _)| id),
            decided_on,
            note: note.flatten(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(disposition: Disposition, kind: StakeholderKind, on: &str) -> DispositionDraft {
        let by = (StakeholderId(uuid::Uuid::nil()), kind);
        let (decided_on, note) = (on.to_owned(), String::new());
        DispositionDraft { disposition, decided_by: Some(by), decided_on, note }
    }

    /// A group or a person decides, on a day that has come; of what is undecided nobody did.
    #[test]
    fn a_group_or_a_person_decides() {
        let today = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
        let fields = |draft: DispositionDraft| {
            let refusals = draft.parse(today).err().unwrap_or_default();
            refusals.into_iter().map(|refusal| refusal.field).collect::<Vec<_>>()
        };
        let core = |kind, on| fields(draft(Disposition::Core, kind, on));
        assert_eq!(core(StakeholderKind::Group, "2026-05-01"), [""; 0]);
        assert_eq!(core(StakeholderKind::Person, ""), [""; 0]);
        assert_eq!(core(StakeholderKind::Organization, "2026-05"), ["decidedBy", "decidedOn"]);
        assert_eq!(core(StakeholderKind::Group, "2026-05-02"), ["decidedOn"]);
        let open = draft(Disposition::Undecided, StakeholderKind::Group, "2026-05-01");
        assert_eq!(fields(open), ["decidedBy", "decidedOn"]);
    }
}
