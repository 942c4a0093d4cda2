//! API tokens: what they may do, for how long, and that they give nothing away.

mod end;
mod scope;
mod secret;

use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::app::TestApp;

const CREATE: &str = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) {
    secret apiToken { id name prefix scope community { slug } createdAt expiresAt lastUsedAt } } }";
const REVOKE: &str = "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { revokedId } }";
const LIST: &str = "{ me { apiTokens { id name scope lastUsedAt } } }";
const ADD: &str = "mutation($input: CreateOrganizationInput!) {
    createOrganization(input: $input) { organization { id } } }";

/// Makes a token and answers it with its secret.
async fn create(actor: &Actor, input: Value) -> (Value, Actor, String) {
    let mut made = actor.data(CREATE, json!({ "input": input })).await["createApiToken"].take();
    let secret = made["secret"].as_str().expect("a secret").to_owned();
    let program = actor.with_token(&secret);
    (made["apiToken"].take(), program, secret)
}

/// A program with a token of this scope, made by somebody with this role.
async fn program(app: &TestApp, role: Role, scope: &str) -> Actor {
    create(&app.actor(role).await, json!({ "name": "sync", "scope": scope })).await.1
}

/// Whoever signed in makes a token, sees it in their list without its secret, and others do not.
#[tokio::test]
async fn a_token_is_made_and_listed() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let home = json!({ "name": " Nightly sync ", "scope": "PROPOSE",
        "communityId": editor.data("{ communities { id } }", json!({})).await["communities"][0]["id"] });
    let (token, program, secret) = create(&editor, home).await;
    assert_eq!(token["name"], "Nightly sync");
    assert_eq!(
        (&token["scope"], &token["community"]["slug"]),
        (&json!("PROPOSE"), &json!("openlmis"))
    );
    assert_eq!(token["expiresAt"], "2026-05-31T09:00:00Z");
    assert!(token["id"].as_str().expect("an id").starts_with("tok_"));
    assert!(secret.starts_with(token["prefix"].as_str().expect("a prefix")));
    assert_eq!(
        program.data("{ me { account { displayName } } }", json!({})).await["me"]["account"]["displayName"],
        "editor"
    );
    let listed = editor.data(LIST, json!({})).await["me"]["apiTokens"].take();
    assert_eq!(listed[0]["id"], token["id"]);
    assert_eq!(
        app.actor(Role::Admin).await.data(LIST, json!({})).await["me"]["apiTokens"],
        json!([])
    );
}

/// What is wrong with a token to be made is told at its field, all at once.
#[tokio::test]
async fn faults_are_told_at_their_fields() {
    let app = TestApp::start().await;
    let viewer = app.actor(Role::Viewer).await;
    let input = json!({ "name": "", "scope": "MANAGE", "expiresAt": "2028-01-01T00:00:00Z" });
    let answer = viewer.post(CREATE, json!({ "input": input })).await.json();
    let refusals =
        answer["errors"][0]["extensions"]["refusals"].as_array().expect("refusals").clone();
    let told: Vec<_> =
        refusals.iter().map(|one| (one["field"].as_str(), one["code"].as_str())).collect();
    assert_eq!(
        told,
        [
            (Some("name"), Some("REQUIRED")),
            (Some("scope"), Some("BEYOND_RIGHTS")),
            (Some("expiresAt"), Some("DATE_OUT_OF_RANGE")),
        ]
    );
}

/// One account has fifty living tokens and no more.
#[tokio::test]
async fn there_are_fifty_tokens_at_most() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let input = json!({ "name": "one of many", "scope": "READ" });
    let (first, ..) = create(&editor, input.clone()).await;
    for _ in 1..50 {
        create(&editor, input.clone()).await;
    }
    assert_eq!(editor.code(CREATE, json!({ "input": input })).await, "BAD_USER_INPUT");
    editor.data(REVOKE, json!({ "id": first["id"] })).await;
    create(&editor, input).await;
}
