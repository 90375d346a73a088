/// The six tones of Vietnamese, in the order of the alphabet's marks.
public enum Tone: UInt8, Sendable, CaseIterable, Comparable {
  /// No mark: `ma`.
  case ngang
  /// Grave: `mà`.
  case huyen
  /// Acute: `má`.
  case sac
  /// Hook above: `mả`.
  case hoi
  /// Tilde: `mã`.
  case nga
  /// Dot below: `mạ`.
  case nang

  /// Whether a syllable that ends in `p`, `t`, `c` or `ch` can bear this tone.
  public var fitsStopCoda: Bool { self == .sac || self == .nang }

  /// Whether `a` comes before `b` in the order of the alphabet's marks.
  public static func < (a: Tone, b: Tone) -> Bool { a.rawValue < b.rawValue }
}
