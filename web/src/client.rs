//! Talking to the API: one function sends every operation; credentials and their renewal are its
//! own affair.

pub mod auth;
pub mod browser;
pub mod clock;
mod credential;
mod failure;
pub mod rest;
pub mod scalars;
pub mod scroll;
pub mod standalone;
pub mod wire;
pub mod words;

pub use credential::{Account, watch, watch_ending};
pub use failure::{Code, Failure};

use failure::Answer;
use futures_util::future::LocalBoxFuture;
use gloo_net::http::{Request, Response};
use graphql_client::GraphQLQuery;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wire::Wire;

/// Takes operations of `graphql/` in, checked against the schema when compiling; closed words are
/// `domain`'s. Once in a module: `operations!("graphql/a.graphql": A, B; "graphql/c.graphql": C);`
macro_rules! operations {
    ($($path:literal : $($name:ident),+ $(,)?);+ $(;)?) => {
        pub use $crate::client::words::*;
        const _: Words = Words;
        $($(include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));)+)+
    };
}
pub(crate) use operations;

/// Sends one operation as whoever is signed in, and returns its data or why there is none.
///
/// A credential that has run out is renewed, once, before anybody is told.
pub async fn send<Q: GraphQLQuery>(variables: Q::Variables) -> Result<Q::ResponseData, Failure>
where
    Q::ResponseData: Wire,
{
    let data = exchange(body::<Q>(variables)).await?;
    typed(&data)
}

/// The request's body for one operation; empty, and so refused by the server, when the variables
/// cannot be written.
pub fn body<Q: GraphQLQuery>(variables: Q::Variables) -> String {
    serde_json::to_string(&Q::build_query(variables)).unwrap_or_default()
}

/// An answer's data as the operation's own type.
pub fn typed<T: Wire>(data: &Value) -> Result<T, Failure> {
    T::read(data).ok_or_else(|| Failure::of(Code::Unreadable))
}

/// Sends a body and returns the answer's data. Everything that does not depend on the operation is
/// here once, boxed, and not once for each operation: the bundle is much smaller for it.
pub fn exchange(body: String) -> LocalBoxFuture<'static, Result<Value, Failure>> {
    Box::pin(async move {
        let token = credential::token().await;
        let first = post(&body, token.as_deref()).await;
        match (first, token) {
            (Err(failure), Some(used)) if failure.code == Code::Unauthenticated => {
                let renewed = credential::renew_after(&used).await;
                post(&body, renewed.as_deref()).await
            }
            (first, _) => first,
        }
    })
}

async fn post(body: &str, token: Option<&str>) -> Result<Value, Failure> {
    let mut request = Request::post("/graphql")
        .header("Accept", "application/graphql-response+json, application/json;q=0.9")
        .header("Content-Type", "application/json");
    if let Some(token) = token {
        request = request.header("Authorization", &format!("Bearer {token}"));
    }
    let request = request.body(body).map_err(|_| Failure::of(Code::Unreadable))?;
    let response = request.send().await.map_err(|_| Failure::of(Code::Offline))?;
    read::<Answer>(response).await?.into_result()
}

/// Reads a JSON body whatever the status; a body that is not JSON is told by its status.
async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let status = response.status();
    let text = response.text().await.map_err(|_| Failure::of(Code::Offline))?;
    serde_json::from_str(&text).map_err(|_| Failure::of_status(status))
}
