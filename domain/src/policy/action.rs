//! Everything that can be allowed or denied beyond reading.

use crate::vocabulary;

vocabulary! {
    /// Everything that can be allowed or denied beyond reading.
    pub enum Action {
        /// Create a stakeholder.
        CreateStakeholder = "CREATE_STAKEHOLDER", "create stakeholders" | "créer des parties prenantes";
        /// Change a stakeholder's facts.
        UpdateStakeholder = "UPDATE_STAKEHOLDER", "edit stakeholders" | "modifier les parties prenantes";
        /// Put a stakeholder away, or bring it back.
        ArchiveStakeholder = "ARCHIVE_STAKEHOLDER", "archive stakeholders" | "archiver les parties prenantes";
        /// Record a relationship as proposed, and edit proposed ones.
        ProposeRelationship = "PROPOSE_RELATIONSHIP", "propose relationships" | "proposer des relations";
        /// Confirm, dispute, end or retract a relationship.
        SettleRelationship = "SETTLE_RELATIONSHIP", "confirm and end relationships" | "confirmer et terminer des relations";
        /// Add evidence and sources.
        AddEvidence = "ADD_EVIDENCE", "add evidence" | "ajouter des preuves";
        /// Open and edit engagements, log interactions, record gains.
        WorkEngagement = "WORK_ENGAGEMENT", "work on engagements" | "travailler sur les engagements";
        /// Move an engagement from stage to stage.
        MoveEngagement = "MOVE_ENGAGEMENT", "move engagements" | "déplacer les engagements";
        /// Record, complete and drop actions.
        WorkAction = "WORK_ACTION", "work on actions" | "travailler sur les actions";
        /// Record what somebody can give, and correct what nobody has verified.
        RecordCapability = "RECORD_CAPABILITY", "record capabilities" | "saisir des capacités";
        /// Verify what somebody can give, and change what was verified.
        VerifyCapability = "VERIFY_CAPABILITY", "verify capabilities" | "vérifier des capacités";
        /// Record what users of an implementation ask for, and decide where it belongs.
        WorkRequirement = "WORK_REQUIREMENT", "work on requirements" | "travailler sur les exigences";
        /// State what a party looks for or offers, and say what has become of it.
        WorkNeed = "WORK_NEED", "work on needs and offers" | "travailler sur les besoins et les offres";
        /// Save what a page shows under a title, and work on what is saved.
        SaveView = "SAVE_VIEW", "save views" | "enregistrer des vues";
        /// Record meetings, and have their notes read.
        RecordMeeting = "RECORD_MEETING", "record meetings" | "consigner des réunions";
        /// Accept or reject what is proposed.
        DecideProposal = "DECIDE_PROPOSAL", "accept and reject proposals" | "accepter et rejeter des propositions";
        /// Bring in many rows at once.
        Import = "IMPORT", "import" | "importer";
        /// Read and record how persons can be reached.
        ReadContact = "READ_CONTACT", "see and record contact data" | "voir et saisir les coordonnées";
        /// Take away everything that is known of a person.
        ExportPerson = "EXPORT_PERSON", "export what is known of a person" | "exporter ce que l’on sait d’une personne";
        /// Erase a person for good.
        ErasePerson = "ERASE_PERSON", "erase persons" | "effacer des personnes";
        /// Undo a change or an import.
        Revert = "REVERT", "undo changes" | "annuler des changements";
        /// Remove the practice data.
        RemovePractice = "REMOVE_PRACTICE", "remove practice data" | "supprimer les données d’exercice";
        /// See the members of a community.
        ReadMembers = "READ_MEMBERS", "see members" | "voir les membres";
        /// Add members, change roles, change settings.
        ManageMembers = "MANAGE_MEMBERS", "manage members" | "gérer les membres";
    }
}
