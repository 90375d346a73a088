import Testing

@testable import DauExtract

/// What a text reports, in short: `24 count plan=60`, one a record.
private func reported(in text: String) -> [String] {
  extraction(of: text).records.compactMap { record in
    guard case .indicator(let fact) = record.fact else { return nil }
    var text = [fact.value?.description ?? "-", fact.unit ?? "-"]
    if let plan = fact.planPercent { text.append("plan=\(plan)") }
    return text.joined(separator: " ")
  }
}

/// Numbers of reports beside plans and comparisons, in sentences as they were met or after their forms.
@Suite struct IndicatorPlanTests {
  @Test(arguments: [
    (
      "Trong tổng số 28 chỉ tiêu của huyện có 18 chỉ tiêu đạt và vượt kế hoạch, đạt 64,3% kế hoạch.",
      ["28 count", "18 count plan=64.3"]
    ),
    (
      "Chỉ tiêu quan trọng nhất là GDP chỉ đạt 6,21% thấp hơn so với kế hoạch đề ra là 6,7%.",
      ["6.21 percent"]
    ),
    (
      "Thu nội địa năm 2016 là 79% và dự toán 2017 thu nội địa trong tổng số thu ngân sách nhà nước là 81,7%.",
      ["79 percent", "81.7 percent"]
    ),
    ("Kết quả đạt được như sau: - Thu ngân sách: năm 2016 đạt 1.479 tỷ đồng", ["1479000000000 VND"]),
  ])
  func `what was reached keeps its number beside a plan`(_ text: String, _ expected: [String]) {
    #expect(reported(in: text) == expected)
  }

  @Test func `what a number is compared with is no part of the next subject`() {
    let text =
      "Diện tích là 22.234 ha, giảm 3,11% so cùng kỳ nhưng năng suất bình quân 47,32 tạ/ha, tăng 1,7% so cùng kỳ."
    let subjects = extraction(of: text).records.compactMap { record in
      if case .indicator(let fact) = record.fact { fact.subject } else { nil }
    }
    #expect(subjects == ["Diện tích", "năng suất bình quân"])
  }

  @Test func `the words before a colon are the subject of a number that names none`() {
    let subjects = extraction(of: "Thu ngân sách: năm 2016 đạt 1.479 tỷ đồng").records.compactMap { record in
      if case .indicator(let fact) = record.fact { fact.subject } else { nil }
    }
    #expect(subjects == ["Thu ngân sách"])
  }
}
