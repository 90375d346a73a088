import DauTestSupport
import Foundation
import Testing

@testable import DauText

@Suite struct EncodingRepairTests {
  /// What people paste, and what it says.
  @Test(
    arguments: [
      (.tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
      (.tcvn3, "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      (.tcvn3, "n\u{AD}íc vµ c¸c tæ chøc ®oµn thÓ", "nước và các tổ chức đoàn thể"),
      (.vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.vni, "ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
      (.vni, "Uyû ban nhaân daân tænh, Aáp Baéc", "Uỷ ban nhân dân tỉnh, Ấp Bắc"),
      (.viscii, "Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.windows1258, "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.misreadUTF8, "Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      // What windows-1252 has no sign for got lost: the last bytes of ề, ờ and ọ, and of Đ; no-break spaces became plain.
      (.misreadUTF8, "Äáº£ng vÃ  ngÆ°á»i há»c vá» quÃª", "Đảng và người học về quê"),
      (.misreadUTF8, "TÃ i liá»‡u HÃ  Ná»™i", "Tài liệu Hà Nội"),
      (.misreadUTF8, "CÃ NHÃ‚N, Táº¬P THá»‚", "CÁ NHÂN, TẬP THỂ"),
      (.misreadUTF8, "Tá»•ng", "Tổng"),
    ] as [(LegacyEncoding, String, String)])
  func `pasted text is read`(encoding: LegacyEncoding, pasted: String, meant: String) throws {
    let source = try SourceText.decode(Array(pasted.utf8))
    expectSameBytes(source.text, meant)
    expectSameBytes(source.decoded, pasted)
    #expect(source.repairs == [TextRepair(kind: .encoding(encoding), count: 1, firstLine: 1)])
    #expect(source.encoding == .utf8)
  }

  @Test func `text misread twice is read back twice`() throws {
    let once = Encoders.shown(Array("Tổng kết phong trào".utf8))
    let source = try SourceText.decode(Array(Encoders.shown(Array(once.utf8)).utf8))
    expectSameBytes(source.text, "Tổng kết phong trào")
  }

  static let passage = [
    "Thực hiện Chỉ thị của Thủ tướng Chính phủ về phong trào thi đua yêu nước,",
    "các đơn vị đã đăng ký giao ước thi đua với 12 chỉ tiêu; hoàn thành 98,5% kế hoạch.",
    "Ủy ban nhân dân tỉnh", "trao tặng", "27 bằng khen cho những tập thể và cá nhân xuất sắc.",
  ]

  @Test(arguments: [LegacyEncoding.tcvn3, .vni, .viscii, .windows1258])
  func `files in old encodings are read and named`(encoding: LegacyEncoding) throws {
    let text = Self.passage.joined(separator: "\n").replacing("Ủy", with: "ủy")
    let bytes = try #require(Encoders.bytes(of: text, in: encoding))
    let source = try SourceText.decode(bytes)
    expectSameBytes(source.text, text)
    #expect(source.encoding.rawValue == encoding.rawValue)
    #expect(source.repairs.map(\.kind) == [.encoding(encoding)])
    #expect(source.map.sourceByteCount == source.decoded.utf8.count)
  }

  @Test(arguments: LegacyEncoding.allCases)
  func `a file may be in Unicode here and not there`(encoding: LegacyEncoding) throws {
    let old = Self.passage.map { line in
      Encoders.shown(Encoders.bytes(of: line.replacing("Ủy", with: "ủy"), in: encoding) ?? [])
    }
    let mixed = [Self.passage[0], old[0], old[1], Self.passage[4], "plain ASCII", old[4], Self.passage[2]]
    let source = try SourceText.decode(Array(mixed.joined(separator: "\n").utf8))
    expectSameBytes(
      source.text,
      [0, 0, 1, 4, -1, 4, 2].map { $0 < 0 ? "plain ASCII" : Self.passage[$0] }.joined(separator: "\n"))
    #expect(source.repairs == [TextRepair(kind: .encoding(encoding), count: 3, firstLine: 2)])
  }

  @Test(arguments: 0..<UInt64(60))
  func `whatever is written in an old encoding is read back, with the way to its bytes`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let words = Self.passage.joined(separator: " ").replacing("Ủy", with: "ủy").split(separator: " ")
    let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 14...20, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    let text = lines.joined(separator: "\n")
    for encoding in LegacyEncoding.allCases {
      let bytes = try #require(Encoders.bytes(of: text, in: encoding))
      let source = try SourceText.decode(Array(Encoders.shown(bytes).utf8))
      expectSameBytes(source.text, text, "seed \(seed), \(encoding)")
      let (from, to) = (Array(source.decoded.utf8), Array(source.text.utf8))
      for segment in source.map.segments where segment.isCopy { #expect(from[segment.source] == to[segment.target]) }
      #expect(source.map.sourceByteCount == from.count && source.map.targetByteCount == to.count)
      // Each word leads back to the bytes it was written in.
      let word = try #require(text.split(separator: " ").last?.split(separator: "\n").last)
      let place = to.count - word.utf8.count..<to.count
      let written = try #require(Encoders.bytes(of: String(word), in: encoding))
      expectSameBytes(
        String(decoding: from[source.map.sourceRange(of: place)], as: UTF8.self), Encoders.shown(written))
    }
  }

  /// Text that looks odd and is right, or is damaged in a way that no encoding explains.
  @Test(arguments: [
    "Họp báo về Festival “Huế – Việt Nam” tại sân §12, 20°C, 30 m², «Đất nước» · giá 5 €",
    "véi héi déi céng ¢ ¥ 1€ tién hién", "Le café où l'élève a été reçu à Noël", "Müller, Straße, Größe, übermäßig",
    // What an engine leaves that knows only the marks of other languages: some of it is syllables in VISCII by chance.
    "Phong trao thi dua cao diêm lap thanh tich chào mirng k nitm\n"
      + "110 näm igày sinh dông chi Hoàng Vän Thii (04/11/1909 - 04/11/2019)\n"
      + "và 188 näm ngay thanh lp tinh Lang Son (04/11/1831 - 04/11/2019)\n",
    "hà là bò tôi", "Ñ ñ ß", "© 2019 ® ™ ±", "Pang bd tinh Lang Son lan thtr X VII ¢ éng",
  ])
  func `what is not in an old encoding stays`(_ text: String) throws {
    let source = try SourceText.decode(Array(text.utf8))
    expectSameBytes(source.text, text)
    #expect(source.repairs.isEmpty)
  }

  @Test(arguments: ["corpus/gold", "corpus/ocr", "corpus/inbox"])
  func `the sample archive holds no old encoding`(folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../\(folder)").standardized
    let files = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
    #expect(!files.isEmpty)
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let source = try SourceText.decode(Array(text.utf8))
      // One engine wrote `quý I⁄2021`.
      guard file.lastPathComponent != "04-ke-hoach-2021.vie.txt" else {
        #expect(source.repairs.map(\.kind) == [.lookAlike])
        continue
      }
      expectSameBytes(source.text, text, "\(file.lastPathComponent)")
      #expect(source.repairs.isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test func `bytes in no known encoding are refused where they begin`() {
    let french =
      [UInt8]("D".utf8) + [0xE9] + [UInt8]("cret relatif ".utf8) + [0xE0, 0x20] + [UInt8]("l'arm".utf8)
      + [0xE9, 0x65]
    #expect(throws: TextDecodingError.invalidUTF8(offset: 1, bytes: [0xE9, 0x63, 0x72, 0x65])) {
      try SourceText.decode(french)
    }
  }

  /// The letters of the bytes 0xA1...0xFE as the C library gives them, `-` for what is no letter or a combining mark:
  ///
  ///     for b in $(seq 161 254); do printf "\\x$(printf %x $b)." | iconv -f TCVN5712-1 -t UTF-8; done
  ///
  /// A reading may leave a byte alone, but never take it for another letter.
  @Test(
    arguments: [
      (
        .tcvn3,
        "ĂÂÊÔƠƯĐăâêôơưđẰ-----àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
          + "éẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ"
      ),
      (
        .viscii,
        "ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
          + "ĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợ"
      ),
      (
        .windows1258,
        "---------ª----------µ----º-----ÀÁÂĂÄÅÆÇÈÉÊË-ÍÎÏ"
          + "ĐÑ-ÓÔƠÖ-ØÙÚÛÜƯ-ßàáâăäåæçèéêë-íîïđñ-óôơö-øùúûüư-"
      ),
    ] as [(LegacyEncoding, String)])
  func `tables agree with the C library`(encoding: LegacyEncoding, letters: String) {
    for (byte, letter) in zip(UInt32(0xA1)...0xFE, letters.unicodeScalars) {
      let reading = LegacyReading([byte], widths: [2], in: encoding)
      guard reading.scalars[0] != byte else { continue }
      #expect(reading.scalars[0] == letter.value, "byte \(byte)")
    }
  }
}
