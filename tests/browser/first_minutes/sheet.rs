//! A list of partners as an association keeps it in a spreadsheet: French headings, accents, one
//! partner under two spellings, types that nobody filled in, one country that does not exist.

/// How many rows the list has below its headings.
pub const ROWS: usize = 150;
/// How many of them are new partners.
pub const NEW: usize = 146;

const HEADINGS: [&str; 6] =
    ["Nom du partenaire", "Catégorie", "Pays", "Langue", "Lien avec nous", "Observations"];

const BODIES: [&str; 6] = [
    "Mutuelle de santé",
    "Association des usagers",
    "Caisse d’assurance maladie",
    "Fédération des pharmaciens",
    "Réseau des sages-femmes",
    "École de santé publique",
];

const TOWNS: [(&str, &str); 25] = [
    ("Thiès", "Sénégal"),
    ("Saint-Louis", "Sénégal"),
    ("Ségou", "Mali"),
    ("Kayes", "Mali"),
    ("Bobo-Dioulasso", "Burkina Faso"),
    ("Koudougou", "Burkina Faso"),
    ("Bouaké", "Côte d’Ivoire"),
    ("Korhogo", "Côte d’Ivoire"),
    ("Sokodé", "Togo"),
    ("Kpalimé", "Togo"),
    ("Parakou", "Bénin"),
    ("Abomey", "Bénin"),
    ("Garoua", "Cameroun"),
    ("Bafoussam", "Cameroun"),
    ("Moundou", "Tchad"),
    ("Abéché", "Tchad"),
    ("Bukavu", "Congo-Kinshasa"),
    ("Kolwezi", "Congo-Kinshasa"),
    ("Gitega", "Burundi"),
    ("Antsirabe", "Madagascar"),
    ("Toamasina", "Madagascar"),
    ("Zinder", "Niger"),
    ("Maradi", "Niger"),
    ("Kindia", "Guinée"),
    ("Labé", "Guinée"),
];

/// The cells as a spreadsheet puts them on the clipboard.
pub fn cells() -> String {
    let mut rows = vec![HEADINGS.map(str::to_owned)];
    let known = [
        [
            "Organisation internationale du Travail",
            "Multilatéral",
            "",
            "français",
            "ancien contact",
            "",
        ],
        ["O.I.T.", "", "", "", "ancien contact", "voir aussi plus haut"],
        ["MUTUELLE DE SANTE DE THIES", "", "Sénégal", "", "", "saisie deux fois"],
        ["Comptoir des îles", "Autre", "Atlantide", "", "", ""],
    ];
    rows.extend(known.map(|row| row.map(str::to_owned)));
    let partners = BODIES.iter().flat_map(|body| TOWNS.map(|town| (*body, town)));
    rows.extend(partners.take(NEW).enumerate().map(|(place, (body, (town, country)))| {
        // Every seventh has no type: the form asks what to assume.
        let kind = if place % 7 == 3 { "" } else { "Autre" };
        let note = format!("Rencontrée à {town}");
        [&format!("{body} de {town}"), kind, country, "français", "nouveau", &note]
            .map(str::to_owned)
    }));
    assert_eq!(rows.len(), ROWS + 1);
    rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
}
