import ArgumentParser
import DauArchive
import DauRestore
import DauRules
import DauText
import Foundation

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check and look up the rules.", subcommands: [Check.self, List.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Validate all rules; name file and line of everything that is wrong.",
      discussion: """
        Rule files, the tables in channel/, and the model and the weights in model/; with --rules, your own and those of the \
        program.

          dau rules check --rules my-rules
        """)
    @Flag(help: "Print one JSON object a fault.")
    var json = false
    @OptionGroup var rules: RuleOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let directory = try RuleBook.standardDirectory()
      let faults = common.timed("checked") {
        let faults = RuleBook.check(directory, overlay: rules.overlay)
        // A folder that is not there has been told; what would lie in it need not be.
        guard (try? RuleBook(directory: directory, overlay: rules.overlay)) != nil else { return faults }
        return faults + LearnedFiles(directory: directory, overlay: rules.overlay).check()
      }
      let out = Output()
      for fault in faults {
        if json {
          try out.line(
            JSONValue.object([
              "file": .string(fault.file), "line": fault.line.map(JSONValue.integer) ?? .null,
              "what": .string(fault.what), "remedy": .string(fault.remedy),
            ]).json)
        } else {
          try out.line("\(fault)")
        }
      }
      try out.finish()
      guard faults.isEmpty else {
        common.note("\(grouped(faults.count)) \(faults.count == 1 ? "fault" : "faults") in the rules")
        throw ExitStatus.partial
      }
      common.note("the rules in \(directory.path)\(rules.rules.map { " and \($0)" } ?? "") are sound")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the families of rules, the entries of one, or look up a text in all.",
      discussion: """
          dau rules list                      the families
          dau rules list awards               the entries of one
          dau rules list --find 'bang khen'   the entries that hold a text
        """)
    @Argument(help: "A family, such as awards or abbreviations.")
    var family: String?
    @Option(help: ArgumentHelp("Only entries that hold this text; marks and case do not count.", valueName: "text"))
    var find: String?
    @Flag(help: "Print one JSON object an entry, or a family.")
    var json = false
    @OptionGroup var rules: RuleOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if let find, SearchFolding.fold(find).allSatisfy({ $0 == " " }) {
        throw ValidationError("--find '\(find)' holds no letter and no digit; give a part of an entry")
      }
      _ = try chosen()
    }

    func run() throws {
      let directory = try RuleBook.standardDirectory()
      let folders = [directory, rules.overlay].compactMap { $0 }
      let families = try chosen()
      let out = Output()
      let isOverview = family == nil && find == nil
      var count = 0
      var table = TextTable([("family", .left), ("entries", .right), ("file", .left)])
      for family in families {
        for folder in folders {
          let url = folder.appending(path: family)
          guard FileManager.default.fileExists(atPath: url.path) else { continue }
          let entries = try RuleLines.entries(of: url).filter { entry in
            find.map { SearchFolding.fold(entry.text).contains(SearchFolding.fold($0)) } ?? true
          }
          count += entries.count
          let name = url.deletingPathExtension().lastPathComponent
          if isOverview {
            if json {
              try out.line(
                JSONValue.object([
                  "family": .string(name), "entries": .integer(entries.count), "file": .string(url.path),
                ]).json)
            }
            table.rows.append([name, grouped(entries.count), url.path])
            continue
          }
          for entry in entries {
            if json {
              try out.line(
                JSONValue.object([
                  "family": .string(name), "file": .string(url.path), "line": .integer(entry.line),
                  "text": .string(entry.text),
                ]).json)
            } else {
              try out.line("\(family):\(entry.line): \(Style.printable(entry.text))")
            }
          }
        }
      }
      if isOverview, !json {
        table.cellLimit = 200
        try out.write(table.formatted(common.style))
      }
      try out.finish()
      if count == 0 {
        let place = family.map { " of \($0)" } ?? ""
        common.note(
          find.map { "no entry\(place) holds '\($0)'; try a part of it" }
            ?? "there are no entries\(place); 'dau rules list' names the families")
        throw ExitStatus.partial
      }
    }

    private func chosen() throws -> [String] {
      guard let family else { return RuleBook.familyNames }
      guard let file = RuleBook.familyNames.first(where: { $0 == family || $0.hasPrefix(family + ".") }) else {
        let known = RuleBook.familyNames.map { $0.prefix { $0 != "." } }.joined(separator: ", ")
        throw ValidationError("there is no family '\(family)'; there are \(known)")
      }
      return [file]
    }
  }
}

/// The entries of a rule file as they are written, so that what is shown can be found and changed.
private enum RuleLines {
  struct Entry {
    var line: Int
    var text: String
  }

  /// In a list, each line below the names of the columns; in YAML, each item of `entries`, its lines joined.
  static func entries(of url: URL) throws -> [Entry] {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.textLines().enumerated()
    if url.pathExtension == "tsv" {
      let rows = lines.filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      return rows.dropFirst().map { Entry(line: $0.offset + 1, text: String($0.element).replacing("\t", with: "  ")) }
    }
    var entries: [Entry] = []
    var isInside = false
    for (number, line) in lines {
      if let first = line.first, first != " ", first != "-", first != "#" { isInside = line.hasPrefix("entries:") }
      guard isInside, !line.hasPrefix("entries:") else { continue }
      let content = line.drop { $0 == " " }
      if content.hasPrefix("#") || content.isEmpty { continue }
      if content.hasPrefix("- "), line.prefix(while: { $0 == " " }).count <= 2 {
        entries.append(Entry(line: number + 1, text: String(content.dropFirst(2))))
      } else if !entries.isEmpty {
        entries[entries.count - 1].text += " " + content
      }
    }
    return entries
  }
}
