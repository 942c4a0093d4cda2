//! The one page of the front end, with the names of the bundle's files put in.

use anyhow::{Result, bail};

use super::asset::Asset;
use super::part::Part;
use super::route::Route;

/// The page, both as written in `web` and as served.
pub const FILE: &str = "index.html";

/// Where in the page the bundle's elements go.
const PLACE: &str = "<!-- bundle -->";

/// The files that the page loads.
pub struct Names<'a> {
    /// All the style sheets in one.
    pub style: &'a Asset,
    /// What starts the part that the address needs.
    pub start: &'a Asset,
}

/// The start script: a file of its own, because the content policy allows no inline script. It
/// fetches the part that has the page of the present address, bindings and module at once.
///
/// When the front end cannot start, the page's own notice (`id="start-failed"`) is shown.
pub fn start(parts: &[(Part, String, String)], routes: &[Route]) -> Vec<u8> {
    let mut script = String::from("const parts = {\n");
    for (part, bindings, module) in parts {
        script += &format!("  {}: [\"/{bindings}\", \"/{module}\"],\n", part.name());
    }
    script += "};\nconst routes = [\n";
    for route in routes.iter().filter(|route| parts.iter().any(|(part, ..)| *part == route.part)) {
        script += &format!("  [{}, \"{}\"],\n", route.expression(), route.part.name());
    }
    script += "];\nconst route = routes.find(([address]) => address.test(location.pathname));\n";
    script += "const part = parts[route?.[1]] ?? Object.values(parts)[0];\n";
    script += r#"const fetched = fetch(part[1]);
import(part[0])
  .then((bindings) => bindings.default({ module_or_path: fetched }))
  .catch((problem) => {
    const notice = document.getElementById("start-failed");
    if (notice) notice.hidden = false;
    throw problem;
  });
"#;
    script.into_bytes()
}

/// Puts the elements that load the bundle in the template's place for them.
pub fn complete(template: &str, names: &Names) -> Result<String> {
    if template.matches(PLACE).count() != 1 {
        bail!("web/{FILE} must have `{PLACE}` once, in its head");
    }
    let elements = [
        format!(r#"<link rel="stylesheet" href="/{}">"#, names.style.name),
        format!(r#"<script type="module" src="/{}"></script>"#, names.start.name),
    ];
    Ok(template.replace(PLACE, &elements.join("\n    ")))
}

#[cfg(test)]
mod tests {
    use super::super::route;
    use super::*;

    fn asset(name: &str) -> Asset {
        Asset::plain(name, Vec::new())
    }

    fn completed(template: &str) -> Result<String> {
        let (style, start) = (asset("style.css"), asset("start.js"));
        complete(template, &Names { style: &style, start: &start })
    }

    /// Style and start script are loaded by the page, from the root whatever the page's path.
    #[test]
    fn all_are_loaded() {
        let page = completed("<head><!-- bundle --></head>").unwrap();
        for name in ["/style.css", "/start.js"] {
            assert_eq!(page.matches(&format!("\"{name}\"")).count(), 1, "{page}");
        }
        assert!(!page.contains(PLACE));
    }

    /// A page with no place for the bundle is refused instead of served empty.
    #[test]
    fn place_is_needed() {
        assert!(completed("<head></head>").is_err());
    }

    /// The start script asks for the part that has the address, and else for the first.
    #[test]
    fn start_script() {
        let files =
            |part: Part| (part, format!("{}.js", part.name()), format!("{}.wasm", part.name()));
        let routes = route::read().unwrap();
        let both = [files(Part::Reading), files(Part::Working)];
        let script = String::from_utf8(start(&both, &routes)).unwrap();
        assert!(script.contains(r#"working: ["/working.js", "/working.wasm"]"#), "{script}");
        assert!(script.contains(r#"[/^\/pipeline\/?$/, "working"]"#), "{script}");
        let whole = String::from_utf8(start(&[files(Part::Whole)], &routes)).unwrap();
        assert!(whole.contains(r#"web: ["/web.js", "/web.wasm"]"#) && !whole.contains("pipeline"));
    }
}
