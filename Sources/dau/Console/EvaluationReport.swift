import DauEval

/// A share as people read it: `0,89 %`.
func percent(_ share: Double, _ places: Int = 2) -> String { decimal(share * 100, places) + " %" }

/// A number with so many decimal places and the Vietnamese decimal mark.
func decimal(_ number: Double, _ places: Int) -> String {
  var power = 1
  for _ in 0..<places { power *= 10 }
  let scaled = Int((abs(number) * Double(power)).rounded())
  let sign = number < 0 && scaled > 0 ? "-" : ""
  guard places > 0 else { return sign + grouped(scaled) }
  let fraction = String(scaled % power)
  return sign + grouped(scaled / power) + "," + String(repeating: "0", count: places - fraction.count) + fraction
}

/// An evaluation for people.
struct EvaluationReport {
  var style: Style
  /// How many examples of each kind of mistake are shown.
  var exampleCount: Int

  func text(of evaluation: Evaluation) -> String {
    var parts: [String] = []
    if evaluation.total.text != nil { parts += texts(of: evaluation) }
    parts += records(of: evaluation)
    return parts.joined(separator: "\n")
  }

  // MARK: Texts

  private func texts(of evaluation: Evaluation) -> [String] {
    var table = TextTable([
      ("text", .left), ("words", .right), ("wrong before", .right), ("wrong after", .right), ("harmed", .right),
      ("numbers wrong", .right), ("characters wrong", .right),
    ])
    func row(_ document: Evaluation.Document, _ text: Evaluation.Texts) -> [String] {
      [
        document.name, grouped(text.after.words), percent(text.before.wordErrorRate), percent(text.after.wordErrorRate),
        percent(text.harm), text.after.numbers == 0 ? "–" : percent(text.after.numberErrorRate),
        percent(text.after.characterErrorRate),
      ]
    }
    table.rows = evaluation.documents.compactMap { document in document.text.map { row(document, $0) } }
    guard let total = evaluation.total.text else { return [] }
    if table.rows.count > 1 { table.footer = row(evaluation.total, total) }
    var parts = [heading("Restoration") + table.formatted(style, indent: "  ") + summary(of: total)]
    parts += errors(evaluation, total)
    if let reliability = total.calibration { parts.append(calibration(reliability)) }
    return parts
  }

  private func summary(of text: Evaluation.Texts) -> String {
    var line = "  \(grouped(text.before.wordErrors)) words wrong before, \(grouped(text.after.wordErrors)) after"
    if text.before.wordErrors > 0 { line += " (\(percent(text.errorsLeft, 1)) of them left)" }
    line += "; \(grouped(text.harmedWords)) of \(grouped(text.rightWordsBefore)) right words harmed"
    return line + "\n"
  }

  private func errors(_ evaluation: Evaluation, _ total: Evaluation.Texts) -> [String] {
    guard total.after.wordErrors > 0 else { return [] }
    let names: [WordError.Kind: String] = [
      .number: "numbers", .joins: "words split or joined", .capitals: "capitals only", .tone: "tone only",
      .marks: "marks of letters", .letters: "other letters", .missing: "missing words", .added: "added words",
    ]
    var table = TextTable([("what is wrong", .left), ("words", .right), ("share", .right)])
    for kind in WordError.Kind.allCases.sorted(by: { count($0, total) > count($1, total) }) where count(kind, total) > 0
    {
      table.rows.append([
        names[kind] ?? kind.rawValue, grouped(count(kind, total)),
        percent(Double(count(kind, total)) / Double(total.after.wordErrors), 1),
      ])
    }
    var parts = [heading("What is left") + table.formatted(style, indent: "  ")]
    let wrong = evaluation.documents.flatMap { document in
      (document.text?.wrongWords ?? []).map { (document: document.name, word: $0) }
    }
    if exampleCount > 0 {
      parts.append(examples("Most often wrong", wrong, isSingle: evaluation.documents.count == 1))
      let harmed = wrong.filter { $0.word.wasRight }
      if !harmed.isEmpty {
        parts.append(examples("Right before, wrong after", harmed, isSingle: evaluation.documents.count == 1))
      }
    }
    return parts
  }

  private func count(_ kind: WordError.Kind, _ text: Evaluation.Texts) -> Int { text.errorKinds[kind.rawValue] ?? 0 }

