/// `grantors.yaml`: who grants awards.
public struct Grantor: RuleEntry, YAMLFamilyEntry {
  static let fileName = "grantors.yaml"

  /// The rank of whoever grants.
  public enum Level: String, Sendable, CaseIterable {
    case state, ministry, province, district, commune, organisation
  }

  /// Canonical: `Chủ tịch UBND tỉnh`.
  public let name: String
  /// The ways it is written, the name first.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// The rank of whoever grants.
  public let level: Level
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    level = reader.required("level", as: Level.self, &problems)
    source = reader.source(&problems)
  }
}
