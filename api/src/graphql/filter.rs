//! What filters have in common: what is empty restricts nothing, as if it were absent.

use domain::refusal::Refusal;
use domain::search;

/// The words of a list of which one must hold; none when any will do.
pub fn any_of<T>(list: Option<Vec<T>>) -> Option<Vec<T>> {
    list.filter(|words| !words.is_empty())
}

/// The text that is looked for; none when nothing is.
pub fn text(typed: Option<String>, field: &str) -> Result<Option<String>, Refusal> {
    let read = typed.map(|typed| search::read(&typed, field)).transpose()?;
    Ok(read.filter(|text| !text.is_empty()))
}
