//! The line of a relationship: its state, its layer and its direction at one glance.

use domain::graph::layout::Point;
use domain::relationship::{RelationshipKind, RelationshipState, Symmetry};

use super::Ornament;
use crate::map::course::{Course, Pose};
use crate::map::path::Path;

/// The length of an arrow head, where the line is long enough.
const HEAD: f32 = 9.0;
/// The space between two ornaments.
const SPACING: f32 = 26.0;
/// The space kept free of ornaments at the ends.
const MARGIN: f32 = 18.0;

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The kind, for its layer and for whether it has a direction.
    pub kind: RelationshipKind,
    /// How far it is settled.
    pub state: RelationshipState,
}

/// The parts of a line, all in the ink of its layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The way from end to end.
    pub body: Path,
    /// How thick the body is.
    pub width: f32,
    /// How the body is dashed: on, off; empty for not at all.
    pub dash: &'static [f64],
    /// Ornaments and the end bar, drawn with a thin pen.
    pub outlined: Path,
    /// Heads and ornaments, filled.
    pub filled: Path,
}

impl Line {
    /// Draws along a course that ends where the heads should touch.
    pub fn new(course: &Course, look: Look) -> Self {
        let both_ways = look.kind.rule().direction == Symmetry::Symmetric;
        let size = HEAD.min(course.length() * 0.4);
        let bare = course.trimmed(if both_ways { size } else { 0.0 }, size);
        let (width, dash) = pen(look.state);
        let body = match look.state {
            RelationshipState::Disputed => Path::open(bare.zigzag(3.0, 5.0)),
            _ => Path::open(bare.points().iter().copied()),
        };
        let mut line =
            Self { body, width, dash, outlined: Path::default(), filled: Path::default() };
        let end = course.pose(course.length());
        line.filled.add(head(end, size));
        if both_ways {
            line.filled.add(head(reversed(course.pose(0.0)), size));
        }
        if look.state == RelationshipState::Ended {
            line.outlined.add(bar(end, size));
        }
        line.adorn(&bare, Ornament::of(look.kind.layer()));
        line
    }

    fn adorn(&mut self, course: &Course, ornament: Ornament) {
        for pose in course.poses(SPACING, MARGIN) {
            let figure = ornament.figure(pose);
            self.outlined.add(figure.outlined);
            self.filled.add(figure.filled);
        }
    }
}

/// How thick the body is, and its dashes.
fn pen(state: RelationshipState) -> (f32, &'static [f64]) {
    match state {
        RelationshipState::Confirmed => (1.8, &[]),
        RelationshipState::Proposed => (1.8, &[7.0, 5.0]),
        RelationshipState::Disputed => (1.4, &[]),
        RelationshipState::Ended => (0.9, &[]),
        RelationshipState::Retracted => (0.9, &[1.5, 4.0]),
    }
}

/// A head whose tip is at the pose.
fn head(tip: Pose, size: f32) -> Path {
    Path::closed([tip.at, tip.offset(-size, size / 2.0), tip.offset(-size, -size / 2.0)])
}

/// The bar that closes an ended line, right before its head.
fn bar(end: Pose, size: f32) -> Path {
    let across = |side: f32| end.offset(-size - 3.0, side);
    Path::open([across(-7.0), across(7.0)])
}

fn reversed(pose: Pose) -> Pose {
    Pose { along: pose.along * -1.0, ..pose }
}

/// The width and height of a sample in the legend: room for both heads and an ornament.
pub const SAMPLE: (f32, f32) = (64.0, 16.0);

/// The straight line of a sample in the legend.
pub fn sample() -> Course {
    let ((width, height), margin) = (SAMPLE, 2.0);
    let at = |x: f32| Point::new(x, height / 2.0);
    Course::between(at(margin), at(width - margin), 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Word;

    fn line(kind: RelationshipKind, state: RelationshipState) -> Line {
        Line::new(&sample(), Look { kind, state })
    }

    /// Even on a course as short as the legend's samples, no two states of a kind and no two layers are drawn
    /// alike: colour is not needed to tell them apart.
    #[test]
    fn states_and_layers_differ_without_colour() {
        let mut drawn: Vec<(Line, RelationshipKind, RelationshipState)> = Vec::new();
        for kind in RelationshipKind::ALL {
            for state in RelationshipState::ALL {
                let new = line(*kind, *state);
                for (old, other, other_state) in &drawn {
                    let may_match = kind.layer() == other.layer() && state == other_state;
                    assert!(may_match || new != *old, "{kind} {state} as {other} {other_state}");
                }
                drawn.push((new, *kind, *state));
            }
        }
    }

    /// A directed line has a head at its target, a symmetric one at both ends.
    #[test]
    fn heads_tell_the_direction() {
        let heads = |kind: RelationshipKind, at: Point| {
            let tip = crate::map::path::Step::Move(at);
            line(kind, RelationshipState::Confirmed).filled.steps.contains(&tip)
        };
        let (start, end) = (Point::new(2.0, 8.0), Point::new(62.0, 8.0));
        assert!(heads(RelationshipKind::Funds, end) && !heads(RelationshipKind::Funds, start));
        let both = RelationshipKind::InteroperatesWith;
        assert!(heads(both, start) && heads(both, end));
    }
}
