//! The first page.

use serde_json::Value;

use crate::support::{Account, Setting, play};

/// The numbers that lead somewhere, each with where to.
const NUMBERS: &str = "
return [...document.querySelectorAll('a.tile:has(.tile-number)')].map((tile) => [
    parseInt(tile.querySelector('.tile-number').innerText.replace(/\\D/g, '')),
    tile.getAttribute('href'),
]);
";

/// How many rows a page has: what it says itself where there are several pages, else what is there.
const ROWS: &str = "
const found = document.querySelector('.found');
return found ? parseInt(found.innerText) : document.querySelectorAll('tbody tr').length;
";

/// Whatever is counted, the number leads to exactly so many rows.
#[test]
fn numbers_lead_to_their_rows() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        let numbers: Vec<(i64, String)> =
            serde_json::from_value(visitor.evaluate(NUMBERS).await).expect("numbers");
        assert!(numbers.iter().any(|(_, href)| href.starts_with("/relationships")));
        assert!(numbers.iter().any(|(_, href)| href.starts_with("/pipeline")));
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            numbers.into_iter().partition(|(_, href)| href.starts_with('#'));
        assert!(!here.is_empty(), "something is overdue");
        for (number, part) in here {
            let rows = format!(
                "return document.querySelector('{part}').nextElementSibling.children.length"
            );
            assert_eq!(visitor.evaluate(&rows).await, Value::from(number), "{part}");
        }
        for (number, href) in elsewhere {
            visitor.open(&href).await;
            assert_eq!(visitor.evaluate(ROWS).await, Value::from(number), "{href}");
        }
    });
}
