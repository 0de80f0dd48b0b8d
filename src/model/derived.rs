//! What follows for a record from the tables that it names: goals and donors.

use super::{Activity, Basis, DataSet, Goal, Text};

impl Activity {
    /// Its goals with how we know each: stated by the page, declared by its project, inferred from its themes. A
    /// goal that we know in several ways is given several times.
    pub fn goals<'a>(&'a self, data: &'a DataSet) -> impl Iterator<Item = (Goal, Basis)> + 'a {
        let stated = self.sdgs.iter().map(|goal| (*goal, Basis::Stated));
        let project = self.project.as_ref().and_then(|id| data.project(id));
        let declared = project.into_iter().flat_map(|project| &project.sdgs).map(|goal| (*goal, Basis::Project));
        let themes = self.themes.iter().filter_map(|code| data.theme(code));
        let targets = themes.flat_map(|theme| &theme.sdg_targets).filter_map(|target| Goal::from_target(target));
        stated.chain(declared).chain(targets.map(|goal| (goal, Basis::Theme)))
    }

    /// Who pays for it: its own donors and its project's. A donor of both is given twice.
    pub fn all_donors<'a>(&'a self, data: &'a DataSet) -> impl Iterator<Item = &'a Text> + 'a {
        let project = self.project.as_ref().and_then(|id| data.project(id));
        self.donors.iter().chain(project.into_iter().flat_map(|project| &project.donors))
    }
}
