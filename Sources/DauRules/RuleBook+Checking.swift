internal import DauText
public import Foundation

extension RuleBook {
  /// All faults of a folder of rules, in the order of files and lines; empty when it is clean.
  ///
  /// Beyond what loading refuses it finds duplicates, lists out of order, text that is not in
  /// normalization form C, phrases with unknown syllables, names that another family does not know, and
  /// examples that do not hold.
  ///
  /// - Complexity: O(*n*) in bytes.
  public static func check(_ directory: URL, overlay: URL? = nil) -> [RuleError] {
    do {
      try checkFolders(directory, overlay)
    } catch {
      return [error]
    }
    var problems = Problems(isThorough: true)
    for folder in [directory, overlay].compactMap({ $0 }) {
      for name in ruleFileNames(in: folder) where !familyNames.contains(name) {
        problems.add(
          RuleError(
            file: RuleFile.displayName(folder.appending(path: name)), what: "no family of rules has this name",
            remedy: "use one of \(familyNames.joined(separator: ", "))"))
      }
      for name in familyNames { checkForm(folder.appending(path: name), &problems) }
    }
    if let overlay { checkUse(of: overlay, &problems) }
    func read<Family>(_ name: String, _ make: ([RuleFile], inout Problems) -> Family) -> Family? {
      do {
        return make(try files(name, directory, overlay), &problems)
      } catch {
        problems.add(error)
        return nil
      }
    }
    _ = read("abbreviations.tsv", Abbreviations.init)
    let awards = read(Award.fileName, RuleList<Award>.init)
    _ = read("communes.tsv", Places.init)
    _ = read("confusions.tsv", Confusions.init)
    _ = read("counted-nouns.tsv", NameList.countedNouns)
    _ = read("cues.tsv", Cues.init)
    _ = read("dictionary-words.tsv", NameList.dictionaryWords)
    _ = read("document-codes.tsv", DocumentCodes.init)
    _ = read(DocumentType.fileName, RuleList<DocumentType>.init)
    let grantors = read(Grantor.fileName, RuleList<Grantor>.init)
    _ = read(Issuer.fileName, RuleList<Issuer>.init)
    _ = read("laws.tsv", NameList.laws)
    _ = read("names.tsv", Names.init)
    _ = read("offices.tsv", NameList.offices)
    _ = read("phrases.tsv", Phrases.init)
    _ = read("places.tsv", Places.init)
    _ = read("positions.tsv", NameList.positions)
    let recipients = read(Recipient.fileName, RuleList<Recipient>.init)
    let syllables = read("syllables.tsv", Syllables.init)
    _ = read(Unit.fileName, RuleList<Unit>.init)
    if let syllables, let phrases = try? files("phrases.tsv", directory, overlay) {
      Phrases.check(phrases, against: syllables, &problems)
    }
    if let awards, let grantors, let recipients {
      for (award, (file, line)) in zip(awards.entries, awards.origins) {
        for grantor in award.grantors where grantors[grantor] == nil {
          problems.add(
            file, line: line, "\"\(award.name)\" names the grantor \"\(grantor)\", which grantors.yaml does not have",
            "add it there, or mend the name")
        }
        for recipient in award.recipients where recipients[recipient] == nil {
          problems.add(
            file, line: line,
            "\"\(award.name)\" names the recipient \"\(recipient)\", which recipients.yaml does not have",
            "use a code of recipients.yaml")
        }
      }
    }
    return problems.all
  }

  /// Reports what lies in the user's own folder and is read by nobody, most likely by mistake.
  private static func checkUse(of overlay: URL, _ problems: inout Problems) {
    let learned: Set = ["channel", "model"]
    let names = names(in: overlay).filter { !$0.hasSuffix(".md") }
    for name in names where !familyNames.contains(name) && !learned.contains(name) {
      // Those are told already.
      if name.hasSuffix(".tsv") || name.hasSuffix(".yaml") { continue }
      problems.add(
        RuleError(
          file: RuleFile.displayName(overlay.appending(path: name)), what: "nothing reads this",
          remedy: "give it the name of a family (\(familyNames.joined(separator: ", "))), or move it away"))
    }
    if names.isEmpty {
      problems.add(
        RuleError(
          file: RuleFile.displayName(overlay), what: "there is nothing in this folder that is read",
          remedy: "put rule files, channel/ or model/ there, or leave --rules out"))
    }
  }

  /// Reports lines that are not in normalization form C.
  private static func checkForm(_ url: URL, _ problems: inout Problems) {
    guard let data = try? Data(contentsOf: url) else { return }
    let bytes = Array(data)
    guard let source = try? SourceText.decode(bytes), Array(source.decoded.utf8) != Array(source.text.utf8) else {
      return
    }
    let file = RuleFile(name: RuleFile.displayName(url), text: "")
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if (try? Normalization.isNFC(Array(line).span)) == false {
        problems.add(
          file, line: number + 1, "the line is not in normalization form C",
          "save it with composed letters (uconv -x any-nfc)")
      }
    }
  }
}
