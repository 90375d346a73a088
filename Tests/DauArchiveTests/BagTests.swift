import DauTestSupport
import Foundation
import Testing

@testable import DauArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A bag in the place of an older one. That a bag holds what it should is tested with the other exports.
@Suite struct BagTests {
  private let folder: TemporaryFolder
  private var target: URL { folder.url.appending(path: "bag") }

  init() throws { folder = try TemporaryFolder() }

  /// Fails at some of its calls; the others rename.
  private final class FailingMove {
    private let failing: Set<Int>
    private var count = 0

    init(at failing: Set<Int>) { self.failing = failing }

    func callAsFunction(_ old: URL, _ new: URL) throws {
      count += 1
      if failing.contains(count) { throw POSIXError(.EIO) }
      try FileManager.default.moveItem(at: old, to: new)
    }
  }

  private static func bag(
    _ text: String, in target: URL, replacing: Bool,
    move: @escaping Bag.Move = { try FileManager.default.moveItem(at: $0, to: $1) }
  ) throws {
    let bag = try Bag(target, replacing: replacing, move: move)
    try bag.add("a.txt") { try $0.write(text) }
    try bag.close(info: [])
  }

  private static func content(of bag: URL) throws -> String {
    try String(contentsOf: bag.appending(path: "data/a.txt"), encoding: .utf8)
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

  @Test func `a bag takes the place of an older one, and nothing of that is left`() throws {
    try Self.bag("one", in: target, replacing: false)
    try Self.bag("two", in: target, replacing: true)
    #expect(try Self.content(of: target) == "two")
    #expect(try names() == ["bag"])
  }

  /// Out of the way with the older bag, then into its place with the new one.
  @Test(arguments: [1, 2])
  func `where a bag cannot be put in place, the older one is there as it was`(_ step: Int) throws {
    try Self.bag("one", in: target, replacing: false)
    let move = FailingMove(at: [step])
    let error = try #require(throws: ArchiveError.self) {
      try Self.bag("two", in: target, replacing: true, move: move.callAsFunction)
    }
    #expect("\(error)".contains("the older bag is there as it was; mend that"), "\(error)")
    #expect(try Self.content(of: target) == "one")
    #expect(FileManager.default.fileExists(atPath: target.path + "/tagmanifest-sha256.txt"))
    #expect(try names() == ["bag"])
  }

  @Test func `an older bag that cannot get its name back is named`() throws {
    try Self.bag("one", in: target, replacing: false)
    let move = FailingMove(at: [2, 3])
    let error = try #require(throws: ArchiveError.self) {
      try Self.bag("two", in: target, replacing: true, move: move.callAsFunction)
    }
    let name = try #require(try names().first)
    #expect(try names().count == 1)
    #expect("\(error)".contains("\(name); give it its name back"), "\(error)")
    #expect(try Self.content(of: folder.url.appending(path: name)) == "one")
  }

  @Test func `a first bag that cannot be put in place leaves nothing`() throws {
    let move = FailingMove(at: [1])
    #expect(throws: ArchiveError.self) { try Self.bag("one", in: target, replacing: false, move: move.callAsFunction) }
    #expect(try names() == [])
  }

  @Test(arguments: [false, true])
  func `what came into the place meanwhile is not replaced`(_ replacing: Bool) throws {
    let bag = try Bag(target, replacing: replacing)
    try folder.write("mine", to: "bag/notes.txt")
    #expect(throws: ArchiveError.self) { try bag.close(info: []) }
    #expect(try String(contentsOf: target.appending(path: "notes.txt"), encoding: .utf8) == "mine")
  }

  /// What Ctrl-C does, pressed when the older bag is out of the way and the new one not yet in its place.
  @Test func `told to stop between two renames, a process leaves a whole bag`() async throws {
    try Self.bag("one", in: target, replacing: false)
    await #expect(processExitsWith: .exitCode(130)) { [path = target.path as String] in
      try Self.bag("two", in: URL(filePath: path), replacing: true) { old, new in
        if new.path == path {
          Thread { Unfinished.removeAll { _exit(130) } }.start()
          Thread.sleep(forTimeInterval: 0.3)
        }
        try FileManager.default.moveItem(at: old, to: new)
      }
      // The thread ends the process as soon as the new bag is in its place.
      try await Task.sleep(for: .seconds(60))
    }
    #expect(try ["one", "two"].contains(Self.content(of: target)))
    #expect(FileManager.default.fileExists(atPath: target.path + "/tagmanifest-sha256.txt"))
    #expect(try names() == ["bag"])
  }
}
