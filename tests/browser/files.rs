//! Texts as files, out of the page and into it.

use crate::{Heard, script};
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::files::{NoBytes, bytes_of_all_chosen, decode, save};
use yaodian::persist::encoding::encodings;

#[wasm_bindgen_test]
async fn a_text_is_offered_as_a_download() {
    // The browser's own download would leave a file behind; everything up to it is real.
    script(
        "HTMLAnchorElement.prototype.click = function () { window.offered = this.download; window.content = fetch(this.href) }",
    )
    .await;
    save("yaodian-海東.json", "{\"要點\":\"\n\"}");
    script("delete HTMLAnchorElement.prototype.click").await;
    assert_eq!(script("window.offered").await.as_deref(), Some("yaodian-海東.json"));
    let content = script("window.content.then(c => c.text())").await;
    assert_eq!(content.as_deref(), Some("{\"要點\":\"\n\"}"));
    let kind = script("window.content.then(c => c.headers.get('content-type'))").await;
    assert_eq!(kind.as_deref(), Some("application/json;charset=utf-8"));
}

type Chosen = (u32, String, Result<Vec<u8>, NoBytes>);

/// The most bytes that are read of a file here.
const MOST: f64 = 1024.0;

fn read_chosen(input: &str, hear: Heard<Chosen>) {
    bytes_of_all_chosen(input, MOST, move |place, name, bytes| hear.hear((place, name, bytes)));
}

/// Chooses a file of this content (a script) in a file input, and reads it.
async fn chosen(content: &str) -> Chosen {
    script(&format!(
        "document.body.append(Object.assign(document.createElement('input'), {{ type: 'file', id: 'chosen' }}));
         const files = new DataTransfer();
         files.items.add(new File([{content}], '進度.json'));
         document.getElementById('chosen').files = files.files;"
    ))
    .await;
    let heard = Heard::new();
    read_chosen("chosen", heard.clone());
    let left = script("String(document.getElementById('chosen').files.length)").await;
    script("document.getElementById('chosen').remove()").await;
    assert_eq!(left.as_deref(), Some("0"), "the same file can be chosen again");
    heard.next().await
}

fn bytes(content: &[u8]) -> Chosen {
    (0, "進度.json".to_owned(), Ok(content.to_vec()))
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_read() {
    assert_eq!(chosen("'{\"要點\":1}\\n'").await, bytes("{\"要點\":1}\n".as_bytes()));
    assert_eq!(chosen("''").await, bytes(b""));
    assert_eq!(chosen("new Uint8Array([0x41, 0xff, 0xe5])").await, bytes(&[0x41, 0xff, 0xe5]));
    let large = "new Uint8Array(1025)";
    assert_eq!(chosen(large).await, (0, "進度.json".to_owned(), Err(NoBytes::TooLarge)));
}

/// What Notepad and WPS on a Chinese Windows save.
#[wasm_bindgen_test]
fn text_of_other_encodings_is_read_whole_or_not_at_all() {
    let text = "{\"unit:市教育局\":\"開工2所\"}";
    let utf_16 =
        |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let all = [
        ("utf-8", text.as_bytes().to_vec()),
        ("utf-16le", utf_16(u16::to_le_bytes)),
        ("utf-16be", utf_16(u16::to_be_bytes)),
    ];
    for (encoding, bytes) in all {
        assert_eq!(decode(&bytes, encodings), Some((text.to_owned(), encoding)));
    }
    let fixture = include_bytes!("../fixtures/progress-gb18030.json");
    let (saved, encoding) = decode(fixture, encodings).expect("it is GB18030");
    assert!(encoding == "gb18030" && saved.contains("unit:市教育局") && saved.contains("已開工2所"), "{saved}");
    for bytes in [&[0xef, 0xbb, 0xbf, 0xff][..], &[0x81], &[0xff, 0xfe, 0x00, 0xd8]] {
        assert_eq!(decode(bytes, encodings), None, "{bytes:x?}");
    }
}

#[wasm_bindgen_test]
async fn no_chosen_file_is_none() {
    let heard: Heard<Chosen> = Heard::new();
    script("document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'empty' }))").await;
    for input in ["empty", "missing"] {
        read_chosen(input, heard.clone());
    }
    script("document.getElementById('empty').remove()").await;
    // A file read after them is heard first.
    assert_eq!(chosen("'after'").await, bytes(b"after"));
    assert_eq!(heard.so_far(), []);
}
