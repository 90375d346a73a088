import Foundation
import Testing

@testable import DauLanguage
@testable import DauRestore

@Suite struct ChannelTests {
  @Test func `training finds a planted confusion`() throws {
    var trainer = ChannelTrainer()
    for word in ["đảng", "đoàn", "đại", "đua", "đồng", "địa", "đạt"] {
      let truth = Glyphs.of(word)
      // The engine drops all marks, and one time in four writes `cl` for đ.
      trainer.add(truth: truth, ocr: truth.map(Glyphs.bare), weight: 3)
      trainer.add(truth: truth, ocr: Glyphs.of("cl") + truth.dropFirst().map(Glyphs.bare), weight: 1)
    }
    let table = trainer.table(prior: .general(fidelity: 0.6, markLoss: 0.6), strength: 1)
    let row = table.outputs[Int(try #require(Alphabet.id(of: 0x111)))]
    #expect(abs(row[Outputs.pack(Glyphs.of("d"), 0, 1)]! - 0.75) < 0.05)
    #expect(abs(row[Outputs.pack(Glyphs.of("cl"), 0, 2)]! - 0.25) < 0.05)
  }

  @Test func `expected counts of a word are its letters`() throws {
    var counts = [OutputRow](repeating: OutputRow(), count: Alphabet.count)
    var alignment = ChannelAlignment()
    let truth = try #require(Alphabet.ids(of: Glyphs.of("mừng")))
    let total = alignment.accumulate(
      ocr: Glyphs.of("mirng"), truth: truth, table: .general(fidelity: 0.6, markLoss: 0.6), weight: 2, into: &counts)
    #expect(total != nil)
    let sum = counts.reduce(Float(0)) { $0 + $1.values.reduce(0, +) }
    // Each of the four letters leaves something once, with a weight of 2; what is less likely than 1e-4 is dropped.
    #expect(abs(sum - 8) < 0.02)
  }

  @Test(arguments: [ChannelTable.general(fidelity: 0.6, markLoss: 0.6), .unknown()])
  func `a table reads what it writes`(_ table: ChannelTable) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "dau-channel-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    try table.description(header: ["test"]).write(to: url, atomically: true, encoding: .utf8)
    let read = try ChannelTable(contentsOf: url)
    for (a, b) in zip(table.outputs, read.outputs) {
      #expect(Set(a.keys) == Set(b.keys))
      for (output, probability) in a { #expect(abs(log10(b[output]!) - log10(probability)) < 0.006) }
    }
    for (a, b) in zip(table.novelty, read.novelty) { #expect(abs(a - b) < 0.006) }
  }

  @Test func `outputs of an unknown engine sum to at most one`() {
    for (id, row) in ChannelTable.unknown().outputs.enumerated() {
      #expect(row.values.reduce(0, +) <= 1.0001, "\(Glyphs.string([Alphabet.glyphs[id]]))")
    }
  }

  @Test func `what one form of a vowel shows is lent to the others, but not to plain letters`() throws {
    func id(_ letter: String) throws -> Int { Int(try #require(Alphabet.id(of: Glyphs.of(letter)[0]))) }
    var counts = [OutputRow](repeating: OutputRow(), count: Alphabet.count)
    counts[try id("ố")] = [Output(0x4F): 30, Output(0xF3): 30]
    let prior = ChannelTable.general(fidelity: 0.6, markLoss: 0.6)
    let lent = prior.lending(counts, share: 0.5, strength: 20)
    // 60 observations against 20: three quarters of the half share, half of which is O; the rest stays as it was.
    let own = prior.outputs[try id("ò")][Output(0x4F)] ?? 0
    #expect(abs(lent.outputs[try id("ò")][Output(0x4F)]! - (0.75 * 0.5 * 0.5 + own * (1 - 0.75 * 0.5))) < 1e-4)
    // ó is a Vietnamese letter of its own.
    #expect(lent.outputs[try id("ò")][Output(0xF3)]! <= prior.outputs[try id("ò")][Output(0xF3)]!)
    #expect(lent.outputs[try id("o")] == prior.outputs[try id("o")])
    #expect(lent.outputs[try id("a")] == prior.outputs[try id("a")])
  }

  @Test func `a letter seen often leaves little to what it has not shown`() throws {
    let id = Int(try #require(Alphabet.id(of: Glyphs.of("ố")[0])))
    var counts = [OutputRow](repeating: OutputRow(), count: Alphabet.count)
    counts[id] = [Output(0x6F): 180]
    let prior = ChannelTable.unknown()
    let adapted = prior.adapted(to: counts, strength: 20)
    #expect(abs(adapted.novelty[id] - (prior.novelty[id] - 1)) < 1e-4)
    #expect(adapted.novelty[id + 1] == prior.novelty[id + 1], "of another letter nothing was learned")
  }

  @Test(arguments: [
    ("ậ\ta", 1), ("# fine\nậ\ta\t-0.1\nậậ\ta\t-0.1", 3), ("a\tb\t0.5", 1), ("a\tbcde\t-1", 1), ("a\tb\tx", 1),
    ("a\t…\t1", 1), ("ab\t…\t-1", 1), ("a\tb", 1), ("a\tb\t", 1), ("a\tb\t-", 1), ("a\tb\t-1.2.3", 1),
    ("a\tb\t-1\t", 1),
  ])
  func `a bad line is named`(_ text: String, _ line: Int) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "dau-channel-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    try text.write(to: url, atomically: true, encoding: .utf8)
    #expect(throws: ChannelError.malformed(path: url.path, line: line)) { _ = try ChannelTable(contentsOf: url) }
  }

  @Test(arguments: ["-0.05", "-1", "-12.34", "-0", "-1.2345678", "-2e-1"])
  func `a number of a table is read as the standard library reads it`(_ number: String) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "dau-channel-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    try "a\tb\t\(number)\n".write(to: url, atomically: true, encoding: .utf8)
    let id = Int(try #require(Alphabet.id(of: 0x61)))
    #expect(try ChannelTable(contentsOf: url).outputs[id][Output(0x62)] == pow(10, try #require(Float(number))))
  }

  @Test func `rows are added output by output`() {
    var row: OutputRow = [7: 1, 3: 2]
    row.add([9: 4, 3: 1, 1: 2], times: 0.5)
    row.add(1, to: 7)
    #expect(row == [1: 1, 3: 2.5, 7: 2, 9: 2])
    #expect(row.total == 7.5)
    row[3] = nil
    #expect(row.keeping(2) == [7: 2, 9: 2])
  }

  @Test func `tables of a mixture are weighted`() {
    let clean = ChannelTable.general(fidelity: 1, markLoss: 0.5)
    let bare = ChannelTable.general(fidelity: 0, markLoss: 1)
    let mixed = ChannelTable.mixture([(clean, 0.25), (bare, 0.75)])
    let row = mixed.outputs[Int(Alphabet.id(of: 0x111)!)]
    #expect(abs(row[Output(0x111)]! - 0.25) < 1e-6)
    #expect(abs(row[Output(0x64)]! - 0.75) < 1e-6)
  }

  @Test(arguments: [
    ("Cong tac tuyén truyén", "Công tác tuyên truyền", ["Cong>Công", "tac>tác", "tuyén>tuyên", "truyén>truyền"]),
    // A word that fell apart has no partner.
    ("nhi em vu", "nhiệm vụ", ["vu>vụ"]),
    ("", "một hai", []),
  ])
  func `words of a line find their partners`(_ ocr: String, _ truth: String, _ expected: [String]) {
    let pairs = PairAligner.pairs(ocr: ocr, truth: truth).map { "\(Glyphs.string($0.ocr))>\(Glyphs.string($0.truth))" }
    #expect(expected.allSatisfy(pairs.contains))
    #expect(pairs.count <= max(expected.count, 2))
  }
}

@Suite struct LexiconTests {
  @Test(arguments: [("đồng", true), ("đồn", true), ("đồ", false), ("đồngg", false), ("đ", false), ("", false)])
  func `knows its entries and nothing else`(_ word: String, _ isEntry: Bool) throws {
    let lexicon = Lexicon(
      ["đồng", "đồn", "động"].map { Lexicon.Entry(spelling: Glyphs.of($0), word: .unknown, prior: 0, rank: 0) })
    #expect(lexicon.contains(try #require(Alphabet.ids(of: Glyphs.of(word)))) == isEntry)
  }
}

@Suite struct PieceScannerTests {
  @Test(arguments: [
    ("ngày15/8/2013", ["ngày", "15/8/2013"]), ("ngay23 tháng", ["ngay", "23", "tháng"]), ("31tháng", ["31", "tháng"]),
    ("là2%/tháng", ["là", "2%", "tháng"]), ("bắt buộc[8]", ["bắt", "buộc", "8"]), ("Điều9", ["Điều", "9"]),
    // Digits that may be letters, and what has a number in its name.
    ("tổ chức t6 c6", ["tổ", "chức", "t6", "c6"]), ("ngườ1", ["ngườ1"]), ("1ượng", ["1ượng"]), ("Km93", ["Km93"]),
    ("QH13 D02 COVID19", ["QH13", "D02", "COVID19"]), ("Điều 21của", ["Điều", "21", "của"]),
    ("ngày 20thdng 5", ["ngày", "20", "thdng", "5"]), ("có 12ho và 8hộ", ["có", "12", "ho", "và", "8", "hộ"]),
    ("máy 64bit", ["máy", "64", "bit"]), ("ngayl6 tháng", ["ngay", "l6", "tháng"]), ("ngàyI5", ["ngày", "I5"]),
    ("60i 11ng 7hực 25kg", ["60i", "11ng", "7hực", "25kg"]), ("namI", ["namI"]),
  ])
  func `a word and a number that lost the blank between them are two`(_ text: String, _ pieces: [String]) {
    let scanner = PieceScanner(text)
    #expect(scanner.pieces.map { Glyphs.string(scanner.glyphs[$0.glyphs]) } == pieces)
  }

  @Test(arguments: [
    ("2của", "cua"), ("4a", "a"), ("Cấp5", "cap"), ("t6", ""), ("6m", ""), ("1có", ""), ("g6m", ""), ("của", ""),
    ("2019", ""), ("2", ""),
  ])
  func `a digit that looks like no letter is not read as one that was added`(_ word: String, _ remains: String) {
    #expect(Glyphs.string(CandidateFinder.remains(ofDigitsIn: Glyphs.of(word))) == remains)
  }

  @Test(arguments: [
    ("Số: 459 /BC-UBND", ["Số", "459", "BC", "UBND"]),
    ("“Ra sức thi đua”;", ["Ra", "sức", "thi", "đua"]),
    ("(04/11/1909 - 04/11/2019)", ["04/11/1909", "04/11/2019"]),
    ("đạt 99,08%.", ["đạt", "99,08%"]),
    ("nghĩa,lịch sử", ["nghĩa", "lịch", "sử"]),
    ("s()ng hi€u ¥ &", ["s()ng", "hi€u", "¥", "&"]),
    ("- Lưu: VT, KG-VX (NTB)./.", ["Lưu", "VT", "KG", "VX", "NTB"]),
    ("Sở GD&ĐT", ["Sở", "GD", "ĐT"]),
    ("05-CT/TW", ["05", "CT", "TW"]),
    // Addresses and names of files are one piece each; words that lost a blank are not.
    ("https://langson.gov.vn/tin-tuc,", ["https://langson.gov.vn/tin-tuc"]),
    ("(https://www.facebook.com/abc.xyz)", ["https://www.facebook.com/abc.xyz"]),
    ("Website:http://langson.gov.vn", ["Website", "http://langson.gov.vn"]),
    ("langson.gov.vn/tin-tuc", ["langson.gov.vn/tin-tuc"]),
    ("abc.docx.", ["abc.docx"]), ("van-thu@langson.gov.vn;", ["van-thu@langson.gov.vn"]),
    ("và/hoặc thi.cao", ["và", "hoặc", "thi", "cao"]),
    ("… --- ***", []),
  ])
  func `cuts a text into`(_ text: String, _ pieces: [String]) {
    #expect(PairAligner.words(of: text).map { Glyphs.string($0) } == pieces)
  }

  @Test(arguments: [
    ("a b", [true, false]), ("a. b", [true, true]), ("a\nb", [true, true]), ("a, b", [true, false]),
    ("1.235 tỷ", [true, false]), ("a\n\nb", [true, true]),
  ])
  func `sentences end where they do`(_ text: String, _ breaks: [Bool]) {
    #expect(PieceScanner(text).pieces.map { $0.breakBefore == .sentence } == breaks)
  }

  @Test func `a sentence goes over the lines of a paragraph`() {
    let line = "phong trào thi đua yêu nước, phát huy sức mạnh của toàn"
    let text = Array(repeating: line, count: 6).joined(separator: "\n")
    let scanner = PieceScanner(text)
    #expect(scanner.pieces.count { $0.breakBefore == .sentence } == 1)
  }
}

@Suite struct LanguageTextTests {
  @Test(arguments: [
    ("Ủy ban nhân dân tỉnh", [["ủy", "ban", "nhân", "dân", "tỉnh"]]),
    ("Nền hoà bình; thuỷ lợi", [["nền", "hòa", "bình"], ["thủy", "lợi"]]),
    ("đạt 1.235,5 tỷ đồng. Năm 2019", [["đạt", "<num>", "tỷ", "đồng"], ["năm", "<num>"]]),
    ("Số 26/CT-TTg", [["số", "<num>", "ct", "ttg"]]),
    ("quý, quy, quả", [["quý", "quy", "quả"]]),
    ("", []),
  ])
  func `text becomes words`(_ text: String, _ sentences: [[String]]) {
    var found: [[String]] = []
    var text = text
    text.makeContiguousUTF8()
    LanguageText.forEachSentence(of: text.utf8Span.span) { found.append($0) }
    #expect(found == sentences)
  }
}
