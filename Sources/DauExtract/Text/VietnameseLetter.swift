/// A letter taken apart: the lower-case letter with its hat, breve, horn or stroke, and the tone apart.
struct VietnameseLetter {
  /// The lower-case letter without tone, as a scalar value.
  var base: UInt32
  /// 0 for the level tone, 1...5 for huyền, hỏi, ngã, sắc, nặng.
  var tone: UInt8
  var isUpper: Bool

  /// - Complexity: O(1).
  static func of(_ scalar: UInt32) -> VietnameseLetter {
    if scalar < 0x80 {
      if scalar >= 0x41 && scalar <= 0x5A { return VietnameseLetter(base: scalar + 0x20, tone: 0, isUpper: true) }
      return VietnameseLetter(base: scalar, tone: 0, isUpper: false)
    }
    if scalar < 0x1B1 || scalar >= 0x1EA0 && scalar < 0x1F00 { return make(scalar) }
    return VietnameseLetter(base: scalar, tone: 0, isUpper: false)
  }

  /// The capital of a Vietnamese letter, or the scalar itself.
  static func upper(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: scalar - 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x1EA0...0x1EFF: scalar & ~1
    case 0x1A1: 0x1A0
    case 0x1B0: 0x1AF
    default: scalar
    }
  }

  /// The small letter of a capital, or the scalar itself.
  static func lower(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x1EA0...0x1EFF: scalar | 1
    case 0x1A0: 0x1A1
    case 0x1AF: 0x1B0
    default: scalar
    }
  }

  private static func make(_ scalar: UInt32) -> VietnameseLetter {
    let small = lower(of: scalar)
    let (base, tone) = parts(of: small)
    return VietnameseLetter(base: base, tone: tone, isUpper: small != scalar)
  }

  /// A small letter without its tone, and the tone. The compiler makes a table of the cases that needs no set-up, which
  /// a static array does; that showed in profiles, for every letter of a text passes here.
  private static func parts(of small: UInt32) -> (base: UInt32, tone: UInt8) {
    switch small {
    case 0xE0: (0x61, 1)  // à
    case 0x1EA3: (0x61, 2)  // ả
    case 0xE3: (0x61, 3)  // ã
    case 0xE1: (0x61, 4)  // á
    case 0x1EA1: (0x61, 5)  // ạ
    case 0xE8: (0x65, 1)  // è
    case 0x1EBB: (0x65, 2)  // ẻ
    case 0x1EBD: (0x65, 3)  // ẽ
    case 0xE9: (0x65, 4)  // é
    case 0x1EB9: (0x65, 5)  // ẹ
    case 0xEC: (0x69, 1)  // ì
    case 0x1EC9: (0x69, 2)  // ỉ
    case 0x129: (0x69, 3)  // ĩ
    case 0xED: (0x69, 4)  // í
    case 0x1ECB: (0x69, 5)  // ị
    case 0xF2: (0x6F, 1)  // ò
    case 0x1ECF: (0x6F, 2)  // ỏ
    case 0xF5: (0x6F, 3)  // õ
    case 0xF3: (0x6F, 4)  // ó
    case 0x1ECD: (0x6F, 5)  // ọ
    case 0xF9: (0x75, 1)  // ù
    case 0x1EE7: (0x75, 2)  // ủ
    case 0x169: (0x75, 3)  // ũ
    case 0xFA: (0x75, 4)  // ú
    case 0x1EE5: (0x75, 5)  // ụ
    case 0x1EF3: (0x79, 1)  // ỳ
    case 0x1EF7: (0x79, 2)  // ỷ
    case 0x1EF9: (0x79, 3)  // ỹ
    case 0xFD: (0x79, 4)  // ý
    case 0x1EF5: (0x79, 5)  // ỵ
    case 0x1EA7: (0xE2, 1)  // ầ
    case 0x1EA9: (0xE2, 2)  // ẩ
    case 0x1EAB: (0xE2, 3)  // ẫ
    case 0x1EA5: (0xE2, 4)  // ấ
    case 0x1EAD: (0xE2, 5)  // ậ
    case 0x1EB1: (0x103, 1)  // ằ
    case 0x1EB3: (0x103, 2)  // ẳ
    case 0x1EB5: (0x103, 3)  // ẵ
    case 0x1EAF: (0x103, 4)  // ắ
    case 0x1EB7: (0x103, 5)  // ặ
    case 0x1EC1: (0xEA, 1)  // ề
    case 0x1EC3: (0xEA, 2)  // ể
    case 0x1EC5: (0xEA, 3)  // ễ
    case 0x1EBF: (0xEA, 4)  // ế
    case 0x1EC7: (0xEA, 5)  // ệ
    case 0x1ED3: (0xF4, 1)  // ồ
    case 0x1ED5: (0xF4, 2)  // ổ
    case 0x1ED7: (0xF4, 3)  // ỗ
    case 0x1ED1: (0xF4, 4)  // ố
    case 0x1ED9: (0xF4, 5)  // ộ
    case 0x1EDD: (0x1A1, 1)  // ờ
    case 0x1EDF: (0x1A1, 2)  // ở
    case 0x1EE1: (0x1A1, 3)  // ỡ
    case 0x1EDB: (0x1A1, 4)  // ớ
    case 0x1EE3: (0x1A1, 5)  // ợ
    case 0x1EEB: (0x1B0, 1)  // ừ
    case 0x1EED: (0x1B0, 2)  // ử
    case 0x1EEF: (0x1B0, 3)  // ữ
    case 0x1EE9: (0x1B0, 4)  // ứ
    case 0x1EF1: (0x1B0, 5)  // ự
    default: (small, 0)
    }
  }
}

/// `text` in lower case, letter by letter as the documents print them.
///
/// - Complexity: O(*n*).
func lowercased(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { VietnameseLetter.lower(of: $0.value) != $0.value }) else { return text }
  // Two letters that differ in case alone have as many bytes.
  return unsafe String(unsafeUninitializedCapacity: text.utf8.count) { out in
    var count = 0
    for scalar in text.unicodeScalars {
      for byte in UTF8.encode(Unicode.Scalar(VietnameseLetter.lower(of: scalar.value)) ?? scalar)! {
        unsafe out[count] = byte
        count += 1
      }
    }
    return count
  }
}

extension String {
  /// Whether the bytes of a literal stand first: `hasPrefix` goes letter by letter, with the tables of Unicode.
  ///
  /// - Complexity: O(*n*) in bytes of the literal.
  func begins(with prefix: StaticString) -> Bool {
    // A literal's bytes live as long as the program.
    let prefix = unsafe UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    guard utf8.count >= prefix.count else { return false }
    var at = 0
    for byte in utf8 {
      if at == prefix.count { break }
      if unsafe byte != prefix[at] { return false }
      at += 1
    }
    return true
  }
}

/// A word in small letters behind its first: `HOÀNG` → `Hoàng`.
func capitalised(_ word: String) -> String {
  guard let first = word.unicodeScalars.first else { return word }
  return String(first) + lowercased(String(word.unicodeScalars.dropFirst()))
}
