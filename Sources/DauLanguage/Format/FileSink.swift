import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file being written: gathered in a buffer, hidden beside its name until `commit()`, gone when it is dropped before.
final class FileSink {
  private let url: URL
  /// What `url` leads to: a link stays a link.
  private let target: URL
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private let capacity: Int
  private(set) var byteCount = 0

  /// - Throws: `ModelError.unwritable`.
  init(_ url: URL, bufferSize: Int = 1 << 20) throws(ModelError) {
    self.url = url
    capacity = bufferSize
    target = url.resolvingSymlinksInPath()
    temporary =
      target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).tmp").path
    // The string lives through the call.
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(url) }
    buffer.reserveCapacity(bufferSize + 4096)
  }

  deinit {
    guard descriptor >= 0 else { return }
    _ = close(descriptor)
    unsafe unlink(temporary)
  }

  func append(_ bytes: some Sequence<UInt8>) throws(ModelError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacity { try flush() }
  }

  /// Appends the memory of plain values as it lies.
  ///
  /// - Precondition: `T` has no pointers and no padding; the machine is little-endian.
  func append<T: BitwiseCopyable>(valuesOf values: [T]) throws(ModelError) {
    // Plain values, read during the call only.
    unsafe values.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
    if buffer.count >= capacity { try flush() }
  }

  @inline(__always)
  func append<T: BitwiseCopyable>(valueOf value: T) throws(ModelError) {
    // A plain value, read during the call only.
    unsafe withUnsafeBytes(of: value) { unsafe buffer.append(contentsOf: $0) }
    if buffer.count >= capacity { try flush() }
  }

  private func flush() throws(ModelError) {
    var start = 0
    while start < buffer.count {
      // Reads inside the buffer: `start` is below its count.
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress! + start, bytes.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.failure(url) }
      start += written
    }
    byteCount += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place.
  ///
  /// - Parameter durably: whether the bytes must be on the disk first, and the name right after.
  func commit(durably: Bool = true) throws(ModelError) {
    try flush()
    if durably, fsync(descriptor) != 0 { throw Self.failure(url) }
    let status = close(descriptor)
    descriptor = -1
    // rename(2) replaces the old file in one step.
    guard status == 0, unsafe rename(temporary, target.path) == 0 else {
      let failure = Self.failure(url)
      unsafe unlink(temporary)
      throw failure
    }
    if durably { Self.synchronizeFolder(target.deletingLastPathComponent()) }
  }

  /// Not every file system can, and then there is nothing to do about it.
  private static func synchronizeFolder(_ folder: URL) {
    // The descriptor is closed before the function returns.
    let descriptor = unsafe open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func failure(_ url: URL) -> ModelError {
    // The C library returns a string of its own, which is copied at once.
    .unwritable(path: url.path, reason: unsafe String(cString: strerror(errno)))
  }
}
