public import DauRestore
public import DauText

/// How one text agrees with the true one.
public struct TextScore: Sendable, Equatable {
  /// The true words.
  public var wordCount = 0
  /// Levenshtein's distance between the words of both texts.
  public var wordErrors = 0
  /// The true words that stand in the text, along the path of ``EditPath``.
  public var rightWords = 0
  /// The true words with a digit in them.
  public var numberCount = 0
  /// The true words with a digit that do not stand in the text.
  public var wrongNumbers = 0
  /// The true code points, white space as single blanks.
  public var characterCount = 0
  /// Levenshtein's distance of the code points.
  public var characterErrors = 0

  /// Word error rate; more than 1 is possible. 0 for no words.
  public var wordErrorRate: Double { Self.rate(wordErrors, wordCount) }
  /// The share of the true numbers that is not there; 0 for none.
  public var numberErrorRate: Double { Self.rate(wrongNumbers, numberCount) }
  /// Wrong code points for each true one; more than 1 is possible. 0 for none.
  public var characterErrorRate: Double { Self.rate(characterErrors, characterCount) }

  static func rate(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }

  static func += (sum: inout Self, next: Self) {
    sum.wordCount += next.wordCount
    sum.wordErrors += next.wordErrors
    sum.rightWords += next.rightWords
    sum.numberCount += next.numberCount
    sum.wrongNumbers += next.wrongNumbers
    sum.characterCount += next.characterCount
    sum.characterErrors += next.characterErrors
  }
}

/// A restored text against the true one and against what it was made from.
public struct TextEvaluation: Sendable, Equatable {
  /// What the OCR read, against the true text.
  public var before: TextScore
  /// What was made of it, against the true text.
  public var after: TextScore
  /// The true words that were right before and are not after.
  public var harmedWords: Int
  /// The words that are wrong after, in the order of the true text. As many as ``TextScore/wordErrors``.
  public var errors: [WordError]
  /// The words of the restored text with their confidence; empty when none is known.
  public var confidences: [Calibration.Word]

  /// The share of the words right before that are wrong after.
  public var harm: Double { TextScore.rate(harmedWords, before.rightWords) }
  /// The errors after for each error before; 0 when there was none.
  public var errorsLeft: Double { before.wordErrors == 0 ? 0 : TextScore.rate(after.wordErrors, before.wordErrors) }

  /// Compares three versions of a text.
  ///
  /// - Parameters:
  ///   - gold: the true text.
  ///   - noisy: what the OCR read.
  ///   - restored: what was made of it.
  ///   - confidence: how sure a stretch of `restored` is (UTF-8 bytes of its normalization form C), where that is known.
  /// - Complexity: O(*n* · *d* / 64) for texts of *n* characters that differ in *d*; memory O(*n*).
  public init(
    gold: String, noisy: String, restored: String, confidence: ((Range<Int>) -> Float)? = nil
  ) throws(ICUError) {
    let truth = try ScoredText(gold)
    let given = try ScoredText(noisy)
    let made = try ScoredText(restored)
    var symbols = SymbolTable()
    let goldSymbols = symbols.symbols(of: truth)
    let (beforePath, beforeScore) = Self.compare(truth, goldSymbols, given, &symbols)
    before = beforeScore
    let (path, afterScore) = Self.compare(truth, goldSymbols, made, &symbols)
    after = afterScore
    let rightBefore = Self.rightWords(beforePath, count: truth.words.count)
    let rightAfter = Self.rightWords(path, count: truth.words.count)
    harmedWords = zip(rightBefore, rightAfter).count { $0 && !$1 }
    errors = Self.errors(along: path, truth, made, wasRight: rightBefore)
    confidences = []
    if let confidence {
      confidences.reserveCapacity(made.words.count)
      for step in path {
        switch step {
        case .equal(_, let found):
          confidences.append(.init(confidence: confidence(made.words[found].bytes), isWrong: false))
        case .replaced(_, let found), .added(let found):
          confidences.append(.init(confidence: confidence(made.words[found].bytes), isWrong: true))
        case .missing: break
        }
      }
    }
  }

