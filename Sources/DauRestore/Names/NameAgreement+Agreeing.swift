import DauLanguage
import Foundation

/// Weighing what all mentions of a name may be, together.
extension NameAgreement {
  /// The readings of each of the two words that are weighed, the best by the channel; mentions that are weighed: more say the same.
  private static let width = 8
  private static let sample = 12
  /// Readings this much (log10) behind the best by the channel are not weighed.
  private static let range: Float = 3
  /// What a mention counts for behind a word that says that a name follows.
  private static let announced: Float = 4
  /// The least probability of a word that all mentions take.
  private static let agreement: Float = 0.5
  /// How much (log10) worse by the channel a mention may take a reading: what is plainly another name is left.
  private static let reluctance: Float = 1
  /// log10 of the channel for a reading that a mention does not have at all, beside the worst that it has.
  private static let unheard: Float = -1

  /// A word that mentions may have.
  private struct Part {
    var word: WordID
    /// log10 of the channel by mention.
    var channel: [Float]
    /// Its mean, and its sum: copies of the same letters count with the square root of their number.
    var mean: Float = 0
    var all: Float = 0
    /// Whether some mention is read so by itself, or is near to a name that is.
    var isWanted = false

    /// log10 of the channel beside that of one mention.
    var others: Float { all - mean }
  }

  func agree(
    _ mentions: [NameMention], near: [FamiliarNames.Name], on verdicts: inout Verdicts, agreed: inout Set<Int>,
    candidates: inout PieceCandidates, index: EmissionIndex
  ) {
    let step = (mentions.count + Self.sample - 1) / Self.sample
    let sample = stride(from: 0, to: mentions.count, by: step).map { mentions[$0] }
    let firsts = parts(
      sample.map(\.at), wanted: near.map(\.first), verdicts, agreed: agreed, candidates: &candidates, index: index)
    let seconds = parts(
      sample.map { $0.at + 1 }, wanted: near.map(\.second), verdicts, agreed: agreed, candidates: &candidates,
      index: index)
    guard !firsts.isEmpty, !seconds.isEmpty else { return }
    let shares = shares(of: sample, firsts, seconds, near: near, names: candidates.names, verdicts)
    var probabilities = shares.indices.map {
      log10(max(1e-9, shares[$0])) + firsts[$0 / seconds.count].others + seconds[$0 % seconds.count].others
    }
    let top = probabilities.max() ?? 0
    for at in probabilities.indices { probabilities[at] = pow(10, probabilities[at] - top) }
    let sum = probabilities.reduce(0, +)
    var (ofFirst, ofSecond) = ([Float](repeating: 0, count: firsts.count), [Float](repeating: 0, count: seconds.count))
    for (at, probability) in probabilities.enumerated() {
      ofFirst[at / seconds.count] += probability / sum
      ofSecond[at % seconds.count] += probability / sum
    }
    for (offset, parts, probabilities) in [(0, firsts, ofFirst), (1, seconds, ofSecond)] {
      guard let best = parts.indices.max(by: { probabilities[$0] < probabilities[$1] }),
        probabilities[best] >= Self.agreement
      else { continue }
      for mention in mentions {
        take(
          parts[best].word, at: mention.at + offset, of: mention.word + offset, probability: probabilities[best],
          in: &verdicts, agreed: &agreed, candidates: &candidates, index: index)
      }
    }
  }

  /// The share of the mentions that have each pair of words, by what is known of each mention alone; by the first and then the
  /// second.
  private func shares(
    of mentions: [NameMention], _ firsts: [Part], _ seconds: [Part], near: [FamiliarNames.Name], names: NamePairs?,
    _ verdicts: Verdicts
  ) -> [Float] {
    var shares = [Float](repeating: 0, count: firsts.count * seconds.count)
    var weights: Float = 0
    for (number, mention) in mentions.enumerated() {
      let context = NameContext(
        state: state(before: mention.at, verdicts), following: following(mention.at + 2, verdicts))
      var scores: [Float] = []
      for first in firsts {
        let head = model.score(first.word, after: context.state)
        for second in seconds {
          let isNear = near.contains { $0.first == first.word && $0.second == second.word }
          let language = context.score(
            second.word, behind: first.word, head, least: isNear ? FamiliarNames.again : -.infinity,
            names: names, model: model)
          scores.append(first.channel[number] + second.channel[number] + language)
        }
      }
      let top = scores.max() ?? 0
      let probabilities = scores.map { pow(10, $0 - top) }
      let weight = isAnnounced(mention.at, verdicts) ? Self.announced : 1
      let share = weight / probabilities.reduce(0, +)
      for at in probabilities.indices { shares[at] += share * probabilities[at] }
      weights += weight
    }
    return shares.map { $0 / weights }
  }

  /// Whether the word before a piece says that a name follows: `tỉnh`, `ông`.
  private func isAnnounced(_ at: Int, _ verdicts: Verdicts) -> Bool {
    guard at > 0, document.pieces[at].breakBefore == .none else { return false }
    let before = spelling(at - 1, verdicts)
    return restorer.personalNames.isTitle(before) || restorer.isUnitType(before)
  }

