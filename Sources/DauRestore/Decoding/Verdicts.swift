import Algorithms

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
