import Foundation
import Testing

@testable import DauExtract

/// Whole documents against their whole output.
///
/// `DAU_REWRITE_GOLDENS=1 swift test --filter GoldenTests` writes the output anew; look through the difference before
/// committing it.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  @Test(arguments: ["bao-cao", "tuyen-giao", "bieu-khen-thuong", "quyet-dinh"])
  func `a document gives the records written down for it`(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
    let file = Self.folder.appending(path: name + ".jsonl")
    let input = ExtractionInput(documentID: "sha256:00", text: text, fileName: name + ".txt")
    var bytes: [UInt8] = []
    _ = extractor.writeJSONLines(of: input) { line in for at in line.indices { bytes.append(line[at]) } }
    let actual = String(decoding: bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["DAU_REWRITE_GOLDENS"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(actual.split(separator: "\n", omittingEmptySubsequences: false), expected).enumerated() {
      #expect(Array(pair.0.utf8) == Array(pair.1.utf8), "line \(line + 1): \(pair.0)")
    }
    #expect(actual.split(separator: "\n", omittingEmptySubsequences: false).count == expected.count)
  }

  @Test func `every line of output is JSON with the fields of its kind`() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "bao-cao.txt"), encoding: .utf8)
    let extraction = extraction(of: text)
    for line in [extraction.document.jsonLine] + extraction.records.map(\.jsonLine) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let kind = try #require(object["kind"] as? String)
      let fields: [String] =
        kind == "document"
        ? [
          "id", "file", "type", "number", "symbol", "issuer", "place", "issued", "title", "signer", "signatures",
          "recipients", "sections", "pages", "rules",
        ]
        : ["document", "text", "source_text", "span", "source_span", "page", "line", "section", "confidence"]
      for field in fields { #expect(object.keys.contains(field), "\(kind) without \(field)") }
    }
  }
}
