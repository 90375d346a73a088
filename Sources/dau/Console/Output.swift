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
/// Small writes are gathered.
final class Output {
  private enum Target {
    case standardOutput
    case file(AtomicFile)
  }

  private var target: Target
  private var pending: [UInt8] = []

  /// Standard output.
  init() { target = .standardOutput }

  /// - Parameter path: a file; `nil` and `-` are standard output.
  /// - Throws: ``ArchiveError/fileExists(path:)`` before any work is done.
  init(path: String?, replacing: Bool) throws {
    guard let path, path != "-" else {
      target = .standardOutput
      return
    }
    target = .file(try AtomicFile(URL(filePath: path), replacing: replacing))
  }

  func write(_ text: String) throws {
    if case .file(let file) = target { return try file.write(text) }
    pending.append(contentsOf: text.utf8)
    if pending.count > 1 << 16 { try flush() }
  }

  func line(_ text: String) throws {
    if case .file(let file) = target { return try file.write(text + "\n") }
    pending.append(contentsOf: text.utf8)
    pending.append(0x0A)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Hands over what was gathered for standard output.
  func flush() throws {
    guard !pending.isEmpty else { return }
    let data = Data(pending)
    pending.removeAll(keepingCapacity: true)
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      if errno == EPIPE { throw ClosedPipe() }
      throw Failure(description: "standard output could not be written: \(SystemReason.text(of: error))")
    }
  }

  /// Ends the output: a file is put in place now.
  func finish() throws {
    switch target {
    case .standardOutput: try flush()
    case .file(let file): try file.commit()
    }
  }
}
