//! Writes the Rust types of every GraphQL operation in `graphql/`, checked against the schema.
//!
//! `graphql_client_codegen` resolves the operations and designs the types. Its answers are read with
//! serde, though, whose code for so many types makes up a quarter of the bundle; so the types get a
//! plain reader of their own instead (`client::wire`), and serde's trait by way of it.

use graphql_client_codegen::{
    CodegenMode, GraphQLClientCodegenOptions, generate_module_token_stream,
};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};
use syn::{
    Attribute, Expr, ExprLit, Fields, Item, ItemEnum, ItemMod, ItemStruct, Lit, UseTree,
    parse_quote,
};

const SCHEMA: &str = "../schema.graphql";
const OPERATIONS: &str = "graphql";
const DERIVED: &str = "Clone, Debug, PartialEq";

/// The one list of the closed words that are `domain`'s and are not declared again.
const WORDS: &str = "src/client/words.rs";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SCHEMA}");
    println!("cargo::rerun-if-changed={OPERATIONS}");
    println!("cargo::rerun-if-changed={WORDS}");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    let words = words()?;
    fs::write(folder.join("words.rs"), word_readers(&words).to_string())?;
    for entry in fs::read_dir(OPERATIONS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "graphql") {
            write_operations(&path, &folder, &words)
                .map_err(|problem| format!("{}: {problem}", path.display()))?;
        }
    }
    Ok(())
}

/// Writes one file for each operation of a document, named as the operation.
fn write_operations(
    document: &Path,
    folder: &Path,
    words: &[String],
) -> Result<(), Box<dyn Error>> {
    let tokens = generate_module_token_stream(document.into(), Path::new(SCHEMA), options(words))
        .map_err(|problem| problem.to_string())?;
    let file: syn::File = syn::parse2(tokens)?;
    let text = fs::read_to_string(document)?;
    // The generator writes three items for each operation: its name, its module, its trait.
    for items in file.items.chunks(3) {
        let [Item::Struct(name), Item::Mod(module), operation] = items else {
            return Err("the generator writes operations in another form".into());
        };
        if sent(module).as_deref() != Some(&*text) {
            return Err(format!("{} is not sent as it is written", name.ident).into());
        }
        let module = readable(module.clone(), words);
        let tokens = quote! {
            /// An operation of the API.
            #name
            #module
            #operation
        };
        fs::write(folder.join(format!("{}.rs", name.ident)), tokens.to_string())?;
    }
    Ok(())
}

