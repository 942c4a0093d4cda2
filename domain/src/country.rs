//! Countries: ISO 3166-1 alpha-2 codes with the English and French names of Unicode CLDR.

use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;
use crate::vocabulary::Tongue;

mod region;
pub use region::WorldRegion;

/// A country that ISO 3166-1 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(&'static (&'static str, &'static str, &'static str));

impl Country {
    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.iter().map(Self)
    }

    /// The country with this code (`CM`), name in either language (`Cameroun`), or known other name.
    pub fn parse(text: &str, field: &str) -> Result<Self, Refusal> {
        Self::find(text).ok_or_else(|| Refusal::new(RefusalCode::UnknownCountry, field))
    }

    /// As `parse`, for a reader that has no field to blame.
    pub fn find(text: &str) -> Option<Self> {
        let text = text.trim();
        let code = text.to_ascii_uppercase();
        if let Some(country) = Self::all().find(|country| country.code() == code) {
            return Some(country);
        }
        let folded = fold(&text.replace(" and ", " & "));
        let alias = ALIASES.iter().find(|(name, _)| *name == folded).map(|(_, code)| *code);
        Self::all().find(|country| match alias {
            Some(code) => country.code() == code,
            None => fold(country.0.1) == folded || fold(country.0.2) == folded,
        })
    }

    /// The ISO 3166-1 alpha-2 code.
    pub fn code(self) -> &'static str {
        self.0.0
    }

    /// Other names that people write for it, folded.
    pub fn other_names(self) -> impl Iterator<Item = &'static str> {
        ALIASES.iter().filter(move |(_, code)| *code == self.code()).map(|(name, _)| *name)
    }

    /// The name in one language.
    pub fn name(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::En => self.0.1,
            Tongue::Fr => self.0.2,
        }
    }
}

/// Names that spreadsheets use beside the official ones, folded.
const ALIASES: &[(&str, &str)] = &[
    ("vietnam", "VN"),
    ("viet nam", "VN"),
    ("swaziland", "SZ"),
    ("eswatini fmr swaziland", "SZ"),
    ("congo congo brazzaville", "CG"),
    ("congo brazzaville", "CG"),
    ("republic of the congo", "CG"),
    ("drc", "CD"),
    ("rdc", "CD"),
    ("dr congo", "CD"),
    ("democratic republic of the congo", "CD"),
    ("republique democratique du congo", "CD"),
    ("palestine state", "PS"),
    ("palestine", "PS"),
    ("turkey", "TR"),
    ("turquie", "TR"),
    ("ivory coast", "CI"),
    ("cote divoire", "CI"),
    ("burma", "MM"),
    ("cape verde", "CV"),
    ("cap vert", "CV"),
    ("east timor", "TL"),
    ("united republic of tanzania", "TZ"),
    ("tanzania", "TZ"),
    ("lao pdr", "LA"),
    ("usa", "US"),
    ("united states of america", "US"),
    ("uk", "GB"),
    ("the gambia", "GM"),
    ("czech republic", "CZ"),
    ("macedonia", "MK"),
    ("syria", "SY"),
    ("russian federation", "RU"),
    ("bolivia", "BO"),
];

