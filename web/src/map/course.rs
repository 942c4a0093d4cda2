//! The way a line takes from one disc to another, measured along its length.

use domain::graph::layout::Point;

/// How many straight pieces stand for a bent line.
const PIECES: u8 = 16;

/// A place on a course, and which way the course goes there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Where.
    pub at: Point,
    /// The direction from source to target, of length one.
    pub along: Point,
}

impl Pose {
    /// The direction to the right of the course, of length one.
    pub fn across(self) -> Point {
        Point::new(-self.along.y, self.along.x)
    }

    /// The place so far along and so far across from here.
    pub fn offset(self, along: f32, across: f32) -> Point {
        self.at + self.along * along + self.across() * across
    }
}

/// A line of straight pieces that knows its length.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    points: Vec<Point>,
    /// The length from the first point to each point.
    lengths: Vec<f32>,
}

impl Course {
    /// The course between two places that swings out `bulge` pixels to its right; none for zero.
    pub fn between(from: Point, to: Point, bulge: f32) -> Self {
        if bulge == 0.0 {
            return Self::through(vec![from, to]);
        }
        let chord = to - from;
        let right = Point::new(-chord.y, chord.x) * (1.0 / chord.length().max(1.0));
        let control = (from + to) * 0.5 + right * (bulge * 2.0);
        let bent = |piece: u8| {
            let t = f32::from(piece) / f32::from(PIECES);
            let (start, end) = (from + (control - from) * t, control + (to - control) * t);
            start + (end - start) * t
        };
        Self::through((0..=PIECES).map(bent).collect())
    }

    fn through(points: Vec<Point>) -> Self {
        let mut length = 0.0;
        let steps = points.windows(2).map(|pair| (pair[1] - pair[0]).length());
        let lengths = std::iter::once(0.0)
            .chain(steps.map(|step| {
                length += step;
                length
            }))
            .collect();
        Self { points, lengths }
    }

    /// The whole length.
    pub fn length(&self) -> f32 {
        self.lengths.last().copied().unwrap_or(0.0)
    }

    /// The corners, from source to target.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Where one is after so many pixels; beyond the ends the course goes on straight.
    pub fn pose(&self, walked: f32) -> Pose {
        let pieces = self.points.len().saturating_sub(2);
        let piece = self.lengths[1..].partition_point(|&length| length < walked).min(pieces);
        let (from, to) = (self.points[piece], self.points[piece + 1]);
        let step = to - from;
        let length = step.length();
        let along = if length > 0.0 { step * (1.0 / length) } else { Point::new(1.0, 0.0) };
        Pose { at: from + along * (walked - self.lengths[piece]), along }
    }

    /// The course without so many pixels at its start and at its end; always some of it is left.
    pub fn trimmed(&self, start: f32, end: f32) -> Self {
        let spare = (self.length() - 1.0).max(0.0);
        let share = (spare / (start + end).max(f32::EPSILON)).min(1.0);
        let (first, last) = (start * share, self.length() - end * share);
        let between = self.points.iter().zip(&self.lengths);
        let between = between.filter(|(_, at)| first < **at && **at < last);
        let points = std::iter::once(self.pose(first).at)
            .chain(between.map(|(point, _)| *point))
            .chain(std::iter::once(self.pose(last).at));
        Self::through(points.collect())
    }

    /// How far a point is from the nearest place of the course.
    pub fn distance(&self, point: Point) -> f32 {
        let to_piece = |pair: &[Point]| {
            let (step, offset) = (pair[1] - pair[0], point - pair[0]);
            let share = dot(offset, step) / step.length_squared().max(f32::EPSILON);
            (offset - step * share.clamp(0.0, 1.0)).length()
        };
        self.points.windows(2).map(to_piece).fold(f32::INFINITY, f32::min)
    }

