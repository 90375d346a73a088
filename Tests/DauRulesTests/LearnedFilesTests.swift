import DauRules
import DauTestSupport
import Foundation
import Testing

@Suite struct LearnedFilesTests {
  private let program: TemporaryFolder
  private let own: TemporaryFolder
  private var files: LearnedFiles { LearnedFiles(directory: program.url, overlay: own.url) }

  init() throws {
    program = try TemporaryFolder()
    own = try TemporaryFolder()
    for name in ["channel/light.tsv", "channel/ruined.tsv", "model/admin.daulm", "model/confidence.tsv"] {
      try program.write("x", to: name)
    }
  }

  private func names(_ urls: [URL]) -> [String] {
    urls.map { url in
      let whose = url.path.hasPrefix(own.path) ? "own" : "program"
      return "\(whose)/\(url.lastPathComponent)"
    }
  }

  @Test func `own tables join those of the program and replace those of the same name`() throws {
    try own.write("x", to: "channel/light.tsv")
    try own.write("x", to: "channel/mine.tsv")
    try own.write("x", to: "channel/notes.md")
    #expect(try names(files.channelTables()) == ["own/light.tsv", "own/mine.tsv", "program/ruined.tsv"])
  }

  @Test func `without own files those of the program are used`() throws {
    #expect(try names(files.channelTables()) == ["program/light.tsv", "program/ruined.tsv"])
    #expect(try names([files.languageModel("admin.daulm")]) == ["program/admin.daulm"])
    #expect(names([files.inModel("confidence.tsv")]) == ["program/confidence.tsv"])
  }

  @Test func `an own model of any name and own weights take the place of the program's`() throws {
    try own.write("x", to: "model/ours.daulm")
    try own.write("x", to: "model/confidence.tsv")
    #expect(try names([files.languageModel("admin.daulm")]) == ["own/ours.daulm"])
    #expect(names([files.inModel("confidence.tsv")]) == ["own/confidence.tsv"])
  }

  @Test func `of several own models none is chosen`() throws {
    try own.write("x", to: "model/a.daulm")
    try own.write("x", to: "model/b.daulm")
    let fault = try #require(throws: RuleError.self) { try files.languageModel("admin.daulm") }
    #expect(fault.what == "there are 2 models, a.daulm, b.daulm")
    #expect(fault.remedy.contains("--model"))
  }

  @Test func `rules without any table are refused`() throws {
    let empty = try TemporaryFolder()
    let fault = try #require(throws: RuleError.self) { try LearnedFiles(directory: empty.url).channelTables() }
    #expect(fault.what == "there are no channel tables (*.tsv)")
  }

  @Test func `the version follows the own channel and model`() throws {
    var versions: Set<String> = []
    func add() throws { versions.insert(try RuleBook(directory: program.url, overlay: own.url).version) }
    try add()
    try own.write("x", to: "channel/mine.tsv")
    try add()
    try own.write("y", to: "channel/mine.tsv")
    try add()
    try own.write("x", to: "model/confidence.tsv")
    try add()
    #expect(versions.count == 4)
  }

  @Test func `a file in the place of a folder is told apart from nothing`() throws {
    let file = URL(filePath: try own.write("", to: "empty.txt"))
    let fault = try #require(throws: RuleError.self) { try RuleBook(directory: program.url, overlay: file) }
    #expect(fault.what == "is a file and no folder")
  }
}
