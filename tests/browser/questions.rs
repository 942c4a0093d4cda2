//! Questions that are answered within three presses from the first page. Of the others the tests of
//! their own pages say so.

use crate::support::{Account, Role, Setting, play};

/// Whom for growth in French? The board of openIMIS shows those with that objective.
#[test]
fn whom_to_approach_for_growth_in_french() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::OpenimisManager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Whom do we approach for growth in French?").await;
        for partner in
            ["Acadys", "CIDR", "Clinton Health Access Initiative", "Francophone countries"]
        {
            visitor.reads(partner).await;
        }
    });
}

/// What does each side gain from sharing data? The side of which nothing is recorded says so.
#[test]
fn what_each_side_gains() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "What does each side gain from sharing data?").await;
        visitor.press(Role::Link, "Pharma groups").await;
        visitor.reads("A way to bring products to market").await;
        visitor.reads("Not recorded: what we gain.").await;
    });
}

/// Who can give support in Cameroon, in French? Nobody is verified; those who come near are told with
/// their reasons, and the directory is a press away.
#[test]
fn who_can_give_support() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Where is support missing, and who could come to give it?").await;
        visitor.press(Role::Link, "Cameroon").await;
        visitor.reads("Who could fill the gaps: Cameroon").await;
        visitor.reads("openIMIS Cameroon").await;
        visitor.open("/support?country=CM&language=fr").await;
        visitor.reads("Nobody is verified for this.").await;
    });
}

/// Which actions are open, since when, and whose? No owner is recorded of those from the documents.
#[test]
fn which_actions_are_open() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor
            .press(Role::Link, "Which actions are open, for how long, and whose are they?")
            .await;
        visitor.reads("Follow up with DIAL about additional services").await;
        visitor.reads("13 December 2018").await;
        visitor.reads("not recorded").await;
    });
}
