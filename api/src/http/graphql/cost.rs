//! The one pass over a parsed document. Every selection set is visited once: a fragment is weighed
//! when it is first met and its weight reused, so a chain of fragments that doubles at each link
//! costs linear time here, and is refused before anything would write it out.

mod costliest;
mod input;
mod introspection;
mod page;
mod weight;

use std::collections::HashMap;

use async_graphql::parser::types::{
    Directive, ExecutableDocument, Field, FragmentDefinition, OperationDefinition, OperationType,
    Selection, SelectionSet, TypeCondition,
};
use async_graphql::{Positioned, Variables};

use super::catalogue::Catalogue;
use super::limits::Limits;
use super::refused::Refused;
use crate::error::{Error, Part};
use page::Pages;
use weight::{Nodes, Place, Sum, Weight};

pub use input::check_variables;

/// What the cost of an operation is measured against.
#[derive(Clone, Copy)]
pub struct Scale<'a> {
    /// The limits of whoever asks.
    pub limits: &'a Limits,
    /// What is known of the schema.
    pub catalogue: &'a Catalogue,
}

/// What an operation requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    /// How many nodes.
    pub nodes: u64,
    /// By how many fields it begins.
    pub roots: u64,
    /// Which field asks for most of them.
    pub costliest: Option<Part>,
}

/// Checks a whole document and answers what the chosen operation requests.
pub fn cost(
    document: &ExecutableDocument,
    chosen: &OperationDefinition,
    variables: &Variables,
    scale: Scale<'_>,
) -> Result<Requested, Refused> {
    let pages = Pages { variables, definitions: &chosen.variable_definitions };
    let mut walk = Walk { document, scale, pages, weighed: HashMap::new(), aliases: 0 };
    walk.check_size()?;
    let mut selections = 0_u64;
    let (mut total, mut roots) = (Nodes::default(), 0);
    for (_, operation) in document.operations.iter() {
        let weight = walk.operation(&operation.node)?;
        selections = selections.saturating_add(weight.selections);
        if std::ptr::eq(&raw const operation.node, &raw const *chosen) {
            (total, roots) = (weight.total(), weight.fields);
        }
    }
    for name in document.fragments.keys() {
        walk.fragment(name.as_str(), 0)?;
    }
    let limits = scale.limits;
    within("selections", selections, limits.selections)?;
    within("aliases", walk.aliases, limits.aliases)?;
    let costliest = total.costliest.part();
    if total.count > limits.cost {
        let (requested, limit) = (total.count, limits.cost);
        return Err(Error::TooCostly { part: "nodes", requested, limit, costliest }.into());
    }
    Ok(Requested { nodes: total.count, roots, costliest })
}

/// Refuses what exceeds a limit.
pub fn within(part: &'static str, requested: u64, limit: u64) -> Result<(), Error> {
    if requested > limit {
        return Err(Error::TooCostly { part, requested, limit, costliest: None });
    }
    Ok(())
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    scale: Scale<'a>,
    pages: Pages<'a>,
    /// The weight of every fragment met; none while it is being weighed.
    weighed: HashMap<&'a str, Option<Weight>>,
    aliases: u64,
}

/// Where a selection stands.
#[derive(Clone, Copy)]
struct At<'a> {
    /// The type that it is on; none when the schema has no such field.
    on: Option<&'a str>,
    place: Place,
    level: u64,
}

impl<'a> At<'a> {
    fn down(self, on: Option<&'a str>) -> Self {
        Self { on, level: self.level + 1, ..self }
    }
}

impl<'a> Walk<'a> {
    fn check_size(&self) -> Result<(), Error> {
        let limits = self.scale.limits;
        within("operations", count(self.document.operations.iter().len()), limits.operations)?;
        within("fragments", count(self.document.fragments.len()), limits.fragments)
    }

    fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Weight, Refused> {
        let limits = self.scale.limits;
        self.directives(&operation.directives)?;
        for definition in &operation.variable_definitions {
            self.directives(&definition.node.directives)?;
        }
        let at = At { on: self.scale.catalogue.root(operation.ty), place: Place::Data, level: 1 };
        let weight = self.selection_set(&operation.selection_set.node, at)?;
        let roots = match operation.ty {
            OperationType::Query => limits.query_roots,
            OperationType::Mutation => limits.mutation_roots,
            OperationType::Subscription => 1,
        };
        within("root fields", weight.fields, roots)?;
        within("levels of nesting", weight.levels, limits.nesting)?;
        within("levels of fields", weight.depth, limits.depth)?;
        within("levels of introspection", weight.introspection, limits.introspection_depth)?;
        within("nodes of introspection", weight.schema, limits.introspection)?;
        within("fields of fields in introspection", weight.lists, introspection::LISTS)?;
        Ok(weight)
    }

