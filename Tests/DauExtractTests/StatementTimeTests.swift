import Testing

@testable import DauExtract

/// When aims shall be reached, and what is no result of anything yet.
@Suite struct StatementTimeTests {
  @Test(arguments: [
    // Estimates in a list of aims are aims; of a time gone by they are results.
    (
      """
      Hội nghị đề ra mục tiêu đến năm 2020 khách nội địa ước đạt 1.620 ngàn lượt; khách quốc tế ước đạt 120 ngàn lượt; doanh thu ước \
      đạt 2.100 tỷ đồng.
      """,
      ["target = 1620000 count | 2020", "target = 120000 count | 2020", "target = 2100000000000 VND | 2020"]
    ),
    ("Sáu tháng qua, khách nội địa ước đạt 620 ngàn lượt.", ["indicator 620000 count"]),
    // A demand behind `và` is of what follows it, not of what was reached before.
    (
      "Tỷ lệ bao phủ đã đạt 79% và sẽ phấn đấu đến năm 2030 đạt trên 90%.",
      ["indicator 79 percent", "target > 90 percent | 2030"]
    ),
    ("Trong năm 2030 có 12 xã phấn đấu đạt chuẩn.", ["target = 12 count | 2030"]),
    // By when something shall be done, with nothing behind the day.
    (
      "Phó Thủ tướng yêu cầu các địa phương đẩy nhanh tiến độ chi trả bồi thường, đảm bảo hoàn thành trước ngày 30/6/2017.",
      ["target | 2017-06-30"]
    ),
    ("Đề nghị các đơn vị khẩn trương triển khai, bảo đảm hoàn thành trước 30/6/2017.", ["target | 2017-06-30"]),
    // A `sẽ` with nothing behind it is another word misread: `cấp sở`.
    (
      "Các cơ quan cấp tỉnh đã giảm 08/162 phòng chuyên môn; giảm 06/109 đơn vị sự nghiệp trực thuộc cấp sẽ; giảm 01 chi cục.",
      ["indicator 8 count", "indicator 6 count", "indicator 1 count"]
    ),
    (
      "Triển khai cơ sở dữ liệu về tàu biển để thực hiện đăng ký trực tuyến, hoàn thành trước năm 2030;",
      ["target | 2030"]
    ),
    ("Dự án đã được tỉnh hoàn thành trước năm 2010.", []),
    ("Khai thác cơ sở dữ liệu, bảo đảm đến năm 2035 kết nối với cơ sở dữ liệu quốc gia;", ["target | 2035"]),
    // Of what age somebody is, and how old people shall become.
    ("Chỉ tiêu: tư vấn cho trẻ em từ đủ mười ba tuổi trở lên.", []),
    ("Phấn đấu đến năm 2030 tuổi thọ trung bình đạt trên 75 tuổi.", ["target > 75 year | 2030"]),
    // Ranges.
    (
      "Huyện đề ra mục tiêu đến năm 2025 tốc độ tăng trưởng 8 - 9%/năm, tỷ lệ lao động qua đào tạo đạt 55 - 57%.",
      ["target between 8...9 percent | 2025", "target between 55...57 percent | 2025"]
    ),
    // A date straight behind the demand is that of all that the demand governs.
    (
      "Tỉnh phấn đấu đến hết năm 2018 giảm 2,5% biên chế so với số giao năm 2015; giảm 10% số đơn vị sự nghiệp.",
      ["target = 2.5 percent | 2018", "target = 10 percent | 2018"]
    ),
    (
      "Phấn đấu hết năm 2019 có thêm 08 xã đạt chuẩn, bình quân toàn tỉnh đạt 15,2 tiêu chí/xã.",
      ["target = 8 count | 2019", "target = 15.2 count"]
    ),
    (
      """
      Tại nghị quyết về phát triển kinh tế được Thủ tướng ban hành, mục tiêu trong năm 2018 là giảm 1,7% biên chế công chức so với số \
      giao năm 2015; giảm tối thiểu 2,5% biên chế sự nghiệp so với số giao năm 2015.
      """,
      ["target = 1.7 percent | 2018", "target >= 2.5 percent | 2018"]
    ),
    // An aim that begins its text.
    ("Mục tiêu trong năm 2018 là giảm 1,7% biên chế công chức.", ["target = 1.7 percent | 2018"]),
    // A phase that opens its sentence is a time; one in a name is none.
    ("Giai đoạn 2026 - 2030, tỉnh phấn đấu tăng thêm 10% số trường.", ["target = 10 percent | 2026/2030"]),
    ("Tỉnh phấn đấu trồng 50 ha rừng của đề án giai đoạn 2026 - 2030.", ["target = 50 ha"]),
    (
      "Bước vào mùa du lịch năm 2021, thị xã đã đặt ra mục tiêu đón 3,2 triệu lượt khách; doanh thu đạt 3.360 tỷ đồng.",
      ["target = 3200000 count | 2021", "target = 3360000000000 VND | 2021"]
    ),
    (
      "Quyết tâm hoàn thành thu ngân sách Năm 2017, Tổng cục được giao dự toán thu là 285.000 tỷ đồng.",
      ["target = 285000000000000 VND | 2017"]
    ),
    // A head before a colon.
    (
      """
      Năm 2019, phát huy những kết quả của năm trước, Đại hội đã thông qua các chỉ tiêu kế hoạch kinh doanh trong năm 2019 như sau: \
      Tổng doanh thu 581 tỷ đồng, lợi nhuận đạt 25,5 tỷ đồng.
      """,
      ["target = 581000000000 VND | 2019", "target = 25500000000 VND | 2019"]
    ),
    (
      """
      Ngân hàng dự kiến sẽ đạt được một số chỉ tiêu chính trong năm 2018 như sau: tổng tài sản đạt 150.231 tỷ đồng, tăng 22%; nợ xấu \
      dưới 3%.
      """,
      ["target = 150231000000000 VND | 2018", "target < 3 percent | 2018"]
    ),
    (
      "Kết quả thực hiện các chỉ tiêu trong năm 2018 như sau: tổng tài sản đạt 150.231 tỷ đồng, tăng 22%.",
      ["indicator 150231000000000 VND change=22"]
    ),
    // Deadlines alone.
    ("Phấn đấu đến cuối tháng 6/2021, hãng có thể khai thác đường bay từ Hà Nội.", ["target | 2021-06"]),
    ("Theo Nghị quyết, đến năm 2020 phải hoàn thành đường Vành đai 2.", ["target | 2020"]),
    ("Đến năm 2025, thành phố sẽ hoàn thành đề án lên quận.", ["target | 2025"]),
    ("Để phấn đấu đến năm 2018 đạt chuẩn, xã đã sửa chữa 5 nhà văn hóa.", ["indicator 5 count"]),
    (
      """
      Ưu tiên tập trung nguồn lực lập các quy hoạch; hoàn thành Quy hoạch tổng thể quốc gia trong năm 2022; phấn đấu hoàn thành quy \
      hoạch tỉnh trong năm 2022.
      """,
      ["target | 2022", "target | 2022"]
    ),
    ("Trong tháng 3-2017 sẽ trình Chủ tịch UBND thành phố xem xét đề án.", ["target | 2017-03"]),
    ("Trong tháng 3-2017 đã trình Chủ tịch UBND thành phố xem xét đề án.", []),
    // An aim as a range, and one told as a total.
    (
      "Trong đó có mục tiêu tổng sản phẩm trên địa bàn (GRDP) tăng 8 - 9% so với năm 2018.",
      ["target between 8...9 percent"]
    ),
    ("Chỉ tiêu tuyển dụng tăng 34,9% so với năm 2016.", ["indicator - - change=34.9"]),
    ("Sở phê duyệt kế hoạch thi tuyển với tổng chỉ tiêu tuyển dụng là 560 người.", ["target = 560 count"]),
    ("Mục tiêu mà Bộ đưa ra cho ngành tôm là xuất khẩu đạt 10 tỷ USD.", ["target = 10000000000 USD"]),
    ("Kết quả thực hiện mục tiêu của ngành tôm là xuất khẩu đạt 10 tỷ USD.", ["indicator 10000000000 USD"]),
    (
      "Hội đưa ra mục tiêu đạt 70% trở lên so với dòng họ học tập hiện có, cộng đồng học tập đạt 100%.",
      ["target >= 70 percent", "target = 100 percent"]
    ),
    // Parts of what was promised in the sentence before, and what goes with it.
    (
      "Trong năm 2017 thành phố sẽ triển khai 80 dự án. Trong đó có 50 dự án dùng ngân sách.",
      ["target = 80 count | 2017", "target = 50 count"]
    ),
    (
      "Thành phố đã triển khai 80 dự án. Trong đó có 50 dự án dùng ngân sách.",
      ["indicator 80 count", "indicator 50 count"]
    ),
    ("Cảng sẽ đón 54 chuyến tàu với hơn 113 nghìn du khách và khoảng 45 nghìn thủy thủ.", ["target = 54 count"]),
    // Bounds of what is to be done.
    ("Thanh tra, kiểm tra tối thiểu 30% các đơn vị trực thuộc trong năm 2017.", ["target >= 30 percent | 2017"]),
    ("Tỷ lệ hồ sơ trực tuyến tối thiểu đạt 80%.", ["target >= 80 percent"]),
    ("Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.", ["target >= 80 percent"]),
    ("Giờ trực tiếp trên lớp chiếm tối thiểu 50% định mức.", ["target >= 50 percent"]),
    ("Tỷ lệ hồ sơ trực tuyến đạt trên 80%.", ["indicator 80 percent"]),
    // Days that only say who or what is meant.
    ("Lễ tang được tổ chức đối với người hoạt động cách mạng trước ngày 01/01/1945.", []),
    ("Nhà đất do Nhà nước quản lý trong quá trình thực hiện chính sách cải tạo trước ngày 01/7/1991.", []),
    ("Báo cáo kết quả về Sở Nội vụ trước ngày 20/7/2021.", ["target | 2021-07-20"]),
  ])
  func `aims have their time`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    // A year of the past: the words, a later day or a younger act tell.
    ("Đến năm 2010, tỷ lệ hộ dùng nước sạch đã đạt 75%.", ["indicator 75 percent"]),
    (
      "Thực hiện Nghị định số 12/2013/NĐ-CP, tỉnh đã rà soát. Đến năm 2010, tỷ lệ hộ nghèo đạt 12,5%.",
      ["indicator 12.5 percent"]
    ),
    (
      "Ngày 15/8/2018, tỉnh tổng kết chương trình. Đến năm 2010, tỷ lệ hộ nghèo đạt 12,5%.", ["indicator 12.5 percent"]
    ),
    ("Đến năm 2045, quy mô kinh tế đạt 150 tỷ USD.", ["target = 150000000000 USD | 2045"]),
    // What somebody has in mind.
    ("Báo chí hỏi về chủ trương về giải tỏa, thay thế 4.000 cây xà cừ.", []),
    ("Tỉnh đã phê duyệt chủ trương đầu tư cho 25 dự án.", ["indicator 25 count"]),
    ("Đề án xác định sửa chữa, nâng cấp 700 hồ chứa nước.", []),
    ("Chính phủ đề xuất mua thêm 105 máy bay, gồm 65 máy bay mới.", []),
    ("Tỉnh đã sửa chữa 70 hồ chứa nước.", ["indicator 70 count"]),
    ("Với kế hoạch cả năm đạt 550 tỷ đồng doanh thu, công ty đã hoàn thành 50% chỉ tiêu.", ["indicator - - plan=50"]),
    // Whose, who, among how many.
    ("Nhu cầu vốn của 2 dự án trọng điểm là 29.512 tỷ đồng.", ["indicator 29512000000000 VND"]),
    ("Tỉnh có 2 dự án trọng điểm với vốn là 29.512 tỷ đồng.", ["indicator 2 count", "indicator 29512000000000 VND"]),
    ("Trong 6 tháng đầu năm 2017, 19 chi cục đã kiểm tra gần 23.000 vụ.", ["indicator 23000 count"]),
    ("Trong năm 2017, 19 xã đã trồng 400 ha rừng.", ["indicator 19 count", "indicator 400 ha"]),
    ("Chỉ 5 trong số 28 quốc gia thành viên đóng đủ.", []),
    ("Huyện khó hoàn thành nhiều chỉ tiêu của 7 chương trình đột phá.", []),
    // What stands before or behind a demand and is not demanded.
    ("Cán bộ có trình độ thạc sĩ trở lên chiếm khoảng 58,82% sẽ là nguồn lực bổ sung.", ["indicator 58.82 percent"]),
    ("Học sinh sẽ được bình chọn nếu hội đủ 3 tiêu chí.", []),
    (
      "UBND yêu cầu phường triển khai việc tháo dỡ đối với 11 công trình, báo cáo kết quả trước ngày 31/3/2019.",
      ["target | 2019-03-31"]
    ),
    (
      "Bộ yêu cầu Vụ lập báo cáo tổng thể về 12 dự án báo cáo lãnh đạo trước ngày 10/2/2017.",
      ["target | 2017-02-10"]
    ),
    ("Sở phấn đấu phủ sóng 90% dân số tại 63 tỉnh thành.", ["target = 90 percent"]),
    ("Dịch bệnh đã xảy ra tại 63 tỉnh thành.", ["indicator 63 count"]),
    ("Tỉnh sắp xếp các đơn vị hành chính chưa đạt 100% tiêu chuẩn.", []),
    ("Hội đồng sẽ lấy phiếu đối với 36 người.", ["target = 36 count"]),
    ("Bảo đảm yêu cầu kỹ thuật, 100% số hộ sử dụng điện.", ["indicator 100 percent"]),
    ("Ngân hàng vượt chỉ tiêu là ngân hàng bán lẻ, đạt 83%.", ["indicator 83 percent"]),
    ("Tổng đàn phấn đấu đạt 8 triệu con, vượt trên 1 triệu con so với kế hoạch.", ["target = 8000000 count"]),
    // Comparisons.
    (
      "Thành phố đón được 3.250.000 lượt khách, bằng 65,65%, đạt 57,52% kế hoạch.",
      ["indicator 3250000 count plan=57.52 previous=65.65"]
    ),
    (
      "Tỉnh nhận hồ sơ từ 44 doanh nghiệp và đến nay có 369 hồ sơ.", ["indicator 44 count", "indicator 369 count"]
    ),
    ("Khối kiến thức giảm 2 tín chỉ (từ 14 tín chỉ xuống còn 12 tín chỉ).", ["indicator 12 count"]),
    ("Tuổi trung bình của giảng viên cơ hữu: 38 tuổi.", ["indicator 38 year"]),
    ("Trường có nhiều giảng viên dưới 38 tuổi.", []),
    ("Cả 12/12 chỉ tiêu phát triển kinh tế đều đạt và vượt mục tiêu đề ra.", ["indicator 12 count"]),
    (
      "Lũy kế 9 tháng đầu năm, chỉ tiêu này ở mức 370,4 tỷ đồng, tương đương 88,2% kế hoạch cả năm.",
      ["indicator 370400000000 VND plan=88.2"]
    ),
    ("Huyện tăng chi đầu tư phát triển thêm 7,5%.", ["indicator - - change=7.5"]),
    ("Nếu năm 2017 chỉ có 25 em tham gia thì đến năm 2021 có 80 em.", ["indicator 25 count", "indicator 80 count"]),
  ])
  func `results are told from what is not reached`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }
}
