//! Working languages: ISO 639-1 codes with the English and French names of Unicode CLDR.

use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;
use crate::vocabulary::Tongue;

/// A language that ISO 639-1 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(&'static (&'static str, &'static str, &'static str));

impl Language {
    /// Every language, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// The language with this code (`fr`) or name in either language (`French`, `français`).
    pub fn parse(text: &str, field: &str) -> Result<Self, Refusal> {
        let folded = fold(text);
        Self::all()
            .find(|language| {
                language.code() == folded
                    || fold(language.0.1) == folded
                    || fold(language.0.2) == folded
            })
            .ok_or_else(|| Refusal::new(RefusalCode::UnknownLanguage, field))
    }

    /// The ISO 639-1 code, in lower case.
    pub fn code(self) -> &'static str {
        self.0.0
    }

    /// The name in one language.
    pub fn name(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::En => self.0.1,
            Tongue::Fr => self.0.2,
        }
    }
}

#[rustfmt::skip]
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("aa", "Afar", "afar"),
    ("ab", "Abkhazian", "abkhaze"),
    ("ae", "Avestan", "avestique"),
    ("af", "Afrikaans", "afrikaans"),
    ("ak", "Akan", "akan"),
    ("am", "Amharic", "amharique"),
    ("an", "Aragonese", "aragonais"),
    ("ar", "Arabic", "arabe"),
    ("as", "Assamese", "assamais"),
    ("av", "Avaric", "avar"),
    ("ay", "Aymara", "aymara"),
    ("az", "Azerbaijani", "azerbaïdjanais"),
    ("ba", "Bashkir", "bachkir"),
    ("be", "Belarusian", "biélorusse"),
    ("bg", "Bulgarian", "bulgare"),
    ("bi", "Bislama", "bichelamar"),
    ("bm", "Bambara", "bambara"),
    ("bn", "Bangla", "bengali"),
    ("bo", "Tibetan", "tibétain"),
    ("br", "Breton", "breton"),
    ("bs", "Bosnian", "bosniaque"),
    ("ca", "Catalan", "catalan"),
    ("ce", "Chechen", "tchétchène"),
    ("ch", "Chamorro", "chamorro"),
    ("co", "Corsican", "corse"),
    ("cr", "Cree", "cree"),
    ("cs", "Czech", "tchèque"),
    ("cu", "Church Slavic", "slavon d’église"),
    ("cv", "Chuvash", "tchouvache"),
    ("cy", "Welsh", "gallois"),
    ("da", "Danish", "danois"),
    ("de", "German", "allemand"),
    ("dv", "Divehi", "maldivien"),
    ("dz", "Dzongkha", "dzongkha"),
    ("ee", "Ewe", "éwé"),
    ("el", "Greek", "grec"),
    ("en", "English", "anglais"),
    ("eo", "Esperanto", "espéranto"),
    ("es", "Spanish", "espagnol"),
    ("et", "Estonian", "estonien"),
    ("eu", "Basque", "basque"),
    ("fa", "Persian", "persan"),
    ("ff", "Fula", "peul"),
    ("fi", "Finnish", "finnois"),
    ("fj", "Fijian", "fidjien"),
    ("fo", "Faroese", "féroïen"),
    ("fr", "French", "français"),
    ("fy", "Western Frisian", "frison occidental"),
    ("ga", "Irish", "irlandais"),
    ("gd", "Scottish Gaelic", "gaélique écossais"),
    ("gl", "Galician", "galicien"),
    ("gn", "Guarani", "guarani"),
    ("gu", "Gujarati", "goudjarati"),
    ("gv", "Manx", "mannois"),
    ("ha", "Hausa", "haoussa"),
    ("he", "Hebrew", "hébreu"),
    ("hi", "Hindi", "hindi"),
    ("ho", "Hiri Motu", "hiri motu"),
    ("hr", "Croatian", "croate"),
    ("ht", "Haitian Creole", "créole haïtien"),
    ("hu", "Hungarian", "hongrois"),
    ("hy", "Armenian", "arménien"),
    ("hz", "Herero", "héréro"),
    ("ia", "Interlingua", "interlingua"),
    ("id", "Indonesian", "indonésien"),
    ("ie", "Interlingue", "interlingue"),
    ("ig", "Igbo", "igbo"),
    ("ii", "Sichuan Yi", "yi du Sichuan"),
    ("ik", "Inupiaq", "inupiaq"),
    ("io", "Ido", "ido"),
    ("is", "Icelandic", "islandais"),
    ("it", "Italian", "italien"),
    ("iu", "Inuktitut", "inuktitut"),
    ("ja", "Japanese", "japonais"),
    ("jv", "Javanese", "javanais"),
    ("ka", "Georgian", "géorgien"),
    ("kg", "Kongo", "kikongo"),
    ("ki", "Kikuyu", "kikuyu"),
    ("kj", "Kuanyama", "kuanyama"),
    ("kk", "Kazakh", "kazakh"),
    ("kl", "Kalaallisut", "groenlandais"),
    ("km", "Khmer", "khmer"),
    ("kn", "Kannada", "kannada"),
    ("ko", "Korean", "coréen"),
    ("kr", "Kanuri", "kanouri"),
    ("ks", "Kashmiri", "cachemiri"),
    ("ku", "Kurdish", "kurde"),
    ("kv", "Komi", "komi"),
    ("kw", "Cornish", "cornique"),
    ("ky", "Kyrgyz", "kirghize"),
    ("la", "Latin", "latin"),
    ("lb", "Luxembourgish", "luxembourgeois"),
    ("lg", "Ganda", "ganda"),
    ("li", "Limburgish", "limbourgeois"),
    ("ln", "Lingala", "lingala"),
    ("lo", "Lao", "lao"),
    ("lt", "Lithuanian", "lituanien"),
    ("lu", "Luba-Katanga", "luba-katanga (kiluba)"),
    ("lv", "Latvian", "letton"),
    ("mg", "Malagasy", "malgache"),
    ("mh", "Marshallese", "marshallais"),
    ("mi", "Māori", "maori"),
    ("mk", "Macedonian", "macédonien"),
    ("ml", "Malayalam", "malayalam"),
    ("mn", "Mongolian", "mongol"),
    ("mr", "Marathi", "marathi"),
    ("ms", "Malay", "malais"),
    ("mt", "Maltese", "maltais"),
    ("my", "Burmese", "birman"),
    ("na", "Nauru", "nauruan"),
    ("nb", "Norwegian Bokmål", "norvégien bokmål"),
    ("nd", "North Ndebele", "ndébélé du Nord"),
    ("ne", "Nepali", "népalais"),
    ("ng", "Ndonga", "ndonga"),
    ("nl", "Dutch", "néerlandais"),
    ("nn", "Norwegian Nynorsk", "norvégien nynorsk"),
    ("no", "Norwegian", "norvégien"),
    ("nr", "South Ndebele", "ndébélé du Sud"),
    ("nv", "Navajo", "navajo"),
    ("ny", "Nyanja", "chewa"),
    ("oc", "Occitan", "occitan"),
    ("oj", "Ojibwa", "ojibwa"),
    ("om", "Oromo", "oromo"),
    ("or", "Odia", "odia"),
    ("os", "Ossetic", "ossète"),
    ("pa", "Punjabi", "pendjabi"),
    ("pi", "Pali", "pali"),
    ("pl", "Polish", "polonais"),
    ("ps", "Pashto", "pachto"),
    ("pt", "Portuguese", "portugais"),
    ("qu", "Quechua", "quechua"),
    ("rm", "Romansh", "romanche"),
    ("rn", "Rundi", "roundi"),
    ("ro", "Romanian", "roumain"),
    ("ru", "Russian", "russe"),
    ("rw", "Kinyarwanda", "kinyarwanda"),
    ("sa", "Sanskrit", "sanskrit"),
    ("sc", "Sardinian", "sarde"),
    ("sd", "Sindhi", "sindhi"),
    ("se", "Northern Sami", "same du Nord"),
    ("sg", "Sango", "sango"),
    ("sh", "Serbo-Croatian", "serbo-croate"),
    ("si", "Sinhala", "cingalais"),
    ("sk", "Slovak", "slovaque"),
    ("sl", "Slovenian", "slovène"),
    ("sm", "Samoan", "samoan"),
    ("sn", "Shona", "shona"),
    ("so", "Somali", "somali"),
    ("sq", "Albanian", "albanais"),
    ("sr", "Serbian", "serbe"),
    ("ss", "Swati", "swati"),
    ("st", "Southern Sotho", "sotho du Sud"),
    ("su", "Sundanese", "soundanais"),
    ("sv", "Swedish", "suédois"),
    ("sw", "Swahili", "swahili"),
    ("ta", "Tamil", "tamoul"),
    ("te", "Telugu", "télougou"),
    ("tg", "Tajik", "tadjik"),
    ("th", "Thai", "thaï"),
    ("ti", "Tigrinya", "tigrigna"),
    ("tk", "Turkmen", "turkmène"),
    ("tl", "Tagalog", "tagalog"),
    ("tn", "Tswana", "tswana"),
    ("to", "Tongan", "tongien"),
    ("tr", "Turkish", "turc"),
    ("ts", "Tsonga", "tsonga"),
    ("tt", "Tatar", "tatar"),
    ("tw", "Twi", "twi"),
    ("ty", "Tahitian", "tahitien"),
    ("ug", "Uyghur", "ouïghour"),
    ("uk", "Ukrainian", "ukrainien"),
    ("ur", "Urdu", "ourdou"),
    ("uz", "Uzbek", "ouzbek"),
    ("ve", "Venda", "venda"),
    ("vi", "Vietnamese", "vietnamien"),
    ("vo", "Volapük", "volapük"),
    ("wa", "Walloon", "wallon"),
    ("wo", "Wolof", "wolof"),
    ("xh", "Xhosa", "xhosa"),
    ("yi", "Yiddish", "yiddish"),
    ("yo", "Yoruba", "yoruba"),
    ("za", "Zhuang", "zhuang"),
    ("zh", "Chinese", "chinois"),
    ("zu", "Zulu", "zoulou"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A language is found by its code and by its names in both languages.
    #[test]
    fn languages_are_found_by_code_and_name() {
        for text in ["fr", "FR", "French", "français", "Francais"] {
            assert_eq!(Language::parse(text, "languages").unwrap().code(), "fr", "{text}");
        }
        assert!(Language::parse("xx", "languages").is_err());
        assert!(Language::parse("", "languages").is_err());
    }
}
