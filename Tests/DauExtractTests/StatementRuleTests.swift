import Testing

@testable import DauExtract

/// The indicators and targets of a sentence without a letterhead, in short: `kind value unit plan= prev= change=`.
private func statements(of sentence: String) -> [String] {
  extraction(of: sentence).records.compactMap { record in
    switch record.fact {
    case .indicator(let fact):
      var text = ["is", fact.value?.description ?? "-", fact.unit ?? "-"]
      if let plan = fact.planPercent { text.append("plan=\(plan)") }
      if let previous = fact.previousPercent { text.append("prev=\(previous)") }
      if let change = fact.changePercent { text.append("change=\(change)") }
      return text.joined(separator: " ")
    case .target(let fact):
      var text = ["shall"]
      if let comparator = fact.comparator { text.append(comparator) }
      if let value = fact.value { text.append(value.description) }
      if let unit = fact.unit { text.append(unit) }
      if let deadline = fact.deadline { text.append("| \(deadline.edtf ?? "?")") }
      return text.joined(separator: " ")
    default: return nil
    }
  }
}

/// Sentences of news, laws and letters that stand alone, as real writers wrote them or after their forms.
@Suite struct StatementRuleTests {
  @Test(arguments: [
    "Trường hợp nhận hai trẻ em trở lên là anh chị em ruột thì từ trẻ em thứ hai được giảm 50% mức lệ phí.",
    "Mức thu bằng 50% mức thu phí quy định tại Mục I.",
    "Cán bộ nghỉ việc từ 22 ngày làm việc trở lên trong quý thì không được xếp loại.",
    "Ông đề nghị quy định rõ về số lượng tối đa 15 đại biểu và không nên có hai văn phòng.",
    "Chỉ những doanh nghiệp có trên 50% số người được lấy ý kiến tán thành mới tham gia ký kết.",
    "Người có tỷ lệ thương tật từ 61% trở lên sẽ được tặng Huân chương Dũng cảm.",
    "Thỏa ước lao động tập thể ngành chỉ được ký kết khi có trên 50% tổng số người tán thành.",
    "Quỹ tiền thưởng được xác định bằng 10% tổng quỹ tiền lương.",
    "Quy định trích quỹ khen thưởng, phúc lợi 25% chưa đúng quy định.",
    "Hội đồng có ít nhất là 03 người, trong đó phải có 01 đại diện chịu trách nhiệm chuyên môn;",
    "Phạt cảnh cáo đối với hành vi bán sản phẩm có hàm lượng mỗi chỉ tiêu cao hơn mức tối đa dưới 5% so với tiêu chuẩn đã công bố.",
    "Cứ giảm 1% năng suất lao động bình quân so với năm trước thì giảm trừ 0,5% mức tiền lương bình quân.",
    "Trừ các ảnh hưởng ngoại trừ, nếu tính lại sẽ dẫn tới tỷ lệ vốn khả dụng từ 120% đến dưới 150%.",
  ])
  func `rules and suppositions report and demand nothing`(_ sentence: String) {
    #expect(statements(of: sentence).isEmpty)
  }

  @Test(arguments: [
    ("Thành phố tiếp tục nằm trong 20 đô thị dẫn đầu, tỷ lệ thu gom rác đạt 93%, tăng 6%.", ["is 93 percent change=6"]),
    ("UBND tỉnh đã phê duyệt kế hoạch đấu giá đất trên địa bàn 6 huyện.", []),
    ("Cụm thi đua đề ra 8 phương hướng, nhiệm vụ.", []),
    ("Tại các xã đã đạt chuẩn xây dựng 01 khu dân cư kiểu mẫu.", []),
    ("Ngày 26/8, Sở Nội vụ công bố bảng xếp hạng cải cách hành chính của 34 đơn vị.", []),
    ("Tỉnh xác định phát triển dựa trên 5 trụ cột.", []),
    ("Các cấp Hội vận động 141.610 hội viên đăng ký phấn đấu danh hiệu nông dân giỏi.", ["is 141610 count"]),
    ("Người học hoàn thành chương trình chiếm tỷ lệ cao (từ 85% trở lên).", ["is 85 percent"]),
    ("Mỗi chi bộ xây dựng 01 mô hình học tập.", []),
    ("Bình quân đạt 15,4 tiêu chí/xã; không còn xã dưới 10 tiêu chí.", ["is 15.4 count"]),
    (
      "Đã tiêm 82.450 mũi vắc xin, trong đó 41.200 người tiêm đủ 02 mũi, đạt 93,1%.",
      ["is 82450 count", "is 41200 count", "is 93.1 percent"]
    ),
  ])
  func `a number that places, orders or shares out is not reported`(_ sentence: String, _ expected: [String]) {
    #expect(statements(of: sentence) == expected)
  }

  @Test(arguments: [
    (
      "Phấn đấu giảm tỷ lệ hộ nghèo trong cả nước còn dưới 5%, các huyện nghèo còn dưới 30%.",
      ["shall < 5 percent", "shall < 30 percent"]
    ),
    (
      "Tập trung vào 12 xã phấn đấu đạt chuẩn năm 2018, 10 xã đạt dưới 5 tiêu chí.",
      ["shall = 12 count | 2018"]
    ),
    ("Chậm nhất đến tháng 2/2015, các huyện phải nộp hồ sơ lên Ban Thi đua - Khen thưởng tỉnh.", ["shall | 2015-02"]),
    (
      "Nghị quyết đề ra mục tiêu trong 5 năm đến xây dựng đô thị văn minh, tỷ lệ đô thị hóa đạt 60%; tổng vốn đầu tư đạt 30.000 tỷ đồng.",
      ["shall = 60 percent", "shall = 30000000000000 VND"]
    ),
    (
      "Đảng bộ tập trung thực hiện 16 mục tiêu chủ yếu: tăng trưởng kinh tế đạt 17%/năm trở lên; thu ngân sách tăng từ 16% trở lên/năm.",
      ["shall >= 17 percent", "shall >= 16 percent"]
    ),
    ("Cục Hàng không nghiên cứu, đảm bảo việc hoàn thành điều chỉnh quy hoạch trong năm 2021.", ["shall | 2021"]),
    ("Bộ được Thủ tướng giao chỉ tiêu tốc độ tăng trưởng năm 2017 khoảng 6,7%.", ["shall = 6.7 percent | 2017"]),
    ("Phấn đấu có 15 xã đạt chuẩn, đến nay đã có hơn 9 xã.", ["shall = 15 count", "is 9 count"]),
  ])
  func `a demand runs on to the bounds that follow it, not to its kind`(_ sentence: String, _ expected: [String]) {
    #expect(statements(of: sentence) == expected)
  }

