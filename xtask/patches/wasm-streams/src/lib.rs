//! Stands in for the crate `wasm-streams`, by `[patch.crates-io]` in the top `Cargo.toml`.
//!
//! Leptos always depends on it, through `server_fn`, for server functions that stream. This page has no server. The
//! real crate exports three classes to JavaScript, and what is exported stays in the program whether it is
//! called or not: with asynchronous streams and what they need, 12 KB. Here are the names that `server_fn`
//! uses; nothing in the page calls them, so that nothing of them is left, and a call would stop the page.
//!
//! A Leptos that uses more of the real crate does not compile with this one; then add the name, or drop the patch.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives the browser's stream back.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream for the browser.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        panic!("this page streams nothing to a server")
    }

    /// Would read the browser's stream.
    pub fn into_stream(self) -> IntoStream {
        IntoStream(self)
    }
}

/// What would read the browser's stream.
#[derive(Debug)]
pub struct IntoStream(#[expect(dead_code, reason = "only held")] ReadableStream);

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        panic!("this page streams nothing from a server")
    }
}
