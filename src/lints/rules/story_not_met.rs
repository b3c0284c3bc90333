//! A story whose contact the strategy treats otherwise than its author says.

use crate::lints::lint::{Decider, Differs, Lint, Subject, UnmetStory};
use crate::lints::rules::shared::same_rules::no_catch_all;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::StoryModel;

/// The lint. The story and the line that decides contradict each other. What has no meaning yet may be why.
pub(super) static LINT: Lint =
    Lint::author("story-not-met", "R318", Severity::Must, Confidence::Sure, include_str!("story_not_met.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    let stories = &strategy.governance.stories.content.stories;
    let run: Vec<&StoryModel> = stories.iter().filter(|story| story.runs()).collect();
    // That no rule fits is told of the rules, or of routing that is missing.
    let no_catch_all = no_catch_all(&strategy.components.routing.content.rules);
    for unmet in subject.unmet_stories {
        let Some(story) = run.get(unmet.number) else { continue };
        if unmet.no_rule_fits && no_catch_all {
            sink.withhold();
        } else if let Some(refused) = &unmet.refused {
            sink.push(not_asked(story, refused));
        } else {
            sink.push(contradiction(story, unmet));
        }
    }
}

/// A contact that can be read, but that no contact can be.
fn not_asked(story: &StoryModel, refused: &str) -> Diagnostic {
    let (span, contact) = story.contact.as_ref().map_or((story.head.span, ""), |one| (one.span, one.text.as_str()));
    let name = quoted(&story.head.name);
    Diagnostic::new(&LINT.finding, span, format!("The story {name} tells of a contact that cannot come."))
        .why(refused)
        .story(format!("{contact}."))
        .advise("write the contact as it can come")
}

fn contradiction(story: &StoryModel, unmet: &UnmetStory) -> Diagnostic {
    let first = unmet.differs.first();
    let at = first.and_then(|differs| story.expect.get(differs.number)).map_or(story.head.span, |one| one.span);
    let told = unmet.differs.iter().map(|differs| told(story, differs)).collect::<Vec<_>>().join(" ");
    let headline = format!("The strategy contradicts the story {}.", quoted(&story.head.name));
    let contact = story.contact.as_ref().map_or("", |contact| contact.text.as_str());
    let mut finding = Diagnostic::new(&LINT.finding, at, headline).why(told).story(format!("{contact}."));
    for differs in &unmet.differs {
        let Some((decider, place)) = differs.decider else { continue };
        if finding.related.iter().all(|related| related.span != place) {
            finding = finding.see(place, decides(decider));
        }
    }
    finding
        .advise(put_right(first.and_then(|differs| differs.decider).map(|(decider, _)| decider)))
        .advise("if the strategy is right, write in the story what happens")
}

/// What the story says, and what happens instead. What is quoted has no quotes of its own.
fn told(story: &StoryModel, differs: &Differs) -> String {
    let says = story.expect.get(differs.number).map_or("", |one| one.text.as_str()).replace('"', "'");
    format!("The story says \"{says}\". By the strategy it is \"{}\".", differs.happens.replace('"', "'"))
}

fn decides(decider: Decider) -> &'static str {
    match decider {
        Decider::Rule => "the rule that decides it",
        Decider::Promise => "the promise that decides it",
        Decider::Hours => "the hours that decide it",
    }
}

fn put_right(decider: Option<Decider>) -> &'static str {
    match decider {
        Some(Decider::Rule) => "if the story is right, correct that rule, or put another one before it",
        Some(Decider::Promise) => "if the story is right, correct that promise",
        Some(Decider::Hours) => "if the story is right, correct the hours of that desk",
        None => "if the story is right, write in the strategy what it says",
    }
}
