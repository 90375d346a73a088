import Testing

@testable import DauExtract

/// Numbers behind what they count, without a noun of their own.
@Suite struct AwardBareCountTests {
  @Test(arguments: [
    Case(
      "Năm 2021, tỉnh được tặng Huân chương Lao động hạng Ba: 05; Bằng khen của Thủ tướng Chính phủ: 12; Cờ thi đua của Chính phủ: 07.",
      "5 Huân chương Lao động - by Chủ tịch nước", "12 Bằng khen - by Thủ tướng Chính phủ",
      "7 Cờ thi đua collective by Chính phủ"),
    Case(
      "Huân chương Bảo vệ Tổ quốc hạng Nhất (01), hạng Nhì (02), hạng Ba (05).",
      "1 Huân chương Bảo vệ Tổ quốc - by Chủ tịch nước", "2 Huân chương Bảo vệ Tổ quốc - by Chủ tịch nước",
      "5 Huân chương Bảo vệ Tổ quốc - by Chủ tịch nước"),
    Case(
      "Số lượng khen thưởng: Cờ thi đua 05; Bằng khen 120 (tập thể 40, cá nhân 80); Giấy khen 350.",
      "5 Cờ thi đua collective", "120 Bằng khen -, total", "40 Bằng khen collective", "80 Bằng khen individual",
      "350 Giấy khen -"),
    Case(
      "- Danh hiệu \"Đơn vị quyết thắng\": 12 tập thể. \"Đơn vị tiên tiến\": 31.",
      "12 Đơn vị quyết thắng collective", "31 Đơn vị tiên tiến collective by Thủ trưởng đơn vị"),
    Case("Bằng khen của Ban Thường vụ Tỉnh đoàn: 25.", "25 Bằng khen - by Tỉnh đoàn"),
    Case(
      "Đã khen thưởng cho tập thể: 40, cá nhân: 80, hộ gia đình: 12.", "40 - collective", "80 - individual",
      "12 - household"),
  ])
  func `a number behind an award is a tally where a mark ends it`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    "Đơn vị được tặng Bằng khen (2019), Giấy khen (2020).",
    "Đơn vị được tặng Huân chương Lao động hạng Ba, năm 2019; Bằng khen năm 2018.",
    "Mức thưởng: Bằng khen: 05; Giấy khen: 03.",
    "Bằng khen: 1.490.000; Giấy khen: 447.000.",
    "Bằng khen của Quân khu 4, Bộ Tư lệnh Quân khu 5.",
    "Trao tặng Huy hiệu 30, 40, 50 năm tuổi Đảng.",
    "1. Bằng khen: 2. Giấy khen: 3. Cờ thi đua.",
    "Điều 74. Giấy khen 45",
    "Được tặng Bằng khen (1), Giấy khen (2).",
    "Chiến sĩ thi đua cơ sở: 15/20; Lao động tiên tiến: 12,5.",
    "Huân chương Lao động hạng Ba: 14/14 phiếu.",
    "Tập thể: 04; cá nhân: 12.",
    "Đề nghị tặng Bằng khen: 12; Cờ thi đua: 07.",
  ])
  func `a number that is no tally is none`(_ text: String) {
    #expect(tallies(of: text) == [])
  }

  @Test(arguments: [
    Case(
      "Học sinh đạt 01 giải nhất, 05 nhì, 12 ba và 20 khuyến khích.", "1 giải nhất individual",
      "5 giải nhì individual", "12 giải ba individual", "20 giải khuyến khích individual"),
    Case("Có 52 giải: nhất 01, KK 51.", "52 giải -, total", "1 giải nhất -", "51 giải khuyến khích -"),
    Case(
      "Kết quả: 05 cá nhân đạt giải nhất, 03 cá nhân giải nhì.", "5 giải nhất individual", "3 giải nhì individual"),
    Case(
      "Ban giám khảo chọn 03 tác phẩm trao giải A, 05 tác phẩm giải B.", "3 giải A work", "5 giải B work"),
    Case(
      "Trao 78 giải nhất, trị giá 10.000.000 đồng/giải; 3.313 giải nhì với 300.000 đồng/giải.", "78 giải nhất -",
      "3313 giải nhì -"),
    Case("Có 12 giải nhất, 3 ba lô.", "12 giải nhất -"),
    Case("Có 10 thí sinh giải nhất và 5 thí sinh có số bình chọn cao nhất.", "10 giải nhất individual"),
  ])
  func `a prize that leaves out its noun is the prize said before`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "UBND tỉnh đã tặng 2.148 Bằng khen; trong đó: khen thưởng thường xuyên 1.012, khen chuyên đề 889, khen đột xuất 247.",
      "2148 Bằng khen - by UBND tỉnh, total", "1012 Bằng khen - by UBND tỉnh, khen thường xuyên",
      "889 Bằng khen - by UBND tỉnh, khen chuyên đề", "247 Bằng khen - by UBND tỉnh, khen đột xuất"),
    Case(
      "Khen thưởng 205 trường hợp, gồm: 105 khen thường xuyên, 100 khen đột xuất.", "205 - mixed, total",
      "105 - mixed, khen thường xuyên", "100 - mixed, khen đột xuất"),
    // More than all.
    Case("Khen thưởng 20 tập thể, gồm: khen thường xuyên 105, khen đột xuất 100.", "20 - collective, total"),
  ])
  func `kinds with numbers divide what was counted before`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "- Bằng khen của UBND tỉnh: 25 tập thể (có danh sách) và 40 cá nhân.", "25 Bằng khen collective by UBND tỉnh",
      "40 Bằng khen individual by UBND tỉnh"),
    Case(
      "UBND tỉnh tặng Bằng khen cho 07 tập thể + 11 cá nhân.", "7 Bằng khen collective by UBND tỉnh",
      "11 Bằng khen individual by UBND tỉnh"),
    Case(
      "UBND tỉnh tặng Bằng khen cho: 07 tập thể/11 cá nhân.", "7 Bằng khen collective by UBND tỉnh",
      "11 Bằng khen individual by UBND tỉnh"),
    Case("Tặng Bằng khen cho 16/51 cá nhân.", "16 Bằng khen individual"),
  ])
  func `brackets, a plus and a stroke hold a list together`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Khen thưởng 40 tập thể và 80 cá nhân (Bằng khen: 10 tập thể, 20 cá nhân; Giấy khen: 30 tập thể, 60 cá nhân).",
      "40 - collective, total", "80 - individual, total", "10 Bằng khen collective", "20 Bằng khen individual",
      "30 Giấy khen collective", "60 Giấy khen individual"),
    Case(
      "Khen thưởng 138 tập thể, trong đó Bằng khen Chủ tịch UBND tỉnh cho 133 tập thể; Cờ thi đua 05 tập thể.",
      "138 - collective by Chủ tịch UBND tỉnh, total", "133 Bằng khen collective by Chủ tịch UBND tỉnh",
      "5 Cờ thi đua collective by Chủ tịch UBND tỉnh"),
    Case("Khen thưởng 12 tập thể (Bằng khen).", "12 Bằng khen collective"),
  ])
  func `awards in brackets are those of the parts`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case(
      "Đề nghị UBND tỉnh tặng Bằng khen cho 08 tập thể; công nhận 02 CSTĐ cấp tỉnh; tặng Cờ thi đua cho 01 đơn vị."),
    Case(
      "Đề nghị Chủ tịch nước tặng Huân chương Lao động cho 02 tập thể; đã được UBND tỉnh tặng Bằng khen cho 01 tập thể.",
      "1 Bằng khen collective by UBND tỉnh"),
    Case("Xét đề nghị của Hội đồng; tặng Bằng khen cho 12 tập thể.", "12 Bằng khen collective"),
  ])
  func `a proposal reaches over the clauses of its sentence`(_ example: Case) {
    #expect(tallies(of: example.text) == example.expected)
  }
}
