import Testing

@testable import DauExtract

/// What stands in sentences that report as well as order, in short: `= 80 percent | 2020`, one a target.
private func demands(of sentence: String) -> [String] {
  extraction(of: sentence).records.compactMap { record in
    guard case .target(let fact) = record.fact else { return nil }
    var text = [fact.comparator, fact.value?.description, fact.unit].compactMap(\.self)
    if let deadline = fact.deadline { text.append("| \(deadline.edtf ?? "?")") }
    return text.joined(separator: " ")
  }
}

private func reported(of sentence: String) -> [String] {
  extraction(of: sentence).records.compactMap { record in
    guard case .indicator(let fact) = record.fact else { return nil }
    return [fact.value?.description ?? "-", fact.unit ?? "-"].joined(separator: " ")
  }
}

/// Orders and aims of offices in sentences without a letterhead, as they were met or after their forms.
@Suite struct StatementOrderTests {
  @Test(arguments: [
    (
      "Tổng cục Đường bộ Việt Nam yêu cầu Sở Giao thông Vận tải báo cáo kết quả kiểm tra, xử lý trước ngày 20/02/2017./.",
      ["| 2017-02-20"]
    ),
    (
      "Chủ tịch Hà Nội giao Sở Nội vụ chủ trì làm rõ thông tin; xử lý nghiêm tập thể, cá nhân có sai phạm và báo cáo UBND Thành phố trước ngày 29/7/2017.",
      ["| 2017-07-29"]
    ),
    ("Bộ đã yêu cầu chỉ đạo rút kinh nghiệm. Sở phải báo cáo kết quả về Bộ trước ngày 10/2/2017.", ["| 2017-02-10"]),
    ("Các đơn vị gửi hồ sơ về Sở Nội vụ trước ngày 20/12/2018.", ["| 2018-12-20"]),
    (
      "UBND thành phố yêu cầu phường tháo dỡ 11 công trình vi phạm, báo cáo kết quả trước ngày 31/3/2019.",
      ["= 11 count", "| 2019-03-31"]
    ),
    ("Yêu cầu Sở Giao thông Vận tải Tp. Hồ Chí Minh báo cáo trước ngày 20/02/2017.", ["| 2017-02-20"]),
    (
      "Tổng cục đề nghị Sở kiểm tra dữ liệu. Báo cáo kết quả kiểm tra, xử lý về Tổng cục trước ngày 20/02/2017.",
      ["| 2017-02-20"]
    ),
    ("Sở đã báo cáo kết quả kiểm tra, xử lý về Tổng cục trước ngày 20/02/2017.", []),
    ("Sở đã gửi hồ sơ về Bộ trước ngày 20/12/2018.", []),
    ("Giấy tờ mua bán nhà ở trước ngày 15 tháng 10 năm 1993 được Ủy ban nhân dân cấp xã xác nhận.", []),
  ])
  func `a day behind an order ends it`(_ sentence: String, _ expected: [String]) {
    #expect(demands(of: sentence) == expected)
  }

  @Test(arguments: [
    (
      "Với chỉ tiêu thu ngân sách năm 2017 là 59.000 tỷ đồng, tăng hơn 10.000 tỷ đồng so với chỉ tiêu năm 2016, Hải quan sẽ gặp nhiều khó khăn.",
      ["= 59000000000000 VND"], []
    ),
    (
      "Nghị quyết đặt ra mục tiêu đến năm 2020, 100% người dân được sử dụng nước sạch.", ["= 100 percent | 2020"], []
    ),
    ("Hà Nội cũng nêu chỉ tiêu cụ thể 80% thủ tục hành chính được cung cấp trực tuyến.", ["= 80 percent"], []),
    ("Tỷ lệ giải ngân đạt 95% so với mục tiêu đề ra.", [], ["- -"]),
    (
      "Thành phố phấn đấu tốc độ tăng GRDP đạt 8,5%, GRDP bình quân đầu người 86 triệu đồng; tổng thu ngân sách trên địa bàn là 204.772.000 triệu đồng.",
      ["= 8.5 percent", "= 86000000 VND", "= 204772000000000 VND"], []
    ),
    ("Mỗi huyện, thành phố xây dựng ít nhất 02 mô hình điểm.", [">= 2 count"], []),
    ("Sở dự kiến thu ngân sách đạt 5.000 tỷ đồng.", [], []),
    ("Số chỉ tiêu đạt kế hoạch là 15 chỉ tiêu.", [], ["15 count"]),
  ])
  func `an aim and a quota are demanded`(_ sentence: String, _ expected: [String], _ told: [String]) {
    #expect(demands(of: sentence) == expected)
    #expect(reported(of: sentence) == told)
  }

