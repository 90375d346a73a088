import DauText
import Testing

@testable import DauExtract

@Suite struct PropertyTests {
  /// Pieces of the genre, put together at random.
  private static let pieces = [
    "ngày 31/10/2019", "31/02/2019", "tháng 9", "năm 2019", "giai đoạn 2016 - 2020", "đến hết", "từ", "đến",
    "5.027 tỷ đồng",
    "92,2%", "19/19 tiêu chí", "08/162", "hai mươi tư", "năm", "một", "trăm", "linh", "Quyết định số 651/QĐ-UBND",
    "35-NQ/TW",
    "Luật", "Đất đai", "khoản 1, 2", "Điều 5", "(", ")", "“", "”", ".", ",", ";", ":", "-", "–", "/", "\n", "\n\n",
    "\t", "|", "I.",
    "1.1.", "a)", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "BÁO CÁO", "Số: 12/BC-UBND", "¹",
    "²", "m²", "km",
    "110 năm", "6 tháng đầu năm", "trở lên", "còn", "gồm", "trong đó", "tăng", "giảm 2 vụ (-6,5%)", "Phụ lục 1", "9",
    "12345678901234567890",
    "1.234.567.890.123.456.789", "1,5", "đ", "%", "tỷ", "Nguyễn Văn An", "kèm theo", "ngày ... tháng ... năm", "V/v",
    "*", "**", "😀", "é",
  ]

