//! Representation: which seats a body has, which it should have, and whose are vacant.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::country::{Country, WorldRegion};
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::representation::{
    ConstituencySeats, Seat, SeatRecord, Standing, by_constituency, counted, record_of,
};
use domain::stakeholder::{Detail, GroupType, SizeBand, StakeholderKind};
use domain::text::Locale;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::sync::Arc;

/// The seats of one body, as far as they are recorded.
#[derive(Clone, Debug)]
pub struct Representation {
    /// The body.
    pub group: Arc<Stakeholder>,
    /// What each seat rests on, in order of recording.
    pub rows: Vec<Arc<relationship::Model>>,
    seats: Vec<Seat>,
    required: Vec<String>,
}

/// Which bodies are asked for; what is empty restricts nothing.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// This one.
    pub group: Option<StakeholderId>,
    /// Those of one of these types.
    pub group_types: Option<Vec<GroupType>>,
    /// Those that bear on this good.
    pub good: Option<StakeholderId>,
    /// Found by this folded text.
    pub text: Option<String>,
    /// Those of whose seats for this constituency the records say one of these things.
    pub seat: Option<(String, Vec<SeatRecord>)>,
    /// Only those with a vacant seat.
    pub vacant: bool,
}

/// The seats of the bodies that are asked for, in order of id.
pub fn list(view: &View, wanted: &Wanted, day: NaiveDate) -> Result<Vec<Representation>> {
    let groups = match wanted.group {
        Some(id) => vec![load(view, id)?],
        None => all(view, wanted, day)?,
    };
    let bodies = groups.into_iter().map(|group| of(view, group, day));
    let admits = |body: &Representation| {
        let said = wanted.seat.as_ref();
        said.is_none_or(|(constituency, records)| {
            records.is_empty() || records.contains(&body.record_of(constituency))
        }) && (!wanted.vacant || body.vacant() > 0)
    };
    Ok(bodies.filter(admits).collect())
}

/// One body that the viewer may see.
pub fn load(view: &View, id: StakeholderId) -> Result<Arc<Stakeholder>> {
    let found = view.stakeholder(id).filter(|row| row.kind == StakeholderKind::Group);
    found.cloned().ok_or(Error::NotFound)
}

fn all(view: &View, wanted: &Wanted, day: NaiveDate) -> Result<Vec<Arc<Stakeholder>>> {
    let own = match wanted.good {
        Some(good) => Some(super::governance::bodies(view, good, day)?),
        None => None,
    };
    let of_type = |row: &Stakeholder| match (&row.detail, &wanted.group_types) {
        (Detail::Group { group_type, .. }, Some(types)) => types.contains(group_type),
        (Detail::Group { .. }, None) => true,
        _ => false,
    };
    let rows = view.stakeholders().filter(|row| {
        row.archived_at.is_none()
            && of_type(row)
            && own.as_ref().is_none_or(|own| own.iter().any(|body| body.group.id == row.id))
            && wanted.text.as_ref().is_none_or(|text| view.rank(row.id, text).is_some())
    });
    Ok(rows.cloned().collect())
}

/// The seats of one body on a day.
pub fn of(view: &View, group: Arc<Stakeholder>, day: NaiveDate) -> Representation {
    let rows: Vec<_> = view
        .relationships_of(group.id)
        .filter(|row| row.kind == RelationshipKind::SeatOn && row.target_id == group.id)
        .filter(|row| view.holds(row, day))
        .cloned()
        .collect();
    let seats = rows.iter().filter_map(|row| seat(row, view.stakeholder(row.source_id)?)).collect();
    let required = match &group.detail {
        Detail::Group { required_constituencies, .. } => required_constituencies.clone(),
        _ => Vec::new(),
    };
    Representation { group, rows, seats, required }
}

/// A seat, as far as it is recorded. What a category of partners holds is its own constituency's.
fn seat(row: &relationship::Model, holder: &Stakeholder) -> Option<Seat> {
    let standing = match row.state {
        // What has ended by now held on the day that was asked for.
        RelationshipState::Confirmed | RelationshipState::Ended => Standing::Filled,
        RelationshipState::Proposed => Standing::Proposed,
        RelationshipState::Disputed => Standing::Disputed,
        RelationshipState::Retracted => return None,
    };
    let (segment, size) = match holder.detail {
        Detail::Segment => (Some(holder.name(Locale::En).to_owned()), None),
        Detail::Organization { size_band, .. } => (None, size_band),
        _ => (None, None),
    };
    let country = holder.country.as_deref().and_then(Country::find);
    Some(Seat {
        constituency: row.constituency.clone().or(segment),
        standing,
        region: country.map(WorldRegion::of),
        languages: holder.languages.clone(),
        size,
    })
}

impl Representation {
    /// The seats by constituency, the required ones first.
    pub fn constituencies(&self) -> Vec<ConstituencySeats> {
        by_constituency(&self.required, &self.seats)
    }

    /// How many constituencies should have a seat; none when that is not recorded.
    pub fn required(&self) -> Option<usize> {
        let rows = self.constituencies();
        let required = rows.iter().filter(|row| row.required).count();
        (required > 0).then_some(required)
    }

    /// How many constituencies that should have a seat have none that is confirmed.
    pub fn vacant(&self) -> usize {
        self.constituencies().iter().filter(|row| row.vacant()).count()
    }

    /// How many seats are confirmed, proposed or disputed.
    pub fn count(&self, standing: Standing) -> usize {
        self.seats.iter().filter(|seat| seat.standing == standing).count()
    }

    /// What the records say about one constituency's seat.
    pub fn record_of(&self, constituency: &str) -> SeatRecord {
        record_of(constituency, &self.seats)
    }

    /// Confirmed seats by the region of who sits there.
    pub fn regions(&self) -> Vec<(Option<WorldRegion>, usize)> {
        counted(&self.seats, |seat| seat.region)
    }

    /// Confirmed seats by the languages of who sits there.
    pub fn languages(&self) -> Vec<(Option<&str>, usize)> {
        counted(&self.seats, |seat| seat.languages.iter().map(String::as_str))
    }

    /// Confirmed seats by the size of who sits there.
    pub fn sizes(&self) -> Vec<(Option<SizeBand>, usize)> {
        counted(&self.seats, |seat| seat.size)
    }
}
