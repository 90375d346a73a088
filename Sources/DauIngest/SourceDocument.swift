import Algorithms
public import DauText

/// A document as it was read, before anything in it is judged.
public struct SourceDocument: Sendable, Equatable {
  /// How the lines of the file ended; `text` always has LF.
  public enum LineEnding: String, Sendable {
    case lf = "\n"
    case crlf = "\r\n"
    case cr = "\r"
  }

  /// The identity of the bytes of the file.
  public var id: DocumentID
  /// The path under which it was read, as the user wrote it; `-` for standard input.
  public var file: String
  /// The size of the file in bytes.
  public var byteCount: Int
  /// The text as it stood in the file, decoded to UTF-8 and otherwise untouched (a byte order mark is left out).
  public var original: String
  /// The text that the pipeline works on: normalization form C, lines ended by LF.
  public var text: String
  /// From `original` to `text`, in UTF-8 bytes.
  public var map: SourceMap
  /// The pages in UTF-8 bytes of `text`, without the form feeds between them; empty when the text has no pages.
  public var pages: [Range<Int>]
  /// The encoding the file was in.
  public var encoding: SourceText.Encoding
  /// The line ending that the file used most.
  public var lineEnding: LineEnding
  /// What had to be repaired before the text could be read: encodings, odd signs.
  public var repairs: [TextRepair] = []

  /// `text` with the line ends of the file, for output that stands in its place.
  public func withOwnLineEndings(_ text: String) -> String {
    if lineEnding == .lf { return text }
    let ending = Array(lineEnding.rawValue.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + text.utf8.count / 32)
    for byte in text.utf8 {
      if byte == 0x0A { out.append(contentsOf: ending) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The 1-based page that holds a byte of `text`, or `nil` for a text without pages.
  ///
  /// - Complexity: O(log *p*) in pages.
  public func page(at offset: Int) -> Int? {
    guard !pages.isEmpty else { return nil }
    return pages.dropLast().partitioningIndex { $0.upperBound >= offset } + 1
  }
}
