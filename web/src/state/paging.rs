//! The way through a keyset-paged list, kept in the address: the cursors of the pages before, so
//! that "previous" works on a shared link too.

/// The cursors passed so far; none on the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail(Vec<String>);

const SEPARATOR: char = '~';

impl Trail {
    /// Reads the trail from the address.
    pub fn parse(text: Option<&str>) -> Self {
        let parts = text.unwrap_or_default().split(SEPARATOR);
        Self(parts.filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    /// The cursor after which the present page starts.
    pub fn after(&self) -> Option<String> {
        self.0.last().cloned()
    }

    /// The number of the present page, from 1.
    pub fn page(&self) -> usize {
        self.0.len() + 1
    }

    /// The address's text of the next page, which starts after this cursor.
    pub fn next(&self, cursor: &str) -> String {
        let mut cursors = self.0.clone();
        cursors.push(cursor.to_owned());
        cursors.join(&SEPARATOR.to_string())
    }

    /// The address's text of the previous page: empty for the first, none on the first.
    pub fn previous(&self) -> Option<String> {
        let (_, before) = self.0.split_last()?;
        Some(before.join(&SEPARATOR.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Going on and back again leads to the same page.
    #[test]
    fn back_undoes_on() {
        let first = Trail::parse(None);
        assert_eq!((first.page(), first.after(), first.previous()), (1, None, None));
        let second = Trail::parse(Some(&first.next("a")));
        let third = Trail::parse(Some(&second.next("b")));
        assert_eq!((third.page(), third.after().as_deref()), (3, Some("b")));
        let back = third.previous().unwrap();
        assert_eq!(Trail::parse(Some(&back)), second);
        assert_eq!(Trail::parse(second.previous().as_deref()), first);
    }
}
