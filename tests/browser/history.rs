//! What was changed, as people read it.

use serde_json::Value;

use crate::support::{Account, Role, Setting, play};

/// The lines that tell a record by the end of its id.
const NAMELESS: &str = "
const lines = [...document.querySelectorAll('.diff li')].map((line) => line.innerText);
return lines.filter((line) => /…[0-9a-z]{6}$/.test(line));
";

/// Records that a change points to go by their names, which lead to their pages.
#[test]
fn records_go_by_their_names() {
    play(Setting::FRENCH, async |visitor| {
        visitor.open("/changes").await;
        visitor.reads("DHIS2 — est lié à — Communauté de pratique de DHIS2").await;
        assert_eq!(visitor.evaluate(NAMELESS).await, Value::Array(Vec::new()));
        visitor.press_first(Role::Link, "Communauté de pratique de DHIS2").await;
        visitor.is_at("/stakeholder/grp_").await;

        visitor.sign_in(Account::Manager).await;
        visitor.open("/changes").await;
        visitor.reads("Responsable").await;
        visitor.settle().await;
        assert_eq!(visitor.evaluate(NAMELESS).await, Value::Array(Vec::new()));
    });
}
