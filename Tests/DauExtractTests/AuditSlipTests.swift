import Testing

@testable import DauExtract

/// Relations over several numbers, clauses or sentences, and counts of what is listed.
@Suite struct AuditSlipTests {
  @Test(arguments: [
    Case(
      """
      Cơ cấu kinh tế dịch vụ 60,7%, công nghiệp 34,1% và nông nghiệp 0,2%, đạt kế hoạch với tỷ lệ tương ứng \
      60,8% - 39,0% - 0,2%.
      """,
      "sum 100 fails 95"),
    Case(
      """
      Nhà nước nắm giữ 49% vốn điều lệ; 4,74% vốn điều lệ bán cho người lao động; 48,12% vốn bán cho nhà đầu \
      tư; 4,08% vốn điều lệ đấu giá.
      """,
      "sum 100 fails 105.94"),
    Case(
      """
      Nhà nước nắm giữ 49% vốn điều lệ; 4,74% vốn điều lệ bán cho người lao động; 42,18% vốn bán cho nhà đầu \
      tư; 4,08% vốn điều lệ đấu giá.
      """,
      "sum 100 holds 100"),
  ])
  func `shares of a structure and of a whole are held against a hundred`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Hội nghị cho ý kiến 8 nội dung; trong đó 5 nội dung thuộc lĩnh vực kinh tế, 4 nội dung thuộc lĩnh vực \
      xây dựng Đảng.
      """,
      "sum 8 fails 9"),
    Case(
      "Trong đó 12 xã đạt chuẩn, có 8 xã đạt tiêu chí y tế, 7 xã đạt tiêu chí giao thông."),
    Case(
      """
      Trường có 740 giảng viên, trong đó có 52 phó giáo sư, 128 tiến sĩ, 340 thạc sĩ, 86 cử nhân và 44 trình \
      độ khác.
      """,
      "sum 740 fails 650"),
    Case(
      """
      Đã khen thưởng bằng hình thức 405 Bằng khen của Chủ tịch UBND tỉnh (trong đó 187 tập thể, 169 cá nhân, \
      22 hộ gia đình).
      """,
      "sum 405 fails 378"),
    Case(
      """
      Đã khen thưởng bằng hình thức 405 Bằng khen của Chủ tịch UBND tỉnh (trong đó 187 tập thể, 196 cá nhân, \
      22 hộ gia đình).
      """,
      "sum 405 holds 405"),
    Case(
      "Công an triệt phá 742 vụ, bắt nhiều đối tượng, đã khởi tố 558 vụ; xử lý hành chính 157 vụ.",
      "sum 742 fails 715"),
    Case(
      "Công an triệt phá 742 vụ, bắt nhiều đối tượng, đã khởi tố 421 vụ; xử lý hành chính 157 vụ."),
  ])
  func `parts that cannot be more or less than their whole are told`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Doanh thu bán vé đạt 1.597 tỷ đồng, bằng 2,1% doanh thu của toàn thị trường (doanh thu của toàn thị \
      trường năm 2016 ước đạt 57.000 tỷ đồng).
      """,
      "ratio 2.1 fails 2.8018"),
    Case(
      "Thu ngân sách được hơn 108.311 tỷ đồng, đạt 100,92% chỉ tiêu kế hoạch được giao là 108.000 tỷ đồng.",
      "ratio 100.92 fails 100.288"),
    Case(
      "Các sở cắt giảm được 46/240 phòng với tỷ lệ giảm 22,5%.",
      "ratio 22.5 fails 19.1667"),
    Case(
      "Lượng khách đạt 264.992 lượt (tăng 2% so với cùng kỳ 2016 là 206.097 khách).",
      "ratio 2 fails 28.5763"),
    Case(
      "Lượng khách đạt 264.992 lượt (tăng 2% so với cùng kỳ 2016 là 260.097 khách).",
      "ratio 2 holds 1.882"),
  ])
  func `shares of a whole that is told behind them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Kinh phí sử dụng tổng số lên tới 7.021 tỷ đồng. Trong đó, cơ quan mới đề nghị quyết toán 5.573 tỷ đồng, \
      còn lại 1.844 tỷ vẫn chưa quyết toán.
      """,
      "sum 7021000000000 fails 7417000000000",
      "difference 1844000000000 fails 1448000000000"),
    Case(
      """
      Số đơn kỳ trước chuyển sang là 142 đơn. Trong năm đã tiếp nhận mới 586 đơn; như vậy tổng số đơn phải \
      giải quyết là 710 đơn.
      """,
      "sum 710 fails 728"),
    Case(
      """
      Số dư đầu năm 2019 là 1.250 triệu đồng. Trong năm đã vận động được 8.750 triệu đồng. Tổng số tiền đã chi \
      là 7.640 triệu đồng. Số dư quỹ đến ngày 31/12/2019 còn 3.260 triệu đồng.
      """,
      "difference 3260000000 fails 2360000000"),
    Case(
      """
      Tổng dư nợ tại thời điểm 31/12/2018 là 18.420 tỷ đồng. Đến ngày 31/12/2019, tổng dư nợ đạt 20.815 tỷ \
      đồng, tăng 2.935 tỷ đồng so với cuối năm 2018.
      """,
      "difference 2935000000000 fails 2395000000000"),
    Case(
      """
      Cả huyện xảy ra 8 vụ, làm chết 6 người, bị thương 11 người. So với cùng kỳ năm 2016 tăng 3 vụ (60%), \
      tăng 3 người chết (100%), tăng 7 người bị thương (157%).
      """,
      "ratio 60 holds 60",
      "ratio 100 holds 100",
      "ratio 157 fails 175"),
  ])
  func `what was carried over, came in, was spent and is left over sentences`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Hội nghị tổng kết 5 năm thực hiện Chỉ thị của Bộ Chính trị giai đoạn 2012-2015.",
      "difference 5 fails 4"),
    Case(
      "Sơ kết 3 năm thực hiện Chương trình hành động giai đoạn 2016-2020."),
  ])
  func `years of a term that is summed up`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Tỉnh được tách thành bốn tỉnh: Đông Lĩnh, Bà Rịa - Vân Hà và Suối Mây.",
      "sum 4 fails 3"),
    Case(
      "Có 6 huyện không xảy ra TNGT là: Vân Hà, Suối Mây, Đồi Chè, Đông Lĩnh, Núi Xanh.",
      "sum 6 fails 5"),
    Case(
      """
      UBND tỉnh có 6 phó chủ tịch là ông Lê Văn An, Lê Văn Khoa, bà Nguyễn Thị Thu, ông Trần Vĩnh Tuyến và ông \
      Hoàng Văn Mạng.
      """,
      "sum 6 fails 5"),
    Case(
      """
      Triển khai trên địa bàn 11 quận, huyện: 9, 12, Vân Hà, Tân Phú, Bình Tân, Củ Chi, Hóc Môn, Nhà Bè, Cần \
      Giờ, Bình Chánh.
      """,
      "sum 11 fails 10"),
    Case(
      "Thỏa thuận được ký với 5 cường quốc Mỹ, Nga, Trung Quốc, Pháp, Đức và Anh.",
      "sum 5 fails 6"),
    Case(
      "Xã được tặng 3 Huân chương Lao động hạng Ba (năm 1973, 1960).",
      "sum 3 fails 2"),
  ])
  func `counts against the names behind them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Thí sinh dự thi 3 môn thi là ngữ văn (120 phút) và ngoại ngữ (60 phút).",
      "sum 3 fails 2"),
    Case(
      """
      Triển lãm gồm 3 phần: Học tập và làm theo tấm gương đạo đức Hồ Chí Minh là việc làm thường xuyên; Những \
      tấm gương bình dị mà cao quý.
      """,
      "sum 3 fails 2"),
    Case(
      "Đại hội gồm 3 phần: Lễ hội hoa lần thứ 6; Liên hoan văn hóa và Hội nghị xúc tiến đầu tư.",
      "sum 3 holds 3"),
    Case(
      "Chương trình có 4 nội dung: (1) rà soát hồ sơ; (2) thẩm định; (3) công bố.",
      "sum 4 fails 3"),
  ])
  func `counts against the items behind them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Với 76 trên tổng số 92 em dự thi đạt giải, trong đó có 2 giải nhất, 22 giải nhì, 31 giải ba và 21 giải \
      khuyến khích.
      """,
      "sum 76 holds 76"),
    Case(
      """
      Với 76 trên tổng số 92 em dự thi đạt giải, trong đó có 2 giải nhất, 22 giải nhì, 32 giải ba và 21 giải \
      khuyến khích.
      """,
      "sum 76 fails 77"),
  ])
  func `who won among those who took part`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Huân chương Lao động: 17 (02 hạng Nhất, 04 hạng Nhì, 13 hạng Ba).",
      "sum 17 fails 19"),
    Case(
      "Huân chương Lao động: 17 (02 hạng Nhất, 04 hạng Nhì, 11 hạng Ba).",
      "sum 17 holds 17"),
    Case(
      "Khối kiến thức chuyên ngành 47 TC (29 TC bắt buộc, 12 TC tự chọn, (31,3%);",
      "sum 47 fails 41"),
    Case(
      "Đã xây dựng 2.601/2.629 nhà cho hộ nghèo (còn lại 38 hộ không có nhu cầu làm nhà).",
      "difference 38 fails 28"),
    Case(
      "Tổng số đơn phải xử lý: 372 đơn (kỳ trước chuyển sang 39 đơn, tiếp nhận trong kỳ 343 đơn).",
      "sum 372 fails 382"),
  ])
  func `bare totals, lists cut by a bracket and what is left in one`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Cụm số 2 (06 đơn vị): các xã Suối Mây, Đồi Chè, Vân Hà, Đông Lĩnh, Núi Xanh;",
      "sum 6 fails 5"),
    Case(
      """
      Huyện tuyên dương ba đoàn viên thanh niên là Phạm Thế Cường (sinh năm 1996, thôn Tân) và Võ Khánh Thành \
      (sinh năm 2002) vì đã cứu người.
      """,
      "sum 3 fails 2"),
    Case(
      "Em ba lần được nhận bằng khen của Giám đốc Sở Giáo dục và Đào tạo (năm 2014 và 2015).",
      "sum 3 fails 2"),
    Case(
      "Chương trình gồm 3 phần: khai mạc tại hội trường; tham quan và tặng quà; bế mạc.",
      "sum 3 holds 3"),
    Case(
      """
      Thành phố bầu 4 phó bí thư gồm: bà Ngô Thị Thanh (phó bí thư thường trực), bà Nguyễn Thị Ngọc (chủ tịch \
      HĐND); ông Nguyễn Đức An (giám đốc); ông Đào Đức Toàn (trưởng ban).
      """,
      "sum 4 holds 4"),
  ])
  func `places, persons and times against their count`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Cả tỉnh có 42 người chết, bị thương 75 người. So với cùng kỳ: số người bị thương tăng 07 người (+13,0%).",
      "ratio 13 fails 10.29")
  ])
  func `a change by its subject, with its sign`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Nhập khẩu, xuất khẩu: xuất khẩu 1.094,7 triệu USD, tăng 11,4%; nhập khẩu 767,7 triệu USD, tăng 6,2%. Cán \
      cân thương mại xuất siêu 372 triệu USD.
      """,
      "difference 372000000 fails 327000000"),
    Case(
      "Kim ngạch xuất khẩu 767,7 triệu USD; nhập khẩu 1.094,7 triệu USD. Tỉnh nhập siêu 327 triệu USD.",
      "difference 327000000 holds 327000000"),
    Case(
      """
      Dự phòng bố trí 248 tỷ đồng, đã sử dụng 213,6 tỷ đồng (bằng 86,1%) cho phòng, chống dịch; còn lại 44,4 \
      tỷ đồng chuyển năm sau.
      """,
      "ratio 86.1 holds 86.129", "difference 44400000000 fails 34400000000"),
    Case(
      "Có 46 dự án phải thu hồi 318,7 ha đất, đã bàn giao 287,4 ha, đạt 92,0%, còn 31,3 ha vướng mắc.",
      "ratio 92 fails 90.1789"),
  ])
  func `what was sold and bought, set aside and done`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Toàn tỉnh có 512 trường, gồm 168 trường mầm non, 146 trường tiểu học, 139 trường trung học cơ sở, 277 \
      trường nhiều cấp học và 32 trường trung học phổ thông.
      """,
      "sum 512 fails 762"),
    Case(
      "Thanh tra phát hiện sai phạm 41,37 tỷ đồng, kiến nghị thu hồi 26,84 tỷ đồng, xử lý khác 12,73 tỷ đồng.",
      "sum 41370000000 fails 39570000000"),
    Case(
      """
      Diện tích có rừng là 286.430 ha. Phân theo mục đích sử dụng: rừng đặc dụng 31.640 ha, rừng phòng hộ \
      92.375 ha, rừng sản xuất 162.451 ha.
      """,
      "sum 286430 fails 286466"),
    Case(
      """
      Tổng nhu cầu vốn là 1.864 tỷ đồng, gồm: ngân sách trung ương 612 tỷ đồng (chiếm 32,8%); ngân sách địa \
      phương 374 tỷ đồng (chiếm 18,6%); vốn doanh nghiệp 735 tỷ đồng (chiếm 39,4%); vốn vay 170 tỷ đồng (chiếm \
      9,1%).
      """,
      "ratio 32.8 holds 32.8326",
      "ratio 39.4 holds 39.4313",
      "sum 1864000000000 fails 1891000000000",
      "ratio 9.1 holds 9.1202",
      "sum 100 holds 99.9"),
    Case(
      """
      Trồng rừng được 46.850 ha, đạt 104,1% kế hoạch (45.000 ha), trong đó: năm 2018 trồng 27.425 ha, năm 2019 \
      trồng 9.865 ha, năm 2020 trồng 9.560 ha.
      """,
      "ratio 104.1 holds 104.1111",
      "sum 46850 holds 46850"),
    Case(
      """
      Đã khen thưởng 1.347 lượt tập thể, cá nhân, hộ gia đình có thành tích trong Phong trào, gồm 412 tập thể, \
      689 cá nhân và 237 hộ gia đình.
      """,
      "sum 1347 fails 1338"),
    Case(
      "Tỉnh có 96 sản phẩm được xếp hạng (27 sản phẩm 4 sao, 69 sản phẩm 3 sao).",
      "sum 96 holds 96"),
    Case(
      """
      Thu ngân sách ước đạt 6.482,5 tỷ đồng. Trong đó: thu nội địa 4.918,3 tỷ đồng; thu xuất nhập khẩu 1.402,7 \
      tỷ đồng; các khoản đóng góp 151,5 tỷ đồng.
      """,
      "sum 6482500000000 fails 6472500000000"),
  ])
  func `parts of amounts, in clauses, sentences and brackets`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      """
      Chỉ số cải cách đạt 86,42 điểm, xếp thứ 31/63 tỉnh, thành phố; chỉ số cạnh tranh đạt 64,37 điểm, giảm \
      0,44 điểm so với năm 2021 (64,81 điểm).
      """,
      "difference 0.44 holds 0.44"),
    Case(
      """
      Đã giải quyết 333.684 hồ sơ. Số hồ sơ tiếp nhận trực tuyến là 228.156 hồ sơ, đạt 68,24% tổng số hồ sơ \
      tiếp nhận mới (334.323 hồ sơ).
      """,
      "ratio 68.24 holds 68.2442"),
  ])
  func `what is compared with a number in brackets`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test
  func `a list whose items each have one number of the kind makes up its total, and their shares are held against it`()
  {
    let text = """
      Toàn tỉnh có 04 khối thi đua với 124 đơn vị, chia thành 17 cụm, cụ thể:
      - Khối các huyện: 10 đơn vị, 05 cụm;
      - Khối các sở: 388 đơn vị, 05 cụm;
      - Khối các trường: 76 đơn vị, 07 cụm.
      Các đơn vị đã ký kết giao ước tại 30 đơn vị.

      Tổng nguồn lực huy động 5 năm là 9.846 tỷ đồng, trong đó:
      - Ngân sách của Chương trình: 2.318 tỷ đồng (23,5%);
      - Vốn lồng ghép: 2.764 tỷ đồng (28,1%);
      - Vốn tín dụng: 4.764 tỷ đồng (48,8%).
      """
    #expect(
      auditSummaries(of: text) == [
        "sum 124 fails 474", "sum 17 holds 17", "sum 9846000000000 holds 9846000000000", "ratio 23.5 holds 23.5426",
        "ratio 28.1 holds 28.0723", "ratio 48.8 fails 48.3851",
      ])
  }

  @Test(arguments: [
    Case(
      """
      Thu ngân sách 38.855,5 tỷ đồng, đạt 58,5% dự toán (66.450 tỷ đồng). Trong đó: thu nội địa 30.162,8 tỷ \
      đồng, chiếm 77,6%; thu khác 8.692,7 tỷ đồng, chiếm 22,4%.
      """,
      "ratio 58.5 holds 58.4733",
      "ratio 77.6 holds 77.6281",
      "sum 38855500000000 holds 38855500000000",
      "ratio 22.4 holds 22.3719"),
    Case(
      """
      Hỗ trợ nhà với tổng kinh phí 81,65 tỷ đồng (xây mới 63,2 tỷ đồng, mức 50 triệu đồng/căn; sửa chữa 18,45 \
      tỷ đồng, mức 25 triệu đồng/căn).
      """,
      "sum 81650000000 holds 81650000000"),
    Case(
      """
      Tỉnh có 64 học sinh dự thi, đoạt 37 giải (01 giải nhất, 08 giải nhì, 12 giải ba, 16 giải khuyến khích), \
      tăng 05 giải so với năm học trước (32 giải).
      """,
      "sum 37 holds 37",
      "difference 5 holds 5"),
    Case(
      """
      Toàn tỉnh còn 8.642 hộ nghèo, chiếm 6,73% tổng số 128.450 hộ dân; giảm 2.385 hộ so với cuối năm 2019 \
      (11.027 hộ).
      """,
      "difference 2385 holds 2385"),
    Case(
      "Toàn Cụm có 700/1.007 xã đạt chuẩn, đạt 69,5%; còn 317 xã chưa đạt chuẩn.",
      "ratio 69.5 holds 69.5134",
      "difference 317 fails 307"),
    Case(
      """
      Giao 196 chỉ tiêu hợp đồng, trong đó: Sở Y tế 46 chỉ tiêu, Sở Giáo dục và Đào tạo 388 chỉ tiêu, các \
      huyện 112 chỉ tiêu.
      """,
      "sum 196 fails 546"),
  ])
  func `brackets, rates and wholes are no parts, and no part is more than its whole`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test func `a list whose total a paragraph before tells, and one of which another kind holds`() {
    let text = """
      Tổng thu ngân sách của 03 tỉnh ước đạt 18.776,2 tỷ đồng, đạt 58,5% dự toán năm.
      Kết quả thu của từng tỉnh như sau:
      - Tỉnh Vân Hà: 8.742,6 tỷ đồng;
      - Tỉnh Suối Mây: 5.318,4 tỷ đồng;
      - Tỉnh Đồi Chè: 4.751,2 tỷ đồng.

      Năm học này, toàn tỉnh có 389 trường với 6.012 lớp. Trong đó:
      - Mầm non: 142 trường, 1.486 lớp;
      - Tiểu học: 182 trường, 2.874 lớp;
      - Trung học cơ sở: 119 trường, 1.652 lớp.

      Lực lượng lập biên bản 6.053 trường hợp vi phạm, tăng 312 trường hợp so với cùng kỳ. Trong đó:
      - Vi phạm nồng độ cồn: 1.846 trường hợp;
      - Vi phạm tốc độ: 2.715 trường hợp;
      - Lỗi khác: 1.492 trường hợp.
      """
    #expect(
      auditSummaries(of: text) == [
        "sum 18776200000000 fails 18812200000000", "sum 389 fails 443", "sum 6012 holds 6012", "sum 6053 holds 6053",
      ])
  }
}
