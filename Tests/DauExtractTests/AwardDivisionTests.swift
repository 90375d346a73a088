import Testing

@testable import DauExtract

@Suite struct AwardDivisionTests {
  private func table(_ rows: String...) -> String {
    "TT\tHình thức khen\tTập thể\tCá nhân\n" + rows.joined(separator: "\n")
  }

  @Test func `rows without a dash divide the award that they sum to`() {
    let text = table(
      "1\tGiấy khen\t133\t346", "\tTổng kết năm\t31\t92", "\tChuyên đề nữ công\t12\t20", "\tToàn diện\t90\t234",
      "2\tCờ thi đua\t5\t", "\tTổng cộng\t138\t346")
    #expect(
      tallies(of: text) == [
        "133 Giấy khen collective, total", "346 Giấy khen individual, total",
        "31 Giấy khen collective, tổng kết năm", "92 Giấy khen individual, tổng kết năm",
        "12 Giấy khen collective, chuyên đề nữ công", "20 Giấy khen individual, chuyên đề nữ công",
        "90 Giấy khen collective, toàn diện", "234 Giấy khen individual, toàn diện", "5 Cờ thi đua collective",
        "138 - collective, total", "346 - individual, total",
      ])
    #expect(
      tableAudits(of: text) == [
        "table_column 133 holds 133: 31+12+90", "table_column 346 holds 346: 92+20+234",
        "table_column 138 holds 138: 133+5", "table_column 346 holds 346: 346",
      ])
  }

  @Test(arguments: [["a", "b"], ["1.1", "1.2"]]) func `deeper numbers divide, whatever they sum to`(_ numbers: [String])
  {
    let text = table(
      "1\tGiấy khen\t133\t346", "\(numbers[0])\tThường xuyên\t31\t92", "\(numbers[1])\tĐột xuất\t101\t254",
      "\tTổng cộng\t133\t346")
    #expect(
      tableAudits(of: text) == [
        "table_column 133 fails 132: 31+101", "table_column 346 holds 346: 92+254",
        "table_column 133 holds 133: 133", "table_column 346 holds 346: 346",
      ])
  }

  @Test func `awards that no rule knows stay awards beside one another`() {
    let text = table(
      "1\tGiấy khen\t13\t36", "2\tGương sáng biên giới\t8\t20", "3\tHoa trạng nguyên\t5\t16")
    #expect(
      tallies(of: text) == [
        "13 Giấy khen collective", "36 Giấy khen individual", "8 Gương sáng biên giới collective",
        "20 Gương sáng biên giới individual", "5 Hoa trạng nguyên collective", "16 Hoa trạng nguyên individual",
      ])
  }

  @Test func `rows below awards in the head say who received them`() {
    let text = """
      | STT | Đối tượng | BK Thủ tướng | Giấy khen |
      |---|---|---|---|
      | 1 | Tập thể | 02 | 13 |
      | 2 | Cá nhân | 05 | 128 |
      """
    #expect(
      tallies(of: text) == [
        "2 Bằng khen collective by Thủ tướng Chính phủ", "13 Giấy khen collective",
        "5 Bằng khen individual by Thủ tướng Chính phủ", "128 Giấy khen individual",
      ])
  }

  @Test func `a grade in the text is held against the row of its grade`() {
    func audits(_ line: String) -> [String] {
      tableAudits(of: line + "\n\n" + table("1\tHuân chương Độc lập\t\t4", "2\tBằng khen\t12\t9"))
    }
    #expect(audits("- Huân chương Độc lập hạng Nhì: 01 cá nhân;") == [])
    #expect(audits("- Huân chương Độc lập: 05 cá nhân;") == ["sum 5 fails 4: 4"])
  }

  @Test(arguments: [
    Case(
      "Tặng Bằng khen cho 40 tập thể và 80 cá nhân (khen chuyên đề 10 tập thể và 20 cá nhân; khen thường xuyên 30 tập thể và 60 cá nhân).",
      "sum 40 holds 40", "sum 80 holds 80"),
    Case(
      "Tặng Bằng khen cho 40 tập thể và 80 cá nhân (khen chuyên đề 10 tập thể và 20 cá nhân; khen thường xuyên 30 tập thể và 61 cá nhân).",
      "sum 40 holds 40", "sum 80 fails 81"),
    Case("Tặng quà cho 4 tập thể và 80 cá nhân (20 cá nhân nữ, 60 cá nhân nam).", "sum 80 holds 80"),
  ])
  func `brackets behind two totals divide each by its noun`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }

  @Test(arguments: [
    Case("Có 52 giải: nhất 01, nhì 09, ba 22, KK 20.", "sum 52 holds 52"),
    Case("Tổng số 150 đại biểu, trong đó: đại biểu chính thức 110, đại biểu mời 41.", "sum 150 fails 151"),
    Case("Tặng Bằng khen cho 25 tập thể (Huyện Đoàn Ba Tri 04, Đoàn Khối Doanh nghiệp 21).", "sum 25 holds 25"),
    Case(
      "Trao Huy hiệu Đảng cho 4.519 đảng viên (Huy hiệu 30 năm: 3.018; 40 năm: 1.495; 70 năm: 6 đảng viên).",
      "sum 4519 holds 4519"),
    // Some of them only; names with numbers; far from all.
    Case("Tổng số 150 đại biểu, trong đó có đại biểu nữ 50, đại biểu trẻ 99."),
    Case("Họp tại 25 thôn (thôn 1, thôn 2)."),
    Case("Có 5 tuyến đường: Quốc lộ 1, Quốc lộ 6."),
    Case("Tổng số 150 đại biểu, trong đó: đại biểu nữ 50, đại biểu trẻ 20."),
  ])
  func `labels with numbers behind them are parts`(_ example: Case) {
    #expect(auditSummaries(of: example.text) == example.expected)
  }
}
