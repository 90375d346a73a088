/// One decided piece or pair of pieces.
struct Decision {
  var pieces: Range<Int>
  var candidate: Candidate
  /// What speaks for it.
  var evidence: ConfidenceFeatures.Evidence
  var readings: [Restoration.Reading] = []
}

/// What was decided of a whole document.
///
/// Most words stay as they are, and then their piece says all but the evidence.
struct Verdicts {
  /// By word.
  var evidence: [ConfidenceFeatures.Evidence] = []
  /// The words that are read otherwise than they stand, in order. All others are one piece each.
  private(set) var changes: [(word: Int, decision: Decision)] = []

  mutating func append(_ decision: Decision) {
    if decision.evidence.isChanged { changes.append((evidence.count, decision)) }
    evidence.append(decision.evidence)
  }

  /// Calls `body` with each word, its pieces, and its decision where it is read otherwise.
  func forEach(_ body: (Int, Range<Int>, Decision?) -> Void) {
    var piece = 0
    var change = 0
    for word in evidence.indices {
      if change < changes.count, changes[change].word == word {
        let decision = changes[change].decision
        body(word, decision.pieces, decision)
        piece = decision.pieces.upperBound
        change += 1
      } else {
        body(word, piece..<(piece + 1), nil)
        piece += 1
      }
    }
  }
}

/// From what was decided to the restored text.
extension Reading {
  /// Gives each word its confidence, and writes the text; where a change is not sure enough, the source stays.
  func write(_ verdicts: Verdicts) -> Restoration {
    let document = ConfidenceFeatures.Document(verdicts.evidence)
    var writer = RestorationWriter(source: text, wordCount: verdicts.evidence.count)
    verdicts.forEach { word, pieces, decision in
      let range =
        scanner.pieces[pieces.lowerBound].bytes
        .lowerBound..<scanner.pieces[pieces.upperBound - 1].bytes
        .upperBound
      let confidence = restorer.confidence.probability(
        ConfidenceFeatures(of: word, in: verdicts.evidence, document: document))
      guard let decision else { return writer.keep(range, confidence: confidence) }
      let readings = calibrated(decision, confidence: confidence)
      if confidence < options.minimumConfidence {
        writer.keep(range, confidence: confidence, isDoubtful: true, readings: readings)
      } else {
        writer.replace(range, with: decision.candidate.text, confidence: confidence, readings: readings)
      }
    }
    return writer.finish(regimes: regimes)
  }

  /// The readings of a decision with probabilities on the scale of its confidence.
  private func calibrated(_ decision: Decision, confidence: Float) -> [Restoration.Reading] {
    guard !decision.readings.isEmpty else { return [] }
    let taken = Glyphs.string(decision.candidate.text)
    let rest = 1 - decision.evidence.posterior
    var readings = decision.readings
    for at in readings.indices {
      // The rivals share what the calibration leaves.
      readings[at].probability =
        readings[at].text == taken ? confidence : readings[at].probability * (1 - confidence) / max(rest, 1e-6)
    }
    readings.sort { $0.probability > $1.probability }
    return readings
  }

  /// The code points of some pieces, with what stands between them.
  func source(of pieces: Range<Int>) -> ArraySlice<Glyph> {
    scanner.glyphs[
      scanner.pieces[pieces.lowerBound].glyphs.lowerBound..<scanner.pieces[pieces.upperBound - 1].glyphs.upperBound]
  }

  /// Whether a word in small letters is parted from a neighbour by punctuation alone (`bảo-đảm`, `thi.cao`).
  func isGlued(_ pieces: Range<Int>) -> Bool {
    func isSmall(_ piece: Piece) -> Bool {
      piece.kind == .word && scanner.glyphs[piece.glyphs].allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
    }
    let first = pieces.lowerBound
    let next = pieces.upperBound
    if first > 0, scanner.pieces[first].isGlued, scanner.pieces[first].kind == .word, isSmall(scanner.pieces[first - 1])
    {
      return true
    }
    return next < scanner.pieces.count && scanner.pieces[next].isGlued && scanner.pieces[next].kind == .word
      && isSmall(scanner.pieces[next - 1])
  }

  /// The text of each word.
  func texts(of verdicts: Verdicts) -> [[Glyph]] {
    var texts: [[Glyph]] = []
    verdicts.forEach { _, pieces, decision in texts.append(decision?.candidate.text ?? Array(source(of: pieces))) }
    return texts
  }

  /// The 0-based line of each word.
  func lines(of verdicts: Verdicts) -> [Int] {
    var lines: [Int] = []
    var line = 0
    var at = 0
    verdicts.forEach { _, pieces, _ in
      let start = scanner.pieces[pieces.lowerBound].glyphs.lowerBound
      while at < start {
        if scanner.glyphs[at] == 0x0A { line += 1 }
        at += 1
      }
      lines.append(line)
    }
    return lines
  }
}
