//! Nested lists and the surroundings of one stakeholder over GraphQL, beside Mercurius with its JIT and
//! PostGraphile 5: two processes of each on the same PostgreSQL. Banyan alone knows who asks, what they
//! may see, and what a question may cost.

use super::Run;
use crate::equal::{difference, fields, plain};
use crate::fill::stakeholder_id;
use crate::load::{Round as Script, ask, request};
use crate::measure::{Round, Side, median, ratio};
use crate::server::Server;
use crate::table::{Line, Table, Verdict, judge, rounds};
use crate::world::count;
use anyhow::{Context, Result, ensure};
use domain::graph::random::SplitMix64;
use domain::identifier::Noun;
use serde_json::{Value, json};

/// A question in the words of one server: its document, and the variables of each request.
struct Question {
    document: &'static str,
    variables: Vec<Value>,
}

/// The same question for all, and how many times as many answers ours should give.
struct Workload {
    name: &'static str,
    ours: Question,
    peers: [(&'static str, Question, f64); 2],
}

const LIST: &str = "query($after: String) {
  list: organizations(filter: {organizationTypes: [NGO_IMPLEMENTER]}, first: 20, after: $after) { nodes {
    id name kind country
    engagements(first: 3) { nodes { id objective stage } }
    relationships(first: 10, filter: {direction: OUT}) { nodes { id kind strength target {
      id name kind country engagements(first: 1) { nodes { id stage } } } } } } } }";
const LIST_MERCURIUS: &str = "query($offset: Int!) {
  list: organizations(type: \"NGO_IMPLEMENTER\", first: 20, offset: $offset) {
    id name kind country
    engagements(first: 3) { id objective stage }
    relationships(first: 10) { id kind strength target {
      id name kind country engagements(first: 1) { id stage } } } } }";
const LIST_POSTGRAPHILE: &str = "query($offset: Int!) {
  list: allStakeholders(condition: {type: \"NGO_IMPLEMENTER\"}, orderBy: [NAME_ASC], first: 20, offset: $offset) { nodes {
    id: rowId name kind country
    engagements: engagementsByPartyId(first: 3, orderBy: [PRIMARY_KEY_ASC]) { nodes { id: rowId objective stage } }
    relationships: relationshipsBySourceId(first: 10, orderBy: [PRIMARY_KEY_ASC]) { nodes {
      id: rowId kind strength target: stakeholderByTargetId {
        id: rowId name kind country
        engagements: engagementsByPartyId(first: 1, orderBy: [PRIMARY_KEY_ASC]) { nodes { id: rowId stage } } } } } } } }";
const CURSORS: &str =
    "{ list: organizations(filter: {organizationTypes: [NGO_IMPLEMENTER]}, first: 60) {
  edges { cursor } } }";
const EGO: &str = "query($id: ID!) {
  it: stakeholder(by: {id: $id}) { id name
    relationships(first: 25, filter: {direction: OUT}) { nodes { id kind strength target { id name kind country
      relationships(first: 10, filter: {direction: OUT}) { nodes { kind target { id name kind } } } } } } } }";
const EGO_MERCURIUS: &str = "query($id: ID!) {
  it: stakeholder(id: $id) { id name
    relationships(first: 25) { id kind strength target { id name kind country
      relationships(first: 10) { kind target { id name kind } } } } } }";
const EGO_POSTGRAPHILE: &str = "query($id: UUID!) {
  it: stakeholderByRowId(rowId: $id) { id: rowId name
    relationships: relationshipsBySourceId(first: 25, orderBy: [PRIMARY_KEY_ASC]) { nodes {
      id: rowId kind strength target: stakeholderByTargetId { id: rowId name kind country
        relationships: relationshipsBySourceId(first: 10, orderBy: [PRIMARY_KEY_ASC]) { nodes {
          kind target: stakeholderByTargetId { id: rowId name kind } } } } } } } }";

/// How many answers of each are compared before any is timed.
const COMPARED: usize = 12;
/// How many stakeholders are looked around.
const LOOKED_AROUND: usize = 200;

/// Measures both workloads.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    let url = run.postgres("lists").await?;
    let cluster = run.cluster.as_ref().context("PostgreSQL is not installed")?;
    let token = run.place.token(&url, "read")?;
    let banyan = run.place.banyan(&url)?;
    let mut peers = Vec::new();
    for name in ["mercurius", "postgraphile"] {
        peers.push(run.place.peer(name, cluster.socket(), "lists")?);
    }
    let database = cluster.process()?;
    for workload in [nested(&banyan, &token).await?, ego(run)?] {
        let measured = Measured { run, banyan: &banyan, token: &token, database };
        measured.compare(&workload, &peers, table).await?;
    }
    Ok(())
}

async fn nested(banyan: &Server, token: &str) -> Result<Workload> {
    let cursors = ask(banyan.address, Some(token), &json!({ "query": CURSORS })).await?;
    let edges = cursors.pointer("/list/edges").and_then(Value::as_array);
    let cursors = edges.context("no list")?.iter().map(|edge| json!({ "after": edge["cursor"] }));
    let ours: Vec<Value> = std::iter::once(json!({ "after": null })).chain(cursors).collect();
    let theirs: Vec<Value> = (0..ours.len()).map(|offset| json!({ "offset": offset })).collect();
    let question = |document| Question { document, variables: theirs.clone() };
    Ok(Workload {
        name: "nested list",
        ours: Question { document: LIST, variables: ours },
        peers: [
            ("mercurius", question(LIST_MERCURIUS), 3.0),
            ("postgraphile", question(LIST_POSTGRAPHILE), 5.0),
        ],
    })
}

