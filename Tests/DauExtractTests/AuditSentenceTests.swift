import Testing

@testable import DauExtract

/// Sentences of news and reports with arithmetic that no report of a province puts so.
@Suite struct AuditSentenceTests {
  /// The audits of `text`, each as `relation stated holds computed`.
  private func audits(of text: String) -> [String] {
    extraction(of: text).records.compactMap { record in
      guard case .audit = record.fact else { return nil }
      return record.fact.summary
    }
  }

  @Test(arguments: [
    Case(
      "Tính đến ngày 15/12, thu NSNN đạt 5.837,3 tỷ đồng, đạt 188,3% chỉ tiêu do bộ Tài chính giao (3.100 tỷ đồng), đạt 171,6% chỉ tiêu do Hội đồng nhân dân tỉnh giao (3.400 tỷ đồng) và đạt 98,9% so với chỉ tiêu giao bổ sung của TCHQ (5.900 tỷ đồng), tăng 107,9% với cùng kỳ năm 2017.",
      "ratio 188.3 holds 188.3", "ratio 171.6 fails 171.6853", "ratio 98.9 holds 98.9373"),
    Case(
      "Quận 1 được giao chỉ tiêu thu ngân sách Nhà nước 4.500 tỷ đồng, đến nay đã thu được 5.619 tỷ đồng (vượt 25%).",
      "ratio 25 holds 24.8667"),
    Case(
      "Quận 1 được giao chỉ tiêu thu 4.500 tỷ đồng, đến nay đã thu được 5.619 tỷ đồng (vượt 27%).",
      "ratio 27 fails 24.8667"),
    Case("Thu ngân sách 5.619 tỷ đồng, vượt 25% dự toán (4.500 tỷ đồng).", "ratio 25 holds 24.8667"),
    Case(
      "Tỉnh giao dự toán thu năm 2015 là 300 tỷ đồng, bằng 47% so với năm 2014. Tuy nhiên, thực tế thu lên đến 566 tỷ 384 triệu đồng, bằng 189% so với dự toán đầu năm.",
      "ratio 189 holds 188.7947"),
    Case("Tỉnh giao dự toán thu là 300 tỷ đồng. Thu nội địa 150 tỷ đồng, bằng 80% so với dự toán."),
    // Some parts are no sum, whatever they come to.
    Case(
      "Chi NSNN là 1.135,5 nghìn tỷ đồng, trong đó một số khoản chi thường xuyên đạt 786 nghìn tỷ đồng; chi trả nợ đạt 150,3 nghìn tỷ đồng; trong khi đó chi đầu tư mới đạt 190,5 nghìn tỷ đồng."
    ),
    // Another amount is meant.
    Case("Thu ngân sách 5.619 tỷ đồng, đạt 60% kế hoạch vốn (100 tỷ đồng)."),
  ])
  func `a share of a plan is held against the plan`(_ example: Case) {
    #expect(audits(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Khen thưởng cho 3 tập thể gồm: phòng Cảnh sát điều tra tội phạm về ma tuý, phòng Kỹ thuật hình sự và Công an huyện Quỳnh Lưu mỗi đơn vị 10 triệu đồng.",
      "sum 3 holds 3"),
    Case(
      "Tỉnh đã khen thưởng cho 3 tập thể phòng Cảnh sát điều tra tội phạm về ma tuý, phòng Cảnh sát kỹ thuật hình sự và Công an huyện Quỳnh Lưu mỗi đơn vị 100 triệu đồng.",
      "sum 3 holds 3"),
    Case(
      "Thành phố cần vốn cho 5 lĩnh vực quan trọng: giao thông, giảm ngập và phòng chống lụt bão, môi trường, giáo dục, y tế.",
      "sum 5 holds 5"),
    Case(
      "Thành phố cần vốn cho 6 lĩnh vực quan trọng: giao thông, chống ngập, môi trường, giáo dục, y tế.",
      "sum 6 fails 5"),
    Case("Thành phố cần vốn cho 5 lĩnh vực: giao thông, giảm ngập và chống lụt, môi trường, giáo dục."),
    Case("Thành phố cần vốn cho 6 lĩnh vực như: giao thông, chống ngập, môi trường, giáo dục, y tế."),
    Case("Thành phố cần vốn cho 6 lĩnh vực: giao thông, chống ngập, môi trường, giáo dục, y tế..."),
    Case("Thành phố cần vốn cho 6 lĩnh vực: giao thông, chống ngập, môi trường, giáo dục, y tế, v.v."),
    Case(
      "Trao Bằng khen của UBND tỉnh cho 5 đơn vị, gồm: Cục Cảnh sát hình sự, viện Khoa học hình sự, cục Kỹ thuật nghiệp vụ, Công an huyện Châu Thành và phòng Cảnh sát hình sự Công an Tiền Giang có thành tích phá án nhanh vụ cướp.",
      "sum 5 holds 5"),
  ])
  func `a count is held against the items listed`(_ example: Case) {
    #expect(audits(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Năm 2016, trong tổng số 28 chỉ tiêu kinh tế - xã hội của huyện có 18 chỉ tiêu đạt và vượt kế hoạch, đạt 64,3% kế hoạch.",
      "ratio 64.3 holds 64.2857"),
    Case(
      "Trong số 13 chỉ tiêu Quốc hội giao có 11 chỉ tiêu đạt và vượt, 2 chỉ tiêu xấp xỉ đạt kế hoạch.",
      "sum 13 holds 13"),
    Case(
      "Trong 12 chỉ tiêu của Kế hoạch, dự kiến có 4 chỉ tiêu đạt và 8 chỉ tiêu vượt kế hoạch đề ra.", "sum 12 holds 12"),
    Case("Trong 12 chỉ tiêu của Kế hoạch có 4 chỉ tiêu đạt và 3 chỉ tiêu vượt kế hoạch đề ra."),
    Case("Đã xóa 2.601/2.629 nhà tạm (còn lại 28 hộ chưa làm).", "difference 28 holds 28"),
    Case(
      "Tỷ trọng nông, lâm nghiệp đạt 34% (giảm 11,3%); công nghiệp - xây dựng 35% (tăng 9,6%); dịch vụ 31% (tăng 1,7%).",
      "sum 100 holds 100"),
    Case(
      "Cơ cấu kinh tế chuyển dịch: Dịch vụ 53,29%; công nghiệp - xây dựng 36,6% và nông nghiệp 10,11%.",
      "sum 100 holds 100"),
    Case(
      "Cơ cấu kinh tế chuyển dịch: Dịch vụ 53,29%; công nghiệp - xây dựng 36,6% và nông nghiệp 11,11%.",
      "sum 100 fails 101"),
    Case("Cơ cấu kinh tế: dịch vụ tăng 12%, công nghiệp tăng 50%, nông nghiệp tăng 38%."),
    Case(
      "Chương trình có 131 TC (trong đó 120 tín chỉ học tập và tốt nghiệp và 11 tín chỉ giáo dục thể chất).",
      "sum 131 holds 131"),
    Case("Tỉnh có 12 dự án (3 dự án mới, 5 dự án chuyển tiếp (42%), 4 dự án dừng)."),
    Case("Khối kiến thức chiếm 29 TC (27 TC bắt buộc, 2 TC tự chọn, (22,1%);", "sum 29 holds 29"),
    Case(
      "Trường có 6 cháu đạt giải hội thi sản phẩm tạo hình trong đó có 1 giải B và 5 cháu đạt giải C.",
      "sum 6 holds 6"),
  ])
  func `parts are held against a whole told before them`(_ example: Case) {
    #expect(audits(of: example.text) == example.expected)
  }
}
