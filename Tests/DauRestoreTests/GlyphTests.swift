import DauText
import Testing

@testable import DauRestore

@Suite struct GlyphTests {
  /// Three ways to take a letter apart, each for its own speed, must be one alphabet.
  @Test func `letters and tones are those of the alphabet of DauText`() throws {
    for value in 0x41...0x1EF9 as ClosedRange<UInt16> {
      guard let scalar = Unicode.Scalar(value), let letter = Letter(scalar) else { continue }
      let small = try #require(Letter(base: letter.base, shape: letter.shape, tone: letter.tone).scalar)
      let toneless = try #require(
        Letter(base: letter.base, shape: letter.shape, isUppercase: letter.isUppercase).scalar)
      let bare = try #require(Letter(base: letter.base, isUppercase: letter.isUppercase).scalar)
      #expect(Glyphs.isLetter(value) && Glyphs.isUpper(value) == letter.isUppercase, "\(scalar)")
      #expect(UInt32(Glyphs.lower(value)) == small.value, "\(scalar)")
      #expect(UInt32(Glyphs.toneless(value)) == toneless.value, "\(scalar)")
      #expect(UInt32(Glyphs.bare(value)) == bare.value, "\(scalar)")
      #expect(Glyphs.plain(value) == Glyph(letter.base), "\(scalar)")
    }
  }
}
