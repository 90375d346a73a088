import DauTestSupport
import DauRules
import Foundation
import Testing

@Suite struct HostileInputTests {
  /// Bytes that are likely to upset a parser, between random ones.
  static func bytes(_ random: inout Randomness, pieces: [String]) -> Data {
    var data = Data()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        data.append(UInt8.random(in: .min ... .max, using: &random))
      } else {
        data.append(Data(pieces.randomElement(using: &random)!.utf8))
      }
    }
    return data
  }

  @Test(arguments: 0..<UInt64(60))
  func `any bytes in a rule file are read or refused, never a trap`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let tsv = [
      "\t", "\n", "# source: x\n", "phrase\tsource\n", "-", "thi đua", "\r\n", "#", "syllable\tkind\tsource\n", "0",
    ]
    let yaml = [
      "source: s\n", "entries:\n", "  - ", "{", "}", "[", "]", ": ", "name: a\n", "&a ", "*a ", "!!int ", "|\n", ">\n",
      "\"", "'",
      "\n", "%", "---\n", "...\n", "? ", "remove: b\n", "examples:\n", "accepts:\n", "<<: ", "\u{FEFF}", "forms: [x]\n",
      "\t",
    ]
    let folder = try RuleFolder([:], shipped: [])
    for name in RuleBook.familyNames {
      try Self.bytes(&random, pieces: name.hasSuffix(".tsv") ? tsv : yaml).write(to: folder.url.appending(path: name))
    }
    for fault in RuleBook.check(folder.url, overlay: folder.url) {
      #expect(!fault.what.isEmpty && !fault.remedy.isEmpty && (fault.line ?? 1) >= 1)
    }
  }
}
