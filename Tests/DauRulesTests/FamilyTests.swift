import DauTestSupport
import Foundation
import Testing

@testable import DauRules

@Suite struct FamilyTests {
  static let rules = Result { try RuleBook(directory: shippedRules) }

  @Test func `syllables are known in any case and tone style`() throws {
    let syllables = try Self.rules.get().syllables()
    for word in ["hòa", "hoà", "HOÀ", "Nghiêng", "đắk", "krông", "được", "euro"] {
      #expect(syllables.contains(word), "\(word)")
    }
    for word in ["hoaf", "1ap", "thuc1", "dugc", "QĐ", "ậ"] { #expect(!syllables.contains(word), "\(word)") }
    #expect(syllables.words.count == syllables.kinds.count)
    #expect(syllables.words.count > 8_000)
  }

  @Test func `formulas of the genre are known with their places`() throws {
    let phrases = try Self.rules.get().phrases()
    #expect(phrases.entries.count >= 300)
    #expect(phrases.entries[0].text == "cộng hòa xã hội chủ nghĩa việt nam")
    #expect(phrases.entries[0].place == "phrases.tsv:4")
  }

  @Test(arguments: [
    ("UBND", "Ủy ban nhân dân"), ("TĐKT", "Thi đua, khen thưởng"), ("KT-XH", "kinh tế - xã hội"),
    ("HĐND", "Hội đồng nhân dân"), ("MTTQ", "Mặt trận Tổ quốc"), ("BCĐ", "Ban Chỉ đạo"),
  ])
  func `abbreviations stand for something`(short: String, expansion: String) throws {
    expectSameBytes(try #require(try Self.rules.get().abbreviations()[short]?.expansions.first), expansion)
  }

  @Test func `document codes are known as printed`() throws {
    let codes = try Self.rules.get().documentCodes()
    for code in ["NĐ-CP", "QĐ-TTg", "KH-BCĐ", "BTĐKT-VụIII", "NQ/TW", "VBHN-VPQH"] {
      #expect(codes[code] != nil, "\(code)")
    }
    #expect(codes["nđ-cp"] == nil)
    #expect(codes.entries.count >= 600)
  }

  @Test func `there were 63 provinces and are 34`() throws {
    let places = try Self.rules.get().places()
    let provinces = places.entries.filter { $0.level == .province }
    #expect(Set(provinces.filter { $0.validUntil == nil }.map(\.name)).count == 34)
    // The day before the merger: those that ended then and those that went on.
    #expect(Set(provinces.filter { $0.validUntil ?? "9999" >= "2025-06-30" }.map(\.name)).count == 63)
    let district = try #require(places.entries.first { $0.name == "Chi Lăng" })
    #expect(district.type == "Huyện" && district.parent == "Tỉnh Lạng Sơn")
    #expect(district.validUntil == "2025-06-30")
  }

  @Test(arguments: ["Tỉnh Lạng Sơn", "Thành phố Hà Nội"])
  func `the communes of a province are read as in the whole list`(_ province: String) throws {
    let rules = try Self.rules.get()
    let name = try #require(
      ["Tỉnh ", "Thành phố "].first { province.hasPrefix($0) }.map { province.dropFirst($0.count) })
    let some = try rules.communes(of: [String(name)]).entries
    #expect(some.count < 2_000)
    #expect(
      some.filter { $0.parent.hasSuffix(", \(province)") }
        == (try rules.communes().entries.filter { $0.parent.hasSuffix(", \(province)") }))
  }

  @Test(
    arguments: [
      ("2019", true), ("2019-10", true), ("2019-10-31", true), ("2019-13", false), ("2019-00", false),
      ("2019-10-32", false), ("2019-1-3", false), ("+019", false), ("2019-10-", false), ("2019/10", false), ("", false),
    ])
  func `dates are years, months or days of ISO 8601`(_ text: String, _ expected: Bool) {
    #expect(isDate(text) == expected)
  }

  @Test func `communes name the units above them`() throws {
    let communes = try Self.rules.get().communes()
    #expect(communes.entries.count > 10_000)
    #expect(communes.entries.contains { $0.name == "Tú Xuyên" && $0.parent == "Huyện Văn Quan, Tỉnh Lạng Sơn" })
  }

  @Test func `name parts carry counts`() throws {
    let names = try Self.rules.get().names()
    #expect(names.count(of: "Nguyễn", as: .surname) > names.count(of: "Hoàng", as: .surname))
    #expect(names.count(of: "thụ", as: .given) > 0)
    #expect(names.count(of: "Thị", as: .middle) > 1_000)
    #expect(names.count(of: "Của", as: .surname) == 0)
  }

