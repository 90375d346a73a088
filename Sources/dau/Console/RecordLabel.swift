import DauArchive

/// What a record says, in a few words.
enum RecordLabel {
  static func text(of record: JSONValue) -> String {
    func field(_ name: String) -> String { record[name]?.cell ?? "" }
    func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
    switch record["kind"]?.string {
    case "date": return joined(field("qualifier"), field("edtf"), field("issue"))
    case "quantity", "target", "indicator":
      func number(_ name: String) -> String { grouped(decimal: field(name)) }
      let range = field("low").isEmpty ? number("value") : "\(number("low"))–\(number("high"))"
      let amount = field("out_of").isEmpty ? range : "\(range)/\(number("out_of"))"
      let unit = field("unit") == "count" ? field("of") : field("unit")
      let bound = field("bound") == "exact" ? "" : field("bound")
      let deadline = field("deadline").isEmpty ? "" : "by \(field("deadline"))"
      return joined(field("subject"), field("comparator"), bound, amount, unit, deadline)
    case "award":
      let kind = field("award").isEmpty ? "(all awards)" : field("award")
      let grantor = field("grantor").isEmpty ? "" : "by \(field("grantor"))"
      let recipient = field("recipient").isEmpty ? "" : "to \(field("recipient"))"
      return joined(field("count"), kind, grantor, recipient, field("category"))
    case "citation": return joined(field("type"), field("symbol"), field("date"))
    case "audit":
      let verdict = record["holds"] == .bool(true) ? "holds" : "computed \(grouped(decimal: field("computed")))"
      return joined(field("relation"), grouped(decimal: field("stated")), verdict)
    default: return ""
    }
  }
}
