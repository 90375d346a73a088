/// Documents as Dublin Core metadata in XML.
///
/// The fifteen elements (`dc`, ISO 15836) with the refinements of `dcterms` where one says more, as DCMI's guidelines for
/// XML have it; Thông tư 24/2011/TT-BTTTT asks the portals of state bodies for the same elements. An element without a
/// value is left out. `docs/export.md` has the mapping.
enum DublinCore {
  static let rootName = "records"
  static let rootAttributes = [
    ("xmlns", "urn:dau:export:dublin-core:1"), ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
  ]

  /// One element with its value.
  struct Statement: Equatable {
    var element: String
    var value: String
    /// The encoding scheme, for `xsi:type`.
    var scheme: String?
    /// Whether the value is Vietnamese text.
    var isText = false

    init(_ element: String, _ value: String, scheme: String? = nil, isText: Bool = false) {
      self.element = element
      self.value = value
      self.scheme = scheme
      self.isText = isText
    }
  }

  /// What is said about a document, in the order of the elements in ISO 15836.
  ///
  /// - Parameter references: the documents it cites.
  static func statements(on document: DocumentMetadata, references: [String]) -> [Statement] {
    var out = [
      Statement("dc:title", document.title, isText: true),
      Statement("dc:creator", document.issuer, isText: true),
      Statement("dc:description", document.citation, isText: true),
      Statement("dc:publisher", document.issuer, isText: true),
      Statement("dc:contributor", contributor(to: document), isText: true),
      Statement("dcterms:issued", document.issued, scheme: isW3CDTF(document.issued) ? "dcterms:W3CDTF" : nil),
      Statement("dc:type", document.type, isText: true),
      Statement("dc:type", "Text", scheme: "dcterms:DCMIType"),
      Statement("dcterms:extent", document.pages.map { "\($0) trang" } ?? "", isText: true),
      Statement("dc:identifier", document.symbol),
      Statement("dc:identifier", document.id),
    ]
    out += document.files.map { Statement("dc:source", $0) }
    out.append(Statement("dc:language", "vi", scheme: "dcterms:RFC5646"))
    out += references.map { Statement("dcterms:references", $0, isText: true) }
    out.append(Statement("dcterms:spatial", document.place, isText: true))
    out += document.recipients.map { Statement("dcterms:audience", $0, isText: true) }
    return out.filter { !$0.value.isEmpty }
  }

  /// One document as XML, inside the root.
  static func record(_ document: DocumentMetadata, references: [String]) -> String {
    var xml = XMLText(depth: 1)
    xml.begin("record")
    for statement in statements(on: document, references: references) {
      var attributes: [(String, String)] = []
      if let scheme = statement.scheme { attributes.append(("xsi:type", scheme)) }
      if statement.isText { attributes.append(("xml:lang", "vi")) }
      xml.element(statement.element, statement.value, attributes)
    }
    xml.end()
    return xml.text
  }

  /// How a cited document is named: its type with its symbol, else with its title.
  static func reference(_ citation: JSONValue) -> String? {
    guard let type = citation["type"]?.string else { return nil }
    if let symbol = citation["symbol"]?.string { return "\(type) \(symbol)" }
    return citation["title"]?.string.map { "\(type) \($0)" }
  }

  private static func contributor(to document: DocumentMetadata) -> String {
    document.signerPosition.isEmpty || document.signerName.isEmpty
      ? document.signerName : "\(document.signerName) (\(document.signerPosition))"
  }

  /// A year, a month or a day: the part of EDTF that W3CDTF has too.
  private static func isW3CDTF(_ edtf: String) -> Bool {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    return parts.count == 1 || (Int(parts[1]).map { (1...12).contains($0) } ?? false)
  }
}
