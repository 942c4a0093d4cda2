//! Introductions: who can bring somebody together with somebody, what each step costs and why, and whom
//! to ask first.

use crate::engagement::{World, column, pair, refused};
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::Actor;

const QUERY: &str = "query($from: [ID!], $community: ID, $to: ID, $toAny: IntroductionClass,
        $ranking: IntroductionRanking, $proposed: Boolean, $first: Int, $asOf: Date) {
    introductionPaths(from: $from, community: $community, to: $to, toAny: $toAny, ranking: $ranking,
        includeProposed: $proposed, first: $first, asOf: $asOf) {
      sentence toCount from { name } to { name }
      paths { ...told } proposed { ...told } } }
    fragment told on IntroductionPath { cost weakest state hopCount askFirst through { name }
      people { person { name } consent }
      hops { from { name } to { name } direction since freshness confidence
        relationship { id } cost { total kind freshness strength confidence proposal } } }";

/// A question with everything that it leaves out.
fn whole(mut variables: Value) -> Value {
    for (name, value) in [("ranking", json!("CHEAPEST")), ("proposed", json!(false))] {
        if variables[name].is_null() {
            variables[name] = value;
        }
    }
    if variables["first"].is_null() {
        variables["first"] = json!(5);
    }
    variables
}

async fn asked(actor: &Actor, variables: Value) -> Value {
    actor.data(QUERY, whole(variables)).await["introductionPaths"].take()
}

async fn settled(world: &World, kind: &str, from: &Value, to: &Value, more: Value) -> Value {
    let mut more = more;
    more["state"] = json!("CONFIRMED");
    added(&world.manager, kind, from, to, more).await
}

/// Through whom each way goes.
fn through(ways: &Value) -> Vec<Vec<String>> {
    ways.as_array().unwrap().iter().map(|way| column(&way["through"], "name")).collect()
}

/// Three organizations between which a seat, a grant and an employee lead.
async fn three(world: &World) -> [Value; 3] {
    [
        id(world, "Organization", "WHO").await,
        id(world, "Organization", "Gavi").await,
        id(world, "Organization", "CHAI").await,
    ]
}

/// The easiest way comes first, and its price is told factor by factor: points of the kind, times age,
/// strength, confidence and state.
#[tokio::test]
async fn each_step_tells_what_it_costs_and_why() {
    let world = World::start().await;
    let [who, gavi, chai] = three(&world).await;
    let strong = settled(&world, "FUNDS", &who, &gavi, json!({ "strength": 5 })).await;
    let member = json!({ "strength": 1, "validFrom": "2020" });
    settled(&world, "MEMBER_OF", &chai, &gavi, member).await;
    settled(&world, "CONTRACTS", &who, &chai, json!({})).await;
    let seen = asked(&world.viewer, json!({ "from": [who], "to": chai })).await;
    assert_eq!(through(&seen["paths"]), [vec![], vec!["Gavi".to_owned()]]);
    assert_eq!(
        seen["sentence"],
        "WHO and CHAI are related directly; nobody has to introduce them."
    );
    let (direct, other) = (&seen["paths"][0], &seen["paths"][1]);
    // 250 points, without evidence 1.5 and 2.0, of unknown strength 1.2.
    assert_eq!((&direct["cost"], &direct["weakest"]), (&json!(900), &json!(900)));
    let first = &other["hops"][0];
    let cost = json!({ "total": 750, "kind": 250, "freshness": 150, "strength": 100,
        "confidence": 200, "proposal": 100 });
    assert_eq!((&first["cost"], &first["direction"]), (&cost, &json!("OUT")));
    assert_eq!((&first["since"], &first["confidence"]), (&Value::Null, &Value::Null));
    assert_eq!(first["relationship"]["id"], strong["id"]);
    let second = &other["hops"][1];
    assert_eq!((&second["direction"], &second["since"]), (&json!("IN"), &json!("2020")));
    assert_eq!(second["cost"]["total"], 900);
    assert_eq!((&other["cost"], &other["hopCount"]), (&json!(1_650), &json!(2)));
    let one = asked(&world.viewer, json!({ "from": [who], "to": chai, "first": 1 })).await;
    assert_eq!(one["paths"].as_array().unwrap().len(), 1);
}

/// Ranked by the weakest step, a longer way of good steps comes before one poor step.
#[tokio::test]
async fn the_weakest_step_may_rank() {
    let world = World::start().await;
    let [who, gavi, chai] = three(&world).await;
    for (from, to) in [(&who, &gavi), (&gavi, &chai)] {
        settled(&world, "FUNDS", from, to, json!({ "strength": 5 })).await;
    }
    settled(&world, "RECOMMENDS", &who, &chai, json!({ "strength": 3 })).await;
    let ranked = async |ranking: &str| {
        let wanted = json!({ "from": [who], "to": chai, "ranking": ranking });
        through(&asked(&world.viewer, wanted).await["paths"])
    };
    let (direct, longer) = (vec![], vec!["Gavi".to_owned()]);
    assert_eq!(ranked("CHEAPEST").await, [direct.clone(), longer.clone()]);
    assert_eq!(ranked("WIDEST").await, [longer, direct]);
}

