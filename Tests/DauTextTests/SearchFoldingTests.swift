import DauTestSupport
import DauText
import Testing

@Suite struct SearchFoldingTests {
  @Test(arguments: [
    ("Đảng bộ tỉnh Lạng Sơn", "dang bo tinh lang son"), ("hòa HOÀ", "hoa hoa"), ("Ðảng", "dang"),
    ("ế e\u{302}\u{301}", "e e"),
    ("ƯỚC ơ", "uoc o"), ("Café Ñandú Øre Łódź", "cafe nandu ore lodz"), ("İstanbul ılık", "istanbul ilik"),
    ("35-NQ/TW 99,08% €", "35-nq/tw 99,08% €"), ("Москва Ελλάδα", "москва ελλαδα"), ("漢字 한국 😀", "漢字 한국 😀"), ("", ""),
  ])
  func folds(text: String, folded: String) {
    expectSameBytes(SearchFolding.fold(text), folded)
  }

  @Test func `every code point is known by what it folds to`() {
    var wrong: [UInt32] = []
    for value in UInt32(1)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array("x\(scalar)Y".utf8)
      let folded = SearchFolding.fold(bytes.span)
      let isKnown = SearchFolding.folds(bytes.span, to: folded.span)
      let longer = folded + [0x79]
      let shorter = Array(folded.dropLast())
      let isMore = SearchFolding.folds(bytes.span, to: longer.span)
      let isLess = SearchFolding.folds(bytes.span, to: shorter.span)
      if !isKnown || isMore || isLess { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `folding is done once and never lengthens, over all code points`() {
    var bytes: [UInt8] = []
    for value in UInt32(1)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      bytes.append(contentsOf: Array(String(scalar).utf8))
    }
    let once = SearchFolding.fold(bytes.span)
    #expect(once.count <= bytes.count)
    let isStable = SearchFolding.fold(once.span) == once
    #expect(isStable)
    #expect(String(validating: once, as: UTF8.self) != nil)
  }

  @Test(arguments: 0..<UInt64(50))
  func `any bytes at all are folded without a trap`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let bytes = (0..<60).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let folded = SearchFolding.fold(bytes.span)
    let isKnown = SearchFolding.folds(bytes.span, to: folded.span)
    #expect(isKnown)
  }
}
