import ArgumentParser
import DauArchive
import DauIngest
import Foundation

struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "Filter JSON Lines: a text in, its restoration and records out.",
    discussion: """
      Each line of standard input is an object with "text" and, if wanted, "id" (any JSON value, which comes back as it \
      is written). For each, one line comes out, in the same order and at once: {"id", "text", "document", "records", "stats"}, or {"id", "error"}. For \
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
    var lines = LineReader()
    var number = 0
    while let line = try next(&lines) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let answer = Self.answer(to: line, number: number, pipeline)
      if answer.isFailure { failed += 1 }
      try out.line(answer.json)
      // Whoever waits for the answer before sending the next line must get it now.
      try out.flush()
    }
    if failed > 0 {
      common.note("\(grouped(failed)) of \(grouped(number)) lines failed; each has its \"error\" in the output")
      throw ExitStatus.partial
    }
  }

  private func next(_ lines: inout LineReader) throws -> [UInt8]? {
    do { return try lines.next() } catch { throw Failure(description: "standard input: \(error)") }
  }

  /// One line of the output.
  private struct Answer {
    /// As it stood in the request: no number of ours holds all that JSON can write.
    var id = "null"
    var members: [String: JSONValue]

    var isFailure: Bool { members["error"] != nil }

    var json: String { "{\"id\":\(id)," + JSONValue.object(members).json.dropFirst() }
  }

  private static func answer(to line: [UInt8], number: Int, _ pipeline: Pipeline) -> Answer {
    func failure(_ message: String, id: String = "null") -> Answer {
      Answer(id: id, members: ["error": .string("line \(number): \(message)")])
    }
    guard let request = try? JSONDecoder().decode(JSONValue.self, from: Data(line)) else {
      return failure("is not JSON; write one object a line, as {\"id\": 1, \"text\": \"...\"}")
    }
    let id = JSONText(line).member("id") ?? "null"
    guard let text = request["text"]?.string else {
      return failure("has no \"text\" that is a string", id: id)
    }
    do {
      let document = pipeline.process(try TextReader().read(text, file: "-"))
      let records = try document.records()
      return Answer(
        id: id,
        members: [
          "text": .string(document.text), "document": try document.documentRecord(), "records": .array(records),
          "stats": .object([
            "words": .integer(document.wordCount), "changed": .integer(document.changes.count),
            "records": .integer(records.count), "repairs": .list(of: document.source.repairs),
          ]),
        ])
    } catch let error as ReadError {
      return failure("its text \(error)", id: id)
    } catch let error as MalformedRecord {
      return failure(error.what, id: id)
    } catch {
      return failure("\(error)", id: id)
    }
  }
}
