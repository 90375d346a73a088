extension BidirectionalCollection where Element == UInt8 {
  /// The lines without their ends, a line feed or, as Windows writes them, a carriage return and a line feed. Behind a
  /// line feed at the end there is an empty last line, so that there is one line more than there are line feeds.
  ///
  /// - Complexity: O(*n*).
  package func textLines() -> [SubSequence] {
    var lines: [SubSequence] = []
    var start = startIndex
    while true {
      let end = self[start...].firstIndex(of: 0x0A)
      var line = self[start..<(end ?? endIndex)]
      if line.last == 0x0D { line.removeLast() }
      lines.append(line)
      guard let end else { return lines }
      start = index(after: end)
    }
  }
}

extension String {
  /// The lines without their ends, as those of bytes are.
  ///
  /// Not `split(separator: "\n")`: the two characters of a Windows line end are one `Character`, which that is not.
  package func textLines() -> [Substring] { utf8.textLines().map { Substring($0) } }
}
