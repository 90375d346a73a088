public import DauText

/// Why a file could not be read as a document.
///
/// `description` leaves the path out; whoever reports it puts `path: ` before it.
public enum ReadError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing
  case noMatch(pattern: String)
  case notPermitted
  case notAFile(kind: String)
  case brokenLink(target: String)
  case linkInFolder(target: String)
  /// A name that is no UTF-8, so that the file cannot be asked for by it.
  case oddName
  case failed(reason: String)
  case empty
  case blank
  case tooLarge(byteCount: Int, limit: Int)
  /// A format that is known but has no reader yet.
  case notYetReadable(format: String, advice: String)
  case binary(offset: Int)
  case undecodable(TextDecodingError)

  public var description: String {
    switch self {
    case .missing: "no such file or folder; check the spelling"
    case .noMatch(let pattern): "no file matches the pattern \(pattern); check it, or quote it if the shell changed it"
    case .notPermitted: "no permission to read it; run 'chmod u+r' on it or run as its owner"
    case .notAFile("a folder"): "is a folder, not a file; name a file in it ('dau ingest' takes whole folders)"
    case .notAFile(let kind): "is \(kind), not a file; name a file, or pass the text as standard input (-)"
    case .brokenLink(let target): "is a symbolic link to \(target), which does not exist; mend or remove the link"
    case .linkInFolder(let target):
      "is a symbolic link (to \(target)); links inside folders are not followed, name it on the command line to read it"
    case .oddName:
      "its name is not in UTF-8, so it cannot be opened; rename it ('convmv -f windows-1258 -t utf-8 --notest' renames many)"
    case .failed(let reason): "could not be read: \(reason)"
    case .empty: "is empty (0 bytes); scan or copy it again"
    case .blank: "holds nothing but blanks; scan or copy it again"
    case .tooLarge(let byteCount, let limit):
      "is \(byteCount) bytes, more than the limit of \(limit); split it, or raise --max-size"
    case .notYetReadable(let format, ContentSniffer.noText): "is \(format); \(ContentSniffer.noText)"
    case .notYetReadable(let format, let advice): "is \(format), which is not readable yet; \(advice)"
    case .binary(let offset):
      "is not text: control byte at offset \(offset); give the text of the document as .txt in UTF-8"
    case .undecodable(let error): "cannot be read as text: \(error)"
    }
  }

  /// A short stable name of the cause, for journals and scripts.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .noMatch: "no-match"
    case .notPermitted: "not-permitted"
    case .notAFile: "not-a-file"
    case .brokenLink: "broken-link"
    case .linkInFolder: "link-in-folder"
    case .oddName: "odd-name"
    case .failed: "read-failed"
    case .empty: "empty"
    case .blank: "blank"
    case .tooLarge: "too-large"
    case .notYetReadable: "not-yet-readable"
    case .binary: "binary"
    case .undecodable: "undecodable"
    }
  }
}
