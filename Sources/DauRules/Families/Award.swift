/// `awards.yaml`: the awards and titles of the laws on emulation and commendation of 2003 and 2022, and prizes.
public struct Award: RuleEntry, YAMLFamilyEntry {
  static let fileName = "awards.yaml"

  /// What an award is by law.
  public enum Kind: String, Sendable, CaseIterable {
    /// Huân chương.
    case order
    /// Huy chương of the State.
    case medal
    /// Danh hiệu vinh dự nhà nước.
    case honour
    /// Danh hiệu thi đua.
    case title
    /// Cờ thi đua.
    case flag
    /// Bằng khen.
    case certificate
    /// Giấy khen.
    case citation
    /// Kỷ niệm chương, huy hiệu.
    case badge
    /// Giải thưởng of the State.
    case statePrize = "state-prize"
    /// Giải of a contest.
    case prize
    /// Medals of athletes.
    case sportsMedal = "sports-medal"
    /// Recognition without a name of its own: khen thưởng.
    case other
  }

  /// Canonical, without grade and grantor: `Huân chương Lao động`, `Bằng khen`.
  public let name: String
  /// The ways it is written, the name first.
  public let forms: [String]
  /// Longer phrases that start like a form and are none.
  public let exceptions: [String]
  /// What it is by law.
  public let kind: Kind
  /// The grades in order: `hạng Nhất`, ...
  public let grades: [String]
  /// Who may grant it, by names of `grantors.yaml`; the usual one first, empty where anybody may.
  public let grantors: [String]
  /// Who may receive it, by codes of `recipients.yaml`.
  public let recipients: [String]
  /// The first day on which it could be granted, as `2024-01-01`; `nil` where that is not known.
  public let validFrom: String?
  /// The last day, likewise; `nil` for one that still is granted.
  public let validUntil: String?
  /// The law, standard or count that it comes from.
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    kind = reader.required("kind", as: Kind.self, &problems)
    grades = reader.strings("grades", &problems)
    grantors = reader.strings("grantors", &problems)
    recipients = reader.strings("recipients", &problems)
    validFrom = reader.date("from", &problems)
    validUntil = reader.date("until", &problems)
    source = reader.source(&problems)
  }
}
