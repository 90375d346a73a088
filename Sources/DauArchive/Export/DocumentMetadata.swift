import DauIngest

/// What the exports of metadata need of a stored document; what was not read is an empty string.
struct DocumentMetadata {
  var id: String
  var files: [String]
  var type: String
  var number: String
  var symbol: String
  var issuer: String
  var place: String
  /// EDTF.
  var issued: String
  var title: String
  var signerPosition: String
  var signerName: String
  var recipients: [String]
  var pages: Int?

  init(_ document: StoredDocument) throws {
    let json = try JSONValue(json: document.json)
    func text(_ path: String...) -> String { json.value(at: path)?.string ?? "" }
    id = document.id.description
    files = document.files
    type = text("type")
    number = text("number")
    symbol = text("symbol")
    issuer = text("issuer")
    place = text("place")
    issued = text("issued")
    title = text("title")
    signerPosition = text("signer", "position")
    signerName = text("signer", "name")
    recipients = if case .array(let values)? = json["recipients"] { values.compactMap(\.string) } else { [] }
    pages = json["pages"]?.int
  }

  /// The symbol without the number: `BC-UBND` of `214/BC-UBND`, `NQ/TW` of `35-NQ/TW`.
  var notation: String {
    guard !number.isEmpty, symbol.hasPrefix(number) else { return symbol }
    let rest = symbol.dropFirst(number.count)
    // 351/QĐ does not begin with the number 35.
    guard let mark = rest.first, mark == "/" || mark == "-" else { return rest.isEmpty ? "" : symbol }
    return String(rest.dropFirst())
  }

  /// The day of issue, when it is a whole day of the calendar.
  var issuedDay: (year: Substring, month: Substring, day: Substring)? {
    let parts = issued.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    return (parts[0], parts[1], parts[2])
  }

  /// How the document is named in a citation: `Báo cáo số 214/BC-UBND ngày 28/12/2018 của Ủy ban nhân dân tỉnh`.
  var citation: String {
    var parts: [String] = []
    if !type.isEmpty { parts.append(type) }
    if !symbol.isEmpty { parts.append("số " + symbol) }
    if let day = issuedDay { parts.append("ngày \(day.day)/\(day.month)/\(day.year)") }
    if !issuer.isEmpty { parts.append("của " + issuer) }
    return parts.count > 1 ? parts.joined(separator: " ") : ""
  }
}
