//! The few addresses of the API beside GraphQL, which take and give plain JSON or files.

use super::failure::Fault;
use super::{Code, Failure, credential};
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The body of an answer that is none.
#[derive(Deserialize)]
struct Trouble {
    #[serde(default)]
    errors: Vec<Fault>,
}

/// Sends a JSON body as whoever is signed in, and reads the answer or why there is none. A
/// credential that has run out is renewed, once, before anybody is told.
pub async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, Failure> {
    let response = signed(async |token| {
        let request = bearing(Request::post(path), token).header("Accept", "application/json");
        // A header that no form of another site can send.
        let request = request.header("X-Banyan", "1");
        request.json(body).map_err(|_| Failure::of(Code::Unreadable))?.send().await.map_err(offline)
    })
    .await?;
    let (ok, status) = (response.ok(), response.status());
    let text = response.text().await.map_err(offline)?;
    read(&text, ok, status)
}

/// Fetches a file as whoever is signed in, byte by byte as the server wrote it.
pub async fn file(path: &str) -> Result<Vec<u8>, Failure> {
    let get = async |token: Option<String>| {
        bearing(Request::get(path), token).send().await.map_err(offline)
    };
    let response = signed(get).await?;
    if response.ok() {
        return response.binary().await.map_err(offline);
    }
    let status = response.status();
    let text = response.text().await.map_err(offline)?;
    read::<()>(&text, false, status).map(|()| Vec::new())
}

/// Sends a request with the token of whoever is signed in; once more with another, when the server
/// no longer knows that one.
async fn signed(
    attempt: impl AsyncFn(Option<String>) -> Result<Response, Failure>,
) -> Result<Response, Failure> {
    let token = credential::token().await;
    let first = attempt(token.clone()).await?;
    match token {
        Some(used) if first.status() == 401 => attempt(credential::renew_after(&used).await).await,
        _ => Ok(first),
    }
}

fn bearing(request: RequestBuilder, token: Option<String>) -> RequestBuilder {
    match token {
        Some(token) => request.header("Authorization", &format!("Bearer {token}")),
        None => request,
    }
}

fn offline(_: gloo_net::Error) -> Failure {
    Failure::of(Code::Offline)
}

fn read<T: DeserializeOwned>(text: &str, ok: bool, status: u16) -> Result<T, Failure> {
    if ok {
        return serde_json::from_str(text).map_err(|_| Failure::of(Code::Unreadable));
    }
    match serde_json::from_str::<Trouble>(text) {
        Ok(trouble) if !trouble.errors.is_empty() => Err(Fault::summary(trouble.errors)),
        _ => Err(Failure::of_status(status)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A good answer is read, a bad one tells its errors, and one without a body its status.
    #[test]
    fn answers_are_read() {
        assert_eq!(read::<i32>("7", true, 200), Ok(7));
        assert_eq!(read::<i32>("seven", true, 200), Err(Failure::of(Code::Unreadable)));
        let told = r#"{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}"#;
        assert_eq!(read::<i32>(told, false, 403), Err(Failure::of(Code::Forbidden)));
        assert_eq!(read::<i32>("<html>", false, 503), Err(Failure::of(Code::Overloaded)));
    }
}
