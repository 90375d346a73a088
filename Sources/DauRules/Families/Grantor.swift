/// `grantors.yaml`: who grants awards.
public struct Grantor: RuleEntry, YAMLFamilyEntry {
  static let fileName = "grantors.yaml"

  public enum Level: String, Sendable, CaseIterable {
    case state, ministry, province, district, commune, organisation
  }

  /// Canonical: `Chủ tịch UBND tỉnh`.
  public let name: String
  public let forms: [String]
  public let exceptions: [String]
  public let level: Level
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    level = reader.required("level", as: Level.self, &problems)
    source = reader.source(&problems)
  }
}
