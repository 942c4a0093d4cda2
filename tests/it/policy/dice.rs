//! Questions made by chance from the schema, the same ones for the same seed.

use super::contract::{Contract, items, name};
use super::ground::{Ground, outside};
use super::scene::Scene;
use domain::policy::Viewer;
use serde_json::{Value, json};

/// Chance that can be repeated.
pub struct Dice(pub u64);

impl Dice {
    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        // Steele and Vigna's splitmix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).expect("a bound"))
            .expect("small")
    }

    /// One of these.
    pub fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// What arguments are made of: of everything that there is, hidden or not.
pub struct Pool {
    ids: Vec<String>,
    communities: Vec<String>,
    slugs: Vec<String>,
    words: Vec<String>,
    cursors: Vec<String>,
}

/// Where each list begins, to go on behind.
const LISTS: &str = "{ stakeholders(first: 100) { edges { cursor node { slug } } }
    relationships(first: 30) { edges { cursor } } changes(first: 100) { edges { cursor } }
    engagements(first: 9) { edges { cursor } } sources(first: 9) { edges { cursor } }
    organizations(first: 9) { edges { cursor } } imports(first: 9) { edges { cursor } }
    actions(first: 9) { edges { cursor } } }";

impl Pool {
    /// All that these places have.
    pub async fn of(ground: &Ground, scenes: &[&Scene]) -> Self {
        let ids = scenes.iter().flat_map(|it| it.ids()).map(|id| id.to_string()).collect();
        let communities = [ground.home, ground.abroad].map(|id| json!(outside(id)).to_string());
        let read = ground.data(&Viewer::Owner, LISTS, Value::Null).await;
        let lists = read.as_object().into_iter().flat_map(|all| all.values());
        let edges: Vec<_> = lists.flat_map(|list| items(&list["edges"])).collect();
        let cursors = edges.iter().map(|edge| edge["cursor"].to_string()).collect();
        let slugs = edges.iter().filter(|edge| edge["node"].is_object());
        let slugs = slugs.map(|edge| edge["node"]["slug"].to_string()).collect();
        let written = ["organization", "summary", "resume", "why", "note", "twin", "xyz"];
        let words = scenes.iter().map(|it| it.word.as_str()).chain(written);
        let words = words.map(|word| json!(word).to_string()).collect();
        Self { ids, communities: communities.into(), slugs, words, cursors }
    }

    fn text(&self, dice: &mut Dice, argument: &str) -> String {
        match argument {
            "after" => dice.of(&self.cursors).clone(),
            "slug" => dice.of(&self.slugs).clone(),
            _ => dice.of(&self.words).clone(),
        }
    }

    fn scalar(&self, dice: &mut Dice, of: &str, argument: &str) -> String {
        match (of, argument) {
            ("ID", "community") => dice.of(&self.communities).clone(),
            ("ID", _) => dice.of(&self.ids).clone(),
            ("Int", "first" | "limit") if dice.once_in(40) => "0".to_owned(),
            ("Int", "first") => (1 + dice.below(6)).to_string(),
            ("Int", "limit") => (1 + dice.below(20)).to_string(),
            ("Int", _) => (1 + dice.below(3)).to_string(),
            ("Float", _) => dice.below(9).to_string(),
            ("Boolean", _) => dice.once_in(2).to_string(),
            ("Date", _) => (*dice.of(&["\"2026-03-02\"", "\"2027-01-01\""])).to_owned(),
            ("PartialDate", _) => (*dice.of(&["\"2026\"", "\"2026-03\""])).to_owned(),
            ("DateTime", _) => format!("\"2026-03-02T09:00:{:02}Z\"", dice.below(12)),
            _ => self.text(dice, argument),
        }
    }
}

/// Makes one document after another.
struct Maker<'a> {
    contract: &'a Contract,
    pool: &'a Pool,
    aliases: usize,
}

