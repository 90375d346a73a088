internal import DauRules

/// What a number measures.
struct MeasureUnit: Sendable, Equatable {
  /// The unit as the records name it.
  var name: String
  /// What one of it is in the unit of the records: 100 for `tạ` in kilograms.
  var scale = DecimalNumber(1)
  /// Whether it is a length of time, which a lead such as `tháng` before the number turns into a date.
  var isTime = false
}

/// The units and nouns of `units.yaml`.
struct Measures {
  var units: [(String, MeasureUnit)] = []
  /// The units of lengths, areas, volumes and masses.
  var extents: Set<String> = []
  var countedNouns: [String] = []

  /// Counted nouns and units whose numbers are taken as printed; a week stays a week, and `điểm` is counted, while
  /// the point of a percentage is a unit of its own.
  mutating func insert(_ unit: Unit) {
    switch unit.kind {
    case .count: countedNouns += unit.forms
    case .rank, .score: break
    case .share, .money, .length, .area, .volume, .mass, .transport, .time:
      guard let scale = DecimalNumber(unit.scale) else { return }
      let isTime = unit.kind == .time
      if isTime, scale != DecimalNumber(1) || !["year", "month", "day"].contains(unit.code) { return }
      units += unit.forms.map { ($0, MeasureUnit(name: unit.code, scale: scale, isTime: isTime)) }
      switch unit.kind {
      case .length, .area, .volume, .mass: extents.insert(unit.code)
      default: break
      }
    }
  }
}
