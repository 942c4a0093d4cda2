//! A rule saying no: which rule (code), about what (field), and what is missing.

use crate::vocabulary;
use crate::vocabulary::{Tongue, Word};

/// A code that is in no closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("not a word of this list")
    }
}

impl std::error::Error for UnknownWord {}

vocabulary! {
    /// Every reason for which a rule of Banyan says no.
    pub enum RefusalCode {
        /// A required text or value was not given.
        Required = "REQUIRED", "This is required." | "Ce champ est obligatoire.";
        /// The text is longer than the field allows; `missing` holds the limit.
        TooLong = "TOO_LONG", "This text is too long." | "Ce texte est trop long.";
        /// The text is shorter than the field asks for; `missing` holds the least length.
        TooShort = "TOO_SHORT", "This text is too short." | "Ce texte est trop court.";
        /// The password is among those that are tried first.
        Guessable = "GUESSABLE", "This is easily guessed: choose another." | "Ceci se devine facilement\u{a0}: choisissez autre chose.";
        /// The present password was not the one that was typed.
        WrongPassword = "WRONG_PASSWORD", "This is not your present password." | "Ce n’est pas votre mot de passe actuel.";
        /// A short name stands where only an e-mail address helps: letters go there.
        AddressRequired = "ADDRESS_REQUIRED", "Write an e-mail address: the invitation is sent there." | "Écrivez une adresse électronique\u{a0}: l’invitation y est envoyée.";
        /// The login belongs to an account that the inviter does not know, and that nobody has shown to be whose it says.
        UnknownAccount = "UNKNOWN_ACCOUNT", "Somebody outside your communities has an account under this login, and no letter has confirmed that it is theirs: ask whoever runs this Banyan to add it (banyan user role)." | "Quelqu’un hors de vos communautés a un compte sous cet identifiant, et aucun message n’a confirmé qu’il est bien le sien\u{a0}: demandez à l’exploitant de ce Banyan de l’ajouter (banyan user role).";
        /// A community without an admin could not be managed any more.
        LastAdmin = "LAST_ADMIN", "A community keeps at least one admin: name another first." | "Une communauté garde au moins un administrateur\u{a0}: nommez-en d’abord un autre.";
        /// The text holds control characters, or others that nobody sees.
        ControlCharacter = "CONTROL_CHARACTER", "Control characters and invisible characters are not allowed." | "Les caractères de contrôle et les caractères invisibles ne sont pas admis.";
        /// The id is not one that Banyan issues.
        MalformedId = "MALFORMED_ID", "This is not a valid id." | "Cet identifiant n’est pas valide.";
        /// The cursor was not given out by this list in this order.
        UnknownCursor = "UNKNOWN_CURSOR", "This is not a cursor of this list." | "Ce n’est pas un curseur de cette liste.";
        /// Nothing that you may see has this id.
        NotFound = "NOT_FOUND", "Nothing was found under this id." | "Rien n’a été trouvé sous cet identifiant.";
        /// Several have this name; `missing` holds their short names.
        Ambiguous = "AMBIGUOUS", "Several have this name: say which one." | "Plusieurs portent ce nom\u{a0}: précisez lequel.";
        /// Not an ISO 3166-1 alpha-2 country code or a known country name.
        UnknownCountry = "UNKNOWN_COUNTRY", "This country is not known (write its name or its ISO 3166 code)." | "Ce pays est inconnu (écrivez son nom ou son code ISO 3166).";
        /// Not an ISO 639-1 language code.
        UnknownLanguage = "UNKNOWN_LANGUAGE", "This language is not known (write its name or its ISO 639-1 code)." | "Cette langue est inconnue (écrivez son nom ou son code ISO 639-1).";
        /// Not a word of the closed list.
        UnknownWord = "UNKNOWN_WORD", "This is not one of the allowed values." | "Cette valeur n’est pas dans la liste.";
        /// A text was typed where one of the records offered must be chosen.
        NotChosen = "NOT_CHOSEN", "Choose one of those offered, or empty this field." | "Choisissez parmi les propositions, ou videz ce champ.";
        /// Not a date, or a date of the wrong precision.
        MalformedDate = "MALFORMED_DATE", "This is not a date (write 2024, 2024-05 or 2024-05-31)." | "Ce n’est pas une date (écrivez 2024, 2024-05 ou 2024-05-31).";
        /// Not a whole number.
        MalformedNumber = "MALFORMED_NUMBER", "This is not a whole number." | "Ce n’est pas un nombre entier.";
        /// The end lies before the start.
        EndBeforeStart = "END_BEFORE_START", "The end lies before the start." | "La fin précède le début.";
        /// The web address does not start with http:// or https://.
        MalformedUrl = "MALFORMED_URL", "This is not a web address." | "Ce n’est pas une adresse web.";
        /// A number lies outside its range; `missing` holds the range.
        OutOfRange = "OUT_OF_RANGE", "This number lies outside the allowed range." | "Ce nombre est hors limites.";
        /// A date lies outside its range; `missing` holds the range.
        DateOutOfRange = "DATE_OUT_OF_RANGE", "This date lies outside the allowed range." | "Cette date est hors limites.";
        /// More was asked for than the asker may do.
        BeyondRights = "BEYOND_RIGHTS", "This is more than you may do yourself." | "C’est plus que ce que vous pouvez faire vous-même.";
        /// This kind of relationship cannot join these two kinds of stakeholder.
        OutsideMatrix = "OUTSIDE_MATRIX", "This relationship cannot join these two kinds of stakeholder." | "Cette relation ne peut pas relier ces deux types de partie prenante.";
        /// A relationship cannot join a stakeholder with itself.
        SelfRelationship = "SELF_RELATIONSHIP", "A stakeholder cannot have a relationship with itself." | "Une partie prenante ne peut pas être en relation avec elle-même.";
        /// The relationship would close a circle of parts.
        Cycle = "CYCLE", "This would make something a part of itself." | "Un élément deviendrait une partie de lui-même.";
        /// Another relationship of the same kind and role already covers part of this time.
        Overlap = "OVERLAP", "The same relationship is already recorded for part of this time." | "La même relation est déjà saisie pour une partie de cette période.";
        /// An ended relationship needs its end date.
        EndDateRequired = "END_DATE_REQUIRED", "An ended relationship needs its end date." | "Une relation terminée exige une date de fin.";
        /// The field does not belong to this kind.
        FieldNotAllowed = "FIELD_NOT_ALLOWED", "This field does not belong to this kind." | "Ce champ n’appartient pas à ce type.";
        /// A currency stands without an amount, or an amount without a currency.
        CurrencyWithAmount = "CURRENCY_WITH_AMOUNT", "An amount needs a currency, and a currency an amount." | "Un montant exige une devise, et une devise un montant.";
        /// Not an ISO 4217 currency code.
        UnknownCurrency = "UNKNOWN_CURRENCY", "This currency is not known (use its ISO 4217 code)." | "Cette devise est inconnue (utilisez son code ISO 4217).";
        /// The intermediary must be an organization or a programme.
        ViaKind = "VIA_KIND", "Only an organization or a programme can stand between." | "Seule une organisation ou un programme peut être intermédiaire.";
        /// An end of the relationship cannot be its intermediary too.
        ViaEnd = "VIA_END", "Neither of the two can stand between them." | "Aucun des deux ne peut être leur intermédiaire.";
        /// The kind RELATED_TO needs a note saying how.
        NoteRequired = "NOTE_REQUIRED", "Say in a note how they are related." | "Précisez la relation dans une note.";
        /// The state cannot follow the present one.
        StateNotReachable = "STATE_NOT_REACHABLE", "This state cannot follow the present one." | "Cet état ne peut pas suivre l’état actuel.";
        /// The stage cannot follow the present one.
        StageNotReachable = "STAGE_NOT_REACHABLE", "This stage cannot follow the present one." | "Cette étape ne peut pas suivre l’étape actuelle.";
        /// The stage's guard does not hold; `missing` lists what it asks for.
        GuardNotMet = "GUARD_NOT_MET", "Something is missing before this stage." | "Il manque quelque chose avant cette étape.";
        /// The relationship has nothing to do with whom the engagement is with.
        OtherParty = "OTHER_PARTY", "This relationship joins neither the party of this engagement nor its entry points." | "Cette relation ne concerne ni la partie de cet engagement ni ses points d’entrée.";
        /// An open engagement with this party for this objective already exists.
        DuplicateEngagement = "DUPLICATE_ENGAGEMENT", "An open engagement with this partner for this objective already exists." | "Un engagement ouvert avec ce partenaire pour cet objectif existe déjà.";
        /// The same value is already taken.
        Duplicate = "DUPLICATE", "This value is already taken." | "Cette valeur est déjà prise.";
        /// The record was changed since it was read; `missing` holds the present version.
        StaleVersion = "STALE_VERSION", "This record has been changed in the meantime." | "Cette fiche a été modifiée entre-temps.";
        /// A later change touched the same field.
        LaterChange = "LATER_CHANGE", "A later change touched the same field." | "Une modification ultérieure touche le même champ.";
        /// The record is archived.
        Archived = "ARCHIVED", "This record is archived." | "Cette fiche est archivée.";
        /// Other records still rest on this one.
        InUse = "IN_USE", "Other records still rest on this one." | "D’autres fiches reposent encore sur celle-ci.";
        /// A cell begins with a quotation mark that nothing closes; `missing` holds its line.
        UnclosedQuote = "UNCLOSED_QUOTE", "A quotation mark is opened and never closed, in this line." | "Un guillemet ouvert n’est jamais refermé, à cette ligne.";
        /// More rows or items than one request may carry; `missing` holds the limit.
        TooMany = "TOO_MANY", "These are too many at once." | "C’est trop à la fois.";
        /// The idempotency key stood for another request.
        KeyReused = "KEY_REUSED", "This key was used for another request." | "Cette clé a déjà servi à une autre requête.";
        /// The request was carried out before, and an erasure took its answer away.
        AnswerErased = "ANSWER_ERASED", "This was done before; its answer is no longer kept." | "Ceci a déjà été fait\u{a0}; la réponse n’est plus conservée.";
        /// A request with an idempotency key makes one change at most.
        OneChange = "ONE_CHANGE", "A request with a key may make one change only." | "Une requête avec clé ne peut faire qu’une seule modification.";
        /// Contact data stands without a reason in law.
        BasisRequired = "BASIS_REQUIRED", "Contact data needs a lawful basis." | "Des coordonnées exigent une base légale.";
        /// Contact data was given together with the withdrawal of the consent to it.
        ConsentWithdrawn = "CONSENT_WITHDRAWN", "Consent was withdrawn: no contact data may be kept." | "Le consentement a été retiré\u{a0}: aucune coordonnée ne peut être conservée.";
        /// Not an e-mail address.
        MalformedEmail = "MALFORMED_EMAIL", "This is not an e-mail address." | "Ce n’est pas une adresse électronique.";
        /// Not a telephone number.
        MalformedPhone = "MALFORMED_PHONE", "This is not a telephone number." | "Ce n’est pas un numéro de téléphone.";
        /// What the record held was erased for good.
        Erased = "ERASED", "This was erased for good." | "Ceci a été effacé définitivement.";
    }
}

