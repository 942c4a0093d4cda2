//! Ways in that an admin opens for others: they end with what they were given for, and none leads to
//! rights that are not the admin's own to give.

use super::{INVITE, input, member, token};
use crate::engagement::World;
use api::auth::link::{self, Way};
use api::service::account::{self, AccountDraft};
use chrono::TimeDelta;
use domain::account::LinkPurpose;
use domain::community::Role;
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::text::Locale;
use entity::membership;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};
use tests::app::{PASSWORD, TestApp};

const AGAIN: &str = "mutation($id: ID!) { resendInvitation(input: { membershipId: $id }) {
    member { status } invitation { link sent } } }";
const REMOVE: &str = "mutation($id: ID!, $version: Int!) {
    removeMember(input: { membershipId: $id, expectedVersion: $version }) { community { id } } }";

/// The admin of the other community.
async fn neighbour(app: &TestApp) -> Actor {
    let owner = || app.app.op(Viewer::Owner);
    let draft = AccountDraft {
        login: "neighbour".to_owned(),
        display_name: "Nora".to_owned(),
        locale: Locale::En,
    };
    let id = account::create(&owner(), draft).await.expect("an account");
    account::join(&owner(), id, app.communities[1], Role::Admin).await.expect("an admin");
    let session = app.auth.start_session(id).await.expect("a session");
    Actor::new(app.address, Some(session.access))
}

fn find(app: &TestApp, login: &str) -> AccountId {
    app.app.snapshot().account_by_login(login).expect("an account").id
}

async fn take_up(app: &TestApp, link: &Value) -> Answer {
    let body = json!({ "token": token(link), "password": PASSWORD });
    app.anonymous().auth("invitation", body, None).await
}

/// Whoever is not a member any more is not let in by the invitation, either.
#[tokio::test]
async fn an_invitation_ends_with_the_membership() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let made = admin.data(INVITE, input(&world, "anna")).await["inviteMember"].take();
    let id = json!({ "id": made["member"]["id"], "version": 1 });
    admin.data(REMOVE, id).await;
    assert_eq!(take_up(&world.app, &made["invitation"]["link"]).await.status, 401);
}

/// A link that was shown to an admin lets nobody in any more once the account belongs to another
/// community, too: it would hand over rights that the admin has not.
#[tokio::test]
async fn a_shown_link_ends_when_the_account_joins_another_community() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let made = admin.data(INVITE, input(&world, "anna")).await["inviteMember"].take();
    let owner = world.app.app.op(Viewer::Owner);
    let (anna, abroad) = (find(&world.app, "anna"), world.app.communities[1]);
    account::join(&owner, anna, abroad, Role::Admin).await.expect("a member elsewhere");
    assert_eq!(take_up(&world.app, &made["invitation"]["link"]).await.status, 401);
}

/// So it does when a membership elsewhere comes back because its end is undone.
#[tokio::test]
async fn a_shown_link_ends_when_a_membership_comes_back() {
    let world = World::start().await;
    let (app, nora) = (&world.app, neighbour(&world.app).await);
    let admin = app.actor(Role::Admin).await;
    let made = admin.data(INVITE, input(&world, "anna")).await["inviteMember"].take();
    let owner = app.app.op(Viewer::Owner);
    let anna = find(app, "anna");
    account::join(&owner, anna, app.communities[1], Role::Admin).await.expect("a member");
    let members = "{ communities { members { id version account { displayName } } } }";
    let seen = nora.data(members, json!({})).await;
    let seen = seen["communities"][1]["members"].as_array().expect("members").clone();
    let seen = seen.iter().find(|row| row["account"]["displayName"] == "Anna").expect("Anna");
    nora.data(REMOVE, json!({ "id": seen["id"], "version": seen["version"] })).await;
    let again = admin.data(AGAIN, json!({ "id": made["member"]["id"] })).await;
    let link = &again["resendInvitation"]["invitation"]["link"];
    let last = "{ changes(first: 1) { nodes { id } } }";
    let last = nora.data(last, json!({})).await["changes"]["nodes"][0]["id"].take();
    let undo = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { id } } }";
    nora.data(undo, json!({ "id": last })).await;
    assert_eq!(take_up(app, link).await.status, 401);
}

