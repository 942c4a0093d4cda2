//! What is repeated along the lines of a layer.

use domain::graph::layout::Point;
use domain::relationship::Layer;

use crate::map::course::Pose;
use crate::map::path::Path;

/// Half the size of an ornament, in pixels.
const SIZE: f32 = 3.2;

/// A small figure on a line; it tells the layer whatever the line itself looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ornament {
    /// Nothing.
    Plain,
    /// A filled dot, like a coin.
    Dot,
    /// Two strokes across.
    Rungs,
    /// One stroke across.
    Rung,
    /// An open ring.
    Ring,
    /// A slanted stroke.
    Slash,
    /// A filled square.
    Block,
    /// An open square standing on a corner.
    Lozenge,
    /// Two crossing slanted strokes.
    Cross,
    /// A filled half: a triangle on one side of the line.
    Fin,
}

/// The pen strokes of an ornament and its filled part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Drawn with a pen.
    pub outlined: Path,
    /// Filled.
    pub filled: Path,
}

impl Ornament {
    /// The ornament of this layer.
    pub fn of(layer: Layer) -> Self {
        match layer {
            Layer::Money => Self::Dot,
            Layer::Delivery => Self::Plain,
            Layer::Governance => Self::Rungs,
            Layer::Affiliation => Self::Rung,
            Layer::Knowledge => Self::Ring,
            Layer::Advocacy => Self::Slash,
            Layer::Technical => Self::Block,
            Layer::Place => Self::Lozenge,
            Layer::Life => Self::Fin,
            Layer::Other => Self::Cross,
        }
    }

    /// The ornament at a place on a line.
    pub fn figure(self, pose: Pose) -> Figure {
        let (outlined, filled) = match self {
            Self::Plain => (Path::default(), Path::default()),
            Self::Dot => (Path::default(), Path::circle(pose.at, SIZE)),
            Self::Ring => (Path::circle(pose.at, SIZE), Path::default()),
            Self::Rung => (stroke(pose, (0.0, -1.4), (0.0, 1.4)), Path::default()),
            Self::Rungs => {
                let mut both = stroke(pose, (-0.6, -1.4), (-0.6, 1.4));
                both.add(stroke(pose, (0.6, -1.4), (0.6, 1.4)));
                (both, Path::default())
            }
            Self::Slash => (stroke(pose, (-1.1, 1.2), (1.1, -1.2)), Path::default()),
            Self::Cross => {
                let mut both = stroke(pose, (-1.0, 1.1), (1.0, -1.1));
                both.add(stroke(pose, (-1.0, -1.1), (1.0, 1.1)));
                (both, Path::default())
            }
            Self::Block => {
                let corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
                (Path::default(), outline(pose, &corners))
            }
            Self::Lozenge => {
                let corners = [(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)];
                (outline(pose, &corners), Path::default())
            }
            Self::Fin => (Path::default(), outline(pose, &[(-1.3, 0.0), (1.3, 0.0), (0.0, -1.9)])),
        };
        Figure { outlined, filled }
    }
}

fn place(pose: Pose, (along, across): (f32, f32)) -> Point {
    pose.offset(along * SIZE, across * SIZE)
}

fn stroke(pose: Pose, from: (f32, f32), to: (f32, f32)) -> Path {
    Path::open([place(pose, from), place(pose, to)])
}

fn outline(pose: Pose, corners: &[(f32, f32)]) -> Path {
    Path::closed(corners.iter().map(|&corner| place(pose, corner)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Word;

    /// No two layers draw the same figure, and only one draws none.
    #[test]
    fn every_layer_has_its_own_figure() {
        let pose = Pose { at: Point::new(20.0, 30.0), along: Point::new(0.6, 0.8) };
        let figures: Vec<Figure> =
            Layer::ALL.iter().map(|layer| Ornament::of(*layer).figure(pose)).collect();
        for (place, figure) in figures.iter().enumerate() {
            assert!(!figures[..place].contains(figure), "{}", Layer::ALL[place]);
        }
    }
}
