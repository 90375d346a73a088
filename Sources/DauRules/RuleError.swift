public import Foundation

/// A fault in `rules/`: where it is, what it is, and what to do about it.
///
///     rules/units.yaml:41: the form "ha" stands in two entries, m2 and ha: remove one
public struct RuleError: Error, Equatable, Hashable, CustomStringConvertible {
  /// The file as a reader would name it, such as `rules/units.yaml`.
  public let file: String
  /// The line, counted from 1; `nil` when the whole file is meant.
  public let line: Int?
  /// What was found.
  public let what: String
  /// What to do next.
  public let remedy: String

  /// A fault of a file as a reader would name it.
  public init(file: String, line: Int? = nil, what: String, remedy: String) {
    self.file = file
    self.line = line
    self.what = what
    self.remedy = remedy
  }

  /// A fault of a file, which is named from the current folder when it lies under it.
  public init(at url: URL, line: Int? = nil, what: String, remedy: String) {
    self.init(file: RuleFile.displayName(url), line: line, what: what, remedy: remedy)
  }

  /// One line: file, line, what is wrong, what to do.
  public var description: String {
    line.map { "\(file):\($0): \(what): \(remedy)" } ?? "\(file): \(what): \(remedy)"
  }
}
