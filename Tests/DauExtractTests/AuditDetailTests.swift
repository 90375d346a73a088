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
      "ratio 9750000000 holds 9750000000", "sum 48750000000 holds 48750000000"),
    Case(
      """
      Trong 05 năm, Quỹ các cấp vận động được 48,75 tỷ đồng, bình quân 9,75 tỷ đồng/năm; năm 2017 được 8,42 tỷ đồng, \
      năm 2018 được 9,15 tỷ đồng, năm 2019 được 10,63 tỷ đồng, năm 2020 được 11,08 tỷ đồng, năm 2021 được 9,74 tỷ đồng.
      """,
      "ratio 9750000000 holds 9750000000", "sum 48750000000 fails 49020000000"),
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

  @Test(arguments: [
    // A change behind its base, of what stands a sentence before.
    Case(
      """
      Nhân dân hiến 186.420 m2 đất (1.243 hộ), góp 42.316 ngày công. So với cùng kỳ năm trước (158.900 m2), diện tích \
      đất hiến tăng 17,3%.
      """,
      "ratio 17.3 holds 17.3191"),
    Case(
      """
      Nhân dân hiến 168.420 m2 đất (1.243 hộ), góp 42.316 ngày công. So với cùng kỳ năm trước (158.900 m2), diện tích \
      đất hiến tăng 17,3%.
      """,
      "ratio 17.3 fails 5.9912"),
    // Parts of several kinds that overlap, and a share of a whole that another number only resembles.
    Case(
      """
      Dân số 86.420 người, trong đó khu vực nông thôn 75.318 người, chiếm 87,2%; đồng bào dân tộc thiểu số 18.935 \
      người (21,9%).
      """,
      "ratio 87.2 holds 87.1534", "ratio 21.9 holds 21.9104"),
    Case(
      """
      Trong 1.833 người có mặt, số có trình độ từ đại học trở lên là 1.777 người, bằng 96,9%. Về lý luận chính trị, cao \
      cấp 487 người (26,6%).
      """,
      "ratio 96.9 holds 96.9449", "ratio 26.6 holds 26.5685"),
    Case(
      "Năm nay nhân rộng 64 mô hình, nhiều hơn cùng kỳ 13 mô hình (cùng kỳ 51 mô hình, tăng 25,5%).",
      "difference 51 holds 51"),
    // What brackets hold is not what was done.
    Case(
      """
      Quỹ được giao 12,5 tỷ đồng; 6 tháng chi 6,184 tỷ đồng, đạt 49,5% dự toán (tiền thưởng 4,917 tỷ đồng, hiện vật \
      0,862 tỷ đồng, chi khác 0,405 tỷ đồng); dự toán còn lại 6,136 tỷ đồng.
      """,
      "ratio 49.5 holds 49.472", "difference 6136000000 fails 6316000000", "sum 6184000000 holds 6184000000"),
    Case(
      "Nâng số kênh được kiên cố từ 96,4 km lên 149,1 km trên tổng số 187,2 km (79,6%).", "ratio 79.6 holds 79.6474"),
    Case(
      "Nâng số kênh được kiên cố từ 96,4 km lên 194,1 km trên tổng số 187,2 km (79,6%).", "ratio 79.6 fails 103.6859"),
    Case(
      "Số vi phạm 672 lượt, trong đó nhắc nhở 519, xử phạt bằng tiền 108 lượt với tổng số tiền 312,5 triệu đồng.",
      "sum 672 fails 627"),
  ])
  func `what a document of another office told`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test func `a list that divides its total is held against it, whatever it misses`() {
    let text = """
      Tổng số người mới sử dụng biện pháp tránh thai: 28.940 người, đạt 96,5% kế hoạch (30.000 người). Chia theo biện pháp:
      + Dụng cụ tử cung: 4.318 người
      + Thuốc tiêm: 3.297 người
      + Bao cao su: 9.875 người
      + Viên uống: 1.450 người
      """
    #expect(auditSummaries(of: text).filter { $0.contains("fails") } == ["sum 28940 fails 18940"])
  }

  /// `Chiến sĩ thi đua cấp tỉnh: 148 người` had been an award, and a contradiction of the table of awards.
  @Test func `who only applied received nothing`() {
    let text = """
      Số cá nhân đăng ký là 24.501 người, phân ra:
      - Lao động tiên tiến: 20.764 người;
      - Chiến sĩ thi đua cơ sở: 3.589 người;
      - Chiến sĩ thi đua cấp tỉnh: 148 người.
      """
    #expect(extraction(of: text).records.allSatisfy { $0.kind != .award })
    #expect(auditSummaries(of: text) == ["sum 24501 holds 24501"])
  }
}
