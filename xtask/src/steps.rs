//! Runs the steps of a command and prints their numbers and times.
//!
//! Invariant: the first step that fails ends the plan. Its message ends with the command that repeats only that step.

use anyhow::{Result, anyhow};
use std::time::{Duration, Instant};

/// The steps of one command, in order.
#[derive(Default)]
pub(crate) struct Plan<'a> {
    steps: Vec<Step<'a>>,
}

/// One step: its title, a check whether it is already done, and its work.
pub(crate) struct Step<'a> {
    title: String,
    note: &'static str,
    repeat: String,
    done: Box<dyn Fn() -> Result<bool> + 'a>,
    work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Step<'a> {
    /// A step that always runs; `repeat` is the command that repeats it.
    pub(crate) fn new(title: &str, repeat: &str, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self {
            title: title.to_owned(),
            note: "",
            repeat: repeat.to_owned(),
            done: Box::new(|| Ok(false)),
            work: Box::new(work),
        }
    }

    /// Skips the work if the check returns true.
    pub(crate) fn unless(mut self, done: impl Fn() -> Result<bool> + 'a) -> Self {
        self.done = Box::new(done);
        self
    }

    /// Prints a note before the work, such as how many minutes it takes.
    pub(crate) fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

impl<'a> Plan<'a> {
    /// Adds a step at the end.
    pub(crate) fn add(&mut self, step: Step<'a>) {
        self.steps.push(step);
    }

    /// Runs all steps and returns how long each took.
    pub(crate) fn run(self) -> Result<Times> {
        let total = self.steps.len();
        let mut times = Times::default();
        for (index, step) in self.steps.into_iter().enumerate() {
            let head = format!("[{}/{total}] {}", index + 1, step.title);
            let (title, repeat) = (&step.title, &step.repeat);
            let failed = |error| anyhow!("{title}: {error:#}\nTo repeat just this step: {repeat}");
            let start = Instant::now();
            if (step.done)().map_err(failed)? {
                println!("{head}: already there");
            } else {
                let note = if step.note.is_empty() { String::new() } else { format!(" ({})", step.note) };
                println!("{head}{note} …");
                (step.work)().map_err(failed)?;
                println!("      done in {}", seconds(start.elapsed()));
            }
            times.0.push((step.title, start.elapsed()));
        }
        Ok(times)
    }
}

/// How long each step took.
#[derive(Default)]
pub(crate) struct Times(Vec<(String, Duration)>);

impl Times {
    /// Prints the steps with their times, and the sum.
    pub(crate) fn print(&self) {
        let width = self.0.iter().map(|(title, _)| title.chars().count()).max().unwrap_or(0);
        for (title, time) in &self.0 {
            println!("  {title:<width$}  {:>9}", seconds(*time));
        }
        println!("  {:<width$}  {:>9}", "together", self.together());
    }

    /// How long all steps took together, as text.
    pub(crate) fn together(&self) -> String {
        seconds(self.0.iter().map(|(_, time)| *time).sum())
    }
}

/// A time as text: `12.3 s`, or from two minutes `2 min 5 s`.
pub(crate) fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..120 => format!("{:.1} s", time.as_secs_f64()),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}
