//! One record of everything, standing in one place, with one word in every text that it has.

mod moved;

use super::ground::{Ground, outside};
use api::service::import::{self, Request};
use domain::identifier::{CommunityId, Noun};
use domain::policy::{Place, Viewer};
use domain::sheet::Table;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use serde_json::{Value, json};
use std::collections::BTreeMap;

mod doubt;
pub mod meeting;
mod need;

/// Something of everything that a mutation can name.
pub struct Scene {
    pub place: Place,
    pub community: CommunityId,
    pub word: String,
    pub rows: BTreeMap<&'static str, Value>,
    pub relationship: Value,
    pub capability: Value,
    pub saved_view: Value,
    pub requirement: Value,
    pub need: Value,
    pub meeting: Value,
    pub proposal: Value,
    pub source: Value,
    pub engagement: Value,
    pub gain: Value,
    pub action: Value,
    pub import: Value,
    pub change: Value,
    /// Somebody who belongs to the community.
    pub membership: Value,
    pub login: Value,
}

/// The same input with these fields besides.
pub fn with(mut input: Value, more: Value) -> Value {
    for (field, value) in more.as_object().expect("an object") {
        input[field] = value.clone();
    }
    input
}

/// What makes a stakeholder of each kind, with the word in every text.
pub fn births(
    community: &str,
    visibility: Visibility,
    word: &str,
) -> BTreeMap<&'static str, Value> {
    let named = |kind: &str, more: Value| {
        let input = json!({ "nameEn": format!("{word} {kind}"), "nameFr": format!("{word} en français {kind}"),
            "acronym": word, "aliases": [format!("{word} alias {kind}")], "community": community,
            "summaryEn": format!("{word} summary"), "summaryFr": format!("{word} résumé"),
            "unresolved": format!("{word} unresolved"), "visibility": visibility.code(),
            "externalIds": [{ "registry": "GUIDEBOOK", "value": format!("{word}-{kind}") }],
            "website": format!("https://example.org/{word}") });
        with(input, more)
    };
    BTreeMap::from([
        (
            "GlobalGood",
            named(
                "good",
                json!({ "licence": word,
            "repository": format!("https://example.org/{word}/code") }),
            ),
        ),
        (
            "Group",
            named(
                "group",
                json!({ "groupType": "BOARD", "localName": word,
            "mandate": word, "meets": word, "topics": [word],
            "requiredConstituencies": [word, format!("{word} vacant")] }),
            ),
        ),
        ("Implementation", named("implementation", json!({ "scheme": word, "country": "CM" }))),
        ("Organization", named("organization", json!({ "organizationType": "OTHER" }))),
        ("Person", named("person", json!({ "role": word }))),
        ("Place", named("place", json!({ "level": "COUNTRY" }))),
        ("Programme", named("programme", json!({ "decidedBy": word }))),
        ("Segment", named("segment", json!({}))),
    ])
}

/// The word of contact data: fewer may read that than see the person.
pub fn secret(word: &str) -> String {
    word.replacen("zq", "cq", 1)
}

/// How a person can be reached, with the secret in every text.
pub fn reach(person: &Value, version: i32, word: &str) -> Value {
    let word = secret(word);
    json!({ "id": person, "expectedVersion": version, "email": format!("{word}@example.org"),
        "lawfulBasis": "CONSENT", "consentedOn": "2026-01-01",
        "consentNote": format!("{word} agreed") })
}

/// Makes records as one person, in one place.
struct Hand<'a> {
    ground: &'a Ground,
    viewer: &'a Viewer,
}

impl Hand<'_> {
    async fn make(&self, name: &str, what: &str, input: Value) -> Value {
        let kind = name[..1].to_uppercase() + &name[1..];
        let query = format!(
            "mutation($input: {kind}Input!) {{ {name}(input: $input) {{ made: {what} {{ id }} }} }}"
        );
        self.ground.data(self.viewer, &query, input).await[name]["made"]["id"].take()
    }

    /// An import, when it is to bring something.
    async fn bring(&self, brings: Option<Visibility>, scene: &str, word: &str) -> Value {
        match brings {
            Some(brings) => self.import(scene, word, brings).await,
            None => Value::Null,
        }
    }

    /// An import of one stakeholder.
    async fn import(&self, scene: &str, word: &str, visibility: Visibility) -> Value {
        let op = self.ground.app.op(self.viewer.clone());
        let request = Request {
            community: Noun::Community.parse_id(scene, "community").ok().map(CommunityId),
            table: Table::Stakeholders,
            // All members read of an import, whatever it brought.
            file_name: match visibility {
                Visibility::Community => format!("{word}.csv"),
                _ => "list.csv".to_owned(),
            },
            text: format!(
                "slug,kind,name_en,visibility\n{word}-brought,SEGMENT,{word} brought,{}",
                visibility.code()
            ),
            columns: None,
            dates: None,
            defaults: BTreeMap::new(),
            decisions: Vec::new(),
            locale: domain::text::Locale::En,
        };
        let committed = import::commit(&op, &request).await.expect("commit");
        json!(Noun::Import.format(committed.import.0))
    }
}

