//! Judging a page by the rules of accessibility, with axe-core.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::json;

use super::root;
use super::visitor::Visitor;

/// Runs the rules of WCAG 2, levels A and AA, on the page as it is at the moment, from its top: what
/// has half gone under the fixed head by scrolling is no small target.
const RUN: &str = r#"
scrollTo(0, 0);
const answer = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then((found) => answer(found.violations), (problem) => answer([{ id: String(problem), help: "", nodes: [] }]));
"#;

/// A broken rule.
#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Place>,
}

/// Where it is broken.
#[derive(Deserialize)]
struct Place {
    html: String,
    #[serde(default, rename = "failureSummary")]
    summary: String,
}

/// What reaches over the right edge of the window, though nothing around it can be scrolled sideways.
const WIDE: &str = r#"
if (document.documentElement.scrollWidth <= innerWidth) return [];
const isOwn = (element) => {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(around).overflowX) && around !== document.body) return false;
  return element.getBoundingClientRect().right > innerWidth + 1;
};
const wide = [...document.body.querySelectorAll("*")].filter(isOwn).map((one) => one.outerHTML.slice(0, 200));
return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 3)];
"#;

impl Visitor {
    /// What makes the page wider than the window; nothing on a good page.
    pub async fn overflows(&self) -> Vec<String> {
        serde_json::from_value(self.evaluate(WIDE).await).expect("elements")
    }

    /// What breaks a rule of accessibility on the page, in words; nothing on a good page.
    pub async fn barriers(&self, state: &str) -> Vec<String> {
        if self.evaluate("return typeof axe").await == "undefined" {
            // Given to the browser itself, so that the page's content policy stays as it is.
            let script = json!({ "expression": rules(), "returnByValue": true });
            self.browser.ask("Runtime.evaluate", script).await;
        }
        let found =
            self.browser.driver.execute_async(RUN, Vec::new()).await.expect("the rules ran");
        let violations: Vec<Violation> = found.convert().expect("violations");
        violations.iter().map(|violation| violation.told(state)).collect()
    }
}

impl Violation {
    fn told(&self, state: &str) -> String {
        let place = |place: &Place| {
            format!("    {}\n      {}", place.html, place.summary.replace('\n', "\n      "))
        };
        let places: Vec<String> = self.nodes.iter().take(3).map(place).collect();
        let (id, help, count) = (&self.id, &self.help, self.nodes.len());
        format!("{state}: {id}: {help} ({count} places)\n{}", places.join("\n"))
    }
}

/// The rules themselves, which npm brings.
fn rules() -> &'static str {
    static RULES: OnceLock<String> = OnceLock::new();
    RULES.get_or_init(|| {
        let file = root().join("tests/browser/node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(file).expect("type: npm ci --ignore-scripts --prefix tests/browser")
    })
}
