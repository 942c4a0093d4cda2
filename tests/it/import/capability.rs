//! Sheets of capabilities.

use super::{commit, look, row, sheet, verdicts};
use crate::capability::{act, good};
use crate::engagement::World;
use domain::capability::ServiceKind;
use domain::policy::Viewer;
use domain::stakeholder::Visibility;
use serde_json::{Value, json};

const UNDO: &str =
    "mutation($id: ID!) { undoImport(input: { id: $id, keepTouched: true }) { kept } }";

async fn world() -> (World, String, String) {
    let world = World::start().await;
    let provider = world.organization("Bluesquare", "PUBLIC").await;
    world.organization("Hidden hub", "RESTRICTED").await;
    let good = good(&world, "openIMIS").await;
    (world, provider, good)
}

const TEXT: &str = "Prestataire\tBien commun\tPrestation\tNiveau\tPays\tLangues\tValable jusqu’au\tpreuve : source\tpreuve : endroit\n\
    Bluesquare\topenIMIS\tformation\t2\tSénégal, Cameroun\tfrançais\t31/01/2027\tCompte rendu\tligne 3\n\
    bluesquare\topenimis\tTRAINING\t\tCM;SN\tfr\t\tCompte rendu\tligne 9\n\
    Hidden hub\topenIMIS\thébergement\t\t\t\t\t\t\n\
    Personne\topenIMIS\tcuisine\t7\tAtlantide\t\t\t\t\n\
    openIMIS\tBluesquare\tformation\t7\t\t\t\t\t";

/// Capabilities come with their evidence; what is said twice is one, what a rule refuses is told at its
/// cell, and what is recorded already is found again.
#[tokio::test]
async fn capabilities_come_with_their_evidence() {
    let (world, ..) = world().await;
    let mut body = sheet(&world, "CAPABILITIES", TEXT);
    body["dateOrder"] = json!("DMY");
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "MATCH", "CREATE", "REJECT", "REJECT"], "{seen}");
    let earlier = json!({ "id": "row:2", "name": "Bluesquare formation openIMIS",
        "why": "SAME_CAPABILITY" });
    assert_eq!(row(&seen, 3)["match"], earlier);
    let told = |number| {
        let faults = row(&seen, number)["refusals"].as_array().expect("refusals").clone();
        let told = faults.iter().map(|one| (one["code"].clone(), one["column"].clone()));
        told.collect::<Vec<_>>()
    };
    assert_eq!(told(5), [(json!("UNKNOWN_WORD"), json!("Prestation"))], "{seen}");
    assert_eq!(row(&seen, 5)["refusals"][0]["cell"], "cuisine");
    let wrong = [
        (json!("FIELD_NOT_ALLOWED"), json!("Prestataire")),
        (json!("FIELD_NOT_ALLOWED"), json!("Bien commun")),
        (json!("OUT_OF_RANGE"), json!("Niveau")),
    ];
    assert_eq!(told(6), wrong, "{seen}");
    let done = commit(&world.manager, &body).await;
    assert_eq!(
        (&done["created"], &done["matched"], &done["rejected"]),
        (&json!(2), &json!(1), &json!(2))
    );

    let view = world.app.app.op(Viewer::Owner).view();
    let rows: Vec<_> = view.capabilities().collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].service, rows[0].level), (ServiceKind::Training, Some(2)));
    assert_eq!((rows[1].service, rows[1].level), (ServiceKind::Hosting, None), "not level 0");
    assert_eq!(
        (rows[0].visibility, rows[1].visibility),
        (Visibility::Public, Visibility::Restricted)
    );
    assert!(rows.iter().all(|row| row.verified_at.is_none()), "verifying is a decision of its own");
    let said: Vec<_> = view.evidence_of(rows[0].id.0).map(|row| row.locator.clone()).collect();
    assert_eq!(said, [Some("ligne 3".to_owned()), Some("ligne 9".to_owned())]);

    let again = look(&world.manager, &body).await;
    assert_eq!(verdicts(&again), ["MATCH", "MATCH", "MATCH", "REJECT", "REJECT"]);
    assert_eq!(row(&again, 2)["match"]["why"], "SAME_CAPABILITY");
    assert_eq!(row(&again, 2)["match"]["name"], "Bluesquare TRAINING openIMIS");
}

