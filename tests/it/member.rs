//! Members: invited, given roles, removed; and that a community keeps an admin.

mod entrance;
mod race;

use crate::engagement::World;
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::app::PASSWORD;

const INVITE: &str = "mutation($input: InviteMemberInput!) { inviteMember(input: $input) {
    member { id version role status login lastSeenAt account { displayName } }
    invitation { link sent } } }";

fn input(world: &World, login: &str) -> Value {
    json!({ "input": { "communityId": world.home(), "login": login, "displayName": "Anna",
        "locale": "FR", "role": "EDITOR" } })
}

/// The members of the first community as somebody sees them.
async fn members(actor: &Actor) -> Vec<Value> {
    let query = "{ communities { members { id version role status login lastSeenAt
        account { displayName } } } }";
    let data = actor.data(query, json!({})).await;
    data["communities"][0]["members"].as_array().expect("members").clone()
}

async fn member(actor: &Actor, name: &str) -> Value {
    let members = members(actor).await;
    let found = members.into_iter().find(|member| member["account"]["displayName"] == name);
    found.unwrap_or_else(|| panic!("no member {name}"))
}

fn token(link: &Value) -> &str {
    let link = link.as_str().expect("a link");
    link.strip_prefix("/invitation#token=").unwrap_or_else(|| panic!("{link}"))
}

/// Somebody new gets an account and a role; where no mail is sent, the admin hands a link over that
/// lets them choose a password and come in, once.
#[tokio::test]
async fn somebody_new_is_invited() {
    let world = World::start().await;
    let answer =
        world.app.actor(Role::Admin).await.data(INVITE, input(&world, "Anna@Example.org")).await;
    let made = &answer["inviteMember"];
    assert_eq!(made["member"]["status"], "INVITED");
    assert_eq!(made["member"]["login"], "anna@example.org");
    assert_eq!(made["invitation"]["sent"], false);
    let body = json!({ "token": token(&made["invitation"]["link"]), "password": PASSWORD,
        "displayName": "Anna Muster" });
    let answer = world.app.anonymous().auth("invitation", body.clone(), None).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["account"]["displayName"], "Anna Muster");
    assert_eq!(world.app.anonymous().auth("invitation", body, None).await.status, 401);
    let token = answer.json()["accessToken"].as_str().map(str::to_owned);
    let anna = Actor::new(world.app.address, token);
    let me = "{ me { login locale verified version memberships { role } sessions { current } } }";
    let me = anna.data(me, json!({})).await["me"].take();
    let expected = json!({ "login": "anna@example.org", "locale": "FR", "verified": false,
        "version": 2, "memberships": [{ "role": "EDITOR" }], "sessions": [{ "current": true }] });
    assert_eq!(me, expected);
    let seen = member(&world.app.actor(Role::Admin).await, "Anna Muster").await;
    assert_eq!(seen["status"], "ACTIVE");
    assert!(seen["lastSeenAt"].is_string());
    let seen = member(&world.viewer, "Anna Muster").await;
    assert_eq!((&seen["login"], &seen["lastSeenAt"]), (&Value::Null, &Value::Null));
}

/// Only admins bring members in, change them or send them away, and only in their own community.
#[tokio::test]
async fn members_are_managed_by_admins() {
    let world = World::start().await;
    for (actor, code) in [
        (&world.manager, "FORBIDDEN"),
        (&world.viewer, "FORBIDDEN"),
        (&world.app.anonymous(), "NOT_FOUND"),
    ] {
        assert_eq!(actor.code(INVITE, input(&world, "anna")).await, code);
    }
    let mut abroad = input(&world, "anna");
    abroad["input"]["communityId"] = world.abroad().into();
    assert_eq!(world.app.actor(Role::Admin).await.code(INVITE, abroad).await, "NOT_FOUND");
}

