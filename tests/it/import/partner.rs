//! A sheet as a French-speaking team keeps it, from pasting to finding its partners.

use super::{commit, look, row, sheet, verdicts};
use crate::engagement::World;
use domain::policy::Viewer;
use domain::stakeholder::{Detail, OrganizationType, Visibility};
use domain::text::Locale;
use serde_json::{Value, json};

const BODIES: [(&str, &str); 15] = [
    ("Direction régionale de la santé", "Institution publique"),
    ("Mutuelle de santé", ""),
    ("Université", "Université"),
    ("Pharmacie centrale", "n/d"),
    ("Réseau d’ONG", "ONG"),
    ("Caisse d’assurance", ""),
    ("École de santé publique", "Université"),
    ("Hôpital général", "Institution publique"),
    ("Centre d’appui informatique", "non renseigné"),
    ("Agence de développement", "Agence de développement"),
    ("Ordre des médecins", "Association"),
    ("Fonds d’équité", ""),
    ("Observatoire du médicament", "–"),
    ("Comité de gestion", "Association"),
    ("Éditeur de logiciels", "Éditeur"),
];

const PLACES: [(&str, &str); 10] = [
    ("Kaolack", "Sénégal"),
    ("Ségou", "Mali"),
    ("Maradi", "Niger"),
    ("Abéché", "Tchad"),
    ("Bouaké", "Côte d’Ivoire"),
    ("Parakou", "Bénin"),
    ("Kindia", "Guinée"),
    ("Bafoussam", "Cameroun"),
    ("Sokodé", "Togo"),
    ("Mahajanga", "Madagascar"),
];

/// 150 rows: 148 bodies, and two spellings of the World Health Organization at the end.
pub(super) fn partners() -> String {
    let mut text =
        "Nom du partenaire\tType de structure\tPays\tLangues de travail\tObservations".to_owned();
    let all = BODIES.iter().flat_map(|body| PLACES.iter().map(move |place| (body, place)));
    for ((body, kind), (town, country)) in all.take(148) {
        text.push_str(&format!("\n{body} de {town}\t{kind}\t{country}\tfrançais\tvu à {town}"));
    }
    text.push_str(
        "\nOrganisation mondiale de la Santé (OMS)\tMultilatéral\tSuisse\tfrançais; anglais\t",
    );
    text.push_str("\nOMS\t\t\t\tdéjà partenaire");
    text
}

