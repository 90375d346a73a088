import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct TitleTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  @Test(arguments: [
    ("QUYT ĐNH", "QUYẾT ĐỊNH"), ("QUYT ĐNH:", "QUYẾT ĐỊNH:"), ("THNG BO", "THÔNG BÁO"), ("B CO", "BÁO CÁO"),
    ("KÉ HOCH", "KẾ HOẠCH"), ("CH TH", "CHỈ THỊ"), ("NGH QUYT", "NGHỊ QUYẾT"), ("PHÓ CH TCH", "PHÓ CHỦ TỊCH"),
    ("  QUYT ĐNH:\nĐiều 1.", "  QUYẾT ĐỊNH:\nĐiều 1."),
  ])
  func `a title that lost its vowels is read by its consonants`(_ ocr: String, _ truth: String) {
    expectSameBytes(restorer.restore(ocr).text, truth)
  }

  /// Abbreviations, and a title in the other style of tones.
  @Test(arguments: ["UBND TTĐB", "BC CAO", "SNV TĐKT", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
  func `what is no title stays`(_ text: String) {
    expectSameBytes(restorer.restore(text).text, text)
  }

  @Test func `a title among several of the same consonants is not guessed`() {
    let titles = Titles(["kế hoạch", "quyết định", "quyết đoán", "quy định", "tờ trình", "tự trình"])
    func title(_ words: String...) -> [String]? {
      titles.title(leaving: words.map { Glyphs.of($0) })?.map { Glyphs.string($0) }
    }
    #expect(title("QUYT", "ĐNH") == ["quyết", "định"])
    #expect(title("QYT", "ĐN") == ["quyết", "đoán"])
    #expect(title("QUY", "ĐNH") == ["quy", "định"])
    #expect(title("T", "TRNH") == nil)
    #expect(title("QUYẾT", "ĐỊNH") == nil)
    #expect(title("HOCH", "KÉ") == nil)
  }
}
