/// `issuers.yaml`: the bodies that issue documents.
public struct Issuer: RuleEntry, YAMLFamilyEntry {
  static let fileName = "issuers.yaml"

  /// The part of State and society a body belongs to.
  public enum Branch: String, Sendable, CaseIterable {
    case state, government, ministry, local, party, front, court, other
  }

  /// Canonical: `Ủy ban nhân dân`, `Thủ tướng Chính phủ`.
  public let name: String
  /// The ways it is written, the name first.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// What stands for it in a symbol: `UBND`, `TTg`, `TW`.
  public let codes: [String]
  /// The part of State and society it belongs to.
  public let branch: Branch
  /// The law, standard or count that it comes from.
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
