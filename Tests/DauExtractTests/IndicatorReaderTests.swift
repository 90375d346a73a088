import Testing

@testable import DauExtract

/// What a sentence of a report says, in short: `value unit plan= prev= change=`, one a record.
private func indicators(of sentence: String, heading: String = "KẾT QUẢ THỰC HIỆN") -> [String] {
  Statement.facts(of: sentence, type: "BÁO CÁO", title: "Kết quả công tác năm 2019", heading: heading).compactMap {
    guard case .indicator(let fact) = $0 else { return nil }
    var text = [fact.value?.description ?? "-", fact.unit ?? "-"]
    if let plan = fact.planPercent { text.append("plan=\(plan)") }
    if let previous = fact.previousPercent { text.append("prev=\(previous)") }
    if let change = fact.changePercent { text.append("change=\(change)") }
    if let change = fact.changeValue { text.append("by=\(change)") }
    return text.joined(separator: " ")
  }
}

@Suite struct IndicatorReaderTests {
  @Test(arguments: [
    // Comparisons sit in the record they compare.
    (
      "Thu ngân sách trên địa bàn huyện đạt 412,5 tỷ đồng, đạt 103,1% dự toán, tăng 6,2% so với cùng kỳ.",
      ["412500000000 VND plan=103.1 change=6.2"]
    ),
    ("Sản lượng chè búp tươi 9,8 nghìn tấn, bằng 97,5% so với cùng kỳ năm 2018.", ["9800 t prev=97.5"]),
    (
      "Số vụ cháy xảy ra 14 vụ, giảm 3 vụ so với năm trước (-17,6%), làm bị thương 2 người, tăng 1 người.",
      ["14 count change=-17.6 by=-3", "2 count by=1"]
    ),
    (
      "Xảy ra 25 vụ va chạm, làm chết 9 người; so với cùng kỳ giảm 4 vụ (-13,8%), giảm 2 người chết (-18,2%).",
      ["25 count change=-13.8 by=-4", "9 count change=-18.2 by=-2"]
    ),
    ("Cấp mới 126 giấy phép (tăng 12 giấy phép, đạt 84% kế hoạch).", ["126 count plan=84 by=12"]),
    ("Doanh thu dịch vụ đạt 88 tỷ đồng, so với cùng kỳ tăng 4%.", ["88000000000 VND change=4"]),
    // A change of no value that is told.
    ("Tai nạn giao thông giảm 2 vụ, giảm 3 người chết so với cùng kỳ.", ["- - by=-2", "- - by=-3"]),
    ("Số vụ cháy giảm 2 vụ (-16,7%).", ["- - change=-16.7 by=-2"]),
    ("Kim ngạch xuất khẩu giảm 15 triệu USD so với năm trước.", ["- - by=-15000000"]),
    // What was done, in its own amount.
    ("Các cơ quan đã giảm 01 chi cục, tổng vốn đăng ký tăng 127 tỷ đồng.", ["1 count", "127000000000 VND"]),
    // Papers of an office are no awards.
    (
      "Đã cấp 1.250 giấy chứng nhận; đạt 83,3% kế hoạch; giảm 4,1% so với cùng kỳ.",
      ["1250 count plan=83.3 change=-4.1"]
    ),
    // Two plans beside each other.
    (
      "So với kế hoạch đạt 5.695 tỷ đồng doanh thu và 1.369 tỷ đồng lợi nhuận, đã đạt 61% chỉ tiêu doanh thu.",
      ["- - plan=61"]
    ),
    // Comparisons behind a semicolon.
    (
      "Sản lượng đạt 500 tấn; tăng 5% so với cùng kỳ; bằng 60% kế hoạch.", ["500 t plan=60 change=5"]
    ),
    ("Đào tạo nghề cho 500 người; giảm 2% hộ nghèo.", ["500 count", "- - change=-2"]),
    ("Toàn tỉnh có 90 xã đạt chuẩn, bình quân 17,6 tiêu chí/xã.", ["90 count", "17.6 count"]),
    // A change belongs to the value that it names.
    (
      "Trong năm có 352 doanh nghiệp đăng ký với số vốn 3.120 tỷ đồng, giảm 8% về số doanh nghiệp nhưng tăng 25,4% về số vốn so với cùng kỳ.",
      ["352 count change=-8", "3120000000000 VND change=25.4"]
    ),
    ("Công nghiệp cả tỉnh tăng thấp ở mức 0,7% so với cùng kỳ.", ["- - change=0.7"]),
    // A level below another is no fall.
    ("Nợ xấu được kiểm soát thấp dưới 1,6%; lợi nhuận tăng trưởng 18%.", ["1.6 percent", "18 percent"]),
    ("Tăng trưởng kinh tế (GRDP) (7,15% trong khi kế hoạch đề ra là 7,5 - 8%).", ["7.15 percent"]),
    ("Du lịch đón lượt khách 15 triệu, tăng 6%.", ["15000000 count change=6"]),
    ("Bàn thờ có ảnh cỡ 40 cm x 30 cm.", []),
    ("Lực lượng chữa cháy có mặt sau 15 phút, dập tắt đám cháy sau hơn 3 giờ đồng hồ.", []),
    ("Số tiền đó đã được hai đội bỏ ra; còn hai xã chưa đạt chuẩn.", ["2 count"]),
    ("Có 38/41 chỉ tiêu chủ yếu hoàn thành và 18 chỉ tiêu vượt kế hoạch đề ra.", ["38 count", "18 count"]),
    // A plan beside its share, and by how much it was surpassed, are no values of their own.
    (
      "Thu ngân sách đạt 108.311 tỷ đồng, đạt 100,29% chỉ tiêu kế hoạch được giao là 108.000 tỷ đồng, vượt chỉ tiêu được giao hơn 310 tỷ đồng.",
      ["108311000000000 VND plan=100.29"]
    ),
    // Members make a council; more than it can have are counted.
    ("Thành lập 1.482 tổ công nghệ số với 7.315 thành viên.", ["1482 count", "7315 count"]),
    ("Hội đồng có 19 thành viên.", []),
    ("Đối với 5 ban quản lý mới thành lập, đã bàn giao 600 hồ sơ.", ["600 count"]),
    // The gap to an aim is no change.
    ("Tỷ lệ tập hợp thanh niên đạt 61,2%, thấp hơn 3,8% so với chỉ tiêu đề ra.", ["61.2 percent"]),
    (
      "Giá trị sản xuất công nghiệp đạt 1.250 tỷ đồng, tăng 12,5% so với cùng kỳ và tăng 3,2% so với tháng trước.",
      ["1250000000000 VND change=12.5", "- - change=3.2"]
    ),
    // A share of the number before it is a fact of its own, that of a plan is not.
    (
      "Giới thiệu 1.402 đoàn viên ưu tú cho Đảng, trong đó 963 đồng chí được kết nạp, đạt 68,7%.",
      ["1402 count", "963 count", "68.7 percent"]
    ),
    ("Huấn luyện 1.402 dân quân, trong đó 963 đồng chí nòng cốt, đạt 98%.", ["1402 count", "963 count plan=98"]),
    // A change without a value is an indicator without a value.
    ("Chỉ số tồn kho ngành chế biến giảm 2,4% so với cùng kỳ.", ["- - change=-2.4"]),
    (
      "Ngành trồng trọt tăng 3,1%, ngành chăn nuôi giảm 0,8%, ngành thủy sản tăng 5%.",
      ["- - change=3.1", "- - change=-0.8", "- - change=5"]
    ),
    ("Giải ngân vốn đầu tư công đạt 71% kế hoạch.", ["- - plan=71"]),
    ("Doanh thu đạt 30 tỷ đồng, vượt 18% so với kế hoạch 6 tháng, bằng 60% kế hoạch năm.", ["30000000000 VND plan=60"]),
    (
      "Thu ngân sách đạt 85 tỷ đồng, đạt 120% dự toán tỉnh giao, 115% dự toán huyện giao, tăng 12% so với cùng kỳ.",
      ["85000000000 VND plan=120 change=12", "- - plan=115"]
    ),
    // A value that a change led to.
    ("Tỷ lệ hộ cận nghèo giảm 1,2%, còn 8,4%.", ["8.4 percent change=-1.2"]),
    ("Tỷ lệ trẻ suy dinh dưỡng giảm từ 15% xuống còn 13,6%.", ["13.6 percent"]),
    // Shares of their own.
    ("Các xã gửi 240 đơn, đã xử lý 180 đơn, đạt 75%.", ["240 count", "180 count", "75 percent"]),
    ("Tập huấn cho 320 cộng tác viên, đạt 64%.", ["320 count plan=64"]),
    ("Khu vực dịch vụ chiếm 44,5%, khu vực nông nghiệp chiếm 20,1%.", ["44.5 percent", "20.1 percent"]),
    ("100% thôn, bản có nhà văn hóa; trên 60% tuyến đường có đèn chiếu sáng.", ["100 percent", "60 percent"]),
    ("Có 18/24 xã hoàn thành phổ cập, bằng 75%.", ["18 count", "75 percent"]),
    // Lists.
    (
      "Nhân dân góp 3.200 ngày công, hiến 4.150 m² đất và 1,7 tỷ đồng.", ["3200 count", "4150 m2", "1700000000 VND"]
    ),
    (
      "Sáp nhập 36 thôn thành 15 thôn, giảm 21 thôn.", ["36 count", "15 count by=-21"]
    ),
    (
      "Thu hút 9 dự án mới, tổng vốn đăng ký 640 tỷ đồng (tăng 2 dự án và 150 tỷ đồng so với cùng kỳ).",
      ["9 count by=2", "640000000000 VND by=150000000000"]
    ),
    ("Các sở giảm 05/60 phòng chuyên môn, giảm 02 chi cục.", ["5 count", "2 count"]),
    ("Chỉ số hài lòng đạt 81,2 điểm, tăng 3 bậc.", ["81.2 count by=3"]),
    ("Tăng trưởng kinh tế đạt 7,4% so với kế hoạch 7%.", ["7.4 percent"]),
    ("Giá trị sản xuất ước 1.240 tỷ đồng, thực hiện 62,5% kế hoạch năm.", ["1240000000000 VND plan=62.5"]),
    (
      "Thu ngân sách đạt 640 tỷ đồng, bằng 71% so với dự toán Chính phủ giao và 60% Nghị quyết HĐND huyện.",
      ["640000000000 VND plan=71", "- - plan=60"]
    ),
    ("Giải ngân vốn đầu tư công đến ngày 15/9/2019 đạt 87,5 tỷ đồng.", ["87500000000 VND"]),
    ("Ngân sách huyện 850 triệu đồng, huy động khác 400 triệu đồng.", ["850000000 VND", "400000000 VND"]),
    ("Tỷ lệ hộ nghèo giảm từ 19,2% năm 2016 xuống còn 7,8% năm 2019.", ["7.8 percent"]),
    (
      "Kim ngạch đạt 85 triệu USD, giảm 4,5% so CK. Tổng lượt khách đạt 1,2 triệu lượt.",
      ["85000000 USD change=-4.5", "1200000 count"]
    ),
    ("Thành lập công đoàn ở doanh nghiệp có từ 20 lao động trở lên đạt 96%.", ["96 percent"]),
    ("Tỷ lệ huy động trẻ 5 tuổi ra lớp đạt 99,8%.", ["99.8 percent"]),
  ])
  func `numbers of reports are tied to their comparisons`(sentence: String, expected: [String]) {
    #expect(indicators(of: sentence) == expected)
  }

