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

  @Test func `a text is written whole, over an older one only when that is said`() throws {
    try AtomicFile.write("one", to: url("a.txt"), replacing: false)
    #expect(throws: ArchiveError.fileExists(path: url("a.txt").relativePath)) {
      try AtomicFile.write("two", to: url("a.txt"), replacing: false)
    }
    try AtomicFile.write("two", to: url("a.txt"), replacing: true)
    #expect(try String(contentsOf: url("a.txt"), encoding: .utf8) == "two")
  }

  // MARK: Files that somebody else writes

  private struct Stop: Error {}

  /// Foundation replaces the file that it is given, others write into it.
  @Test(arguments: [Data.WritingOptions.atomic, []])
  func `what another writes appears when it is whole`(_ options: Data.WritingOptions) throws {
    for (text, replacing) in [("one", false), ("two", true)] {
      let count = try AtomicFile.placing(url("a.txt"), replacing: replacing) { place in
        try Data(text.utf8).write(to: place, options: options)
        #expect(place != url("a.txt") && place.deletingLastPathComponent().path == folder.path)
        #expect(FileManager.default.fileExists(atPath: url("a.txt").path) == replacing)
        return text.count
      }
      #expect(count == 3)
      #expect(try String(contentsOf: url("a.txt"), encoding: .utf8) == text)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }
    #expect(throws: ArchiveError.fileExists(path: url("a.txt").relativePath)) {
      try AtomicFile.placing(url("a.txt"), replacing: false) { _ in Issue.record("the work must not begin") }
    }
  }

  @Test func `what another does not finish leaves the file as it was`() throws {
    try folder.write("old", to: "a.txt")
    #expect(throws: Stop.self) {
      try AtomicFile.placing(url("a.txt"), replacing: true) { place in
        try Data("half".utf8).write(to: place)
        throw Stop()
      }
    }
    // One that writes nothing and says nothing of it.
    #expect(throws: (any Error).self) { try AtomicFile.placing(url("a.txt"), replacing: true) { _ in } }
    #expect(try String(contentsOf: url("a.txt"), encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test func `a link stays when another writes`() throws {
    try folder.write("old", to: "real/real.txt")
    try FileManager.default.createSymbolicLink(at: url("link.txt"), withDestinationURL: url("real/real.txt"))
    try AtomicFile.placing(url("link.txt"), replacing: true) { try Data("new".utf8).write(to: $0, options: .atomic) }
    #expect(try String(contentsOf: url("real/real.txt"), encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: url("link.txt").path).hasSuffix("real.txt"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/real") == ["real.txt"])
  }

  @Test(arguments: ["", "none/a.txt", "../../../../../../../../../dev/null"])
  func `nothing is begun for a place that holds no file`(_ name: String) throws {
    #expect(throws: ArchiveError.self) {
      try AtomicFile.placing(url(name), replacing: true) { _ in Issue.record("the work must not begin") }
    }
  }
}