/// One reason for saying no.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Refusal {
    /// Which rule said no.
    pub code: RefusalCode,
    /// The input field it is about, as named in GraphQL (`validTo`, `source`), or empty for the whole.
    pub field: String,
    /// What would be needed instead: limits, missing guards, the present version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

impl Refusal {
    /// A refusal about one field.
    pub fn new(code: RefusalCode, field: impl Into<String>) -> Self {
        Self { code, field: field.into(), missing: Vec::new() }
    }

    /// The same refusal, saying what would be needed.
    pub fn missing(mut self, what: impl Into<String>) -> Self {
        self.missing.push(what.into());
        self
    }

    /// The same refusal, about a field of an input that stands within another one.
    pub fn within(mut self, path: &str) -> Self {
        self.field =
            if self.field.is_empty() { path.to_owned() } else { format!("{path}.{}", self.field) };
        self
    }

    /// The sentence for people.
    pub fn label(&self, tongue: Tongue) -> &'static str {
        self.code.label(tongue)
    }
}

/// The refusals of a draft whose input stands within another one.
pub fn within(refusals: Vec<Refusal>, path: &str) -> Vec<Refusal> {
    refusals.into_iter().map(|refusal| refusal.within(path)).collect()
}

/// Collects the refusals of a whole draft, so that a form can show all of them at once.
#[derive(Debug, Default)]
pub struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Nothing refused yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// Keeps the value of a check, or remembers why there is none.
    pub fn take<T>(&mut self, checked: Result<T, Refusal>) -> Option<T> {
        checked.map_err(|refusal| self.0.push(refusal)).ok()
    }

    /// Remembers a refusal when `holds` is false.
    pub fn require(&mut self, holds: Result<(), Refusal>) {
        let _ = self.take(holds);
    }

    /// The value, when nothing was refused. A `None` without any refusal cannot come from `take`.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Refusal>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }

    /// Whether anything was refused so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
