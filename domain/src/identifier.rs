//! Ids: UUIDv7 inside, TypeIDs (`org_01h...`) outside, so that `node(id)` needs no guess and other
//! projects can cite a record.

use crate::ids;
use crate::refusal::{Refusal, RefusalCode};
use crate::stakeholder::StakeholderKind;
use std::collections::BTreeSet;
use uuid::Uuid;

ids! {
    /// A stakeholder of any kind.
    StakeholderId;
    /// A relationship between two stakeholders.
    RelationshipId;
    /// One piece of evidence.
    EvidenceId;
    /// A document, page or meeting that evidence points into.
    SourceId;
    /// A community: the tenant.
    CommunityId;
    /// An engagement of a community with a party.
    EngagementId;
    /// One logged contact within an engagement.
    InteractionId;
    /// One thing that a side of an engagement gains.
    GainId;
    /// One thing that somebody should do.
    ActionId;
    /// One move of an engagement from stage to stage.
    TransitionId;
    /// One change of one record.
    ChangeId;
    /// Everything one import changed.
    ImportId;
    /// A person's account for signing in.
    AccountId;
    /// An account's role in a community.
    MembershipId;
    /// A secret by which a program works for an account.
    ApiTokenId;
    /// A service that somebody can give for a good.
    CapabilityId;
    /// A view kept under a title.
    SavedViewId;
    /// Something that users of an implementation ask for.
    RequirementId;
    /// A meeting of a community.
    MeetingId;
    /// Something that a sentence proposes.
    ProposalId;
    /// Something that somebody does not want to be told of.
    MuteId;
    /// A service that a party looks for or offers.
    NeedId;
}

/// What an outside id is about, told by its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Noun {
    /// A stakeholder of this kind.
    Stakeholder(StakeholderKind),
    /// A relationship.
    Relationship,
    /// A piece of evidence.
    Evidence,
    /// A source.
    Source,
    /// A community.
    Community,
    /// An engagement.
    Engagement,
    /// A logged interaction.
    Interaction,
    /// A gain item.
    Gain,
    /// An action.
    Action,
    /// A stage transition.
    Transition,
    /// A change.
    Change,
    /// An import.
    Import,
    /// An account.
    Account,
    /// A membership.
    Membership,
    /// An API token.
    ApiToken,
    /// A session of an account.
    Session,
    /// A capability.
    Capability,
    /// A saved view.
    SavedView,
    /// A requirement.
    Requirement,
    /// A meeting.
    Meeting,
    /// A proposal.
    Proposal,
    /// A mute.
    Mute,
    /// A need or an offer.
    Need,
}

