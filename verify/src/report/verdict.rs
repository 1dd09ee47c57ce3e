//! What a line of the report says, and by what it was found out.

use serde::Serialize;

/// The verdict of a line. Of several about one thing the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Stated or counted: there is nothing to hold it against.
    Fact,
    /// Checked, and it holds.
    Holds,
    /// Not checked; the line says why.
    NotChecked,
    Warning,
    Fails,
}

impl Verdict {
    /// The sign that stands for it in Markdown and on terminals.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Fact => "·",
            Self::Holds => "✅",
            Self::NotChecked => "–",
            Self::Warning => "⚠",
            Self::Fails => "❌",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Fact => "stated",
            Self::Holds => "holds",
            Self::NotChecked => "not checked",
            Self::Warning => "warning",
            Self::Fails => "fails",
        }
    }
}

/// What a line was checked against.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The files on disk.
    Files,
    /// The catalog made from the migrations.
    Catalog,
    /// A throw-away server on which the migrations ran.
    Shadow,
    /// A database in use.
    Live,
}

impl By {
    pub fn word(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Catalog => "catalog",
            Self::Shadow => "shadow",
            Self::Live => "live",
        }
    }
}

/// A part of the report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Section {
    /// Stable: what programs look a section up by.
    pub id: &'static str,
    pub title: &'static str,
    /// The worst that was found in its lines; what was not checked does not hide what was.
    pub verdict: Verdict,
    pub groups: Vec<Group>,
}

/// Lines that belong together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Group {
    pub title: Option<String>,
    /// One text that stands for all lines where there is no room for them and none is a warning or worse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brief: Option<String>,
    /// What the cells of its lines are; empty when each line is one sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<&'static str>,
    pub lines: Vec<Line>,
}

/// One statement with its verdict.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Line {
    pub verdict: Verdict,
    /// What it was checked against; empty when it was not checked.
    pub by: Vec<By>,
    /// One text for each of the group's columns, or one sentence.
    pub cells: Vec<String>,
    /// Names of what the line counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// The verdict of several lines: the worst that was found, else whether anything was checked at all.
pub(super) fn of_lines<'a>(lines: impl Iterator<Item = &'a Line>) -> Verdict {
    // What was not checked says nothing about the rest, so here it counts for less than what holds.
    let rank = |verdict: Verdict| match verdict {
        Verdict::Fact => 0,
        Verdict::NotChecked => 1,
        Verdict::Holds => 2,
        Verdict::Warning => 3,
        Verdict::Fails => 4,
    };
    lines.map(|line| line.verdict).max_by_key(|verdict| rank(*verdict)).unwrap_or(Verdict::Fact)
}

impl Line {
    pub(super) fn new(verdict: Verdict, by: &[By], text: impl Into<String>) -> Self {
        Self { verdict, by: by.to_vec(), cells: vec![text.into()], names: Vec::new() }
    }

    pub(super) fn cells(verdict: Verdict, by: &[By], cells: Vec<String>) -> Self {
        Self { verdict, by: by.to_vec(), cells, names: Vec::new() }
    }

    pub(super) fn not_checked(text: impl Into<String>) -> Self {
        Self::new(Verdict::NotChecked, &[], text)
    }

    #[must_use]
    pub(super) fn names(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }
}

impl Group {
    pub(super) fn new(title: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { title: Some(title.into()), brief: None, columns: Vec::new(), lines }
    }

    pub(super) fn untitled(lines: Vec<Line>) -> Self {
        Self { title: None, brief: None, columns: Vec::new(), lines }
    }

    #[must_use]
    pub(super) fn columns(mut self, columns: &[&'static str]) -> Self {
        self.columns = columns.to_vec();
        self
    }

    #[must_use]
    pub(super) fn brief(mut self, text: impl Into<String>) -> Self {
        self.brief = Some(text.into());
        self
    }

    /// As for a section.
    pub fn verdict(&self) -> Verdict {
        of_lines(self.lines.iter())
    }

    /// What its lines were checked against, together.
    pub fn by(&self) -> Vec<By> {
        let mut by: Vec<By> = self.lines.iter().flat_map(|line| line.by.iter().copied()).collect();
        by.sort_unstable();
        by.dedup();
        by
    }
}

impl Section {
    pub(super) fn new(id: &'static str, title: &'static str, groups: Vec<Group>) -> Self {
        let groups: Vec<_> = groups.into_iter().filter(|group| !group.lines.is_empty()).collect();
        let verdict = of_lines(groups.iter().flat_map(|group| &group.lines));
        Self { id, title, verdict, groups }
    }

    /// How many of its lines have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.groups.iter().flat_map(|group| &group.lines).filter(|line| line.verdict == verdict).count()
    }
}
