import Testing

@testable import DauExtract

/// Aims that several sentences list, and what only looks like an aim or a result.
@Suite struct StatementAimTests {
  @Test(arguments: [
    // Aims that a colon, `như` or `là` opens.
    (
      "Năm 2021, hợp tác xã đề ra các chỉ tiêu: Tổng sản lượng đạt trên 1.250 tấn, nộp ngân sách hơn 12 tỷ đồng.",
      ["target > 1250 t | 2021", "target > 12000000000 VND | 2021"]
    ),
    (
      "Ngành đã đưa ra một số chỉ tiêu và giải pháp như: Tăng trưởng tín dụng khoảng 14 - 15%; tỷ lệ nợ xấu dưới 2%.",
      ["target between 14...15 percent", "target < 2 percent"]
    ),
    (
      """
      Các chỉ tiêu chủ yếu đề ra là: Tốc độ tăng trưởng đạt 7,5% trở lên; giá trị xuất khẩu đạt 2,2 tỷ USD; thu ngân sách vượt \
      dự toán giao (6.150 tỷ đồng); có thêm 12 xã đạt chuẩn nông thôn mới; tỷ lệ hộ nghèo giảm 1,2% trở lên.
      """,
      [
        "target >= 7.5 percent", "target = 2200000000 USD", "target = 12 count", "target >= 1.2 percent",
      ]
    ),
    (
      """
      Mục tiêu về chính quyền số của huyện là 100% dịch vụ công trực tuyến toàn trình, từ 90% trở lên hồ sơ công việc cấp huyện và \
      60% trở lên hồ sơ công việc cấp xã được xử lý trên môi trường mạng.
      """,
      ["target = 100 percent", "target >= 90 percent", "target >= 60 percent"]
    ),
    // Aims that are told of, then listed in the sentences behind.
    (
      """
      Tỉnh đề ra 25 chỉ tiêu cho năm sau. Trong đó, đáng chú ý là thu ngân sách 5.400 tỷ đồng; thành lập mới 850 doanh nghiệp. \
      Các chỉ tiêu về xã hội, môi trường: Tỷ lệ trạm y tế có bác sĩ đạt 92%; 9 xã đạt chuẩn nông thôn mới.
      """,
      ["target = 5400000000000 VND", "target = 850 count", "target = 92 percent", "target = 9 count"]
    ),
    (
      "Huyện đề ra 25 chỉ tiêu. Trong đó, đến nay đã có 18 chỉ tiêu đạt và vượt.", ["indicator 18 count"]
    ),
    // The time stands before what shall be done.
    (
      "Ngành phấn đấu từ nay đến hết năm 2019, kết thúc điều tra 28 vụ án, truy tố 24 vụ án.",
      ["target = 28 count | 2019", "target = 24 count | 2019"]
    ),
    ("Tỉnh phấn đấu đến hết năm 2020 - 2021 giảm tối thiểu 10% biên chế.", ["target >= 10 percent | 2020/2021"]),
    (
      "Qua rà soát, trong tháng 8/2017, thành phố sẽ xử lý 63 cây xanh trên đường Tôn Đức Thắng.",
      ["target = 63 count | 2017-08"]
    ),
    // A list goes on over a full stop.
    (
      "Tỉnh phấn đấu đến năm 2025 đón hơn 4,5 triệu lượt khách. Doanh thu từ du lịch đạt 4.800 tỷ đồng.",
      ["target > 4500000 count | 2025", "target = 4800000000000 VND | 2025"]
    ),
    (
      """
      Phấn đấu đến năm 2025 thu nhập bình quân đầu người đạt 75 triệu đồng. Cơ cấu kinh tế chuyển dịch: nông nghiệp 20%, công \
      nghiệp 45%, dịch vụ 35%.
      """,
      [
        "target = 75000000 VND | 2025", "target = 20 percent | 2025", "target = 45 percent | 2025",
        "target = 35 percent | 2025",
      ]
    ),
    (
      "Huyện phấn đấu giảm 3% hộ nghèo. Toàn huyện có 120 thôn; năm 2019 thu ngân sách đạt 95 tỷ đồng.",
      ["target = 3 percent", "indicator 120 count", "indicator 95000000000 VND"]
    ),
    (
      "Xã phấn đấu thu ngân sách 12 tỷ đồng. Sáu tháng qua, thu ngân sách đã đạt 7 tỷ đồng.",
      ["target = 12000000000 VND", "indicator 7000000000 VND"]
    ),
    // Aims reckoned from a year.
    (
      "Năm 2021, tổng công ty đặt mục tiêu giá trị sản xuất tăng 14%, kim ngạch xuất khẩu tăng 11% so với năm 2020.",
      ["target = 14 percent | 2021", "target = 11 percent | 2021"]
    ),
  ])
  func `aims are listed`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    ("Các đại biểu bàn giải pháp để thực hiện cho được mục tiêu tăng trưởng GRDP 6,7%.", ["target = 6.7 percent"]),
    ("Phát biểu cho thấy mục tiêu kim ngạch xuất khẩu tôm đạt 10 tỷ USD còn xa.", ["target = 10000000000 USD"]),
    ("Kết quả thực hiện mục tiêu giảm nghèo đạt 2,5%.", ["indicator 2.5 percent"]),
    (
      """
      Chương trình đặt ra một trong các mục tiêu quan trọng là bảo đảm sự hài lòng của cá nhân, tổ chức đối với cơ quan hành \
      chính đạt mức trên 80% vào năm 2020.
      """,
      ["target > 80 percent | 2020"]
    ),
    (
      "Tỉnh nêu rõ quyết tâm đạt kim ngạch xuất khẩu 2 tỷ USD vào năm 2025.", ["target = 2000000000 USD | 2025"]
    ),
    ("Tỷ lệ cán bộ nữ trong cấp ủy phải đạt 20%.", ["target = 20 percent"]),
    (
      "Chủ tịch tỉnh đã yêu cầu đến cuối năm 2026 phải hoàn thành kiểm định chất lượng 474 chung cư cũ.",
      ["target = 474 count | 2026"]
    ),
    ("Tỉnh sẽ đào tạo 120 giáo viên và 30 cán bộ quản lý.", ["target = 120 count", "target = 30 count"]),
    ("Tháng 3/2027 sẽ đấu giá 40 thửa đất.", ["target = 40 count | 2027-03"]),
    ("Kỳ họp sẽ cho ý kiến 54 báo cáo, đánh giá tình hình ngân sách của thành phố năm 2018.", ["target = 54 count"]),
    ("Công trình dự kiến hoàn thành vào cuối năm 2028.", ["target | 2028"]),
    ("Theo kế hoạch, tuyến đường khởi công trong năm 2027.", ["target | 2027"]),
    ("Hoàn thành báo cáo và gửi về Bộ Nội vụ chậm nhất ngày 4/2/2027.", ["target | 2027-02-04"]),
    (
      "Khối chính quyền sẽ giảm 704 hợp đồng, tinh giản biên chế 115 cán bộ, phấn đấu đến năm 2027 giảm tối thiểu 10% biên chế.",
      ["target = 704 count", "target = 115 count", "target >= 10 percent | 2027"]
    ),
    (
      "Tỉnh đã giao Sở Nội vụ chủ trì rà soát, rút ngắn 20% thời gian giải quyết thủ tục.", ["target = 20 percent"]
    ),
    ("Sở tham mưu các giải pháp để GRDP của thành phố tăng trưởng trên 10%.", ["target > 10 percent"]),
    ("Doanh thu của khu du lịch tối thiểu phải đạt 10 tỷ đồng.", ["target >= 10000000000 VND"]),
    (
      "Phấn đấu hoàn thành các công trình văn hoá cấp xã, phường, thị trấn vào năm 2027.", ["target | 2027"]
    ),
    ("Hội đồng sẽ lấy phiếu đối với 36 người (8 người khối Hội đồng, 28 người khối Ủy ban).", ["target = 36 count"]),
    (
      "Đại hội kiên định mục tiêu tăng trưởng GRDP năm 2027 là 6,7%.", ["target = 6.7 percent | 2027"]
    ),
    ("GRDP 6 tháng cuối năm phải tăng ít nhất 7,4%.", ["target >= 7.4 percent"]),
    (
      "Đến năm 2045, quy mô GRDP đạt 150 tỷ USD; GRDP bình quân đầu người đạt 23.000 USD.",
      ["target = 150000000000 USD | 2045", "target = 23000 USD | 2045"]
    ),
    (
      "Quận phấn đấu tỷ lệ hồ sơ trực tuyến tăng 3%; số thủ tục cung cấp ở mức độ 3, 4 tăng 5% so với năm 2020.",
      ["target = 3 percent", "target = 5 percent"]
    ),
    (
      "Khối đoàn thể dự kiến đến năm 2027 giảm 69 biên chế.", ["target = 69 count | 2027"]
    ),
    (
      "Với dự toán thu ngân sách được giao là gần 348.000 tỷ đồng, thành phố cần nỗ lực lớn.",
      ["target < 348000000000000 VND"]
    ),
    // Plans that are told.
    ("Kế hoạch thu ngân sách cả năm là 2.500 tỷ đồng.", ["target = 2500000000000 VND"]),
    (
      "Theo kế hoạch, đến năm 2027 toàn tỉnh có 120 xã đạt chuẩn; 8 huyện hoàn thành.",
      ["target = 120 count | 2027", "target = 8 count | 2027"]
    ),
    (
      "Theo Quy hoạch, đến năm 2020 toàn tỉnh có 8 khu công nghiệp với diện tích 1.500 ha.",
      ["target = 8 count | 2020", "target = 1500 ha | 2020"]
    ),
    ("Theo Nghị quyết của Hội đồng nhân dân, huyện có 12 xã.", ["indicator 12 count"]),
    (
      "Nghị quyết đề ra đến năm 2025 có 70% số xã đạt chuẩn. Thu nhập bình quân đạt 65 triệu đồng/người.",
      ["target = 70 percent | 2025", "target = 65000000 VND | 2025"]
    ),
    (
      "Đề án đặt ra yêu cầu đến năm 2025, 80% cán bộ xã có trình độ đại học.", ["target = 80 percent | 2025"]
    ),
    (
      "Tỉnh sẽ đầu tư 3 dự án giao thông, bao gồm 2 tuyến đường tỉnh và 1 cầu.",
      ["target = 3 count", "target = 2 count", "target = 1 count"]
    ),
    (
      "Huyện sẽ xây dựng 5 trường học; sửa chữa 12 nhà văn hóa.", ["target = 5 count", "target = 12 count"]
    ),
    ("Thành phố chỉ đạo các quận giải ngân tối thiểu 80% kế hoạch vốn.", ["target >= 80 percent"]),
    (
      "Tỉnh cam kết giải ngân 100% số vốn được giao trước 31/01/2027.", ["target = 100 percent | 2027-01-31"]
    ),
    ("Tập trung xử lý dứt điểm 15 vụ việc tồn đọng trong năm 2027.", ["target = 15 count | 2027"]),
    ("Chương trình hướng tới 90% người dân được quản lý sức khỏe.", ["target = 90 percent"]),
    ("Chủ trương đưa tỷ lệ kiểm tra chuyên ngành từ 30% xuống còn 15% đến năm 2020.", ["target = 15 percent | 2020"]),
    ("Thành phố yêu cầu 100% các xã, phường phải có kế hoạch phòng dịch.", ["target = 100 percent"]),
    ("Các cục đề ra kế hoạch 100% vướng mắc được giải quyết kịp thời.", ["target = 100 percent"]),
    (
      "Theo Vụ Kế hoạch, dự án được phê duyệt năm 2005 với tổng mức đầu tư 17.000 tỷ đồng.",
      ["indicator 17000000000000 VND"]
    ),
    (
      "Theo dự án, đến năm 2020, toàn huyện di thực được 6 ha sâm và trồng rừng đạt 60 ha.",
      ["target = 6 ha | 2020", "target = 60 ha | 2020"]
    ),
    (
      "Huyện triển khai dự án tại 20 xã với mục tiêu mỗi năm trồng mới từ 500 ha quế trở lên.",
      ["indicator 20 count", "target >= 500 ha"]
    ),
    ("Doanh nghiệp tham gia sẽ được đánh giá theo 7 tiêu chí.", []),
    ("Dự án đã giải ngân ít nhất 6.000 tỷ đồng trong 3 năm sẽ được giảm 50% tiền sử dụng đất.", []),
    ("Năm nay tỉnh dự kiến xây dựng khoảng 700 nhà cho hộ nghèo.", ["target = 700 count"]),
    (
      "Tỉnh giao dự toán thu các khoản phí là 300 tỷ đồng, bằng 47% so với năm 2014.", ["target = 300000000000 VND"]
    ),
    (
      "Để ngăn chặn chất cấm, trong năm 2027, thanh tra sẽ kiểm tra đột xuất 50% doanh nghiệp vi phạm.",
      ["target = 50 percent | 2027"]
    ),
    ("Theo kế hoạch đến năm 2025 sẽ có hơn 45.000 nhà ở xã hội.", ["target > 45000 count | 2025"]),
    (
      "Tập trung triển khai nhiệm vụ trọng tâm năm 2026: Giữ vững đà tăng trưởng, thu ngân sách tăng ít nhất 10% so với 2025.",
      ["target >= 10 percent"]
    ),
    // Times alone.
    ("Trạm biến áp dự kiến đóng điện trong tháng 3/2029.", ["target | 2029-03"]),
    ("Sân bay dự kiến hoàn thành tháng 3/2029.", ["target | 2029-03"]),
    ("Dự kiến đến tháng 7/2027 sẽ hoàn thành giải ngân hết số vốn đã bố trí.", ["target | 2027-07"]),
    ("Các doanh nghiệp sẽ phải hoàn tất việc này trước ngày 24/4/2027.", ["target | 2027-04-24"]),
    ("Việc này giúp dự án hoàn thành vào cuối năm 2027 như dự kiến.", ["target | 2027"]),
    ("Sở Xây dựng hoàn thành đồ án quy hoạch trong quý II/2027.", ["target | 2027-34"]),
    ("Sở Xây dựng đã hoàn thành đồ án quy hoạch trong quý II/2027.", []),
    ("Dự kiến hội nghị được tổ chức trong quý III/2027.", ["target | 2027-35"]),
    ("Sở sẽ trình UBND tỉnh phê duyệt đề án vào cuối năm 2027.", ["target | 2027"]),
    ("UBND tỉnh giao Sở Tài chính trình phương án cuối năm 2027.", ["target | 2027"]),
    // What is denied, or only told.
    (
      "Chỉ tiêu tuyển dụng năm nay tăng 34,9% so với năm 2016.", ["indicator - - change=34.9"]
    ),
    ("Thiếu vốn, tuyến đường khó hoàn thành vào năm 2027.", []),
    ("Với tình hình này, giải ngân sẽ không đạt 100%.", []),
    (
      "Để phấn đấu đến năm 2018 đạt chuẩn, năm 2016 xã được cấp 1 tỷ đồng để sửa chữa 5 nhà văn hoá.",
      ["indicator 1000000000 VND", "indicator 5 count"]
    ),
    ("Tỷ lệ giải ngân còn thấp so với yêu cầu (kế hoạch 95%).", []),
    // What a bound only describes.
    ("Hơn 100 bức ảnh sẽ đưa người xem trở lại năm 1948.", []),
    ("Cuốn sách có tỷ lệ trên 50% số thành viên lựa chọn sẽ được đưa vào danh mục.", []),
    ("Trên 90% hồ sơ sẽ được giải quyết trực tuyến.", ["target > 90 percent"]),
  ])
  func `a demand is known by its words`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    // Norms, grants and owners.
    "Mỗi huyện có thể được trang bị 4 xe chuyên dùng.",
    "Giảm 30% tiền sử dụng đất đối với dự án ở địa bàn khó khăn.",
    """
    Giảm 50% TSDĐ đối với dự án thuộc địa bàn khó khăn; hoặc có vốn từ 6.000 tỷ đồng trở lên, đã giải ngân ít nhất 6.000 tỷ \
    đồng trong 3 năm.
    """,
    "Tỉnh có văn bản đề nghị Bộ miễn giảm 50% phí qua trạm.",
    "b) Tổng tài sản của nhóm doanh nghiệp đạt 3.000 tỷ đồng trở lên trong năm tài chính liền kề;",
    "b) Đã chủ trì thực hiện ít nhất 03 dự án cấp tỉnh;",
    "a) Hoàn thành dưới 85% chỉ tiêu được giao;",
    "Công ty do Nhà nước nắm giữ 100% vốn điều lệ.",
    "Mức 30% áp dụng đối với công chức làm việc trong tổ chức cơ yếu.",
    // What a paper is about.
    "Các vụ lập báo cáo tổng thể về 12 dự án chậm tiến độ.",
    // Who takes part.
    "Lễ ký kết giữa tỉnh và 4 cơ quan báo chí diễn ra tại hội trường.",
    "Sau 13 tỉnh giai đoạn 1, việc chuyển đổi được làm tiếp.",
  ])
  func `numbers of norms report nothing`(_ text: String) {
    #expect(statementSummaries(of: text).isEmpty)
  }

  @Test(arguments: [
    // A growth is a change where something is compared.
    ("Doanh thu đạt 870 tỷ đồng, tăng trưởng 27% so với năm trước.", ["indicator 870000000000 VND change=27"]),
    ("Kinh tế của tỉnh tăng trưởng 8,1% so với năm 2016.", ["indicator - - change=8.1"]),
    ("Tốc độ tăng trưởng 8,1% so với năm 2016.", ["indicator 8.1 percent"]),
    // What a share is of, told once.
    (
      "Thu ngân sách đạt 1.250 tỷ đồng, bằng 95,4% dự toán; thu nội địa 900 tỷ đồng, bằng 97,1%; thu khác 350 tỷ đồng, bằng 91,2%.",
      [
        "indicator 1250000000000 VND plan=95.4", "indicator 900000000000 VND plan=97.1",
        "indicator 350000000000 VND plan=91.2",
      ]
    ),
    (
      "Cụ thể, so với cùng kỳ năm 2015, diện tích nuôi đạt 694 ha, bằng 100,1%; sản lượng đạt 6.570 tấn, bằng 109,5%.",
      ["indicator 694 ha previous=100.1", "indicator 6570 t previous=109.5"]
    ),
    (
      "Có 1.200 hồ sơ, đã giải quyết 1.080 hồ sơ, bằng 90%.",
      [
        "indicator 1200 count", "indicator 1080 count", "indicator 90 percent",
      ]
    ),
    ("So với năm 2015, doanh thu tăng trưởng 92,7%.", ["indicator - - change=92.7"]),
    // What stands behind `nâng cao` did not rise.
    (
      "Toàn tỉnh có 95 xã đạt chuẩn (tăng 9 xã so với năm 2022), 22 xã nâng cao và 05 xã kiểu mẫu.",
      ["indicator 95 count", "indicator 22 count", "indicator 5 count"]
    ),
    // No share of a plan.
    ("Đến cuối năm có 21% số vốn kế hoạch năm chưa được giải ngân.", ["indicator 21 percent"]),
    ("100% cơ quan ban hành kế hoạch cải cách hành chính.", ["indicator 100 percent"]),
    ("Giải ngân đạt 95% tổng số vốn kế hoạch.", ["indicator - - plan=95"]),
    // Plans beside what met them.
    (
      "Công ty đạt doanh thu 3.260 tỷ đồng và hoàn thành kế hoạch năm (3.246 tỷ đồng).",
      ["indicator 3260000000000 VND"]
    ),
    ("GRDP tăng 7,36% so với năm 2016 (vượt mục tiêu Nghị quyết 0,36%).", ["indicator - - change=7.36"]),
  ])
  func `comparisons are told once for several`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }
}
