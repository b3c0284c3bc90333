//! CEL: a compiled program for each rule, tried in order until one is true.

use cel::{Context, Program, Value as CelValue};
use frontdesk_bench::rules::RuleSet;
use serde_json::Value;

use crate::peer::{Contact, Peer};
use crate::words::Language;

const CEL: Language =
    Language { before: "", quote: '\'', brackets: ("[", "]"), contains: false, not: ("!(", ")"), and: " && " };

pub struct Cel(Vec<Program>);

impl Peer for Cel {
    const NAME: &'static str = "cel 0.15.0";
    type Input = Context<'static, 'static>;

    fn load(set: &RuleSet) -> Result<Self, String> {
        let program = |rule| Program::compile(&CEL.condition(set, rule)).map_err(|error| error.to_string());
        set.rules.iter().map(program).collect::<Result<_, _>>().map(Self)
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        let mut context = Context::default();
        for (name, value) in contact {
            match value {
                Value::String(text) => context.add_variable_from_value(name.clone(), text.clone()),
                Value::Bool(yes) => context.add_variable_from_value(name.clone(), *yes),
                Value::Number(number) => {
                    context.add_variable_from_value(name.clone(), number.as_i64().unwrap_or_default());
                }
                Value::Null | Value::Array(_) | Value::Object(_) => {}
            }
        }
        context
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        self.0.iter().position(|program| matches!(program.execute(input), Ok(CelValue::Bool(true))))
    }
}
