//! The table of fields with one line deleted, or given other terms, in turn: each is caught, by what
//! the program answers or by the page that is reviewed.

use super::denied::scenes;
use super::ground::Ground;
use super::mutant::{Battery, amended};
use super::walk::{ALIKE, is_reached, walked};
use crate::tidy::root;
use domain::policy::{Action, Line, Policy, Rule, page};
use std::collections::BTreeMap;
use std::fs;

/// What the way to a field needs already, where that is more than seeing a public record: to ask for
/// it once more is no change. What only members see, those see who may see members.
fn gate(of: &str, field: &str) -> Option<Action> {
    match (of, field) {
        ("Contact", _) => Some(Action::ReadContact),
        (
            "Account" | "Action" | "ActionEdge" | "Attendee" | "Decision" | "Import" | "ImportEdge"
            | "Meeting" | "MeetingEdge" | "Member" | "Proposal" | "ProposalEdge" | "SavedView"
            | "SavedViewEdge",
            _,
        )
        | ("Interaction" | "Transition", "by")
        | ("Query", "meeting")
        | ("Group" | "GroupHealth", "lastMet")
        | ("Change", "actor") => Some(Action::ReadMembers),
        _ => None,
    }
}

/// The terms that a line does not have, none of them too; actions of each role but its own.
fn others(policy: &Policy, line: &Line) -> Vec<Option<Rule>> {
    let least = |action: Action| policy.rights.least_role(action);
    let own = match line.rule {
        Rule::Needs(action) => least(action),
        _ => gate(line.of, line.field).and_then(least),
    };
    let needs = [Action::ReadMembers, Action::AddEvidence, Action::Revert, Action::ManageMembers];
    let needs = needs.into_iter().filter(|action| least(*action) != own).map(Rule::Needs);
    let terms = [Rule::Open, Rule::WithRecord, Rule::Own].into_iter();
    // A suggested correction is seen by those alone who decide about it: to see it is no weaker term.
    let is_sealed = (line.of, line.field) == ("Proposal", "contact");
    let terms = terms.filter(|term| !is_sealed || *term != Rule::WithRecord);
    let terms = terms.filter(|term| *term != line.rule).chain(needs);
    terms.map(Some).chain([None]).collect()
}

/// Every line deleted, or given other terms, is caught. What a query leads to, and what is done where
/// a record stands, is not answered as the changed line says; and every changed line is on the page
/// that is reviewed, those too that only mutations lead to or errors carry.
#[tokio::test]
async fn no_change_of_a_line_goes_unnoticed() {
    let ground = Ground::lay().await;
    let scenes = scenes(&ground).await;
    let battery = Battery::charge(&ground, &scenes).await;
    let walked = walked();
    let mut fields: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for ((field, own), answers) in &walked.seen {
        fields.entry(field).or_default().push((*own, answers));
    }
    let reviewed = fs::read_to_string(root().join("docs/policy.md")).expect("the page");
    let standard = Policy::standard();
    let mut survivors = Vec::new();
    for (turn, line) in standard.fields.iter().enumerate() {
        let field = format!("{}.{}", line.of, line.field);
        let answered = fields.get(field.as_str());
        let noticed = |policy: &Policy| match (line.of, line.rule) {
            ("Mutation", Rule::Needs(_)) => battery.departs(policy, line.field),
            (of, _) if !is_reached(of) || ALIKE.contains(&field.as_str()) => {
                page(policy) != reviewed
            }
            _ => answered.is_some_and(|answers| {
                answers.iter().any(|(own, it)| walked.departs(policy, (&field, *own), it))
            }),
        };
        assert!(!noticed(&standard), "{field} is not as its line says");
        for rule in others(&standard, line) {
            let mutant = amended(turn, rule);
            if !noticed(&mutant) || page(&mutant) == reviewed {
                survivors.push(format!("{field}: {rule:?} for {:?}", line.rule));
            }
        }
    }
    assert!(survivors.is_empty(), "{} survivors: {survivors:#?}", survivors.len());
}
