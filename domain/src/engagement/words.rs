//! The closed words about engagements.

use crate::vocabulary;

vocabulary! {
    /// What a community wants to reach with a party.
    pub enum Objective {
        /// That it funds.
        Fund = "FUND", "funding" | "financement";
        /// That it funds together with others.
        CoFund = "CO_FUND", "co-funding" | "cofinancement";
        /// That it implements.
        Implement = "IMPLEMENT", "implementation" | "mise en œuvre";
        /// That it supports users where they are.
        LocalSupport = "LOCAL_SUPPORT", "local support" | "appui local";
        /// That skills grow.
        Capacity = "CAPACITY", "capacity building" | "renforcement des capacités";
        /// That it brings in know-how.
        AcademicKnowhow = "ACADEMIC_KNOWHOW", "academic know-how" | "savoir universitaire";
        /// That it teaches with and tests the product.
        TeachingTesting = "TEACHING_TESTING", "teaching and testing" | "enseignement et tests";
        /// That it mediates to policy makers.
        PolicyMediation = "POLICY_MEDIATION", "policy mediation" | "médiation politique";
        /// That the community grows in French.
        FrancophoneGrowth = "FRANCOPHONE_GROWTH", "francophone growth" | "croissance francophone";
        /// That users are heard.
        UserVoice = "USER_VOICE", "user voice" | "voix des utilisateurs";
        /// That systems work together.
        Interoperability = "INTEROPERABILITY", "interoperability" | "interopérabilité";
        /// That it speaks for the good.
        Advocacy = "ADVOCACY", "advocacy" | "plaidoyer";
        /// That it bids together with us.
        BidPartner = "BID_PARTNER", "bid partnership" | "partenariat d’offre";
        /// That data are shared.
        DataSharing = "DATA_SHARING", "data sharing" | "partage de données";
        /// That its role or mandate becomes clear.
        ClarifyMandate = "CLARIFY_MANDATE", "clarify mandate" | "clarifier le mandat";
        /// Something else; the reason says what.
        Other = "OTHER", "other" | "autre";
    }
}

vocabulary! {
    /// Where a conversation with a party stands.
    pub enum Stage {
        /// We know whom and why.
        Identified = "IDENTIFIED", "identified" | "identifié";
        /// We know who, through whom, and what we gain.
        Qualified = "QUALIFIED", "qualified" | "qualifié";
        /// A first contact was made.
        Contacted = "CONTACTED", "contacted" | "contacté";
        /// Both sides talk.
        InDialogue = "IN_DIALOGUE", "in dialogue" | "en dialogue";
        /// A proposal is with them.
        ProposalSent = "PROPOSAL_SENT", "proposal sent" | "proposition envoyée";
        /// They are deciding.
        UnderReview = "UNDER_REVIEW", "under review" | "en examen";
        /// They said yes.
        Committed = "COMMITTED", "committed" | "engagé";
        /// It is happening.
        Active = "ACTIVE", "active" | "actif";
        /// It ends soon and may go on.
        Renewing = "RENEWING", "renewing" | "en renouvellement";
        /// Nothing has happened for long.
        Dormant = "DORMANT", "dormant" | "en sommeil";
        /// One side said no.
        Declined = "DECLINED", "declined" | "décliné";
        /// It is over.
        Ended = "ENDED", "ended" | "terminé";
    }
}