/// What the front end sends for an operation. It must be the document byte by byte: under the digest of
/// that the server knows it as ours (`xtask/src/bundle/manifest.rs`).
fn sent(module: &ItemMod) -> Option<String> {
    let (_, items) = module.content.as_ref()?;
    items.iter().find_map(|item| match item {
        Item::Const(constant) if constant.ident == "QUERY" => match &*constant.expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}

fn options(words: &[String]) -> GraphQLClientCodegenOptions {
    let mut options = GraphQLClientCodegenOptions::new(CodegenMode::Cli);
    options.set_module_visibility(parse_quote!(pub));
    options.set_response_derives(DERIVED.to_owned());
    options.set_variables_derives(DERIVED.to_owned());
    options.set_custom_scalars_module(parse_quote!(crate::client::scalars));
    options.set_extern_enums(words.to_vec());
    options
}

/// The closed words that `client::words` takes from `domain`.
fn words() -> Result<Vec<String>, Box<dyn Error>> {
    let file = syn::parse_file(&fs::read_to_string(WORDS)?)?;
    let mut words = Vec::new();
    for item in file.items {
        if let Item::Use(uses) = item {
            leaves(&uses.tree, &mut words);
        }
    }
    Ok(words)
}

/// The names at the ends of a `use`.
fn leaves(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(_) | UseTree::Glob(_) => {}
    }
}

/// Reads a closed word by its code.
fn word_readers(words: &[String]) -> TokenStream {
    let readers = words.iter().map(|word| {
        let word = format_ident!("{word}");
        quote! {
            impl Wire for words::#word {
                fn read(value: &Value) -> Option<Self> {
                    Self::parse(value.as_str()?)
                }
            }
        }
    });
    quote!(#(#readers)*)
}

/// The module with its response types read by `client::wire`.
fn readable(mut module: ItemMod, words: &[String]) -> ItemMod {
    let items = module.content.take().map(|(_, items)| items).unwrap_or_default();
    let mut written = word_import(&items, words);
    for mut item in items.into_iter().filter(|item| !is_replaced(item)) {
        match &mut item {
            Item::Enum(of) if is_schema_enum(of) => {
                written.extend(schema_enum(of));
                continue;
            }
            Item::Struct(of) if is_read(&of.attrs) => written.extend(struct_reader(of)),
            Item::Enum(of) if is_read(&of.attrs) => written.extend(union_reader(of)),
            _ => {}
        }
        written.push(item);
    }
    module.content = Some((Default::default(), written));
    module
}

/// Whether an item is written otherwise: taking in everything around the module, where the
/// generator expects the words, and serde's part of the schema's enums.
fn is_replaced(item: &Item) -> bool {
    match item {
        Item::Use(uses) => matches!(&uses.tree, UseTree::Path(path) if path.ident == "super"),
        Item::Impl(of) => of.trait_.is_some(),
        _ => false,
    }
}

/// Takes in the closed words that the types name, and no others.
fn word_import(items: &[Item], words: &[String]) -> Vec<Item> {
    let mut named = BTreeSet::new();
    for item in items {
        identifiers(item.to_token_stream(), &mut named);
    }
    let used = words.iter().filter(|word| named.contains(*word));
    let import = |word: &String| {
        let word = format_ident!("{word}");
        parse_quote!(use crate::client::words::#word;)
    };
    used.map(import).collect()
}

/// Every name in some tokens.
fn identifiers(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => identifiers(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether a type is read from an answer, rather than only sent.
fn is_read(attributes: &[Attribute]) -> bool {
    let derive = attributes.iter().find(|attribute| attribute.path().is_ident("derive"));
    derive.is_some_and(|derive| derive.to_token_stream().to_string().contains("Deserialize"))
}

/// Whether an enum stands for one of the schema that is not `domain`'s: the generator adds `Other`.
fn is_schema_enum(of: &ItemEnum) -> bool {
    of.variants.last().is_some_and(|variant| variant.ident == "Other")
}

/// Reads every field by its name in the answer; a flattened one is read from the same object.
fn struct_reader(of: &mut ItemStruct) -> Vec<Item> {
    let fields = of.fields.iter_mut().filter_map(|field| {
        let name = field.ident.clone()?;
        let serde = serde_of(&mut field.attrs);
        let read = match renamed(&serde) {
            _ if serde.contains("flatten") => quote!(crate::client::wire::Wire::read(value)?),
            Some(rename) => quote!(crate::client::wire::field(value, #rename)?),
            None => {
                let own = name.to_string();
                quote!(crate::client::wire::field(value, #own)?)
            }
        };
        Some(quote!(#name: #read))
    });
    let body = quote!(Some(Self { #(#fields),* }));
    of.attrs = derived();
    readers(&of.ident, &body)
}

/// Reads the variant that the object's `__typename` names. What a variant holds is boxed: one type
/// of an interface may have thirty fields, and the next none.
fn union_reader(of: &mut ItemEnum) -> Vec<Item> {
    for variant in &mut of.variants {
        for field in &mut variant.fields {
            let held = &field.ty;
            field.ty = parse_quote!(Box<#held>);
        }
    }
    let variants = of.variants.iter().map(|variant| {
        let (name, code) = (&variant.ident, variant.ident.to_string());
        match variant.fields {
            Fields::Unit => quote!(#code => Some(Self::#name)),
            _ => quote!(#code => Some(Self::#name(crate::client::wire::Wire::read(value)?))),
        }
    });
    let body = quote! {
        match crate::client::wire::type_name(value)? {
            #(#variants,)*
            _ => None,
        }
    };
    of.attrs = derived();
    readers(&of.ident, &body)
}

/// A word list of the schema that is not `domain`'s, read and written by its codes.
fn schema_enum(of: &ItemEnum) -> Vec<Item> {
    let name = &of.ident;
    let codes: Vec<_> = of.variants.iter().map(|variant| variant.ident.to_string()).collect();
    let codes = &codes[..codes.len().saturating_sub(1)];
    let variants: Vec<_> = codes.iter().map(|code| format_ident!("{}", camel(code))).collect();
    let body = quote! {
        match value.as_str()? {
            #(#codes => Some(Self::#variants),)*
            _ => None,
        }
    };
    let mut items = readers(name, &body);
    items.push(parse_quote! {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum #name {
            #(#variants),*
        }
    });
    items.push(parse_quote! {
        impl Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    #(Self::#variants => #codes),*
                })
            }
        }
    });
    items
}

/// `UPDATED_AT` as `UpdatedAt`.
fn camel(code: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        format!("{first}{}", rest.to_ascii_lowercase())
    };
    code.split('_').map(word).collect()
}

fn readers(name: &Ident, body: &TokenStream) -> Vec<Item> {
    let wire = parse_quote! {
        impl crate::client::wire::Wire for #name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                #body
            }
        }
    };
    let serde = parse_quote! {
        impl<'de> Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::client::wire::by_reading(deserializer)
            }
        }
    };
    vec![wire, serde]
}

fn derived() -> Vec<Attribute> {
    vec![parse_quote!(#[derive(Clone, Debug, PartialEq)])]
}

/// Takes serde's attributes out and returns their text.
fn serde_of(attributes: &mut Vec<Attribute>) -> String {
    let serde = attributes.extract_if(.., |attribute| attribute.path().is_ident("serde"));
    serde.map(|attribute| attribute.to_token_stream().to_string()).collect()
}

/// The name after `rename =` in the text of serde's attributes.
fn renamed(serde: &str) -> Option<&str> {
    serde.split_once("rename")?.1.split('"').nth(1)
}
