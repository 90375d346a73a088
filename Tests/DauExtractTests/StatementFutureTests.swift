import Testing

@testable import DauExtract

/// Numbers of years ahead and of aims that a noun names, in sentences as they were met or after their forms.
@Suite struct StatementFutureTests {
  @Test(arguments: [
    // A row of years ahead.
    (
      """
      Cụ thể, đến năm 2020, ngành thương mại đóng góp vào GDP của tỉnh đạt tỷ trọng 9-11%, đến năm 2025 là 12-15% và đến năm \
      2030 là 13-18%; kim ngạch xuất khẩu năm 2020 đạt 1,25 tỷ USD; năm 2025 là 2,6 tỷ USD và năm 2030 là 5,2 tỷ USD… Trong \
      đó, hệ thống chợ đến năm 2020, toàn tỉnh có 159 chợ các loại, riêng thành phố Huế 25 chợ.
      """,
      [
        "target between 9...11 percent | 2020", "target between 12...15 percent | 2025",
        "target between 13...18 percent | 2030", "target = 1250000000 USD | 2020", "target = 2600000000 USD | 2025",
        "target = 5200000000 USD | 2030", "target = 159 count | 2020", "target = 25 count | 2020",
      ]
    ),
    (
      "Đến năm 2015 tỷ lệ hộ nghèo đã giảm còn 9%, đến năm 2018 còn 5%.",
      ["indicator 9 percent", "indicator 5 percent"]
    ),
    // Aims before a colon, and a list without a comma behind its year.
    (
      """
      Mới đây tỉnh vừa thông qua chương trình phát triển kinh tế - xã hội với các mục tiêu cụ thể: Đến năm 2020 thu nhập bình \
      quân đầu người của huyện đạt 42 triệu đồng, 100% các tuyến đường giao thông liên xã được nhựa hóa hoặc bê tông hóa, 40% \
      số xã đạt chuẩn nông thôn mới, giảm số hộ nghèo bình quân hàng năm từ 3% trở lên, 75% số trường đạt chuẩn quốc gia.
      """,
      [
        "target = 42000000 VND | 2020", "target = 100 percent | 2020", "target = 40 percent | 2020",
        "target >= 3 percent | 2020", "target = 75 percent | 2020",
      ]
    ),
    (
      "Kết quả thực hiện các mục tiêu cụ thể: Tỷ lệ hộ nghèo giảm còn 5%.", ["indicator 5 percent"]
    ),
    // What shall be, then a year of its own.
    (
      "Tỉnh sẽ tạo việc làm cho 7.000 lao động; thu nhập bình quân đầu người năm 2020 đạt 3.000 USD/người/năm.",
      ["target = 7000 count", "target = 3000 USD | 2020"]
    ),
    (
      "Pháp sẽ tăng mạnh chi tiêu cho quốc phòng lên 1,3 tỷ USD vào năm 2020, so với khoảng 550 triệu USD vào năm ngoái.",
      ["target = 1300000000 USD | 2020", "indicator 550000000 USD"]
    ),
    (
      "Ông cho biết sẽ thảo luận thông qua 5 vấn đề: kinh tế - xã hội; ngân sách nhà nước năm 2019.",
      ["target = 5 count"]
    ),
  ])
  func `years ahead make targets`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    ("Kim ngạch xuất khẩu năm 2020 đạt 1,25 tỷ USD; năm 2025 là 2,6 tỷ USD.", 2),
    ("Đến năm 2020, toàn tỉnh có 159 chợ; thành phố có 14 siêu thị.", 2),
    ("Kim ngạch xuất khẩu năm 2014 đạt 1,25 tỷ USD.", 0),
    ("Đến năm 2020 tỷ lệ đô thị hóa đạt 60%; năm 2014 đã đạt 48%.", 1),
  ])
  func `the date of the document tells which years lie ahead`(_ sentence: String, _ count: Int) {
    let facts = Statement.facts(of: sentence, type: "BÁO CÁO", title: "Kết quả công tác năm 2015", heading: "KẾT QUẢ")
    let targets = facts.filter { if case .target = $0 { true } else { false } }
    #expect(targets.count == count)
    let isAhead = facts.contains { if case .indicator(let fact) = $0 { fact.period == "../2020" } else { false } }
    #expect(!isAhead)
  }

  @Test(arguments: [
    (
      """
      Trước đó, tại nghị quyết số 1 được Thủ tướng ban hành, mục tiêu trong năm 2018 là giảm 1,7% biên chế công chức so với số \
      giao năm 2015; giảm tối thiểu 2,5% biên chế sự nghiệp hưởng lương từ ngân sách nhà nước so với số giao năm 2015.
      """, ["target = 1.7 percent | 2018", "target >= 2.5 percent | 2018"]
    ),
    (
      """
      Cụ thể, Thủ tướng Chính phủ giao Bộ Kế hoạch và Đầu tư chỉ tiêu tốc độ tăng tổng sản phẩm trong nước (GDP) kế hoạch năm \
      2017 khoảng 6,7%, tốc độ tăng giá tiêu dùng bình quân (CPI) khoảng 4%, tổng vốn đầu tư phát triển toàn xã hội so GDP khoảng \
      31,5%, tỷ lệ khu công nghiệp có hệ thống xử lý nước thải đạt tiêu chuẩn môi trường là 87%.
      """, ["target = 6.7 percent", "target = 4 percent", "target = 31.5 percent", "target = 87 percent"]
    ),
    (
      "Để đạt được mục tiêu 1 triệu doanh nghiệp vào năm 2020, Chính phủ còn rất nhiều điều phải làm.",
      ["target = 1000000 count | 2020"]
    ),
    (
      "Đây là kế hoạch thực hiện các giải pháp hoàn thành chỉ tiêu tỷ lệ vận chuyển hành khách công cộng năm 2020 đạt 20-25%.",
      ["target between 20...25 percent | 2020"]
    ),
    (
      "Chương trình chống lao vẫn duy trì mục tiêu triển khai công tác chống lao tại 100% số quận huyện và 100% số xã, phường.",
      ["target = 100 percent", "target = 100 percent"]
    ),
    (
      "Bộ xác định các kịch bản điều hành giá, với các mức tăng CPI bảo đảm dưới chỉ tiêu tăng 4% mà Quốc hội cho phép.",
      ["target < 4 percent"]
    ),
    ("Huyện được giao chỉ tiêu trồng rừng 500 ha, thực hiện 480 ha.", ["target = 500 ha", "indicator 480 ha"]),
    ("Thành phố đề ra 20 chỉ tiêu.", []),
    ("Tỷ lệ khám phá án đạt gần 78% (chưa đạt yêu cầu đề ra là 90%).", ["indicator 78 percent"]),
  ])
  func `the noun of an aim governs its number`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    "Ước cả năm GDP vượt chỉ tiêu 6,7%.", "Thu ngân sách đạt 95% chỉ tiêu 500 tỷ đồng.",
    "Sản lượng cao hơn 5% so với chỉ tiêu 500 tấn.", "Huyện hoàn thành 18 chỉ tiêu, vượt 3 chỉ tiêu.",
    "Chương trình mục tiêu quốc gia được bố trí 648 tỷ đồng.",
  ])
  func `what only bears the word of an aim demands nothing`(_ text: String) {
    #expect(statementSummaries(of: text).allSatisfy { !$0.hasPrefix("target") })
  }

  @Test(arguments: [
    (
      """
      Mục tiêu cụ thể đặt ra là đến năm 2025, phấn đấu tỷ lệ cán bộ trẻ đạt tối thiểu 15%, cán bộ nữ đạt tối thiểu 15%; 40% cán \
      bộ diện Ban Thường vụ Thành ủy quản lý đạt trình độ thạc sĩ.
      """, ["target >= 15 percent | 2025", "target >= 15 percent | 2025", "target = 40 percent | 2025"]
    ),
    (
      "Để đạt chỉ tiêu trên, năm 2017 thành phố phấn đấu đạt tỷ lệ 59-62%, năm 2018 đạt tỷ lệ 62-66%, năm 2019 đạt tỷ lệ 66-70%.",
      [
        "target between 59...62 percent | 2017", "target between 62...66 percent | 2018",
        "target between 66...70 percent | 2019",
      ]
    ),
    (
      """
      Ông yêu cầu thành phố bảo đảm trong năm 2017 di dời 50% số cư dân tại chung cư cũ xuống cấp (khoảng 3.000 người), đặt mục \
      tiêu xây dựng lại 100% số chung cư cũ xuống cấp trước năm 2020.
      """, ["target = 50 percent | 2017", "target = 100 percent | 2020"]
    ),
    (
      "Nghị quyết của Thành ủy phấn đấu đưa 5 xã thành 5 phường : Nghĩa Dũng , Nghĩa Phú, Tịnh Ấn Tây , Tịnh Khê vào năm 2020 .",
      ["target = 5 count | 2020"]
    ),
    (
      """
      Tỷ lệ chôn lấp rác thải hiện nay là 76%, thành phố sẽ thực hiện các giải pháp, phấn đấu đến năm 2020 tỷ lệ chôn lấp rác còn \
      60% và đến năm 2025 còn 25%.
      """, ["indicator 76 percent", "target = 60 percent | 2020", "target = 25 percent | 2025"]
    ),
    (
      "Thành phố đang được đầu tư xây dựng cơ sở hạ tầng để đạt chuẩn đô thị loại I vào năm 2030.", ["target | 2030"]
    ),
    (
      "Thông tư này cũng quy định, Ủy ban nhân dân cấp xã báo cáo Hội đồng nhân dân cùng cấp, trước ngày 15/12 hàng năm.",
      ["target | XXXX-12-15"]
    ),
  ])
  func `each number has the deadline of its own clause first`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test func `a forecast of how many aims are met is told as their number`() {
    let found = statementSummaries(of: "Dự kiến có 4 chỉ tiêu đạt và 8 chỉ tiêu vượt kế hoạch đề ra.")
    #expect(found == ["indicator 4 count", "indicator 8 count"])
  }
}
