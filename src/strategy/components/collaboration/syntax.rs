//! Collaboration as written.

use crate::notation::{self, FeedbackLoop};
use crate::source::Sink;
use crate::strategy::errors;
use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::guess;
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[
    Field::new("metrics", Shape::Keys(METRICS), "What is measured, who hears it, and how often.", ""),
    Field::new("quality", Shape::Keys(QUALITY), "How the quality of answers is looked at.", ""),
    Field::new("trends", Shape::Text, "How trends are found and told.", "weekly, by contact type and cause"),
    Field::new(
        "reviews",
        Shape::Text,
        "When the strategy itself is reviewed, and by whom.",
        "every 6 months, by the steering group",
    ),
    Field::name(
        "a feedback loop",
        Shape::Phrase("who hears it, when, and what"),
        "Who hears about it, when, and what: `WHO [and WHO], WHEN [, WHAT]`.",
        "Product team, every week, top 10 reasons",
    ),
];

static METRICS: &[Field] = &[Field::name(
    "a metric",
    Shape::KeysOrNothing(METRIC),
    "A metric, or the name of a measure that everybody knows.",
    "Solved at the first contact",
)];
static METRIC: &[Field] = &[
    Field::new(
        "formula",
        Shape::Text,
        "How it is computed, or the name of a measure.",
        "solved without a repeat in 7 days",
    ),
    Field::new("target", Shape::Text, "What is aimed at.", "75%"),
    Field::new("audience", Shape::List, "Who gets it.", "Customer Care, Product team"),
    Field::new("how often", Shape::Text, "How often.", "every week"),
];
static QUALITY: &[Field] = &[
    Field::new("channels", Shape::List, "The channels that are looked at.", "phone, chat, social"),
    Field::new("sample", Shape::Text, "How many conversations.", "5 a month for each agent"),
    Field::new("criteria", Shape::List, "What is looked for.", "right answer, our voice, next step given"),
];

/// A feedback loop as written.
#[derive(Debug, Clone)]
pub struct LoopSyntax {
    /// Its name, and everything written after it.
    pub head: Named,
    /// Who, when, what.
    pub phrase: FeedbackLoop,
}

/// A metric as written; also as meant.
#[derive(Debug, Clone, Default)]
pub struct MetricSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// How it is computed.
    pub formula: Option<Written>,
    /// What is aimed at.
    pub target: Option<Written>,
    /// Who gets it.
    pub audience: Vec<Written>,
    /// How often.
    pub how_often: Option<Written>,
}

/// Quality as written.
#[derive(Debug, Clone, Default)]
pub struct QualitySyntax {
    /// Everything written below it.
    pub head: Named,
    /// The channels.
    pub channels: Vec<Written>,
    /// How many conversations.
    pub sample: Option<Written>,
    /// What is looked for.
    pub criteria: Vec<Written>,
}

/// The section as written.
#[derive(Debug, Clone, Default)]
pub struct CollaborationSyntax {
    /// Everything written in the section.
    pub head: Named,
    /// The feedback loops.
    pub loops: Vec<LoopSyntax>,
    /// Feedback loops that could not be read, which has been reported.
    pub unreadable: Vec<Named>,
    /// The metrics.
    pub metrics: Vec<MetricSyntax>,
    /// Why these are the metrics.
    pub metrics_note: Note,
    /// How quality is looked at.
    pub quality: Option<QualitySyntax>,
    /// How trends are found.
    pub trends: Option<Written>,
    /// When the strategy is reviewed.
    pub reviews: Option<Written>,
}

/// Reads the section.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> CollaborationSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    let mut unreadable = Vec::new();
    let mut loops = Vec::new();
    for entry in keys.names() {
        match read_loop(entry, sink) {
            Some(phrase) => loops.push(LoopSyntax { head: reader::named(entry, Note::default()), phrase }),
            None => unreadable.push(reader::named(entry, Note::default())),
        }
    }
    let (metrics, metrics_note) = keys.get("metrics").map(|entry| read_metrics(entry, sink)).unwrap_or_default();
    CollaborationSyntax {
        loops,
        unreadable,
        metrics,
        metrics_note,
        quality: keys.get("quality").map(|entry| read_quality(entry, sink)),
        trends: keys.text("trends", sink),
        reviews: keys.text("reviews", sink),
        head: reader::named(entry, keys.note),
    }
}

/// A feedback loop. Any name may be one, so a key with a slip in it ends up here too, and is told apart by its value.
fn read_loop(entry: &Entry, sink: &mut Sink) -> Option<FeedbackLoop> {
    let reads = entry.value.scalar().is_some_and(|scalar| notation::loop_phrase(scalar.excerpt()).is_ok());
    let words: Vec<String> =
        FIELDS.iter().filter(|field| matches!(field.key, Key::Word(_))).map(Field::shown).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(meant) = guess::nearest(&entry.key.text, &words).filter(|_| !reads) {
        sink.push(errors::unknown_key(entry, "collaboration", FIELDS, Some(&meant)));
        return None;
    }
    reader::phrase(entry, sink, notation::loop_phrase)
}

fn read_metrics(entry: &Entry, sink: &mut Sink) -> (Vec<MetricSyntax>, Note) {
    let keys = reader::keys(entry, METRICS, sink);
    let metric = |entry| {
        let keys = reader::keys(entry, METRIC, sink);
        MetricSyntax {
            formula: keys.text("formula", sink),
            target: keys.text("target", sink),
            audience: keys.list("audience", sink),
            how_often: keys.text("how often", sink),
            head: reader::named(entry, keys.note),
        }
    };
    (keys.names().map(metric).collect(), keys.note)
}

fn read_quality(entry: &Entry, sink: &mut Sink) -> QualitySyntax {
    let keys = reader::keys(entry, QUALITY, sink);
    QualitySyntax {
        channels: keys.list("channels", sink),
        sample: keys.text("sample", sink),
        criteria: keys.list("criteria", sink),
        head: reader::named(entry, keys.note),
    }
}

/// Feedback loops and metrics are no names that others point at.
pub(crate) fn declare(_: &CollaborationSyntax, _: &mut Names, _: &mut Sink) {}