/// What the two columns that a person corrects would be: the observations become the summary.
fn corrected(preview: &Value) -> Value {
    let mut columns: Vec<Value> = preview["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|c| c["field"].clone())
        .collect();
    columns[0] = json!("NAME_FR");
    columns[4] = json!("SUMMARY_FR");
    json!(columns)
}

/// A pasted French sheet of 150 rows is understood by its headings, accents and all; two spellings of
/// one partner become one; missing types are assumed and shown; two columns are corrected; and what
/// is committed is found.
#[tokio::test]
async fn a_french_sheet_is_brought_in() {
    let world = World::start().await;
    let mut body = sheet(&world, "STAKEHOLDERS", &partners());
    let seen = look(&world.manager, &body).await;
    let fields: Vec<_> =
        seen["columns"].as_array().expect("columns").iter().map(|c| &c["field"]).collect();
    assert_eq!(
        fields,
        [&json!("NAME"), &json!("TYPE"), &json!("COUNTRY"), &json!("LANGUAGES"), &Value::Null]
    );
    assert_eq!(seen["counts"], json!({ "create": 149, "match": 1, "reject": 0 }));
    let twin = json!({ "id": "row:150", "name": "Organisation mondiale de la Santé", "why": "OTHER_NAME" });
    assert_eq!(row(&seen, 151)["match"], twin);
    assert_eq!(row(&seen, 12)["defaults"], json!(["KIND", "TYPE"]));
    assert_eq!(row(&seen, 2)["defaults"], json!([]));

    body["columns"] = corrected(&seen);
    let done = commit(&world.manager, &body).await;
    assert_eq!(
        (&done["created"], &done["matched"], &done["rejected"]),
        (&json!(149), &json!(1), &json!(0))
    );
    let view = world.app.app.op(Viewer::Owner).view();
    assert_eq!(view.stakeholders().count(), 149);
    let (_, health) = view.matching("oms").remove(0);
    assert_eq!(
        health.names.get(&Locale::Fr).map(String::as_str),
        Some("Organisation mondiale de la Santé")
    );
    assert_eq!((health.acronym.as_deref(), health.country.as_deref()), (Some("OMS"), Some("CH")));
    assert_eq!(
        (health.visibility, health.languages.join(",")),
        (Visibility::Community, "en,fr".to_owned())
    );
    let (_, mutual) = view.matching("mutuelle de sante de segou").remove(0);
    let assumed = matches!(
        mutual.detail,
        Detail::Organization { organization_type: OrganizationType::Other, .. }
    );
    assert!(assumed && mutual.country.as_deref() == Some("ML"), "{mutual:?}");

    let query = "query($text: String!) { search(text: $text, first: 5) { stakeholder { name } } }";
    let found = world.viewer.post(query, json!({ "text": "deja partenaire" })).await;
    assert!(found.text.contains("Organisation mondiale de la Santé"), "{}", found.text);
    let hidden = world.app.anonymous().post(query, json!({ "text": "deja partenaire" })).await;
    assert!(!hidden.text.contains("Organisation mondiale"), "{}", hidden.text);
}

/// What is known is matched by alias, acronym and name, and stays as it is; brought in twice, a
/// sheet creates nothing the second time.
#[tokio::test]
async fn a_sheet_brought_in_twice_creates_once() {
    let world = World::start().await;
    let body = sheet(&world, "STAKEHOLDERS", &partners());
    commit(&world.manager, &body).await;
    let before = world.app.app.op(Viewer::Owner).view();
    let again = commit(&world.manager, &body).await;
    assert_eq!((&again["created"], &again["matched"]), (&json!(0), &json!(150)));
    let after = world.app.app.op(Viewer::Owner).view();
    assert!(before.stakeholders().eq(after.stakeholders()));
}

/// A close spelling is a suggestion: a person says that it is the same, that it is another, or that
/// the row is to be left out.
#[tokio::test]
async fn a_person_decides_about_close_spellings() {
    let world = World::start().await;
    let known = world.organization("Bluesquare", "PUBLIC").await;
    let text = "Nom\nBlueSquare SA\nAcadys\nAcadys SARL";
    let mut body = sheet(&world, "STAKEHOLDERS", text);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "CREATE", "CREATE"]);
    let like = json!([{ "id": known, "name": "Bluesquare", "why": "CORE" }]);
    assert_eq!(row(&seen, 2)["suggestions"], like);
    let like = json!([{ "id": "row:3", "name": "Acadys", "why": "CORE" }]);
    assert_eq!(row(&seen, 4)["suggestions"], like);

    body["decisions"] = json!([
        { "row": 2, "action": "MATCH", "match": known },
        { "row": 4, "action": "MATCH", "match": "row:3" },
    ]);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["MATCH", "CREATE", "MATCH"]);
    assert_eq!(row(&seen, 2)["match"]["why"], "DECIDED");
    body["decisions"] = json!([{ "row": 2, "action": "SKIP", "match": null }]);
    let done = commit(&world.manager, &body).await;
    assert_eq!((&done["created"], &done["rejected"]), (&json!(2), &json!(1)));
}

/// Where the sheet says nothing, a person's word stands, and is told of each such row.
#[tokio::test]
async fn a_person_says_what_missing_cells_mean() {
    let world = World::start().await;
    let mut body = sheet(
        &world,
        "STAKEHOLDERS",
        "Nom;Nature;Type\nAcadys;;\nConseil;groupe;\nOslo;;Université",
    );
    body["defaults"] = json!({ "kind": "ORGANIZATION", "organizationType": "FIRM_IMPLEMENTER", "visibility": "PUBLIC" });
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "CREATE", "CREATE"], "{seen}");
    assert_eq!(row(&seen, 2)["defaults"], json!(["KIND", "TYPE", "VISIBILITY"]));
    commit(&world.manager, &body).await;
    let view = world.app.app.op(Viewer::Anonymous).view();
    let (_, firm) = view.matching("acadys").remove(0);
    let typed = matches!(
        firm.detail,
        Detail::Organization { organization_type: OrganizationType::FirmImplementer, .. }
    );
    assert!(typed, "{firm:?}");
    let (_, group) = view.matching("conseil").remove(0);
    assert!(matches!(group.detail, Detail::Group { .. }), "{group:?}");
}
