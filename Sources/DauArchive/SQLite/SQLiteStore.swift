import DauIngest
import DauText
public import Foundation
import GRDB

/// An archive in one SQLite file, in WAL mode, so that readers see a whole state while a run writes.
///
/// `synchronous` is NORMAL: a killed process loses nothing that was stored; a power failure may lose the last few
/// transactions, never part of one, and the next run stores those documents again.
public final class SQLiteStore: ArchiveStore {
  let pool: DatabasePool
  let path: String

  /// Opens an archive, making or updating its tables unless `readOnly`.
  ///
  /// - Throws: ``ArchiveError``.
  public init(file: URL, readOnly: Bool = false) throws {
    path = file.path
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.label = "archive"
    // Another process may be in the middle of a commit.
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      db.add(function: Self.fold)
    }
    do {
      if readOnly, !FileManager.default.fileExists(atPath: file.path) { throw ArchiveError.missing(path: file.path) }
      if !readOnly, Self.isForeign(file) {
        throw ArchiveError.notAnArchive(path: file.path, reason: "it holds the tables of another program")
      }
      do {
        pool = try Self.opened(file, configuration)
      } catch let error as DatabaseError where readOnly && error.resultCode == .SQLITE_READONLY {
        // A writer that was killed while it made the archive leaves a journal that only a writer can roll back.
        var writing = configuration
        writing.readonly = false
        _ = try DatabaseQueue(path: file.path, configuration: writing).read { try $0.tableExists("document") }
        pool = try Self.opened(file, configuration)
      }
    } catch let error as DatabaseError {
      throw Self.translated(error, path: file.path)
    }
  }

  /// - Throws: `DatabaseError`, or ``ArchiveError`` when the tables are of another version or missing.
  private static func opened(_ file: URL, _ configuration: Configuration) throws -> DatabasePool {
    let pool = try DatabasePool(path: file.path, configuration: configuration)
    let migrator = Schema.migrator
    let isNewer = try pool.read { try migrator.hasBeenSuperseded($0) }
    if isNewer { throw ArchiveError.newerSchema(path: file.path) }
    // Asking first keeps an archive that is up to date the same to the byte.
    let isReady = try pool.read { try migrator.hasCompletedMigrations($0) }
    // Views that a later version mends are for other programs; an archive of an earlier one is read as it is.
    if !isReady, configuration.readonly, try pool.read({ try !$0.tableExists("document") }) {
      throw ArchiveError.notAnArchive(path: file.path, reason: "it has no archive tables")
    }
    if !isReady, !configuration.readonly { try migrator.migrate(pool) }
    return pool
  }

  /// Whether a file is the database of another program. Looked at by reading alone: a pool would change its journal mode.
  private static func isForeign(_ file: URL) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    guard FileManager.default.fileExists(atPath: file.path),
      let queue = try? DatabaseQueue(path: file.path, configuration: configuration)
    else { return false }
    defer { try? queue.close() }
    let names = try? queue.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    }
    guard let names, !names.contains("grdb_migrations") else { return false }
    // GRDB makes and drops a table of its own before the first of ours.
    return names.contains { !$0.hasPrefix("grdb_") }
  }

  /// Folds the write-ahead log into the file and closes it.
  ///
  /// The log is left as it is, not cut to nothing: on an empty one GRDB makes and drops a table when the archive is next
  /// opened, and an archive to which nothing is added should stay the same to the byte.
  public func close() throws {
    if !pool.configuration.readonly { try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.full) } }
    try pool.close()
  }

  public func verify() throws {
    let fault = try read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    if let fault, fault != "ok" { throw ArchiveError.notAnArchive(path: path, reason: fault) }
    let orphan = try read { try Row.fetchOne($0, sql: "PRAGMA foreign_key_check") }
    if orphan != nil { throw ArchiveError.notAnArchive(path: path, reason: "records without their document") }
    let unsearchable = try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE key IN (SELECT rowid FROM search))
            + (SELECT count(*) FROM search WHERE rowid NOT IN (SELECT key FROM document))
          """)
    }
    if unsearchable != 0 { throw ArchiveError.notAnArchive(path: path, reason: "the search index lags behind") }
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try pool.read(body) } catch let error as DatabaseError {
      throw Self.translated(error, path: path)
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try pool.write(body) } catch let error as DatabaseError {
      throw Self.translated(error, path: path)
    }
  }

  private static func translated(_ error: DatabaseError, path: String) -> ArchiveError {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notAnArchive(path: path, reason: "it is not an SQLite file")
    case .SQLITE_CORRUPT: .notAnArchive(path: path, reason: "the file is damaged")
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_FULL: .failed(path: path, reason: "the disk is full")
    case .SQLITE_READONLY, .SQLITE_PERM:
      .failed(
        path: path, reason: "no permission to write here", remedy: "run 'chmod u+w' on it, or work as its owner")
    case .SQLITE_CANTOPEN:
      .failed(path: path, reason: "could not be opened", remedy: "check that the folder may be written to")
    default:
      .failed(
        path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)",
        remedy: "check the disk, and the archive with 'dau summary --check'")
    }
  }

  /// Folding as the search index folds, for filters.
  private static let fold = DatabaseFunction("dau_fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { SearchFolding.fold($0) }
  }

  static func now() -> String { Date.now.formatted(.iso8601) }
}
