import Testing

@testable import DauExtract

/// What running prose promises, asks for, supposes and only locates, in sentences after the forms in which it was met.
@Suite struct StatementProseTests {
  @Test(arguments: [
    // An act straight behind the year by which it shall be done; a state may be one that was reached.
    ("Theo đó đến năm 2020 di dời 85 xưởng gây ô nhiễm ra khỏi khu dân cư.", ["target = 85 count | 2020"]),
    ("Đến năm 2016, công nghiệp chiếm gần 23% giá trị sản xuất của vùng.", ["indicator 23 percent"]),
    // A later year goes on with a forecast, and brackets say more of what is forecast.
    (
      """
      Ở các hội, đoàn thể, dự kiến đến năm 2017 giảm 35 biên chế so với hiện nay (giảm chi khoảng 4,5 tỷ đồng/năm); đến năm 2020 \
      giảm 210 người so với hiện nay (giảm chi khoảng 28 tỷ đồng/năm).
      """, ["target = 35 count | 2017", "target = 210 count | 2020"]
    ),
    // Parts of what is demanded, over numbers of another kind.
    (
      """
      Năm nay thành phố sẽ đầu tư 60 dự án với tổng kinh phí gần 900 tỷ đồng, bao gồm 25 dự án chuyển tiếp (kinh phí gần 600 tỷ \
      đồng), khởi công 20 dự án (gần 200 tỷ đồng) và chuẩn bị đầu tư 15 dự án (100 tỷ đồng).
      """, ["target = 60 count", "target = 25 count", "target = 20 count", "target = 15 count"]
    ),
    // What a sentence strives for in its first clause, and the next clauses do.
    (
      "Phấn đấu đưa vào vận hành hệ thống thông tin đất đai; hoàn thành cơ sở dữ liệu của 85 đơn vị hành chính cấp xã.",
      ["target = 85 count"]
    ),
    (
      "Nhà trường sẽ công bố tiêu chí xét tuyển; tuyển 12 sinh viên đi đào tạo ở nước ngoài.", ["target = 12 count"]
    ),
    (
      "Hội đồng sẽ thông qua 09 nghị quyết, đồng thời, cho ý kiến 06 dự án luật khác.",
      ["target = 9 count", "target = 6 count"]
    ),
    // What is assured, whatever those who are counted have done.
    (
      "Từ năm 2024, bảo đảm đạt ít nhất 50% số giáo viên đang theo học hoặc đã hoàn thành chương trình bồi dưỡng;",
      ["target >= 50 percent"]
    ),
    ("Bảo đảm có ít nhất là 35% số người ứng cử là phụ nữ.", ["target >= 35 percent"]),
    ("b) Đến năm 2027 có ít nhất 75% trụ sở bảo đảm điều kiện tiếp cận;", ["target >= 75 percent | 2027"]),
    // Year after year.
    (
      "Tỉnh dự kiến bố trí vốn năm 2028 khoảng 6 tỷ đồng, năm 2029 khoảng 10 tỷ đồng và năm 2030 khoảng 14 tỷ đồng.",
      ["target = 6000000000 VND | 2028", "target = 10000000000 VND | 2029", "target = 14000000000 VND | 2030"]
    ),
    // A deadline that heads the aims of a paragraph.
    (
      "1. Mục tiêu đến năm 2030: Trồng 900 ha rừng sản xuất, bình quân mỗi năm trồng 180 ha. Khoanh nuôi 360 ha.",
      ["target = 900 ha | 2030", "target = 180 ha | 2030", "target = 360 ha | 2030"]
    ),
    // Paragraphs that go on with aims.
    (
      """
      Theo kế hoạch, tỉnh phấn đấu đến hết năm 2025, có 30% công chức cấp huyện sử dụng được tiếng Anh.

      Có 55% giáo viên (trong đó 45% cán bộ quản lý) đạt trình độ bậc 4 trở lên.

      15% cán bộ cấp xã và 10% cán bộ dưới 40 tuổi đạt trình độ bậc 3 trở lên.
      """,
      [
        "target = 30 percent | 2025", "target = 55 percent", "target = 45 percent", "target = 15 percent",
        "target = 10 percent",
      ]
    ),
    (
      """
      Kế hoạch của UBND tỉnh cho biết, đối với công chức cấp huyện, bồi dưỡng ngoại ngữ là 320 người; viên chức là 8.400 người.
      Đối với công chức cấp xã, bồi dưỡng ngoại ngữ là 260 người (dưới 40 tuổi là 52 người).
      """, ["target = 320 count", "target = 8400 count", "target = 260 count", "target = 52 count"]
    ),
    (
      """
      Tỉnh phấn đấu giảm 2% hộ nghèo.

      Có 55% số hộ đã thoát nghèo.
      """, ["target = 2 percent", "indicator 55 percent"]
    ),
    // A year to which plans are made, and one of reports; years behind the days that are told.
    ("Đến năm 2040, quy mô kinh tế của tỉnh đạt 90 tỷ USD.", ["target = 90000000000 USD | 2040"]),
    (
      "Ngày 15/6/2031, Hội đồng họp. Quy mô kinh tế năm 2037 đạt 90 tỷ USD.", ["target = 90000000000 USD | 2037"]
    ),
    (
      "Đến năm 2020, tổng thu ngân sách của tỉnh là 3,7 nghìn tỷ đồng, đạt 100% dự toán.",
      ["indicator 3700000000000 VND plan=100"]
    ),
    // A share that is to be assured.
    ("Bảo đảm 100% hồ sơ được giải quyết đúng hạn.", ["target = 100 percent"]),
    (
      "Chủ tịch yêu cầu các sở rà soát thủ tục; đảm bảo 95% hồ sơ được số hóa.", ["target = 95 percent"]
    ),
    ("Các xã đã bảo đảm 100% hộ có nước sạch.", ["indicator 100 percent"]),
    ("Kết quả: Bảo đảm 100% trẻ em được tiêm chủng.", ["indicator 100 percent"]),
    // One bound for two.
    (
      "Huyện phấn đấu mỗi năm giảm ít nhất 3% hộ nghèo và 1% hộ cận nghèo.",
      ["target >= 3 percent", "target >= 1 percent"]
    ),
  ])
  func `what shall be is told without a word of demand`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    // Where something is done, and whose it is.
    (
      "Công ty đặt mục tiêu phủ sóng đến hơn 90% dân số tại 63 tỉnh thành.", ["target > 90 percent"]
    ),
    (
      "Theo dự án, đến năm 2020, tại 6 xã trong huyện trồng được 12 ha sâm.", ["target = 12 ha | 2020"]
    ),
    (
      "Bộ phấn đấu bảo đảm khai thác hợp lý nguồn nước chung của 6 quốc gia trong lưu vực.", []
    ),
    // What others are asked for; what an inspection proposes was found.
    ("UBND thành phố đề nghị Trung ương thưởng 800 tỷ đồng vì đã thu vượt dự toán.", []),
    ("Qua thanh tra, đoàn kiến nghị thu hồi 2,7 tỷ đồng.", ["indicator 2700000000 VND"]),
    // What still is, what only compares, and a case that is called by its number.
    (
      "Trong quá trình học sẽ có sự phân hóa, vẫn có gần 70% sinh viên loại khá.", ["indicator 70 percent"]
    ),
    ("Thành phố sẽ bắn pháo hoa từ 21 giờ ngày 30/4, sớm hơn kế hoạch trước đó 15 phút.", []),
    ("Tỉnh yêu cầu huyện xử lý nghiêm vụ 22 cán bộ xã chia nhau quà tặng hộ nghèo.", []),
    // What depends on something else.
    (
      "Sản lượng của tỉnh tăng thêm 1% thì sản lượng cả vùng tăng thêm 0,3%.", []
    ),
    (
      "Sản lượng năm trước tăng 3% thì năm nay tăng 5%.", ["indicator - - change=3", "indicator - - change=5"]
    ),
    // Comparisons of the same things by another name, and of a value that is still to come.
    (
      "Sáu tháng đầu năm có 52 người mắc bệnh, tăng 31 ca so với cùng kỳ năm ngoái.", ["indicator 52 count"]
    ),
    ("Đất trống còn 1.250 ha, thực giảm 340 ha so với năm 2010.", ["indicator 1250 ha"]),
    // What was sent in to a contest has won nothing yet.
    (
      "Ban thư ký Giải báo chí đã nhận được 1.245 tác phẩm của 130 đơn vị gửi đến.", ["indicator 1245 count"]
    ),
    // Who makes a body up.
    ("Phó Thủ tướng giao Tổ công tác gồm lãnh đạo 5 Bộ (Tổ 5 người) rà soát thủ tục.", []),
    // Shares that were planned.
    (
      """
      Cơ cấu kinh tế thương mại 60%, công nghiệp 39% và nông nghiệp 1%, đạt kế hoạch đề ra với tỷ lệ tương ứng 59% - 39,5% - 1,5%.
      """, ["indicator 60 percent", "indicator 39 percent", "indicator 1 percent"]
    ),
  ])
  func `what is only located, asked for or supposed is neither`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    (
      "Giao Sở Giao thông vận tải trong quý I/2017, hoàn thành các thủ tục di dời bến tàu.", ["target | 2017-33"]
    ),
    (
      """
      Nghị quyết của Hội đồng nhân dân ghi rõ: "Hoàn thành việc mở lối xuống biển trong quý 3-2018; riêng các lối còn lại sẽ thống \
      nhất với nhà đầu tư, báo cáo HĐND trong kỳ họp giữa năm 2018".
      """, ["target | 2018-35", "target | 2018"]
    ),
    ("Thời gian tổ chức các lớp tập huấn dự kiến trong quý III/2018, quý IV/2018.", ["target | 2018-36"]),
    ("Bộ soạn thảo dự án Luật để Chính phủ trình Quốc hội trong tháng 5/2024.", ["target | 2024-05"]),
    (
      "Thủ tướng yêu cầu Bộ Tài nguyên và Môi trường cùng các cơ quan liên quan báo cáo kết quả trong quý II/2017.",
      ["target | 2017-34"]
    ),
    (
      "Phó Thủ tướng chỉ đạo, trong năm 2017, các địa phương cần hoàn thành đăng ký lại các hợp tác xã.",
      ["target | 2017"]
    ),
    ("Theo nghị quyết, thành phố sẽ dừng hoạt động xe máy ở nội thành trong tháng 6/2030.", ["target | 2030-06"]),
    (
      "Tổng hợp tình hình, báo cáo Bộ Lao động, Ủy ban nhân dân tỉnh trước ngày 30 tháng 11 hằng năm.",
      ["target | XXXX-11-30"]
    ),
    (
      "Bộ đã giao Vụ Kế hoạch phối hợp với các Tổng cục lập báo cáo Lãnh đạo Bộ trước ngày 10/2/2017.",
      ["target | 2017-02-10"]
    ),
    (
      "UBND quận báo cáo kết quả về UBND thành phố để tổng hợp, báo cáo Thường trực Thành ủy, Bộ Văn hóa trước ngày 4/7/2017.",
      ["target | 2017-07-04"]
    ),
    ("Kế hoạch đã được Bộ thông qua và sẽ được khởi động vào tháng 10/2018.", ["target | 2018-10"]),
    ("Từ nay đến năm 2020, thành phố sẽ tiến hành rà soát xe máy cũ.", ["target | 2020"]),
    ("Từ nay đến cuối năm 2017, Thanh tra Sở tập trung thanh tra hoạt động lữ hành.", ["target | 2017"]),
    ("Đến năm 2030, dân số thành phố sẽ tăng nhanh.", []),
    // What is ordered or told for a time that is no term.
    ("Tỉnh yêu cầu các huyện rút kinh nghiệm về sai phạm trong quý I/2017.", []),
    ("Sở đã gửi báo cáo trước ngày 15 tháng 12 hằng năm.", []),
  ])
  func `a deadline alone is demanded`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test(arguments: [
    ("Thời gian thực hiện: Hoàn thành trong quý III/2020.", "2020-35"),
    ("Thực hiện hằng năm; riêng năm 2020 hoàn thành trong quý II/2020.", "2020-34"),
    ("Tổng hợp báo cáo gửi Bộ Nội vụ, Ủy ban nhân dân tỉnh trước ngày 30 tháng 11 hằng năm.", "XXXX-11-30"),
  ])
  func `a decision says by when its tasks are due`(_ sentence: String, _ deadline: String) {
    let text = """
      ỦY BAN NHÂN DÂN TỈNH VÂN HÀ
      Số: 35/QĐ-UBND
      Vân Hà, ngày 04 tháng 5 năm 2020

      QUYẾT ĐỊNH
      Ban hành Chương trình hành động

      Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động.
      \(sentence)
      """
    #expect(statementSummaries(of: text) == ["target | \(deadline)"])
  }

  @Test func `what a plan lists behind a colon is still to be done`() {
    let facts = Statement.facts(
      of: """
        Tiếp tục triển khai các nhiệm vụ điều tra đã được phê duyệt, cụ thể như sau: (1) Hoàn thành 80% diện tích bản đồ tỷ lệ \
        1:50.000 phần đất liền.
        """, type: "CHƯƠNG TRÌNH", title: "Hành động năm 2024", heading: "NHIỆM VỤ")
    let found = facts.compactMap { fact -> String? in
      switch fact {
      case .target(let fact): "target \(fact.value?.description ?? "-")"
      case .indicator(let fact): "indicator \(fact.value?.description ?? "-")"
      case .quantity(let fact): "quantity \(fact.value?.description ?? "-")"
      default: nil
      }
    }
    #expect(found.sorted() == ["quantity 80", "target 80"])
  }
}

