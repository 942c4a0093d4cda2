//! Who stands where in the network: the usual measures, said in words, each figure with its relationships.

use crate::support::{Role, Setting, play};

/// The page opens with those who come first and what the measure means, a figure leads to a relationship,
/// what is not recorded is not told as nothing, and the address keeps measure and layer.
#[test]
fn a_measure_is_told_and_leads_to_relationships() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/network").await;
        visitor.reads("First: OpenLMIS, then United States Agency").await;
        visitor.reads("the share whose shortest ways to each other lead through somebody").await;
        visitor.choose("Measure", "Strength").await;
        visitor.reads("not recorded").await;
        visitor.choose("Measure", "Degree").await;
        visitor.choose("Relationships", "Money").await;
        visitor.is_at("layer=MONEY").await;
        visitor.reads("First: Digital Square").await;
        visitor.press_first_like(Role::Link, "Gates Foundation funds OpenLMIS").await;
        visitor.reads("line 106").await;
    });
}