  @Test func `confusions are probabilities`() throws {
    let confusions = try Self.rules.get().confusions()
    #expect(
      confusions.entries.contains { $0.ocr == "1€" && $0.printed == "lễ" && $0.place.hasPrefix("confusions.tsv:") })
    #expect(confusions.entries.allSatisfy { $0.log10Weight <= 0 && $0.log10Weight > -9 })
  }

  @Test func `the 29 types of Nghị định 30 are there`() throws {
    let types = try Self.rules.get().documentTypes()
    let listed = types.entries.filter { $0.branch == .administrative && $0.source.hasPrefix("Nghị định 30/2020") }
    #expect(listed.count == 29)
    #expect(types["Kế hoạch"]?.abbreviation == "KH")
    #expect(types["bản thoả thuận"]?.oldAbbreviations == ["TTh"])
    #expect(types["Công văn"]?.abbreviation == nil)
  }

  @Test(
    arguments: [
      ("Huân chương Lao động hạng Ba", "Huân chương Lao động"), ("Bằng khen của Thủ tướng Chính phủ", "Bằng khen"),
      ("CHIẾN SỸ THI ĐUA TOÀN QUỐC", "Chiến sĩ thi đua toàn quốc"),
      ("Bà mẹ Việt Nam\nAnh hùng", "Bà mẹ Việt Nam anh hùng"),
      ("giải Khuyến khích", "giải khuyến khích"), ("Huy chương Đồng", "Huy chương Đồng"), ("giải quyết", nil),
      ("bằng", nil),
    ] as [(String, String?)])
  func `awards are found by their longest form`(text: String, name: String?) throws {
    let awards = try Self.rules.get().awards()
    #expect(awards.match(in: Array(text.utf8).span, at: 0)?.entry.name == name)
  }

  @Test func `lists of names hold whole phrases with their marks`() throws {
    let rules = try Self.rules.get()
    #expect(try rules.laws().names.contains("Thi đua, Khen thưởng"))
    #expect(try rules.positions().names.contains("Phó Chủ tịch Thường trực"))
    #expect(try rules.countedNouns().names.contains("lượt khách du lịch"))
    #expect(try rules.dictionaryWords().names.contains("then"))
  }

  @Test(arguments: [
    ("m²", "m2"), ("%", "percent"), ("đồng", "VND"), ("lượt khách", "count"), ("tấn", "t"), ("km2", "m2"), ("tạ", "kg"),
    ("lượt hành khách.km", "passenger.km"), ("năm", "year"),
  ])
  func `units have the codes of the records`(form: String, code: String) throws {
    #expect(try Self.rules.get().units().entry(for: form)?.code == code)
  }

  @Test func `recipients are the codes of the records`() throws {
    let codes = try Self.rules.get().recipients().entries.map(\.name)
    #expect(
      codes == [
        "collective", "individual", "family", "household", "enterprise", "cooperative", "entrepreneur", "work", "mixed",
      ])
  }

  @Test func `a family is read once, whoever asks`() async throws {
    let rules = try RuleBook(directory: shippedRules)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { (try? rules.issuers().entries.count) ?? -1 } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts == [try rules.issuers().entries.count])
  }

  @Test func `the version follows the bytes`() throws {
    let one = try RuleFolder(["phrases.tsv": "# source: s\nphrase\tsource\nthi đua\n"], shipped: [])
    let two = try RuleFolder(["phrases.tsv": "# source: s\nphrase\tsource\nthi đua\n"], shipped: [])
    let other = try RuleFolder(["phrases.tsv": "# source: s\nphrase\tsource\nthi đuA\n"], shipped: [])
    let version = try RuleBook(directory: one.url).version
    #expect(version.utf8.count == 64)
    #expect(try RuleBook(directory: two.url).version == version)
    #expect(try RuleBook(directory: other.url).version != version)
    #expect(try RuleBook(directory: one.url, overlay: two.url).version != version)
  }

  @Test func `the version follows the model's header, its size and the channel`() throws {
    let folder = try RuleFolder([:], shipped: [])
    for name in ["model", "channel"] {
      try FileManager.default.createDirectory(at: folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    let model = folder.url.appending(path: "model/a.daulm")
    var bytes = Data(count: 10_000)
    var versions: Set<String> = []
    func version() throws -> String { try RuleBook(directory: folder.url).version }
    versions.insert(try version())
    try bytes.write(to: model)
    versions.insert(try version())
    bytes[24] = 1
    try bytes.write(to: model)
    versions.insert(try version())
    bytes.append(0)
    try bytes.write(to: model)
    versions.insert(try version())
    try Data("x".utf8).write(to: folder.url.appending(path: "channel/a.tsv"))
    versions.insert(try version())
    #expect(versions.count == 5)
  }
}
