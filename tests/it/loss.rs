//! What if they leave: who is hit, how hard and why, as far as one may see.

use crate::engagement::{World, column, pair, refused, work};
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};
use tests::actor::Actor;

const QUERY: &str = "query($who: [ID!]!, $mode: LossMode! = LEAVES, $at: Date) {
    simulateLoss(stakeholders: $who, mode: $mode, at: $at) {
        mode at stakeholders { name }
        hits(first: 10) { totalCount nodes { stakeholder { name } order severity sentence funders fundersLost
            shareLost { min max } remaining { source { name } }
            causes { reason lost recorded relationships { id } } because { id } } }
        ended(first: 10) { totalCount nodes { id } } atRisk(first: 10) { totalCount nodes { id } }
        hopes(first: 10) { totalCount nodes { id } } actions(first: 10) { totalCount nodes { text } }
        piecesBefore piecesAfter apart { size stakeholders { name } } } }";

async fn loss(actor: &Actor, who: &[&Value], more: Value) -> Value {
    let mut variables = more;
    variables["who"] = json!(who);
    actor.data(QUERY, variables).await["simulateLoss"].take()
}

/// A confirmed relationship in the registry.
async fn settled(world: &World, kind: &str, from: &Value, to: &Value, more: Value) -> Value {
    let mut more = more;
    more["state"] = json!("CONFIRMED");
    added(&world.manager, kind, from, to, more).await
}

fn names(loss: &Value) -> Vec<String> {
    let hits = loss["hits"]["nodes"].as_array().unwrap();
    hits.iter().map(|hit| hit["stakeholder"]["name"].as_str().unwrap().to_owned()).collect()
}

fn usd(amount: f64) -> Value {
    json!({ "amount": amount, "currency": "USD" })
}

/// Nobody leaving changes nothing.
#[tokio::test]
async fn nobody_leaving_changes_nothing() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    settled(&world, "FUNDS", &who, &good, json!({})).await;
    let none = loss(&world.viewer, &[], json!({})).await;
    for list in ["hits", "ended", "atRisk", "hopes", "actions"] {
        assert_eq!(none[list]["totalCount"], 0, "{list}");
    }
    assert_eq!((&none["piecesBefore"], &none["piecesAfter"]), (&json!(1), &json!(1)));
}

/// The share lost is told as far as amounts are recorded: exactly, between two figures, or not at all.
#[tokio::test]
async fn shares_are_told_as_far_as_they_are_known() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let [who, gavi, norad] = [
        id(&world, "Organization", "WHO").await,
        id(&world, "Organization", "Gavi").await,
        id(&world, "Organization", "Norad").await,
    ];
    settled(&world, "FUNDS", &who, &good, usd(30.0)).await;
    settled(&world, "FUNDS", &gavi, &good, usd(70.0)).await;
    let first =
        async |who: &Value| loss(&world.viewer, &[who], json!({})).await["hits"]["nodes"][0].take();
    let hit = first(&who).await;
    assert_eq!(hit["shareLost"], json!({ "min": 30.0, "max": 30.0 }));
    assert_eq!(hit["remaining"], json!([{ "source": { "name": "Gavi" } }]));
    assert_eq!((&hit["funders"], &hit["fundersLost"]), (&json!(2), &json!(1)));
    settled(&world, "FUNDS", &norad, &good, json!({})).await;
    assert_eq!(first(&who).await["shareLost"], json!({ "min": 0.0, "max": 30.0 }));
    let unknown = first(&norad).await;
    assert_eq!(unknown["shareLost"], Value::Null);
    let told = "DHIS2 loses 1 of its 3 recorded funders. Share of the money: unknown, too few amounts are recorded.";
    assert_eq!(unknown["sentence"], told);
}

/// Who stops funding keeps their seats; who leaves does not, and an implementation that nobody else
/// carries is orphaned.
#[tokio::test]
async fn leaving_takes_more_than_money() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let board = id(&world, "Group", "Board").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let country = id(&world, "Implementation", "DHIS2 in Nepal").await;
    let seat = settled(&world, "SEAT_ON", &who, &board, json!({})).await;
    let money = settled(&world, "FUNDS", &who, &good, json!({})).await;
    let runs = settled(&world, "OPERATES", &who, &country, json!({})).await;
    settled(&world, "DEPLOYS", &country, &good, json!({})).await;
    let stops = loss(&world.viewer, &[&who], json!({ "mode": "STOPS_FUNDING" })).await;
    assert_eq!(names(&stops), ["DHIS2"]);
    assert_eq!(column(&stops["ended"]["nodes"], "id"), [money["id"].as_str().unwrap()]);
    let leaves = loss(&world.viewer, &[&who], json!({})).await;
    assert_eq!(names(&leaves), ["DHIS2", "Board", "DHIS2 in Nepal"]);
    let reasons = |at: usize| column(&leaves["hits"]["nodes"][at]["causes"], "reason");
    assert_eq!((reasons(1), reasons(2)), (vec!["SEATS".to_owned()], vec!["ORPHANED".to_owned()]));
    let cited =
        |at: usize| leaves["hits"]["nodes"][at]["causes"][0]["relationships"][0]["id"].clone();
    assert_eq!((cited(1), cited(2)), (seat["id"].clone(), runs["id"].clone()));
    assert_eq!((&leaves["piecesBefore"], &leaves["piecesAfter"]), (&json!(1), &json!(2)));
    assert_eq!(leaves["apart"], json!([{ "size": 1, "stakeholders": [{ "name": "Board" }] }]));
}

