import Foundation
import Testing

@testable import DauExtract

@Suite struct WordsTests {
  /// A number with a wrong key would never be met, and nothing would say so.
  @Test func `the generated keys are those of their words`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/DauExtract/Text/Words+Generated.swift")
    var count = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard let number = line.firstMatch(of: /rawValue: 0x([0-9A-F]{16})\)  \/\/ (\S+)$/) else { continue }
      #expect(
        UInt64(number.1, radix: 16) == WordKey(String(number.2)).rawValue, "\(line); run .ci/word-keys")
      count += 1
    }
    #expect(count > 40)
  }
}
