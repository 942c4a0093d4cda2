//! How a person can be reached, and why it may be known. Nothing of this is kept without a basis in
//! law, and nothing of it longer than that basis holds.

use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{LINE_LIMIT, optional_line};
use crate::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// Why contact data may be kept: the bases of data protection law.
    pub enum LawfulBasis {
        /// The person has agreed.
        Consent = "CONSENT", "consent" | "consentement";
        /// A contract with the person needs it.
        Contract = "CONTRACT", "contract" | "contrat";
        /// A law demands it.
        LegalObligation = "LEGAL_OBLIGATION", "legal obligation" | "obligation légale";
        /// Somebody's life depends on it.
        VitalInterests = "VITAL_INTERESTS", "vital interests" | "intérêts vitaux";
        /// A task in the public interest needs it.
        PublicTask = "PUBLIC_TASK", "public task" | "mission d’intérêt public";
        /// A legitimate interest outweighs the person's.
        LegitimateInterests = "LEGITIMATE_INTERESTS", "legitimate interests" | "intérêts légitimes";
    }
}

/// What was typed about how to reach a person, not yet checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactDraft {
    /// An e-mail address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
    /// Why this may be kept.
    pub lawful_basis: Option<LawfulBasis>,
    /// When the person agreed.
    pub consented_on: Option<NaiveDate>,
    /// How the person agreed.
    pub consent_note: String,
    /// Until when it may be kept.
    pub retain_until: Option<NaiveDate>,
}

/// How a person can be reached, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactFacts {
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// Why this may be kept.
    pub lawful_basis: LawfulBasis,
    /// When the person agreed.
    pub consented_on: Option<NaiveDate>,
    /// How the person agreed.
    pub consent_note: Option<String>,
    /// Until when it may be kept.
    pub retain_until: Option<NaiveDate>,
}

/// The longest e-mail address that can be delivered to.
const LONGEST_EMAIL: usize = 254;
/// Fifteen digits, with a plus and what stands between them.
const LONGEST_PHONE: usize = 30;

impl ContactDraft {
    /// Checks everything at once. After a withdrawal, consent counts only when it was given again.
    pub fn parse(self, withdrawn_on: Option<NaiveDate>) -> Result<ContactFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let email = refusals.take(parse_email(&self.email)).flatten();
        let phone = refusals.take(parse_phone(&self.phone)).flatten();
        let note = optional_line(&self.consent_note, "consentNote", LINE_LIMIT);
        let consent_note = refusals.take(note).flatten();
        let Some(lawful_basis) = self.lawful_basis else {
            refusals.push(Refusal::new(RefusalCode::BasisRequired, "lawfulBasis"));
            return refusals.finish(None);
        };
        if lawful_basis == LawfulBasis::Consent {
            refusals.require(check_consent(self.consented_on, withdrawn_on));
        }
        refusals.finish(Some(ContactFacts {
            email,
            phone,
            lawful_basis,
            consented_on: self.consented_on,
            consent_note,
            retain_until: self.retain_until,
        }))
    }
}

fn check_consent(given: Option<NaiveDate>, withdrawn: Option<NaiveDate>) -> Result<(), Refusal> {
    let refuse = |code| Err(Refusal::new(code, "consentedOn"));
    match (given, withdrawn) {
        (None, _) => refuse(RefusalCode::Required),
        (Some(given), Some(withdrawn)) if given < withdrawn => {
            refuse(RefusalCode::ConsentWithdrawn)
        }
        _ => Ok(()),
    }
}

fn parse_email(text: &str) -> Result<Option<String>, Refusal> {
    let Some(email) = optional_line(text, "email", LONGEST_EMAIL)? else {
        return Ok(None);
    };
    let whole = email.split_once('@').is_some_and(|(name, host)| {
        let labels = host.split('.').all(|label| !label.is_empty());
        !name.is_empty() && labels && host.contains('.') && !host.contains('@')
    });
    match whole && !email.contains(char::is_whitespace) {
        true => Ok(Some(email)),
        false => Err(Refusal::new(RefusalCode::MalformedEmail, "email")),
    }
}

fn parse_phone(text: &str) -> Result<Option<String>, Refusal> {
    let Some(phone) = optional_line(text, "phone", LONGEST_PHONE)? else {
        return Ok(None);
    };
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let rest = phone.strip_prefix('+').unwrap_or(&phone);
    let plain = rest.chars().all(|c| c.is_ascii_digit() || " -./()".contains(c));
    match plain && (3..=15).contains(&digits) {
        true => Ok(Some(phone)),
        false => Err(Refusal::new(RefusalCode::MalformedPhone, "phone")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    fn agreed() -> ContactDraft {
        ContactDraft {
            email: "ada@example.org".to_owned(),
            phone: "+41 22 791 21 11".to_owned(),
            lawful_basis: Some(LawfulBasis::Consent),
            consented_on: day("2026-03-01"),
            ..ContactDraft::default()
        }
    }

    fn check_refused(
        draft: ContactDraft,
        withdrawn: Option<NaiveDate>,
        expected: &[(&str, RefusalCode)],
    ) {
        let refusals = draft.parse(withdrawn).unwrap_err();
        let told: Vec<_> = refusals.iter().map(|one| (one.field.as_str(), one.code)).collect();
        assert_eq!(told, expected);
    }

    /// Nothing is kept without a basis, and consent has a day; after a withdrawal, a later one.
    #[test]
    fn a_basis_is_needed() {
        assert!(agreed().parse(None).is_ok());
        assert!(agreed().parse(day("2026-02-01")).is_ok());
        let basis = ContactDraft { lawful_basis: None, ..agreed() };
        check_refused(basis, None, &[("lawfulBasis", RefusalCode::BasisRequired)]);
        let undated = ContactDraft { consented_on: None, ..agreed() };
        check_refused(undated.clone(), None, &[("consentedOn", RefusalCode::Required)]);
        let contract = ContactDraft { lawful_basis: Some(LawfulBasis::Contract), ..undated };
        assert!(contract.parse(day("2026-04-01")).is_ok());
        let withdrawn = [("consentedOn", RefusalCode::ConsentWithdrawn)];
        check_refused(agreed(), day("2026-04-01"), &withdrawn);
    }

    /// What cannot be written to or called is refused, all at once.
    #[test]
    fn addresses_are_checked() {
        for (email, phone) in
            [("ada", "call me"), ("@example.org", "12"), ("a@b", "1".repeat(16).as_str())]
        {
            let draft =
                ContactDraft { email: email.to_owned(), phone: phone.to_owned(), ..agreed() };
            let expected =
                [("email", RefusalCode::MalformedEmail), ("phone", RefusalCode::MalformedPhone)];
            check_refused(draft, None, &expected);
        }
    }
}
