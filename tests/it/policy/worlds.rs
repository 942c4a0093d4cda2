//! Two worlds that differ only in what is hidden from somebody answer that somebody alike, byte by
//! byte, whatever is asked or tried. Ids come from the time and their number, so that what both
//! worlds have is the same in both; what is hidden lies between it, in order of time and of ids.

use super::contract::Contract;
use super::dice::{Dice, Pool, questions};
use super::ground::{Ground, deep, outside};
use super::input::bare;
use super::scene::meeting::members;
use super::scene::{Scene, with};
use api::clock::Clock;
use chrono::{DateTime, TimeDelta, Utc};
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use serde_json::{Value, json};
use tests::app::START;
use tests::database::on_postgres;

/// How many questions everybody asks. Most of what they read comes from memory, where the engine
/// makes no difference; those that are asked of PostgreSQL again are for what it reads itself.
fn many() -> usize {
    if on_postgres() { 250 } else { 1_000 }
}

/// How many of them are asked again when something was changed.
const AGAIN: usize = 100;

/// What is hidden: whose, by whom, from whom, and its word. The further down, the fewer it is
/// hidden from: the first two from all of the other community, the third from all but its managers,
/// the last from those who belong nowhere.
const HIDDEN: [(&str, Visibility, &str); 4] = [
    ("stranger", Visibility::Community, "zqclosed"),
    ("stranger", Visibility::Restricted, "zqsealed"),
    ("admin", Visibility::Restricted, "zqsecret"),
    ("admin", Visibility::Community, "zqinner"),
];

/// What everybody shares, and the first of what is hidden.
struct World {
    ground: Ground,
    clock: Clock,
    shown: Vec<Scene>,
    hidden: Vec<Scene>,
}

impl World {
    async fn make(depth: usize) -> Self {
        let clock = Clock::numbered(START.parse().expect("a time"));
        let ground = Ground::lay_by(clock.clone()).await;
        let mut world = Self { ground, clock, shown: Vec::new(), hidden: Vec::new() };
        world.show(1, ("admin", Visibility::Public, "zqopen")).await;
        world.hide(2, depth, 0).await;
        world.hide(3, depth, 1).await;
        world.show(4, ("admin", Visibility::Public, "zqlater")).await;
        world.twin("admin", Visibility::Public).await;
        world.hide(5, depth, 2).await;
        world.show(6, ("stranger", Visibility::Public, "zqforeign")).await;
        world.hide(7, depth, 3).await;
        world.show(8, ("admin", Visibility::Community, "zqours")).await;
        world.at(9);
        for ((who, _, _), hidden) in HIDDEN.iter().zip(&world.hidden) {
            world.hang(who, hidden).await;
        }
        world.at(10);
        world
    }

    /// Lets it be so many seconds after the start.
    fn at(&self, seconds: i64) {
        let start: DateTime<Utc> = START.parse().expect("a time");
        self.clock.set(start + TimeDelta::seconds(seconds));
    }

    async fn set(&self, (who, visibility, word): (&str, Visibility, &str)) -> Scene {
        let ground = &self.ground;
        let community = if who == "stranger" { ground.abroad } else { ground.home };
        let viewer = ground.viewer(who);
        // All members read of an import of their community, whatever it brought.
        let brings = (who, visibility) != ("admin", Visibility::Restricted);
        let brings = brings.then_some(visibility);
        Scene::set_bringing(brings, ground, &viewer, community, visibility, word).await
    }

    async fn show(&mut self, seconds: i64, scene: (&str, Visibility, &str)) {
        self.at(seconds);
        let scene = self.set(scene).await;
        self.shown.push(scene);
    }

    async fn hide(&mut self, seconds: i64, depth: usize, turn: usize) {
        if turn >= depth {
            return;
        }
        self.at(seconds);
        let hidden = HIDDEN[turn];
        let scene = self.set(hidden).await;
        self.hidden.push(scene);
        if hidden.0 == "stranger" {
            self.twin(hidden.0, hidden.1).await;
            self.ground.newcomer(&format!("newcomer{turn}"), self.ground.abroad).await;
        }
    }

    /// An organization of a name and of an external id that others of other communities have too.
    async fn twin(&self, who: &str, visibility: Visibility) {
        let ground = &self.ground;
        let community = if who == "stranger" { ground.abroad } else { ground.home };
        let input = json!({ "nameEn": "Zq Twin", "organizationType": "OTHER",
            "community": outside(community), "visibility": visibility.code(),
            "externalIds": [{ "registry": "GUIDEBOOK", "value": "zq-twin" }] });
        ground.data(&ground.viewer(who), &bare("createOrganization"), input).await;
    }