  @Test(arguments: [
    "Phát động đợt thi đua 45 ngày đêm chào mừng kỷ niệm 70 năm ngày thành lập ngành.",
    "Hội đồng gồm 17 thành viên, trong đó có 03 Phó Chủ tịch.",
    "Chủ tịch UBND tỉnh tặng Bằng khen cho 12 tập thể và 20 cá nhân.",
    "Đoàn học sinh đạt 04 giải nhất, 09 giải nhì.",
    "Thực hiện phong trào “3 sạch, 5 không” ở khu dân cư.",
    "Tham gia Cụm thi đua 6 tỉnh Bắc Trung Bộ.",
    "Mức thưởng: giải nhất 3.000.000 đồng, giải nhì 2.000.000 đồng.",
    "Doanh thu năm nay tăng gấp 3 lần.",
    "Ban hành Kế hoạch số 25/KH-UBND ngày 11/3/2019 của UBND tỉnh.",
    "Có 04 nghệ nhân được Chủ tịch nước phong tặng danh hiệu Nghệ nhân ưu tú.",
    "- Giấy khen của Giám đốc Sở: 45 tập thể, 210 cá nhân.",
    "Thưởng 12.000.000 đồng/giải Nhất.",
    "Bàn giao Bệnh viện Đa khoa huyện 120 giường.",
    "Thực hiện 3 chương trình kinh tế trọng tâm.",
  ])
  func `numbers that report nothing are left`(sentence: String) {
    #expect(indicators(of: sentence) == [])
  }

