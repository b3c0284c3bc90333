//! `frontdesk schema`: the form of every file that programs read.

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::formats::{decision_schema, findings_schema, json_pretty, slice_schema, stories_schema};
use crate::cli::outcome::{Exit, Refusal};
use crate::compilation::schemas;

/// Print the JSON Schema of a file format, for editors and programs
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// Which one; without it, all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

impl Run for Schema {
    const NAME: &'static str = "schema";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk schema                          lists them
  frontdesk schema strategy > strategy.schema.json
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let mut all = schemas();
        all.push(("findings", findings_schema()));
        all.push(("decision", decision_schema()));
        all.push(("stories", stories_schema()));
        all.push(("slice", slice_schema()));
        let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        let Some(wanted) = &self.name else {
            door.print(&(names.join("\n") + "\n"))?;
            return Ok(Exit::Fine);
        };
        let Some((_, schema)) = all.iter().find(|(name, _)| name == wanted) else {
            let remedy = format!("There are: {}.", names.join(", "));
            return Err(Refusal::new(format!("There is no schema called \"{wanted}\"."), remedy));
        };
        door.print(&json_pretty(schema))?;
        Ok(Exit::Fine)
    }
}
