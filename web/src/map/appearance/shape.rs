//! The shape of a stakeholder: one for each kind.

use domain::graph::layout::Point;
use domain::stakeholder::StakeholderKind;

use crate::map::path::Path;

/// An outline around a disc; all look about equally large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    Circle,
    /// A hexagon standing on a corner.
    Hexagon,
    /// A square.
    Square,
    /// A square standing on a corner.
    Diamond,
    /// A triangle pointing up.
    Triangle,
    /// A pentagon, as a house is drawn.
    House,
    /// A triangle pointing down, as places are pinned.
    Pin,
    /// A thick plus sign.
    Plus,
}

impl Shape {
    /// The shape of this kind of stakeholder.
    pub fn of(kind: StakeholderKind) -> Self {
        match kind {
            StakeholderKind::Organization => Self::Circle,
            StakeholderKind::GlobalGood => Self::Hexagon,
            StakeholderKind::Group => Self::Square,
            StakeholderKind::Implementation => Self::Diamond,
            StakeholderKind::Programme => Self::Triangle,
            StakeholderKind::Person => Self::House,
            StakeholderKind::Place => Self::Pin,
            StakeholderKind::Segment => Self::Plus,
        }
    }

    /// The outline around a disc.
    pub fn path(self, center: Point, radius: f32) -> Path {
        if self == Self::Circle {
            return Path::circle(center, radius);
        }
        Path::closed(self.corners().iter().map(|&(x, y)| center + Point::new(x, y) * radius))
    }

    /// The corners around a disc of radius one.
    fn corners(self) -> &'static [(f32, f32)] {
        match self {
            Self::Circle => &[],
            Self::Hexagon => &[
                (0.0, -1.1),
                (0.95, -0.55),
                (0.95, 0.55),
                (0.0, 1.1),
                (-0.95, 0.55),
                (-0.95, -0.55),
            ],
            Self::Square => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
            Self::Diamond => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
            Self::Triangle => &[(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
            Self::House => &[(0.0, -1.15), (1.0, -0.25), (1.0, 0.95), (-1.0, 0.95), (-1.0, -0.25)],
            Self::Pin => &[(-1.15, -0.85), (1.15, -0.85), (0.0, 1.2)],
            Self::Plus => &[
                (-0.42, -1.1),
                (0.42, -1.1),
                (0.42, -0.42),
                (1.1, -0.42),
                (1.1, 0.42),
                (0.42, 0.42),
                (0.42, 1.1),
                (-0.42, 1.1),
                (-0.42, 0.42),
                (-1.1, 0.42),
                (-1.1, -0.42),
                (-0.42, -0.42),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Word;

    /// No two kinds share a shape, and no shape reaches far beyond its disc.
    #[test]
    fn every_kind_has_its_own_shape() {
        let kinds = StakeholderKind::ALL;
        for (place, kind) in kinds.iter().enumerate() {
            let shape = Shape::of(*kind);
            assert!(kinds[..place].iter().all(|other| Shape::of(*other) != shape), "{kind}");
            let reach = shape.corners().iter().map(|&(x, y)| x.abs().max(y.abs()));
            assert!(reach.fold(1.0, f32::max) <= 1.2, "{kind}");
        }
    }
}
