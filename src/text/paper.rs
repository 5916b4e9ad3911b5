//! Words printed on papers.