/// An account with a password, or with rights elsewhere, is simply made a member: no link lets the
/// admin take it over.
#[tokio::test]
async fn no_link_takes_an_account_over() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let made = admin.data(INVITE, input(&world, "anna")).await;
    let id = &made["inviteMember"]["member"]["id"];
    let again = "mutation($id: ID!) { resendInvitation(input: { membershipId: $id }) {
        member { status } invitation { link sent } } }";
    let sent = admin.data(again, json!({ "id": id })).await;
    assert!(sent["resendInvitation"]["invitation"]["link"].is_string());
    let account = {
        let snapshot = world.app.app.snapshot();
        snapshot.account_by_login("anna").expect("an account").id
    };
    let owner = world.app.app.op(domain::policy::Viewer::Owner);
    let elsewhere = world.app.communities[1];
    let joined = api::service::account::join(&owner, account, elsewhere, Role::Viewer);
    joined.await.expect("a member elsewhere");
    let nothing = json!({ "link": null, "sent": false });
    let sent = admin.data(again, json!({ "id": id })).await;
    assert_eq!(sent["resendInvitation"]["invitation"], nothing);
    assert_eq!(sent["resendInvitation"]["member"]["status"], "INVITED");

    let login = "bruno";
    let made = admin.data(INVITE, input(&world, login)).await;
    let id = made["inviteMember"]["member"]["id"].clone();
    let account = world.app.app.snapshot().account_by_login(login).expect("an account").id;
    world.app.auth.set_password(account, PASSWORD).await.expect("a password");
    let sent = admin.data(again, json!({ "id": id })).await;
    assert_eq!(sent["resendInvitation"]["invitation"], nothing);
    assert_eq!(admin.code(INVITE, input(&world, login)).await, "CONFLICT", "a member already");
}

/// A role is changed, and a membership ended, with the version that was read; the rights go with
/// it at once, the account and its session stay.
#[tokio::test]
async fn rights_end_at_the_next_request() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let change = "mutation($id: ID!, $version: Int!, $role: Role!) {
        changeMemberRole(input: { membershipId: $id, expectedVersion: $version, role: $role }) {
            member { role version } } }";
    let editor = member(&admin, "editor").await;
    let with = |version: i32| json!({ "id": editor["id"], "version": version, "role": "VIEWER" });
    assert_eq!(admin.code(change, with(7)).await, "CONFLICT");
    let changed = admin.data(change, with(1)).await;
    assert_eq!(changed["changeMemberRole"]["member"], json!({ "role": "VIEWER", "version": 2 }));
    let me = "{ me { memberships { role } } }";
    let roles = world.editor.data(me, json!({})).await;
    assert_eq!(roles["me"]["memberships"], json!([{ "role": "VIEWER" }]));
    let remove = "mutation($id: ID!, $version: Int!) {
        removeMember(input: { membershipId: $id, expectedVersion: $version }) {
            community { members { role } } } }";
    let gone = admin.data(remove, json!({ "id": editor["id"], "version": 2 })).await;
    let left = gone["removeMember"]["community"]["members"].as_array().expect("members").len();
    assert_eq!(left, 3);
    assert_eq!(world.editor.data(me, json!({})).await["me"]["memberships"], json!([]));
}

/// One changes one's own name and language and nobody else's.
#[tokio::test]
async fn one_changes_ones_own_profile() {
    let world = World::start().await;
    let update = "mutation($version: Int!) { updateProfile(input: { displayName: \"Vera\",
        locale: FR, expectedVersion: $version }) { me { locale version account { displayName } } } }";
    let me = world.viewer.data(update, json!({ "version": 1 })).await["updateProfile"].take();
    let expected = json!({ "locale": "FR", "version": 2, "account": { "displayName": "Vera" } });
    assert_eq!(me["me"], expected);
    assert_eq!(world.viewer.code(update, json!({ "version": 1 })).await, "CONFLICT");
    let anonymous = world.app.anonymous().code(update, json!({ "version": 1 })).await;
    assert_eq!(anonymous, "UNAUTHENTICATED");
}
