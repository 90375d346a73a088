import Algorithms

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
/// Most words of a clean document stay as they are, and then their piece says all but the evidence; of a ruined one most
/// are changed, so a change takes 16 bytes and its text.
struct Verdicts {
  /// What a word is read as that is read otherwise than it stands.
  struct Change {
    var text: ArraySlice<Glyph>
    var readings: [Restoration.Reading]
    /// How sure that is, where the evidence does not tell.
    var confidence: Float?
    /// Whether more speaks for it than its evidence: the document, or the whole line.
    var isRevision = false
  }

  private struct Entry {
    var word: UInt32
    var piece: UInt32
    /// Where its text ends in `texts`; it begins where that of the change before ends.
    var end: UInt32
    var pieceCount: UInt32
  }

  /// By word.
  var evidence: [ConfidenceFeatures.Evidence] = []
  /// The words that are read otherwise than they stand, in order. All others are one piece each.
  private var changes: [Entry] = []
  private var texts: [Glyph] = []
  var changeCount: Int { changes.count + revisions.count }
  /// By word: the readings that were kept.
  private var readings: [Int: [Restoration.Reading]] = [:]
  /// What a word of one piece is read as after all.
  private struct Revision {
    var text: [Glyph]
    var confidence: Float?
  }

  /// By piece.
  private var revisions: [Int: Revision] = [:]

  /// - Precondition: fewer than 2^32 words, and code points of changed ones.
  mutating func append(_ decision: Decision) {
    if decision.evidence.isChanged {
      texts.append(contentsOf: decision.candidate.text)
      changes.append(
        Entry(
          word: UInt32(evidence.count), piece: UInt32(decision.pieces.lowerBound), end: UInt32(texts.count),
          pieceCount: UInt32(decision.pieces.count)))
      if !decision.readings.isEmpty { readings[evidence.count] = decision.readings }
    }
    evidence.append(decision.evidence)
  }

  /// Reads a word of one piece otherwise.
  ///
  /// - Parameter confidence: how sure that is, where the evidence of the word does not tell.
  mutating func revise(_ word: Int, at piece: Int, as text: [Glyph], isChanged: Bool, confidence: Float? = nil) {
    revisions[piece] = Revision(text: text, confidence: confidence)
    evidence[word].isChanged = isChanged
  }

  /// What the word at a piece is read as; nil where it stays as it stands, empty where it is read with the piece before.
  ///
  /// - Complexity: O(log *n*) in the changes.
  func text(at piece: Int) -> ArraySlice<Glyph>? {
    if let revision = revisions[piece] { return revision.text[...] }
    let next = changes.partitioningIndex { Int($0.piece) > piece }
    guard next > 0, piece < Int(changes[next - 1].piece + changes[next - 1].pieceCount) else { return nil }
    guard Int(changes[next - 1].piece) == piece else { return [] }
    return texts[(next > 1 ? Int(changes[next - 2].end) : 0)..<Int(changes[next - 1].end)]
  }

  /// Calls `body` with each word, its pieces, and what it is read as where that is not what stands there.
  func forEach(_ body: (Int, Range<Int>, Change?) -> Void) {
    var piece = 0
    var change = 0
    var start = 0
    var revised = revisions.keys.sorted()[...]
    for word in evidence.indices {
      var end = piece + 1
      var reading: Change?
      if change < changes.count, changes[change].word == UInt32(word) {
        let entry = changes[change]
        piece = Int(entry.piece)
        end = piece + Int(entry.pieceCount)
        reading = Change(text: texts[start..<Int(entry.end)], readings: readings[word] ?? [])
        start = Int(entry.end)
        change += 1
      }
      if revised.first == piece, let revision = revisions[revised.removeFirst()] {
        let readings = reading?.readings ?? []
        reading =
          evidence[word].isChanged
          ? Change(
            text: revision.text[...], readings: readings, confidence: revision.confidence, isRevision: true) : nil
      }
      body(word, piece..<end, reading)
      piece = end
    }
  }
}

/// From what was decided to the restored text.
extension Reading {
  /// Reads a word of one piece otherwise, or as it stands.
  ///
  /// - Parameter confidence: how sure that is, where the evidence of the word does not tell.
  func revise(
    _ word: Int, at piece: Int, as text: [Glyph], confidence: Float? = nil, in verdicts: inout Verdicts
  ) {
    let isChanged = !text.elementsEqual(document.source(of: piece..<(piece + 1)))
    verdicts.revise(word, at: piece, as: text, isChanged: isChanged, confidence: confidence)
  }

