import DauLanguage

/// A sentence as it stands, and what of it is in question. Scratch of a decoder.
struct SentenceScores {
  /// By place in the sentence: the state of the language model before it.
  private(set) var states: [LanguageModel.State] = []
  /// By place in the sentence, and behind the last for its end: the log10 probability as it stands.
  private(set) var log10: [Float] = []
  /// By place in the sentence: whether it stays as it stands, and how far (log10) any other reading then stays behind at
  /// least.
  private(set) var isPlain: [Bool] = []
  private(set) var margins: [Float] = []
  /// The stretches of pieces that are searched.
  private(set) var windows: [Range<Int>] = []

  /// Scores a sentence as it stands.
  mutating func score(_ sentence: Range<Int>, of words: DocumentWords, by model: LanguageModel) {
    states.removeAll(keepingCapacity: true)
    log10.removeAll(keepingCapacity: true)
    isPlain.removeAll(keepingCapacity: true)
    margins.removeAll(keepingCapacity: true)
    windows.removeAll(keepingCapacity: true)
    var state = model.sentenceStart
    for at in sentence {
      states.append(state)
      let (log10, next) = model.score(words.id(at: at), after: state)
      self.log10.append(log10)
      state = next
    }
    log10.append(model.score(.sentenceEnd, after: state).log10)
  }

  /// Takes the next piece for one that stays as it stands.
  mutating func leave(margin: Float) {
    isPlain.append(true)
    margins.append(min(0, margin))
  }

  /// Takes the next piece for one in question.
  ///
  /// - Parameter window: the pieces to search with it; it begins no earlier than that of the piece before.
  mutating func question(searching window: Range<Int>) {
    isPlain.append(false)
    margins.append(0)
    if let last = windows.last, window.lowerBound <= last.upperBound {
      windows[windows.count - 1] = last.lowerBound..<window.upperBound
    } else {
      windows.append(window)
    }
  }
}
