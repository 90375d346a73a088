public import Foundation

/// Everything that `rules/` says, loaded and validated.
public struct RuleBook: Sendable {
  /// The folder it was loaded from.
  public let directory: URL
  /// SHA-256 over the names and bytes of all rule files and the model, in hex.
  public let version: String
}
