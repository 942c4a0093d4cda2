//! The words that people write for what a stakeholder or a relationship is, in English and French.

use crate::relationship::{RelationshipKind, RelationshipState};
use crate::stakeholder::{GroupType, OrganizationType, PlaceLevel, ProgrammeType, StakeholderKind};
use crate::text::fold;
use crate::vocabulary::{Tongue, Word};

/// The word of a closed list that a text names by its code or by its label in either language.
pub(super) fn read_word<W: Word>(text: &str) -> Option<W> {
    let folded = fold(text);
    W::ALL.iter().copied().find(|word| {
        let names = [word.code(), word.label(Tongue::En), word.label(Tongue::Fr)];
        names.iter().any(|name| fold(name) == folded)
    })
}

fn read_other<W: Word>(text: &str, others: &[(W, &[&str])]) -> Option<W> {
    let folded = fold(text);
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    let named = |names: &&[&str]| names.iter().any(|name| *name == folded || *name == singular);
    read_word(text).or_else(|| read_word(singular)).or_else(|| {
        others.iter().find(|(_, names)| named(names)).map(|(word, _)| *word)
    })
}

/// The kind that a text names.
pub(super) fn read_kind(text: &str) -> Option<StakeholderKind> {
    use StakeholderKind::{GlobalGood, Implementation, Organization, Person, Place, Programme, Segment};
    read_other(
        text,
        &[
            (Organization, &["organisation", "org", "organisme", "institution", "partner", "partenaire", "structure"]),
            (GlobalGood, &["good", "software", "logiciel", "digital public good", "bien public numerique", "bien commun"]),
            (Implementation, &["deployment", "deploiement", "country implementation"]),
            (Programme, &["program"]),
            (Person, &["individual", "individu"]),
            (Place, &["country", "pays", "region"]),
            (Segment, &["segment", "category", "categorie"]),
        ],
    )
}

/// The type of organization that a text names.
pub(super) fn read_organization_type(text: &str) -> Option<OrganizationType> {
    use OrganizationType::{
        Academia, BilateralFunder, CoordinationBody, DevelopmentAgency, FinancingMechanism, FirmImplementer,
        Foundation, Government, Industry, Multilateral, NgoImplementer, Other, RegionalHub, SchemeOperator,
        TechnologyVendor,
    };
    #[rustfmt::skip]
    let others: &[(OrganizationType, &[&str])] = &[
        (BilateralFunder, &["bilateral", "bilateral donor", "bailleur bilateral", "cooperation bilaterale"]),
        (Foundation, &["philanthropy", "philanthropie", "private foundation", "fondation privee"]),
        (FinancingMechanism, &["fund", "fonds", "pooled fund", "fonds commun"]),
        (Multilateral, &["multilateral organization", "multilateral organisation", "un agency", "united nations", "un", "agence des nations unies", "nations unies", "agence onu", "onu", "international organization", "organisation internationale"]),
        (DevelopmentAgency, &["cooperation agency", "agence de cooperation"]),
        (Government, &["ministry", "ministere", "government agency", "agence publique", "agence gouvernementale", "public sector", "secteur public", "public institution", "institution publique", "etat"]),
        (SchemeOperator, &["insurer", "assureur", "insurance scheme", "regime", "caisse", "caisse dassurance maladie", "mutuelle", "payer"]),
        (NgoImplementer, &["ngo", "ong", "ingo", "international ngo", "ong internationale", "local ngo", "ong locale", "non profit", "nonprofit", "civil society", "societe civile", "cso", "osc"]),
        (FirmImplementer, &["firm", "company", "entreprise", "societe", "private sector", "secteur prive", "private", "prive", "consulting firm", "cabinet de conseil", "cabinet", "bureau detudes", "integrator", "integrateur"]),
        (TechnologyVendor, &["vendor", "software company", "technology company", "editeur de logiciels", "editeur", "fournisseur"]),
        (Academia, &["academic", "academique", "university", "universite", "research", "recherche", "research institute", "institut de recherche"]),
        (RegionalHub, &["hub", "network", "reseau", "regional network", "reseau regional"]),
        (CoordinationBody, &["coordination", "coordination desk", "bureau de coordination"]),
        (Industry, &["pharma", "pharmaceutical industry", "industrie pharmaceutique", "logistics", "logistique"]),
        (OrganizationType::Association, &["professional association", "association professionnelle", "federation"]),
        (Other, &["divers", "misc"]),
    ];
    read_other(text, others)
}

