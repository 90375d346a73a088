import Testing

@testable import DauExtract

/// What a sentence demands, in short: `comparator value unit | deadline qualifier`, one a record.
private func targets(
  of sentence: String, type: String = "KẾ HOẠCH", title: String = "Phát triển kinh tế năm 2020",
  heading: String = "MỤC TIÊU, CHỈ TIÊU"
) -> [String] {
  Statement.facts(of: sentence, type: type, title: title, heading: heading).compactMap {
    guard case .target(let fact) = $0 else { return nil }
    var text: [String] = []
    if let comparator = fact.comparator { text.append(comparator) }
    if let value = fact.value { text.append(value.description) }
    if let low = fact.low, let high = fact.high { text.append("\(low)...\(high)") }
    if let unit = fact.unit { text.append(unit) }
    if let deadline = fact.deadline {
      text.append("|")
      text.append(deadline.edtf ?? "?")
      if let qualifier = deadline.qualifier { text.append(qualifier.rawValue) }
    }
    return text.joined(separator: " ")
  }
}

@Suite struct TargetReaderTests {
  @Test(arguments: [
    ("Nợ xấu duy trì dưới mức 3%, tỷ lệ che phủ rừng trên mức 57%.", ["< 3 percent", "> 57 percent"]),
    ("Phấn đấu có trên 70 hợp tác xã hoạt động hiệu quả.", ["> 70 count"]),
    // A deadline over a list of paragraphs, and one below it that ends it.
    (
      """
      Phấn đấu đến năm 2025:
      - Tỷ lệ hộ nghèo dưới 3%;
      - 80% xã đạt chuẩn nông thôn mới.

      Trồng mới 500 ha rừng.
      """, ["< 3 percent | 2025 until", "= 80 percent | 2025 until", "= 500 ha"]
    ),
    (
      """
      a) Đến hết quý II/2020:
      - Tối thiểu 80% thủ tục hành chính được cung cấp trực tuyến;
      b) Đến hết năm 2020:
      - Tỷ lệ hồ sơ đúng hạn đạt 98 - 99%;
      - Trồng 50 ha rừng trước ngày 30/9/2020.
      """,
      [">= 80 percent | 2020-34 until", "between 98...99 percent | 2020 until", "= 50 ha | 2020-09-30 before"]
    ),
    ("6. Giảm 2 vụ tai nạn giao thông so với năm 2019.", ["= 2 count"]),
    ("Tỷ lệ che phủ rừng đạt từ 57% trở lên.", [">= 57 percent"]),
    ("Hỗ trợ tối đa 40 triệu đồng cho mỗi mô hình.", ["<= 40000000 VND"]),
    ("Tốc độ tăng trưởng đạt 7 - 7,5%.", ["between 7...7.5 percent"]),
    ("Giảm số hộ nghèo xuống dưới 3.000 hộ.", ["< 3000 count"]),
    ("Bảo đảm 100% hồ sơ được giải quyết đúng hạn.", ["= 100 percent"]),
    ("Rút ngắn thời gian cấp phép từ 20 ngày xuống còn 15 ngày.", ["= 15 day"]),
    ("Khen thưởng không quá 15 tập thể và 25 cá nhân.", ["<= 15 count", "<= 25 count"]),
    ("Xã Bản Lầu hoàn thành 19/19 tiêu chí.", ["= 19 count"]),
    // Deadlines.
    ("Hoàn thành 12 km kênh mương trước ngày 30/6/2020.", ["= 12 km | 2020-06-30 before"]),
    ("Phấn đấu đến hết năm 2020 có 09 xã đạt chuẩn.", ["= 9 count | 2020 until"]),
    ("Tổ chức 03 lớp bồi dưỡng cho cán bộ xã, xong trong quý III/2020.", ["= 3 count | 2020-35"]),
    ("100% cơ quan, đơn vị cấp huyện dùng chữ ký số trước ngày 01/10/2020.", ["= 100 percent | 2020-10-01 before"]),
    (
      "Đến năm 2025, có 80% thôn có nhà văn hóa, 60% xã có chợ.",
      ["= 80 percent | 2025 until", "= 60 percent | 2025 until"]
    ),
    (
      "Bảo đảm 90% số xã có bác sĩ trước ngày 15/12/2020; cấp thôn tối thiểu 50%.",
      ["= 90 percent | 2020-12-15 before", ">= 50 percent"]
    ),
    ("Ban hành hướng dẫn trước ngày 20/4/2020; tổng hợp khó khăn, vướng mắc.", ["| 2020-04-20 before"]),
    ("Phát động phong trào: xong trước ngày 15/3/2020.", ["| 2020-03-15 before"]),
    ("Đưa nhà máy nước vào hoạt động trong tháng 8 năm 2020.", ["| 2020-08"]),
    ("Báo cáo kết quả chậm nhất là ngày 25/11/2020.", ["| 2020-11-25 until"]),
    ("Trình phê duyệt quy chế trước ngày 31/6/2020.", ["| ? before"]),
    ("Hoàn thành tiêu chí giao thông trong năm 2020.", ["| 2020"]),
    ("Trong quý II/2020 hoàn thành việc kiện toàn Hội đồng.", ["| 2020-34"]),
    (
      "Xóa 100% nhà tạm cho 320 hộ nghèo xong trước ngày 30/8/2020.",
      ["= 100 percent | 2020-08-30 before", "= 320 count | 2020-08-30 before"]
    ),
    (
      "11/11 đảng bộ huyện và 6 đảng bộ trực thuộc hoàn thành đại hội trước ngày 31/8/2020.",
      ["= 11 count | 2020-08-31 before", "= 6 count | 2020-08-31 before"]
    ),
    (
      "Đến năm 2025, tỷ lệ đô thị hóa đạt 30%, đến năm 2030 đạt 35%.",
      ["= 30 percent | 2025 until", "= 35 percent | 2030 until"]
    ),
    (
      "Giảm ít nhất 10% đầu mối và giảm 12% đơn vị sự nghiệp so với năm 2015.",
      [">= 10 percent", "= 12 percent"]
    ),
    ("Thời gian hoàn thành: Quý III/2020.", ["| 2020-35"]),
    ("Quyết tâm đưa Đông Lĩnh trở thành huyện nông thôn mới vào năm 2025.", ["| 2025"]),
    ("Thu ngân sách không thấp hơn 420 tỷ đồng.", [">= 420000000000 VND"]),
    ("Giá trị sản phẩm trên 01 ha đất canh tác đạt 150 triệu đồng.", ["= 150000000 VND"]),
  ])
  func `demands are read with their comparator and deadline`(sentence: String, expected: [String]) {
    #expect(targets(of: sentence) == expected)
  }

