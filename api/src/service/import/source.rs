//! The sources that a sheet names: found among the recorded ones, or recorded with it.

use crate::error::Result;
use crate::op::Write;
use crate::service::place::is_seen_wherever;
use crate::service::source;
use crate::snapshot::View;
use domain::identifier::SourceId;
use domain::policy::Place;
use domain::sheet::{EvidenceRecord, sources};
use domain::stakeholder::Visibility;
use entity::record::Record;
use entity::source::Model;
use std::collections::{BTreeMap, BTreeSet};

/// The recorded source of each key of a file, for each place from which it is named.
#[derive(Debug, Default)]
pub(crate) struct Sources(BTreeMap<String, Vec<(Place, SourceId)>>);

impl Sources {
    /// Knows that a key means this source, which stands there.
    pub(in crate::service) fn know(&mut self, key: &str, place: Place, id: SourceId) {
        self.0.entry(key.to_owned()).or_default().push((place, id));
    }

    /// The source that a key means, as evidence that stands at `place` may name it.
    pub(in crate::service) fn find(&self, key: &str, place: Place) -> Option<SourceId> {
        let known = self.0.get(key)?.iter();
        let mut seen = known.filter(|(other, _)| is_seen_wherever(*other, place));
        seen.next().map(|(_, id)| *id)
    }

    /// Finds or records the source of every key, so that each is seen wherever it is named.
    pub(super) async fn settle(
        &mut self,
        write: &mut Write<'_>,
        said: Vec<(Place, &[EvidenceRecord])>,
    ) -> Result<()> {
        let all = || said.iter().flat_map(|(_, evidence)| *evidence);
        let described: BTreeSet<&str> = all()
            .filter(|record| record.described.is_some())
            .map(|record| record.source.as_str())
            .collect();
        for (key, draft) in sources(all()) {
            let facts = draft.parse()?;
            for place in homes(&named_from(&said, &key)) {
                if self.find(&key, place).is_some() {
                    continue;
                }
                let same = |row: &Model| match described.contains(key.as_str()) {
                    true => source::facts(row) == facts,
                    false => row.title == facts.title,
                };
                let id = match recorded(write.view(), place, same) {
                    Some(id) => id,
                    None => source::insert(write, place, facts.clone()).await?,
                };
                self.know(&key, place, id);
            }
        }
        Ok(())
    }
}

/// Where the evidence stands that names this key.
fn named_from(said: &[(Place, &[EvidenceRecord])], key: &str) -> Vec<Place> {
    let names = |evidence: &[EvidenceRecord]| evidence.iter().any(|record| record.source == key);
    let named = said.iter().filter(|(_, evidence)| names(evidence));
    named.map(|(place, _)| *place).collect()
}

/// Where a source has to stand to be seen from all these places: in the registry when some of what
/// it proves is public, else with each community, as narrowly as what it proves.
fn homes(places: &[Place]) -> Vec<Place> {
    if places.iter().any(|place| place.visibility == Visibility::Public) {
        return vec![Place { community: None, visibility: Visibility::Public }];
    }
    let mut homes: Vec<Place> = Vec::new();
    for place in places {
        match homes.iter_mut().find(|home| home.community == place.community) {
            Some(home) => home.visibility = home.visibility.min(place.visibility),
            None => homes.push(*place),
        }
    }
    homes
}

/// A recorded source that is seen wherever evidence at this place is.
fn recorded(view: &View, place: Place, same: impl Fn(&Model) -> bool) -> Option<SourceId> {
    let seen = |row: &Model| row.place().is_some_and(|other| is_seen_wherever(other, place));
    let mut sources = view.sources();
    sources.find(|row| same(row) && seen(row)).map(|row| row.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::identifier::CommunityId;
    use uuid::Uuid;

    fn place(community: u128, visibility: Visibility) -> Place {
        let community = (community > 0).then(|| CommunityId(Uuid::from_u128(community)));
        Place { community, visibility }
    }

    /// A source stands where everybody who sees what it proves sees it, and nowhere wider.
    #[test]
    fn a_source_is_seen_wherever_it_is_named() {
        use Visibility::{Community, Public, Restricted};
        let homes_of = |places: &[Place]| {
            let homes = homes(places);
            for place in places {
                assert!(homes.iter().any(|home| is_seen_wherever(*home, *place)), "{place:?}");
            }
            homes
        };
        assert_eq!(homes_of(&[place(1, Restricted)]), [place(1, Restricted)]);
        let within = [place(1, Restricted), place(1, Community)];
        assert_eq!(homes_of(&within), [place(1, Community)]);
        let across = [place(1, Restricted), place(2, Public)];
        assert_eq!(homes_of(&across), [place(0, Public)]);
        let apart = [place(1, Community), place(2, Community)];
        assert_eq!(homes_of(&apart), apart);
    }
}
