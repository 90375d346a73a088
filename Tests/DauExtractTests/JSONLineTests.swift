import Foundation
import Testing

@testable import DauExtract

@Suite struct JSONLineTests {
  private struct Sample: JSONWritable {
    var text: String
    func write(to line: inout JSONLine) {
      line.field("first", text)
      line.fields("second", "third") { $0.quote(utf8: text.utf8Span.span) }
      line.field("number", 1_234_567_890_123)
    }
  }

  /// Text is copied eight bytes at a time: each sign is tried in each place of texts of each length.
  @Test(arguments: ["\"", "\\", "\n", "\t", "\r", "\u{1}", "\u{1F}", "!", "#", "[", "]", "ế", "\u{7F}"])
  func `what is escaped is read back`(sign: String) throws {
    for count in 0...26 {
      for place in 0...count {
        var letters = Array(repeating: "a", count: count)
        letters.insert(sign, at: place)
        let text = letters.joined()
        let data = Data(Sample(text: text).jsonObject.utf8)
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(read["first"] as? String == text)
        #expect(read["second"] as? String == text && read["third"] as? String == text)
      }
    }
  }

  @Test(arguments: [0, 7, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 123_456, 10_000_000, Int.max, -5, Int.min])
  func `numbers are written digit by digit`(number: Int) {
    var line = JSONLine()
    line.object { $0.field("n", number) }
    #expect(line.text == "{\"n\":\(number)}")
  }
}
