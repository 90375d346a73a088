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

  /// `12 học sinh đạt giải tại kỳ thi (01 giải Nhất, ...)`, `7/8 thí sinh của Đội tuyển quốc gia đã giành huy chương`: whether
  /// those counted are said to have won prizes, in the same breath.
  ///
  /// - Complexity: O(1): 16 words at most.
  func winsPrizes(_ total: Number) -> Bool {
    for at in total.tokens.upperBound..<min(total.tokens.upperBound + 16, stream.count) {
      guard stream[at].isWord, !outline.beginsParagraph[at] else { return false }
      guard Self.winning.contains(stream[at].key) else { continue }
      let noun = stream[at + 1].key
      return noun == "giải" || noun == "huy" || noun == "hcv"
    }
    return false
  }

  static let winning: WordSet = ["đạt", "đoạt", "giành"]

  /// What contestants win: prizes, medals, and the certificates that stand behind them.
  func isWon(_ number: Number) -> Bool { isPrize(number) || number.of == "bằng khen" }

  /// `giải nhì`, `huy chương`, `HCV`
  func isPrize(_ number: Number) -> Bool {
    guard let noun = number.of else { return false }
    return noun == "giải" || noun.hasPrefix("giải ") || noun.hasPrefix("huy chương") || noun.hasPrefix("hc")
  }
}
