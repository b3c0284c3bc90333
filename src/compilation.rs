//! The order of the stages, written once. This is the public face: everything else is a room of the house.

use crate::analysis;
use crate::calendar;
use crate::document;
use crate::lints;
use crate::policy::{Index, Origins, Places};
use crate::stories;
use crate::strategy::{self, Strategy, Written};
use crate::worksheet::{self, Worksheet};

mod files;
mod runtime;

pub use crate::analysis::{Analysis, Counterexample, Coverage, Incomplete, Reach, Spoken, Verdict, Witness};
pub use crate::bundle::{Bundle, BundleError, Fingerprint, LARGEST_BUNDLE_BYTES};
pub use crate::calendar::{Date, Stamp};
pub use crate::document::{
    Document, TemplateError, TemplateFault, house_templates, html as document_page, template_names,
};
pub use crate::engine::{
    Contact, ContactError, Decision, DeskKind, DeskState, Due, Duty, Engine, EscalationDue, Explanation, Found, Move,
    MoveReason, MoveTo, Note, ObjectiveDue, Outcome, PromiseState, Recognition, StepDue,
};
pub use crate::notation::{ContactParts, Misread, MisreadKind};
pub use crate::policy::{
    ChannelId, Comparison, DeskId, Element, FieldKind, FieldValue, Instant, Item, NamedAxis, Place, Policy, PromiseId,
    RuleId, Skill, Test, Weekday, Zone, say_local,
};
pub use crate::policy::{Claim, Claims, Guarantee};
pub use crate::source::{
    Audience, Confidence, Diagnostic, Edit, Finding, Fix, LineIndex, Position, Related, Severity, Sink, SourceFile,
    SourceId, Sources, Span, capital,
};
pub use crate::stories::{
    AskError, Asked, Changed, Decider, LARGEST_SLICE, LeftOut, Met, NamedPart, Otherwise, PlacedStory, Reason, Remark,
    Slice, SliceError, StoryCoverage, StoryProblem, StoryReport, StoryResult, StoryStep, Suggestion, Suggestions,
};
pub use crate::strategy::as_written;
pub use crate::yaml::{BytesFault, SIZE_LIMIT, read_bytes_check};
pub use files::Files;
pub use runtime::Runtime;

/// What a compilation is told besides the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The day at which age is judged: owners, reviews, accepted gaps, launch dates. Nothing that runs depends on it.
    pub today: Date,
}

/// A strategy, taken through all stages.
#[derive(Debug, Clone)]
pub struct Compilation {
    sources: Sources,
    options: Options,
    strategy: Strategy,
    policy: Policy,
    claims: Claims,
    origins: Origins,
    worksheet: Worksheet,
    analysis: Result<Analysis, Incomplete>,
    stories: Vec<StoryResult>,
    merged: strategy::Merged,
    diagnostics: Vec<Diagnostic>,
    accepted: Vec<(usize, Diagnostic)>,
    withheld: u32,
}

/// Takes the files through all stages. It cannot fail; whether the result may be used is asked of it.
#[must_use]
pub fn compile(files: impl Into<Files>, options: Options) -> Compilation {
    all_stages(files.into(), options)
}

fn all_stages(files: Files, options: Options) -> Compilation {
    // written
    let (sources, trees) = files.into_parts();
    let mut sink = Sink::new();
    let merged = strategy::merge(trees, &sources, &mut sink);
    let syntax = strategy::read(&merged, &mut sink);
    // meant
    let strategy = strategy::resolve(&syntax, &mut sink);
    drop(syntax);
    // run
    let complete = !sink.so_far().iter().any(|found| found.severity == Severity::Must);
    let (policy, claims, origins) = strategy::lower(&strategy, complete);
    let index = Index::new(&policy);
    // answers and opinions
    let worksheet = worksheet::fill(&strategy, &policy, &index);
    let analysis = analysis::analyse(&policy, &claims);
    let path = |span: Span| merged.path_at(span);
    sink.locate(&path);
    let stories = run_stories(&policy, &claims);
    let unmet_stories = unmet_stories(&stories, &origins);
    let subject = lints::Subject {
        strategy: &strategy,
        policy: &policy,
        index: &index,
        claims: &claims,
        unmet_stories: &unmet_stories,
        analysis: analysis.as_ref().map_err(|incomplete| *incomplete),
        worksheet: &worksheet,
        times: &lints::Times::new(&policy, &index),
        today: options.today,
    };
    let outcome = lints::run(&subject, sink.so_far(), &path, &reading_names());
    for finding in outcome.findings {
        sink.push(finding);
    }
    let withheld = sink.withheld() + outcome.withheld;
    sink.locate(&path);
    let diagnostics = sink.finish();
    let accepted = outcome.accepted;
    Compilation {
        sources,
        options,
        strategy,
        policy,
        claims,
        origins,
        worksheet,
        analysis,
        stories,
        merged,
        diagnostics,
        accepted,
        withheld,
    }
}

