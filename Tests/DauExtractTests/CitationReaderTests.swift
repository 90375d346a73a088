import Testing

@testable import DauExtract

@Suite struct CitationReaderTests {
  @Test(arguments: [
    Case(
      "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ.",
      "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ = Nghị định 91/2017/NĐ-CP 2017-07-31 by Chính phủ"),
    Case(
      "Quyết định 651/QĐ-UBND ngày 11/4/2018.",
      "Quyết định 651/QĐ-UBND ngày 11/4/2018 = Quyết định 651/QĐ-UBND 2018-04-11"),
    Case(
      "Nghị quyết số 35-NQ/TW của Bộ Chính trị.",
      "Nghị quyết số 35-NQ/TW của Bộ Chính trị = Nghị quyết 35-NQ/TW by Bộ Chính trị"),
    Case(
      "thông báo số 05 - TB/TW ngày 17/7/2018.",
      "thông báo số 05 - TB/TW ngày 17/7/2018 = Thông báo 05-TB/TW 2018-07-17"),
    Case(
      "văn bản số 1275/BTĐKT-VụIII ngày 07/6/2018.",
      "văn bản số 1275/BTĐKT-VụIII ngày 07/6/2018 = Công văn 1275/BTĐKT-VụIII 2018-06-07"),
    Case("Kế hoạch số 48/KH-\nUBND của huyện", "Kế hoạch số 48/KH- UBND = Kế hoạch 48/KH-UBND"),
    Case("Sắc lệnh số 43-SL.", "Sắc lệnh số 43-SL = Sắc lệnh 43-SL"),
    Case(
      "Thông tư số 96/2018/TT-BTC Quy định kinh phí chúc thọ; biểu dương người cao tuổi ngày 18/10/2018 của Bộ Tài chính",
      "Thông tư số 96/2018/TT-BTC Quy định kinh phí chúc thọ; biểu dương người cao tuổi ngày 18/10/2018 của Bộ Tài chính = Thông tư 96/2018/TT-BTC 2018-10-18 by Bộ Tài chính"
    ),
    // A day of another year is none of the act.
    Case(
      "Thông tư số 96/2018/TT-BTC quy định việc chi cho lễ ngày 18/10/2019 của Bộ Tài chính",
      "Thông tư số 96/2018/TT-BTC quy định việc chi cho lễ ngày 18/10/2019 của Bộ Tài chính = Thông tư 96/2018/TT-BTC"
    ),
    Case(
      "các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND ngày 02/3/2018 và 14/QĐ-UBND.",
      "Quyết định số 12/QĐ-UBND = Quyết định 12/QĐ-UBND",
      "số 13/QĐ-UBND ngày 02/3/2018 = Quyết định 13/QĐ-UBND 2018-03-02",
      "14/QĐ-UBND = Quyết định 14/QĐ-UBND"),
    Case(
      "Nghị quyết số 18, 19-NQ/TW.", "Nghị quyết số 18 = Nghị quyết 18-NQ/TW", "19-NQ/TW = Nghị quyết 19-NQ/TW"),
    Case(
      "Nghị quyết 86/NQ - HĐND ngày 10/12/2018.",
      "Nghị quyết 86/NQ - HĐND ngày 10/12/2018 = Nghị quyết 86/NQ-HĐND 2018-12-10"),
    Case(
      "văn bản số 771/BCT - TCCB gửi Sở.", "văn bản số 771/BCT - TCCB = Công văn 771/BCT-TCCB"),
    // Acts whose issuer stands at a verb.
    Case(
      "Ngày 25/10/2017, Ban Chấp hành Trung ương đã ban hành Nghị quyết về công tác dân số.",
      "Nghị quyết về công tác dân số = Nghị quyết 2017-10-25 by Ban Chấp hành Trung ương"),
    Case(
      "HĐND tỉnh thông qua Nghị quyết về phát triển kinh tế - xã hội.",
      "Nghị quyết về phát triển kinh tế - xã hội = Nghị quyết by HĐND tỉnh"),
    Case(
      "Nghị quyết do Hội đồng nhân dân tỉnh ban hành ngày 10/12/2019.",
      "Nghị quyết do Hội đồng nhân dân tỉnh ban hành ngày 10/12/2019 = Nghị quyết 2019-12-10 by Hội đồng nhân dân tỉnh"),
    Case(
      "Ban Thường vụ Tỉnh ủy khóa XVII ban hành Nghị quyết về chuyển đổi số ngày 05/5/2021.",
      "Nghị quyết về chuyển đổi số ngày 05/5/2021 = Nghị quyết 2021-05-05 by Ban Thường vụ Tỉnh ủy khóa XVII"),
    Case(
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng số 39/2013/QH13.",
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng số 39/2013/QH13 = Luật 39/2013/QH13"),
    Case("Trình HĐND tỉnh ban hành Nghị quyết về phát triển du lịch."),
    Case("Hướng dẫn thi hành luật, Nghị quyết được Quốc hội thông qua tại kỳ họp."),
    Case(
      "Nghị quyết được HĐND tỉnh thông qua ngày 10/12/2019.",
      "Nghị quyết được HĐND tỉnh thông qua ngày 10/12/2019 = Nghị quyết 2019-12-10 by HĐND tỉnh"),
    Case(
      "Theo nghị quyết HĐND thành phố Huế về nhiệm vụ năm 2019 ghi rõ: \"Hoàn thành kè sông\".",
      "nghị quyết HĐND thành phố Huế về nhiệm vụ năm 2019 = Nghị quyết by HĐND thành phố Huế"),
    Case(
      "Vượt chỉ tiêu so với Nghị quyết Đại hội Đảng bộ huyện đề ra.",
      "Nghị quyết Đại hội Đảng bộ huyện = Nghị quyết by Đại hội Đảng bộ huyện"),
    Case("Quán triệt Nghị quyết Đại hội Đảng bộ các cấp."),
    Case(
      "Thực hiện Chỉ thị Thủ tướng Chính phủ về phòng cháy, Nghị quyết HĐND huyện về thu ngân sách.",
      "Chỉ thị Thủ tướng Chính phủ về phòng cháy = Chỉ thị by Thủ tướng Chính phủ",
      "Nghị quyết HĐND huyện về thu ngân sách = Nghị quyết by HĐND huyện"),
    Case(
      "Bản kết luận điều tra số 07/KLĐT - PC 02 ngày 05/3/2019.",
      "số 07/KLĐT - PC 02 ngày 05/3/2019 = Công văn 07/KLĐT-PC02 2019-03-05"),
    Case("HĐND tỉnh đã ban hành các Nghị quyết về phát triển du lịch."),
    Case("Luật số 15/2003/QH11 quy định.", "Luật số 15/2003/QH11 = Luật 15/2003/QH11"),
    Case("Chỉ thị 18/CT - TTg.", "Chỉ thị 18/CT - TTg = Chỉ thị 18/CT-TTg"),
    Case(
      "Quyết định số 22/2021/QĐ-TTg ngày ngày 14/5/2021.",
      "Quyết định số 22/2021/QĐ-TTg ngày ngày 14/5/2021 = Quyết định 22/2021/QĐ-TTg 2021-05-14"),
    Case(
      "Nghị quyết số 81/2009/UBTVQH12 của Ủy ban Thường vụ Quốc hội kể từ khi ban hành",
      "Nghị quyết số 81/2009/UBTVQH12 của Ủy ban Thường vụ Quốc hội = Nghị quyết 81/2009/UBTVQH12 by Ủy ban Thường vụ Quốc hội"
    ),
    Case(
      "Kết luận số 21-KL/TW; sơ kết Kết luận số 21 nói trên.", "Kết luận số 21-KL/TW = Kết luận 21-KL/TW",
      "Kết luận số 21 = Kết luận 21-KL/TW"),
    // The slash was lost.
    Case(
      "Quyết định số 21 QĐ - UBND ngày 25/1/2016 của UBND xã.",
      "Quyết định số 21 QĐ - UBND ngày 25/1/2016 của UBND xã = Quyết định 21/QĐ-UBND 2016-01-25 by UBND xã"),
    Case("Quyết định số1044/QĐ-TTg.", "Quyết định số1044/QĐ-TTg = Quyết định 1044/QĐ-TTg"),
    Case(
      "theo nghị định 91/2017/nđ-cp ngày 31/7/2017.",
      "nghị định 91/2017/nđ-cp ngày 31/7/2017 = Nghị định 91/2017/nđ-cp 2017-07-31"),
    Case("theo nghị quyết 35-nq/tw.", "nghị quyết 35-nq/tw = Nghị quyết 35-nq/tw"),
    Case(
      "Nghị quyết liên tịch số 403/2017/NQLT-CP-UBTVQH14.",
      "Nghị quyết liên tịch số 403/2017/NQLT-CP-UBTVQH14 = Nghị quyết liên tịch 403/2017/NQLT-CP-UBTVQH14"),
    Case("Hợp đồng số 12/HĐ-2019 ký.", "Hợp đồng số 12/HĐ-2019 = Hợp đồng 12/HĐ-2019"),
    Case(
      "Luật Khoa học và Đổi mới số 12/2025/QH15 ngày 1/1/2025.",
      "Luật Khoa học và Đổi mới số 12/2025/QH15 ngày 1/1/2025 = Luật 12/2025/QH15 2025-01-01"),
    Case(
      "Nghị định số 91/2017/NĐ-CP; theo Nghị định số 91, Nghị định 91/2017 và Nghị định số 92.",
      "Nghị định số 91/2017/NĐ-CP = Nghị định 91/2017/NĐ-CP", "Nghị định số 91 = Nghị định 91/2017/NĐ-CP",
      "Nghị định 91/2017 = Nghị định 91/2017/NĐ-CP"),
  ])
  func `reads documents by their symbols`(_ example: Case) {
    #expect(readings(of: example.text, .citation) == example.expected)
  }

  @Test(arguments: [
    Case("Luật Thi đua, Khen thưởng ngày 26/11/2003;", "Luật Thi đua, Khen thưởng ngày 26/11/2003 = Luật 2003-11-26"),
    Case("Luật Hợp tác xã năm 2012 quy định", "Luật Hợp tác xã năm 2012 = Luật 2012"),
    Case("Bộ luật Lao động năm 2019.", "Bộ luật Lao động năm 2019 = Bộ luật 2019"),
    Case(
      "theo Luật Khoa học, Công nghệ và Đổi mới sáng tạo năm 2025.",
      "Luật Khoa học, Công nghệ và Đổi mới sáng tạo năm 2025 = Luật 2025"),
    Case("Hiến pháp năm 2013.", "Hiến pháp năm 2013 = Hiến pháp 2013"),
    Case(
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 16/11/2013;",
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 16/11/2013 = Luật 2013-11-16"),
    Case(
      "Nghị quyết Đại hội Đảng bộ tỉnh Vân Hà lần thứ XVI đề ra",
      "Nghị quyết Đại hội Đảng bộ tỉnh Vân Hà lần thứ XVI = Nghị quyết by Đại hội Đảng bộ tỉnh Vân Hà lần thứ XVI"),
    Case(
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14/6/2005 và ngày 16/11/2013;",
      "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14/6/2005 = Luật 2005-06-14",
      "ngày 16/11/2013 = Luật 2013-11-16"),
    Case(
      "Nghị quyết Đại hội lần thứ 12 của Đảng đề ra",
      "Nghị quyết Đại hội lần thứ 12 của Đảng = Nghị quyết by Đại hội lần thứ 12 của Đảng"),
    Case(
      "Nghị quyết Trung ương 4 khóa XI, XII đề ra",
      "Nghị quyết Trung ương 4 khóa XI = Nghị quyết by Trung ương 4 khóa XI",
      "XII = Nghị quyết by Trung ương 4 khóa XII"),
    Case("Nghị quyết 30a của Chính phủ", "Nghị quyết 30a của Chính phủ = Nghị quyết 30a by Chính phủ"),
    Case(
      "Nghị quyết 653 năm 2019 của Quốc hội.", "Nghị quyết 653 năm 2019 của Quốc hội = Nghị quyết 653 2019 by Quốc hội"),
  ])
  func `reads acts without a symbol by name, date or issuer`(_ example: Case) {
    #expect(readings(of: example.text, .citation) == example.expected)
  }

  @Test(arguments: [
    "Quyết định này có hiệu lực", "theo Nghị quyết của HĐND tỉnh, Quyết định của UBND tỉnh", "Mẫu số 01/TĐKT",
    "kỷ luật, pháp luật",
    "12/Nguyễn Trãi", "dịch Covid-19", "từ 3-5 ngày", "Luật sư Nguyễn Văn A", "Chi tiết tại Phụ lục 1",
    "theo mẫu số 01/TT", "Biểu 02/BC", "nghị quyết 5/nhóm-tổ",
  ])
  func `what names no document is left alone`(_ text: String) {
    #expect(readings(of: text, .citation).isEmpty)
  }

  @Test func `the document's own number is no citation`() {
    let text = """
      Số: 12/BC-UBND                    Vân Hà, ngày 05 tháng 7 năm 2018

      BÁO CÁO
      Kết quả thi đua

      (Kèm theo Báo cáo số 12/BC-UBND ngày 05/7/2018)
      """
    #expect(readings(of: text, .citation).isEmpty)
  }

  @Test func `the document's own number is no citation though the word before it is ruined`() {
    let text = """
      ỦY BAN NHÂN DÂN
      TỈNH VÂN HÀ
      $6: 214/BC-UBND Vân Hà, ngày 28 tháng 12 năm 2018

      BÁO CÁO
      Tổng kết công tác năm 2018
      """
    #expect(readings(of: text, .citation) == [])
  }

  @Test func `a chain of provisions is taken apart`() {
    let text = "theo khoản 1, 2 và điểm a khoản 3 Điều 5 Nghị định số 91/2017/NĐ-CP."
    let provisions = extraction(of: text).records.compactMap { record -> [String]? in
      guard case .citation(let fact) = record.fact else { return nil }
      return fact.provisions
    }
    #expect(provisions == [["khoản 1 Điều 5", "khoản 2 Điều 5", "điểm a khoản 3 Điều 5"]])
  }

  @Test(arguments: [
    (
      "tại Nghị quyết số 1 về nhiệm vụ, giải pháp phát triển kinh tế được Thủ tướng ban hành, mục tiêu là giảm 1,7%",
      "về nhiệm vụ, giải pháp phát triển kinh tế"
    ),
    (
      "theo Nghị quyết số 01/NQ-CP về nhiệm vụ, giải pháp chủ yếu, mục tiêu đến năm 2020 là giảm 1,7%",
      "về nhiệm vụ, giải pháp chủ yếu"
    ),
    (
      "Quyết định số 12/QĐ-UBND về sửa đổi Quy chế được UBND tỉnh ban hành kèm theo Quyết định số 5/QĐ-UBND",
      "về sửa đổi Quy chế được UBND tỉnh ban hành kèm theo Quyết định số 5/QĐ-UBND"
    ),
  ])
  func `a title ends where who issued the act or a new statement begins`(text: String, title: String) {
    let titles = extraction(of: text).records.compactMap { record -> String? in
      if case .citation(let fact) = record.fact { fact.title } else { nil }
    }
    #expect(titles.first == title)
  }

  @Test(arguments: [
    ("Bộ luật Dân sự số 91/2015/QH13.", "Dân sự"),
    ("Luật Thi đua, Khen thưởng số 06/2022/QH15.", "Thi đua, Khen thưởng"),
    ("Nghị định số 91/2017/NĐ-CP.", nil),
  ])
  func `the name before the number of a law is its title`(text: String, title: String?) {
    let titles = extraction(of: text).records.compactMap { record -> String?? in
      if case .citation(let fact) = record.fact { fact.title } else { nil }
    }
    #expect(titles == [title])
  }

  @Test(arguments: [
    ("Thực hiện Công văn số 1275/BTĐKT-Vụ III ngày 23/5/2019 của Ban.", ["1275/BTĐKT-VụIII 2019-05-23"]),
    ("Theo Luật Cán bộ, công chức và Luật Viên chức.", ["Cán bộ, công chức -", "Viên chức -"]),
    (
      "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019.",
      ["sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức 2019-11-25"]
    ),
    // Two bodies of different levels number their acts alike.
    (
      "Nghị quyết số 29/NQ-HĐND của HĐND tỉnh. Nghị quyết 29 của Trung ương về đổi mới giáo dục. Nghị quyết 29 nêu trên.",
      ["29/NQ-HĐND -", "về đổi mới giáo dục -", "29/NQ-HĐND -"]
    ),
  ])
  func `tells acts of like names and numbers apart`(text: String, cited: [String]) {
    let found = extraction(of: text).records.compactMap { record -> String? in
      guard case .citation(let fact) = record.fact else { return nil }
      return "\(fact.symbol ?? fact.title ?? "?") \(fact.date ?? "-")"
    }
    #expect(found == cited)
  }
}
