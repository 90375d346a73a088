import Crypto
import DauIngest
import DauText
import Foundation

/// A folder in the BagIt form (RFC 8493), made to be handed over: what is in it can be checked without this program.
///
/// The bag grows in a hidden folder beside its place and is renamed there when it is whole, so a bag that can be seen is
/// complete. An older one is renamed, not removed, until the new one is in its place.
final class Bag {
  /// Renames a file or a folder; throws where it cannot, and where the new name is taken.
  typealias Move = (_ old: URL, _ new: URL) throws -> Void

  private let target: URL
  private let growing: URL
  private let isReplacing: Bool
  private let move: Move
  private var manifest: [(path: String, digest: String)] = []
  private var byteCount = 0
  private var isClosed = false

  /// - Parameters:
  ///   - replacing: whether an older bag in this place is replaced. A folder that is no bag never is.
  ///   - move: how folders are renamed.
  init(
    _ target: URL, replacing: Bool,
    move: @escaping Move = { try FileManager.default.moveItem(at: $0, to: $1) }
  ) throws {
    self.target = target
    isReplacing = replacing
    self.move = move
    growing = AtomicFile.hidden(beside: target, ending: "tmp")
    _ = try Self.older(in: target, replacing: replacing)
    Unfinished.begin(growing)
    do {
      try makeFolder(growing.appending(path: "data"))
    } catch {
      Unfinished.end(growing)
      throw error
    }
  }

  deinit {
    if !isClosed { try? FileManager.default.removeItem(at: growing) }
    Unfinished.end(growing)
  }

  /// Whether an older bag is in the place.
  ///
  /// - Throws: when what is there is not to be replaced.
  private static func older(in target: URL, replacing: Bool) throws -> Bool {
    let files = FileManager.default
    guard files.fileExists(atPath: target.path) else { return false }
    guard replacing else { throw ArchiveError.fileExists(path: target.relativePath) }
    guard files.fileExists(atPath: target.appending(path: "bagit.txt").path) else {
      throw ArchiveError.output(
        path: target.relativePath, what: "is no bag (it has no bagit.txt), so it is not replaced",
        remedy: "name another folder")
    }
    return true
  }

  /// Adds a file to the payload.
  ///
  /// - Parameter path: below `data/`.
  func add(_ path: String, _ write: (AtomicFile) throws -> Void) throws {
    let name = "data/" + path
    let size = try put(name, write)
    byteCount += size
    manifest.append((name, try digest(of: name)))
  }

  /// Writes the tag files and puts the bag in its place.
  ///
  /// - Parameter info: more lines for `bag-info.txt`.
  func close(info: [(String, String)]) throws {
    let lines = [("Payload-Oxum", "\(byteCount).\(manifest.count)")] + info
    let tags: [(String, String)] = [
      ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("bag-info.txt", lines.map { "\($0.0): \($0.1)\n" }.joined()),
      ("manifest-sha256.txt", Self.written(manifest)),
    ]
    var tagManifest: [(path: String, digest: String)] = []
    for (name, text) in tags {
      _ = try put(name) { try $0.write(text) }
      tagManifest.append((name, try digest(of: name)))
    }
    _ = try put("tagmanifest-sha256.txt") { try $0.write(Self.written(tagManifest)) }
    // Making the bag took a while, in which something else may have come into its place.
    try putInPlace(replacing: Self.older(in: target, replacing: isReplacing))
  }

  /// Renames the new bag into its place. An older one goes out of the way first and is removed last: whatever fails, and
  /// whenever the process is told to stop, one of the two is there and whole.
  private func putInPlace(replacing hasOlder: Bool) throws {
    let older = hasOlder ? AtomicFile.hidden(beside: target, ending: "old") : nil
    do {
      try Unfinished.exchange(growing, leaving: older) {
        if let older { try move(target, older) }
        do { try move(growing, target) } catch {
          if let older { try restore(older, after: error) }
          throw error
        }
      }
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw ArchiveError.output(
        path: target.relativePath, what: "could not be put in place (\(SystemReason.text(of: error)))",
        remedy: hasOlder
          ? "the older bag is there as it was; mend that, or name another folder" : "mend that, or name another folder")
    }
    isClosed = true
    guard let older else { return }
    defer { Unfinished.end(older) }
    AtomicFile.synchronizeFolder(target.deletingLastPathComponent())
    do { try FileManager.default.removeItem(at: older) } catch {
      throw ArchiveError.output(
        path: target.relativePath,
        what: "the new bag is there, but the older one could not be removed (\(SystemReason.text(of: error)))",
        remedy: "remove what is left of it, \(older.relativePath)")
    }
  }

  /// Gives the older bag its name back.
  ///
  /// - Throws: when that fails too.
  private func restore(_ older: URL, after first: any Error) throws {
    do { try move(older, target) } catch {
      throw ArchiveError.output(
        path: target.relativePath,
        what: "the new bag could not be put in place (\(SystemReason.text(of: first))), nor the older one be put back "
          + "(\(SystemReason.text(of: error)))",
        remedy: "the older one is \(older.relativePath); give it its name back")
    }
  }

  private func put(_ name: String, _ write: (AtomicFile) throws -> Void) throws -> Int {
    let url = growing.appending(path: name)
    try makeFolder(url.deletingLastPathComponent())
    let file = try AtomicFile(url, replacing: false)
    try write(file)
    try file.commit()
    return (try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? 0
  }

  private func makeFolder(_ url: URL) throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError.output(
        path: target.relativePath, what: "could not be made (\(SystemReason.text(of: error)))",
        remedy: "mend that, or name another folder")
    }
  }

  /// Reads the file back from the disk: the manifest says what is there, not what was meant to be.
  private func digest(of name: String) throws -> String {
    let file = try FileHandle(forReadingFrom: growing.appending(path: name))
    defer { try? file.close() }
    var hasher = SHA256()
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty { hasher.update(data: block) }
    return hasher.finalize().hexadecimal
  }

  /// `digest  path` on lines; a per cent sign or a line break of a name is written as RFC 8493 asks.
  private static func written(_ entries: [(path: String, digest: String)]) -> String {
    entries.map { entry in
      let path = entry.path.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
      return "\(entry.digest)  \(path)\n"
    }.joined()
  }
}
