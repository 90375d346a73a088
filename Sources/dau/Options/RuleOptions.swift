import ArgumentParser
import DauArchive
import DauRestore
import DauRules
import Foundation

/// Which rules a command works by.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Your own rules: a folder whose files are laid over those of the program (which DAU_RULES may name). A table in its \
      channel/ is used with those of the program, or for the one of its name; a model and confidence.tsv in its model/ are \
      used for those of the program.
      """,
      valueName: "dir"),
    completion: .directory)
  var rules: String?

  func validate() throws {
    try Naming.require(rules, "--rules")
  }

  var overlay: URL? { rules.map { URL(filePath: $0, directoryHint: .isDirectory) } }

  /// The rule book, with the user's own rules over it.
  func load(_ common: CommonOptions) throws -> RuleBook {
    let book = try RuleBook(directory: RuleBook.standardDirectory(), overlay: overlay)
    common.detail("rules of \(book.directory.path)" + (book.overlay.map { " and \($0.path)" } ?? ""))
    return book
  }
}

/// Which rules and which language model a command works by.
struct KnowledgeOptions: ParsableArguments {
  @OptionGroup var rules: RuleOptions

  @Option(
    help: ArgumentHelp(
      "A language model to use instead of that of the rules; 'dau train lm' makes them.", valueName: "file"),
    completion: .file())
  var model: String?

  func validate() throws { try Naming.require(model, "--model") }

  func restorer(_ common: CommonOptions) throws -> Restorer {
    let book = try rules.load(common)
    let restorer = try common.timed("opened the model") { try Restorer(rules: book, model: model.map(Self.existing)) }
    // It is wanted until the process ends; to free its lists then, word by word, takes as long as to read some lines of a page.
    _ = unsafe Unmanaged.passRetained(restorer)
    return restorer
  }

  func pipeline(_ common: CommonOptions, restores: Bool = true) throws -> Pipeline {
    let book = try rules.load(common)
    let pipeline = try common.timed("prepared the pipeline") {
      try Pipeline(rules: book, model: model.map(Self.existing), restores: restores)
    }
    common.detail("version \(pipeline.version)")
    return pipeline
  }

  /// - Throws: when there is no such model; what is there and is none, opening it tells.
  static func existing(_ path: String) throws -> URL {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(description: "\(path): there is no such model; check --model")
    }
    return URL(filePath: path)
  }
}
