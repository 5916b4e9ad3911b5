//! The types of the saved form. [`super::save`] and [`super::load`] go between them and the plan.

use super::cursor::Place;
use serde::{Deserialize, Serialize};

/// A whole plan. The fields before `source` come first so that the file shows what it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    pub id: String,
    pub meta: MetaForm,
    pub source: String,
    pub pieces: Vec<String>,
    pub preamble: Vec<Place>,
    pub general: Vec<PassageForm>,
    pub sections: Vec<SectionForm>,
    pub tasks: Vec<TaskForm>,
    pub standing: Vec<PassageForm>,
    pub units: Vec<UnitForm>,
    pub localities: Vec<LocalityForm>,
    pub rewordings: Vec<RewordingForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetaForm {
    pub title: Place,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressees: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<FactForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

/// Value and basis.
pub type FactForm = (String, String);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassageForm {
    pub label: Place,
    pub title: Place,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<PassageForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionForm {
    pub no: u16,
    pub path: Vec<String>,
    pub title: Place,
    /// First, and the one after the last.
    pub tasks: (usize, usize),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskForm {
    pub id: String,
    pub path: Vec<String>,
    pub label: Place,
    pub title: Place,
    pub measures: Vec<MeasureForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<ResponsibilityForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureForm {
    /// Its place in the task, where that is not simply the next number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u16>,
    pub at: Place,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<usize>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetForm {
    pub at: Place,
    pub is: ComparatorForm,
    pub value: f64,
    pub unit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub enum ComparatorForm {
    #[serde(rename = "=")]
    Exactly,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = "eliminate")]
    Eliminate,
    #[serde(rename = "unstated")]
    Unstated,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponsibilityForm {
    pub at: Place,
    pub assigned: Vec<AssignmentForm>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentForm {
    pub at: Place,
    /// Left out where the words at the place are a unit's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<WhoForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhoForm {
    Unit(usize),
    All,
    Undetermined,
    Generic,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleForm {
    Lead,
    Support,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitForm {
    pub key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical: Option<FactForm>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub central: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalityForm {
    pub key: String,
    pub short: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RewordingForm {
    pub record: String,
    pub simplified: String,
    pub certainty: CertaintyForm,
    pub basis: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CertaintyForm {
    Confirmed,
    Direction,
    Inferred,
}
