import Testing

@testable import DauExtract

@Suite struct AwardTableTests {
  /// Two header rows, groups, sub-rows, blanks, a printed 0, a total and the sum over its columns.
  static let groups = """
    TT\tDanh hiệu, hình thức\tSố lượng\t\tTrong đó đối tượng ở cơ sở\t
    \t\tTập thể\tCá nhân\tTập thể\tCá nhân
    I\tKhen thưởng cấp Nhà nước\t03\t04\t01\t02
    1\tHuân chương Lao động, trong đó:\t01\t04\t\t02
    \t- Khen thường xuyên\t01\t03\t\t02
    \t- Khen đột xuất\t0\t01\t\t
    2\tCờ thi đua của Chính phủ\t02\t\t01\t
    II\tKhen thưởng cấp tỉnh\t20\t31\t08\t09
    1\tBằng khen của Chủ tịch UBND tỉnh\t20\t31\t08\t09
    TỔNG CỘNG\t\t23\t36\t09\t11
    \t\t59\t\t20\t
    """

  static let groupTallies = [
    "3 - collective, total", "4 - individual, total", "1 - collective, grassroots, total",
    "2 - individual, grassroots, total",
    "1 Huân chương Lao động collective by Chủ tịch nước, total",
    "4 Huân chương Lao động individual by Chủ tịch nước, total",
    "2 Huân chương Lao động individual by Chủ tịch nước, grassroots, total",
    "1 Huân chương Lao động collective by Chủ tịch nước, khen thường xuyên",
    "3 Huân chương Lao động individual by Chủ tịch nước, khen thường xuyên",
    "2 Huân chương Lao động individual by Chủ tịch nước, khen thường xuyên, grassroots",
    "0 Huân chương Lao động collective by Chủ tịch nước, khen đột xuất",
    "1 Huân chương Lao động individual by Chủ tịch nước, khen đột xuất",
    "2 Cờ thi đua collective by Chính phủ", "1 Cờ thi đua collective by Chính phủ, grassroots",
    "20 - collective, total", "31 - individual, total", "8 - collective, grassroots, total",
    "9 - individual, grassroots, total",
    "20 Bằng khen collective by Chủ tịch UBND tỉnh", "31 Bằng khen individual by Chủ tịch UBND tỉnh",
    "8 Bằng khen collective by Chủ tịch UBND tỉnh, grassroots",
    "9 Bằng khen individual by Chủ tịch UBND tỉnh, grassroots",
    "23 - collective, total", "36 - individual, total", "9 - collective, grassroots, total",
    "11 - individual, grassroots, total", "59 - mixed, total", "20 - mixed, grassroots, total",
  ]

  @Test func `every filled cell of a tab table is one tally`() {
    #expect(tallies(of: Self.groups) == Self.groupTallies)
  }

  @Test func `cells are no quantities`() {
    #expect(!awardRecords(of: Self.groups).contains { $0.kind == .quantity })
  }

