//! Writes the parts of a build that need no browser: the report as text in the pages, the list of records, the data as
//! a package of tables, and the picture that other sites show with a link. `cargo xtask assemble` runs it on Trunk's
//! folder.
//!
//! Invariant: everything is computed from the data set in the folder by the report's own modules. Text, tables and
//! report cannot have different numbers.

mod english;
mod fill;
#[cfg(feature = "picture")]
mod picture;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, anyhow, ensure};
use outreach_report::export::page::{self, PageKind, files};
use outreach_report::export::{PackageFile, data_package};
use outreach_report::locale::Locale;
use outreach_report::model::parse;
use outreach_report::query::{Index, Selection, Totals};
use outreach_report::view::{EmbedOptions, ViewContext};

use english::English;
use fill::fill;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let [folder, pieces] = [arguments.next(), arguments.next()];
    let folder = folder.context("the first argument must be the folder of built files")?;
    let pieces = pieces.context("the second argument must be the folder for pieces of text")?;
    let address = env::var("OUTREACH_ADDRESS").ok().filter(|address| !address.is_empty()).map(folder_address);

    let text = read(&folder.join(files::DATA))?;
    let (data, _) = parse(&text).map_err(|error| anyhow!("{}: {error}", files::DATA))?;
    let locale = Locale::english(Rc::new(English)).with_dialogs().with_pages();
    let index = Index::new(&data, &English);
    let (selection, options) = (Selection::default(), EmbedOptions::default());
    let totals = Totals::of(&index, &selection, &English);
    let context = ViewContext {
        data: &data,
        index: &index,
        selection: &selection,
        totals: &totals,
        options: &options,
        locale: &locale,
    };

    let index_file = folder.join(files::REPORT);
    let json_ld = page::json_ld(&context, address.as_deref());
    let about = format!("<script type=\"application/ld+json\">{json_ld}</script>");
    let with_text = fill(&read(&index_file)?, "text", &page::summary(&context, PageKind::Folder))?;
    write(&index_file, &fill(&with_text, "about", &about)?)?;

    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/text").join(files::RECORDS);
    let list = fill(&read(&template)?, "list", &page::record_list(&context, PageKind::Folder))?;
    write(&folder.join(files::RECORDS), &list)?;

    fs::create_dir_all(&pieces).with_context(|| format!("{} could not be created", pieces.display()))?;
    let single =
        [page::summary(&context, PageKind::SingleFile), page::record_list(&context, PageKind::SingleFile)].join("\n");
    write(&pieces.join("single.html"), &single)?;

    let data_folder = folder.join(files::DATA).with_file_name("");
    for PackageFile { name, content } in data_package(&context, address.as_deref()) {
        write(&data_folder.join(name), &content)?;
    }
    #[cfg(feature = "picture")]
    picture::write(&page::social_picture(&context), &folder.join(picture::NAME))?;
    Ok(())
}

/// The address with a slash at its end: file names can be appended to it.
fn folder_address(address: String) -> String {
    if address.ends_with('/') { address } else { address + "/" }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))
}

fn write(file: &Path, content: &str) -> Result<()> {
    ensure!(!content.is_empty(), "{} would be empty", file.display());
    fs::write(file, content).with_context(|| format!("{} could not be written", file.display()))
}
