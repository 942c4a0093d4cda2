//! What people write is shown as they wrote it, and never runs: with scripts planted in every text
//! that a record has, no page runs one, breaks its content policy or leads to one.

mod plant;

use reqwest::Url;
use serde_json::json;

use crate::support::{Account, Role, Setting, Visitor, play};
use plant::{Planter, SCRIPT};

/// Nothing planted runs on any page, in either language, for members who see everything of it.
#[test]
fn nothing_planted_runs() {
    play(Setting::ENGLISH, async |visitor| {
        let paths = plant_everywhere(visitor).await;
        visitor.sign_in(Account::Manager).await;
        for path in &paths {
            look(visitor, path).await;
        }
        visitor.switch_language().await;
        for path in &paths {
            look(visitor, path).await;
        }
    });
}

/// Nor does it on the query page, neither in a question that a link brings nor in an answer.
#[test]
fn nothing_planted_runs_in_an_answer() {
    play(Setting::ENGLISH, async |visitor| {
        let planter = Planter::sign_in(&visitor.server, Account::Editor).await;
        let more = json!({ "organizationType": "FIRM_IMPLEMENTER" });
        let id = planter.plant("createOrganization", more).await;
        visitor.sign_in(Account::Manager).await;
        let question =
            format!("{{ node(id: {id:?}) {{ ... on Organization {{ name }} }} }} # {SCRIPT}");
        let address = Url::parse_with_params(&visitor.server.origin, [("query", &question)]);
        let address = address.expect("an address");
        look(visitor, &format!("/explore#{}", address.query().unwrap_or_default())).await;
        visitor.reads("<script>window.planted=1</script>").await;
        visitor.press_like(Role::Button, "Execute query").await;
        visitor.reads("createOrganization <script>").await;
        none_ran(visitor, "/explore").await;
    });
}

/// Nor does a member's name, nor a token's.
#[test]
fn nothing_planted_runs_in_a_name() {
    play(Setting::ENGLISH, async |visitor| {
        Planter::sign_in(&visitor.server, Account::Admin).await.invite(SCRIPT).await;
        visitor.sign_in(Account::Manager).await;
        look(visitor, "/members").await;
        visitor.reads(SCRIPT).await;
        visitor.open("/account").await;
        visitor.fill("What it is for", SCRIPT).await;
        visitor.press(Role::Button, "Make a token").await;
        visitor.reads(&format!("Your new token: {SCRIPT}")).await;
        none_ran(visitor, "/account").await;
        look(visitor, "/account").await;
        visitor.reads(SCRIPT).await;
    });
}

/// An address that is a script is no address: the API refuses it, and no page links to one.
#[test]
fn scripts_are_no_addresses() {
    play(Setting::ENGLISH, async |visitor| {
        let planter = Planter::sign_in(&visitor.server, Account::Editor).await;
        for address in ["javascript:window.planted=1", " JaVaScRiPt:alert(1)", "data:text/html,x"] {
            let organization = json!({ "nameEn": "A", "organizationType": "FIRM_IMPLEMENTER", "website": address });
            let good = json!({ "nameEn": "B", "repository": address });
            let source = json!({ "kind": "DOCUMENT", "title": "C", "url": address });
            for (mutation, input, field) in [
                ("createOrganization", organization, "website"),
                ("createGlobalGood", good, "repository"),
                ("addSource", source, "url"),
            ] {
                let refusals = planter.refusals(mutation, &input).await;
                assert!(refusals.contains(&field.to_owned()), "{mutation} {address}: {refusals:?}");
            }
        }
    });
}

async fn look(visitor: &Visitor, path: &str) {
    visitor.open(path).await;
    none_ran(visitor, path).await;
}

async fn none_ran(visitor: &Visitor, path: &str) {
    let ran = visitor.evaluate("return window.planted ?? null").await;
    assert!(ran.is_null(), "{path}: something that was planted ran");
    let inert = "return [...document.querySelectorAll('a[href], [src], form[action]')]\
        .map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'))\
        .filter((address) => /^\\s*(javascript|data:text)/i.test(address))";
    let active = visitor.evaluate(inert).await;
    assert_eq!(active, json!([]), "{path} leads to a script");
    visitor.check_faults().await;
}

/// Plants in every kind of record, and answers with the pages that show them.
async fn plant_everywhere(visitor: &Visitor) -> Vec<String> {
    let planter = Planter::sign_in(&visitor.server, Account::Editor).await;
    let community = planter.community().await;
    let mut paths: Vec<String> = [
        "/",
        "/directory?q=script",
        "/relationships",
        "/changes",
        "/pipeline",
        "/pipeline?view=table",
    ]
    .map(str::to_owned)
    .into();
    let mut stakeholders = Vec::new();
    for (kind, more) in [
        ("Organization", json!({ "organizationType": "FIRM_IMPLEMENTER" })),
        ("GlobalGood", json!({})),
        ("Group", json!({ "groupType": "BOARD" })),
        ("Implementation", json!({})),
        ("Programme", json!({})),
        ("Person", json!({ "community": community })),
        ("Place", json!({ "level": "COUNTRY" })),
        ("Segment", json!({})),
    ] {
        let id = planter.plant(&format!("create{kind}"), more).await;
        paths.extend([
            format!("/stakeholder/{id}"),
            format!("/stakeholder/{id}/edit"),
            format!("/stakeholder/{id}/history"),
            format!("/map?focus={id}"),
        ]);
        stakeholders.push(id);
    }
    let new_source = json!({ "kind": "DOCUMENT", "title": SCRIPT, "licence": SCRIPT });
    let evidence = json!({ "locator": SCRIPT, "note": SCRIPT, "newSource": new_source });
    let ends = json!({ "kind": "RELATED_TO", "source": stakeholders[0], "target": stakeholders[1],
        "evidence": evidence });
    let relationship = planter.plant("addRelationship", ends).await;
    paths.extend([
        format!("/relationship/{relationship}"),
        format!("/relationship/{relationship}/edit"),
        format!("/relationship/new?source={}", stakeholders[0]),
    ]);
    let party =
        json!({ "community": community, "party": stakeholders[0], "objective": "ADVOCACY" });
    let engagement = planter.plant("openEngagement", party).await;
    let of = json!({ "engagement": engagement, "community": community });
    planter.plant("addAction", of).await;
    let version = planter.version(&engagement).await;
    let said = json!({ "engagement": engagement, "channel": "CALL", "direction": "MUTUAL",
        "happenedOn": "2026-01-05", "nextStepDue": "2026-12-24", "expectedVersion": version });
    planter.plant("logInteraction", said).await;
    paths.push(format!("/engagement/{engagement}"));
    paths
}
