import Testing

@testable import DauExtract

@Suite struct AuditorTests {
  @Test(arguments: [
    Case(
      "110 năm ngày sinh (04/11/1909 - 04/11/2019)",
      "110 năm ngày sinh (04/11/1909 - 04/11/2019) = difference 110 holds 110"),
    Case(
      "111 năm ngày sinh (04/11/1909 - 04/11/2019)",
      "111 năm ngày sinh (04/11/1909 - 04/11/2019) = difference 111 fails 110"),
    Case("trong 4 năm (2011-2014)", "4 năm (2011-2014) = difference 4 holds 4"),
    Case(
      "nhận 1.250 hồ sơ, đã giải quyết 1.195 hồ sơ, còn 55 hồ sơ.",
      "1.250 hồ sơ, đã giải quyết 1.195 hồ sơ, còn 55 hồ sơ = difference 55 holds 55"),
    Case(
      "nhập 529 thôn thành 242 thôn, giảm 277 thôn.",
      "529 thôn thành 242 thôn, giảm 277 thôn = difference 277 fails 287"),
  ])
  func `checks differences`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }

  @Test func `a share of the whole that a paragraph begins with is checked behind its parts`() {
    let text =
      "Nhận được 1.550 bài dự thi, trong đó khối cơ quan 420 bài, khối trường học 815 bài. Qua sơ khảo có 1.240 bài hợp lệ, đạt 85%."
    #expect(readings(of: text, .audit).contains { $0.hasSuffix("ratio 85 fails 80") })
    #expect(readings(of: text.replacing("85%", with: "12%"), .audit).allSatisfy { !$0.contains("fails") })
  }

  @Test func `the last part in brackets is not the total of the list behind it`() {
    let text = """
      Tỉnh khen thưởng 40 trường hợp (25 tập thể, 15 cá nhân), trong đó:

      - Cờ thi đua: 12 tập thể;

      - Bằng khen: 28 tập thể, cá nhân.
      """
    let found = readings(of: text, .audit)
    #expect(found.contains { $0.contains("= sum 40 holds 40") })
    #expect(!found.contains { $0.contains("fails") }, "\(found)")
  }

  @Test(arguments: [
    Case(
      "trao 9 giải (01 giải nhất, 03 giải nhì và 05 giải ba)",
      "9 giải (01 giải nhất, 03 giải nhì và 05 giải ba) = sum 9 holds 9"),
    Case(
      "trao 10 giải (01 giải nhất, 03 giải nhì và 05 giải ba)",
      "10 giải (01 giải nhất, 03 giải nhì và 05 giải ba) = sum 10 fails 9"),
    Case(
      "thu 2.817,4 tỷ đồng, trong đó nội địa 1.353 tỷ đồng; xuất khẩu 1.461,6 tỷ đồng.",
      "2.817,4 tỷ đồng, trong đó nội địa 1.353 tỷ đồng; xuất khẩu 1.461,6 tỷ đồng = sum 2817400000000 fails 2814600000000"
    ),
    Case(
      "đón 1,6 triệu lượt khách, trong đó 1,4 triệu lượt khách trong nước và 194,2 nghìn khách quốc tế.",
      "1,6 triệu lượt khách, trong đó 1,4 triệu lượt khách trong nước và 194,2 nghìn khách = sum 1600000 holds 1594200"),
    Case(
      "Tổng số 188 tập thể, trong đó: 100 tập thể khối Đảng, 50 tập thể khối nhà nước và 37 tập thể khối doanh nghiệp.",
      "188 tập thể, trong đó: 100 tập thể khối Đảng, 50 tập thể khối nhà nước và 37 tập thể = sum 188 fails 187"),
    Case("chi gần 600 nghìn USD, trong đó 461 nghìn USD thuê nhà, 42 nghìn USD trang trí, 61 nghìn USD ăn uống."),
    Case("nuôi 188.000 ha, trong đó Vân Hà 155.890 ha, Bắc Lĩnh 13.800 ha, Sông Mây 18.448 ha."),
    Case("đặt 18 thùng (10 hộp/thùng, 100 chiếc/hộp)."),
    Case("lập 16 phường (trên tổng số 322 phường của 24 quận)."),
    Case("họp kỷ niệm 92 năm ngày Báo chí cách mạng và trao giải lần thứ XI (2016-2017)."),
    Case("có 183 hợp tác xã, trong đó 17 hợp tác xã nông nghiệp và 3 hợp tác xã vận tải."),
  ])
  func `checks sums, and is silent where the parts need not be all`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }

  @Test(arguments: [
    Case(
      "họp Bí thư 04 tỉnh Vân Hà, Bắc Lĩnh, Sông Mây, Nam Trà (Việt Nam).",
      "04 tỉnh Vân Hà, Bắc Lĩnh, Sông Mây, Nam Trà = sum 4 holds 4"),
    Case(
      "hợp nhất 03 Trạm: Thú y, Khuyến nông, Bảo vệ thực vật thành một trung tâm.",
      "03 Trạm: Thú y, Khuyến nông, Bảo vệ thực vật thành một trung tâm = sum 3 holds 3"),
    Case(
      "gửi Ban của 06 tỉnh: Vân Hà, Bắc Lĩnh, Sông Mây, Nam Trà, Hà Thượng;",
      "06 tỉnh: Vân Hà, Bắc Lĩnh, Sông Mây, Nam Trà, Hà Thượng = sum 6 fails 5"),
    Case(
      "03 Phó Chủ tịch Hội đồng gồm: Giám đốc Sở là Phó Chủ tịch thường trực; Trưởng ban là Phó Chủ tịch thứ nhất và 01 Phó Chủ tịch Hội đồng là Chủ tịch Mặt trận.",
      "03 Phó Chủ tịch Hội đồng gồm: Giám đốc Sở là Phó Chủ tịch thường trực; Trưởng ban là Phó Chủ tịch thứ nhất và 01 Phó Chủ tịch Hội đồng là Chủ tịch Mặt trận = sum 3 holds 3"
    ),
    Case("làm việc tại 12 xã, trong đó có Tân Lập, Hòa Bình và Yên Sơn."),
    Case("có 05 huyện Đông Lĩnh làm trước."),
  ])
  func `a count is held against the names listed`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }

  @Test(arguments: [
    Case(
      "có 540 dự án còn hiệu lực (40 dự án nước ngoài; 500 dự án trong nước).",
      "540 dự án còn hiệu lực (40 dự án nước ngoài; 500 dự án trong nước) = sum 540 holds 540"),
    Case(
      "Thu ngân sách 2.300 tỷ đồng, bằng 71% dự toán. Trong đó: thu nội địa 2.100 tỷ đồng, thu xuất nhập khẩu 200 tỷ đồng.",
      "2.300 tỷ đồng, bằng 71% dự toán. Trong đó: thu nội địa 2.100 tỷ đồng, thu xuất nhập khẩu 200 tỷ đồng = sum 2300000000000 holds 2300000000000"
    ),
  ])
  func `parts may stand behind words or in the next sentence`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }

  @Test func `a share of the plan that another share implies is checked`() {
    let text = "Tổng thu là 500 tỷ đồng, đạt 50% kế hoạch; tổng số nợ là 20 tỷ đồng, bằng 2% dự toán thu."
    #expect(readings(of: text, .audit).contains { $0.hasSuffix("ratio 2 holds 2") })
  }

  @Test(arguments: [
    Case(
      "khen thưởng 486 tập thể, cá nhân (trong đó 162 tập thể, 298 cá nhân, 26 hộ gia đình).",
      "486 tập thể, cá nhân (trong đó 162 tập thể, 298 cá nhân, 26 hộ gia đình) = sum 486 holds 486"),
    Case(
      "khen thưởng 486 tập thể, cá nhân (trong đó 162 tập thể, 298 cá nhân, 16 hộ gia đình).",
      "486 tập thể, cá nhân (trong đó 162 tập thể, 298 cá nhân, 16 hộ gia đình) = sum 486 fails 476"),
    Case("khen thưởng 486 tập thể, cá nhân (trong đó 62 tập thể, 98 cá nhân ở cơ sở)."),
    Case(
      "gieo trồng 52.300 ha, gồm: lúa 31.200 ha, ngô 12.600 ha, rau màu 8.500 ha.",
      "52.300 ha, gồm: lúa 31.200 ha, ngô 12.600 ha, rau màu 8.500 ha = sum 52300 holds 52300"),
    // Money that is more than its whole is no part of it; people may be counted by two marks.
    Case(
      "thu ngân sách 3.420 tỷ đồng, trong đó thu nội địa 2.910 tỷ đồng, thu từ xuất nhập khẩu 610 tỷ đồng.",
      "3.420 tỷ đồng, trong đó thu nội địa 2.910 tỷ đồng, thu từ xuất nhập khẩu 610 tỷ đồng = sum 3420000000000 fails 3520000000000"
    ),
    Case("thu ngân sách 3.420 tỷ đồng, trong đó thu nội địa 2.910 tỷ đồng, thu từ đất 310 tỷ đồng."),
    Case("có 1.000 học sinh, trong đó nữ 480 học sinh, dân tộc 560 học sinh."),
  ])
  func `what is said to be in a whole is held against it`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }

  @Test(arguments: [
    Case(
      "giải quyết 11.951 hồ sơ, đúng hạn 11.841 hồ sơ (đạt 99,08%).",
      "11.951 hồ sơ, đúng hạn 11.841 hồ sơ (đạt 99,08%) = ratio 99.08 holds 99.0796"),
    Case("có 18/20 xã (90%).", "18/20 xã (90%) = ratio 90 holds 90"),
    Case(
      "giải ngân 1.045/1.520 tỷ đồng vốn đầu tư công, đạt 68,75% kế hoạch.",
      "1.045/1.520 tỷ đồng vốn đầu tư công, đạt 68,75% = ratio 68.75 holds 68.75"),
    Case(
      "có 63/68 xã (92,6%); 50/54 đơn (92,5%).", "63/68 xã (92,6%) = ratio 92.6 holds 92.6471",
      "50/54 đơn (92,5%) = ratio 92.5 fails 92.5926"),
    Case("có 18/20 xã (95%).", "18/20 xã (95%) = ratio 95 fails 90"),
    Case("thành lập 304 doanh nghiệp, đạt 60,8% kế hoạch."),
    Case(
      "có 164/226 xã, phường đạt tiêu chí quốc gia về y tế (72,6%).",
      "164/226 xã, phường đạt tiêu chí quốc gia về y tế (72,6%) = ratio 72.6 holds 72.5664"),
    Case(
      "có 164/226 xã, phường đạt tiêu chí quốc gia về y tế (76,2%).",
      "164/226 xã, phường đạt tiêu chí quốc gia về y tế (76,2%) = ratio 76.2 fails 72.5664"),
    Case(
      "có 2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 45%.",
      "2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 45% = ratio 45 holds 45"),
    Case(
      "có 2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 47%.",
      "2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 47% = ratio 47 fails 45"),
    Case("có 2.640 đồng chí, trong đó 1.188 đảng viên, đạt 80% kế hoạch."),
  ])
  func `checks shares`(_ example: Case) {
    #expect(readings(of: example.text, .audit) == example.expected)
  }
}
