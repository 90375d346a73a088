import Testing

@testable import DauExtract

/// Wholes and parts with other things told between them.
@Suite struct AuditDetailTests {
  @Test(arguments: [
    Case(
      "UBND các tỉnh: Cà Mau, Kiên Giang, Bà Rịa - Vũng Tàu, Bình Định và Khánh Hòa (05 tỉnh có nhiều tàu vi phạm).",
      "sum 5 holds 5"),
    Case(
      "UBND các tỉnh: Cà Mau, Kiên Giang, Bà Rịa - Vũng Tàu và Khánh Hòa (05 tỉnh có nhiều tàu vi phạm).",
      "sum 5 fails 4"),
    Case("Mưa lớn tại các tỉnh Cà Mau, Kiên Giang và Khánh Hòa (4 tỉnh) gây thiệt hại.", "sum 4 fails 3"),
    Case("Đoàn làm việc với Sở Nội vụ, thành phố Cần Thơ, Sóc Trăng và Khánh Hòa (5 địa phương)."),
  ])
  func `names before their count`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Cục có 1.126 công chức, viên chức, người lao động, trong đó nữ 287 người, chiếm 25,5%.",
      "ratio 25.5 holds 25.4885"),
    Case(
      "Cục có 1.126 công chức, viên chức, người lao động, trong đó nữ 287 người, chiếm 35,5%.",
      "ratio 35.5 fails 25.4885"),
    Case(
      "Vốn được giao là 3.150 tỷ đồng, đến ngày 30/11/2023 đã giải ngân 2.415 tỷ đồng, đạt 76,7% kế hoạch.",
      "ratio 76.7 holds 76.6667"),
    Case(
      "Vốn được giao là 3.150 tỷ đồng, đến ngày 30/11/2023 đã giải ngân 2.415 tỷ đồng, đạt 67,7% kế hoạch.",
      "ratio 67.7 fails 76.6667"),
    Case(
      "28.753/29.381 tàu cá từ 15 m trở lên đã lắp thiết bị giám sát hành trình (đạt 97,9%).",
      "ratio 97.9 holds 97.8626"),
  ])
  func `shares of those who are named, of what was assigned, and of what has a trait`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Tổng thu ước đạt 3.920 tỷ đồng, bằng 85,2% dự toán và giảm 14,7% so với cùng kỳ; gồm thu nội địa 3.090 tỷ \
      đồng và thu xuất nhập khẩu 830 tỷ đồng.
      """,
      "sum 3920000000000 holds 3920000000000"),
    Case(
      """
      Tổng thu ước đạt 3.920 tỷ đồng, bằng 85,2% dự toán và giảm 14,7% so với cùng kỳ; gồm thu nội địa 3.190 tỷ \
      đồng và thu xuất nhập khẩu 830 tỷ đồng.
      """,
      "sum 3920000000000 fails 4020000000000"),
    Case(
      """
      Tổng thu ước đạt 3.900 tỷ đồng, bằng 85,2% dự toán và giảm 14,7% so với cùng kỳ; gồm thu nội địa 3.090 tỷ \
      đồng và thu xuất nhập khẩu 832 tỷ đồng.
      """),
    Case(
      """
      Bộ bổ sung 84,6 tỷ đồng kinh phí trước ngày 31.7.2024, gồm 52 tỷ đồng cho lực lượng kiểm ngư và 33,6 tỷ đồng \
      cho các cảng cá.
      """,
      "sum 84600000000 fails 85600000000"),
  ])
  func `amounts and their parts with shares and dates between`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Cả nước có 85.495 tàu cá, trong đó đã đăng ký 70.910 tàu, còn 14.585 tàu chưa đăng ký.",
      "difference 14585 holds 14585"),
    Case(
      "Cả nước có 85.495 tàu cá, trong đó đã đăng ký 70.910 tàu, còn 15.485 tàu chưa đăng ký.",
      "difference 15485 fails 14585"),
  ])
  func `what is left is a difference and no part`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }
}
