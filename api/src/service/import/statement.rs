//! A sheet of statements about stakeholders, whatever they are: which record each row makes, and what
//! is told of it.

use super::plan::{
    Attempt, Candidate, Ground, Plan, Planned, Planning, Row, Verdict, Whom, plan as attempts,
    refused,
};
use crate::snapshot::{Held, View};
use domain::identifier::StakeholderId;
use domain::refusal::Refusal;
use domain::sheet::{
    Choice, Decision, Settings, Sheet, SheetColumn, StatementOutcome, StatementRow, Stopped, Who,
    Why,
};
use domain::text::Locale;
use std::collections::HashMap;
use uuid::Uuid;

/// A record that a row of a sheet may state.
pub(super) trait Stated: Held + Clone {
    /// What the columns of its sheet can mean.
    type Column: SheetColumn;
    /// What a row says of it.
    type Said;
    /// Its id.
    type Id: Copy;
    /// Whom it is about.
    type Ends: Copy;
    /// The cells by which a row is named.
    const NAMED: &'static [Self::Column];
    /// Why a row is taken for one that is stored.
    const SAME: Why;

    /// The record that a row makes beside what the view shows.
    fn record(
        ground: &Ground<'_>,
        view: &View,
        said: &Self::Said,
        ends: &Self::Ends,
    ) -> Result<Self, Vec<Refusal>>;

    /// The record, to be stored.
    fn planning(self) -> Planning;

    /// A stored one.
    fn whom(id: Self::Id) -> Whom;

    /// A stored one in the words of those whom it is about.
    fn told(view: &View, id: Self::Id, locale: Locale) -> Option<String>;
}

/// A row of a sheet of these, as it was read.
pub(super) type RowOf<R> = StatementRow<
    <R as Stated>::Column,
    <R as Stated>::Said,
    <R as Stated>::Id,
    <R as Stated>::Ends,
>;

/// What would become of every row; `read` reads those that no earlier attempt refused.
pub(super) fn plan<R: Stated>(
    ground: &Ground<'_>,
    sheet: &Sheet,
    settings: &Settings<R::Column>,
    decisions: &[Decision],
    read: impl Fn(&Sheet) -> Result<Vec<RowOf<R>>, Stopped>,
) -> Result<Plan, Stopped> {
    attempts(sheet, settings, decisions, |rest| {
        let rows = read(rest)?;
        let mut planner = Planner::new(ground, settings, decisions, rest);
        for row in rows {
            (ground.waiting)()?;
            planner.take::<R>(row);
        }
        Ok(planner.attempt)
    })
}

struct Planner<'a, C> {
    ground: &'a Ground<'a>,
    settings: &'a Settings<C>,
    decisions: &'a [Decision],
    sheet: &'a Sheet,
    /// What is stored, and what the rows so far would add.
    view: View,
    attempt: Attempt,
    names: HashMap<usize, String>,
}

impl<'a, C: SheetColumn> Planner<'a, C> {
    fn new(
        ground: &'a Ground<'a>,
        settings: &'a Settings<C>,
        decisions: &'a [Decision],
        sheet: &'a Sheet,
    ) -> Self {
        let (view, attempt, names) = (ground.view.clone(), Attempt::default(), HashMap::new());
        Self { ground, settings, decisions, sheet, view, attempt, names }
    }

    /// Tells of a statement in each of its rows, and plans it when it is new.
    fn take<R: Stated<Column = C>>(&mut self, row: RowOf<R>) {
        let assumed: Vec<_> = row.assumed.iter().map(|column| column.code()).collect();
        let Some((first, further)) = row.numbers.split_first() else { return };
        let is_new = self
            .decisions
            .iter()
            .any(|decision| decision.row == *first && decision.choice == Choice::Create);
        match row.outcome {
            StatementOutcome::Reject { refusals } => {
                row.numbers.iter().for_each(|number| self.tell::<R>(*number, None, &assumed));
                for refusal in refusals {
                    self.attempt.refused.entry(refusal.row).or_default().push(refusal);
                }
                return;
            }
            StatementOutcome::Match { id, .. } if !is_new => {
                let name = R::told(&self.view, id, self.ground.locale).unwrap_or_default();
                self.tell::<R>(*first, Some((R::whom(id), name)), &assumed);
            }
            StatementOutcome::Match { ends, .. } | StatementOutcome::Create(ends) => {
                self.tell::<R>(*first, None, &assumed);
                match row.record.map(|said| R::record(self.ground, &self.view, &said, &ends)) {
                    Some(Ok(record)) => {
                        self.view = self.view.with(record.clone());
                        let (record, evidence) = (record.planning(), row.evidence);
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
        let name = self.name::<R>(*first);
        for number in further {
            self.tell::<R>(*number, Some((Whom::Row(*first), name.clone())), &assumed);
        }
    }

    /// Tells what becomes of a row. Of a row that speaks of several, something new is told first.
    fn tell<R: Stated<Column = C>>(
        &mut self,
        number: usize,
        same: Option<(Whom, String)>,
        assumed: &[&'static str],
    ) {
        let known = self.attempt.rows.get(&number).map(|row| row.verdict);
        if known == Some(Verdict::Create) || (known.is_some() && same.is_some()) {
            return;
        }
        let found = same.map(|(whom, name)| Candidate { whom, name, why: R::SAME });
        let row = Row {
            number,
            verdict: if found.is_some() { Verdict::Match } else { Verdict::Create },
            name: self.name::<R>(number),
            found,
            suggestions: Vec::new(),
            faults: Vec::new(),
            assumed: assumed.to_vec(),
        };
        self.attempt.rows.insert(number, row);
    }

    /// A row in its own words.
    fn name<R: Stated<Column = C>>(&mut self, number: usize) -> String {
        if self.names.is_empty() {
            let indexes: Vec<_> =
                R::NAMED.iter().filter_map(|column| self.settings.index(*column)).collect();
            let name = |row: &domain::sheet::Row| {
                let cells: Vec<_> = indexes.iter().map(|index| row.cell(*index).trim()).collect();
                (row.number, cells.join(" "))
            };
            self.names = self.sheet.rows.iter().map(name).collect();
        }
        self.names.get(&number).cloned().unwrap_or_default()
    }
}

/// The register of ends holds stored stakeholders only; nobody has the id of a row.
pub(super) fn stored(who: Who) -> StakeholderId {
    match who {
        Who::Stored(id) => id,
        Who::Row(_) => StakeholderId(Uuid::nil()),
    }
}