fn run_stories(policy: &Policy, claims: &Claims) -> Vec<StoryResult> {
    // Without stories no engine is made.
    if claims.stories.is_empty() { Vec::new() } else { stories::run(&Engine::new(policy.clone()), &claims.stories) }
}

/// What does not come out as the authors of the stories expect.
fn unmet_stories(results: &[StoryResult], origins: &Origins) -> Vec<lints::UnmetStory> {
    let decider = |decider| {
        let (kind, element) = match decider {
            stories::Decider::Rule(rule) => (lints::Decider::Rule, Element::Rule(rule)),
            stories::Decider::Promise(promise) => (lints::Decider::Promise, Element::Promise(promise)),
            stories::Decider::Desk(desk) => (lints::Decider::Hours, Element::Desk(desk)),
        };
        origins.get(&element).map(|origin| (kind, origin.span))
    };
    let differs = |(number, step): (usize, &stories::StoryStep)| {
        let happens = step.happened.clone();
        (!step.passed).then(|| lints::Differs { number, happens, decider: step.decider.and_then(decider) })
    };
    let unmet = |(number, result): (usize, &stories::StoryResult)| lints::UnmetStory {
        number,
        differs: result.steps.iter().enumerate().filter_map(differs).collect(),
        no_rule_fits: result.met.as_ref().is_some_and(|met| met.rule.is_none()),
        refused: match &result.problem {
            Some(stories::StoryProblem::Contact(error)) => Some(error.to_string()),
            Some(_) | None => None,
        },
    };
    results.iter().enumerate().filter(|(_, result)| !result.passed).map(unmet).collect()
}

/// A runtime from a bundle alone.
///
/// # Errors
/// When the bytes are no bundle, were written by a newer version, or were changed after they were written.
pub fn load(bytes: &[u8]) -> Result<Runtime, BundleError> {
    Bundle::read(bytes).map(|bundle| Runtime::new(bundle.policy, bundle.places))
}

fn reading_names() -> Vec<&'static str> {
    strategy::FINDINGS.iter().map(|finding| finding.name).collect()
}

/// Every finding of the tool: of reading and naming first, then the lints.
#[must_use]
pub fn findings() -> Vec<&'static Finding> {
    strategy::FINDINGS.iter().copied().chain(lints::all()).collect()
}

/// The page of a finding, by its name or its code.
#[must_use]
pub fn page(name: &str) -> Option<&'static str> {
    findings().into_iter().find(|finding| finding.name == name || finding.code == name).map(|finding| finding.page)
}

/// The published schemas, by name.
#[must_use]
pub fn schemas() -> Vec<(&'static str, serde_json::Value)> {
    vec![("strategy", strategy::schema()), ("bundle", crate::bundle::schema()), ("worksheet", worksheet::schema())]
}

/// The language reference, generated from the tables of keys.
#[must_use]
pub fn language_reference() -> String {
    strategy::reference()
}

/// The versions of the time-zone data and of the public holidays that are compiled in.
#[must_use]
pub fn data_versions() -> (&'static str, &'static str) {
    (calendar::tzdb_version(), calendar::holiday_data_version())
}

impl Compilation {
    /// The files.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// All findings for all readers, worst first.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many findings wait for an earlier one.
    #[must_use]
    pub fn withheld(&self) -> u32 {
        self.withheld
    }

