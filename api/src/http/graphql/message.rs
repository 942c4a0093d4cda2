//! What a GraphQL request says: the parameters of the body or of the query string, each of its type.

use actix_web::web::Query;
use async_graphql::Variables;
use serde_json::Value;

use super::admit::{Asked, Transport};
use super::document::Persisted;
use crate::http::rejection::Rejection;

/// Reads a JSON body. Of its extensions only the idempotency key and the digest of a document count;
/// they must be a map, as the specification says. Lists of operations are not taken.
pub fn parse_body(body: &[u8]) -> Result<Asked, Rejection> {
    let body = serde_json::from_slice(body);
    let Ok(Value::Object(mut body)) = body else {
        return Err(Rejection::Malformed("The body must be one JSON object."));
    };
    let mut take = |name: &str| body.remove(name).unwrap_or_default();
    let query = take("query");
    let operation_name = take("operationName");
    let variables = take("variables");
    let extensions = take("extensions");
    assemble(query, operation_name, variables, extensions, Transport::Post)
}

/// Reads a query string, where maps are written as JSON.
pub fn parse_query_string(text: &str) -> Result<Asked, Rejection> {
    let pairs = Query::<Vec<(String, String)>>::from_query(text);
    let pairs = pairs.map_err(|_| Rejection::Malformed("The query string cannot be read."))?;
    let find = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, text)| text.clone());
    let text = |name: &str| find(name).map_or(Value::Null, Value::String);
    let map = |name: &'static str| match find(name).filter(|text| !text.is_empty()) {
        Some(text) => serde_json::from_str(&text)
            .map_err(|_| Rejection::Malformed("Variables and extensions must be JSON.")),
        None => Ok(Value::Null),
    };
    let (variables, extensions) = (map("variables")?, map("extensions")?);
    assemble(text("query"), text("operationName"), variables, extensions, Transport::Get)
}

fn assemble(
    query: Value,
    operation_name: Value,
    variables: Value,
    extensions: Value,
    transport: Transport,
) -> Result<Asked, Rejection> {
    let persisted = Persisted::read(&extensions);
    let query = match query {
        Value::String(query) => query,
        // A document that is only named.
        Value::Null if persisted.is_some() => String::new(),
        _ => return Err(Rejection::Malformed("The parameter query must be a string.")),
    };
    let operation_name = match operation_name {
        Value::Null => None,
        Value::String(name) => Some(name).filter(|name| !name.is_empty()),
        _ => {
            return Err(Rejection::Malformed("The parameter operationName must be a string."));
        }
    };
    if !is_map(&variables) {
        return Err(Rejection::Malformed("The parameter variables must be a map."));
    }
    if !is_map(&extensions) {
        return Err(Rejection::Malformed("The parameter extensions must be a map."));
    }
    let key = match extensions.get("idempotencyKey") {
        None | Some(Value::Null) => None,
        Some(Value::String(key)) => Some(key.clone()),
        Some(_) => return Err(Rejection::Malformed("The idempotencyKey must be a string.")),
    };
    let variables = Variables::from_json(variables);
    Ok(Asked { query, persisted, operation_name, variables, transport, key })
}

fn is_map(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Object(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_refused(body: &str) {
        assert!(parse_body(body.as_bytes()).is_err(), "{body}");
    }

    /// A body is read with its parameters; unknown ones and extensions do not matter.
    #[test]
    fn bodies_are_read() {
        let asked = parse_body(
            br#"{"query":"{a}","operationName":null,"variables":{"n":1},"extensions":{"x":[1]},"pad":0}"#,
        );
        let asked = asked.unwrap();
        assert_eq!(asked.query, "{a}");
        assert_eq!(asked.operation_name, None);
        assert!(asked.variables.contains_key("n"));
    }

    /// Parameters of a wrong type, lists of operations and bytes that are no JSON are turned away.
    #[test]
    fn malformed_bodies_are_turned_away() {
        for body in [
            "",
            "{",
            "[]",
            r#"[{"query":"{a}"}]"#,
            "{}",
            r#"{"query":null}"#,
            r#"{"query":1}"#,
            r#"{"query":"{a}","operationName":1}"#,
            r#"{"query":"{a}","variables":"{}"}"#,
            r#"{"query":"{a}","variables":[1]}"#,
            r#"{"query":"{a}","extensions":"{}"}"#,
            r#"{"query":"\ud800"}"#,
        ] {
            check_refused(body);
        }
        check_refused(&format!(r#"{{"query":"{{a}}","variables":{{"a":{}}}}}"#, "[".repeat(5_000)));
        assert!(parse_body(b"{\"query\":\"{a \xff}\"}").is_err());
    }

    /// In a query string maps are JSON, and empty parameters are absent ones.
    #[test]
    fn query_strings_are_read() {
        let asked = parse_query_string(
            "query=%7Ba%7D&operationName=&variables=%7B%22n%22%3A1%7D&extensions=",
        );
        let asked = asked.unwrap();
        assert_eq!(asked.query, "{a}");
        assert_eq!(asked.operation_name, None);
        assert!(asked.variables.contains_key("n"));
        assert!(parse_query_string("query=%7Ba%7D&variables=n").is_err());
        assert!(parse_query_string("variables=%7B%7D").is_err());
    }

    /// A document may be named by its digest instead, in both forms of a request; other extensions
    /// do not matter.
    #[test]
    fn documents_may_be_named() {
        let named = format!(
            r#"{{"persistedQuery":{{"version":1,"sha256Hash":"{}"}},"clientLibrary":1}}"#,
            "aB".repeat(32)
        );
        let body = format!(r#"{{"extensions":{named}}}"#);
        let asked = parse_body(body.as_bytes()).unwrap();
        assert_eq!(asked.persisted, Some(Persisted::Digest([0xab; 32])));
        assert_eq!(asked.query, "");
        let asked = parse_query_string(&format!("extensions={named}")).unwrap();
        assert_eq!(asked.persisted, Some(Persisted::Digest([0xab; 32])));
        let read = |extensions: &str| {
            let body = format!(r#"{{"query":"{{a}}","extensions":{extensions}}}"#);
            parse_body(body.as_bytes()).unwrap().persisted
        };
        assert_eq!(read(r#"{"persistedQuery":null}"#), None);
        assert_eq!(read(r#"{"persistedQuery":{"version":2}}"#), Some(Persisted::OtherVersion));
        assert_eq!(read(r#"{"persistedQuery":1}"#), Some(Persisted::OtherVersion));
        assert_eq!(read(r#"{"persistedQuery":{"version":1}}"#), Some(Persisted::Malformed));
        let short = r#"{"persistedQuery":{"version":1,"sha256Hash":"ab"}}"#;
        assert_eq!(read(short), Some(Persisted::Malformed));
    }
}
