/// An exact decimal number: an integer and the number of its digits that stand behind the mark.
///
/// `2.817,4 tỷ` is 28174 with one decimal place, times 10⁹. Binary floating point is not used anywhere: 0,1 has no
/// exact binary form, and a sum of a hundred table cells must be equal or different, not nearly equal.
/// Digits are kept in 128 bits: 38 of them, beyond any amount a document states; operations that would need more
/// return nil.
public struct DecimalNumber: Sendable, Hashable {
  /// The number without its mark.
  public private(set) var digits: Int128
  /// ``scale`` in two bytes, so that an optional number has 32 bytes and not 48: facts hold up to five.
  private var places: Int16
  /// How many of the digits stand behind the mark; never negative, and as small as it can be.
  public var scale: Int { Int(places) }

  /// A whole number.
  public init(_ integer: Int) { self.init(digits: Int128(integer), scale: 0) }

  /// `digits` × 10^-`scale`.
  public init(digits: Int128, scale: Int) {
    precondition(scale >= 0, "a negative scale")
    var (digits, scale) = (digits, scale)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    places = Int16(scale)
  }

  /// Reads `-12.50`: ASCII digits, at most one point, an optional minus.
  public init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var scale: Int?
    var isNegative = false
    var count = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: isNegative = true
      case 0x2E where scale == nil && count > 0: scale = 0
      case 0x30...0x39:
        count += 1
        guard count <= 38 else { return nil }
        digits = digits * 10 + Int128(byte - 0x30)
        if scale != nil { scale! += 1 }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    self.init(digits: isNegative ? -digits : digits, scale: scale ?? 0)
  }

  /// 0.
  public static let zero = DecimalNumber(0)

  /// Whether it is below 0.
  public var isNegative: Bool { digits < 0 }
  /// The number without its sign.
  public var magnitude: DecimalNumber { isNegative ? -self : self }
  /// Whether it has no decimals.
  public var isWhole: Bool { scale == 0 }

  /// The number as an `Int`, when it is whole and fits.
  public var int: Int? { scale == 0 ? Int(exactly: digits) : nil }

  /// This number times 10^`power`; nil when it needs more than 128 bits.
  public func scaled(byPowerOfTen power: Int) -> DecimalNumber? {
    guard power > 0 else { return DecimalNumber(digits: digits, scale: scale - power) }
    if power <= scale { return DecimalNumber(digits: digits, scale: scale - power) }
    guard let factor = Self.power(of: power - scale) else { return nil }
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalNumber(digits: product, scale: 0)
  }

  public static prefix func - (number: DecimalNumber) -> DecimalNumber {
    DecimalNumber(digits: -number.digits, scale: number.scale)
  }

  /// The sum, or nil when it needs more than 128 bits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (a, b, scale) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : DecimalNumber(digits: sum, scale: scale)
  }

  /// The difference, or nil when it needs more than 128 bits.
  public func subtracting(_ other: DecimalNumber) -> DecimalNumber? { adding(-other) }

  /// The product, or nil when it needs more than 128 bits.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : DecimalNumber(digits: product, scale: scale + other.scale)
  }

  /// How many per cent of `whole` it is, rounded to `places` decimal places; nil for a whole of 0 or an overflow.
  func percentage(of whole: DecimalNumber, places: Int) -> DecimalNumber? {
    multiplied(by: DecimalNumber(100))?.divided(by: whole, places: places)
  }

  /// The quotient rounded half away from zero to `places` decimal places; nil for a divisor of 0 or an overflow.
  public func divided(by other: DecimalNumber, places: Int) -> DecimalNumber? {
    guard other.digits != 0, let (a, b, _) = Self.aligned(self, other), let factor = Self.power(of: places) else {
      return nil
    }
    let (numerator, overflow) = a.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    return DecimalNumber(digits: Self.rounded(numerator, over: b), scale: places)
  }

  /// The number rounded half away from zero to `places` decimal places.
  public func rounded(toPlaces places: Int) -> DecimalNumber {
    guard scale > places, let divisor = Self.power(of: scale - places) else { return self }
    return DecimalNumber(digits: Self.rounded(digits, over: divisor), scale: places)
  }

  private static func rounded(_ numerator: Int128, over divisor: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: divisor)
    // |remainder| < |divisor|, so comparing it with what is left to the divisor cannot overflow.
    let left = divisor.magnitude - remainder.magnitude
    guard remainder.magnitude >= left else { return quotient }
    return (numerator < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }

  private static func power(of exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private static func aligned(_ a: DecimalNumber, _ b: DecimalNumber) -> (Int128, Int128, Int)? {
    // Nearly all are whole.
    if a.places == b.places { return (a.digits, b.digits, a.scale) }
    let scale = max(a.scale, b.scale)
    guard let fa = power(of: scale - a.scale), let fb = power(of: scale - b.scale) else { return nil }
    let (x, xo) = a.digits.multipliedReportingOverflow(by: fa)
    let (y, yo) = b.digits.multipliedReportingOverflow(by: fb)
    return xo || yo ? nil : (x, y, scale)
  }
}

extension DecimalNumber: Comparable {
  public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    if let (x, y, _) = aligned(a, b) { return x < y }
    // Only a huge number cannot be aligned; its whole part decides.
    let x = a.digits / (power(of: a.scale) ?? Int128.max)
    let y = b.digits / (power(of: b.scale) ?? Int128.max)
    return x < y
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Digits with a point, such as `-12.5`: the form of the records.
  public var description: String {
    guard scale > 0 else { return "\(digits)" }
    var text = "\(digits.magnitude)"
    if text.utf8.count <= scale { text = String(repeating: "0", count: scale + 1 - text.utf8.count) + text }
    let mark = text.index(text.endIndex, offsetBy: -scale)
    return (digits < 0 ? "-" : "") + text[..<mark] + "." + text[mark...]
  }
}
