//! The foot: how we count, link and files, data date, licence.

use yew::prelude::*;

use super::desk::Desk;
use super::el::{button, el, isolated};
use super::headline::take;
use crate::locale::Sentence;
use crate::view::{self, Request, TotalKind};

/// The foot. The licence line stays where the page asks for no foot.
pub fn foot(desk: &Desk, whole: bool) -> Html {
    let foot = view::foot(&desk.scene);
    let license = foot.license.map(|(name, link)| match link {
        Some(link) => el("a", "")
            .at("href", link.to_string())
            .at("rel", "license noopener noreferrer")
            .at("target", "_blank")
            .kid(isolated(&name)),
        None => isolated(&name),
    });
    let mut line = el("div", "foot").key("foot").at("part", "foot");
    if whole {
        let count = Request::Breakdown(TotalKind::People).code();
        line = line
            .kid(el("p", "").kid(button("plain").at("data-ask", count).say(desk, Sentence::HowWeCount)))
            .kid(el("p", "").kid(take(desk)));
        if let Some(data) = &foot.data {
            line = line.kid(el("p", "").kid(isolated(data)));
        }
    }
    if let Some(license) = license {
        line = line.kid(el("p", "").kid(license));
    }
    if let (true, Some(address)) = (whole, &desk.props.snapshot.address) {
        line = line.kid(el("p", "").kid(el("a", "").at("href", address.clone()).say(desk, Sentence::FootLink)));
    }
    line.html()
}
