//! The few addresses of the API beside GraphQL that take and give plain JSON.

use super::failure::Fault;
use super::{Code, Failure, credential};
use gloo_net::http::Request;
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
    let token = credential::token().await;
    let first = attempt(path, body, token.as_deref()).await;
    match (first, token) {
        (Err(failure), Some(used)) if failure.code == Code::Unauthenticated => {
            let renewed = credential::renew_after(&used).await;
            attempt(path, body, renewed.as_deref()).await
        }
        (first, _) => first,
    }
}

async fn attempt<T: DeserializeOwned>(
    path: &str,
    body: &impl Serialize,
    token: Option<&str>,
) -> Result<T, Failure> {
    let mut request = Request::post(path).header("Accept", "application/json");
    if let Some(token) = token {
        request = request.header("Authorization", &format!("Bearer {token}"));
    }
    let request = request.json(body).map_err(|_| Failure::of(Code::Unreadable))?;
    let response = request.send().await.map_err(|_| Failure::of(Code::Offline))?;
    let (ok, status) = (response.ok(), response.status());
    let text = response.text().await.map_err(|_| Failure::of(Code::Offline))?;
    read(&text, ok, status)
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
