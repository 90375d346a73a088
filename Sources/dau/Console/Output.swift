import DauArchive
import DauIngest
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The reader of standard output went away.
struct ClosedPipe: Error {}

/// Where a command's data goes: standard output, or a file that appears whole when the command has succeeded.
///
/// Small writes are gathered, large ones go out as they are, so that a long text is not held twice.
final class Output {
  private enum Target {
    case standardOutput
    case file(AtomicFile)
  }

  private var target: Target
  private var pending: [UInt8] = []
  private static let limit = 1 << 16

  /// Standard output.
  init() { target = .standardOutput }

  /// - Parameter path: a file; `nil`, `-` and `/dev/stdout` are standard output.
  /// - Throws: `ArchiveError`, before any work is done.
  init(path: String?, replacing: Bool) throws {
    // The system's names for standard output: where it is redirected, a file under such a name must not be replaced.
    guard let path, !["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) else {
      target = .standardOutput
      return
    }
    UnfinishedFiles.clearWhenStopped()
    target = .file(try AtomicFile(URL(filePath: path), replacing: replacing))
  }

  func write(_ text: String) throws {
    var text = text
    text.makeContiguousUTF8()
    try append(text.utf8Span.span)
  }

  func line(_ text: String) throws {
    try write(text)
    try write("\n")
  }

  /// - Parameter bytes: UTF-8.
  func append(_ bytes: Span<UInt8>) throws {
    // The pointers are used during the calls only.
    try unsafe bytes.withUnsafeBytes { bytes in
      if case .file(let file) = target { return try unsafe file.write(bytes) }
      if pending.count + bytes.count > Self.limit { try flush() }
      if bytes.count > Self.limit { try unsafe hand(over: bytes) } else { unsafe pending.append(contentsOf: bytes) }
    }
  }

  /// Hands over what was gathered for standard output.
  func flush() throws {
    try unsafe pending.withUnsafeBytes { try unsafe hand(over: $0) }
    pending.removeAll(keepingCapacity: true)
  }

  private func hand(over bytes: UnsafeRawBufferPointer) throws {
    var rest = unsafe bytes[...]
    while let start = unsafe UnsafeRawBufferPointer(rebasing: rest).baseAddress, unsafe !rest.isEmpty {
      let count = unsafe Self.write(start, rest.count)
      if count >= 0 {
        unsafe rest = rest.dropFirst(count)
        continue
      }
      let code = errno
      if code == EINTR { continue }
      if code == EPIPE { throw ClosedPipe() }
      // The C library returns a string of its own, which is copied at once.
      throw Failure(description: "standard output could not be written: \(unsafe String(cString: strerror(code)))")
    }
  }

  private static func write(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(STDOUT_FILENO, start, count)
    #else
      unsafe Darwin.write(STDOUT_FILENO, start, count)
    #endif
  }

  /// Ends the output: a file is put in place now.
  func finish() throws {
    switch target {
    case .standardOutput: try flush()
    case .file(let file): try file.commit()
    }
  }
}
