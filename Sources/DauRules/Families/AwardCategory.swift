/// `categories.yaml`: the kinds of commendation, which say why an award was given.
public struct AwardCategory: RuleEntry, YAMLFamilyEntry {
  static let fileName = "categories.yaml"

  /// As the records have it: `khen chuyên đề`.
  public let name: String
  public let forms: [String]
  public let exceptions: [String]
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    source = reader.source(&problems)
  }
}
