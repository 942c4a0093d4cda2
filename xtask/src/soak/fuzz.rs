//! Documents that Schemathesis makes of the contract, sent to a demo by one account.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::table::Case;
use crate::demo::Demo;
use crate::http::{Request, send};
use crate::step::Step;
use crate::{process, workspace};

/// Whom it matters for: nobody in particular, who only reads, who records, who decides about all.
pub const ACCOUNTS: [&str; 4] =
    ["anonymous", "viewer of OpenLMIS", "editor of OpenLMIS", "admin of OpenLMIS"];
/// Whose eyes the ids come from; its link is not needed otherwise.
const READER: &str = "manager of OpenLMIS";
/// Documents for each query and mutation of the contract, of which there are more than seventy.
const EXAMPLES: &str = "18";
/// Slower answers are faults.
const SLOWEST_SECONDS: &str = "1";

/// One run.
pub struct Fuzz<'a> {
    /// Where Schemathesis lies.
    pub programs: &'a Path,
    /// What the documents follow from.
    pub seed: u32,
    /// Who sends them.
    pub account: &'a str,
}

impl Fuzz<'_> {
    /// Sends the documents and answers with what became of each.
    pub fn run(&self, demo: &mut Demo) -> Result<Vec<Case>> {
        let kept = workspace::target("soak.ndjson");
        fs::remove_file(&kept).ok();
        let ids = workspace::target("soak-ids");
        fs::write(&ids, find_ids(demo)?)?;
        let mut command = Command::new(self.programs.join("schemathesis"));
        command
            .arg("run")
            .arg(workspace::path("schema.graphql"))
            .args(["--url", &format!("{}/graphql", demo.origin())])
            .args(["--seed", &self.seed.to_string(), "--max-examples", EXAMPLES])
            .args(["--phases", "fuzzing", "--mode", "positive", "--checks", "answers_as_promised"])
            .args(["--no-shrink", "--continue-on-failure", "--suppress-health-check", "all"])
            .args(["--warnings", "off", "--workers", "4"])
            .current_dir(workspace::target(""))
            .env("SCHEMATHESIS_HOOKS", "checks")
            .env("PYTHONPATH", workspace::path("xtask/soak"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("SOAK_ORIGIN", demo.origin())
            .env("SOAK_SLOWEST_SECONDS", SLOWEST_SECONDS)
            .env("SOAK_KEPT", &kept)
            .env("SOAK_IDS", &ids);
        if self.account != ACCOUNTS[0] {
            command.env("SOAK_LINK", demo.link(self.account)?);
        }
        Step::run(&format!("documents of seed {} as {}", self.seed, self.account), |step| {
            // What it found wrong is in what it kept; that it ran to its end is seen by the count.
            let outcome = process::quietly(step, &mut command);
            let lines = fs::read_to_string(&kept).unwrap_or_default();
            let cases: Vec<Case> = lines.lines().filter_map(Case::read).collect();
            if cases.iter().all(|case| case.fault.is_none()) {
                outcome?;
            }
            let count = cases.len();
            Ok((cases, format!("{count} cases")))
        })
    }
}

/// Ids of records of every noun that a member sees.
fn find_ids(demo: &mut Demo) -> Result<String> {
    let token = demo.sign_in(READER)?;
    let query = "{ stakeholders(first: 60) { nodes { id } } relationships(first: 30) { nodes { id } }
        communities { id } engagements(first: 10) { nodes { id } } sources(first: 9) { nodes { id } }
        actions(first: 9) { nodes { id } } changes(first: 9) { nodes { id } } }";
    let body = serde_json::json!({ "query": query }).to_string();
    let authorization = format!("Bearer {token}");
    let headers = [("Authorization", authorization.as_str())];
    let answer = send(demo.address, &Request { path: "/graphql", headers: &headers, body: &body })?;
    let told: Value = serde_json::from_str(&answer.body).context("no JSON")?;
    let mut found = Vec::new();
    collect(&told["data"], &mut found);
    ensure!(found.len() > 50, "too few ids: {}", answer.body);
    Ok(found.join(" "))
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}
