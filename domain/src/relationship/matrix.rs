//! Which kinds of stakeholder each kind of relationship may join, how it reads backwards, and
//! which fields it has. One table; everything that must know asks here.

use super::words::{Layer, RelationshipField, RelationshipKind};
use crate::stakeholder::StakeholderKind::{
    self, GlobalGood, Group, Implementation, Organization, Person, Place, Programme, Segment,
};
use crate::vocabulary::{Tongue, Word};

/// Everything that is fixed about one kind of relationship.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kind.
    pub kind: RelationshipKind,
    /// Its family.
    pub layer: Layer,
    /// How it reads from target to source, in English and French.
    pub inverse: (&'static str, &'static str),
    /// Which pairs of kinds it joins: each source with each target of the same entry.
    pub joins: &'static [Join],
    /// Whether it reads the same both ways; such a one is stored once, in order of ids.
    pub direction: Symmetry,
    /// Whether following it must never come back to the start.
    pub cycles: Cycles,
    /// The fields that it has beyond the common ones.
    pub fields: &'static [RelationshipField],
}

/// Some sources that may each be joined with some targets.
#[derive(Clone, Copy, Debug)]
pub enum Join {
    /// Each of the first with each of the second.
    Pairs(&'static [StakeholderKind], &'static [StakeholderKind]),
    /// Any kind with its own kind.
    SameKind,
    /// Anything with anything.
    Any,
}

/// Whether a relationship reads the same in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symmetry {
    /// Source and target differ.
    Directed,
    /// Both ends are alike.
    Symmetric,
}

/// Whether a chain of relationships may return to its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycles {
    /// It may.
    Allowed,
    /// It may not.
    Refused,
}

use Cycles::{Allowed, Refused};
use Join::{Any, Pairs, SameKind};
use RelationshipField::{
    Amount, BlockedBy, Cadence, Consent, Constituency, Form, LastHeard, Purpose, Role, Share,
    Topic, Via, Voting,
};
use Symmetry::{Directed, Symmetric};

macro_rules! rules {
    ($($kind:ident $layer:ident $en:literal $fr:literal $direction:ident $cycles:ident [$($join:expr),+] [$($field:ident),*];)+) => {
        &[$(Rule {
            kind: RelationshipKind::$kind,
            layer: Layer::$layer,
            inverse: ($en, $fr),
            joins: &[$($join),+],
            direction: $direction,
            cycles: $cycles,
            fields: &[$($field),*],
        }),+]
    };
}

/// The whole table, in the order of the kinds.
#[rustfmt::skip]
pub const RULES: &[Rule] = rules! {
    Funds Money "is funded by" "est financé par" Directed Allowed
        [Pairs(&[Organization, Programme], &[GlobalGood, Implementation, Organization, Group, Programme, Segment])] [Amount, Share, Purpose, Form, Via];
    Contracts Money "is contracted by" "est sous-traitant de" Directed Allowed
        [Pairs(&[Organization, Programme], &[Organization])] [Amount, Role];
    Deploys Delivery "is deployed as" "est déployé sous la forme de" Directed Allowed
        [Pairs(&[Implementation], &[GlobalGood])] [Topic];
    Operates Delivery "is operated by" "est exploité par" Directed Allowed
        [Pairs(&[Organization], &[Implementation])] [Role];
    OwnsData Delivery "has its data owned by" "a ses données chez" Directed Allowed
        [Pairs(&[Organization], &[Implementation])] [Role];
    Implements Delivery "is implemented by" "est mis en œuvre par" Directed Allowed
        [Pairs(&[Organization], &[Implementation])] [Role];
    Supports Delivery "is supported by" "est soutenu par" Directed Allowed
        [Pairs(&[Organization, Group, Segment], &[GlobalGood, Implementation, Organization, Segment])] [Topic, Via];
    Develops Delivery "is developed by" "est développé par" Directed Allowed
        [Pairs(&[Organization, Person, Segment], &[GlobalGood])] [Role];
    ContributesTo Delivery "receives contributions from" "reçoit des contributions de" Directed Allowed
        [Pairs(&[Organization, Person, Segment], &[GlobalGood])] [Amount, Topic];
    HostsInfra Delivery "is hosted by" "est hébergé par" Directed Allowed
        [Pairs(&[Organization], &[GlobalGood, Implementation])] [Role];
    Stewards Governance "is stewarded by" "a pour garant" Directed Allowed
        [Pairs(&[Organization, Group], &[GlobalGood])] [Role];
    SeatOn Governance "seats" "compte parmi ses sièges" Directed Allowed
        [Pairs(&[Organization, Person, Segment], &[Group])] [Role, Constituency, Voting];
    Advises Governance "is advised by" "est conseillé par" Directed Allowed
        [Pairs(&[Group], &[GlobalGood, Organization])] [Role];
    Governs Governance "is governed by" "est gouverné par" Directed Allowed
        [Pairs(&[Group], &[GlobalGood, Organization])] [Role];
    PartOf Governance "has as a part" "comprend" Directed Refused
        [Pairs(&[Group], &[Group, Organization]), Pairs(&[Organization], &[Organization]), Pairs(&[Programme], &[Programme]), Pairs(&[Place], &[Place])] [];
    MemberOf Affiliation "has as a member" "a pour membre" Directed Allowed
        [Pairs(&[Organization, Person], &[Organization, Group])] [Role];
    EmployedBy Affiliation "employs" "emploie" Directed Allowed
        [Pairs(&[Person], &[Organization])] [Role];
    Represents Affiliation "is represented by" "est représenté par" Directed Allowed
        [Pairs(&[Person], &[Organization])] [Role];
    Knows Affiliation "knows" "connaît" Symmetric Allowed
        [Pairs(&[Person], &[Person])] [Topic, Consent];
    Trains Knowledge "is trained by" "est formé par" Directed Allowed
        [Pairs(&[Organization, Group], &[Organization, Implementation, Group])] [Topic];
    ReportsFeedbackTo Knowledge "receives feedback from" "reçoit les retours de" Directed Allowed
        [Pairs(&[Organization, Group, Implementation, Segment], &[Organization, Group, GlobalGood, Segment])] [Cadence, LastHeard, BlockedBy];
    PeerOf Knowledge "is a peer of" "est pair de" Symmetric Allowed
        [Pairs(&[Implementation], &[Implementation]), Pairs(&[Group], &[Group])] [Topic];
    Recognises Advocacy "is recognised by" "est reconnu par" Directed Allowed
        [Pairs(&[Organization, Group], &[GlobalGood, Organization])] [Topic];
    Recommends Advocacy "is recommended by" "est recommandé par" Directed Allowed
        [Pairs(&[Organization, Group], &[GlobalGood, Organization])] [Topic];
    InteroperatesWith Technical "interoperates with" "interopère avec" Symmetric Allowed
        [Pairs(&[GlobalGood], &[GlobalGood]), Pairs(&[Implementation], &[Implementation])] [Topic, Role];
    DependsOn Technical "is needed by" "est nécessaire à" Directed Allowed
        [Pairs(&[GlobalGood], &[GlobalGood])] [Topic];
    ActiveIn Place "has active in it" "a comme acteur" Directed Allowed
        [Pairs(&[Organization, Group, Implementation, Programme], &[Place])] [];
    LocatedIn Place "is the location of" "est le lieu de" Directed Allowed
        [Pairs(&[Organization, Group, Implementation, Programme], &[Place])] [];
    Succeeds Life "is succeeded by" "a pour successeur" Directed Refused
        [SameKind] [];
    RelatedTo Other "is related to" "est lié à" Symmetric Allowed
        [Any] [Topic];
};

