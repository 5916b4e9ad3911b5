//! A picture with few colours, so that its file is small: what is drawn of a page has some thousands, most of them nearly alike.

use std::collections::HashMap;

use anyhow::{Context, Result, bail, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter};

/// The most colours that a palette has.
const MOST: usize = 256;

/// How many pixels of a picture may differ from one time to the next.
const FEW: usize = 24;

type Colour = [u8; 3];

/// A PNG of the same picture in at most 256 colours. The same picture always gives the same file.
pub fn small(picture: &[u8]) -> Result<Vec<u8>> {
    let mut reader = Decoder::new(std::io::Cursor::new(picture)).read_info().context("no picture")?;
    let mut bytes = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let info = reader.next_frame(&mut bytes).context("no picture")?;
    ensure!(info.bit_depth == BitDepth::Eight, "the picture has other colours than expected");
    let per_pixel = match info.color_type {
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        other => bail!("the picture is {other:?}"),
    };
    let pixels: Vec<Colour> = bytes.chunks_exact(per_pixel).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let (palette, places) = palette(&pixels);
    let indices: Vec<u8> = pixels.iter().map(|pixel| places[pixel]).collect();

    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighbouring places in a palette say nothing of neighbouring colours.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(out)
}

/// Whether two pictures made by [`small`] differ in no more than a few pixels, as a browser draws corners not always alike.
pub fn are_alike(one: &[u8], other: &[u8]) -> bool {
    let differ = |a: &[Colour], b: &[Colour]| a.iter().zip(b).filter(|(a, b)| a != b).count();
    match (colours(one), colours(other)) {
        (Some((wide, one)), Some((wide2, other))) => {
            wide == wide2 && one.len() == other.len() && differ(&one, &other) <= FEW
        }
        _ => false,
    }
}

/// The width of a picture with a palette, and its pixels.
fn colours(picture: &[u8]) -> Option<(u32, Vec<Colour>)> {
    let mut reader = Decoder::new(std::io::Cursor::new(picture)).read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    let palette = reader.info().palette.as_deref()?;
    let colour = |place: &u8| palette.chunks_exact(3).nth(usize::from(*place))?.try_into().ok();
    Some((info.width, bytes.iter().map(colour).collect::<Option<_>>()?))
}

/// Colours such that every pixel is near one of them, and the place of the one that stands for each. Colours that are seen more often
/// come first; how near is as near as the number of places allows.
fn palette(pixels: &[Colour]) -> (Vec<Colour>, HashMap<Colour, u8>) {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut near = 0;
    loop {
        let mut chosen: Vec<Colour> = Vec::new();
        for (colour, _) in &colours {
            if chosen.len() <= MOST && !chosen.iter().any(|other| distance(*colour, *other) <= near) {
                chosen.push(*colour);
            }
        }
        if chosen.len() <= MOST {
            let place = |colour: Colour| {
                let places = (0..=u8::MAX).zip(&chosen);
                places.min_by_key(|(_, other)| distance(colour, **other)).map_or(0, |(place, _)| place)
            };
            let places = colours.iter().map(|(colour, _)| (*colour, place(*colour))).collect();
            return (chosen, places);
        }
        near = near * 3 / 2 + 2;
    }
}

/// How unlike two colours are: the square of their distance.
fn distance(a: Colour, b: Colour) -> u32 {
    a.into_iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::{are_alike, distance, palette, small};
    use png::{BitDepth, ColorType, Decoder, Encoder};

    #[test]
    fn few_colours_stay_as_they_are_and_many_become_near_ones() {
        let few = [[1, 2, 3], [1, 2, 4], [1, 2, 3]];
        let (chosen, places) = palette(&few);
        assert_eq!(chosen, [[1, 2, 3], [1, 2, 4]], "the more frequent first");
        assert_eq!(places[&[1, 2, 4]], 1);

        let many: Vec<[u8; 3]> = (0..=255).flat_map(|a| [[a, 0, 0], [a, a, 0], [a, a, a]]).collect();
        let (chosen, places) = palette(&many);
        assert!(chosen.len() <= 256 && chosen.len() > 100, "{}", chosen.len());
        let farthest = many.iter().map(|colour| distance(*colour, chosen[usize::from(places[colour])])).max();
        assert!(farthest <= Some(12), "{farthest:?}");
    }

    #[test]
    fn a_picture_stays_the_picture() {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 2, 1);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().expect("it can be written");
        writer.write_image_data(&[9, 8, 7, 255, 250, 250, 250, 255]).expect("it can be written");
        writer.finish().expect("it can be written");

        let made = small(&file).expect("it is a picture");
        assert_eq!(made, small(&file).expect("it is a picture"), "the same each time");
        let mut reader = Decoder::new(std::io::Cursor::new(made)).read_info().expect("it is a picture");
        let mut bytes = [0; 2];
        reader.next_frame(&mut bytes).expect("it is a picture");
        let palette = reader.info().palette.as_deref().expect("it has a palette");
        let shown = bytes.map(|place| &palette[usize::from(place) * 3..usize::from(place) * 3 + 3]);
        assert_eq!(shown, [&[9, 8, 7][..], &[250, 250, 250]]);
        assert!(small(b"no picture").is_err());
        assert!(are_alike(&small(&file).expect("it is a picture"), &small(&file).expect("it is a picture")));
        assert!(!are_alike(&file, &file), "only pictures with a palette are compared");
    }
}