vocabulary! {
    /// Something that a stage's guard asks for.
    pub enum Missing {
        /// A person in charge.
        Owner = "OWNER", "an owner" | "un responsable";
        /// A named unit or role to talk to, or an open action to find it.
        EntryPoint = "ENTRY_POINT", "an entry point, or an open action to find it" | "un point d’entrée, ou une action ouverte pour le trouver";
        /// What we gain.
        WeGain = "WE_GAIN", "what we gain" | "ce que nous y gagnons";
        /// One logged interaction.
        Interaction = "INTERACTION", "a logged interaction" | "une interaction consignée";
        /// One logged interaction from us to them.
        InteractionFromUs = "INTERACTION_FROM_US", "an interaction from us" | "une interaction de notre part";
        /// One logged interaction from them to us.
        InteractionFromThem = "INTERACTION_FROM_THEM", "an interaction from them" | "une interaction de leur part";
        /// A proposal as link, file name or text.
        Proposal = "PROPOSAL", "a proposal" | "une proposition";
        /// The group that decides.
        DecidingGroup = "DECIDING_GROUP", "the group that decides" | "le groupe qui décide";
        /// The community's word that no group decides on their side.
        NoDecidingGroup = "NO_DECIDING_GROUP", "a word that no group decides" | "l’indication qu’aucun groupe ne décide";
        /// A decision in favour that was recorded.
        Decision = "DECISION", "a recorded decision in favour" | "une décision favorable consignée";
        /// A confirmed relationship with evidence that came of it.
        ConfirmedRelationship = "CONFIRMED_RELATIONSHIP", "a confirmed relationship with evidence" | "une relation confirmée avec preuve";
        /// Onboarding that has begun.
        Onboarding = "ONBOARDING", "started onboarding" | "un accueil commencé";
        /// A note saying why.
        Note = "NOTE", "a note saying why" | "une note qui dit pourquoi";
        /// An end date.
        EndDate = "END_DATE", "an end date" | "une date de fin";
        /// A reason.
        Reason = "REASON", "a reason" | "une raison";
        /// Which side said no.
        DeclinedBy = "DECLINED_BY", "who declined" | "qui a décliné";
        /// The new end date.
        NewEndDate = "NEW_END_DATE", "the new end date" | "la nouvelle date de fin";
    }
}

vocabulary! {
    /// Which side of an engagement gains.
    pub enum GainSide {
        /// The community.
        WeGain = "WE_GAIN", "we gain" | "nous y gagnons";
        /// The party.
        TheyGain = "THEY_GAIN", "they gain" | "ils y gagnent";
    }
}

vocabulary! {
    /// How far a gain has come true.
    pub enum GainStatus {
        /// It is hoped for or promised.
        Promised = "PROMISED", "promised" | "promis";
        /// It has come.
        Delivered = "DELIVERED", "delivered" | "obtenu";
    }
}

vocabulary! {
    /// How an interaction took place.
    pub enum Channel {
        /// Telephone or video.
        Call = "CALL", "call" | "appel";
        /// E-mail.
        Email = "EMAIL", "e-mail" | "courriel";
        /// A meeting.
        Meeting = "MEETING", "meeting" | "réunion";
        /// A chat message.
        Chat = "CHAT", "chat" | "messagerie";
        /// A letter.
        Letter = "LETTER", "letter" | "lettre";
        /// A conference or other event.
        Event = "EVENT", "event" | "événement";
        /// Another way.
        Other = "OTHER", "other" | "autre";
    }
}

vocabulary! {
    /// Which way an interaction went.
    pub enum Direction {
        /// From us to them.
        Outgoing = "OUTGOING", "from us" | "de notre part";
        /// From them to us.
        Incoming = "INCOMING", "from them" | "de leur part";
        /// Both sides spoke.
        Mutual = "MUTUAL", "both ways" | "dans les deux sens";
    }
}

vocabulary! {
    /// Which side said no.
    pub enum DeclinedBy {
        /// The community.
        Us = "US", "us" | "nous";
        /// The party.
        Them = "THEM", "them" | "eux";
    }
}

vocabulary! {
    /// What those who decide about a proposal said.
    pub enum ReviewOutcome {
        /// Yes.
        Approved = "APPROVED", "approved" | "approuvé";
        /// Yes, if something is done or found first; the note says what.
        ApprovedWithConditions = "APPROVED_WITH_CONDITIONS", "approved with conditions" | "approuvé sous conditions";
        /// Not now; it is decided about again.
        Postponed = "POSTPONED", "postponed" | "reporté";
        /// No.
        Refused = "REFUSED", "refused" | "refusé";
    }
}

vocabulary! {
    /// Why a conversation counts as stuck.
    pub enum StuckReason {
        /// Its next step was due.
        Overdue = "OVERDUE", "its next step is overdue" | "la prochaine étape est en retard";
        /// No contact for twice as long as was agreed to be in touch.
        Silent = "SILENT", "no contact for twice the agreed time" | "aucun contact depuis deux fois le délai convenu";
        /// It has stood at its stage for long.
        LongInStage = "LONG_IN_STAGE", "long at the same stage" | "longtemps à la même étape";
    }
}

vocabulary! {
    /// Why a move is suggested; a person decides.
    pub enum SuggestionReason {
        /// No contact for twice as long as was agreed to be in touch.
        Silent = "SILENT", "no contact for twice the agreed time" | "aucun contact depuis deux fois le délai convenu";
        /// What came of it ends soon or has ended.
        EndsSoon = "ENDS_SOON", "it ends soon" | "la fin approche";
    }
}
