//! Replaces the crate `wasm-streams`, by `[patch.crates-io]` in the top `Cargo.toml`.
//!
//! Leptos always depends on that crate, through `server_fn`, for server functions that stream. This page has no server. The
//! real crate exports three classes to JavaScript, and exports stay in the program whether they are called or not: with
//! asynchronous streams and what these need, 12 KB. Here are only the names that `server_fn` uses. Nothing in the page calls
//! them, so none of them is left in the program, and a call would stop the page.
//!
//! A Leptos that uses more of the real crate does not compile with this one; then add the name, or drop the patch.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser, in place of the real crate's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Returns the browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Stands for making a stream for the browser.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        panic!("this page streams nothing to a server")
    }

    /// Stands for reading the browser's stream.
    pub fn into_stream(self) -> IntoStream {
        IntoStream(self)
    }
}

/// Stands for the reader of the browser's stream.
#[derive(Debug)]
pub struct IntoStream(#[expect(dead_code, reason = "only held")] ReadableStream);

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        panic!("this page streams nothing from a server")
    }
}