    /// How many findings are accepted in the strategy itself.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.accepted.len()
    }

    /// Whether the policy may be used: nothing that must be fixed was found.
    #[must_use]
    pub fn runnable(&self) -> bool {
        !self.diagnostics.iter().any(|found| found.severity == Severity::Must)
    }

    /// Whether nothing is written in the files, so that there is nothing to write up.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.strategy.blank
    }

    /// The name of the strategy.
    #[must_use]
    pub fn strategy_name(&self) -> &str {
        self.strategy.header.name()
    }

    /// What runs.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What is known of every contact: which rules ever win, who reaches nobody, what is guaranteed.
    ///
    /// # Errors
    /// Says why nothing exact can be said.
    pub fn analysis(&self) -> Result<&Analysis, Incomplete> {
        self.analysis.as_ref().map_err(|incomplete| *incomplete)
    }

    /// What its author says must hold: the guarantees, in the order of the verdicts of [`Self::analysis`], and the stories.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        &self.claims
    }

    /// The runtime config as a file.
    #[must_use]
    pub fn bundle(&self) -> Vec<u8> {
        Bundle::write(&self.policy, &self.places())
    }

    /// The fingerprint of what runs: `sha256:` and 64 digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        Fingerprint::of(&self.policy).to_string()
    }

    /// Where every element came from, without needing the files. Files are named from the folder of the strategy, so that
    /// the bundle is the same on any machine.
    #[must_use]
    pub fn places(&self) -> Places {
        let place = |origin: &crate::policy::Origin| {
            let start = self.sources.start(origin.span);
            crate::policy::Place {
                file: self.sources.name_from_first(origin.span).to_owned(),
                line: start.line,
                column: start.column,
                path: origin.path.clone(),
            }
        };
        self.origins.iter().map(|(element, origin)| (element.clone(), place(origin))).collect()
    }

    /// A runtime of this strategy.
    #[must_use]
    pub fn runtime(&self) -> Runtime {
        Runtime::new(self.policy.clone(), self.places())
    }

    /// Every story of the strategy, run, and what none of them meets.
    #[must_use]
    pub fn stories(&self) -> StoryReport {
        let mut run = self.stories.iter().cloned();
        let written = &self.strategy.governance.stories.content.stories;
        let told = written.iter().filter_map(|story| {
            let (name, contact) = (story.head.name.clone(), story.contact.as_ref());
            let result = if !story.runs() {
                let here = |found: &&Diagnostic| found.path.iter().take(2).map(String::as_str).eq(["stories", &name]);
                let said = self.diagnostics.iter().filter(here).map(|found| found.headline.clone()).collect();
                StoryResult::not_understood(name.clone(), contact.map_or("", |written| &written.text), said)
            } else {
                run.next()?
            };
            let file = self.sources.name_from_first(story.head.span).to_owned();
            Some(PlacedStory { result, file, line: self.sources.start(story.head.span).line })
        });
        let stories: Vec<PlacedStory> = told.collect();
        let coverage = StoryCoverage::of(&self.policy, stories.iter().map(|story| &story.result));
        StoryReport { coverage, stories }
    }

    /// The stories that the strategy lacks, each with what it does today.
    #[must_use]
    pub fn suggested_stories(&self) -> Suggestions {
        stories::suggest(&Engine::new(self.policy.clone()), &self.claims)
    }

    /// Whether the strategy has a section `stories`.
    #[must_use]
    pub fn has_stories_section(&self) -> bool {
        self.strategy.governance.stories.written
    }

    /// The strategy as people read it.
    #[must_use]
    pub fn document(&self) -> Document {
        document::write(&document::Content {
            strategy: &self.strategy,
            policy: &self.policy,
            sources: &self.sources,
            worksheet: &self.worksheet,
            analysis: self.analysis(),
            stories: &self.stories,
            accepted: &self.accepted,
            fingerprint: &self.fingerprint(),
            runnable: self.runnable(),
            findings: &self.diagnostics,
            today: self.options.today,
        })
    }

    /// The document as one HTML page, by the templates of the house.
    ///
    /// # Errors
    /// When these do not fit, which is a fault of the program.
    pub fn document_html(&self) -> Result<String, TemplateError> {
        document::html(&self.document(), &[])
    }

    /// The document as Markdown.
    #[must_use]
    pub fn document_markdown(&self) -> String {
        document::markdown(&self.document())
    }

    /// The self-check, for the social channels or for the named ones.
    ///
    /// # Errors
    /// When a named channel does not exist; says so in a sentence.
    pub fn worksheet(&self, channels: Option<&[String]>) -> Result<Worksheet, String> {
        match channels {
            None => Ok(self.worksheet.clone()),
            Some(names) => worksheet::fill_for(&self.strategy, &self.policy, &Index::new(&self.policy), names),
        }
    }

    /// The self-check in words.
    ///
    /// # Errors
    /// When a named channel does not exist; says so in a sentence.
    pub fn worksheet_text(&self, channels: Option<&[String]>) -> Result<String, String> {
        self.worksheet(channels).map(|sheet| worksheet::text(&sheet, &self.sources))
    }

    /// The self-check for programs.
    ///
    /// # Errors
    /// When a named channel does not exist; says so in a sentence.
    pub fn worksheet_json(&self, channels: Option<&[String]>) -> Result<String, String> {
        self.worksheet(channels).map(|sheet| worksheet::json(&sheet, &self.sources))
    }

    /// What holds where nothing was written, key by key.
    #[must_use]
    pub fn show_defaults(&self) -> String {
        strategy::show_defaults(&self.merged)
    }

    /// The whole strategy as one file, with the origin of every line.
    #[must_use]
    pub fn show_result(&self) -> String {
        strategy::show_result(&self.merged, &self.sources, &self.strategy.names)
    }
}

/// What is wrong with a contact line that cannot be read, in the words in which a strategy's own phrases are answered; none
/// where no more can be said than that.
#[must_use]
pub fn why_misread(misread: &Misread, phrase: &str) -> Option<String> {
    let whole = Written { text: phrase.trim().to_owned(), exact: true, ..Written::default() };
    let said = strategy::misread_words(misread, "contact", &whole);
    (said.finding.name != "unreadable-phrase").then_some(said.headline)
}
