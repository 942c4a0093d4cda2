//! The closed words about matches.

use crate::vocabulary;

vocabulary! {
    /// Why somebody fits a need, or a need an offer, and what is not known of it.
    pub enum MatchReason {
        /// It is the same service.
        SameService = "SAME_SERVICE", "the same service" | "le même service";
        /// It is not recorded which service.
        ServiceNotRecorded = "SERVICE_NOT_RECORDED", "service not recorded" | "service non saisi";
        /// It is for the same good.
        SameGood = "SAME_GOOD", "the same global good" | "le même bien commun";
        /// It is not recorded for which good.
        GoodNotRecorded = "GOOD_NOT_RECORDED", "global good not recorded" | "bien commun non saisi";
        /// No good is asked for.
        GoodNotAsked = "GOOD_NOT_ASKED", "no global good is asked for" | "aucun bien commun n’est demandé";
        /// It is in the country that is asked for.
        InCountry = "IN_COUNTRY", "in this country" | "dans ce pays";
        /// It is not recorded in which country.
        CountryNotRecorded = "COUNTRY_NOT_RECORDED", "country not recorded" | "pays non saisi";
        /// No country is asked for.
        CountryNotAsked = "COUNTRY_NOT_ASKED", "no country is asked for" | "aucun pays n’est demandé";
        /// It is recorded for other countries.
        OtherCountry = "OTHER_COUNTRY", "in another country" | "dans un autre pays";
        /// It is in the language that is asked for.
        InLanguage = "IN_LANGUAGE", "in this language" | "dans cette langue";
        /// It is not recorded in which language.
        LanguageNotRecorded = "LANGUAGE_NOT_RECORDED", "language not recorded" | "langue non saisie";
        /// No language is asked for.
        LanguageNotAsked = "LANGUAGE_NOT_ASKED", "no language is asked for" | "aucune langue n’est demandée";
        /// It is recorded in other languages.
        OtherLanguage = "OTHER_LANGUAGE", "in another language" | "dans une autre langue";
        /// They have offered it, and the offer still stands.
        OpenOffer = "OPEN_OFFER", "an open offer" | "une offre en cours";
        /// A manager has verified that they can, and it has not expired.
        Verified = "VERIFIED", "verified" | "vérifié";
        /// It was verified, and the day until which it could be relied on is over.
        Expired = "EXPIRED", "verified once, and expired" | "vérifié, puis expiré";
        /// It is recorded that they can, and nobody has verified it.
        NotVerified = "NOT_VERIFIED", "recorded, not verified" | "saisi, non vérifié";
        /// Nothing but a relationship hints at it.
        RelationshipOnly = "RELATIONSHIP_ONLY", "only a relationship hints at it" | "seule une relation le laisse penser";
        /// Nothing but a disputed relationship hints at it.
        DisputedOnly = "DISPUTED_ONLY", "only a disputed relationship hints at it" | "seule une relation contestée le laisse penser";
        /// Nothing but a proposed relationship hints at it.
        ProposedOnly = "PROPOSED_ONLY", "only a proposed relationship hints at it" | "seule une relation proposée le laisse penser";
        /// A level is recorded, and evidence for it.
        LevelWithEvidence = "LEVEL_WITH_EVIDENCE", "a level with evidence" | "un niveau avec preuve";
        /// A level is recorded, and no evidence for it.
        LevelWithoutEvidence = "LEVEL_WITHOUT_EVIDENCE", "a level without evidence" | "un niveau sans preuve";
        /// No level is recorded.
        LevelNotRecorded = "LEVEL_NOT_RECORDED", "level not recorded" | "niveau non saisi";
        /// One relationship joins them with us.
        OneStep = "ONE_STEP", "one relationship away from us" | "à une relation de nous";
        /// Two relationships join them with us.
        TwoSteps = "TWO_STEPS", "two relationships away from us" | "à deux relations de nous";
        /// Three relationships join them with us.
        ThreeSteps = "THREE_STEPS", "three relationships away from us" | "à trois relations de nous";
        /// Nothing nearer than four relationships joins them with us.
        FarAway = "FAR_AWAY", "no short way to them is recorded" | "aucun chemin court vers eux n’est saisi";
    }
}
