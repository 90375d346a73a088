/// Digits that were exchanged, or one that is another.
extension Audit {
  /// Whether parts would make up their total if one digit of one number were another, or two neighbouring ones were
  /// exchanged: parts that are not all seldom miss it by just that when it has so many figures, or one less and they exceed it.
  ///
  /// - Complexity: O(*k*) in the digits of all.
  func areMisprinted(_ total: Number, _ parts: [Number], _ sum: DecimalNumber, figures least: Int = 4) -> Bool {
    guard figures(of: total.value) >= (sum > total.value ? least - 1 : least),
      let missing = total.value.subtracting(sum), missing != .zero
    else { return false }
    let slack = slack(of: parts + [total])
    return isMisprint(total.value, of: -missing, within: slack)
      || parts.contains { isMisprint($0.value, of: missing, within: slack) }
  }

  /// Whether a number changes by so much when one of its digits is another, or two neighbouring ones are exchanged.
  func isMisprint(_ value: DecimalNumber, of missing: DecimalNumber, within slack: DecimalNumber) -> Bool {
    if exchanges(value).contains(where: { agrees($0, missing, within: slack) }) { return true }
    let digits = value.description.utf8.compactMap { $0 == UInt8(ascii: ".") ? nil : Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }), digits.count <= 16 else { return false }
    var place = 1
    for (at, digit) in digits.enumerated().reversed() {
      for other in (at == 0 ? 1 : 0)...9 where other != digit {
        let change = DecimalNumber(digits: Int128((other - digit) * place), scale: value.scale)
        if agrees(change, missing, within: slack) { return true }
      }
      place *= 10
    }
    return false
  }

  /// Whether parts would make up their total if two neighbouring digits of one number were exchanged, which is how digits are mistyped most
  /// often.
  func areExchanged(_ total: Number, _ parts: [Number], _ sum: DecimalNumber) -> Bool {
    guard let missing = total.value.subtracting(sum), missing != .zero else { return false }
    return exchanges(total.value).contains(-missing) || parts.contains { exchanges($0.value).contains(missing) }
  }

  /// By how much a number changes when two neighbouring digits are exchanged, for each pair of them.
  private func exchanges(_ value: DecimalNumber) -> [DecimalNumber] {
    // As if it were whole: `10,63` is 1063 hundredths.
    let digits = value.description.utf8.compactMap { $0 == UInt8(ascii: ".") ? nil : Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }), digits.count <= 16 else { return [] }
    var place = 1
    var changes: [DecimalNumber] = []
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    for at in stride(from: digits.count - 1, to: 0, by: -1) {
      let difference = digits[at] - digits[at - 1]
      if difference != 0, digits.count - at > zeros {
        changes.append(DecimalNumber(digits: Int128(difference * 9 * place), scale: value.scale))
      }
      place *= 10
    }
    return changes
  }

  /// How many figures a number has without the zeros it ends with.
  func figures(of value: DecimalNumber) -> Int {
    value.description.filter { $0.isNumber }.reversed().drop { $0 == "0" }.count
  }
}
