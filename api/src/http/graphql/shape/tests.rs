use super::super::admit::{Asked, examine};
use super::super::limits::Limits;
use super::*;
use crate::error::{Error, Result};
use async_graphql::{EmptyMutation, EmptySubscription, Interface, Object, Response, Schema};
use domain::refusal::RefusalCode;

mod document;

#[derive(Clone, Copy)]
struct Cat(u32);
#[derive(Clone, Copy)]
struct Dog(u32);

#[derive(Interface)]
#[expect(clippy::duplicated_attributes, reason = "every field of an interface is an attribute")]
#[graphql(
    field(name = "name", ty = "String"),
    field(name = "nick", ty = "Option<String>"),
    field(name = "lost", ty = "Option<String>"),
    field(name = "torn", ty = "String"),
    field(name = "friend", ty = "Option<Being>"),
    field(name = "friends", ty = "Vec<Being>")
)]
enum Being {
    Cat(Cat),
    Dog(Dog),
}

fn being(number: u32) -> Being {
    if number.is_multiple_of(2) { Being::Cat(Cat(number)) } else { Being::Dog(Dog(number)) }
}

fn failure<T>() -> Result<T> {
    Err(domain::refusal::Refusal::new(RefusalCode::InUse, "test").into())
}

macro_rules! being {
    ($name:ident { $($own:tt)* }) => {
        #[Object]
        impl $name {
            async fn name(&self) -> String {
                format!("{}{}", stringify!($name), self.0)
            }
            async fn nick(&self) -> Option<String> {
                // Ready later than its neighbours.
                tokio::task::yield_now().await;
                (self.0 % 3 != 0).then(|| self.0.to_string())
            }
            async fn lost(&self) -> Result<Option<String>> {
                failure()
            }
            async fn torn(&self) -> Result<String> {
                if self.0 % 4 == 3 { failure() } else { Ok("whole".to_owned()) }
            }
            async fn friend(&self) -> Option<Being> {
                (self.0 % 5 != 0).then(|| being(self.0 + 1))
            }
            async fn friends(&self) -> Vec<Being> {
                vec![being(self.0 + 1), being(self.0 + 2)]
            }
            $($own)*
        }
    };
}

being!(Cat { async fn enemy(&self) -> Dog { Dog(self.0 + 1) } });
being!(Dog { async fn prey(&self) -> Option<Cat> { Some(Cat(self.0 + 1)) } });

struct Query;

#[Object]
impl Query {
    async fn cat(&self) -> Cat {
        Cat(4)
    }
    async fn dog(&self) -> Option<Dog> {
        Some(Dog(7))
    }
    async fn friend(&self) -> Option<Being> {
        Some(being(2))
    }
    async fn friends(&self) -> Vec<Being> {
        vec![being(1), being(6)]
    }
}

/// What the door answers to a document.
fn ask(query: &str) -> Response {
    let schema = Schema::build(Query, EmptyMutation, EmptySubscription).finish();
    let catalogue = Catalogue::parse(&schema.sdl()).unwrap();
    let limits = Limits { tokens: 90_000, aliases: 9_000, cost: u64::MAX, ..Limits::SIGNED_IN };
    let limits = Limits { document: 900_000, selections: 90_000, fragments: 900, ..limits };
    let limits = Limits { query_roots: 9_000, nesting: 99, depth: 99, ..limits };
    let asked = Asked { query: query.to_owned(), ..Asked::default() };
    let admitted =
        examine(asked, &limits, &catalogue).unwrap_or_else(|error| panic!("{query}: {error:?}"));
    let (request, shape) = admitted.into_parts();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut response = runtime.block_on(schema.execute(request));
    assert_ne!(response.data, Value::Null, "{query}: {:?}", response.errors);
    shape.arrange(&mut response, &catalogue);
    response
}

fn text(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}

fn check(query: &str, expected: &str) {
    assert_eq!(text(&ask(query).data), expected, "{query}");
}