/// The type of group that a text names.
pub(super) fn read_group_type(text: &str) -> Option<GroupType> {
    use GroupType::{Advisory, Board, CommunityOfPractice, Steering, WorkingGroup};
    read_other(
        text,
        &[
            (Board, &["board of directors"]),
            (Steering, &["steering", "steering committee", "comite de pilotage"]),
            (Advisory, &["advisory council", "advisory group", "advisory committee", "conseil consultatif", "comite consultatif"]),
            (WorkingGroup, &["task force", "groupe technique", "technical working group"]),
            (CommunityOfPractice, &["cop", "community"]),
        ],
    )
}

/// What one cell says about what somebody is: the kind, and the type within the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhatItIs {
    Organization(OrganizationType),
    Group(GroupType),
    Programme(ProgrammeType),
    Place(PlaceLevel),
    Kind(StakeholderKind),
}

/// What a type cell names. Where the kind is known only its own types are taken; else the kinds are
/// asked in the order in which people mean them.
pub(super) fn read_type(text: &str, kind: Option<StakeholderKind>) -> Option<WhatItIs> {
    let wanted = |asked| kind.is_none_or(|kind| kind == asked);
    let organization = || read_organization_type(text).map(WhatItIs::Organization);
    let group = || read_group_type(text).map(WhatItIs::Group);
    let programme = || read_word(text).map(WhatItIs::Programme);
    let place = || read_word(text).map(WhatItIs::Place);
    let named = || read_kind(text).filter(|named| wanted(*named)).map(WhatItIs::Kind);
    None.or_else(|| wanted(StakeholderKind::Organization).then(organization).flatten())
        .or_else(|| wanted(StakeholderKind::Group).then(group).flatten())
        .or_else(|| wanted(StakeholderKind::Programme).then(programme).flatten())
        .or_else(|| wanted(StakeholderKind::Place).then(place).flatten())
        .or_else(named)
}

/// Which way a relationship cell reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// From the first end to the second.
    Forward,
    /// From the second to the first: "is funded by".
    Backward,
}

/// The kind of relationship that a text names, and which way it reads.
pub(super) fn read_relationship(text: &str) -> Option<(RelationshipKind, Reading)> {
    use RelationshipKind::{
        ActiveIn, ContributesTo, Funds, Implements, InteroperatesWith, LocatedIn, MemberOf, PartOf, SeatOn, Supports,
        Trains,
    };
    #[rustfmt::skip]
    let others: &[(RelationshipKind, &[&str])] = &[
        (Funds, &["funder", "funder of", "fund", "funding", "bailleur", "bailleur de", "financement", "donor"]),
        (Implements, &["implementer", "implementer of", "implement", "met en oeuvre", "integrateur"]),
        (Supports, &["support", "supporter", "appui", "appuie", "partner of", "partenaire de"]),
        (ContributesTo, &["contributor", "contributeur", "contribute"]),
        (SeatOn, &["seat", "seat on", "siege", "siege a", "siege au"]),
        (PartOf, &["part of", "unit of", "parent", "unite de", "sous groupe de", "subgroup of"]),
        (MemberOf, &["member", "member of", "membre", "membre de"]),
        (Trains, &["trainer", "train", "formation"]),
        (InteroperatesWith, &["interoperates", "interoperability", "interoperabilite"]),
        (ActiveIn, &["active in", "works in", "intervient en", "intervient a"]),
        (LocatedIn, &["located in", "based in", "base a", "siege social a"]),
    ];
    if let Some(kind) = read_other(text, others) {
        return Some((kind, Reading::Forward));
    }
    let folded = fold(text);
    let inverse = RelationshipKind::ALL.iter().copied().find(|kind| {
        [Tongue::En, Tongue::Fr].iter().any(|tongue| {
            let label = fold(kind.inverse_label(*tongue));
            label == folded || label.strip_prefix("is ").or(label.strip_prefix("est ")) == Some(&folded)
        })
    });
    inverse.map(|kind| (kind, Reading::Backward))
}

