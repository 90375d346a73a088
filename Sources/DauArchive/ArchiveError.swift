/// Why an archive could not be used.
public enum ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing(path: String)
  case notAnArchive(path: String, reason: String)
  case newerSchema(path: String)
  case busy(path: String)
  /// A part of an archive could not be read or written.
  case failed(path: String, reason: String, remedy: String = ArchiveError.again)
  /// Originals that are not there as they came.
  case lostOriginal(path: String, file: String, damage: OriginalStore.Damage)
  /// A file outside of any archive could not be written.
  case output(path: String, what: String, remedy: String)
  case emptyQuery
  case openQuote(query: String)
  case noSuchDocument(name: String)
  case ambiguousDocument(name: String, count: Int)
  case fileExists(path: String)

  /// What to do when a write failed that the next run makes up for.
  public static let again = "nothing that was stored is lost, run the same command again when it is mended"

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no archive here; make one with 'dau ingest PATH --archive \(path)', or name another with --archive"
    case .notAnArchive(let path, let reason):
      "\(path): is not a sound archive (\(reason)); restore a copy of it, or ingest into a new folder"
    case .newerSchema(let path):
      "\(path): was written by a newer version of dau; update this one"
    case .busy(let path):
      "\(path): another 'dau ingest' is writing to this archive; wait for it to end"
    case .failed(let path, let reason, let remedy):
      "\(path): \(reason); \(remedy)"
    case .lostOriginal(let path, let file, let damage):
      "\(path): the original of \(file) \(damage); 'dau ingest' of that file puts it back"
    case .output(let path, let what, let remedy):
      "\(path): \(what); \(remedy)"
    case .emptyQuery:
      "the query holds no letter or digit to search for; type a word, such as 'khen thuong'"
    case .openQuote(let query):
      "the query has a quotation mark without its partner: \(query); close it, or leave it out"
    case .noSuchDocument(let name):
      "no document is called \(name); 'dau records --kind document' lists them"
    case .ambiguousDocument(let name, let count):
      "\(count) documents are called \(name); give more of the path or of the id"
    case .fileExists(let path):
      "\(path): exists already; give --force to replace it, or another name"
    }
  }
}
