import DauTestSupport
import DauText
import Testing

@testable import DauRestore

@Suite struct LayoutTests {
  private static func page(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }

  @Test(
    arguments: [
      // A sentence runs over lines; a blank line ends a paragraph.
      (
        page(
          "Tạo khí thế thi đua sôi nổi trong toàn hệ thống chính trị và trên tất cả các", "lĩnh vực văn hóa - xã hội.",
          "",
          "2. Ý nghĩa", "", "Phong trào thi đua cao điểm lần này là một hoạt động lớn của toàn dân."),
        page(
          "Tạo khí thế thi đua sôi nổi trong toàn hệ thống chính trị và trên tất cả các lĩnh vực văn hóa - xã hội.", "",
          "2. Ý nghĩa", "", "Phong trào thi đua cao điểm lần này là một hoạt động lớn của toàn dân.")
      ),
      // Without blank lines: a short line that is ended ends its paragraph, a full one does not.
      (
        page(
          "Các đơn vị kiểm tra, kiểm soát về nồng độ cồn đối với người điều khiển ô tô.",
          "Chuẩn bị tốt các điều kiện tổ chức diễn tập khu vực phòng thủ cấp tỉnh năm",
          "nay.", "Đẩy mạnh công tác giữ vững an ninh chính trị, trật tự an toàn xã hội, giữ",
          "vững chủ quyền an ninh biên giới quốc gia, nhất là ở khu vực nông thôn miền", "núi."),
        page(
          "Các đơn vị kiểm tra, kiểm soát về nồng độ cồn đối với người điều khiển ô tô. Chuẩn bị tốt các điều kiện tổ chức "
            + "diễn tập khu vực phòng thủ cấp tỉnh năm nay.",
          "Đẩy mạnh công tác giữ vững an ninh chính trị, trật tự an toàn xã hội, giữ vững chủ quyền an ninh biên giới quốc "
            + "gia, nhất là ở khu vực nông thôn miền núi.")
      ),
      // A page break with its number, in the middle of a sentence; the dash and the year do not begin entries.
      (
        page(
          "Ủy ban nhân dân tỉnh kêu gọi toàn thể cán bộ, công chức của Khu kinh tế Đồng Đăng",
          "- Lạng Sơn và cán bộ, chiến sỹ",
          "", " 6", "", "các lực lượng vũ trang ra sức thi đua hoàn thành các mục tiêu của giai đoạn 2019 -",
          "2021 trên địa bàn./."),
        page(
          "Ủy ban nhân dân tỉnh kêu gọi toàn thể cán bộ, công chức của Khu kinh tế Đồng Đăng - Lạng Sơn và cán bộ, chiến sỹ "
            + "các lực lượng vũ trang ra sức thi đua hoàn thành các mục tiêu của giai đoạn 2019 - 2021 trên địa bàn./.")
      ),
      // A footnote in a smaller type stands behind the paragraph that it interrupts.
      (
        page(
          "phong trào của các sở, ngành đã tạo chuyển biến mạnh mẽ, gắn với nội dung, mục đích, ý",
          "nghĩa của phong trào thi đua¹ đã tạo sự", "",
          "¹ Ngành Tài chính với Phong trào “Ra sức thi đua, đoàn kết, sáng tạo” và các phong trào khác của",
          "các đơn vị.",
          "chuyển biến về nhận thức của các cấp, các ngành và các tầng lớp nhân dân toàn tỉnh ta."),
        page(
          "phong trào của các sở, ngành đã tạo chuyển biến mạnh mẽ, gắn với nội dung, mục đích, ý nghĩa của phong trào thi "
            + "đua¹ đã tạo sự chuyển biến về nhận thức của các cấp, các ngành và các tầng lớp nhân dân toàn tỉnh ta.",
          "",
          "¹ Ngành Tài chính với Phong trào “Ra sức thi đua, đoàn kết, sáng tạo” và các phong trào khác của các đơn vị."
        )
      ),
      // Letterheads, recipients, signatures and tables keep their lines.
      (
        page(
          "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH VÂN HÀ         Độc lập - Tự do - Hạnh phúc",
          "Số: 12/BC-UBND", "BÁO CÁO", "Kết quả phong trào thi đua", "năm 2019", "TT\tTên\tSố", "1\tVân Hà\t12",
          "Nơi nhận:", "- Như trên;",
          "các phòng chuyên môn;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        page(
          "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH VÂN HÀ         Độc lập - Tự do - Hạnh phúc",
          "Số: 12/BC-UBND", "BÁO CÁO", "Kết quả phong trào thi đua năm 2019", "TT\tTên\tSố", "1\tVân Hà\t12",
          "Nơi nhận:", "- Như trên;",
          "các phòng chuyên môn;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
      ),
      // Hyphens at line ends.
      (
        page(
          "Căn cứ Quyết định của Ủy ban nhân dân tỉnh số 12/QĐ-", "UBND về công tác tuyên truy\u{AD}",
          "ền và phong tr-",
          "ào thi đua xã hội -", "nghề nghiệp"),
        page(
          "Căn cứ Quyết định của Ủy ban nhân dân tỉnh số 12/QĐ-UBND về công tác tuyên truyền và phong trào thi đua xã hội - nghề nghiệp"
        )
      ),
    ] as [(String, String)])
  func `wrapped lines become paragraphs`(_ wrapped: String, _ paragraphs: String) {
    expectSameBytes(Unwrapper.unwrap(wrapped).text, paragraphs)
  }

  @Test func `a running head is left out where it stands on every page`() {
    let pages = (1...4).map {
      "Báo cáo tổng kết năm 2019 - trang \($0)\nNội dung riêng của phần này là \($0 * 7) việc đã làm.\n"
    }
    let unwrapped = Unwrapper.unwrap(pages.joined(separator: "\u{0C}"))
    #expect(unwrapped.leftOut.count == 4)
    #expect(!unwrapped.text.contains("trang"))
  }

  @Test(arguments: ["1\n2\n3\n", "Tổng số\n12\n15\n7\n", "a\n", "", "\n\n", "\u{0C}", "6\n", "không có dòng cuối"])
  func `columns of numbers and tiny texts lose nothing but a page number`(_ text: String) {
    let unwrapped = Unwrapper.unwrap(text)
    let kept = unwrapped.text.filter { !$0.isWhitespace }
    let left = unwrapped.leftOut.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }.joined()
    #expect(kept.count + left.count { !$0.isWhitespace } == text.count { !$0.isWhitespace })
  }

