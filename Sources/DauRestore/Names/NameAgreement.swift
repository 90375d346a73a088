import DauLanguage
import Foundation

/// Names that a document repeats are one name.
///
/// Each mention of a name is decoded by itself, so one that the language model has never met (`Vân Hà`) is read rightly where the
/// words before it ask for a name, and as something more usual elsewhere (`Văn Hóa`). Two words with capitals that
/// stand in a document with the same letters, whatever their marks, are therefore read once more, all mentions together:
/// by the share of the mentions that are read so by themselves, and by what the channel says of all of them. What the engine
/// did to a word it did to most of its copies, so mentions of the same letters are not independent: they speak with the square
/// root of their number. A name that stands clearly elsewhere in the document, with a letter more or less, is a likely reading too.
///
/// Left alone: words that nobody knows, a mention whose letters speak for another word, and pairs that the next word belongs to
/// (`Luật Đầu tư` beside `Luật Đấu thầu`).
struct NameAgreement {
  /// A name is asked about where its mentions are less sure than this on the average, or not read alike.
  private static let sure: Float = 0.9
  /// log10 probability of the next word from which it belongs to the pair before.
  private static let bound: Float = -0.7

  let document: DocumentText
  let words: DocumentWords
  let restorer: Restorer

  var model: LanguageModel { restorer.model }

  /// Gives all mentions of a name the reading that explains them best together. On the sample archive's ruined pages this takes
  /// the words wrong from 3.9 to 3.3 %, and breaks none of any page measured.
  ///
  /// - Parameters:
  ///   - candidates: what the document was decoded with.
  ///   - index: the channel that it was decoded with.
  /// - Complexity: O(*n* log *n*) in the mentions.
  func mend(_ verdicts: inout Verdicts, candidates: inout PieceCandidates, index: EmissionIndex) {
    let groups = NameMention.groups(mentions(in: verdicts))
    guard !groups.isEmpty else { return }
    let familiar = FamiliarNames(groups.compactMap { clearName($0, verdicts) })
    var agreed: Set<Int> = []
    // The most frequent first: `Vân Hà` decides before `tỉnh Vân`.
    for group in groups.sorted(by: { ($1.count, $0[$0.startIndex].at) < ($0.count, $1[$1.startIndex].at) }) {
      let at = group[group.startIndex].at
      let near = isSpelledOut(at, verdicts) ? [] : familiar.near(document.bare(at), document.bare(at + 1))
      guard !near.isEmpty || (group.count > 1 && isDoubtful(group, verdicts)) else { continue }
      let mentions = group.filter { !isBound(to: $0.at + 2, verdicts) }
      guard mentions.count > 1 || (!near.isEmpty && !mentions.isEmpty) else { continue }
      agree(mentions, near: near, on: &verdicts, agreed: &agreed, candidates: &candidates, index: index)
    }
  }

  // MARK: What is asked about

  /// The pairs of neighbouring words with capitals, each read as one word.
  private func mentions(in verdicts: Verdicts) -> [NameMention] {
    var mentions: [NameMention] = []
    var previous = -1
    verdicts.forEach { word, pieces, change in
      let at = pieces.lowerBound
      guard pieces.count == 1, isCapital(at), change?.text.contains(0x20) != true else { return }
      if previous >= 0, previous == at - 1, document.isLinked(at) {
        mentions.append(
          NameMention(
            key: Glyphs.key(of: document.bare(at - 1) + [0x20] + document.bare(at)), word: word - 1, at: at - 1,
            isHeading: document.isUpperLine[at - 1] || document.isUpperLine[at]))
      }
      previous = at
    }
    return mentions
  }

  /// Whether a piece is a word with a capital.
  private func isCapital(_ at: Int) -> Bool {
    let piece = document.pieces[at]
    guard piece.kind == .word, (2...8).contains(piece.glyphs.count) else { return false }
    let first = document.glyphs[piece.glyphs.lowerBound]
    return Glyphs.isLetter(first) && (document.isUpperLine[at] || Glyphs.isUpper(first))
  }

  /// What a piece is read as, in small letters.
  func spelling(_ at: Int, _ verdicts: Verdicts) -> [Glyph] {
    (verdicts.text(at: at) ?? document.glyphs(of: at)).map(Glyphs.lower)
  }

  private func isDoubtful(_ mentions: ArraySlice<NameMention>, _ verdicts: Verdicts) -> Bool {
    let first = mentions[mentions.startIndex].at
    let (head, tail) = (spelling(first, verdicts), spelling(first + 1, verdicts))
    var doubt: Float = 0
    for mention in mentions {
      if spelling(mention.at, verdicts) != head || spelling(mention.at + 1, verdicts) != tail { return true }
      doubt += 1 - min(verdicts.evidence[mention.word].posterior, verdicts.evidence[mention.word + 1].posterior)
    }
    return doubt > (1 - Self.sure) * Float(mentions.count)
  }

  /// Whether a word with a small letter belongs to the pair before it.
  private func isBound(to next: Int, _ verdicts: Verdicts) -> Bool {
    guard next < document.pieces.count, document.isLinked(next), !isCapital(next) else { return false }
    var state = model.sentenceStart
    for at in (next - 2)..<next {
      state = model.score(model.id(of: spelling(at, verdicts)), after: state).next
    }
    let id = model.id(of: spelling(next, verdicts), kind: document.pieces[next].kind)
    return model.score(id, after: state).log10 > Self.bound
  }

  // MARK: Names that stand clearly elsewhere

  /// A name that one of its mentions is surely read as.
  private func clearName(_ mentions: ArraySlice<NameMention>, _ verdicts: Verdicts) -> FamiliarNames.Name? {
    guard
      let clear = mentions.first(where: {
        !$0.isHeading && isClear($0.word, $0.at, verdicts) && isClear($0.word + 1, $0.at + 1, verdicts)
      })
    else { return nil }
    let (first, second) = (spelling(clear.at, verdicts), spelling(clear.at + 1, verdicts))
    return FamiliarNames.Name(
      first: model.id(of: first), second: model.id(of: second),
      letters: (first.map(Glyphs.bare), second.map(Glyphs.bare)))
  }

  /// Whether a word is read by the very letters that stand there, and surely, or with marks that stand there too.
  private func isClear(_ word: Int, _ at: Int, _ verdicts: Verdicts) -> Bool {
    let text = spelling(at, verdicts)
    guard text.map(Glyphs.bare) == document.bare(at) else { return false }
    return verdicts.evidence[word].posterior >= FamiliarNames.sure
      || verdicts.text(at: at) == nil && text.contains { $0 > 0x7F }
  }

  /// Whether a piece and the next are read by the very letters that stand there.
  private func isSpelledOut(_ at: Int, _ verdicts: Verdicts) -> Bool {
    (at...(at + 1)).allSatisfy { spelling($0, verdicts).map(Glyphs.bare) == document.bare($0) }
  }
}
