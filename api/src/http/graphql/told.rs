//! What a client is told about what its request cost: `extensions.cost`.

use async_graphql::{Name, Value};
use chrono::SecondsFormat;

use super::bucket::Balance;
use super::limits::Limits;

/// The cost of one request, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Nodes that the document can resolve; none when it was refused before that was known.
    pub requested: Option<u64>,
    /// Nodes that it did resolve, for which alone it pays; none when it was not executed.
    pub resolved: Option<u64>,
    /// The limits of whoever asked.
    pub limits: Limits,
    /// What they have left.
    pub balance: Balance,
}

impl Told {
    /// As it stands in the answer.
    pub fn value(&self) -> Value {
        let figure = |figure: Option<u64>| figure.map_or(Value::Null, Value::from);
        let reset_at = self.balance.reset_at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let told = [
            ("requested", figure(self.requested)),
            ("resolved", figure(self.resolved)),
            ("limit", self.limits.cost.into()),
            ("budget", self.limits.budget.into()),
            ("remaining", self.balance.remaining.into()),
            ("restoredPerSecond", self.limits.restored.into()),
            ("resetAt", reset_at.into()),
        ];
        Value::Object(told.into_iter().map(|(name, value)| (Name::new(name), value)).collect())
    }
}

/// How many nodes an answer holds: its objects, the root aside.
pub fn resolved(data: &Value) -> u64 {
    objects(data).saturating_sub(1)
}

fn objects(value: &Value) -> u64 {
    match value {
        Value::Object(fields) => 1 + fields.values().map(objects).sum::<u64>(),
        Value::List(items) => items.iter().map(objects).sum(),
        _ => 0,
    }
}
