//! Where an arrow key leads from one place on the canvas.

use domain::graph::layout::Point;

/// The direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Heading {
    /// The nearest of `places` in this direction; what lies askew counts as further away, and what lies
    /// more to the side than ahead is not in this direction.
    pub fn nearest(self, from: Point, places: impl IntoIterator<Item = Point>) -> Option<usize> {
        let cost = |place: Point| {
            let offset = place - from;
            let (ahead, aside) = match self {
                Self::Left => (-offset.x, offset.y.abs()),
                Self::Right => (offset.x, offset.y.abs()),
                Self::Up => (-offset.y, offset.x.abs()),
                Self::Down => (offset.y, offset.x.abs()),
            };
            (ahead > 0.5 && aside <= ahead).then_some(ahead + 2.0 * aside)
        };
        let ahead = places.into_iter().enumerate();
        let ahead = ahead.filter_map(|(place, at)| cost(at).map(|cost| (place, cost)));
        ahead.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [(f32, f32); 5] =
        [(0.0, 0.0), (100.0, 0.0), (40.0, 38.0), (-30.0, 5.0), (0.0, -80.0)];

    fn check(from: (f32, f32), heading: Heading, expected: Option<usize>) {
        let places = PLACES.map(|(x, y)| Point::new(x, y));
        assert_eq!(heading.nearest(Point::new(from.0, from.1), places), expected, "{heading:?}");
    }

    /// Straight ahead wins over askew, and nothing is found where nothing lies.
    #[test]
    fn arrows_lead_to_the_nearest_ahead() {
        check((0.0, 0.0), Heading::Right, Some(1));
        check((0.0, 0.0), Heading::Left, Some(3));
        check((0.0, 0.0), Heading::Up, Some(4));
        check((0.0, 0.0), Heading::Down, None);
        check((100.0, 0.0), Heading::Right, None);
        check((40.0, 38.0), Heading::Up, Some(4));
        check((38.0, 90.0), Heading::Up, Some(2));
    }
}
