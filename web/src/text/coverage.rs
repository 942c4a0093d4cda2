//! What the page of coverage says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the coverage and of the bridge between languages.
    CoverageText {
        title = "Where is support missing?" | "Où l’appui manque-t-il\u{a0}?";
        lead = "Countries where something is at work or support is given, and who can give it there. Each provider counts once in a cell, where it stands best." | "Les pays où quelque chose est en service ou un appui proposé, et qui peut l’y apporter. Chacun compte une fois par case, au mieux de ce qu’il sait faire.";
        filters = "What is to be covered" | "Ce qui est à couvrir";
        across = "Columns by" | "Colonnes par";
        good = "Global good" | "Bien commun numérique";
        service = "Service" | "Service";
        level = "Level, at least" | "Niveau, au moins";
        world = "On the map" | "Sur la carte";
        covered = "somebody is verified" | "quelqu’un est vérifié";
        bare = "at work, nobody verified" | "en service, personne de vérifié";
        idle = "nothing at work, nobody verified" | "rien en service, personne de vérifié";
        borders = "Borders as drawn by Natural Earth; they state nothing. Countries without a colour are not recorded." | "Frontières telles que tracées par Natural Earth\u{a0}; elles n’affirment rien. Les pays sans couleur ne sont pas saisis.";
        table = "Country by country" | "Pays par pays";
        legend = "Verified: at the level or above, and a manager has verified it. Not verified: the rest, whatever the level." | "Vérifié\u{a0}: au niveau demandé ou au-dessus, et vérifié par un gestionnaire. Non vérifié\u{a0}: le reste, quel qu’en soit le niveau.";
        country = "Country" | "Pays";
        implementations = "At work" | "En service";
        nobody = "nobody" | "personne";
        no_country = "no country recorded" | "aucun pays saisi";
        no_language = "No language recorded" | "Aucune langue saisie";
        nothing = "Nothing is at work and nothing is given, as far as recorded." | "Rien n’est en service ni proposé, à ce qui est saisi.";
        nothing_next = "Record an implementation, or what somebody can do." | "Saisissez une mise en œuvre, ou ce que quelqu’un sait faire.";
        record = "Record what somebody can do" | "Saisir ce que quelqu’un sait faire";
        no_gap = "Somebody is verified in every column." | "Quelqu’un est vérifié dans chaque colonne.";
        no_candidate = "Nobody is recorded who comes near." | "Personne de saisi ne s’en approche.";
        directory = "In the directory" | "Dans l’annuaire";
        basis = "What it rests on" | "Ce sur quoi cela repose";
        bridge = "Between English and French" | "Entre l’anglais et le français";
    }
    with {
        summary(bare: i64, all: i64) = format!(
            "In {bare} of the {} shown, nobody is verified for support.", count(all, "country", "countries", En),
        ), format!(
            "Dans {bare} des {all} pays affichés, personne n’est vérifié pour un appui.",
        );
        verified(number: i64) = count(number, "verified", "verified", En), count(number, "vérifié", "vérifiés", Fr);
        unverified(number: i64) = count(number, "not verified", "not verified", En), count(number, "non vérifié", "non vérifiés", Fr);
        more(number: i64) = format!("{} not shown; choose a good or a service.", count(number, "more country", "more countries", En)), format!("{number} pays de plus, non affichés\u{a0}; choisissez un bien commun ou un service.");
        more_columns(number: i64) = format!("{} not shown; choose a good or a service.", count(number, "more column", "more columns", En)), format!("{} de plus, non affichées\u{a0}; choisissez un bien commun ou un service.", count(number, "colonne", "colonnes", Fr));
        could(country: &str) = format!("Who could fill the gaps: {country}"), format!("Qui pourrait combler les lacunes\u{a0}: {country}");
        crossing(share: &str, known: i64, expected: &str) = format!(
            "{share} of {known} known relationships join somebody who works in English with somebody who works in French; if all were joined with all, it would be {expected}.",
        ), format!(
            "{share} de {known} relations connues joignent qui travaille en anglais et qui travaille en français\u{a0}; si tous étaient liés à tous, ce serait {expected}.",
        );
        too_few(known: i64) = format!(
            "How far the two languages are bridged cannot be said yet: of {} both ends' languages are recorded, and it takes ten.", count(known, "relationship", "relationships", En),
        ), format!(
            "On ne peut pas encore dire à quel point les deux langues sont reliées\u{a0}: les langues des deux côtés sont saisies pour {}, et il en faut dix.", count(known, "relation", "relations", Fr),
        );
        parties(one: i64, other: i64, both: i64) = format!("{one} work in English, {other} in French, {both} in both."), format!("{one} travaillent en anglais, {other} en français, {both} dans les deux.");
        bridge_unknown(parties: i64, relationships: i64) = format!(
            "Not recorded: the languages of {}, and so {}.", count(parties, "partner", "partners", En), count(relationships, "relationship is left out", "relationships are left out", En),
        ), format!(
            "Non saisi\u{a0}: les langues de {}, ce qui laisse de côté {}.", count(parties, "partenaire", "partenaires", Fr), count(relationships, "relation", "relations", Fr),
        );
    }
}
