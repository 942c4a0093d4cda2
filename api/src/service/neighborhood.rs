//! The surroundings of a stakeholder: what the map and its table show.

use crate::error::{Error, Result};
use crate::snapshot::View;
use crate::snapshot::view::{Around, Neighborhood};
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;

/// Which surroundings are asked for, not yet checked.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whose.
    pub focus: StakeholderId,
    /// How many steps away, 1 to 3.
    pub depth: i32,
    /// Only stakeholders of these kinds; none at all beside the focus when the list is empty.
    pub kinds: Option<Vec<StakeholderKind>>,
    /// Only relationships of these layers; none at all when the list is empty.
    pub layers: Option<Vec<Layer>>,
    /// Only relationships that count on this day.
    pub as_of: Option<NaiveDate>,
    /// The most stakeholders, 1 to 500.
    pub limit: i32,
}

/// The stakeholders around a focus that the viewer may see, with everything between them.
pub fn around(view: &View, wanted: Wanted) -> Result<Neighborhood> {
    let mut refusals = Refusals::new();
    let depth = refusals.take(within(wanted.depth, 3, "depth"));
    let limit = refusals.take(within(wanted.limit, 500, "limit"));
    let (depth, limit) = refusals.finish(depth.zip(limit))?;
    let nothing = wanted.kinds.as_ref().is_some_and(Vec::is_empty)
        || wanted.layers.as_ref().is_some_and(Vec::is_empty);
    let around = Around {
        depth: if nothing { 0 } else { depth },
        kinds: wanted.kinds.unwrap_or_default(),
        layers: wanted.layers.unwrap_or_default(),
        as_of: wanted.as_of,
        limit,
    };
    view.neighborhood(wanted.focus, &around).ok_or(Error::NotFound)
}

fn within(number: i32, most: u32, field: &str) -> Result<u32, Refusal> {
    match u32::try_from(number) {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(Refusal::new(RefusalCode::OutOfRange, field).missing(format!("1..{most}"))),
    }
}
