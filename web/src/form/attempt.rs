//! When to show which refusal: at a field once it was left (that something is still missing waits for
//! sending), everywhere once sending was tried, and what the server said until its field is touched.

use super::field::Field;
use domain::refusal::{Refusal, RefusalCode};
use std::collections::BTreeSet;

/// How far a person has come with filling in and sending a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attempt {
    left: BTreeSet<Field>,
    tried: bool,
    server: Vec<Refusal>,
}

impl Attempt {
    /// Nothing touched yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The person left a field: what is wrong there may now be said.
    pub fn leave(&mut self, field: Field) {
        self.left.insert(field);
    }

    /// The person changed a field: what the server said about it no longer holds.
    pub fn edit(&mut self, field: Field) {
        self.server.retain(|refusal| !about(refusal, field));
    }

    /// The person tried to send: everything may now be said.
    pub fn send(&mut self) {
        self.tried = true;
        self.server.clear();
    }

    /// The server refused.
    pub fn refuse(&mut self, refusals: Vec<Refusal>) {
        self.server = refusals;
    }

    /// What to show at a field, out of what the rules say now and what the server said.
    pub fn at(&self, field: Field, rules: &[Refusal]) -> Vec<Refusal> {
        let ripe = |refusal: &&Refusal| {
            self.tried || (self.left.contains(&field) && refusal.code != RefusalCode::Required)
        };
        let own = rules.iter().filter(ripe);
        let mut shown: Vec<Refusal> = Vec::new();
        for refusal in own.chain(&self.server).filter(|refusal| about(refusal, field)) {
            if !shown.contains(refusal) {
                shown.push(refusal.clone());
            }
        }
        shown
    }

    /// What the server said about fields that the form does not show: said above the form.
    pub fn elsewhere(&self, fields: &[Field]) -> Vec<Refusal> {
        let placed = |refusal: &&Refusal| !fields.iter().any(|field| about(refusal, *field));
        self.server.iter().filter(placed).cloned().collect()
    }
}

/// Whether a refusal is about a field, which it names by its full path in the input, with or
/// without an index. The name as a whole stands with the English name.
pub(super) fn about(refusal: &Refusal, field: Field) -> bool {
    let said = refusal.field.strip_prefix("input.").unwrap_or(&refusal.field);
    match field {
        Field::NameEn if said == "name" => true,
        Field::SummaryEn if said == "summary" => true,
        Field::ShareMin if said == "share" => true,
        Field::SourceTitle if said == "evidence.newSource" => true,
        Field::EvidenceSource if said == "evidence" => true,
        Field::StandingStage if said == "standing" => true,
        _ => said
            .strip_prefix(field.name())
            .is_some_and(|item| item.is_empty() || item.starts_with(['[', '.'])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(field: &str) -> Refusal {
        Refusal::new(RefusalCode::Required, field)
    }

    /// A field says nothing until it was left, and that it is empty only after a try.
    #[test]
    fn fields_speak_when_left_or_tried() {
        let malformed = Refusal::new(RefusalCode::MalformedUrl, "website");
        let rules = [refusal("name"), malformed.clone()];
        let mut attempt = Attempt::new();
        assert!(attempt.at(Field::Website, &rules).is_empty());
        attempt.leave(Field::Website);
        attempt.leave(Field::NameEn);
        assert_eq!(attempt.at(Field::Website, &rules), [malformed]);
        assert!(attempt.at(Field::NameEn, &rules).is_empty());
        attempt.send();
        assert_eq!(attempt.at(Field::NameEn, &rules), [refusal("name")]);
    }

    /// What the server said stays until the field is changed, and never hides what has no field.
    #[test]
    fn the_server_is_heard() {
        let mut attempt = Attempt::new();
        attempt.send();
        attempt.refuse(vec![refusal("input.externalIds[0].value"), refusal("id")]);
        let fields = [Field::ExternalIds];
        assert_eq!(attempt.at(Field::ExternalIds, &[]).len(), 1);
        assert_eq!(attempt.elsewhere(&fields), [refusal("id")]);
        attempt.edit(Field::ExternalIds);
        assert!(attempt.at(Field::ExternalIds, &[]).is_empty());
        assert_eq!(attempt.elsewhere(&fields), [refusal("id")]);
    }

    /// A nested input's field is found under its path, so that two notes in one form are told apart.
    #[test]
    fn nested_fields_are_found() {
        assert!(about(&refusal("evidence.newSource.title"), Field::SourceTitle));
        assert!(about(&refusal("evidence.note"), Field::EvidenceNote));
        assert!(about(&refusal("standing.since"), Field::StandingSince));
        assert!(!about(&refusal("evidence.note"), Field::Note));
        assert!(!about(&refusal("note"), Field::EvidenceNote));
        assert!(about(&refusal("externalIds.2"), Field::ExternalIds));
    }

    /// The same refusal from the rules and from the server is said once.
    #[test]
    fn nothing_is_said_twice() {
        let mut attempt = Attempt::new();
        attempt.send();
        attempt.refuse(vec![refusal("why")]);
        assert_eq!(attempt.at(Field::Why, &[refusal("why")]).len(), 1);
    }
}
