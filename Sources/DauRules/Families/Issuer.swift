/// `issuers.yaml`: the bodies that issue documents.
public struct Issuer: RuleEntry, YAMLFamilyEntry {
  static let fileName = "issuers.yaml"

  public enum Branch: String, Sendable, CaseIterable {
    case state, government, ministry, local, party, front, court, other
  }

  /// Canonical: `Ủy ban nhân dân`, `Thủ tướng Chính phủ`.
  public let name: String
  public let forms: [String]
  public let exceptions: [String]
  /// What stands for it in a symbol: `UBND`, `TTg`, `TW`.
  public let codes: [String]
  public let branch: Branch
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    codes = reader.strings("codes", &problems)
    branch = reader.required("branch", as: Branch.self, &problems)
    source = reader.source(&problems)
  }
}
