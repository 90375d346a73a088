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

  @Test(arguments: ["đ", "Đ", "ß", "1", "é"])
  func `other letters keep their base`(_ letter: String) throws {
    let scalar = try #require(letter.unicodeScalars.first)
    let parts = VietnameseLetter.of(scalar.value)
    #expect(parts.isUpper == (letter == "Đ"))
    #expect(letter == "é" ? parts.tone == 4 : parts.tone == 0)
  }
}
