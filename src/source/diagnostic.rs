//! A finding as data: what is wrong, where, why it matters and what to do. Words come from elsewhere.

use crate::source::span::Span;

/// How bad a finding is. The order is the order in which findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Words without a meaning, a contradiction, a missing required thing, a contact that reaches nobody.
    Must,
    /// Something written that will not do what its author means.
    Should,
    /// Worth a look.
    Look,
}

/// How sure the tool is that the author would agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It is so.
    Sure,
    /// It most often is.
    Likely,
}

/// Who wants to read it. Each reader also sees what the ones before see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Whoever writes the strategy: what can be acted on at once.
    Author,
    /// Whoever reviews it: advice, and what the strategy does not say.
    Reviewer,
    /// Whoever audits it: everything.
    Auditor,
}

/// The unchanging part of a finding: one per name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The identity, in kebab-case; names the defect. Never reused.
    pub name: &'static str,
    /// A letter code for search and translation, such as `A101`. Unique.
    pub code: &'static str,
    /// The severity that it has unless settings move it.
    pub severity: Severity,
    /// How sure the tool is.
    pub confidence: Confidence,
    /// From which reader on it is shown.
    pub audience: Audience,
    /// The page that `frontdesk explain` prints, in Markdown.
    pub page: &'static str,
}

/// Another place that belongs to the finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is there, in a few words.
    pub label: String,
}

/// One change of text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// The text that comes.
    pub text: String,
}

/// One thing to do, as a sentence or a text to paste, and as edits where a machine can do it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What to write or do, as shown after `Fix:`.
    pub text: String,
    /// The same as edits; empty where only the author can do it.
    pub edits: Vec<Edit>,
    /// Whether the compiled policy stays the same, byte for byte.
    pub safe: bool,
}

/// One finding at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub finding: &'static Finding,
    /// The severity after settings; at first that of the kind.
    pub severity: Severity,
    /// What is wrong for customers or readers, in one full sentence of at most 90 characters.
    pub headline: String,
    /// The exact part at fault.
    pub primary: Span,
    /// The place in words, from the outside in: `Routing`, `Club members`, `when`. Empty: to be looked up.
    pub path: Vec<String>,
    /// Why it matters or what is the case, in full sentences; empty where the headline says all.
    pub why: String,
    /// A concrete customer who would be let down.
    pub story: Option<String>,
    /// Whether it lets contacts go to nobody, which hurts customers most.
    pub reaches_nobody: bool,
    /// At most two honest choices.
    pub fixes: Vec<Fix>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// How many more places have the same finding and were folded into this one.
    pub repeats: u32,
}

impl Diagnostic {
    /// A finding at a place, with its headline.
    #[must_use]
    pub fn new(finding: &'static Finding, primary: Span, headline: impl Into<String>) -> Self {
        Self {
            finding,
            severity: finding.severity,
            headline: headline.into(),
            primary,
            path: Vec::new(),
            why: String::new(),
            story: None,
            reaches_nobody: false,
            fixes: Vec::new(),
            related: Vec::new(),
            repeats: 0,
        }
    }

    /// Adds why it matters.
    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    /// Adds the story of a customer.
    #[must_use]
    pub fn story(mut self, story: impl Into<String>) -> Self {
        self.story = Some(story.into());
        self
    }

    /// Says that it lets contacts go to nobody.
    #[must_use]
    pub fn reaching_nobody(mut self) -> Self {
        self.reaches_nobody = true;
        self
    }

    /// Adds something to do that only the author can do.
    #[must_use]
    pub fn advise(mut self, text: impl Into<String>) -> Self {
        self.fixes.push(Fix { text: text.into(), edits: Vec::new(), safe: false });
        self
    }

    /// Adds a text to write in place of the part at `span`.
    #[must_use]
    pub fn replace(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fixes.push(Fix { text: text.clone(), edits: vec![Edit { span, text }], safe: false });
        self
    }

    /// Adds a text to write in place of the part at `span`, told in other words: for a part that only has to go.
    #[must_use]
    pub fn put_right(mut self, told: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fixes.push(Fix { text: told.into(), edits: vec![Edit { span, text: text.into() }], safe: false });
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn see(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push(Related { span, label: label.into() });
        self
    }

    /// Sets the place in words, where the tree cannot tell it (a cell of a table).
    #[must_use]
    pub fn path<I: IntoIterator<Item = S>, S: Into<String>>(mut self, path: I) -> Self {
        self.path = path.into_iter().map(Into::into).collect();
        self
    }
}