  @Test(arguments: [
    (
      "Thu ngân sách đạt 5.837,3 tỷ đồng, đạt 188,3% chỉ tiêu do Bộ giao (3.100 tỷ đồng), đạt 171,6% chỉ tiêu do Hội đồng nhân dân tỉnh giao (3.400 tỷ đồng), tăng 107,9% so với cùng kỳ.",
      ["is 5837300000000 VND plan=188.3 change=107.9", "is - - plan=171.6"]
    ),
    (
      "Công ty đã thực hiện được 16% chỉ tiêu doanh thu và 20% chỉ tiêu lợi nhuận.",
      ["is - - plan=16", "is - - plan=20"]
    ),
    ("Tăng trưởng đạt 6,98%, vượt chỉ tiêu Quốc hội đề ra (6,7%).", ["is 6.98 percent"]),
    ("Lợi nhuận đạt 8,8 tỷ đồng, gấp 340% cùng kỳ.", ["is 8800000000 VND prev=340"]),
    ("Trồng rừng mới được 845 ha/800 ha KH, đạt 105,6%.", ["is 845 ha plan=105.6"]),
    ("Đã chi trả 39,62 tỷ đồng/77,415 tỷ đồng, đạt 51,18%.", ["is 39620000000 VND", "is 51.18 percent"]),
  ])
  func `a plan beside its share is no result of its own`(_ sentence: String, _ expected: [String]) {
    #expect(statements(of: sentence) == expected)
  }

  @Test(arguments: [
    ("Tổng đàn gia súc 42.150 con, giảm 3,2%.", ["Tổng đàn gia súc"]),
    ("Tai nạn giao thông xảy ra 07 vụ.", ["Tai nạn giao thông xảy ra"]),
    ("Hộ cận nghèo còn 1.024 hộ.", ["Hộ cận nghèo"]),
    ("Tỷ lệ khen thưởng người lao động trực tiếp chiếm 68%.", ["Tỷ lệ khen thưởng người lao động trực tiếp"]),
    ("Xảy ra 24 vụ phạm pháp hình sự.", ["vụ phạm pháp hình sự"]),
  ])
  func `a subject says what was counted`(_ sentence: String, _ expected: [String]) {
    #expect(readings(of: sentence, .indicator).map { String($0.split(separator: "=")[1].dropFirst()) } == expected)
  }

  @Test func `the time beside the place a way leads to is its period`() {
    let records = extraction(of: "Tỷ lệ hộ nghèo giảm từ 19,07% năm 2016 xuống còn 7,88% năm 2019.").records
    let periods = records.compactMap { record -> String? in
      if case .indicator(let fact) = record.fact { return fact.period }
      return nil
    }
    #expect(periods == ["2019"])
  }

  @Test func `a plan tells of the year before`() {
    let facts = Statement.facts(
      of: "Năm 2021, toàn tỉnh có 14/15 chỉ tiêu đạt và vượt kế hoạch. Tuy nhiên, tỷ lệ che phủ rừng mới đạt 52,4%.",
      type: "KẾ HOẠCH", title: "Công tác thi đua năm 2022", heading: "MỤC ĐÍCH, YÊU CẦU")
    #expect(!facts.contains { if case .target = $0 { true } else { false } })
    #expect(facts.count { if case .indicator = $0 { true } else { false } } == 2)
  }

  @Test func `the recipients below a full line are no part of its sentence`() {
    let text = """
      KẾ HOẠCH
      Công tác thi đua năm 2022

      I. TỔ CHỨC THỰC HIỆN

      1. Tổ chức Hội nghị điển hình tiên tiến giai đoạn 2020 - 2025 trong quý II/2025;
      sơ kết 02 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị về học tập Bác.
      Nơi nhận: TM. ỦY BAN NHÂN DÂN
      - Sở Nội vụ;
      """
    let deadlines = extraction(of: text).records.compactMap { record -> String? in
      guard case .target(let fact) = record.fact else { return nil }
      return fact.deadline?.edtf
    }
    #expect(deadlines == ["2025-34"])
  }

  @Test func `a date behind brackets is not of what they hold`() {
    let facts = Statement.facts(
      of:
        "Gửi hồ sơ đề nghị tặng Cờ thi đua (mỗi cụm không quá 01 đơn vị nhất) về Sở Nội vụ chậm nhất ngày 31/12/2022.",
      type: "KẾ HOẠCH", title: "Công tác thi đua năm 2022", heading: "TỔ CHỨC THỰC HIỆN")
    let deadlines = facts.compactMap { fact -> String? in
      guard case .target(let fact) = fact else { return nil }
      return "\(fact.value?.description ?? "-") \(fact.deadline?.edtf ?? "-")"
    }
    #expect(deadlines == ["1 -", "- 2022-12-31"])
  }
}
