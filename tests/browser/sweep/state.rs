//! The states that pages can be in, and how each is reached.

mod daily;

use thirtyfour::Key;

use crate::support::{Role, Visitor};
pub use daily::{CLOSED, DAILY};

/// A page in one of its states.
pub struct State {
    /// What it is called in a report.
    pub name: &'static str,
    steps: &'static [Step],
}

/// A word in English and in French.
type Words = (&'static str, &'static str);

/// One step on the way to a state.
enum Step {
    /// Open an address.
    Open(&'static str),
    /// Follow the link of the first row of the list.
    FirstRow,
    /// Press the first thing of a role and name.
    Press(Role, Words),
    /// Write into a field.
    Fill(Words, &'static str),
    /// Type on what has the focus.
    Type(&'static str),
    /// Put the focus on the picture, and press its keys.
    OnMap(&'static str),
    /// Wait for a text.
    Read(Words),
    /// Press Escape, so that a question or a menu closes.
    Escape,
}

use Step::{Escape, Fill, FirstRow, OnMap, Open, Press, Read, Type};

impl State {
    const fn new(name: &'static str, steps: &'static [Step]) -> Self {
        Self { name, steps }
    }

    /// Goes there.
    pub async fn reach(&self, visitor: &Visitor) {
        for step in self.steps {
            step.take(visitor).await;
            visitor.settle().await;
        }
    }
}

impl Step {
    async fn take(&self, visitor: &Visitor) {
        let word = |(english, french): &Words| visitor.word(english, french).to_owned();
        match self {
            Self::Open(path) => visitor.open(path).await,
            Self::FirstRow => {
                visitor.evaluate("document.querySelector('tbody th a').click()").await;
                visitor.no_longer_at("/directory").await;
            }
            Self::Press(role, words) => visitor.press_first(*role, &word(words)).await,
            Self::Fill(words, text) => visitor.fill(&word(words), text).await,
            Self::Type(text) => visitor.type_on(*text).await,
            Self::OnMap(keys) => {
                visitor.evaluate("document.querySelector('canvas').focus()").await;
                visitor.type_on(*keys).await;
            }
            Self::Read(words) => visitor.reads(&word(words)).await,
            Self::Escape => visitor.keys(&[Key::Escape]).await,
        }
    }
}

/// What can be seen without signing in.
pub const PUBLIC: &[State] = &[
    State::new("home", &[Open("/")]),
    State::new(
        "home, appearance menu",
        &[Open("/"), Press(Role::Summary, ("Appearance", "Apparence"))],
    ),
    State::new(
        "home, search",
        &[Open("/"), Type("/"), Type("open"), Read(("OpenLMIS", "OpenLMIS"))],
    ),
    State::new("directory", &[Open("/directory")]),
    State::new("directory, nobody", &[Open("/directory?q=zzzz")]),
    State::new("organization", &[Open("/directory?q=digital+square&kind=ORGANIZATION"), FirstRow]),
    State::new(
        "global good",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Summary, ("1 piece of evidence", "1 preuve")),
        ],
    ),
    State::new("group", &[Open("/directory?kind=GROUP&sort=-RELATIONSHIPS"), FirstRow]),
    State::new(
        "implementation",
        &[Open("/directory?kind=IMPLEMENTATION&sort=-RELATIONSHIPS"), FirstRow],
    ),
    State::new("programme", &[Open("/directory?kind=PROGRAMME&sort=-RELATIONSHIPS"), FirstRow]),
    State::new("place", &[Open("/directory?kind=PLACE&sort=-RELATIONSHIPS"), FirstRow]),
    State::new("segment", &[Open("/directory?kind=SEGMENT&sort=-RELATIONSHIPS"), FirstRow]),
    State::new("unresolved", &[Open("/directory?unresolved=true"), FirstRow]),
    State::new(
        "history",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Link, ("History", "Historique")),
        ],
    ),
    State::new(
        "relationship",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Link, ("Details", "Détails")),
        ],
    ),
    State::new("map, start", &[Open("/map")]),
    State::new(
        "map",
        &[
            Open("/map"),
            Press(Role::Link, ("openIMIS", "openIMIS")),
            Press(Role::Radio, ("2", "2")),
        ],
    ),
    State::new(
        "map, stakeholder",
        &[Open("/map"), Press(Role::Link, ("OpenLMIS", "OpenLMIS")), OnMap("nn")],
    ),
    State::new(
        "map, relationship",
        &[Open("/map"), Press(Role::Link, ("OpenLMIS", "OpenLMIS")), OnMap("e")],
    ),
    State::new("changes", &[Open("/changes")]),
    State::new(
        "versions compared",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Link, ("History", "Historique")),
            Press(Role::Link, ("Compare versions", "Comparer des versions")),
        ],
    ),
    State::new("actions, closed", &[Open("/actions")]),
    State::new("pipeline, closed", &[Open("/pipeline")]),
    State::new("sign in", &[Open("/signin")]),
    State::new(
        "forgotten password, refused",
        &[Open("/forgot"), Press(Role::Button, ("Send the link", "Envoyer le lien"))],
    ),
    State::new("invitation", &[Open("/invitation#token=AAAA")]),
    State::new(
        "reset, refused",
        &[
            Open("/reset#token=AAAA"),
            Press(Role::Button, ("Set the password", "Enregistrer le mot de passe")),
        ],
    ),
    State::new("invitation, no link", &[Open("/"), Open("/invitation")]),
    State::new("verification, no link", &[Open("/verify")]),
    State::new("account, closed", &[Open("/account")]),
    State::new("members, closed", &[Open("/members")]),
    State::new("missing", &[Open("/nowhere")]),
    State::new("closed form", &[Open("/import")]),
];

