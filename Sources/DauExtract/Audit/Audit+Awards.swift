/// Awards against those who received them.
extension Audit {
  /// `8 Huân chương Lao động các loại do Chủ tịch nước trao tặng cho 6 tập thể và 2 cá nhân`: one award each.
  ///
  /// Awards are also given to some of many, so that a sum is told only when it holds.
  mutating func sharedAwards(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, index + 2 < numbers.count,
      let noun = total.tokens.first(where: { stream[$0].isWord }),
      awards.name(in: stream, at: noun, before: stream.count) != nil
    else { return }
    let first = numbers[index + 1]
    let between = total.tokens.upperBound..<first.tokens.lowerBound
    guard between.count <= 24, stream[first.tokens.lowerBound - 1].key == "cho",
      !between.contains(where: { outline.beginsParagraph[$0] || stream[$0].endsClause || stream[$0].isSign(",") })
    else { return }
    var parts: [Number] = []
    for part in numbers[(index + 1)...].prefix(6) {
      guard part.unit == "count", part.outOf == nil, !part.isBounded, receives(part) else { break }
      if let last = parts.last {
        let mark = stream[part.tokens.lowerBound - 1]
        guard part.tokens.lowerBound - last.tokens.upperBound == 1, mark.isSign(",") || mark.key == Words.va else {
          break
        }
      }
      parts.append(part)
    }
    addWhenWhole(total, parts)
  }

  private func receives(_ number: Number) -> Bool {
    guard let noun = number.tokens.first(where: { stream[$0].isWord }) else { return false }
    return awards.recipient(in: stream, at: noun, before: stream.count) != nil
  }
}
