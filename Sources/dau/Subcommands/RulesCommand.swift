import ArgumentParser
import DauRules
import Foundation

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check and look up the rules.", subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Load and validate all rules; say file and line of what is wrong.")
    @OptionGroup var rules: RuleOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let book = try rules.load(common)
      let out = Output()
      try out.line("the rules in \(book.directory.path) are sound; version \(book.version)")
      try out.finish()
    }
  }
}
