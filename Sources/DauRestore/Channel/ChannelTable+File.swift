import DauRules
import Foundation

/// Tables as text: lines of true letter, output and log10 probability, separated by tabs; an empty output is `∅`, and `…`
/// stands for any one code point that is not listed. Lines that begin with `#` are comments.
extension ChannelTable {
  /// One line of a table; an output of `nil` is `…`.
  private struct Entry {
    var letter: GraphemeID
    var output: Output?
    var log10: Float
  }

  /// - Throws: `ChannelError`, which names file and line.
  init(contentsOf url: URL) throws(ChannelError) {
    let bytes = try Self.bytes(of: url)
    self.init()
    var isEmpty = true
    var malformed: Int?
    Self.forEachLine(of: bytes) { number, line in
      guard let entry = Self.entry(bytes, line) else {
        if malformed == nil { malformed = number }
        return
      }
      isEmpty = false
      if let output = entry.output {
        outputs[Int(entry.letter)][output] = pow(10, entry.log10)
      } else {
        novelty[Int(entry.letter)] = entry.log10 - Self.unseen[1]
      }
    }
    if let malformed { throw .malformed(path: url.path, line: malformed) }
    if isEmpty { throw .empty(path: url.path) }
  }

  private static func bytes(of url: URL) throws(ChannelError) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
      throw .unreadable(path: url.path, reason: error.localizedDescription)
    }
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      throw .notText(path: url.path, line: before.count { $0 == 0x0A } + 1)
    }
    return bytes
  }

  /// Calls `body` with the number and the place of each line that is neither empty nor a comment, without its end.
  private static func forEachLine(of bytes: [UInt8], _ body: (Int, Range<Int>) -> Void) {
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let next = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      // An editor may have ended the lines as Windows does.
      let end = next > start && bytes[next - 1] == 0x0D ? next - 1 : next
      if end > start, bytes[start] != 0x23 { body(number, start..<end) }
      start = next + 1
    }
  }

  private static func entry(_ bytes: [UInt8], _ line: Range<Int>) -> Entry? {
    var at = line.lowerBound
    let letter = Glyphs.decode(bytes.span, at: &at)
    guard let id = Alphabet.id(of: letter), at < line.upperBound, bytes[at] == 0x09 else { return nil }
    at += 1
    var output = Outputs.empty
    var count = 0
    while at < line.upperBound, bytes[at] != 0x09 {
      guard count < Outputs.limit else { return nil }
      output |= Output(Glyphs.decode(bytes.span, at: &at)) << Output(16 * count)
      count += 1
    }
    guard at < line.upperBound, let log10 = number(bytes, (at + 1)..<line.upperBound), log10 <= 0,
      log10.isFinite
    else { return nil }
    return Entry(
      letter: id, output: output == 0x2026 ? nil : output == 0x2205 ? Outputs.empty : output, log10: log10)
  }

  /// A decimal number; the short ones that tables are written with without a string for each.
  private static func number(_ bytes: [UInt8], _ place: Range<Int>) -> Float? {
    guard !place.isEmpty else { return nil }
    let digits = bytes[place.lowerBound] == 0x2D ? place.dropFirst() : place
    var value = 0
    var scale = 1
    var hasPoint = false
    // A quotient of two whole numbers that a Float holds is rounded as the decimal number is.
    if digits.count <= 7, let first = digits.first, bytes[first] != 0x2E {
      for at in digits {
        switch bytes[at] {
        case 0x30...0x39:
          value = value * 10 + Int(bytes[at] - 0x30)
          if hasPoint { scale *= 10 }
        case 0x2E where !hasPoint && at + 1 < place.upperBound: hasPoint = true
        default: return Float(String(decoding: bytes[place], as: UTF8.self))
        }
      }
      return (digits.count < place.count ? -1 : 1) * Float(value) / Float(scale)
    }
    return Float(String(decoding: bytes[place], as: UTF8.self))
  }

  /// All that is wrong with a table, in the order of its lines: what reading refuses, and beyond it lines that say a
  /// thing twice, letters whose outputs are more than certain, and letters of which nothing is said.
  ///
  /// - Complexity: O(*n*) in bytes.
  static func faults(in url: URL) -> [RuleError] {
    let bytes: [UInt8]
    do { bytes = try Self.bytes(of: url) } catch { return [error.fault] }
    var faults: [RuleError] = []
    func add(_ line: Int?, _ what: String, _ remedy: String) {
      faults.append(RuleError(at: url, line: line, what: what, remedy: remedy))
    }
    var lines: [[Output?: Int]] = Array(repeating: [:], count: Alphabet.count)
    var sums = [Float](repeating: 0, count: Alphabet.count)
    Self.forEachLine(of: bytes) { number, line in
      guard let entry = Self.entry(bytes, line) else {
        return faults.append(ChannelError.malformed(path: url.path, line: number).fault)
      }
      let id = Int(entry.letter)
      if let first = lines[id].updateValue(number, forKey: entry.output) {
        add(number, "says again what line \(first) says", "remove one of the two")
      }
      guard entry.output != nil else { return }
      let sum = sums[id]
      sums[id] += pow(10, entry.log10)
      if sum <= Self.mostCertain, sums[id] > Self.mostCertain {
        add(
          number, "the outputs of '\(Glyphs.string([Alphabet.glyphs[id]]))' have a probability of more than 1 together",
          "lower some of them, or make the table with 'dau train channel'")
      }
    }
    if lines.allSatisfy(\.isEmpty) {
      if faults.isEmpty { faults.append(ChannelError.empty(path: url.path).fault) }
      return faults
    }
    let missing = lines.indices.filter { lines[$0].isEmpty }.map { Glyphs.string([Alphabet.glyphs[$0]]) }
    if !missing.isEmpty {
      let list = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", ..." : "")
      add(
        nil, "says nothing of \(missing.count) letters: \(list)",
        "make the table with 'dau train channel', or put single misreadings into confusions.tsv")
    }
    return faults
  }

  /// Probabilities are written with two decimals of their logarithm, so that a sum of 1 may come back as 1.012.
  private static let mostCertain: Float = 1.02

  /// The table as `init(contentsOf:)` reads it, most likely outputs first.
  func description(header: [String]) -> String {
    // A line end in a comment would begin an entry.
    var lines = header.map { "# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    for (id, row) in outputs.enumerated() {
      let letter = Glyphs.string([Alphabet.glyphs[id]])
      for (output, probability) in row.sorted(by: { ($0.1, $1.0) > ($1.1, $0.0) }) {
        let text = output == Outputs.empty ? "∅" : Glyphs.string(Outputs.unpack(output))
        lines.append("\(letter)\t\(text)\t\(String(format: "%.2f", log10(probability)))")
      }
      if abs(novelty[id]) >= 0.005 {
        lines.append("\(letter)\t…\t\(String(format: "%.2f", min(0, Self.unseen[1] + novelty[id])))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
