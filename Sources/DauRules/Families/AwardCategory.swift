/// `categories.yaml`: the kinds of commendation, which say why an award was given.
public struct AwardCategory: RuleEntry, YAMLFamilyEntry {
  static let fileName = "categories.yaml"

  /// As the records have it: `khen chuyên đề`.
  public let name: String
  /// The ways it is written, the name first.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    source = reader.source(&problems)
  }
}
