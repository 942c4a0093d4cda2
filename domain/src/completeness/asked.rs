//! What is asked of each kind of record, and which questions rest on each fact. One table;
//! everything that must know asks here.

use super::words::{Question, RecordFact, RecordKind};

/// A fact that is asked of a kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The fact.
    pub fact: RecordFact,
    /// The questions that are answered with it; none is a fact that nobody would miss.
    pub rests: &'static [Question],
}

use Question::{
    Bridge, Coverage, Feedback, Funding, Gains, Governance, Introduction, Loss, Network, Overlap,
    Peers, Pipeline, Profile, Reliability, Representation, Support, Time,
};

macro_rules! asks {
    ($($kind:ident { $($fact:ident: $($question:ident)+;)+ })+) => {
        /// What is asked of this kind of record, in the order in which it is told. Judgements (how strong
        /// a relationship is, how much a party can move) are not facts that somebody could look up, and
        /// are not asked.
        pub fn asked(kind: RecordKind) -> &'static [Asked] {
            match kind {
                $(RecordKind::$kind => &[
                    $(Asked { fact: RecordFact::$fact, rests: &[$($question),+] }),+
                ],)+
            }
        }
    };
}

asks! {
    Organization {
        Identity: Profile;
        OrganizationType: Profile Introduction;
        Country: Representation Introduction Support;
        Languages: Representation Bridge;
        Size: Representation;
        Website: Profile;
        Relationship: Network Introduction Loss;
        RelationshipEvidence: Reliability Time;
    }
    GlobalGood {
        Identity: Profile;
        Licence: Profile;
        Repository: Profile;
        Website: Profile;
        Steward: Governance Loss;
        Funder: Funding Loss;
        Deployment: Feedback Coverage Peers;
        RelationshipEvidence: Reliability Time;
    }
    Group {
        Identity: Profile;
        Mandate: Governance;
        Topics: Overlap;
        RequiredSeats: Representation Governance;
        Seats: Representation Governance Overlap;
        MeetingLanguage: Bridge;
        Meets: Governance;
        Relationship: Network Governance Introduction;
        RelationshipEvidence: Reliability Time;
    }
    Implementation {
        Identity: Profile;
        Good: Coverage Peers Feedback Support;
        Country: Coverage Peers Feedback;
        Languages: Coverage Peers Bridge;
        Stage: Peers;
        Scope: Profile;
        Start: Profile;
        End: Profile;
        Operator: Loss;
        Implementer: Support Coverage Loss;
        Funder: Funding Loss;
        Feedback: Feedback;
        RelationshipEvidence: Reliability Time;
    }
    Programme {
        Identity: Profile;
        ProgrammeType: Profile;
        DecidedBy: Profile;
        Funder: Funding Loss;
        Relationship: Network Loss;
        RelationshipEvidence: Reliability Time;
    }
    Person {
        Identity: Profile;
        Role: Profile;
        Employer: Introduction;
        RelationshipEvidence: Reliability Time;
    }
    Place {
        Identity: Profile;
        Country: Coverage;
        Languages: Coverage;
    }
    Segment {
        Identity: Profile;
        Relationship: Network;
        RelationshipEvidence: Reliability Time;
    }
    Relationship {
        Evidence: Reliability Time Introduction;
        Start: Time;
        AmountOrShare: Funding Loss;
        Purpose: Profile;
        Constituency: Representation;
        Voting: Profile;
        Cadence: Profile;
        LastHeard: Feedback;
        Consent: Introduction;
    }
    Capability {
        Level: Support Coverage;
        Countries: Support Coverage;
        Languages: Support Coverage;
        Evidence: Reliability;
        Verification: Support Coverage;
    }
    Engagement {
        Owner: Pipeline;
        EntryPoint: Pipeline;
        WeGain: Gains Pipeline;
        TheyGain: Gains;
        NextStep: Pipeline;
    }
}
