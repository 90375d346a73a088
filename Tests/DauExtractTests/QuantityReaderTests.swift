import Testing

@testable import DauExtract

@Suite struct QuantityReaderTests {
  @Test(arguments: [
    // A scale does not stand on the next line as the first word of a sentence.
    Case("Số người học (người): 644\nTỷ số người học trên giảng viên"),
    Case("Tổng số hồ sơ tiếp nhận: 644\nTriệu tập 12 người", "644 = 644 hồ sơ", "12 người = 12 người"),
    Case("thu 5.027,5\ntỷ đồng", "5.027,5 tỷ đồng = 5027500000000 VND"),
    Case("thu 5.027,5 tỷ đồng", "5.027,5 tỷ đồng = 5027500000000 VND"),
    Case("xuất khẩu 2.430 triệu USD", "2.430 triệu USD = 2430000000 USD"),
    Case("đón 7,5 nghìn lượt khách", "7,5 nghìn lượt khách = 7500 lượt khách"),
    Case(
      "trồng 3.750 ha rừng, 880m² đất, 6.189 m³ đá, 12,5 km đường", "3.750 ha = 3750 ha", "880m² = 880 m2",
      "6.189 m³ = 6189 m3", "12,5 km đường = 12.5 km"),
    Case("266 tấn xi măng", "266 tấn = 266 t"),
    // The scale stands behind the number said again.
    Case("không quá 05 (năm) triệu đồng", "không quá 05 (năm) triệu đồng = 5000000 VND at_most"),
    Case("kinh phí 2 (hai) tỷ 500 triệu đồng", "2 (hai) tỷ 500 triệu đồng = 2500000000 VND"),
    Case("thời hạn 05 (năm) ngày; 12 (mười hai) hồ sơ", "05 (năm) ngày = 5 day", "12 (mười hai) hồ sơ = 12 hồ sơ"),
    // Who is counted before a scale; a year that no length of time is.
    Case(
      "tổng hành khách đạt 81 triệu, doanh thu đạt 81 triệu", "81 triệu = 81000000 hành khách",
      "81 triệu = 81000000 VND"),
    Case("đăng ký ở nguyện vọng 1 năm 2021; trong 1 năm qua", "1 năm = 1 year"),
    Case("Tổng số hồ sơ tiếp nhận: 717.", "717 = 717 hồ sơ"),
    Case("Số hồ sơ đang xử lý là 717 (chiếm 2%).", "717 = 717 hồ sơ", "2% = 2 percent"),
    Case("Tổng số cán bộ là 24, số lượng học viên: 30", "24 = 24 cán bộ", "30 = 30 học viên"),
    // Measures without a unit, alone, as a range and as the quotient of a fraction.
    Case("Mức độ hài lòng đạt 3,95 theo thang đo; hệ số tăng lên 2,34.", "3,95 = 3.95 count", "2,34 = 2.34 count"),
    Case("điểm trung bình từ 3,84 đến 4,37, bản 3,4", "từ 3,84 đến 4,37 = 3.84..4.37 count"),
    Case("Mức độ hài lòng đạt 4,00 (năm 2020), bản 4,00", "4,00 = 4 count"),
    Case("đạt 3,95 điểm; đạt 4.0; đến 3,95", "3,95 điểm = 3.95 điểm"),
    Case("Tỷ số bài báo trên giảng viên: 56/16 (3,50)", "56/16 = 56 of 16 count", "3,50 = 3.5 count"),
    Case("Tỷ số bài báo trên giảng viên: 69,75/20 (3,49)", "69,75/20 = 69.75 of 20 count", "3,49 = 3.49 count"),
    Case("Tỷ số bài báo trên giảng viên: 69,75/20 (3,4)"),
    Case("có lượng người đọc lên tới 2.000, số hộ lên đến 45.", "2.000 = 2000 người", "45 = 45 hộ"),
    Case("đội tuyển U 23 châu Á gặp nhóm A 12 người", "12 người = 12 người"),
    Case("Dãy phòng trên tầng 2 nhà T; 05 tầng", "05 tầng = 5 tầng"),
    // Nouns that begin with a word that elsewhere counts nothing, or that are verbs as well.
    Case(
      "trưng bày 4.000 hiện vật, ban hành 12 quy định và 5 thông tư", "4.000 hiện vật = 4000 hiện vật",
      "12 quy định = 12 quy định", "5 thông tư = 5 thông tư"),
    Case("Nghị định 98 quy định chi tiết; nghị quyết 42 quy định; Phòng 2 quy định; ngày 12 quy định"),
    Case("khai hội ngày mùng 10 âm lịch"),
    Case("kỳ họp ngày 6-12 vừa qua"),
    Case("Số quyết định là 12, số phòng: 12, số điểm là 8,5; mã số hồ sơ: 301; hồ sơ số: 15"),
    Case("Số hồ sơ là 12/QĐ-UBND"),
    Case("được bầu với số phiếu 51/52, đạt tỷ lệ 98,1%", "51/52 = 51 of 52 phiếu", "98,1% = 98.1 percent"),
    Case("với số phiếu bầu tuyệt đối 102/102.", "102/102 = 102 of 102 phiếu"),
    Case("kiểm phiếu ngày 5/12, phiếu số 5/12"),
    // A share that is spoken; what stands before a bound is no part of one.
    Case("đạt 15 trên 19 tiêu chí", "15 trên 19 tiêu chí = 15 of 19 tiêu chí"),
    Case(
      "công khai đã có 68 trên tổng số 149 đơn vị nộp thuế", "68 trên tổng số 149 đơn vị = 68 of 149 đơn vị"),
    Case("xếp thứ 5 trên 63 tỉnh", "thứ 5 trên 63 tỉnh = 5 of 63 rank"),
    Case("Năm 2019 trên 90 xã, trong quý 3 trên 40 xã", "trên 90 xã = 90 xã over", "trên 40 xã = 40 xã over"),
    Case("Tổ 3 trên 50 hộ, 20 hộ trên 50 hộ", "trên 50 hộ = 50 hộ over", "20 hộ = 20 hộ", "trên 50 hộ = 50 hộ over"),
    // What is sent, and an article.
    Case("Quân khu điều 4 tiểu đoàn đến giúp dân; điều 4 quy định, điều 5 nghị định", "4 tiểu đoàn = 4 tiểu đoàn"),
    Case("giảm từ 350 xuống còn 210 đơn vị", "350 = 350 đơn vị", "210 đơn vị = 210 đơn vị"),
    Case("so với giai đoạn 5 năm trước đó; giai đoạn 2 năm 2019", "5 năm = 5 year"),
    Case("tranh ở bảy thể loại", "bảy thể loại = 7 thể loại"),
    Case(
      "tặng Huân chương hạng 3, 2 Huân chương chiến công", "2 Huân chương = 2 huân chương"),
    Case("lập bản đồ tỷ lệ 1:25.000 phần đất liền; bản đồ tỷ lệ 1: 2000 phần đô thị"),
    Case("186,5 triệu HK/Km", "186,5 triệu HK/Km = 186500000 passenger.km"),
    Case("tăng 1,2 điểm phần trăm", "1,2 điểm phần trăm = 1.2 point"),
    Case("đạt 2 tỷ 500 triệu đồng", "2 tỷ 500 triệu đồng = 2500000000 VND"),
    Case("thu nhập 55 triệu đồng/người/năm", "55 triệu đồng/người/năm = 55000000 VND"),
    Case(
      "kỷ niệm 110 năm, 60 ngày đêm, 20 (hai mươi) ngày làm việc", "110 năm = 110 year", "60 ngày đêm = 60 day",
      "20 (hai mươi) ngày làm việc = 20 day"),
    Case("tặng 03 Phó Chủ tịch và 244 đồng chí", "03 Phó Chủ tịch = 3 phó chủ tịch", "244 đồng chí = 244 đồng chí"),
    Case("giảm 2 vụ (-6,5%)", "2 vụ = 2 vụ", "-6,5% = -6.5 percent"),
    Case("thu 1,234,567 đồng", "1,234,567 đồng = 1234567 VND"),
    Case("có 1,000 người dự, đạt 1,125 điểm", "1,000 người = 1000 người", "1,125 điểm = 1.125 điểm"),
    Case("mật độ 94 người/km2", "94 người/km2 = 94 người/km2"),
    Case("hiến 124.500 m? đất", "124.500 m? = 124500 m2"),
    Case("giải ngân 145,2/160,5 tỷ đồng", "145,2/160,5 tỷ đồng = 145200000000 of 160500000000 VND"),
    Case("thưởng 500.000 đồng (Năm trăm nghìn đồng)", "500.000 đồng = 500000 VND"),
    Case(
      "thưởng 147.510.000 đồng (Một trăm bốn mươi bảy triệu, năm trăm mười nghìn đồng)",
      "147.510.000 đồng = 147510000 VND"),
    Case("ngân sách cấp trên 35 tỷ đồng", "35 tỷ đồng = 35000000000 VND"),
    Case("vận động quỹ được 4,6/4,2 tỷ đồng", "4,6/4,2 tỷ đồng = 4600000000 of 4200000000 VND"),
    Case("bổ nhiệm 01 Trưởng Khoa và 02 Trưởng bộ môn", "01 Trưởng Khoa = 1 trưởng khoa", "02 Trưởng = 2 trưởng"),
    Case("bắt 118 vụ/164 đối tượng", "118 vụ = 118 vụ", "164 đối tượng = 164 đối tượng"),
    Case("trong nhóm 20 tỉnh dẫn đầu", "20 tỉnh = 20 tỉnh"),
    Case("dân tộc thiểu số 620 học sinh", "620 học sinh = 620 học sinh"),
    Case("cấp Trung ương 72 hộ, cấp tỉnh 940 hộ", "72 hộ = 72 hộ", "940 hộ = 940 hộ"),
    Case(
      "có 1 234 567 người, thu 1 234,5 tỷ đồng", "1 234 567 người = 1234567 người",
      "1 234,5 tỷ đồng = 1234500000000 VND"),
    Case("Năm 2019 300 người", "300 người = 300 người"),
    Case("Tổ 5 300 người", "300 người = 300 người"),
    Case("tặng ......5 suất quà", "5 suất quà = 5 suất quà"),
    Case("họp trong 2 giờ 30 phút", "2 giờ 30 phút = 150 phút"),
    // A capital I or a small l before digits was a 1.
    Case("còn I06 hồ sơ, bố trí I.420 tỷ đồng", "I06 hồ sơ = 106 hồ sơ", "I.420 tỷ đồng = 1420000000000 VND"),
  ])
  func `reads numbers with what they count or measure`(_ example: Case) {
    #expect(readings(of: example.text, .quantity) == example.expected)
  }

