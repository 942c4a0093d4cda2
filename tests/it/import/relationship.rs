//! Sheets of relationships.

use super::{commit, look, row, sheet, verdicts};
use crate::engagement::World;
use domain::policy::Viewer;
use domain::relationship::RelationshipState;
use domain::stakeholder::Visibility;
use serde_json::json;

const PARTNERS: &str = "slug,kind,type,name_en,acronym,visibility,community\n\
    usaid,ORGANIZATION,BILATERAL_FUNDER,United States Agency,USAID,PUBLIC,OpenLMIS\n\
    dhis2,GLOBAL_GOOD,,DHIS2,,PUBLIC,OpenLMIS\n\
    council,GROUP,ADVISORY,Donor council,,PUBLIC,OpenLMIS\n\
    hidden,ORGANIZATION,OTHER,Hidden partner,,RESTRICTED,OpenLMIS";

async fn world() -> World {
    let world = World::start().await;
    commit(&world.manager, &sheet(&world, "STAKEHOLDERS", PARTNERS)).await;
    world
}

/// Relationships are read forwards and backwards with their evidence; one that is recorded already is
/// matched, and one that a rule refuses is told at its cell.
#[tokio::test]
async fn relationships_come_with_their_evidence() {
    let world = world().await;
    let text = "De\tRelation\tVers\tDepuis\tpreuve : source\tpreuve : endroit\n\
        USAID\tfinance\tDHIS2\t2019\tCompte rendu\tligne 3\n\
        dhis2\tfinancé par\tusaid\t2019\tCompte rendu\tligne 9\n\
        USAID\tsiège à\tDonor council; DHIS2\t\t\t\n\
        Hidden partner\tfinance\tDHIS2\t\t\t\n\
        Personne\tfinance\tDHIS2\t\t\t";
    let body = sheet(&world, "RELATIONSHIPS", text);
    let seen = look(&world.manager, &body).await;
    assert_eq!(verdicts(&seen), ["CREATE", "MATCH", "REJECT", "CREATE", "REJECT"], "{seen}");
    let earlier =
        json!({ "id": "row:2", "name": "USAID finance DHIS2", "why": "SAME_RELATIONSHIP" });
    assert_eq!(row(&seen, 3)["match"], earlier);
    assert_eq!(row(&seen, 4)["refusals"][0]["code"], "OUTSIDE_MATRIX");
    assert_eq!(row(&seen, 6)["refusals"][0]["cell"], "Personne");
    let done = commit(&world.manager, &body).await;
    assert_eq!(
        (&done["created"], &done["matched"], &done["rejected"]),
        (&json!(2), &json!(1), &json!(2))
    );

    let view = world.app.app.op(Viewer::Owner).view();
    let rows: Vec<_> = view.relationships().collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (rows[0].state, rows[0].visibility),
        (RelationshipState::Proposed, Visibility::Public)
    );
    assert_eq!(rows[1].visibility, Visibility::Restricted);
    let said: Vec<_> = view.evidence_of(rows[0].id.0).map(|row| row.locator.clone()).collect();
    assert_eq!(said, [Some("ligne 3".to_owned()), Some("ligne 9".to_owned())]);
    assert_eq!(view.sources().count(), 1);

    let again = look(&world.manager, &body).await;
    assert_eq!(verdicts(&again), ["MATCH", "MATCH", "REJECT", "MATCH", "REJECT"]);
    assert_eq!(row(&again, 2)["match"]["why"], "SAME_RELATIONSHIP");
    commit(&world.manager, &body).await;
    let after = world.app.app.op(Viewer::Owner).view();
    assert_eq!((after.relationships().count(), after.sources().count()), (2, 1));
}

/// What overlaps, or would make something a part of itself, is refused at its row, within the sheet
/// as against what is recorded.
#[tokio::test]
async fn the_rules_of_the_store_hold_within_a_sheet() {
    let world = world().await;
    let text = "from,kind,to,valid_from,valid_to\n\
        usaid,FUNDS,dhis2,2019,2021\n\
        usaid,FUNDS,dhis2,2020,2022\n\
        usaid,FUNDS,dhis2,2022,2023\n\
        usaid,PART_OF,hidden,,\n\
        hidden,PART_OF,usaid,,";
    let seen = look(&world.manager, &sheet(&world, "RELATIONSHIPS", text)).await;
    assert_eq!(verdicts(&seen), ["CREATE", "REJECT", "CREATE", "CREATE", "REJECT"], "{seen}");
    let told = json!([{ "code": "OVERLAP", "field": "validFrom", "missing": [], "column": "valid_from", "cell": "2020" }]);
    assert_eq!(row(&seen, 3)["refusals"], told);
    assert_eq!(row(&seen, 6)["refusals"][0]["code"], "CYCLE");
}

/// A source is recorded once for all that it proves, where everybody who sees some of it sees it.
#[tokio::test]
async fn a_source_is_recorded_once() {
    let world = world().await;
    let text = "from,kind,to,state,evidence_source,evidence_locator,source_title,source_published_on\n\
        usaid,FUNDS,dhis2,CONFIRMED,N,line 1,Notes,2018-12\n\
        hidden,FUNDS,dhis2,PROPOSED,N,line 2,,\n\
        usaid,SEAT_ON,council,CONFIRMED,Notes,line 3,,";
    let done = commit(&world.manager, &sheet(&world, "RELATIONSHIPS", text)).await;
    assert_eq!(done["created"], 3);
    let view = world.app.app.op(Viewer::Owner).view();
    let sources: Vec<_> = view.sources().collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert_eq!(sources[0].published_on.map(|date| date.to_string()).as_deref(), Some("2018-12"));
    assert_eq!((sources[0].community_id, sources[0].visibility), (None, Visibility::Public));
    let anonymous = world.app.app.op(Viewer::Anonymous).view();
    let seen = anonymous.relationships().flat_map(|row| anonymous.evidence_of(row.id.0)).count();
    assert_eq!(seen, 2);
}