  @Test func `a row that names a decision rests on it, and so do its parts`() {
    let text = """
      | TT | Hình thức khen thưởng | Tập thể | Cá nhân | Quyết định |
      |---|---|---|---|---|
      | 1 | Bằng khen của Chủ tịch UBND tỉnh, trong đó: | 12 | 15 | 12/QĐ-UBND |
      | | - Khen chuyên đề | 12 | 15 | |
      | 2 | Giấy khen | 3 | 4 | Quyết định số 15/QĐ-SNV ngày 06/3/2019 |
      | 3 | Cờ thi đua của UBND tỉnh (Quyết định số 20/QĐ-UBND) | 5 | | |
      | 4 | Kỷ niệm chương | 2 | | |
      """
    #expect(
      grounds(of: text) == [
        "12 - 12/QĐ-UBND", "15 - 12/QĐ-UBND", "12 - 12/QĐ-UBND", "15 - 12/QĐ-UBND", "3 - 15/QĐ-SNV",
        "4 - 15/QĐ-SNV", "5 - 20/QĐ-UBND", "2 - -",
      ])
  }

  @Test func `groups, parts and totals are summed, and one wrong total is found`() {
    #expect(
      tableAudits(of: Self.groups) == [
        "table_column 3 holds 3: 01+02", "table_column 4 holds 4: 04", "table_column 1 holds 1: 01",
        "table_column 2 holds 2: 02", "table_column 1 holds 1: 01+0", "table_column 4 holds 4: 03+01",
        "table_column 2 holds 2: 02", "table_column 20 holds 20: 20", "table_column 31 holds 31: 31",
        "table_column 8 holds 8: 08", "table_column 9 holds 9: 09", "table_column 23 holds 23: 03+20",
        "table_column 36 fails 35: 04+31", "table_column 9 holds 9: 01+08", "table_column 11 holds 11: 02+09",
        "table_row 59 holds 59: 23+36", "table_row 20 holds 20: 09+11",
      ])
  }

  @Test func `a Markdown table has a total column`() {
    let text = """
      | STT | Hình thức khen thưởng | Tổng số | Tập thể | Cá nhân |
      |---|:--|--:|--:|--:|
      | 1 | **Giấy khen** | 12 | 5 | 7 |
      | 2 | Chiến sĩ thi đua cơ sở | 9 | | 8 |
      """
    #expect(
      tallies(of: text) == [
        "12 Giấy khen mixed, total", "5 Giấy khen collective", "7 Giấy khen individual",
        "9 Chiến sĩ thi đua cơ sở mixed, total", "8 Chiến sĩ thi đua cơ sở individual",
      ])
    #expect(tableAudits(of: text) == ["table_row 12 holds 12: 5+7", "table_row 9 fails 8: 8"])
  }

  @Test func `cells that OCR ran together in the head, and a mark lost before a label, are put right`() {
    let text = """
      | TT | Hình thức khen thưởng | Téngsé | Tapthé | Canhan Doanh nghiệp
      | 1 | Giấy khen [| 912 | 286 | 588 [| 38 |
      | 2_ | Chiến sĩ thi đua cơ sở | 9 | | 9 | |
      | Tống cộng | 921 | 286 | 597 | 38 |
      """
    #expect(
      tallies(of: text) == [
        "912 Giấy khen mixed, total", "286 Giấy khen collective", "588 Giấy khen individual", "38 Giấy khen enterprise",
        "9 Chiến sĩ thi đua cơ sở mixed, total", "9 Chiến sĩ thi đua cơ sở individual", "921 - mixed, total",
        "286 - collective, total", "597 - individual, total", "38 - enterprise, total",
      ])
  }

  @Test func `columns aligned by blanks are columns, and a letter for a digit is read as the digit`() {
    let text = """
      TT     Hình thức khen thưởng                    Tập thể    Cá nhân
      1      Huân chương Lao động hạng Ba                 02          05
      2      Bằng khen của Chủ tịch UBND tỉnh             45         1l2
             Tổng cộng                                    47         117
      """
    #expect(
      tallies(of: text) == [
        "2 Huân chương Lao động collective by Chủ tịch nước", "5 Huân chương Lao động individual by Chủ tịch nước",
        "45 Bằng khen collective by Chủ tịch UBND tỉnh", "112 Bằng khen individual by Chủ tịch UBND tỉnh",
        "47 - collective, total", "117 - individual, total",
      ])
  }

  @Test(arguments: ["", "\n"])
  func `a label goes on in the line below its row`(_ gap: String) {
    let text = """
      TT   Hình thức khen thưởng       Tập thể   Cá nhân   Tổng
      1    Bằng khen của Chủ tịch      10        20        30
           UBND tỉnh
      \(gap)2    Giấy khen của Giám đốc      5         6         11
           Sở
           Tổng cộng                   15        26        41
      """
    #expect(
      tallies(of: text) == [
        "10 Bằng khen collective by Chủ tịch UBND tỉnh", "20 Bằng khen individual by Chủ tịch UBND tỉnh",
        "30 Bằng khen mixed by Chủ tịch UBND tỉnh, total", "5 Giấy khen collective by Giám đốc Sở",
        "6 Giấy khen individual by Giám đốc Sở", "11 Giấy khen mixed by Giám đốc Sở, total", "15 - collective, total",
        "26 - individual, total", "41 - mixed, total",
      ])
    #expect(!awardRecords(of: text).contains { $0.kind == .quantity })
  }

  @Test func `the number of a row is no tally, nor does its last number count what the next line says`() {
    let text = """
      1    Bằng khen của Chủ tịch      10        20        30
           UBND tỉnh
      """
    #expect(!awardRecords(of: text).contains { $0.kind == .award || $0.kind == .quantity })
  }

  @Test(arguments: [
    "1\tBằng khen của UBND tỉnh\t12\t21\n-\tKhen thường xuyên\t7\t11\n-\tKhen cống hiến\t5\t9",
    """
    |---|---|---|---|
    | 1 | Bằng khen của UBND tỉnh | 12 | 21 |
    | - | Khen thường xuyên | 7 | 11 |
    | - | Khen cống hiến | 5 | 9 |
    """,
  ])
  func `a dash for the number makes a row a part`(_ rows: String) {
    let head =
      rows.hasPrefix("|")
      ? "| TT | Hình thức khen thưởng | Tập thể | Cá nhân |\n" : "TT\tHình thức khen thưởng\tTập thể\tCá nhân\n"
    #expect(
      tallies(of: head + rows) == [
        "12 Bằng khen collective by UBND tỉnh, total", "21 Bằng khen individual by UBND tỉnh, total",
        "7 Bằng khen collective by UBND tỉnh, khen thường xuyên",
        "11 Bằng khen individual by UBND tỉnh, khen thường xuyên",
        "5 Bằng khen collective by UBND tỉnh, khen cống hiến", "9 Bằng khen individual by UBND tỉnh, khen cống hiến",
      ])
    #expect(tableAudits(of: head + rows) == ["table_column 12 holds 12: 7+5", "table_column 21 fails 20: 11+9"])
  }

  @Test(arguments: [("Hạng Nhất", "Hạng Ba", ", hạng nhất", ", hạng ba"), ("HCLĐ hạng I", "HCLĐ hạng III", "", "")])
  func `grades divide the award above them`(_ first: String, _ third: String, _ one: String, _ three: String) {
    let text = """
      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      I\tHuân chương Lao động\t2\t4
      1\t\(first)\t1\t0
      2\t\(third)\t1\t4
      II\tBằng khen của Thủ tướng Chính phủ\t3\t6
      \tTổng cộng\t5\t10
      """
    #expect(
      tallies(of: text) == [
        "2 Huân chương Lao động collective by Chủ tịch nước, total",
        "4 Huân chương Lao động individual by Chủ tịch nước, total",
        "1 Huân chương Lao động collective by Chủ tịch nước\(one)",
        "0 Huân chương Lao động individual by Chủ tịch nước\(one)",
        "1 Huân chương Lao động collective by Chủ tịch nước\(three)",
        "4 Huân chương Lao động individual by Chủ tịch nước\(three)",
        "3 Bằng khen collective by Thủ tướng Chính phủ", "6 Bằng khen individual by Thủ tướng Chính phủ",
        "5 - collective, total", "10 - individual, total",
      ])
    #expect(
      grounds(of: text) == [
        "2 - -", "4 - -", "1 hạng Nhất -", "0 hạng Nhất -", "1 hạng Ba -", "4 hạng Ba -", "3 - -", "6 - -", "5 - -",
        "10 - -",
      ])
    #expect(!tableAudits(of: text).contains { $0.contains("fails") })
  }

  @Test func `columns may name the awards and rows the bodies`() {
    let text = """
      TT\tĐơn vị\tBằng khen\tGiấy khen\tTổng số
      1\tHuyện Suối Mây\t12\t45\t57
      2\tHuyện Đồi Chè\t07\t32\t40
      """
    #expect(
      tallies(of: text) == [
        "12 Bằng khen -", "45 Giấy khen -", "57 - mixed, total", "7 Bằng khen -", "32 Giấy khen -",
        "40 - mixed, total",
      ])
    #expect(tableAudits(of: text) == ["table_row 57 holds 57: 12+45", "table_row 40 fails 39: 07+32"])
  }

  @Test func `bodies in groups are summed, the head says who grants, and cells may be lost or damaged`() {
    let text = """
      | STT | Đơn vị | Bằng khen của UBND tỉnh | | Giấy khen | | Tổng |
      |:---:|:-------|----:|----:|----:|----:|----:|
      | | | Tập thể | Cá nhân | Tập thể | Cá nhân | |
      | I | Khối huyện | 3 | 9 | 5 | 12 | 29 |
      | 1 | Huyện Suối Mây | 2 | 4 | 3 | 5 | 14 |
      | 2 | Huyện Đồi Chè | 1 | 5 | 2 | 7 | l5 |
      | II | Khối sở, ngành | 1 | 2 | | 4 | 7 |
      | 1 | Sở Nội vụ | 1 | 2 | | 4 | 7 |
      | | **Cộng** | **4** | **11** | **5** | **16** | **36** |
      """
    let found = tallies(of: text)
    #expect(
      Array(found.prefix(6)) == [
        "3 Bằng khen collective by UBND tỉnh, total", "9 Bằng khen individual by UBND tỉnh, total",
        "5 Giấy khen collective, total", "12 Giấy khen individual, total", "29 - mixed, total",
        "2 Bằng khen collective by UBND tỉnh",
      ])
    #expect(
      Array(found.suffix(5)) == [
        "4 Bằng khen collective by UBND tỉnh, total", "11 Bằng khen individual by UBND tỉnh, total",
        "5 Giấy khen collective, total", "16 Giấy khen individual, total", "36 - mixed, total",
      ])
    #expect(tableAudits(of: text).allSatisfy { $0.contains("holds") })
  }

  @Test(arguments: [
    // The page number lost, and the head in Markdown.
    """
    TT\tHình thức khen thưởng\tTập thể\tCá nhân
    1\tHuân chương Lao động\t02\t05
    2\tBằng khen của Chủ tịch UBND tỉnh\t45\t112

    TT\tHình thức khen thưởng\tTập thể\tCá nhân
    3\tGiấy khen\t17\t20
    \tTổng cộng\t64\t137
    """,
    """
    | TT | Hình thức khen thưởng | Tập thể | Cá nhân |
    |---|:--|--:|--:|
    | 1 | Huân chương Lao động | 02 | 05 |
    | 2 | Bằng khen của Chủ tịch UBND tỉnh | 45 | 112 |

    12

    | TT | Hình thức khen thưởng | Tập thể | Cá nhân |
    |---|:--|--:|--:|
    | 3 | Giấy khen | 17 | 20 |
    | | Tổng cộng | 64 | 137 |
    """,
  ])
  func `a table goes on behind its head printed again`(_ text: String) {
    #expect(
      tableAudits(of: text) == [
        "table_column 64 holds 64: 02+45+17", "table_column 137 holds 137: 05+112+20",
      ])
  }

  @Test func `a sub-row that names an award is that award`() {
    let text = """
      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      1\tHuân, Huy chương kháng chiến\t\t09
      \t- Huy chương kháng chiến\t\t09
      """
    #expect(tallies(of: text).last?.hasPrefix("9 Huy chương kháng chiến individual") == true)
  }

  @Test(arguments: [
    "TT\tChỉ tiêu\tKế hoạch\tThực hiện\n1\tThu ngân sách\t120\t130\n2\tDoanh nghiệp\t12\t13",
    "TT\tHuyện\tTập thể\tCá nhân\n1\tSuối Mây\t1\t2\n2\tĐồi Chè\t3\t4",
    "Nơi nhận:\t\tCHỦ TỊCH\n- Bằng khen;\t\tNguyễn Văn A",
  ])
  func `refuses tables of anything else`(_ text: String) {
    #expect(tallies(of: text).isEmpty)
  }

  @Test func `the head of a table ends the table above it`() {
    let text = """
      TT\tHình thức khen thưởng\tSố lượng
      1\tGiấy khen\t12

      TT\tChỉ tiêu\tThực hiện
      1\tThu ngân sách\t120
      """
    #expect(tallies(of: text) == ["12 Giấy khen -"])
  }
}

