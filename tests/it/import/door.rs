//! Who may bring in what, and what the addresses take.

use super::{ask, commit, look, sheet};
use crate::engagement::{World, pair, refused};
use crate::refusal::dump;
use domain::policy::Viewer;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tests::actor::send;

/// A manager imports into the own community; others are told no, and nothing changes.
#[tokio::test]
async fn managers_import_at_home() {
    let world = World::start().await;
    let body = sheet(&world, "STAKEHOLDERS", "Nom\nAcadys");
    let before = dump(world.app.app.store.reader()).await;
    for step in ["preview", "commit"] {
        assert_eq!(ask(&world.editor, step, &body).await.code(), "FORBIDDEN");
        assert_eq!(ask(&world.app.anonymous(), step, &body).await.code(), "UNAUTHENTICATED");
        let mut abroad = body.clone();
        abroad["community"] = json!(world.abroad());
        assert_eq!(ask(&world.manager, step, &abroad).await.code(), "FORBIDDEN");
    }
    look(&world.manager, &body).await;
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// Hidden partners of others neither match nor stand in the way.
#[tokio::test]
async fn hidden_partners_are_not_known() {
    let world = World::start().await;
    world.organization("Acadys", "RESTRICTED").await;
    let op = world.app.app.op(Viewer::Owner);
    let manager = world.app.account(domain::community::Role::Editor);
    let community = world.app.communities[1];
    api::service::account::join(&op, manager, community, domain::community::Role::Manager)
        .await
        .expect("join");
    let mut body = sheet(&world, "STAKEHOLDERS", "Nom\nAcadys");
    body["community"] = json!(world.abroad());
    let seen = look(&world.editor, &body).await;
    assert_eq!(seen["counts"], json!({ "create": 1, "match": 0, "reject": 0 }));
    assert_eq!(seen["rows"][0]["suggestions"], json!([]));
    body["community"] = json!(world.home());
    assert_eq!(look(&world.manager, &body).await["counts"]["match"], 1);
}

/// A sheet is read and planned before its turn to be written comes.
#[tokio::test]
async fn sheets_are_planned_while_others_write() {
    let world = World::start().await;
    let owner = world.app.app.op(Viewer::Owner);
    let writing = owner.write().await.expect("begin");
    let mut body = sheet(&world, "STAKEHOLDERS", "Nom\nAcadys");
    body["columns"] = json!(["shoe size"]);
    let told = ask(&world.manager, "commit", &body);
    let told = tokio::time::timeout(Duration::from_secs(4), told).await.expect("an answer");
    assert_eq!(refused(&told), [pair("UNKNOWN_WORD", "columns")]);
    drop(writing);
}

/// Two who bring in the same sheet at once create each row once: what is planned on what was there
/// before is planned anew on what is there by then.
#[tokio::test]
async fn what_was_recorded_meanwhile_is_known() {
    let world = World::start().await;
    let names: Vec<_> = (0..30).map(|row| format!("Partenaire {row:x}")).collect();
    let body = sheet(&world, "STAKEHOLDERS", &format!("Nom\n{}", names.join("\n")));
    let (one, other) = tokio::join!(commit(&world.manager, &body), commit(&world.manager, &body));
    let mut told: Vec<_> = [one, other]
        .iter()
        .map(|done| (done["created"].clone(), done["matched"].clone()))
        .collect();
    told.sort_by_key(|(created, _)| created.as_u64());
    assert_eq!(told, [(json!(0), json!(30)), (json!(30), json!(0))]);
}

/// The addresses take JSON of bounded size by POST and nothing else; the page beside them is a page.
#[tokio::test]
async fn the_addresses_take_json_by_post() {
    let world = World::start().await;
    for path in ["/import/preview", "/import/commit"] {
        let get = world.manager.get(path).await;
        assert_eq!((get.status.as_u16(), get.header("allow")), (405, "POST"), "{path}");
        let plain = world.manager.request(Method::POST, path).header("content-type", "text/plain");
        assert_eq!(send(plain.body("{}")).await.status, 415);
        let form = world.manager.request(Method::POST, path).json(&json!({ "sheet": "SHOES" }));
        assert_eq!(send(form).await.code(), "BAD_USER_INPUT");
        let large = json!({ "sheet": "STAKEHOLDERS", "text": "x".repeat(1_100_000) });
        let large = world.manager.request(Method::POST, path).json(&large);
        assert_eq!(send(large).await.status, 413);
    }
    let short = json!({ "sheet": "STAKEHOLDERS", "text": "Nom\nAcadys" });
    assert_eq!(look(&world.manager, &short).await["counts"]["create"], 1);
    let page = world.app.anonymous().get("/import").await;
    assert_ne!(page.header("content-type"), "application/json; charset=utf-8");
}

/// Pasted cells and saved files of every habit are read alike.
#[tokio::test]
async fn every_habit_of_spreadsheets_is_read() {
    let world = World::start().await;
    let texts = [
        "Nom\tPays\n\"Acadys\nSARL\"\tMali",
        "\u{feff}Nom;Pays\r\n\"Acadys\nSARL\";Mali\r\n",
        "Nom,Pays\r\"Acadys\nSARL\",Mali",
        "sep=;\r\nNom;Pays\r\n\"Acadys\nSARL\";Mali",
    ];
    for text in texts {
        let seen = look(&world.manager, &sheet(&world, "STAKEHOLDERS", text)).await;
        let fields: Vec<_> =
            seen["columns"].as_array().expect("columns").iter().map(|c| &c["field"]).collect();
        assert_eq!(fields, [&json!("NAME"), &json!("COUNTRY")], "{text:?}");
        assert_eq!(seen["rows"][0]["refusals"][0]["code"], "CONTROL_CHARACTER", "{seen}");
        assert_ne!(seen["rows"][0]["refusals"][0]["cell"], Value::Null);
    }
}