impl Maker<'_> {
    /// A value of a type, as introspection tells it.
    fn value(&self, dice: &mut Dice, of: &Value, argument: &str) -> String {
        match of["kind"].as_str() {
            Some("NON_NULL") => self.value(dice, &of["ofType"], argument),
            Some("LIST") => {
                let many = 1 + dice.below(2);
                let list: Vec<_> =
                    (0..many).map(|_| self.value(dice, &of["ofType"], argument)).collect();
                format!("[{}]", list.join(", "))
            }
            Some("ENUM") => {
                let words: Vec<_> =
                    items(&self.contract.of(name(of))["enumValues"]).map(name).collect();
                (*dice.of(&words)).to_owned()
            }
            Some("INPUT_OBJECT") => self.object(dice, name(of)),
            _ => self.pool.scalar(dice, name(of), argument),
        }
    }

    fn object(&self, dice: &mut Dice, of: &str) -> String {
        let fields: Vec<_> = items(&self.contract.of(of)["inputFields"]).collect();
        let chosen: Vec<_> = if of.ends_with("By") {
            vec![*dice.of(&fields)]
        } else {
            fields
                .into_iter()
                .filter(|it| self.contract.is_required(it) || dice.once_in(5))
                .collect()
        };
        let one = |field: &&Value| {
            format!("{}: {}", name(field), self.value(dice, &field["type"], name(field)))
        };
        let given: Vec<_> = chosen.iter().map(one).collect();
        format!("{{ {} }}", given.join(", "))
    }

    fn field(&mut self, dice: &mut Dice, field: &Value, hops: usize) -> String {
        let mut given = Vec::new();
        for argument in items(&field["args"]) {
            let own = name(argument);
            let often = match own {
                "after" => 6,
                "filter" | "orderBy" => 2,
                _ => 3,
            };
            if self.contract.is_required(argument) || dice.once_in(often) {
                given.push(format!("{own}: {}", self.value(dice, &argument["type"], own)));
            }
        }
        let given =
            if given.is_empty() { String::new() } else { format!("({})", given.join(", ")) };
        self.aliases += 1;
        let alias = self.aliases;
        let below = self.contract.answer(field).to_owned();
        let below = match self.contract.is_leaf(&below) {
            true => String::new(),
            false => format!(" {{ {} }}", self.selection(dice, &below, hops)),
        };
        format!("a{alias}: {}{given}{below}", name(field))
    }

    /// Some fields of a type: leaves, and a few that lead on.
    fn selection(&mut self, dice: &mut Dice, of: &str, hops: usize) -> String {
        let contract = self.contract;
        let (leaves, others): (Vec<_>, Vec<_>) =
            contract.fields(of).partition(|field| contract.is_leaf(contract.answer(field)));
        let mut selection = "__typename".to_owned();
        for _ in 0..leaves.len().min(4) {
            let field = leaves[dice.below(leaves.len())];
            let field = self.field(dice, field, hops);
            selection.push_str(&format!(" {field}"));
        }
        for _ in 0..others.len().min(2) {
            if hops > 0 {
                let field = others[dice.below(others.len())];
                let field = self.field(dice, field, hops - 1);
                selection.push_str(&format!(" {field}"));
            }
        }
        for kind in contract.kinds(of).collect::<Vec<_>>() {
            if dice.once_in(4) {
                let below = self.selection(dice, kind, hops.saturating_sub(1));
                selection.push_str(&format!(" ... on {kind} {{ {below} }}"));
            }
        }
        selection
    }
}

/// Documents of one question each, with what is asked below it.
pub fn questions(contract: &Contract, pool: &Pool, dice: &mut Dice, many: usize) -> Vec<String> {
    let roots: Vec<_> = contract.fields("Query").collect();
    let document = |_| {
        let mut maker = Maker { contract, pool, aliases: 0 };
        let root = *dice.of(&roots);
        format!("{{ {} }}", maker.field(dice, root, 2))
    };
    (0..many).map(document).collect()
}
