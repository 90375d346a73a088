/// Writes the restored text of a document from what was decided of it.
struct VerdictWriter {
  let document: DocumentText
  let condition: DocumentCondition
  let confidenceModel: ConfidenceModel
  let options: RestorationOptions
  /// By piece: words that stay as they stand, whatever they were read as.
  let kept: Set<Int>
  let marks: PrintedMarks

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
      // No closure in this, nor behind `??`: each would copy the writer for each word.
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
    return confidenceModel.probability(ConfidenceFeatures(of: word, in: verdicts.evidence, document: averages))
  }

  /// What is printed between a word and the one before, where that is not what stands there.
  private func gap(
    before at: Int, as text: ArraySlice<Glyph>?, behind previous: (pieces: Range<Int>, text: ArraySlice<Glyph>?)
  ) -> [Glyph]? {
    if let gap = marks.gaps[at] { return gap }
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
    guard !marks.notes.isEmpty else { return nil }
    let (first, last) = (pieces.lowerBound, pieces.upperBound - 1)
    guard marks.notes[first]?.head.isEmpty == false || marks.notes[last]?.tail.isEmpty == false else { return nil }
    var bytes = document.pieces[first].bytes.lowerBound..<document.pieces[last].bytes.upperBound
    var result = Array(text ?? document.source(of: pieces))
    func byteCount(_ glyphs: Range<Int>) -> Int { Glyphs.string(document.glyphs[glyphs]).utf8.count }
    if let edit = marks.notes[first], !edit.head.isEmpty {
      let start = document.pieces[first].glyphs.lowerBound
      bytes = (bytes.lowerBound - byteCount((start - edit.before)..<start))..<bytes.upperBound
      result = edit.head + result
    }
    if let edit = marks.notes[last], !edit.tail.isEmpty {
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
}