/// What is only proposed makes no introduction, but is told apart; what is disputed, and what says
/// nothing of acquaintance, is no step at all.
#[tokio::test]
async fn proposals_are_told_apart() {
    let world = World::start().await;
    let [who, gavi, chai] = three(&world).await;
    let nepal = id(&world, "Place", "Nepal").await;
    for party in [&who, &chai] {
        settled(&world, "ACTIVE_IN", party, &nepal, json!({})).await;
    }
    let ask = async |more: Value| {
        let mut wanted = json!({ "from": [who], "to": chai });
        for (name, value) in more.as_object().unwrap() {
            wanted[name] = value.clone();
        }
        asked(&world.viewer, wanted).await
    };
    let none = "Nobody recorded can introduce WHO to CHAI: no path of relationships is recorded, not even \
        a proposed one.";
    assert_eq!(ask(json!({})).await["sentence"], none);
    settled(&world, "FUNDS", &who, &gavi, json!({})).await;
    let hope = added(&world.editor, "MEMBER_OF", &chai, &gavi, json!({})).await;
    let seen = ask(json!({})).await;
    assert_eq!(seen["paths"], json!([]));
    assert_eq!(seen["proposed"][0]["state"], "PROPOSED");
    assert_eq!(seen["proposed"][0]["hops"][1]["cost"]["proposal"], 200);
    let told = "Nobody recorded can introduce WHO to CHAI by confirmed relationships. With proposed ones: \
        through Gavi.";
    assert_eq!(seen["sentence"], told);
    settled(&world, "CONTRACTS", &who, &chai, json!({})).await;
    assert_eq!(ask(json!({})).await["proposed"], json!([]), "there is a confirmed way");
    let both = ask(json!({ "proposed": true })).await;
    assert_eq!(through(&both["proposed"]), [["Gavi"]]);
    let dispute = "mutation($input: SettleRelationshipInput!) {
        disputeRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "id": hope["id"], "expectedVersion": hope["version"] });
    world.manager.data(dispute, json!({ "input": input })).await;
    assert_eq!(ask(json!({ "proposed": true })).await["proposed"], json!([]));
}

async fn person(world: &World, name: &str) -> Value {
    created(&world.editor, "Person", json!({ "nameEn": name, "role": name })).await["id"].take()
}

/// People who have not agreed are asked first; those who refused put nobody in touch.
#[tokio::test]
async fn consent_is_respected() {
    let world = World::start().await;
    let [who, gavi, _] = three(&world).await;
    let [one, two] = [person(&world, "Rapporteur").await, person(&world, "Liaison").await];
    settled(&world, "EMPLOYED_BY", &one, &who, json!({})).await;
    settled(&world, "EMPLOYED_BY", &two, &gavi, json!({})).await;
    let knows = settled(&world, "KNOWS", &one, &two, json!({})).await;
    let ask = async || asked(&world.viewer, json!({ "from": [who], "to": gavi })).await;
    let consents = |seen: &Value| column(&seen["paths"][0]["people"], "consent");
    let seen = ask().await;
    assert_eq!(through(&seen["paths"]), [["Rapporteur", "Liaison"]]);
    assert_eq!(consents(&seen), ["NOT_RECORDED", "NOT_RECORDED"]);
    assert_eq!(seen["paths"][0]["askFirst"], true);
    let update = "mutation($input: UpdateRelationshipInput!) {
        updateRelationship(input: $input) { relationship { version } } }";
    let mut version = knows["version"].clone();
    for (consent, ways) in [(true, 1), (false, 0)] {
        let input = json!({ "id": knows["id"], "expectedVersion": version, "consent": consent });
        let mut answer = world.manager.data(update, json!({ "input": input })).await;
        version = answer["updateRelationship"]["relationship"]["version"].take();
        let seen = ask().await;
        assert_eq!(seen["paths"].as_array().unwrap().len(), ways);
        if consent {
            assert_eq!(consents(&seen), ["GIVEN", "GIVEN"]);
            assert_eq!(seen["paths"][0]["askFirst"], false);
        }
    }
}

