public import DauIngest

/// What an archive must be able to do, whichever database holds it.
///
/// One suite of tests (`ArchiveStoreContract`) says what each operation means; every store passes the same suite.
/// Calls block for as long as the database takes. One process writes at a time; any number may read meanwhile.
public protocol ArchiveStore: Sendable {
  /// What the archive holds for a document, or `nil`.
  func state(of id: DocumentID) throws -> DocumentState?

  /// Opens a run in the journal.
  func beginRun(rules: String) throws -> RunID

  /// Stores a document with its records in one transaction, in place of what was stored for it before, and takes its
  /// file out of quarantine.
  func store(_ document: ProcessedDocument, in run: RunID) throws

  /// Remembers one more file with the bytes of a stored document. Does nothing when the name is known.
  ///
  /// - Returns: whether it was new.
  @discardableResult
  func addName(_ file: String, to id: DocumentID) throws -> Bool

  /// Puts a file that failed into quarantine, with the reason.
  func quarantine(_ failure: IngestFailure, in run: RunID) throws

  /// Closes a run: without this call the journal shows it as interrupted.
  func finish(_ run: RunID, counts: IngestCounts) throws

  /// The files that failed when they were last met, by file.
  func quarantined() throws -> [QuarantinedFile]

  /// The runs, latest first.
  func runs(limit: Int) throws -> [JournalRun]

  /// The documents, ordered by file.
  func documents(matching filter: DocumentFilter) throws -> [StoredDocument]

  /// The restored text of a document and the text it was read from.
  func texts(of id: DocumentID) throws -> (restored: String, source: String)?

  /// Hands the records that match to `body`, in the order of documents (by file) and of their text.
  ///
  /// - Complexity: O(1) memory however many match.
  func forEachRecord(matching filter: RecordFilter, _ body: (StoredRecord) throws -> Void) throws

  /// Sums of awards, or counts of other records, by the asked dimensions.
  func tally(_ filter: RecordFilter, by dimensions: [Dimension]) throws -> Tally

  /// The documents that hold every term of a query, those that hold it as typed first.
  func search(_ query: SearchQuery, limit: Int, offset: Int) throws -> SearchResult

  /// Documents of one symbol and one day, by which they are most likely readings of one paper whose records count more
  /// than once: the files of each such paper, in the order of symbols.
  func papersReadTwice() throws -> [[String]]

  /// The figures of the whole archive.
  func summary() throws -> ArchiveSummary

  /// Asks the database to examine itself.
  ///
  /// - Throws: ``ArchiveError/notAnArchive(path:reason:)`` with the first fault found.
  func verify() throws
}

/// The number of a run in the journal.
public struct RunID: Sendable, Hashable {
  /// The number in the table `run`.
  public var rawValue: Int64
  /// The run of that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Under what a stored document was made.
public struct DocumentState: Sendable, Equatable {
  /// The version of the rules and the model.
  public var rules: String
  /// Whether its text was restored, or taken as it stood.
  public var isRestored: Bool

  public init(rules: String, isRestored: Bool) {
    self.rules = rules
    self.isRestored = isRestored
  }
}

/// A file that could not be ingested.
public struct IngestFailure: Sendable, Equatable {
  /// The path as it was named or found.
  public var file: String
  /// The identity of its bytes, when they could be read.
  public var document: DocumentID?
  /// A short stable name of the cause.
  public var code: String
  /// What was found and what to do, for a person.
  public var reason: String

  public init(file: String, document: DocumentID?, code: String, reason: String) {
    self.file = file
    self.document = document
    self.code = code
    self.reason = reason
  }
}

/// A file in quarantine.
public struct QuarantinedFile: Sendable, Equatable {
  /// Why it failed when it was last met.
  public var failure: IngestFailure
  /// ISO 8601, UTC.
  public var firstSeen: String
  /// The same for the last time.
  public var lastSeen: String
  /// How often it was tried.
  public var attempts: Int
}

/// How many files of a run ended how.
public struct IngestCounts: Sendable, Equatable {
  /// New documents.
  public var stored = 0
  /// Documents made again.
  public var redone = 0
  /// Documents that were there already.
  public var unchanged = 0
  /// Files that failed.
  public var failed = 0

  public init() {}
  /// All files that were come to.
  public var total: Int { stored + redone + unchanged + failed }
}

/// One line of the journal.
public struct JournalRun: Sendable, Equatable {
  /// Its number.
  public var id: RunID
  /// The version of program, rules and model it worked by.
  public var rules: String
  /// ISO 8601, UTC.
  public var startedAt: String
  /// `nil` for a run that was interrupted.
  public var finishedAt: String?
  /// How its files ended.
  public var counts: IngestCounts
}
