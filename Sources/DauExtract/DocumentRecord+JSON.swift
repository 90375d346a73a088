extension DocumentRecord {
  /// The record as one line of JSON, without the line break; `schema/document.schema.json` describes it.
  public var jsonLine: String { jsonObject }
}

extension DocumentRecord: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("kind", "document")
    line.field("id", id)
    line.field("file", file)
    line.field("type", type)
    line.field("number", number)
    line.field("symbol", symbol)
    line.field("issuer", issuer)
    line.field("place", place)
    line.field("issued", issued)
    line.field("title", title)
    line.field("signer", signer)
    line.field("signatures", signatures)
    line.field("recipients", recipients)
    line.field("sections", sections)
    line.field("pages", pages)
    line.field("rules", rules)
  }
}

extension DocumentRecord.Signer: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("authority", authority.isEmpty ? nil : authority)
    line.field("on_behalf_of", onBehalfOf.isEmpty ? nil : onBehalfOf)
    line.field("position", position)
    line.field("name", name)
  }
}

extension DocumentRecord.Signature: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("signer", signer)
    line.field("time", time)
  }
}

extension DocumentRecord.Section: JSONWritable {
  func write(to line: inout JSONLine) {
    if let part { line.field("part", part) }
    line.field("number", number)
    line.field("heading", heading)
    line.field("line", self.line)
    line.field("span", span)
  }
}