  @Test(arguments: [
    Case("hai mươi tư xã", "hai mươi tư xã = 24 xã"),
    Case("hai mốt xã, một trăm ba lăm hộ", "hai mốt xã = 21 xã", "một trăm ba lăm hộ = 135 hộ"),
    Case("khoảng một phần ba số hộ", "khoảng một phần ba số hộ = 1 of 3 hộ about"),
    Case("một trăm linh năm hộ", "một trăm linh năm hộ = 105 hộ"),
    Case("một nghìn không trăm lẻ một người", "một nghìn không trăm lẻ một người = 1001 người"),
    Case("ba triệu rưỡi đồng", "ba triệu rưỡi đồng = 3500000 VND"),
    Case("bẩy mươi mốt cá nhân", "bẩy mươi mốt cá nhân = 71 cá nhân"),
    Case("hai vạn cây", "hai vạn cây = 20000 cây"),
    Case("trong mười lăm (15) ngày", "mười lăm (15) ngày = 15 day"),
    Case("Ba cán bộ còn lại được khen", "Ba cán bộ = 3 cán bộ"),
    Case("có hai tập thể và ba cá nhân", "hai tập thể = 2 tập thể", "ba cá nhân = 3 cá nhân"),
  ])
  func `reads numbers written out`(_ example: Case) {
    #expect(readings(of: example.text, .quantity) == example.expected)
  }

