/// The six tones of Vietnamese, in the order in which they are usually named.
public enum Tone: UInt8, Sendable, CaseIterable {
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
}
