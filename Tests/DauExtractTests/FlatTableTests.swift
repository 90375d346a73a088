import DauTestSupport
import Testing

@testable import DauExtract

@Suite struct FlatTableTests {
  /// As the suite of printed tables has it, with its empty cells gone, its heads ruined and some digits misread.
  static let flat = """
    Kết quả khen thưởng năm 2018 như sau:
    TT _Danh hiệu, hình thức khen thưởng Số lượng Đối tượng ở cơ sở
    Tapthé Canhin Tập thể C4 nhân
    I Khen thưởng cấp Nhà nước 03 O4 01 02
    | Huân chương Lao động, trong đó: 01 04 02
    - Khen thường xuyên 0l 03 02
    - Khen đột xuất 0 01
    2 Cờ thi đua của Chính phủ 02 ol
    Il Khen thưởng cấp tỉnh 2O 31 08 09
    1 Băng khen của Chủ tịch UBND tỉnh 20 31 08 09
    TỒNG CỘNG 23 36 09 11
    59 20
    """

  @Test func `columns come back by the sums of the table`() {
    #expect(tallies(of: Self.flat) == AwardTableTests.groupTallies)
  }

  @Test func `a sum that fails in every placement is a fault`() {
    let faults = tableAudits(of: Self.flat).filter { $0.contains("fails") }
    #expect(faults == ["table_column 36 fails 35: O4+31"])
  }

  @Test func `a sum with a digit that was guessed or cannot be read is no fault`() {
    let text = """
      TT Hình thức khen thưởng Tập thể Gia đình Cá nhân
      I Khen thưởng cấp Nhà nước L1 e 31
      1 Huân chương Lao động 03 04 19
      2 Bằng khen của Thủ tướng Chính phủ 14 (H 12
      """
    #expect(tableAudits(of: text) == ["table_column 31 holds 31: 19+12"])
  }

  @Test func `cells of a flattened table are no quantities`() {
    let table = Self.flat.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(!awardRecords(of: table).contains { $0.kind == .quantity || $0.kind == .indicator })
  }

