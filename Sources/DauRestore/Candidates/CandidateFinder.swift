import DauLanguage

/// Finds what an OCR word may have been.
///
/// The lexicon's trie is walked with a column of scores, one for each prefix of the OCR word: how well the
/// letters down to the node explain that prefix. A branch is left when even its best continuation cannot
/// come near the best word found. The columns of one path live in one array, one row a depth.
struct CandidateFinder {
  /// Syllables, in any case.
  let syllables: Lexicon
  /// Words of one spelling only: abbreviations, Roman numerals.
  let fixed: Lexicon
  let model: LanguageModel
  private let numberID: WordID

  /// Readings kept for one word.
  static let limit = 20
  /// Readings this much (log10) behind the best by channel alone are not looked at.
  static let width: Float = 5.5
  /// log10 cost of each code point of a word that the model does not know: the entropy of a letter.
  static let strangerCost: Float = -1.15
  /// log10 cost of each digit of a number.
  static let digitCost: Float = -0.85
  /// log10 prior of reading digits as a word: numbers are not changed without strong evidence.
  static let digitsAsWord: Float = -2
  static let splitPrior: Float = -4
  static let mergePrior: Float = -3.2

  private var matrix = EmissionMatrix()
  private var columns: [Float] = []
  private var found: [(entry: Int, score: Float)] = []

  init(syllables: Lexicon, fixed: Lexicon, model: LanguageModel) {
    self.syllables = syllables
    self.fixed = fixed
    self.model = model
    numberID = model.id(of: LanguageText.number) ?? .unknown
  }

  /// The readings of one piece, best first.
  ///
  /// - Parameters:
  ///   - isUpperLine: whether the line around it is set in capitals.
  mutating func candidates(
    for word: [Glyph], kind: Piece.Kind, isProtected: Bool, isUpperLine: Bool, index: EmissionIndex
  ) -> [Candidate] {
    if kind == .number {
      var number = Candidate(kind: .number, text: word, first: numberID, channel: 0)
      for glyph in word where Glyphs.isDigit(glyph) || glyph == 0x25 { number.channel += Self.digitCost; _ = glyph }
      guard !isProtected, word.count <= 3, word.allSatisfy(Glyphs.isDigit) else { return [number] }
      matrix.fill(word, with: index)
      var readings = lexiconCandidates(for: word, isUpperLine: isUpperLine)
      for at in readings.indices { readings[at].channel += Self.digitsAsWord }
      return [number] + readings
    }
    guard word.count <= 16 else { return [copy(of: word, emissions: false)] }
    matrix.fill(word, with: index)
    var readings = lexiconCandidates(for: word, isUpperLine: isUpperLine)
    let same = copy(of: word, emissions: true)
    if let at = readings.firstIndex(where: { $0.text == word }) {
      readings[at].channel = max(readings[at].channel, same.first == readings[at].first ? same.channel : readings[at].channel)
      readings[at].kind = .copy
    } else {
      readings.append(same)
    }
    return readings
  }

  /// Two words in one: the best pairs of readings of a beginning and the rest.
  mutating func splits(of word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    guard word.count >= 5, word.count <= 14 else { return [] }
    var pairs: [Candidate] = []
    for at in 2...(word.count - 2) {
      let heads = bestReadings(Array(word[..<at]), isUpperLine: isUpperLine, index: index)
      guard !heads.isEmpty else { continue }
      let tails = bestReadings(Array(word[at...]), isUpperLine: isUpperLine, index: index)
      for head in heads {
        for tail in tails {
          pairs.append(
            Candidate(
              kind: .split, text: head.text + [0x20] + tail.text, first: head.first, second: tail.first,
              channel: head.channel + tail.channel + Self.splitPrior))
        }
      }
    }
    pairs.sort { $0.channel > $1.channel }
    return Array(pairs.prefix(6))
  }

  private mutating func bestReadings(_ word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    matrix.fill(word, with: index)
    return Array(lexiconCandidates(for: word, isUpperLine: isUpperLine).filter { $0.text.count >= 2 }.prefix(4))
  }

  /// One word in two pieces.
  mutating func merges(of word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    guard word.count >= 2, word.count <= 9 else { return [] }
    matrix.fill(word, with: index)
    return lexiconCandidates(for: word, isUpperLine: isUpperLine).prefix(5).map {
      var merged = $0
      merged.kind = .merge
      merged.span = 2
      merged.channel += Self.mergePrior
      return merged
    }
  }

  // MARK: What stands there

  /// The word as it stands.
  private func copy(of word: [Glyph], emissions: Bool) -> Candidate {
    var lower = word.map(Glyphs.lower)
    _ = Glyphs.placeToneOldStyle(&lower)
    var candidate = Candidate(kind: .copy, text: word, first: .unknown, channel: 0)
    if let id = model.id(of: Glyphs.string(lower)) { candidate.first = id }
    for (at, glyph) in word.enumerated() {
      if emissions, let letter = Alphabet.id(of: glyph) {
        candidate.channel += matrix.log10(letter, at, 1)
      } else {
        // No engine writes a symbol for itself as often as for a letter, in this genre.
        candidate.channel -= 1
      }
      if candidate.first == .unknown { candidate.channel += Self.strangerCost }
    }
    return candidate
  }

  // MARK: The lexicon