  @Test(arguments: [
    "Ra sức thi đua 60 ngày đêm chào mừng kỷ niệm 45 năm ngày thành lập huyện.",
    "Hoàn thành xuất sắc nhiệm vụ của kế hoạch năm 2020.",
    "Thời gian: Từ ngày 01/3/2020 đến ngày 30/10/2020.",
    "Thực hiện Chiến lược phát triển du lịch đến năm 2030, tầm nhìn đến năm 2045.",
    "Thực hiện Nghị quyết số 08-NQ/TU ngày 12/5/2017 của Tỉnh ủy.",
    "Giữ vững chủ quyền biên giới, trật tự an toàn xã hội.",
    "Học tập phong trào “3 không” của huyện bạn.",
    "Phong trào chia làm 02 đợt.",
  ])
  func `exhortations, periods and names are no targets`(sentence: String) {
    #expect(targets(of: sentence) == [])
  }

  @Test(arguments: ["II QUAN ĐIỂM, MỤC TIÊU", "Il. MỤC TIÊU", "Ill. NHIỆM VỤ, GIẢI PHÁP"])
  func `a Roman number that was misread still begins its section`(heading: String) {
    let text = "NGHỊ QUYẾT\nVề nông nghiệp\n\nI. TÌNH HÌNH\n\nCó 5 xã đạt chuẩn.\n\n\(heading)\n\nCó 60 xã đạt chuẩn."
    #expect(extraction(of: text).records.filter { $0.kind == .target }.map(\.text) == ["Có 60 xã đạt chuẩn"])
  }

  @Test(arguments: [
    (
      "Tối thiểu 90% cơ quan, đơn vị đăng ký thi đua trước ngày 31/3/2020.", [">= 90 percent | 2020-03-31 before"]
    ),
    ("- Tối thiểu 95% hồ sơ được giải quyết đúng hạn;", [">= 95 percent"]),
    ("Ít nhất 12 người chết trong vụ cháy.", []),
    (
      "Yêu cầu các sở hoàn thành việc rà soát, đề xuất khen thưởng trong tháng 10/2020, báo cáo trước ngày 05/11/2020.",
      ["| 2020-10", "| 2020-11-05 before"]
    ),
    (
      "Hội nghị đề ra một số chỉ tiêu gồm có: tốc độ tăng trưởng 7,5%; thu ngân sách 5.000 tỷ đồng; giảm nghèo 2%.",
      ["= 7.5 percent", "= 5000000000000 VND", "= 2 percent"]
    ),
    (
      "Tỉnh đề ra một số chỉ tiêu chủ yếu, gồm có 90% cơ quan đạt chuẩn văn hóa, 100% xã có nhà văn hóa.",
      ["= 90 percent", "= 100 percent"]
    ),
    ("Kết quả thực hiện một số chỉ tiêu gồm có: tốc độ tăng trưởng 7,5%; thu ngân sách 5.000 tỷ đồng.", []),
    (
      "Năm 2020 phấn đấu:\n- Thu ngân sách 5.000 tỷ đồng;\n- Tỷ lệ hộ nghèo dưới 3%. Đã trồng 50 ha rừng.",
      ["= 5000000000000 VND | 2020", "< 3 percent | 2020"]
    ),
  ])
  func `a sentence of a report demands by its bound or by the aims it lists`(sentence: String, expected: [String]) {
    #expect(targets(of: sentence, type: "BÁO CÁO", heading: "KẾT QUẢ THỰC HIỆN") == expected)
  }