  @Test(arguments: [
    Case("trên 99% hồ sơ", "trên 99% = 99 percent over"),
    Case("gần 5 tỷ đồng", "gần 5 tỷ đồng = 5000000000 VND under"),
    Case("ước đạt 590 tỷ đồng", "ước đạt 590 tỷ đồng = 590000000000 VND about"),
    Case("tối thiểu 30% số xã", "tối thiểu 30% = 30 percent at_least"),
    Case("không quá 05 ngày", "không quá 05 ngày = 5 day at_most"),
    Case("giảm từ 5% trở lên", "từ 5% trở lên = 5 percent at_least"),
    Case("cao hơn 5% so với năm trước", "5% = 5 percent"),
    Case("đạt 90 - 95% dự toán", "90 - 95% = 90..95 percent"),
    Case("từ 5 đến 7 triệu đồng", "từ 5 đến 7 triệu đồng = 5000000..7000000 VND"),
    Case("từ 10 triệu đồng đến 20 triệu đồng", "từ 10 triệu đồng đến 20 triệu đồng = 10000000..20000000 VND"),
    Case("dài <= 10 km, rộng >= 20 m", "<= 10 km = 10 km at_most", ">= 20 m = 20 m at_least"),
    Case(
      "chiếm 3/4 dân số, ít nhất 2/3 tổng số thành viên", "3/4 dân số = 3 of 4 dân số",
      "ít nhất 2/3 tổng số thành viên = 2 of 3 thành viên at_least"),
    Case("giảm 08/162 phòng chuyên môn", "08/162 phòng chuyên môn = 8 of 162 phòng chuyên môn"),
    Case("xếp thứ 53/63 tỉnh, thành phố", "thứ 53/63 tỉnh, thành phố = 53 of 63 rank"),
    Case("chỉ số PCI xếp hạng 48/63.", "xếp hạng 48/63 = 48 of 63 rank"),
    Case("thu không thấp hơn 3.100 tỷ đồng", "không thấp hơn 3.100 tỷ đồng = 3100000000000 VND at_least"),
    Case("chi không vượt quá 80 triệu đồng", "không vượt quá 80 triệu đồng = 80000000 VND at_most"),
    Case("kết nạp từ 650 đảng viên mới trở lên", "từ 650 đảng viên mới trở lên = 650 đảng viên at_least"),
  ])
  func `reads bounds, ranges and shares`(_ example: Case) {
    #expect(readings(of: example.text, .quantity) == example.expected)
  }