/// The state of a relationship that a text names.
pub(super) fn read_state(text: &str) -> Option<RelationshipState> {
    use RelationshipState::{Confirmed, Ended, Proposed};
    read_other(
        text,
        &[
            (Proposed, &["potential", "potentiel", "potentielle", "planned", "prevu", "prevue", "propose"]),
            (Confirmed, &["active", "actif", "current", "en cours", "confirme"]),
            (Ended, &["closed", "past", "former", "clos", "termine", "ancien"]),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<WhatItIs>) {
        assert_eq!(read_type(text, None), expected, "{text}");
    }

    /// Types are understood in both languages, and tell the kind where no other cell does.
    #[test]
    fn types_tell_the_kind() {
        check("ONG internationale", Some(WhatItIs::Organization(OrganizationType::NgoImplementer)));
        check("Fondations", Some(WhatItIs::Organization(OrganizationType::Foundation)));
        check("FIRM_IMPLEMENTER", Some(WhatItIs::Organization(OrganizationType::FirmImplementer)));
        check("Université", Some(WhatItIs::Organization(OrganizationType::Academia)));
        check("Groupe de travail", Some(WhatItIs::Group(GroupType::WorkingGroup)));
        check("Projet", Some(WhatItIs::Programme(ProgrammeType::Project)));
        check("Logiciel", Some(WhatItIs::Kind(StakeholderKind::GlobalGood)));
        check("Bailleur", None);
        check("", None);
    }

    /// A known kind takes its own types only.
    #[test]
    fn a_known_kind_takes_its_own_types() {
        assert_eq!(read_type("NGO", Some(StakeholderKind::Group)), None);
        assert_eq!(
            read_type("fonds", Some(StakeholderKind::Programme)),
            Some(WhatItIs::Programme(ProgrammeType::Fund))
        );
    }

    /// Relationships are understood by code, by label and backwards.
    #[test]
    fn relationships_read_both_ways() {
        use Reading::{Backward, Forward};
        for (text, kind, reading) in [
            ("FUNDS", RelationshipKind::Funds, Forward),
            ("Finance", RelationshipKind::Funds, Forward),
            ("is funded by", RelationshipKind::Funds, Backward),
            ("financé par", RelationshipKind::Funds, Backward),
            ("siège à", RelationshipKind::SeatOn, Forward),
            ("Membre de", RelationshipKind::MemberOf, Forward),
        ] {
            assert_eq!(read_relationship(text), Some((kind, reading)), "{text}");
        }
        assert_eq!(read_relationship("likes"), None);
    }

    /// No synonym stands for two words of its list, and all are written as they are compared.
    #[test]
    fn no_word_means_two_things() {
        for kind in OrganizationType::ALL {
            for name in [kind.code(), kind.label(Tongue::En), kind.label(Tongue::Fr)] {
                assert_eq!(read_organization_type(name), Some(*kind), "{name}");
            }
        }
        for kind in RelationshipKind::ALL {
            for name in [kind.code(), kind.label(Tongue::En), kind.label(Tongue::Fr)] {
                assert_eq!(read_relationship(name), Some((*kind, Reading::Forward)), "{name}");
            }
        }
    }
}
