import Testing

@testable import DauExtract

/// What a text was not read as: `kind text: reason`, one a line.
private func rejected(_ text: String) -> [String] {
  extractor.explain(ExtractionInput(documentID: "sha256:00", text: text)).rejected.map {
    "\($0.kind?.rawValue ?? "nothing") \($0.text): \($0.reason.phrase)"
  }
}

@Suite struct RecordExplanationTests {
  @Test(arguments: [
    ("Theo Quyết định số 651/QĐ-UBND.", [String]()),
    ("Đạt 16/18 chỉ tiêu ngày 16/8 vừa qua.", ["nothing 16/8: counts and measures nothing"]),
    ("Đi Quốc lộ 1A qua xã.", ["nothing 1A: is a name or an ordinal behind “lộ”"]),
    ("Họp lần thứ 9 tại tỉnh.", ["nothing 9: is a name or an ordinal behind “thứ”"]),
    // Digits of one damaged number.
    (
      "Có 12 34 567 người.",
      [
        "nothing 12: counts and measures nothing", "nothing 34: counts and measures nothing",
        "nothing 567: counts and measures nothing",
      ]
    ),
    (
      "1. Mục đích\n\n2. Yêu cầu",
      [
        "nothing 1: is a section number, a mark of a note, or the document's own symbol",
        "nothing 2: is a section number, a mark of a note, or the document's own symbol",
      ]
    ),
  ])
  func `numbers that became no record are named with the reason`(text: String, expected: [String]) {
    #expect(rejected(text) == expected)
  }

  @Test func `a reading that lost names the one that has its digits`() {
    let lost = rejected("Nghị quyết 653 năm 2019 của Quốc hội.")
    #expect(lost.allSatisfy { $0.contains("belongs to the ") || $0.hasPrefix("nothing ") }, "\(lost)")
  }

  @Test func `the cells of a table are readings that were not taken`() {
    let table = "| Hình thức | Tập thể |\n|---|---|\n| Bằng khen | 12 tập thể |\n"
    let explanation = extractor.explain(ExtractionInput(documentID: "sha256:00", text: table))
    #expect(explanation.taken.allSatisfy { $0.record.kind != .quantity })
  }

  @Test(arguments: ["Thu 5.027 tỷ đồng ngày 31/10/2019, đạt 16/18 chỉ tiêu.", "", "1. A\n\n2. B", "9 8 7 6"])
  func `the records are those of the extraction`(_ text: String) {
    let input = ExtractionInput(documentID: "sha256:00", text: text)
    let explanation = extractor.explain(input)
    #expect(explanation.taken.map(\.record) == extractor.extract(input).records)
    #expect(explanation.taken.allSatisfy { $0.restoration == 1 && $0.reading == $0.record.confidence })
    for (a, b) in zip(explanation.rejected, explanation.rejected.dropFirst()) {
      #expect(a.span.lowerBound <= b.span.lowerBound)
    }
  }
}
