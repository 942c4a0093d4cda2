//! What must never happen on any page, whoever does what.

use serde_json::Value;

use super::visitor::Visitor;

/// Everything that was recorded since the page was opened, and the hosts that it asked.
const RECORDED: &str = r#"
const watch = window.watchOfTests;
return watch ? [...watch.faults.splice(0), ...watch.foreign()] : [];
"#;

impl Visitor {
    /// Fails when the page complained, broke its content policy or asked another host; to be asked
    /// before a page is left.
    pub async fn check_faults(&self) {
        let recorded = self.evaluate(RECORDED).await;
        let recorded = recorded.as_array().into_iter().flatten().filter_map(Value::as_str);
        let mut faults: Vec<String> = recorded.map(str::to_owned).collect();
        let logged = self.browser.driver.browser_log().await.expect("the browser's own log");
        faults.extend(
            logged.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message),
        );
        faults.retain(|fault| {
            let mut provoked = self.provoked.borrow_mut();
            let place = provoked.iter().position(|expected| fault.contains(expected));
            place.map(|place| provoked.remove(place)).is_none()
        });
        assert!(faults.is_empty(), "at {}:\n{}", self.address().await, faults.join("\n"));
    }
}
