import Testing

@testable import DauExtract

/// One number wrong in a relation that a reader checks; the same with the right number beside it.
@Suite struct AuditFaultTests {
  @Test(arguments: [
    Case("Kế hoạch phát triển kinh tế - xã hội 5 năm 2016 - 2020."),
    Case("Kế hoạch phát triển kinh tế - xã hội 5 năm 2016 - 2025.", "difference 5 fails 9"),
    Case(
      "Trường có 106 học sinh đạt giải, trong đó có 11 em đoạt giải Nhất, 45 giải Nhì và 50 giải Ba.",
      "sum 106 holds 106"),
    Case(
      "Trường có 106 học sinh đạt giải, trong đó có 11 em đoạt giải Nhất, 54 giải Nhì và 50 giải Ba.",
      "sum 106 fails 115"),
    Case(
      "Thành phố tuyển 560 người, trong đó 272 chỉ tiêu khối sở và 298 chỉ tiêu khối huyện.", "sum 560 fails 570"),
    Case("Thành phố tuyển 560 người, trong đó 272 chỉ tiêu khối sở và 150 chỉ tiêu khối huyện."),
    Case("Tuyến đường dài 12,5 km, gồm 5,8 km trên cao và 4 km ngầm.", "sum 12.5 fails 9.8"),
    Case(
      "Cả tỉnh có 8 dự án được cấp phép, bao gồm: 5 dự án quy mô nhỏ tại các huyện; 2 dự án quy mô lớn tại thành phố.",
      "sum 8 fails 7"),
    Case("Trong 40 cuộc, 53,8% ở nông thôn, 46,2% còn lại ở thành thị.", "sum 100 holds 100"),
    Case("Trong 40 cuộc, 53,8% ở nông thôn, 41,2% còn lại ở thành thị.", "sum 100 fails 95"),
  ])
  func `parts that miss their whole by a slip are told`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Huyện tuyên dương 100 thủ khoa, trong đó có 52 nữ thủ khoa (chiếm 62%).", "ratio 62 fails 52"),
    Case(
      "Tỉnh rà soát 1.269 dự án, đã điều chỉnh quy mô 10 dự án; đã chấm dứt 577 dự án (chiếm tỉ lệ 54,5%).",
      "ratio 54.5 fails 45.4689"),
    Case("Ông có 78 phiếu (86%), bà có 18 phiếu (19%)."),
    Case("Giảng viên từ 30 đến 50 tuổi chiếm 90,0% (18/20).", "ratio 90 holds 90"),
    Case("Giảng viên từ 30 đến 50 tuổi chiếm 90,0% (16/20).", "ratio 90 fails 80"),
    Case("Giá gia công đã giảm 37% từ 190.000 đồng xuống còn 120.000 đồng.", "ratio 37 holds 36.8421"),
    Case("Giá gia công đã giảm 73% từ 190.000 đồng xuống còn 120.000 đồng.", "ratio 73 fails 36.8421"),
    Case(
      "Quận được giao chỉ tiêu thu 4.500 tỷ đồng, đến nay đã thu được 5.169 tỷ đồng (vượt 25%).",
      "ratio 25 fails 14.8667"),
    Case(
      "Thu ngân sách 2.791 tỷ đồng, vượt chỉ tiêu 16% của mục tiêu đã điều chỉnh là 2.400 tỷ đồng.",
      "ratio 16 holds 16.2917"),
    Case(
      "Thu ngân sách 2.791 tỷ đồng, vượt chỉ tiêu 26% của mục tiêu đã điều chỉnh là 2.400 tỷ đồng.",
      "ratio 26 fails 16.2917"),
    // The total of what was spent is no plan of what came in.
    Case("Tổng số thu 686,8 tỷ đồng, đạt 48,5% kế hoạch; tổng số chi là 948,3 tỷ đồng."),
    Case("Tháng 8 thu 489,5 tỷ đồng, vượt 19% kế hoạch 8 tháng và bằng 80% kế hoạch năm."),
    Case(
      "Tỉnh giao dự toán thu nội địa năm 2018 là 2.080 tỷ đồng. Ước thực hiện cả năm 1.872 tỷ đồng, đạt 90% dự toán.",
      "ratio 90 holds 90"),
    Case(
      "Tỉnh giao dự toán thu nội địa năm 2018 là 2.580 tỷ đồng. Ước thực hiện cả năm 1.872 tỷ đồng, đạt 90% dự toán.",
      "ratio 90 fails 72.5581"),
  ])
  func `shares that miss their numbers are told`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Bến xe được mở rộng từ 4,6 ha năm 2016 lên 12,1 ha năm 2017 (mở rộng thêm 7,5 ha so với bến cũ).",
      "difference 7.5 holds 7.5"),
    Case(
      "Bến xe được mở rộng từ 4,6 ha năm 2016 lên 12,1 ha năm 2017 (mở rộng thêm 5,7 ha so với bến cũ).",
      "difference 5.7 fails 7.5"),
    Case(
      "Cả nước xảy ra 8 vụ. So với cùng kỳ năm 2016 tăng 3 vụ (60%).", "ratio 60 holds 60"),
    Case(
      "Cả nước xảy ra 8 vụ. So với cùng kỳ năm 2016 tăng 3 vụ (50%).", "ratio 50 fails 60"),
    Case(
      "Tổng số tiền thu khoản này là 80 triệu đồng, chi tiếp đón hết 54 triệu đồng; còn lại 36 triệu đồng.",
      "difference 36000000 fails 26000000"),
    Case(
      "Trung tâm đã tiếp nhận 8.462 hồ sơ. Các sở đã giải quyết 8.127 hồ sơ. Số hồ sơ còn lại trong hạn là 335 hồ sơ.",
      "difference 335 holds 335"),
    Case(
      "Trung tâm đã tiếp nhận 8.462 hồ sơ. Các sở đã giải quyết 8.127 hồ sơ. Số hồ sơ còn lại trong hạn là 353 hồ sơ.",
      "difference 353 fails 335"),
    Case(
      "Đầu năm toàn tỉnh có 19.276 hộ nghèo. Đến cuối năm còn 15.514 hộ nghèo. Như vậy đã giảm 3.762 hộ.",
      "difference 3762 holds 3762"),
    Case(
      "Đầu năm toàn tỉnh có 19.276 hộ nghèo. Đến cuối năm còn 15.154 hộ nghèo. Như vậy đã giảm 3.762 hộ.",
      "difference 3762 fails 4122"),
    Case("Đầu năm toàn tỉnh có 19.276 hộ nghèo. Đến cuối năm còn 15.154 hộ nghèo. Riêng huyện A giảm 62 hộ."),
  ])
  func `what is left and what changed is held over sentences`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    (83, "holds 214"), (93, "fails 224"),
  ])
  func `a list behind a total is held against it`(_ count: Int, _ expected: String) {
    let text = """
      Chủ tịch UBND tỉnh đã tặng 214 Bằng khen cho các tập thể, cá nhân, cụ thể:
      - Khen thường xuyên: 96 Bằng khen.
      - Khen chuyên đề: \(count) Bằng khen.
      - Khen đột xuất: 21 Bằng khen.
      - Khen đối ngoại: 14 Bằng khen.
      """
    #expect(auditSummaries(of: text) == ["sum 214 \(expected)"])
  }

  @Test(arguments: [
    (
      "- Tập huấn: 842 triệu đồng;\n- Mua sắm: 1.960 triệu đồng.\nTổng cộng: 2.802 triệu đồng.",
      "sum 2802000000 holds 2802000000"
    ),
    (
      "- Tập huấn: 842 triệu đồng;\n- Mua sắm: 1.960 triệu đồng.\nTổng cộng: 3.802 triệu đồng.",
      "sum 3802000000 fails 2802000000"
    ),
    ("+ Đợt 1: 186,5 tấn gạo;\n+ Đợt 2: 97,5 tấn gạo.\nNhư vậy toàn tỉnh đã cấp 284 tấn gạo.", "sum 284 holds 284"),
    (
      "Tỉnh được khen thưởng 128 trường hợp, gồm:\n1. Huân chương: 91 trường hợp.\n2. Bằng khen: 73 trường hợp.",
      "sum 128 fails 164"
    ),
    (
      "Đã bồi dưỡng 1.246 lượt người, cụ thể như sau:\na) Lý luận: 761 lượt người;\nb) Tin học: 458 lượt người.",
      "sum 1246 fails 1219"
    ),
  ])
  func `the total of a list stands above or below it`(_ list: String, _ expected: String) {
    #expect(auditSummaries(of: "Kết quả năm 2019 như sau.\n\n" + list) == [expected])
  }

  @Test(arguments: [
    (
      "Đơn vị\tSố hộ (hộ)\tCơ cấu (%)\nHuyện Sơn Hà\t416\t26,0\nHuyện Lâm\t536\t35,3\nHuyện Khê\t296\t18,5\nThị xã Phú\t352\t22,0\nTổng số\t1.600\t100,0",
      ["ratio 35.3 fails 33.5"]
    ),
    (
      "Chỉ tiêu\tNăm 2018\tNăm 2019\tTăng so với năm 2018\nSố hợp tác xã\t186\t214\t28\nSố thành viên\t5.320\t5.874\t454\nSố lao động\t2.415\t2.698\t283",
      ["difference 454 fails 554"]
    ),
    (
      "Chỉ tiêu\tQuý I\tQuý II\tCả năm\nSố vụ\t27\t31\t58\nSố người chết\t14\t12\t26\nSố người bị thương\t22\t36\t48",
      ["table_row 48 fails 58"]
    ),
    (
      "Cấp học\tSố trường\tSố lớp\tSố học sinh\nTổng số\t280\t3.649\t93.578\n- Mầm non\t132\t1.284\t31.460\n- Tiểu học\t148\t2.365\t60.118",
      ["table_column 93578 fails 91578"]
    ),
  ])
  func `columns that are made of others are held against them`(_ table: String, _ expected: [String]) {
    #expect(auditSummaries(of: table).filter { $0.contains("fails") } == expected)
  }

  @Test(arguments: [
    Case("24/32 điểm ngập được xử lý, đạt 57%.", "ratio 57 fails 75"),
    Case(
      "Doanh thu đạt 1.647 tỷ đồng. Trong đó doanh thu với tập đoàn 1.159 tỷ đồng, chiếm 92,2%.",
      "ratio 92.2 fails 70.3704"),
    Case(
      "Công ty đạt doanh thu 3.259,7 tỷ đồng, tăng 236,43% so với năm trước và hoàn thành kế hoạch năm (3.246 tỷ đồng)."
    ),
  ])
  func `a share of what stands before it is held against that`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test func `grades of a list are no tasks, and what is graded is counted`() {
    let text = """
      Xếp loại 325 thôn, tổ dân phố trên địa bàn huyện năm 2020 như sau:
      - Hoàn thành xuất sắc nhiệm vụ: 65 thôn, tổ dân phố;
      - Hoàn thành tốt nhiệm vụ: 218 thôn, tổ dân phố;
      - Hoàn thành nhiệm vụ: 52 thôn, tổ dân phố.
      """
    #expect(auditSummaries(of: text) == ["sum 325 fails 335"])
    #expect(!statementSummaries(of: text).contains { $0.hasPrefix("target") })
  }
}