    /// Hangs hidden records on those that everybody shares.
    async fn hang(&self, who: &str, hidden: &Scene) {
        let (open, viewer) = (&self.shown[0], self.ground.viewer(who));
        let seen = json!({ "community": outside(hidden.community),
            "visibility": hidden.place.visibility.code() });
        let made = async |name: &str, input: Value| {
            self.ground.data(&viewer, &bare(name), input).await;
        };
        let ends = with(seen.clone(), json!({ "kind": "RELATED_TO", "note": hidden.word }));
        let (theirs, ours) = (&hidden.rows["Organization"], &open.rows["Organization"]);
        for (source, target) in [(theirs, ours), (ours, &open.rows["Group"])] {
            let between = json!({ "source": source, "target": target });
            made("addRelationship", with(ends.clone(), between)).await;
        }
        // Money from and to those who are hidden, which no share and no loss of the others may tell.
        let paid =
            json!({ "kind": "FUNDS", "state": "CONFIRMED", "amount": 70, "currency": "USD" });
        for (source, target) in [(theirs, ours), (ours, &hidden.rows["Programme"])] {
            let between = with(paid.clone(), json!({ "source": source, "target": target }));
            made("addRelationship", with(seen.clone(), between)).await;
        }
        let evidence = json!({ "source": hidden.source, "note": hidden.word });
        made("addEvidence", json!({ "subject": ours, "evidence": evidence })).await;
        // A meeting of a group that everybody sees, after all others, which only they know of.
        let held = json!({ "community": seen["community"], "visibility": members(&seen),
            "group": open.rows["Group"], "title": hidden.word, "heldOn": "2026-02-28",
            "attendees": [{ "stakeholder": ours }], "notes": hidden.word });
        made("recordMeeting", held).await;
        // An offer of somebody whom everybody sees, and one who can give it, which would fit best.
        let offer = json!({ "side": "OFFER", "party": ours, "service": "TRAINING",
            "text": hidden.word, "good": open.rows["GlobalGood"], "country": "CM" });
        made("stateNeed", with(seen.clone(), offer)).await;
        let given = json!({ "provider": theirs, "good": open.rows["GlobalGood"],
            "service": "TRAINING", "level": 4, "countries": ["CM"], "languages": ["fr"] });
        made("addCapability", with(seen.clone(), given)).await;
        let opening = json!({ "party": ours, "objective": "OTHER", "why": hidden.word });
        made("openEngagement", with(seen, opening)).await;
    }

    /// Everything that somebody is answered to these documents.
    async fn answers(&self, who: &str, documents: &[String]) -> Vec<String> {
        let viewer = self.ground.viewer(who);
        let mut answers = vec![self.ground.exports(&viewer).await];
        for document in documents {
            let told = self.ground.ask(&viewer, document, Value::Null).await;
            answers.push(told.text());
        }
        answers
    }

    /// Everything that somebody is told who tries these mutations.
    async fn trials(&self, who: &str, inputs: &[(String, Value)]) -> Vec<String> {
        let viewer = self.ground.viewer(who);
        let mut answers = Vec::new();
        for (name, input) in inputs {
            let told = self.ground.ask(&viewer, &bare(name), input.clone()).await;
            answers.push(told.text());
        }
        answers
    }
}

/// Who can introduce whom, where what is hidden would be a shorter way.
fn introductions(shown: &Scene) -> [String; 2] {
    let told = "sentence toCount paths { cost weakest hops { relationship { id } cost { total } } }
        proposed { cost askFirst hops { relationship { id } confidence freshness } people { consent } }";
    let of = |kind: &str| &shown.rows[kind];
    [
        format!("to: {}, ranking: WIDEST", of("Group")),
        "toAny: { kinds: [PROGRAMME, GROUP, PERSON] }".to_owned(),
    ]
    .map(|to| {
        let from = of("Organization");
        let asked = format!("from: [{from}], {to}, includeProposed: true, first: 20");
        format!("{{ introductionPaths({asked}) {{ {told} }} }}")
    })
}

