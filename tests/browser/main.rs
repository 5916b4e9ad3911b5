//! Tests of `browser/`, run in a real browser by `cargo xtask test`. Elsewhere there is nothing to run.
#![cfg(target_arch = "wasm32")]

mod element;
mod files;
mod json;
mod measure;
mod page;
mod selecting;
mod storage;
mod typing;

use js_sys::Promise;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// Runs a script in the page, and waits for its value where it promises one: a string, or nothing.
#[track_caller]
fn script(code: &str) -> impl Future<Output = Option<String>> + use<> {
    let value = js_sys::eval(code).expect(code);
    let code = code.to_owned();
    async move { Promise::resolve(&value).await.expect(&code).as_string() }
}

/// What a listener hears, until it is asked for.
struct Heard<T>(Rc<RefCell<Waiting<T>>>);

struct Waiting<T> {
    heard: VecDeque<T>,
    asking: Option<Waker>,
}

impl<T> Clone for Heard<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Heard<T> {
    fn new() -> Self {
        Self(Rc::new(RefCell::new(Waiting { heard: VecDeque::new(), asking: None })))
    }

    fn hear(&self, value: T) {
        let mut waiting = self.0.borrow_mut();
        waiting.heard.push_back(value);
        if let Some(asking) = waiting.asking.take() {
            asking.wake();
        }
    }

    /// What was heard meanwhile and not asked for yet.
    fn so_far(&self) -> Vec<T> {
        self.0.borrow_mut().heard.drain(..).collect()
    }

    /// Waits until something is heard. If nothing ever is, the runner says after its time that the test hangs.
    async fn next(&self) -> T {
        poll_fn(|context| {
            let mut waiting = self.0.borrow_mut();
            if let Some(value) = waiting.heard.pop_front() {
                return Poll::Ready(value);
            }
            waiting.asking = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}
