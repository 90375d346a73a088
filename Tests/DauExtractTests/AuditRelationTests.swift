import Testing

@testable import DauExtract

/// Relations of numbers that news and reports tell in a form of their own, with forms beside them that tell none.
@Suite struct AuditRelationTests {
  /// The audits of `text`, each as `relation stated holds computed`.
  private func audits(of text: String) -> [String] {
    extraction(of: text).records.compactMap { record in
      guard case .audit = record.fact else { return nil }
      return record.fact.summary
    }
  }

  @Test(arguments: [
    Case(
      "Khối kiến thức ngành bao gồm 41 TC (trong đó: 29 TC bắt buộc, 12 TC tự chọn), chiếm 31,3% tổng khối lượng của chương trình;",
      "sum 41 holds 41"),
    Case(
      "Toàn tỉnh có 240 đơn vị, trong đó 60 đơn vị (gồm 40 đơn vị mới, 20 đơn vị cũ), chiếm 25%.", "ratio 25 holds 25",
      "sum 60 holds 60"),
    Case("Toàn tỉnh có 240 đơn vị (trong đó 60 đơn vị mới thành lập), chiếm 25% tổng số đơn vị của vùng."),
    // Within the brackets it is a share of the part.
    Case("Đại hội có 350 đại biểu (trong đó có 70 đại biểu nữ, chiếm 20%).", "ratio 20 holds 20"),
  ])
  func `a share behind brackets speaks of the number before them`(_ example: Case) {
    #expect(audits(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Cả nước có 2.358 xã (26,43%) đạt chuẩn (vượt 1,43% so với mục tiêu năm 2016); còn 257 xã dưới 5 tiêu chí (chiếm 2,88% tổng số xã) giảm 69 xã so với cuối năm 2015."
    ),
    Case("Số đơn vị từ 98 đơn vị còn 83 đơn vị, giảm 13 đơn vị.", "difference 13 fails 15"),
    Case(
      "Doanh thu hợp nhất đạt 58.389 tỷ đồng (trong đó doanh thu thuần đạt 56.518 tỷ đồng), tăng 1.736 tỷ đồng so với năm 2015; lợi nhuận trước thuế đạt 1.711 tỷ đồng."
    ),
    Case(
      "Doanh thu đạt 58.389 tỷ đồng (trong đó trong nước 56.518 tỷ đồng, xuất khẩu 1.771 tỷ đồng); lợi nhuận 1.711 tỷ đồng.",
      "sum 58389000000000 fails 58289000000000"),
    Case(
      "Doanh thu đạt 1.580 tỷ đồng (trong đó trong nước 1.230 tỷ đồng (77,8%), xuất khẩu 350 tỷ đồng); lợi nhuận 171 tỷ đồng.",
      "ratio 77.8 holds 77.8481", "sum 1580000000000 holds 1580000000000"),
  ])
  func `another clause speaks of something else`(_ example: Case) {
    #expect(audits(of: example.text) == example.expected)
  }
}
