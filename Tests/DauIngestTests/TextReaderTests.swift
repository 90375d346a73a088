import DauIngest
import DauTestSupport
import DauText
import Foundation
import Testing

@Suite struct TextReaderTests {
  private func read(_ bytes: [UInt8]) throws -> SourceDocument { try TextReader().read(bytes, file: "a.txt") }

  @Test func `clean text passes through byte for byte`() throws {
    let text = "Ngày 31 tháng 10 năm 2019\n\tTỔNG KẾT\n"
    let document = try read(Array(text.utf8))
    expectSameBytes(document.text, text)
    expectSameBytes(document.original, text)
    #expect(document.map == SourceMap(identityOf: text.utf8.count))
    #expect(document.lineEnding == .lf)
    #expect(document.pages.isEmpty)
    #expect(document.page(at: 0) == nil)
  }

  @Test func `the id is the digest of the bytes of the file`() throws {
    // printf 'abc' | sha256sum
    let document = try read(Array("abc".utf8))
    #expect(
      document.id.description == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try read(Array("\u{FEFF}abc".utf8)).id != document.id)
    #expect(DocumentID(document.id.description) == document.id)
  }

  @Test(arguments: [
    "sha256:", "sha256:zz", "ba7816bf", "md5:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ])
  func `what is no id is refused`(_ text: String) {
    #expect(DocumentID(text) == nil)
  }

  @Test func `decomposed letters join and the map leads back to them`() throws {
    let decomposed = "Đa\u{309}ng bo\u{323}\u{302} Lang"
    let document = try read(Array(decomposed.utf8))
    expectSameBytes(document.text, "Đảng bộ Lang")
    expectSameBytes(document.original, decomposed)
    let word = try #require(document.text.range(of: "Lang"))
    let start = document.text.utf8.distance(from: document.text.startIndex, to: word.lowerBound)
    let source = document.map.sourceRange(of: start..<start + 4)
    #expect(Array(decomposed.utf8)[source] == Array("Lang".utf8)[...])
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n", SourceDocument.LineEnding.crlf), ("a\rb\r", "a\nb\n", .cr), ("a\nb", "a\nb", .lf),
    ("một", "một", .lf),
  ])
  func `line ends are unified and given back`(_ given: String, _ text: String, _ ending: SourceDocument.LineEnding)
    throws
  {
    let document = try read(Array(given.utf8))
    expectSameBytes(document.text, text)
    #expect(document.lineEnding == ending)
    expectSameBytes(document.withOwnLineEndings(document.text), given)
  }

  @Test func `a form feed parts pages and the last one opens none`() throws {
    let document = try read(Array("một\n\u{0C}hai\n\u{0C}".utf8))
    let bytes = Array(document.text.utf8)
    #expect(document.pages.map { String(decoding: bytes[$0], as: UTF8.self) } == ["một\n", "hai\n"])
    #expect(document.page(at: 0) == 1)
    #expect(document.page(at: document.pages[1].lowerBound) == 2)
  }

  @Test func `UTF-16 with a mark is read in both orders`() throws {
    let text = "Đảng bộ"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    expectSameBytes(try read(little).text, text)
    expectSameBytes(try read(big).text, text)
  }

  @Test(
    arguments: [
      ([], "empty"), (Array("  \n\t ".utf8), "blank"), (Array("%PDF-1.7 ...".utf8), "not-yet-readable"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "not-yet-readable"), ([0x50, 0x4B, 0x03, 0x04, 0x14], "not-yet-readable"),
      (Array("<?xml version='1.0'?><alto/>".utf8), "not-yet-readable"), (Array("ab\u{01}cd".utf8), "binary"),
      ([0x61, 0x00, 0x62], "undecodable"), ([0x61, 0xC3, 0x28], "undecodable"),
    ] as [([UInt8], String)])
  func `what is no text is refused by its content`(_ bytes: [UInt8], _ code: String) {
    let error = #expect(throws: ReadError.self) { try read(bytes) }
    #expect(error?.code == code)
  }

  @Test func `a bad byte is named by its offset`() {
    let error = #expect(throws: ReadError.self) { try read(Array("Tổng ".utf8) + [0xFF]) }
    #expect(error?.description.contains("7") == true)
  }

  @Test func `a line of ten megabytes is read`() throws {
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 10 << 20)
    #expect(try read(line).text.utf8.count == 10 << 20)
  }
}
