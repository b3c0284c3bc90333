//! For tests: a text taken through the steps of all sections, and findings as text.

use crate::calendar::Zone;
use crate::policy::{Claims, Origins, Policy, PolicyBuilder};
use crate::source::{Diagnostic, Sink, SourceId};
use crate::strategy::components::{Components, ComponentsSyntax};
use crate::strategy::governance::{Governance, GovernanceSyntax};
use crate::strategy::names::Names;
use crate::yaml;

/// What became of a text.
pub(crate) struct Tried {
    pub(crate) components: Components,
    pub(crate) governance: Governance,
    pub(crate) names: Names,
    pub(crate) policy: Policy,
    pub(crate) claims: Claims,
    pub(crate) origins: Origins,
    findings: Vec<Diagnostic>,
    withheld: u32,
    text: String,
}

/// Takes the sections of a text through all steps.
pub(crate) fn tried(text: &str) -> Tried {
    let tree = yaml::read(SourceId(0), text);
    assert!(tree.faults.is_empty(), "{:?}", tree.faults);
    let mut sink = Sink::new();
    let (mut components, mut governance) = (ComponentsSyntax::default(), GovernanceSyntax::default());
    for entry in tree.root.as_ref().and_then(|root| root.mapping()).unwrap_or(&[]) {
        let known = components.read(entry, &mut sink) || governance.read(entry, &mut sink);
        assert!(known, "{} is no section", entry.key.text);
    }
    let mut names = Names::new();
    governance.declare(&mut names, &mut sink);
    components.declare(&mut names, &mut sink);
    let governance = governance.resolve(&names, &mut sink);
    let components = components.resolve(&names, &mut sink);
    let mut builder = PolicyBuilder::new("Test", Zone::find("Europe/London").unwrap());
    governance.lower(&mut builder);
    components.lower(&mut builder);
    let (policy, claims, origins) = builder.finish();
    let withheld = sink.withheld();
    Tried {
        components,
        governance,
        names,
        policy,
        claims,
        origins,
        findings: sink.finish(),
        withheld,
        text: text.into(),
    }
}

impl Tried {
    /// The names of all findings, worst first.
    pub(crate) fn found(&self) -> Vec<&'static str> {
        self.findings.iter().map(|finding| finding.finding.name).collect()
    }

    /// How many findings wait for an earlier one.
    pub(crate) fn withheld(&self) -> u32 {
        self.withheld
    }

    /// All findings, each with everything that it says.
    pub(crate) fn told(&self) -> String {
        let at = |span: crate::source::Span| self.text.get(span.range()).unwrap_or("?").lines().next().unwrap_or("");
        let mut told = String::new();
        for finding in &self.findings {
            let name = finding.finding.name;
            told += &format!("{:?} {name} [{}]\n  {}\n", finding.severity, at(finding.primary), finding.headline);
            if !finding.why.is_empty() {
                told += &format!("  why: {}\n", finding.why);
            }
            if let Some(story) = &finding.story {
                told += &format!("  story: {story}\n");
            }
            for fix in &finding.fixes {
                let edit = if fix.edits.is_empty() { "do" } else { "write" };
                told += &format!("  {edit}: {}\n", fix.text);
            }
            for related in &finding.related {
                told += &format!("  see [{}]: {}\n", at(related.span), related.label);
            }
        }
        told
    }
}
