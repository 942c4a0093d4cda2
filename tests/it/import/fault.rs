//! Every wrong cell is told with its column, what stands in it and why; the other rows come in.

use super::{ask, commit, look, row, sheet, verdicts};
use crate::engagement::{World, pair, refused};
use domain::policy::Viewer;
use serde_json::{Value, json};

/// Code, column and cell of everything that is wrong with a row.
fn faults(row: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let faults = row["refusals"].as_array().expect("refusals");
    faults
        .iter()
        .map(|one| (text(&one["code"]), text(&one["column"]), text(&one["cell"])))
        .collect()
}

fn fault(code: &str, column: &str, cell: &str) -> (String, String, String) {
    (code.to_owned(), column.to_owned(), cell.to_owned())
}

/// All faults of a row are told at once, each at its cell; good rows are created all the same.
#[tokio::test]
async fn wrong_cells_are_told_one_by_one() {
    let world = World::start().await;
    let text = format!(
        "Nom\tType\tPays\tSite web\tLangues\n\
         Acadys\tONG\tAtlantide\thttps://\tklingon\n\
         \tONG\tMali\t\t\n\
         Bluesquare\tBailleur\t\t\t\n\
         {}\tONG\t\t\t\n\
         Bon\tONG\tMali\tbon.example.org\tfrançais",
        "x".repeat(201)
    );
    let body = sheet(&world, "STAKEHOLDERS", &text);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["REJECT", "REJECT", "REJECT", "REJECT", "CREATE"]);
    assert_eq!(
        faults(row(&seen, 2)),
        [
            fault("UNKNOWN_LANGUAGE", "Langues", "klingon"),
            fault("UNKNOWN_COUNTRY", "Pays", "Atlantide"),
            fault("MALFORMED_URL", "Site web", "https://"),
        ]
    );
    assert_eq!(faults(row(&seen, 3)), [fault("REQUIRED", "Nom", "")]);
    assert_eq!(faults(row(&seen, 4)), [fault("UNKNOWN_WORD", "Type", "Bailleur")]);
    assert_eq!(faults(row(&seen, 5)), [fault("TOO_LONG", "Nom", &"x".repeat(201))]);
    let done = commit(&world.manager, &body).await;
    assert_eq!((&done["created"], &done["rejected"]), (&json!(1), &json!(4)));
    assert_eq!(world.app.app.op(Viewer::Owner).view().stakeholders().count(), 1);
}

/// A row goes where it says if the importer may put it there, and the registry stays public.
#[tokio::test]
async fn rows_go_where_the_importer_may_put_them() {
    let world = World::start().await;
    let text = "Nom,Visibilité,Communauté\n\
         Ici,secret,\n\
         Ici aussi,public,OpenLMIS\n\
         Ailleurs,public,openIMIS\n\
         Nulle part,public,OpenMRS";
    let mut body = sheet(&world, "STAKEHOLDERS", text);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["REJECT", "CREATE", "REJECT", "REJECT"], "{seen}");
    assert_eq!(faults(row(&seen, 2)), [fault("UNKNOWN_WORD", "Visibilité", "secret")]);
    assert_eq!(faults(row(&seen, 4)), [fault("NOT_FOUND", "Communauté", "openIMIS")]);
    assert_eq!(faults(row(&seen, 5)), [fault("NOT_FOUND", "Communauté", "OpenMRS")]);
    body["community"] = Value::Null;
    body["text"] = json!("Nom,Visibilité\nTous,\nCaché,RESTRICTED");
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "REJECT"], "{seen}");
    assert_eq!(row(&seen, 3)["refusals"][0]["code"], "REQUIRED");
    let done = commit(&world.manager, &body).await;
    assert_eq!(done["created"], 1);
    let view = world.app.app.op(Viewer::Anonymous).view();
    assert_eq!(view.matching("tous").len(), 1);
}

