//! An operation as a text that stands alone, for other programs to start from: itself and the
//! fragments that it uses, with the values that the page has chosen as its variables' defaults.

use serde_json::{Map, Value};

/// The scalars that are written in quotes; any other type of a text is a closed word.
const QUOTED: [&str; 5] = ["ID", "String", "Date", "DateTime", "PartialDate"];

/// The operation of a request's body; none when the body is no request.
pub fn standalone(body: &str) -> Option<String> {
    let body: Value = serde_json::from_str(body).ok()?;
    let name = body.get("operationName")?.as_str()?;
    let known = definitions(body.get("query")?.as_str()?);
    let operation = *known.iter().find(|one| named(one) == Some(name))?;
    let nothing = Map::new();
    let variables = body.get("variables").and_then(Value::as_object).unwrap_or(&nothing);
    let mut parts = vec![operation];
    let mut next = 0;
    while let Some(part) = parts.get(next) {
        for fragment in spreads(part) {
            let found = known.iter().find(|one| named(one) == Some(fragment));
            if let Some(found) = found.filter(|found| !parts.contains(found)) {
                parts.push(found);
            }
        }
        next += 1;
    }
    let fragments = parts.iter().skip(1).map(|part| (*part).to_owned());
    let all: Vec<_> =
        std::iter::once(with_defaults(operation, variables)).chain(fragments).collect();
    Some(all.join("\n\n") + "\n")
}

/// A query as a command that asks it; what only whoever is signed in sees needs their token.
pub fn command(origin: &str, query: &str, signed_in: bool) -> String {
    let body = serde_json::json!({ "query": query }).to_string().replace('\'', r"'\''");
    let token = if signed_in { " -H \"authorization: Bearer $BANYAN_TOKEN\"" } else { "" };
    format!("curl -s {origin}/graphql -H 'content-type: application/json'{token} -d '{body}'")
}

/// The operations and fragments of a document, each from its first word to its last brace.
fn definitions(document: &str) -> Vec<&str> {
    let (mut parens, mut braces, mut start) = (0_u32, 0_u32, 0);
    let mut found = Vec::new();
    for (at, letter) in document.char_indices() {
        match letter {
            '(' => parens += 1,
            ')' => parens = parens.saturating_sub(1),
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            _ => continue,
        }
        if letter == '}' && braces == 0 && parens == 0 {
            found.extend(document.get(start..=at).map(str::trim));
            start = at + 1;
        }
    }
    found
}

/// The name of an operation or fragment: its second word.
fn named(definition: &str) -> Option<&str> {
    let rest = definition.split_once(char::is_whitespace)?.1;
    Some(word(rest)).filter(|name| !name.is_empty())
}

/// The fragments that a definition takes in by name.
fn spreads(definition: &str) -> impl Iterator<Item = &str> {
    definition.split("...").skip(1).map(word).filter(|name| !name.is_empty() && *name != "on")
}

fn word(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next().unwrap_or("")
}

/// The operation with a default for each variable that has a value. A variable with a default may
/// be left out by whoever sends the operation, so its type no longer says that it must be there.
fn with_defaults(operation: &str, variables: &Map<String, Value>) -> String {
    let Some((name, rest)) = operation.split_once('(').filter(|(name, _)| !name.contains('{'))
    else {
        return operation.to_owned();
    };
    let Some((declared, selection)) = rest.split_once(')') else {
        return operation.to_owned();
    };
    let declare = |declaration: &str| {
        let (name, of) = declaration.split_once(':')?;
        let of = of.trim().trim_end_matches(',');
        let value = variables.get(name).and_then(|value| literal(value, of));
        Some(match value {
            Some(value) => format!("  ${name}: {} = {value}\n", of.trim_end_matches('!')),
            None => format!("  ${name}: {of}\n"),
        })
    };
    let declared: String = declared.split('$').skip(1).filter_map(declare).collect();
    format!("{name}(\n{declared}){selection}")
}

/// A value as GraphQL writes it; none for null, and for objects, whose fields' types are not told.
fn literal(value: &Value, of: &str) -> Option<String> {
    let is_word = !QUOTED.contains(&word(of.trim_start_matches('[')));
    match value {
        Value::Null | Value::Object(_) => None,
        Value::String(code) if is_word => Some(code.clone()),
        Value::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(|item| literal(item, of)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        plain => Some(plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const DOCUMENT: &str = "query Other { me { ...Me } }

query Found($text: String, $kinds: [Kind!], $first: Int!, $locale: Locale!) {
  found(filter: { text: $text, kinds: $kinds }, first: $first) {
    ...Row
    ... on Group { name(locale: $locale) }
  }
}

fragment Me on Account { id }

fragment Row on Node { ...Id }

fragment Id on Node { id }
";

    fn check(operation: &str, variables: Value, expected: &str) {
        let body = json!({"query": DOCUMENT, "operationName": operation, "variables": variables});
        assert_eq!(standalone(&body.to_string()).as_deref(), Some(expected));
    }

    /// Only the operation and what it uses is there, and what the page has chosen are its defaults:
    /// texts quoted, words not, null left out.
    #[test]
    fn what_is_used_is_there() {
        let variables =
            json!({"text": "say \"a\"", "kinds": ["GROUP", "PERSON"], "first": 50, "locale": null});
        let expected = r#"query Found(
  $text: String = "say \"a\""
  $kinds: [Kind!] = [GROUP, PERSON]
  $first: Int = 50
  $locale: Locale!
) {
  found(filter: { text: $text, kinds: $kinds }, first: $first) {
    ...Row
    ... on Group { name(locale: $locale) }
  }
}

fragment Row on Node { ...Id }

fragment Id on Node { id }
"#;
        check("Found", variables, expected);
        check(
            "Other",
            json!(null),
            "query Other { me { ...Me } }\n\nfragment Me on Account { id }\n",
        );
        assert_eq!(standalone("no request"), None);
    }

    /// The command is one line of a shell whatever is in the query, and names a token only where one
    /// is needed.
    #[test]
    fn commands_can_be_typed() {
        let query = "{ found(text: \"d'Ivoire\") {\n id } }\n";
        let start = "curl -s http://b.example/graphql -H 'content-type: application/json'";
        let body = r#"-d '{"query":"{ found(text: \"d'\''Ivoire\") {\n id } }\n"}'"#;
        assert_eq!(command("http://b.example", query, false), format!("{start} {body}"));
        let token = r#"-H "authorization: Bearer $BANYAN_TOKEN""#;
        assert_eq!(command("http://b.example", query, true), format!("{start} {token} {body}"));
    }

    /// Every scalar of the schema that is written in quotes is known.
    #[test]
    fn scalars_are_known() {
        let schema = include_str!("../../../schema.graphql");
        for scalar in schema.lines().filter_map(|line| line.strip_prefix("scalar ")) {
            assert!(QUOTED.contains(&scalar), "{scalar}");
        }
    }
}
