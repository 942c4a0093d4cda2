//! What the records that changes point to are called.

use super::answer::{Change, ChangeNames, change_list, change_names};
use crate::state::{Load, load, locale, tongue};
use change_names::{ChangeNamesNodes, ChangeNamesNodesOn};
use domain::identifier::{Noun, parse};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// The most names that are asked for at once: the API's limit.
const MOST: usize = 100;

/// The names by id; those that one may not see are not among them.
#[derive(Clone, Copy)]
pub struct Names(Memo<HashMap<String, String>>);

impl Names {
    /// Asks for the names of what these changes point to, for everything below here.
    pub fn follow(changes: Load<change_list::ResponseData>) {
        let (locale, tongue) = (locale(), tongue());
        let load = load::<ChangeNames>(move || {
            let ids = changes.with(|data| pointed_to(&data.changes.nodes))?;
            (!ids.is_empty()).then_some(change_names::Variables { ids, locale })
        });
        let names = move |_: Option<&_>| load.with(|data| names(data, tongue)).unwrap_or_default();
        provide_context(Self(Memo::new(names)));
    }

    /// The names that are known here.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self(Memo::new(|_| HashMap::new())))
    }

    /// The name of the record with this id, followed.
    pub fn of(self, id: &str) -> Option<String> {
        self.0.with(|names| names.get(id).cloned())
    }
}

/// The ids that stand in the changed fields, each once; those without a name of their own are not
/// asked for.
fn pointed_to(changes: &[Change]) -> Vec<String> {
    let fields = changes.iter().flat_map(|change| &change.fields);
    let texts = fields.flat_map(|field| [&field.before, &field.after]).flatten();
    let ids = texts.flat_map(|text| text.split(|letter: char| !is_of_id(letter)));
    let ids: BTreeSet<_> = ids.filter(|id| is_named(id)).collect();
    ids.into_iter().take(MOST).map(str::to_owned).collect()
}

fn is_of_id(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn is_named(id: &str) -> bool {
    let noun = parse(id).map(|(noun, _)| noun);
    let named = |noun| {
        let others = [Noun::Relationship, Noun::Engagement, Noun::Source, Noun::Community];
        matches!(noun, Noun::Stakeholder(_) | Noun::Account) || others.contains(&noun)
    };
    noun.is_some_and(named)
}

fn names(data: &change_names::ResponseData, tongue: Tongue) -> HashMap<String, String> {
    let nodes = data.nodes.iter().flatten();
    let mut names: HashMap<_, _> =
        nodes.filter_map(|node| Some((node.id.clone(), name(node, tongue)?))).collect();
    for community in &data.communities {
        names.insert(community.id.clone(), community.name.clone());
        let accounts = community.members.iter().flatten().map(|member| &member.account);
        names.extend(accounts.map(|one| (one.id.clone(), one.display_name.clone())));
    }
    names
}

fn name(node: &ChangeNamesNodes, tongue: Tongue) -> Option<String> {
    use ChangeNamesNodesOn as On;
    Some(match &node.on {
        On::Organization(one) => one.name.clone(),
        On::GlobalGood(one) => one.name.clone(),
        On::Group(one) => one.name.clone(),
        On::Implementation(one) => one.name.clone(),
        On::Programme(one) => one.name.clone(),
        On::Person(one) => one.name.clone(),
        On::Place(one) => one.name.clone(),
        On::Segment(one) => one.name.clone(),
        On::Source(one) => one.title.clone(),
        On::Relationship(one) => {
            format!("{} — {} — {}", one.source.name, one.kind.label(tongue), one.target.name)
        }
        On::Engagement(one) => format!("{} — {}", one.party.name, one.objective.label(tongue)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Only what has a name is asked for, once, wherever in a value its id stands.
    #[test]
    fn what_has_a_name_is_asked_for() {
        let (group, gain) = ("grp_01h2xcejqtf2nbrexx3vqjhp41", "gain_01h2xcejqtf2nbrexx3vqjhp41");
        let change: Change = serde_json::from_value(json!({
            "id": "chg_1", "at": "2026-01-01T00:00:00Z", "operation": "UPDATE", "title": "Any",
            "noun": "relationship", "import": null, "actor": null, "node": null,
            "fields": [
                {"field": "source", "before": null, "after": group},
                {"field": "via", "before": format!("[\"{group}\"]"), "after": gain},
            ]
        }))
        .unwrap();
        assert_eq!(pointed_to(&[change]), [group]);
    }

    /// A relationship goes by its ends and what joins them, a source by its title; what one may not
    /// see has no name.
    #[test]
    fn records_go_by_their_names() {
        let end = |name: &str| json!({"__typename": "Group", "name": name});
        let data: change_names::ResponseData = serde_json::from_value(json!({
            "nodes": [
                {"__typename": "Relationship", "id": "rel_1", "kind": "FUNDS",
                 "source": end("Norad"), "target": end("DHIS2")},
                {"__typename": "Source", "id": "src_1", "title": "Annual report"},
                null,
            ],
            "communities": [{"id": "com_1", "name": "OpenLMIS", "members": [
                {"account": {"id": "acc_1", "displayName": "Manager"}}
            ]}]
        }))
        .unwrap();
        let told = names(&data, Tongue::Fr);
        let told = |id: &str| told.get(id).map(String::as_str);
        assert_eq!(told("rel_1"), Some("Norad — finance — DHIS2"));
        assert_eq!(told("src_1"), Some("Annual report"));
        assert_eq!((told("com_1"), told("acc_1")), (Some("OpenLMIS"), Some("Manager")));
        assert_eq!(told("src_2"), None);
    }
}
