//! What the pages about seats and bodies say.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the pages about seats and bodies.
    RepresentationText {
        title = "Representation" | "Représentation";
        lead = "Who sits on which body, and whose seat is vacant. A seat is filled when it is confirmed; what is proposed or not recorded is told apart." | "Qui siège dans quelle instance, et quel siège est vacant. Un siège est pourvu lorsqu’il est confirmé\u{a0}; ce qui est proposé ou non saisi est dit à part.";
        governance_lead = "The bodies of several goods side by side: what each is, whatever it calls itself, and by what it bears on the good." | "Les instances de plusieurs biens côte à côte\u{a0}: la nature de chacune, quel que soit son nom, et à quel titre elle agit sur le bien.";
        overlap_lead = "Which bodies work on the same or seat the same, and of which it is contested where they belong." | "Quelles instances travaillent sur la même chose ou ont les mêmes membres, et lesquelles ont un rattachement contesté.";
        view = "What to look at" | "Que regarder";
        seats = "Seats" | "Sièges";
        governance = "Compare governance" | "Comparer la gouvernance";
        overlap = "Overlaps" | "Recoupements";
        filters = "Filters" | "Filtres";
        kind = "Type of body" | "Type d’instance";
        good = "Global good" | "Bien commun";
        constituency = "Seat for" | "Siège pour";
        vacant_only = "Only with a vacant seat" | "Seulement avec un siège vacant";
        clear = "Clear filters" | "Effacer les filtres";
        body = "Body" | "Instance";
        constituencies = "Constituencies" | "Collèges";
        no_constituency = "constituency not recorded" | "collège non saisi";
        required = "Required seats filled" | "Sièges requis pourvus";
        others = "Proposed, disputed" | "Proposés, contestés";
        region = "Region" | "Région";
        language = "Language" | "Langue";
        size = "Size" | "Taille";
        not_recorded = "not recorded" | "non saisi";
        recorded_rows = "Bodies with recorded seats" | "Instances aux sièges enregistrés";
        unrecorded_rows = "Bodies of which no confirmed seat is recorded" | "Instances sans siège confirmé enregistré";
        required_unknown = "Which constituencies should have a seat is not recorded; whoever may edit the body can record it." | "Les collèges qui devraient siéger ne sont pas saisis\u{a0}; qui peut modifier l’instance peut les saisir.";
        none = "No body fits these filters." | "Aucune instance ne correspond à ces filtres.";
        record_seat = "Record a seat" | "Saisir un siège";
        edit = "Record required seats" | "Saisir les sièges requis";
        has = "Have one" | "En ont un";
        unsettled = "Proposed or disputed only" | "Seulement proposé ou contesté";
        lack = "None recorded" | "Aucun siège enregistré";
        apart = "Seats not recorded at all" | "Sièges non saisis du tout";
        nobody = "none" | "aucune";
        chart = "Seat chart" | "Plan des sièges";
        goods = "Goods compared" | "Biens comparés";
        what = "What it is" | "Nature";
        local_name = "Calls itself" | "Nom propre";
        mandate = "Mandate" | "Mandat";
        authority = "By what" | "À quel titre";
        meets = "Meets" | "Se réunit";
        last_met = "Last met: not recorded; it comes with meetings." | "Dernière réunion\u{a0}: non saisie\u{a0}; elle viendra avec les réunions.";
        no_bodies = "No body of it is recorded." | "Aucune instance n’est enregistrée.";
        shared = "What bodies share" | "Ce que les instances partagent";
        matrix = "Matrix of shared topics and members" | "Matrice des thèmes et membres partagés";
        topics = "Topics" | "Thèmes";
        members = "Members" | "Membres";
        other_body = "And" | "Et";
        contested = "Contested between several bodies" | "Disputées entre plusieurs instances";
        nothing_shared = "No two bodies are recorded to share a topic or a member." | "Aucun thème ni membre commun à deux instances n’est enregistré.";
        topics_next = "Give bodies topics in their form, and seats or members by relationships." | "Donnez des thèmes aux instances dans leur formulaire, et des sièges ou des membres par des relations.";
        any_good = "All bodies" | "Toutes les instances";
    }
    with {
        found(number: i64) = count(number, "body", "bodies", En), count(number, "instance", "instances", Fr);
        asked(constituency: &str) = format!("Who has a recorded seat for “{constituency}”?"), format!("Qui a un siège enregistré pour «\u{a0}{constituency}\u{a0}»\u{a0}?");
        chair(name: &str, seats: &str) = format!("{name}: {seats}"), format!("{name}\u{a0}: {seats}");
        filled(number: i64) = count(number, "filled", "filled", En), count(number, "pourvu", "pourvus", Fr);
        proposed(number: i64) = count(number, "proposed", "proposed", En), count(number, "proposé", "proposés", Fr);
        disputed(number: i64) = count(number, "disputed", "disputed", En), count(number, "contesté", "contestés", Fr);
        empty_chair(name: &str) = format!("{name}: vacant seat"), format!("{name}\u{a0}: siège vacant");
        filled_of(filled: i64, all: i64) = format!("{filled} of {all}"), format!("{filled} sur {all}");
        compared(number: i64, pairs: i64) = format!("{}; {} with something in common", count(number, "body compared", "bodies compared", En), count(pairs, "pair", "pairs", En)), format!("{}\u{a0}; {} avec des points communs", count(number, "instance comparée", "instances comparées", Fr), count(pairs, "paire", "paires", Fr));
        omitted(number: i64) = format!("{number} more were not compared."), format!("{number} autres n’ont pas été comparées.");
        share(one: &str, other: &str, what: &str) = format!("{one} and {other} share {what}."), format!("{one} et {other} ont en commun\u{a0}: {what}.");
        between(group: &str, names: &str) = format!("{group} is contested between: {names}."), format!("{group} est disputée entre\u{a0}: {names}.");
        people(number: i64) = count(number, "member", "members", En), count(number, "membre", "membres", Fr);
        about_topics(number: usize) = count(i64::try_from(number).unwrap_or(i64::MAX), "topic", "topics", En), count(i64::try_from(number).unwrap_or(i64::MAX), "thème", "thèmes", Fr);
    }
}
