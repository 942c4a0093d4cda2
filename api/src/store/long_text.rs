//! Search in long texts: FTS5 on SQLite, tsvector on PostgreSQL, behind one trait. Text and query
//! are folded in Rust first, so that both engines find the same.

use crate::error::Result;
use domain::text::fold;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

/// An index of long texts by the record they belong to.
pub trait TextIndex: Send + Sync {
    /// The statement that finds the subjects whose text has a word beginning with each of the
    /// query's words, at most `limit`, in order of id.
    fn search(&self, words: &[&str], limit: u32) -> Statement;
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
    let folded = text.map(fold).unwrap_or_default();
    if !folded.is_empty() {
        db.execute_raw(index.insert(subject, &folded)).await?;
    }
    Ok(())
}

/// The records whose long text has words that begin like those of the query.
pub async fn search<C: ConnectionTrait>(db: &C, query: &str, limit: u32) -> Result<Vec<Uuid>> {
    let folded = fold(query);
    let words: Vec<_> = folded.split(' ').filter(|word| !word.is_empty()).take(10).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let statement = text_index(db.get_database_backend()).search(&words, limit);
    let rows = db.query_all_raw(statement).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index::<Uuid>(0)).collect::<Result<_, _>>();
    Ok(ids?)
}

impl TextIndex for Fts5 {
    fn search(&self, words: &[&str], limit: u32) -> Statement {
        // Folded words hold letters and digits only, so quoting them is enough.
        let query: Vec<_> = words.iter().map(|word| format!("\"{word}\"*")).collect();
        statement(
            DbBackend::Sqlite,
            "SELECT subject_id FROM long_text WHERE long_text MATCH ? ORDER BY subject_id LIMIT ?",
            [query.join(" ").into(), limit.into()],
        )
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
    fn search(&self, words: &[&str], limit: u32) -> Statement {
        let query: Vec<_> = words.iter().map(|word| format!("'{word}':*")).collect();
        statement(
            DbBackend::Postgres,
            "SELECT subject_id FROM long_text WHERE words @@ $1::tsquery ORDER BY subject_id LIMIT $2",
            [query.join(" & ").into(), i64::from(limit).into()],
        )
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
