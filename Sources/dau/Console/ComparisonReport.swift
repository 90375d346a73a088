import DauEval

/// Gains and losses between two versions, for people.
struct ComparisonReport {
  var style: Style
  /// How many examples of each kind are shown for a document.
  var exampleCount: Int

  func text(of comparison: EvaluationComparison) -> String {
    var out = ""
    for document in comparison.documents where !document.isEmpty { out += text(of: document) }
    for name in comparison.onlyInOld { out += "\(style.bold(Style.printable(name))): only in the older result\n" }
    for name in comparison.onlyInNew { out += "\(style.bold(Style.printable(name))): only in the newer result\n" }
    func sum(_ count: (EvaluationComparison.Document) -> Int) -> String {
      grouped(comparison.documents.reduce(0) { $0 + count($1) })
    }
    let same = comparison.documents.count { $0.isEmpty }
    out += "\(grouped(comparison.documents.count)) documents, \(grouped(same)) of them without a difference\n"
    out += "words: \(sum { $0.mended.count }) mended, \(sum { $0.broken.count }) broken, "
    out += "\(sum { $0.changed.count }) wrong in another way\n"
    for (name, path) in Self.variants {
      out += "records of the \(name): \(sum { $0[keyPath: path].gained.count }) gained, "
      out +=
        "\(sum { $0[keyPath: path].lost.count }) lost; false ones: \(sum { $0[keyPath: path].falseGone.count }) gone, "
      out += "\(sum { $0[keyPath: path].falseNew.count }) new\n"
    }
    return out
  }

  func text(of comparison: RecordComparison) -> String {
    var out = list(comparison.gained, "+", style.good, "gained") { entry($0) }
    out += list(comparison.lost, "-", style.bad, "lost") { entry($0) }
    out += list(comparison.changed, "~", style.mark, "changed") { mistake in
      entry(mistake.lost!) + " → " + Style.printable(mistake.found!.key.description)
    }
    return out + "records: \(grouped(comparison.gained.count)) gained, \(grouped(comparison.lost.count)) lost, "
      + "\(grouped(comparison.changed.count)) changed, \(grouped(comparison.sameCount)) the same\n"
  }

  private static var variants: [(String, KeyPath<EvaluationComparison.Document, EvaluationComparison.Records>)] {
    [
      ("true texts", \.clean), ("restored texts", \.restored),
    ]
  }

  private func text(of document: EvaluationComparison.Document) -> String {
    var out = style.bold(Style.printable(document.name))
    if let old = document.old, let new = document.new {
      out += ": words wrong \(percent(old)) → \(old < new ? style.bad(percent(new)) : style.good(percent(new)))"
    }
    out += "\n"
    if document.goldChanged { out += "  the true text is another one, so words are not compared\n" }
    out += list(document.mended, "+", style.good, "mended") { word($0) }
    out += list(document.broken, "-", style.bad, "broken") { word($0) }
    out += list(document.changed, "~", style.mark, "wrong in another way") { word($0) }
    for (name, path) in Self.variants {
      let records = document[keyPath: path]
      out += list(records.gained, "+", style.good, "gained (\(name))") { entry($0) }
      out += list(records.lost, "-", style.bad, "lost (\(name))") { entry($0) }
      out += list(records.falseGone, "+", style.good, "no longer falsely found (\(name))") { entry($0) }
      out += list(records.falseNew, "-", style.bad, "falsely found (\(name))") { entry($0) }
    }
    return out
  }

  private func list<Element>(
    _ elements: [Element], _ sign: String, _ color: (String) -> String, _ what: String, _ line: (Element) -> String
  ) -> String {
    guard !elements.isEmpty else { return "" }
    var out = "  \(color(sign)) \(grouped(elements.count)) \(what)\n"
    for element in elements.prefix(exampleCount) { out += "      \(line(element))\n" }
    if elements.count > exampleCount, exampleCount > 0 {
      out += "      … and \(grouped(elements.count - exampleCount)) more; --errors N shows N\n"
    }
    return out
  }

  private func word(_ word: EvaluationComparison.Word) -> String {
    var out = "line \(word.line)"
    if let gold = word.gold { out += ": true \(Style.printable(gold))" }
    if let old = word.old { out += ", was \(Style.printable(old))" }
    if let new = word.new { out += ", is \(Style.printable(new))" }
    return out
  }

  private func entry(_ entry: Evaluation.Records.Entry) -> String {
    place(entry.line) + "\(entry.kind) \(Style.printable(entry.description))" + evidence(entry.text ?? "")
  }

  private func entry(_ error: RecordError) -> String {
    place(error.line) + "\(error.key.kind) \(Style.printable(error.key.description))" + evidence(error.text)
  }

  private func place(_ line: Int?) -> String { line.map { "line \($0): " } ?? "" }

  private func evidence(_ text: String) -> String {
    text.isEmpty ? "" : "  " + style.dim(Style.shortened(text, to: 80))
  }
}