  @Test(arguments: [
    ("Toàn tỉnh đã gieo cấy được khoảng 50% kế hoạch.", ["50"]),
    ("Tổng thu 3 năm ước đạt gần 55% kế hoạch 5 năm.", ["55"]),
  ])
  func `a share of a plan without a value stands alone`(_ sentence: String, _ expected: [String]) {
    let shares = extraction(of: sentence).records.compactMap { record -> String? in
      guard case .indicator(let fact) = record.fact, fact.value == nil else { return nil }
      return fact.planPercent?.description
    }
    #expect(shares == expected)
  }

  @Test func `one of several recipients is counted`() {
    #expect(
      tallies(of: "Tặng Bằng khen cho một tập thể và hai cá nhân.") == [
        "1 Bằng khen collective", "2 Bằng khen individual",
      ])
    #expect(readings(of: "Giao cho một cá nhân phụ trách.", .quantity) == [])
  }

  @Test func `each number has the deadline before it`() {
    let facts = Statement.facts(
      of: "Phấn đấu đến 30/9/2020 giải ngân tối thiểu 70% và đến 31/12/2020 giải ngân 100% kế hoạch vốn.",
      type: "THÔNG BÁO", title: "Giải ngân vốn năm 2020", heading: "NHIỆM VỤ")
    let deadlines = facts.compactMap { fact -> String? in
      guard case .target(let fact) = fact else { return nil }
      return fact.deadline?.edtf
    }
    #expect(deadlines == ["2020-09-30", "2020-12-31"])
  }

  @Test func `a point for the slash of a symbol is mended`() {
    let found = extraction(of: "Theo kế hoạch số 41. KH - UBND ngày 02/3/2018 của UBND tỉnh.").records
      .compactMap { record -> String? in
        guard case .citation(let fact) = record.fact else { return nil }
        return [fact.symbol, fact.date].compactMap(\.self).joined(separator: " ")
      }
    #expect(found == ["41/KH-UBND 2018-03-02"])
  }

  @Test func `a deadline that leads a sentence in is that of its clauses`() {
    let facts = Statement.facts(
      of: "Đến hết năm 2020, toàn tỉnh có thêm 08 xã đạt chuẩn; bình quân đạt 11,5 tiêu chí/xã.",
      type: "KẾ HOẠCH", title: "Xây dựng nông thôn mới năm 2020", heading: "MỤC TIÊU")
    let deadlines = facts.compactMap { fact -> String? in
      guard case .target(let fact) = fact else { return nil }
      return fact.deadline?.edtf
    }
    #expect(deadlines == ["2020", "2020"])
    let listed = Statement.facts(
      of: "Phấn đấu đến hết năm 2023: 70% hồ sơ được tiếp nhận trực tuyến; 80% kết quả được số hóa.",
      type: "KẾ HOẠCH", title: "Chuyển đổi số năm 2023", heading: "MỤC TIÊU")
    #expect(
      listed.compactMap { fact -> String? in
        guard case .target(let fact) = fact else { return nil }
        return fact.deadline?.edtf
      } == ["2023", "2023"])
  }

  @Test(arguments: [
    ("Ngân hàng là 1 trong 26 tổ chức thực hiện tốt chính sách thuế.", [String]()),
    ("Toàn tỉnh có 28 giường bệnh trên một vạn dân.", ["28 count"]),
  ])
  func `what a number is reckoned by is not reported`(_ sentence: String, _ expected: [String]) {
    #expect(reported(of: sentence) == expected)
  }

  @Test func `an article of a resolution is a section though a year ends its heading`() {
    let text = """
      NGHỊ QUYẾT
      Về nhiệm vụ phát triển kinh tế - xã hội năm 2020

      Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; xét báo cáo của Ủy ban nhân dân tỉnh, ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp.

      Điều 1. Đánh giá kết quả thực hiện nhiệm vụ năm 2019
      Năm 2019, kinh tế của tỉnh tiếp tục tăng trưởng, có 28/34 chỉ tiêu đạt và vượt kế hoạch.
      Điều 2. Chỉ tiêu chủ yếu năm 2020
      - Tỷ lệ che phủ rừng đạt 58%.
      """
    let kinds = extraction(of: text).records.map(\.kind).filter { $0 == .target || $0 == .indicator }
    #expect(kinds == [.indicator, .target])
  }
}
