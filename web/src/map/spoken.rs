//! A selection in one sentence: for readers aloud, and wherever a line has no room for a picture.

use domain::vocabulary::Word;

use super::scene::{Edge, Scene};
use super::selection::Target;
use crate::text::MapText;

/// What is selected, in one sentence.
pub fn sentence(scene: &Scene, target: Target, text: MapText) -> Option<String> {
    match target {
        Target::Node(place) => {
            let node = scene.nodes().get(place)?;
            let edges = text.edges_counted(scene.edges_at(place).count());
            Some(text.selected_node(&node.name, node.kind.label(text.0), &edges))
        }
        Target::Edge(place) => {
            let edge = scene.edges().get(place)?;
            let count = usize::try_from(edge.evidence_count).unwrap_or(usize::MAX);
            let (state, evidence) = (edge.state.label(text.0), text.evidence_counted(count));
            let told = text.selected_edge(&says(scene, edge, text), state, &evidence);
            Some(match edge.compared {
                Some(compared) => format!("{told}, {}", compared.word(text.0)),
                None => told,
            })
        }
    }
}

/// A relationship as a sentence: who does what to whom.
pub fn says(scene: &Scene, edge: &Edge, text: MapText) -> String {
    let name = |id: &str| scene.node(id).map_or("", |node| &node.name);
    text.says(name(&edge.source), edge.kind.label(text.0), name(&edge.target))
}

#[cfg(test)]
mod tests {
    use super::super::sample::scene;
    use super::*;
    use domain::vocabulary::Tongue;

    fn check(tongue: Tongue, target: Target, expected: &str) {
        assert_eq!(sentence(&scene(), target, MapText(tongue)).as_deref(), Some(expected));
    }

    /// A selection is told whole in either language.
    #[test]
    fn selections_are_told_whole() {
        let node = "The stakeholder org_b, organization, 2 relationships on this map";
        check(Tongue::En, Target::Node(1), node);
        let edge = "The stakeholder org_b soutient The stakeholder good_a, proposée, 1 preuve";
        check(Tongue::Fr, Target::Edge(1), edge);
        assert_eq!(sentence(&scene(), Target::Node(9), MapText(Tongue::En)), None);
    }
}