fn ego(run: &Run) -> Result<Workload> {
    let parties = &run.small().parties;
    let mut chance = SplitMix64::new(5);
    let mut places: Vec<u32> =
        (0..LOOKED_AROUND).map(|_| chance.below(count(parties.len()))).collect();
    places.sort_unstable();
    places.dedup();
    let outside = |place: &u32| {
        let party = parties.get(*place as usize).context("no such party")?;
        anyhow::Ok(Noun::Stakeholder(party.kind).format(stakeholder_id(*place).0))
    };
    let ours: Result<Vec<_>> = places.iter().map(outside).collect();
    let ours = ours?.into_iter().map(|id| json!({ "id": id })).collect();
    let theirs: Vec<_> =
        places.iter().map(|place| json!({ "id": stakeholder_id(*place).0 })).collect();
    let question = |document| Question { document, variables: theirs.clone() };
    Ok(Workload {
        name: "ego network, 2 hops",
        ours: Question { document: EGO, variables: ours },
        peers: [
            ("mercurius", question(EGO_MERCURIUS), 4.0),
            ("postgraphile", question(EGO_POSTGRAPHILE), 4.0),
        ],
    })
}

impl Question {
    fn body(&self, place: usize) -> Value {
        json!({ "query": self.document, "variables": self.variables.get(place) })
    }

    fn script(&self, server: &Server, token: Option<&str>) -> Script {
        let bodies = (0..self.variables.len()).map(|place| self.body(place));
        Script::new(bodies.map(|body| request(server.address, token, &body)).collect())
    }
}

struct Measured<'a> {
    run: &'a Run,
    banyan: &'a Server,
    token: &'a str,
    database: u32,
}

impl Measured<'_> {
    async fn compare(
        &self,
        workload: &Workload,
        peers: &[Option<Server>],
        table: &mut Table,
    ) -> Result<()> {
        let mut ours = workload.ours.script(self.banyan, Some(self.token));
        let mut present = Vec::new();
        for ((name, question, goal), server) in workload.peers.iter().zip(peers) {
            let goal_text = format!(">= {goal}x");
            match server {
                None => table.add(Line::not_installed(workload.name, name, &goal_text)),
                Some(server) => {
                    let checked = self.check(workload, question, server).await;
                    present.push((server, question.script(server, None), *goal, checked?));
                }
            }
        }
        let mut sides = vec![side(self.banyan, &mut ours)];
        let mut goals = Vec::new();
        for (server, script, goal, checked) in &mut present {
            sides.push(side(server, script));
            goals.push((server.name, *goal, checked.clone()));
        }
        let measured = self.run.pace.in_turn(&mut sides, Some(self.database)).await?;
        let (ours, theirs) = measured.split_first().context("nothing was measured")?;
        for ((name, goal, checked), theirs) in goals.into_iter().zip(theirs) {
            table.add(line(workload.name, name, goal, &checked, (ours, theirs)));
        }
        Ok(())
    }

    /// Whether the peer gives the same answers; how many fields were the same.
    async fn check(&self, workload: &Workload, theirs: &Question, peer: &Server) -> Result<String> {
        let all = workload.ours.variables.len();
        let mut same = 0;
        for place in (0..all).step_by((all / COMPARED).max(1)) {
            let ours =
                ask(self.banyan.address, Some(self.token), &workload.ours.body(place)).await?;
            let theirs = ask(peer.address, None, &theirs.body(place)).await?;
            let (ours, theirs) = (plain(ours), plain(theirs));
            let differs = difference(&ours, &theirs, "");
            ensure!(
                differs.is_none(),
                "{} and banyan answer differently: {}",
                peer.name,
                differs.unwrap_or_default()
            );
            same += fields(&ours);
        }
        ensure!(same > all, "the answers compared are empty");
        Ok(format!("{same} fields equal"))
    }
}

fn side<'a>(server: &Server, script: &'a mut Script) -> Side<'a, Script> {
    Side { address: server.address, process: server.process(), script }
}

fn line(
    workload: &str,
    peer: &str,
    goal: f64,
    checked: &str,
    (ours, theirs): (&[Round], &[Round]),
) -> Line {
    let rates = |rounds: &[Round]| rounds.iter().map(|round| round.rate).collect::<Vec<_>>();
    let work = |rounds: &[Round]| {
        rounds.iter().map(|round| round.server + round.database).collect::<Vec<_>>()
    };
    let times = ratio(&rates(ours), &rates(theirs));
    let less_work = ratio(&work(theirs), &work(ours));
    let both = || ours.iter().chain(theirs);
    let errors: usize = both().map(|round| round.errors).sum();
    let share = median(both().map(|round| round.share));
    let first = both().find_map(|round| round.first_error.clone()).unwrap_or_default();
    Line {
        workload: workload.to_owned(),
        ours: rounds(ours),
        peer: format!("{peer} {}", rounds(theirs)),
        ratio: format!("{times:.1}x, cpu {less_work:.1}x"),
        goal: format!(">= {goal}x"),
        verdict: if errors > 0 { Verdict::Wrong } else { judge(times >= goal, share) },
        beside: format!("{checked}, {errors} errors, ours {:.0} % {first}", share * 100.0),
    }
}
