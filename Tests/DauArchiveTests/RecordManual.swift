import DauArchive
import DauExtract
import Foundation

/// Writes `docs/records.md` out of the schemas and of the columns of the tables, so that it says what the program does.
struct RecordManual {
  let record: JSONValue
  let document: JSONValue

  var markdown: String {
    var out = Self.introduction
    out += section("Every record", "The fields that records of every kind have.", record, columns: Self.place)
    for kind in Record.Kind.allCases {
      guard let definition = record["$defs"]?[kind.rawValue] else { continue }
      out += section(
        kind.rawValue, text(definition, "description"), definition, columns: RecordColumns.fields(of: kind))
      for (name, member) in objects(in: definition, record) {
        out += "\nThe members of `\(name)`:\n\n" + table(of: member, in: record, columns: nil)
      }
    }
    out += section("document", text(document, "description"), document, columns: RecordColumns.documentColumns)
    for (name, member) in objects(in: document, document) {
      out += "\nThe members of `\(name)`:\n\n" + table(of: member, in: document, columns: nil)
    }
    out += "\n## Types\n\n| type | is |\n|---|---|\n"
    for name in ["text", "decimal", "whole", "edtf", "place", "documentID"] {
      guard let definition = record["$defs"]?[name] else { continue }
      out += "| \(text(definition, "title")) | \(Self.cell(text(definition, "description"))) |\n"
    }
    out += "\n| code | values |\n|---|---|\n"
    for name in ["unit", "bound", "qualifier"] {
      guard let definition = record["$defs"]?[name] else { continue }
      out += "| \(name) | \(codes(definition)). \(Self.cell(text(definition, "description"))) |\n"
    }
    return out
  }

  /// The columns that tables of every kind end with.
  private static var place: [TableColumn] {
    Array(RecordColumns.columns(of: .date).dropFirst(RecordColumns.fields(of: .date).count))
  }

  private static let introduction = """
    # Records: fields and columns

    What `dau extract`, `dau records` and `dau export` write about documents, field by field. This page is made from `schema/`
    and from the program's own list of columns (a test keeps it so); `dau schema NAME` prints the schemas.

    In JSON, every field is there, and null when there is nothing; the few that may be left out say so. In CSV, the cell of such
    a field is empty. A column holds the field of its name; where the names differ, the column is given. Numbers of the
    document are decimal strings with a point (`92.2`), whatever the document printed. Lists stand in one cell, joined by `; `,
    header paths by `/`.
    CSV is RFC 4180, UTF-8 with CRLF; a cell that a spreadsheet would run as a formula begins with an apostrophe unless
    `--raw-cells` is given.

    """

  private func section(_ title: String, _ summary: String, _ holder: JSONValue, columns: [TableColumn]) -> String {
    let schema = title == "document" ? document : record
    var out = "\n## \(title)\n\n\(summary)\n\n" + table(of: holder, in: schema, columns: columns)
    let header = columns.map { "`\($0.name)`" }.joined(separator: ", ")
    out +=
      title == "Every record"
      ? "\nEvery table of records ends with these columns: \(header).\n" : "\nColumns: \(header).\n"
    return out
  }

  private func table(of holder: JSONValue, in schema: JSONValue, columns: [TableColumn]?) -> String {
    var out =
      columns == nil
      ? "| field | type | holds | null | example |\n|---|---|---|---|---|\n"
      : "| field | column | type | holds | null, or an empty cell | example |\n|---|---|---|---|---|---|\n"
    for (name, property) in properties(of: holder) {
      let description = text(property, "description")
      let (holds, empty) = Self.split(description)
      let example: String =
        if case .array(let examples)? = property["examples"], let first = examples.first {
          "`\(first.string ?? first.json)`"
        } else { "" }
      var cells = ["`\(name)`"]
      if let columns {
        cells.append(columns.filter { $0.field == name }.map { "`\($0.name)`" }.joined(separator: ", "))
      }
      cells += [type(property), holds, empty, example].map(Self.cell)
      out += "| " + cells.joined(separator: " | ") + " |\n"
    }
    for column in columns ?? [] {
      guard case .archive(let holds, let example) = column.source else { continue }
      // `file` of a document is a field too; the table of documents takes the archive's name for it.
      out += "| | `\(column.name)` | text | \(holds) | | `\(example)` |\n"
    }
    return out
  }

  /// The fields in the order in which they are written: those required, then those that may be left out.
  private func properties(of holder: JSONValue) -> [(String, JSONValue)] {
    guard case .object(let all)? = holder["properties"], case .array(let required)? = holder["required"] else {
      return []
    }
    let first = required.compactMap(\.string)
    let names = first + all.keys.filter { !first.contains($0) }.sorted()
    return names.compactMap { name in all[name].map { (name, $0) } }
  }

  /// The fields of a holder whose values are objects with members of their own.
  private func objects(in holder: JSONValue, _ schema: JSONValue) -> [(String, JSONValue)] {
    properties(of: holder).compactMap { name, property in
      let form = Self.form(property)
      guard let target = Self.target(form["items"] ?? form), let definition = schema["$defs"]?[target],
        definition["properties"] != nil
      else { return nil }
      return (name, definition)
    }
  }

  /// A property without its null.
  private static func form(_ property: JSONValue) -> JSONValue {
    if case .array(let forms)? = property["anyOf"] { forms[0] } else { property }
  }

  private static func target(_ schema: JSONValue) -> String? {
    schema["$ref"]?.string.map { String($0.dropFirst("#/$defs/".count)) }
  }

  private func type(_ property: JSONValue) -> String {
    let form = Self.form(property)
    if let target = Self.target(form) { return text(record["$defs"]?[target] ?? document["$defs"]?[target], "title") }
    if form["enum"] != nil { return codes(form) }
    if let value = form["const"]?.string { return "`\(value)`" }
    let name =
      if case .array(let names)? = form["type"] { names.compactMap(\.string).first { $0 != "null" } ?? "" } else {
        form["type"]?.string ?? ""
      }
    switch name {
    case "boolean": return "true or false"
    case "string": return "text"
    case "array": return "list of " + type(form["items"] ?? .null)
    default: return name
    }
  }

  private func codes(_ schema: JSONValue) -> String {
    guard case .array(let values)? = schema["enum"] else { return "" }
    return values.compactMap(\.string).map { "`\($0)`" }.joined(separator: ", ")
  }

  private func text(_ schema: JSONValue?, _ name: String) -> String { schema?[name]?.string ?? "" }

  /// `The number. Null when there is none.` in its two halves.
  private static func split(_ description: String) -> (holds: String, empty: String) {
    for mark in [" Null ", " Left out "] {
      guard let range = description.range(of: mark) else { continue }
      let rest = description[range.upperBound...].dropLast()
      return (String(description[..<range.lowerBound]), (mark == " Left out " ? "left out " : "") + rest)
    }
    return (description, "never")
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
