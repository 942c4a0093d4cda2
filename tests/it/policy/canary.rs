//! A secret in every text, another one for each level at which it may be known: everybody is told
//! those that they may know, and no other, in whatever they read, are refused or take away.

use super::contract::name;
use super::scene::secret;
use super::walk::{Walked, line_about, walked};
use domain::policy::{Action, Place, Viewer, allows, sees};
use domain::stakeholder::Visibility;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every secret, and whether somebody may know it.
fn secrets(walked: &Walked, who: &str, viewer: &Viewer) -> Vec<(String, bool)> {
    let mut secrets = Vec::new();
    for scene in &walked.scenes {
        secrets.push((scene.word.clone(), sees(viewer, scene.place)));
        let reads = allows(viewer, Action::ReadContact, scene.place);
        secrets.push((secret(&scene.word), reads));
    }
    for (community, word) in walked.communities.into_iter().zip(["home", "abroad"]) {
        let place = Place { community: Some(community), visibility: Visibility::Community };
        secrets.push((format!("lq{word}"), allows(viewer, Action::ManageMembers, place)));
        secrets.push((format!("dq{word}"), allows(viewer, Action::ReadMembers, place)));
    }
    for (other, account) in &walked.viewers {
        if account.account().is_some() {
            secrets.push((format!("sq{other}"), other == who));
            secrets.push((format!("tq{other}"), other == who));
        }
    }
    secrets
}

/// What somebody was told, by answers, errors, refusals or exports, holds exactly the secrets that
/// they may know, and names records of exactly the places that they see.
#[test]
fn a_secret_is_told_to_those_who_may_know_it() {
    let walked = walked();
    for (who, viewer) in &walked.viewers {
        let text = without_own_words(walked, who);
        for (secret, may) in secrets(walked, who, viewer) {
            assert_eq!(text.contains(&secret), may, "{who} and {secret}");
        }
        for scene in &walked.scenes {
            let ids = scene.ids();
            // The record of an import is its community's, whatever it brought.
            let ids = ids.iter().filter_map(Value::as_str).filter(|id| !id.starts_with("imp_"));
            let told: Vec<_> = ids.filter(|id| text.contains(id)).collect();
            assert_eq!(
                !told.is_empty(),
                sees(viewer, scene.place),
                "{who} {}: {told:?}",
                scene.word
            );
        }
    }
}

/// What somebody was told, without the line that they had read to them: it comes back as their own words.
fn without_own_words(walked: &Walked, who: &str) -> String {
    let told = walked.texts[who].to_lowercase();
    let lines = walked.scenes.iter().map(|scene| line_about(&scene.word).to_lowercase());
    lines.fold(told, |told, line| told.replace(&line, ""))
}

/// Texts that are codes, or that the program writes itself.
const CODES: [&str; 16] = [
    "countries",
    "country",
    "currency",
    "endCursor",
    "cursor",
    "field",
    "form",
    "language",
    "languages",
    "missing",
    "noun",
    "one",
    "other",
    "prefix",
    "query",
    "startCursor",
];

/// Texts in which no secret stands for another reason: what is everybody's, digits, the login that
/// one has oneself, words that one has sent oneself, what is told only of closed conversations and of some boards, and
/// sentences that are made of closed words.
const OTHERS: [&str; 10] = [
    "Community.name",
    "Community.onboardingSteps",
    "Community.slug",
    "Contact.phone",
    "ContactReading.nextStep",
    "Engagement.closeReason",
    "Me.login",
    "MissingFact.name",
    "MissingFact.why",
    "NetworkMeasures.explanation",
];

/// A secret stands in every text that the schema tells, so that none goes unwatched.
#[test]
fn every_text_holds_a_secret() {
    let walked = walked();
    let marks = ["zq", "cq", "dq", "lq", "sq", "tq"];
    let (mut with, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for ((field, _), answers) in &walked.seen {
        let (of, bare) = field.split_once('.').expect("a dot");
        let declared = walked.contract.fields(of).find(|it| name(it) == bare).expect("declared");
        if walked.contract.answer(declared) != "String" || CODES.contains(&bare) {
            continue;
        }
        texts.insert(field.as_str());
        let mut told = answers.values().flatten().map(|answer| answer.told.to_lowercase());
        if told.any(|told| marks.iter().any(|mark| told.contains(mark))) {
            with.insert(field.as_str());
        }
    }
    let without: Vec<_> = texts.difference(&with).copied().collect();
    assert_eq!(without, OTHERS);
}
