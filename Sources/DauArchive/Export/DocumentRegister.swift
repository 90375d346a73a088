/// The input data of an electronic document management system: Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II.
///
/// Mục I lists what is kept on an outgoing document, Mục II what is kept on an incoming one. The decree names the fields, their
/// types and lengths; it prescribes no file format. Every field is written; one that a document does not show
/// (the file it belongs to, the day it arrived) is left empty for the office to fill in.
public struct DocumentRegister: Sendable {
  /// Whether an office sent the documents or received them.
  public enum Direction: String, Sendable, CaseIterable {
    case outgoing, incoming
  }

  /// The types of the decree, as it writes them.
  public enum FieldType: String, Sendable {
    case string = "String"
    case number = "Number"
    case date = "Date"
    case longText = "LongText"
  }

  /// One field of the decree's table.
  public struct Field: Sendable, Equatable {
    /// As the decree numbers it: `1.1`.
    public var number: String
    /// The field it is part of: `FileCode`.
    public var group: String?
    /// The English short name: `OrganId`.
    public var name: String
    /// The Vietnamese name.
    public var heading: String
    /// The type of its values.
    public var type: FieldType
    /// The most characters it may have.
    public var length: Int?
    /// What of the document record stands in it; `nil` when it is left empty.
    public var source: String?

    /// The name with its group: `FileCode.OrganId`.
    public var path: String { group.map { "\($0).\(name)" } ?? name }
  }

  /// A value that is longer than the decree allows. It is written whole.
  public struct Excess: Sendable, Equatable {
    /// The first file of the document.
    public var file: String
    /// The path of the field.
    public var field: String
    /// How many characters the value has.
    public var length: Int
    /// How many it may have.
    public var allowed: Int
  }

  /// Which of the two tables it is.
  public let direction: Direction
  /// The fields, in the order of the decree.
  public let fields: [Field]

  /// The register of outgoing or of incoming documents.
  public init(_ direction: Direction) {
    self.direction = direction
    fields = Self.common + (direction == .outgoing ? Self.outgoing : Self.incoming)
  }

  // MARK: The tables of the decree

  private static func field(
    _ number: String, _ path: String, _ heading: String, _ type: FieldType, _ length: Int?, _ source: String? = nil
  ) -> Field {
    let parts = path.split(separator: ".").map(String.init)
    return Field(
      number: number, group: parts.count == 2 ? parts[0] : nil, name: parts[parts.count - 1], heading: heading,
      type: type, length: length, source: source)
  }

  private static let common = [
    field("1.1", "FileCode.OrganId", "Mã định danh của cơ quan, tổ chức lập danh mục hồ sơ", .string, 13),
    field("1.2", "FileCode.FileCatalog", "Năm hình thành hồ sơ", .number, 4),
    field("1.3", "FileCode.FileNotation", "Số và ký hiệu hồ sơ", .string, 20),
    field("2", "DocOrdinal", "Số thứ tự văn bản trong hồ sơ", .number, 3),
    field("3", "TypeName", "Tên loại văn bản", .string, 100, "type"),
    field("4", "CodeNumber", "Số của văn bản", .string, 11, "number"),
    field("5", "CodeNotation", "Ký hiệu của văn bản", .string, 30, "symbol without number"),
    field("6", "IssuedDate", "Ngày, tháng, năm văn bản", .date, 10, "issued, when it is a whole day"),
    field("7", "OrganName", "Tên cơ quan, tổ chức ban hành văn bản", .string, 200, "issuer"),
    field("8", "Subject", "Trích yếu nội dung", .string, 500, "title"),
    field("9", "Language", "Ngôn ngữ", .string, 30, "always Tiếng Việt"),
    field("10", "PageAmount", "Số trang của văn bản", .number, 3, "pages"),
    field("11", "Description", "Ghi chú", .string, 500),
  ]

  private static let outgoing = [
    field("12.1", "SignerInfo.Position", "Chức vụ của người ký văn bản", .string, 100, "signer.position"),
    field("12.2", "SignerInfo.FullName", "Họ và tên người ký văn bản", .string, 50, "signer.name"),
    field("13.1", "To.OrganId", "Mã định danh của cơ quan, tổ chức nhận văn bản", .string, 13),
    field("13.2", "To.OrganName", "Tên cơ quan, tổ chức nhận văn bản", .string, 200, "recipients, each by itself"),
    field("14", "Priority", "Mức độ khẩn, độ mật", .number, 1),
    field("15", "IssuedAmount", "Số lượng bản phát hành", .number, 3),
    field("16", "DueDate", "Hạn trả lời văn bản", .date, 10),
  ]

