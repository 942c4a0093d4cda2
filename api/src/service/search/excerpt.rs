//! Some words around the place where a long text matches.

use domain::text::fold;

/// How many words are shown before the first that matches, and in all.
const BEFORE: usize = 5;
const WORDS: usize = 20;

/// Some words around the first word of the text that begins like a word of the folded query; none
/// when no word does.
pub fn excerpt(text: &str, folded: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    let matches = |word: &&str| {
        let word = fold(word);
        word.split(' ').any(|part| folded.split(' ').any(|wanted| begins(part, wanted)))
    };
    let at = words.iter().position(matches)?;
    let from = at.saturating_sub(BEFORE);
    let to = words.len().min(from + WORDS);
    let start = if from > 0 { "… " } else { "" };
    let end = if to < words.len() { " …" } else { "" };
    let shown = words.get(from..to)?.join(" ");
    Some(format!("{start}{shown}{end}"))
}

fn begins(word: &str, wanted: &str) -> bool {
    !wanted.is_empty() && word.starts_with(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, query: &str, expected: Option<&str>) {
        assert_eq!(excerpt(text, &fold(query)).as_deref(), expected);
    }

    /// The words around the match are shown as written, whatever accents and case the query has.
    #[test]
    fn words_around_the_match_are_shown() {
        check("Finance la Santé publique.", "sante", Some("Finance la Santé publique."));
        check("a b c d e f g vaccine h", "VACC", Some("… c d e f g vaccine h"));
        let long = "one two ".repeat(20);
        check(&long, "two", Some(&format!("{}one two …", "one two ".repeat(9))));
        check("nothing here", "vaccine", None);
        check("nothing here", "", None);
    }
}
