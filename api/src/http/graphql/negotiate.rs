//! The form of the answer, by the `Accept` header and the GraphQL-over-HTTP specification.

/// The two forms of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Statuses say what happened.
    GraphqlResponse,
    /// As before the specification: a well-formed request is answered with 200.
    Json,
}

impl Media {
    /// The `Content-Type` of the answer.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// The form that the client likes best; none when it takes neither. The newer form is only for
    /// those who name it, so that old clients keep getting what they know.
    pub fn negotiate<'a>(accept: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut ranges = accept.flat_map(|header| header.split(',')).map(Range::parse).peekable();
        if ranges.peek().is_none() {
            return Some(Self::Json);
        }
        let ranges: Vec<_> = ranges.collect();
        let weight = |media: &str| {
            let of = |range: &str| ranges.iter().find(|known| known.media == range);
            of(media)
                .or_else(|| of("application/*"))
                .or_else(|| of("*/*"))
                .map(|range| range.weight)
        };
        let named = ranges.iter().any(|range| range.media == "application/graphql-response+json");
        let newer = weight("application/graphql-response+json").filter(|weight| *weight > 0.0);
        let older = weight("application/json").filter(|weight| *weight > 0.0);
        match (newer, older) {
            (Some(newer), Some(older)) if named && newer >= older => Some(Self::GraphqlResponse),
            (_, Some(_)) => Some(Self::Json),
            (Some(_), None) => Some(Self::GraphqlResponse),
            (None, None) => None,
        }
    }
}

/// One entry of an `Accept` header.
struct Range {
    media: String,
    weight: f32,
}

impl Range {
    fn parse(text: &str) -> Self {
        let mut parts = text.split(';').map(str::trim);
        let media = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse().ok());
        Self { media, weight: weight.unwrap_or(1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: Option<&str>, expected: Option<Media>) {
        assert_eq!(Media::negotiate(accept.into_iter()), expected, "{accept:?}");
    }

    /// Clients get what they ask for; those that ask for nothing in particular get plain JSON.
    #[test]
    fn clients_get_what_they_ask_for() {
        let (newer, older) = (Some(Media::GraphqlResponse), Some(Media::Json));
        check(None, older);
        check(Some("*/*"), older);
        check(Some("application/*"), older);
        check(Some("application/json"), older);
        check(Some("application/json; charset=utf-8"), older);
        check(Some("application/graphql-response+json"), newer);
        check(Some("application/graphql-response+json; charset=utf-8"), newer);
        check(Some("application/graphql-response+json,application/json;q=0.9"), newer);
        check(
            Some("application/graphql-response+json, application/json, text/event-stream"),
            newer,
        );
        check(Some("application/graphql-response+json;q=0.1, application/json"), older);
        check(Some("application/json;q=0, application/graphql-response+json"), newer);
        check(Some("text/html, application/xhtml+xml, */*;q=0.8"), older);
    }

    /// A client that takes neither form is told so.
    #[test]
    fn other_forms_are_not_available() {
        check(Some("text/html"), None);
        check(Some("application/json;q=0"), None);
        check(Some(""), None);
    }
}