  /// Pages of made-up lines of every kind.
  private static func randomPages(_ random: inout Randomness) -> String {
    let lines = [
      "các lực lượng vũ trang ra sức thi đua hoàn thành các mục tiêu của giai đoạn này và", "Đơn vị đã hoàn thành.", "",
      "", "6", "- 7 -", "¹ Ngành Tài chính với Phong trào thi đua", "1. Mục đích", "- Các đơn vị", "a\tb\tc", "\u{0C}",
      "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "  thụt vào đầu dòng", "tuyên truy\u{AD}", "Báo cáo tổng kết trang 1",
      "2019 -",
      "Số: 12/BC-UBND", "Trang 3/12", "\u{0C}tiếp theo trang trước", "QĐ-", "UBND",
    ]
    return (0..<Int.random(in: 0..<40, using: &random)).map { _ in lines.randomElement(using: &random)! + "\n" }
      .joined()
  }

  @Test(arguments: 0..<UInt64(150))
  func `every letter is taken over, left out by name, or a hyphen`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let text = Self.randomPages(&random)
    let unwrapped = Unwrapper.unwrap(text)
    let (from, to) = (Array(text.utf8), Array(unwrapped.text.utf8))
    var covered = [Bool](repeating: false, count: from.count)
    for piece in unwrapped.pieces {
      #expect(from[piece.source] == to[piece.target], "seed \(seed)")
      #expect(unwrapped.target(of: piece.source) == piece.target, "seed \(seed)")
      for at in piece.source { covered[at] = true }
    }
    for range in unwrapped.leftOut {
      #expect(unwrapped.target(of: range) == nil, "seed \(seed)")
      for at in range { covered[at] = true }
    }
    for at in from.indices where !covered[at] {
      #expect(from[at] <= 0x20 || [0x2D, 0xC2, 0xAD].contains(from[at]), "seed \(seed), byte \(at)")
    }
  }

  /// The runs of bytes between white space of ASCII.
  private static func words(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { bytes[$0] <= 0x20 }.map { $0.startIndex..<$0.endIndex }
  }

  @Test(arguments: 0..<UInt64(150))
  func `reading order is left and found again`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let text = Self.randomPages(&random)
    let bytes = Array(text.utf8)
    guard let order = ReadingOrder(bytes.span) else { return }
    #expect(order.stretches.reduce(0) { $0 + $1.count } == bytes.count, "seed \(seed)")
    let ordered = order.ordered(bytes)
    var restoration = Restoration(unchanged: ordered)
    for word in Self.words(in: Array(ordered.utf8)) {
      restoration.words.append(Restoration.Word(target: word, source: word, confidence: 1, isChanged: false))
    }
    let replaced = order.replaced(restoration, of: text)
    expectSameBytes(replaced.text, text)
    #expect(replaced.sourceMap == SourceMap(identityOf: bytes.count), "seed \(seed)")
    let words = Self.words(in: bytes)
    #expect(replaced.words.map(\.target) == words && replaced.words.map(\.source) == words, "seed \(seed)")
  }

  @Test func `a sentence is read across a page number`() {
    let text = Self.page(
      "Ủy ban nhân dân tỉnh kêu gọi toàn thể cán bộ, công chức, viên chức và chiến sỹ", "", "6", "",
      "các lực lượng vũ trang trong tỉnh ra sức thi đua hoàn thành nhiệm vụ được giao.")
    let bytes = Array(text.utf8)
    let ordered = ReadingOrder(bytes.span)?.ordered(bytes)
    #expect(ordered?.contains("chiến sỹ\ncác lực lượng") == true)
    let plain = ReadingOrder(Array("một\nhai\n".utf8).span)
    #expect(plain == nil)
  }
}
