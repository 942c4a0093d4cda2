//! The map, as a picture and as tables.

use std::collections::BTreeMap;

use thirtyfour::Key;

use crate::support::{Role, Screen, Setting, Visitor, play};

/// What the canvas tells of its picture.
struct Picture {
    nodes: BTreeMap<String, (f64, f64)>,
    edges: usize,
    labels: Vec<[f64; 4]>,
    names: BTreeMap<String, String>,
    size: (f64, f64),
}

/// With the keyboard alone one walks over the map, reads about what is selected, and puts it in the
/// middle.
#[test]
fn the_keyboard_leads_everywhere() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        visitor.evaluate("document.querySelector('canvas').focus()").await;
        visitor.type_on("n").await;
        visitor.type_on("n").await;
        let inspector = visitor.find(Role::Region, "Selection").await;
        let told = visitor.words_of(&inspector).await;
        assert!(!told.contains("Nothing selected") && told.contains("Put in the middle"), "{told}");
        visitor.keys(&[Key::Enter]).await;
        assert_eq!(visitor.words_of(&visitor.focused().await).await, "Selection");
        visitor.keys(&[Key::Escape]).await;
        assert_eq!(visitor.focused().await.tag_name().await.expect("a name"), "canvas");
        visitor.type_on("e").await;
        visitor.settle().await;
        assert!(visitor.words_of(&inspector).await.contains("Evidence"));

        visitor.keys(&[Key::Escape, Key::Right]).await;
        visitor.type_on("n").await;
        let name =
            visitor.evaluate("return document.querySelector('.map-inspector h3').innerText").await;
        let name = name.as_str().expect("a name").to_owned();
        let before = visitor.address().await;
        visitor.type_on("f").await;
        visitor.find(Role::Heading, &format!("Map of {name}")).await;
        assert_ne!(visitor.address().await, before);
    });
}

/// Two steps around openIMIS, no label covers another or leaves the picture, on a desk and on a phone.
#[test]
fn labels_do_not_overlap() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        let address = visitor.address().await;
        for screen in [Screen::Desk, Screen::Phone] {
            visitor.use_screen(screen).await;
            visitor.open(&address).await;
            let picture = picture(visitor).await;
            assert!(picture.labels.len() > 3, "{screen:?}: {} labels", picture.labels.len());
            for (place, one) in picture.labels.iter().enumerate() {
                let inside = one[0] >= 0.0
                    && one[1] >= 0.0
                    && one[0] + one[2] <= picture.size.0
                    && one[1] + one[3] <= picture.size.1;
                assert!(inside, "{screen:?}: {one:?} leaves {:?}", picture.size);
                for other in &picture.labels[place + 1..] {
                    assert!(!overlap(one, other), "{screen:?}: {one:?} and {other:?}");
                }
            }
        }
    });
}

/// Names tell apart whom they stand for, also where there is room for few letters; and whoever has many
/// relationships in the picture has a name in it.
#[test]
fn names_tell_apart() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        visitor.press(Role::Radio, "3").await;
        visitor.is_at("depth=3").await;
        visitor.settle().await;
        let address = visitor.address().await;
        for screen in [Screen::Desk, Screen::Phone] {
            visitor.use_screen(screen).await;
            visitor.open(&address).await;
            let picture = picture(visitor).await;
            let mut names: Vec<_> = picture.names.values().collect();
            names.sort();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{screen:?}: {:?}", picture.names);
            for hub in hubs(visitor).await {
                assert!(
                    picture.names.contains_key(&hub),
                    "{screen:?}: {hub} of {:?}",
                    picture.names
                );
            }
        }
    });
}

/// The ids of those with at least five relationships in the picture, by its table.
async fn hubs(visitor: &Visitor) -> Vec<String> {
    let hubs = "return [...document.querySelectorAll('tr[data-node]')]
        .filter((row) => parseInt(row.cells[4].innerText) >= 5).map((row) => row.dataset.node)";
    serde_json::from_value(visitor.evaluate(hubs).await).expect("ids")
}

