/// Digits that were exchanged.
extension Audit {
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
