import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct LostHeadTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  /// The column of a tariff whose left border cuts letters off, or is read as one.
  @Test func `first letters that a margin cut off come back`() {
    let ocr = """
      dùng cho chữa bệnh, phòng bệnh hoặc
      hông cải biến hoặc thu được từ qui trình
      thành dạng nhat định hoặc đóng gói dé
      lhoặc các dạng tương tự hoặc đóng gói với
      ác chất phát quang, đã hoặc chưa xác
      loại thuộc nhóm 32.03, 32.04 hoặc 32.05;
      ác chế phẩm dùng để giặt, rửa (kế cả các
      chong gi hoặc chống mài mòn và các chế
      ác chất phụ gia đã điều chế khác, dùng
      ợp hay hợp chât của các chât này
      hông ở dạng cuộn:
      """
    let heads = restorer.restore(ocr).text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      heads == [
        "dùng", "không", "thành", "hoặc", "các", "loại", "các", "chống", "các", "hợp", "không",
      ])
  }

  @Test func `a word that stands right at the head of a line stays`() throws {
    let text = """
      Cuộc chiến tranh diễn ra
      ác liệt nhất là ở vùng biên giới, nhan dân phải sơ tán
      an toàn về hậu phương.
      """
    #expect(restorer.restore(text).text.split(separator: "\n").map { $0.prefix { $0 != " " } } == ["Cuộc", "ác", "an"])
  }
}