/// What is paid by somebody who is paid less, or through them, is at risk, and says because of what.
#[tokio::test]
async fn losses_are_passed_on() {
    let world = World::start().await;
    let [who, square, gavi] = [
        id(&world, "Organization", "WHO").await,
        id(&world, "Organization", "Digital Square").await,
        id(&world, "Organization", "Gavi").await,
    ];
    let (work, good) =
        (id(&world, "Programme", "Work").await, id(&world, "GlobalGood", "DHIS2").await);
    let first = settled(&world, "FUNDS", &who, &square, json!({})).await;
    let second = settled(&world, "FUNDS", &square, &work, json!({})).await;
    let through = settled(&world, "FUNDS", &gavi, &good, json!({ "via": square })).await;
    let told = loss(&world.viewer, &[&who], json!({})).await;
    assert_eq!(names(&told), ["Digital Square", "DHIS2", "Work"]);
    let hits = told["hits"]["nodes"].as_array().unwrap();
    for (hit, at_risk) in [(&hits[1], &through), (&hits[2], &second)] {
        assert_eq!((&hit["order"], &hit["severity"]), (&json!(2), &json!("AT_RISK")));
        assert_eq!(hit["causes"][0]["relationships"], json!([{ "id": at_risk["id"] }]));
        assert_eq!(hit["because"], json!([{ "id": first["id"] }]));
    }
    assert_eq!(column(&hits[0]["causes"], "reason"), ["FUNDING", "PASSED_ON"]);
    assert_eq!(told["atRisk"]["totalCount"], 2);
}

/// What is hidden, proposed, disputed, over or not yet begun is not lost.
#[tokio::test]
async fn only_what_stands_can_be_lost() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let board = id(&world, "Group", "Board").await;
    let quiet = id_at_home(&world, "GlobalGood", "A quiet good", "RESTRICTED").await;
    let over = json!({ "validFrom": "2019", "validTo": "2020" });
    settled(&world, "FUNDS", &who, &good, over).await;
    let hope = added(&world.editor, "SEAT_ON", &who, &board, json!({})).await;
    settled(&world, "FUNDS", &who, &quiet, json!({})).await;
    let now = loss(&world.viewer, &[&who], json!({})).await;
    assert_eq!((names(&now).len(), &now["ended"]["totalCount"]), (0, &json!(0)));
    assert_eq!(now["hopes"]["nodes"], json!([{ "id": hope["id"] }]));
    let then = loss(&world.app.anonymous(), &[&who], json!({ "at": "2020-12-31" })).await;
    assert_eq!((names(&then), &then["at"]), (vec!["DHIS2".to_owned()], &json!("2020-12-31")));
    assert_eq!(names(&loss(&world.manager, &[&who], json!({})).await), ["A quiet good"]);
}

/// Open actions of open engagements with those who leave are left lying.
#[tokio::test]
async fn open_actions_are_left_lying() {
    let world = World::start().await;
    let who = world.organization("WHO", "PUBLIC").await;
    let engagement = world.open(&who, json!({ "objective": "ADVOCACY" })).await;
    let input =
        json!({ "community": world.home(), "text": "Call.", "engagement": engagement["id"] });
    let add = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    world.editor.data(add, json!({ "input": input })).await;
    let lying = async |mode: &str, actor: &Actor| {
        let told = loss(actor, &[&json!(who)], json!({ "mode": mode })).await;
        told["actions"]["totalCount"].as_i64().unwrap()
    };
    assert_eq!(lying("LEAVES", &world.viewer).await, 1);
    assert_eq!(lying("STOPS_FUNDING", &world.viewer).await, 0);
    assert_eq!(lying("LEAVES", &world.app.anonymous()).await, 0);
    let no = json!({ "id": engagement["id"], "expectedVersion": engagement["version"],
        "to": "DECLINED", "declinedBy": "US", "reason": "Not for us." });
    work(&world.editor, "transitionEngagement", no).await;
    assert_eq!(lying("LEAVES", &world.viewer).await, 0);
}

/// Bad arguments are refused at their place; who is not seen cannot leave.
#[tokio::test]
async fn bad_questions_are_refused() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    for (more, expected) in [
        (json!({ "who": ["org_1"] }), pair("MALFORMED_ID", "stakeholders")),
        (json!({ "who": [who], "at": "2020-5-1" }), pair("MALFORMED_DATE", "at")),
        (json!({ "who": vec![who.clone(); 51] }), pair("TOO_MANY", "stakeholders")),
    ] {
        assert_eq!(refused(&world.viewer.post(QUERY, more).await), [expected]);
    }
    assert_eq!(world.viewer.code(QUERY, json!({ "who": [quiet] })).await, "NOT_FOUND");
}