/// The tables list exactly the stakeholders and relationships drawn, and one press on a row selects it
/// in the picture.
#[test]
fn tables_list_what_is_drawn() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        let picture = picture(visitor).await;
        let listed = |kind: &str| {
            format!(
                "return [...document.querySelectorAll('tr[data-{kind}]')].map((row) => row.dataset.{kind})"
            )
        };
        let nodes: Vec<String> =
            serde_json::from_value(visitor.evaluate(&listed("node")).await).expect("ids");
        let edges: Vec<String> =
            serde_json::from_value(visitor.evaluate(&listed("edge")).await).expect("ids");
        let mut sorted = nodes.clone();
        sorted.sort();
        assert_eq!(sorted, picture.nodes.keys().cloned().collect::<Vec<_>>());
        assert_eq!(edges.len(), picture.edges);
        let mut unique = edges.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), edges.len());
    });
}

/// The same data give the same picture: after a reload everything is where it was.
#[test]
fn the_picture_stays_the_same() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        let before = picture(visitor).await;
        visitor.reload().await;
        assert_eq!(picture(visitor).await.nodes, before.nodes);
    });
}

/// Kinds, layers and states are told by form: with all colours taken away, no two samples of the legend
/// are alike.
#[test]
fn nothing_is_told_by_colour_alone() {
    play(Setting::ENGLISH, async |visitor| {
        open_openimis(visitor).await;
        let drawn = visitor.evaluate(SAMPLES).await;
        let groups: Vec<Vec<(String, String)>> = serde_json::from_value(drawn).expect("samples");
        assert_eq!(groups.len(), 4, "kinds, layers, states, signs");
        for samples in groups {
            assert!(samples.len() > 1, "{samples:?}");
            for (place, (word, form)) in samples.iter().enumerate() {
                assert!(!form.is_empty(), "{word} has no form");
                for (other, same) in &samples[place + 1..] {
                    assert_ne!(form, same, "{word} and {other} look alike without colour");
                }
            }
        }
    });
}

/// For each list of the legend, the words with the form of their samples: paths, dashes, widths, texts.
const SAMPLES: &str = r#"
const form = (sample) => [...sample.querySelectorAll("path, text")].map((part) =>
  ["d", "stroke-dasharray", "stroke-width"].map((name) => part.getAttribute(name) ?? "").join("|") + part.textContent
    + (part.classList.contains("map-sample-ring") ? "ring" : "")).join(";");
const groups = [...document.querySelectorAll(".map-legend .map-ticks > ul, .map-legend .map-signs")];
return groups.map((group) => [...group.children].filter((item) => item.querySelector("svg"))
  .map((item) => [item.innerText, form(item.querySelector("svg"))]));
"#;

/// Two steps around openIMIS, found from the map's own start page.
async fn open_openimis(visitor: &Visitor) {
    visitor.open("/map").await;
    visitor.press(Role::Link, "openIMIS").await;
    visitor.press(Role::Radio, "2").await;
    visitor.is_at("depth=2").await;
    visitor.settle().await;
}

async fn picture(visitor: &Visitor) -> Picture {
    let told = visitor.evaluate(
        "const canvas = document.querySelector('canvas'); return {...canvas.dataset, width: canvas.clientWidth, height: canvas.clientHeight}",
    );
    let told = told.await;
    let text =
        |key: &str| told[key].as_str().unwrap_or_else(|| panic!("no {key} in {told}")).to_owned();
    let number = |key: &str| told[key].as_f64().expect("a number");
    let nodes: BTreeMap<String, (f64, f64)> =
        serde_json::from_str(&text("positions")).expect("places");
    assert_eq!(nodes.len().to_string(), text("nodes"));
    Picture {
        nodes,
        edges: text("edges").parse().expect("a number"),
        labels: serde_json::from_str(&text("labelBoxes")).expect("boxes"),
        names: serde_json::from_str(&text("names")).expect("names"),
        size: (number("width"), number("height")),
    }
}

/// Whether two boxes (left, top, width, height) share more than an edge.
fn overlap(one: &[f64; 4], other: &[f64; 4]) -> bool {
    let apart = |start: usize| {
        one[start] + one[start + 2] <= other[start] + 0.01
            || other[start] + other[start + 2] <= one[start] + 0.01
    };
    !apart(0) && !apart(1)
}
