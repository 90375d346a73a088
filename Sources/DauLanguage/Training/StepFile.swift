/// A file that a step of a training makes, known by its name.
///
/// The names are those that `TrainingCorpus` of DauRestore, ``NGramCounter``, ``NGramSorter`` and ``LanguageModelTrainer``
/// give; a new one must be listed here, or it outlives its training.
struct StepFile {
  /// Whether the step did not come to its end, so that nobody goes on with the file.
  let isUnfinished: Bool

  /// - Parameter name: `3.tokens`, `3.counts1`, `3.4.run12`, `3.trie`, `3.top` and the like; nil for what no step is called.
  init?(_ name: String) {
    if Self.isFinished(name) {
      isUnfinished = false
    } else if name.wholeMatch(of: /[0-9]+\.[2-4]\.run[0-9]+/) != nil || Self.isTemporary(name) {
      isUnfinished = true
    } else {
      return nil
    }
  }

  private static func isFinished(_ name: String) -> Bool {
    switch name {
    case "words.tsv", "corpus.json", "mixture.top", "ranked.top": true
    default: name.wholeMatch(of: /[0-9]+\.(tokens|counts[1-4]|trie|top)/) != nil
    }
  }

  /// Names under which files grow: those of ``FileSink`` behind the name of a step, and those of Foundation.
  private static func isTemporary(_ name: String) -> Bool {
    if let match = name.wholeMatch(of: /\.(.+)\.[0-9]+\.tmp/) {
      let target = String(match.1)
      return target == "inputs.json" || isFinished(target)
        || target.wholeMatch(of: /[0-9]+\.[2-4]\.run[0-9]+/) != nil
    }
    return name.wholeMatch(of: /\.dat\.nosync[0-9A-F]+\.[0-9A-Za-z]{6}/) != nil
  }
}
