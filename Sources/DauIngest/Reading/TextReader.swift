import DauText

/// Reads plain text and Markdown.
///
/// UTF-8 with or without a byte order mark, UTF-16 with a mark or recognisable without; LF, CRLF and CR line ends;
/// any normalization form; form feeds are page breaks. Anything else is refused with the offset of the first bad byte.
public struct TextReader: Sendable {
  public init() {}

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the path to remember.
  /// - Throws: ``ReadError``.
  /// - Complexity: O(*n*).
  public func read(_ bytes: [UInt8], file: String) throws(ReadError) -> SourceDocument {
    let encoding: TextEncoding
    switch ContentSniffer.kind(of: bytes) {
    case .empty: throw .empty
    case .other(let format, let advice): throw .notYetReadable(format: format, advice: advice)
    case .binary(let offset): throw .binary(offset: offset)
    case .text(let found): encoding = found
    }
    return try read(decoded: try encoding.decode(bytes), id: DocumentID(of: bytes), file: file, encoding: encoding)
  }

  /// Reads a text that is at hand as a string, such as one line of a stream.
  public func read(_ text: String, file: String) throws(ReadError) -> SourceDocument {
    try read(Array(text.utf8), file: file)
  }

  private func read(
    decoded: [UInt8], id: DocumentID, file: String, encoding: TextEncoding
  ) throws(ReadError) -> SourceDocument {
    guard decoded.contains(where: { $0 > 0x20 }) else { throw .blank }
    let lines = LineEndings(normalizing: decoded)
    let (text, map): ([UInt8], SourceMap)
    do {
      if try Normalization.isNFC(lines.bytes.span) {
        (text, map) = (lines.bytes, lines.map)
      } else {
        let composed = try Self.compose(lines.bytes)
        (text, map) = (composed.bytes, lines.map.composed(with: composed.map))
      }
    } catch {
      throw .normalization(reason: "\(error)")
    }
    return SourceDocument(
      id: id, file: file, original: String(decoding: decoded, as: UTF8.self),
      text: String(decoding: text, as: UTF8.self), map: map, pages: Self.pages(of: text), encoding: encoding,
      lineEnding: lines.ending)
  }

  /// Brings text to form C word by word, so that the map is exact to the word.
  ///
  /// Blanks and line ends are starters that compose with nothing, so normalising between them is normalising the whole.
  private static func compose(_ bytes: [UInt8]) throws(ICUError) -> (bytes: [UInt8], map: SourceMap) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var map = SourceMap.Builder()
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      if end > start {
        let word = bytes[start..<end]
        if word.allSatisfy({ $0 < 0x80 }) {
          out.append(contentsOf: word)
          map.copy(word.count)
        } else {
          let piece = Array(word)
          if try Normalization.isNFC(piece.span) {
            out.append(contentsOf: piece)
            map.copy(piece.count)
          } else {
            let composed = try Normalization.nfc(piece.span)
            out.append(contentsOf: composed)
            map.replace(piece.count, with: composed.count)
          }
        }
      }
      start = end
      while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
      out.append(contentsOf: bytes[start..<end])
      map.copy(end - start)
      start = end
    }
    return (out, map.build())
  }

  /// A form feed ends a page; one at the very end of the text, as `pdftotext` writes it, opens no further page.
  private static func pages(of text: [UInt8]) -> [Range<Int>] {
    guard text.contains(0x0C) else { return [] }
    var pages: [Range<Int>] = []
    var start = 0
    for (place, byte) in text.enumerated() where byte == 0x0C {
      pages.append(start..<place)
      start = place + 1
    }
    if text[start...].contains(where: { $0 > 0x20 }) { pages.append(start..<text.count) }
    return pages
  }
}

/// A text whose lines end in LF, with the map from what it was.
private struct LineEndings {
  var bytes: [UInt8]
  var map: SourceMap
  var ending: SourceDocument.LineEnding

  init(normalizing text: [UInt8]) {
    guard text.contains(0x0D) else {
      (bytes, map, ending) = (text, SourceMap(identityOf: text.count), .lf)
      return
    }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var builder = SourceMap.Builder()
    var counts = (lf: 0, crlf: 0, cr: 0)
    var start = 0
    var i = 0
    while i < text.count {
      if text[i] == 0x0A { counts.lf += 1 }
      if text[i] == 0x0D {
        let width = i + 1 < text.count && text[i + 1] == 0x0A ? 2 : 1
        if width == 2 { counts.crlf += 1 } else { counts.cr += 1 }
        out.append(contentsOf: text[start..<i])
        builder.copy(i - start)
        out.append(0x0A)
        builder.replace(width, with: 1)
        i += width
        start = i
        continue
      }
      i += 1
    }
    out.append(contentsOf: text[start...])
    builder.copy(text.count - start)
    (bytes, map) = (out, builder.build())
    ending = counts.crlf >= max(counts.lf, counts.cr) ? .crlf : counts.cr > counts.lf ? .cr : .lf
  }
}
