//! The words that people write for what a stakeholder is, in English and French.

use crate::sheet::word::{read_other, read_word};
use crate::stakeholder::{GroupType, OrganizationType, PlaceLevel, ProgrammeType, StakeholderKind};

/// The kind that a text names.
pub(super) fn read_kind(text: &str) -> Option<StakeholderKind> {
    use StakeholderKind::{
        GlobalGood, Implementation, Organization, Person, Place, Programme, Segment,
    };
    read_other(
        text,
        &[
            (
                Organization,
                &[
                    "organisation",
                    "org",
                    "organisme",
                    "institution",
                    "partner",
                    "partenaire",
                    "structure",
                ],
            ),
            (
                GlobalGood,
                &[
                    "good",
                    "software",
                    "logiciel",
                    "digital public good",
                    "bien public numerique",
                    "bien commun",
                ],
            ),
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
        Academia, BilateralFunder, CoordinationBody, DevelopmentAgency, FinancingMechanism,
        FirmImplementer, Foundation, Government, Industry, Multilateral, NgoImplementer, Other,
        RegionalHub, SchemeOperator, TechnologyVendor,
    };
    #[rustfmt::skip]
    let others: &[(OrganizationType, &[&str])] = &[
        (BilateralFunder, &["bilateral", "bilateral donor", "bailleur bilateral", "cooperation bilaterale"]),
        (Foundation, &["philanthropy", "philanthropie", "private foundation", "fondation privee"]),
        (FinancingMechanism, &["fund", "fonds", "pooled fund", "fonds commun"]),
        (Multilateral, &["multilateral organization", "multilateral organisation", "un agency", "united nations", "un", "agence des nations unies", "nations unies", "agence onu", "onu", "international organization", "organisation internationale"]),
        (DevelopmentAgency, &["cooperation agency", "agence de cooperation"]),
        (Government, &["ministry", "ministere", "government agency", "agence publique", "agence gouvernementale", "gouvernemental", "public sector", "secteur public", "public institution", "institution publique", "etat"]),
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
            (
                Advisory,
                &[
                    "advisory council",
                    "advisory group",
                    "advisory committee",
                    "conseil consultatif",
                    "comite consultatif",
                ],
            ),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Tongue, Word};

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
        check("Multilatérale", Some(WhatItIs::Organization(OrganizationType::Multilateral)));
        check(
            "Organisations multilatérales",
            Some(WhatItIs::Organization(OrganizationType::Multilateral)),
        );
        check(
            "Bailleurs bilatéraux",
            Some(WhatItIs::Organization(OrganizationType::BilateralFunder)),
        );
        check("NGOs", Some(WhatItIs::Organization(OrganizationType::NgoImplementer)));
        check("Companies", Some(WhatItIs::Organization(OrganizationType::FirmImplementer)));
        check("Universities", Some(WhatItIs::Organization(OrganizationType::Academia)));
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

    /// No other name takes the place of a word of the list itself.
    #[test]
    fn words_stand_for_themselves() {
        for kind in OrganizationType::ALL {
            for name in [kind.code(), kind.label(Tongue::En), kind.label(Tongue::Fr)] {
                assert_eq!(read_organization_type(name), Some(*kind), "{name}");
            }
        }
    }
}
