//! What a tag means for the text in it, and the words of a line.

/// What an element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// It stands on lines of its own.
    Block,
    /// It stands in a line.
    Inline,
    /// It ends a line and holds nothing.
    Break,
    /// It holds nothing.
    Void,
    /// What stands in it is no text of the page.
    Dropped,
}

impl Tag {
    /// By the name of an element.
    pub fn of(name: &str) -> Self {
        match name {
            "br" | "hr" => Self::Break,
            "area" | "base" | "col" | "embed" | "img" | "input" | "link" | "meta" | "param" | "source" | "track"
            | "wbr" => Self::Void,
            "head" | "title" | "script" | "style" | "template" | "noscript" | "svg" | "iframe" | "object"
            | "select" | "textarea" | "button" | "nav" | "footer" | "del" | "xml" | "rt" | "rp" => Self::Dropped,
            "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "div" | "dl"
            | "dt" | "fieldset" | "figure" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "html"
            | "li" | "main" | "ol" | "p" | "pre" | "section" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead"
            | "tr" | "ul" => Self::Block,
            _ => Self::Inline,
        }
    }
}

/// Whether a style, without its blanks, hides what it is for.
pub fn hides(style: &str) -> bool {
    ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hides| style.contains(hides))
}

/// The words of a line, with one blank where the page has any number of them.
#[derive(Debug, Default)]
pub struct Words {
    /// The number of the item that the line begins.
    mark: String,
    text: String,
    blank: bool,
    /// The blank was a line break: between two Chinese characters it is none.
    broken: bool,
    /// Something ended the line, so that a blank one counts.
    ended: bool,
}

impl Words {
    /// Adds words of a page.
    pub fn add(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() && c != '\u{3000}' {
                let is_break = matches!(c, '\n' | '\r');
                self.broken = is_break && (self.broken || !self.blank);
                self.blank = true;
                continue;
            }
            if self.blank && !self.text.is_empty() {
                let glued = self.broken && self.text.ends_with(is_wide) && is_wide(c);
                if !glued {
                    self.text.push(' ');
                }
            }
            (self.blank, self.broken) = (false, false);
            self.text.push(c);
        }
    }

    /// Adds words as they stand.
    pub fn keep(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Adds the number of an item, which the page does not have as text.
    pub fn mark(&mut self, number: &str) {
        number.clone_into(&mut self.mark);
    }

    /// Ends the item: the next line is not its first.
    pub fn end_item(&mut self) {
        self.mark.clear();
    }

    /// Takes away the blanks behind a printed number whose mark needs none.
    pub fn end_marker(&mut self) {
        if self.text.ends_with(['、', '）', '．', '。']) {
            (self.blank, self.broken) = (false, false);
        }
    }

    /// Says that a blank line is one, too.
    pub fn end_here(&mut self) {
        self.ended = true;
    }

    /// The line, if there is one, and begins another.
    pub fn take(&mut self) -> Option<String> {
        let mut words = std::mem::take(self);
        if words.text.trim().is_empty() {
            // The paragraph in an item begins a line, and the number is in front of it.
            self.mark = std::mem::take(&mut words.mark);
            return words.ended.then(String::new);
        }
        Some(words.mark + words.text.trim_end())
    }
}

/// Whether a character is as wide as high, and no blank stands beside it in a sentence.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
