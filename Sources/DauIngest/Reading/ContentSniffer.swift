import DauText

/// What the first bytes of a file say it is, whatever its name says.
public enum ContentKind: Sendable, Equatable {
  case empty
  case text
  /// A format known by its signature, with what a user can do about it today.
  case other(format: String, advice: String)
  /// Neither text nor a known format; the offset of the first byte that no text holds.
  case binary(offset: Int)
}

/// Tells text from everything else by content.
///
/// A scanner names anything `.txt`; a reader that trusts the name files a PDF's bytes as the text of a decree.
public enum ContentSniffer {
  /// The number of leading bytes that are looked at.
  public static let window = 4096

  private struct Signature {
    var bytes: [UInt8]
    var format: String
    var advice: String
  }

  private static let pdfAdvice = "extract its text with 'pdftotext -layout FILE.pdf FILE.txt' and give the .txt"
  private static let imageAdvice = "read it with 'tesseract PAGE OUT -l vie' and give the .txt"
  private static let officeAdvice = "save it as plain text in UTF-8 (LibreOffice: 'soffice --convert-to txt:Text FILE')"
  /// The advice for what is no document in whatever form.
  static let noText = "it holds no text of a document; leave it out"
  private static let packedAdvice = "unpack it and give the files inside"

  private static let signatures: [Signature] = [
    Signature(bytes: Array("%PDF-".utf8), format: "a PDF", advice: pdfAdvice),
    Signature(bytes: [0x89, 0x50, 0x4E, 0x47], format: "a PNG image", advice: imageAdvice),
    Signature(bytes: [0xFF, 0xD8, 0xFF], format: "a JPEG image", advice: imageAdvice),
    Signature(bytes: [0x49, 0x49, 0x2A, 0x00], format: "a TIFF image", advice: imageAdvice),
    Signature(bytes: [0x4D, 0x4D, 0x00, 0x2A], format: "a TIFF image", advice: imageAdvice),
    Signature(bytes: Array("GIF8".utf8), format: "a GIF image", advice: imageAdvice),
    Signature(bytes: [0x50, 0x4B, 0x03, 0x04], format: "a ZIP or Office file (DOCX, ODT, XLSX)", advice: officeAdvice),
    Signature(bytes: [0xD0, 0xCF, 0x11, 0xE0], format: "an old Office file (DOC, XLS)", advice: officeAdvice),
    Signature(bytes: Array("{\\rtf".utf8), format: "an RTF file", advice: officeAdvice),
    Signature(bytes: [0x1F, 0x8B], format: "a gzip archive", advice: packedAdvice),
    Signature(bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A], format: "an xz archive", advice: packedAdvice),
    Signature(bytes: Array("Rar!".utf8), format: "a RAR archive", advice: packedAdvice),
    Signature(bytes: [0x37, 0x7A, 0xBC, 0xAF], format: "a 7-Zip archive", advice: packedAdvice),
    Signature(bytes: Array("SQLite format 3".utf8), format: "an SQLite database", advice: noText),
    Signature(bytes: [0x7F, 0x45, 0x4C, 0x46], format: "a program (ELF)", advice: noText),
  ]

  /// - Complexity: O(1): only the first ``window`` bytes are read.
  public static func kind(of bytes: [UInt8]) -> ContentKind {
    if bytes.isEmpty { return .empty }
    if let found = signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      return .other(format: found.format, advice: found.advice)
    }
    let head = bytes.prefix(window)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isUTF16 { return .text }
    let lead = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
    let start = lead.drop { $0.isWhitespace }
    if start.hasPrefix("<?xml") || start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return .other(format: "an XML or HTML file (hOCR, ALTO, PAGE)", advice: "save its text as .txt in UTF-8")
    }
    // NUL is left to the decoder, which names it; other control bytes (but for tab, the line ends, form feed and
    // what old printers left: BS, VT, SUB, ESC) never stand in text.
    if let bad = head.firstIndex(where: { isControl($0) }) {
      // VISCII has six capitals among them; whether the rest is VISCII is for the decoder to say.
      let isVISCII =
        head.contains { $0 >= 0x80 } && head.allSatisfy { !isControl($0) || LegacyTables.isVISCIIControl($0) }
      if !isVISCII { return .binary(offset: bad) }
    }
    return .text
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x08...0x0D, 0x1A, 0x1B: false
    case 0x01..<0x20, 0x7F: true
    default: false
    }
  }
}
