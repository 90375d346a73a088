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

  @Test func `each example prints what the README says`() throws {
    let examples = try Self.examples()
    #expect(!examples.isEmpty)
    let folder = try TemporaryFolder()
    for example in examples {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", example.command]
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
      let output = try String(contentsOf: file, encoding: .utf8)
      #expect(output == example.output, "\(example.command)")
    }
  }
}