  @Test(arguments: [
    Case("giảm190 đơn vị so với năm 2011", "190 đơn vị = 190 đơn vị"),
    Case("gọi số A190 đơn vị"),
    Case("dung tích từ 1.500 cm3 trở lên", "từ 1.500 cm3 trở lên = 0.0015 m3 at_least"),
    Case("phục vụ 5.900.000 ngày khách", "5.900.000 ngày khách = 5900000 ngày khách"),
    Case("có 2.235/ 21.304 hồ sơ", "2.235/ 21.304 hồ sơ = 2235 of 21304 hồ sơ"),
    Case("có trình độ tiến sĩ là 17/238 (chiếm 7,14%)", "17/238 = 17 of 238 count", "7,14% = 7.14 percent"),
    Case("họp ngày 17/6 (thứ hai)"),
    Case("sáng 15/6 Bộ trưởng đến thăm"),
    Case("có 15/26 bộ trưởng dự họp", "15/26 bộ trưởng = 15 of 26 bộ trưởng"),
    Case("nâng cấp đường tỉnh 235 đoạn qua huyện"),
    Case("làm đường tỉnh 12 km", "12 km = 12 km"),
    Case("dự án đường vành đai 2 đoạn Nhật Tân"),
    Case("Cuộc thi Tuổi trẻ sáng tạo 2016 đã khai mạc"),
  ])
  func `joined, parted and numbered figures are told apart`(_ example: Case) {
    #expect(readings(of: example.text, .quantity) == example.expected)
  }

