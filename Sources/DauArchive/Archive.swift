import DauIngest
public import Foundation

/// An archive folder: `archive.sqlite` with everything that was found, `originals/` with the files as they came.
public struct Archive: Sendable {
  public static let databaseName = "archive.sqlite"

  public let folder: URL
  public let store: SQLiteStore
  public let originals: OriginalStore

  /// Opens an existing archive to read it.
  ///
  /// - Throws: ``ArchiveError``.
  public init(reading folder: URL) throws {
    let file = folder.appending(path: Self.databaseName)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw ArchiveError.missing(path: folder.relativePath)
    }
    try self.init(folder: folder, store: SQLiteStore(file: file, readOnly: true))
  }

  /// Opens an archive to write to it, and makes it when there is none.
  ///
  /// - Throws: ``ArchiveError``.
  public init(writing folder: URL) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError.failed(
        path: folder.relativePath, reason: "the folder could not be made: \(SystemReason.text(of: error))")
    }
    // Two processes that make one archive at once would each run the migrations.
    let lock = try FolderLock(folder: folder)
    defer { lock.release() }
    try self.init(folder: folder, store: SQLiteStore(file: folder.appending(path: Self.databaseName)))
  }

  private init(folder: URL, store: SQLiteStore) {
    self.folder = folder
    self.store = store
    originals = OriginalStore(folder: folder.appending(path: "originals"))
  }

  /// Examines the database and every original.
  ///
  /// - Throws: ``ArchiveError`` with the first fault found.
  /// - Returns: How many originals were examined.
  /// - Complexity: O(*n*) in bytes of the archive.
  public func verify() throws -> Int {
    try store.verify()
    let documents = try store.documents(matching: DocumentFilter())
    for document in documents {
      guard DocumentID(of: try originals.bytes(of: document.id)) == document.id else {
        throw ArchiveError.notAnArchive(
          path: originals.url(of: document.id).path, reason: "the original of \(document.file) was changed")
      }
    }
    return documents.count
  }

  /// Writes out what is pending and closes the database.
  public func close() throws { try store.close() }
}