/// What is recorded stays as it is, its level and its verification too, whatever a sheet says; a
/// decision to create it anew is refused where it stands already.
#[tokio::test]
async fn what_is_recorded_stays_as_it_is() {
    let (world, provider, good) = world().await;
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING", "level": 1,
        "community": world.home() });
    let row_of = |row: &Value| json!({ "id": row["id"], "expectedVersion": row["version"] });
    let known = act(&world.editor, "addCapability", input).await;
    let verified = act(&world.manager, "verifyCapability", row_of(&known)).await;
    let text = "provider,good,service,level\nBluesquare,openIMIS,TRAINING,4";
    let mut body = sheet(&world, "CAPABILITIES", text);
    let seen = look(&world.manager, &body).await;
    assert_eq!(row(&seen, 2)["match"]["id"], known["id"], "{seen}");
    commit(&world.manager, &body).await;
    let query =
        "query($id: ID!) { node(id: $id) { ... on Capability { level verified version } } }";
    let now = world.viewer.data(query, json!({ "id": known["id"] })).await["node"].take();
    assert_eq!(now, json!({ "level": 1, "verified": true, "version": verified["version"] }));
    body["decisions"] = json!([{ "row": 2, "action": "CREATE", "match": null }]);
    let seen = look(&world.manager, &body).await;
    assert_eq!(row(&seen, 2)["refusals"][0]["code"], "DUPLICATE", "{seen}");
    body["decisions"] = json!([{ "row": 2, "action": "SKIP", "match": null }]);
    assert_eq!(look(&world.manager, &body).await["counts"]["reject"], 1);
}

/// An import of capabilities is undone as a whole, but for what somebody has verified since, if that is
/// to stay.
#[tokio::test]
async fn an_import_of_capabilities_is_undone() {
    let (world, ..) = world().await;
    let text = "provider,good,service,level,evidence_source,evidence_locator\n\
        Bluesquare,openIMIS,TRAINING,2,Report,p. 1\n\
        Bluesquare,openIMIS,HOSTING,3,Report,p. 2";
    let done = commit(&world.manager, &sheet(&world, "CAPABILITIES", text)).await;
    assert_eq!(done["created"], 2);
    let list = "{ capabilities(first: 5) { nodes { id version service evidence { locator } } } }";
    let nodes = world.manager.data(list, json!({})).await["capabilities"]["nodes"].take();
    let hosting = nodes.as_array().expect("rows").iter().find(|row| row["service"] == "HOSTING");
    let hosting = hosting.expect("hosting");
    let input = json!({ "id": hosting["id"], "expectedVersion": hosting["version"] });
    act(&world.manager, "verifyCapability", input).await;
    let undone = world.manager.data(UNDO, json!({ "id": done["import"] })).await;
    assert_eq!(undone["undoImport"]["kept"], 1);
    let nodes = world.manager.data(list, json!({})).await["capabilities"]["nodes"].take();
    assert_eq!(nodes.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&nodes[0]["service"], &nodes[0]["evidence"]),
        (&json!("HOSTING"), &json!([{ "locator": "p. 2" }]))
    );
}

/// Whom or what the importer does not see is neither known nor in the way: the plan of a sheet is the
/// same with it and without.
#[tokio::test]
async fn hidden_capabilities_change_no_plan() {
    let (world, provider, good) = world().await;
    let op = world.app.app.op(Viewer::Owner);
    let editor = world.app.account(domain::community::Role::Editor);
    let abroad = world.app.communities[1];
    api::service::account::join(&op, editor, abroad, domain::community::Role::Manager)
        .await
        .expect("join");
    let text = "provider,good,service\nBluesquare,openIMIS,TRAINING\nHidden hub,openIMIS,DATA";
    let mut body = sheet(&world, "CAPABILITIES", text);
    body["community"] = json!(world.abroad());
    let before = look(&world.editor, &body).await;
    assert_eq!(verdicts(&before), ["CREATE", "REJECT"], "{before}");
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING",
        "community": world.home(), "visibility": "RESTRICTED", "level": 4 });
    act(&world.manager, "addCapability", input).await;
    assert_eq!(look(&world.editor, &body).await, before);
    body["community"] = json!(world.home());
    assert_eq!(verdicts(&look(&world.manager, &body).await), ["MATCH", "CREATE"]);
}
