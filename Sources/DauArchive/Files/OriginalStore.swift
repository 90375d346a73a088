public import DauIngest
public import Foundation

/// The files of an archive as they came, each under the digest of its bytes: `originals/ab/abcdef…`.
public struct OriginalStore: Sendable {
  /// The folder `originals`.
  public let folder: URL
  private let incoming: URL

  /// The originals in a folder, which is made when the first is kept.
  public init(folder: URL) {
    self.folder = folder
    incoming = folder.appending(path: ".incoming")
  }

  /// Where a document's bytes lie, or would.
  public func url(of id: DocumentID) -> URL {
    folder.appending(path: String(id.hex.prefix(2))).appending(path: id.hex)
  }

  /// Whether there is a file for a document, whatever it holds now; ``damage(of:)`` tells that.
  public func contains(_ id: DocumentID) -> Bool { FileManager.default.fileExists(atPath: url(of: id).path) }

  /// Keeps `bytes`, which hash to `id`, unless just these are kept already.
  ///
  /// The file appears whole or not at all, and durably, before the database may speak of it. One that is there with other
  /// bytes was damaged, and is replaced.
  ///
  /// - Returns: Whether anything had to be written.
  /// - Complexity: O(*n*): what is there is read.
  @discardableResult
  public func keep(_ bytes: [UInt8], as id: DocumentID) throws -> Bool {
    let target = url(of: id)
    if let kept = try? Data(contentsOf: target), kept == Data(bytes) { return false }
    let shelf = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError.failed(path: folder.path, reason: "could not be made: \(SystemReason.text(of: error))")
    }
    let file = try AtomicFile(target, by: incoming.appending(path: "\(id.hex).\(UUID().uuidString)"))
    try file.write(bytes)
    try file.commit()
    return true
  }

  /// What may have become of an original.
  public enum Damage: Error, Equatable, CustomStringConvertible {
    case missing
    case unreadable(reason: String)
    case changed

    /// A predicate: "is missing".
    public var description: String {
      switch self {
      case .missing: "is missing"
      case .unreadable(let reason): "cannot be read (\(reason))"
      case .changed: "was changed or damaged"
      }
    }
  }

  /// What is wrong with the original of a document; `nil` when it is there as it came.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public func damage(of id: DocumentID) -> Damage? {
    do throws(Damage) {
      _ = try wholeBytes(of: id)
      return nil
    } catch {
      return error
    }
  }

  /// The bytes of a document as they came.
  ///
  /// - Parameter file: the document's file, for the message.
  /// - Throws: ``ArchiveError/lostOriginal(path:file:damage:)``.
  public func bytes(of id: DocumentID, from file: String) throws -> [UInt8] {
    do throws(Damage) {
      return try wholeBytes(of: id)
    } catch {
      throw ArchiveError.lostOriginal(path: url(of: id).relativePath, file: file, damage: error)
    }
  }

  private func wholeBytes(of id: DocumentID) throws(Damage) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: url(of: id)))
    } catch {
      guard FileManager.default.fileExists(atPath: url(of: id).path) else { throw Damage.missing }
      throw Damage.unreadable(reason: SystemReason.text(of: error))
    }
    guard DocumentID(of: bytes) == id else { throw Damage.changed }
    return bytes
  }

  /// Removes what killed runs left half written. Only for the process that holds the lock.
  func sweep() {
    let left = (try? FileManager.default.contentsOfDirectory(at: incoming, includingPropertiesForKeys: nil)) ?? []
    for url in left { try? FileManager.default.removeItem(at: url) }
  }
}
