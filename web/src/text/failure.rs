//! How failures and refusals are told to people.

use crate::client::{Code, Failure};
use domain::engagement::{Missing, Stage};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::RelationshipKind;
use domain::stakeholder::{
    GroupType, OrganizationType, PlaceLevel, ProgrammeType, StakeholderKind,
};
use domain::vocabulary::{Tongue, Word};

/// What went wrong and what to do about it.
pub fn failure_text(failure: &Failure, tongue: Tongue) -> String {
    let (en, fr) = match failure.code {
        Code::BadUserInput => {
            ("This cannot be done as entered.", "Cette saisie n’est pas possible.")
        }
        Code::Unauthenticated => {
            ("Please sign in and try again.", "Veuillez vous connecter et réessayer.")
        }
        Code::Forbidden => ("Your role does not allow this.", "Votre rôle ne le permet pas."),
        Code::NotFound => (
            "There is nothing here, or you may not see it.",
            "Il n’y a rien ici, ou vous n’y avez pas accès.",
        ),
        Code::Conflict => (
            "Somebody else has changed this in the meantime. Load it again and repeat your change.",
            "Quelqu’un d’autre l’a modifié entre-temps. Rechargez la fiche et refaites votre modification.",
        ),
        Code::RateLimited => (
            "Too many requests. Wait a moment and try again.",
            "Trop de demandes. Patientez un instant et réessayez.",
        ),
        Code::TooCostly => (
            "This asks for too much at once. Narrow it down.",
            "La demande est trop vaste. Restreignez-la.",
        ),
        Code::Overloaded => (
            "The server is busy. Try again in a moment.",
            "Le serveur est occupé. Réessayez dans un instant.",
        ),
        Code::Timeout => {
            ("The answer took too long. Try again.", "La réponse a trop tardé. Réessayez.")
        }
        Code::Internal => (
            "The server failed. Nothing was changed.",
            "Le serveur a échoué. Rien n’a été modifié.",
        ),
        Code::Offline => (
            "The server cannot be reached. Check your connection and try again.",
            "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
        ),
        Code::Unreadable => (
            "This page and the server do not match. Reload the page.",
            "Cette page et le serveur ne concordent pas. Rechargez la page.",
        ),
    };
    let text = match tongue {
        Tongue::En => en,
        Tongue::Fr => fr,
    };
    match &failure.request {
        Some(request) => format!("{text} ({request})"),
        None => text.to_owned(),
    }
}

/// Why a rule said no, with what would be needed, closed words in the reader's language.
pub fn refusal_text(refusal: &Refusal, tongue: Tongue) -> String {
    let sentence = refusal.label(tongue);
    if refusal.missing.is_empty() {
        return sentence.to_owned();
    }
    let needed: Vec<_> =
        refusal.missing.iter().map(|word| needed_text(refusal.code, word, tongue)).collect();
    let (sentence, full_stop) = match sentence.strip_suffix('.') {
        Some(sentence) => (sentence, "."),
        None => (sentence, ""),
    };
    match tongue {
        Tongue::En => format!("{sentence}: {}{full_stop}", needed.join(", ")),
        Tongue::Fr => format!("{sentence}\u{a0}: {}{full_stop}", needed.join(", ")),
    }
}

/// What would be needed: a limit with what it limits, or a closed word.
fn needed_text(code: RefusalCode, word: &str, tongue: Tongue) -> String {
    match (code, tongue) {
        (RefusalCode::TooLong, Tongue::En) => format!("at most {word} characters"),
        (RefusalCode::TooLong, Tongue::Fr) => format!("{word} caractères au plus"),
        (RefusalCode::TooShort, Tongue::En) => format!("at least {word} characters"),
        (RefusalCode::TooShort, Tongue::Fr) => format!("{word} caractères au moins"),
        (RefusalCode::TooMany, Tongue::En) => format!("at most {word}"),
        (RefusalCode::TooMany, Tongue::Fr) => format!("{word} au plus"),
        _ => word_text(word, tongue),
    }
}

fn word_text(word: &str, tongue: Tongue) -> String {
    let label = Missing::parse(word).map(|word| word.label(tongue));
    let label = label.or_else(|| Stage::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| RelationshipKind::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| StakeholderKind::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| OrganizationType::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| GroupType::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| ProgrammeType::parse(word).map(|word| word.label(tongue)));
    let label = label.or_else(|| PlaceLevel::parse(word).map(|word| word.label(tongue)));
    label.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is missing is told in words, limits as they are.
    #[test]
    fn refusals_tell_what_is_missing() {
        let guard =
            Refusal::new(RefusalCode::GuardNotMet, "to").missing("OWNER").missing("WE_GAIN");
        assert_eq!(
            refusal_text(&guard, Tongue::En),
            "Something is missing before this stage: an owner, what we gain."
        );
        let word = Refusal::new(RefusalCode::UnknownWord, "type")
            .missing("NGO_IMPLEMENTER")
            .missing("BOARD");
        assert_eq!(
            refusal_text(&word, Tongue::En),
            "This is not one of the allowed values: implementing NGO, board."
        );
        let long = Refusal::new(RefusalCode::TooLong, "note").missing("500");
        assert_eq!(
            refusal_text(&long, Tongue::Fr),
            "Ce texte est trop long\u{a0}: 500 caractères au plus."
        );
        let short = Refusal::new(RefusalCode::TooShort, "new").missing("12");
        assert_eq!(
            refusal_text(&short, Tongue::En),
            "This text is too short: at least 12 characters."
        );
        let bare = Refusal::new(RefusalCode::Required, "nameEn");
        assert_eq!(refusal_text(&bare, Tongue::En), "This is required.");
    }

    /// A server failure names its request, so that it can be found.
    #[test]
    fn failures_name_their_request() {
        let failure = Failure { request: Some("r1".into()), ..Failure::of(Code::Internal) };
        assert!(failure_text(&failure, Tongue::En).ends_with("(r1)"));
    }
}
