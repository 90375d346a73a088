public import DauIngest
public import Foundation

/// The files of an archive as they came, each under the digest of its bytes: `originals/ab/abcdef…`.
public struct OriginalStore: Sendable {
  public let folder: URL
  private let incoming: URL

  public init(folder: URL) {
    self.folder = folder
    incoming = folder.appending(path: ".incoming")
  }

  /// Where a document's bytes lie, or would.
  public func url(of id: DocumentID) -> URL {
    folder.appending(path: String(id.hex.prefix(2))).appending(path: id.hex)
  }

  public func contains(_ id: DocumentID) -> Bool { FileManager.default.fileExists(atPath: url(of: id).path) }

  /// Keeps `bytes`, which hash to `id`; does nothing when they are kept already.
  ///
  /// The file appears whole or not at all, and durably, before the database may speak of it.
  public func keep(_ bytes: [UInt8], as id: DocumentID) throws {
    let target = url(of: id)
    if FileManager.default.fileExists(atPath: target.path) { return }
    let shelf = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError.failed(path: folder.path, reason: "could not be made: \(error.localizedDescription)")
    }
    let file = try AtomicFile(target, by: incoming.appending(path: "\(id.hex).\(UUID().uuidString)"))
    try file.write(bytes)
    try file.commit()
  }

  /// The bytes of a document.
  public func bytes(of id: DocumentID) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: url(of: id)))
    } catch {
      throw ArchiveError.failed(path: url(of: id).path, reason: "the original is missing or unreadable")
    }
  }

  /// Removes what killed runs left half written. Only for the process that holds the lock.
  func sweep() {
    let left = (try? FileManager.default.contentsOfDirectory(at: incoming, includingPropertiesForKeys: nil)) ?? []
    for url in left { try? FileManager.default.removeItem(at: url) }
  }
}
