import Testing

@testable import DauExtract

@Suite struct AwardReaderTests {
  @Test(arguments: [
    Case(
      "Chủ tịch UBND tỉnh đã quyết định khen thưởng cho 31 tập thể và 18 cá nhân và 04 gia đình.",
      "31 - collective by Chủ tịch UBND tỉnh", "18 - individual by Chủ tịch UBND tỉnh",
      "4 - family by Chủ tịch UBND tỉnh"),
    Case("Ngành tặng Giấy khen cho 12 hộ gia đình.", "12 Giấy khen household"),
    Case(
      "Có 8 đảng viên đạt tiêu chuẩn “hoàn thành xuất sắc nhiệm vụ” 5 năm liền (2012-2016) đã được tặng Bằng khen.",
      "8 Bằng khen individual"),
    Case("Hai ông nhận được công văn thông báo được khen thưởng."),
    Case(
      "12 cá nhân đạt danh hiệu Lao động tiên tiến được tặng Giấy khen.", "12 Lao động tiên tiến individual"),
    Case("Cuối năm lớp 2 em được khen thưởng “học sinh tiến bộ”."),
    Case("Cuối năm lớp có 2 em được khen thưởng.", "2 - individual"),
    Case("Dự lễ có hơn 300 đại biểu đại diện các sở, ngành, các tập thể và cá nhân được khen thưởng."),
    Case(
      "Năm qua, 03 tập thể, 05 cá nhân được Thủ tướng Chính phủ tặng Bằng khen về thành tích đột xuất.",
      "3 Bằng khen collective by Thủ tướng Chính phủ, khen đột xuất",
      "5 Bằng khen individual by Thủ tướng Chính phủ, khen đột xuất"),
    Case(
      "Có 11 cá nhân đạt danh hiệu Chiến sỹ thi đua cấp tỉnh.",
      "11 Chiến sĩ thi đua cấp tỉnh individual by Chủ tịch UBND tỉnh"),
    Case(
      "Công nhận danh hiệu “Lao động tiên tiến” cho 80 người và danh hiệu “Chiến sĩ thi đua cơ sở” cho 09 người.",
      "80 Lao động tiên tiến individual", "9 Chiến sĩ thi đua cơ sở individual"),
    Case(
      "Có 04 cá nhân được nhận Bằng khen của Thủ tướng Chính phủ, 21 cá nhân được trao Kỷ niệm chương.",
      "4 Bằng khen individual by Thủ tướng Chính phủ", "21 Kỷ niệm chương individual"),
    Case(
      "Bệnh viện đón nhận 08 Huân chương Lao động do Chủ tịch nước trao tặng cho 06 tập thể và 02 cá nhân.",
      "8 Huân chương Lao động mixed by Chủ tịch nước, total", "6 Huân chương Lao động collective by Chủ tịch nước",
      "2 Huân chương Lao động individual by Chủ tịch nước"),
    Case(
      "20 gương cá nhân, 05 tập thể được Bộ Nội vụ tặng Bằng khen.", "20 Bằng khen individual by Bộ Nội vụ",
      "5 Bằng khen collective by Bộ Nội vụ"),
    Case(
      "Ban Tổ chức trao 03 giải vàng, 05 giải bạc.", "3 giải vàng - by Ban Tổ chức", "5 giải bạc - by Ban Tổ chức"),
    Case("Giám đốc Sở tặng Giấy khen cho hai mươi lăm tập thể.", "25 Giấy khen collective by Giám đốc Sở"),
    Case(
      "UBND tỉnh khen thưởng 30 tập thể, trong đó: khen thưởng thường xuyên 12 tập thể; khen chuyên đề 10 tập thể; khen đột xuất 08 tập thể.",
      "30 - collective by UBND tỉnh, total", "12 - collective by UBND tỉnh, khen thường xuyên",
      "10 - collective by UBND tỉnh, khen chuyên đề", "8 - collective by UBND tỉnh, khen đột xuất"),
    Case(
      "Có 210 tập thể, 430 cá nhân được khen thưởng, trong đó cấp Nhà nước 05 tập thể; cấp tỉnh 205 tập thể, 430 cá nhân.",
      "210 - collective", "430 - individual", "5 - collective", "205 - collective", "430 - individual"),
    Case(
      "Chính phủ tặng Bằng khen cho Nhân dân huyện Đông Lĩnh và 02 cá nhân.", "2 Bằng khen individual by Chính phủ"),
    Case(
      "Giám đốc Sở tặng Giấy khen cho 07 (bảy) tập thể và 11 (mười một) cá nhân.",
      "7 Giấy khen collective by Giám đốc Sở", "11 Giấy khen individual by Giám đốc Sở"),
    Case(
      "- Bằng khen của Thủ tướng Chính phủ: 03 tập thể, 09 cá nhân (trong đó có 02 cá nhân được khen thưởng đột xuất).",
      "3 Bằng khen collective by Thủ tướng Chính phủ", "9 Bằng khen individual by Thủ tướng Chính phủ",
      "2 Bằng khen individual by Thủ tướng Chính phủ, khen đột xuất"),
    Case(
      "Kỷ niệm chương: Bộ Nội vụ tặng 12 cá nhân, Bộ Tư pháp tặng 08 cá nhân.",
      "12 Kỷ niệm chương individual by Bộ Nội vụ", "8 Kỷ niệm chương individual by Bộ Tư pháp"),
    Case(
      "UBND tỉnh đã khen thưởng 120 tập thể, 350 cá nhân, trong đó: khen đột xuất 20 tập thể, 50 cá nhân; khen chuyên đề 100 tập thể, 300 cá nhân.",
      "120 - collective by UBND tỉnh, total", "350 - individual by UBND tỉnh, total",
      "20 - collective by UBND tỉnh, khen đột xuất", "50 - individual by UBND tỉnh, khen đột xuất",
      "100 - collective by UBND tỉnh, khen chuyên đề", "300 - individual by UBND tỉnh, khen chuyên đề"),
    Case(
      "Chủ tịch UBND tỉnh tặng Bằng khen cho 102 tập thể, cá nhân (40 tập thể, 62 cá nhân, trong đó 30 cá nhân là đối tượng ở cơ sở).",
      "102 Bằng khen mixed by Chủ tịch UBND tỉnh, total", "40 Bằng khen collective by Chủ tịch UBND tỉnh",
      "62 Bằng khen individual by Chủ tịch UBND tỉnh", "30 Bằng khen individual by Chủ tịch UBND tỉnh, grassroots"),
    Case(
      "UBND tỉnh đã khen **27 tập thể** và *24 cá nhân*.", "27 - collective by UBND tỉnh",
      "24 - individual by UBND tỉnh"),
    Case("Sở công nhận 104 tập thể Lao động tiên tiến.", "104 Tập thể lao động tiên tiến collective"),
    Case("Có 16/51 đồng chí đạt danh hiệu Chiến sĩ thi đua cơ sở.", "16 Chiến sĩ thi đua cơ sở individual"),
    Case("Có 9/16 xã đạt chuẩn nông thôn mới."),
    Case(
      "UBND huyện tặng Giấy khen cho 24 tập thể, 33 cá nhân và 02 gia đình (trong đó 10 tập thể, 12 cá nhân là khen đột xuất).",
      "24 Giấy khen collective by UBND huyện", "33 Giấy khen individual by UBND huyện",
      "2 Giấy khen family by UBND huyện", "10 Giấy khen collective by UBND huyện, khen đột xuất",
      "12 Giấy khen individual by UBND huyện, khen đột xuất"),
  ])
  func `reads who received what`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Ban Tổ chức trao 12 giải cá nhân (02 giải nhất, 10 giải khuyến khích), 03 giải tập thể.",
      "12 giải individual by Ban Tổ chức, total", "2 giải nhất individual by Ban Tổ chức",
      "10 giải khuyến khích individual by Ban Tổ chức", "3 giải collective by Ban Tổ chức"),
    Case(
      "Đoàn giành 7 huy chương: 02 huy chương Vàng, 05 HCĐ.", "7 Huy chương -, total", "2 Huy chương Vàng -",
      "5 Huy chương Đồng -"),
    Case(
      "Học sinh giỏi quốc gia: đạt 17 giải (05 giải Ba, 12 giải Khuyến khích), tăng 04 giải so với năm trước.",
      "17 giải individual, total", "5 giải ba individual", "12 giải khuyến khích individual"),
    Case(
      "Cuộc thi trao 01 giải nhất, 02 giải nhì và 03 giải ba cho tác phẩm xuất sắc.", "1 giải nhất work",
      "2 giải nhì work", "3 giải ba work"),
    Case(
      "Ban Tổ chức trao 01 giải A, 03 giải B cho 04 tác phẩm.", "1 giải A work by Ban Tổ chức",
      "3 giải B work by Ban Tổ chức"),
    Case("Đoàn đạt 9 HCV, có 12 vận động viên được phong kiện tướng.", "9 Huy chương Vàng -"),
    Case(
      "Đơn vị được tặng 01 Huân chương Lao động hạng Ba.", "1 Huân chương Lao động collective by Chủ tịch nước"),
    Case(
      "Sở tặng 15 Bằng khen cho 05 tập thể và 10 cá nhân.", "5 Bằng khen collective", "10 Bằng khen individual",
      "15 Bằng khen mixed, total"),
  ])
  func `reads counted awards`(_ example: Case) {
    #expect(tallies(of: example.text).sorted() == example.expected.sorted())
  }

  @Test(arguments: [
    Case("Bà được tặng thưởng 7 giấy khen và 3 bằng khen.", "7 Giấy khen individual", "3 Bằng khen individual"),
    Case(
      "Trong chiến dịch, đại đội đã được tặng thưởng 2 Huân chương Quân công hạng 2, 5 Huân chương Chiến công hạng ba.",
      "2 Huân chương Quân công collective by Chủ tịch nước", "5 Huân chương Chiến công collective by Chủ tịch nước"),
    Case(
      "Tân Giám đốc Sở Y tế từng được trao tặng: 2 bằng khen và 4 giấy khen.", "2 Bằng khen individual",
      "4 Giấy khen individual"),
    Case("Trong 5 năm, chi bộ được Hội Nông dân huyện tặng 3 Giấy khen.", "3 Giấy khen collective"),
    Case("Ban Tổ chức được phép trao 5 bằng khen.", "5 Bằng khen - by Ban Tổ chức"),
    Case(
      "Trường Trung học phổ thông Việt Bắc được UBND tỉnh tặng 2 Bằng khen.", "2 Bằng khen collective by UBND tỉnh"),
    Case("Tổ chức các hội thi được UBND tỉnh tặng 2 Bằng khen.", "2 Bằng khen - by UBND tỉnh"),
    Case("Trường Chu Văn An được UBND tỉnh tặng 2 Cờ thi đua.", "2 Cờ thi đua collective by UBND tỉnh"),
    Case(
      "Ông được tặng 1 Huân chương Chiến công giải phóng hạng nhì.",
      "1 Huân chương Chiến công giải phóng individual by Chủ tịch nước"),
    Case(
      "Ban Tổ chức trao 12 giải Vàng, 20 giải Bạc, 31 Bằng khen cho các tác phẩm dự thi.",
      "12 giải vàng work by Ban Tổ chức", "20 giải bạc work by Ban Tổ chức", "31 Bằng khen work by Ban Tổ chức"),
    // Whose awards they are is not said.
    Case("Công tác khen thưởng được quan tâm, đã trao 5 bằng khen.", "5 Bằng khen -"),
    // What came in was awarded nothing.
    Case("Ban thư ký Giải báo chí đã nhận được 1.250 tác phẩm từ các đơn vị."),
    Case("Công bố quyết định trao giải thưởng cho 9 cá nhân và tập thể.", "9 giải mixed"),
  ])
  func `the subject of a sentence is who was given its awards`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    ("Sở tặng Giấy khen cho 05 tập thể.", nil as String?),
    ("III. KHEN THƯỞNG NĂM 2017\n1. Cấp tỉnh\nSở tặng Giấy khen cho 05 tập thể.", "2017"),
    ("III. KHEN THƯỞNG NĂM 2017\nNăm 2016, Sở tặng Giấy khen cho 05 tập thể.", "2016"),
    (
      """
      BÁO CÁO
      Kết quả công tác khen thưởng 6 tháng đầu năm 2018

      I. KHEN THƯỞNG
      Sở tặng Giấy khen cho 05 tập thể.
      """, "2018-40"
    ),
  ])
  func `the period of a tally stands in its sentence, its section or the title`(_ text: String, _ period: String?) {
    let periods = awardRecords(of: text).compactMap { record -> [String?]? in
      if case .award(let fact) = record.fact { [fact.period] } else { nil }
    }
    #expect(periods == [[period]])
  }

  @Test(arguments: [
    Case(
      "Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho 01 tập thể, hạng Ba cho 05 cá nhân.", "1 hạng Nhất -",
      "5 hạng Ba -"),
    Case("Đơn vị được tặng 01 Huân chương Lao động hạng II, 02 hạng Ba.", "1 hạng Nhì -", "2 hạng Ba -"),
    Case("UBND tỉnh tặng Bằng khen cho 05 đơn vị hạng Ba.", "5 - -"),
  ])
  func `reads the grade of an award`(_ example: Case) {
    #expect(grounds(of: example.text) == example.expected)
  }

  @Test(arguments: [
    ("Cuộc thi trao 01 giải nhất, 02 giải nhì.", nil as String?),
    ("Hội thi Nhà nông đua tài đã trao 01 giải nhất, 02 giải nhì.", "Hội thi Nhà nông đua tài"),
  ])
  func `the name of a contest ends where its prizes are told of`(_ text: String, _ occasion: String?) {
    let occasions = awardRecords(of: text).compactMap { record -> [String?]? in
      if case .award(let fact) = record.fact { [fact.occasion] } else { nil }
    }
    #expect(occasions == [[occasion], [occasion]])
  }

  @Test(arguments: [
    Case(
      "Theo Quyết định số 15/QĐ-UBND ngày 05/3/2018, tặng Bằng khen của UBND tỉnh cho 05 tập thể và 07 cá nhân.",
      "5 - 15/QĐ-UBND", "7 - 15/QĐ-UBND"),
    Case(
      "Tặng Bằng khen cho 03 cá nhân (Quyết định số 22/QĐ-UBND ngày 07/4/2018); Giấy khen cho 02 tập thể (Quyết định số 23/QĐ-SNV ngày 08/4/2018).",
      "3 - 22/QĐ-UBND", "2 - 23/QĐ-SNV"),
    // What is carried out, and rules for all, grant nothing.
    Case("Thực hiện Quyết định số 15/QĐ-UBND ngày 05/3/2018, Sở tặng Giấy khen cho 05 tập thể.", "5 - -"),
    Case("Theo Quyết định số 15/2014/QĐ-UBND ngày 05/3/2014, Sở tặng Giấy khen cho 05 tập thể.", "5 - -"),
  ])
  func `reads the decision that an award rests on`(_ example: Case) {
    #expect(grounds(of: example.text) == example.expected)
  }

  @Test(arguments: [
    "Hội đề nghị tặng Bằng khen cho 14 tập thể.",
    "Trình Chủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể.",
    "Viên chức được tặng 01 Huân chương hạng ba trở lên được xét thăng hạng.",
    "Tham mưu tặng Bằng khen cho không quá 15 tập thể và không quá 25 cá nhân.",
    "Ngành tặng 500 suất quà cho 500 hộ nghèo.",
    "Sở tập huấn công tác thi đua, khen thưởng cho 120 cán bộ.",
    "Cấp Giấy chứng nhận đăng ký doanh nghiệp cho 215 doanh nghiệp.",
    "Huyện tổ chức 03 giải cầu lông, tham gia 02 giải bóng chuyền.",
    "Phấn đấu có 20 cá nhân đạt danh hiệu Chiến sĩ thi đua cấp tỉnh.",
    "Giải quyết việc làm cho 1.200 người; kiểm tra 18 đơn vị.",
    "Mức thưởng: giải nhất 5.000.000 đồng, giải nhì 3.000.000 đồng.",
  ])
  func `refuses what is proposed, limited, given away or contested`(_ text: String) {
    #expect(tallies(of: text).isEmpty)
  }

  @Test func `a list belongs to the sentence above it`() {
    let text = """
      Chính phủ, Thủ tướng Chính phủ đã quyết định khen thưởng cho 12 tập thể, cá nhân gồm:

      - Cờ thi đua của Chính phủ: 05 tập thể;

      - Bằng khen của Thủ tướng Chính phủ: 03 tập thể, 04 cá nhân.
      """
    #expect(
      tallies(of: text) == [
        "12 - mixed by Chính phủ, Thủ tướng Chính phủ, total", "5 Cờ thi đua collective by Chính phủ",
        "3 Bằng khen collective by Thủ tướng Chính phủ", "4 Bằng khen individual by Thủ tướng Chính phủ",
      ])
  }

  @Test func `who stands at the grassroots is told apart`() {
    #expect(
      tallies(of: "Khen thưởng cho 20 cá nhân, trong đó có 12 cá nhân là lao động trực tiếp.") == [
        "20 - individual", "12 - individual, grassroots",
      ])
  }

  @Test func `a tally is a quantity too`() {
    let records = awardRecords(of: "Sở tặng Giấy khen cho 12 tập thể.")
    #expect(records.map(\.kind) == [.award, .quantity] || records.map(\.kind) == [.quantity, .award])
  }

  @Test(arguments: [
    Case("Với 2 tấm HCV, đội đã vượt chỉ tiêu.", "2 Huy chương Vàng -"),
    Case(
      "Có 14 tác phẩm đoạt giải, trong đó có 1 giải Vàng, 3 giải Bạc.", "14 giải work", "1 giải vàng work",
      "3 giải bạc work"),
    Case(
      "Ban Tổ chức trao giải thưởng cho 90 giải pháp, gồm: 12 giải nhì, 24 giải ba.",
      "90 giải work by Ban Tổ chức, total", "12 giải nhì work by Ban Tổ chức",
      "24 giải ba work by Ban Tổ chức"),
    Case(
      "Có 30/31 học sinh đoạt giải với 9 huy chương vàng, 14 huy chương bạc và 2 bằng khen.", "30 giải individual",
      "9 Huy chương Vàng individual", "14 Huy chương Bạc individual", "2 Bằng khen individual"),
    Case(
      "Đội giành 3 huy chương vàng, 2 bạc và 4 đồng.", "3 Huy chương Vàng -", "2 Huy chương Bạc -",
      "4 Huy chương Đồng -"),
    Case(
      "Liên đoàn tặng 6 cờ thi đua xuất sắc cho công đoàn cấp trên và 43 cờ cho công đoàn cơ sở.",
      "6 Cờ thi đua collective", "43 Cờ thi đua collective"),
    Case("Bà đã 2 lần được Trung ương Đoàn tặng Kỷ niệm chương.", "2 Kỷ niệm chương individual by Trung ương Đoàn"),
    Case(
      "Có 74 cá nhân hiến máu tình nguyện 40 lần được trao Kỷ niệm chương.", "74 Kỷ niệm chương individual"),
    Case(
      "Có 20 cán bộ của ngành được phong tặng, truy tặng danh hiệu “Anh hùng Lực lượng vũ trang nhân dân”.",
      "20 Anh hùng Lực lượng vũ trang nhân dân individual by Chủ tịch nước"),
    Case(
      "Căn cứ vào đề nghị của Bộ Nội vụ, Thủ tướng Chính phủ đã ký Quyết định tặng Bằng khen cho 61 doanh nghiệp.",
      "61 Bằng khen enterprise by Thủ tướng Chính phủ"),
    Case(
      "Huyện A Lưới có 16 học sinh được nhận bằng khen, Nam Đông có 11 học sinh, Phú Lộc 9 học sinh.",
      "16 Bằng khen individual", "11 Bằng khen individual", "9 Bằng khen individual"),
    Case("UBND tỉnh tặng bằng khen cho 23 gương giáo viên trẻ tiêu biểu.", "23 Bằng khen individual by UBND tỉnh"),
    Case(
      "Một tập thể và một cá nhân nhận danh hiệu Anh hùng Lao động.", "1 Anh hùng Lao động collective by Chủ tịch nước",
      "1 Anh hùng Lao động individual by Chủ tịch nước"),
    Case(
      "UBND tỉnh khen thưởng cho 9 tập thể và hơn 66 cá nhân.", "9 - collective by UBND tỉnh",
      "66 - individual by UBND tỉnh"),
    Case(
      "Sở tặng bằng khen cho ông Lê Văn Sáu - chủ tàu cá, cùng 4 thuyền viên.", "4 Bằng khen individual"),
    Case(
      "Có 4 thí sinh của tỉnh tham dự cuộc thi Olympic Hóa học quốc tế lần thứ 12 đều đoạt giải.", "4 giải individual"),
    Case("Có 08 ĐVTN đạt danh hiệu Người thợ trẻ giỏi toàn quốc.", "8 Người thợ trẻ giỏi toàn quốc individual"),
    Case(
      "Có 120 giáo viên trẻ tại TP. Hạ Long đã được Tỉnh đoàn trao Kỷ niệm chương.",
      "120 Kỷ niệm chương individual by Tỉnh đoàn"),
    Case(
      "Toàn tỉnh có 15 VĐV đạt HCV, 4 HLV được tặng bằng khen.", "15 Huy chương Vàng individual",
      "4 Bằng khen individual"),
    Case("Các cá nhân bị thu hồi danh hiệu Chiến sĩ thi đua cơ sở gồm: 2 giáo viên, 5 nhân viên."),
    Case("Đội tuyển đặt chỉ tiêu đoạt 4 HCV."),
    Case("Chị lọt vào top 15 gương mặt giành giải thưởng của năm."),
    Case("Ban Tổ chức trao 8 giải ba cho các nhà giáo.", "8 giải ba individual by Ban Tổ chức"),
    Case("Cuộc thi trao 10 giải đồng hạng cho các đội.", "10 giải collective"),
  ])
  func `reads awards as news and reports word them`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }
}
