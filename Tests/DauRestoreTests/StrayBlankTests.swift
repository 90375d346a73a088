import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct StrayBlankTests {
  /// The text with its stray blanks closed, and nothing else done to it.
  private func closed(_ text: String) -> String {
    let scanner = PieceScanner(text)
    var glyphs = scanner.glyphs
    for (at, gap) in StrayBlanks(scanner).gaps.sorted(by: { $0.key > $1.key }) {
      let (before, piece) = (scanner.pieces[at - 1].glyphs, scanner.pieces[at].glyphs)
      glyphs.replaceSubrange(before.upperBound..<piece.lowerBound, with: gap)
    }
    return Glyphs.string(glyphs)
  }

  /// Met in scanned decrees and letters, and on a page with the narrow ones of a Times-like face.
  @Test(arguments: [
    ("11 Nghị định số 126/2020/NĐ- CP. Trường hợp", "11 Nghị định số 126/2020/NĐ-CP. Trường hợp"),
    ("Thông tư số 156/2013/TT- BTC ngày 06/11/2013", "Thông tư số 156/2013/TT-BTC ngày 06/11/2013"),
    ("Căn cứ Luật Dau tự sd 6 1/2020/QH1 4 được", "Căn cứ Luật Dau tự sd 61/2020/QH14 được"),
    ("Luật số 03/2022/QH15, Luật số 5 7/2024/QH15 và", "Luật số 03/2022/QH15, Luật số 57/2024/QH15 và"),
    ("Căn cứ Nghị định số 209/201 3/ND-CP ngày", "Căn cứ Nghị định số 209/2013/ND-CP ngày"),
    ("Hoàng Văn Thụ (04/1 1/1909 - 04/1 1/2019)", "Hoàng Văn Thụ (04/11/1909 - 04/11/2019)"),
    ("trước ngày 30/1 1/2021.", "trước ngày 30/11/2021."),
    ("thi đua ái quốc (1 1/6/1948 - 11/6/2018)", "thi đua ái quốc (11/6/1948 - 11/6/2018)"),
  ])
  func `a blank inside a symbol or a date is closed`(_ text: String, _ printed: String) {
    expectSameBytes(closed(text), printed)
  }

  @Test(arguments: [
    "theo Kế hoạch 12/KH - UBND và 12/KH- Sở Nội vụ",  // may be printed so
    "ngày 1 1/2019, quý 04/1 9/2019, 32/1 1/2019",  // no day and month that were one
    "khoản 5 57/2024/QH15",  // no number of a law
    "88 100 1 10 12 1/2",  // cells
    "106/2016/QH1 45 đại biểu",
    "04/1\n1/2019",
    "(3 2/6/1948), 1 1/6/1948, (1 1/6 giá)",
  ])
  func `a blank that may be printed stays`(_ text: String) {
    #expect(closed(text) == text)
  }
}
