//! What the tests of all parts share: a section taken from text to policy, and its findings as whole texts.

use crate::policy::{ChannelKind, Element, Origins, Policy, PolicyBuilder, Zone};
use crate::source::{Diagnostic, Severity, Sink, SourceFile, Sources, Span};
use crate::strategy::component::Component;
use crate::strategy::names::{NameKind, Names};
use crate::yaml;

/// A section, taken through the four steps.
pub(crate) struct Tried<M> {
    /// As meant.
    pub(crate) model: M,
    /// As run.
    pub(crate) policy: Policy,
    /// The findings, in the order of the text.
    pub(crate) findings: Vec<Diagnostic>,
    /// How many findings were withheld.
    pub(crate) withheld: u32,
    origins: Origins,
    sources: Sources,
}

/// The names that the sections of the tests use.
pub(crate) fn acorn_names() -> Names {
    let (mut names, mut sink) = (Names::new(), Sink::new());
    for (name, kind) in [
        ("phone", ChannelKind::Phone),
        ("chat", ChannelKind::Chat),
        ("email", ChannelKind::Email),
        ("instagram", ChannelKind::Social),
        ("help pages", ChannelKind::SelfService),
    ] {
        names.declare_channel(name, Span::default(), Some(kind), &mut sink);
    }
    for (kind, list) in [
        (NameKind::ContactType, ["Safety issue", "Order help", "Public complaint"].as_slice()),
        (NameKind::Customer, &["Trail Club", "Everyone else"]),
        (NameKind::Language, &["English", "Welsh"]),
    ] {
        for name in list {
            names.declare(kind, name, Span::default(), &mut sink);
        }
    }
    assert!(sink.is_empty());
    names
}

/// Takes the section of `C` in `text` through all steps, with names that other sections have declared.
pub(crate) fn try_with<C: Component>(text: &str, mut names: Names) -> Tried<C::Model> {
    let mut sources = Sources::new();
    let source = sources.add(SourceFile::new("test.strategy.yaml", text));
    let tree = yaml::read(source, text);
    assert_eq!(tree.faults, [], "{text}");
    let root = tree.root.unwrap();
    let entry = root.get(C::KEY).unwrap_or_else(|| panic!("no section {} in:\n{text}", C::KEY));
    let mut sink = Sink::new();
    let syntax = C::read(entry, &mut sink);
    C::declare(&syntax, &mut names, &mut sink);
    let model = C::resolve(&syntax, &names, &mut sink);
    let mut policy = PolicyBuilder::new("Acorn Outdoor", Zone::utc());
    C::lower(&model, &mut policy);
    let (policy, _, origins) = policy.finish();
    let mut findings = sink.so_far().to_vec();
    findings.sort_by_key(|finding| finding.primary.start);
    Tried { model, policy, findings, withheld: sink.withheld(), origins, sources }
}

/// The same with the names of the worked example.
pub(crate) fn try_part<C: Component>(text: &str) -> Tried<C::Model> {
    try_with::<C>(text, acorn_names())
}

impl<M> Tried<M> {
    /// The findings as they are told: severity, headline, the words at fault, the place where it is said, why, what
    /// else belongs to it, and what to do.
    pub(crate) fn told(&self) -> Vec<String> {
        self.findings.iter().map(|finding| self.tell(finding)).collect()
    }

    fn tell(&self, finding: &Diagnostic) -> String {
        let severity = match finding.severity {
            Severity::Must => "must",
            Severity::Should => "should",
            Severity::Look => "look",
        };
        let mut told = format!("{severity} {}: {}\n", finding.finding.name, finding.headline);
        told += &format!("  at: {}\n", self.sources.text(finding.primary));
        if !finding.path.is_empty() {
            told += &format!("  in: {}\n", finding.path.join(" › "));
        }
        if !finding.why.is_empty() {
            told += &format!("  why: {}\n", finding.why);
        }
        for related in &finding.related {
            told += &format!("  see: {} ({})\n", self.sources.text(related.span), related.label);
        }
        for fix in &finding.fixes {
            told += &format!("  fix: {}\n", fix.text);
        }
        told
    }

    /// The words at the origin of an element, and its path.
    pub(crate) fn origin(&self, element: impl Into<Element>) -> (&str, String) {
        let origin = &self.origins[&element.into()];
        (self.sources.text(origin.span), origin.path.join(" › "))
    }

    /// Whether an element has an origin.
    pub(crate) fn has_origin(&self, element: impl Into<Element>) -> bool {
        self.origins.contains_key(&element.into())
    }

    /// The text with the first edit of the first finding made.
    pub(crate) fn mended(&self) -> String {
        let edit = &self.findings[0].fixes[0].edits[0];
        let mut text = self.sources.get(edit.span.source).unwrap().text().to_owned();
        text.replace_range(edit.span.range(), &edit.text);
        text
    }

    /// Nothing was found.
    #[track_caller]
    pub(crate) fn is_clean(&self) {
        assert_eq!(self.told(), Vec::<String>::new());
        assert!(self.policy.complete);
    }
}