  @Test func `every value stands in the text where its record says`() {
    let scalars = Array(Self.flat.unicodeScalars)
    for record in awardRecords(of: Self.flat) where record.kind == .award {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[record.span])
      #expect(String(text) == record.text)
    }
  }

  @Test func `a label may run over two lines, and a page may begin in the table`() {
    let text = """
      TT Hình thức khen thưởng Tập thể Cá nhân
      1 Bằng khen của Thủ tướng
      Chính phủ 03 09
      2
      TT Hình thức khen thưởng Tập thể Cá nhân
      2 Chiến sĩ thi đua cấp tỉnh 17
      Tổng cộng 03 26
      """
    #expect(
      tallies(of: text) == [
        "3 Bằng khen collective by Thủ tướng Chính phủ", "9 Bằng khen individual by Thủ tướng Chính phủ",
        "17 Chiến sĩ thi đua cấp tỉnh individual by Chủ tịch UBND tỉnh", "3 - collective, total",
        "26 - individual, total",
      ])
  }

  @Test func `rows of empty cells and sub-rows of any name stay in the table`() {
    let text = """
      TT Danh hiệu thi đua và hình thức khen thưởng Số lượng Đối tượng ở cơ sở
      Tập thể Cá nhân Gia đình Tập thể Cá nhân Gia đình
      I Khen thưởng cấp Nhà nước 02 08 06 06
      1 Huân chương Độc lập, trong đó: 06 06
      - Khen cống hiến lâu năm
      - Gia đình nhiều liệt sĩ 06 06
      2 Huân chương Lao động, trong đó: 02 08
      - Khen cống hiến
      - Khen thường xuyên 02 08
      TỔNG CỘNG 02 08 06 06
      16 06

      Tỷ lệ khen thưởng người lao động đạt 20
      """
    #expect(
      tallies(of: text) == [
        "2 - collective, total", "8 - individual, total", "6 - family, total", "6 - family, grassroots, total",
        "6 Huân chương Độc lập family by Chủ tịch nước, total",
        "6 Huân chương Độc lập family by Chủ tịch nước, grassroots, total",
        "6 Huân chương Độc lập family by Chủ tịch nước, gia đình nhiều liệt sĩ",
        "6 Huân chương Độc lập family by Chủ tịch nước, gia đình nhiều liệt sĩ, grassroots",
        "2 Huân chương Lao động collective by Chủ tịch nước, total",
        "8 Huân chương Lao động individual by Chủ tịch nước, total",
        "2 Huân chương Lao động collective by Chủ tịch nước, khen thường xuyên",
        "8 Huân chương Lao động individual by Chủ tịch nước, khen thường xuyên",
        "2 - collective, total", "8 - individual, total", "6 - family, total", "6 - family, grassroots, total",
        "16 - mixed, total", "6 - mixed, grassroots, total",
      ])
  }

  @Test func `what could stand in two columns has little confidence`() {
    let text = """
      TT Hình thức khen thưởng Tập thể Cá nhân
      1 Bằng khen của Thủ tướng Chính phủ 03
      2 Giấy khen 17 20
      """
    let confidences = awardRecords(of: text).filter { $0.kind == .award }.map(\.confidence)
    #expect(confidences.first.map { $0 <= 0.5 } == true)
    #expect(confidences.dropFirst().allSatisfy { $0 >= 0.8 })
  }

  @Test func `strokes hold the places of empty cells`() {
    let text = """
      TT Hình thức khen thưởng Tập thể Cá nhân Gia đình
      1 Bằng khen của Thủ tướng Chính phủ - 03 -
      2 Giấy khen 17 - 20
      """
    #expect(
      tallies(of: text) == [
        "3 Bằng khen individual by Thủ tướng Chính phủ", "17 Giấy khen collective", "20 Giấy khen family",
      ])
  }

  @Test(arguments: [
    // No head: nobody knows whom the numbers count.
    "1 Bằng khen của Chủ tịch UBND tỉnh 20 31\n2 Giấy khen 17 20",
    // Another table.
    "TT Chỉ tiêu Tập thể Cá nhân\n1 Thu ngân sách 120 130\n2 Doanh nghiệp 12 13",
    // Running text.
    "Đã khen thưởng tập thể, cá nhân có thành tích\nBằng khen của tỉnh trong năm 2019\nGiấy khen trong năm 2020",
  ])
  func `refuses lines that are no table of awards`(_ text: String) {
    #expect(awardRecords(of: text).allSatisfy { if case .award(let fact) = $0.fact { fact.row == nil } else { true } })
  }

  /// Tables made at random, their empty cells dropped: what is read is what was printed, or has little confidence.
  @Test(arguments: 0..<40) func `what is dropped comes back`(_ seed: UInt64) {
    var random = Randomness(seed: seed)
    let names = [
      "Bằng khen của Thủ tướng Chính phủ", "Huân chương Lao động", "Giấy khen", "Bằng khen của Chủ tịch UBND tỉnh",
    ]
    var cells = names.map { _ in (0..<3).map { _ in random.next() % 3 == 0 ? nil : Int(random.next() % 90) + 1 } }
    cells[2] = [11, 22, 33]
    let totals = (0..<3).map { column in cells.reduce(0) { $0 + ($1[column] ?? 0) } }
    let rows = zip(names, cells).map { name, cells in
      name + cells.compactMap { $0.map { " \($0)" } }.joined()
    }
    let text = """
      TT Hình thức khen thưởng Tập thể Cá nhân Gia đình
      \(rows.joined(separator: "\n"))
      Tổng cộng \(totals.map { "\($0)" }.joined(separator: " "))
      """
    var printed: [String] = []
    for row in cells {
      for (cell, who) in zip(row, ["collective", "individual", "family"]) {
        if let cell { printed.append("\(cell) \(who)") }
      }
    }
    let read = awardRecords(of: text).compactMap { record -> String? in
      guard case .award(let fact) = record.fact, !fact.total, record.confidence > 0.5 else { return nil }
      return "\(fact.count) \(fact.recipient ?? "-")"
    }
    for tally in read { #expect(printed.contains(tally), "seed \(seed): \(tally) in\n\(text)") }
    let sums = tableAudits(of: text)
    #expect(sums.allSatisfy { $0.contains("holds") }, "seed \(seed):\n\(text)")
  }
}

@Suite struct CellNumberTests {
  @Test(arguments: [
    ("07", 7), ("1.482", 1482), ("O7", 7), ("[88", 188), ("0S", 5), ("{4", 14), ("S88", 588), ("588 [", 588),
  ])
  func `reads`(_ text: String, _ value: Int) {
    let stream = TokenStream(text)
    #expect(CellNumber.read(0..<stream.count, in: stream)?.value.int == value)
  }

  @Test(arguments: ["ol", "II", "Hạ", "1,5", "12.34", "(H", "2019-2020", "", "Oll1Ol"])
  func `refuses`(_ text: String) {
    let stream = TokenStream(text)
    #expect(CellNumber.read(0..<stream.count, in: stream) == nil)
  }

  @Test func `letters alone are a number only where numbers stand`() {
    let stream = TokenStream("ol")
    #expect(CellNumber.read(0..<1, in: stream, withoutDigits: true)?.value.int == 1)
  }
}
