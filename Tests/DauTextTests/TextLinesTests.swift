import DauTestSupport
import DauText
import Testing

@Suite struct TextLinesTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\n", ["a", ""]), ("a\nb\r\n\r\nc", ["a", "b", "", "c"]),
    ("\r\n", ["", ""]), ("a\rb\n", ["a\rb", ""]), ("a\r\r\nb", ["a\r", "b"]), ("a\r", ["a"]),
    ("Tổng\r\nkết\u{0301}\n\u{0301}", ["Tổng", "kết\u{0301}", "\u{0301}"]),
  ])
  func `lines are without their ends, those of Windows too`(_ text: String, _ lines: [String]) {
    expectSameBytes(text.textLines().joined(separator: "|"), lines.joined(separator: "|"))
    #expect(text.textLines().count == lines.count)
    let bytes = Array(text.utf8)
    #expect(bytes.textLines().map(Array.init) == lines.map { Array($0.utf8) })
    #expect(bytes.dropFirst(0).textLines().map(Array.init) == lines.map { Array($0.utf8) })
  }

  @Test func `a text has one line more than line feeds`() {
    var randomness = Randomness(seed: 7)
    for _ in 0..<500 {
      let count = Int.random(in: 0...12, using: &randomness)
      let bytes = (0..<count).map { _ in [0x0A, 0x0D, 0x61].randomElement(using: &randomness)! as UInt8 }
      #expect(bytes.textLines().count == bytes.count { $0 == 0x0A } + 1, "\(bytes)")
      let windows = Array(bytes.map { $0 == 0x0D ? [0x62] : $0 == 0x0A ? [0x0D, 0x0A] : [$0] }.joined())
      let unix = bytes.map { $0 == 0x0D ? 0x62 : $0 }
      #expect(windows.textLines().map(Array.init) == unix.textLines().map(Array.init), "\(bytes)")
    }
  }
}
