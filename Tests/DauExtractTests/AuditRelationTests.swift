import Testing

@testable import DauExtract

/// Relations of numbers that news and reports tell in a form of their own, with forms beside them that tell none.
@Suite struct AuditRelationTests {
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
    #expect(auditSummaries(of: example.text) == example.expected)
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
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Chi phí phát sinh 369.438 triệu đồng, so với cùng kỳ năm 2016 tăng 104.284 triệu đồng (tăng 39,3%).",
      "ratio 39.3 holds 39.33"),
    Case("Chi phí phát sinh 369.438 triệu đồng, tăng 104.284 triệu đồng (33,9%).", "ratio 33.9 fails 39.33"),
    Case("Diện tích gieo trồng đạt 1.260 ha, tăng 60 ha (5%) so với cùng kỳ.", "ratio 5 holds 5"),
    Case("Sản lượng đạt 950 tấn, giảm 50 tấn (giảm 5%) so với cùng kỳ.", "ratio 5 holds 5"),
    Case("Giá dầu ngọt nhẹ ở mức 53,01 USD/thùng, trong khi giá dầu thô Brent giảm 1,09 USD (-1,92%)."),
    // A share, a direction of its own, places too few, and two amounts of which either may have grown.
    Case("Chi phí phát sinh 369.438 triệu đồng, tăng 104.284 triệu đồng (chiếm 33,9%)."),
    Case("Chi phí phát sinh 369.438 triệu đồng, tăng 104.284 triệu đồng (giảm 33,9%)."),
    Case("Giá trị đạt 1,2 tỷ đồng, tăng 0,2 tỷ đồng (23%)."),
    Case("Thu nội địa 5.250 tỷ đồng, thu hải quan 1.020 tỷ đồng, tăng 250 tỷ đồng (5,5%)."),
    Case(
      "Với dự toán thu 911.100 tỷ đồng, đã quyết toán 998.217 tỷ đồng; tăng 9,6% (87.117 tỷ đồng) so với dự toán.",
      "ratio 9.6 holds 9.56", "difference 87117000000000 holds 87117000000000"),
    Case(
      "Với dự toán thu 911.100 tỷ đồng, đã quyết toán 998.217 tỷ đồng; tăng 6,9% (87.117 tỷ đồng) so với dự toán.",
      "ratio 6.9 fails 9.56", "difference 87117000000000 holds 87117000000000"),
    Case("Đã quyết toán 998.217 tỷ đồng; tăng 9,6% (tăng 87.117 tỷ đồng) so với dự toán.", "ratio 9.6 holds 9.56"),
    // What it was stands in the brackets, or another thing.
    Case("Đã quyết toán 998.217 tỷ đồng; tăng 9,6% (trong đó địa phương 83.763 tỷ đồng) so với dự toán."),
  ])
  func `a change told as an amount and as a percentage`(_ example: Case) {
    #expect(auditSummaries(of: example.text).sorted() == example.expected.sorted())
  }

  @Test(arguments: [
    Case("Hội đồng đã bầu ông A giữ chức Chủ tịch với số phiếu 51/52, đạt tỷ lệ 94,4%.", "ratio 94.4 fails 98.0769"),
    Case("Hội đồng đã bầu ông A giữ chức Chủ tịch với số phiếu 51/52, đạt tỷ lệ 98,1%.", "ratio 98.1 holds 98.0769"),
    Case(
      "Ông A tái đắc cử với số phiếu bầu tuyệt đối 102/102 (chiếm 97% trên 105 đại biểu).", "ratio 97 holds 97.1429"),
    Case("Ông A được 15 phiếu (chiếm 30% trên tổng số 50 phiếu).", "ratio 30 holds 30"),
    Case("Ông A được 15 phiếu (chiếm 35% trên tổng số 50 phiếu).", "ratio 35 fails 30"),
    // More than fifty, a document, a date.
    Case("Ông A được 15 phiếu (chiếm 35% trên 50 phiếu)."),
    Case("Theo kết quả phiếu số 51/52, đạt tỷ lệ 94,4%."),
    Case("Kết quả bỏ phiếu ngày 10/12, đạt tỷ lệ 94,4%."),
  ])
  func `votes are held against their share`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Thu từ xuất nhập khẩu ước đạt 19,2 nghìn tỷ đồng, bằng 6,7% dự toán. Sau khi hoàn thuế theo chế độ (12 nghìn tỷ đồng), thu cân đối đạt 7,2 nghìn tỷ đồng; bằng 4% dự toán.",
      "difference 7200000000000 holds 7200000000000"),
    Case(
      "Thu từ xuất nhập khẩu ước đạt 19,2 nghìn tỷ đồng. Sau khi hoàn thuế (12 nghìn tỷ đồng), thu cân đối đạt 7,4 nghìn tỷ đồng."
    ),
    Case(
      "Thu từ xuất nhập khẩu đạt 93 tỷ đồng. Hoàn thuế 12 tỷ đồng, thu cân đối đạt 81 tỷ đồng."),
    Case("Quỹ có 9 tỷ đồng. Sau khi chi 4 tỷ đồng, quỹ có 5 tỷ đồng."),
  ])
  func `what is left behind a deduction is told when it agrees`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Đến năm 2015, toàn tỉnh đã có 1.002.945 lượt với số tiền đề nghị BHXH thanh toán 438,8 tỷ đồng; năm 2016 có 1.412.999 lượt với số tiền đề nghị BHXH thanh toán 720 tỷ đồng, tăng 70% so với kinh phí năm 2015.",
      "ratio 70 fails 64.08"),
    Case(
      "Năm 2019, kim ngạch xuất khẩu đạt 1.200 triệu USD; năm 2020, kim ngạch xuất khẩu đạt 1.080 triệu USD, giảm 10% so với năm 2019.",
      "ratio 10 holds 10"),
    // Other words, another year, a part of a year, places too few.
    Case(
      "Năm 2019, thu nội địa đạt 1.200 tỷ đồng; năm 2020, thu từ đất đạt 1.080 tỷ đồng, giảm 15% so với năm 2019."),
    Case(
      "Năm 2018, kim ngạch xuất khẩu đạt 1.200 triệu USD; năm 2020, kim ngạch xuất khẩu đạt 1.080 triệu USD, giảm 15% so với năm 2019."
    ),
    Case(
      "6 tháng năm 2019, kim ngạch xuất khẩu đạt 1.200 triệu USD; năm 2020, kim ngạch xuất khẩu đạt 1.080 triệu USD, giảm 15% so với năm 2019."
    ),
    Case(
      "Năm 2019, kim ngạch xuất khẩu đạt 1,2 tỷ USD; năm 2020, kim ngạch xuất khẩu đạt 1,3 tỷ USD, tăng 12% so với năm 2019."
    ),
  ])
  func `a change since a year that the sentence tells of in the same words`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "22 cá nhân được Chủ tịch UBND tỉnh Kon Tum tặng bằng khen gồm 9 người dân ở thôn 11 xã Đăk Hring, trong đó có anh Lê Văn Tùng - người đã đưa 8 nạn nhân bị thương nặng đi cấp cứu; 5 cán bộ, chiến sĩ Công an huyện Đăk Hà; 5 cán bộ, y bác sĩ Trung tâm Y tế huyện Đăk Hà; 3 y, bác sĩ Bệnh viện Đa khoa tỉnh Kon Tum.",
      "sum 22 holds 22"),
    Case(
      "Đoàn có 15 người gồm: 3 lãnh đạo sở (trong đó 1 nữ); 4 chuyên viên; và 8 phóng viên.", "sum 15 holds 15"),
    Case("Đoàn có 15 người gồm 3 lãnh đạo sở, trong đó 1 nữ; 4 chuyên viên; 7 phóng viên."),
    Case("Đoàn có 15 người gồm 3 lãnh đạo sở, trong đó 1 nữ; lái xe; 4 chuyên viên; 8 phóng viên."),
  ])
  func `clauses that each begin with a number make up the total before them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }
}