  /// Gives each word its confidence, and writes the text; where a change is not sure enough, the source stays.
  func write(_ verdicts: Verdicts) -> RestorationWriter {
    let averages = ConfidenceFeatures.Document(verdicts.evidence)
    var writer = RestorationWriter(
      source: document.string, wordCount: verdicts.evidence.count, changeCount: verdicts.changeCount)
    // The word before, and what it is read as if that is not what stands there.
    var previous: (pieces: Range<Int>, text: ArraySlice<Glyph>?) = (0..<0, nil)
    verdicts.forEach { word, pieces, change in
      defer { previous = (pieces, change?.text) }
      let first = document.pieces[pieces.lowerBound]
      let last = document.pieces[pieces.upperBound - 1]
      var range = first.bytes.lowerBound..<last.bytes.upperBound
      // No closure in this, nor behind `??`: each would copy the reading for each word.
      let confidence = confidence(of: word, for: change, in: verdicts, averages)
      var readings: [Restoration.Reading]?
      if let change {
        readings = calibrated(change, posterior: verdicts.evidence[word].posterior, confidence: confidence)
      }
      let isKept = change != nil && kept.contains(pieces.lowerBound)
      if let change, isKept || confidence < leastConfidence(of: pieces, for: change) {
        return writer.keep(
          range, confidence: isKept ? 1 - confidence : confidence,
          rejecting: Glyphs.string(Array(change.text)), readings: readings ?? [])
      }
      if let (place, text) = withNoteMarks(pieces, as: change?.text) {
        writer.replace(place, with: text, confidence: confidence, readings: readings ?? [])
      } else if let gap = gap(before: pieces.lowerBound, as: change?.text, behind: previous) {
        // What stands before the word is written anew, with its blank or without.
        let text = gap + self.text(of: pieces, as: change?.text)
        range = document.pieces[pieces.lowerBound - 1].bytes.upperBound..<range.upperBound
        writer.replace(range, with: text, confidence: confidence, readings: readings ?? [])
      } else if let change {
        writer.replace(range, with: change.text, confidence: confidence, readings: readings ?? [])
      } else {
        writer.keep(range, confidence: confidence)
      }
    }
    return writer
  }

  private func confidence(
    of word: Int, for change: Verdicts.Change?, in verdicts: Verdicts, _ averages: ConfidenceFeatures.Document
  ) -> Float {
    if let known = change?.confidence { return known }
    return restorer.confidence.probability(ConfidenceFeatures(of: word, in: verdicts.evidence, document: averages))
  }

  /// What is printed between a word and the one before, where that is not what stands there.
  private func gap(
    before at: Int, as text: ArraySlice<Glyph>?, behind previous: (pieces: Range<Int>, text: ArraySlice<Glyph>?)
  ) -> [Glyph]? {
    if let gap = strayBlanks[at] { return gap }
    guard at > 0 else { return nil }
    return lostBlank(before: at, as: text, behind: self.text(of: previous.pieces, as: previous.text))
  }

  /// What some pieces are read as.
  private func text(of pieces: Range<Int>, as text: ArraySlice<Glyph>?) -> ArraySlice<Glyph> {
    if let text { return text }
    return document.source(of: pieces)
  }

  /// A word with the marks of notes around it put back, and its place in the source with theirs; nil for all other words.
  private func withNoteMarks(
    _ pieces: Range<Int>, as text: ArraySlice<Glyph>?
  ) -> (bytes: Range<Int>, text: [Glyph])? {
    guard !noteMarks.isEmpty else { return nil }
    let (first, last) = (pieces.lowerBound, pieces.upperBound - 1)
    guard noteMarks[first]?.head.isEmpty == false || noteMarks[last]?.tail.isEmpty == false else { return nil }
    var bytes = document.pieces[first].bytes.lowerBound..<document.pieces[last].bytes.upperBound
    var result = Array(text ?? document.source(of: pieces))
    func byteCount(_ glyphs: Range<Int>) -> Int { Glyphs.string(document.glyphs[glyphs]).utf8.count }
    if let edit = noteMarks[first], !edit.head.isEmpty {
      let start = document.pieces[first].glyphs.lowerBound
      bytes = (bytes.lowerBound - byteCount((start - edit.before)..<start))..<bytes.upperBound
      result = edit.head + result
    }
    if let edit = noteMarks[last], !edit.tail.isEmpty {
      let end = document.pieces[last].glyphs.upperBound
      bytes = bytes.lowerBound..<(bytes.upperBound + byteCount(end..<(end + edit.behind)))
      // Where the word was read otherwise, its sign was read as a part of it.
      let isThere = result.suffix(edit.within).elementsEqual(document.glyphs[..<end].suffix(edit.within))
      result = (isThere ? result.dropLast(edit.within) : result[...]) + edit.tail
    }
    return (bytes, result)
  }

  /// The readings of a change with probabilities on the scale of its confidence.
  private func calibrated(
    _ change: Verdicts.Change, posterior: Float, confidence: Float
  ) -> [Restoration.Reading] {
    guard !change.readings.isEmpty else { return [] }
    let taken = Glyphs.string(change.text)
    // The rivals share what the calibration leaves where the word is surer than its posterior. Where it is less sure, its rivals are so
    // too: the truth may be none of the readings.
    let scale = confidence < posterior ? confidence / posterior : (1 - confidence) / max(1 - posterior, 1e-6)
    var readings = change.readings
    for at in readings.indices {
      readings[at].probability = readings[at].text == taken ? confidence : readings[at].probability * scale
    }
    readings.sort { $0.probability > $1.probability }
    return readings
  }

  /// The text of each word.
  func texts(of verdicts: Verdicts) -> [[Glyph]] {
    var texts: [[Glyph]] = []
    verdicts.forEach { _, pieces, change in texts.append(Array(change?.text ?? document.source(of: pieces))) }
    return texts
  }

  /// The 0-based line of each word.
  func lines(of verdicts: Verdicts) -> [Int] {
    var lines: [Int] = []
    var line = 0
    var at = 0
    verdicts.forEach { _, pieces, _ in
      let start = document.pieces[pieces.lowerBound].glyphs.lowerBound
      while at < start {
        if document.glyphs[at] == 0x0A { line += 1 }
        at += 1
      }
      lines.append(line)
    }
    return lines
  }
}
