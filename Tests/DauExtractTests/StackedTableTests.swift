import Testing

@testable import DauExtract

@Suite struct StackedTableTests {
  static let stacked = [
    "TT", "Hình thức khen thưởng", "Tập thể", "Cá nhân", "1", "Huân chương Lao động, trong đó:", "02", "05",
    "- Khen thường xuyên", "02", "04", "- Khen đột xuất", "01", "2", "Bằng khen của Chủ tịch", "UBND tỉnh", "45", "112",
    "3", "Chiến sĩ thi đua cấp tỉnh", "17", "Tổng cộng", "47", "134",
  ]

  static let expected = [
    "2 Huân chương Lao động collective by Chủ tịch nước, total",
    "5 Huân chương Lao động individual by Chủ tịch nước, total",
    "2 Huân chương Lao động collective by Chủ tịch nước, khen thường xuyên",
    "4 Huân chương Lao động individual by Chủ tịch nước, khen thường xuyên",
    "1 Huân chương Lao động individual by Chủ tịch nước, khen đột xuất",
    "45 Bằng khen collective by Chủ tịch UBND tỉnh", "112 Bằng khen individual by Chủ tịch UBND tỉnh",
    "17 Chiến sĩ thi đua cấp tỉnh individual by Chủ tịch UBND tỉnh", "47 - collective, total",
    "134 - individual, total",
  ]

  @Test(arguments: ["\n", "\n\n"])
  func `one cell a line is a table, with empty lines between or without`(_ gap: String) {
    let text = "Kết quả khen thưởng như sau:\n" + Self.stacked.joined(separator: gap) + "\n\nNơi nhận:\n- Như trên;"
    #expect(tallies(of: text) == Self.expected)
    #expect(tableAudits(of: text).allSatisfy { $0.contains("holds") })
    #expect(!awardRecords(of: text).contains { $0.kind == .quantity || $0.kind == .indicator })
  }

  @Test func `columns may be awards, where no cell is missing`() {
    let lines = [
      "TT", "Đơn vị", "Bằng khen", "Cờ thi đua", "Tổng", "1", "Huyện Đông Lĩnh", "35", "1", "36", "2", "Huyện Suối Mây",
      "28", "2", "31", "Tổng cộng", "63", "3", "67",
    ]
    let text = lines.joined(separator: "\n")
    #expect(
      tallies(of: text) == [
        "35 Bằng khen -", "1 Cờ thi đua collective", "36 - mixed, total", "28 Bằng khen -", "2 Cờ thi đua collective",
        "31 - mixed, total", "63 Bằng khen -, total", "3 Cờ thi đua collective, total", "67 - mixed, total",
      ])
    #expect(
      tableAudits(of: text).filter { $0.contains("fails") } == [
        "table_row 31 fails 30: 28+2", "table_row 67 fails 66: 63+3",
      ])
    #expect(tallies(of: lines.filter { $0 != "2" }.joined(separator: "\n")).isEmpty)
  }

  @Test func `letters for digits are read as digits, a letter lost costs its cell alone`() {
    var lines = Self.stacked
    lines[7] = "O5"
    lines[17] = "1l2"
    #expect(tallies(of: lines.joined(separator: "\n")) == Self.expected)
  }

  @Test func `a head printed again on the next page is passed over`() {
    var lines = Self.stacked
    lines.insert(contentsOf: lines[..<4], at: 18)
    #expect(tallies(of: lines.joined(separator: "\n")) == Self.expected)
  }

  @Test(arguments: [
    "TT\nNội dung\nTập thể\nCá nhân\n1\nBáo cáo kết quả\n2\nThảo luận\n3\nBế mạc",
    "TT\nHọ và tên\nChức vụ\nĐơn vị\n1\nNguyễn Văn An\nGiám đốc\nSở Nội vụ\n2\nTrần Thị Bình\nPhó Giám đốc\nSở Y tế",
    "TT\n1\n2\n3", "TT\nTT\nTT\nTT",
  ])
  func `refuses lists of anything else`(_ text: String) { #expect(tallies(of: text).isEmpty) }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["TT\n", "TT\na\nb\n1\nc\n", "1\n", "TT\nTập thể\nCá nhân\n1\nGiấy khen\n"])
  func `hostile text ends`(_ piece: String) { _ = awardRecords(of: String(repeating: piece, count: 2_000)) }
}
