import DauLanguage
import Foundation

/// Words at the head of a line that lost their first letter at the margin of the scan, or at the border of a cell: `hông` for `không`,
/// `ợp` for `hợp`.
///
/// The channel knows letters that are dropped anywhere, which is rare; a margin drops the first letter of one line after the
/// other. So it is counted how many lines near one begin with a word that is unlikely there and would be likely with a letter before
/// it, and the more there are, the less another has to pay.
struct LostHeadFinder {
  /// Letters before the rest of a word.
  private static let heads = Glyphs.of("bcdđghklmnpqrstvx")
  /// A word is asked about when its log10 probability where it stands is below this.
  private static let unlikely: Float = -4
  /// How much likelier (log10) the word has to be with its letter, and the one behind it, to be counted.
  private static let gain: Float = 2
  /// Readings of a word that are added, the best by the channel.
  private static let width = 20
  /// Lines before and behind one that tell of its margin.
  private static let neighbourhood = 40
  /// Lines of the document that count as those near.
  private static let documentWeight: Float = 20
  /// Lines that lost their first letter where nothing is known, of so many.
  private static let usual: (lost: Float, lines: Float) = (0.2, 100)

  let document: DocumentText
  let words: DocumentWords
  let model: LanguageModel
  let lexicons: [Lexicon]

  /// By piece: the words that the first words of lines may be if their first letter is lost.
  func find(by finder: inout CandidateFinder, index: EmissionIndex) -> [Int: [Candidate]] {
    guard index.givesMarks else { return [:] }
    var suspects: [(piece: Int, line: Int)] = []
    var counted: [Int] = []
    var line = 0
    var glyph = 0
    for at in document.pieces.indices {
      let start = document.pieces[at].glyphs.lowerBound
      let ends = document.glyphs[glyph..<start].count { $0 == 0x0A }
      line += ends
      glyph = start
      guard ends > 0 || at == 0, document.beginsLine(at), isSmall(at) else { continue }
      guard let gain = gainOfHead(at) else { continue }
      suspects.append((at, line))
      if gain >= Self.gain { counted.append(line) }
    }
    guard !counted.isEmpty else { return [:] }
    var found: [Int: [Candidate]] = [:]
    var (low, high) = (0, 0)
    for suspect in suspects {
      while low < counted.count, counted[low] < suspect.line - Self.neighbourhood { low += 1 }
      while high < counted.count, counted[high] <= suspect.line + Self.neighbourhood { high += 1 }
      // What is asked about does not speak for itself.
      let near = Float(counted[low..<high].count { $0 != suspect.line })
      let others = Float(counted.count) - (counted[low..<high].contains(suspect.line) ? 1 : 0)
      let whole = (others + Self.usual.lost) / (Float(line + 1) + Self.usual.lines)
      let lines = Float(min(line + 1, 2 * Self.neighbourhood + 1))
      let cost = log10((near + Self.documentWeight * whole) / (lines + Self.documentWeight))
      var readings: [Candidate] = []
      for head in Self.heads {
        let word = [head] + document.word(suspect.piece)
        for var reading in finder.candidates(
          for: word, isProtected: false, isUpperLine: false, index: index)
        where reading.first != .unknown && Glyphs.lower(reading.text[0]) == head && reading.kind != .number {
          reading.kind = .lexicon
          reading.channel += cost
          readings.add([reading])
        }
      }
      readings.sort { $0.channel > $1.channel }
      if !readings.isEmpty { found[suspect.piece] = Array(readings.prefix(Self.width)) }
    }
    return found
  }

  private func isSmall(_ at: Int) -> Bool {
    let word = document.glyphs(of: at)
    // `a` and `b` are marks of items.
    guard word.count > 1 || word.first.map({ $0 > 0x7F }) == true else { return false }
    return word.count <= 7 && word.allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
  }

  /// How much likelier (log10) a piece is with a letter before it; nil where it is likely as it stands.
  private func gainOfHead(_ at: Int) -> Float? {
    let word = document.word(at)
    var state = model.sentenceStart
    for place in document.contextPieces(before: at) { state = model.score(words.id(at: place), after: state).next }
    let present = words.id(at: at)
    guard model.score(present, after: state).log10 < Self.unlikely else { return nil }
    let isLast = at + 1 == document.pieces.count || document.pieces[at + 1].breakBefore == .sentence
    func score(_ id: WordID) -> Float {
      let first = model.score(id, after: state)
      return first.log10 + (isLast ? 0 : model.score(words.id(at: at + 1), after: first.next).log10)
    }
    var best = -Float.infinity
    for head in Self.heads where lexicons.haveSpelling([head] + word) {
      let id = model.id(of: [head] + word)
      if id != .unknown { best = max(best, score(id)) }
    }
    return best - score(present)
  }
}
