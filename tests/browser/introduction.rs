//! Who can introduce us: answered three presses from the first page.

use crate::support::{Account, Role, Setting, plain, play};

/// OpenLMIS to ILO: no confirmed way, and one with proposed relationships through the openIMIS Steering
/// Group; each step leads to its evidence, the address keeps the question, and the French page says the
/// same.
#[test]
fn the_introduction_is_three_presses_away() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Who can introduce us?").await;
        visitor.pick("Whom to meet", "ilo", "International Labour Organization").await;
        let told = "Nobody recorded can introduce OpenLMIS to International Labour Organization by \
            confirmed relationships. With proposed ones: through openIMIS, then openIMIS Steering Group.";
        visitor.reads(told).await;
        visitor.reads("With proposed relationships").await;
        let lines = "return document.querySelectorAll('.flow-at-risk').length";
        assert!(visitor.evaluate(lines).await.as_u64() >= Some(2));
        let address = visitor.address().await;
        assert!(address.contains("us=com_") && address.contains("to=org_"), "{address}");
        let step = "International Labour Organization has a seat on openIMIS Steering Group";
        assert!(!visitor.words().await.contains(step), "a way is read as it is walked");
        visitor.press_first_like(Role::Link, "openIMIS Steering Group seats International").await;
        visitor.reads("line 147").await;
        visitor.open(&address).await;
        visitor.switch_language().await;
        let french = "Personne de connu ne peut présenter OpenLMIS à Organisation internationale du \
            Travail par des relations confirmées. Avec des relations proposées\u{a0}: par openIMIS, puis \
            Groupe de pilotage d’openIMIS.";
        visitor.reads(&plain(french)).await;
    });
}

/// Where no way is recorded the page says so and offers the form; nobody is asked about until both ends
/// are chosen.
#[test]
fn a_missing_way_is_said() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/introductions").await;
        visitor.reads("Nobody is chosen yet.").await;
        visitor.pick("Who asks", "acadys", "Acadys").await;
        visitor.pick("Whom to meet", "ilo", "International Labour Organization").await;
        visitor.reads("no path of relationships is recorded, not even a proposed one.").await;
        visitor.find(Role::Link, "Record a relationship").await;
        visitor.press(Role::Button, "Without Acadys").await;
        visitor.reads("Nobody is chosen yet.").await;
    });
}

/// Whoever does not look for one party asks for any of a kind, a type or a country; the address keeps it.
#[test]
fn anybody_of_a_kind_will_do() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/introductions").await;
        visitor.pick("Who asks", "acadys", "Acadys").await;
        visitor.choose("Or anybody of this kind", "Group").await;
        visitor.choose("Or anybody with a seat or at work in", "Nepal").await;
        visitor.reads("nobody is recorded").await;
        let address = visitor.address().await;
        assert!(address.contains("kind=GROUP") && address.contains("country=NP"), "{address}");
        visitor.choose("Or anybody with a seat or at work in", "no country chosen").await;
        visitor.reads("Nobody recorded can introduce Acadys").await;
    });
}
