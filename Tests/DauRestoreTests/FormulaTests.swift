import DauTestSupport
import Testing

@testable import DauRestore

/// What formulas decide that the letters and the language model cannot.
@Suite struct FormulaTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  @Test(arguments: [
    // As text layers of scanned letters have it.
    ("CONG HOA XA HQI CHU NGHIA VIET NAM\nMic lap - Tir do - Hanh pluic", "Độc lập - Tự do - Hạnh phúc"),
    (
      "TRUONG DH KIEN TRue CONG HOA xA HOI cHiJ NGHiA VIET NAM\nDA NANG Dc lap - Tir do - Hanh phüc",
      "Độc lập - Tự do - Hạnh phúc"
    ),
    ("CONG HOA XA HOI CHU NGHIA VIET NAM\nBgc ldp - Tu do - Hgnh phic", "Độc lập - Tự do - Hạnh phúc"),
  ])
  func `a word beyond recognition is known by its formula`(_ ocr: String, _ truth: String) {
    #expect(restorer.restore(ocr).text.contains(truth))
  }

  @Test func `an explanation names the entry`() throws {
    let restoration = restorer.restore(
      "CONG HOA XA HQI CHU NGHIA VIET NAM\nMic lap - Tir do - Hanh pluic", options: RestorationOptions(keptReadings: 3))
    let word = try #require(restoration.words.first { $0.readings.contains { $0.text == "Độc" } })
    #expect(word.readings.first?.evidence == .rule(place: "phrases.tsv:5"))
  }

  /// `PHO VU TRUONG` alone in its line had become the name `PHÓ VŨ TRƯỜNG`.
  @Test func `whoever signs is a formula`() {
    let page = Array(repeating: "Tong cuc Thué thông báo dé Cuc Thué tinh Ha Nam duoc biét.", count: 8).joined(
      separator: "\n")
    let end = restorer.restore(page + "\n\nKT. VU TRUONG\nPHO VU TRUONG\n").text.split(separator: "\n").suffix(2)
    #expect(end == ["KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG"])
  }

  /// `TRƯỜNG PHÒNG`, for schools are spoken of more often than heads of offices.
  @Test func `a position of two words that is all of its line is a formula`() {
    #expect(restorer.restore("TRUONG PHONG\n").text == "TRƯỞNG PHÒNG\n")
  }

  @Test func `a text that is near a formula and none stays`() {
    let page = Array(repeating: "Khẩu hiệu: Độc lập - Tự do - Dân chủ; Việt Nam Dân chủ Cộng hòa.", count: 12).joined(
      separator: "\n")
    expectSameBytes(restorer.restore(page).text, page)
  }

  /// `Khen thường xuyên` had become `Khen thưởng xuyên` in a table of awards.
  @Test func `a short formula is at hand where it is the label of a row`() {
    let formulas = Formulas([(text: "khen thường xuyên", place: "x:1")], model: restorer.model)
    func words(_ text: String) -> [Int] { formulas.expectations(in: PieceScanner(text)).keys.sorted() }
    #expect(words("- Khen chuyén dé 02\n- Khen thudng xuyén 02 7\n2 Giay khen") == [4, 5, 6])
    #expect(words("- Khen thudng xuyén") == [0, 1, 2])
    #expect(words("viéc khen thudng xuyén").isEmpty)
    #expect(words("khen thudng xuyén hon").isEmpty)
    #expect(words("Khen thudng\nxuyén").isEmpty)
    #expect(words("- Khen thudng xuan").isEmpty)
  }

  @Test func `a formula is at hand where half of its words and three at least are`() {
    let formulas = Formulas(
      [
        (text: "một hai ba bốn năm sáu", place: "x:1"), (text: "bốn năm sáu bảy tám", place: "x:2"),
        (text: "quá ngắn", place: "x:3"),
        (text: "quyết định số 5 của ủy ban", place: "x:4"),
      ], model: restorer.model)
    func expected(_ text: String) -> [Int: [String]] {
      formulas.expectations(in: PieceScanner(text)).mapValues { $0.map { Glyphs.string($0.text) + " \($0.formula)" } }
    }
    #expect(expected("mot xai ba bon nim").isEmpty)
    let ruined = expected("mot xai ba bon nim siu")
    #expect(ruined[1] == ["hai 0"])
    #expect(ruined[5] == ["sáu 0"])
    // One word may be another; two make it another text.
    #expect(expected("mot hai ba qq nam sau").keys.sorted() == [0, 1, 2, 4, 5])
    #expect(expected("mot hai ba qq xyz sau").isEmpty)
    // What two formulas have is said once; what they differ in comes in the order of the entries.
    let both = expected("mot hai ba bon nam sau bay tam")
    #expect(both[3] == ["bốn 0"])
    #expect(both[6] == ["bảy 1"])
    // A mark where the formula has none.
    #expect(expected("mot, hai ba bon nam sau").isEmpty)
    #expect(expected("qua ngan de tinh").isEmpty)
    #expect(expected("quyet dinh so 5 cua uy ban").isEmpty)
  }
}
