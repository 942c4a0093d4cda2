//! The regions of the world that countries lie in: the five of the United Nations (M49).

use super::Country;
use crate::vocabulary;

vocabulary! {
    /// A region of the world, by the United Nations' list M49.
    pub enum WorldRegion {
        /// Africa.
        Africa = "AFRICA", "Africa" | "Afrique";
        /// North, Central and South America and the Caribbean.
        Americas = "AMERICAS", "Americas" | "Amériques";
        /// Asia.
        Asia = "ASIA", "Asia" | "Asie";
        /// Europe.
        Europe = "EUROPE", "Europe" | "Europe";
        /// Oceania.
        Oceania = "OCEANIA", "Oceania" | "Océanie";
        /// In none of them: Antarctica and what the list leaves out.
        Elsewhere = "ELSEWHERE", "elsewhere" | "ailleurs";
    }
}

impl WorldRegion {
    /// Where a country lies.
    pub fn of(country: Country) -> Self {
        let holds =
            |(_, codes): &&(Self, &str)| codes.split(' ').any(|code| code == country.code());
        MEMBERS.iter().find(holds).map_or(Self::Elsewhere, |(region, _)| *region)
    }
}

/// The countries of each region by code.
#[rustfmt::skip]
const MEMBERS: &[(WorldRegion, &str)] = &[
    (WorldRegion::Africa, "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW"),
    (WorldRegion::Americas, "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI"),
    (WorldRegion::Asia, "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"),
    (WorldRegion::Europe, "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"),
    (WorldRegion::Oceania, "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code of the lists is a country's, stands in one list, and only Antarctica lies elsewhere.
    #[test]
    fn every_country_lies_in_one_region() {
        let codes: Vec<_> = MEMBERS.iter().flat_map(|(_, codes)| codes.split(' ')).collect();
        for country in Country::all() {
            let times = codes.iter().filter(|code| **code == country.code()).count();
            let expected = usize::from(country.code() != "AQ");
            assert_eq!(times, expected, "{}", country.code());
        }
        let known = |code: &str| Country::all().any(|country| country.code() == code);
        let unknown: Vec<_> = codes.iter().filter(|code| !known(code)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    /// A country lies where the list says.
    #[test]
    fn countries_lie_where_the_list_says() {
        for (name, region) in [
            ("Cameroun", WorldRegion::Africa),
            ("Nepal", WorldRegion::Asia),
            ("HT", WorldRegion::Americas),
        ] {
            assert_eq!(WorldRegion::of(Country::find(name).unwrap()), region, "{name}");
        }
    }
}
