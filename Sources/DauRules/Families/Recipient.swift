/// `recipients.yaml`: who receives awards, by the codes of the records.
public struct Recipient: RuleEntry, YAMLFamilyEntry {
  static let fileName = "recipients.yaml"

  /// The code of the records: `collective`, `individual`, ...
  public let name: String
  /// The nouns that mean it; the code is none of them.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    source = reader.source(&problems)
  }
}
