import DauArchive
import DauIngest
import DauTestSupport
import Foundation
import Testing

/// An archive that lists a document whose text it does not have: a cut export must not look whole.
@Suite struct ExporterTests {
  /// A store without texts; all else is that of another.
  private struct TextlessStore: ArchiveStore {
    let base: any ArchiveStore

    func texts(of id: DocumentID) throws -> (restored: String, source: String)? { nil }

    func state(of id: DocumentID) throws -> DocumentState? { try base.state(of: id) }
    func beginRun(rules: String) throws -> RunID { try base.beginRun(rules: rules) }
    func store(_ document: ProcessedDocument, in run: RunID) throws { try base.store(document, in: run) }
    func addName(_ file: String, to id: DocumentID) throws -> Bool { try base.addName(file, to: id) }
    func quarantine(_ failure: IngestFailure, in run: RunID) throws { try base.quarantine(failure, in: run) }
    func finish(_ run: RunID, counts: IngestCounts) throws { try base.finish(run, counts: counts) }
    func quarantined() throws -> [QuarantinedFile] { try base.quarantined() }
    func runs(limit: Int) throws -> [JournalRun] { try base.runs(limit: limit) }
    func documents(matching filter: DocumentFilter) throws -> [StoredDocument] {
      try base.documents(matching: filter)
    }
    func forEachRecord(matching filter: RecordFilter, _ body: (StoredRecord) throws -> Void) throws {
      try base.forEachRecord(matching: filter, body)
    }
    func tally(_ filter: RecordFilter, by dimensions: [DauArchive.Dimension]) throws -> Tally {
      try base.tally(filter, by: dimensions)
    }
    func search(_ query: SearchQuery, limit: Int, offset: Int) throws -> SearchResult {
      try base.search(query, limit: limit, offset: offset)
    }
    func papersReadTwice() throws -> [[String]] { try base.papersReadTwice() }
    func summary() throws -> ArchiveSummary { try base.summary() }
    func verify() throws { try base.verify() }
  }

  private let folder: TemporaryFolder
  private let exporter: Exporter
  private let originals: OriginalStore

  init() throws {
    folder = try TemporaryFolder()
    let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    let document = try ProcessedDocument.sample("một", file: "x/a.txt")
    try store.put(document)
    originals = OriginalStore(folder: folder.url.appending(path: "originals"))
    try originals.keep(Array("một".utf8), as: document.source.id)
    exporter = Exporter(store: TextlessStore(base: store))
  }

  @Test func `a missing text is no empty file`() throws {
    let out = folder.url.appending(path: "out")
    let error = try #require(throws: ArchiveError.self) {
      try exporter.texts(DocumentFilter(), to: out, replacing: false)
    }
    #expect("\(error)".hasPrefix("x/a.txt: the archive lists this document (sha256:"), "\(error)")
    #expect("\(error)".contains("but has no text of it; export again"), "\(error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out.path).isEmpty)
  }

  @Test func `a missing text makes no bag`() throws {
    let bag = folder.url.appending(path: "bag")
    let error = try #require(throws: ArchiveError.self) {
      try exporter.bag(DocumentFilter(), originals: originals, to: bag, replacing: false)
    }
    #expect("\(error)".contains("has no text of it"), "\(error)")
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.contains("bag") })
  }
}
