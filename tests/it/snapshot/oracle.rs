//! Who should see what, told from the log alone and record by record: slow and plain.

use api::app::App;
use domain::policy::{Place, Scope, Viewer, scope};
use domain::stakeholder::Visibility;
use entity::{change, change_value};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

type Rows = BTreeMap<Uuid, (String, Value)>;

/// One change, with everything that was recorded before and after it.
struct Moment {
    id: Uuid,
    noun: String,
    subject: Uuid,
    before: Rows,
    after: Rows,
}

/// The whole log, played back.
pub struct Oracle {
    moments: Vec<Moment>,
    gone: Rows,
}

impl Oracle {
    /// Reads the log of a database.
    pub async fn consult(app: &App) -> Self {
        let reader = app.store.reader();
        let log = change::Entity::find()
            .order_by_asc(change::Column::Revision)
            .order_by_asc(change::Column::Position);
        let values = change_value::Entity::find().all(reader).await.expect("values");
        let mut values: HashMap<_, _> =
            values.into_iter().map(|value| (value.change_id, value)).collect();
        let (mut moments, mut gone, mut now) = (Vec::new(), Rows::new(), Rows::new());
        for change in log.all(reader).await.expect("the log") {
            let before = now.clone();
            let (subject, noun) = (change.subject_id, change.noun);
            match values.remove(&change.id).and_then(|value| value.after) {
                Some(after) => {
                    let image = serde_json::from_str(&after).expect("an image");
                    now.insert(subject, (noun.clone(), image));
                }
                None => gone.extend(now.remove_entry(&subject)),
            }
            moments.push(Moment { id: change.id.0, noun, subject, before, after: now.clone() });
        }
        Self { moments, gone }
    }

    /// The changes that a viewer reads, the first one first.
    pub fn changes(&self, viewer: &Viewer) -> Vec<Uuid> {
        let scope = scope(viewer);
        let told = |moment: &&Moment| {
            let then = [&moment.before, &moment.after].into_iter();
            moment.noun != "account"
                && then
                    .filter(|rows| rows.contains_key(&moment.subject))
                    .all(|rows| seen(&scope, rows, &Rows::new(), moment.subject))
                && seen(&scope, self.now(), &self.gone, moment.subject)
        };
        self.moments.iter().filter(told).map(|moment| moment.id).collect()
    }

    /// The records of some nouns that a viewer sees.
    pub fn records(&self, viewer: &Viewer, nouns: &[&str]) -> BTreeSet<Uuid> {
        let scope = scope(viewer);
        let rows = self.now().iter().filter(|(_, (noun, _))| nouns.contains(&noun.as_str()));
        let ids = rows.map(|(id, _)| *id);
        ids.filter(|id| seen(&scope, self.now(), &Rows::new(), *id)).collect()
    }

    fn now(&self) -> &Rows {
        &self.moments.last().expect("a log").after
    }
}

fn seen(scope: &Scope, rows: &Rows, gone: &Rows, id: Uuid) -> bool {
    let Some((noun, image)) = rows.get(&id).or_else(|| gone.get(&id)) else {
        return scope.everything();
    };
    let uuid = |field: &str| image[field].as_str().and_then(|text| text.parse::<Uuid>().ok());
    let fields: &[&str] = match noun.as_str() {
        "relationship" => &["sourceId", "targetId"],
        "engagement" => &["partyId"],
        "capability" => &["providerId", "goodId"],
        "requirement" => &["implementationId"],
        "need" => &["partyId", "goodId"],
        "gain" | "interaction" | "transition" => &["engagementId"],
        "action" => &["engagementId", "meetingId"],
        "proposal" => &["meetingId"],
        "evidence" => &["sourceId", "subjectId"],
        _ => &[],
    };
    let visibility = match noun.as_str() {
        "community" | "gain" | "interaction" | "transition" => Visibility::Public,
        "membership" | "import" => Visibility::Community,
        // What is somebody's alone is told to nobody but the owner of the instance.
        "savedView" if image["visibility"] == "PRIVATE" => return scope.everything(),
        _ => image["visibility"].as_str().and_then(|word| word.parse().ok()).expect("a word"),
    };
    let community = uuid("communityId").map(domain::identifier::CommunityId);
    let named = image["named"].as_array().into_iter().flatten();
    let mut named = named.filter_map(|id| id.as_str()?.parse::<Uuid>().ok());
    scope.sees(Place { community, visibility })
        && named.all(|id| seen(scope, rows, gone, id))
        && fields.iter().filter_map(|field| uuid(field)).all(|id| seen(scope, rows, gone, id))
}
