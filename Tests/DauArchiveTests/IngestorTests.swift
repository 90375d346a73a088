import DauTestSupport
import DauArchive
import DauIngest
import Foundation
import Synchronization
import Testing

@Suite struct IngestorTests {
  private let folder: TemporaryFolder
  private let store: SQLiteStore
  private let originals: OriginalStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    originals = OriginalStore(folder: folder.url.appending(path: "originals"))
  }

  private struct Refused: Error, CustomStringConvertible { var description: String { "no such luck" } }

  private func run(
    _ names: [String], rules: String = "r1", jobs: Int = 3, redo: Bool = false, rehearsal: Bool = false,
    report: @Sendable (Ingestor<SQLiteStore>.Event) -> Void = { _ in }
  ) async throws -> IngestCounts {
    var options = Ingestor<SQLiteStore>.Options(jobs: jobs)
    options.redo = redo
    let processing = Ingestor<SQLiteStore>.Processing(rules: rules, restores: true) { source in
      if source.text.contains("poison") { throw Refused() }
      return try .sample(
        source.text, file: source.file, records: [award("Bằng khen", 1, to: "individual")], rules: rules)
    }
    return try await Ingestor(
      store: store, originals: rehearsal ? nil : originals, processing: processing, options: options
    ).run(names.map { Discovery.Candidate(path: folder.url.appending(path: "in/\($0)").path) }) { report($0) }
  }

  private func counts(stored: Int = 0, redone: Int = 0, unchanged: Int = 0, failed: Int = 0) -> IngestCounts {
    var counts = IngestCounts()
    counts.stored = stored
    counts.redone = redone
    counts.unchanged = unchanged
    counts.failed = failed
    return counts
  }

  @Test func `a second run finds everything done and writes nothing`() async throws {
    let names = (1...7).map { "\($0).txt" }
    for name in names { try folder.write("văn bản \(name)", to: "in/\(name)") }
    #expect(try await run(names) == counts(stored: 7))
    let runs = try store.runs(limit: 10)
    #expect(try await run(names) == counts(unchanged: 7))
    #expect(try store.runs(limit: 10) == runs)
    try store.verify()
  }

  @Test func `new rules make every document again, and so does redo`() async throws {
    try folder.write("một", to: "in/1.txt")
    #expect(try await run(["1.txt"]) == counts(stored: 1))
    #expect(try await run(["1.txt"], rules: "r2") == counts(redone: 1))
    #expect(try await run(["1.txt"], rules: "r2", redo: true) == counts(redone: 1))
    #expect(try await run(["1.txt"], rules: "r2") == counts(unchanged: 1))
    #expect(try store.records().count == 1)
  }

  @Test func `a text as it stood that takes the place of a restored one is told`() async throws {
    try folder.write("một", to: "in/1.txt")
    #expect(try await run(["1.txt"]) == counts(stored: 1))
    let lost = Mutex(0)
    for (restores, expected) in [(true, 0), (false, 1), (false, 1)] {
      let processing = Ingestor<SQLiteStore>.Processing(rules: "r1", restores: restores) {
        var document = try ProcessedDocument.sample($0.text, file: $0.file)
        document.isRestored = restores
        return document
      }
      _ = try await Ingestor(
        store: store, originals: originals, processing: processing, options: Ingestor<SQLiteStore>.Options(jobs: 1)
      ).run([Discovery.Candidate(path: folder.url.appending(path: "in/1.txt").path)]) { event in
        if event.hasLostRestoration { lost.withLock { $0 += 1 } }
      }
      #expect(lost.withLock { $0 } == expected)
    }
  }

  @Test func `the same bytes under two names are one document`() async throws {
    try folder.write("một", to: "in/1.txt")
    try folder.write("một", to: "in/2.txt")
    let result = try await run(["1.txt", "2.txt"])
    #expect(result.stored == 1)
    #expect(result.unchanged == 1)
    let documents = try store.documents(matching: DocumentFilter())
    #expect(documents.count == 1)
    #expect(documents[0].files.count == 2)
  }

  @Test func `one bad file stops nothing and is tried again`() async throws {
    try folder.write("một", to: "in/1.txt")
    try folder.write("poison", to: "in/2.txt")
    try folder.write("", to: "in/3.txt")
    #expect(try await run(["1.txt", "2.txt", "3.txt", "4.txt"]) == counts(stored: 1, failed: 3))
    #expect(try store.quarantined().map(\.failure.code) == ["pipeline", "empty", "missing"])
    try folder.write("hai", to: "in/2.txt")
    #expect(try await run(["1.txt", "2.txt"]) == counts(stored: 1, unchanged: 1))
    #expect(try store.quarantined().map(\.failure.code) == ["empty", "missing"])
  }

  @Test func `originals are kept byte for byte under their digest`() async throws {
    let text = "\u{FEFF}mo\u{323}\u{302}t\r\n"
    try folder.write(text, to: "in/1.txt")
    _ = try await run(["1.txt"])
    let id = DocumentID(of: Array(text.utf8))
    #expect(try originals.bytes(of: id, from: "1.txt") == Array(text.utf8))
    #expect(originals.url(of: id).path.hasSuffix("originals/\(id.hex.prefix(2))/\(id.hex)"))
  }

  /// - Parameter redo: whether the document is made again too.
  @Test(arguments: [false, true])
  func `an original that is damaged or gone is put back by its file`(redo: Bool) async throws {
    let texts = ["một", "hai", "ba"]
    let names = texts.indices.map { "\($0).txt" }
    for (name, text) in zip(names, texts) { try folder.write(text, to: "in/\(name)") }
    _ = try await run(names)
    let ids = texts.map { DocumentID(of: Array($0.utf8)) }
    #expect(ids.map { originals.damage(of: $0) } == [nil, nil, nil])
    try Data("mốt".utf8).write(to: originals.url(of: ids[0]))
    try FileManager.default.removeItem(at: originals.url(of: ids[1]))
    #expect(ids.map { originals.damage(of: $0) } == [.changed, .missing, nil])
    #expect(
      throws: ArchiveError.lostOriginal(path: originals.url(of: ids[0]).relativePath, file: "x", damage: .changed)
    ) {
      try originals.bytes(of: ids[0], from: "x")
    }
    let healed = Mutex<[String]>([])
    let result = try await run(names, redo: redo) { event in
      if event.hasHealedOriginal { healed.withLock { $0.append(URL(filePath: event.file).lastPathComponent) } }
    }
    #expect(result == (redo ? counts(redone: 3) : counts(unchanged: 3)))
    #expect(healed.withLock { $0.sorted() } == ["0.txt", "1.txt"])
    #expect(ids.map { originals.damage(of: $0) } == [nil, nil, nil])
  }

  @Test func `what a killed run left half written is swept away`() async throws {
    try folder.write("half", to: "originals/.incoming/abc.123")
    try folder.write("một", to: "in/1.txt")
    _ = try await run(["1.txt"])
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "originals/.incoming").path)
    #expect(left.isEmpty)
  }

  @Test func `a rehearsal reports and writes nothing`() async throws {
    try folder.write("một", to: "in/1.txt")
    try folder.write("", to: "in/2.txt")
    #expect(try await run(["1.txt", "2.txt"], rehearsal: true) == counts(stored: 1, failed: 1))
    #expect(try store.documents(matching: DocumentFilter()).isEmpty)
    #expect(try store.quarantined().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: originals.folder.path))
  }

  @Test func `a cancelled run begins nothing further and is journalled as interrupted`() async throws {
    let names = (1...20).map { "\($0).txt" }
    for name in names { try folder.write("văn bản \(name)", to: "in/\(name)") }
    let processing = Ingestor<SQLiteStore>.Processing(rules: "r1", restores: true) {
      try .sample($0.text, file: $0.file)
    }
    let ingestor = Ingestor(
      store: store, originals: originals, processing: processing, options: Ingestor<SQLiteStore>.Options(jobs: 2))
    let candidates = names.map { Discovery.Candidate(path: folder.url.appending(path: "in/\($0)").path) }
    let task = Task {
      try await ingestor.run(candidates) { event in
        if event.done == 3 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
      }
    }
    let result = try await task.value
    #expect((3...6).contains(result.stored))
    #expect(try store.runs(limit: 1).first?.finishedAt == nil)
    #expect(try await run(names).total == 20)
    #expect(try store.documents(matching: DocumentFilter()).count == 20)
  }
}
