import DauLanguage

/// Misreadings of whole words, by hand: `1€` for `lễ`, `b` for `bộ`.
struct WordConfusions: Sendable {
  private var candidates: [[Glyph]: [Candidate]] = [:]
  private var places: [String] = []

  init(_ entries: [(ocr: String, printed: String, log10: Float, place: String)], model: LanguageModel) {
    for entry in entries where !Self.isOfLetter(entry.ocr, entry.printed) {
      let text = Glyphs.of(entry.printed)
      var lower = text.map(Glyphs.lower)
      _ = Glyphs.placeToneOldStyle(&lower)
      var candidate = Candidate(
        kind: .confusion, text: text, first: model.id(of: Glyphs.string(lower)) ?? .unknown, channel: entry.log10)
      candidate.entry = places.count
      places.append(entry.place)
      candidates[Glyphs.of(entry.ocr), default: []].append(candidate)
    }
  }

  /// Whether an entry says what an engine writes for a letter wherever it stands. A vowel read as a digit is a word by
  /// itself: `6` for `ở`.
  static func isOfLetter(_ ocr: String, _ printed: String) -> Bool {
    let (read, letters) = (Glyphs.of(ocr), Glyphs.of(printed))
    return letters.count == 1 && !(read.count == 1 && Glyphs.isDigit(read[0]) && Glyphs.isVowel(letters[0]))
  }

  /// What the entries propose for an OCR word.
  func candidates(for word: [Glyph], isUpperLine: Bool) -> [Candidate] {
    guard let found = candidates[word] else { return [] }
    guard isUpperLine else { return found }
    return found.map {
      var upper = $0
      upper.text = upper.text.map(Glyphs.upper)
      return upper
    }
  }

  /// Where the entry of a candidate stands.
  func place(of candidate: Candidate) -> String { places[candidate.entry] }
}