  @Test(arguments: [
    ("Thu nhập bình quân đạt 60 triệu đồng/người/năm.", "Thu nhập bình quân", "đạt"),
    ("Phấn đấu tỷ lệ che phủ rừng đạt 55 - 57%.", "tỷ lệ che phủ rừng", "phấn đấu"),
  ])
  func `a target is named by its noun, and no noun is its verb`(sentence: String, subject: String, verb: String) {
    let facts = Statement.facts(
      of: sentence, type: "KẾ HOẠCH", title: "Phát triển kinh tế năm 2020", heading: "CHỈ TIÊU")
    #expect(
      facts.compactMap { fact -> [String?]? in
        if case .target(let target) = fact { [target.subject, target.verb] } else { nil }
      } == [[subject, verb]])
  }

  @Test func `what follows the words that give orders is demanded`() {
    let text = """
      CHỈ THỊ
      Về công tác hồ sơ

      Toàn tỉnh có 108 hồ sơ phải trả lại.

      Ủy ban nhân dân tỉnh yêu cầu:

      Báo cáo thành tích không quá 04 trang.
      """
    #expect(extraction(of: text).records.filter { $0.kind == .target }.map { $0.fact.summary }.count == 1)
    #expect(extraction(of: text).records.filter { $0.kind == .indicator }.count == 1)
  }

  @Test func `what was done before a plan is reported, not demanded`() {
    #expect(targets(of: "Năm qua, huyện đã xây dựng 25 km đường và đã trồng 300 ha rừng.") == [])
  }

  @Test func `a report demands where it says so`() {
    let sentence = "Tập trung vào 7 xã phấn đấu về đích năm 2019, bình quân mỗi xã đạt 14,5 tiêu chí."
    #expect(
      targets(of: sentence, type: "BÁO CÁO", title: "Kết quả công tác năm 2019", heading: "KẾT QUẢ") == [
        "= 7 count | 2019"
      ])
  }

  @Test(arguments: [
    (
      "Năm 2019, tỉnh phấn đấu đón 1,1 triệu lượt khách, trong đó có 225.000 lượt khách quốc tế.",
      ["= 1100000 count | 2019", "= 225000 count | 2019"]
    ),
    ("Phấn đấu: tăng trưởng đạt 7%; thu ngân sách 5.600 tỷ đồng.", ["= 7 percent", "= 5600000000000 VND"]),
    ("Phấn đấu thu 90 tỷ đồng; năm qua giải ngân đạt 95%.", ["= 90000000000 VND"]),
    ("Trong 5 năm tới sẽ đào tạo 300 lao động.", ["= 300 count"]),
    (
      "Tỉnh sẽ tuyển 560 người, trong đó 272 chỉ tiêu khối sở, ban, ngành và 288 chỉ tiêu khối huyện.",
      ["= 560 count", "= 272 count", "= 288 count"]
    ),
    ("Chỉ số cải cách hành chính phấn đấu nằm trong nhóm 20 tỉnh dẫn đầu.", ["= 20 count"]),
    // The mark that closes the quotation was lost.
    ("Chủ đề \"Đoàn kết; sẽ đào tạo 300 lao động.", ["= 300 count"]),
  ])
  func `what goes on with a demand in a report is demanded`(sentence: String, expected: [String]) {
    #expect(
      targets(of: sentence, type: "BÁO CÁO", title: "Kết quả công tác năm 2019", heading: "KẾT QUẢ") == expected)
  }

  @Test(arguments: [
    ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2020", 1), ("MỤC TIÊU", 1), ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", 0),
    ("ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", 0), ("TỒN TẠI, HẠN CHẾ", 0),
  ])
  func `the heading of a report tells what its numbers are`(heading: String, count: Int) {
    let found = targets(
      of: "Trồng mới 450 ha rừng sản xuất.", type: "BÁO CÁO", title: "Tổng kết công tác năm 2019", heading: heading)
    #expect(found.count == count)
  }

  @Test func `a plan reports below a heading on how things are`() {
    #expect(targets(of: "Toàn huyện trồng 450 ha rừng.", heading: "TÌNH HÌNH CHUNG") == [])
  }

  @Test func `the evidence holds the number and stands in the text`() {
    let records = Statement.records(
      of: "Phấn đấu đến hết năm 2020 có 09 xã đạt chuẩn nông thôn mới.", type: "KẾ HOẠCH", title: "Năm 2020",
      heading: "CHỈ TIÊU")
    let target = records.first { $0.kind == .target }
    #expect(target?.text == "Phấn đấu đến hết năm 2020 có 09 xã đạt chuẩn nông thôn mới")
    guard case .target(let fact)? = target?.fact else { return }
    #expect(fact.subject == "xã đạt chuẩn nông thôn mới")
    #expect(fact.verb == "phấn đấu")
  }

  @Test func `a clause without end is read to its end`() {
    let text = String(repeating: "khen thưởng cho 1 tập thể, ", count: 8_000)
    #expect(extraction(of: text).records.allSatisfy { $0.kind != .target })
  }
}
