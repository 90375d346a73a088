import DauTestSupport
import DauText
import Testing

@Suite struct SourceTextTests {
  static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { (unit: UInt16) -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: [
    ("e\u{200B}\u{301}", "é"), ("e\u{AD}\u{301}", "é"), ("o\u{200D}\u{302}", "ô"), ("e\u{200B}\u{302}\u{301}", "ế"),
    ("\u{FF45}\u{301}", "é"),
  ])
  func `what a repair brings together is composed`(_ bytes: String, _ letter: String) throws {
    let source = try SourceText.decode(Array("Căn cứ \(bytes) nhân dân".utf8))
    expectSameBytes(source.text, "Căn cứ \(letter) nhân dân")
    #expect(source.map.sourceRange(of: 0..<source.text.utf8.count) == 0..<source.decoded.utf8.count)
  }

  @Test(arguments: ["", "Đảng bộ tỉnh Lạng Sơn\n", "😀 ế\n\u{C}trang 2"])
  func `all encodings give the same text`(text: String) throws {
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Self.utf16(text, isBigEndian: true),
      Self.utf16(text, isBigEndian: false),
    ] {
      let source = try SourceText.decode(bytes)
      expectSameBytes(source.text, text)
      expectSameBytes(source.decoded, text)
      #expect(source.map == SourceMap(identityOf: text.utf8.count))
    }
    #expect(try SourceText.decode(Self.utf16(text, isBigEndian: true)).encoding == .utf16BigEndian)
    #expect(try SourceText.decode(Self.utf16(text, isBigEndian: false)).encoding == .utf16LittleEndian)
  }

  @Test func `line ends become line feeds and marks join, with the way back`() throws {
    let source = try SourceText.decode(Array("Tie\u{302}\u{301}ng\r\nVi\rệt\n".utf8))
    expectSameBytes(source.text, "Tiếng\nVi\nệt\n")
    expectSameBytes(source.decoded, "Tie\u{302}\u{301}ng\r\nVi\rệt\n")
    // "Vi" in the text and in what was decoded.
    #expect(source.map.sourceRange(of: 8..<10) == 11..<13)
    #expect(source.map.sourceByteCount == source.decoded.utf8.count)
    #expect(source.map.targetByteCount == source.text.utf8.count)
  }

  @Test(
    arguments: [
      (Array("ab\0c".utf8), .nul(offset: 2)),
      ([0x61, 0xC3], .invalidUTF8(offset: 1, bytes: [0xC3])),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62], .invalidUTF8(offset: 4, bytes: [0xFF, 0x62])),
      ([0x61, 0xED, 0xA0, 0x80, 0x62, 0x63], .invalidUTF8(offset: 1, bytes: [0xED, 0xA0, 0x80, 0x62])),
      ([0x00, 0xFF], .nul(offset: 0)),
      ([0xFF, 0xFE, 0x61], .oddByteCount(3)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], .unpairedSurrogate(offset: 4, unit: 0xD800)),
      ([0xFE, 0xFF, 0xDC, 0x00, 0x00, 0x61], .unpairedSurrogate(offset: 2, unit: 0xDC00)),
      ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x00], .nul(offset: 4)),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32),
    ] as [([UInt8], TextDecodingError)])
  func `what is no text is refused at its byte`(bytes: [UInt8], error: TextDecodingError) {
    #expect(throws: error) { try SourceText.decode(bytes) }
  }

  @Test func `the refusal names the byte and what it holds`() {
    #expect(
      TextDecodingError.invalidUTF8(offset: 41, bytes: [0xFF, 0x0A]).description
        == "byte 41 is not UTF-8 (FF 0A), and the text is not in TCVN3, VNI, VISCII or windows-1258 either: save the file as UTF-8"
    )
  }

  @Test func `one long line is read like any other`() throws {
    // Ten megabytes are read in the benchmark; a debug build gets one.
    let line = String(repeating: "Lạng Sơn ", count: 90_000)
    #expect(try SourceText.decode(Array(line.utf8)).text.utf8.count == line.utf8.count)
  }

  @Test(arguments: 0..<UInt64(300))
  func `any bytes at all are read or refused, never a trap`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let marks: [[UInt8]] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
    let alphabet: [[UInt8]] = [
      [0x61], [0x0D], [0x0A], [0xCC, 0x81], [0xE1, 0xBA, 0xBF], [0xD8], [0xDC], [0x80], [0xF0],
    ]
    var bytes = marks.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 0..<30, using: &random) {
      bytes +=
        Bool.random(using: &random)
        ? alphabet.randomElement(using: &random)! : [UInt8.random(in: .min ... .max, using: &random)]
    }
    do {
      let source = try SourceText.decode(bytes)
      #expect(source.map.sourceByteCount == source.decoded.utf8.count, "seed \(seed)")
      #expect(source.map.targetByteCount == source.text.utf8.count, "seed \(seed)")
      #expect(!source.text.utf8.contains(0x0D), "seed \(seed)")
    } catch {
      #expect(!error.description.isEmpty)
    }
  }
}
