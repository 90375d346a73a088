import DauText

/// Reads plain text and Markdown.
///
/// UTF-8 with or without a byte order mark, UTF-16 with one; TCVN3, VNI, VISCII and windows-1258, line for line; LF, CRLF
/// and CR line ends; any normalization form; form feeds are page breaks. Anything else is refused with the offset of the
/// first bad byte.
public struct TextReader: Sendable {
  public init() {}

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the path to remember.
  /// - Throws: ``ReadError``.
  /// - Complexity: O(*n*).
  public func read(_ bytes: [UInt8], file: String) throws(ReadError) -> SourceDocument {
    switch ContentSniffer.kind(of: bytes) {
    case .empty: throw .empty
    case .other(let format, let advice): throw .notYetReadable(format: format, advice: advice)
    case .binary(let offset): throw .binary(offset: offset)
    case .text: break
    }
    let source: SourceText
    do {
      source = try SourceText.decode(bytes)
    } catch {
      throw .undecodable(error)
    }
    // The form feeds and the line ends of the text are among the bytes, whatever their encoding.
    let (hasPages, hasReturns) = (bytes.span.firstIndex(of: 0x0C) != nil, bytes.span.firstIndex(of: 0x0D) != nil)
    let pages = try Self.pages(of: source.text, mayHaveSeveral: hasPages)
    return SourceDocument(
      id: DocumentID(of: bytes), file: file, byteCount: bytes.count, original: source.decoded, text: source.text,
      map: source.map, pages: pages, encoding: source.encoding,
      lineEnding: hasReturns ? Self.lineEnding(of: source.decoded) : .lf, repairs: source.repairs)
  }

  /// Reads a text that is at hand as a string, such as one line of a stream.
  public func read(_ text: String, file: String) throws(ReadError) -> SourceDocument {
    try read(Array(text.utf8), file: file)
  }

  /// A form feed ends a page; one at the very end of the text, as `pdftotext` writes it, opens no further page.
  ///
  /// - Throws: ``ReadError/blank`` when nothing is printed anywhere.
  private static func pages(of text: String, mayHaveSeveral: Bool) throws(ReadError) -> [Range<Int>] {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8Span.span
    func isBlank(_ range: Range<Int>) -> Bool { !range.contains { bytes[$0] > 0x20 } }
    if isBlank(0..<bytes.count) { throw .blank }
    guard mayHaveSeveral else { return [] }
    var pages: [Range<Int>] = []
    var start = 0
    while let place = bytes.firstIndex(of: 0x0C, from: start) {
      pages.append(start..<place)
      start = place + 1
    }
    if start > 0, !isBlank(start..<bytes.count) { pages.append(start..<bytes.count) }
    return pages
  }

  private static func lineEnding(of text: String) -> SourceDocument.LineEnding {
    var counts = (lf: 0, crlf: 0, cr: 0)
    var isBehindCR = false
    for byte in text.utf8 {
      switch (byte, isBehindCR) {
      case (0x0A, true): counts.crlf += 1
      case (0x0A, false): counts.lf += 1
      case (_, true): counts.cr += 1
      default: break
      }
      isBehindCR = byte == 0x0D
    }
    if isBehindCR { counts.cr += 1 }
    if counts.crlf >= max(counts.lf, counts.cr), counts.crlf > 0 { return .crlf }
    return counts.cr > counts.lf ? .cr : .lf
  }
}
