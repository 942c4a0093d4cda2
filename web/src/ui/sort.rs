//! Table heads that sort.

use super::icon::{Glyph, Icon};
use crate::text::ShellText;
use leptos::prelude::*;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// From small to large, A to Z.
    #[default]
    Up,
    /// From large to small, Z to A.
    Down,
}

/// A column and which way it is sorted, as the address keeps it: `NAME`, or `-NAME` downwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column's code.
    pub column: String,
    /// Which way.
    pub way: Way,
}

impl Sort {
    /// Reads the address's form.
    pub fn parse(text: &str) -> Self {
        match text.strip_prefix('-') {
            Some(column) => Self { column: column.to_owned(), way: Way::Down },
            None => Self { column: text.to_owned(), way: Way::Up },
        }
    }

    /// The sort that pressing a column's head leads to: the other way when it is this column.
    pub fn pressed(&self, column: &str, first: Way) -> Self {
        let way = match (self.column == column, self.way) {
            (false, _) => first,
            (true, Way::Up) => Way::Down,
            (true, Way::Down) => Way::Up,
        };
        Self { column: column.to_owned(), way }
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.way == Way::Down { "-" } else { "" };
        write!(formatter, "{sign}{}", self.column)
    }
}

/// The head of a column that can be sorted by.
#[component]
pub fn SortHead(
    /// The column's heading.
    #[prop(into)]
    label: String,
    /// Its code.
    column: &'static str,
    /// Whether it holds numbers, which stand at the end of the column.
    #[prop(optional)]
    numeric: bool,
    /// The way it is sorted first.
    #[prop(optional)]
    first: Way,
    /// How the table is sorted now.
    #[prop(into)]
    sort: Signal<Sort>,
    /// Sorts it otherwise.
    #[prop(into)]
    on_sort: Callback<Sort>,
) -> impl IntoView {
    let way = move || sort.with(|sort| (sort.column == column).then_some(sort.way));
    let aria = move || match way() {
        Some(Way::Up) => "ascending",
        Some(Way::Down) => "descending",
        None => "none",
    };
    let arrow = move || {
        way().map(|way| match way {
            Way::Up => view! { <Icon glyph=Glyph::Up/> },
            Way::Down => view! { <Icon glyph=Glyph::Down/> },
        })
    };
    let title = ShellText::here().sort_by(&label);
    let press = move |_| {
        if let Some(next) = sort.try_with_untracked(|sort| sort.pressed(column, first)) {
            on_sort.try_run(next);
        }
    };
    view! {
        <th scope="col" role="columnheader" class:number=numeric aria-sort=aria>
            <button class="sort-head" type="button" title=title on:click=press>
                {label}
                {arrow}
            </button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The address's form reads back, and pressing a head twice returns.
    #[test]
    fn sorts_read_back() {
        let sort = Sort::parse("-UPDATED_AT");
        assert_eq!((sort.way, sort.to_string().as_str()), (Way::Down, "-UPDATED_AT"));
        let turned = sort.pressed("UPDATED_AT", Way::Down);
        assert_eq!(turned, Sort::parse("UPDATED_AT"));
        assert_eq!(turned.pressed("UPDATED_AT", Way::Down), sort);
        assert_eq!(sort.pressed("NAME", Way::Up), Sort::parse("NAME"));
    }
}
