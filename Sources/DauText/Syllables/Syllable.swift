/// One Vietnamese syllable taken apart into onset, medial, nucleus, coda and tone.
///
/// The parts are those of the spelling, so that a syllable can be written back byte for byte
/// (but for the style of tone placement, which is chosen when writing):
///
///     nghiêng = ngh + iê + ng          hoạt = h + o (medial) + a + t, nặng
///     quyền   = qu + yê + n, huyền     gìn  = gi + i + n, huyền
///
/// `qu` is one onset; the glide it holds is not repeated as a medial. `gi` before a nucleus that
/// starts with `i` shares that letter with it (`gì`, `giếng`). A value that was parsed is a
/// possible syllable; whether it is a real one is for a list of syllables to say.
public struct Syllable: Sendable, Hashable {
  /// The 27 onsets as spelled, and none.
  public enum Onset: UInt8, Sendable, CaseIterable {
    case none, b, c, ch, d, đ, g, gh, gi, h, k, kh, l, m, n, ng, ngh, nh, p, ph, qu, r, s, t, th, tr, v, x
  }

  /// The rounded glide between onset and nucleus.
  public enum Medial: UInt8, Sendable, CaseIterable {
    case none, o, u
  }

  /// The vowel or diphthong that carries the syllable, as spelled.
  public enum Nucleus: UInt8, Sendable, CaseIterable {
    case a, ă, â, e, ê, i, y, o, ô, ơ, u, ư
    case ia, iê, ya, yê, ua, uô, ưa, ươ
    /// The long vowel of loans: `xoong`, `soóc`.
    case oo
  }

  /// The closing consonant or glide.
  public enum Coda: UInt8, Sendable, CaseIterable {
    case none, c, ch, m, n, ng, nh, p, t, i, y, o, u

    /// Whether the coda is a stop, which allows two tones only.
    public var isStop: Bool { self == .c || self == .ch || self == .p || self == .t }
  }

  /// The consonants before the vowels.
  public var onset: Onset
  /// The rounded glide.
  public var medial: Medial
  /// The vowel or diphthong.
  public var nucleus: Nucleus
  /// The closing consonant or glide.
  public var coda: Coda
  /// The tone; `.ngang` for none.
  public var tone: Tone

  /// A syllable of these parts, which spelling need not allow.
  public init(onset: Onset, medial: Medial = .none, nucleus: Nucleus, coda: Coda = .none, tone: Tone = .ngang) {
    self.onset = onset
    self.medial = medial
    self.nucleus = nucleus
    self.coda = coda
    self.tone = tone
  }

  /// Takes a syllable apart.
  ///
  /// - Parameters:
  ///   - bytes: the whole syllable in lower case, UTF-8 in normalization form C.
  ///   - toneAnywhere: also take a tone mark that stands on a vowel where neither style puts it,
  ///     as careless typing does (`hòan`, `qúy`).
  /// - Returns: `nil` when Vietnamese spelling does not allow it: `klông`, `cị`, `hoaì`, `mạp` with
  ///   another tone than sắc or nặng.
  /// - Complexity: O(1): more than seven letters are no syllable.
  public init?(parsing bytes: Span<UInt8>, toneAnywhere: Bool = false) {
    // `nghiêng` is the longest: 7 letters, 8 bytes; a tone on ê makes it 9, `nghươu` with tone 10.
    guard bytes.count > 0, bytes.count <= 12 else { return nil }
    let table = SyllableTable.shared
    var letters: [8 of UInt8] = .init(repeating: 0)
    var count = 0
    var tone = Tone.ngang
    var tonePosition = -1
    var offset = 0
    while offset < bytes.count {
      let (value, length) = UTF8Decoding.scalar(in: bytes, at: offset)
      guard count < 7, let letter = LetterTable.shared[value], !letter.isUppercase else { return nil }
      if letter.tone != .ngang {
        guard tonePosition < 0 else { return nil }
        tone = letter.tone
        tonePosition = count
      }
      letters[count] = SyllableTable.code(letter)
      count += 1
      offset += length
    }
    guard let (syllable, rimeStart) = table.split(letters, count: count) else { return nil }
    self = syllable
    self.tone = tone
    guard isValid else { return nil }
    if tone != .ngang, !toneAnywhere {
      let old = rimeStart + tonePlace(.old)
      let new = rimeStart + tonePlace(.new)
      guard tonePosition == old || tonePosition == new else { return nil }
    }
  }

  /// Takes a syllable apart; see ``init(parsing:toneAnywhere:)``.
  public init?(_ text: String, toneAnywhere: Bool = false) {
    var text = text
    text.makeContiguousUTF8()
    self.init(parsing: text.utf8Span.span, toneAnywhere: toneAnywhere)
  }

  /// Whether Vietnamese spelling allows these parts together: the rime exists, onset and rime fit
  /// (`c`/`k`/`qu`, `g`/`gh`, `ng`/`ngh`), and a stop coda has the tone sắc or nặng.
  ///
  /// - Complexity: O(1).
  public var isValid: Bool {
    let table = SyllableTable.shared
    guard table.isRime(medial, nucleus, coda) || table.isRimeAfterQu(self) else { return false }
    guard table.fits(self) else { return false }
    return !coda.isStop || tone.fitsStopCoda
  }

  /// Which letter of the written rime bears the tone mark; the rime begins behind the onset as written.
  func tonePlace(_ style: TonePlacement) -> Int {
    let nucleusStart = medial == .none ? 0 : 1
    if medial != .none, coda == .none, style == .old, nucleus == .a || nucleus == .e || nucleus == .y { return 0 }
    switch nucleus {
    case .iê, .yê, .uô, .ươ, .oo:
      // The letters `gi` and `iê` share an i, which is written as part of the onset.
      return onset == .gi && nucleus == .iê ? 0 : nucleusStart + 1
    case .i where onset == .gi:
      // The one i of `gì` counts as the onset's.
      return -1
    default:
      return nucleusStart
    }
  }

  /// The syllable as spelled, in lower case.
  ///
  /// - Complexity: O(1).
  public func spelled(_ style: TonePlacement = .old) -> String {
    String(decoding: bytes(style), as: UTF8.self)
  }

  /// The syllable as spelled, in lower case, as UTF-8 in normalization form C.
  public func bytes(_ style: TonePlacement = .old) -> [UInt8] {
    let table = SyllableTable.shared
    var letters = table.onsets[Int(onset.rawValue)]
    let rimeStart = letters.count
    letters += table.medials[Int(medial.rawValue)]
    var nucleusLetters = table.nuclei[Int(nucleus.rawValue)][...]
    if onset == .gi, nucleusLetters.first?.base == UInt8(ascii: "i") { nucleusLetters = nucleusLetters.dropFirst() }
    letters += nucleusLetters
    letters += table.codas[Int(coda.rawValue)]
    if tone != .ngang { letters[rimeStart + tonePlace(style)].tone = tone }
    var out: [UInt8] = []
    out.reserveCapacity(12)
    for letter in letters {
      // Every letter of the tables exists with every tone: tones stand on vowels only.
      UTF8Decoding.append(letter.scalar!.value, to: &out)
    }
    return out
  }
}

extension Syllable: CustomStringConvertible {
  /// The syllable as ``spelled(_:)`` writes it.
  public var description: String { spelled() }
}
