//! The policy as a page of documentation: what an operator reads and a review looks at.

use super::{Line, Policy, Rights};
use crate::community::Role;
use crate::vocabulary::Word;
use std::collections::BTreeMap;
use std::iter;

const OPENING: &str = "\
# Who may see and do what

This page is printed from the table that Banyan enforces (`domain/src/policy/table.rs`); a test holds
the two equal. What is not listed is nobody's. The owner of the machine, on its command line, may see
and do everything.

A role counts in its own community. In the shared registry, whose records belong to no community and
are always public, the highest role of any community counts. What one may not see, one cannot act
on, and it answers as if it did not exist. An API token counts as its account, below the ceiling and
within the community that it was made for, and decides nothing about the account itself.
";

const RULES: &str = "
## Fields

* **OPEN**: answered to everybody alike.
* **WITH_RECORD**: answered to whoever sees the record that it stands on, or that it is counted and
  listed from. Who does not see the record does not find out that there is one.
* **OWN**: answered to whoever is signed in, about oneself; others read nothing.
* The name of an action: answered to, or done by, whoever may do that where the record stands. A
  mutation may need more by what its record is: settling what is no longer a proposal needs
  SETTLE_RELATIONSHIP, and every step of an undo needs what making that step anew would need.
";

/// The whole policy as Markdown.
pub fn page(policy: &Policy) -> String {
    let mut page = OPENING.to_owned();
    page.push_str("\n## Reading\n\n");
    heading(&mut page, "A record that is");
    for (visibility, least) in policy.rights.readers.iter() {
        let name = visibility.code();
        row(&mut page, name, |role| least.is_none_or(|least| role >= Some(least)));
    }
    page.push_str("\n## Acting\n\n");
    actions(&mut page, &policy.rights);
    page.push_str(RULES);
    for (of, rules) in by_type(&policy.fields) {
        page.push_str(&format!("\n### {of}\n\n"));
        for (rule, fields) in rules {
            page.push_str(&format!("* {rule}: {}\n", fields.join(", ")));
        }
    }
    page
}

fn actions(page: &mut String, rights: &Rights) {
    heading(page, "To");
    for (action, least) in rights.actions.iter() {
        row(page, action.code(), |role| role >= Some(*least));
    }
}

fn heading(page: &mut String, first: &str) {
    let roles = Role::ALL.iter().map(|role| role.code());
    let names: Vec<_> = iter::once("anonymous").chain(roles).collect();
    page.push_str(&format!("| {first} | {} |\n", names.join(" | ")));
    page.push_str(&format!("| --- |{}\n", " --- |".repeat(names.len())));
}

/// No role is anonymous, which is less than any.
fn row(page: &mut String, name: &str, holds: impl Fn(Option<Role>) -> bool) {
    let roles = Role::ALL.iter().map(|role| Some(*role));
    let cells = iter::once(None).chain(roles).map(holds);
    let cells: Vec<_> = cells.map(|holds| if holds { "yes" } else { "-" }).collect();
    page.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
}

/// The lines of each type, in alphabetical order, joined where they have the same terms.
fn by_type(lines: &[Line]) -> BTreeMap<&str, Vec<(String, Vec<&str>)>> {
    let mut types: BTreeMap<&str, Vec<(String, Vec<&str>)>> = BTreeMap::new();
    for line in lines {
        let rules = types.entry(line.of).or_default();
        let rule = line.rule.word();
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, fields)) => fields.push(line.field),
            None => rules.push((rule, vec![line.field])),
        }
    }
    types
}