  private static let incoming = [
    field("12", "ArrivalDate", "Ngày, tháng, năm đến", .date, 10),
    field("13", "ArrivalNumber", "Số đến", .number, 10),
    field("14.1", "SignerInfo.Position", "Chức vụ của người ký văn bản", .string, 100, "signer.position"),
    field("14.2", "SignerInfo.FullName", "Họ và tên người ký văn bản", .string, 50, "signer.name"),
    field("15", "Priority", "Mức độ khẩn, độ mật", .number, 1),
    field("16", "ToPlaces", "Đơn vị hoặc người nhận", .string, 1000),
    field("17", "TraceHeaderList", "Ý kiến phân phối, chỉ đạo, trạng thái xử lý văn bản", .longText, nil),
    field("18", "DueDate", "Thời hạn giải quyết", .date, 10),
  ]

  // MARK: Values

  /// The values of a field; none when it is left empty.
  private func values(of field: Field, _ document: DocumentMetadata, isoDates: Bool) -> [String] {
    let value: String
    switch field.path {
    case "TypeName": value = document.type
    case "CodeNumber": value = document.number
    case "CodeNotation": value = document.notation
    case "IssuedDate":
      guard let day = document.issuedDay else { return [] }
      value = isoDates ? "\(day.year)-\(day.month)-\(day.day)" : "\(day.day)/\(day.month)/\(day.year)"
    case "OrganName": value = document.issuer
    case "Subject": value = document.title
    case "Language": value = "Tiếng Việt"
    case "PageAmount": value = document.pages.map { "\($0)" } ?? ""
    case "SignerInfo.Position": value = document.signerPosition
    case "SignerInfo.FullName": value = document.signerName
    case "To.OrganName": return document.recipients
    default: value = ""
    }
    return value.isEmpty ? [] : [value]
  }

  /// The values of a document that are longer than the decree allows.
  func excesses(_ document: DocumentMetadata) -> [Excess] {
    fields.flatMap { field in
      values(of: field, document, isoDates: true).compactMap { value in
        guard let allowed = field.length, value.unicodeScalars.count > allowed else { return nil }
        return Excess(
          file: document.files.first ?? document.id, field: field.path, length: value.unicodeScalars.count,
          allowed: allowed)
      }
    }
  }

  // MARK: XML

  static let rootName = "Documents"

  var rootAttributes: [(String, String)] {
    [
      ("standard", "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, Mục \(direction == .outgoing ? "I" : "II")"),
      ("direction", direction.rawValue),
    ]
  }

  /// One document as XML, inside the root: the elements are named as the decree names the fields, days are ISO 8601.
  func element(_ document: DocumentMetadata) -> String {
    var xml = XMLText(depth: 1)
    xml.begin("Document", [("id", document.id), ("file", document.files.first ?? "")])
    var index = 0
    while index < fields.count {
      let field = fields[index]
      guard let group = field.group else {
        xml.element(field.name, values(of: field, document, isoDates: true).first ?? "")
        index += 1
        continue
      }
      let members = fields[index...].prefix { $0.group == group }
      let columns = members.map { values(of: $0, document, isoDates: true) }
      // One group a recipient; one that is empty where nobody is named.
      for row in 0..<max(1, columns.map(\.count).max() ?? 0) {
        xml.begin(group)
        for (member, column) in zip(members, columns) {
          xml.element(member.name, column.indices.contains(row) ? column[row] : "")
        }
        xml.end()
      }
      index += members.count
    }
    xml.end()
    return xml.text
  }

  // MARK: CSV

  /// The headings: the Vietnamese names, each with the decree's short name.
  public var header: [String] { fields.map { "\($0.heading) (\($0.path))" } + ["Tệp", "SHA-256"] }

  /// The cells of a document; days as they are written in Vietnam, recipients joined by `; `.
  func cells(_ document: DocumentMetadata) -> [String] {
    fields.map { values(of: $0, document, isoDates: false).joined(separator: "; ") }
      + [document.files.joined(separator: "; "), document.id]
  }
}
