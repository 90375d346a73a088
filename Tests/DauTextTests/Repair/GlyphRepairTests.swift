import DauTestSupport
import DauText
import Testing

@Suite struct GlyphRepairTests {
  private func decode(_ text: String) throws -> SourceText { try SourceText.decode(Array(text.utf8)) }

  @Test(
    arguments: [
      (.invisible, "Tổng\u{200B} k\u{AD}ết \u{FEFF}phong", "Tổng kết phong", 3),
      (.presentationForm, "ﬁnal, ﬂow, ngày １２／３", "final, flow, ngày 12/3", 3),
      (.lookAlike, "QÐ-UBND, NÐ-CP, Ðảng, đ\u{430}ng", "QĐ-UBND, NĐ-CP, Đảng, đang", 4),
      (.lookAlike, "СÁО T\u{39F}\u{39D}G", "CÁO TONG", 2), (.lookAlike, "nǎm, bǎng", "năm, băng", 2),
      (.lookAlike, "31⁄12⁄2019, số 12∕2019", "31/12/2019, số 12/2019", 2),
      (.lookAlike, "QĐ\u{2011}UBND, 2016\u{2010}2020", "QĐ-UBND, 2016-2020", 2),
      (.decomposed, "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt", 2),
    ] as [(TextRepair.Kind, String, String, Int)])
  func `odd signs become what they look like`(kind: TextRepair.Kind, odd: String, plain: String, count: Int) throws {
    let source = try decode(odd)
    expectSameBytes(source.text, plain)
    #expect(source.repairs == [TextRepair(kind: kind, count: count, firstLine: 1)])
    #expect(source.map.sourceByteCount == odd.utf8.count)
  }

  @Test(arguments: [
    "Нам и Москва", "Ðorn", "Ελλάδα", "中文１２", "а", "👨‍👩‍👧", "xuống hàng\u{AD}\ntiếp", "a\u{A0}b", "日本語\u{200B}文",
    "日本\u{2044}文", "Thi\u{2010}\nđua", "a \u{2011} b", "-5 \u{2212} 3 – 2 — 1",
  ])
  func `what is right in its own language stays`(_ text: String) throws {
    let source = try decode(text)
    expectSameBytes(source.text, text)
    #expect(source.repairs.isEmpty)
  }

  @Test(
    arguments: [
      ("S Ử D Ụ NG", "SỬ DỤNG", 2), ("Q U Y Ế T  Đ Ị N H", "QUYẾT ĐỊNH", 2), ("Q U Y Ế T   Đ Ị N H", "QUYẾT ĐỊNH", 2),
      ("V Ă N B Ả N", "VĂN BẢN", 2), ("Quy ế t đ ị nh c ủ a UBND t ỉ nh", "Quyết định của UBND tỉnh", 4),
      ("CH Ứ NG NH Ậ N QUY Ề N S Ử D Ụ NG Đ Ấ T", "CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT", 6),
      ("   B Á O   C Á O", "   BÁO CÁO", 2), ("n ơ i ở m ớ i, s ố 12", "nơi ở mới, số 12", 3),
      // Damage of another kind in the same line does not keep them apart.
      ("S Ử D Ụ NG đất đai, PHÓ THỦ TƯỚNG QUYT ĐNH: về vic", "SỬ DỤNG đất đai, PHÓ THỦ TƯỚNG QUYT ĐNH: về vic", 2),
    ] as [(String, String, Int)])
  func `letters set apart become words`(_ apart: String, _ joined: String, _ count: Int) throws {
    let source = try decode("a\n\(apart)\nb\n")
    expectSameBytes(source.text, "a\n\(joined)\nb\n")
    #expect(source.repairs == [TextRepair(kind: .spacedLetters, count: count, firstLine: 2)])
  }

  @Test(arguments: [
    "điểm a, b, c khoản 1", "a b c d đ e g h", "STT A B C D E", "Lớp 5 A, 5 B và 5 C", "I II III IV V", "T T H H M",
    "Nguyễn Văn A và Trần Thị B", "x + y = z", "1 2 3 4 5", "QUYT ĐNH", "tỷ lệ m / n", "Ô ô ơ Ơ a ê",
  ])
  func `letters that stand alone by right stay`(_ text: String) throws {
    let source = try decode(text)
    expectSameBytes(source.text, text)
    #expect(source.repairs.isEmpty)
  }

  @Test(arguments: 0..<UInt64(200))
  func `any mix of odd signs is read and the map covers it`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let parts = [
      "Đ", "Ð", "а", "ﬁ", "１", "\u{200B}", "\u{AD}", " ", "  ", "\n", "\r\n", "e\u{301}", "Ử", "N", "ng", "\u{FEFF}",
      "中", "µ", "Ö", "á»™", "Ã ", "x·", "\u{2}", "«", ".", "12", "á»", "Ä", "\t", "\u{C}",
    ]
    let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
    let source = try decode(text)
    #expect(source.map.sourceByteCount == source.decoded.utf8.count, "seed \(seed)")
    #expect(source.map.targetByteCount == source.text.utf8.count, "seed \(seed)")
    let (from, to) = (Array(source.decoded.utf8), Array(source.text.utf8))
    for segment in source.map.segments where segment.isCopy { #expect(from[segment.source] == to[segment.target]) }
    // What was repaired needs no second repair of its letters.
    #expect(source.text.utf8.count { $0 == 0x0A } == (try decode(source.text)).text.utf8.count { $0 == 0x0A })
  }
}
