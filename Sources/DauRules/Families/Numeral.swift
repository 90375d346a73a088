/// `numerals.yaml`: number words, scales, and the words that bound a number.
public struct Numeral: RuleEntry, YAMLFamilyEntry {
  static let fileName = "numerals.yaml"

  public enum Role: String, Sendable, CaseIterable {
    /// 0 to 9: `một`, `mốt`, `tư`.
    case digit
    /// `mười`, `mươi`, `chục`: ten, alone or behind a digit.
    case ten
    /// `trăm`, `nghìn`, `triệu`, `tỷ`.
    case scale
    /// `linh`, `lẻ`: no tens.
    case link
    /// `rưỡi`: half of the unit before.
    case half
    /// `trên`, `khoảng`, `ít nhất`: what the number bounds.
    case bound
    /// `trở lên`, `trở xuống`: the same behind the number.
    case after
  }

  public let name: String
  public let forms: [String]
  public let exceptions: [String]
  public let role: Role
  /// For digits, tens and scales the number; for a bound the word of the records: `over`, `at_most`.
  public let value: String
  public let source: String

  init(_ reader: inout EntryReader, _ problems: inout Problems) {
    name = reader.string("name", &problems)
    forms = [name] + reader.strings("forms", &problems)
    exceptions = reader.strings("except", &problems)
    role = reader.required("role", as: Role.self, &problems)
    value = reader.optionalString("value", &problems) ?? ""
    source = reader.source(&problems)
  }
}