  @Test(
    arguments: [
      ("Thu nhập bình quân của người lao động từ 5 đến 7 triệu đồng/tháng.", ["5000000...7000000 VND"]),
      ("Hoạt động giảng dạy đều đạt mức điểm tốt từ 3,89 đến 4,1.", ["3.89...4.1 count"]),
      ("Kết quả sinh viên trả lời là 80% - 90%.", ["80...90 percent"]),
      ("Giá niêm yết ở mức 36,5 - 37,4 triệu đồng/lượng, giảm 700.000 đồng/lượng.", ["36500000...37400000 VND"]),
      ("Sản lượng tăng từ 5 đến 7% so với cùng kỳ.", []), ("Trong quỹ phải luôn có sẵn 500 triệu đến 1 tỷ đồng.", []),
      ("Người giúp thu hồi được từ 200 triệu đồng đến dưới 500 triệu đồng được tặng bằng khen.", []),
      ("Thời gian xử lý bình quân từ 5 đến 7 ngày.", []),
      ("Các chỉ tiêu được giao là tốc độ tăng xuất khẩu 6-7%.", []),
    ] as [(String, [String])])
  func `a range is an indicator where it was measured`(_ text: String, _ expected: [String]) {
    let ranges = extraction(of: text).records.compactMap { record -> String? in
      guard case .indicator(let fact) = record.fact, let low = fact.low, let high = fact.high else { return nil }
      #expect(fact.value == nil && fact.changePercent == nil)
      return "\(low)...\(high) \(fact.unit ?? "")"
    }
    #expect(ranges == expected)
  }

