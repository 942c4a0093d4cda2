//! What several stakeholders of one kind are called, under a number or over a list.

use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Tongue;

/// The plural of a kind, as the text of a heading.
pub fn kind_plural(kind: StakeholderKind, tongue: Tongue) -> &'static str {
    let (en, fr) = match kind {
        StakeholderKind::Organization => ("Organizations", "Organisations"),
        StakeholderKind::GlobalGood => ("Global goods", "Biens communs numériques"),
        StakeholderKind::Group => ("Groups", "Groupes"),
        StakeholderKind::Implementation => ("Implementations", "Mises en œuvre"),
        StakeholderKind::Programme => ("Programmes", "Programmes"),
        StakeholderKind::Person => ("People", "Personnes"),
        StakeholderKind::Place => ("Places", "Lieux"),
        StakeholderKind::Segment => ("Categories of partners", "Catégories de partenaires"),
    };
    match tongue {
        Tongue::En => en,
        Tongue::Fr => fr,
    }
}
