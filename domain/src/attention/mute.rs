//! What somebody does not want to be told of: a rule, a partner, or a rule about one partner. It is theirs
//! alone, and hides nothing from anybody else.

use super::AttentionRule;
use crate::identifier::StakeholderId;
use crate::refusal::{Refusal, RefusalCode};

/// What somebody does not want to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mute {
    /// By this rule; by any when absent.
    pub rule: Option<AttentionRule>,
    /// About this partner; about anybody when absent.
    pub party: Option<StakeholderId>,
}

impl Mute {
    /// At least one of both: who wants to be told of nothing does not ask.
    pub fn parse(
        rule: Option<AttentionRule>,
        party: Option<StakeholderId>,
    ) -> Result<Self, Refusal> {
        match (rule, party) {
            (None, None) => Err(Refusal::new(RefusalCode::Required, "rule")),
            _ => Ok(Self { rule, party }),
        }
    }

    /// Whether a notice that came by this rule about this partner is not wanted.
    pub fn covers(&self, rule: AttentionRule, party: Option<StakeholderId>) -> bool {
        self.rule.is_none_or(|muted| muted == rule)
            && self.party.is_none_or(|muted| Some(muted) == party)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    /// A mute holds what it names: the rule, the partner, or only both together.
    #[test]
    fn a_mute_covers_what_it_names() {
        let [one, other] = [1, 2].map(|id| StakeholderId(Uuid::from_u128(id)));
        let (late, quiet) = (AttentionRule::Overdue, AttentionRule::Silent);
        let covers = |rule, party| {
            let mute = Mute::parse(rule, party).expect("a mute");
            [(late, Some(one)), (late, Some(other)), (quiet, Some(one)), (late, None)]
                .map(|(rule, party)| mute.covers(rule, party))
        };
        assert_eq!(covers(Some(late), None), [true, true, false, true]);
        assert_eq!(covers(None, Some(one)), [true, false, true, false]);
        assert_eq!(covers(Some(late), Some(one)), [true, false, false, false]);
        let refused = Mute::parse(None, None).expect_err("refused");
        assert_eq!((refused.code, refused.field.as_str()), (RefusalCode::Required, "rule"));
    }
}