/// How well connected everybody is, who belongs together, what cannot be lost and who depends on few.
const NETWORK: [&str; 6] = [
    "{ networkMeasures(measure: BETWEENNESS) { stakeholderCount relationshipCount
        ranking(first: 100) { totalCount nodes { stakeholder { id } value } } } }",
    "{ networkMeasures(measure: PAGE_RANK, layer: MONEY) { ranking(first: 100) { nodes { value } } } }",
    "{ networkClusters(since: \"2019-01-01\") { modularity clusterCount
        clusters { label continues { id } around { id } size members { id } } } }",
    "{ weakPoints { partners { stakeholder { id } cutOffCount cutOff { id } relationships { id } }
        links { relationship { id } cutOffEnd { id } stayingEnd { id } cutOffCount cutOff { id } } } }",
    "{ weakPoints(layer: MONEY) { partnerCount linkCount
        links { relationship { id } cutOffEnd { id } stayingEnd { id } cutOff { id } } } }",
    "{ fundingRanking(kind: ORGANIZATION) { unrecordedCount ranking(first: 100) { totalCount
        nodes { funderCount topOne { min max } hhi { min max } stakeholder { id } } } } }",
];

/// What is not known, in an order that hangs on how much is missing and on whom most hangs.
const UNKNOWN: &str = "{ knownUnknowns(first: 100) { totalCount nodes { kind title questions
    record { id } completeness { recorded asked missing { field form } } } } }";

/// Who fits a need, where somebody hidden would fit better.
fn fitting(shown: &Scene) -> String {
    let told = "totalCount nodes { score sentence factors { reason points } party { id }
        counterpart { id } capability { id } engagement { id } }";
    format!("{{ needMatches(first: 100, id: {}) {{ {told} }} }}", shown.need)
}

/// Compares what somebody is told in two worlds.
fn alike(who: &str, asked: &[String], one: &[String], other: &[String]) {
    assert_eq!(one.len(), asked.len());
    for ((asked, one), other) in asked.iter().zip(one).zip(other) {
        assert!(one == other, "{who} is told otherwise:\n{asked}\n{one}\n{other}");
    }
}

/// Asks and tries everything in a world without and in one with what is hidden from somebody.
async fn compare(who: &'static str, depth: usize) {
    let (bare, full) = (World::make(0).await, World::make(depth).await);
    let scenes: Vec<_> = full.shown.iter().chain(&full.hidden).collect();
    let pool = Pool::of(&full.ground, &scenes).await;
    let contract = Contract::read(&full.ground).await;
    let mut documents = questions(&contract, &pool, &mut Dice(depth as u64), many());
    documents.extend(bare.shown.iter().flat_map(introductions));
    documents.extend(NETWORK.map(str::to_owned));
    documents.push(UNKNOWN.to_owned());
    documents.extend(bare.shown.iter().map(fitting));
    let one = bare.answers(who, &documents).await;
    let other = full.answers(who, &documents).await;
    documents.insert(0, "the exports".to_owned());
    alike(who, &documents, &one, &other);
    let answered = one.iter().filter(|told| told.ends_with("[]")).count();
    assert!(answered * 2 > documents.len(), "{who}: only {answered} of {}", documents.len());
    let inputs: Vec<_> = scenes.iter().flat_map(|scene| scene.inputs()).collect();
    let (one, other) = (bare.trials(who, &inputs).await, full.trials(who, &inputs).await);
    let tried: Vec<_> = inputs.iter().map(|(name, input)| format!("{name} {input}")).collect();
    alike(who, &tried, &one, &other);
    // Whatever that has changed, it has changed in both.
    let again = &documents[..AGAIN];
    let (one, other) = (bare.answers(who, &again[1..]).await, full.answers(who, &again[1..]).await);
    alike(who, again, &one, &other);
    // Who sees it all sees that the worlds differ.
    let owner = async |world: &World| world.answers("owner", &again[1..]).await;
    assert!(owner(&bare).await != owner(&full).await);
}

/// Who belongs nowhere is told nothing of what communities keep to themselves.
#[test]
fn anonymous_is_told_nothing_hidden() {
    deep(|| Box::pin(compare("anonymous", 4)));
}

/// A viewer is told nothing of what managers keep to themselves, nor of another community's.
#[test]
fn a_viewer_is_told_nothing_hidden() {
    deep(|| Box::pin(compare("viewer", 3)));
}

/// An editor is told nothing of that either.
#[test]
fn an_editor_is_told_nothing_hidden() {
    deep(|| Box::pin(compare("editor", 3)));
}

/// A manager is told nothing of what another community keeps to itself.
#[test]
fn a_manager_is_told_nothing_hidden() {
    deep(|| Box::pin(compare("manager", 2)));
}