  private mutating func lexiconCandidates(for word: [Glyph], isUpperLine: Bool) -> [Candidate] {
    var readings: [Candidate] = []
    for (pattern, prior) in Self.casePatterns(of: word, isUpperLine: isUpperLine) {
      walk(syllables, pattern: pattern)
      for (at, score) in found {
        let entry = syllables.entries[at]
        readings.append(
          Candidate(
            kind: .lexicon, text: Self.cased(entry.spelling, pattern), first: entry.word, channel: score + prior + entry.prior))
      }
    }
    walk(fixed, pattern: nil)
    for (at, score) in found {
      let entry = fixed.entries[at]
      readings.append(Candidate(kind: .lexicon, text: entry.spelling, first: entry.word, channel: score + entry.prior))
    }
    // Rank with what the model says of the word by itself; a rare word needs a better channel score.
    readings.sort { rank($0) > rank($1) }
    var unique: [Candidate] = []
    for reading in readings where !unique.contains(where: { $0.text == reading.text }) {
      unique.append(reading)
      if unique.count == Self.limit { break }
    }
    return unique
  }

  private func rank(_ candidate: Candidate) -> Float { candidate.channel + 0.7 * model.unigram(candidate.first) }

  static func cased(_ word: [Glyph], _ pattern: CasePattern) -> [Glyph] {
    switch pattern {
    case .lower: return word
    case .upper: return word.map(Glyphs.upper)
    case .title:
      var word = word
      word[0] = Glyphs.upper(word[0])
      return word
    }
  }

  /// The case patterns that an OCR word may have been printed in, with log10 priors.
  static func casePatterns(of word: [Glyph], isUpperLine: Bool) -> [(CasePattern, Float)] {
    var upper = 0
    var lower = 0
    for glyph in word where Glyphs.isLetter(glyph) {
      if Glyphs.isUpper(glyph) { upper += 1 } else { lower += 1 }
    }
    let first = word[0]
    let firstIsUpper = Glyphs.isUpper(first)
    if isUpperLine, upper > 0 || lower <= 1 { return [(.upper, 0), (.title, -1.5), (.lower, lower > 0 ? -2 : -3)] }
    if upper == 0 {
      if lower == 0 { return [(.lower, 0), (.title, -1.8), (.upper, -2.5)] }
      return Glyphs.isLetter(first) && !Self.sameShape.contains(Glyphs.bare(first)) ? [(.lower, 0)] : [(.lower, 0), (.title, -2.3)]
    }
    if firstIsUpper, upper == 1 {
      if lower == 0 { return [(.title, 0), (.upper, -0.7), (.lower, -2)] }
      return first == 0x49 || first == 0x4A || lower == 1
        ? [(.title, 0), (.lower, -1), (.upper, -3)] : [(.title, 0), (.lower, -2.3)]
    }
    if lower == 0 { return [(.upper, 0), (.title, -2.3)] }
    if upper > lower { return [(.upper, 0), (.title, -1.3), (.lower, -2.5)] }
    return firstIsUpper ? [(.title, 0), (.upper, -1.5), (.lower, -2)] : [(.lower, 0), (.title, -2), (.upper, -2)]
  }

  private static let sameShape = Set(Glyphs.of("coswxvzkpuyi"))

  private mutating func walk(_ lexicon: Lexicon, pattern: CasePattern?) {
    found.removeAll(keepingCapacity: true)
    guard lexicon.letters.count > 1 else { return }
    let width = matrix.count + 1
    let depthLimit = matrix.count + 6
    if columns.count < (depthLimit + 2) * width {
      columns = [Float](repeating: 0, count: (depthLimit + 2) * width)
    }
    columns[0] = 0
    for j in 0..<matrix.count { columns[j + 1] = columns[j] + matrix.spurious[j] }
    var best = -Float.infinity
    let floor = matrix.best[0] - Self.width - 3
    descend(lexicon, node: 0, depth: 0, width: width, depthLimit: depthLimit, pattern: pattern, floor: floor, best: &best)
    found.removeAll { $0.score < best - Self.width }
  }

  private mutating func descend(
    _ lexicon: Lexicon, node: Int, depth: Int, width: Int, depthLimit: Int, pattern: CasePattern?, floor: Float,
    best: inout Float
  ) {
    let first = Int(lexicon.firstChild[node])
    let n = width - 1
    let parent = depth * width
    let row = parent + width
    for child in first..<(first + Int(lexicon.childCount[node])) {
      var letter = lexicon.letters[child]
      if pattern == .upper || (pattern == .title && depth == 0) { letter = Alphabet.upper(letter) }
      var bound = -Float.infinity
      for j in 0...n {
        var score = columns[parent + j] + matrix.log10(letter, j, 0)
        if j >= 1 {
          score = max(score, columns[parent + j - 1] + matrix.log10(letter, j - 1, 1))
          if j >= 2 {
            score = max(score, columns[parent + j - 2] + matrix.log10(letter, j - 2, 2))
            if j >= 3 { score = max(score, columns[parent + j - 3] + matrix.log10(letter, j - 3, 3)) }
          }
          score = max(score, columns[row + j - 1] + matrix.spurious[j - 1])
        }
        columns[row + j] = score
        bound = max(bound, score + matrix.best[j])
      }
      let threshold = max(floor, best - Self.width)
      guard bound >= threshold else { continue }
      let entry = lexicon.entryAt[child]
      if entry >= 0, columns[row + n] >= threshold {
        let score = columns[row + n]
        found.append((Int(entry), score))
        best = max(best, score)
      }
      if lexicon.childCount[child] > 0, depth + 1 < depthLimit {
        descend(
          lexicon, node: child, depth: depth + 1, width: width, depthLimit: depthLimit, pattern: pattern, floor: floor,
          best: &best)
      }
    }
  }
}