/// Each noun with the prefix of its ids, and the name by which the log of changes and live events speak of
/// its records, where they do.
const NOUNS: &[(Noun, &str, Option<&str>)] = &[
    (Noun::Stakeholder(StakeholderKind::Organization), "org", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::GlobalGood), "good", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Group), "grp", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Implementation), "impl", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Programme), "prog", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Person), "per", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Place), "plc", Some("stakeholder")),
    (Noun::Stakeholder(StakeholderKind::Segment), "seg", Some("stakeholder")),
    (Noun::Relationship, "rel", Some("relationship")),
    (Noun::Evidence, "evd", Some("evidence")),
    (Noun::Source, "src", Some("source")),
    (Noun::Community, "com", Some("community")),
    (Noun::Engagement, "eng", Some("engagement")),
    (Noun::Interaction, "itr", Some("interaction")),
    (Noun::Gain, "gain", Some("gain")),
    (Noun::Action, "act", Some("action")),
    (Noun::Transition, "trn", Some("transition")),
    (Noun::Change, "chg", None),
    (Noun::Import, "imp", Some("import")),
    (Noun::Account, "usr", None),
    (Noun::Membership, "mbr", Some("membership")),
    (Noun::ApiToken, "tok", None),
    (Noun::Session, "ses", None),
    (Noun::Capability, "cap", Some("capability")),
    (Noun::SavedView, "view", Some("savedView")),
    (Noun::Requirement, "req", Some("requirement")),
    (Noun::Meeting, "mtg", Some("meeting")),
    (Noun::Proposal, "prop", Some("proposal")),
    (Noun::Mute, "mute", None),
    (Noun::Need, "need", Some("need")),
];

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Noun {
    /// The prefix of this noun's ids.
    pub fn prefix(self) -> &'static str {
        NOUNS.iter().find(|(noun, ..)| *noun == self).map_or("", |(_, prefix, _)| prefix)
    }

    /// Every noun.
    pub fn all() -> impl Iterator<Item = Self> {
        NOUNS.iter().map(|(noun, ..)| *noun)
    }

    /// The names of all records that the log of changes tells of, in the order of the alphabet.
    pub fn records() -> BTreeSet<&'static str> {
        NOUNS.iter().filter_map(|(.., record)| *record).collect()
    }

    /// The noun of a record that the log of changes calls by this name; a stakeholder's needs its kind.
    pub fn of_record(name: &str, kind: Option<StakeholderKind>) -> Option<Self> {
        let fits = |noun: Self| match noun {
            Self::Stakeholder(of) => kind == Some(of),
            _ => true,
        };
        let mut known = NOUNS.iter().filter(|(.., record)| *record == Some(name));
        known.find(|(noun, ..)| fits(*noun)).map(|(noun, ..)| *noun)
    }

    /// The outside form of an id of this noun.
    pub fn format(self, id: Uuid) -> String {
        let mut text = String::with_capacity(self.prefix().len() + 27);
        text.push_str(self.prefix());
        text.push('_');
        let bits = id.as_u128();
        for position in (0..26u32).rev() {
            let index = (bits >> (5 * position)) & 31;
            let letter = usize::try_from(index).ok().and_then(|index| ALPHABET.get(index));
            text.push(char::from(*letter.unwrap_or(&b'0')));
        }
        text
    }

    /// The UUID of an id that must be of this noun.
    pub fn parse_id(self, text: &str, field: &str) -> Result<Uuid, Refusal> {
        match parse(text) {
            Some((noun, id)) if noun == self => Ok(id),
            _ => Err(Refusal::new(RefusalCode::MalformedId, field)),
        }
    }
}

/// Reads an outside id: what it is about and its UUID. Only the exact form that Banyan writes is
/// taken, so that one record has one id.
pub fn parse(text: &str) -> Option<(Noun, Uuid)> {
    let (prefix, suffix) = text.rsplit_once('_')?;
    let noun = NOUNS.iter().find(|(_, known, _)| *known == prefix)?.0;
    if suffix.len() != 26 || suffix.as_bytes()[0] > b'7' {
        return None;
    }
    let mut bits: u128 = 0;
    for letter in suffix.bytes() {
        let index = ALPHABET.iter().position(|known| *known == letter)?;
        bits = (bits << 5) | u128::try_from(index).ok()?;
    }
    Some((noun, Uuid::from_u128(bits)))
}

/// Reads the id of a stakeholder of any kind.
pub fn parse_stakeholder(text: &str, field: &str) -> Result<StakeholderId, Refusal> {
    match parse(text) {
        Some((Noun::Stakeholder(_), id)) => Ok(StakeholderId(id)),
        _ => Err(Refusal::new(RefusalCode::MalformedId, field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Every id of every noun reads back as itself.
        #[test]
        fn ids_read_back(bits: u128, index in 0..NOUNS.len()) {
            let (noun, ..) = NOUNS[index];
            let id = Uuid::from_u128(bits);
            prop_assert_eq!(parse(&noun.format(id)), Some((noun, id)));
        }
    }

    /// The written form is the one of the TypeID specification.
    #[test]
    fn the_form_is_that_of_the_specification() {
        let id = Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881);
        assert_eq!(Noun::Evidence.format(id), "evd_01h2xcejqtf2nbrexx3vqjhp41");
    }

    /// Anything else is refused, never guessed.
    #[test]
    fn malformed_ids_are_refused() {
        for text in [
            "",
            "org",
            "org_",
            "xyz_01h2xcejqtf2nbrexx3vqjhp41",
            "org_81h2xcejqtf2nbrexx3vqjhp41",
            "org_01h2xcejqtf2nbrexx3vqjhp4",
            "org_01H2XCEJQTF2NBREXX3VQJHP41",
            "org_01h2xcejqtf2nbrexx3vqjhp4u",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
