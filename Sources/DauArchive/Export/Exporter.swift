public import DauExtract
import DauIngest
public import Foundation

/// Writes an archive out, for programs and people that do not have `dau`.
public struct Exporter {
  /// What an archive can be written out as.
  public enum Format: String, Sendable, CaseIterable {
    /// The restored text of each document as a file of its own.
    case txt
    /// Documents and records as JSON Lines: each document, then its records.
    case jsonl
    /// One table a kind of record, and one of documents.
    case csv
    /// The same tables with the types of their columns, for programs that make Parquet files of them.
    case parquetReady = "parquet-ready"
    /// Each document as Dublin Core metadata, one XML file.
    case dublinCore = "dublin-core"
    /// The register of documents of Nghị định 30/2020/NĐ-CP, one XML file.
    case nd30
    /// The same as one table.
    case nd30CSV = "nd30-csv"
    /// A folder to hand over (BagIt, RFC 8493): originals, texts, records, metadata and their digests.
    case bagit

    /// Whether it is written as several files, not as one.
    public var isFolder: Bool { self == .txt || self == .csv || self == .parquetReady || self == .bagit }
  }

  let store: any ArchiveStore

  /// Writes out what `store` holds.
  public init(store: any ArchiveStore) { self.store = store }

  /// Hands every line of the JSON Lines export, without line breaks, to `body`.
  ///
  /// - Complexity: O(1) memory in records.
  public func jsonLines(_ filter: DocumentFilter, _ body: (String) throws -> Void) throws {
    for document in try store.documents(matching: filter) {
      try body(document.json)
      var records = RecordFilter()
      records.id = document.id
      try store.forEachRecord(matching: records) { try body($0.json) }
    }
  }

  /// Writes the restored texts into `folder`, under the names of their files.
  ///
  /// - Returns: The files written.
  public func texts(_ filter: DocumentFilter, to folder: URL, replacing: Bool) throws -> [URL] {
    try make(folder)
    let documents = try store.documents(matching: filter)
    let names = Self.stems(of: documents).map { $0 + ".txt" }
    if !replacing { try refuseExisting(names.map { folder.appending(path: $0) }) }
    return try zip(documents, names).map { document, name in
      let url = folder.appending(path: name)
      let text = try restoredText(of: document)
      try AtomicFile.write(text, to: url, replacing: replacing)
      return url
    }
  }

  /// The text of a document that the archive lists.
  ///
  /// - Throws: when it has none: an empty file in its place would look like the text of an empty page.
  func restoredText(of document: StoredDocument) throws -> String {
    guard let texts = try store.texts(of: document.id) else {
      throw ArchiveError.failed(
        path: document.file, reason: "the archive lists this document (\(document.id)), but has no text of it",
        remedy: "export again when no other program changes the archive; if this remains, see 'dau summary --check'")
    }
    return texts.restored
  }

  /// Writes `documents.csv` and a table for each kind of record into `folder`.
  ///
  /// - Returns: The files written.
  public func tables(_ filter: DocumentFilter, to folder: URL, csv: CSV, replacing: Bool) throws -> [URL] {
    try make(folder)
    let urls = ["documents"] + Record.Kind.allCases.map { Self.tableName($0) }
    let files = urls.map { folder.appending(path: $0 + ".csv") }
    if !replacing { try refuseExisting(files) }
    let documents = try AtomicFile(files[0], replacing: replacing)
    try documents.write(csv.header(RecordColumns.documentHeader))
    for document in try store.documents(matching: filter) {
      try documents.write(csv.row(RecordColumns.cells(of: document)))
    }
    try documents.commit()
    for (kind, url) in zip(Record.Kind.allCases, files.dropFirst()) {
      var records = RecordFilter()
      records.kinds = [kind.rawValue]
      records.document = filter.name
      let table = try AtomicFile(url, replacing: replacing)
      try table.write(csv.header(RecordColumns.header(of: kind)))
      try store.forEachRecord(matching: records) { record in
        try table.write(csv.row(RecordColumns.cells(of: record, kind: kind)))
      }
      try table.commit()
    }
    return files
  }

  /// The plural under which a kind's table and view are known.
  public static func tableName(_ kind: Record.Kind) -> String {
    kind == .quantity ? "quantities" : kind.rawValue + "s"
  }

  private func make(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError.output(
        path: folder.relativePath, what: "the folder could not be made (\(SystemReason.text(of: error)))",
        remedy: "mend that, or name another folder")
    }
  }

  private func refuseExisting(_ urls: [URL]) throws {
    for url in urls where FileManager.default.fileExists(atPath: url.path) {
      throw ArchiveError.fileExists(path: url.relativePath)
    }
  }

  /// File names without folders and endings; two of the same name are told apart by the start of the id.
  static func stems(of documents: [StoredDocument]) -> [String] {
    func stem(_ document: StoredDocument) -> String {
      let name = URL(filePath: document.file).deletingPathExtension().lastPathComponent
      return name.isEmpty || name == "/" ? String(document.id.hex.prefix(12)) : name
    }
    var uses: [String: Int] = [:]
    for document in documents { uses[stem(document).lowercased(), default: 0] += 1 }
    return documents.map { document in
      let name = stem(document)
      return uses[name.lowercased()] == 1 ? name : "\(name).\(document.id.hex.prefix(12))"
    }
  }
}
