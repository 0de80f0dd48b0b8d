//! The goals and donors of a record, its own and those from the tables that it refers to.

use super::{Activity, Basis, DataSet, Goal, Text};

impl Activity {
    /// Its goals, each with its basis: stated by the page, declared by its project, inferred from its themes. A goal
    /// that has several bases is returned once for each.
    pub fn goals<'a>(&'a self, data: &'a DataSet) -> impl Iterator<Item = (Goal, Basis)> + 'a {
        let stated = self.sdgs.iter().map(|goal| (*goal, Basis::Stated));
        let project = self.project.as_ref().and_then(|id| data.project(id));
        let declared = project.into_iter().flat_map(|project| &project.sdgs).map(|goal| (*goal, Basis::Declared));
        let themes = self.themes.iter().filter_map(|code| data.theme(code));
        let targets = themes.flat_map(|theme| &theme.sdg_targets).filter_map(|target| Goal::from_target(target));
        stated.chain(declared).chain(targets.map(|goal| (goal, Basis::Inferred)))
    }

    /// Its own donors and its project's. A donor that is in both lists is returned twice.
    pub fn all_donors<'a>(&'a self, data: &'a DataSet) -> impl Iterator<Item = &'a Text> + 'a {
        let project = self.project.as_ref().and_then(|id| data.project(id));
        self.donors.iter().chain(project.into_iter().flat_map(|project| &project.donors))
    }
}