  private static func compare(
    _ truth: ScoredText, _ goldSymbols: [UInt32], _ text: ScoredText, _ symbols: inout SymbolTable
  ) -> (path: [EditStep], score: TextScore) {
    let found = symbols.symbols(of: text)
    let path = EditPath.steps(from: goldSymbols, to: found, symbolCount: symbols.count)
    var score = TextScore()
    score.wordCount = truth.words.count
    score.numberCount = truth.words.count { $0.isNumber }
    var rightNumbers = 0
    for step in path {
      if case .equal(let gold, _) = step {
        score.rightWords += 1
        if truth.words[gold].isNumber { rightNumbers += 1 }
      } else {
        score.wordErrors += 1
      }
    }
    score.wrongNumbers = score.numberCount - rightNumbers
    score.characterCount = truth.characters.count
    var alphabet: [UInt32: UInt32] = [:]
    func ids(_ characters: [UInt32]) -> [UInt32] {
      characters.map { character in
        if let id = alphabet[character] { return id }
        let id = UInt32(alphabet.count)
        alphabet[character] = id
        return id
      }
    }
    let (a, b) = (ids(truth.characters), ids(text.characters))
    score.characterErrors = EditPath.distance(a, b, symbolCount: alphabet.count)
    return (path, score)
  }

  private static func rightWords(_ path: [EditStep], count: Int) -> [Bool] {
    var right = [Bool](repeating: false, count: count)
    for case .equal(let gold, _) in path { right[gold] = true }
    return right
  }

  private static func errors(
    along path: [EditStep], _ truth: ScoredText, _ made: ScoredText, wasRight: [Bool]
  ) -> [WordError] {
    var errors: [WordError] = []
    var at = 0
    var next = 0
    while at < path.count {
      if case .equal(let gold, _) = path[at] {
        next = gold + 1
        at += 1
        continue
      }
      // A run of wrong words is judged as a whole: a split word is several steps.
      var end = at
      var golds: [Int] = []
      var founds: [Int] = []
      run: while end < path.count {
        switch path[end] {
        case .equal: break run
        case .replaced(let gold, let found):
          golds.append(gold)
          founds.append(found)
        case .missing(let gold): golds.append(gold)
        case .added(let found): founds.append(found)
        }
        end += 1
      }
      let joins = Joins.members(gold: golds.map { truth.words[$0].text }, found: founds.map { made.words[$0].text })
      let (joinedGold, joinedFound) = (Set(joins.gold.map { golds[$0] }), Set(joins.found.map { founds[$0] }))
      for step in path[at..<end] {
        var kind: WordError.Kind
        let (gold, found): (Int?, Int?)
        switch step {
        case .equal: continue
        case .replaced(let i, let j):
          (gold, found) = (i, j)
          kind = .of(gold: truth.words[i], found: made.words[j])
        case .missing(let i):
          (gold, found) = (i, nil)
          kind = truth.words[i].isNumber ? .number : .missing
        case .added(let j):
          (gold, found) = (nil, j)
          kind = .added
        }
        if kind != .number, gold.map(joinedGold.contains) ?? false || found.map(joinedFound.contains) ?? false {
          kind = .joins
        }
        if let gold { next = gold + 1 }
        let place = gold ?? min(next, max(0, truth.words.count - 1))
        errors.append(
          WordError(
            position: place, line: truth.words.isEmpty ? 1 : truth.words[place].line,
            gold: gold.map { truth.words[$0].text }, found: found.map { made.words[$0].text }, kind: kind,
            wasRight: gold.map { wasRight[$0] } ?? false))
      }
      at = end
    }
    return errors
  }
}

/// Numbers for words, the same for the same word.
private struct SymbolTable {
  private var ids: [String: UInt32] = [:]
  var count: Int { ids.count }

  mutating func symbols(of text: ScoredText) -> [UInt32] {
    text.words.map { word in
      if let id = ids[word.text] { return id }
      let id = UInt32(ids.count)
      ids[word.text] = id
      return id
    }
  }
}
