import DauRules
import Foundation

/// Why a channel table could not be read.
public enum ChannelError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  /// The bytes of a line are no UTF-8.
  case notText(path: String, line: Int)
  case malformed(path: String, line: Int)
  /// There is not one line about a letter.
  case empty(path: String)

  private var parts: (path: String, line: Int?, what: String, remedy: String) {
    switch self {
    case .unreadable(let path, let reason): (path, nil, "cannot be read: \(reason)", "check its permissions")
    case .notText(let path, let line):
      (path, line, "the table is not UTF-8 text", "copy it again, or make it anew with 'dau train channel'")
    case .malformed(let path, let line):
      (
        path, line, "not 'letter, output of up to 3 characters, log10 probability' separated by tabs",
        "mend the line or remove it"
      )
    case .empty(let path):
      (path, nil, "the table is empty", "make it with 'dau train channel', or remove the file")
    }
  }

  /// The same as a fault of the rules.
  var fault: RuleError {
    let (path, line, what, remedy) = parts
    return RuleError(at: URL(filePath: path), line: line, what: what, remedy: remedy)
  }

  public var description: String {
    let (path, line, what, remedy) = parts
    return "\(path)\(line.map { ":\($0)" } ?? ""): \(what); \(remedy)"
  }
}
