//! What the page about the network says.

use super::texts;

texts! {
    /// The words of the page about the network.
    NetworkText {
        title = "Who stands where in the network?" | "Qui occupe quelle place dans le réseau\u{a0}?";
        lead = "How well connected everybody is by the usual measures, whose loss would cut others off, and who belongs together. Only confirmed relationships count, whatever their direction." | "À quel point chacun est relié selon les mesures usuelles, dont la perte couperait d’autres du réseau, et qui va ensemble. Seules comptent les relations confirmées, quel que soit leur sens.";
        measure = "Measure" | "Mesure";
        layer = "Relationships" | "Relations";
        every_layer = "all layers" | "toutes les couches";
        at = "On this day" | "À cette date";
        clusters_since = "Follow clusters since" | "Suivre les groupements depuis";
        ranking = "Ranking" | "Classement";
        who = "Stakeholder" | "Partie prenante";
        rests_on = "Among its relationships" | "Parmi ses relations";
        unrecorded = "not recorded" | "non saisie";
        undefined = "not defined" | "non défini";
        nobody = "No confirmed relationship of this kind is recorded." | "Aucune relation confirmée de ce genre n’est enregistrée.";
        add = "Record a relationship" | "Enregistrer une relation";
        weak = "Single points of failure" | "Points de défaillance uniques";
        weak_links = "Relationships without which the network falls apart" | "Relations sans lesquelles le réseau se défait";
        no_weak = "Nobody’s loss alone would cut others off." | "La perte d’aucun d’eux ne couperait à elle seule d’autres du réseau.";
        clusters = "Who belongs together" | "Qui va ensemble";
        clusters_by = "Clusters by relationships alone (Leiden), each named by its best connected member." | "Groupements selon les seules relations (Leiden), chacun nommé d’après son membre le mieux relié.";
    }
    with {
        first(names: &[&str]) = format!("First: {}.", names.join(", then ")), format!("En tête\u{a0}: {}.", names.join(", puis "));
        counted(parties: &str, ties: &str) = format!("{parties} stakeholders, {ties} confirmed relationships."), format!("{parties} parties prenantes, {ties} relations confirmées.");
        within(bound: &str) = format!("Estimated: off by at most {bound} in 19 of 20 cases."), format!("Estimation\u{a0}: à {bound} près au plus dans 19 cas sur 20.");
        cuts_off(names: &str, more: i64) = if more > 0 { format!("Would cut off: {names} and {more} more.") } else { format!("Would cut off: {names}.") }, if more > 0 { format!("Couperait du réseau\u{a0}: {names} et {more} de plus.") } else { format!("Couperait du réseau\u{a0}: {names}.") };
        around(name: &str) = format!("Around {name}"), format!("Autour de {name}");
        goes_on(label: i64, name: &str) = format!("Number {label}: goes on from the cluster around {name} on that day."), format!("Numéro {label}\u{a0}: prolonge le groupement autour de {name} à cette date.");
        is_new(label: i64) = format!("Number {label}: new since that day."), format!("Numéro {label}\u{a0}: nouveau depuis cette date.");
        members(size: i64, others: &str) = format!("{size} members, among them {others}."), format!("{size} membres, dont {others}.");
    }
}
