//! What a token may do: what its account may, below its scope's ceiling.

use super::{ADD, CREATE, LIST, REVOKE, create, program};
use api::service::account;
use domain::api_token::TokenScope;
use domain::community::Role;
use domain::policy::{Action, Place, Viewer, allows};
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::app::TestApp;

async fn add_organization(actor: &Actor, name: &str) -> tests::actor::Answer {
    let input = json!({ "nameEn": name, "organizationType": "FOUNDATION" });
    actor.post(ADD, json!({ "input": input })).await
}

/// Every action of the policy is a token's exactly when it is its account's and within its scope.
#[tokio::test]
async fn every_action_is_within_the_scope() {
    let app = TestApp::start().await;
    for role in Role::ALL {
        for scope in TokenScope::ALL.iter().filter(|scope| scope.ceiling() <= *role) {
            let actor = program(&app, *role, scope.code()).await;
            let header = format!("Bearer {}", actor.token.expect("a token"));
            let identity = app.auth.authenticate(Some(&header)).expect("a good token");
            let worth = identity.viewer.role_in(app.communities[0]).expect("a member");
            assert_eq!(worth, (*role).min(scope.ceiling()));
            for action in Action::ALL {
                let place =
                    Place { community: Some(app.communities[0]), visibility: Visibility::Public };
                let reference = app.auth.authenticate(Some(&format!(
                    "Bearer {}",
                    app.actor(worth).await.token.expect("a token")
                )));
                let expected = allows(&reference.expect("an actor").viewer, *action, place);
                assert_eq!(allows(&identity.viewer, *action, place), expected, "{scope} {action}");
            }
            assert!(identity.viewer.highest_role() < Some(Role::Admin));
        }
    }
}

/// A token for reading reads and writes nothing; one for proposing writes.
#[tokio::test]
async fn reading_is_not_writing() {
    let app = TestApp::start().await;
    let reader = program(&app, Role::Editor, "READ").await;
    assert_eq!(add_organization(&reader, "Refused").await.code(), "FORBIDDEN");
    reader.data("{ communities { name members { role } } }", json!({})).await;
    let writer = program(&app, Role::Editor, "PROPOSE").await;
    let made = add_organization(&writer, "Taken").await.json();
    assert!(made["errors"].is_null(), "{made}");
}

/// A token works in its one community only, and for the rest of the world it is a stranger.
#[tokio::test]
async fn a_token_keeps_to_its_community() {
    let app = TestApp::start().await;
    let owner = app.app.op(Viewer::Owner);
    let away = app.communities[1];
    account::join(&owner, app.account(Role::Editor), away, Role::Editor).await.expect("join");
    let editor = app.actor(Role::Editor).await;
    let communities = editor.data("{ communities { id } }", json!({})).await["communities"].take();
    let input = json!({ "name": "abroad", "scope": "READ", "communityId": communities[1]["id"] });
    let (_, program, _) = create(&editor, input).await;
    let seen = program.data("{ communities { slug members { role } } }", json!({})).await;
    let is_told = |index: usize| !seen["communities"][index]["members"].is_null();
    assert!(!is_told(0) && is_told(1), "{seen}");
    let memberships = "{ me { memberships { community { slug } role } } }";
    assert_eq!(
        program.data(memberships, json!({})).await["me"]["memberships"],
        json!([{ "community": { "slug": "openimis" }, "role": "VIEWER" }])
    );
}

/// What an account may no longer do, its tokens may not either, from the next request on.
#[tokio::test]
async fn a_token_falls_with_its_account() {
    let app = TestApp::start().await;
    let manager = program(&app, Role::Manager, "MANAGE").await;
    let role = "{ me { memberships { role } } }";
    let roles = async |actor: &Actor| actor.data(role, json!({})).await["me"]["memberships"].take();
    assert_eq!(roles(&manager).await, json!([{ "role": "MANAGER" }]));
    let owner = app.app.op(Viewer::Owner);
    let home = app.communities[0];
    let join = account::join(&owner, app.account(Role::Manager), home, Role::Viewer);
    join.await.expect("another role");
    assert_eq!(roles(&manager).await, json!([{ "role": "VIEWER" }]));
    assert_eq!(add_organization(&manager, "Refused").await.code(), "FORBIDDEN");
}

/// A token decides nothing about tokens, and learns nothing of its like.
#[tokio::test]
async fn a_token_makes_no_tokens() {
    let app = TestApp::start().await;
    let admin = app.actor(Role::Admin).await;
    let input = json!({ "name": "all", "scope": "MANAGE" });
    let (token, program, _) = create(&admin, input.clone()).await;
    assert_eq!(program.code(CREATE, json!({ "input": input.clone() })).await, "FORBIDDEN");
    assert_eq!(program.code(REVOKE, json!({ "id": token["id"] })).await, "FORBIDDEN");
    assert_eq!(program.data(LIST, json!({})).await["me"]["apiTokens"], Value::Null);
    let nobody = app.anonymous();
    assert_eq!(nobody.code(CREATE, json!({ "input": input })).await, "UNAUTHENTICATED");
    assert_eq!(nobody.code(REVOKE, json!({ "id": token["id"] })).await, "UNAUTHENTICATED");
    // Somebody else's token is none.
    let viewer = app.actor(Role::Viewer).await;
    assert_eq!(viewer.code(REVOKE, json!({ "id": token["id"] })).await, "NOT_FOUND");
    program.data("{ __typename }", json!({})).await;
}
