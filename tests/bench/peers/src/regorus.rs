//! regorus: its tree of one chain of `else`, and its byte code, which has too few registers for such a chain and takes the
//! least of all rules that fit.

use std::num::{NonZeroU32, NonZeroUsize};

use frontdesk_bench::rules::RuleSet;
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::utils::limits::PolicyLengthConfig;
use regorus::{Engine, Rc, Value};

use crate::peer::{Contact, Peer};
use crate::words::{Rego, rego};

const QUESTION: &str = "data.r.rule";

fn engine(set: &RuleSet, how: Rego) -> Result<Engine, String> {
    let mut engine = Engine::new();
    let (columns, bytes) = (NonZeroU32::new(1 << 20), NonZeroUsize::new(1 << 28));
    if let (Some(max_col), Some(max_file_bytes), Some(max_lines)) = (columns, bytes, NonZeroUsize::new(1 << 20)) {
        engine.set_policy_length_config(PolicyLengthConfig { max_col, max_file_bytes, max_lines });
    }
    engine.add_policy("r.rego".into(), rego(set, how)).map_err(|error| error.to_string())?;
    Ok(engine)
}

fn input(contact: &Contact) -> Value {
    Value::from_json_str(&serde_json::Value::Object(contact.clone()).to_string()).expect("a contact")
}

fn number(value: &Value) -> Option<usize> {
    value.as_i64().ok().and_then(|number| usize::try_from(number).ok())
}

pub struct Tree(Engine);

impl Peer for Tree {
    const NAME: &'static str = "regorus 0.14.1, tree";
    type Input = Value;

    fn load(set: &RuleSet) -> Result<Self, String> {
        engine(set, Rego::Else).map(Self)
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        input(contact)
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        self.0.set_input(input.clone());
        self.0.eval_rule(QUESTION.into()).ok().as_ref().and_then(number)
    }
}

pub struct Code(RegoVM);

impl Peer for Code {
    const NAME: &'static str = "regorus 0.14.1, byte code";
    type Input = Value;

    fn load(set: &RuleSet) -> Result<Self, String> {
        let mut engine = engine(set, Rego::Set)?;
        let compiled = engine.compile_with_entrypoint(&Rc::from(QUESTION)).map_err(|error| error.to_string())?;
        let program = Compiler::compile_from_policy(&compiled, &[QUESTION]).map_err(|error| error.to_string())?;
        let mut machine = RegoVM::new();
        machine.load_program(program);
        machine.set_max_instructions(usize::MAX);
        machine.set_data(Value::new_object()).map_err(|error| error.to_string())?;
        Ok(Self(machine))
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        input(contact)
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        self.0.set_input(input.clone());
        self.0.execute().ok().as_ref().and_then(number)
    }
}
