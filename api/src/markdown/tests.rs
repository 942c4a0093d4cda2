//! What notes may look like, and what they may not do.

use super::*;
use domain::identifier::{Noun, StakeholderId};
use domain::stakeholder::StakeholderKind;
use proptest::prelude::*;
use uuid::Uuid;

fn giz() -> String {
    Noun::Stakeholder(StakeholderKind::Organization).format(Uuid::from_u128(1))
}

fn name(id: StakeholderId) -> Option<String> {
    (id.0.as_u128() == 1).then(|| "GIZ <b>".to_owned())
}

fn page(notes: &str) -> String {
    to_html(notes, name, "somebody").trim().to_owned()
}

/// Notes look as their Markdown says, below the headings of the page.
#[test]
fn notes_look_as_they_are_written() {
    assert_eq!(
        page("# Steering\n\n* **GIZ** funds\n* ~~old~~ [x](https://a.org)"),
        "<h3>Steering</h3>\n<ul>\n<li><strong>GIZ</strong> funds</li>\n<li><del>old</del> \
         <a href=\"https://a.org\" rel=\"noopener noreferrer nofollow\">x</a></li>\n</ul>"
    );
    assert_eq!(page("- [ ] call\n- [x] write"), "<ul>\n<li>☐ call</li>\n<li>☑ write</li>\n</ul>");
}

/// A mention is the name that the reader may see, with a way there, or somebody.
#[test]
fn mentions_are_names() {
    let giz = giz();
    let hidden = Noun::Stakeholder(StakeholderKind::Person).format(Uuid::from_u128(2));
    assert_eq!(
        page(&format!("@[{giz}] met @[{hidden}]; `@[{giz}]`")),
        format!(
            "<p><a href=\"/stakeholder/{giz}\" rel=\"noopener noreferrer nofollow\">GIZ &lt;b&gt;</a> met \
             somebody; <code>GIZ &lt;b&gt;</code></p>"
        )
    );
}

/// Whatever somebody writes to run a script, to fetch something, to lead astray or to break the page
/// is shown as text or is gone.
#[test]
fn hostile_notes_are_harmless() {
    for hostile in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/x.png)",
        "![x](javascript:alert(1) \"t\")",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "[x](//evil.example)",
        "[x](/auth/signout)",
        "[x](https://a.org \"onmouseover=alert(1)\")",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<javascript:alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<style>body{display:none}</style>",
        "<div style=\"position:fixed;inset:0\" class=\"shell\" id=\"app\">",
        "<form action=/auth/x><input name=a></form>",
        "<!-- <script> -->",
        "</p></div></main><script>alert(1)</script>",
        "<base href=\"https://evil.example\">",
        "<math><mtext></mtext><mglyph><style><!--</style><img title=\"--><img src=1 onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "```html\n<script>alert(1)</script>\n```",
        "```x\" onmouseover=\"alert(1)\ncode\n```",
        "# x {#app .shell onclick=alert(1)}",
        "[a]: javascript:alert(1)\n[a]",
        "| <img src=x onerror=alert(1)> |\n|---|\n| <b>x</b> |",
        "\u{e000}0\u{e001}<script>",
        "@[<script>alert(1)</script>](org_01h2xcejqtf2nbrexx3vqjhp41)",
    ] {
        harmless(hostile, &page(hostile));
    }
}

/// Every tag of the page is one of notes', with no attribute but an address that is safe.
fn harmless(notes: &str, page: &str) {
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a whole tag");
        let mut words = tag.trim_start_matches('/').trim_end_matches('/').split_whitespace();
        let element = words.next().unwrap_or_default();
        assert!(TAGS.contains(&element), "{notes}: {page}");
        for (place, word) in words.enumerate() {
            let known = [
                "href=\"http://",
                "href=\"https://",
                "href=\"mailto:",
                "href=\"/stakeholder/",
                "start=\"",
            ];
            let rel = place > 0 || word.starts_with("rel=");
            let safe = known.iter().any(|known| word.starts_with(known));
            let rest = ["rel=\"noopener", "noreferrer", "nofollow\""].contains(&word);
            assert!(safe || rel && rest, "{notes}: {page}");
        }
    }
}

proptest! {
    /// No notes, whatever pieces they are made of, leave anything else on the page.
    #[test]
    fn no_notes_do_harm(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..24)
    ) {
        let notes: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        harmless(&notes, &page(&notes));
    }
}

const PIECES: [&str; 26] = [
    "<",
    ">",
    "\"",
    "'",
    "&",
    "[",
    "](",
    ")",
    "!",
    "`",
    "\n",
    "\n\n",
    "* ",
    "# ",
    "|",
    "---",
    "<script",
    "<a href=",
    "javascript:",
    "https://a.org",
    " onload=x",
    "@[",
    "org_01h2xcejqtf2nbrexx3vqjhp41",
    "<!--",
    "\u{e000}0\u{e001}",
    "é",
];
