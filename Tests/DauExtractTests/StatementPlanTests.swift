import Testing

@testable import DauExtract

/// Plans, promises and norms in sentences that stand alone: as they were met, or after their forms.
@Suite struct StatementPlanTests {
  @Test(
    arguments: [
      (
        "Nghị định quy định rõ số lượng Phó Giám đốc sở ở các tỉnh thành không quá 3 người.",
        ["target <= 3 count"]
      ),
      (
        """
        Luật quy định: “Mức dư nợ từ nguồn vốn huy động không vượt quá 30% vốn đầu tư hàng năm của ngân sách cấp \
        tỉnh”.
        """,
        ["target <= 30 percent"]
      ),
      (
        "Tỉnh cho phép tuyển dụng tại chỗ với số người dân tộc thiểu số không quá 40% chỉ tiêu.",
        ["target <= 40 percent"]
      ),
      (
        "Doanh nghiệp có số lao động không quá 10 người thì được miễn phí.",
        []
      ),
      (
        "Thuế đánh vào loại xe có tỷ lệ xăng không quá 70% số năng lượng.",
        []
      ),
      (
        "Nhiệt độ cao nhất trong ngày không vượt quá 31 độ.",
        []
      ),
      (
        "Năm 2024, tỷ lệ hộ nghèo đã không vượt quá 3%.",
        []
      ),
      (
        "Giờ dạy trực tiếp trên lớp chiếm tối thiểu 50% định mức.",
        ["target >= 50 percent"]
      ),
    ] as [(String, [String])])
  func `measures have their limits, unlike the conditions of a rule`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      (
        "Trong năm nay, thành phố dự kiến hoàn thành 1.650 căn và tiếp tục khởi công 23 dự án.",
        ["target = 1650 count", "target = 23 count"]
      ),
      (
        "Sở dự kiến thu 3.000 tỷ đồng từ đấu giá đất, thu tiền sử dụng đất 40.000 tỷ đồng.",
        ["target = 3000000000000 VND", "target = 40000000000000 VND"]
      ),
      (
        "Dự kiến, điểm trường này phục vụ khoảng 400 học sinh tại các thôn.",
        ["target = 400 count"]
      ),
      (
        "Thành phố dự kiến di dời, chặt hạ hơn 1.300 cây xanh trước ngày 30/9.",
        ["target > 1300 count"]
      ),
      (
        "Tổng thu dự kiến đạt 5.000 tỷ đồng.",
        []
      ),
      (
        "Kinh phí đào tạo dự kiến là hơn 113 tỷ đồng.",
        []
      ),
      (
        "Trong 12 chỉ tiêu, dự kiến có 4 chỉ tiêu đạt kế hoạch.",
        ["indicator 12 count", "indicator 4 count"]
      ),
    ] as [(String, [String])])
  func `what somebody is going to do is demanded, unlike what is estimated`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      (
        """
        Mục tiêu năm nay thành phố sẽ đón 6 triệu lượt khách quốc tế, 25 triệu lượt khách nội địa và tổng thu từ du \
        lịch đạt 116.000 tỷ đồng.
        """,
        ["target = 6000000 count", "target = 25000000 count", "target = 116000000000000 VND"]
      ),
      (
        """
        Năm 2027, nhà máy xây dựng kế hoạch sản xuất xe ô tô tăng 19% so với năm 2026; tiêu thụ tăng 30%; doanh thu \
        đạt 2.160 tỷ đồng.
        """,
        ["target = 19 percent | 2027", "target = 30 percent | 2027", "target = 2160000000000 VND | 2027"]
      ),
      (
        """
        Lãnh đạo đưa ra mục tiêu, trong năm 2027, đơn vị này sẽ sản xuất hơn 5.000 xe ô tô, doanh thu đạt 2.160 tỷ \
        đồng.
        """,
        ["target > 5000 count | 2027", "target = 2160000000000 VND | 2027"]
      ),
      (
        "Sở đã xây dựng kế hoạch kiểm tra và kiểm tra 12 đơn vị.",
        ["indicator 12 count"]
      ),
      (
        """
        Các đơn vị tiếp tục nỗ lực để đạt và vượt mục tiêu tăng trưởng của ngành là 15% và đón 11,5 triệu lượt khách \
        trong năm 2027.
        """,
        ["target = 15 percent", "target = 11500000 count | 2027"]
      ),
      (
        "Địa phương còn để phát sinh tăng 150,5 tỷ đồng nợ đọng.",
        ["indicator 150500000000 VND"]
      ),
      (
        "Ngoài ra, đến năm 2020, đất kinh tế có 79.466 ha, đất đô thị có 38.099 ha.",
        ["target = 79466 ha | 2020", "target = 38099 ha | 2020"]
      ),
      (
        "Tỷ lệ có chứng chỉ phải đạt 30% từ năm 2021-2025 tiến đến 40% vào năm 2030.",
        ["target = 30 percent | 2021/2025", "target = 40 percent | 2030"]
      ),
      (
        "Toàn tỉnh có 12/20 xã và đến năm 2025 phấn đấu có 15 xã đạt chuẩn.",
        ["indicator 12 count", "target = 15 count | 2025"]
      ),
      (
        "Phấn đấu đến năm 2020 đưa tỷ lệ cây xanh lên 10 m2/người (năm 2015 là 7,18 m2/người).",
        ["target = 10 m2 | 2020", "indicator 7.18 m2"]
      ),
      (
        "Ước cả năm sẽ đạt và vượt 12 chỉ tiêu, trong đó đến nay đã có 11 chỉ tiêu đạt và vượt.",
        ["target = 12 count", "indicator 11 count"]
      ),
      (
        "Mỗi cổ đông sở hữu 10 cổ phần sẽ được thưởng 7 cổ phiếu mới.",
        []
      ),
      (
        "Trong ngày hôm nay phải vận động và bố trí cho 4 hộ tới nơi ở mới.",
        ["target = 4 count"]
      ),
      (
        "Năm đó phải huy động gần 2 triệu dân công để gánh gạo.",
        ["indicator 2000000 count"]
      ),
      (
        "Bộ trưởng đề nghị các đơn vị nâng cao tỷ lệ lao động được đào tạo lên 70-75%.",
        ["target between 70...75 percent"]
      ),
      (
        "Tỉnh đề nghị Trung ương hỗ trợ 10.000 tỷ đồng.",
        []
      ),
      (
        """
        “Dự kiến, ít nhất sẽ có 150 tấn vải thiều được tiêu thụ tại các siêu thị trong dịp này,” bà Mai Linh thông \
        tin.
        """,
        ["target >= 150 t"]
      ),
      (
        "Theo dự kiến, trong năm 2027 thành phố có thể bổ sung 500 công chức, viên chức.",
        ["target = 500 count | 2027"]
      ),
      (
        "Dự kiến, 10 xe buýt điện sẽ được triển khai trong năm 2026 và trong năm 2027 sẽ triển khai áp dụng 30 xe.",
        ["target = 10 count | 2026", "target = 30 count | 2027"]
      ),
      (
        """
        Chúng ta có lý do để lo lắng đối với mục tiêu của kế hoạch 5 năm 2016-2020 là GDP bình quân đầu người đạt \
        3.200 - 3.500 USD cũng như mục tiêu tầm nhìn đến năm 2035 là 10.000 USD.
        """,
        ["target between 3200...3500 USD", "target = 10000 USD | 2035"]
      ),
      (
        "Sở đã yêu cầu khách sạn phải có ít nhất có 1 chỗ đỗ xe/4 phòng ngủ.",
        ["target >= 1 count"]
      ),
      (
        "Báo cáo Chính phủ sẽ có những giải pháp để xử lý như đối với 12 dự án thua lỗ.",
        []
      ),
      (
        "Trong năm 2027, các đơn vị phải hoàn tất việc đầu tư sân đỗ khu vực 21 ha.",
        ["target | 2027"]
      ),
      (
        "Trường dự kiến đến năm 2027 sẽ có 4.500 sinh viên, 320 giảng viên cơ hữu.",
        ["target = 4500 count | 2027", "target = 320 count | 2027"]
      ),
      (
        "Hiện nay là 32,5 triệu khách/năm và cuối năm nay dự kiến sẽ đón thêm 2 triệu khách.",
        ["indicator 32500000 count", "target = 2000000 count"]
      ),
      (
        "Tăng trưởng đã có dấu hiệu tích cực để hướng đến tăng trưởng 6,7% của cả năm.",
        ["target = 6.7 percent"]
      ),
      (
        "Đại biểu cho rằng chỉ tiêu về thất nghiệp chỉ là 3,18%.",
        ["indicator 3.18 percent"]
      ),
      (
        "Theo dự báo của Trung tâm Khí tượng, trong ngày 2/6, nhiệt độ trên 36 độ.",
        []
      ),
      (
        """
        Đến năm 2020, dự kiến toàn tỉnh khai thác 2.667 ha, sản lượng 2.750 tấn mủ khô, giải quyết việc làm cho \
        4.500 lao động.
        """,
        ["target = 2667 ha | 2020", "target = 2750 t | 2020", "target = 4500 count | 2020"]
      ),
      (
        "Kế hoạch với các chỉ tiêu cụ thể như triệt xóa 200 vụ án; xử phạt 500 lượt người vi phạm.",
        ["target = 200 count", "target = 500 count"]
      ),
      (
        "Nhà đầu tư đứng đầu liên danh phải có tỷ lệ góp vốn tối thiểu là 30%.",
        ["target >= 30 percent"]
      ),
      (
        "Tỉnh đã hoàn thành các chỉ tiêu như trồng 200 ha rừng.",
        ["indicator 200 ha"]
      ),
    ] as [(String, [String])])
  func `demands reach what goes on with them and end where something is told`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      (
        "Thành phố đẩy nhanh thanh tra, dự kiến vào đầu tháng 8/2027.",
        ["target | 2027-08"]
      ),
      (
        "Quy hoạch phù hợp với kế hoạch đưa thành phố lên loại 2 vào năm 2027.",
        ["target | 2027"]
      ),
      (
        "Tuy nhiên, đến năm 2027, các trường quân đội sẽ chính thức dừng tuyển sinh hệ dân sự.",
        ["target | 2027"]
      ),
      (
        "Đất sử dụng trước ngày 15 tháng 10 năm 1993 do Nhà nước thu hồi.",
        []
      ),
      (
        "Thời gian hoàn thành theo kế hoạch mới là năm 2026, chậm hơn cả thập kỷ.",
        ["target | 2026"]
      ),
      (
        "Sở tham mưu cho tỉnh để thu hồi dự án đúng luật trong tháng 7/2027.",
        ["target | 2027-07"]
      ),
      (
        "Sở đã thu hồi dự án trong tháng 7/2027.",
        []
      ),
      (
        "Dự kiến, từ nay đến tháng 6/2027, sẽ tiếp tục triển khai kiểm định các trường theo bộ tiêu chí đã ban hành.",
        ["target | 2027-06"]
      ),
      (
        "Bộ cũng sẽ có những điều chỉnh về tiêu chí thi đua trong năm 2027 để bảo đảm thực chất.",
        ["target | 2027"]
      ),
      (
        "Dự kiến robot sẽ khoan tuyến hầm phía đông trong tháng 12/2027.",
        ["target | 2027-12"]
      ),
      (
        "Trong năm học 2026-2027, Khoa sẽ đề nghị Nhà trường bổ sung các tính năng cảnh báo học vụ.",
        ["target | 2026/2027"]
      ),
      (
        "Trong quý IV/2027, Đại hội thi đua yêu nước toàn quốc lần thứ 10 sẽ diễn ra tại Hà Nội.",
        ["target | 2027-36"]
      ),
      (
        "Giai đoạn 2026 - 2030 sẽ đưa ngư dân khai thác ở các nước khác.",
        ["target | 2026/2030"]
      ),
      (
        "Trong tháng 7/2027, Sở tiếp tục tham mưu với UBND thành phố ban hành danh mục dịch vụ.",
        ["target | 2027-07"]
      ),
      (
        "Trong tháng 7/2027, giá cả tiếp tục tăng.",
        []
      ),
      (
        "Trong tháng 7/2027, Sở đã tiếp tục tham mưu ban hành danh mục.",
        []
      ),
      (
        "Giá vàng sẽ tăng trong năm 2027.",
        []
      ),
      (
        "Doanh nghiệp có thể sẽ vượt qua đối thủ trong năm 2027.",
        []
      ),
      (
        "Hội đồng thông báo kết quả xét duyệt cho các quân khu trước ngày 27 tháng 6 hằng năm.",
        ["target | XXXX-06-27"]
      ),
      (
        "Thanh tra hồi âm kiến nghị của cử tri gửi đến kỳ họp thứ hai (cuối năm 2026) của Quốc hội.",
        []
      ),
      (
        "Khoa được kiểm định trong năm học 2026-2027.",
        []
      ),
    ] as [(String, [String])])
  func `promises and plans say by when, unlike what comes by itself`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      (
        "Kết quả thu hồi tài sản cũng không đạt chỉ tiêu 60% nêu trong nghị quyết.",
        []
      ),
      (
        "Có những nơi giá đất tăng đột biến 200%.",
        ["indicator - - change=200"]
      ),
      (
        "Lợi nhuận trước thuế đạt 1.190 tỷ đồng, tương đương 99,1% chỉ tiêu kế hoạch của năm.",
        ["indicator 1190000000000 VND plan=99.1"]
      ),
      (
        """
        Tỉnh đề nghị các Bộ, ngành liên quan cho nhà đầu tư được hưởng mức ưu đãi: thuế thu nhập bằng 10%; giảm 50% \
        số thuế phải nộp.
        """,
        []
      ),
      (
        "Tỉnh kiến nghị Chính phủ chỉ đạo Bộ Tài chính đàm phán khoản vay 300 triệu USD.",
        []
      ),
      (
        "Có nhiều tờ tiền mệnh giá 100, 200 nghìn đồng.",
        []
      ),
      (
        "Cô chỉ xứng top 700 tay vợt.",
        []
      ),
      (
        "Đơn vị đã quyết định hạ 1 bậc thi đua với 2 cán bộ.",
        ["indicator 2 count"]
      ),
      (
        "Thủ tướng đã tạm cấp cho 4 tỉnh.",
        []
      ),
      (
        "Chương trình đã cung cấp nước cho 59/97 xã.",
        ["indicator 59 count"]
      ),
      (
        "Lớp chuyên đã hạ 0,5 điểm.",
        ["indicator 0.5 count"]
      ),
      (
        "Cơ quan có 197 máy, tỷ lệ gần đạt 1 máy/1 cán bộ.",
        ["indicator 197 count", "indicator 1 count"]
      ),
      (
        "Định mức trong năm học là 270 giờ chuẩn (45 phút/tiết).",
        []
      ),
    ] as [(String, [String])])
  func `aims missed, proposals and ranks are no results`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      ("Thành phố đã thống nhất chủ trương lắp đặt 15 trạm sạc tại các bến xe.", ["target = 15 count"]),
      ("Tỉnh đã phê duyệt chủ trương đầu tư 15 dự án.", ["indicator 15 count"]),
      ("Theo kế hoạch đã trồng 15 ha rừng.", ["indicator 15 ha"]),
      ("Các chủ rừng lập kế hoạch trồng lại rừng vào năm 2028.", ["target | 2028"]),
      ("Huyện đang lập đề án đưa thị trấn lên đô thị loại IV trước năm 2030.", ["target | 2030"]),
      ("Cuối năm 2027, tỉnh trình kế hoạch thoái vốn tại công ty xuống mức 75%.", ["target = 75 percent"]),
      (
        "Sở lên kế hoạch đặt hàng 230 xe, trong đó 100 chiếc được bàn giao trước năm 2030.",
        [
          "target = 230 count", "target = 100 count | 2030",
        ]
      ),
      (
        "Tỉnh có kế hoạch chi 5,9 tỷ đồng để xây trường và 4,1 tỷ đồng cho việc sửa chữa.",
        [
          "target = 5900000000 VND", "target = 4100000000 VND",
        ]
      ),
      (
        "So với chỉ tiêu năm 2028 là 155 tỷ đồng thì đến nay sau 3 quý, công ty mới đạt 5,4% kế hoạch doanh thu.",
        ["target = 155000000000 VND", "indicator - - plan=5.4"]
      ),
      ("Đề án định hướng đến năm 2030 đào tạo 300 thạc sĩ.", ["target = 300 count | 2030"]),
      ("Quân khu thực hiện tẩy độc trong bán kính 500 m.", []),
      ("Xã lập kế hoạch cưỡng chế khu đất rộng 24.500 m2.", ["indicator 24500 m2"]),
      ("Tuyến đường có quy hoạch lộ giới 60 m.", ["indicator 60 m"]),
      ("Thành phố yêu cầu huyện tháo dỡ hai trạm cân trên quốc lộ.", ["target = 2 count"]),
      ("Công ty phải nộp hơn 403 triệu đồng vào ngân sách.", ["target > 403000000 VND"]),
      ("Sở cải tạo gần 500 điểm giao cắt từ nay tới hết năm 2029.", ["target < 500 count | 2029"]),
      ("Tỉnh đã lên kế hoạch xây tuyến cáp treo dài 10,6 km vào hang.", ["target = 10.6 km"]),
      (
        "Đại hội thông qua kế hoạch kinh doanh năm 2029 với doanh thu dự kiến đạt 70 tỷ đồng và lợi nhuận 6,7 tỷ đồng.",
        ["target = 70000000000 VND | 2029", "target = 6700000000 VND | 2029"]
      ),
      (
        "Năm 2029, công ty đặt kế hoạch doanh thu 70 tỷ đồng, lợi nhuận 6,7 tỷ đồng.",
        ["target = 70000000000 VND | 2029", "target = 6700000000 VND | 2029"]
      ),
      ("Năm 2029, công ty dự kiến doanh thu 70 tỷ đồng, lợi nhuận 6,7 tỷ đồng.", []),
      (
        "Tỉnh sẽ tăng tỷ lệ chế biến sâu lên 15% vào năm 2025 và lên đến 30% vào năm 2030.",
        ["target = 15 percent | 2025", "target = 30 percent | 2030"]
      ),
      ("Phấn đấu nâng tỷ lệ che phủ rừng lên 63% năm 2030.", ["target = 63 percent | 2030"]),
      ("Đến năm 2025, hoàn thành việc bố trí bí thư cấp ủy không là người địa phương.", ["target | 2025"]),
    ] as [(String, [String])])
  func `what a plan is for is still to be done`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      ("Tổ biên tập dự kiến gồm 6 nhóm.", ["target = 6 count"]),
      ("Quy mô dân số dự kiến là 273.000 người.", ["target = 273000 count"]),
      ("Dự kiến công ty chia cổ tức 35%.", ["target = 35 percent"]),
      ("Dự kiến năng suất lúa vụ này đạt từ 7 tấn/ha đến 9 tấn/ha.", []),
      ("Doanh thu dự kiến tăng 5% so với năm trước.", []),
      ("Tỉnh dự kiến phân luồng 1.200 em vào hệ cao đẳng.", ["target = 1200 count"]),
      ("Thời gian dự kiến tổng kết là năm 2027.", ["target | 2027"]),
      ("Đoàn tàu mới dự kiến sẽ được đưa vào biên chế trong năm 2028.", ["target | 2028"]),
      ("Trong năm 2029, Ủy ban sẽ tiếp tục trình Hội đồng các đề án.", ["target | 2029"]),
      ("Năm 2027, trường dự kiến sẽ xét thêm các tổ hợp mới.", ["target | 2027"]),
      ("Thu nhập dự kiến còn được tăng trong năm 2029.", []),
      ("Trong năm 2029, dân số sẽ tăng.", []),
      (
        "Chi tiêu sẽ tăng lên 1,3 tỷ USD vào năm 2030, so với khoảng 550 triệu USD vào năm ngoái.",
        [
          "target = 1300000000 USD | 2030", "indicator 550000000 USD",
        ]
      ),
      ("Giá lên 108.600 đồng sau khi tập đoàn công bố sẽ phát hành trái phiếu.", ["indicator 108600 VND"]),
      ("Hai bên sẽ hủy 2 thỏa thuận đã ký.", ["target = 2 count"]),
    ] as [(String, [String])])
  func `what is expected is told with its number or its time`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(
    arguments: [
      (
        "Gửi báo cáo trước ngày 15/6 và 15/12 hằng năm.",
        ["target | XXXX-06-15"]
      )
    ] as [(String, [String])])
  func `two days share what is said behind the second`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }
}
