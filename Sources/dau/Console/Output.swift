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
/// Small writes are gathered, large ones are cut, so that a long text is not held twice.
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
    try append(text)
  }

  func line(_ text: String) throws {
    if case .file(let file) = target { return try file.write(text + "\n") }
    try append(text)
    try append("\n")
  }

  private func append(_ text: String) throws {
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Self.limit)
      pending.append(contentsOf: piece)
      rest = rest[piece.endIndex...]
      if pending.count > Self.limit { try flush() }
    }
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