  @Test(arguments: [
    "Có 12 34 567 hồ sơ.",
    "1. Mục đích", "Quốc lộ 1A đi qua", "lần thứ 9 Ủy ban họp", "dịch vụ công mức độ 3, 4 được dùng",
    "bệnh viện giai đoạn 1",
    "cơ chế một cửa", "chương trình “Mỗi xã một sản phẩm”", "Lúc 7 giờ 30 phút sáng", "gọi 0205.3812.345",
    "gọi 0912 345 678",
    "theo Điều 5 Quyết định này", "số 12 đường Hùng Vương", "tổ 5 phường Tam Thanh", "dịch Covid-19",
    "năm 2019 tỉnh đã làm", "đất nhóm 2 xã Hòa Bình", "công văn số 620 của tỉnh",
    "ngày 15/6/2018 xảy ra", "phiên bản 1.2.3", "tỷ lệ 1/500 bản đồ",
    "tỷ lệ 1:50.000 phần đất liền", "“Ba đồng hành, Năm hỗ trợ”", "thứ hai, thứ ba",
    "một số xã",
    "mã số thuế 4900123456 của công ty", "“5 không, 3 sạch”", "UBND Q. 1 gặp riêng ông", "thi quốc gia 2019 tỉnh ta",
    "Quyết định số 651/QĐ-UBND", "Kết luận 54 chắc chắn đúng", "địa chỉ 14 Phú Châu", "trực 24/24 giờ",
    "báo cáo trước ngày 20 tháng cuối quý", "bắn pháo hoa từ 0 giờ đến 0 giờ 15 ngày 01/01",
    "trụ sở tại 79 Hồ Tùng Mậu", "báo cáo chậm nhất ngày 20 hằng tháng", "trên tàu Hạ Long 25 mang biển",
    "cấp Trung ương 4 họp", "1..5 người", "tăng ,5%", "tăng 1,,5%", "có hai ba người", "gọi 84 912 345 678",
    "bước sang một phần mới",
  ])
  func `what is no quantity is left alone`(_ text: String) {
    #expect(readings(of: text, .quantity).isEmpty)
  }

  @Test func `the cells of a table are no quantities`() {
    #expect(readings(of: "Cờ thi đua\t29\t14\t3 xã\nBằng khen\t10\t11\t12 xã", .quantity).isEmpty)
  }

  @Test func `a number and its noun may stand on two lines`() {
    #expect(readings(of: "trao 35\ngiải cá nhân cho người thắng", .quantity) == ["35 giải cá nhân = 35 giải cá nhân"])
  }

  @Test(arguments: [
    ("thu 1,234,567.89 đồng", true), ("có 12,537 hồ sơ", true), ("tăng 7.5%", true), ("đạt 1,5 - 2.5 triệu đồng", true),
    ("thu 1.234.567,89 đồng", false), ("có 12.537 hồ sơ", false), ("tăng 7,5%", false), ("có 1 234 567 người", false),
  ])
  func `marks that stand the other way round are flagged`(text: String, isReversed: Bool) {
    let issues = extraction(of: text).records.compactMap { record -> QuantityIssue?? in
      if case .quantity(let fact) = record.fact { fact.issue } else { nil }
    }
    #expect(issues == [isReversed ? .reversed : nil])
  }
}
