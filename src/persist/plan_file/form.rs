//! The types of the saved form, as [`super::save`] writes them; [`super::load`] reads them by hand.

use super::cursor::Place;
use serde::Serialize;

#[derive(Serialize)]
pub struct MetaForm {
    pub title: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressees: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<FactForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

/// Value and basis.
pub type FactForm = (String, String);

#[derive(Serialize)]
pub struct PassageForm {
    pub label: Place,
    pub title: Place,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<PassageForm>,
}

#[derive(Serialize)]
pub struct SectionForm {
    pub no: u16,
    pub path: Vec<String>,
    pub title: Place,
    /// First, and the one after the last.
    pub tasks: (usize, usize),
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize)]
pub struct TaskForm {
    pub id: String,
    pub path: Vec<String>,
    pub label: Place,
    pub title: Place,
    pub measures: Vec<MeasureForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<ResponsibilityForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize)]
pub struct MeasureForm {
    /// Its place in the task, where that is not simply the next number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u16>,
    pub at: Place,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<usize>,
}

#[derive(Serialize)]
pub struct TargetForm {
    pub at: Place,
    pub is: ComparatorForm,
    /// Left out where it is the comparator's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<DirectionForm>,
    pub value: f64,
    pub unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
}

#[derive(Serialize)]
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

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DirectionForm {
    Up,
    Down,
    Fixed,
}

#[derive(Serialize)]
pub struct ResponsibilityForm {
    pub at: Place,
    pub assigned: Vec<AssignmentForm>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

#[derive(Serialize)]
pub struct AssignmentForm {
    pub at: Place,
    /// Left out where the words at the place are a unit's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<WhoForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleForm>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WhoForm {
    Unit(usize),
    All,
    Undetermined,
    Generic,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleForm {
    Lead,
    Support,
}

#[derive(Serialize)]
pub struct UnitForm {
    pub key: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical: Option<FactForm>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub central: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize)]
pub struct LocalityForm {
    pub key: String,
    pub short: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
}

#[derive(Serialize)]
pub struct RewordingForm {
    pub record: String,
    pub simplified: String,
    pub certainty: CertaintyForm,
    pub basis: String,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CertaintyForm {
    Confirmed,
    Direction,
    Inferred,
}
