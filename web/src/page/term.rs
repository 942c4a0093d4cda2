//! What is agreed between two stakeholders beyond the kind of their relationship, in words.

use crate::client::words::{FundingForm, FundingPurpose};
use crate::text::{RelationshipText, format};
use domain::vocabulary::{Tongue, Word};

/// The terms of a relationship, as any operation brings them; absent is unknown, never zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// In what capacity.
    pub role: Option<String>,
    /// About what.
    pub topic: Option<String>,
    /// Which constituency a seat belongs to.
    pub constituency: Option<String>,
    /// Whether a seat votes.
    pub voting: Option<bool>,
    /// How often feedback flows.
    pub cadence: Option<String>,
    /// When feedback was last heard.
    pub last_heard: Option<String>,
    /// How much money, in which currency.
    pub amount: Option<(f64, String)>,
    /// Which share of the whole, in percent, from and to.
    pub share: (Option<i64>, Option<i64>),
    /// What funding is meant for.
    pub purpose: Option<FundingPurpose>,
    /// In what form funding comes.
    pub form: Option<FundingForm>,
    /// Through whom.
    pub via: Option<String>,
    /// Who stands in the way.
    pub blocked_by: Option<String>,
    /// How strong it is, of five.
    pub strength: Option<i64>,
    /// Whether the people agreed to be put in touch.
    pub consent: Option<bool>,
}

/// The terms that are recorded, each with what it is called.
pub fn terms(terms: Terms, tongue: Tongue) -> Vec<(&'static str, String)> {
    let text = RelationshipText(tongue);
    let amount = terms.amount.map(|(amount, currency)| format::money(amount, &currency, tongue));
    let voting = terms.voting.map(|votes| if votes { text.votes() } else { text.no_vote() });
    let consent = terms.consent.map(|given| if given { text.agreed() } else { text.not_agreed() });
    let all = [
        (text.role(), terms.role),
        (text.topic(), terms.topic),
        (text.constituency(), terms.constituency),
        (text.voting(), voting.map(str::to_owned)),
        (text.amount(), amount),
        (text.share(), share(terms.share, text)),
        (text.purpose(), terms.purpose.map(|word| word.label(tongue).to_owned())),
        (text.form(), terms.form.map(|word| word.label(tongue).to_owned())),
        (text.via(), terms.via),
        (text.cadence(), terms.cadence),
        (text.last_heard(), terms.last_heard.map(|on| format::date(&on, tongue))),
        (text.blocked_by(), terms.blocked_by),
        (text.strength(), terms.strength.map(|strength| text.strength_of(strength))),
        (text.consent(), consent.map(str::to_owned)),
    ];
    all.into_iter().filter_map(|(label, value)| value.map(|value| (label, value))).collect()
}

fn share(share: (Option<i64>, Option<i64>), text: RelationshipText) -> Option<String> {
    match share {
        (Some(least), Some(most)) => Some(text.share_of(least, most)),
        (Some(least), None) => Some(text.share_least(least)),
        (None, Some(most)) => Some(text.share_most(most)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only what is recorded is told, and an open share says which end is known.
    #[test]
    fn only_what_is_recorded_is_told() {
        assert_eq!(terms(Terms::default(), Tongue::En), []);
        let some = Terms {
            amount: Some((1_500_000.0, "USD".into())),
            share: (Some(40), None),
            voting: Some(false),
            ..Terms::default()
        };
        let told: Vec<_> = terms(some, Tongue::En).into_iter().map(|(_, value)| value).collect();
        assert_eq!(told, ["does not vote", "USD 1,500,000", "at least 40%"]);
    }
}