/// The answers of the graph, which can be read without signing in.
pub const ANSWERS: &[State] = &[
    State::new("relationships", &[Open("/relationships")]),
    State::new("support", &[Open("/support")]),
    State::new("support, nothing recorded", &[Open("/support?country=TD&service=HOSTING&level=4")]),
    State::new("questions", &[Open("/questions")]),
    State::new("feedback", &[Open("/feedback")]),
    State::new(
        "feedback, ladder",
        &[Open("/feedback"), Press(Role::Link, ("OpenLMIS", "OpenLMIS"))],
    ),
    State::new("seats", &[Open("/representation?constituency=governments")]),
    State::new("seats, nobody", &[Open("/representation?vacant=true")]),
    State::new("governance", &[Open("/representation?view=governance")]),
    State::new("overlap", &[Open("/representation?view=overlap")]),
    State::new("what if, start", &[Open("/what-if")]),
    State::new(
        "what if",
        &[
            Open("/what-if"),
            Press(
                Role::Link,
                ("All 2 recorded funders of OpenLMIS", "Tous les bailleurs connus : OpenLMIS (2)"),
            ),
            Press(
                Role::Summary,
                ("Compare with another scenario", "Comparer avec un autre scénario"),
            ),
        ],
    ),
    State::new("funding, start", &[Open("/funding")]),
    State::new("funding", &[Open("/funding"), Press(Role::Link, ("OpenLMIS", "OpenLMIS"))]),
    State::new("two days, none chosen", &[Open("/diff")]),
    State::new("two days", &[Open("/diff?from=2018-01-01&to=2021-01-01")]),
    State::new("old", &[Open("/relationships?freshness=STALE&sources=1&asOf=2020-12-31")]),
    State::new("introductions, start", &[Open("/introductions")]),
    State::new("coverage", &[Open("/coverage")]),
    State::new("coverage, a country", &[Open("/coverage?country=CM&across=SERVICE")]),
    State::new("not known", &[Open("/unknowns")]),
    State::new("not known, nothing", &[Open("/unknowns?kind=PLACE&field=LAST_HEARD")]),
    State::new("peers, start", &[Open("/peers")]),
    State::new("network", &[Open("/network")]),
    State::new("network, not recorded", &[Open("/network?measure=STRENGTH&layer=MONEY")]),
    State::new("needs", &[Open("/needs")]),
    State::new("needs, nothing", &[Open("/needs?side=OFFER&service=HOSTING&status=WITHDRAWN")]),
    State::new("network, nobody", &[Open("/network?layer=ADVOCACY&asOf=1900-01-01")]),
];

