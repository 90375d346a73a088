public import DauIngest
public import DauText
import Foundation

/// Takes files through the pipeline into an archive.
///
/// Workers read, restore and extract in parallel; one writer stores. A document is stored in one transaction after its
/// original is safely on the disk, so a run that is killed at any moment leaves a sound archive, and the next run goes
/// on where it stopped: what is stored under the same rules is found by the digest of its bytes and left alone.
public struct Ingestor<Store: ArchiveStore>: Sendable {
  /// What became of one file.
  public enum Outcome: Sendable, Equatable {
    case stored
    case redone
    /// It was there already, made under the same rules.
    case unchanged
    case failed(code: String, reason: String)
  }

  /// A report on one file, in the order in which files end.
  public struct Event: Sendable, Equatable {
    /// The path as it was named or found.
    public var file: String
    /// The identity of its bytes; `nil` when they could not be read.
    public var document: DocumentID?
    /// What became of it.
    public var outcome: Outcome
    /// The words of its text; 0 when it was not worked on.
    public var wordCount = 0
    /// How many of them restoration changed.
    public var changedCount = 0
    /// How many records were found in it.
    public var recordCount = 0
    /// What had to be repaired before the text could be read.
    public var repairs: [TextRepair] = []
    /// Whether the archive had its original no longer as it came, and has it again.
    public var hasHealedOriginal = false
    /// Whether a restored text was replaced by the text as it stood.
    public var hasLostRestoration = false
    /// How many files have ended, this one included, and how many there are.
    public var done: Int
    /// How many files there are.
    public var total: Int
  }

  /// What a run is told.
  public struct Options: Sendable {
    /// How many documents are worked on at once.
    public var jobs: Int
    /// Whether documents that are stored already are made again.
    public var redo = false
    /// The largest file that is read, in bytes.
    public var byteLimit = FileReader().byteLimit
    /// Where the run notes what it has in hand, and what the run before it left when a document crashed the program.
    public var journal: RunJournal?