/// A rule of the store is told at its cell too, and what leans on a refused row is refused with it.
#[tokio::test]
async fn taken_ids_are_refused_at_their_cell() {
    let world = World::start().await;
    let text = "slug,kind,name_en,external_ids\na,ORGANIZATION,One,ROR:05abc";
    commit(&world.manager, &sheet(&world, "STAKEHOLDERS", text)).await;
    let text = "slug,kind,name_en,external_ids\n\
         b,ORGANIZATION,Two,ROR:05abc\n\
         b,ORGANIZATION,Two,\n\
         c,ORGANIZATION,Three,ROR:05xyz";
    let seen = look(&world.manager, &sheet(&world, "STAKEHOLDERS", text)).await;
    assert_eq!(verdicts(&seen), ["REJECT", "REJECT", "CREATE"]);
    assert_eq!(faults(row(&seen, 2)), [fault("DUPLICATE", "external_ids", "ROR:05abc")]);
}

/// A thousand rows are taken, one more is refused before anything is looked at.
#[tokio::test]
async fn a_thousand_rows_are_enough() {
    let world = World::start().await;
    let rows = |count: usize| {
        let rows: Vec<_> = (0..count).map(|row| format!("Partenaire {row:x}")).collect();
        format!("Nom\n{}", rows.join("\n"))
    };
    let answer = ask(&world.manager, "preview", &sheet(&world, "STAKEHOLDERS", &rows(1_001))).await;
    assert_eq!(answer.status, 400);
    assert_eq!(refused(&answer), [pair("TOO_MANY", "text")]);
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", &rows(1_000))).await;
    assert_eq!(done["created"], 1_000);
}

/// Settings that make no sense are refused as a whole, at their field.
#[tokio::test]
async fn senseless_settings_are_refused() {
    let world = World::start().await;
    let fields = [
        ("text", json!(" \n"), pair("REQUIRED", "text")),
        ("columns", json!(["shoe size"]), pair("UNKNOWN_WORD", "columns")),
        ("columns", json!(["NAME", "NAME"]), pair("DUPLICATE", "columns")),
        ("defaults", json!({ "shoeSize": "42" }), pair("UNKNOWN_WORD", "defaults")),
        ("community", json!("com_1"), pair("MALFORMED_ID", "community")),
        ("fileName", json!("a\nb"), pair("CONTROL_CHARACTER", "fileName")),
        (
            "decisions",
            json!([{ "row": 2, "action": "MATCH" }]),
            pair("REQUIRED", "decisions.0.match"),
        ),
        ("text", json!("Nom\tPays\nAcadys\n\"Mali\tML"), pair("UNCLOSED_QUOTE", "text")),
        ("text", json!("x\t".repeat(201)), pair("TOO_MANY", "columns")),
        ("columns", json!(vec![Value::Null; 201]), pair("TOO_MANY", "columns")),
        ("columns", json!("NAME"), pair("UNKNOWN_WORD", "columns")),
        ("sheet", json!("SHOES"), pair("UNKNOWN_WORD", "sheet")),
        ("text", Value::Null, pair("REQUIRED", "text")),
        ("dateOrdre", json!("ISO"), pair("FIELD_NOT_ALLOWED", "dateOrdre")),
        ("defaults", json!({ "kind": "GROUP", "KIND": "PERSON" }), pair("DUPLICATE", "defaults")),
        ("decisions", json!([{ "row": 3, "action": "SKIP" }]), pair("NOT_FOUND", "decisions.row")),
        (
            "decisions",
            json!([{ "row": 2, "action": "SKIP" }, { "row": 2, "action": "CREATE" }]),
            pair("DUPLICATE", "decisions.row"),
        ),
        (
            "decisions",
            json!([{ "row": "2", "action": "SKIP" }]),
            pair("UNKNOWN_WORD", "decisions.0.row"),
        ),
        (
            "decisions",
            json!([{ "row": 2, "action": "MATCH", "match": "x" }]),
            pair("MALFORMED_ID", "decisions.0.match"),
        ),
    ];
    for (field, value, expected) in fields {
        let mut body = sheet(&world, "STAKEHOLDERS", "Nom\nAcadys");
        body[field] = value;
        let answer = ask(&world.manager, "commit", &body).await;
        assert_eq!((answer.status.as_u16(), refused(&answer)), (400, vec![expected]), "{field}");
    }
}
