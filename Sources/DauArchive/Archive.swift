import DauIngest
public import Foundation

/// An archive folder: `archive.sqlite` with everything that was found, `originals/` with the files as they came.
public struct Archive: Sendable {
  /// The name of the database in the folder of an archive.
  public static let databaseName = Discovery.archiveDatabase

  /// The folder, as it was named.
  public let folder: URL
  /// The database.
  public let store: SQLiteStore
  /// The files as they came.
  public let originals: OriginalStore

  /// Whether a folder is that of an archive.
  public static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: URL(filePath: path).appending(path: databaseName).path)
  }

  /// Opens an existing archive to read it.
  ///
  /// - Throws: ``ArchiveError``.
  public init(reading folder: URL) throws {
    let file = folder.appending(path: Self.databaseName)
    guard FileManager.default.fileExists(atPath: file.path) else {
      // What may not be looked into is told from what is not there.
      if FileManager.default.fileExists(atPath: folder.path), !FileManager.default.isExecutableFile(atPath: folder.path)
      {
        throw ArchiveError.failed(
          path: folder.relativePath, reason: "no permission to look into the folder",
          remedy: "run 'chmod u+rx' on it, or work as its owner")
      }
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
      throw ArchiveError.output(
        path: folder.relativePath, what: "the folder could not be made (\(SystemReason.text(of: error)))",
        remedy: "mend that, or name another with --archive")
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

  /// What the examination of an archive found.
  public struct Examination: Sendable, Equatable {
    /// How many originals were examined.
    public var originalCount: Int
    /// Those that are not there as they came, in the order of their documents' files.
    public var lost: [LostOriginal]
  }

  /// An original that is not there as it came.
  public struct LostOriginal: Sendable, Equatable {
    /// The file of its document.
    public var file: String
    /// Where it should lie.
    public var path: String
    /// What became of it.
    public var damage: OriginalStore.Damage
  }

  /// Examines the database and every original.
  ///
  /// - Throws: ``ArchiveError`` with the first fault of the database.
  /// - Complexity: O(*n*) in bytes of the archive.
  public func examine() throws -> Examination {
    try store.verify()
    let documents = try store.documents(matching: DocumentFilter())
    let lost = documents.compactMap { document in
      originals.damage(of: document.id).map { damage in
        LostOriginal(file: document.file, path: originals.url(of: document.id).relativePath, damage: damage)
      }
    }
    return Examination(originalCount: documents.count, lost: lost)
  }

  /// Writes out what is pending and closes the database.
  public func close() throws { try store.close() }
}