/// An object of which nothing is selected is an empty object.
#[test]
fn nothing_selected_is_an_empty_object() {
    check("{ friends { ... on Cat { name } } }", r#"{"friends":[{},{"name":"Cat6"}]}"#);
    check("{ cat { name @include(if: false) } }", r#"{"cat":{}}"#);
    check("{ cat @skip(if: true) { name } }", "{}");
    check(
        "query($no: Boolean = false) { dog { prey @include(if: $no) { name } } }",
        r#"{"dog":{}}"#,
    );
    check(
        "{ __schema { queryType { name @skip(if: true) } } }",
        r#"{"__schema":{"queryType":{}}}"#,
    );
}

/// What a variable that was left out says of a field is its default.
#[test]
fn defaults_of_variables_count_for_directives() {
    check(
        "query($yes: Boolean = true) { cat { name @include(if: $yes) } }",
        r#"{"cat":{"name":"Cat4"}}"#,
    );
    check("query($yes: Boolean = true) { cat { name @skip(if: $yes) } }", r#"{"cat":{}}"#);
}

/// Fields come in the order of the document: a field that is selected twice where it stands first.
#[test]
fn fields_come_in_order() {
    check(
        "{ z: __typename cat { nick name a: torn ...F nick enemy { torn } } a: __typename }
         fragment F on Being { name ... on Cat { enemy { nick name } } kind: __typename }",
        r#"{"z":"Query","cat":{"nick":"4","name":"Cat4","a":"whole","enemy":{"nick":"5","name":"Dog5","torn":"whole"},"kind":"Cat"},"a":"Query"}"#,
    );
    check(
        r#"{ __type(name: "Dog") { kind name fields { name type { ofType { name } kind } } } __typename }"#,
        r#"{"__type":{"kind":"OBJECT","name":"Dog","fields":[{"name":"name","type":{"ofType":{"name":"String"},"kind":"NON_NULL"}},{"name":"nick","type":{"ofType":null,"kind":"SCALAR"}},{"name":"lost","type":{"ofType":null,"kind":"SCALAR"}},{"name":"torn","type":{"ofType":{"name":"String"},"kind":"NON_NULL"}},{"name":"friend","type":{"ofType":null,"kind":"INTERFACE"}},{"name":"friends","type":{"ofType":{"name":null},"kind":"NON_NULL"}},{"name":"prey","type":{"ofType":null,"kind":"OBJECT"}}]},"__typename":"Query"}"#,
    );
}

/// A field that failed is null; where its type allows no null, what stands around it is.
#[test]
fn failure_is_null_where_null_may_be() {
    check("{ cat { lost } }", r#"{"cat":{"lost":null}}"#);
    check("{ dog { name torn } cat { name } }", r#"{"dog":null,"cat":{"name":"Cat4"}}"#);
    check(
        "{ dog { prey { name enemy { friends { name } } } } }",
        r#"{"dog":{"prey":{"name":"Cat8","enemy":{"friends":[{"name":"Cat10"},{"name":"Dog11"}]}}}}"#,
    );
    check(
        "{ dog { name prey { friends { torn } } } }",
        r#"{"dog":{"name":"Dog7","prey":{"friends":[{"torn":"whole"},{"torn":"whole"}]}}}"#,
    );
    check("{ cat { friends { name friends { torn } } } }", "null");
}

/// Also where everything up to a nullable field above became null with it.
#[test]
fn errors_say_where_they_stood() {
    let response = ask("{ friend { friend { torn } } }");
    assert_eq!(text(&response.data), r#"{"friend":{"friend":null}}"#);
    let path = serde_json::to_string(&response.errors[0].path).unwrap();
    assert_eq!(path, r#"["friend","friend","torn"]"#);
}

/// Every error says at which field it stands, below an interface as well.
#[test]
fn errors_say_where_they_stand() {
    let response = ask("{ friends { name l: lost } cat { lost } }");
    let mut paths: Vec<_> =
        response.errors.iter().map(|error| serde_json::to_string(&error.path).unwrap()).collect();
    paths.sort();
    assert_eq!(paths, [r#"["cat","lost"]"#, r#"["friends",0,"l"]"#, r#"["friends",1,"l"]"#]);
    assert!(response.errors.iter().all(|error| error.source::<Error>().is_some()));
}
