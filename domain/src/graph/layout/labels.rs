//! Which labels to show when there is no room for all.

use super::{Bounds, Point};

/// More bands than this would cost more than they save.
const MOST_BANDS: f32 = 4096.0;

/// A label that would like to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label<'a> {
    /// Higher is placed first; equal priorities go by position in the list.
    pub priority: u32,
    /// The boxes it could stand in, the best first.
    pub places: &'a [Bounds],
}

/// A label that can be shown, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The label's position in the list of labels.
    pub label: usize,
    /// The position in its list of places.
    pub place: usize,
}

/// Chooses labels greedily by priority: each takes the first of its places that covers neither an
/// occupied rectangle nor a label chosen before. Answers in the order of choice.
pub fn choose(labels: &[Label<'_>], occupied: &[Bounds]) -> Vec<Shown> {
    let places = labels.iter().flat_map(|label| label.places);
    let mut room = Room::new(places.chain(occupied).filter(|place| is_finite(place)));
    for rectangle in occupied.iter().filter(|rectangle| is_finite(rectangle)) {
        room.take(*rectangle);
    }
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&label| std::cmp::Reverse(labels[label].priority));
    let mut shown = Vec::new();
    for label in order {
        let places = labels[label].places;
        let free = places.iter().position(|place| is_finite(place) && room.is_free(place));
        if let Some(place) = free {
            room.take(places[place]);
            shown.push(Shown { label, place });
        }
    }
    shown
}

/// Rectangles sorted into horizontal bands, so that a label is compared only with those beside it.
struct Room {
    top: f32,
    band_height: f32,
    bands: Vec<Vec<Bounds>>,
}

impl Room {
    fn new<'a>(rectangles: impl Iterator<Item = &'a Bounds> + Clone) -> Self {
        let tallest = rectangles.clone().map(Bounds::height).fold(1.0, f32::max);
        let whole = Bounds::enclosing(rectangles.copied());
        let whole = whole.unwrap_or(Bounds::around(Point::ORIGIN, 0.0, 0.0));
        let band_height = tallest.max(whole.height() / MOST_BANDS);
        let mut room = Self { top: whole.top, band_height, bands: Vec::new() };
        room.bands.resize(room.band(whole.bottom) + 1, Vec::new());
        room
    }

    fn is_free(&self, rectangle: &Bounds) -> bool {
        let bands = &self.bands[self.span(rectangle)];
        !bands.iter().flatten().any(|taken| taken.overlaps(rectangle))
    }

    fn take(&mut self, rectangle: Bounds) {
        let span = self.span(&rectangle);
        for band in &mut self.bands[span] {
            band.push(rectangle);
        }
    }

    fn span(&self, rectangle: &Bounds) -> std::ops::RangeInclusive<usize> {
        self.band(rectangle.top)..=self.band(rectangle.bottom)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a band number: finite, not negative, and at most MOST_BANDS plus one"
    )]
    fn band(&self, y: f32) -> usize {
        ((y - self.top) / self.band_height) as usize
    }
}

fn is_finite(rectangle: &Bounds) -> bool {
    let Bounds { left, top, right, bottom } = rectangle;
    [left, top, right, bottom].into_iter().all(|side| side.is_finite())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(x: f32) -> Bounds {
        Bounds::around(Point::new(x, 0.0), 10.0, 4.0)
    }

    fn check(labels: &[(u32, &[f32])], occupied: &[f32], expected: &[(usize, usize)]) {
        let places: Vec<Vec<Bounds>> =
            labels.iter().map(|(_, places)| places.iter().map(|&x| at(x)).collect()).collect();
        let labels: Vec<Label<'_>> = labels
            .iter()
            .zip(&places)
            .map(|((priority, _), places)| Label { priority: *priority, places })
            .collect();
        let occupied: Vec<Bounds> = occupied.iter().map(|&x| at(x)).collect();
        let shown = choose(&labels, &occupied);
        assert_eq!(shown.iter().map(|s| (s.label, s.place)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_more_important_label_wins_and_the_earlier_one_among_equals() {
        check(&[(1, &[0.0]), (2, &[5.0]), (1, &[20.0])], &[], &[(1, 0), (2, 0)]);
        check(&[(1, &[0.0]), (1, &[5.0])], &[], &[(0, 0)]);
        check(&[(1, &[0.0]), (1, &[10.0])], &[], &[(0, 0), (1, 0)]);
    }

    #[test]
    fn a_label_moves_to_a_further_place_before_it_is_left_out() {
        check(&[(2, &[0.0]), (1, &[5.0, 15.0])], &[], &[(0, 0), (1, 1)]);
        check(&[(2, &[0.0, 30.0]), (1, &[])], &[3.0], &[(0, 1)]);
        check(&[(2, &[f32::NAN, f32::INFINITY, 0.0])], &[f32::NAN], &[(0, 2)]);
    }

    fn rectangles(most: usize) -> impl Strategy<Value = Vec<Bounds>> {
        let one = (-300.0..300.0_f32, -200.0..200.0_f32, 1.0..120.0_f32, 1.0..40.0_f32);
        let one = one.prop_map(|(x, y, w, h)| Bounds::around(Point::new(x, y), w, h));
        prop::collection::vec(one, 0..most)
    }

    proptest! {
        /// Chosen labels never overlap each other or anything occupied, and none is left out that
        /// would still have fitted.
        #[test]
        fn chosen_labels_never_overlap(
            places in prop::collection::vec(rectangles(4), 0..40),
            occupied in rectangles(10),
        ) {
            let label = |(priority, places)| Label { priority, places };
            let labels: Vec<Label<'_>> =
                (0..7).cycle().zip(places.iter().map(Vec::as_slice)).map(label).collect();
            let shown = choose(&labels, &occupied);
            let mut taken = occupied;
            for shown in &shown {
                let place = places[shown.label][shown.place];
                prop_assert!(!taken.iter().any(|other| other.overlaps(&place)));
                taken.push(place);
            }
            for (label, places) in places.iter().enumerate() {
                let is_free = |place: &Bounds| !taken.iter().any(|other| other.overlaps(place));
                let fits = places.iter().any(is_free);
                prop_assert!(!fits || shown.iter().any(|shown| shown.label == label));
            }
        }
    }
}
