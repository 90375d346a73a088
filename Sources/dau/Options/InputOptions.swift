import ArgumentParser
import DauIngest
import Foundation

/// The one document that a command reads.
struct InputOptions: ParsableArguments {
  @Argument(help: "The document: a .txt or .md file, or - for standard input.", completion: .file())
  var file: String?

  func validate() throws { try Naming.require(file, "the name of the document") }

  /// Reads it.
  ///
  /// Without a file, standard input is read; a terminal there means that nothing was given, and the command's help says
  /// at once what is expected.
  func read(for command: any ParsableCommand.Type) throws -> SourceDocument {
    let path = file ?? "-"
    if path == "-" {
      if Console.standardInputIsTerminal, file == nil {
        Console.tell(DauCommand.helpMessage(for: command))
        throw ExitCode.validationFailure
      }
      return try located("standard input") { () throws(ReadError) in
        let bytes: [UInt8]
        do {
          bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
        } catch {
          throw .failed(reason: SystemReason.text(of: error))
        }
        return try TextReader().read(bytes, file: "-")
      }
    }
    return try located(path) { () throws(ReadError) in try FileReader().read(path) }
  }

  private func located<T>(_ name: String, _ body: () throws(ReadError) -> T) throws -> T {
    do { return try body() } catch { throw Failure(description: "\(name): \(error)") }
  }
}
