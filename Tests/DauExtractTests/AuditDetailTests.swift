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

  @Test(arguments: [
    // Two exchanged digits, where kinds, states and labels are told with their numbers.
    Case(
      "Bộ ban hành 48 văn bản về thi đua, khen thưởng (02 Thông tư, 03 Chỉ thị, 71 Kế hoạch, 26 công văn).",
      "sum 48 fails 102"),
    Case(
      """
      Phát hiện 286 hồ chứa hư hỏng, xuống cấp; đã sửa chữa xong 174 hồ, đang sửa chữa 63 hồ, chưa bố trí được vốn \
      47 hồ.
      """,
      "sum 286 fails 284"),
    Case(
      "Thi hành kỷ luật 137 đảng viên: khiển trách 48, cảnh cáo 36, cách chức 04, khai trừ 13.", "sum 137 fails 101"),
    Case(
      """
      Trong 05 năm, Quỹ các cấp vận động được 48,75 tỷ đồng, bình quân 9,75 tỷ đồng/năm; năm 2017 được 8,42 tỷ đồng, \
      năm 2018 được 9,15 tỷ đồng, năm 2019 được 10,36 tỷ đồng, năm 2020 được 11,08 tỷ đồng, năm 2021 được 9,74 tỷ đồng.
      """,
      "sum 48750000000 holds 48750000000"),
    Case(
      """
      Trong 05 năm, Quỹ các cấp vận động được 48,75 tỷ đồng, bình quân 9,75 tỷ đồng/năm; năm 2017 được 8,42 tỷ đồng, \
      năm 2018 được 9,15 tỷ đồng, năm 2019 được 10,63 tỷ đồng, năm 2020 được 11,08 tỷ đồng, năm 2021 được 9,74 tỷ đồng.
      """,
      "sum 48750000000 fails 49020000000"),
    // The year before its number begins the text.
    Case("2019 đạt 12 tỷ đồng."),
  ])
  func `kinds, states, labels and years of a total`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Chế biến đạt 1.462,7 tỷ đồng, chiếm 80,2% (cùng kỳ 1.321,5 tỷ đồng, tăng 10,7%).
      """,
      "ratio 10.7 holds 10.6848"),
    Case(
      """
      Chế biến đạt 1.462,7 tỷ đồng, chiếm 80,2% (cùng kỳ 1.231,5 tỷ đồng, tăng 10,7%).
      """,
      "ratio 10.7 fails 18.7739"),
    Case("Doanh thu đạt 27.124 tỷ đồng, gấp 1,47 lần năm 2015 (18.460 tỷ đồng).", "ratio 1.47 holds 1.4693"),
    Case("Doanh thu đạt 27.124 tỷ đồng, gấp 1,74 lần năm 2015 (18.460 tỷ đồng).", "ratio 1.74 fails 1.4693"),
    // What is compared with stands before the change; a number with a share of its own is no whole.
    Case(
      """
      Đã tiếp 3.609 lượt với 4.179 người. So với cùng kỳ năm 2020 (3.874 lượt), số lượt tiếp giảm 265 lượt (-6,8%).
      """,
      "ratio -6.8 holds -6.84"),
    Case("Qua thẩm định, 1.148 hồ sơ đủ điều kiện trình Hội đồng (92,1%), trả lại 98 hồ sơ (7,9%)."),
  ])
  func `changes in brackets, multiples and what they are held against`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Đã giải quyết 515/589 vụ việc, đạt 87,4%, gồm 418 vụ khiếu nại và 97 vụ tố cáo; còn 74 vụ việc đang giải quyết.
      """,
      "ratio 87.4 holds 87.4363", "difference 74 holds 74"),
    Case(
      """
      Đầu năm 2019 toàn huyện có 1.938 hộ nghèo, chiếm 7,20% trong tổng số 26.914 hộ. Có 427 hộ thoát nghèo, phát sinh \
      mới 36 hộ; đến ngày 15/6/2019 còn 1.547 hộ nghèo.
      """,
      "ratio 7.2 holds 7.2007", "difference 1547 holds 1547"),
    Case(
      """
      Đầu năm 2019 toàn huyện có 1.938 hộ nghèo, chiếm 7,20% trong tổng số 26.914 hộ. Có 429 hộ thoát nghèo, phát sinh \
      mới 36 hộ; đến ngày 15/6/2019 còn 1.547 hộ nghèo.
      """,
      "ratio 7.2 holds 7.2007", "difference 1547 fails 1545"),
  ])
  func `what is left of a fraction, and of what came and went`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test func `shares of one whole agree but for one, and a list goes by the number before it`() {
    let text = """
      Phát ra 6.500 phiếu, thu về 6.214 phiếu hợp lệ (đạt 95,6%). Kết quả: 3.045 phiếu rất hài lòng (49,0%), 2.769 phiếu \
      hài lòng (45,0%), 301 phiếu bình thường (4,8%) và 72 phiếu không hài lòng (1,2%).

      Bộ đã tiếp nhận 1.246 hồ sơ, gồm 152 hồ sơ cấp Nhà nước và 1.094 hồ sơ cấp Bộ; trả lại 98 hồ sơ. Lý do trả lại:
      - Chưa đủ thời gian giữ danh hiệu: 47 hồ sơ;
      - Báo cáo thành tích không đạt yêu cầu: 92 hồ sơ;
      - Có đơn thư đang được xem xét: 22 hồ sơ.
      """
    #expect(
      auditSummaries(of: text).filter { $0.contains("fails") } == ["ratio 45 fails 44.5607", "sum 98 fails 161"])
  }

  @Test func `a heading says how many its lines name`() {
    let text = """
      I. TẬP THỂ (05 tập thể)
      a) Các sở, ban, ngành tỉnh (03 tập thể)
      1. Bộ Chỉ huy Quân sự tỉnh
      2. Công an tỉnh
      3. Bệnh viện Phục hồi chức năng tỉnh
      b) Các huyện (02 tập thể)
      4. Nhân dân và cán bộ huyện Quảng Lộc
      5. Nhân dân và cán bộ xã Hương Vân
      II. CÁ NHÂN (04 cá nhân)
      1. Ông Trần Đình Lưu, Trưởng phòng Người có công
      2. Bà Hồ Thị Mỹ Dung, Chuyên viên Sở Tài chính
      3. Ông Lê Bá Cường, Trưởng ban Chính sách
      """
    #expect(auditSummaries(of: text) == ["sum 3 holds 3", "sum 4 fails 3"])
  }
}