impl Scene {
    /// Sets one, as somebody who may do everything there.
    pub async fn set(
        ground: &Ground,
        viewer: &Viewer,
        community: CommunityId,
        visibility: Visibility,
        word: &str,
    ) -> Self {
        let brings = Some(visibility);
        Self::set_bringing(brings, ground, viewer, community, visibility, word).await
    }

    /// As `set`, with an import that brings something of this visibility, or without any.
    pub async fn set_bringing(
        brings: Option<Visibility>,
        ground: &Ground,
        viewer: &Viewer,
        community: CommunityId,
        visibility: Visibility,
        word: &str,
    ) -> Self {
        let hand = Hand { ground, viewer };
        let home = outside(community);
        let mut rows = BTreeMap::new();
        for (kind, input) in births(&home, visibility, word) {
            let what = kind[..1].to_lowercase() + &kind[1..];
            rows.insert(kind, hand.make(&format!("create{kind}"), &what, input).await);
        }
        hand.make("recordContact", "person", reach(&rows["Person"], 1, word)).await;
        let seen = json!({ "community": home, "visibility": visibility.code() });
        let source = Self::cite(&hand, &seen, word).await;
        let ends = json!({ "kind": "PART_OF", "source": rows["Group"],
            "target": rows["Organization"], "note": format!("{word} note") });
        let ends = with(seen.clone(), ends);
        let relationship = hand.make("addRelationship", "relationship", ends).await;
        Self::seat(&hand, &rows, &seen, word).await;
        Self::govern(&hand, &rows, &seen, word).await;
        let capability = Self::give(&hand, &rows, seen.clone(), word).await;
        let saved_view = Self::keep(&hand, &rows, &home, word).await;
        let (requirement, need) = Self::ask(&hand, &rows, &seen, word).await;
        let (meeting, proposal) = meeting::meet(&hand, &rows, &seen, word).await;
        Self::say(&hand, &source, [&relationship, &rows["Organization"]], word).await;
        let engagement = Self::converse(&hand, &rows, seen.clone(), word).await;
        let (gain, action) = Self::work(&hand, &engagement, &home, word).await;
        Self::commit(&hand, &rows, (&seen, &source), word).await;
        Self::leave(&hand, &rows, (&home, &engagement), word).await;
        let import = hand.bring(brings, &home, word).await;
        let doubtful = Self::doubt(&hand, &rows, &seen, word).await;
        let change = Self::rename(&hand, &rows["Segment"], word).await;
        Self::settle(&hand, doubtful).await;
        let (membership, login) = Self::member(&hand, &home).await;
        Self {
            place: Place { community: Some(community), visibility },
            community,
            word: word.to_owned(),
            rows,
            relationship,
            capability,
            saved_view,
            requirement,
            need,
            meeting,
            proposal,
            source,
            engagement,
            gain,
            action,
            import,
            change,
            membership,
            login,
        }
    }

    /// The first member of the community, who is there already.
    async fn member(hand: &Hand<'_>, home: &str) -> (Value, Value) {
        let read = "query { communities { id members { id account { displayName } } } }";
        let read = hand.ground.data(hand.viewer, read, Value::Null).await;
        let communities = read["communities"].as_array().into_iter().flatten();
        let found = communities.into_iter().find(|it| it["id"] == home).expect("the community");
        let member = &found["members"][0];
        (member["id"].clone(), member["account"]["displayName"].clone())
    }

    /// Evidence about each of these.
    async fn say(hand: &Hand<'_>, source: &Value, about: [&Value; 2], word: &str) {
        let evidence = json!({ "source": source, "locator": format!("{word} page"), "note": word });
        for subject in about {
            let said = json!({ "subject": subject, "evidence": evidence });
            hand.make("addEvidence", "evidence", said).await;
        }
    }

    /// What somebody can give: the fewer may know, the better they can; and a good at work.
    async fn give(hand: &Hand<'_>, rows: &BTreeMap<&str, Value>, seen: Value, word: &str) -> Value {
        let level = Visibility::ALL.iter().position(|it| seen["visibility"] == it.code());
        let country = ["CM", "SN", "TD"][level.expect("a word")];
        let given = json!({ "provider": rows["Organization"], "good": rows["GlobalGood"],
            "service": "TRAINING", "level": level, "countries": [country], "languages": ["fr"],
            "note": format!("{word} given") });
        hand.make("addCapability", "capability", with(seen, given)).await
    }

    /// A view that names somebody.
    async fn keep(hand: &Hand<'_>, rows: &BTreeMap<&str, Value>, home: &str, word: &str) -> Value {
        let query = format!("who={}", rows["Organization"].as_str().expect("an id"));
        let view = json!({ "community": home, "kind": "WHAT_IF", "query": query });
        hand.make("saveView", "savedView", with(view, json!({ "title": word }))).await
    }

