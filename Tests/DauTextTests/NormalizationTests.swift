import DauTestSupport
import DauText
import Testing

@Suite struct NormalizationTests {
  @Test(arguments: [
    ("e\u{302}\u{301}", "ế"), ("ê\u{301}", "ế"), ("a\u{323}\u{302}", "ậ"), ("ạ\u{302}", "ậ"), ("Đa\u{309}ng", "Đảng"),
    ("", ""), ("Lạng Sơn", "Lạng Sơn"), ("\u{212B}", "Å"),
  ])
  func `marks join their letters`(from: String, to: String) throws {
    expectSameBytes(try Normalization.nfc(from), to)
  }

  @Test func `the map of a normalised text is exact to the letter`() throws {
    let raw = Array("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t".utf8)
    let (bytes, map) = try Normalization.nfcWithMap(raw.span)
    expectSameBytes(String(decoding: bytes, as: UTF8.self), "Tiếng Việt")
    // "ế" is bytes 2..<5 and came from e and two marks.
    #expect(map.sourceRange(of: 2..<5) == 2..<7)
    #expect(map.sourceRange(of: 0..<2) == 0..<2)
    #expect(map.sourceByteCount == raw.count && map.targetByteCount == bytes.count)
  }

  @Test(arguments: 0..<UInt64(50))
  func `normalising with a map gives the same text as without`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let alphabet = Array("aeiouyAEdđnh .\u{301}\u{300}\u{302}\u{306}\u{31B}\u{323}ậếƯ한€😀".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<40 { text.append(alphabet.randomElement(using: &random)!) }
    let raw = Array(String(text).utf8)
    let (bytes, map) = try Normalization.nfcWithMap(raw.span)
    #expect(bytes == (try Normalization.nfc(raw.span)), "seed \(seed)")
    #expect(try Normalization.isNFC(bytes.span))
    for segment in map.segments where segment.isCopy {
      #expect(Array(raw[segment.source]) == Array(bytes[segment.target]), "seed \(seed)")
    }
  }
}