  @Test(arguments: 0..<60)
  func `spans always equal the text, and one stretch has one reading`(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &* 0x9E37_79B9 &+ 7)
    var text = ""
    for _ in 0..<120 {
      text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] + (random.next() % 5 == 0 ? "" : " ")
    }
    let scalars = Array(text.unicodeScalars)
    let extraction = extraction(of: text)
    var last = 0
    for record in extraction.records {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[record.span])
      #expect(Array(String(view).utf8) == Array(record.text.utf8), "seed \(seed)")
      #expect(record.span == record.sourceSpan && record.text == record.sourceText)
      #expect(record.span.lowerBound >= last, "seed \(seed): records out of order")
      #expect(!record.text.isEmpty && record.line >= 1)
      last = record.span.lowerBound
    }
    let claims = extraction.records.filter { $0.kind == .date || $0.kind == .quantity }
    for (a, b) in zip(claims, claims.dropFirst()) { #expect(a.span.upperBound <= b.span.lowerBound, "seed \(seed)") }
  }

  @Test func `a restored stretch points back at its source`() {
    let source = "Dat 5.027 ty dong nam 2019"
    let text = "Đạt 5.027 tỷ đồng năm 2019"
    var map = SourceMap.Builder()
    map.replace(3, with: "Đạt".utf8.count)
    map.copy(7)
    map.replace(2, with: "tỷ".utf8.count)
    map.copy(1)
    map.replace(4, with: "đồng".utf8.count)
    map.copy(1)
    map.replace(3, with: "năm".utf8.count)
    map.copy(5)
    let input = ExtractionInput(
      documentID: "sha256:00", text: text, source: source, sourceMap: map.build(), confidence: { _ in 0.5 },
      pages: [0..<10, 10..<text.utf8.count])
    let records = extractor.extract(input).records.filter { $0.kind == .date || $0.kind == .quantity }
    #expect(records.map(\.sourceText) == ["5.027 ty dong", "nam 2019"])
    #expect(records.map(\.sourceSpan) == [4..<17, 18..<26])
    #expect(records.map(\.page) == [1, 2])
    // Half sure of the text, and as sure of the reading as on clean text.
    let clean = extraction(of: text).records.filter { $0.kind == .date || $0.kind == .quantity }
    #expect(records.map(\.confidence) == clean.map { $0.confidence * 0.5 })
  }

  @Test(arguments: 0..<40)
  func `no number is invented`(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &* 0x51_7CC1 &+ 3)
    var text = ""
    for _ in 0..<120 { text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] + " " }
    for record in extraction(of: text).records {
      guard case .quantity(let fact) = record.fact else { continue }
      let digits = record.text.filter(\.isASCIIDigit)
      // Numbers in words have no digits to compare.
      guard !digits.isEmpty, !record.text.contains("rưỡi") else { continue }
      for number in [fact.value, fact.low, fact.high, fact.outOf].compactMap(\.self) {
        var significant = number.description.filter(\.isASCIIDigit).drop { $0 == "0" }
        while significant.last == "0" { significant.removeLast() }
        #expect(digits.contains(significant), "seed \(seed): \(number) from \(record.text)")
      }
    }
  }

  @Test func `the order of documents does not matter, nor how many are read at once`() async {
    let texts = (0..<12).map { seed in
      var random = SplitMix(seed: UInt64(seed))
      return (0..<60).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined(separator: " ")
    }
    let alone = texts.map { extraction(of: $0) }
    #expect(Array(texts.reversed().map { extraction(of: $0) }.reversed()) == alone)
    let together = await withTaskGroup(of: (Int, Extraction).self) { group in
      for (index, text) in texts.enumerated() { group.addTask { (index, extraction(of: text)) } }
      return await group.reduce(into: [Int: Extraction]()) { $0[$1.0] = $1.1 }
    }
    #expect(texts.indices.map { together[$0] } == alone)
  }

  /// Words behind which the readers look for more: a number, a date, an act, an award, a list.
  private static let openings = [
    "một", "cho một", "và một", "hai mươi", "năm", "tháng", "ngày", "quý", "từ", "đến", "trước ngày", "giai đoạn",
    "nhiệm kỳ", "số",
    "tổng số", "Quyết định số", "Luật", "khoản 1, 2", "Điều", "mục tiêu", "chỉ tiêu", "phấn đấu",
    "đề ra mục tiêu đến năm", "để", "nếu",
    "tối thiểu", "tối thiểu đạt", "trên", "khoảng", "bằng", "đạt", "tăng", "giảm", "còn lại", "so với", "so với năm",
    "trong đó", "gồm",
    "như sau:", "chiếm", "của", "đối với", "sẽ", "phải", "đề xuất mua", "chủ trương về", "kế hoạch", "Bằng khen cho",
    "giải nhất", "đường tỉnh",
  ]
  /// What may stand last behind such a word.
  private static let endings = [
    "", " 2", " 12,5%", " 2/", " 2.235/", " 17/238 (", " 1.500 cm", " 5 đơn vị", " một", " 2020", " 2016 -", " (", ":",
    ",", " “", "190 đơn",
  ]

  @Test(arguments: openings)
  func `a text may end behind every opening word`(_ opening: String) {
    for ending in Self.endings {
      for text in [opening + ending, "Tỉnh đã giao 40 hồ sơ cho " + opening + ending] {
        for record in extraction(of: text).records { #expect(!record.text.isEmpty, "\(text)") }
      }
    }
  }

  @Test func `one recipient at the end of a text is read up to it`() {
    #expect(readings(of: "trao thưởng cho hai tập thể và một", .quantity) == ["hai tập thể = 2 tập thể"])
    #expect(readings(of: "trao thưởng cho hai tập thể và một cá", .quantity) == ["hai tập thể = 2 tập thể"])
    #expect(
      readings(of: "trao thưởng cho hai tập thể và một cá nhân", .quantity) == [
        "hai tập thể = 2 tập thể", "một cá nhân = 1 cá nhân",
      ])
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "?", "(((((", "99999999999999999999999999999999999999999999", "a", "1/", "-", "ngày", "từ", "số",
    "Luật", "(Kèm theo", "TM.",
  ])
  func `the smallest texts are read without harm`(_ text: String) {
    let extraction = extraction(of: text)
    #expect(extraction.document.id == "sha256:00")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

/// A small seeded generator.
struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
