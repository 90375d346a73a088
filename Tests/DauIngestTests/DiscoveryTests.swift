import DauTestSupport
import DauIngest
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct DiscoveryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("một", to: "b.txt")
    try folder.write("hai", to: "a/c.md")
    try folder.write("ba", to: "a/D.TXT")
    try folder.write("%PDF-1.4", to: "a/scan.pdf")
    try folder.write("bốn", to: "a/notes.ocr")
    try folder.write("ẩn", to: ".hidden.txt")
  }

  /// Names below the folder, with the codes of refusals.
  private func names(_ paths: [String]) -> [String] {
    Discovery().candidates(in: paths).map { candidate in
      let name = candidate.path.replacingOccurrences(of: folder.path + "/", with: "")
      return candidate.refusal.map { "\(name) \($0.code)" } ?? name
    }
  }

  @Test func `a folder is searched to the bottom, sorted, hidden files left out`() {
    #expect(
      names([folder.path]) == [
        "a/D.TXT", "a/c.md", "a/notes.ocr not-yet-readable", "a/scan.pdf not-yet-readable", "b.txt",
      ])
  }

  @Test func `a file named twice is one candidate`() {
    #expect(names([folder.path + "/b.txt", folder.path + "//./b.txt", folder.path + "/*.txt"]) == ["b.txt"])
  }

  @Test func `a file named directly is read whatever its name ends in`() {
    #expect(names([folder.path + "/a/notes.ocr"]) == ["a/notes.ocr"])
    #expect(names([folder.path + "/a/scan.pdf"]) == ["a/scan.pdf not-yet-readable"])
  }

  @Test(arguments: [
    ("/*.txt", ["b.txt"]), ("/a/?.md", ["a/c.md"]), ("/*/[A-Z].TXT", ["a/D.TXT"]), ("/*/[!A-Z].*", ["a/c.md"]),
    ("/nothing-*", ["nothing-* no-match"]), ("/missing.txt", ["missing.txt missing"]),
  ])
  func `patterns stand for the files they match`(_ pattern: String, _ expected: [String]) {
    #expect(names([folder.path + pattern]) == expected)
  }

  @Test func `links are named, broken ones too, and never followed inside folders`() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/a/link.txt", withDestinationPath: folder.path + "/b.txt")
    try manager.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    try manager.createSymbolicLink(atPath: folder.path + "/broken.txt", withDestinationPath: "/nowhere")
    let found = names([folder.path])
    #expect(found.contains("a/link.txt link-in-folder"))
    #expect(found.contains("loop link-in-folder"))
    #expect(found.contains("broken.txt link-in-folder"))
    #expect(names([folder.path + "/a/link.txt"]) == ["a/link.txt"])
    #expect(names([folder.path + "/broken.txt"]) == ["broken.txt broken-link"])
  }

  /// As old disks have them: the letter é in windows-1258.
  @Test func `a file whose name is no UTF-8 is refused with the way out`() throws {
    let path = Array((folder.path + "/caf").utf8) + [0xE9] + Array(".txt".utf8) + [0]
    // The bytes live through the call.
    let descriptor = unsafe path.withUnsafeBytes { bytes in
      guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return Int32(-1) }
      return unsafe open(start, O_WRONLY | O_CREAT, 0o600)
    }
    // Some file systems take no such name, and then there is nothing to refuse.
    guard descriptor >= 0 else { return }
    close(descriptor)
    let refused = Discovery().candidates(in: [folder.path]).filter { $0.path.contains("caf") }
    #expect(refused.map(\.refusal) == [.oddName])
    #expect(refused.first?.refusal?.description.contains("rename it") == true)
  }

  @Test func `an archive inside a folder is not read into itself`() throws {
    try folder.write("SQLite format 3", to: "old/archive.sqlite")
    try folder.write("một", to: "old/originals/ab/abc.txt")
    #expect(!names([folder.path]).contains { $0.hasPrefix("old") })
  }

  @Test func `a file larger than the limit is refused with both sizes`() throws {
    let path = try folder.write(String(repeating: "a", count: 101), to: "big.txt")
    #expect(throws: ReadError.tooLarge(byteCount: 101, limit: 100)) { try FileReader(byteLimit: 100).read(path) }
  }

  @Test(arguments: [("", ReadError.notAFile(kind: "a folder")), ("/gone.txt", .missing)])
  func `what is no file is refused`(_ name: String, _ error: ReadError) {
    #expect(throws: error) { try FileReader().read(folder.path + name) }
  }
}
