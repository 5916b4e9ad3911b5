//! Numbers as Word and web pages count lists with them.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const BRANCHES: [char; 12] = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];
#[rustfmt::skip]
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
];

/// A number in one of Word's formats (`w:numFmt`); in one that is not known, as plain digits.
pub fn numeral(number: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "chineseCounting" | "taiwaneseCounting" if number > 99 => digits(number),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => digits(number),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number, &DIGITS, ["千", "百", "十"]),
        "chineseLegalSimplified" => chinese(number, &LEGAL, ["仟", "佰", "拾"]),
        "ideographLegalTraditional" => chinese(number, &LEGAL_TRADITIONAL, ["仟", "佰", "拾"]),
        "ideographTraditional" => cycle(number, &STEMS),
        "ideographZodiac" => cycle(number, &BRANCHES),
        "decimalFullWidth" | "decimalFullWidth2" => {
            number.to_string().bytes().filter_map(|digit| char::from_u32(0xff10 + u32::from(digit - b'0'))).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => match number {
            1..=20 => char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default(),
            21..=35 => char::from_u32(0x3251 + number - 21).map(String::from).unwrap_or_default(),
            _ => number.to_string(),
        },
        "decimalEnclosedParen" => format!("({number})"),
        "decimalEnclosedFullstop" => format!("{number}."),
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "upperLetter" => letter(number, 'A'),
        "lowerLetter" => letter(number, 'a'),
        _ => number.to_string(),
    }
}

fn cycle(number: u32, of: &[char]) -> String {
    match (number as usize).checked_sub(1).and_then(|at| of.get(at)) {
        Some(one) => one.to_string(),
        None => number.to_string(),
    }
}

/// Digit by digit: 一〇, 二三.
fn digits(number: u32) -> String {
    let digit = |digit: u8| match digit {
        b'0' => '〇',
        digit => DIGITS[usize::from(digit - b'0')],
    };
    number.to_string().bytes().map(digit).collect()
}

/// Up to 9999, as spoken: 十, 十一, 二十, 一百零五.
fn chinese(number: u32, digits: &[char; 10], [thousand, hundred, ten]: [&str; 3]) -> String {
    if number == 0 || number > 9999 {
        return if number == 0 { "零".to_owned() } else { number.to_string() };
    }
    let mut out = String::new();
    let mut gap = false;
    for (size, name) in [(1000, thousand), (100, hundred), (10, ten), (1, "")] {
        let digit = number / size % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(name == "十" && digit == 1 && out.is_empty()) {
            out.push(digits[digit as usize]);
        }
        out.push_str(name);
    }
    out
}

fn roman(mut number: u32) -> String {
    if number > 3999 {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, name) in ROMAN {
        while number >= value {
            out.push_str(name);
            number -= value;
        }
    }
    out
}

/// a … z, aa, bb …, as Word counts.
fn letter(number: u32, first: char) -> String {
    let Some(at) = number.checked_sub(1).filter(|at| *at < 780) else { return number.to_string() };
    let one = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    std::iter::repeat_n(one, at as usize / 26 + 1).collect()
}
