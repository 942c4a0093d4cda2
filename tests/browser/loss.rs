//! What if they leave, and who pays: answered on one page, three presses from the first.

use domain::vocabulary::Tongue;

use crate::support::{Role, Setting, plain, play};

/// What is said of OpenLMIS when both its recorded funders leave.
const ENGLISH: &str = "OpenLMIS loses 2 of its 2 recorded funders. \
    Share of the money: unknown, no amounts are recorded.";
const FRENCH: &str = "OpenLMIS perd ses 2 bailleurs connus sur 2. \
    Part des montants\u{a0}: inconnue, aucun montant n’est saisi.";

/// Three presses from the first page, the answer stands there in one sentence, with no percentage of
/// money; every reason leads to its relationship and the evidence; the French page says the same.
#[test]
fn three_presses_lead_to_the_answer() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "What if they leave?").await;
        visitor.press(Role::Link, "All 2 recorded funders of OpenLMIS").await;
        visitor.reads(ENGLISH).await;
        visitor.reads("DHIS2 Donor Advisory Council loses 1 of its 2 recorded seats.").await;
        let page = visitor.words().await;
        assert!(!page.contains('%'), "a share of money is told: {page}");
        for name in ["DHIS2 community-of-practice support", "Interoperability work"] {
            assert!(
                page.contains(&format!(
                    "What {name} gets from its only recorded funder is at risk."
                ))
            );
        }
        let headline = "return document.querySelector('.headline-sentence').innerText";
        assert_eq!(visitor.evaluate(headline).await, ENGLISH);
        let lines = "return ['ends', 'at-risk'].map((how) => document.querySelectorAll(`.flow-${how}`).length)";
        let lines = visitor.evaluate(lines).await;
        assert!(lines[0].as_u64() > Some(2) && lines[1].as_u64() > Some(1), "{lines}");
        let here = visitor.address().await;
        visitor.press_first(Role::Link, "Gates Foundation funds OpenLMIS").await;
        visitor.reads("line 106").await;
        visitor.open(&here).await;
        visitor.switch_language().await;
        visitor.reads(&plain(FRENCH)).await;
        assert_eq!(visitor.evaluate(headline).await, FRENCH);
        assert_eq!(visitor.setting().tongue, Tongue::Fr);
        assert!(!visitor.words().await.contains('%'));
    });
}

/// Partners are picked by typing; who leaves, how, and another scenario beside it stand in the
/// address, so that a link shows the same to everybody.
#[test]
fn scenarios_stand_in_the_address() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/what-if").await;
        visitor.pick("Who leaves", "usaid", "United States Agency").await;
        visitor.reads("OpenLMIS loses 1 of its 2 recorded funders.").await;
        visitor.press(Role::Radio, "Stop funding").await;
        visitor.no_longer_reads("DHIS2 Donor Advisory Council").await;
        visitor.press(Role::Summary, "Compare with another scenario").await;
        visitor.pick("Who leaves in the other scenario", "gates", "Gates Foundation").await;
        visitor.reads("The other one").await;
        let address = visitor.address().await;
        assert!(address.contains("mode=STOPS_FUNDING") && address.contains("or=org_"), "{address}");
        visitor.open("/").await;
        visitor.open(&address).await;
        visitor.reads("OpenLMIS loses 1 of its 2 recorded funders.").await;
        visitor.reads("The other one").await;
    });
}

/// Who pays OpenLMIS is told with what is not recorded, as ways that lead to their relationships.
#[test]
fn the_ways_of_money_are_shown() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/funding").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor
            .reads("2 funders of OpenLMIS are recorded. Share of the greatest: unknown, no amounts are recorded.")
            .await;
        assert!(!visitor.words().await.contains('%'));
        visitor.press_like(Role::Link, "Gates Foundation → OpenLMIS").await;
        visitor.reads("line 106").await;
    });
}