/// A hidden party or relationship introduces nobody to those who do not see it.
#[tokio::test]
async fn what_is_hidden_introduces_nobody() {
    let world = World::start().await;
    let [who, gavi, _] = three(&world).await;
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    for party in [&who, &gavi] {
        settled(&world, "FUNDS", &quiet, party, json!({})).await;
    }
    let wanted = json!({ "from": [who], "to": gavi });
    assert_eq!(asked(&world.viewer, wanted.clone()).await["paths"], json!([]));
    assert_eq!(through(&asked(&world.manager, wanted).await["paths"]), [["Quiet"]]);
    let hidden = json!({ "from": [who], "to": quiet });
    assert_eq!(world.viewer.code(QUERY, whole(hidden)).await, "NOT_FOUND");
}

/// Any party of a class will do, and a class of parties is never the one in the middle; several may ask
/// together; what held then counts then.
#[tokio::test]
async fn any_of_a_class_will_do() {
    let world = World::start().await;
    let [who, gavi, chai] = three(&world).await;
    let segment = id(&world, "Segment", "Donors").await;
    let group = id(&world, "Group", "Council").await;
    settled(&world, "SEAT_ON", &segment, &group, json!({})).await;
    settled(&world, "FUNDS", &who, &segment, json!({})).await;
    let past = json!({ "validFrom": "2018", "validTo": "2019" });
    settled(&world, "SEAT_ON", &gavi, &group, past).await;
    let class = json!({ "kinds": ["GROUP"] });
    let ask = async |from: &[&Value], day: &str| {
        asked(&world.viewer, json!({ "from": from, "toAny": class, "asOf": day })).await
    };
    let now = ask(&[&who, &gavi], "2026-03-02").await;
    assert_eq!((&now["paths"], &now["toCount"]), (&json!([]), &json!(1)), "a segment is nobody");
    assert!(now["sentence"].as_str().unwrap().contains("introduce WHO, Gavi to Council"));
    let then = ask(&[&who, &gavi], "2018-06-01").await;
    assert_eq!(through(&then["paths"]), [Vec::<String>::new()]);
    let to_segment = asked(&world.viewer, json!({ "from": [who], "to": segment })).await;
    assert_eq!(through(&to_segment["paths"]), [Vec::<String>::new()]);
    let nobody = json!({ "from": [chai], "toAny": { "country": "NP", "kinds": ["PERSON"] } });
    let nobody = asked(&world.viewer, nobody).await;
    assert_eq!(nobody["toCount"], 0);
    assert!(nobody["sentence"].as_str().unwrap().contains("nobody is recorded"));
}

/// A community without a good that one may see has nobody of its own to ask.
#[tokio::test]
async fn a_community_without_a_good_asks_nobody() {
    let world = World::start().await;
    let [who, _, _] = three(&world).await;
    let ask = whole(json!({ "community": world.home(), "to": who }));
    assert_eq!(world.viewer.code(QUERY, ask).await, "NOT_FOUND");
}

/// A question names who asks and whom they want, twenty ways at most, and a class that is one.
#[tokio::test]
async fn a_question_is_refused_that_asks_for_nobody() {
    let world = World::start().await;
    let [who, gavi, _] = three(&world).await;
    let check = async |wanted: Value, expected: (&str, &str)| {
        let answer = world.viewer.post(QUERY, whole(wanted)).await;
        assert_eq!(refused(&answer), [pair(expected.0, expected.1)]);
    };
    check(json!({ "to": gavi }), ("REQUIRED", "from")).await;
    check(json!({ "from": [who] }), ("REQUIRED", "to")).await;
    check(json!({ "from": [who], "toAny": {} }), ("REQUIRED", "toAny")).await;
    check(json!({ "from": [who], "to": gavi, "first": 21 }), ("OUT_OF_RANGE", "first")).await;
    check(json!({ "from": [who, gavi], "to": gavi }), ("SELF_RELATIONSHIP", "to")).await;
    check(json!({ "from": vec![who.clone(); 2], "to": "x" }), ("MALFORMED_ID", "to")).await;
}

/// A question costs no less than what is resolved for it.
#[tokio::test]
async fn a_question_pays_for_its_answer() {
    let world = World::start().await;
    let [who, gavi, chai] = three(&world).await;
    for (from, to) in [(&who, &gavi), (&gavi, &chai), (&who, &chai)] {
        settled(&world, "FUNDS", from, to, json!({})).await;
        added(&world.editor, "CONTRACTS", from, to, json!({})).await;
    }
    let wanted = json!({ "from": [who], "toAny": { "kinds": ["ORGANIZATION"] }, "proposed": true });
    let answer = world.viewer.post(QUERY, whole(wanted)).await.json();
    let cost = |name: &str| answer["extensions"]["cost"][name].as_u64().unwrap();
    assert!(cost("resolved") > 10 && cost("requested") >= cost("resolved"), "{answer}");
}
