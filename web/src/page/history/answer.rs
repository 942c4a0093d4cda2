//! Changes as the API tells them.

use crate::client::operations;
use domain::identifier::{Noun, parse};

operations!("graphql/changes.graphql": ChangeList, ChangeNames, ChangeReversal);

/// One change.
pub type Change = change_list::ChangeListChangesNodes;
type Node = change_list::ChangeListChangesNodesNode;
type NodeOn = change_list::ChangeListChangesNodesNodeOn;

/// Where a record stands, as far as it says so itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The community that keeps it; none is the shared registry.
    pub community: Option<String>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Where the changed record stands; none when it is gone or rests on another one.
pub fn standing(node: &Node) -> Option<Standing> {
    macro_rules! kept {
        ($part:expr) => {
            Standing {
                community: $part.community.as_ref().map(|community| community.id.clone()),
                visibility: $part.visibility,
            }
        };
    }
    Some(match &node.on {
        NodeOn::Organization(part) => kept!(part),
        NodeOn::GlobalGood(part) => kept!(part),
        NodeOn::Group(part) => kept!(part),
        NodeOn::Implementation(part) => kept!(part),
        NodeOn::Programme(part) => kept!(part),
        NodeOn::Person(part) => kept!(part),
        NodeOn::Place(part) => kept!(part),
        NodeOn::Segment(part) => kept!(part),
        NodeOn::Relationship(part) => kept!(part),
        NodeOn::Engagement(part) => {
            Standing { community: Some(part.community.id.clone()), visibility: part.visibility }
        }
        _ => return None,
    })
}

/// The page of a record, for those that have one.
pub fn page_of(id: &str) -> Option<String> {
    match parse(id)?.0 {
        Noun::Stakeholder(_) => Some(format!("/stakeholder/{id}")),
        Noun::Relationship => Some(format!("/relationship/{id}")),
        Noun::Engagement => Some(format!("/engagement/{id}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn node(value: serde_json::Value) -> Node {
        serde_json::from_value(value).unwrap()
    }

    /// A record says where it stands; one that rests on another does not.
    #[test]
    fn records_say_where_they_stand() {
        let group = node(json!({
            "__typename": "Group", "id": "grp_1", "visibility": "RESTRICTED", "community": {"id": "com_1"}
        }));
        let expected =
            Standing { community: Some("com_1".into()), visibility: Visibility::Restricted };
        assert_eq!(standing(&group), Some(expected));
        let shared = json!({"__typename": "Place", "id": "plc_1", "visibility": "PUBLIC", "community": null});
        assert_eq!(standing(&node(shared)).unwrap().community, None);
        assert_eq!(standing(&node(json!({"__typename": "Gain", "id": "gain_1"}))), None);
    }

    /// Stakeholders, relationships and engagements have pages, the rest has not.
    #[test]
    fn some_records_have_pages() {
        let id = "eng_01h2xcejqtf2nbrexx3vqjhp41";
        assert_eq!(page_of(id).as_deref(), Some("/engagement/eng_01h2xcejqtf2nbrexx3vqjhp41"));
        assert_eq!(page_of("gain_01h2xcejqtf2nbrexx3vqjhp41"), None);
        assert_eq!(page_of("nothing"), None);
    }
}
