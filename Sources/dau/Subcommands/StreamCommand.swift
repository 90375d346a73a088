import ArgumentParser
import DauArchive
import DauIngest
import Foundation

struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "Filter JSON Lines: a text in, its restoration and records out.",
    discussion: """
      Each line of standard input is an object with "text" and, if wanted, "id" (any JSON value). For each, one line \
      comes out, in the same order and at once: {"id", "text", "document", "records", "stats"}, or {"id", "error"}. For \
      pipes of large systems: Spark's pipe(), GNU parallel --pipe.

        echo '{"id": 1, "text": "Tong két phong trao thi dua"}' | dau stream
      """)

  @Flag(help: "Take the texts as they stand: they are clean.")
  var noRestore = false
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if Console.standardInputIsTerminal {
      Console.tell(DauCommand.helpMessage(for: Self.self))
      throw ExitCode.validationFailure
    }
    let pipeline = try knowledge.pipeline(common, restores: !noRestore)
    let out = Output()
    var failed = 0
    var lines = InputLines()
    var number = 0
    while let line = try lines.next() {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let answer = Self.answer(to: line, number: number, pipeline)
      if answer["error"] != nil { failed += 1 }
      try out.line(answer.json)
      // Whoever waits for the answer before sending the next line must get it now.
      try out.flush()
    }
    if failed > 0 {
      common.note("\(grouped(failed)) of \(grouped(number)) lines failed; each has its \"error\" in the output")
      throw ExitStatus.partial
    }
  }

  private static func answer(to line: [UInt8], number: Int, _ pipeline: Pipeline) -> JSONValue {
    var id = JSONValue.null
    func failure(_ message: String) -> JSONValue {
      .object(["id": id, "error": .string("line \(number): \(message)")])
    }
    guard let request = try? JSONDecoder().decode(JSONValue.self, from: Data(line)) else {
      return failure("is not JSON; write one object a line, as {\"id\": 1, \"text\": \"...\"}")
    }
    id = request["id"] ?? .null
    guard let text = request["text"]?.string else {
      return failure("has no \"text\" that is a string")
    }
    do throws(ReadError) {
      let document = pipeline.process(try TextReader().read(text, file: "-"))
      let records = document.recordLines.map { (try? JSONValue(json: $0)) ?? .null }
      return .object([
        "id": id, "text": .string(document.text),
        "document": (try? JSONValue(json: document.documentLine)) ?? .null, "records": .array(records),
        "stats": .object([
          "words": .integer(document.wordCount), "changed": .integer(document.changes.count),
          "records": .integer(records.count), "repairs": .list(of: document.source.repairs),
        ]),
      ])
    } catch {
      return failure("its text \(error)")
    }
  }
}

/// The lines of standard input as bytes, however long they are.
private struct InputLines {
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer {
          start = end + 1
          searched = start
        }
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        defer {
          start = buffer.count
          searched = start
        }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      // `availableData` returns what is there instead of waiting for a full block.
      let data = FileHandle.standardInput.availableData
      if data.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: data) }
    }
  }
}
