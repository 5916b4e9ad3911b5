//! What is in each picture: whose browser, which address, what is done there, and which part is taken.

use super::year::UNIT;

/// Whoever brings everything together.
const COORDINATOR: &str = "coordinator";

/// One picture, of each language.
pub struct Scene {
    /// The name of its files.
    pub name: &'static str,
    /// Whose browser it is: the key of a party.
    pub who: &'static str,
    /// The address within the page.
    pub address: &'static str,
    /// The width and height of the window. No picture is higher.
    pub window: (u32, u32),
    /// What is there once the view is.
    pub ready: &'static str,
    /// What is done then, as a script.
    pub act: &'static str,
    /// What is there once that is done.
    pub done: &'static str,
    /// The part of the page that is in the picture; the window, where this is empty.
    pub part: &'static str,
    /// What the browser has beside the year, or instead of it.
    pub with: With,
}

/// What a browser has beside the year, or instead of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Nothing.
    Nothing,
    /// Another plan in the library.
    OtherPlan,
    /// Files that came back, chosen to be brought together.
    FilesBack,
    /// The text of another plan, pasted.
    Pasted,
    /// No report at all.
    NoReport,
    /// The first reports of the first round.
    FirstReports,
}

/// All pictures.
pub const SCENES: [Scene; 10] = [
    Scene {
        name: "list",
        who: UNIT,
        address: "#/unit/市教育局",
        window: (1280, 1000),
        ready: "[id='m2.3'] > button",
        act: "document.querySelector(\"[id='m2.3'] > button\").click()",
        done: "[id='m2.3'] textarea",
        part: "",
        with: With::Nothing,
    },
    Scene {
        name: "give",
        who: UNIT,
        address: "#/data",
        window: (1000, 470),
        ready: "#give details",
        act: "document.querySelector('#give details').open = true",
        done: "#give details[open]",
        part: "#give",
        with: With::Nothing,
    },
    Scene {
        name: "review",
        who: COORDINATOR,
        address: "#/plans/new",
        window: (1280, 840),
        ready: "#plan-text",
        act: "const field = document.getElementById('plan-text');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            const frame = () => new Promise((then) => requestAnimationFrame(then));
            const next = () => [...document.querySelectorAll('.steps button')].find((it) => it.textContent.includes('↓'));
            const go = () => next() && document.getElementById('keep-plan') ? next().click() : frame().then(go);
            return go()",
        done: "#keep-plan",
        part: "",
        with: With::Pasted,
    },
    Scene {
        name: "arrangement",
        who: COORDINATOR,
        address: "#/arrangement",
        window: (1280, 720),
        ready: ".arrangement .arranged-for",
        // The measures of the first task, and the body that is named first: it leads.
        act: "document.querySelector('.arranged-bodies input').click();
            const boxes = [...document.querySelectorAll('.arrangement input[type=checkbox]')];
            boxes.filter((box) => !box.closest('.arranged-bodies'))[0].click();
            return new Promise((then) => requestAnimationFrame(then))
                .then(() => document.querySelector('.report-line > button').click())",
        done: ".arrangement .arranged-for summary",
        part: "",
        with: With::Nothing,
    },
    Scene {
        name: "gather",
        who: COORDINATOR,
        address: "#/data",
        window: (1280, 1000),
        ready: "#progress-files",
        act: "",
        done: "table.files",
        part: "#gather",
        with: With::FilesBack,
    },
    Scene {
        name: "overview",
        who: COORDINATOR,
        address: "#/overview",
        window: (1280, 940),
        ready: "main.overview section",
        act: "",
        done: "main.overview section",
        part: "",
        with: With::Nothing,
    },
    Scene {
        name: "overview-empty",
        who: COORDINATOR,
        address: "#/overview",
        window: (1280, 940),
        ready: "main.overview section",
        act: "",
        done: "main.overview section",
        part: "",
        with: With::NoReport,
    },
    Scene {
        name: "overview-early",
        who: COORDINATOR,
        address: "#/overview",
        window: (1280, 940),
        ready: "main.overview section",
        act: "",
        done: "main.overview section",
        part: "",
        with: With::FirstReports,
    },
    Scene {
        name: "papers",
        who: COORDINATOR,
        address: "#/print/circular",
        window: (1280, 940),
        ready: ".desk .sheet",
        act: "",
        done: ".print-bar .is-strong:not([disabled])",
        part: "",
        with: With::Nothing,
    },
    Scene {
        name: "library",
        who: COORDINATOR,
        address: "#/plans",
        window: (1280, 460),
        ready: "ul.plans li + li",
        act: "",
        done: "ul.plans li + li",
        part: "",
        with: With::OtherPlan,
    },
];
