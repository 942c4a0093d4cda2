//! Engagements: opening, working on them, moving them from stage to stage, and finding them.

use domain::community::Role;
use domain::identifier::Noun;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};
use tests::app::TestApp;

mod commitment;
mod funnel;
mod line;
mod list;
mod open;
mod transition;
mod update;

/// A running Banyan with somebody of each working role.
pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) viewer: Actor,
    pub(crate) editor: Actor,
    pub(crate) manager: Actor,
}

/// What a test looks at of an engagement.
const FIELDS: &str = "id version stage stageSince objective why visibility practice debt
    owner { displayName } entryPoints { id } nextStep nextStepDue influence decidingGroup { id }
    weGain { id text status version } theyGain { id text } lastInteractionOn
    endsOn closeReason declinedBy standingSince standingSource reopens { id }
    transitions { from to note by { displayName } } allowedTransitions { to missing }
    noDecidingGroup decision { outcome by { id } on note source }
    commitments { id state evidence { id } } onboarding { since steps { number text doneOn } }
    suggestedMove { to reason day }
    actions { id text state version }";

impl World {
    pub(crate) async fn start() -> Self {
        let app = TestApp::start().await;
        let viewer = app.actor(Role::Viewer).await;
        let editor = app.actor(Role::Editor).await;
        let manager = app.actor(Role::Manager).await;
        Self { app, viewer, editor, manager }
    }

    /// The community where everybody is at home.
    pub(crate) fn home(&self) -> String {
        Noun::Community.format(self.app.communities[0].0)
    }

    /// The community where nobody is.
    pub(crate) fn abroad(&self) -> String {
        Noun::Community.format(self.app.communities[1].0)
    }

    pub(crate) fn account(&self, role: Role) -> String {
        Noun::Account.format(self.app.account(role).0)
    }

    /// A new organization, seen by those who see rows of this visibility.
    pub(crate) async fn organization(&self, name: &str, visibility: &str) -> String {
        let input = json!({ "community": self.home(), "nameEn": name, "visibility": visibility,
            "organizationType": "FOUNDATION" });
        let query = "mutation($input: CreateOrganizationInput!) {
            createOrganization(input: $input) { organization { id } } }";
        let data = self.manager.data(query, json!({ "input": input })).await;
        text(&data["createOrganization"]["organization"]["id"])
    }

    /// A new group.
    pub(crate) async fn group(&self, name: &str) -> String {
        let input = json!({ "nameEn": name, "groupType": "BOARD" });
        let query =
            "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }";
        let data = self.manager.data(query, json!({ "input": input })).await;
        text(&data["createGroup"]["group"]["id"])
    }

    /// The input that opens an engagement at home, with these fields besides.
    pub(crate) fn opening(&self, party: &str, more: Value) -> Value {
        let input = json!({ "community": self.home(), "party": party, "objective": "FUND",
            "why": "They fund what we need." });
        merged(input, more)
    }

    /// Opens an engagement as the editor.
    pub(crate) async fn open(&self, party: &str, more: Value) -> Value {
        work(&self.editor, "openEngagement", self.opening(party, more)).await
    }

    /// An engagement with a new party, with nothing recorded but the reason.
    pub(crate) async fn opened(&self) -> Value {
        let party = self.organization("Gates Foundation", "PUBLIC").await;
        self.open(&party, json!({})).await
    }
}

/// One step of work on an engagement that must be taken; answers with the engagement.
pub(crate) async fn work(actor: &Actor, name: &str, input: Value) -> Value {
    let mut data = actor.data(&mutation(name), json!({ "input": input })).await;
    data[name]["engagement"].take()
}

/// One step of work on an engagement, whatever comes of it.
pub(crate) async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    actor.post(&mutation(name), json!({ "input": input })).await
}

/// The engagement as the actor sees it now.
pub(crate) async fn read(actor: &Actor, id: &Value) -> Value {
    let query =
        format!("query($id: ID!) {{ node(id: $id) {{ ... on Engagement {{ {FIELDS} }} }} }}");
    actor.data(&query, json!({ "id": id })).await["node"].take()
}

fn mutation(name: &str) -> String {
    let input = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    format!(
        "mutation($input: {input}!) {{ {name}(input: $input) {{ engagement {{ {FIELDS} }} }} }}"
    )
}

/// The input of an update or a move of an engagement, with these fields.
pub(crate) fn of(engagement: &Value, more: Value) -> Value {
    let input = json!({ "id": engagement["id"], "expectedVersion": engagement["version"] });
    merged(input, more)
}

fn merged(mut input: Value, more: Value) -> Value {
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    input
}

/// The refusals of an answer: code, field, and what is missing.
pub(crate) fn told(answer: &Answer) -> Vec<(String, String, Vec<String>)> {
    let body = answer.json();
    let refusals = body["errors"][0]["extensions"]["refusals"].as_array().cloned();
    let missing = |refusal: &Value| {
        let missing = refusal["missing"].as_array().cloned().unwrap_or_default();
        missing.iter().map(text).collect::<Vec<_>>()
    };
    refusals
        .unwrap_or_default()
        .iter()
        .map(|refusal| (text(&refusal["code"]), text(&refusal["field"]), missing(refusal)))
        .collect()
}

/// The code and field of each refusal of an answer.
pub(crate) fn refused(answer: &Answer) -> Vec<(String, String)> {
    told(answer).into_iter().map(|(code, field, _)| (code, field)).collect()
}

pub(crate) fn pair(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// One field of every item of a list.
pub(crate) fn column(list: &Value, field: &str) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|item| text(&item[field])).collect()
}
