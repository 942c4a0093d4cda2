use super::*;
use proptest::prelude::*;

fn key(number: Option<i64>) -> SortKey<'static> {
    number.map_or(SortKey::Missing, SortKey::Number)
}

fn pages(
    rows: &[(Option<i64>, u128)],
    first: i32,
    direction: OrderDirection,
) -> Vec<Vec<(Option<i64>, u128)>> {
    let mut pages = Vec::new();
    let mut after = None;
    loop {
        let page = Page::parse(first, after.as_deref(), "rows").unwrap();
        let keyed = rows.iter().map(|row| (key(row.0), Uuid::from_u128(row.1), *row));
        let connection = page.of(keyed.clone(), direction, |row| row);
        check_in_order(&page, keyed, direction, &connection);
        assert_eq!(connection.total, rows.len());
        assert_eq!(connection.has_previous, !pages.is_empty());
        after = connection.edges.last().map(|edge| edge.position.cursor(&edge.list));
        pages.push(connection.edges.iter().map(|edge| edge.node).collect());
        if !connection.has_next {
            return pages;
        }
    }
}

/// Rows that come in order give the same page without being sorted.
fn check_in_order<R: Copy + PartialEq + std::fmt::Debug>(
    page: &Page,
    rows: impl Iterator<Item = (SortKey<'static>, Uuid, R)>,
    direction: OrderDirection,
    expected: &Connection<R>,
) {
    if direction == OrderDirection::Descending {
        return;
    }
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let found = page.in_order(rows.into_iter(), |row| row);
    let nodes = |of: &Connection<R>| of.edges.iter().map(|edge| edge.node).collect::<Vec<_>>();
    assert_eq!(nodes(&found), nodes(expected));
    let rest = |of: &Connection<R>| (of.total, of.has_next, of.has_previous);
    assert_eq!(rest(&found), rest(expected));
}

proptest! {
    /// Going from page to page shows every row once, in order, with rows without a value last.
    #[test]
    fn pages_cover_the_list_once(
        keys in prop::collection::vec(prop::option::of(-3..3_i64), 1..30),
        first in 1..7,
        descending: bool,
    ) {
        let rows: Vec<_> = keys.into_iter().zip(0..).collect();
        let direction =
            if descending { OrderDirection::Descending } else { OrderDirection::Ascending };
        let mut expected = rows.clone();
        expected.sort_by_key(|(key, id)| {
            (key.is_none(), key.map(|key| if descending { -key } else { key }), *id)
        });
        let pages = pages(&rows, first, direction);
        prop_assert!(pages.iter().all(|page| page.len() <= usize::try_from(first).unwrap()));
        prop_assert_eq!(pages.concat(), expected);
    }
}

/// A row that comes between two pages neither repeats nor hides another.
#[test]
fn cursors_stand_still_when_rows_come() {
    let list = |rows: &[i64], after: Option<&str>| {
        let page = Page::parse(2, after, "rows").unwrap();
        let keyed = rows.iter().map(|row| (SortKey::Number(*row), Uuid::nil(), *row));
        page.of(keyed, OrderDirection::Ascending, |row| row)
    };
    let before = list(&[10, 20, 30, 40], None);
    let cursor = before.edges[1].position.cursor("rows");
    let after = list(&[5, 10, 15, 20, 30, 40], Some(&cursor));
    assert_eq!(after.edges.iter().map(|edge| edge.node).collect::<Vec<_>>(), [30, 40]);
}

/// A page has 1 to 100 rows.
#[test]
fn other_pages_are_refused() {
    for first in [0, -1, 101, i32::MIN] {
        let error = Page::parse(first, None, "rows").unwrap_err();
        assert_eq!(error.refusals()[0].code, RefusalCode::OutOfRange);
        assert_eq!(error.refusals()[0].field, "first");
    }
}

/// A cursor is one that this list gave out; an empty one is none.
#[test]
fn other_cursors_are_refused() {
    let position = Position(SortKey::Number(1), Uuid::nil());
    let other = position.cursor("rows by name");
    for after in ["x", "e30", "!!", &other] {
        let error = Page::parse(1, Some(after), "rows").unwrap_err();
        assert_eq!(error.refusals()[0].code, RefusalCode::UnknownCursor);
        assert_eq!(error.refusals()[0].field, "after");
    }
    assert_eq!(Page::parse(1, Some(""), "rows").unwrap().after, None);
    assert_eq!(Page::parse(1, Some(&other), "rows by name").unwrap().after, Some(position));
}
