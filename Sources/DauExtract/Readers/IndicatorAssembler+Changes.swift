/// Changes that name which of several values they are of.
extension IndicatorAssembler {
  /// `352 doanh nghiệp với số vốn 3.120 tỷ đồng, giảm 8% về số doanh nghiệp nhưng tăng 25,4% về số vốn`: the value of the
  /// sentence that `về` behind a change names.
  ///
  /// - Returns: nil when nothing is named, or nothing that stands before without a change of its own.
  func changed(_ use: Use) -> Int? {
    let behind = use.figure.tokens.upperBound
    guard stream[behind].key == "về" else { return nil }
    var noun = behind + 1
    if stream[noun].key == "tổng" { noun += 1 }
    let isNumber = stream[noun].key == Words.so
    if isNumber { noun += 1 }
    let named = stream[noun].key
    let isMoney = words.phrases.moneyNouns.contains(named)
    guard isMoney || isNumber else { return nil }
    let counted = stream.flatText(ofTokens: noun..<(noun + 1)).lowercased()
    return heads.indices.suffix(6).first { index in
      let fact = heads[index].fact
      guard heads[index].sentence == sentence, fact.value != nil, fact.changePercent == nil, !heads[index].isRefused
      else { return false }
      if isMoney { return fact.unit == "VND" || fact.unit == "USD" }
      // `về số lượng` is the count, whatever it counts.
      return fact.unit == "count" && (named == "lượng" || fact.of?.hasPrefix(counted) ?? false)
    }
  }
}
