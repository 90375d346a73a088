import Crypto
import DauIngest
import DauText
import Foundation

/// A folder in the BagIt form (RFC 8493), made to be handed over: what is in it can be checked without this program.
///
/// The bag grows in a hidden folder beside its place and is renamed there when it is whole, so a bag that can be seen is
/// complete.
final class Bag {
  private let target: URL
  private let growing: URL
  private var manifest: [(path: String, digest: String)] = []
  private var byteCount = 0
  private var isClosed = false

  /// - Parameter replacing: whether an older bag in this place is replaced. A folder that is no bag never is.
  init(_ target: URL, replacing: Bool) throws {
    let files = FileManager.default
    if files.fileExists(atPath: target.path) {
      guard replacing else { throw ArchiveError.fileExists(path: target.relativePath) }
      guard files.fileExists(atPath: target.appending(path: "bagit.txt").path) else {
        throw ArchiveError.output(
          path: target.relativePath, what: "is no bag (it has no bagit.txt), so it is not replaced",
          remedy: "name another folder")
      }
    }
    self.target = target
    growing = target.deletingLastPathComponent().appending(
      path: ".\(target.lastPathComponent).\(UUID().uuidString).tmp")
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
    do {
      let files = FileManager.default
      if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
      try files.moveItem(at: growing, to: target)
    } catch {
      throw ArchiveError.output(
        path: target.relativePath, what: "could not be put in place (\(SystemReason.text(of: error)))",
        remedy: "mend that, or name another folder")
    }
    isClosed = true
    Unfinished.end(growing)
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
