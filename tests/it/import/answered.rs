//! What the answers of the graph rest on, brought in by sheets: required seats and last-heard dates.

use super::{commit, look, row, sheet, verdicts};
use crate::engagement::World;
use serde_json::{Value, json};

const GAPS: &str = "{ representationGaps(first: 5) { nodes { group { name } required vacant filled
    constituencies { constituency required vacant } } } }";

const HEARD: &str = "{ relationships(filter: { kinds: [REPORTS_FEEDBACK_TO] }, first: 9) { nodes {
    source { name } target { name } cadence lastHeard state } } }";

/// The constituencies that a sheet requires of a body are asked for by the answer about vacant seats; a
/// number of seats that is not kept is refused at its cell.
#[tokio::test]
async fn required_seats_come_by_sheet() {
    let world = World::start().await;
    let bodies = "Nom;Nature;Type;Sièges requis;Visibilité\n\
        Conseil;groupe;Comité;gouvernement: 1|ONG;public\n\
        Autre conseil;groupe;Comité;ONG: 2;public\n\
        Ministère;organisation;;;public";
    let body = sheet(&world, "STAKEHOLDERS", bodies);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "REJECT", "CREATE"], "{seen}");
    let told = json!([{ "code": "OUT_OF_RANGE", "field": "requiredConstituencies", "missing": ["1"],
        "column": "Sièges requis", "cell": "ONG: 2" }]);
    assert_eq!(row(&seen, 3)["refusals"], told);
    commit(&world.manager, &body).await;
    let seats = "De;Relation;Vers;État;Collège\nMinistère;siège à;Conseil;confirmé;Gouvernement";
    assert_eq!(commit(&world.manager, &sheet(&world, "RELATIONSHIPS", seats)).await["created"], 1);
    let found = world.viewer.data(GAPS, json!({})).await["representationGaps"]["nodes"].take();
    let line =
        |name: &str, vacant| json!({ "constituency": name, "required": true, "vacant": vacant });
    let expected = json!([{ "group": { "name": "Conseil" }, "required": 2, "vacant": 1, "filled": 1,
        "constituencies": [line("gouvernement", false), line("ONG", true)] }]);
    assert_eq!(found, expected);
    let file = world.manager.get("/export/stakeholders.csv").await.text;
    assert!(file.contains(",gouvernement|ONG,"), "{file}");
}

/// Since when nothing was heard, and how often one should hear, come by sheet; where nothing is said,
/// nothing is recorded; and the file that is written says the same.
#[tokio::test]
async fn last_heard_dates_come_by_sheet() {
    let world = World::start().await;
    let partners = "slug,kind,name_en,visibility\n\
        nurses,SEGMENT,Nurses,PUBLIC\noffice,ORGANIZATION,Office,PUBLIC\ndhis2,GLOBAL_GOOD,DHIS2,PUBLIC";
    commit(&world.manager, &sheet(&world, "STAKEHOLDERS", partners)).await;
    let text = "From;Relationship;To;State;Frequency;Last feedback\n\
        Nurses;REPORTS_FEEDBACK_TO;Office;confirmed;monthly;31/05/2024\n\
        Office;REPORTS_FEEDBACK_TO;DHIS2;confirmed;;\n\
        Office;FUNDS;DHIS2;confirmed;;2024";
    let mut body = sheet(&world, "RELATIONSHIPS", text);
    body["dateOrder"] = json!("DMY");
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "CREATE", "REJECT"], "{seen}");
    assert_eq!(row(&seen, 4)["refusals"][0]["column"], "Last feedback", "money is not heard");
    commit(&world.manager, &body).await;
    let found = world.viewer.data(HEARD, json!({})).await["relationships"]["nodes"].take();
    let mut told: Vec<Value> = found.as_array().expect("rows").clone();
    told.sort_by_key(|row| row["source"]["name"].to_string());
    let heard: Vec<_> = told.iter().map(|row| (&row["cadence"], &row["lastHeard"])).collect();
    assert_eq!(heard, [(&json!("monthly"), &json!("2024-05-31")), (&Value::Null, &Value::Null)]);
    let file = world.manager.get("/export/relationships.csv").await.text;
    assert!(file.contains(",monthly,2024-05-31,"), "{file}");
    let mut again = sheet(&world, "RELATIONSHIPS", &file);
    again["dateOrder"] = Value::Null;
    assert_eq!(
        look(&world.manager, &again).await["counts"],
        json!({ "create": 0, "match": 2, "reject": 0 })
    );
}
