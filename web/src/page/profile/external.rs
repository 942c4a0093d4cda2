//! Where an id of another registry leads.

use domain::stakeholder::Registry;

/// The public page of an external id, for registries that have one per id.
pub fn external_address(registry: Registry, value: &str) -> Option<String> {
    let is_plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if !is_plain || value.is_empty() {
        return None;
    }
    match registry {
        Registry::Ror => Some(format!("https://ror.org/{value}")),
        Registry::Wikidata => Some(format!("https://www.wikidata.org/wiki/{value}")),
        Registry::Iati | Registry::Dpga | Registry::Guidebook | Registry::Dial => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only a plain id becomes part of an address.
    #[test]
    fn only_plain_ids_lead_away() {
        assert_eq!(
            external_address(Registry::Ror, "01f80g185").as_deref(),
            Some("https://ror.org/01f80g185")
        );
        assert_eq!(external_address(Registry::Wikidata, "Q1/../x"), None);
        assert_eq!(external_address(Registry::Iati, "XM-DAC-7"), None);
    }
}