/// What members see.
pub const WORK: &[State] = &[
    State::new("home, signed in", &[Open("/")]),
    State::new("attention", &[Open("/attention")]),
    State::new("attention, nothing", &[Open("/attention?rule=FUNDING_ENDING")]),
    State::new(
        "brief",
        &[Open("/attention"), Press(Role::Link, ("Before the call", "Avant l’appel"))],
    ),
    State::new("directory, signed in", &[Open("/directory?stage=IDENTIFIED")]),
    State::new("profile, signed in", &[Open("/directory?q=gavi"), FirstRow]),
    State::new(
        "archive question",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Button, ("Archive", "Archiver")),
        ],
    ),
    State::new("pipeline", &[Escape, Open("/pipeline")]),
    State::new(
        "pipeline, ways",
        &[
            Open("/pipeline"),
            Press(
                Role::Button,
                (
                    "Move Central medical stores to another stage",
                    "Déplacer Centrales d’achat de médicaments vers une autre étape",
                ),
            ),
        ],
    ),
    State::new("actions", &[Escape, Open("/actions")]),
    State::new("pipeline, table", &[Open("/pipeline?view=table")]),
    State::new("pipeline, filtered away", &[Open("/pipeline?q=zzzz")]),
    State::new(
        "practice question",
        &[
            Open("/pipeline"),
            Press(Role::Button, ("Remove the practice data", "Supprimer les données d’exercice")),
        ],
    ),
    State::new(
        "engagement",
        &[
            Escape,
            Open("/pipeline?q=universit"),
            Press(Role::Link, ("Universities", "Universités")),
        ],
    ),
    State::new(
        "engagement, facts",
        &[
            Open("/pipeline?q=universit"),
            Press(Role::Link, ("Universities", "Universités")),
            Press(Role::Button, ("Edit", "Modifier")),
        ],
    ),
    State::new(
        "history, signed in",
        &[Open("/directory?q=gavi"), FirstRow, Press(Role::Link, ("History", "Historique"))],
    ),
    State::new(
        "introductions",
        &[
            Open("/directory?q=international+labour&kind=ORGANIZATION"),
            FirstRow,
            Press(Role::Link, ("Who can introduce us?", "Qui peut nous présenter ?")),
        ],
    ),
    State::new("changes, signed in", &[Open("/changes")]),
    State::new("import", &[Open("/import")]),
    State::new(
        "import, preview",
        &[
            Open("/import"),
            Fill(
                (
                    "Cells, with their headings in the first row",
                    "Cellules, avec les en-têtes dans la première ligne",
                ),
                "Nom;Pays;Type\nFonds mondial;;\nNouvelle mutuelle;Atlantide;Autre\nAutre mutuelle;Cameroun;Autre",
            ),
            Press(Role::Button, ("Look at it", "Examiner")),
        ],
    ),
];

/// The forms, empty and refused.
pub const FORMS: &[State] = &[
    State::new("what is it", &[Open("/stakeholder/new")]),
    State::new(
        "new need, refused",
        &[
            Open("/needs"),
            Press(Role::Summary, ("State a need or an offer", "Dire un besoin ou une offre")),
            Press(Role::Button, ("State it", "Enregistrer")),
        ],
    ),
    State::new(
        "new organization",
        &[Open("/stakeholder/new?kind=ORGANIZATION"), Press(Role::Button, ("Create", "Créer"))],
    ),
    State::new("new global good", &[Open("/stakeholder/new?kind=GLOBAL_GOOD")]),
    State::new("new group", &[Open("/stakeholder/new?kind=GROUP")]),
    State::new("new implementation", &[Open("/stakeholder/new?kind=IMPLEMENTATION")]),
    State::new("new programme", &[Open("/stakeholder/new?kind=PROGRAMME")]),
    State::new("new person", &[Open("/stakeholder/new?kind=PERSON")]),
    State::new("new place", &[Open("/stakeholder/new?kind=PLACE")]),
    State::new("new segment", &[Open("/stakeholder/new?kind=SEGMENT")]),
    State::new(
        "edit",
        &[
            Open("/directory?q=global+fund&kind=ORGANIZATION"),
            FirstRow,
            Press(Role::Link, ("Edit", "Modifier")),
        ],
    ),
    State::new(
        "new relationship",
        &[
            Open("/directory?q=global+fund&kind=ORGANIZATION"),
            FirstRow,
            Press(Role::Link, ("Add a relationship", "Ajouter une relation")),
        ],
    ),
    State::new(
        "relationship, settling",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Link, ("Details", "Détails")),
        ],
    ),
    State::new(
        "new engagement",
        &[Open("/engagement/new"), Press(Role::Button, ("Open engagement", "Ouvrir l’engagement"))],
    ),
];

/// One's own account, and the members of a community as its admin sees them.
pub const ACCOUNT: &[State] = &[
    State::new("account", &[Open("/account")]),
    State::new(
        "account, refused",
        &[
            Open("/account"),
            Press(Role::Button, ("Change the password", "Changer le mot de passe")),
            Press(Role::Button, ("Make a token", "Créer un jeton")),
        ],
    ),
    State::new(
        "account, a token made",
        &[
            Open("/account"),
            Fill(("What it is for", "À quoi il sert"), "openlmis"),
            Press(Role::Button, ("Make a token", "Créer un jeton")),
            Read(("Copy it now", "Copiez-le maintenant")),
        ],
    ),
    State::new("members", &[Open("/members")]),
    State::new("members, refused", &[Open("/members"), Press(Role::Button, ("Invite", "Inviter"))]),
];
