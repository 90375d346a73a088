import DauTestSupport
import Foundation
import Testing

/// The README shows what the program does, so it is run.
@Suite struct ReadmeTests {
  private struct Example {
    var command: String
    var output: String
  }

  /// The commands and outputs of the blocks marked `console`: a line that begins with `$ ` is a command, what follows
  /// is what it prints.
  private static func examples() throws -> [Example] {
    let readme = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    var examples: [Example] = []
    var isInside = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: ""))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }

  /// What a shell prints that runs `command` where the README stands, with its own archive.
  private static func run(_ command: String, in folder: TemporaryFolder) throws -> (output: String, status: Int32) {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = Program.root
    shell.environment = ProcessInfo.processInfo.environment.merging([
      "PATH": "\(Program.executable.deletingLastPathComponent().path):/usr/bin:/bin",
      "DAU_ARCHIVE": folder.path + "/archive",
    ]) { $1 }
    let file = folder.url.appending(path: "out")
    try Data().write(to: file)
    shell.standardInput = FileHandle.nullDevice
    shell.standardOutput = try FileHandle(forWritingTo: file)
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    return (try String(contentsOf: file, encoding: .utf8), shell.terminationStatus)
  }

  @Test func `each example prints what the README says`() throws {
    let examples = try Self.examples()
    #expect(!examples.isEmpty)
    let folder = try TemporaryFolder()
    for example in examples {
      let output = try Self.run(example.command, in: folder).output
      #expect(output == example.output, "\(example.command)")
    }
  }

  @Test func `the commands for one's own documents work in their order`() throws {
    let readme = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    // A command ends where its explanation begins, two blanks behind it.
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    dau ") }
      .map { String($0.dropFirst(4).split(separator: "  ", maxSplits: 1)[0]) }
    #expect(commands.count >= 6)
    let folder = try TemporaryFolder()
    for command in commands {
      let own = command.replacing("my-scans/", with: "corpus/inbox")
        .replacing("--output tables", with: "--output '\(folder.path)/tables'")
      let result = try Self.run(own, in: folder)
      #expect(result.status == 0, "\(command)")
      let printsData = !["ingest", "export"].contains(where: command.contains)
      #expect(result.output.isEmpty != printsData, "\(command)")
    }
  }
}
