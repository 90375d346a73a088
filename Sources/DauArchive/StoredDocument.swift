public import DauIngest

/// A document of the archive, without its text.
public struct StoredDocument: Sendable, Equatable {
  /// Its identity.
  public var id: DocumentID
  /// The first of its files by name.
  public var file: String
  /// All files that hold these bytes.
  public var files: [String]
  /// The size of the file that was read.
  public var byteCount: Int
  /// The words of the restored text.
  public var wordCount: Int
  /// How many of the words restoration changed.
  public var changedCount: Int
  /// How many records were found in it.
  public var recordCount: Int
  /// The `document` record as JSON.
  public var json: String

  public init(
    id: DocumentID, file: String, files: [String], byteCount: Int, wordCount: Int, changedCount: Int, recordCount: Int,
    json: String
  ) {
    self.id = id
    self.file = file
    self.files = files
    self.byteCount = byteCount
    self.wordCount = wordCount
    self.changedCount = changedCount
    self.recordCount = recordCount
    self.json = json
  }
}

/// A record of the archive.
public struct StoredRecord: Sendable, Equatable {
  /// What it is, such as `award`.
  public var kind: String
  /// The document it stands in.
  public var document: DocumentID
  /// The file of its document.
  public var file: String
  /// The symbol of its document, such as `235/BC-UBND`.
  public var symbol: String?
  /// The day its document was issued (EDTF).
  public var issued: String?
  /// The record as JSON, as it was extracted.
  public var json: String

  public init(kind: String, document: DocumentID, file: String, symbol: String?, issued: String?, json: String) {
    self.kind = kind
    self.document = document
    self.file = file
    self.symbol = symbol
    self.issued = issued
    self.json = json
  }
}

/// Which documents are meant. Empty fields do not restrict.
public struct DocumentFilter: Sendable, Equatable {
  /// A file, the end of its path, an id, the start of one, or a symbol.
  public var name: String?
  public init(name: String? = nil) { self.name = name }
}

/// Which records are meant. Empty fields do not restrict.
public struct RecordFilter: Sendable, Equatable {
  /// The kinds that are wanted.
  public var kinds: [String] = []
  /// The first and last day (`YYYY-MM-DD`); a record is in when its time overlaps them. Its time is its own (the date,
  /// the period of an award or indicator, the deadline of a target) or, without one, that of its document.
  public var from: String?
  public var to: String?
  /// Texts that the field of that name must hold; marks and case do not count.
  public var containing: [Field: String] = [:]
  /// A document, as in ``DocumentFilter/name``.
  public var document: String?
  /// A document by its id.
  public var id: DocumentID?
  /// Whether an audit holds.
  public var holds: Bool?
  /// The least confidence, 0...1.
  public var minimumConfidence: Double?
  /// The most records.
  public var limit: Int?

  /// A field of records that a text is looked for in.
  public enum Field: String, Sendable, CaseIterable {
    case award, grantor, recipient, category, unit, symbol, text, type
    case counted = "of"
  }

  public init() {}
}

/// What a tally can be broken down by.
public enum Dimension: String, Sendable, CaseIterable {
  case year, kind, award, grantor, recipient, category, unit, type, issuer, document, symbol, relation, holds
  case counted = "of"
}

/// A table of sums.
public struct Tally: Sendable, Equatable {
  /// What a tally adds up.
  public enum Measure: String, Sendable {
    /// The sum of the counts of awards; tallies that sum others, and the part at the grassroots, are left out, so that
    /// nothing is counted twice.
    case awards
    /// The number of records.
    case records
  }
  /// One line of the table.
  public struct Row: Sendable, Equatable {
    /// One value a dimension; `nil` where the record has none.
    public var keys: [String?]
    /// The sum.
    public var amount: Int
    public init(keys: [String?], amount: Int) {
      self.keys = keys
      self.amount = amount
    }
  }
  /// What the rows are broken down by.
  public var dimensions: [Dimension]
  /// What is added up.
  public var measure: Measure
  /// The lines, in the order of their keys.
  public var rows: [Row]
  /// The sum of all rows.
  public var total: Int { rows.reduce(0) { $0 + $1.amount } }
}

/// The figures of an archive.
public struct ArchiveSummary: Sendable, Equatable {
  /// A word before and after.
  public struct Example: Sendable, Equatable {
    /// As it stood.
    public var before: String
    /// As it was restored.
    public var after: String
    /// The file of its document.
    public var file: String
    /// The line it stands in, from 1.
    public var line: Int
    public init(before: String, after: String, file: String, line: Int) {
      self.before = before
      self.after = after
      self.file = file
      self.line = line
    }
  }
  /// How many documents there are.
  public var documentCount = 0
  /// The sizes of their files.
  public var byteCount = 0
  /// The words of their restored texts.
  public var wordCount = 0
  /// How many of them restoration changed.
  public var changedCount = 0
  /// Numbers of records by kind.
  public var records: [String: Int] = [:]
  /// Audits that hold and that do not.
  public var auditsHolding = 0
  /// How many sums, shares and differences do not hold.
  public var auditsFailing = 0
  /// How many files failed when they were last met.
  public var quarantinedCount = 0
  /// Whole lines before and after, one or two a document.
  public var examples: [Example] = []
  /// The first day (EDTF) that a document was issued on.
  public var firstIssued: String?
  /// The last one.
  public var lastIssued: String?

  public init() {}
}
