/// `document-types.yaml`: the kinds of documents, their abbreviations in symbols and who uses them.
public struct DocumentType: RuleEntry, YAMLFamilyEntry {
  static let fileName = "document-types.yaml"

  /// Whose rules of form it follows.
  public enum Branch: String, Sendable, CaseIterable {
    /// Administrative documents of Nghị định 30/2020/NĐ-CP.
    case administrative
    /// Acts of the law on promulgating legal documents: laws, decrees, circulars.
    case legal
    /// Documents of the Party.
    case party
    /// Copies: sao y, sao lục, trích sao.
    case copy
  }

  /// As it stands in a citation: `Nghị quyết`.
  public let name: String
  /// The ways it is written, the name first.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// What it is in a symbol: `NQ`; `nil` where symbols do without (Công văn).
  public let abbreviation: String?
  /// Abbreviations of other times: `GN` of Thông tư 01/2011/TT-BNV.
  public let oldAbbreviations: [String]
  /// What else stands for it in symbols: `QH14` of a law.
  public let otherAbbreviations: [String]
  /// Whose rules of form it follows.
  public let branch: Branch
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    abbreviation = reader.optionalString("abbreviation", &problems)
    oldAbbreviations = reader.strings("old-abbreviations", &problems)
    otherAbbreviations = reader.strings("other-abbreviations", &problems)
    branch = reader.required("branch", as: Branch.self, &problems)
    source = reader.source(&problems)
  }
}
