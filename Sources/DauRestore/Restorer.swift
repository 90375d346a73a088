public import DauRules

/// Finds the text that a ruined text was printed as.
public final class Restorer: Sendable {
  /// - Parameter rules: the knowledge of the genre; its folder holds the trained model.
  public init(rules: RuleBook) throws {}

  /// Restores one document.
  public func restore(_ text: String) -> Restoration { Restoration(unchanged: text) }
}
