//! How alike two names are: good enough to ask a person, never good enough to decide.

use crate::text::fold;

/// Words that carry no meaning in a name, folded.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "in", "on", "a", "an", "to", "de", "du", "des", "la", "le", "les",
    "et", "pour", "au", "aux", "en", "dans", "un", "une", "l", "d",
];

/// Words that say in which legal form a body stands, folded.
const LEGAL_FORMS: &[&str] = &[
    "sa",
    "sarl",
    "sas",
    "sprl",
    "srl",
    "asbl",
    "ltd",
    "limited",
    "llc",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "gmbh",
    "ev",
    "bv",
    "nv",
    "ag",
    "ab",
    "pty",
    "pvt",
];

/// In what way two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// One is the first letters of the other.
    Initials,
    /// They share most of their words.
    Words,
    /// A few letters differ.
    Spelling,
    /// They differ in a legal form or in what stands in brackets only.
    Core,
}

/// A name, taken apart once for many comparisons.
#[derive(Clone, Debug)]
pub(super) struct NameForm {
    /// The whole name, folded.
    pub(super) folded: String,
    /// The name without brackets and legal forms, folded.
    core: Spelling,
    /// Its words that carry meaning.
    words: Vec<Spelling>,
    /// The first letters of its words, when it has at least three; with and without small words.
    initials: Vec<String>,
    /// What stands in brackets at its end, folded.
    bracketed: Option<String>,
}

impl NameForm {
    pub(super) fn new(name: &str) -> Self {
        let (long, short) =
            brackets(name).map_or((name, None), |(long, short)| (long, Some(short)));
        let all: Vec<String> =
            fold(long).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let is_small = |word: &&String| SMALL.contains(&word.as_str());
        let mut words: Vec<String> = all.iter().filter(|word| !is_small(word)).cloned().collect();
        while words.len() > 1
            && words.last().is_some_and(|word| LEGAL_FORMS.contains(&word.as_str()))
        {
            words.pop();
        }
        let initials = [initials_of(words.iter()), initials_of(all.iter())];
        Self {
            folded: fold_name(name),
            core: Spelling::new(words.join(" ")),
            initials: initials
                .into_iter()
                .filter(|initials| initials.chars().count() >= 3)
                .collect(),
            words: words.into_iter().map(Spelling::new).collect(),
            bracketed: short.map(fold).filter(|short| !short.is_empty()),
        }
    }

    /// In what way this name is like the other, if it is.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        let core = self.core.text == other.core.text
            || self.bracketed.as_deref() == Some(&other.core.text)
            || other.bracketed.as_deref() == Some(&self.core.text);
        if core {
            return Some(Likeness::Core);
        }
        if self.core.is_like(&other.core) {
            return Some(Likeness::Spelling);
        }
        if share_most_words(&self.words, &other.words) {
            return Some(Likeness::Words);
        }
        let initials = |long: &Self, short: &Self| {
            let short = short.folded.replace(' ', "");
            long.initials.contains(&short)
        };
        (initials(self, other) || initials(other, self)).then_some(Likeness::Initials)
    }

    /// Keys of which two names share at least one when they are alike, so that not every pair has to
    /// be compared: how they begin and end, their words, and the sound of their words, which most
    /// slips of the pen leave as it is.
    pub(super) fn keys(&self) -> Vec<String> {
        let start: String = self.core.letters.iter().take(3).collect();
        let end: String = self.core.letters.iter().rev().take(3).collect();
        let mut keys = vec![
            format!("^{start}"),
            format!("${end}"),
            format!("={}", self.folded.replace(' ', "")),
        ];
        keys.extend(self.words.iter().map(|word| format!("~{}", word.text)));
        keys.extend(self.words.iter().map(|word| format!("%{}", sound(&word.letters))));
        keys.extend(
            self.initials.iter().chain(&self.bracketed).map(|initials| format!("={initials}")),
        );
        keys.sort();
        keys.dedup();
        keys
    }
}

fn initials_of<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.filter_map(|word| word.chars().next()).collect()
}

/// The first letter of a word and its further consonants, none twice in a row.
fn sound(letters: &[char]) -> String {
    let mut sound = String::new();
    for letter in letters {
        let is_silent = !sound.is_empty() && "aeiouy".contains(*letter);
        if !is_silent && !sound.ends_with(*letter) {
            sound.push(*letter);
        }
    }
    sound
}

/// "Name (short)" taken apart.
fn brackets(name: &str) -> Option<(&str, &str)> {
    let (long, rest) = name.trim().rsplit_once('(')?;
    let short = rest.strip_suffix(')')?;
    (!long.trim().is_empty()).then(|| (long.trim(), short.trim()))
}

/// The name and its acronym, when the name ends in brackets that hold its own first letters.
pub(super) fn split_acronym(name: &str) -> Option<(&str, &str)> {
    let (long, short) = brackets(name)?;
    NameForm::new(long).initials.contains(&fold(short).replace(' ', "")).then_some((long, short))
}

/// A name for exact comparison: folded, and letters that stand apart are one word, as in O.I.T.
pub(super) fn fold_name(name: &str) -> String {
    let folded = fold(name);
    let apart = folded.contains(' ') && folded.split(' ').all(|word| word.chars().count() == 1);
    if apart { folded.replace(' ', "") } else { folded }
}

/// A folded text for comparing letter by letter, which a sheet of a thousand rows asks for often.
#[derive(Clone, Debug)]
struct Spelling {
    text: String,
    letters: Vec<char>,
    /// Which letters occur, a bit for each; several rare ones share a bit.
    occurring: u64,
}

