import Testing

@testable import DauExtract

/// Sentences of news and reports with arithmetic that no report of a province puts so.
@Suite struct AuditSentenceTests {
  @Test(arguments: [
    Case(
      "Tính đến ngày 15/12, thu NSNN đạt 5.837,3 tỷ đồng, đạt 188,3% chỉ tiêu do bộ Tài chính giao (3.100 tỷ đồng), đạt 171,6% chỉ tiêu do Hội đồng nhân dân tỉnh giao (3.400 tỷ đồng) và đạt 98,9% so với chỉ tiêu giao bổ sung của TCHQ (5.900 tỷ đồng), tăng 107,9% với cùng kỳ năm 2017.",
      "ratio 188.3 holds 188.3", "ratio 171.6 fails 171.6853", "ratio 98.9 holds 98.9373"),
    Case(
      "Quận 1 được giao chỉ tiêu thu ngân sách Nhà nước 4.500 tỷ đồng, đến nay đã thu được 5.619 tỷ đồng (vượt 25%).",
      "ratio 25 holds 24.8667"),
    Case(
      "Quận 1 được giao chỉ tiêu thu 4.500 tỷ đồng, đến nay đã thu được 5.619 tỷ đồng (vượt 27%).",
      "ratio 27 fails 24.8667"),
    Case("Thu ngân sách 5.619 tỷ đồng, vượt 25% dự toán (4.500 tỷ đồng).", "ratio 25 holds 24.8667"),
    Case(
      "Tỉnh giao dự toán thu năm 2015 là 300 tỷ đồng, bằng 47% so với năm 2014. Tuy nhiên, thực tế thu lên đến 566 tỷ 384 triệu đồng, bằng 189% so với dự toán đầu năm.",
      "ratio 189 holds 188.7947"),
    Case("Tỉnh giao dự toán thu là 300 tỷ đồng. Thu nội địa 150 tỷ đồng, bằng 80% so với dự toán."),
    // Some parts are no sum, whatever they come to.
    Case(
      "Chi NSNN là 1.135,5 nghìn tỷ đồng, trong đó một số khoản chi thường xuyên đạt 786 nghìn tỷ đồng; chi trả nợ đạt 150,3 nghìn tỷ đồng; trong khi đó chi đầu tư mới đạt 190,5 nghìn tỷ đồng."
    ),
    // Another amount is meant.
    Case("Thu ngân sách 5.619 tỷ đồng, đạt 60% kế hoạch vốn (100 tỷ đồng)."),
  ])
  func `a share of a plan is held against the plan`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Bệnh viện đón nhận 9 Huân chương Lao động các loại do Chủ tịch nước trao tặng cho 7 tập thể và 2 cá nhân.",
      "sum 9 holds 9"),
    Case("Tỉnh đã trao 12 bằng khen cho 4 tập thể, 8 cá nhân.", "sum 12 holds 12"),
    // Others may have some of them.
    Case("Tỉnh đã trao 12 bằng khen cho 4 tập thể và 7 cá nhân."),
    Case(
      "Mùa giải khép lại với 20/20 thí sinh dự thi đoạt huy chương (6 huy chương Vàng, 8 huy chương Bạc, 5 huy chương Đồng, 1 Bằng khen).",
      "sum 20 holds 20"),
    Case(
      "5/8 thí sinh của Đội tuyển quốc gia Việt Nam đã giành huy chương tại Kỳ thi Olympic Hóa học, trong đó có 1 huy chương vàng, 2 huy chương bạc, 2 bằng khen.",
      "sum 5 holds 5"),
    Case(
      "Trao giải cho 12 cá nhân và tập thể, gồm 01 giải Nhất, 02 giải Nhì, 03 giải Ba; 04 giải phụ; 02 giải cho tập thể có nhiều bài dự thi.",
      "sum 12 holds 12"),
    Case(
      "Trao giải cho 12 cá nhân và tập thể, gồm 01 giải Nhất, 02 giải Nhì, 03 giải Ba; 04 giải phụ; 01 giải cho tập thể có nhiều bài dự thi."
    ),
    Case(
      "Toàn tỉnh có 45 dự án, gồm 20 dự án mới; 15 dự án chuyển tiếp; 10 dự án chuẩn bị đầu tư.", "sum 45 holds 45"),
    Case("Ban Tổ chức trao 20 huy chương cho 8 tập thể và 12 vận động viên.", "sum 20 holds 20"),
    Case(
      "Giao Tổ công tác gồm lãnh đạo 4 Bộ: Ngoại giao (chủ trì), Y tế, Công an, Giao thông vận tải (Tổ trưởng) rà soát quy trình.",
      "sum 4 holds 4"),
    Case(
      "Các đơn vị sự nghiệp đã giảm từ 350 xuống còn 210 đơn vị, giảm 105 đơn vị (30%).", "ratio 30 holds 30",
      "difference 105 fails 140"),
  ])
  func `awards and parts in clauses of their own are held against their total`(_ example: Case) {
    #expect(auditSummaries(of: example.text).sorted() == example.expected.sorted())
  }

  @Test(arguments: [
    Case(
      "Khen thưởng cho 3 tập thể gồm: phòng Cảnh sát điều tra tội phạm về ma tuý, phòng Kỹ thuật hình sự và Công an huyện Quỳnh Lưu mỗi đơn vị 10 triệu đồng.",
      "sum 3 holds 3"),
    Case(
      "Tỉnh đã khen thưởng cho 3 tập thể phòng Cảnh sát điều tra tội phạm về ma tuý, phòng Cảnh sát kỹ thuật hình sự và Công an huyện Quỳnh Lưu mỗi đơn vị 100 triệu đồng.",
      "sum 3 holds 3"),
    Case(
      "Thành phố cần vốn cho 5 lĩnh vực quan trọng: giao thông, giảm ngập và phòng chống lụt bão, môi trường, giáo dục, y tế.",
      "sum 5 holds 5"),
    Case(
      "Thành phố cần vốn cho 6 lĩnh vực quan trọng: giao thông, chống ngập, môi trường, giáo dục, y tế.",
      "sum 6 fails 5"),
    Case("Thành phố cần vốn cho 5 lĩnh vực: giao thông, giảm ngập và chống lụt, môi trường, giáo dục."),
    Case("Thành phố cần vốn cho 6 lĩnh vực như: giao thông, chống ngập, môi trường, giáo dục, y tế."),
    Case("Thành phố cần vốn cho 6 lĩnh vực: giao thông, chống ngập, môi trường, giáo dục, y tế..."),
    Case("Thành phố cần vốn cho 6 lĩnh vực: giao thông, chống ngập, môi trường, giáo dục, y tế, v.v."),
    Case(
      "Trao Bằng khen của UBND tỉnh cho 5 đơn vị, gồm: Cục Cảnh sát hình sự, viện Khoa học hình sự, cục Kỹ thuật nghiệp vụ, Công an huyện Châu Thành và phòng Cảnh sát hình sự Công an Tiền Giang có thành tích phá án nhanh vụ cướp.",
      "sum 5 holds 5"),
  ])
  func `a count is held against the items listed`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Năm 2016, trong tổng số 28 chỉ tiêu kinh tế - xã hội của huyện có 18 chỉ tiêu đạt và vượt kế hoạch, đạt 64,3% kế hoạch.",
      "ratio 64.3 holds 64.2857"),
    Case(
      "Trong số 13 chỉ tiêu Quốc hội giao có 11 chỉ tiêu đạt và vượt, 2 chỉ tiêu xấp xỉ đạt kế hoạch.",
      "sum 13 holds 13"),
    Case(
      "Trong 12 chỉ tiêu của Kế hoạch, dự kiến có 4 chỉ tiêu đạt và 8 chỉ tiêu vượt kế hoạch đề ra.", "sum 12 holds 12"),
    Case(
      "Với 439 đại biểu biểu quyết, chiếm 89,41%, kết quả như sau: 436 đại biểu tán thành, chiếm 88,80%; 2 đại biểu không tán thành; 1 đại biểu không biểu quyết.",
      "sum 439 holds 439"),
    Case("Với 439 đại biểu biểu quyết, kết quả như sau: 436 đại biểu tán thành; 2 đại biểu không tán thành."),
    Case(
      "Tỉnh trao 8 giấy chứng nhận đầu tư có vốn 3.588 tỷ đồng, trong đó có 4 dự án trong nước, 4 dự án nước ngoài.",
      "sum 8 holds 8"),
    Case(
      "Tỉnh trao 8 giấy chứng nhận đầu tư có vốn 3.588 tỷ đồng, trong đó có 4 dự án trong nước, 3 dự án nước ngoài."),
    // What is left is told once, as a difference.
    Case(
      "Trong tổng số 21.519 hồ sơ, các sở đã giải quyết: 20.889 hồ sơ, còn lại 630 hồ sơ.", "difference 630 holds 630"),
    Case(
      "Toàn tỉnh có 475/583 thôn, làng đã xây dựng nhà văn hóa, số còn lại 108 thôn, làng dùng đình làng.",
      "difference 108 holds 108"),
    Case("Toàn tỉnh có 475/583 thôn, làng đã xây dựng nhà văn hóa, số còn lại 20 thôn, làng chưa xét."),
    Case("Trong 12 chỉ tiêu của Kế hoạch có 4 chỉ tiêu đạt và 3 chỉ tiêu vượt kế hoạch đề ra."),
    Case("Đã xóa 2.601/2.629 nhà tạm (còn lại 28 hộ chưa làm).", "difference 28 holds 28"),
    Case(
      "Tỷ trọng nông, lâm nghiệp đạt 34% (giảm 11,3%); công nghiệp - xây dựng 35% (tăng 9,6%); dịch vụ 31% (tăng 1,7%).",
      "sum 100 holds 100"),
    Case(
      "Cơ cấu kinh tế chuyển dịch: Dịch vụ 53,29%; công nghiệp - xây dựng 36,6% và nông nghiệp 10,11%.",
      "sum 100 holds 100"),
    Case(
      "Cơ cấu kinh tế chuyển dịch: Dịch vụ 53,29%; công nghiệp - xây dựng 36,6% và nông nghiệp 11,11%.",
      "sum 100 fails 101"),
    Case("Cơ cấu kinh tế: dịch vụ tăng 12%, công nghiệp tăng 50%, nông nghiệp tăng 38%."),
    Case(
      "Chương trình có 131 TC (trong đó 120 tín chỉ học tập và tốt nghiệp và 11 tín chỉ giáo dục thể chất).",
      "sum 131 holds 131"),
    Case("Tỉnh có 12 dự án (3 dự án mới, 5 dự án chuyển tiếp (42%), 4 dự án dừng)."),
    Case("Khối kiến thức chiếm 29 TC (27 TC bắt buộc, 2 TC tự chọn, (22,1%);", "sum 29 holds 29"),
    Case(
      "Trường có 6 cháu đạt giải hội thi sản phẩm tạo hình trong đó có 1 giải B và 5 cháu đạt giải C.",
      "sum 6 holds 6"),
  ])
  func `parts are held against a whole told before them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Tỉnh ban hành 90 văn bản, tăng 15 văn bản so với năm trước (75 văn bản).", "difference 15 holds 15"),
    Case(
      "Tỉnh ban hành 90 văn bản, tăng 18 văn bản so với năm trước (75 văn bản).", "difference 18 fails 15"),
    Case(
      "Dư nợ cho vay 2.180 tỷ đồng, giảm 120 tỷ đồng so với đầu năm (2.300 tỷ đồng).",
      "difference 120000000000 holds 120000000000"),
    Case("Trồng mới 6.300 ha rừng, tăng 5% so với năm 2018 (6.000 ha).", "ratio 5 holds 5"),
    Case("Trồng mới 6.300 ha rừng, tăng 6% so với năm 2018 (6.000 ha).", "ratio 6 fails 5"),
    Case("Số ca mắc bệnh giảm 25% (150/200 ca) so với cùng kỳ.", "ratio 25 holds 25"),
    Case("Số ca mắc bệnh giảm 52% (150/200 ca) so với cùng kỳ.", "ratio 52 fails 25"),
    Case("Tỷ lệ hộ nghèo giảm từ 8,12% xuống còn 6,05%, giảm 2,07%.", "difference 2.07 holds 2.07"),
    Case("Tỷ lệ hộ nghèo giảm từ 8,12% xuống còn 6,05%, giảm 2,7%.", "difference 2.7 fails 2.07"),
    Case("Giá trị tăng từ 120 tỷ đồng lên 150 tỷ đồng (tăng 25%).", "ratio 25 holds 25"),
    // Another thing grew by so much.
    Case("Thịt tăng từ 3,4 triệu tấn lên 5,6 triệu tấn, sữa tăng 800 nghìn tấn."),
    Case("Nâng số mô hình từ 45 mô hình lên 52 mô hình, tăng 8 mô hình.", "difference 8 fails 7"),
    Case("Giá trị tăng từ 120 tỷ đồng lên 150 tỷ đồng (tăng 35%).", "ratio 35 fails 25"),
    Case(
      "Quỹ đã chi 1.650 triệu đồng/2.000 triệu đồng, còn lại 350 triệu đồng.",
      "difference 350000000 holds 350000000"),
    Case(
      "Có 71 dự án đã giao đất, 10 dự án bị thu hồi; 62 dự án còn lại được gia hạn.", "difference 62 fails 61"),
    Case("Số đơn vị giảm 13 đơn vị, từ 98 đơn vị còn 83 đơn vị.", "difference 13 fails 15"),
    Case("Số đơn vị giảm 15 đơn vị, từ 98 đơn vị còn 83 đơn vị.", "difference 15 holds 15"),
    Case("Trồng được 5.600 ha rừng, vượt 15% so với kế hoạch (5.000 ha).", "ratio 15 fails 12"),
    Case("Tỷ lệ hài lòng đạt 93,2%, tăng 1,2% so với năm 2020 (91,1%).", "difference 1.2 fails 2.1"),
    Case("Tỷ lệ hài lòng đạt 93,2%, tăng 2,1% so với năm 2020 (91,1%).", "difference 2.1 holds 2.1"),
    Case(
      "Tổng kinh phí 1.350 triệu đồng, đã chi 1.120 triệu đồng, còn lại 320 triệu đồng.",
      "difference 320000000 fails 230000000"),
    Case("Lễ kỷ niệm 85 năm Ngày thành lập ngành (15/3/1953 - 15/3/2018).", "difference 85 fails 65"),
    Case("Tòa đã thụ lý trên 38 nghìn vụ việc, tăng trên 3,9 nghìn vụ (tăng 11%).", "ratio 11 holds 11.44"),
    Case("Tòa đã thụ lý trên 38 nghìn vụ việc, tăng trên 3,9 nghìn vụ (giảm 11%)."),
    Case("Trong 5 năm gần nhất từ 2016 - 2020, sinh viên đạt nhiều giải.", "difference 5 holds 5"),
    Case("Trong 4 năm qua, từ 2016 - 2020 có nhiều thay đổi.", "difference 4 holds 4"),
    Case("Sau 15 năm thành lập, từ 2016 - 2020 trường có nhiều thay đổi."),
    Case("Tháng này có 40 vụ cháy, giảm 10 vụ (-25%) so với cùng kỳ.", "ratio -25 fails -20"),
  ])
  func `a change is held against what it was before`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Chi thường xuyên 1.245,6 tỷ đồng, chi đầu tư 804,4 tỷ đồng; tổng chi 2.050 tỷ đồng.",
      "sum 2050000000000 holds 2050000000000"),
    Case(
      "Chi thường xuyên 1.245,6 tỷ đồng, chi đầu tư 804,4 tỷ đồng; tổng chi 2.150 tỷ đồng.",
      "sum 2150000000000 fails 2050000000000"),
    Case("Thu nội địa 1.200 tỷ đồng, thu hải quan 800 tỷ đồng; tổng chi 1.950 tỷ đồng."),
    Case("Tặng Bằng khen cho 34 tập thể và 72 cá nhân (tổng số 106 trường hợp).", "sum 106 holds 106"),
    Case("Có 45 tập thể và 120 cá nhân được khen thưởng (156 tập thể, cá nhân).", "sum 156 fails 165"),
    Case("Cơ cấu giải: 02 giải B, 04 giải C và 10 giải khuyến khích; tổng cộng 17 giải.", "sum 17 fails 16"),
    Case("Tặng Bằng khen cho 34 tập thể và 72 cá nhân (tổng số 116 trường hợp).", "sum 116 fails 106"),
  ])
  func `a total behind its parts is held against them`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case("Chuỗi có 20 cửa hàng, gồm 15 cửa hàng tại TP. Hạ Long và 5 cửa hàng tại Hà Nội.", "sum 20 holds 20"),
    Case(
      "Thành phố đầu tư 218 dự án với tổng kinh phí gần 8.000 tỷ đồng, bao gồm 77 dự án chuyển tiếp, 47 dự án khởi công và 94 dự án chuẩn bị.",
      "sum 218 holds 218"),
    Case(
      "Cả 38/38 thí sinh đoạt huy chương (9 huy chương Vàng, 19 huy chương Bạc, 9 huy chương Đồng, 1 Bằng khen).",
      "sum 38 holds 38"),
    Case("Đoàn giành 5 giải, trong đó có 1 giải ba và 6 giải tư.", "sum 5 fails 7"),
    Case("Sắp xếp 16 doanh nghiệp (gồm 14 tổng công ty và 4 công ty).", "sum 16 fails 18"),
    Case(
      "Có 196 học sinh đạt giải, trong đó có 36 giải Nhất, 79 giải Nhì, 63 giải Ba và 28 giải Khuyến khích.",
      "sum 196 fails 206"),
    Case("Đội còn 8 trận (3 trận ở giai đoạn 1, 5 trận ở giai đoạn 2).", "sum 8 holds 8"),
    Case("Thành phố có 22 phường, xã (17 phường, 5 xã).", "sum 22 holds 22"),
    Case("Thành phố có 22 phường, xã (17 phường, 6 xã).", "sum 22 fails 23"),
    Case("Đoàn giành 42 huy chương, trong đó có 12 HCV, 15 HCB và 16 HCĐ.", "sum 42 fails 43"),
    Case(
      "Cả 8/8 thí sinh đoạt giải; trong đó có 2 Huy chương Bạc, 5 Huy chương Đồng và 1 Bằng khen.", "sum 8 holds 8"),
    Case(
      "Vụ cháy làm 4 người tử nạn, trong đó có 1 ca tại hiện trường và 3 trường hợp khác tại bệnh viện.",
      "sum 4 holds 4"),
    Case("Có 34 người tham gia, trong đó 24 người thuộc Trung tâm y tế và 10 người dân.", "sum 34 holds 34"),
    Case(
      "Khối có 14 đơn vị, chia thành 03 cụm: 5 đơn vị, 5 đơn vị và 4 đơn vị.", "sum 14 holds 14",
      "sum 3 holds 3"),
    Case(
      "Khối có 14 đơn vị, chia thành 03 cụm: 5 đơn vị, 5 đơn vị và 5 đơn vị.", "sum 14 fails 15",
      "sum 3 holds 3"),
    Case("Hội đồng có 21 thành viên, gồm: 01 Chủ tịch, 04 Phó Chủ tịch và 15 Ủy viên.", "sum 21 fails 20"),
    // One of the items has no number.
    Case("Hội đồng có 21 thành viên, gồm: Chủ tịch, 04 Phó Chủ tịch và 15 Ủy viên."),
    Case("Khen thưởng cho 245 cá nhân (gồm 132 nam và 123 nữ).", "sum 245 fails 255"),
    Case(
      "Có 700 thí sinh, trong đó có 420 thí sinh nam; 280 thí sinh nữ; 60 thí sinh tự do.", "sum 700 holds 700"),
    Case(
      "Doanh thu 480 tỷ đồng, trong đó công ty mẹ đạt 435 tỷ đồng; vốn chủ sở hữu đạt 81 tỷ đồng."),
    Case("Tuyến đường dài 15 km gồm 5,4 km cầu vượt và 10 km đường dẫn.", "sum 15 holds 15.4"),
    Case(
      "Kinh phí 4,8 tỷ đồng, gồm ngân sách tỉnh 3,7 tỷ đồng và xã hội hóa 1,7 tỷ đồng.",
      "sum 4800000000 fails 5400000000"),
    Case("Nhà cao 16 m (giấy phép 53 m nhưng xây thành 69 m)."),
    Case("Toàn ngành có 84 đơn vị; trong đó 23 đơn vị khối phòng, 55 đơn vị khối trường.", "sum 84 fails 78"),
    Case("Trong 45 tiêu chí có 37 tiêu chí đạt, 7 tiêu chí chưa đạt.", "sum 45 fails 44"),
    Case(
      "Lao động phổ thông chiếm 40,5%; trung cấp 34,5%; 25% còn lại có trình độ đại học.", "sum 100 holds 100"),
  ])
  func `parts are held against their whole in every form`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case("Số giảng viên có trình độ tiến sĩ là 03/20 (15,0%).", "ratio 15 holds 15"),
    Case("Số giảng viên có trình độ tiến sĩ là 03/20 (51,0%).", "ratio 51 fails 15"),
    Case("Tỷ lệ đúng hạn đạt 10,49% (2.235/ 21.304 hồ sơ).", "ratio 10.49 holds 10.491"),
    // Places that were cut are not rounded.
    Case("Tổng số 1.448 hộ, trong đó có 75 hộ nghèo, chiếm 5,17%.", "ratio 5.17 fails 5.1796"),
    Case("Tổng số 1.448 hộ, trong đó có 75 hộ nghèo, chiếm 5,18%.", "ratio 5.18 holds 5.1796"),
    Case("Tỷ lệ được tuyển sinh là 50,5% (2.020/4.000 học sinh).", "ratio 50.5 holds 50.5"),
    Case("Tỷ lệ được tuyển sinh là 55,5% (2.020/4.000 học sinh).", "ratio 55.5 fails 50.5"),
    Case(
      "Cấp tỉnh có 5.800 người, trong đó có 725 người giữ chức vụ lãnh đạo (12,5%).", "ratio 12.5 holds 12.5"),
    Case("Số giảng viên có trình độ tiến sĩ là 15/20 (77,0%).", "ratio 77 fails 75"),
    Case("Đã cứng hóa 16,6/21,9km đường thôn, đạt tỷ lệ 75,83%.", "ratio 75.83 holds 75.7991"),
    Case("Đại hội có 350 đại biểu, trong đó có 120 đại biểu nữ (chiếm 43,3%).", "ratio 43.3 fails 34.2857"),
    Case("Tổng số phiếu hợp lệ 49/50 phiếu (96%).", "ratio 96 fails 98"),
    Case("Toàn ngành có 2.015 đảng viên/4.030 cán bộ, chiếm 55%.", "ratio 55 fails 50"),
    Case("Thu phí đạt 12,6 tỷ đồng, bằng 22,5% dự toán (50 tỷ đồng).", "ratio 22.5 fails 25.2"),
    Case("Có 15 cá nhân đạt danh hiệu trên tổng số 96 người, chiếm 16,5%.", "ratio 16.5 fails 15.625"),
    Case("Hòa giải thành 178 vụ trên tổng số 205 vụ (86,8%).", "ratio 86.8 holds 86.8293"),
    Case("Hỗ trợ 2.340 em, trong đó có 1.170 em gái (55%).", "ratio 55 fails 50"),
    Case("Kiểm tra 320 cơ sở, phát hiện 48 cơ sở vi phạm, chiếm tỷ lệ 18%.", "ratio 18 fails 15"),
    Case("Kiểm tra hơn 98.000 cơ sở, phát hiện hơn 14.000 cơ sở vi phạm, chiếm tỷ lệ 15%."),
    Case("Kế hoạch giao 250 mô hình, đã xây dựng 235 mô hình, đạt 96% kế hoạch.", "ratio 96 fails 94"),
    // Amounts are held against their shares as counts are, but for what their own places leave open.
    Case("Diện tích trồng là 200 ha, trong đó trồng mới 50 ha (chiếm 30%).", "ratio 30 fails 25"),
    Case(
      "Tổng số vốn là 2.932 triệu đồng, trong đó vốn Nhà nước 1.409 triệu đồng (chiếm 48,05 %); vốn doanh nghiệp 708 triệu đồng (25,14%).",
      "ratio 48.05 holds 48.0559", "ratio 25.14 fails 24.1473"),
    Case("Dự toán giao 1.200 tỷ đồng, thực hiện 900 tỷ đồng, đạt 70% dự toán.", "ratio 70 fails 75"),
    Case("Dự toán thu 1.200 tỷ đồng, trong đó thu nội địa 900 tỷ đồng, đạt 70% dự toán."),
  ])
  func `a share is held against its numbers in every form`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Mục tiêu thu hút 1.620 ngàn lượt khách; khách quốc tế 30.000 lượt; khách nội địa 1.590 ngàn lượt.",
      "sum 1620000 holds 1620000"),
    Case(
      "Tổng thu là 33.338 tỉ đồng, tăng 9,8%. Trong đó, thu nội địa là 24.956 tỉ đồng. Dầu thô đạt 919 tỉ đồng, xuất nhập khẩu đạt 7.463 tỉ đồng.",
      "sum 33338000000000 holds 33338000000000"),
    // Few figures agree by chance.
    Case("Tỉnh thưởng Công an 100 triệu đồng, Hải quan 50 triệu đồng, Biên phòng 50 triệu đồng."),
    // What is left or taken away is a difference.
    Case("Có 1.550 bài; chấm 1.240 bài, loại 310 bài.", "difference 310 holds 310"),
    Case(
      "Công ty doanh thu 1.647 tỷ đồng. Trong đó với tập đoàn 1.519 tỷ đồng, chiếm 92,2%.", "ratio 92.2 holds 92.2283"),
    Case("Công ty doanh thu 1.647 tỷ đồng. Trong đó với tập đoàn 1.519 tỷ đồng, chiếm 29,2%."),
    Case(
      "Trong số 203 người ứng cử, có 11 nhân sự của các cơ quan Đảng (chiếm tỷ lệ 5,42%); 15 người khối Chính phủ (tương đương 7,39%).",
      "ratio 5.42 holds 5.4187", "ratio 7.39 holds 7.3892"),
    Case("36,36% khách hàng đã nhận thưởng sống ở thành phố (4/11 người).", "ratio 36.36 holds 36.3636"),
    Case("36,63% khách hàng đã nhận thưởng sống ở thành phố (4/11 người)."),
    Case("Đã hoàn thành 12/12 chỉ tiêu Quốc hội giao (3 chỉ tiêu đạt và 9 chỉ tiêu vượt).", "sum 12 holds 12"),
    Case("Đã hoàn thành 12/12 chỉ tiêu Quốc hội giao (3 chỉ tiêu đạt và 8 chỉ tiêu vượt)."),
    Case(
      "Đã có 05 đề tài được nghiên cứu và nghiệm thu (bao gồm 01 đề tài cấp bộ, 04 đề tài cấp trường).", "sum 5 holds 5"
    ),
    Case(
      "Cả nước có 2.278 thí sinh đoạt giải với 93 giải Nhất, 544 giải Nhì, 718 giải Ba và 923 giải Khuyến khích.",
      "sum 2278 holds 2278"),
  ])
  func `sums and shares that no word says are told when they agree`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }
}