    /// The places at even distances near `spacing`, none within `margin` of an end.
    pub fn poses(&self, spacing: f32, margin: f32) -> impl Iterator<Item = Pose> + '_ {
        let room = (self.length() - 2.0 * margin).max(0.0);
        let gaps = whole(room / spacing);
        let first = (self.length() - f32::from(gaps) * spacing) / 2.0;
        let count = if self.length() > 2.0 * margin { gaps + 1 } else { 0 };
        (0..count).map(move |place| self.pose(first + f32::from(place) * spacing))
    }

    /// The same way in zigzag, ending where the course ends.
    pub fn zigzag(&self, height: f32, tooth: f32) -> Vec<Point> {
        let teeth = whole(self.length() / tooth).max(2);
        let step = self.length() / f32::from(teeth);
        let corner = |place: u16| {
            let side = match place {
                _ if place == 0 || place == teeth => 0.0,
                _ if place.is_multiple_of(2) => -height,
                _ => height,
            };
            self.pose(f32::from(place) * step).offset(0.0, side)
        };
        (0..=teeth).map(corner).collect()
    }
}

fn dot(one: Point, other: Point) -> f32 {
    one.x * other.x + one.y * other.y
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates: a count of marks on one line, at most u16::MAX - 1"
)]
fn whole(count: f32) -> u16 {
    (count as u16).min(u16::MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn straight() -> Course {
        Course::between(Point::ORIGIN, Point::new(100.0, 0.0), 0.0)
    }

    fn close(one: Point, other: Point) {
        assert!((one - other).length() < 0.01, "{one:?} is not {other:?}");
    }

    /// A bent course swings out as far as asked, to its right, and ends where it should.
    #[test]
    fn a_course_swings_out() {
        let bent = Course::between(Point::ORIGIN, Point::new(100.0, 0.0), 20.0);
        close(bent.pose(bent.length() / 2.0).at, Point::new(50.0, 20.0));
        close(bent.pose(bent.length()).at, Point::new(100.0, 0.0));
        assert!(bent.length() > 100.0);
        let back = Course::between(Point::new(100.0, 0.0), Point::ORIGIN, 20.0);
        close(back.pose(back.length() / 2.0).at, Point::new(50.0, -20.0));
    }

    /// Trimming takes from both ends, and never everything.
    #[test]
    fn trimming_leaves_something() {
        let trimmed = straight().trimmed(10.0, 30.0);
        assert_eq!(trimmed.points(), [Point::new(10.0, 0.0), Point::new(70.0, 0.0)]);
        let tight = straight().trimmed(300.0, 100.0);
        assert!((0.9..1.1).contains(&tight.length()), "{}", tight.length());
        let nowhere = Course::between(Point::ORIGIN, Point::ORIGIN, 0.0).trimmed(5.0, 5.0);
        assert!(nowhere.points().iter().all(|point| point.is_finite()));
    }

    /// Distance is to the nearest piece, and to an end beyond the ends.
    #[test]
    fn distance_is_to_the_line() {
        for (x, y, expected) in [(50.0, 7.0, 7.0), (-3.0, 4.0, 5.0), (103.0, -4.0, 5.0)] {
            assert!((straight().distance(Point::new(x, y)) - expected).abs() < 0.01);
        }
    }

    /// Marks are evenly spaced, centred, and keep away from the ends.
    #[test]
    fn marks_are_even() {
        let places: Vec<f32> = straight().poses(30.0, 15.0).map(|pose| pose.at.x).collect();
        assert_eq!(places, [20.0, 50.0, 80.0]);
        assert_eq!(straight().poses(30.0, 60.0).count(), 0);
        assert_eq!(straight().poses(300.0, 10.0).map(|pose| pose.at.x).sum::<f32>(), 50.0);
    }

    /// A zigzag alternates sides and meets both ends.
    #[test]
    fn zigzags_alternate() {
        let corners = straight().zigzag(3.0, 25.0);
        let sides: Vec<f32> = corners.iter().map(|corner| corner.y).collect();
        assert_eq!(sides, [0.0, 3.0, -3.0, 3.0, 0.0]);
        close(corners[4], Point::new(100.0, 0.0));
    }
}
