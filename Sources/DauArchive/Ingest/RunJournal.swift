import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which files a run has begun and ended, kept where a crash does not reach it.
///
/// A crash ends the process that meets it, and no language feature keeps it from the other documents in hand. So a run
/// notes each file before and after the work in a file without a name, whose descriptor outlives the program: whoever
/// takes over after a crash goes on with the rest, takes the files that were in hand one at a time at the end, and blames
/// the one that was alone in hand when it came.
///
/// An entry is a letter, a path and a zero byte: `b` begun; `s`, `r`, `u`, `f` ended; `!` and two digits, a crash with
/// the number of its signal.
public final class RunJournal: Sendable {
  /// What the runs before this one left.
  public struct Past: Sendable, Equatable {
    /// How the files that ended did, by their paths.
    public var endings: [String: Ending] = [:]
    /// The files in hand at a crash that had several.
    public var suspects: Set<String> = []
    /// The files that were alone in hand at a crash, with the number of the signal.
    public var guilty: [String: Int32] = [:]
    /// Whether the last crash came with no file in hand, so that going on would meet it again.
    public var isStuck = false
    /// The number of crashes.
    public var crashCount = 0
  }

  /// How a file ended.
  public enum Ending: UInt8, Sendable {
    case stored = 0x73
    case redone = 0x72
    case unchanged = 0x75
    case failed = 0x66
  }

  /// Where entries are appended; open across `execve`.
  public let descriptor: Int32
  /// What the runs before this one left.
  public let past: Past

  /// Begins a journal.
  ///
  /// - Throws: ``ArchiveError/failed(path:reason:)`` when the folder for temporary files cannot be written to.
  public convenience init() throws {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appending(path: "dau-run-\(UUID().uuidString)")
    // The string lives through the call. Without O_CLOEXEC, for it has to stay open.
    let descriptor = unsafe open(url.path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, 0o600)
    guard descriptor >= 0 else {
      throw ArchiveError.failed(
        path: folder.path, reason: "no temporary file could be made (errno \(errno))",
        remedy: "make room there, or name another folder by the variable TMPDIR")
    }
    // Nothing is left behind, however the run ends.
    unsafe unlink(url.path)
    self.init(continuing: descriptor)
  }

  /// Takes a journal over.
  public init(continuing descriptor: Int32) {
    self.descriptor = descriptor
    past = Self.read(Self.bytes(of: descriptor))
  }

  func begin(_ path: String) { append(UInt8(ascii: "b"), path) }

  func end(_ path: String, _ ending: Ending) { append(ending.rawValue, path) }

  private func append(_ letter: UInt8, _ path: String) {
    let entry = [letter] + Array(path.utf8) + [0]
    // One call appends the whole entry; the pointer is used during it only. What cannot be noted is not worth a run.
    unsafe entry.withUnsafeBytes { _ = unsafe write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func bytes(of descriptor: Int32) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { return [] }
    // The call writes `size` bytes at most.
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, unsafe pread(descriptor, buffer.baseAddress, size, 0))
    }
  }

  /// - Complexity: O(*n*) in bytes.
  static func read(_ bytes: [UInt8]) -> Past {
    var past = Past()
    var inHand: Set<String> = []
    for entry in bytes.split(separator: 0, omittingEmptySubsequences: true) {
      let text = String(decoding: entry.dropFirst(), as: UTF8.self)
      switch entry.first {
      case UInt8(ascii: "b"): inHand.insert(text)
      case UInt8(ascii: "!"):
        past.crashCount += 1
        past.isStuck = inHand.isEmpty
        if inHand.count == 1, let path = inHand.first {
          past.guilty[path] = Int32(text) ?? 0
          past.suspects.remove(path)
        } else {
          past.suspects.formUnion(inHand)
        }
        inHand = []
      case let letter?:
        guard let ending = Ending(rawValue: letter) else { continue }
        inHand.remove(text)
        past.suspects.remove(text)
        past.endings[text] = ending
      case nil: break
      }
    }
    return past
  }
}

extension IngestCounts {
  mutating func add(_ ending: RunJournal.Ending) {
    switch ending {
    case .stored: stored += 1
    case .redone: redone += 1
    case .unchanged: unchanged += 1
    case .failed: failed += 1
    }
  }
}
