/// The exports that describe documents to other archives and offices.
extension Exporter {
  /// Hands a Dublin Core description of every document to `body`, in pieces of one XML file.
  ///
  /// - Complexity: O(1) memory in records.
  public func dublinCore(_ filter: DocumentFilter, _ body: (String) throws -> Void) throws {
    try body(XMLText.opening(DublinCore.rootName, DublinCore.rootAttributes))
    for document in try store.documents(matching: filter) {
      try body(DublinCore.record(DocumentMetadata(document), references: references(of: document)))
    }
    try body(XMLText.closing(DublinCore.rootName))
  }

  /// Hands every document as the register of the decree has it to `body`, in pieces of one XML file.
  ///
  /// - Returns: The values that are longer than the decree allows.
  public func registerXML(
    _ register: DocumentRegister, _ filter: DocumentFilter, _ body: (String) throws -> Void
  ) throws -> [DocumentRegister.Excess] {
    var excesses: [DocumentRegister.Excess] = []
    try body(XMLText.opening(DocumentRegister.rootName, register.rootAttributes))
    for document in try store.documents(matching: filter) {
      let metadata = try DocumentMetadata(document)
      excesses += register.excesses(metadata)
      try body(register.element(metadata))
    }
    try body(XMLText.closing(DocumentRegister.rootName))
    return excesses
  }

  /// Hands every document as the register of the decree has it to `body`, as rows of one table under Vietnamese headings.
  ///
  /// - Returns: The values that are longer than the decree allows.
  public func registerTable(
    _ register: DocumentRegister, _ filter: DocumentFilter, csv: CSV, _ body: (String) throws -> Void
  ) throws -> [DocumentRegister.Excess] {
    var excesses: [DocumentRegister.Excess] = []
    try body(csv.header(register.header))
    for document in try store.documents(matching: filter) {
      let metadata = try DocumentMetadata(document)
      excesses += register.excesses(metadata)
      try body(csv.row(register.cells(metadata)))
    }
    return excesses
  }

  /// The documents that a document cites, each once, in the order of its text.
  private func references(of document: StoredDocument) throws -> [String] {
    var filter = RecordFilter()
    filter.id = document.id
    filter.kinds = ["citation"]
    var seen: Set<String> = []
    var references: [String] = []
    try store.forEachRecord(matching: filter) { record in
      guard let reference = DublinCore.reference(try JSONValue(json: record.json)) else { return }
      if seen.insert(reference).inserted { references.append(reference) }
    }
    return references
  }
}
