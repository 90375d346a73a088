/// One decided piece or pair of pieces.
struct Decision {
  var pieces: Range<Int>
  var candidate: Candidate
  /// What speaks for it.
  var evidence: ConfidenceFeatures.Evidence
  var readings: [Restoration.Reading] = []
}
