import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct NumberedNoteTests {
  /// The first was met on drawn pages of a report.
  @Test(arguments: [
    (
      """
      giao thong luén thong suét!; doanh thu
      cao hon nim hoc trudéc?; t6 chite thanh cong
      chi phi cho bénh nhan3. Thanh lap
      1 Trong 6 thang dau nim van chuyén 5.790 triéu luot
      2 Két qua ky thi chon hoc sinh gidi
      3 Udc 6 thang khdm bénh cho 648 nghin luot
      """,
      """
      giao thong luén thong suét¹; doanh thu
      cao hon nim hoc trudéc²; t6 chite thanh cong
      chi phi cho bénh nhan³. Thanh lap
      ¹ Trong 6 thang dau nim van chuyén 5.790 triéu luot
      ² Két qua ky thi chon hoc sinh gidi
      ³ Udc 6 thang khdm bénh cho 648 nghin luot
      """
    ),
    // Of two raised signs of one shape the one before the 7 is the 6; the 5 is lost in the text.
    (
      """
      thuc hién tich cuc®, hoan thanh cac budéc
      bién ché ky II nam 2018’, thi tuyén
      cac huyén, thanh pho®... theo dé an
      5 Nam 2017: Chi s6 PCI ding thi 53/63 tinh
      6 Cac co quan cap tinh da giam 08 phong
      7 Tinh gian bién ché 217 ngu6i trong nam
      8 Dé xuat sap nhap 529 thon thanh 242 thén
      """,
      """
      thuc hién tich cuc⁶, hoan thanh cac budéc
      bién ché ky II nam 2018⁷, thi tuyén
      cac huyén, thanh pho⁸... theo dé an
      ⁵ Nam 2017: Chi s6 PCI ding thi 53/63 tinh
      ⁶ Cac co quan cap tinh da giam 08 phong
      ⁷ Tinh gian bién ché 217 ngu6i trong nam
      ⁸ Dé xuat sap nhap 529 thon thanh 242 thén
      """
    ),
    // The second note of two begins with a sign.
    (
      "các hộ nghèo!, bằng 5%\nvà hộ cận nghèo*; còn lại\n3 Theo báo cáo của Sở Lao động ngày ấy\n"
        + "* Theo báo cáo của Sở Tài chính ngày ấy\nbệnh nhân3. Sau",
      "các hộ nghèo!, bằng 5%\nvà hộ cận nghèo⁴; còn lại\n³ Theo báo cáo của Sở Lao động ngày ấy\n"
        + "⁴ Theo báo cáo của Sở Tài chính ngày ấy\nbệnh nhân3. Sau"
    ),
    // Counted on, a note between was lost with its page.
    (
      "các hộ nghèo!, bằng 5%\n1 Theo báo cáo của Sở Lao động ngày ấy\n\n\n\n\n\n\n\n\n\ncho bệnh nhân3; còn\n"
        + "3 Theo báo cáo của Sở Tài chính ngày ấy",
      "các hộ nghèo¹, bằng 5%\n¹ Theo báo cáo của Sở Lao động ngày ấy\n\n\n\n\n\n\n\n\n\ncho bệnh nhân³; còn\n"
        + "³ Theo báo cáo của Sở Tài chính ngày ấy"
    ),
  ])
  func `a mark comes back where a note bears the number that it may be`(_ text: String, _ printed: String) {
    expectSameBytes(FootnoteMarkTests.text(text, with: NumberedNotes(PieceScanner(text)).edits), printed)
  }

  @Test(arguments: [
    // Rows of a table.
    "các huyện, thành phố®... theo\n6 Bằng khen của Thủ tướng Chính phủ, trong đó: 03 09\n7 Cờ Thi đua của Chính phủ các năm 07 03",
    // Items have a point.
    "các huyện, thành phố®... theo\n6. Các cơ quan cấp tỉnh đã giảm phòng",
    // Two marks may be meant.
    "các huyện, thành phố®, các sở®... theo\n6 Các cơ quan cấp tỉnh đã giảm phòng",
    // No sign may be that number.
    "các huyện, thành phố?, theo\n6 Các cơ quan cấp tỉnh đã giảm phòng",
    // The line goes on from the one before.
    "các huyện, thành phố®, theo mục\n6 của các cơ quan cấp tỉnh đã giảm",
    // Too short, and out of turn.
    "các huyện, thành phố®, theo\n6 Các cơ quan",
    "các hộ!, theo\n4 Theo báo cáo của Sở Tài chính ngày\n1 Theo báo cáo của Sở Y tế ngày",
    // An apostrophe inside a sentence is noise.
    "các co’ quan\n1 Theo báo cáo của Sở Tài chính ngày",
    "", "1", "1 A", "a!\n1 A",
  ])
  func `numbers at the head of other lines stay`(_ text: String) {
    expectSameBytes(FootnoteMarkTests.text(text, with: NumberedNotes(PieceScanner(text)).edits), text)
  }

  @Test(arguments: [
    ("đã hiến 5.366 m? đất để xây dựng", "đã hiến 5.366 m² đất để xây dựng"),
    ("16,4 nghìn m? đất, 880m? và 3 km?.", "16,4 nghìn m² đất, 880m² và 3 km²."),
  ])
  func `a unit of area behind a number gets its raised 2 back`(_ text: String, _ printed: String) {
    expectSameBytes(FootnoteMarkTests.text(text, with: RaisedUnits(PieceScanner(text)).edits), printed)
  }

  @Test(arguments: ["bao nhiêu m? Năm nay", "Bạn có 5 xe? Có", "mấy nghìn m?", "m?", "5 m2 đất", "5 m đất?"])
  func `other questions stay`(_ text: String) {
    expectSameBytes(FootnoteMarkTests.text(text, with: RaisedUnits(PieceScanner(text)).edits), text)
  }

  @Test func `on a damaged page the word is read and its sign is none of its letters`() throws {
    let page = try Shared.corpus("aligned/02-bao-cao-2018.eng.txt").split(separator: "\n").prefix(40)
      .joined(separator: "\n")
    let lines = "dugc thuc hién tich cuc®, hoan thanh nhiém vu\n6 Cac co quan cap tinh da hoan thanh nhiém vu\n"
    let restored = try Shared.restorer.get().restore(page + "\n\n" + lines).text
    #expect(
      restored.hasSuffix("thực hiện tích cực⁶, hoàn thành nhiệm vụ\n⁶ Các cơ quan cấp tỉnh đã hoàn thành nhiệm vụ\n"))
  }
}
