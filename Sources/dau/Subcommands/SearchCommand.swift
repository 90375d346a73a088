import ArgumentParser
import DauArchive
import DauIngest

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find documents by words, with or without marks.",
    discussion: """
      All words must occur. Marks may be left out: 'dang bo' finds Đảng bộ; what is typed with marks comes first where \
      it is written so. "Words in quotation marks" stand together, a beginning* may go on.

        dau search lập thành tích
        dau search '"huân chương lao động" 2018'
      """)

  @Argument(help: "What to search for.")
  var query: [String]
  @Flag(help: "Only what is written exactly so, marks included.")
  var exact = false
  @Option(parsing: .unconditional, help: ArgumentHelp("The most hits to print.", valueName: "n"))
  var limit = 10
  @Option(parsing: .unconditional, help: ArgumentHelp("How many hits to leave out from the front.", valueName: "n"))
  var offset = 0
  @Flag(help: "Print one JSON object with the hits, their snippets and the places of the matches.")
  var json = false
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
    if offset < 0 { throw ValidationError("--offset must be 0 or more") }
  }

  func run() throws {
    let query = try SearchQuery(self.query.joined(separator: " "), isExactOnly: exact)
    let archive = try archive.open(common)
    let result = try common.timed("searched") { try archive.store.search(query, limit: limit, offset: offset) }
    let out = Output()
    if json {
      try out.line(Self.object(query, result).json)
    } else {
      try show(result, marksMatter: query.terms.contains(where: \.hasMarks), to: out)
    }
    try out.finish()
    if !query.literalOperators.isEmpty {
      let words = query.literalOperators.map { $0.uppercased() }.joined(separator: ", ")
      common.note("\(words) was searched for as a word; all words of a query must occur anyway")
    }
    if result.total == 0 {
      common.note("no document holds \(self.query.joined(separator: " ")); try fewer words, or a beginning*")
      throw ExitStatus.partial
    }
    let shown = result.hits.count
    if !json, shown > 0, result.total > offset + shown {
      common.note(
        "\(grouped(offset + 1))–\(grouped(offset + shown)) of \(grouped(result.total)); "
          + "--offset \(offset + shown) shows more")
    }
    if result.hits.isEmpty {
      common.note("there are only \(grouped(result.total)) hits; lower --offset")
      throw ExitStatus.partial
    }
  }

  private func show(_ result: SearchResult, marksMatter: Bool, to out: Output) throws {
    let style = common.style
    for hit in result.hits {
      var heading = style.bold(Style.printable(hit.title ?? hit.file))
      if marksMatter, !hit.isExact { heading += style.dim("  (written with other marks)") }
      try out.line(heading)
      let facts = [hit.symbol, hit.issued, hit.file].compactMap { $0 }.map(Style.printable)
      try out.line("  " + style.dim(facts.joined(separator: " · ")))
      for snippet in hit.snippets {
        try out.line("  \(style.dim("line \(snippet.line):")) …\(Self.marked(snippet, style))…")
      }
      try out.line("")
    }
  }

  /// The snippet with its matches marked: in colour, or in brackets where there is none.
  private static func marked(_ snippet: Snippet, _ style: Style) -> String {
    let bytes = Array(snippet.text.utf8)
    func text(_ range: Range<Int>) -> String { Style.printable(String(decoding: bytes[range], as: UTF8.self)) }
    var out = ""
    var at = 0
    for mark in snippet.marks {
      out += text(at..<mark.lowerBound)
      out += style.isOn ? style.mark(text(mark)) : "[\(text(mark))]"
      at = mark.upperBound
    }
    return out + text(at..<bytes.count)
  }

  private static func object(_ query: SearchQuery, _ result: SearchResult) -> JSONValue {
    func pair(_ range: Range<Int>) -> JSONValue { .array([.integer(range.lowerBound), .integer(range.upperBound)]) }
    let hits = result.hits.map { hit in
      JSONValue.object([
        "document": .string(hit.document.description), "file": .string(hit.file),
        "title": hit.title.map(JSONValue.string) ?? .null, "symbol": hit.symbol.map(JSONValue.string) ?? .null,
        "issued": hit.issued.map(JSONValue.string) ?? .null, "exact": .bool(hit.isExact),
        "snippets": .array(
          hit.snippets.map { snippet in
            .object([
              "text": .string(snippet.text), "line": .integer(snippet.line), "span": pair(snippet.span),
              "matches": .array(snippet.matches.map(pair)),
            ])
          }),
      ])
    }
    return .object(["query": .string(query.text), "total": .integer(result.total), "hits": .array(hits)])
  }
}
