import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct PersonalNameTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  /// `Vừ` became `Vũ`, `Hặc` became `Học`: the language model has never met them.
  @Test(arguments: [
    "Bà Vừ Thị Sua được tặng Giấy khen.", "Ông Quàng Văn Hặc được tặng Giấy khen.",
    "Ông Giàng A Pó và bà Vàng Thị Mỷ được tặng Giấy khen.",
    "Bà Kpa Klơng, xã Ia Piar, được tặng Bằng khen.", "Ông Lường Văn Thưởng được tặng Bằng khen.",
  ])
  func `a name in a text that stands right is left alone`(_ text: String) {
    expectSameBytes(restorer.restore(text).text, text)
  }

  @Test(arguments: [
    ("Ông Quàng Văn Hặc", [false, true, true, true]), ("bà Vừ Thị Sua", [false, true, true, true]),
    ("đồng chí Lò Thị Phóng", [false, false, true, true, true]), ("tỉnh Lạng Sơn", [false, false, false]),
    ("Ủy ban", [false, false]), ("Vừ Thị. Sua", [true, true, false]), ("", []),
  ])
  func `the words of a personal name are known by what stands around them`(_ text: String, _ parts: [Bool]) {
    let document = DocumentText(text)
    let isPart = document.pieces.indices.map { document.isPersonalName($0, by: restorer.personalNames) }
    #expect(isPart == parts)
  }
}

/// What no engine made of Vietnamese words.
@Suite struct StrangerTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  @Test(arguments: [
    "https://langson.gov.vn/tin-tuc", "https://www.facebook.com/abc.xyz", "Xem tệp abc.docx kèm theo.", "abc.docx",
    "vs",
    "thửa 13", "abc", "xyz", "The quick brown fox jumps over the lazy dog.", "café déjà vu garçon", "VNPT-CA",
  ])
  func `a stranger stays`(_ text: String) {
    expectSameBytes(restorer.restore(text).text, text)
  }

  @Test(arguments: [
    ("Nghị quyết Đại hội X111 của Đảng", "Nghị quyết Đại hội XIII của Đảng"), ("nhiệm kỳ X VII", "nhiệm kỳ XVII"),
    ("162/KH-BCD", "162/KH-BCĐ"),
    (
      "Thuc hién Ké hoach s6 162/KH-BCD ngay 12/5/2018 cia Ban Chi dao tinh",
      "Thực hiện Kế hoạch số 162/KH-BCĐ ngày 12/5/2018 của Ban Chỉ đạo tỉnh"
    ),
  ])
  func `numerals and symbols are read as they are printed`(_ ocr: String, _ truth: String) {
    expectSameBytes(restorer.restore(ocr).text, truth)
  }
}
