import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to write to an archive, held by one process; the system takes it back when the process dies.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Throws: ``ArchiveError/busy(path:)`` when another process holds it.
  init(folder: URL) throws {
    let path = folder.appending(path: ".lock").path
    // The string lives through the call.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ArchiveError.failed(
        path: folder.relativePath, reason: "could not be locked", remedy: "check that the folder may be written to")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      _ = close(descriptor)
      throw ArchiveError.busy(path: folder.relativePath)
    }
    self.descriptor = descriptor
  }

  /// Gives the right back. Called once.
  func release() {
    // Closing alone leaves the lock to a child process that was forked a moment ago and has not yet begun its program.
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}
