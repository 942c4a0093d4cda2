use super::*;
use proptest::prelude::*;
use std::fmt::Write;

/// What is asked of each kind, and what rests on it, as reviewed.
#[test]
fn the_list_is_as_reviewed() {
    let mut list = String::new();
    for kind in RecordKind::ALL {
        writeln!(list, "{kind}").unwrap();
        for asked in asked(*kind) {
            let rests: Vec<_> = asked.rests.iter().map(|question| question.code()).collect();
            writeln!(list, "  {}: {}", asked.fact, rests.join(", ")).unwrap();
        }
    }
    insta::assert_snapshot!("asked", list);
}

/// No fact is asked twice of one kind, none on which nothing rests, and every word is used.
#[test]
fn nothing_is_asked_in_vain() {
    let all: Vec<_> = RecordKind::ALL.iter().flat_map(|kind| asked(*kind)).collect();
    assert!(all.iter().all(|asked| !asked.rests.is_empty()));
    for kind in RecordKind::ALL {
        let facts: Vec<_> = asked(*kind).iter().map(|asked| asked.fact).collect();
        let twice = facts.iter().enumerate().find(|(at, fact)| facts[..*at].contains(fact));
        assert_eq!(twice, None, "{kind}");
    }
    let unused = RecordFact::ALL.iter().find(|fact| all.iter().all(|asked| asked.fact != **fact));
    assert_eq!(unused, None);
    let idle = Question::ALL.iter().find(|it| all.iter().all(|asked| !asked.rests.contains(it)));
    assert_eq!(idle, None);
}

/// A fact that is made of relationships is offered by the form of one that may join that kind.
#[test]
fn forms_offer_what_may_be_joined() {
    for kind in StakeholderKind::ALL {
        for asked in asked((*kind).into()) {
            let Some((relationship, side)) = made_of(asked.fact) else { continue };
            let joins = StakeholderKind::ALL.iter().any(|other| match side {
                Side::Source => relationship.joins(*kind, *other),
                Side::Target => relationship.joins(*other, *kind),
            });
            assert!(joins, "{kind} {}", asked.fact);
        }
    }
}

/// Why a fact matters is one sentence in either language.
#[test]
fn why_is_one_sentence() {
    let amount = asked(RecordKind::Relationship)
        .iter()
        .find(|asked| asked.fact == RecordFact::AmountOrShare)
        .expect("it is asked");
    assert_eq!(
        amount.why(Tongue::En),
        "Without it there is no full answer to: “who pays, and how much depends on few?”, \
         “what if they leave?”."
    );
    assert!(
        amount
            .why(Tongue::Fr)
            .starts_with("Sans cela, pas de réponse entière à\u{a0}: «\u{a0}qui paie")
    );
}

/// Addresses lead to the form of the fact.
#[test]
fn addresses_lead_to_forms() {
    let check = |noun, fact, expected: &str| assert_eq!(form(noun, fact, "x"), expected);
    let good = Noun::Stakeholder(StakeholderKind::GlobalGood);
    check(good, RecordFact::Licence, "/stakeholder/x/edit");
    check(good, RecordFact::Funder, "/relationship/new?target=x&kind=FUNDS");
    check(good, RecordFact::Relationship, "/relationship/new?source=x");
    check(Noun::Relationship, RecordFact::LastHeard, "/relationship/x/edit");
    check(Noun::Relationship, RecordFact::Evidence, "/relationship/x");
    check(Noun::Capability, RecordFact::Level, "/capability/x/edit");
    check(Noun::Engagement, RecordFact::Owner, "/engagement/x");
}

fn any_known() -> impl Strategy<Value = Known> {
    prop::sample::select(vec![Known::Recorded, Known::Missing, Known::NotAsked])
}

fn any_completeness() -> impl Strategy<Value = (RecordKind, Vec<Known>)> {
    let kind = prop::sample::select(RecordKind::ALL.to_vec());
    kind.prop_flat_map(|kind| (Just(kind), prop::collection::vec(any_known(), asked(kind).len())))
}

fn judged(kind: RecordKind, known: &[Known]) -> Completeness {
    Completeness::of(kind, |fact| {
        let place = asked(kind).iter().position(|asked| asked.fact == fact);
        known[place.expect("it is asked")]
    })
}

proptest! {
    /// What is recorded and what is missing add up to what is asked, and what cannot apply is in
    /// neither.
    #[test]
    fn counts_add_up((kind, known) in any_completeness()) {
        let whole = judged(kind, &known);
        let count = |wanted| known.iter().filter(|it| **it == wanted).count();
        prop_assert_eq!(whole.recorded(), count(Known::Recorded));
        prop_assert_eq!(whole.missing.len(), count(Known::Missing));
        prop_assert_eq!(whole.asked, known.len() - count(Known::NotAsked));
    }

    /// Recording a fact never brings a record nearer to the top of the list.
    #[test]
    fn recording_never_raises((kind, known) in any_completeness(), at in 0_usize..20, hang in 0_usize..9) {
        let before = judged(kind, &known);
        let at = at % known.len();
        let mut known = known;
        if known[at] == Known::Missing {
            known[at] = Known::Recorded;
        }
        let after = judged(kind, &known);
        prop_assert!(after.rank(hang) >= before.rank(hang));
        prop_assert!(after.open().iter().all(|question| before.open().contains(question)));
    }
}
