import DauIngest
import DauTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LineReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Opens `path` for the time of `body`.
  private func withDescriptor<T>(of path: String, _ body: (Int32) throws -> T) throws -> T {
    // The string lives through the call.
    let descriptor = unsafe open(path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    return try body(descriptor)
  }

  private func lines(_ reader: inout LineReader) throws -> [String] {
    var found: [String] = []
    while let line = try reader.next() { found.append(String(decoding: line, as: UTF8.self)) }
    return found
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("một", ["một"]), ("một\n", ["một"]), ("một\nhai", ["một", "hai"]),
    ("\n\nmột\r\n\n", ["", "", "một\r", ""]),
  ])
  func `lines are cut at line feeds, and the last may lack one`(_ text: String, _ expected: [String]) throws {
    let path = try folder.write(text, to: "lines")
    try withDescriptor(of: path) { (descriptor: Int32) throws in
      var reader = LineReader(descriptor: descriptor)
      #expect(try lines(&reader) == expected)
      // Behind the end there is nothing, however often one asks.
      #expect(try reader.next() == nil)
    }
  }

  @Test func `a line may be longer than any block`() throws {
    let long = String(repeating: "a", count: 1_000_003)
    let path = try folder.write("x\n\(long)\ny\n\(long)", to: "lines")
    try withDescriptor(of: path) { (descriptor: Int32) throws in
      var reader = LineReader(descriptor: descriptor)
      #expect(try lines(&reader).map(\.utf8.count) == [1, 1_000_003, 1, 1_000_003])
    }
  }

  @Test func `a line is handed over before the next is written`() throws {
    var ends: [Int32] = [0, 0]
    // The array has room for the two descriptors.
    try #require(unsafe pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var reader = LineReader(descriptor: ends[0])
    for line in ["một", "hai"] {
      let bytes = Array((line + "\n").utf8)
      try #require(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
      #expect(try reader.next() == Array(line.utf8))
    }
  }

  @Test func `what cannot be read is an error with its reason`() throws {
    try withDescriptor(of: folder.path) { (descriptor: Int32) throws in
      var reader = LineReader(descriptor: descriptor)
      #expect(throws: ReadError.failed(reason: "Is a directory")) { try reader.next() }
    }
    var closed = LineReader(descriptor: -1)
    #expect(throws: ReadError.failed(reason: "Bad file descriptor")) { try closed.next() }
  }
}
