/// An encoding that Vietnamese text was written in before Unicode, or a way in which Unicode was misread since.
public enum LegacyEncoding: String, Sendable, CaseIterable {
  /// TCVN 5712:1993 VN3, the fonts `.VnTime`, `.VnArial`, ...: one byte a letter, no toned capitals; those are lower-case
  /// codes in a font of capitals (`.VnTimeH`).
  case tcvn3 = "TCVN3"
  /// VNI for Windows: a base letter, then a byte for its marks.
  case vni = "VNI"
  /// RFC 1456.
  case viscii = "VISCII"
  /// Microsoft's code page: letters with hat, breve and horn, then the tone as a combining byte.
  case windows1258 = "windows-1258"
  /// UTF-8 whose bytes were taken for windows-1252: `Cá»™ng hÃ²a`.
  case misreadUTF8 = "UTF-8 read as windows-1252"
}

/// The code tables, by byte.
///
/// TCVN3 is the Vietnamese standard TCVN 5712:1993 without the capitals that its fonts leave out; VISCII is RFC 1456;
/// windows-1258 and windows-1252 are Microsoft's tables at unicode.org; VNI is the table that the VNI fonts share. Tests
/// take TCVN3, VISCII and windows-1258 through the C library's converters.
package enum LegacyTables {
  /// Bytes 0x80...0xFF to code points; 0 where the encoding has no Vietnamese letter.
  static let tcvn3: [UInt32] = upper(
    from: 0xA0,
    "-ĂÂÊÔƠƯĐăâêôơưđ-" + "-----àảãáạ-ằẳẵắ-" + "------ặầẩẫấậè-ẻẽ" + "éẹềểễếệìỉ---ĩíịò" + "-ỏõóọồổỗốộờởỡớợù"
      + "-ủũúụừửữứựỳỷỹýỵ-")
  static let viscii: [UInt32] = upper(
    from: 0x80,
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" + "Õắằặấầẩậẽẹếềểễệố" + "ồổỗỠƠộờởịỰỨỪỬơớƯ" + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
      + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư" + "àáâãảăữẫèéêẻìíĩỉ" + "đựòóôõỏọụùúũủýợỮ")
  /// VISCII's six capitals among the control bytes.
  static let visciiControls: [UInt32: UInt32] = [
    0x02: 0x1EB2, 0x05: 0x1EB4, 0x06: 0x1EAA, 0x14: 0x1EF6, 0x19: 0x1EF8, 0x1E: 0x1EF4,
  ]

  /// Whether a control byte is a letter of VISCII.
  package static func isVISCIIControl(_ byte: UInt8) -> Bool { visciiControls[UInt32(byte)] != nil }

  /// windows-1258's letters that differ from Latin-1; its tones are in ``tones1258``.
  static let letters1258: [UInt8: UInt32] = [
    0xC3: 0x102, 0xE3: 0x103, 0xD0: 0x110, 0xF0: 0x111, 0xD5: 0x1A0, 0xF5: 0x1A1, 0xDD: 0x1AF, 0xFD: 0x1B0,
  ]
  static let tones1258: [UInt8: Tone] = [0xCC: .huyen, 0xD2: .hoi, 0xDE: .nga, 0xEC: .sac, 0xF2: .nang]

  /// VNI's letters of one byte.
  static let lettersVNI: [UInt8: UInt32] = {
    var table: [UInt8: UInt32] = [:]
    for (lower, letter) in zip([0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xF4, 0xF6, 0xEE, 0xF1] as [UInt8], scalars("íìỉĩịơưỵđ"))
    {
      table[lower] = letter
      table[lower - 0x20] = uppercased(letter)
    }
    return table
  }()

  /// VNI's marks: what the byte behind a vowel makes of it. Capital marks are 0x20 lower.
  static let marksVNI: [UInt8: (shape: Letter.Shape, tone: Tone)] = {
    let lower: [(UInt8, Letter.Shape, Tone)] = [
      (0xF9, .plain, .sac), (0xF8, .plain, .huyen), (0xFB, .plain, .hoi), (0xF5, .plain, .nga), (0xEF, .plain, .nang),
      (0xE2, .circumflex, .ngang), (0xE1, .circumflex, .sac), (0xE0, .circumflex, .huyen), (0xE5, .circumflex, .hoi),
      (0xE3, .circumflex, .nga), (0xE4, .circumflex, .nang), (0xEA, .breve, .ngang), (0xE9, .breve, .sac),
      (0xE8, .breve, .huyen), (0xFA, .breve, .hoi), (0xFC, .breve, .nga), (0xEB, .breve, .nang),
    ]
    var table: [UInt8: (Letter.Shape, Tone)] = [:]
    for (byte, shape, tone) in lower {
      table[byte] = (shape, tone)
      table[byte - 0x20] = (shape, tone)
    }
    return table
  }()

  /// windows-1252's code points of the bytes 0x80...0x9F; 0 where it has none.
  static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  /// The byte that windows-1252 (or Latin-1, for the bytes it leaves out) shows as a code point.
  static func byte(shownAs scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(truncatingIfNeeded: scalar) }
    return byteOfWindows1252[scalar]
  }

  /// The code point that windows-1252 shows for a byte; a control for the five bytes that it leaves out.
  static func scalar(showing byte: UInt8) -> UInt32 {
    guard byte >= 0x80, byte < 0xA0 else { return UInt32(byte) }
    let scalar = windows1252[Int(byte) - 0x80]
    return scalar == 0 ? UInt32(byte) : scalar
  }

  private static let byteOfWindows1252: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    for (index, scalar) in windows1252.enumerated() where scalar != 0 { table[scalar] = UInt8(0x80 + index) }
    return table
  }()

  static func uppercased(_ scalar: UInt32) -> UInt32 {
    guard var letter = LetterTable.shared[scalar] else { return scalar }
    letter.isUppercase = true
    return letter.scalar?.value ?? scalar
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// The table of the bytes from 0x80 on, given from `start` on, with `-` for none.
  private static func upper(from start: Int, _ letters: String) -> [UInt32] {
    [UInt32](repeating: 0, count: start - 0x80) + letters.unicodeScalars.map { $0 == "-" ? 0 : $0.value }
  }
}
