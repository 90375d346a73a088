/// `units.yaml`: units of measure and money, and the nouns that are counted.
public struct Unit: RuleEntry, YAMLFamilyEntry {
  static let fileName = "units.yaml"

  /// What is measured.
  public enum Kind: String, Sendable, CaseIterable {
    case share, money, length, area, volume, mass, transport, time, score, rank, count
  }

  /// The code of the records: `VND`, `m2`, `percent`; `count` for counted nouns.
  public let name: String
  /// The ways it is written; the code only where it is listed.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// What is measured.
  public let kind: Kind
  /// What one of it is in the unit of the records, a decimal string: `1` but for the likes of `thập kỷ`, `tạ`.
  public let scale: String
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    // Several entries may share a code with other scales, so the key is a name of its own.
    name = reader.string("name", &problems)
    code = reader.optionalString("code", &problems) ?? name
    forms = reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    kind = reader.required("kind", as: Kind.self, &problems)
    scale = reader.optionalString("scale", &problems) ?? "1"
    source = reader.source(&problems)
  }

  /// The unit of the records that a value ends in.
  public let code: String
}
