//! How conversations go from stage to stage: how many went on, and how long it took. What nobody knows is
//! no number.

use super::{OPEN, Stage};
use chrono::NaiveDate;

/// One stay of an engagement at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Where.
    pub stage: Stage,
    /// Since which day; none when that is not known to the day.
    pub since: Option<NaiveDate>,
    /// Until which day; none while it lasts.
    pub until: Option<NaiveDate>,
}

/// The stays of one engagement, the first one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Every stay that is recorded.
    pub stays: Vec<Stay>,
}

/// What is known of one stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelStage {
    /// Which.
    pub stage: Stage,
    /// How many stand there now.
    pub here: usize,
    /// How many have ever stood there, as far as it is recorded.
    pub reached: usize,
    /// Of these, how many came to a later open stage afterwards.
    pub went_on: usize,
    /// Of these, how many were declined or ended without going on.
    pub lost: usize,
    /// The share that went on among those of whom it is clear; none when it is clear of nobody.
    pub conversion: Option<f64>,
    /// How many days half of the finished stays took at most; none when none has finished.
    pub median_days: Option<f64>,
}

/// Every open stage in its order.
pub fn funnel(courses: &[Course]) -> Vec<FunnelStage> {
    OPEN.iter().map(|stage| at(*stage, courses)).collect()
}

fn at(stage: Stage, courses: &[Course]) -> FunnelStage {
    let last = |course: &Course| course.stays.last().map(|stay| stay.stage);
    let (mut reached, mut went_on, mut lost) = (0_usize, 0_usize, 0_usize);
    for course in courses {
        let Some(first) = course.stays.iter().position(|stay| stay.stage == stage) else {
            continue;
        };
        reached += 1;
        let later = |stay: &Stay| order(stay.stage) > order(stage);
        if course.stays.iter().skip(first).any(later) {
            went_on += 1;
        } else if matches!(last(course), Some(Stage::Declined | Stage::Ended)) {
            lost += 1;
        }
    }
    let clear = went_on + lost;
    FunnelStage {
        stage,
        here: courses.iter().filter(|course| last(course) == Some(stage)).count(),
        reached,
        went_on,
        lost,
        conversion: (clear > 0).then(|| share(went_on, clear)),
        median_days: median(stage, courses),
    }
}

/// The place of a stage among the open ones; what is not open is no step onward.
fn order(stage: Stage) -> Option<usize> {
    OPEN.iter().position(|open| *open == stage)
}

#[expect(clippy::cast_precision_loss, reason = "a community has less than 2^52 engagements")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn median(stage: Stage, courses: &[Course]) -> Option<f64> {
    let stays = courses.iter().flat_map(|course| &course.stays);
    let mut days: Vec<i64> = stays
        .filter(|stay| stay.stage == stage)
        .filter_map(|stay| Some((stay.until? - stay.since?).num_days()))
        .collect();
    days.sort_unstable();
    let half = days.len() / 2;
    let high = *days.get(half)?;
    let low = if days.len().is_multiple_of(2) { *days.get(half.checked_sub(1)?)? } else { high };
    let sum = i32::try_from(low.checked_add(high)?).ok()?;
    Some(f64::from(sum) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(stays: &[(Stage, &str)]) -> Course {
        let day = |text: &str| text.parse().ok();
        let until = stays.iter().skip(1).map(|(_, since)| day(since)).chain([None]);
        let stays = stays.iter().zip(until);
        let stays =
            stays.map(|((stage, since), until)| Stay { stage: *stage, since: day(since), until });
        Course { stays: stays.collect() }
    }

    fn row(courses: &[Course], stage: Stage) -> FunnelStage {
        funnel(courses).into_iter().find(|row| row.stage == stage).unwrap()
    }

    /// Of those that left a stage, the share that went on; who still stands there, or sleeps, counts
    /// neither way.
    #[test]
    fn conversion_is_of_those_of_whom_it_is_clear() {
        let courses = [
            course(&[(Stage::Identified, "2026-01-01"), (Stage::Qualified, "2026-01-11")]),
            course(&[(Stage::Identified, "2026-01-01"), (Stage::Declined, "2026-01-21")]),
            course(&[(Stage::Identified, "2026-01-01"), (Stage::Dormant, "2026-02-01")]),
            course(&[(Stage::Identified, "2026-01-01")]),
        ];
        let first = row(&courses, Stage::Identified);
        assert_eq!((first.here, first.reached, first.went_on, first.lost), (1, 4, 1, 1));
        assert_eq!(first.conversion, Some(0.5));
        assert_eq!(first.median_days, Some(20.0));
        let second = row(&courses, Stage::Qualified);
        assert_eq!((second.conversion, second.median_days), (None, None));
    }

    /// Who was recorded as already standing has passed nothing here, and a stay that began on an unknown
    /// day has no length.
    #[test]
    fn what_is_not_recorded_is_no_number() {
        let stood = [course(&[(Stage::Committed, "2024"), (Stage::Active, "2026-01-01")])];
        assert_eq!(row(&stood, Stage::Identified).reached, 0);
        let committed = row(&stood, Stage::Committed);
        assert_eq!((committed.conversion, committed.median_days), (Some(1.0), None));
    }

    /// Who goes back and on again is counted once at each stage.
    #[test]
    fn a_detour_counts_once() {
        let detour = [course(&[
            (Stage::Contacted, "2026-01-01"),
            (Stage::InDialogue, "2026-01-03"),
            (Stage::Contacted, "2026-01-05"),
            (Stage::InDialogue, "2026-01-09"),
        ])];
        let contacted = row(&detour, Stage::Contacted);
        assert_eq!((contacted.reached, contacted.went_on), (1, 1));
        assert_eq!(contacted.median_days, Some(3.0));
    }
}
