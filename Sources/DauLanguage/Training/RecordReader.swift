import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file of records of plain values, from the first to the last.
final class RecordReader<Record: BitwiseCopyable> {
  private let url: URL
  private let descriptor: Int32
  private var buffer: [Record] = []
  private var at = 0
  private let blockCount: Int
  /// The size of the file.
  let byteCount: Int
  /// The number of records, when the file has no others.
  var count: Int { byteCount / MemoryLayout<Record>.stride }

  /// - Parameter blockSize: bytes read at once.
  /// - Throws: `ModelError.unreadable`; `ModelError.damaged` when the size is no multiple of a record's.
  init(_ url: URL, blockSize: Int = 1 << 18) throws(ModelError) {
    let path = url.path
    // The string lives through the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    lseek(descriptor, 0, SEEK_SET)
    guard size % min(4, MemoryLayout<Record>.stride) == 0 else {
      _ = close(descriptor)
      throw .damaged(path: path, what: "part of a record")
    }
    self.url = url
    blockCount = max(1, blockSize / MemoryLayout<Record>.stride)
    self.descriptor = descriptor
    byteCount = size
  }

  deinit { _ = close(descriptor) }

  /// The next record, or nil behind the last.
  @inline(__always)
  func next() throws(ModelError) -> Record? {
    if at == buffer.count {
      try fill()
      if buffer.isEmpty { return nil }
    }
    defer { at += 1 }
    return buffer[at]
  }

  private func fill() throws(ModelError) {
    at = 0
    buffer = try records(upTo: blockCount)
  }

  /// Reads the values that follow the records read so far.
  ///
  /// - Precondition: what was read ahead has been used up: with blocks of one record it always has.
  func array<T: BitwiseCopyable>(of type: T.Type, count: Int) throws(ModelError) -> [T] {
    precondition(at == buffer.count, "records were read ahead")
    let values: [T] = try records(upTo: count)
    guard values.count == count else { throw .damaged(path: url.path, what: "cut short") }
    return values
  }

  private func records<T: BitwiseCopyable>(upTo limit: Int) throws(ModelError) -> [T] {
    var failure: Int32 = 0
    let descriptor = descriptor
    let wanted = limit * MemoryLayout<T>.stride
    // The bytes become plain values; `read` stays inside the buffer.
    let values = unsafe [T](unsafeUninitializedCapacity: limit) { values, initialized in
      var filled = 0
      while filled < wanted {
        let got = unsafe read(descriptor, UnsafeMutableRawPointer(values.baseAddress!) + filled, wanted - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
      initialized = filled / MemoryLayout<T>.stride
    }
    guard failure == 0 else {
      throw .unreadable(path: url.path, reason: unsafe String(cString: strerror(failure)))
    }
    return values
  }
}
