//! What became of all cases, by who sent them.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// One document and its answer.
#[derive(Debug)]
pub struct Case {
    codes: Vec<String>,
    seconds: f64,
    operation: String,
    /// What is wrong with the answer.
    pub fault: Option<String>,
    document: String,
}

impl Case {
    /// A case as it was kept; none for a line that was cut off.
    pub fn read(line: &str) -> Option<Self> {
        let kept: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        let codes = kept["codes"].as_array()?.iter().filter_map(Value::as_str);
        Some(Self {
            codes: codes.map(str::to_owned).collect(),
            seconds: kept["seconds"].as_f64()?,
            operation: text("operation")?,
            fault: text("fault"),
            document: text("document").unwrap_or_default(),
        })
    }

    /// The code of the first error, or that there was none.
    fn outcome(&self) -> &str {
        self.codes.first().map_or("answered", String::as_str)
    }
}

/// All cases of one seed.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<(&'static str, Vec<Case>)>,
}

impl Table {
    /// Adds what one account sent.
    pub fn add(&mut self, account: &'static str, cases: Vec<Case>) {
        self.rows.push((account, cases));
    }

    /// How many there are.
    pub fn cases(&self) -> usize {
        self.rows.iter().map(|(_, cases)| cases.len()).sum()
    }

    /// How many went wrong.
    pub fn faults(&self) -> usize {
        self.rows.iter().flat_map(|(_, cases)| cases).filter(|case| case.fault.is_some()).count()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        for (account, cases) in &self.rows {
            writeln!(to, "\n{account}: {} cases", cases.len())?;
            let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
            for case in cases {
                *outcomes.entry(case.outcome()).or_default() += 1;
            }
            for (outcome, count) in outcomes {
                writeln!(to, "  {outcome:28}{count:6}")?;
            }
            let slowest = cases.iter().max_by(|one, other| one.seconds.total_cmp(&other.seconds));
            if let Some(case) = slowest {
                writeln!(to, "  slowest: {:.3} s, {}", case.seconds, case.operation)?;
            }
            for case in cases {
                if let Some(fault) = &case.fault {
                    writeln!(to, "  FAULT {}: {fault}\n{}", case.operation, case.document)?;
                }
            }
        }
        write!(to, "\n{} cases, {} faults", self.cases(), self.faults())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases are counted by what became of them, and faults are told with their documents.
    #[test]
    fn counted() {
        let lines = [
            r#"{"codes":[],"seconds":0.1,"operation":"Query.me","fault":null}"#,
            r#"{"codes":["NOT_FOUND"],"seconds":0.3,"operation":"Query.node","fault":null}"#,
            r#"{"codes":["500"],"seconds":0.2,"operation":"Query.node","fault":"status 500","document":"{ node }"}"#,
            r#"{"codes":["#,
        ];
        let mut table = Table::default();
        table.add("anonymous", lines.iter().filter_map(|line| Case::read(line)).collect());
        assert_eq!((table.cases(), table.faults()), (3, 1));
        let told = table.to_string();
        for part in ["NOT_FOUND", "answered", "slowest: 0.300 s", "status 500\n{ node }"] {
            assert!(told.contains(part), "{told}");
        }
    }
}
