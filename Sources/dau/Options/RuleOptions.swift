import ArgumentParser
import DauArchive
import DauRules
import Foundation

/// Which knowledge a command works by.
struct RuleOptions: ParsableArguments {
  @Option(help: "Your own rules: a folder whose files are laid over the built-in ones.", completion: .directory)
  var rules: String?

  /// The rule book, with the user's own rules over it.
  func load(_ common: CommonOptions) throws -> RuleBook {
    let base = try RulesLocation.find()
    if let rules, !FileManager.default.fileExists(atPath: rules) {
      throw Failure(description: "\(rules): there is no such folder of rules; check --rules")
    }
    let book = try common.timed("loaded the rules in \(base.path)") {
      try RuleBook(directory: base, overlay: rules.map { URL(filePath: $0) })
    }
    common.detail("rules \(book.version)")
    return book
  }

  func pipeline(_ common: CommonOptions, restores: Bool = true) throws -> Pipeline {
    let book = try load(common)
    return try common.timed(restores ? "opened the model" : "prepared the readers") {
      try Pipeline(rules: book, restores: restores)
    }
  }
}

/// Finds the rules that came with the program.
enum RulesLocation {
  /// `DAU_RULES`, then `../share/dau/rules` beside the program (installed), then `rules` in a folder above it (built).
  static func find() throws -> URL {
    var tried: [String] = []
    func isRules(_ url: URL) -> Bool {
      tried.append(url.path)
      return FileManager.default.fileExists(atPath: url.appending(path: "README.md").path)
    }
    if let given = ProcessInfo.processInfo.environment["DAU_RULES"], !given.isEmpty {
      let url = URL(filePath: given)
      if FileManager.default.fileExists(atPath: given) { return url }
      throw Failure(description: "DAU_RULES names \(given), which does not exist; correct or unset it")
    }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      throw Failure(description: "the place of this program is unknown; name the rules in the variable DAU_RULES")
    }
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appending(path: "share/dau/rules")
    if isRules(installed) { return installed }
    // A build lies at most four folders deep in the tree: .build/TRIPLE/release/dau.
    for _ in 0..<5 {
      let candidate = folder.appending(path: "rules")
      if isRules(candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    throw Failure(
      description: "the rules that belong to this program were not found (looked in \(tried.joined(separator: ", "))); "
        + "install with 'make install', or name them in the variable DAU_RULES")
  }
}
