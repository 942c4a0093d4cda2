//! How many relationships of each layer there are.

use async_graphql::SimpleObject;
use domain::relationship::Layer;
use domain::vocabulary::Word;

/// How many relationships of one layer there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SimpleObject)]
pub struct LayerCount {
    /// The layer.
    pub layer: Layer,
    /// How many.
    pub count: usize,
}

impl LayerCount {
    /// Counts the layers of these relationships; those that do not occur are left out.
    pub fn of(layers: impl Iterator<Item = Layer>) -> Vec<Self> {
        let mut counts: Vec<_> =
            Layer::ALL.iter().map(|layer| Self { layer: *layer, count: 0 }).collect();
        for layer in layers {
            if let Some(count) = counts.iter_mut().find(|count| count.layer == layer) {
                count.count += 1;
            }
        }
        counts.retain(|count| count.count > 0);
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Layers are counted in their order, and none is told as zero.
    #[test]
    fn layers_are_counted_in_order() {
        let counts = LayerCount::of([Layer::Place, Layer::Money, Layer::Place].into_iter());
        assert_eq!(
            counts,
            [
                LayerCount { layer: Layer::Money, count: 1 },
                LayerCount { layer: Layer::Place, count: 2 }
            ]
        );
    }
}
