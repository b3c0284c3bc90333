//! Rust source as the house rules see it: the paths that its code names, without comments, texts and characters.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One path that code names, such as `crate::policy::Rule`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// Its words; `*` at the end of a glob.
    pub(crate) words: Vec<String>,
    /// It stands in a part that is compiled for tests only.
    pub(crate) in_tests: bool,
}

impl Path {
    pub(crate) fn head(&self) -> &str {
        &self.words[0]
    }

    /// The words below the crate, if it is a path from the top of this package.
    pub(crate) fn of_ours(&self) -> Option<&[String]> {
        matches!(self.head(), "crate" | "frontdesk").then(|| &self.words[1..])
    }

    pub(crate) fn shown(&self) -> String {
        self.words.join("::")
    }
}

/// All paths of two words and more that a file names, lists expanded, and what a `use` names alone.
pub(crate) fn paths(text: &str) -> Vec<Path> {
    let tokens: TokenStream = text.parse().unwrap();
    let mut found = Vec::new();
    walk(tokens, false, &mut found);
    found
}

/// Whether code defines a function: what does not holds declarations, re-exports and lists.
pub(crate) fn has_functions(text: &str) -> bool {
    fn any(tokens: TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let named = |pair: &[TokenTree]| is_word(&pair[0], "fn") && matches!(pair[1], TokenTree::Ident(_));
        let inside = |token: &TokenTree| matches!(token, TokenTree::Group(group) if any(group.stream()));
        tokens.windows(2).any(named) || tokens.iter().any(inside)
    }
    any(text.parse().unwrap())
}

fn walk(tokens: TokenStream, in_tests: bool, found: &mut Vec<Path>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => walk(group.stream(), in_tests || for_tests(&tokens[..at]), found),
            TokenTree::Ident(_) if begins_path(&tokens[..at]) => {
                let alone = at > 0 && is_word(&tokens[at - 1], "use");
                at = path(&tokens, at, alone, in_tests, found);
                continue;
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        at += 1;
    }
}

/// Reads the path that begins at a word, and answers with the place behind it.
fn path(tokens: &[TokenTree], start: usize, alone: bool, in_tests: bool, found: &mut Vec<Path>) -> usize {
    let mut words = vec![tokens[start].to_string()];
    let mut at = start + 1;
    while is_sign(tokens.get(at), ':') && is_sign(tokens.get(at + 1), ':') {
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(word)) => words.push(word.to_string()),
            Some(TokenTree::Punct(sign)) if sign.as_char() == '*' => words.push("*".into()),
            Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Brace => {
                listed(&words, list.stream(), in_tests, found);
                return at + 3;
            }
            _ => break,
        }
        at += 3;
    }
    if words.len() > 1 || alone {
        found.push(Path { words, in_tests });
    }
    at
}

/// The paths of a list in curly brackets, each behind the words before the list.
fn listed(before: &[String], list: TokenStream, in_tests: bool, found: &mut Vec<Path>) {
    let tokens: Vec<TokenTree> = list.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let mut inner = Vec::new();
        if matches!(tokens[at], TokenTree::Ident(_)) {
            at = path(&tokens, at, true, in_tests, &mut inner);
        } else if is_sign(tokens.get(at), '*') {
            inner.push(Path { words: vec!["*".into()], in_tests });
        }
        for path in inner {
            let own = path.words.into_iter().filter(|word| word != "self");
            found.push(Path { words: before.iter().cloned().chain(own).collect(), in_tests });
        }
        while at < tokens.len() && !is_sign(tokens.get(at), ',') {
            at += 1;
        }
        at += 1;
    }
}

/// A word begins a path unless it goes on with one, is called on a value, or is put in by a macro's `$`.
fn begins_path(before: &[TokenTree]) -> bool {
    match before {
        [.., TokenTree::Punct(sign)] if sign.as_char() == '.' || sign.as_char() == '$' => false,
        [before @ .., word, first, last] if is_sign(Some(first), ':') && is_sign(Some(last), ':') => {
            let arrow = is_sign(Some(word), '>') && is_sign(before.last(), '-');
            arrow || !matches!(word, TokenTree::Ident(_)) && !is_sign(Some(word), '>')
        }
        _ => true,
    }
}

/// A group after `#[cfg(test)] mod tests`, the words of which may have more attributes between them.
fn for_tests(before: &[TokenTree]) -> bool {
    let [.., attribute, module, TokenTree::Ident(_)] = before else { return false };
    is_word(module, "mod") && matches!(attribute, TokenTree::Group(group) if group.stream().to_string() == "cfg (test)")
}

fn is_word(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}

fn is_sign(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == wanted)
}

fn shown(text: &str) -> Vec<String> {
    paths(text).iter().map(|path| path.shown() + if path.in_tests { " in tests" } else { "" }).collect()
}

#[test]
fn paths_are_found_however_they_are_written() {
    let text = "use crate::source::Span; use crate::{ policy::{Rule, self, deep::Test as T}, yaml, }; use clap; \
                fn f() -> ::pest::X { crate::engine::f::<crate::a::B>(x.y, &super::z()) }";
    let wanted = "crate::source::Span, crate::policy::Rule, crate::policy, crate::policy::deep::Test, crate::yaml, \
                  clap, pest::X, crate::engine::f, crate::a::B, super::z";
    assert_eq!(shown(text).join(", "), wanted);
}

#[test]
fn what_is_no_code_names_nothing() {
    let text =
        "//! crate::a::b\n/* crate::c::d */ fn f() { g('\"', \"crate::e::f\", r#\"\" crate::g::h \"#, crate::i::j) }";
    assert_eq!(shown(text), ["crate::i::j"]);
    assert_eq!(shown("macro_rules! m { () => { $crate::a::b } }"), Vec::<String>::new());
}

#[test]
fn parts_for_tests_are_told_apart() {
    let text = "use a::b; #[cfg(test)] mod tests { use super::*; fn f() { c::d() } } mod x { use super::y; }";
    assert_eq!(shown(text), ["a::b", "super::* in tests", "c::d in tests", "super::y"]);
}

#[test]
fn functions_are_found() {
    assert!(has_functions("const X: &[X] = &[]; impl Y { pub(crate) const fn z() {} }"));
    assert!(!has_functions("//! fn in words\nmod a; pub use a::B; const C: &[(&str, fn(u8))] = &[(\"fn\", f)];"));
}