impl RelationshipKind {
    /// What is fixed about this kind.
    pub fn rule(self) -> &'static Rule {
        RULES.iter().find(|rule| rule.kind == self).unwrap_or(&RULES[RULES.len() - 1])
    }

    /// The family of this kind.
    pub fn layer(self) -> Layer {
        self.rule().layer
    }

    /// Whether it may join a source of one kind with a target of another.
    pub fn joins(self, source: StakeholderKind, target: StakeholderKind) -> bool {
        self.rule().joins.iter().any(|join| match join {
            Pairs(sources, targets) => sources.contains(&source) && targets.contains(&target),
            SameKind => source == target,
            Any => true,
        })
    }

    /// How it reads from target to source.
    pub fn inverse_label(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::En => self.rule().inverse.0,
            Tongue::Fr => self.rule().inverse.1,
        }
    }

    /// Whether it has this field.
    pub fn has(self, field: RelationshipField) -> bool {
        self.rule().fields.contains(&field)
    }

    /// Every kind that may join a source of one kind with a target of another.
    pub fn between(source: StakeholderKind, target: StakeholderKind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |kind| kind.joins(source, target))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind has exactly one rule, and a symmetric kind joins the same kinds both ways.
    #[test]
    fn every_kind_has_one_rule() {
        assert_eq!(RULES.len(), RelationshipKind::ALL.len());
        for kind in RelationshipKind::ALL {
            assert_eq!(RULES.iter().filter(|rule| rule.kind == *kind).count(), 1, "{kind}");
            if kind.rule().direction == Symmetric {
                for a in StakeholderKind::ALL {
                    for b in StakeholderKind::ALL {
                        assert_eq!(kind.joins(*a, *b), kind.joins(*b, *a));
                    }
                }
            }
        }
    }

    /// The endpoint matrix as reviewed: kind, layer, what it joins, its fields.
    #[test]
    fn the_matrix_is_as_reviewed() {
        use std::fmt::Write;
        let mut table = String::new();
        for rule in RULES {
            let kind = rule.kind;
            writeln!(
                table,
                "{kind} [{}] {:?} cycles {:?}",
                rule.layer, rule.direction, rule.cycles
            )
            .unwrap();
            writeln!(table, "  en: {} / {}", kind.label(Tongue::En), rule.inverse.0).unwrap();
            writeln!(table, "  fr: {} / {}", kind.label(Tongue::Fr), rule.inverse.1).unwrap();
            for source in StakeholderKind::ALL {
                let targets: Vec<_> = StakeholderKind::ALL
                    .iter()
                    .filter(|target| kind.joins(*source, **target))
                    .map(|target| target.code())
                    .collect();
                if !targets.is_empty() {
                    writeln!(table, "  {source} -> {}", targets.join(", ")).unwrap();
                }
            }
            let fields: Vec<_> = rule.fields.iter().map(|field| field.code()).collect();
            writeln!(table, "  fields: {}", fields.join(", ")).unwrap();
        }
        insta::assert_snapshot!("relationship_matrix", table);
    }
}
