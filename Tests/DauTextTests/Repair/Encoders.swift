@testable import DauText

/// Writes Unicode in the old encodings, for tests that read it back.
enum Encoders {
  /// The bytes of `text`; `nil` where the encoding has no sign for it.
  static func bytes(of text: String, in encoding: LegacyEncoding) -> [UInt8]? {
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x80 else {
        out.append(UInt8(scalar.value))
        continue
      }
      guard let bytes = bytes(of: scalar, in: encoding) else { return nil }
      out += bytes
    }
    return out
  }

  private static func bytes(of scalar: Unicode.Scalar, in encoding: LegacyEncoding) -> [UInt8]? {
    switch encoding {
    case .tcvn3: return LegacyTables.tcvn3.firstIndex(of: scalar.value).map { [UInt8($0 + 0x80)] }
    case .viscii:
      if let control = LegacyTables.visciiControls.first(where: { $0.value == scalar.value }) {
        return [UInt8(control.key)]
      }
      return LegacyTables.viscii.firstIndex(of: scalar.value).map { [UInt8($0 + 0x80)] }
    case .vni: return vni(scalar)
    case .windows1258: return windows1258(scalar)
    case .misreadUTF8: return Array(String(scalar).utf8)
    }
  }

  private static func vni(_ scalar: Unicode.Scalar) -> [UInt8]? {
    let single = LegacyTables.lettersVNI.first { $0.value == scalar.value }
    if let single { return [single.key] }
    guard var letter = Letter(scalar) else { return nil }
    let (shape, tone, isUpper) = (letter.shape, letter.tone, letter.isUppercase)
    letter.tone = .ngang
    if shape != .horn { letter.shape = .plain }
    guard let base = letter.scalar else { return nil }
    var out: [UInt8] = shape == .horn ? vni(base) ?? [] : [UInt8(base.value)]
    let mark = shape == .horn ? Letter.Shape.plain : shape
    if mark != .plain || tone != .ngang {
      guard
        let byte = LegacyTables.marksVNI.first(where: { entry in
          entry.value.shape == mark && entry.value.tone == tone && (entry.key < 0xE0) == isUpper
        })
      else { return nil }
      out.append(byte.key)
    }
    return out
  }

  private static func windows1258(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if let byte = LegacyTables.letters1258.first(where: { $0.value == scalar.value }) { return [byte.key] }
    guard var letter = Letter(scalar) else { return nil }
    let tone = letter.tone
    letter.tone = .ngang
    guard tone != .ngang, let base = letter.scalar else { return scalar.value < 0x100 ? [UInt8(scalar.value)] : nil }
    let front = base.value < 0x80 ? [UInt8(base.value)] : windows1258(base)
    return front.map { $0 + [LegacyTables.tones1258.first { $0.value == tone }!.key] }
  }

  /// The bytes as text, each as the character that windows-1252 shows for it.
  static func shown(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(LegacyTables.scalar(showing: byte))!) }
    return text
  }
}
