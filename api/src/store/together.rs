//! Statements that are sent together: on PostgreSQL as the parts of one, so that a write waits for the
//! database once and not once for each table of its log.

use crate::error::Result;
use sea_orm::sea_query::{
    CommonTableExpression, Func, InsertStatement, Query, SelectStatement, SubQueryStatement,
    UpdateStatement, WithClause,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

/// How many statements become parts of one: with their rows they stay within the parameters that one
/// may have.
const PARTS: usize = 8;

/// Statements of which none needs the rows of another of them: as parts of one, all see the rows that
/// were there before the first. What is referred to may come with them.
#[derive(Debug, Default)]
pub struct Together(Vec<Part>);

#[derive(Debug)]
enum Part {
    Insert(InsertStatement),
    Update(UpdateStatement),
}

impl Together {
    /// Adds rows.
    pub fn insert(&mut self, statement: InsertStatement) {
        self.0.push(Part::Insert(statement));
    }

    /// Changes rows.
    pub fn update(&mut self, statement: UpdateStatement) {
        self.0.push(Part::Update(statement));
    }

    /// Sends what was added so far.
    pub async fn send(&mut self, transaction: &DatabaseTransaction) -> Result<()> {
        let last = Query::select().expr(1).to_owned();
        self.send_before(transaction, last).await
    }

    /// As `send`, and tells the other processes of it, once it is lasting, on a channel that only
    /// PostgreSQL has.
    pub async fn send_and_tell(
        &mut self,
        transaction: &DatabaseTransaction,
        channel: &str,
    ) -> Result<()> {
        let told = Func::cust("pg_notify").arg(channel).arg("");
        self.send_before(transaction, Query::select().expr(told).to_owned()).await
    }

    async fn send_before(
        &mut self,
        transaction: &DatabaseTransaction,
        last: SelectStatement,
    ) -> Result<()> {
        let mut parts = std::mem::take(&mut self.0);
        if transaction.get_database_backend() != DbBackend::Postgres {
            for part in parts {
                part.send(transaction).await?;
            }
            return Ok(());
        }
        while parts.len() > PARTS {
            let rest = parts.split_off(PARTS);
            let before_rest = Query::select().expr(1).to_owned();
            transaction.execute(&joined(parts).query(before_rest)).await?;
            parts = rest;
        }
        transaction.execute(&joined(parts).query(last)).await?;
        Ok(())
    }
}

impl Part {
    async fn send(self, transaction: &DatabaseTransaction) -> Result<()> {
        match self {
            Self::Insert(statement) => transaction.execute(&statement).await?,
            Self::Update(statement) => transaction.execute(&statement).await?,
        };
        Ok(())
    }
}

impl From<Part> for SubQueryStatement {
    fn from(part: Part) -> Self {
        match part {
            Part::Insert(statement) => Self::InsertStatement(statement),
            Part::Update(statement) => Self::UpdateStatement(statement),
        }
    }
}

fn joined(parts: Vec<Part>) -> WithClause {
    let mut all = WithClause::new();
    for (number, part) in parts.into_iter().enumerate() {
        let name = format!("part_{number}");
        all.cte(CommonTableExpression::new().table_name(name).query(part).to_owned());
    }
    all
}
