import DauTestSupport
import Foundation
import Testing

@testable import DauArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func url(_ name: String) -> URL { folder.url.appending(path: name) }

  @Test func `a file appears when it is committed, and not before`() throws {
    let file = try AtomicFile(url("a.txt"), replacing: false)
    try file.write("xin chào")
    #expect(!FileManager.default.fileExists(atPath: url("a.txt").path))
    try file.commit()
    #expect(try String(contentsOf: url("a.txt"), encoding: .utf8) == "xin chào")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test func `a pipe is written to and stays one, forced or not`() throws {
    let path = url("pipe").path
    // The strings and the buffer live through the calls.
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    for replacing in [false, true] {
      // Open to read and write, so that neither side waits for the other.
      let reader = unsafe open(path, O_RDWR)
      let file = try AtomicFile(url("pipe"), replacing: replacing)
      try file.write("đã đọc")
      try file.commit()
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = unsafe read(reader, &bytes, 100)
      close(reader)
      #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "đã đọc")
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      #expect(type != .typeRegular)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
  }

  @Test func `a link stays, and what it leads to is replaced`() throws {
    try folder.write("old", to: "real.txt")
    try FileManager.default.createSymbolicLink(at: url("link.txt"), withDestinationURL: url("real.txt"))
    #expect(throws: ArchiveError.self) { try AtomicFile(url("link.txt"), replacing: false) }
    let file = try AtomicFile(url("link.txt"), replacing: true)
    try file.write("new")
    try file.commit()
    #expect(try String(contentsOf: url("real.txt"), encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: url("link.txt").path).hasSuffix("real.txt"))
  }

  @Test(arguments: [("", "is a folder"), ("none/a.txt", "there is no folder")])
  func `a place that holds no file is told with the way out`(_ name: String, _ what: String) throws {
    let error = try #require(throws: ArchiveError.self) { try AtomicFile(url(name), replacing: true) }
    #expect("\(error)".contains(what), "\(error)")
    #expect(!"\(error)".contains("stored"), "it is no archive")
  }
}
