import DauText
import Foundation
import Testing

@testable import DauExtract

@Suite struct VietnameseLetterTests {
  /// Unicode's own decomposition is the oracle.
  @Test func `every Vietnamese letter is taken apart as Unicode does it`() throws {
    let tones: [Unicode.Scalar: UInt8] = ["\u{300}": 1, "\u{309}": 2, "\u{303}": 3, "\u{301}": 4, "\u{323}": 5]
    for row in ["aăâeêioôơuưy", "AĂÂEÊIOÔƠUƯY"] {
      for letter in row.unicodeScalars {
        for (mark, tone) in tones {
          let text = String(String.UnicodeScalarView([letter, mark])).precomposedStringWithCanonicalMapping
          let scalar = try #require(text.unicodeScalars.first)
          let parts = VietnameseLetter.of(scalar.value)
          #expect(text.unicodeScalars.count == 1)
          #expect(parts.tone == tone && parts.isUpper == letter.properties.isUppercase, "\(text)")
          #expect(parts.base == VietnameseLetter.lower(of: letter.value), "\(text)")
        }
      }
    }
  }

  /// Of all that the program meets as a letter: Latin, with the blocks that hold Vietnamese ones.
  @Test func `case is Unicode's, and a capital's small letter has it for its capital`() throws {
    for value in (0x41...0x17F as ClosedRange<UInt32>).map(\.self) + [0x1A0, 0x1A1, 0x1AF, 0x1B0]
      + Array(0x1EA0...0x1EF9)
    {
      let scalar = try #require(Unicode.Scalar(value))
      let (small, capital) = (VietnameseLetter.lower(of: value), VietnameseLetter.upper(of: value))
      if small != value {
        #expect(scalar.properties.lowercaseMapping.unicodeScalars.map(\.value) == [small], "\(scalar)")
      }
      if capital != value {
        #expect(scalar.properties.uppercaseMapping.unicodeScalars.map(\.value) == [capital], "\(scalar)")
      }
      if small != value { #expect(VietnameseLetter.upper(of: small) == value, "\(scalar)") }
    }
  }

  /// Three ways to take a letter apart, each for its own speed, must be one alphabet.
  @Test func `its parts are those of the alphabet of DauText`() throws {
    let order: [Tone: UInt8] = [.ngang: 0, .huyen: 1, .hoi: 2, .nga: 3, .sac: 4, .nang: 5]
    for value in 0x41...0x1EF9 as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), let letter = Letter(scalar) else { continue }
      let parts = VietnameseLetter.of(value)
      let toneless = try #require(Letter(base: letter.base, shape: letter.shape).scalar)
      #expect(parts.base == toneless.value && parts.isUpper == letter.isUppercase, "\(scalar)")
      #expect(parts.tone == order[letter.tone], "\(scalar)")
    }
  }

  @Test(arguments: ["đ", "Đ", "ß", "1", "é"])
  func `other letters keep their base`(_ letter: String) throws {
    let scalar = try #require(letter.unicodeScalars.first)
    let parts = VietnameseLetter.of(scalar.value)
    #expect(parts.isUpper == (letter == "Đ"))
    #expect(letter == "é" ? parts.tone == 4 : parts.tone == 0)
  }
}
