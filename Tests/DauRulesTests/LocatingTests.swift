import Foundation
import Testing

@testable import DauRules

@Suite struct LocatingTests {
  /// A tree `bin/dau`, `share/dau/rules/`, `work/deep/`, with rules where asked.
  private func tree(rulesAt paths: [String]) throws -> URL {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "dau-tree-\(UUID().uuidString)", directoryHint: .isDirectory
    ).resolvingSymlinksInPath()
    for path in ["bin", "work/deep"] + paths {
      try FileManager.default.createDirectory(at: root.appending(path: path), withIntermediateDirectories: true)
    }
    for path in paths { try Data("rules".utf8).write(to: root.appending(path: path + "/README.md")) }
    return root
  }

  private func found(_ root: URL, environment: [String: String] = [:]) throws -> String {
    let url = try RuleBook.standardDirectory(
      environment: environment, executable: root.appending(path: "bin/dau"),
      current: root.appending(path: "work/deep", directoryHint: .isDirectory))
    return String(url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1))
  }

  @Test func `the installed folder comes before folders above`() throws {
    let root = try tree(rulesAt: ["share/dau/rules", "rules", "work/rules"])
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(try found(root) == "share/dau/rules")
  }

  @Test func `a folder above the executable is found, then one above the current folder`() throws {
    let root = try tree(rulesAt: ["rules", "work/rules"])
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(try found(root) == "rules")
    let other = try tree(rulesAt: ["work/rules"])
    defer { try? FileManager.default.removeItem(at: other) }
    #expect(try found(other) == "work/rules")
  }

  @Test func `the environment decides, and is refused when it is wrong`() throws {
    let root = try tree(rulesAt: ["rules", "mine"])
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(try found(root, environment: ["DAU_RULES": root.appending(path: "mine").path]) == "mine")
    #expect {
      try found(root, environment: ["DAU_RULES": "/nowhere"])
    } throws: { error in
      "\(error)".hasPrefix("/nowhere: the environment variable DAU_RULES names a folder without rules")
    }
  }

  @Test func `rules that somebody keeps are told from those that are installed`() throws {
    let root = try tree(rulesAt: ["rules", "mine"])
    defer { try? FileManager.default.removeItem(at: root) }
    let (installed, mine) = (root.appending(path: "rules"), root.appending(path: "mine"))
    #expect(try !RuleBook(directory: installed).isOfUser(environment: [:]))
    #expect(try RuleBook(directory: installed, overlay: mine).isOfUser(environment: [:]))
    #expect(try RuleBook(directory: mine).isOfUser(environment: ["DAU_RULES": mine.path + "/"]))
    #expect(try !RuleBook(directory: installed).isOfUser(environment: ["DAU_RULES": ""]))
  }

  @Test func `when there is none, the error names the places and the way out`() throws {
    let root = try tree(rulesAt: [])
    defer { try? FileManager.default.removeItem(at: root) }
    #expect {
      try found(root)
    } throws: { error in
      "\(error)".contains(root.appending(path: "work/deep").path) && "\(error)".contains("--rules DIR")
    }
  }

  @Test func `a program in the current folder names that place once`() throws {
    let root = try tree(rulesAt: [])
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "work", directoryHint: .isDirectory)
    #expect {
      try InstalledFolder("rules", marker: "README.md").located(
        executable: folder.appending(path: "dau"), current: folder, remedy: "use --rules DIR")
    } throws: { error in
      "\(error)".components(separatedBy: "above ").count == 2
    }
  }

  @Test func `a folder that is none is refused on opening`() {
    #expect(throws: RuleError.self) { try RuleBook(directory: URL(filePath: "/nowhere/rules")) }
  }
}
