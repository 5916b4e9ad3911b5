//! Starts the page; nothing else.

fn main() {
    yaodian::app::start();
}
