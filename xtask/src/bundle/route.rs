//! Which part has the page of an address: read from the front end's own list of pages, so that the
//! start script and the router never differ.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use super::part::Part;
use crate::workspace;

/// Where the pages and their addresses stand.
const PAGES: &str = "web/src/page.rs";

/// An address of the front end.
pub struct Route {
    /// As the router has it: `/stakeholder/:id/edit`.
    pattern: String,
    /// The part that has its page.
    pub part: Part,
}

impl Route {
    /// The regular expression of JavaScript for its addresses.
    pub fn expression(&self) -> String {
        let segments = self.pattern.split('/').filter(|segment| !segment.is_empty());
        let segments: String = segments
            .map(|segment| match segment.strip_prefix(':') {
                Some(_) => r"\/[^/]+".to_owned(),
                None => format!(r"\/{segment}"),
            })
            .collect();
        format!(r"/^{segments}\/?$/")
    }
}

/// All addresses; of two that fit, the first is meant.
pub fn read() -> Result<Vec<Route>> {
    let source =
        fs::read_to_string(workspace::path(PAGES)).with_context(|| format!("reading {PAGES}"))?;
    routes(&source)
}

fn routes(source: &str) -> Result<Vec<Route>> {
    let features = features(source);
    let lines = source.lines().filter_map(|line| {
        let (pattern, rest) = line.split_once(r#"path=path!(""#)?.1.split_once(r#"")"#)?;
        Some((pattern, rest.split_once("view=")?.1.split('/').next()?))
    });
    lines
        .map(|(pattern, page)| {
            let feature = features.get(page).with_context(|| format!("{page} is in no part"))?;
            let part = Part::named(feature).with_context(|| format!("no part `{feature}`"))?;
            Ok(Route { pattern: pattern.to_owned(), part })
        })
        .collect()
}

/// The feature under which each page is taken into use.
fn features(source: &str) -> BTreeMap<&str, &str> {
    let mut features = BTreeMap::new();
    for statement in source.split(';') {
        let Some((attribute, names)) = statement.rsplit_once("\nuse ") else { continue };
        let attribute = attribute.lines().last().unwrap_or_default();
        let Some(feature) = attribute.strip_prefix(r#"#[cfg(feature = ""#) else { continue };
        let feature = feature.trim_end_matches(r#"")]"#);
        let names = names.split(|letter: char| !letter.is_alphanumeric());
        features.extend(names.filter(|name| name.ends_with("Page")).map(|name| (name, feature)));
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every address of the router belongs to the part with its page, and is told apart from others.
    #[test]
    fn addresses_have_parts() {
        let routes = read().unwrap();
        let of = |pattern: &str| routes.iter().find(|route| route.pattern == pattern).unwrap();
        assert_eq!(routes[0].expression(), r"/^\/?$/");
        assert_eq!(of("/").part, Part::Reading);
        assert_eq!(of("/map").part, Part::Mapping);
        assert_eq!(of("/relationships").part, Part::Answering);
        let edit = of("/stakeholder/:id/edit");
        assert_eq!(
            (edit.part, edit.expression().as_str()),
            (Part::Editing, r"/^\/stakeholder\/[^/]+\/edit\/?$/")
        );
        let source = fs::read_to_string(workspace::path(PAGES)).unwrap();
        assert_eq!(routes.len(), source.matches("<Route path").count());
    }

    /// A page that no part has cannot be reached, and is refused.
    #[test]
    fn pages_without_a_part_are_refused() {
        let source = "#[cfg(feature = \"reading\")]\nuse home::HomePage;\n<Route path=path!(\"/\") view=HomePage/>\n";
        assert_eq!(routes(source).unwrap().len(), 1);
        assert!(routes(&source.replace("view=HomePage", "view=LostPage")).is_err());
    }
}
