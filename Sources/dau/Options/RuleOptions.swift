import ArgumentParser
import DauArchive
import DauRestore
import DauRules
import Foundation

/// Which rules a command works by.
struct RuleOptions: ParsableArguments {
  @Option(
    help: "Your own rules: a folder whose files are laid over those of the program (which DAU_RULES may name).",
    completion: .directory)
  var rules: String?

  var overlay: URL? { rules.map { URL(filePath: $0, directoryHint: .isDirectory) } }

  /// The rule book, with the user's own rules over it.
  func load(_ common: CommonOptions) throws -> RuleBook {
    let book = try RuleBook.load(directory: RuleBook.standardDirectory(), overlay: overlay)
    common.detail("rules of \(book.directory.path)" + (book.overlay.map { " and \($0.path)" } ?? ""))
    return book
  }
}

/// Which rules and which language model a command works by.
struct KnowledgeOptions: ParsableArguments {
  @OptionGroup var rules: RuleOptions

  @Option(help: "A language model to use instead of the built-in one; 'dau train lm' makes them.", completion: .file())
  var model: String?

  func restorer(_ common: CommonOptions) throws -> Restorer {
    let book = try rules.load(common)
    return try common.timed("opened the model") { try Restorer(rules: book, model: modelURL()) }
  }

  func pipeline(_ common: CommonOptions, restores: Bool = true) throws -> Pipeline {
    let book = try rules.load(common)
    let pipeline = try common.timed("prepared the pipeline") {
      try Pipeline(rules: book, model: modelURL(), restores: restores)
    }
    common.detail("version \(pipeline.version)")
    return pipeline
  }

  private func modelURL() throws -> URL? {
    guard let model else { return nil }
    guard FileManager.default.fileExists(atPath: model) else {
      throw Failure(description: "\(model): there is no such model; check --model")
    }
    return URL(filePath: model)
  }
}
