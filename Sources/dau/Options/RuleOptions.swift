import ArgumentParser
import DauArchive
import DauRules
import Foundation

/// Which knowledge a command works by.
struct RuleOptions: ParsableArguments {
  @Option(help: "Your own rules: a folder whose files are laid over the built-in ones.", completion: .directory)
  var rules: String?

  @Option(help: "A language model to use instead of the one in rules/model.", completion: .file())
  var model: String?

  /// The rule book, with the user's own rules over it.
  func load(_ common: CommonOptions) throws -> RuleBook {
    let base = try RuleBook.standardDirectory()
    let book = try common.timed("loaded the rules in \(base.path)") {
      try RuleBook.load(directory: base, overlay: rules.map { URL(filePath: $0) })
    }
    common.detail("rules \(book.version)")
    return book
  }

  func pipeline(_ common: CommonOptions, restores: Bool = true) throws -> Pipeline {
    let book = try load(common)
    return try common.timed(restores ? "opened the model" : "prepared the readers") {
      try Pipeline(rules: book, model: model.map { URL(filePath: $0) }, restores: restores)
    }
  }
}
