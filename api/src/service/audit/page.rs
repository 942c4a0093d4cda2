//! The log as stored, a page at a time, so that a long one takes no more memory than a short one.

use super::Value;
use crate::error::Result;
use chrono::SecondsFormat;
use entity::{change, change_value};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, QueryResult, Statement};

/// How many changes one statement reads.
const PAGE: i64 = 5_000;

/// One change where it stands, with its values.
pub(super) struct Link {
    pub(super) revision: i64,
    pub(super) position: i32,
    /// None when the stored row is none that this program writes.
    pub(super) change: Option<change::Model>,
    pub(super) value: Value,
}

/// The changes behind a place, in order.
pub(super) async fn read<C: ConnectionTrait>(reader: &C, behind: (i64, i32)) -> Result<Vec<Link>> {
    let backend = reader.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => POSTGRES,
        _ => SQLITE,
    };
    let values = [behind.0.into(), behind.1.into(), PAGE.into()];
    let statement = Statement::from_sql_and_values(backend, sql, values);
    let rows = reader.query_all_raw(statement).await?;
    rows.iter().map(|row| link(row, backend)).collect()
}

const POSTGRES: &str = "SELECT c.*, v.before, v.after, v.salt FROM change c
LEFT JOIN change_value v ON v.change_id = c.id
WHERE (c.revision, c.position) > ($1, $2) ORDER BY c.revision, c.position LIMIT $3";

const SQLITE: &str = r#"SELECT c.*, v."before", v."after", v.salt,
CAST(c.at AS TEXT) AS at_text, CAST(c.fields AS TEXT) AS fields_text FROM change c
LEFT JOIN change_value v ON v.change_id = c.id
WHERE (c.revision, c.position) > (?, ?) ORDER BY c.revision, c.position LIMIT ?"#;

fn link(row: &QueryResult, backend: DbBackend) -> Result<Link> {
    let change = change::Model::from_query_result(row, "").ok();
    let change = change.filter(|change| backend == DbBackend::Postgres || written(row, change));
    let value = change.as_ref().and_then(|change| {
        let salt = row.try_get("", "salt").ok().flatten()?;
        let text = |name| row.try_get::<Option<String>>("", name).ok().flatten();
        Some(change_value::Model {
            change_id: change.id,
            before: text("before"),
            after: text("after"),
            salt,
        })
    });
    Ok(Link {
        revision: row.try_get("", "revision")?,
        position: row.try_get("", "position")?,
        change,
        value,
    })
}

/// Whether SQLite holds time and fields letter by letter as this program writes them: it keeps any
/// text, and several texts read alike.
fn written(row: &QueryResult, change: &change::Model) -> bool {
    let is = |name, expected: String| {
        row.try_get::<String>("", name).is_ok_and(|stored| stored == expected)
    };
    let fields = serde_json::to_string(&change.fields).unwrap_or_default();
    is("at_text", change.at.to_rfc3339_opts(SecondsFormat::AutoSi, false))
        && is("fields_text", fields)
}