@Suite struct TableAuditorTests {
  @Test func `the cell whose change would mend several sums is named`() {
    let text = """
      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      I\tKhen thưởng cấp tỉnh\t20\t41
      1\tBằng khen của Chủ tịch UBND tỉnh\t20\t31
      TỔNG CỘNG\t\t20\t31
      """
    let notes = awardRecords(of: text).compactMap { record -> String? in
      guard case .audit(let fact) = record.fact, !fact.holds else { return nil }
      return fact.note.map { String($0.drop { $0 != ";" }) }
    }
    #expect(notes == ["; suspect: 41, 31 would mend 2 sums", "; suspect: 41, 31 would mend 2 sums"])
  }

  @Test func `where either of two cells may be wrong none is named`() {
    let text = """
      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      1\tBằng khen của Chủ tịch UBND tỉnh\t20\t31
      2\tGiấy khen\t5\t6
      Tổng cộng\t\t25\t38
      """
    #expect(
      awardRecords(of: text).allSatisfy {
        guard case .audit(let fact) = $0.fact else { return true }
        return fact.note?.contains("suspect") != true
      })
  }

  @Test func `a list that contradicts the table is a fault, an occasion told elsewhere is none`() {
    let text = """
      - Cờ thi đua của Chính phủ: 03 tập thể;

      Dịp này, 01 tập thể được Chính phủ tặng Cờ thi đua trong phong trào chống hạn.

      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      1\tCờ thi đua của Chính phủ\t02\t
      2\tBằng khen của Thủ tướng Chính phủ\t05\t06
      """
    #expect(tableAudits(of: text) == ["sum 3 fails 2: 02"])
  }

  @Test func `beside a tally that agrees with the table another of its grant is held against it`() {
    func audits(_ sentence: String, _ rows: String = "") -> [String] {
      tableAudits(
        of: """
          \(sentence)

          TT\tHình thức khen thưởng\tTập thể\tCá nhân
          1\tBằng khen của UBND tỉnh\t12\t20
          2\tCờ thi đua của UBND tỉnh\t03\t
          \(rows)
          """)
    }
    #expect(
      audits("UBND tỉnh đã tặng Bằng khen cho 14 tập thể và 20 cá nhân.") == [
        "sum 14 fails 12: 12", "sum 20 holds 20: 20",
      ])
    // Another grantor's row makes up the number.
    #expect(
      audits(
        "UBND tỉnh đã tặng Bằng khen cho 14 tập thể và 20 cá nhân.", "3\tBằng khen của Thủ tướng Chính phủ\t02\t01")
        == ["sum 20 holds 20: 20"])
    #expect(audits("UBND tỉnh đã tặng Bằng khen cho 14 tập thể và 25 cá nhân.").isEmpty)
  }

  @Test func `a tally of the text finds its cell by a grantor that may be the same`() {
    let text = """
      UBND tỉnh quyết định khen thưởng cho 106 trường hợp (58 tập thể, 40 cá nhân, 8 gia đình), trong đó:
      - Danh hiệu Tập thể Lao động xuất sắc: 22 tập thể;
      - Danh hiệu Chiến sĩ thi đua cấp tỉnh: 17 cá nhân;
      - Bằng khen của Chủ tịch UBND tỉnh: 67 tập thể, cá nhân, gia đình.

      TT\tHình thức khen thưởng\tTập thể\tCá nhân\tGia đình
      I\tKhen thưởng cấp tỉnh\t58\t40\t8
      1\tDanh hiệu Lao động xuất sắc\t22\t\t
      2\tDanh hiệu Chiến sĩ thi đua cấp tỉnh\t\t17\t
      3\tBằng khen của Chủ tịch UBND tỉnh\t36\t23\t8
      """
    #expect(
      tableAudits(of: text).filter { $0.hasPrefix("sum") && !$0.hasPrefix("sum 106") } == [
        "sum 58 holds 58: 58", "sum 40 holds 40: 40", "sum 8 holds 8: 8", "sum 22 holds 22: 22", "sum 17 holds 17: 17",
        "sum 67 holds 67: 36+23+8",
      ])
  }

  @Test func `of the tallies over several awards the one that disagrees with the row of the others is a fault`() {
    func audits(_ sentence: String) -> [String] {
      tableAudits(
        of: """
          \(sentence)

          TT\tHình thức khen thưởng\tTập thể\tCá nhân\tGia đình
          I\tKhen thưởng cấp tỉnh\t58\t40\t8
          1\tGiấy khen\t22\t17\t
          2\tBằng khen của Chủ tịch UBND tỉnh\t36\t23\t8
          """
      ).filter { $0.hasPrefix("sum") }
    }
    #expect(
      audits("UBND tỉnh đã khen thưởng cho 58 tập thể, 42 cá nhân và 8 gia đình.") == [
        "sum 58 holds 58: 58", "sum 42 fails 40: 40", "sum 8 holds 8: 8",
      ])
    // Another occasion, of which one small number agrees by chance.
    #expect(audits("UBND tỉnh đã khen thưởng cho 5 tập thể, 12 cá nhân và 8 gia đình.").isEmpty)
  }

  @Test(arguments: [
    ("Tỷ lệ khen thưởng cho các tập thể ở cơ sở chiếm 58,6%.", ["ratio 58.6 holds 58.6207: 34+58"]),
    ("Tỷ lệ khen thưởng cho các tập thể ở cơ sở chiếm 57,9%.", ["ratio 57.9 fails 58.6207: 34+58"]),
    (
      "Tỷ lệ khen thưởng: tập thể ở cơ sở 58,6%, khen thưởng cho người lao động trực tiếp đạt 76,5%.",
      ["ratio 76.5 fails 25: 10+40"]
    ),
    ("Tỷ lệ khen thưởng cho tập thể, cá nhân ở cơ sở chiếm 70%.", []),
    ("Tỷ lệ hộ nghèo ở cơ sở chiếm 58,6%.", []),
    ("Khen thưởng cho người lao động trực tiếp từ 25% trở lên.", []),
  ])
  func `a share of those at the grassroots is that of a row of the table`(_ sentence: String, _ expected: [String]) {
    let text = """
      \(sentence)

      TT\tHình thức khen thưởng\tSố lượng\t\tTrong đó đối tượng ở cơ sở, lao động trực tiếp\t
      \t\tTập thể\tCá nhân\tTập thể\tCá nhân
      I\tKhen thưởng cấp tỉnh\t58\t40\t34\t10
      1\tGiấy khen\t22\t17\t20\t4
      2\tBằng khen của Chủ tịch UBND tỉnh\t36\t23\t14\t6
      """
    #expect(tableAudits(of: text).filter { $0.hasPrefix("ratio") } == expected)
  }

  @Test func `parts that are all short are examples`() {
    let text = """
      TT\tHình thức khen thưởng\tTập thể\tCá nhân
      1\tGiấy khen, trong đó:\t20\t30
      \t- Khen đột xuất\t2\t3
      """
    #expect(tableAudits(of: text).isEmpty)
  }

  @Test(arguments: 0..<20)
  func `a table made with true sums has no fault, and one changed total is found`(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &* 0x9E37_79B9 &+ 11)
    let awards = ["Giấy khen", "Bằng khen của Chủ tịch UBND tỉnh", "Huân chương Lao động", "Kỷ niệm chương"]
    let columns = ["Tập thể", "Cá nhân", "Gia đình"]
    var totals = [0, 0, 0]
    var text = "TT\tHình thức khen thưởng\tTổng số\t" + columns.joined(separator: "\t")
    for (index, award) in awards.enumerated() {
      let cells = columns.map { _ in Int(random.next() % 900) }
      for (at, cell) in cells.enumerated() { totals[at] += cell }
      text += "\n\(index + 1)\t\(award)\t\(cells.reduce(0, +))\t" + cells.map(String.init).joined(separator: "\t")
    }
    let sum = totals.reduce(0, +)
    func table(_ stated: [Int]) -> String {
      text + "\n\tTổng cộng\t\(sum)\t" + stated.map(String.init).joined(separator: "\t")
    }
    // Four columns against their rows, five rows against their columns.
    let audits = tableAudits(of: table(totals))
    #expect(audits.count == 9 && audits.allSatisfy { $0.contains("holds") }, "seed \(seed)")
    var wrong = totals
    wrong[Int(random.next() % 3)] += 1
    // The column, and the row of totals.
    #expect(tableAudits(of: table(wrong)).count { $0.contains("fails") } == 2, "seed \(seed)")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "\t", "|", "   ", "1\t", "- ", "(", "TT\t", "Giấy khen: ", "12 tập thể, ", "khen thưởng cho 1 hộ; ",
    ])
  func `hostile text ends`(_ piece: String) {
    _ = awardRecords(of: String(repeating: piece, count: 2_000))
    _ = awardRecords(of: String(repeating: piece + "\n", count: 500))
  }

  @Test(arguments: ["KHEN\nTHƯỞNG | |", "khen\nthưởng | |\n", "TẶNG\nTHƯỞNG\t\t"])
  func `a verb over two lines and a cell ends no program`(_ text: String) {
    #expect(awardRecords(of: text).isEmpty)
  }

  @Test func `a sub-row may say who received the award`() {
    let text = """
      TT\tNội dung\tTổng số\tThường xuyên\tĐột xuất
      1\tBằng khen của Chủ tịch UBND tỉnh\t30\t20\t10
      \t- Tập thể\t12\t8\t4
      \t- Cá nhân\t18\t12\t6
      """
    #expect(
      tallies(of: text).filter { !$0.contains("mixed") } == [
        "20 Bằng khen - by Chủ tịch UBND tỉnh, khen thường xuyên, total",
        "10 Bằng khen - by Chủ tịch UBND tỉnh, khen đột xuất, total",
        "12 Bằng khen collective by Chủ tịch UBND tỉnh, total",
        "8 Bằng khen collective by Chủ tịch UBND tỉnh, khen thường xuyên",
        "4 Bằng khen collective by Chủ tịch UBND tỉnh, khen đột xuất",
        "18 Bằng khen individual by Chủ tịch UBND tỉnh, total",
        "12 Bằng khen individual by Chủ tịch UBND tỉnh, khen thường xuyên",
        "6 Bằng khen individual by Chủ tịch UBND tỉnh, khen đột xuất",
      ])
  }

  @Test func `a total of columns with and without recipients is one sum`() {
    let text = """
      KẾT QUẢ KHEN THƯỞNG NĂM 2019

      TT\tĐơn vị\tCờ thi đua\tBằng khen\t\tTổng số
      \t\t\tTập thể\tCá nhân\t
      1\tHuyện Suối Mây\t1\t12\t15\t28
      2\tHuyện Vân Hà\t\t8\t11\t19
      3\tHuyện Đồi Chè\t2\t15\t21\t39
      """
    #expect(
      tableAudits(of: text) == [
        "table_row 28 holds 28: 1+12+15", "table_row 19 holds 19: 8+11", "table_row 39 fails 38: 2+15+21",
      ])
  }

  @Test(arguments: [
    ("Giải", ["Nhất", "Nhì", "Khuyến khích"], ["giải nhất", "giải nhì", "giải khuyến khích"]),
    ("Huy chương", ["Vàng", "Bạc", "Đồng"], ["Huy chương Vàng", "Huy chương Bạc", "Huy chương Đồng"]),
    ("Bằng khen", ["Tỉnh", "Bộ", "Ngành"], ["Bằng khen", "Bằng khen", "Bằng khen"]),
  ])
  func `a head divides the award above it`(_ head: String, _ kinds: [String], _ awards: [String]) {
    let text = """
      KẾT QUẢ HỘI THI CẤP TỈNH NĂM 2019

      TT\tĐơn vị\t\(head)\t\t
      \t\t\(kinds.joined(separator: "\t"))
      1\tHuyện Suối Mây\t1\t2\t4
      2\tHuyện Vân Hà\t2\t1\t5
      """
    let found = awardRecords(of: text).compactMap { record -> String? in
      guard case .award(let fact) = record.fact else { return nil }
      return fact.award
    }
    #expect(found == awards + awards)
  }

  @Test func `columns may be years`() {
    let text = """
      TT\tDanh hiệu\tNăm 2019\tNăm 2020\tSo sánh
      1\tLao động tiên tiến\t1.250\t1.310\t+60
      2\tChiến sĩ thi đua cơ sở\t215\t220\t+5
      """
    let found = awardRecords(of: text).compactMap { record -> String? in
      guard case .award(let fact) = record.fact else { return nil }
      return "\(fact.count) \(fact.award ?? "-") \(fact.period ?? "-")"
    }
    #expect(
      found == [
        "1250 Lao động tiên tiến 2019", "1310 Lao động tiên tiến 2020", "215 Chiến sĩ thi đua cơ sở 2019",
        "220 Chiến sĩ thi đua cơ sở 2020",
      ])
  }

  @Test func `bare years head columns, and what is proposed is no tally`() {
    let years = """
      STT  Hình thức khen thưởng                  2019   2020   Tổng
      1    Huân chương Lao động                     35     41     76
      2    Bằng khen của Thủ tướng Chính phủ        28     30     58
           Cộng                                     63     71    134
      """
    #expect(
      tallies(of: years).prefix(3) == [
        "35 Huân chương Lao động - by Chủ tịch nước", "41 Huân chương Lao động - by Chủ tịch nước",
        "76 Huân chương Lao động mixed by Chủ tịch nước, total",
      ])
    let proposed = """
      TT\tHình thức khen thưởng\tSố lượng đề nghị\tSố lượng được khen
      1\tHuân chương Lao động\t25\t20
      2\tGiấy khen\t40\t38
      """
    #expect(tallies(of: proposed) == ["20 Huân chương Lao động - by Chủ tịch nước", "38 Giấy khen -"])
  }

  @Test func `a column of those at work parts the sum when it is no column of some of them`() {
    let text = """
      TT\tHình thức khen thưởng\tLãnh đạo\t\tCông chức, viên chức\tCông nhân, người lao động trực tiếp\tTổng cộng
      \t\tCấp sở, huyện\tCấp phòng, xã\t\t\t
      1\tBằng khen của Bộ trưởng\t2\t3\t4\t6\t15
      2\tGiấy khen\t12\t40\t86\t122\t261
      3\tKỷ niệm chương\t1\t2\t3\t4\t10
      """
    #expect(
      tallies(of: text).prefix(2) == ["2 Bằng khen individual by Bộ trưởng", "3 Bằng khen individual by Bộ trưởng"])
    #expect(
      tableAudits(of: text) == [
        "table_row 15 holds 15: 2+3+4+6", "table_row 261 fails 260: 12+40+86+122", "table_row 10 holds 10: 1+2+3+4",
      ])
  }

  @Test func `a part may begin with the words that make it one`() {
    let text = """
      | STT | Nội dung | Tập thể | Cá nhân |
      |---|---|---|---|
      | 1 | Giấy khen | 30 | 165 |
      | | *Trong đó: khen đột xuất* | 4 | 22 |
      """
    #expect(
      tallies(of: text).suffix(2) == [
        "4 Giấy khen collective, khen đột xuất", "22 Giấy khen individual, khen đột xuất",
      ])
  }
}
