//! Hostile documents, one a line: its name, then pieces, each repeated as often as is said behind
//! it, with `#` standing for the number of the repetition.

const SHAPES: &str = r#"
depth 20k ¦ {stakeholder(by:{slug:"a"}) × 20000 ¦ {id} ¦ } × 20000
depth 60 ¦ {stakeholder(by:{slug:"a"}) × 60 ¦ {id} ¦ } × 60
inline fragments ¦ { ¦ ...{ × 500 ¦ __typename ¦ } × 501
lists in lists ¦ {node(id: ¦ [ × 50000 ¦ ] × 50000 ¦ )}
maps in maps ¦ {node(id: ¦ {a: × 2000 ¦ 1 ¦ } × 2000 ¦ )}
list types ¦ query($a: ¦ [ × 5000 ¦ Int ¦ ] × 5000 ¦ ){__typename}
aliases ¦ { ¦ a#:__typename, × 31 ¦ }
many aliases ¦ { ¦ a#:me{locale} × 1000 ¦ }
one field often ¦ { ¦ me{locale} × 2000 ¦ }
mutations ¦ mutation{ ¦ m#:removePracticeData(input:{community:"x"}){removed} × 11 ¦ }
directives ¦ {__typename, ¦ @include(if:true) × 5 ¦ }
unknown directives ¦ {__typename, ¦ @aa × 1500 ¦ }
directives on an operation ¦ query, ¦ @aa × 1500 ¦ {__typename}
directives on a fragment ¦ {...@include(if:true) ¦ @aa × 1500 ¦ {__typename}}
a circle ¦ {...a}fragment a on Query{...b ...b}fragment b on Query{...a ...a}
an unused circle ¦ {__typename}fragment a on Query{...a}
fragments ¦ {__typename} ¦ fragment u# on Query{__typename} × 41
operations ¦ query o#{__typename} × 11
pages of pages ¦ {search(text:"a",first:100){stakeholder{relationships(first:100){nodes{id}}}}}
a huge page ¦ {stakeholders(first:2147483647){nodes{id}}}
a negative page ¦ {stakeholders(first:-1){nodes{id}}}
no page at all ¦ {stakeholders{nodes{id}}}
a huge number ¦ {stakeholders(first:99999999999999999999){nodes{id}}}
circular introspection ¦ {__schema{types{ ¦ fields{type{ × 8 ¦ name ¦ }} × 8 ¦ }}}
repeated introspection ¦ { ¦ s#:__schema{types{fields{args{type{name}}}}} × 20 ¦ }
a long comment ¦ # ¦ x × 100000
commas ¦ {__typename ¦ , × 100000 ¦ }
a long name ¦ { ¦ a × 100000 ¦ }
many long names ¦ { ¦ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa#, × 150 ¦ }
a block string of quotes ¦ {node(id:""" ¦ \""" × 5000 ¦ """)}
a string without end ¦ {node(id:" ¦ x × 1000
"#;

/// Every shape with its name.
pub(super) fn all() -> Vec<(&'static str, String)> {
    let lines = SHAPES.lines().filter(|line| !line.is_empty());
    let shapes: Vec<_> = lines
        .filter_map(|line| line.split_once(" ¦ "))
        .map(|(name, pieces)| (name, pieces.split(" ¦ ").map(written_out).collect()))
        .collect();
    assert!(shapes.len() > 25, "the table was not read");
    shapes
}

fn written_out(piece: &str) -> String {
    let Some((text, times)) = piece.split_once(" × ") else {
        return piece.to_owned();
    };
    let times: usize = times.parse().expect("a number");
    (0..times).map(|index| text.replace('#', &index.to_string())).collect()
}
