//! Where support is missing: in words, on the map and in the table.

use thirtyfour::Key;

use crate::support::{Account, Role, Setting, play};

/// A country on the map says how it stands and leads, by the keyboard too, to who could fill its gaps, as
/// its row in the table does.
#[test]
fn a_country_on_the_map_leads_to_its_gaps() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/coverage").await;
        visitor.reads("nobody is verified for support.").await;
        visitor.reads("Borders as drawn by Natural Earth").await;
        visitor.find_like(Role::Link, "Nepal, ").await;
        let focus = "document.querySelector('.world a[href*=\"country=NP\"]').focus(); return true";
        visitor.evaluate(focus).await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("Who could fill the gaps: Nepal").await;
        visitor.is_at("country=NP").await;
    });
}
