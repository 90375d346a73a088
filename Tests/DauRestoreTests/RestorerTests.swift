import DauRules
import DauTestSupport
import DauText
import Foundation
import Testing

@testable import DauRestore

/// The restorer with the rules and the model of the tree.
enum Shared {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let restorer = Result {
    try Restorer(rules: RuleBook(directory: root.appending(path: "rules", directoryHint: .isDirectory)))
  }

  /// A page of the sample archive in ruined OCR, so that the engine can be learned.
  static func corpus(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: "corpus/\(path)"), encoding: .utf8)
  }
}

@Suite struct RestorerTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  @Test(arguments: [
    ("Tong két phong trao thi dua dic biét", "Tổng kết phong trào thi đua đặc biệt"),
    ("1ap thanh tich chao mirng 110 nim ngay sinh", "lập thành tích chào mừng 110 năm ngày sinh"),
    ("CONG HOA XA HOI CHU NGHIA VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Pang bd, chinh quyén, quan va dan cac dan toc", "Đảng bộ, chính quyền, quân và dân các dân tộc"),
    ("day manh phong trao thi dua yéu nudc", "đẩy mạnh phong trào thi đua yêu nước"),
    // Blanks, dashes and digits between the words are nobody's to change.
    ("UBND  tinh -  31/10/2019 (99,08%)", "UBND  tỉnh -  31/10/2019 (99,08%)"),
  ])
  func `ruined words are read`(_ ocr: String, _ truth: String) {
    expectSameBytes(restorer.restore(ocr).text, truth)
  }

  @Test(arguments: [
    "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003;",
    "b) Trường hợp quy định tại điểm b khoản 2 Điều này thì áp dụng theo quy định của Chính phủ.",
    "UBND 6 tỉnh (Cụm TĐ 7 tỉnh MN BGPB); Lưu: VT, KG-VX (NTB).",
    "Mẫu phiếu CFS kèm theo Thông tư số 05/2018/TT-BCT; hàng hóa đi qua Quốc lộ 1A, Km93+160.",
    "Công ty Trách nhiệm hữu hạn MTV DK Việt Nhật đạt chứng nhận VietGap tại langson.gov.vn",
    "Sở GD&ĐT phối hợp với Sở Kế hoạch & Đầu tư trả lời Công văn số 12/MTL-VN2 theo Điều 21của Luật.",
    "Bộ phận MKI được cấp phép; Phòng Huấn luyện & Bồi dưỡng tiếp nhận.",
    // Both habits of tone placement pass.
    "Nền hoà bình, văn hoá của nhân dân các dân tộc; nguỵ trang, thuỷ sản, khoẻ mạnh.",
    "Nền hòa bình, văn hóa của nhân dân các dân tộc; ngụy trang, thủy sản, khỏe mạnh.",
    "Nghị quyết Đại hội Đảng toàn quốc lần thứ XII, kỳ họp thứ IV; quý III/2018.",
  ])
  func `clean text passes byte for byte`(_ text: String) {
    // A sentence alone tells little about its engine; a page of it is what a scan brings.
    let page = Array(repeating: text, count: 12).joined(separator: "\n")
    expectSameBytes(restorer.restore(page).text, page)
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "-", "….....", "31/10/2019", "\u{FEFF}", "???", "a", "漢字", "🙂 🙂", "a🙂b", "Ра Ρα",
  ])
  func `what holds no word stays`(_ text: String) {
    expectSameBytes(restorer.restore(text).text, text)
  }

  @Test(arguments: ["?", " ", "1", "(", "a", "ệ", "¢", "x1 ", "aa bb cc dd ", "\n"])
  func `long runs of one thing end, and lose nothing`(_ unit: String) {
    let text = String(repeating: unit, count: 20_000 / unit.utf8.count)
    let restoration = restorer.restore(text)
    #expect(restoration.sourceMap.sourceByteCount == text.utf8.count)
    #expect(restoration.sourceMap.targetByteCount == restoration.text.utf8.count)
  }

  @Test(arguments: ["02-bao-cao-2018", "03-quyet-dinh-2017", "06-thong-bao-2022"])
  func `every byte of the result has its source`(_ name: String) throws {
    let folder = Shared.root.appending(path: "corpus/inbox")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(String(name.prefix(3)))
    }
    let text = try Normalization.nfc(Shared.corpus("inbox/\(try #require(files.sorted().first))"))
    let restoration = restorer.restore(text)
    let source = Array(text.utf8)
    let target = Array(restoration.text.utf8)
    #expect(restoration.sourceMap.sourceByteCount == source.count)
    #expect(restoration.sourceMap.targetByteCount == target.count)
    for segment in restoration.sourceMap.segments where segment.isCopy {
      #expect(source[segment.source].elementsEqual(target[segment.target]))
    }
    for word in restoration.words {
      #expect(restoration.sourceMap.sourceRange(of: word.target) == word.source)
      #expect((0...1).contains(word.confidence))
    }
    #expect(restoration.changedWordCount > 50)
    let lines: ([UInt8]) -> Int = { $0.count { $0 == 0x0A } }
    #expect(lines(source) == lines(target), "line structure is kept")
    let digits: ([UInt8]) -> [UInt8] = { $0.filter { $0 >= 0x30 && $0 <= 0x39 } }
    // Digits go only where a word was read as digits, come only for letters that look like them, and never change.
    let isLikeDigits: ([UInt8]) -> Bool = { $0.allSatisfy { "0123456789OoIlS.,/%".utf8.contains($0) } }
    for word in restoration.words where word.isChanged && !isLikeDigits(Array(source[word.source])) {
      var rest = digits(Array(source[word.source]))[...]
      for digit in digits(Array(target[word.target])) {
        let at = try #require(rest.firstIndex(of: digit), "a digit that the source has not")
        rest = rest[(at + 1)...]
      }
    }
    for word in restoration.words where word.isChanged && isLikeDigits(Array(source[word.source])) {
      let (before, after) = (digits(Array(source[word.source])), digits(Array(target[word.target])))
      #expect(before.allSatisfy(after.contains) || after.isEmpty, "a digit that changed")
    }
  }

  @Test func `restoring twice changes nothing more that is sure`() throws {
    let once = restorer.restore(try Normalization.nfc(Shared.corpus("gold/01-phat-dong-2019.txt")))
    #expect(once.changedWordCount == 0, "gold text is correct text")
  }

  @Test func `the dollar sign and a digit are a word, a sum stays`() throws {
    let ruined = try Normalization.nfc(Shared.corpus("ocr/02-bao-cao-2018.eng.txt"))
    #expect(ruined.contains("$6: 214/BC-UBND"))
    #expect(restorer.restore(ruined).text.contains("Số: 214/BC-UBND"))
    let sum = restorer.restore(ruined + "\nTong kinh phi $250 va $1.000\n").text
    #expect(sum.contains("$250"))
    #expect(sum.contains("$1.000"))
  }

  @Test func `words that are not sure enough are left and marked`() throws {
    let text = "Cong tac tuyén truyén phong trao thi dua da dugc cac cip, cac nganh trién khai"
    let all = restorer.restore(text)
    let none = restorer.restore(text, options: RestorationOptions(minimumConfidence: 1.01))
    #expect(all.changedWordCount > 8)
    #expect(all.words.allSatisfy { !$0.isDoubtful })
    expectSameBytes(none.text, text)
    #expect(none.words.count { $0.isDoubtful } == all.changedWordCount)
  }

  @Test func `readings are kept when asked for, and sum to at most one`() {
    let restoration = restorer.restore(
      "Tong két phong trao thi dua", options: RestorationOptions(keptReadings: 5))
    for word in restoration.words where word.isChanged {
      #expect(!word.readings.isEmpty)
      #expect(word.readings.reduce(0) { $0 + $1.probability } <= 1.001)
      #expect(zip(word.readings, word.readings.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    }
  }

  @Test(arguments: [("the", "các"), ("then", "điện"), ("tiled", "thời"), ("Throng", "Trưởng")])
  func `a word of an engine's dictionary may be a syllable that looks alike as a whole`(
    _ english: String, _ printed: String
  ) {
    var finder = CandidateFinder(lexicons: restorer.lexicons, model: restorer.model)
    finder.frequent = restorer.frequentSyllables
    var found: [Candidate] = []
    finder.addDictionaryReadings(of: Glyphs.of(english), isUpperLine: false, to: &found)
    #expect(found.contains { $0.text == Glyphs.of(printed) })
    // What is spelled as a Vietnamese syllable without its marks, and no word of English, is one.
    var none: [Candidate] = []
    finder.addDictionaryReadings(of: Glyphs.of("nghiem"), isUpperLine: false, to: &none)
    #expect(none.isEmpty)
  }

  @Test func `an engine that nobody met is learned from its own page`() throws {
    let truth = try Normalization.nfc(Shared.corpus("gold/02-bao-cao-2018.txt"))
    // It drops the vowels it has no letter for, as in `thc hin`, writes `J` for `ị` and takes `ố` for `O`.
    let ocr = String(
      String.UnicodeScalarView(
        truth.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "ị": "j"
          case "ố": "O"
          default: scalar.value >= 0x1A0 && scalar.properties.isAlphabetic ? nil : scalar
          }
        }))
    let restoration = restorer.restore(ocr)
    // The table of another engine that drops letters is as open as the one for engines never met.
    let open = restoration.regimes.filter { [Restorer.unknownRegime, "layer"].contains($0.name) }
    #expect(open.reduce(0) { $0 + $1.weight } > 0.9)
    var right = 0
    var total = 0
    for (found, printed) in zip(
      restoration.text.split(separator: "\n", omittingEmptySubsequences: false),
      truth.split(separator: "\n", omittingEmptySubsequences: false))
    {
      let (found, printed) = (found.split(separator: " "), printed.split(separator: " "))
      total += printed.count
      if found.count == printed.count { right += zip(found, printed).count { $0 == $1 } }
    }
    // 922 of 970 words stand in lines that keep their number of words, and 98 % of those come out right.
    #expect(right * 10 > total * 9)
  }

  @Test(arguments: [
    ("th?c hin M?C", ["th?c", "hin", "M?C"]), ("là gì?Có", ["là", "gì", "Có"]), ("gì? Có!", ["gì", "Có"]),
  ])
  func `a question mark inside a word is a letter`(_ text: String, _ words: [String]) {
    expectSameBytes(PairAligner.words(of: text).map(Glyphs.string).joined(separator: " "), words.joined(separator: " "))
  }

  @Test(arguments: [
    // Letters that look like digits, where a number stands.
    (
      "Khen dot xuat 03 ol Ol O4; 912 286 S88 dat S0% ke hoach",
      "Khen đột xuất 03 01 01 04; 912 286 588 đạt 50% kế hoạch"
    ),
    ("I. KET QUA THUC HIEN", "I. KẾT QUẢ THỰC HIỆN"),
    // The page writes its decimals with a comma.
    ("che phu rimg dat 51.3% dién tich", "che phủ rừng đạt 51,3% diện tích"),
    ("don 194.2 nghin luot khach tai muc 2.1", "đón 194,2 nghìn lượt khách tại mục 2.1"),
    ("a) Cac doanh nghiép, ca nhan kinh doanh", "a) Các doanh nghiệp, cá nhân kinh doanh"),
    ("dat ty lé 58, I% so voi nam truoc", "đạt tỷ lệ 58, I% so với năm trước"),
    ("theo Quyét dinh s6 1187/QD-UBND cua Ban TDKT", "theo Quyết định số 1187/QĐ-UBND của Ban TĐKT"),
    // The language model knows neither, and what it does not know it expects anywhere.
    ("quy dinh vé cong tac TDKT trén dia ban tinh", "quy định về công tác TĐKT trên địa bàn tỉnh"),
    // The stroke of the letter closes it.
    ("dat danh hiéu CSTP co so va duoc HPND tinh khen", "đạt danh hiệu CSTĐ cơ sở và được HĐND tỉnh khen"),
    ("hop tac v6i VNPT va CPTPP trong nam", "hợp tác với VNPT và CPTPP trong năm"),
    ("NHIEM VU TRONG TAM CONG TAC TDKT CUA TINH", "NHIỆM VỤ TRỌNG TÂM CÔNG TÁC TĐKT CỦA TỈNH"),
    // `218/2013` is one number for the language model; as two it was what addresses of the internet have behind `nghi dinh`.
    ("Thong tu 78/2014/TT-BTC va Nghi dinh 218/2013/ND-CP", "Thông tư 78/2014/TT-BTC và Nghị định 218/2013/NĐ-CP"),
    // A digit alone that is a word; a small letter behind what is left of a horn.
    ("hiéu qua nhan rong 6 mot s6 dia phuong", "hiệu quả nhân rộng ở một số địa phương"),
    ("git? vitng an ninh trat ty", "giữ? vững an ninh trật tự"),
    // The blank behind a comma is lost, or a speck stands in its place.
    ("bai du thi,bao dam trat,tu cua nguoi du thi.cao tuoi", "bài dự thi, bảo đảm trật, tự của người dự thi cao tuổi"),
    (
      "dang tai tren trang baovanha.vn va vanthu@vanha.gov.vn", "đăng tải trên trang baovanha.vn và vanthu@vanha.gov.vn"
    ),
  ])
  func `what a ruined page spells without letters of a word`(_ ocr: String, _ truth: String) throws {
    let page = try Shared.corpus("aligned/02-bao-cao-2018.eng.txt").split(separator: "\n").prefix(60)
      .joined(separator: "\n")
    let restored = restorer.restore(page + "\n\n" + ocr + ".\n").text
    expectSameBytes(String(restored.split(separator: "\n").last ?? ""), truth + ".")
  }

  /// The page names the province twice, so its communes are known.
  @Test func `names of communes are read by the province that the page names`() throws {
    let page = try Shared.corpus("aligned/02-bao-cao-2018.eng.txt").split(separator: "\n").prefix(60)
      .joined(separator: "\n")
    let text = page + "\n\nUBND tinh Lang Son va cac xa cua tinh Lang Son: xa Mau Son, Dao Vién va Na Sam.\n"
    let restored = restorer.restore(text).text
    expectSameBytes(
      String(restored.split(separator: "\n").last ?? ""),
      "UBND tỉnh Lạng Sơn và các xã của tỉnh Lạng Sơn: xã Mẫu Sơn, Đào Viên và Na Sầm.")
  }

  @Test(arguments: [
    "Ông K'Hiếu và bà H’Quỳnh được tặng Giấy khen.", "Nhiệm vụ trọng tâm của năm là nâng thê lực học sinh.",
    "Tiếp tục hỗ trợ các đôi tượng chính sách theo quy định.",
  ])
  func `a clean page keeps strange names and words that are spelled as words`(_ sentence: String) throws {
    let page = try Shared.corpus("gold/02-bao-cao-2018.txt")
    let restored = restorer.restore(page + "\n" + sentence + "\n").text
    expectSameBytes(restored, page + "\n" + sentence + "\n")
  }

  /// The line was met in a text layer, where it became `tháng Tư năm 2017`.
  @Test(arguments: [
    ("tháng T1 năm 2017", true), ("ngay l5 thang 3", true), ("ngày thứ tháng 3", false),
    ("trong T1 năm 2017", false),
  ])
  func `what has a digit where a date has its day or month is no word`(_ text: String, _ isPart: Bool) {
    #expect(DocumentText(text).isDatePart(1) == isPart)
  }

  /// `Xing-ga-po` had become `Xin-ga-po` on a scanned list of treaties.
  @Test(arguments: [
    ("Xing-ga-po", [true, true, true]), ("nước Phi-lip-pin gửi", [false, true, true, true, false]),
    ("kinh tế-xã hội", [false, false, false, false]), ("QĐ-UBND-VX", [false, false, false]),
    ("Đảng-đoàn", [false, false]), ("cộng-hòa-xã", [false, false, false]), ("", []),
  ])
  func `the syllables of a foreign name are known by their hyphens`(_ text: String, _ parts: [Bool]) {
    let document = DocumentText(text)
    #expect(document.pieces.indices.map(document.isPartOfForeignName) == parts)
  }

  @Test func `a document tells its own engine`() throws {
    let ruined = restorer.restore(try Normalization.nfc(Shared.corpus("inbox/01-phat-dong-2019.txt")))
    #expect(ruined.regimes.max { $0.weight < $1.weight }?.name == "ruined")
    let clean = restorer.restore(try Normalization.nfc(Shared.corpus("gold/01-phat-dong-2019.txt")))
    #expect(clean.regimes.max { $0.weight < $1.weight }?.name == "clean")
    #expect(abs(clean.regimes.reduce(0) { $0 + $1.weight } - 1) < 1e-4)
  }
}
