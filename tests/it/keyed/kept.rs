//! How long an answer is kept, and for whom.

use super::{CREATE, ada, keyed};
use api::service::account;
use chrono::TimeDelta;
use domain::community::Role;
use domain::policy::Viewer;
use entity::answer;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use tests::app::TestApp;

const INVITE: &str = "mutation($input: InviteMemberInput!) { inviteMember(input: $input) {
    member { login account { displayName } } } }";

async fn kept(app: &TestApp) -> u64 {
    answer::Entity::find().count(app.app.store.reader()).await.expect("a count")
}

/// An answer is kept for a day and no longer, also when nobody sends a key any more.
#[tokio::test]
async fn an_answer_is_kept_for_a_day() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    assert_eq!(keyed(&editor, "k", CREATE, ada(&app)).await.status, 200);
    app.wait(TimeDelta::hours(23));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(kept(&app).await, 1);
    app.wait(TimeDelta::hours(2));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(kept(&app).await, 0);
    app.stop().await;
}

/// An answer is given again to whoever still has the rights with which it was given: neither after a
/// right is gone, nor to a token that has fewer.
#[tokio::test]
async fn an_answer_needs_the_rights_of_then() {
    let app = TestApp::start().await;
    let admin = app.actor(Role::Admin).await;
    let make =
        "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }";
    let input = json!({ "name": "reader", "scope": "READ" });
    let made = admin.data(make, json!({ "input": input })).await;
    let reader = admin.with_token(made["createApiToken"]["secret"].as_str().expect("a secret"));
    let wish = json!({ "communityId": app.home(), "login": "zoe", "displayName": "Zoé",
        "locale": "FR", "role": "EDITOR" });
    let first = keyed(&admin, "k", INVITE, wish.clone()).await;
    assert!(first.text.contains("zoe"), "{}", first.text);
    assert_eq!(keyed(&admin, "k", INVITE, wish.clone()).await.text, first.text);
    let refused = keyed(&reader, "k", INVITE, wish.clone()).await;
    assert_eq!((refused.code().as_str(), refused.text.contains("zoe")), ("CONFLICT", false));
    let (owner, home) = (app.app.op(Viewer::Owner), app.communities[0]);
    account::join(&owner, app.account(Role::Viewer), home, Role::Admin)
        .await
        .expect("another admin");
    account::join(&owner, app.account(Role::Admin), home, Role::Viewer).await.expect("a demotion");
    let refused = keyed(&admin, "k", INVITE, wish).await;
    assert_eq!((refused.code().as_str(), refused.text.contains("zoe")), ("CONFLICT", false));
    app.stop().await;
}

/// What stores no fact takes no key: its answer could not be made lasting together with what it did.
#[tokio::test]
async fn what_stores_no_fact_takes_no_key() {
    let app = TestApp::start().await;
    let admin = app.actor(Role::Admin).await;
    let make = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) {
        apiToken { id } } }";
    let input = json!({ "name": "sync", "scope": "READ" });
    let token = admin.data(make, json!({ "input": input })).await;
    let read = "{ me { sessions { id } } communities { members { id } } }";
    let read = admin.data(read, json!({})).await;
    let member = &read["communities"][0]["members"][0]["id"];
    let end = "mutation($input: EndSessionInput!) { endSession(input: $input) { ended } }";
    let revoke =
        "mutation($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { revokedId } }";
    let again = "mutation($input: ResendInvitationInput!) { resendInvitation(input: $input) {
        invitation { sent } } }";
    for (query, input) in [
        ("mutation { endAllSessions { ended } }", json!({})),
        (end, json!({ "id": read["me"]["sessions"][0]["id"] })),
        (revoke, json!({ "id": token["createApiToken"]["apiToken"]["id"] })),
        (again, json!({ "membershipId": member })),
        (make, input),
    ] {
        let answer = keyed(&admin, "k", query, input).await;
        let refusal = answer.json()["errors"][0]["extensions"]["refusals"][0].clone();
        assert_eq!(refusal["field"], "idempotencyKey", "{query}: {}", answer.text);
        assert_eq!(refusal["code"], "FIELD_NOT_ALLOWED", "{query}: {}", answer.text);
    }
    app.stop().await;
}