/// Clauses whose ends fall where no reader expects them.
@Suite struct StatementBoundTests {
  @Test(arguments: [
    (
      "Các nhiệm vụ đều được hoàn thành\n\nMục tiêu 1 triệu doanh nghiệp được nhiều nơi nhắc đến.",
      ["target = 1000000 count"]
    ),
    ("Năm qua, các đơn vị đã phải 30% trở lên.", ["indicator 30 percent"]),
    ("4. Chậm nhất ba (03) ngày làm việc trước ngày dự kiến thực hiện phép bay đối với các trường hợp sau đây:", []),
    ("Chỉ tiêu là hai mươi (20) ngày làm việc.", []),
  ])
  func `a verb behind its number or in another clause ends no reading`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  /// The figures in brackets had been taken for the number, and the bracket for the end of what stands before it.
  @Test func `a number said in words and again in figures is one number`() {
    #expect(
      statementSummaries(of: "Phấn đấu đến năm 2030 có hai mươi (20) xã đạt chuẩn.") == ["target = 20 count | 2030"])
    #expect(statementSummaries(of: "Năm qua, tỉnh đã có hai mươi (20) xã đạt chuẩn.") == ["indicator 20 count"])
  }

  /// A clause is cut for its length, but inside of no number and no date.
  @Test(arguments: 385..<402)
  func `a clause that is cut about a number or a date is read`(_ length: Int) {
    let words = ["nông", "dân", "trong", "vùng", "cùng", "nhau", "trồng", "lúa"]
    let filler = (0..<length).map { words[$0 % words.count] }.joined(separator: " ")
    // Wherever the cut falls, the number and the date are read whole, or not at all.
    for (head, tail, whole) in [
      ("Tỉnh", "tăng 1.234.567,8 triệu đồng thì được thưởng.", ["1234567800000"]),
      ("Tỉnh", "dự kiến ngày 31 tháng 12 năm 2025 hoàn thành.", ["2025-12-31"]),
      ("Phấn đấu", "tại 63 tỉnh, thành phố đến ngày 31/12/2025.", ["63", "2025-12-31"]),
      ("Phấn đấu", "đạt 1.234.567,8/2.345.678,9 triệu đồng.", ["1234567800000"]),
    ] {
      let said = statementSummaries(of: "Năm qua, tỉnh có nhiều kết quả. \(head) \(filler) \(tail)").flatMap {
        $0.split { $0 == " " || $0 == "|" }.filter { $0.contains(where: \.isNumber) }.map(String.init)
      }
      #expect(Set(said).isSubset(of: whole))
    }
  }

  @Test(arguments: [
    // A turn is no task, but a bounded number of them is a quota.
    ("Hằng năm, mỗi huyện phát động tối thiểu 02 đợt thi đua theo chuyên đề.", ["target >= 2 count"]),
    ("Phấn đấu hoàn thành cả 3 đợt.", []),
    // A class, and what those counted have at least.
    (
      "Phấn đấu đến năm 2025 có tối thiểu 200 sản phẩm OCOP được xếp hạng từ 3 sao trở lên.",
      ["target >= 200 count | 2025"]
    ),
    (
      "Hiện 28.753/29.381 tàu cá từ 15 m trở lên đã lắp thiết bị (đạt 97,9%).",
      ["indicator 28753 count", "indicator 97.9 percent"]
    ),
    (
      "Phấn đấu làm giảm tai nạn giao thông cả 3 tiêu chí từ 5% trở lên so với cùng kỳ.", ["target >= 5 percent"]
    ),
    // How large something is, in brackets.
    ("Phấn đấu hoàn thành đường ven biển (dài 12,4 km) trước ngày 31/12/2024.", ["target | 2024-12-31"]),
    // Papers about awards are none.
    ("Còn 3/25 đơn vị chậm gửi hồ sơ đề nghị khen thưởng.", ["indicator 3 count"]),
  ])
  func `quotas, classes, traits and sizes`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }

  @Test func `chứng chỉ đạt reports nothing, and what is to be completed may stand behind its time`() {
    let text = """
      NGHỊ QUYẾT
      Về nhiệm vụ phát triển kinh tế - xã hội năm 2024

      II. Các chỉ tiêu chủ yếu năm 2024
      a) Tỷ lệ lao động qua đào tạo đạt 73,5%, trong đó có bằng cấp, chứng chỉ đạt 34%;
      b) Đến giữa năm 2025 cơ bản hoàn thành giải phóng mặt bằng Dự án cao tốc.
      """
    #expect(
      statementSummaries(of: text) == ["target = 73.5 percent", "target = 34 percent", "target | 2025"])
  }
}
