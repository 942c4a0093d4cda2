//! Recording scripts where texts are expected, through the API.

use reqwest::Client;
use serde_json::{Map, Value, json};

use crate::support::{Account, Server};

/// A script in each of the ways in which a text becomes one, once a page takes it for markup.
pub const SCRIPT: &str =
    r#"<script>window.planted=1</script>"><img src=x onerror="window.planted=1">"#;
const CONTRACT: &str = include_str!("../../../schema.graphql");

/// Somebody signed in who records.
pub struct Planter {
    client: Client,
    url: String,
    token: String,
}

impl Planter {
    /// Signs in by the account's link, without a browser.
    pub async fn sign_in(server: &Server, account: Account) -> Self {
        let client = Client::new();
        let link = server.link(account);
        let token = link.split_once("token=").expect("a link").1;
        let request = client.post(format!("{}/auth/link", server.origin)).header("x-banyan", "1");
        let answer = request.json(&json!({ "token": token })).send().await.expect("an answer");
        let told: Value = answer.json().await.expect("JSON");
        let token = told["accessToken"].as_str().expect("a token").to_owned();
        Self { client, url: format!("{}/graphql", server.origin), token }
    }

    /// The community where the account records.
    pub async fn community(&self) -> String {
        let told = self.ask("{ me { memberships { community { id } } } }", &json!({})).await;
        let id = &told["data"]["me"]["memberships"][0]["community"]["id"];
        id.as_str().expect("a membership").to_owned()
    }

    /// Invites somebody of this name.
    pub async fn invite(&self, name: &str) {
        let mutation = "mutation Invite($input: InviteMemberInput!) {
            inviteMember(input: $input) { member { account { displayName } } } }";
        let input = json!({ "communityId": self.community().await, "login": "salma@example.org",
            "displayName": name, "locale": "EN", "role": "EDITOR" });
        let told = self.ask(mutation, &json!({ "input": input })).await;
        let member = &told["data"]["inviteMember"]["member"];
        assert_eq!(member["account"]["displayName"], name, "{told}");
    }

    /// The version of an engagement.
    pub async fn version(&self, engagement: &str) -> Value {
        let query = "query Version($id: ID!) { node(id: $id) { ... on Engagement { version } } }";
        self.ask(query, &json!({ "id": engagement })).await["data"]["node"]["version"].take()
    }

    /// Runs a mutation with the script in every text of its input that takes it, and answers with the
    /// id of what it recorded.
    pub async fn plant(&self, mutation: &str, more: Value) -> String {
        let mut input: Map<String, Value> = texts(mutation)
            .into_iter()
            .map(|(name, is_list)| {
                let text = format!("{mutation} {SCRIPT}");
                (name, if is_list { json!([text]) } else { json!(text) })
            })
            .collect();
        let planted = input.len();
        input.extend(more.as_object().expect("an object").clone());
        let told = loop {
            let told = self.run(mutation, &Value::Object(input.clone())).await;
            let refused = fields(&told);
            if refused.is_empty() {
                break told;
            }
            // Countries, languages, currencies and addresses are no free texts.
            let names = refused.iter().filter_map(|field| field.split(['.', '[']).next());
            let removed = names.filter(|name| input.remove(*name).is_some()).count();
            assert!(removed > 0, "{mutation}: {told}");
        };
        let left = texts(mutation).iter().filter(|(name, _)| input.contains_key(name)).count();
        assert!(left > 0 && planted > 0, "{mutation} took no text");
        let record = told["data"][mutation].as_object().and_then(|payload| payload.values().next());
        let id = record.and_then(|record| record["id"].as_str());
        id.unwrap_or_else(|| panic!("{mutation}: {told}")).to_owned()
    }

    /// The fields that a mutation refuses.
    pub async fn refusals(&self, mutation: &str, input: &Value) -> Vec<String> {
        fields(&self.run(mutation, input).await)
    }

    async fn run(&self, mutation: &str, input: &Value) -> Value {
        let (input_type, payload) = signature(mutation);
        let record = selected(&payload);
        let document = format!(
            "mutation Plant($input: {input_type}!) {{ {mutation}(input: $input) {{ {record} {{ id }} }} }}"
        );
        self.ask(&document, &json!({ "input": input })).await
    }

    async fn ask(&self, query: &str, variables: &Value) -> Value {
        let body = json!({ "query": query, "variables": variables });
        let request = self.client.post(&self.url).bearer_auth(&self.token).json(&body);
        request.send().await.expect("an answer").json().await.expect("JSON")
    }
}

/// The fields that an answer refuses.
fn fields(told: &Value) -> Vec<String> {
    let errors = told["errors"].as_array().into_iter().flatten();
    let refusals = errors.flat_map(|error| {
        let refusals = error["extensions"]["refusals"].as_array();
        refusals.unwrap_or_else(|| panic!("{told}")).clone()
    });
    refusals.filter_map(|refusal| refusal["field"].as_str().map(str::to_owned)).collect()
}

/// The input and the payload of a mutation, by the contract.
fn signature(mutation: &str) -> (String, String) {
    let body = block("type Mutation ");
    let (_, rest) = body.split_once(&format!("\n  {mutation}(")).expect(mutation);
    let (arguments, rest) = rest.split_once("): ").expect("a type");
    let input = arguments.split("input: ").nth(1).expect("an input").trim();
    let payload = rest.lines().next().unwrap_or_default();
    (input.trim_end_matches('!').to_owned(), payload.trim_end_matches('!').to_owned())
}

/// The one record of a payload.
fn selected(payload: &str) -> String {
    let body = block(&format!("type {payload} "));
    let field = body.lines().find(|line| line.contains(": ")).expect("a record");
    field.trim().split(':').next().unwrap_or_default().to_owned()
}

/// The texts of a mutation's input, and whether each is a list of them.
fn texts(mutation: &str) -> Vec<(String, bool)> {
    let body = block(&format!("input {} ", signature(mutation).0));
    let fields = body.lines().filter_map(|line| line.trim().split_once(": "));
    let texts = fields.filter_map(|(name, kind)| match kind.trim_end_matches('!') {
        "String" => Some((name.to_owned(), false)),
        "[String!]" => Some((name.to_owned(), true)),
        _ => None,
    });
    texts.collect()
}

/// What stands between the braces of a definition.
fn block(head: &str) -> &'static str {
    let (_, rest) = CONTRACT.split_once(&format!("\n{head}")).expect(head);
    rest.split_once("\n}").expect("its end").0
}
