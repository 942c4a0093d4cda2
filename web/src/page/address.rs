//! At which address a record stands: its id tells what it is.

use domain::identifier::{Noun, parse};

/// The address of the page about a record; none for records that have no page of their own.
pub fn record_address(id: &str) -> Option<String> {
    let (noun, _) = parse(id)?;
    let path = match noun {
        Noun::Stakeholder(_) => "stakeholder",
        Noun::Relationship => "relationship",
        Noun::Engagement => "engagement",
        Noun::Capability => "capability",
        Noun::Meeting => "meeting",
        _ => return None,
    };
    Some(format!("/{path}/{id}"))
}

/// The address of the map around a stakeholder.
pub fn map_address(id: &str) -> String {
    format!("/map?focus={id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::stakeholder::StakeholderKind;
    use uuid::Uuid;

    /// Records with a page lead to it; the others, and what is no id, lead nowhere.
    #[test]
    fn ids_lead_to_pages() {
        let id = |noun: Noun| noun.format(Uuid::from_u128(7));
        let group = id(Noun::Stakeholder(StakeholderKind::Group));
        assert_eq!(record_address(&group), Some(format!("/stakeholder/{group}")));
        let engagement = id(Noun::Engagement);
        assert_eq!(record_address(&engagement), Some(format!("/engagement/{engagement}")));
        assert_eq!(record_address(&id(Noun::Evidence)), None);
        assert_eq!(record_address("javascript:alert(1)"), None);
    }
}
