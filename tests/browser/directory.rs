//! Finding stakeholders.

use thirtyfour::Key;

use crate::support::{Role, Setting, Visitor, eventually, play};

/// What is searched for and chosen stands in the address, and the address alone brings it back.
#[test]
fn filters_live_in_the_address() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory").await;
        visitor.choose("Kind", "Group").await;
        visitor.is_at("kind=GROUP").await;
        visitor.fill("Name, alias or acronym", "conseil consultatif").await;
        visitor.is_at("q=conseil").await;
        visitor.reads("iHRIS Advisory Council").await;
        visitor.no_longer_reads("OpenMRS board of directors").await;
        visitor.settle().await;
        let (address, found) = (visitor.address().await, names(visitor).await);
        assert!(!found.is_empty());

        visitor.open("/").await;
        visitor.open(&address).await;
        assert_eq!(names(visitor).await, found);
        visitor.press(Role::Button, "Clear filters").await;
        visitor.reads("Asia eHealth Information Network").await;
        assert_eq!(visitor.address().await, "/directory");
        visitor.go_back().await;
        visitor.no_longer_reads("Asia eHealth Information Network").await;
        visitor.settle().await;
        assert_eq!(names(visitor).await, found);
    });
}

/// Every sortable column sorts all rows, and the order is told to readers and kept in the address.
#[test]
fn columns_sort() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory?kind=ORGANIZATION").await;
        let first = names(visitor).await;
        visitor.press(Role::Button, "Name").await;
        visitor.is_at("sort=-NAME").await;
        visitor.settle().await;
        let heads =
            visitor.evaluate("return document.querySelectorAll('th[aria-sort=descending]').length");
        assert_eq!(heads.await, 1);
        assert_ne!(names(visitor).await.first(), first.first());

        visitor.press(Role::Button, "Relationships").await;
        visitor.is_at("sort=-RELATIONSHIPS").await;
        visitor.settle().await;
        let counts = visitor.evaluate(
            "return [...document.querySelectorAll('tbody td.number')].map((cell) => parseInt(cell.innerText))",
        );
        let counts: Vec<i64> = serde_json::from_value(counts.await).expect("numbers");
        assert!(counts.len() > 1 && counts.is_sorted_by(|one, next| one >= next), "{counts:?}");
        assert!(counts[0] > 0);
    });
}

/// From anywhere, `/` and a few letters of any name lead to a stakeholder, without the mouse.
#[test]
fn anybody_is_a_few_keys_away() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/changes").await;
        visitor.type_on("/").await;
        visitor.type_on("fonds mondial").await;
        visitor.find_like(Role::Suggestion, "Global Fund").await;
        visitor.keys(&[Key::Down, Key::Enter]).await;
        visitor.find(Role::Heading, "Global Fund").await;
        visitor.is_at("/stakeholder/org_").await;
    });
}

/// A search that finds nobody says so, and what to do next.
#[test]
fn nobody_found_says_what_next() {
    play(Setting::FRENCH, async |visitor| {
        visitor.open("/directory?q=zzzz").await;
        visitor.reads("Aucun acteur ne correspond à ces filtres.").await;
        visitor.press(Role::Link, "Effacer les filtres").await;
        visitor.reads("openIMIS").await;
    });
}

/// Back from a profile, the list is again where it was left.
#[test]
fn back_leads_to_the_place_in_the_list() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory").await;
        visitor.settle().await;
        visitor.evaluate("scrollTo(0, 900)").await;
        let place = visitor.evaluate("return scrollY").await;
        assert!(place.as_f64().expect("a place") > 500.0, "the list is long: {place}");
        let seen = "return [...document.querySelectorAll('tbody th a')]
            .find((link) => link.getBoundingClientRect().top > 200).innerText";
        let name = visitor.evaluate(seen).await;
        visitor.press_first(Role::Link, name.as_str().expect("a name")).await;
        visitor.is_at("/stakeholder/").await;
        visitor.settle().await;
        visitor.go_back().await;
        visitor.settle().await;
        eventually("the list is where it was", async || {
            let now = visitor.evaluate("return scrollY").await;
            Ok(if now == place { Ok(()) } else { Err(format!("at {now} instead of {place}")) })
        })
        .await;
    });
}

/// The names in the rows, in order.
async fn names(visitor: &Visitor) -> Vec<String> {
    let names = "return [...document.querySelectorAll('tbody th a')].map((link) => link.innerText)";
    serde_json::from_value(visitor.evaluate(names).await).expect("names")
}