/// Whoever signs out everywhere ends the links that wait, too.
#[tokio::test]
async fn signing_out_everywhere_ends_links() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let reset =
        link::issue_for(&app.app, app.account(Role::Editor), LinkPurpose::Reset, Way::Mailed);
    let body = json!({ "token": reset.await.expect("a link").reveal(), "password": PASSWORD });
    editor.data("mutation { endAllSessions { ended } }", json!({})).await;
    assert_eq!(app.anonymous().auth("reset", body, None).await.status, 401);
}

/// An account that the inviter does not know, whose address nobody has confirmed, may be anybody's: it
/// is not made a member, and nothing of it is told. Once the address is confirmed, it is.
#[tokio::test]
async fn nobody_is_let_in_by_registering_somebody_elses_login_first() {
    let world = World::start().await;
    let (app, nora) = (&world.app, neighbour(&world.app).await);
    let mut abroad = input(&world, "boss@example.org");
    abroad["input"]["communityId"] = world.abroad().into();
    abroad["input"]["displayName"] = "The boss".into();
    let made = nora.data(INVITE, abroad).await["inviteMember"].take();
    assert_eq!(take_up(app, &made["invitation"]["link"]).await.status, 200);
    let admin = app.actor(Role::Admin).await;
    let invite = async || admin.post(INVITE, input(&world, "Boss@example.org")).await;
    let answer = invite().await;
    let extensions = &answer.json()["errors"][0]["extensions"];
    assert_eq!(extensions["code"], "CONFLICT", "{}", answer.text);
    let refusal = &extensions["refusals"][0];
    assert_eq!(
        (&refusal["code"], &refusal["field"]),
        (&json!("UNKNOWN_ACCOUNT"), &json!("login")),
        "{}",
        answer.text
    );
    assert!(!answer.text.contains("The boss"), "{}", answer.text);
    let boss = find(app, "boss@example.org");
    let rows = app.app.snapshot().rows::<membership::Model>().clone();
    assert_eq!(rows.values().filter(|row| row.account_id == boss).count(), 1);

    let confirmation = link::issue_for(&app.app, boss, LinkPurpose::Verification, Way::Mailed);
    let body = json!({ "token": confirmation.await.expect("a link").reveal() });
    // Whom the letter reaches confirms nothing by opening it: somebody else has the password.
    assert_eq!(app.anonymous().auth("verify", body.clone(), None).await.status, 401);
    assert_eq!(invite().await.json()["errors"][0]["extensions"]["code"], "CONFLICT");
    let entered = link::issue(&app.app, boss).await.expect("a link");
    let entered = app.anonymous().auth("link", json!({ "token": entered.reveal() }), None).await;
    let token = entered.json()["accessToken"].as_str().expect("a token").to_owned();
    let boss = Actor::new(app.address, Some(token));
    assert_eq!(boss.auth("verify", body, None).await.status, 200);
    let joined = invite().await.json()["data"]["inviteMember"].take();
    assert_eq!(joined["member"]["account"]["displayName"], "The boss");
    assert_eq!(joined["invitation"], json!({ "link": null, "sent": false }));
}

/// Whoever the inviter knows from another community is made a member as before.
#[tokio::test]
async fn who_is_known_is_simply_made_a_member() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let owner = world.app.app.op(Viewer::Owner);
    let (me, abroad) = (world.app.account(Role::Admin), world.app.communities[1]);
    account::join(&owner, me, abroad, Role::Admin).await.expect("an admin of both");
    let mut to_abroad = input(&world, "editor");
    to_abroad["input"]["communityId"] = world.abroad().into();
    let made = admin.data(INVITE, to_abroad).await;
    assert_eq!(made["inviteMember"]["member"]["account"]["displayName"], "editor");
}

/// Whoever was here once counts as having come in, however long ago: an admin gets no link to their
/// account when their sessions are forgotten.
#[tokio::test]
async fn who_was_here_once_is_not_new_again() {
    let app = TestApp::start().await;
    let link = link::issue(&app.app, app.account(Role::Editor)).await.expect("a link");
    let entered = app.anonymous().auth("link", json!({ "token": link.reveal() }), None).await;
    assert_eq!(entered.status, 200);
    app.wait(TimeDelta::days(60));
    app.auth.sweep().await.expect("sweep");
    let admin = app.actor(Role::Admin).await;
    let editor = member(&admin, "editor").await;
    assert_eq!((&editor["status"], &editor["lastSeenAt"]), (&json!("ACTIVE"), &Value::Null));
    let sent = admin.data(AGAIN, json!({ "id": editor["id"] })).await;
    let nothing = json!({ "link": null, "sent": false });
    assert_eq!(sent["resendInvitation"]["invitation"], nothing);
}
