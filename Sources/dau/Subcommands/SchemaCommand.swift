import ArgumentParser
import DauArchive

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what the program writes.",
    discussion: """
      Without a name, the schemas are listed. They follow JSON Schema 2020-12 and refer to nothing outside themselves, so \
      any validator takes them. A record that breaks its schema is a fault of dau.

        dau schema                               the list
        dau schema record > record.schema.json   every kind of record
        dau schema award                         one kind
        dau schema restore                       of 'dau restore --json'; so explain
        dau schema record --rules my-rules       with your own units, recipients
      """)

  @Argument(help: ArgumentHelp("\(PublishedSchema.names.joined(separator: ", ")).", valueName: "name"))
  var name: String?
  @Flag(help: "With the list, print one JSON object a schema.")
  var json = false
  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let name, !PublishedSchema.names.contains(name) {
      throw ValidationError(
        "there is no schema '\(name)'; there are \(PublishedSchema.names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let directory = try PublishedSchema.standardDirectory()
    let book = rules.overlay == nil ? nil : try rules.load(common)
    let out = try output.open()
    if let name {
      try out.write(try PublishedSchema(name, directory: directory, rules: book).text)
    } else {
      try list(PublishedSchema.names.map { ($0, try PublishedSchema($0, directory: directory)) }, to: out)
    }
    try out.finish()
  }

  private func list(_ schemas: [(name: String, schema: PublishedSchema)], to out: Output) throws {
    if json {
      for (name, schema) in schemas {
        try out.line(
          JSONValue.object([
            "name": .string(name), "title": .string(schema.title), "description": .string(schema.summary),
          ]).json)
      }
      return
    }
    var table = TextTable([("schema", .left), ("describes", .left)])
    table.cellLimit = 100
    table.rows = schemas.map { [$0.name, $0.schema.summary] }
    try out.write(table.formatted(common.style))
  }
}
