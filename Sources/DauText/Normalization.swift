private import CDauICU

/// A failure reported by ICU.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU's name of the failure, such as `U_MEMORY_ALLOCATION_ERROR`.
  public let name: String
  /// The message for people.
  public var description: String { "ICU could not normalise the text: \(name)" }
}

/// Unicode normalization form C, by ICU, on UTF-8 without a detour through UTF-16.
public enum Normalization {
  /// Whether `bytes`, which must be valid UTF-8, are in normalization form C.
  ///
  /// - Complexity: O(*n*); allocates nothing.
  public static func isNFC(_ bytes: Span<UInt8>) throws(ICUError) -> Bool {
    if isPlain(bytes) { return true }
    var status: DauICUStatus = 0
    // The pointer is used during the call only.
    let answer = unsafe bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return Int32(1) }
      return unsafe dau_icu_is_nfc(base.assumingMemoryBound(to: CChar.self), Int64(raw.count), &status)
    }
    try check(status)
    return answer == 1
  }

  /// Whether all code points are of those that are in form C wherever they stand: U+0000...U+02FF, the Vietnamese letters
  /// from U+1EA0 on, and punctuation and symbols of U+2002...U+2BFF but for those that have another form or join others.
  ///
  /// Far faster than asking ICU, and true of nearly all texts.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      // Inside the span.
      let byte = unsafe bytes[unchecked: at]
      if byte < 0xCC {
        at += 1
        continue
      }
      guard at + 2 < bytes.count else { return false }
      switch (byte, unsafe bytes[unchecked: at + 1]) {
      case (0xE1, 0xBA...0xBB), (0xE2, 0x81...0x82), (0xE2, 0x85...0x8B), (0xE2, 0x8D...0xAA): break
      case (0xE2, 0x80): if bytes[at + 2] < 0x82 { return false }
      default: return false
      }
      at += 3
    }
    return true
  }

  /// `bytes`, which must be valid UTF-8, in normalization form C.
  ///
  /// - Throws: ``ICUError`` when there are more than 2 GiB or memory runs out.
  /// - Complexity: O(*n*).
  public static func nfc(_ bytes: Span<UInt8>) throws(ICUError) -> [UInt8] {
    // The pointers are used during the call only.
    try unsafe filled(bytes) { text, length, out, capacity, status in
      unsafe dau_icu_nfc(text, length, out, capacity, status)
    }
  }

  /// `bytes`, which must be valid UTF-8, in normalization form D.
  ///
  /// - Throws: ``ICUError`` when there are more than 2 GiB or memory runs out.
  /// - Complexity: O(*n*).
  public static func nfd(_ bytes: Span<UInt8>) throws(ICUError) -> [UInt8] {
    try unsafe filled(bytes) { text, length, out, capacity, status in
      unsafe dau_icu_nfd(text, length, out, capacity, status)
    }
  }

  /// `bytes`, which must be valid UTF-8, in normalization form C, with the map from the one to the
  /// other. The map is exact to the run: a letter and the marks that joined it are one segment.
  ///
  /// - Throws: ``ICUError`` when there are more than 2 GiB or memory runs out.
  /// - Complexity: O(*n*).
  public static func nfcWithMap(_ bytes: Span<UInt8>) throws(ICUError) -> (bytes: [UInt8], map: SourceMap) {
    var map = SourceMap.Builder()
    let result = try unsafe withUnsafeMutablePointer(to: &map) { builder throws(ICUError) in
      try unsafe filled(bytes) { text, length, out, capacity, status in
        unsafe dau_icu_nfc_spans(
          text, length, out, capacity,
          { context, old, new, isChanged in
            // The context is the builder above, which outlives the call.
            let builder = unsafe context.assumingMemoryBound(to: SourceMap.Builder.self)
            if isChanged == 0 {
              unsafe builder.pointee.copy(Int(old))
            } else {
              unsafe builder.pointee.replace(Int(old), with: Int(new))
            }
          }, builder, status)
      }
    }
    return (result, map.build())
  }

  private typealias Step = (
    _ text: UnsafePointer<CChar>, _ length: Int64, _ out: UnsafeMutablePointer<CChar>?, _ capacity: Int64,
    _ status: UnsafeMutablePointer<DauICUStatus>
  ) -> Int64

  /// Runs `step` with a buffer a little larger than the text, and again with one that fits.
  private static func filled(_ bytes: Span<UInt8>, _ step: Step) throws(ICUError) -> [UInt8] {
    guard bytes.count > 0 else { return [] }
    var status: DauICUStatus = 0
    var capacity = bytes.count + 16
    while true {
      var needed = 0
      // ICU writes at most `capacity` bytes and says how many it needed.
      let result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
        needed = unsafe bytes.withUnsafeBytes { raw in
          unsafe Int(
            step(
              raw.baseAddress!.assumingMemoryBound(to: CChar.self), Int64(raw.count),
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
