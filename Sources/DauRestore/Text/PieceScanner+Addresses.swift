/// Addresses of the internet and names of files, which are spelled as nothing else and are no words.
extension PieceScanner {
  /// Where the address or the name of a file begins that a run of characters ends in: `langsontv.vn`,
  /// `vanthu@langson.gov.vn`, `Website:https://langson.gov.vn/tin-tuc`, `bao-cao.docx`.
  ///
  /// - Returns: nil where there is none.
  /// - Complexity: O(*n*).
  func addressStart(_ chunk: Range<Int>) -> Int? {
    if let start = schemeStart(chunk) { return start }
    guard let point = glyphs[chunk].lastIndex(of: 0x2E), point > chunk.lowerBound else { return nil }
    if point + 1 < chunk.upperBound, Glyphs.isLetter(glyphs[point - 1]) || Glyphs.isDigit(glyphs[point - 1]),
      Self.fileTypes.contains(glyphs[(point + 1)..<chunk.upperBound].map(Glyphs.lower))
    {
      return chunk.lowerBound
    }
    var hostEnd = chunk.upperBound
    for at in chunk {
      switch glyphs[at] {
      // Only the host has to be spelled as one; what is behind it may be anything.
      case 0x2F where at > chunk.lowerBound && hostEnd == chunk.upperBound: hostEnd = at
      case 0x2E, 0x2D, 0x2F, 0x3A, 0x40, 0x5F: break
      default:
        if !Glyphs.isDigit(glyphs[at]), glyphs[at] >= 0x80 || !Glyphs.isLetter(glyphs[at]), hostEnd == chunk.upperBound
        {
          return nil
        }
      }
    }
    let host = glyphs[chunk.lowerBound..<hostEnd]
    guard let dot = host.lastIndex(of: 0x2E), dot > chunk.lowerBound else { return nil }
    if Self.topDomains.contains(Array(host[(dot + 1)...])) || host.starts(with: Self.web) { return chunk.lowerBound }
    // `a@b.xyz`
    guard let sign = host.firstIndex(of: 0x40), sign > chunk.lowerBound, sign < dot else { return nil }
    return chunk.lowerBound
  }

  /// Where `https://` begins, or nil.
  private func schemeStart(_ chunk: Range<Int>) -> Int? {
    var at = chunk.lowerBound
    while at + 3 < chunk.upperBound {
      if glyphs[at] == 0x3A, glyphs[at + 1] == 0x2F, glyphs[at + 2] == 0x2F {
        for scheme in Self.schemes where at - scheme.count >= chunk.lowerBound {
          if glyphs[(at - scheme.count)..<at].map(Glyphs.lower) == scheme { return at - scheme.count }
        }
      }
      at += 1
    }
    return nil
  }

  /// How the addresses of the genre begin and end, and how the names of its files do.
  private static let schemes = ["https", "http", "ftp"].map { Glyphs.of($0) }
  private static let web = Glyphs.of("www.")
  private static let topDomains = Set(["vn", "com", "net", "org", "gov", "edu", "info"].map { Glyphs.of($0) })
  private static let fileTypes = Set(
    [
      "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "xml", "html", "jpg", "jpeg", "png", "tif", "zip",
      "rar",
    ]
    .map { Glyphs.of($0) })
}
