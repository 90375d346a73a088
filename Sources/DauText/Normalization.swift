private import CDauICU

/// A failure reported by ICU.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU's name of the failure, such as `U_MEMORY_ALLOCATION_ERROR`.
  public let name: String
  public var description: String { "ICU could not normalise the text: \(name)" }
}

/// Unicode normalization form C, by ICU, on UTF-8 without a detour through UTF-16.
public enum Normalization {
  /// Whether `bytes`, which must be valid UTF-8, are in normalization form C.
  ///
  /// - Complexity: O(*n*); allocates nothing.
  public static func isNFC(_ bytes: Span<UInt8>) throws(ICUError) -> Bool {
    var status: DauICUStatus = 0
    // The pointer is used during the call only.
    let answer = unsafe bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return Int32(1) }
      return unsafe dau_icu_is_nfc(base.assumingMemoryBound(to: CChar.self), Int64(raw.count), &status)
    }
    try check(status)
    return answer == 1
  }

  /// `bytes`, which must be valid UTF-8, in normalization form C.
  ///
  /// - Complexity: O(*n*).
  public static func nfc(_ bytes: Span<UInt8>) throws(ICUError) -> [UInt8] {
    var status: DauICUStatus = 0
    var capacity = bytes.count + 16
    while true {
      var needed = 0
      // ICU writes at most `capacity` bytes and says how many it needed.
      let result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
        needed = unsafe bytes.withUnsafeBytes { raw in
          guard let base = raw.baseAddress else { return 0 }
          return unsafe Int(
            dau_icu_nfc(
              base.assumingMemoryBound(to: CChar.self), Int64(raw.count),
              UnsafeMutableRawPointer(out.baseAddress!).assumingMemoryBound(to: CChar.self), Int64(capacity), &status))
        }
        count = min(needed, capacity)
      }
      try check(status)
      if needed <= capacity { return result }
      capacity = needed
    }
  }

  /// `text` in normalization form C; the same string, not copied, when it already is.
  public static func nfc(_ text: String) throws(ICUError) -> String {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8Span.span
    if try isNFC(span) { return text }
    return String(decoding: try nfc(span), as: UTF8.self)
  }

  private static func check(_ status: DauICUStatus) throws(ICUError) {
    // Names are static strings inside ICU.
    if status > 0 { throw ICUError(name: unsafe String(cString: dau_icu_status_name(status))) }
  }
}
