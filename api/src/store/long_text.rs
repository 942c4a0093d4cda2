//! Search in long texts: FTS5 on SQLite, tsvector on PostgreSQL, behind one trait. Text and query
//! are folded to words in Rust, and the engines take these as they are, so that both find the same.

use crate::error::Result;
use domain::policy::Scope;
use domain::text::fold;
use entity::long_text::{SUBJECT, TABLE, subject_in_scope};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

/// An index of long texts by the record they belong to.
pub trait TextIndex: Send + Sync {
    /// The condition that a text has a word beginning with each of the query's words.
    fn matches(&self, words: &[String]) -> Expr;
    /// The statement that adds a text that is already folded.
    fn insert(&self, subject: Uuid, folded: &str) -> Statement;
    /// The statement that takes the text of a record away.
    fn remove(&self, subject: Uuid) -> Statement;
}

struct Fts5;
struct Tsvector;

/// The index of this engine.
pub fn text_index(backend: DbBackend) -> &'static dyn TextIndex {
    match backend {
        DbBackend::Postgres => &Tsvector,
        _ => &Fts5,
    }
}

/// Puts the long text of a record into the index, in place of what was there.
pub async fn put<C: ConnectionTrait>(db: &C, subject: Uuid, text: Option<&str>) -> Result<()> {
    let index = text_index(db.get_database_backend());
    db.execute_raw(index.remove(subject)).await?;
    let words = text.map(words).unwrap_or_default();
    if !words.is_empty() {
        db.execute_raw(index.insert(subject, &words.join(" "))).await?;
    }
    Ok(())
}

/// The longest part of a word that is looked at; PostgreSQL takes no word of more than 2 kB.
const LONGEST_WORD: usize = 100;

/// The words of a text, as both engines take them.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LONGEST_WORD).collect()).collect()
}

/// The records in scope whose long text has words that begin like those of the query: at most
/// `limit`, in order of id, behind one of them. What is out of scope takes nobody's place.
pub async fn search<C: ConnectionTrait>(
    db: &C,
    query: &str,
    scope: &Scope,
    behind: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Uuid>> {
    let mut words = words(query);
    words.truncate(10);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let subject = || Expr::col(SUBJECT);
    let select = Query::select()
        .column(SUBJECT)
        .from(TABLE)
        .and_where(text_index(db.get_database_backend()).matches(&words))
        .cond_where(subject_in_scope(scope))
        .and_where_option(behind.map(|behind| subject().gt(behind)))
        .order_by(SUBJECT, Order::Asc)
        .limit(limit)
        .to_owned();
    let rows = db.query_all(&select).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index::<Uuid>(0)).collect::<Result<_, _>>();
    Ok(ids?)
}

impl TextIndex for Fts5 {
    fn matches(&self, words: &[String]) -> Expr {
        // Folded words hold letters and digits only, so quoting them is enough.
        let query: Vec<_> = words.iter().map(|word| format!("\"{word}\"*")).collect();
        Expr::cust_with_values("long_text MATCH ?", [query.join(" ")])
    }

    fn insert(&self, subject: Uuid, folded: &str) -> Statement {
        let sql = "INSERT INTO long_text (subject_id, body) VALUES (?, ?)";
        statement(DbBackend::Sqlite, sql, [subject.into(), folded.into()])
    }

    fn remove(&self, subject: Uuid) -> Statement {
        let sql = "DELETE FROM long_text WHERE subject_id = ?";
        statement(DbBackend::Sqlite, sql, [subject.into()])
    }
}

impl TextIndex for Tsvector {
    fn matches(&self, words: &[String]) -> Expr {
        let query: Vec<_> = words.iter().map(|word| format!("'{word}':*")).collect();
        Expr::cust_with_values("words @@ $1::tsquery", [query.join(" & ")])
    }

    fn insert(&self, subject: Uuid, folded: &str) -> Statement {
        let sql = "INSERT INTO long_text (subject_id, body) VALUES ($1, $2)";
        statement(DbBackend::Postgres, sql, [subject.into(), folded.into()])
    }

    fn remove(&self, subject: Uuid) -> Statement {
        let sql = "DELETE FROM long_text WHERE subject_id = $1";
        statement(DbBackend::Postgres, sql, [subject.into()])
    }
}

fn statement<const N: usize>(backend: DbBackend, sql: &str, values: [Value; N]) -> Statement {
    Statement::from_sql_and_values(backend, sql, values)
}
