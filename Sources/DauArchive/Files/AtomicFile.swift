public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files that are either there whole or not at all.
public enum AtomicFile {
  /// Writes `bytes` beside the target, makes them durable and renames them into place.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: ``ArchiveError/fileExists(path:)``, ``ArchiveError/failed(path:reason:)``.
  public static func write(_ bytes: some DataProtocol, to url: URL, replacing: Bool) throws {
    if !replacing, FileManager.default.fileExists(atPath: url.path) { throw ArchiveError.fileExists(path: url.path) }
    let folder = url.deletingLastPathComponent()
    let temporary = folder.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString).tmp")
    do {
      try writeDurably(bytes, to: temporary)
      try rename(temporary, to: url)
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
    synchronizeFolder(folder)
  }

  /// Writes a new file and waits until it is on the disk.
  static func writeDurably(_ bytes: some DataProtocol, to url: URL) throws {
    guard FileManager.default.createFile(atPath: url.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: url.path)
    else {
      throw ArchiveError.failed(path: url.path, reason: "could not be created; check that the folder may be written to")
    }
    do {
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
      try handle.close()
    } catch {
      throw ArchiveError.failed(path: url.path, reason: "could not be written: \(error.localizedDescription)")
    }
  }

  /// Renames within one file system; a file of the new name is replaced in the same moment.
  static func rename(_ old: URL, to new: URL) throws {
    // The strings live through the call.
    let status = unsafe rename_(old.path, new.path)
    if status != 0 {
      throw ArchiveError.failed(path: new.path, reason: "could not be put in place (errno \(errno))")
    }
  }

  /// Makes a rename durable; not every file system can, and then there is nothing to do about it.
  static func synchronizeFolder(_ folder: URL) {
    // The descriptor is closed before the function returns.
    let descriptor = unsafe open(folder.path, O_RDONLY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func rename_(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.rename(old, new)
    #else
      unsafe Darwin.rename(old, new)
    #endif
  }
}
