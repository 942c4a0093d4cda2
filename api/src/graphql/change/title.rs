//! What a changed record is called, so that a line of the log can be read on its own.

use crate::snapshot::View;
use domain::identifier::{AccountId, EngagementId, SourceId, StakeholderId};
use domain::mention;
use domain::text::Locale;
use serde_json::{Map, Value};
use uuid::Uuid;

/// The title of a record that looked like this: names by which people know it, in no language of
/// our own; the noun when it has none.
pub fn of(view: &View, noun: &str, image: &Map<String, Value>) -> String {
    let title = match noun {
        "stakeholder" => name(image),
        "relationship" => ends(view, image),
        "engagement" => party(view, id(image, "partyId").map(StakeholderId)),
        "transition" => engagement(view, image),
        "gain" | "action" | "requirement" | "need" => text(image, "text"),
        "interaction" => text(image, "note"),
        "capability" => given(view, image),
        "source" | "savedView" | "meeting" => text(image, "title"),
        "proposal" => text(image, "quote").map(|quote| plain(view, &quote)),
        "evidence" => source(view, image),
        "community" => text(image, "name"),
        "import" => text(image, "fileName"),
        "membership" => account(view, image),
        _ => None,
    };
    title.unwrap_or_else(|| noun.to_owned())
}

fn name(image: &Map<String, Value>) -> Option<String> {
    let names = image.get("names")?.as_object()?;
    let name = names.get("EN").or_else(|| names.values().next())?;
    name.as_str().map(str::to_owned)
}

fn ends(view: &View, image: &Map<String, Value>) -> Option<String> {
    let end = |field| party(view, id(image, field).map(StakeholderId));
    Some(format!("{} → {}", end("sourceId")?, end("targetId")?))
}

fn party(view: &View, id: Option<StakeholderId>) -> Option<String> {
    Some(view.stakeholder(id?)?.name(Locale::En).to_owned())
}

fn given(view: &View, image: &Map<String, Value>) -> Option<String> {
    let named = |field| party(view, id(image, field).map(StakeholderId));
    Some(format!("{} → {}", named("providerId")?, named("goodId")?))
}

fn engagement(view: &View, image: &Map<String, Value>) -> Option<String> {
    let row = view.engagement(EngagementId(id(image, "engagementId")?))?;
    party(view, Some(row.party_id))
}

fn source(view: &View, image: &Map<String, Value>) -> Option<String> {
    Some(view.source(SourceId(id(image, "sourceId")?))?.title.clone())
}

fn account(view: &View, image: &Map<String, Value>) -> Option<String> {
    Some(view.account(AccountId(id(image, "accountId")?))?.display_name.clone())
}

fn text(image: &Map<String, Value>, field: &str) -> Option<String> {
    image.get(field)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A sentence that mentions somebody, as the viewer may read it.
fn plain(view: &View, quote: &str) -> String {
    mention::plain(quote, |id| view.name_of(id, Locale::En), SOMEBODY)
}

/// Who stands where a name is hidden.
const SOMEBODY: &str = "somebody";

fn id(image: &Map<String, Value>, field: &str) -> Option<Uuid> {
    image.get(field)?.as_str()?.parse().ok()
}
