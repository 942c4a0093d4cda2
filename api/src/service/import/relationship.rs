//! A sheet of relationships.

use super::plan::{
    Attempt, Candidate, Ground, Plan, Planned, Planning, Row, Verdict, Whom, plan as attempts,
    refusals, refused,
};
use super::{register, standing};
use crate::service::relationship::{NewRelationship, check, place_between, stamped};
use crate::snapshot::View;
use domain::identifier::{RelationshipId, StakeholderId};
use domain::refusal::Refusal;
use domain::relationship::Extra;
use domain::sheet::{
    Choice, Decision, Ends, RelationshipColumn, RelationshipKey, RelationshipOutcome,
    RelationshipRecord, RelationshipRow, Settings, Sheet, Stopped, Who, Why, plan_relationships,
};
use domain::vocabulary::Word;
use entity::relationship::Model;
use std::collections::HashMap;
use uuid::Uuid;

/// What would become of every row.
pub(in crate::service) fn plan(
    ground: &Ground<'_>,
    sheet: &Sheet,
    settings: &Settings<RelationshipColumn>,
    decisions: &[Decision],
) -> Result<Plan, Stopped> {
    let present = register::present(ground.view);
    let stored = ground.view.relationships().map(|row| (key(row), row.id)).collect();
    attempts(sheet, settings, decisions, |rest| {
        let rows = plan_relationships(rest, settings, &present, &stored, ground.waiting)?;
        let mut planning = Planner::new(ground, settings, decisions, rest);
        for row in rows {
            (ground.waiting)()?;
            planning.take(row);
        }
        Ok(planning.attempt)
    })
}

/// What makes a stored relationship the same as one of a sheet.
fn key(row: &Model) -> RelationshipKey {
    let extra = Extra {
        role: row.role.clone(),
        topic: row.topic.clone(),
        constituency: row.constituency.clone(),
        purpose: row.purpose,
        via: row.via_id,
        ..Extra::default()
    };
    let ends = (row.source_id, row.target_id);
    RelationshipKey::new(row.kind, ends, row.valid(), row.state, &extra)
}

struct Planner<'a> {
    ground: &'a Ground<'a>,
    settings: &'a Settings<RelationshipColumn>,
    decisions: &'a [Decision],
    names: HashMap<usize, String>,
    /// What is stored, and what the rows so far would add.
    view: View,
    attempt: Attempt,
}

impl<'a> Planner<'a> {
    fn new(
        ground: &'a Ground<'a>,
        settings: &'a Settings<RelationshipColumn>,
        decisions: &'a [Decision],
        sheet: &Sheet,
    ) -> Self {
        use RelationshipColumn::{From, Kind, To};
        let name = |row: &domain::sheet::Row| {
            let indexes = [From, Kind, To].into_iter().filter_map(|column| settings.index(column));
            let cells: Vec<_> = indexes.map(|index| row.cell(index).trim()).collect();
            (row.number, cells.join(" "))
        };
        let names = sheet.rows.iter().map(name).collect();
        let (view, attempt) = (ground.view.clone(), Attempt::default());
        Self { ground, settings, decisions, names, view, attempt }
    }

    /// Tells of a relationship in each of its rows, and plans it when it is new.
    fn take(&mut self, row: RelationshipRow) {
        let assumed: Vec<_> = row.assumed.iter().map(|column| column.code()).collect();
        let Some((first, further)) = row.numbers.split_first() else { return };
        let is_new = self
            .decisions
            .iter()
            .any(|decision| decision.row == *first && decision.choice == Choice::Create);
        match row.outcome {
            RelationshipOutcome::Reject { refusals } => {
                row.numbers.iter().for_each(|number| self.tell(*number, None, &assumed));
                for refusal in refusals {
                    self.attempt.refused.entry(refusal.row).or_default().push(refusal);
                }
                return;
            }
            RelationshipOutcome::Match { id, .. } if !is_new => {
                self.tell(*first, Some(Whom::Relationship(id)), &assumed);
            }
            RelationshipOutcome::Match { ends, .. } | RelationshipOutcome::Create(ends) => {
                self.tell(*first, None, &assumed);
                match row.record.map(|said| self.record(&said, &ends)) {
                    Some(Ok(record)) => {
                        self.view = self.view.with(record.clone());
                        let record = Planning::Relationship(Box::new(record));
                        let evidence = row.evidence;
                        self.attempt.planned.push(Planned { record, evidence });
                    }
                    Some(Err(faults)) => {
                        let faults = refused(self.settings, *first, &faults);
                        self.attempt.refused.entry(*first).or_default().extend(faults);
                    }
                    None => {}
                }
            }
        }
        further.iter().for_each(|number| self.tell(*number, Some(Whom::Row(*first)), &assumed));
    }

    /// The record that a row makes beside what the view shows.
    fn record(&self, said: &RelationshipRecord, ends: &Ends) -> Result<Model, Vec<Refusal>> {
        let one = |refusal: Refusal| vec![refusal];
        let new = NewRelationship {
            draft: said.draft(ends, stored),
            community: standing::community(self.ground, &said.community).map_err(one)?,
            visibility: said.visibility,
            evidence: None,
        };
        let place = place_between(&self.view, &new).map_err(one)?;
        let place = standing::settled(&self.view, place).map_err(one)?;
        let facts = new.draft.parse()?;
        let record = stamped((self.ground.stamp)(), place, facts);
        check(&self.view, &record).map_err(|error| refusals(&error))?;
        Ok(record)
    }

    /// Tells what becomes of a row. Of a row that speaks of several, something new is told first.
    fn tell(&mut self, number: usize, same: Option<Whom>, assumed: &[&'static str]) {
        let known = self.attempt.rows.get(&number).map(|row| row.verdict);
        if known == Some(Verdict::Create) || (known.is_some() && same.is_some()) {
            return;
        }
        let found = same.map(|whom| Candidate {
            whom,
            name: self.name_of(whom),
            why: Why::SameRelationship,
        });
        let row = Row {
            number,
            verdict: if found.is_some() { Verdict::Match } else { Verdict::Create },
            name: self.names.get(&number).cloned().unwrap_or_default(),
            found,
            suggestions: Vec::new(),
            faults: Vec::new(),
            assumed: assumed.to_vec(),
        };
        self.attempt.rows.insert(number, row);
    }

    fn name_of(&self, whom: Whom) -> String {
        match whom {
            Whom::Row(number) => self.names.get(&number).cloned().unwrap_or_default(),
            Whom::Relationship(id) => self.title(id).unwrap_or_default(),
            Whom::Stakeholder(..) => String::new(),
        }
    }

    /// A stored relationship in the words of its ends.
    fn title(&self, id: RelationshipId) -> Option<String> {
        let row = self.view.relationship(id)?;
        let end = |id| self.view.stakeholder(id).map(|end| end.name(self.ground.locale).to_owned());
        Some(format!("{} {} {}", end(row.source_id)?, row.kind, end(row.target_id)?))
    }
}

/// The register of ends holds stored stakeholders only; nobody has the id of a row.
fn stored(who: Who) -> StakeholderId {
    match who {
        Who::Stored(id) => id,
        Who::Row(_) => StakeholderId(Uuid::nil()),
    }
}
