import DauIngest
public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is there whole, once `commit()` has returned, or not at all.
///
/// What is written goes into a hidden file beside the target, which is made durable and renamed into place.
public final class AtomicFile {
  private static let blockSize = 1 << 20

  private let target: URL
  private let temporary: URL
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private var isCommitted = false

  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: ``ArchiveError/fileExists(path:)``, ``ArchiveError/failed(path:reason:)``.
  public convenience init(_ target: URL, replacing: Bool) throws {
    if !replacing, FileManager.default.fileExists(atPath: target.path) {
      throw ArchiveError.fileExists(path: target.relativePath)
    }
    let folder = target.deletingLastPathComponent()
    try self.init(target, by: folder.appending(path: ".\(target.lastPathComponent).\(UUID().uuidString).tmp"))
  }

  /// - Parameter temporary: where the bytes lie until they are committed; on the same file system.
  init(_ target: URL, by temporary: URL) throws {
    self.target = target
    self.temporary = temporary
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary.path)
    else {
      throw ArchiveError.failed(
        path: target.relativePath, reason: "could not be created; check that the folder is there and may be written to")
    }
    self.handle = handle
  }

  deinit {
    guard !isCommitted else { return }
    try? handle.close()
    try? FileManager.default.removeItem(at: temporary)
  }

  public func write(_ text: String) throws { try write(text.utf8) }

  public func write(_ bytes: some Sequence<UInt8>) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.blockSize { try flush() }
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: Data(pending))
    } catch {
      throw ArchiveError.failed(
        path: target.relativePath, reason: "could not be written: \(SystemReason.text(of: error))")
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place. Called once, last.
  public func commit() throws {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw ArchiveError.failed(
        path: target.relativePath, reason: "could not be written: \(SystemReason.text(of: error))")
    }
    try Self.rename(temporary, to: target)
    isCommitted = true
    Self.synchronizeFolder(target.deletingLastPathComponent())
  }

  /// Renames within one file system; a file of the new name is replaced in the same moment.
  private static func rename(_ old: URL, to new: URL) throws {
    // The strings live through the call.
    let status = unsafe move(old.path, new.path)
    if status != 0 {
      throw ArchiveError.failed(path: new.relativePath, reason: "could not be put in place (errno \(errno))")
    }
  }

  /// Makes a rename durable; not every file system can, and then there is nothing to do about it.
  private static func synchronizeFolder(_ folder: URL) {
    // The descriptor is closed before the function returns.
    let descriptor = unsafe open(folder.path, O_RDONLY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func move(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.rename(old, new)
    #else
      unsafe Darwin.rename(old, new)
    #endif
  }
}
