/// What a number measures.
struct MeasureUnit: Sendable, Equatable {
  /// The unit as the records name it.
  var name: String
  /// What one of it is in the unit of the records: 100 for `tạ` in kilograms.
  var scale = DecimalNumber(1)
  /// Whether it is a length of time, which a lead such as `tháng` before the number turns into a date.
  var isTime = false
}

extension Tables {
  /// Units by the ways they are printed. Sources: Nghị định 86/2012/NĐ-CP on units of measurement; the transport
  /// statistics of the General Statistics Office for passenger and ton kilometres.
  static let units: [(String, MeasureUnit)] = [
    ("%", MeasureUnit(name: "percent")), ("phần trăm", MeasureUnit(name: "percent")),
    ("điểm %", MeasureUnit(name: "point")), ("điểm phần trăm", MeasureUnit(name: "point")),
    ("% điểm", MeasureUnit(name: "point")),
    ("đồng", MeasureUnit(name: "VND")), ("VNĐ", MeasureUnit(name: "VND")), ("VND", MeasureUnit(name: "VND")),
    ("đồng Việt Nam", MeasureUnit(name: "VND")), ("đ", MeasureUnit(name: "VND")),
    ("USD", MeasureUnit(name: "USD")), ("đô la", MeasureUnit(name: "USD")), ("đô la Mỹ", MeasureUnit(name: "USD")),
    ("đô-la", MeasureUnit(name: "USD")), ("đô-la Mỹ", MeasureUnit(name: "USD")), ("đôla", MeasureUnit(name: "USD")),
    ("$", MeasureUnit(name: "USD")), ("EUR", MeasureUnit(name: "EUR")), ("euro", MeasureUnit(name: "EUR")),
    ("m", MeasureUnit(name: "m")), ("mét", MeasureUnit(name: "m")), ("m dài", MeasureUnit(name: "m")),
    ("m2", MeasureUnit(name: "m2")), ("m²", MeasureUnit(name: "m2")), ("mét vuông", MeasureUnit(name: "m2")),
    ("m3", MeasureUnit(name: "m3")), ("m³", MeasureUnit(name: "m3")), ("mét khối", MeasureUnit(name: "m3")),
    ("km", MeasureUnit(name: "km")), ("ki lô mét", MeasureUnit(name: "km")), ("kilômét", MeasureUnit(name: "km")),
    ("ki-lô-mét", MeasureUnit(name: "km")), ("cây số", MeasureUnit(name: "km")),
    ("km2", MeasureUnit(name: "km2")), ("km²", MeasureUnit(name: "km2")), ("ki lô mét vuông", MeasureUnit(name: "km2")),
    ("ha", MeasureUnit(name: "ha")), ("héc ta", MeasureUnit(name: "ha")), ("hecta", MeasureUnit(name: "ha")),
    ("héc-ta", MeasureUnit(name: "ha")), ("hec ta", MeasureUnit(name: "ha")), ("hécta", MeasureUnit(name: "ha")),
    ("tấn", MeasureUnit(name: "t")), ("kg", MeasureUnit(name: "kg")), ("ki lô gam", MeasureUnit(name: "kg")),
    ("kilôgam", MeasureUnit(name: "kg")), ("ki-lô-gam", MeasureUnit(name: "kg")),
    ("HK/Km", MeasureUnit(name: "passenger.km")), ("HK.km", MeasureUnit(name: "passenger.km")),
    ("HKkm", MeasureUnit(name: "passenger.km")), ("hành khách.km", MeasureUnit(name: "passenger.km")),
    ("hành khách/km", MeasureUnit(name: "passenger.km")), ("lượt HK.km", MeasureUnit(name: "passenger.km")),
    ("lượt khách.km", MeasureUnit(name: "passenger.km")), ("lượt hành khách.km", MeasureUnit(name: "passenger.km")),
    ("lượt khách/km", MeasureUnit(name: "passenger.km")), ("người.km", MeasureUnit(name: "passenger.km")),
    ("lượt người.km", MeasureUnit(name: "passenger.km")), ("khách.km", MeasureUnit(name: "passenger.km")),
    ("T/Km", MeasureUnit(name: "t.km")), ("T.km", MeasureUnit(name: "t.km")), ("TKm", MeasureUnit(name: "t.km")),
    ("tấn.km", MeasureUnit(name: "t.km")), ("tấn/km", MeasureUnit(name: "t.km")), ("tấn km", MeasureUnit(name: "t.km")),
    ("năm", MeasureUnit(name: "year", isTime: true)), ("tháng", MeasureUnit(name: "month", isTime: true)),
    ("ngày", MeasureUnit(name: "day", isTime: true)), ("ngày đêm", MeasureUnit(name: "day", isTime: true)),
    ("ngày làm việc", MeasureUnit(name: "day", isTime: true)),
  ]
}
