//! The first ten minutes of somebody who speaks French.

mod sheet;

use crate::support::{Account, Role, Setting, Visitor, play};

/// Sign in by link, paste a list, correct two columns, commit, find one partner, log a call, move it
/// one stage, see it on the map, and take the import back: all in French, all by the pages alone.
#[test]
fn in_french() {
    play(Setting::FRENCH, async |visitor| {
        visitor.sign_in(Account::OpenimisManager).await;
        visitor.press(Role::Link, "Import").await;
        visitor.find(Role::Heading, "Import").await;
        paste_the_list(visitor).await;
        correct_two_columns(visitor).await;
        commit(visitor).await;
        find_the_partner(visitor).await;
        log_a_call(visitor).await;
        move_one_stage(visitor).await;
        see_it_on_the_map(visitor).await;
        take_the_import_back(visitor).await;
    });
}

async fn paste_the_list(visitor: &Visitor) {
    let cells =
        visitor.find(Role::Field, "Cellules, avec les en-têtes dans la première ligne").await;
    cells.click().await.expect("the focus");
    visitor.paste(&sheet::cells()).await;
    visitor.find(Role::Heading, "2. Le sens des colonnes").await;
    let counted = format!("Toutes ({})", sheet::ROWS);
    visitor.find(Role::Radio, &counted).await;
}

/// "Lien" was taken for a web address, and nothing was known of "Observations".
async fn correct_two_columns(visitor: &Visitor) {
    visitor.choose("Sens de la colonne Lien avec nous", "ignorée").await;
    visitor.settle().await;
    visitor.choose("Sens de la colonne Observations", "Résumé (français)").await;
    visitor.settle().await;
    visitor.choose("Il s’agit de", "Organisation").await;
    visitor.settle().await;
    visitor.choose("Type d’organisation", "Autre").await;
    visitor.settle().await;
}

async fn commit(visitor: &Visitor) {
    visitor.press(Role::Radio, "Rejetée (1)").await;
    visitor.reads("Pays : « Atlantide » — Ce pays est inconnu").await;
    visitor.press(Role::Radio, "Retrouvée (3)").await;
    visitor.reads("Organisation internationale du Travail (un autre nom ou le sigle)").await;
    visitor.reads("MUTUELLE DE SANTE DE THIES (le même nom)").await;
    let create = format!("Importer : {} nouvelles fiches", sheet::NEW);
    visitor.press(Role::Button, &create).await;
    visitor.reads(&format!("{} créées, 3 retrouvées, 1 écartées.", sheet::NEW)).await;
}

async fn find_the_partner(visitor: &Visitor) {
    visitor.type_on("/").await;
    visitor.type_on("école abéché").await;
    visitor.press_like(Role::Suggestion, "École de santé publique de Abéché").await;
    visitor.find(Role::Heading, "École de santé publique de Abéché").await;
    visitor.reads("Rencontrée à Abéché").await;
    visitor.pick("Aller à", "oit", "Organisation internationale du Travail").await;
    visitor.find(Role::Heading, "Organisation internationale du Travail").await;
}

async fn log_a_call(visitor: &Visitor) {
    visitor.press(Role::Link, "Médiation politique").await;
    visitor.fill("Ce qui s’est dit", "Premier appel, intérêt confirmé").await;
    visitor.press(Role::Button, "Consigner").await;
    visitor.reads("Consigné.").await;
    visitor.reads("Premier appel, intérêt confirmé").await;
}

async fn move_one_stage(visitor: &Visitor) {
    let facts = visitor.find_part("facts").await;
    visitor.press_in(&facts, Role::Button, "Modifier").await;
    let owner = visitor.find_in(&facts, Role::Choice, "Responsable").await;
    visitor.choose_from(&owner, "Demo manager").await;
    visitor.pick("Points d’entrée", "pilotage", "Groupe de pilotage d’openIMIS").await;
    visitor.press(Role::Button, "Enregistrer").await;
    visitor.no_longer_reads("Enregistrer").await;
    visitor.settle().await;
    visitor.press(Role::Button, "Passer → Qualifié").await;
    visitor.reads("Organisation internationale du Travail passe à Qualifié.").await;
}

async fn see_it_on_the_map(visitor: &Visitor) {
    visitor.press_first(Role::Link, "Organisation internationale du Travail").await;
    visitor.press(Role::Link, "Sur la carte").await;
    visitor.find(Role::Heading, "Carte : Organisation internationale du Travail").await;
    let drawn = visitor.evaluate("return document.querySelector('canvas').dataset.nodes").await;
    assert_ne!(drawn, "0");
    visitor.find(Role::Button, "Organisation internationale du Travail").await;
}

async fn take_the_import_back(visitor: &Visitor) {
    visitor.press(Role::Link, "Import").await;
    visitor.press_first(Role::Button, "Défaire cet import").await;
    let question = visitor.find(Role::Dialog, "Défaire tout l’import ?").await;
    visitor.press_in(&question, Role::Button, "Défaire cet import").await;
    visitor.reads("L’import est annulé.").await;
    visitor.open("/directory?q=mutuelle+de+sant%C3%A9+de").await;
    visitor.reads("Aucun acteur ne correspond à ces filtres.").await;
    visitor.open("/directory?q=oit").await;
    visitor.find(Role::Link, "Organisation internationale du Travail").await;
}