  /// The commonest pairs of a true and a found word, with the first place of each.
  private func examples(
    _ title: String, _ wrong: [(document: String, word: Evaluation.WrongWord)], isSingle: Bool
  ) -> String {
    struct Pair: Hashable {
      var gold: String?
      var found: String?
    }
    var groups: [Pair: (count: Int, first: Int)] = [:]
    for (index, entry) in wrong.enumerated() {
      groups[Pair(gold: entry.word.gold, found: entry.word.found), default: (0, index)].count += 1
    }
    var table = TextTable([("times", .right), ("true", .left), ("found", .left), ("first at", .left)])
    for (pair, group) in groups.sorted(by: { (-$0.value.count, $0.value.first) < (-$1.value.count, $1.value.first) })
      .prefix(exampleCount)
    {
      let first = wrong[group.first]
      table.rows.append([
        grouped(group.count), pair.gold ?? "(nothing)", pair.found ?? "(nothing)",
        (isSingle ? "" : first.document + " ") + "line \(first.word.line)",
      ])
    }
    let more =
      groups.count > exampleCount ? "  … and \(grouped(groups.count - exampleCount)) more; --errors N shows N\n" : ""
    return heading(title) + table.formatted(style, indent: "  ") + more
  }

  private func calibration(_ reliability: Evaluation.Reliability) -> String {
    var table = TextTable([("confidence", .left), ("words", .right), ("mean", .right), ("right", .right)])
    for (index, bin) in reliability.bins.enumerated() where bin.words > 0 {
      let end = index + 1 < reliability.bins.count ? reliability.bins[index + 1].from : 1
      table.rows.append([
        "\(decimal(bin.from, 1))–\(decimal(end, 1))", grouped(bin.words), percent(bin.confidence ?? 0),
        percent(bin.accuracy ?? 0),
      ])
    }
    var line = "  expected calibration error \(percent(reliability.expectedCalibrationError))"
    if let share = reliability.errorsAmongLeastSure {
      line += "; the least sure 5 % of the words hold \(percent(share, 1)) of the wrong ones"
    }
    return heading("Confidence") + table.formatted(style, indent: "  ") + line + "\n"
  }

  // MARK: Records

  private func records(of evaluation: Evaluation) -> [String] {
    var parts: [String] = []
    let variants: [(String, KeyPath<Evaluation.Document, Evaluation.Records?>)] = [
      ("Records of the true text", \.recordsFromClean), ("Records of the restored text", \.recordsFromRestored),
    ]
    for (title, path) in variants {
      guard let total = evaluation.total[keyPath: path] else { continue }
      var table = TextTable([
        ("kind", .left), ("true", .right), ("found", .right), ("precision", .right), ("recall", .right), ("F1", .right),
      ])
      for kind in RecordKey.kinds {
        guard let score = total.kinds[kind] else { continue }
        table.rows.append([
          kind, grouped(score.gold), grouped(score.found), percent(score.precision), percent(score.recall),
          percent(score.f1),
        ])
      }
      parts.append(heading(title) + table.formatted(style, indent: "  ") + mistakes(evaluation, path))
    }
    return parts
  }

  private func mistakes(
    _ evaluation: Evaluation, _ path: KeyPath<Evaluation.Document, Evaluation.Records?>
  ) -> String {
    guard exampleCount > 0 else { return "" }
    var out = ""
    for kind in RecordKey.kinds {
      var shown = 0
      var left = 0
      for document in evaluation.documents {
        guard let records = document[keyPath: path] else { continue }
        let place = evaluation.documents.count == 1 ? "" : Style.printable(document.name)
        for mistake in Self.mistakes(of: kind, in: records) {
          shown += 1
          if shown > exampleCount { left += 1 } else { out += line(mistake, kind, place) }
        }
      }
      if left > 0 { out += "  … and \(grouped(left)) more of \(kind); --errors N shows N\n" }
    }
    return out
  }

  private static func mistakes(of kind: String, in records: Evaluation.Records) -> [RecordMistake] {
    func errors(_ entries: [Evaluation.Records.Entry]) -> [RecordError] {
      entries.filter { $0.kind == kind }.map(\.error)
    }
    return RecordMistake.pairs(lost: errors(records.lost), found: errors(records.untrue))
  }

  private func line(_ mistake: RecordMistake, _ kind: String, _ place: String) -> String {
    let what =
      switch (mistake.lost, mistake.found) {
      case (let lost?, let found?): "\(key(lost)) \(style.bad("read as")) \(key(found))"
      case (let lost?, nil): "\(key(lost)) \(style.bad("not found"))"
      case (nil, let found?): "\(key(found)) \(style.bad("is not true"))"
      case (nil, nil): ""
      }
    let error = mistake.lost ?? mistake.found
    let at = [place, error?.line.map { "line \($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return "  \(kind)\(at.isEmpty ? "" : " (\(at))"): \(what)" + (error.map { evidence($0.text) } ?? "") + "\n"
  }

  private func key(_ error: RecordError) -> String { Style.printable(error.key.description) }

  private func evidence(_ text: String) -> String {
    text.isEmpty ? "" : "  " + style.dim(Style.shortened(text, to: 80))
  }

  private func heading(_ text: String) -> String { style.bold(text) + "\n" }
}
