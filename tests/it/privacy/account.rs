//! Accounts that are erased: of whoever had one nothing is left, however often it was begun.

use super::{CANARY, found, keep_list, list_of, times_found};
use api::auth::api_token;
use api::auth::device::Visit;
use api::service::account::{self, AccountDraft};
use api::service::{audit, erasure};
use chrono::TimeDelta;
use domain::api_token::{TokenDraft, TokenScope};
use domain::community::Role;
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::text::Locale;
use entity::{calendar_feed, credential, digest_setting, mute, session};
use sea_orm::{ActiveModelTrait, ColumnTrait, Database, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::app::{PASSWORD, TestApp};
use uuid::Uuid;

/// Somebody who was here: with a password, a session in a browser that tells its name, and a token.
async fn somebody(app: &TestApp) -> AccountId {
    let owner = || app.app.op(Viewer::Owner);
    let draft = AccountDraft {
        login: CANARY.to_owned(),
        display_name: format!("Ada {CANARY}"),
        locale: Locale::En,
    };
    let id = account::create(&owner(), draft).await.expect("create");
    account::join(&owner(), id, app.communities[0], Role::Editor).await.expect("join");
    app.auth.set_password(id, PASSWORD).await.expect("a password");
    let agent = Some(format!("{CANARY} Browser 1.0"));
    let visit = Visit { agent, ..Visit::default() };
    app.auth.start_session_on(id, visit).await.expect("a session");
    let draft = TokenDraft {
        name: format!("{CANARY} sync"),
        scope: TokenScope::Read,
        community: None,
        expires_at: None,
    };
    api_token::issue(&app.app, id, draft).await.expect("a token");
    id
}

/// What was known of the account's browser, as a process that died may have left it.
async fn leave_a_rest(app: &TestApp, id: AccountId) {
    let row = session::Model {
        id: Uuid::from_u128(7),
        account_id: id,
        created_at: app.clock.now(),
        seen_at: app.clock.now(),
        expires_at: app.clock.now() + TimeDelta::days(30),
        agent: Some(CANARY.to_owned()),
        revoked_at: None,
    };
    let connection = Database::connect(app.database_url()).await.expect("connect");
    let row = session::Entity::insert(row.into_active_model().reset_all());
    row.exec_without_returning(&connection).await.expect("a row");
    connection.close().await.expect("close");
}

/// Lets somebody say how they want to be told.
async fn wishes(app: &TestApp, id: AccountId) -> Value {
    let session = app.auth.start_session(id).await.expect("a session");
    let all = "mutation { mute(input: { rule: DUE }) { mute { rule } }
        setDigest(input: { period: DAILY }) { me { digestPeriod } }
        createCalendarFeed { path } }";
    Actor::new(app.address, Some(session.access)).data(all, json!({})).await
}

/// What is left of that.
async fn left(app: &TestApp, id: AccountId) -> [usize; 3] {
    let reader = app.app.store.reader();
    macro_rules! count {
        ($table:ident) => {{
            let own = $table::Entity::find().filter($table::Column::AccountId.eq(id));
            own.all(reader).await.expect("rows").len()
        }};
    }
    [count!(mute), count!(digest_setting), count!(calendar_feed)]
}

/// An erased account tells nothing of anybody, not even by its browsers, its tokens or its password,
/// signs in no more, and the log holds.
#[tokio::test]
async fn an_account_is_erased() {
    let app = TestApp::start().await;
    let id = somebody(&app).await;
    let row = credential::Entity::find_by_id(id).one(app.app.store.reader()).await;
    let hash = row.expect("a row").expect("a password").password_hash;
    assert!(found(&app).await > 0 && times_found(&app, &hash).await > 0);
    keep_list(&app);
    let wishes = wishes(&app, id).await;
    assert_eq!(left(&app, id).await, [1, 1, 1], "{wishes}");
    erasure::erase_account(&app.app.op(Viewer::Owner), id).await.expect("erase");
    assert_eq!(left(&app, id).await, [0, 0, 0]);
    assert_eq!((found(&app).await, times_found(&app, &hash).await), (0, 0));
    let signin = json!({ "login": CANARY, "password": PASSWORD });
    assert_eq!(app.anonymous().auth("signin", signin, None).await.status, 401);
    let report = audit::verify(app.app.store.reader(), None).await.expect("verify");
    assert_eq!(report.broken, None);
    assert!(app.app.snapshot().viewer(id).is_none());
    app.stop().await;
}

/// An erasure that stumbled on its way is finished by asking again, and at the next start; what was
/// finished is not gone through at each start.
#[tokio::test]
async fn what_stumbled_is_finished() {
    let app = TestApp::start().await;
    let id = somebody(&app).await;
    keep_list(&app);
    let owner = || app.app.op(Viewer::Owner);
    erasure::erase_account(&owner(), id).await.expect("erase");
    leave_a_rest(&app, id).await;
    assert!(found(&app).await > 0);
    erasure::erase_account(&owner(), id).await.expect("erased already");
    assert_eq!(found(&app).await, 0);
    let list = std::fs::read_to_string(list_of(&app)).expect("a list");
    erasure::replay(&app.app).await.expect("replay");
    assert_eq!(std::fs::read_to_string(list_of(&app)).expect("a list"), list);
    let begun = list.lines().next().expect("a line");
    std::fs::write(list_of(&app), format!("{begun}\n")).expect("a list");
    leave_a_rest(&app, id).await;
    erasure::replay(&app.app).await.expect("replay");
    assert_eq!(found(&app).await, 0);
    app.stop().await;
}