  @Test func `a statement behind khi has its own change`() {
    #expect(
      statementSummaries(of: "Doanh thu đạt 89,6 tỷ đồng khi lượng hàng bán tăng 65,5% so với cùng kỳ.") == [
        "indicator 89600000000 VND", "indicator - - change=65.5",
      ])
    #expect(statementSummaries(of: "Hãng bán ra 40 mẫu thay vì chia thành 20 đợt.") == ["indicator 40 count"])
  }

  @Test func `recipients in a section on awards are no indicators`() {
    #expect(
      indicators(
        of: "- Cờ thi đua của UBND tỉnh: 11 tập thể;\n\n- Huân chương: 02 cá nhân.", heading: "KHEN THƯỞNG CẤP TỈNH")
        == [])
  }

  @Test func `the period is the nearest date or that of the document`() {
    let facts = Statement.facts(
      of:
        "Đến hết tháng 9/2019 có 52 hợp tác xã; từ đầu năm đến ngày 20/11/2019 tiếp 310 lượt công dân. Trồng 90 ha rừng.",
      type: "BÁO CÁO", title: "Kết quả công tác năm 2019", heading: "KẾT QUẢ")
    let periods = facts.compactMap { fact -> String? in
      if case .indicator(let indicator) = fact { indicator.period ?? "-" } else { nil }
    }
    #expect(periods == ["../2019-09", "2019-01-01/2019-11-20", "2019"])
  }

  @Test(arguments: [
    ("Tổng đàn trâu của huyện đạt 9.200 con.", "Tổng đàn trâu của huyện"),
    ("Đã giải quyết 75 hồ sơ đất đai.", "hồ sơ đất đai"),
    ("Các xã gửi 240 đơn, đã xử lý 180 đơn (đạt 75%).", "đơn"),
  ])
  func `the subject is a phrase of the sentence`(sentence: String, expected: String) {
    let facts = Statement.facts(of: sentence, type: "BÁO CÁO", title: "Kết quả năm 2019", heading: "KẾT QUẢ")
    guard case .indicator(let fact)? = facts.first(where: { $0.kind == .indicator }) else {
      Issue.record("no indicator in '\(sentence)'")
      return
    }
    #expect(fact.subject == expected)
  }
}

/// A sentence as a document of the genre holds it.
enum Statement {
  /// The facts read from `sentence` under a heading of a document of a type.
  static func facts(of sentence: String, type: String, title: String, heading: String) -> [Fact] {
    records(of: sentence, type: type, title: title, heading: heading).map(\.fact)
  }

  static func records(of sentence: String, type: String, title: String, heading: String) -> [Record] {
    let text = "\(type)\n\(title)\n\nI. \(heading)\n\n\(sentence)\n"
    return extractor.extract(ExtractionInput(documentID: "sha256:0", text: text)).records
  }
}
