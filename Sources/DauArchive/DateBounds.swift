/// The first and last day that an EDTF expression covers, as `YYYY-MM-DD`, which sort as dates do.
///
///     2019-10-31 → 2019-10-31…2019-10-31      2019-09 → 2019-09-01…2019-09-30      2018-40 → 2018-01-01…2018-06-30
///     2016/2020  → 2016-01-01…2020-12-31      2020-01/.. → 2020-01-01…9999-12-31
public struct DateBounds: Sendable, Equatable {
  /// The first day, `YYYY-MM-DD`.
  public var first: String
  /// The last day, `YYYY-MM-DD`.
  public var last: String

  /// `nil` for an expression that names no day, month or year.
  ///
  /// - Complexity: O(*n*).
  public init?(edtf: String) {
    let parts = edtf.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first, let tail = parts.last else { return nil }
    let opensEarly = head == ".." || head.isEmpty
    let opensLate = tail == ".." || tail.isEmpty
    let start = opensEarly ? ("0000-01-01", "0000-01-01") : Self.day(head)
    let end = opensLate ? ("9999-12-31", "9999-12-31") : Self.day(tail)
    guard let start, let end, !(opensEarly && opensLate) else { return nil }
    (first, last) = (start.0, end.1)
  }

  /// The bounds of one date without a slash.
  private static func day(_ text: Substring) -> (String, String)? {
    let date = text.split(separator: "T", maxSplits: 1).first.map(String.init) ?? ""
    let fields = date.split(separator: "-", omittingEmptySubsequences: false)
    let digits = fields.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard (1...3).contains(fields.count), digits, fields[0].utf8.count == 4, let year = Int(fields[0]) else {
      return nil
    }
    let name = String(fields[0])
    guard fields.count > 1 else { return ("\(name)-01-01", "\(name)-12-31") }
    guard fields[1].utf8.count == 2, let month = Int(fields[1]) else { return nil }
    if fields.count == 3 {
      guard fields[2].utf8.count == 2, let day = Int(fields[2]), (1...12).contains(month),
        (1...length(of: month, in: year)).contains(day)
      else { return nil }
      return (date, date)
    }
    func months(_ range: ClosedRange<Int>) -> (String, String) {
      (
        "\(name)-\(padded(range.lowerBound))-01",
        "\(name)-\(padded(range.upperBound))-\(padded(length(of: range.upperBound, in: year)))"
      )
    }
    switch month {
    case 1...12: return months(month...month)
    case 33...36: return months((month - 33) * 3 + 1...(month - 33) * 3 + 3)
    case 37...39: return months((month - 37) * 4 + 1...(month - 37) * 4 + 4)
    case 40...41: return months((month - 40) * 6 + 1...(month - 40) * 6 + 6)
    default: return nil
    }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