impl Spelling {
    fn new(text: String) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let occurring =
            letters.iter().fold(0, |bits, letter| bits | 1 << (u32::from(*letter) % 64));
        Self { text, letters, occurring }
    }

    /// Whether two words or names differ by fewer letters than chance would have it.
    fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (&self.letters, &other.letters);
        let most = match a.len().min(b.len()) {
            0..=4 => return false,
            5..=8 => 1,
            9..=16 => 2,
            _ => 3,
        };
        // Each letter put in, taken out or replaced changes at most two bits.
        let differing = (self.occurring ^ other.occurring).count_ones();
        a.len().abs_diff(b.len()) <= most
            && usize::try_from(differing).is_ok_and(|bits| bits <= 2 * most)
            && distance(a, b, most).is_some()
    }
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour; nothing
/// when they are more than `most`. Only letters that stand at most so far apart are compared.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let far = most + 1;
    let mut before = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).map(|steps| steps.min(far)).collect();
    let mut line = before.clone();
    let mut is_close = true;
    for (row, x) in (1_usize..).zip(a) {
        let near = row.saturating_sub(most)..=b.len().min(row + most);
        line.fill(far);
        line[0] = row.min(far);
        for column in near.filter(|column| *column > 0) {
            let y = b[column - 1];
            let replaced = last[column - 1] + usize::from(*x != y);
            let mut least = replaced.min(last[column] + 1).min(line[column - 1] + 1);
            if row > 1 && column > 1 && *x == b[column - 2] && a[row - 2] == y {
                least = least.min(before[column - 2] + 1);
            }
            line[column] = least.min(far);
        }
        // A swap looks back two lines, so two must be too far before all are.
        let was_close = std::mem::replace(&mut is_close, line.iter().any(|steps| *steps <= most));
        if !is_close && !was_close {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut line);
    }
    Some(last[b.len()]).filter(|steps| *steps <= most)
}

/// Whether most words of the longer name stand in the shorter one, letter by letter or nearly so.
fn share_most_words(a: &[Spelling], b: &[Spelling]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let are_enough = short.len() >= 2 && 3 * short.len() >= 2 * long.len();
    let stands = |x: &Spelling| long.iter().any(|y| x.text == y.text || x.is_like(y));
    are_enough && short.iter().all(stands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(a: &str, b: &str, expected: Option<Likeness>) {
        let (a, b) = (NameForm::new(a), NameForm::new(b));
        assert_eq!(a.likeness(&b), expected, "{a:?} {b:?}");
        assert_eq!(b.likeness(&a), expected, "{b:?} {a:?}");
        if expected.is_some() {
            assert!(a.keys().iter().any(|key| b.keys().contains(key)), "{a:?} {b:?}");
        }
    }

    /// Two spellings of one partner are seen; two partners with like names are left alone.
    #[test]
    fn spellings_of_one_name_are_alike() {
        use Likeness::{Core, Initials, Spelling, Words};
        check("Bluesquare", "BlueSquare SA", Some(Core));
        check("CHAI", "Clinton Health Access Initiative (CHAI)", Some(Core));
        check("Gates Foundation (BMGF)", "Gates Foundation", Some(Core));
        check("CHAI", "Clinton Health Access Initiative", Some(Initials));
        check("OMS", "Organisation mondiale de la Santé", Some(Initials));
        check("Omydiar Network", "Omidyar Network", Some(Spelling));
        check("Wellcome Trus", "Wellcome Trust", Some(Spelling));
        check("Blue square", "Bluesquare", Some(Spelling));
        check("Institut tropical suisse", "Institut tropical et de santé suisse", Some(Words));
        check(
            "Bill & Melinda Gates Foundation",
            "Bill and Melinda Gates Fondation",
            Some(Spelling),
        );
        check("Ministère de la Santé du Mali", "Ministère de la Santé du Niger", None);
        check("PATH", "PATA", None);
        check("Health Insurance Board", "National Health Fund", None);
        check("ILO", "WHO", None);
    }

    /// Brackets hold the acronym only when they hold the first letters.
    #[test]
    fn acronyms_are_first_letters() {
        assert_eq!(
            split_acronym("Clinton Health Access Initiative (CHAI)"),
            Some(("Clinton Health Access Initiative", "CHAI"))
        );
        assert_eq!(
            split_acronym("Organisation mondiale de la Santé (OMS)"),
            Some(("Organisation mondiale de la Santé", "OMS"))
        );
        assert_eq!(split_acronym("Gates Foundation (USA)"), None);
        assert_eq!(split_acronym("(CHAI)"), None);
    }

    /// The distance counts letters put in, taken out, replaced or swapped, up to the most that is
    /// asked for.
    #[test]
    fn distance_counts_letters() {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        for (a, b, expected) in [
            ("", "abc", 3),
            ("abc", "acb", 1),
            ("kitten", "sitting", 3),
            ("santé", "sante", 1),
            ("abcdef", "badcfe", 3),
        ] {
            assert_eq!(distance(&chars(a), &chars(b), 9), Some(expected), "{a} {b}");
            assert_eq!(distance(&chars(a), &chars(b), expected), Some(expected), "{a} {b}");
            assert_eq!(distance(&chars(a), &chars(b), expected - 1), None, "{a} {b}");
        }
    }

    proptest! {
        /// What is looked at first never hides a small distance.
        #[test]
        fn letters_decide_alone(a in "[abc ]{5,12}", b in "[abc ]{5,12}") {
            let (a, b) = (Spelling::new(a), Spelling::new(b));
            let most = if a.letters.len().min(b.letters.len()) <= 8 { 1 } else { 2 };
            let close = distance(&a.letters, &b.letters, 99).unwrap() <= most;
            prop_assert_eq!(a.is_like(&b), close);
        }
    }
}
