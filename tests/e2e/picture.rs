//! A picture of the window, read back from its PNG.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use png::{Decoder, Transformations};

/// What is seen, pixel by pixel.
pub struct Picture {
    width: usize,
    height: usize,
    /// Red, green and blue, one byte each, and what else the file has for each pixel.
    bytes: Vec<u8>,
    bytes_per_pixel: usize,
}

impl Picture {
    /// Reads a PNG.
    pub fn read(file: &Path) -> Self {
        let mut decoder = Decoder::new(BufReader::new(File::open(file).unwrap()));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().expect("a picture of a window fits into memory")];
        let info = reader.next_frame(&mut bytes).unwrap();
        let bytes_per_pixel = info.color_type.samples();
        assert!(bytes_per_pixel >= 3, "the picture has no colours");
        Self { width: info.width as usize, height: info.height as usize, bytes, bytes_per_pixel }
    }

    /// How light a pixel is, by its darkest colour: 255 is white.
    pub fn light(&self, x: usize, y: usize) -> u8 {
        assert!(x < self.width && y < self.height, "({x}, {y}) is not in the picture");
        let start = (y * self.width + x) * self.bytes_per_pixel;
        self.bytes[start..start + 3].iter().copied().min().expect("three colours")
    }
}