  /// What the language model remembers of the words before a piece.
  private func state(before at: Int, _ verdicts: Verdicts) -> LanguageModel.State {
    document.contextPieces(before: at).reduce(model.sentenceStart) { state, place in
      word(of: place, verdicts).map { model.score($0, after: state).next } ?? state
    }
  }

  /// The two words behind a name that are in its sentence.
  private func following(_ at: Int, _ verdicts: Verdicts) -> [WordID] {
    var following: [WordID] = []
    for place in at..<min(document.pieces.count, at + 2) {
      guard document.pieces[place].breakBefore == .none else { break }
      if let word = word(of: place, verdicts) { following.append(word) }
    }
    return following
  }

  /// What a piece is for the language model; nil where it is read with the one before.
  private func word(of at: Int, _ verdicts: Verdicts) -> WordID? {
    let spelling = spelling(at, verdicts)
    return spelling.isEmpty ? nil : model.id(of: spelling, kind: document.pieces[at].kind)
  }

  /// The words that the pieces of mentions may be.
  private func parts(
    _ pieces: [Int], wanted: [WordID], _ verdicts: Verdicts, agreed: Set<Int>, candidates: inout PieceCandidates,
    index: EmissionIndex
  ) -> [Part] {
    let decided = pieces.map { word(of: $0, verdicts) ?? .unknown }
    // What another pair has decided stays.
    let fixed = zip(pieces, decided).first { agreed.contains($0.0) }?.1
    var parts: [Part] = []
    var worst = [Float](repeating: 0, count: pieces.count)
    for (mention, at) in pieces.enumerated() {
      for reading in candidates.readings(at, index: index, splitting: true).candidates
      where reading.span == 1 && reading.kind != .split && reading.kind != .number && reading.first != .unknown {
        worst[mention] = min(worst[mention], reading.channel)
        guard fixed == nil || fixed == reading.first else { continue }
        var part = parts.firstIndex { $0.word == reading.first } ?? parts.count
        if part == parts.count {
          parts.append(Part(word: reading.first, channel: Array(repeating: -.infinity, count: pieces.count)))
          part = parts.count - 1
        }
        parts[part].channel[mention] = max(parts[part].channel[mention], reading.channel)
      }
    }
    // The same letters again are hardly news; other letters are.
    let forms = pieces.map { document.glyphs(of: $0).map(Glyphs.lower) }
    let counts = Dictionary(forms.map { ($0, Float(1)) }, uniquingKeysWith: +)
    let weights = forms.map { 1 / (counts[$0] ?? 1).squareRoot() }
    // What is likelier right as it stands is so once, not with every mention.
    let unchanged = index.keepsMarks ? 0 : CandidateFinder.unchangedName
    for part in parts.indices {
      parts[part].isWanted = decided.contains(parts[part].word) || wanted.contains(parts[part].word)
      for (mention, at) in pieces.enumerated() {
        if parts[part].channel[mention] == -.infinity { parts[part].channel[mention] = worst[mention] + Self.unheard }
        let isCopy = words.id(at: at) == parts[part].word
        let channel = parts[part].channel[mention] - (isCopy ? unchanged : 0)
        parts[part].mean += channel / Float(pieces.count)
        parts[part].all += channel * weights[mention]
      }
    }
    parts.sort { ($0.isWanted ? 1 : 0, $0.mean) > ($1.isWanted ? 1 : 0, $1.mean) }
    let least = (parts.map(\.mean).max() ?? 0) - Self.range
    return parts.prefix(Self.width).filter { $0.isWanted || $0.mean >= least }
  }

  /// Reads a piece as a name has it, where its letters do not speak against that.
  private func take(
    _ word: WordID, at: Int, of number: Int, probability: Float, in verdicts: inout Verdicts,
    agreed: inout Set<Int>, candidates: inout PieceCandidates, index: EmissionIndex
  ) {
    // A stranger is left.
    guard !agreed.contains(at), let present = self.word(of: at, verdicts), present != .unknown else { return }
    if present == word {
      agreed.insert(at)
      if let text = verdicts.text(at: at) {
        verdicts.evidence[number].posterior = max(verdicts.evidence[number].posterior, probability)
        verdicts.revise(number, at: at, as: Array(text), isChanged: true)
      }
      return
    }
    let readings = candidates.readings(at, index: index, splitting: true).candidates
    func best(_ word: WordID) -> Candidate? {
      readings.filter { $0.span == 1 && $0.first == word }.max { $0.channel < $1.channel }
    }
    guard let reading = best(word), let old = best(present), reading.channel >= old.channel - Self.reluctance
    else { return }
    agreed.insert(at)
    verdicts.evidence[number].posterior = probability
    verdicts.evidence[number].channel = reading.channel
    verdicts.revise(number, at: at, as: reading.text, in: document)
  }
}
