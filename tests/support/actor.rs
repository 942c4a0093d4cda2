//! Somebody who uses Banyan through its public API and nothing else.

use std::net::SocketAddr;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// A client of one person.
#[derive(Clone, Debug)]
pub struct Actor {
    client: Client,
    address: SocketAddr,
    /// The access token, when signed in.
    pub token: Option<String>,
    device: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// All headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub text: String,
}

impl Actor {
    /// A client for a server.
    pub fn new(address: SocketAddr, token: Option<String>) -> Self {
        let client = Client::builder().build().expect("a client");
        Self { client, address, token, device: None }
    }

    /// The same, on a device that was signed in from.
    pub fn on(self, device: &str) -> Self {
        Self { device: Some(device.to_owned()), ..self }
    }

    /// The same client with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// A request for a path, signed when the actor is signed in.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("http://{}{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Reads a path.
    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    /// Posts a GraphQL document as modern clients do.
    pub async fn post(&self, query: &str, variables: Value) -> Answer {
        let body = json!({ "query": query, "variables": variables });
        let request = self.request(Method::POST, "/graphql").json(&body);
        send(request.header("accept", "application/graphql-response+json")).await
    }

    /// The data of a document that must succeed.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let answer = self.post(query, variables).await;
        let mut body = answer.json();
        assert!(body["errors"].is_null(), "{query}: {body}");
        body["data"].take()
    }

    /// The code of the first error of a document that must fail.
    pub async fn code(&self, query: &str, variables: Value) -> String {
        self.post(query, variables).await.code()
    }

    /// Calls one of the sign-in routes as the front end does, with a cookie when there is one.
    pub async fn auth(&self, route: &str, body: Value, cookie: Option<&str>) -> Answer {
        let mut request = self.request(Method::POST, &format!("/auth/{route}"));
        let refresh = cookie.map(|cookie| format!("__Host-refresh={cookie}"));
        let device = self.device.as_ref().map(|device| format!("__Host-device={device}"));
        let cookies: Vec<_> = refresh.into_iter().chain(device).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        send(request.header("x-banyan", "1").json(&body)).await
    }
}

/// Sends a request and reads the whole answer.
pub async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    let text = response.text().await.expect("a text");
    Answer { status, headers, text }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The code of the first error.
    pub fn code(&self) -> String {
        let body = self.json();
        let code = body["errors"][0]["extensions"]["code"].as_str();
        code.unwrap_or_else(|| panic!("no error in {body}")).to_owned()
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a text"))
    }

    /// The refresh cookie's value; empty when the answer takes it away.
    pub fn cookie(&self) -> Option<String> {
        self.set("__Host-refresh=")
    }

    /// The value of the cookie that marks the device.
    pub fn device(&self) -> Option<String> {
        self.set("__Host-device=")
    }

    fn set(&self, name: &str) -> Option<String> {
        let set = self.headers.get_all("set-cookie").iter();
        let found = set.filter_map(|set| set.to_str().ok()?.strip_prefix(name));
        found.filter_map(|rest| rest.split(';').next()).map(str::to_owned).next()
    }
}
