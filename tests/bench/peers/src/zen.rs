//! ZEN: one decision table, hit policy "first", compiled with its index; and its own verifier of tables.

use frontdesk_bench::clock::{peak_megabytes, timed};
use frontdesk_bench::rules::{Attribute, Condition, RuleSet, Values};
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use zen_engine::model::DecisionContent;
use zen_engine::policy::{DiagnosticCode, Workspace};
use zen_engine::{Decision, DecisionEngine, Variable};

use crate::peer::{Contact, Peer};
use crate::words::name;

pub struct Zen {
    decision: Decision,
    runtime: Runtime,
}

impl Peer for Zen {
    const NAME: &'static str = "zen-engine 2.1.6, compiled";
    type Input = Variable;

    fn load(set: &RuleSet) -> Result<Self, String> {
        let content: DecisionContent = serde_json::from_value(graph(set, true)).map_err(|error| error.to_string())?;
        let mut decision =
            DecisionEngine::default().create_decision(content.into()).map_err(|error| error.to_string())?;
        decision.compile();
        let runtime = Builder::new_current_thread().build().map_err(|error| error.to_string())?;
        Ok(Self { decision, runtime })
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        Variable::from(Value::Object(contact.clone()))
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        let response = self.runtime.block_on(self.decision.evaluate(input.shallow_clone())).ok()?;
        response.result.dot("rule")?.as_number()?.to_string().parse().ok()
    }
}

fn cell(attribute: &Attribute, condition: &Condition) -> String {
    let list =
        |some: &[usize]| some.iter().map(|at| format!("\"{}\"", name(attribute, *at))).collect::<Vec<_>>().join(", ");
    match condition {
        Condition::OneOf(some) => list(some),
        Condition::NoneOf(some) => format!("not in [{}]", list(some)),
        Condition::Is(yes) => yes.to_string(),
        Condition::Between(Some(low), Some(high)) => format!("[{low}..{high}]"),
        Condition::Between(Some(low), None) => format!(">= {low}"),
        Condition::Between(None, Some(high)) => format!("<= {high}"),
        Condition::Between(None, None) => String::new(),
    }
}

/// What a contact can be: without it the verifier could not say what is missing.
fn schema(set: &RuleSet) -> Value {
    let property = |attribute: &Attribute| {
        let about = match &attribute.values {
            Values::Names(names) => json!({"type": "string", "enum": names}),
            Values::Numbers(least, most) => json!({"type": "number", "minimum": least, "maximum": most}),
            Values::YesNo => json!({"type": "boolean"}),
        };
        (attribute.name.clone(), about)
    };
    let names: Vec<&str> = set.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    let properties: Map<String, Value> = set.attributes.iter().map(property).collect();
    json!({"type": "object", "properties": properties, "required": names})
}

/// The table; the last rule is left out where the verifier is asked what the others leave.
fn graph(set: &RuleSet, whole: bool) -> Value {
    let row = |(at, rule): (usize, &frontdesk_bench::rules::Rule)| {
        let cell = |(on, attribute): (usize, &Attribute)| {
            let asked = rule.when.iter().find(|(place, _)| *place == on);
            (attribute.name.clone(), json!(asked.map_or_else(String::new, |(_, condition)| cell(attribute, condition))))
        };
        let mut row: Map<String, Value> = set.attributes.iter().enumerate().map(cell).collect();
        row.insert("_id".into(), json!(format!("r{at}")));
        row.insert("out".into(), json!(at.to_string()));
        Value::Object(row)
    };
    let rules: Vec<Value> = set.rules.iter().enumerate().take(set.rules.len() - usize::from(!whole)).map(row).collect();
    let inputs: Vec<Value> = set
        .attributes
        .iter()
        .map(|attribute| json!({"id": attribute.name, "name": attribute.name, "field": attribute.name}))
        .collect();
    let input = if whole { json!({}) } else { json!({"schema": schema(set).to_string()}) };
    json!({
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "content": input},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": {
                "hitPolicy": "first", "passThrough": false, "inputs": inputs,
                "outputs": [{"id": "out", "name": "rule", "field": "rule"}], "rules": rules,
            }},
            {"id": "out", "name": "out", "type": "outputNode", "content": {}},
        ],
        "edges": [{"id": "1", "sourceId": "in", "targetId": "table"}, {"id": "2", "sourceId": "table", "targetId": "out"}],
    })
}

/// What ZEN's verifier says of a set: a line of JSON for gaps and for rules that never win.
pub fn verify(set: &RuleSet) -> Result<(), String> {
    let content: DecisionContent = serde_json::from_value(graph(set, false)).map_err(|error| error.to_string())?;
    let mut workspace = Workspace::new();
    workspace.set_document("table", content);
    let (found, milliseconds) = timed(|| workspace.diagnostics("table"));
    let of = |code: DiagnosticCode| found.iter().filter(move |one| one.code == code);
    let gave_up: Vec<&str> = of(DiagnosticCode::TableChecksIncomplete).map(|one| one.message.as_str()).collect();
    let gap = match (of(DiagnosticCode::MissingCases).count(), gave_up.is_empty()) {
        (0, true) => "complete",
        (0, false) => "gave up",
        _ => "gap",
    };
    let never: usize = of(DiagnosticCode::UnreachableRule).map(|one| rows(&one.message)).sum();
    let about = json!({"tool": "zen-engine 2.1.6", "cpu_ms": milliseconds, "peak_mb": peak_megabytes()});
    for (question, answer) in [("gap", json!(gap)), ("wins", json!(never))] {
        let mut line = about.clone();
        line["question"] = json!(question);
        line["answer"] = answer;
        line["gave_up"] = json!(gave_up);
        println!("{line}");
    }
    Ok(())
}

/// How many rows a message speaks of: "row 7 never fires", or "row 7 and 3 more rows below never fire".
fn rows(message: &str) -> usize {
    let more = message.split_once(" and ").and_then(|(_, rest)| rest.split_once(" more row"));
    1 + more.and_then(|(count, _)| count.parse::<usize>().ok()).unwrap_or(0)
}
