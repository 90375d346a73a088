import Testing

@testable import DauExtract

/// Forms of quantities, citations, awards and audits met in texts that had steered no reader.
@Suite struct UnseenFormTests {
  @Test func `a page number inside a sentence does not part it`() {
    let text = """
      Trong năm, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 385 tập thể, 800

      7

      cá nhân và 120 gia đình; tỷ lệ khen thưởng người lao động trực tiếp đạt 61,2%, tăng

      - 8 -

      5,4% so với năm 2020.
      """
    #expect(tallies(of: text).map { $0.prefix(14) } == ["385 Bằng khen ", "800 Bằng khen ", "120 Bằng khen "])
    #expect(
      extraction(of: text).records.compactMap { record -> String? in
        guard case .indicator(let fact) = record.fact else { return nil }
        return "\(fact.value?.description ?? "-") \(fact.changePercent?.description ?? "-")"
      } == ["61.2 5.4"])
  }

  @Test func `an empty line behind a word that nothing ends with does not part a sentence`() {
    let text = "Năm qua, các cấp, các ngành trong toàn tỉnh đã khen thưởng cho 1.245 tập thể và\n\n2.310 cá nhân."
    #expect(tallies(of: text).map { $0.prefix(5) } == ["1245 ", "2310 "])
  }

  @Test func `a number alone between paragraphs stays what it was`() {
    #expect(readings(of: "Có 12 xã đạt chuẩn.\n\n3\n\nCó 5 xã khó khăn.", .quantity).count == 2)
  }

  @Test func `a table that goes on behind a page break is one table`() {
    let head = """
      TT   Hình thức khen thưởng              Số lượng
                                           Tập thể   Cá nhân
      """
    let text = """
      BÁO CÁO
      Công tác thi đua, khen thưởng năm 2021

      \(head)
      1    Huân chương Lao động               03         04
      2    Bằng khen của Thủ tướng            11         21
                                              3
      \(head)
      3    Cờ thi đua của UBND tỉnh           25         02
      4    Bằng khen của UBND tỉnh           385        800
           Tổng cộng                         424        827
      """
    #expect(
      tableAudits(of: text).map { $0.prefix { $0 != ":" } }
        == ["table_column 424 holds 424", "table_column 827 holds 827"])
  }

  @Test(arguments: [
    Case("từ 500 tỉ đến dưới 1.000 tỉ đồng", "từ 500 tỉ đến dưới 1.000 tỉ đồng = 500000000000..1000000000000 VND"),
    Case(
      "bồi thường 39,62 tỷ đồng/77,415 tỷ đồng",
      "39,62 tỷ đồng/77,415 tỷ đồng = 39620000000 of 77415000000 VND"),
    Case("có 18 xã/24 xã đạt chuẩn", "18 xã/24 xã = 18 of 24 xã"),
    Case("tiếp nhận tàu 30 nghìn tới 40 nghìn tấn", "30 nghìn tới 40 nghìn tấn = 30000..40000 t"),
    Case("Sau một năm thực hiện", "một năm = 1 year"),
    Case("Mỗi năm một lần, một số năm"),
    Case("sản lượng trên 350 tỷ đ/năm", "trên 350 tỷ đ/năm = 350000000000 VND over"),
    Case("Ban Chỉ đạo 389 địa phương"),
    Case("Ban Chỉ đạo 389 Quốc gia, Ban Chỉ đạo 138 tỉnh, Tổ công tác 141 huyện, Đề án 06 Chính phủ"),
    Case("Chương trình 135 giai đoạn III, Dự án 661 tỉnh, lực lượng 113 Công an tỉnh"),
    Case("Dự án 12 hạng mục, đội 12 người", "12 hạng mục = 12 hạng mục", "12 người = 12 người"),
    Case("cùng hơn 10 đồng đội", "hơn 10 đồng đội = 10 đồng đội over"),
    Case("thống nhất xây dựng mô hình 3 đơn vị hành chính", "3 đơn vị hành chính = 3 đơn vị hành chính"),
    Case("vào nhóm 16 địa phương dẫn đầu cả nước", "16 địa phương = 16 địa phương"),
    Case("đã xếp hạng 275 lượt doanh nghiệp", "275 lượt = 275 lượt"),
    Case("9 thuyền viên trên tàu cá TG -90983 TS", "9 thuyền viên = 9 thuyền viên"),
    Case("trong vòng 15 ngày kể từ ngày có quyết định", "15 ngày = 15 day"),
  ])
  func `reads quantities`(_ example: Case) {
    #expect(readings(of: example.text, .quantity) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Ngày 25/6/2014, UBND tỉnh ban hành Quyết định số 1355/QĐ - UBND về đấu thầu.",
      "Quyết định 1355/QĐ-UBND 2014-06-25"),
    Case(
      "Họp ngày 25/6/2014. UBND tỉnh ban hành Quyết định số 1355/QĐ-UBND.", "Quyết định 1355/QĐ-UBND"),
    Case(
      "Trước đó ngày 12/12/1996 Bộ Chính trị ra Nghị quyết 118-QĐNS/TW thành lập Đảng bộ.",
      "Nghị quyết 118-QĐNS/TW 1996-12-12"),
    Case("Nghị quyết số 120/NQ - CP của Chính phủ.", "Nghị quyết 120/NQ-CP"),
    Case("Công văn số 3355/UBND - KT ngày 05/06/2017 của UBND tỉnh.", "Công văn 3355/UBND-KT 2017-06-05"),
    Case("theo Quyết định số 4168/2006 của UBND thành phố.", "Quyết định"),
    Case("Chính phủ có Nghị quyết số 37 về công tác dân số.", "Nghị quyết"),
    Case("Nghị quyết số 19-2016/NQ-CP ngày 28/4/2016.", "Nghị quyết 19-2016/NQ-CP 2016-04-28"),
    Case("căn cứ Luật thi đua khen thưởng năm 2013", "Luật 2013"),
    Case("theo nội dung Điều 18 Bộ luật Lao động 2012 BLLĐ quy định", "Bộ luật 2012"),
    Case("căn cứ Luật Thi đua, Khen thưởng (2003), Luật Hợp tác xã (sửa đổi)", "Luật 2003", "Luật"),
    Case("Trước đó, tại nghị quyết số 1 về nhiệm vụ, giải pháp thực hiện kế hoạch năm 2018", "Nghị quyết"),
    Case("hội nghị tổng kết 10 năm thực hiện luật phòng chống tham nhũng", "Luật"),
    Case("mà theo luật BHYT 2014 thì bệnh nhân được hưởng 60%", "Luật 2014"),
    Case("vi phạm kỷ luật lao động, pháp luật đất đai, dự luật đầu tư công"),
    Case("chỉ thị số 32 CT/TW của ban Bí thư Trung ương Đảng", "Chỉ thị 32-CT/TW"),
    Case("thực hiện công điện số 1852 ngày 30/11/2020 của ban chỉ đạo quốc gia", "Công điện 2020-11-30"),
  ])
  func `reads citations`(_ example: Case) {
    let found = extraction(of: example.text).records.compactMap { record -> String? in
      guard case .citation(let fact) = record.fact else { return nil }
      return [fact.type, fact.symbol, fact.date].compactMap(\.self).joined(separator: " ")
    }
    #expect(found == example.expected)
  }

  @Test(arguments: [
    (
      "Ông từng được trao tặng: 1 Huân chương Lao động hạng Ba, 1 bằng khen Thủ tướng Chính phủ, 13 bằng khen cấp bộ.",
      ["1 Chủ tịch nước", "1 Thủ tướng Chính phủ", "13 -"]
    ),
    (
      "Chủ tịch UBND tỉnh đã trao tặng 100 triệu đồng cho Công an tỉnh, tặng bằng khen cho 3 tập thể, 1 cá nhân.",
      ["3 Chủ tịch UBND tỉnh", "1 Chủ tịch UBND tỉnh"]
    ),
  ])
  func `who was given something, and what the law says of another award, is no grantor`(
    text: String, expected: [String]
  ) {
    let found = extraction(of: text).records.compactMap { record -> String? in
      guard case .award(let fact) = record.fact else { return nil }
      return "\(fact.count) \(fact.grantor ?? "-")"
    }
    #expect(found == expected)
  }

  @Test func `a plan in brackets behind what surpassed it is no result`() {
    let found = extraction(of: "Thu ngân sách 5.619 tỷ đồng, vượt 25% dự toán (4.500 tỷ đồng).").records
    let values = found.compactMap { record -> String? in
      guard case .indicator(let fact) = record.fact else { return nil }
      return fact.value?.description
    }
    #expect(values == ["5619000000000"])
  }

  @Test func `of two aims the second is one too, and by how much a plan is surpassed is none`() {
    let found = extraction(
      of: "PVN sẽ quyết tâm hoàn thành vượt mức các chỉ tiêu như tổng doanh thu đạt 471 tỷ đồng, vượt 7,4% so với "
        + "kế hoạch, nộp ngân sách 89 tỷ đồng, vượt 20% so với kế hoạch. Quận được giao chỉ tiêu thu 4.500 tỷ đồng, đến nay đã thu "
        + "được 5.619 tỷ đồng (vượt 25%)."
    ).records.compactMap { record -> String? in
      switch record.fact {
      case .target(let fact): "target \(fact.value?.description ?? "-")"
      case .indicator(let fact): "indicator \(fact.value?.description ?? "-")"
      default: nil
      }
    }
    #expect(
      found == ["target 471000000000", "target 89000000000", "target 4500000000000", "indicator 5619000000000"])
  }

  @Test(arguments: [
    ("tỉ lệ 21,2%, tổng số hộ tăng 0,9% so với năm 2015.", "tổng số hộ"),
    ("Năm 2017 doanh thu vượt 1,9% kế hoạch (tăng 11% so với cùng kỳ).", "Năm 2017 doanh thu vượt 1,9% kế hoạch"),
    ("Năm 2018, Thừa Thiên Huế đạt và vượt 13/14 chỉ tiêu.", "Thừa Thiên Huế"),
    ("Hơn 47 triệu cử tri đã đăng ký.", "cử tri đã đăng ký"),
    ("Lực lượng phục vụ: 01 (một) sĩ quan mang ảnh.", "sĩ quan mang ảnh"),
    ("Tỷ suất lợi nhuận đạt 2,18% (năm 2015 là 0,33%).", "Tỷ suất lợi nhuận"),
    ("Xuất khẩu tăng nhanh, dù chỉ ở mức 0,7% so cùng kỳ năm trước.", "Xuất khẩu tăng nhanh"),
  ])
  func `what a number is compared with is not what it is about`(text: String, subject: String) {
    let subjects = extraction(of: text).records.compactMap { record -> String? in
      guard case .indicator(let fact) = record.fact else { return nil }
      return fact.subject
    }
    #expect(subjects.last == subject)
  }

  @Test(arguments: [
    Case(
      "Xét đề nghị của Trưởng Ban Thi đua tại Tờ trình số 606, UBND tỉnh tặng danh hiệu “Công dân ưu tú” cho 10 cá nhân.",
      "10 Công dân ưu tú individual by UBND tỉnh"),
    Case(
      "Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho 13 tỉnh, thành phố. Hội nghị có 13 tỉnh, thành phố tham dự.",
      "13 Huân chương Lao động collective by Chủ tịch nước"),
    Case(
      "Có bảy thầy cô giáo đã được phong tặng danh hiệu Nhà giáo ưu tú.",
      "7 Nhà giáo ưu tú individual by Chủ tịch nước"),
    Case(
      "Trao Bằng khen tặng 4 tập thể, 12 cá nhân là những người trực tiếp tham gia cấp cứu.",
      "4 Bằng khen collective", "12 Bằng khen individual"),
    Case(
      "Tặng Giấy khen cho 05 cá nhân là người trực tiếp lao động, sản xuất.", "5 Giấy khen individual, grassroots"),
    Case(
      "Tuyên dương 124 sinh viên đạt danh hiệu \"Sinh viên 5 tốt\".", "124 Sinh viên 5 tốt individual"),
    Case(
      "Tại kỳ thi Olympic học sinh giỏi châu Á, đoàn đạt 09 Huy chương Vàng, 16 Huy chương Bạc.",
      "9 Huy chương Vàng individual", "16 Huy chương Bạc individual"),
    Case(
      "Công nhận 85 tập thể Lao động tiên tiến, 1.245 cá nhân Lao động tiên tiến.",
      "85 Tập thể lao động tiên tiến collective", "1245 Lao động tiên tiến individual"),
    Case(
      "23 cá nhân và 5 tập thể cứu nạn vụ chìm tàu làm 3 người chết tại lễ hội ba tháng trước được tỉnh khen thưởng.",
      "23 - individual", "5 - collective"),
    Case(
      "Tỉnh khen thưởng 5 tập thể là chiến sĩ Đồn Biên phòng, y bác sĩ Bệnh viện huyện..., cùng 23 người dân.",
      "5 - collective", "23 - individual"),
    Case(
      "Đã có 1.533 thủ khoa được vinh danh, đón nhận bằng khen của UBND TP Hà Nội.", "1533 Bằng khen individual"),
    Case(
      "Tặng bằng khen của Bộ LĐ - TB & XH cho 119 lượt doanh nghiệp, 15 doanh nghiệp được nhận giải thưởng.",
      "119 Bằng khen enterprise by Bộ Lao động - Thương binh và Xã hội", "15 giải enterprise"),
    Case(
      "Trao bằng khen của chủ tịch UBND tỉnh cho 9 thuyền viên trên tàu cá TG -90983 TS.",
      "9 Bằng khen individual by Chủ tịch UBND tỉnh"),
    Case(
      "Thầy Trần Minh Thương đã được chủ tịch UBND tỉnh tặng 6 bằng khen.",
      "6 Bằng khen individual by Chủ tịch UBND tỉnh"),
    Case(
      "Trường có 2 GV đạt giải C, có 6 cháu đạt giải trong đó có 1 giải B và 5 cháu đạt giải C.",
      "2 giải C individual", "6 giải individual", "1 giải B individual", "5 giải C individual"),
    Case(
      "Có 2 đ/c được tặng HH 60 năm, 6 đ/c HH 55 năm, 9 đ/c HH 50 năm.", "2 Huy hiệu individual",
      "6 Huy hiệu individual", "9 Huy hiệu individual"),
    Case(
      "Đề nghị trao tặng Huy hiệu Đảng cho 21 đồng chí (trong đó có 2 đ/c được tặng HH 60 năm, 6 đ/c HH 55 năm).",
      "2 Huy hiệu individual", "6 Huy hiệu individual"),
    Case(
      "Hội diễn có 73 diễn viên tham gia mà có đến 36 Huy chương được trao cùng bằng khen.", "36 Huy chương individual"),
    Case("Học bổng và bằng khen được trao tối đa cho 20 nữ sinh."),
    Case("Đề nghị 5 tập thể được tặng 12 Bằng khen (trong đó 2 Bằng khen của bộ)."),
    Case(
      "Bằng khen cho 18 tập thể, 46 cá nhân (trong đó khen chuyên đề 10 tập thể, 28 cá nhân; khen đột xuất 02 tập thể).",
      "18 Bằng khen collective, total", "46 Bằng khen individual, total", "10 Bằng khen collective, khen chuyên đề",
      "28 Bằng khen individual, khen chuyên đề", "2 Bằng khen collective, khen đột xuất"),
  ])
  func `reads awards`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Có 12 học sinh đạt giải tại kỳ thi chọn học sinh giỏi cấp tỉnh năm 2021 (01 giải Nhất, 03 giải Nhì, 03 giải Ba, 05 giải Khuyến khích).",
      "sum 12 holds 12"),
    Case("Tai nạn làm chết 05 người, bị thương 04 người, giảm 01 người chết."),
    Case("Sau một năm thực hiện Chỉ thị, Bộ đã xây dựng kế hoạch giai đoạn 2019 - 2020."),
  ])
  func `audits`(_ example: Case) {
    let found = extraction(of: example.text).records.compactMap { record -> String? in
      guard case .audit = record.fact else { return nil }
      return record.fact.summary
    }
    #expect(found == example.expected)
  }
}