    /// - Parameter jobs: one a core unless given; at least 1.
    public init(jobs: Int? = nil) { self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount) }
  }

  /// The pipeline as the ingestor sees it: from a document as read to one ready to store.
  public struct Processing: Sendable {
    /// The version of the rules and the model it works by.
    public var rules: String
    /// Whether it restores the text or takes it as it stands.
    public var restores: Bool
    /// Takes a document the whole way; what it throws puts the file into quarantine.
    public var process: @Sendable (SourceDocument) throws -> ProcessedDocument

    public init(
      rules: String, restores: Bool, process: @escaping @Sendable (SourceDocument) throws -> ProcessedDocument
    ) {
      self.rules = rules
      self.restores = restores
      self.process = process
    }
  }

  private let store: Store?
  private let originals: OriginalStore?
  private let processing: Processing
  private let options: Options

  /// - Parameters:
  ///   - store: where documents go, and where it is looked up what is done already; `nil` when there is none yet.
  ///   - originals: where files are kept; `nil` for a rehearsal, which writes nothing.
  public init(store: Store?, originals: OriginalStore?, processing: Processing, options: Options) {
    self.store = store
    self.originals = originals
    self.processing = processing
    self.options = options
  }

  /// Where documents are stored; `nil` in a rehearsal.
  private var writer: Store? { originals == nil ? nil : store }

  /// What a worker hands to the writer.
  private struct Finished: Sendable {
    enum Work: Sendable {
      case made(ProcessedDocument, isRedo: Bool)
      case alreadyThere(DocumentID)
      case failed(IngestFailure)
    }
    var file: String
    var work: Work
    /// Whether the original of a document that was stored already had to be written again.
    var hasHealedOriginal = false
    /// Whether a document that was stored restored is made again as it stood.
    var hasLostRestoration = false
  }

  /// Ingests `candidates`, reporting each as it ends.
  ///
  /// When the task is cancelled, no further file is begun and those in hand are still stored.
  ///
  /// - Throws: ``ArchiveError`` when the archive cannot be written; a file that fails is an outcome, not an error.
  /// - Returns: How many files ended how.
  public func run(
    _ candidates: [Discovery.Candidate], report: (Event) throws -> Void
  ) async throws -> IngestCounts {
    originals?.sweep()
    var counts = IngestCounts()
    // A run that changes nothing leaves no line in the journal, so the archive stays the same to the byte.
    var journal: RunID?
    func openRun(_ writer: Store) throws -> RunID {
      if let journal { return journal }
      let run = try writer.beginRun(rules: processing.rules)
      journal = run
      return run
    }

    func conclude(_ finished: Finished) throws {
      var ending = RunJournal.Ending.unchanged
      var event = Event(file: finished.file, document: nil, outcome: .unchanged, done: 0, total: candidates.count)
      event.hasHealedOriginal = finished.hasHealedOriginal
      event.hasLostRestoration = finished.hasLostRestoration
      switch finished.work {
      case .failed(let failure):
        ending = .failed
        if let writer { try writer.quarantine(failure, in: try openRun(writer)) }
        event.document = failure.document
        event.outcome = .failed(code: failure.code, reason: failure.reason)
      case .alreadyThere(let id):
        _ = try writer?.addName(finished.file, to: id)
        event.document = id
      case .made(let document, let isRedo):
        event.document = document.source.id
        event.wordCount = document.wordCount
        event.changedCount = document.changes.count
        event.recordCount = document.recordLines.count
        event.repairs = document.source.repairs
        // Two files with the same bytes may have been in hand together.
        if let writer, !isRedo, try writer.state(of: document.source.id) == wanted {
          try writer.addName(finished.file, to: document.source.id)
        } else {
          if let writer { try writer.store(document, in: try openRun(writer)) }
          ending = isRedo ? .redone : .stored
          event.outcome = isRedo ? .redone : .stored
        }
      }
      counts.add(ending)
      options.journal?.end(finished.file, ending)
      event.done = counts.total
      try report(event)
    }

    func take(_ candidates: [Discovery.Candidate], jobs: Int) async throws {
      try await withThrowingTaskGroup(of: Finished.self) { group in
        var next = candidates.makeIterator()
        for _ in 0..<jobs {
          guard !Task.isCancelled, let candidate = next.next() else { break }
          group.addTask { try work(on: candidate) }
        }
        while let finished = try await group.next() {
          if !Task.isCancelled, let candidate = next.next() { group.addTask { try work(on: candidate) } }
          try conclude(finished)
        }
      }
    }
    let past = options.journal?.past ?? RunJournal.Past()
    var fresh: [Discovery.Candidate] = []
    var suspects: [Discovery.Candidate] = []
    for candidate in candidates {
      if let ending = past.endings[candidate.path] {
        counts.add(ending)
      } else if past.suspects.contains(candidate.path) {
        suspects.append(candidate)
      } else {
        fresh.append(candidate)
      }
    }
    try await take(fresh, jobs: options.jobs)
    // One of these crashed the program: all others are safe before it may do so again.
    try await take(suspects, jobs: 1)
    // An interrupted run stays open in the journal: that is how one is known.
    if let writer, let journal, !Task.isCancelled { try writer.finish(journal, counts: counts) }
    return counts
  }

  /// How a document is stored when it is done.
  private var wanted: DocumentState { DocumentState(rules: processing.rules, isRestored: processing.restores) }

  private func work(on candidate: Discovery.Candidate) throws -> Finished {
    func failed(_ id: DocumentID?, _ code: String, _ reason: String) -> Finished {
      Finished(
        file: candidate.path,
        work: .failed(IngestFailure(file: candidate.path, document: id, code: code, reason: reason)))
    }
    if let refusal = candidate.refusal { return failed(nil, refusal.code, refusal.description) }
    if let signal = options.journal?.past.guilty[candidate.path] {
      let id = (try? FileReader(byteLimit: options.byteLimit).bytes(of: candidate.path)).map { DocumentID(of: $0) }
      return failed(
        id, "crash", "the program crashed on it (signal \(signal)) and went on without it; please report it")
    }
    options.journal?.begin(candidate.path)
    var id: DocumentID?
    do {
      let bytes = try FileReader(byteLimit: options.byteLimit).bytes(of: candidate.path)
      let found = DocumentID(of: bytes)
      id = found
      let state = try store?.state(of: found)
      if state == wanted, !options.redo {
        let isHealed = try originals?.keep(bytes, as: found) ?? false
        return Finished(file: candidate.path, work: .alreadyThere(found), hasHealedOriginal: isHealed)
      }
      let source = try TextReader().read(bytes, file: candidate.path)
      let isWritten = try originals?.keep(bytes, as: found) ?? false
      return Finished(
        file: candidate.path, work: .made(try processing.process(source), isRedo: state != nil),
        hasHealedOriginal: isWritten && state != nil,
        hasLostRestoration: state?.isRestored == true && !processing.restores)
    } catch let error as ReadError {
      return failed(id, error.code, error.description)
    } catch let error as ArchiveError {
      throw error
    } catch {
      return failed(id, "pipeline", "could not be worked on: \(error)")
    }
  }
}
