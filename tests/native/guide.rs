//! The guide: `docs/guide.*.md` and its pictures, which `cargo xtask pictures` takes.

use std::fs;
use std::path::{Path, PathBuf};

use yaodian::domain::settings::Lang;
use yaodian::route;

/// The guides, with the words by which their three parts are known.
const GUIDES: [(&str, [&str; 3]); 2] =
    [("zh", ["责任单位", "统筹单位", "发布"]), ("en", ["unit", "coordinator", "publishes"])];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn guide(name: &str) -> String {
    fs::read_to_string(root().join(format!("docs/guide.{name}.md"))).expect("there is a guide")
}

/// What stands between each of two marks and the next.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(inside, _)| inside).collect()
}

/// The files of a folder and the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("there is such a folder").map(|entry| entry.expect("it is read").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn each_guide_has_its_three_parts() {
    for (name, parts) in GUIDES {
        let text = guide(name);
        let heads: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(heads.len(), parts.len(), "{heads:?}");
        for (head, part) in heads.iter().zip(parts) {
            assert!(head.contains(part), "{part} in {head}");
        }
    }
}

#[test]
fn the_guides_say_the_same_in_the_same_order() {
    let shape = |name: &str| -> Vec<String> {
        let text = guide(name);
        let kind = |line: &str| {
            line.split(' ').next().filter(|word| ["#", "##", "###", "-", "|"].contains(word)).map(str::to_owned)
        };
        text.lines().filter_map(kind).collect()
    };
    assert_eq!(shape("zh"), shape("en"));
}

#[test]
fn every_picture_is_there_is_small_and_is_used() {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README");
    let mut used: Vec<PathBuf> =
        between(&readme, "(docs/", ")").into_iter().map(|file| root().join("docs").join(file)).collect();
    for (name, _) in GUIDES {
        for picture in between(&guide(name), "](", ")") {
            assert!(picture.starts_with(&format!("pictures/{name}/")), "{picture} is of another language");
            used.push(root().join("docs").join(picture));
        }
    }
    for picture in used.iter().filter(|file| file.extension().is_some_and(|end| end == "png")) {
        let bytes =
            fs::read(picture).unwrap_or_else(|_| panic!("{} is missing: cargo xtask pictures", picture.display()));
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{}", picture.display());
        assert!(bytes.len() <= 120 * 1024, "{} has {} bytes", picture.display(), bytes.len());
    }
    for picture in files(&root().join("docs/pictures")) {
        assert!(used.contains(&picture), "{} is in no text", picture.display());
    }
}

/// Bold is what stands on the page, so that a button that is renamed is renamed here.
#[test]
fn what_is_bold_are_words_of_the_page() {
    let sources: String =
        files(&root().join("src/text")).iter().map(|file| fs::read_to_string(file).expect("it is text")).collect();
    for (name, _) in GUIDES {
        let text = guide(name);
        let bold: Vec<&str> = text.split("**").skip(1).step_by(2).collect();
        assert!(bold.len() > 40, "{} words of the page in {name}", bold.len());
        for words in bold {
            assert!(
                sources.contains(&format!("\"{words}")) || sources.contains(&format!("{words}\"")),
                "“{words}” is not on the page"
            );
        }
    }
}

#[test]
fn the_page_links_to_a_guide_in_each_language() {
    for lang in Lang::ALL {
        let name = route::guide(lang).strip_prefix("guide/").and_then(|file| file.strip_suffix(".html"));
        let name = name.expect("it is a page of the guide");
        assert!(GUIDES.iter().any(|(guide, _)| *guide == name), "there is no guide {name}");
    }
    assert_eq!(
        [Lang::ZhHans, Lang::ZhHant, Lang::En].map(route::guide),
        ["guide/zh.html", "guide/zh.html", "guide/en.html"]
    );
}