#[rustfmt::skip]
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "Andorra", "Andorre"),
    ("AE", "United Arab Emirates", "Émirats arabes unis"),
    ("AF", "Afghanistan", "Afghanistan"),
    ("AG", "Antigua & Barbuda", "Antigua-et-Barbuda"),
    ("AI", "Anguilla", "Anguilla"),
    ("AL", "Albania", "Albanie"),
    ("AM", "Armenia", "Arménie"),
    ("AO", "Angola", "Angola"),
    ("AQ", "Antarctica", "Antarctique"),
    ("AR", "Argentina", "Argentine"),
    ("AS", "American Samoa", "Samoa américaines"),
    ("AT", "Austria", "Autriche"),
    ("AU", "Australia", "Australie"),
    ("AW", "Aruba", "Aruba"),
    ("AX", "Åland Islands", "Îles Åland"),
    ("AZ", "Azerbaijan", "Azerbaïdjan"),
    ("BA", "Bosnia & Herzegovina", "Bosnie-Herzégovine"),
    ("BB", "Barbados", "Barbade"),
    ("BD", "Bangladesh", "Bangladesh"),
    ("BE", "Belgium", "Belgique"),
    ("BF", "Burkina Faso", "Burkina Faso"),
    ("BG", "Bulgaria", "Bulgarie"),
    ("BH", "Bahrain", "Bahreïn"),
    ("BI", "Burundi", "Burundi"),
    ("BJ", "Benin", "Bénin"),
    ("BL", "St. Barthélemy", "Saint-Barthélemy"),
    ("BM", "Bermuda", "Bermudes"),
    ("BN", "Brunei", "Brunei"),
    ("BO", "Bolivia", "Bolivie"),
    ("BQ", "Caribbean Netherlands", "Pays-Bas caribéens"),
    ("BR", "Brazil", "Brésil"),
    ("BS", "Bahamas", "Bahamas"),
    ("BT", "Bhutan", "Bhoutan"),
    ("BV", "Bouvet Island", "Île Bouvet"),
    ("BW", "Botswana", "Botswana"),
    ("BY", "Belarus", "Biélorussie"),
    ("BZ", "Belize", "Belize"),
    ("CA", "Canada", "Canada"),
    ("CC", "Cocos (Keeling) Islands", "Îles Cocos"),
    ("CD", "Congo - Kinshasa", "Congo-Kinshasa"),
    ("CF", "Central African Republic", "République centrafricaine"),
    ("CG", "Congo - Brazzaville", "Congo-Brazzaville"),
    ("CH", "Switzerland", "Suisse"),
    ("CI", "Côte d’Ivoire", "Côte d’Ivoire"),
    ("CK", "Cook Islands", "Îles Cook"),
    ("CL", "Chile", "Chili"),
    ("CM", "Cameroon", "Cameroun"),
    ("CN", "China", "Chine"),
    ("CO", "Colombia", "Colombie"),
    ("CR", "Costa Rica", "Costa Rica"),
    ("CU", "Cuba", "Cuba"),
    ("CV", "Cape Verde", "Cap-Vert"),
    ("CW", "Curaçao", "Curaçao"),
    ("CX", "Christmas Island", "Île Christmas"),
    ("CY", "Cyprus", "Chypre"),
    ("CZ", "Czechia", "Tchéquie"),
    ("DE", "Germany", "Allemagne"),
    ("DJ", "Djibouti", "Djibouti"),
    ("DK", "Denmark", "Danemark"),
    ("DM", "Dominica", "Dominique"),
    ("DO", "Dominican Republic", "République dominicaine"),
    ("DZ", "Algeria", "Algérie"),
    ("EC", "Ecuador", "Équateur"),
    ("EE", "Estonia", "Estonie"),
    ("EG", "Egypt", "Égypte"),
    ("EH", "Western Sahara", "Sahara occidental"),
    ("ER", "Eritrea", "Érythrée"),
    ("ES", "Spain", "Espagne"),
    ("ET", "Ethiopia", "Éthiopie"),
    ("FI", "Finland", "Finlande"),
    ("FJ", "Fiji", "Fidji"),
    ("FK", "Falkland Islands", "Îles Malouines"),
    ("FM", "Micronesia", "Micronésie"),
    ("FO", "Faroe Islands", "Îles Féroé"),
    ("FR", "France", "France"),
    ("GA", "Gabon", "Gabon"),
    ("GB", "United Kingdom", "Royaume-Uni"),
    ("GD", "Grenada", "Grenade"),
    ("GE", "Georgia", "Géorgie"),
    ("GF", "French Guiana", "Guyane française"),
    ("GG", "Guernsey", "Guernesey"),
    ("GH", "Ghana", "Ghana"),
    ("GI", "Gibraltar", "Gibraltar"),
    ("GL", "Greenland", "Groenland"),
    ("GM", "Gambia", "Gambie"),
    ("GN", "Guinea", "Guinée"),
    ("GP", "Guadeloupe", "Guadeloupe"),
    ("GQ", "Equatorial Guinea", "Guinée équatoriale"),
    ("GR", "Greece", "Grèce"),
    ("GS", "South Georgia & South Sandwich Islands", "Géorgie du Sud-et-les Îles Sandwich du Sud"),
    ("GT", "Guatemala", "Guatemala"),
    ("GU", "Guam", "Guam"),
    ("GW", "Guinea-Bissau", "Guinée-Bissau"),
    ("GY", "Guyana", "Guyana"),
    ("HK", "Hong Kong SAR China", "R.A.S. chinoise de Hong Kong"),
    ("HM", "Heard & McDonald Islands", "Îles Heard-et-MacDonald"),
    ("HN", "Honduras", "Honduras"),
    ("HR", "Croatia", "Croatie"),
    ("HT", "Haiti", "Haïti"),
    ("HU", "Hungary", "Hongrie"),
    ("ID", "Indonesia", "Indonésie"),
    ("IE", "Ireland", "Irlande"),
    ("IL", "Israel", "Israël"),
    ("IM", "Isle of Man", "Île de Man"),
    ("IN", "India", "Inde"),
    ("IO", "British Indian Ocean Territory", "Territoire britannique de l’océan Indien"),
    ("IQ", "Iraq", "Irak"),
    ("IR", "Iran", "Iran"),
    ("IS", "Iceland", "Islande"),
    ("IT", "Italy", "Italie"),
    ("JE", "Jersey", "Jersey"),
    ("JM", "Jamaica", "Jamaïque"),
    ("JO", "Jordan", "Jordanie"),
    ("JP", "Japan", "Japon"),
    ("KE", "Kenya", "Kenya"),
    ("KG", "Kyrgyzstan", "Kirghizstan"),
    ("KH", "Cambodia", "Cambodge"),
    ("KI", "Kiribati", "Kiribati"),
    ("KM", "Comoros", "Comores"),
    ("KN", "St. Kitts & Nevis", "Saint-Christophe-et-Niévès"),
    ("KP", "North Korea", "Corée du Nord"),
    ("KR", "South Korea", "Corée du Sud"),
    ("KW", "Kuwait", "Koweït"),
    ("KY", "Cayman Islands", "Îles Caïmans"),
    ("KZ", "Kazakhstan", "Kazakhstan"),
    ("LA", "Laos", "Laos"),
    ("LB", "Lebanon", "Liban"),
    ("LC", "St. Lucia", "Sainte-Lucie"),
    ("LI", "Liechtenstein", "Liechtenstein"),
    ("LK", "Sri Lanka", "Sri Lanka"),
    ("LR", "Liberia", "Liberia"),
    ("LS", "Lesotho", "Lesotho"),
    ("LT", "Lithuania", "Lituanie"),
    ("LU", "Luxembourg", "Luxembourg"),
    ("LV", "Latvia", "Lettonie"),
    ("LY", "Libya", "Libye"),
    ("MA", "Morocco", "Maroc"),
    ("MC", "Monaco", "Monaco"),
    ("MD", "Moldova", "Moldavie"),
    ("ME", "Montenegro", "Monténégro"),
    ("MF", "St. Martin", "Saint-Martin"),
    ("MG", "Madagascar", "Madagascar"),
    ("MH", "Marshall Islands", "Îles Marshall"),
    ("MK", "North Macedonia", "Macédoine du Nord"),
    ("ML", "Mali", "Mali"),
    ("MM", "Myanmar (Burma)", "Myanmar (Birmanie)"),
    ("MN", "Mongolia", "Mongolie"),
    ("MO", "Macao SAR China", "R.A.S. chinoise de Macao"),
    ("MP", "Northern Mariana Islands", "Îles Mariannes du Nord"),
    ("MQ", "Martinique", "Martinique"),
    ("MR", "Mauritania", "Mauritanie"),
    ("MS", "Montserrat", "Montserrat"),
    ("MT", "Malta", "Malte"),
    ("MU", "Mauritius", "Maurice"),
    ("MV", "Maldives", "Maldives"),
    ("MW", "Malawi", "Malawi"),
    ("MX", "Mexico", "Mexique"),
    ("MY", "Malaysia", "Malaisie"),
    ("MZ", "Mozambique", "Mozambique"),
    ("NA", "Namibia", "Namibie"),
    ("NC", "New Caledonia", "Nouvelle-Calédonie"),
    ("NE", "Niger", "Niger"),
    ("NF", "Norfolk Island", "Île Norfolk"),
    ("NG", "Nigeria", "Nigeria"),
    ("NI", "Nicaragua", "Nicaragua"),
    ("NL", "Netherlands", "Pays-Bas"),
    ("NO", "Norway", "Norvège"),
    ("NP", "Nepal", "Népal"),
    ("NR", "Nauru", "Nauru"),
    ("NU", "Niue", "Niue"),
    ("NZ", "New Zealand", "Nouvelle-Zélande"),
    ("OM", "Oman", "Oman"),
    ("PA", "Panama", "Panama"),
    ("PE", "Peru", "Pérou"),
    ("PF", "French Polynesia", "Polynésie française"),
    ("PG", "Papua New Guinea", "Papouasie-Nouvelle-Guinée"),
    ("PH", "Philippines", "Philippines"),
    ("PK", "Pakistan", "Pakistan"),
    ("PL", "Poland", "Pologne"),
    ("PM", "St. Pierre & Miquelon", "Saint-Pierre-et-Miquelon"),
    ("PN", "Pitcairn Islands", "Îles Pitcairn"),
    ("PR", "Puerto Rico", "Porto Rico"),
    ("PS", "Palestinian Territories", "Territoires palestiniens"),
    ("PT", "Portugal", "Portugal"),
    ("PW", "Palau", "Palaos"),
    ("PY", "Paraguay", "Paraguay"),
    ("QA", "Qatar", "Qatar"),
    ("RE", "Réunion", "La Réunion"),
    ("RO", "Romania", "Roumanie"),
    ("RS", "Serbia", "Serbie"),
    ("RU", "Russia", "Russie"),
    ("RW", "Rwanda", "Rwanda"),
    ("SA", "Saudi Arabia", "Arabie saoudite"),
    ("SB", "Solomon Islands", "Îles Salomon"),
    ("SC", "Seychelles", "Seychelles"),
    ("SD", "Sudan", "Soudan"),
    ("SE", "Sweden", "Suède"),
    ("SG", "Singapore", "Singapour"),
    ("SH", "St. Helena", "Sainte-Hélène"),
    ("SI", "Slovenia", "Slovénie"),
    ("SJ", "Svalbard & Jan Mayen", "Svalbard et Jan Mayen"),
    ("SK", "Slovakia", "Slovaquie"),
    ("SL", "Sierra Leone", "Sierra Leone"),
    ("SM", "San Marino", "Saint-Marin"),
    ("SN", "Senegal", "Sénégal"),
    ("SO", "Somalia", "Somalie"),
    ("SR", "Suriname", "Suriname"),
    ("SS", "South Sudan", "Soudan du Sud"),
    ("ST", "São Tomé & Príncipe", "Sao Tomé-et-Principe"),
    ("SV", "El Salvador", "Salvador"),
    ("SX", "Sint Maarten", "Saint-Martin (partie néerlandaise)"),
    ("SY", "Syria", "Syrie"),
    ("SZ", "Eswatini", "Eswatini"),
    ("TC", "Turks & Caicos Islands", "Îles Turques-et-Caïques"),
    ("TD", "Chad", "Tchad"),
    ("TF", "French Southern Territories", "Terres australes françaises"),
    ("TG", "Togo", "Togo"),
    ("TH", "Thailand", "Thaïlande"),
    ("TJ", "Tajikistan", "Tadjikistan"),
    ("TK", "Tokelau", "Tokelau"),
    ("TL", "Timor-Leste", "Timor oriental"),
    ("TM", "Turkmenistan", "Turkménistan"),
    ("TN", "Tunisia", "Tunisie"),
    ("TO", "Tonga", "Tonga"),
    ("TR", "Türkiye", "Turquie"),
    ("TT", "Trinidad & Tobago", "Trinité-et-Tobago"),
    ("TV", "Tuvalu", "Tuvalu"),
    ("TW", "Taiwan", "Taïwan"),
    ("TZ", "Tanzania", "Tanzanie"),
    ("UA", "Ukraine", "Ukraine"),
    ("UG", "Uganda", "Ouganda"),
    ("UM", "U.S. Outlying Islands", "Îles mineures éloignées des États-Unis"),
    ("US", "United States", "États-Unis"),
    ("UY", "Uruguay", "Uruguay"),
    ("UZ", "Uzbekistan", "Ouzbékistan"),
    ("VA", "Vatican City", "État de la Cité du Vatican"),
    ("VC", "St. Vincent & Grenadines", "Saint-Vincent-et-les Grenadines"),
    ("VE", "Venezuela", "Venezuela"),
    ("VG", "British Virgin Islands", "Îles Vierges britanniques"),
    ("VI", "U.S. Virgin Islands", "Îles Vierges des États-Unis"),
    ("VN", "Vietnam", "Viêt Nam"),
    ("VU", "Vanuatu", "Vanuatu"),
    ("WF", "Wallis & Futuna", "Wallis-et-Futuna"),
    ("WS", "Samoa", "Samoa"),
    ("YE", "Yemen", "Yémen"),
    ("YT", "Mayotte", "Mayotte"),
    ("ZA", "South Africa", "Afrique du Sud"),
    ("ZM", "Zambia", "Zambie"),
    ("ZW", "Zimbabwe", "Zimbabwe"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A country is found by its code and by its names in both languages, accents or not.
    #[test]
    fn countries_are_found_by_code_and_name() {
        for text in ["CM", "cm", "Cameroon", "Cameroun", " cameroun "] {
            assert_eq!(Country::find(text).map(Country::code), Some("CM"), "{text}");
        }
        assert_eq!(Country::find("Côte d’Ivoire").map(Country::code), Some("CI"));
        assert_eq!(Country::find("Trinidad and Tobago").map(Country::code), Some("TT"));
        assert_eq!(Country::find("NA").map(Country::code), Some("NA"));
        assert!(Country::parse("Atlantis", "country").is_err());
        assert!(Country::parse("XX", "country").is_err());
    }

    /// Every alias leads to a country, and every country's own names lead to it.
    #[test]
    fn names_lead_to_their_country() {
        for (name, code) in ALIASES {
            assert_eq!(Country::find(name).map(Country::code), Some(*code), "{name}");
        }
        for country in Country::all() {
            for tongue in [Tongue::En, Tongue::Fr] {
                assert_eq!(Country::find(country.name(tongue)), Some(country));
            }
        }
    }
}
