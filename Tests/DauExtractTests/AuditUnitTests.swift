import Testing

@testable import DauExtract

/// Averages, and amounts and changes whose unit stands elsewhere.
@Suite struct AuditUnitTests {
  @Test(arguments: [
    Case(
      "Qua 07 năm đã tinh giản 1.284 người. Kinh phí chi trả 148,6 tỷ đồng, bình quân 115,7 triệu đồng/người.",
      "ratio 115700000 holds 115732087.2274"),
    Case(
      "Qua 07 năm đã tinh giản 1.284 người. Kinh phí chi trả 148,6 tỷ đồng, bình quân 151,7 triệu đồng/người.",
      "ratio 151700000 fails 115732087.2274"),
    // Those who are named behind the whole are parts of it.
    Case(
      """
      Đã tinh giản 1.284 người, gồm 987 người nghỉ hưu và 297 người thôi việc. Kinh phí chi trả 148,6 tỷ đồng, bình \
      quân 151,7 triệu đồng/người.
      """,
      "sum 1284 holds 1284", "ratio 151700000 fails 115732087.2274"),
    Case("Cả tỉnh có 212 xã với 1.060 sáng kiến, bình quân 5 sáng kiến/xã.", "ratio 5 holds 5"),
    Case(
      "Đã hỗ trợ 14,28 tỷ đồng làm 357 nhà Đại đoàn kết, bình quân mỗi nhà 40 triệu đồng.",
      "ratio 40000000 holds 40000000"),
    Case("Thu nhập bình quân 52 triệu đồng/người, có 120 người được vay 3,5 tỷ đồng."),
    Case("Bình quân 12 sáng kiến/xã trong 212 xã."),
    Case("bình quân 12 sáng kiến/xã"),
    // Two things that it may be told for: only what agrees counts.
    Case("Quỹ vận động 5,2 tỷ đồng từ 120 người và 95 người khác, bình quân 40 triệu đồng/người."),
  ])
  func `an average is the whole over what it is told for each of`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case("Số đầu mối bên trong giảm 62, từ 220 xuống còn 158.", "difference 62 holds 62"),
    Case("Số đầu mối bên trong giảm 57, từ 220 xuống còn 158.", "difference 57 fails 62"),
    Case(
      "Chi cục từ 17 còn 12, giảm 05 chi cục; phòng từ 61 còn 38, giảm 32 phòng.", "difference 5 holds 5",
      "difference 32 fails 23"),
    Case("Chỉ số cải cách hành chính từ 82,15 lên 85,4 (tăng 3,25)", "difference 3.25 holds 3.25"),
    Case("Áp dụng từ 2015 đến 2020, giảm 05 chi cục."),
    Case("Tỷ lệ giảm từ 12% xuống còn 9%, giảm 5 xã."),
  ])
  func `changes of bare figures`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Nhu cầu vốn 1.307,5 tỷ đồng: Trung ương 535,0; tỉnh 120,5; huyện, xã 652,0./.",
      "sum 1307500000000 holds 1307500000000"),
    Case(
      "Nhu cầu vốn 1.370,5 tỷ đồng: Trung ương 535,0; tỉnh 120,5; huyện, xã 652,0 tỷ đồng./.",
      "sum 1370500000000 fails 1307500000000"),
    Case(
      "Tổng vốn 300 tỷ đồng, gồm: ngân sách cấp 135; dân góp 145; vốn khác 20.",
      "sum 300000000000 holds 300000000000"),
    Case("Diện tích gieo trồng 7.425 ha: lúa 5.120, ngô 1.205, rau màu 1.100.", "sum 7425 holds 7425"),
    // Some of them only, and another measure.
    Case("Tổng vốn 300 tỷ đồng, trong đó có: ngân sách cấp 135; dân góp 20."),
    Case("Tổng vốn 300 tỷ đồng: đường giao thông 12 km; kênh mương 20 km."),
  ])
  func `amounts whose unit stands behind their total`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test func `a list of changes is held against the change above it`() {
    func text(_ change: Int) -> String {
      """
      Năm 2015 toàn tỉnh có 784 đơn vị; đến nay có 652 đơn vị, giảm 132 đơn vị. Số giảm theo lĩnh vực như sau:
      + Giáo dục và đào tạo giảm 89 đơn vị;
      + Y tế giảm \(change) đơn vị;
      + Văn hóa, thể thao, truyền thông giảm 13 đơn vị;
      + Nông nghiệp và lĩnh vực khác giảm 11 đơn vị.
      """
    }
    #expect(auditSummaries(of: text(19)).contains("sum 132 holds 132"))
    #expect(auditSummaries(of: text(29)).contains("sum 132 fails 142"))
  }

  @Test func `columns of changes are audited in tables of awards`() {
    func text(_ change: String) -> String {
      """
      | TT | Hình thức, danh hiệu | Tổng 2022 | Tập thể | Cá nhân | Cùng kỳ 2021 | Tăng (+), giảm (-) |
      |---|---|---|---|---|---|---|
      | 1 | Cờ thi đua của Ủy ban nhân dân tỉnh | 46 | 46 | - | 43 | +3 |
      | 2 | Tập thể Lao động xuất sắc | 187 | 187 | - | 174 | +13 |
      | 3 | Chiến sĩ thi đua cấp tỉnh | 38 | - | 38 | 35 | +3 |
      | 4 | Bằng khen của Chủ tịch UBND tỉnh | 410 | 124 | 286 | 437 | \(change) |
      """
    }
    #expect(!auditSummaries(of: text("-27")).contains { $0.contains("fails") })
    #expect(auditSummaries(of: text("-17")).filter { $0.contains("fails") } == ["difference -17 fails -27"])
  }

  @Test func `another grantor's row does not explain what contradicts the table`() {
    let text = """
      1. Thủ tướng Chính phủ tặng Bằng khen cho 15 tập thể, 23 cá nhân.

      | TT | Danh hiệu thi đua, hình thức khen thưởng | Tổng số | Tập thể | Cá nhân |
      |---|---|---|---|---|
      | 1 | Bằng khen của Thủ tướng Chính phủ | 37 | 15 | 22 |
      | 2 | Bằng khen của Chủ tịch UBND tỉnh | 63 | 40 | 23 |
      """
    #expect(auditSummaries(of: text).filter { $0.contains("fails") } == ["sum 23 fails 22"])
  }
}