    fn selection_set(&mut self, set: &'a SelectionSet, at: At<'a>) -> Result<Weight, Refused> {
        within("levels of nesting", at.level, self.scale.limits.nesting)?;
        let mut sum = Sum::default();
        for selection in &set.items {
            self.directives(selection.node.directives())?;
            match &selection.node {
                Selection::Field(field) => sum.add(self.field(&field.node, at)?),
                Selection::FragmentSpread(spread) => {
                    let name = spread.node.fragment_name.node.as_str();
                    let weight = self.fragment(name, at.level)?.spread();
                    let fragment = self.document.fragments.get(name);
                    let on = fragment.map(|fragment| &fragment.node.type_condition);
                    sum.add_for(self.object(on), weight);
                }
                Selection::InlineFragment(inline) => {
                    let below = &inline.node.selection_set.node;
                    let on = inline.node.type_condition.as_ref();
                    let on = on.map_or(at.on, |on| Some(on.node.on.node.as_str()));
                    let weight = self.selection_set(below, at.down(on))?.spread();
                    sum.add_for(self.object(inline.node.type_condition.as_ref()), weight);
                }
            }
        }
        Ok(sum.total())
    }

    /// The object type that a fragment is for; none when it may be for several.
    fn object(&self, on: Option<&'a Positioned<TypeCondition>>) -> Option<&'a str> {
        let name = on?.node.on.node.as_str();
        self.scale.catalogue.is_object(name).then_some(name)
    }

    fn field(&mut self, field: &'a Field, at: At<'a>) -> Result<Weight, Refused> {
        self.aliases += u64::from(field.alias.is_some());
        for (name, value) in &field.arguments {
            input::check_argument(name.node.as_str(), &value.node, self.scale.limits.list)?;
        }
        let place = at.place.below(field.name.node.as_str());
        let set = &field.selection_set.node;
        if set.items.is_empty() {
            return Ok(Weight::leaf(place));
        }
        let member = at.on.and_then(|on| self.scale.catalogue.member(on, &field.name.node));
        let on = member.map(|member| member.base().as_str());
        let below = self.selection_set(set, At { place, ..at.down(on) })?;
        Ok(match place {
            Place::Introspection => introspection::weigh(field.name.node.as_str(), below),
            Place::Data => {
                let page = self.pages.of(field)?;
                page::weigh(field.response_key().node.as_str(), page, below, member)
            }
        })
    }

    /// A fragment that spreads itself is refused; one that does not exist weighs nothing, because
    /// the schema's own rules refuse it.
    fn fragment(&mut self, name: &'a str, level: u64) -> Result<Weight, Refused> {
        let Some(fragment) = self.document.fragments.get(name) else {
            return Ok(Weight::default());
        };
        match self.weighed.get(name) {
            Some(Some(weight)) => Ok(weight.clone()),
            Some(None) => Err(cycle(name, fragment)),
            None => {
                self.weighed.insert(name, None);
                self.directives(&fragment.node.directives)?;
                let on = fragment.node.type_condition.node.on.node.as_str();
                let at = At { on: Some(on), place: Place::of_type(on), level: level + 1 };
                let weight = self.selection_set(&fragment.node.selection_set.node, at)?;
                self.weighed.insert(name, Some(weight.clone()));
                Ok(weight)
            }
        }
    }

    fn directives(&self, directives: &[Positioned<Directive>]) -> Result<(), Error> {
        let limits = self.scale.limits;
        within("directives at one place", count(directives.len()), limits.directives)?;
        directives.iter().flat_map(|directive| &directive.node.arguments).try_for_each(
            |(name, value)| input::check_argument(name.node.as_str(), &value.node, limits.list),
        )
    }
}

fn cycle(name: &str, fragment: &Positioned<FragmentDefinition>) -> Refused {
    let message = format!("The fragment \"{name}\" contains itself.");
    Refused::Invalid { message, at: Some(fragment.pos) }
}

/// A length as a figure to be limited.
pub fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