    /// A source.
    async fn cite(hand: &Hand<'_>, seen: &Value, word: &str) -> Value {
        let source = json!({ "publishedOn": "2026-01-01", "kind": "DOCUMENT", "title": format!("{word} title"), "licence": word,
            "revisionTag": word, "url": format!("https://example.org/{word}.pdf") });
        hand.make("addSource", "source", with(seen.clone(), source)).await
    }

    /// What only some kinds of relationships tell.
    async fn seat(hand: &Hand<'_>, rows: &BTreeMap<&str, Value>, seen: &Value, word: &str) {
        let seat = json!({ "kind": "SEAT_ON", "source": rows["Person"], "target": rows["Group"],
            "role": word, "constituency": word, "state": "CONFIRMED" });
        let heard = json!({ "kind": "REPORTS_FEEDBACK_TO", "source": rows["Group"], "target": rows["GlobalGood"],
            "cadence": word, "state": "CONFIRMED" });
        let near = json!({ "kind": "RELATED_TO", "source": rows["Group"], "target": rows["Segment"],
            "note": word, "topic": word });
        // What is lost with the organization: some money, one step away and two, and its place.
        let lost = [
            ("FUNDS", "Organization", "Programme", json!({ "amount": 30, "currency": "USD" })),
            ("FUNDS", "Programme", "GlobalGood", json!({ "amount": 20, "currency": "USD" })),
            ("LOCATED_IN", "Organization", "Place", json!({})),
        ];
        let lost = lost.map(|(kind, from, to, more)| {
            let ends = json!({ "kind": kind, "state": "CONFIRMED", "source": rows[from], "target": rows[to] });
            with(ends, more)
        });
        for more in [seat, heard, near].into_iter().chain(lost) {
            hand.make("addRelationship", "relationship", with(seen.clone(), more)).await;
        }
    }

    /// A second body of the same good, with the same topic and the same person on it; where it
    /// belongs is contested.
    async fn govern(hand: &Hand<'_>, rows: &BTreeMap<&str, Value>, seen: &Value, word: &str) {
        let circle =
            json!({ "nameEn": format!("{word} circle"), "groupType": "TEAM", "topics": [word] });
        let circle = hand.make("createGroup", "group", with(seen.clone(), circle)).await;
        let (good, person) = (&rows["GlobalGood"], &rows["Person"]);
        for (kind, source, target, state) in [
            ("GOVERNS", &rows["Group"], good, "PROPOSED"),
            ("ADVISES", &circle, good, "PROPOSED"),
            ("SEAT_ON", person, &circle, "CONFIRMED"),
            ("PART_OF", &circle, &rows["Group"], "PROPOSED"),
            ("PART_OF", &circle, &rows["Organization"], "PROPOSED"),
            ("DEPLOYS", &rows["Implementation"], good, "CONFIRMED"),
        ] {
            let more = json!({ "kind": kind, "source": source, "target": target, "state": state });
            hand.make("addRelationship", "relationship", with(seen.clone(), more)).await;
        }
    }

    async fn converse(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        seen: Value,
        word: &str,
    ) -> Value {
        let opening = with(
            seen,
            json!({ "party": rows["Organization"], "objective": "FUND",
            "why": format!("{word} why"), "nextStep": format!("{word} next"),
            "nextStepDue": "2026-03-05" }),
        );
        let engagement = hand.make("openEngagement", "engagement", opening).await;
        let at = |version: i32| json!({ "id": engagement, "expectedVersion": version });
        let proposal = with(
            at(1),
            json!({ "proposalText": format!("{word} proposal"),
            "proposalFile": format!("{word}.pdf"),
            "proposalUrl": format!("https://example.org/{word}/proposal") }),
        );
        hand.make("updateEngagement", "engagement", proposal).await;
        engagement
    }

    /// Names a segment twice; answers with the first change, which the second stands in the way of.
    async fn rename(hand: &Hand<'_>, segment: &Value, word: &str) -> Value {
        for version in 1..=2 {
            let input = json!({ "id": segment, "expectedVersion": version,
                "nameEn": format!("{word} segment {version}") });
            hand.make("updateSegment", "segment", input).await;
        }
        let log = "query($input: ChangeFilter) {
            changes(first: 2, filter: $input) { nodes { id } } }";
        let filter = json!({ "node": segment });
        hand.ground.data(hand.viewer, log, filter).await["changes"]["nodes"][1]["id"].take()
    }

    /// Every id that the scene has.
    pub fn ids(&self) -> Vec<Value> {
        let others = [
            &self.relationship,
            &self.capability,
            &self.saved_view,
            &self.requirement,
            &self.need,
            &self.meeting,
            &self.proposal,
            &self.source,
            &self.engagement,
            &self.gain,
            &self.action,
            &self.import,
            &self.change,
        ];
        self.rows.values().chain(others).filter(|id| !id.is_null()).cloned().collect()
    }
}
