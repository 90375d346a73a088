import Foundation
import Testing

@Suite struct SchemaCommandTests {
  @Test func `a schema is printed as it is published`() throws {
    for name in ["record", "document"] {
      let published = try String(
        contentsOf: Program.root.appending(path: "schema/\(name).schema.json"), encoding: .utf8)
      #expect(try Program.run(["schema", name]).output == published)
    }
  }

  @Test func `a kind has a schema of its own, without what other kinds need`() throws {
    let result = try Program.run(["schema", "quantity"])
    #expect(result.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["title"] as? String == "A quantity")
    let definitions = try #require(object["$defs"] as? [String: Any])
    #expect(definitions["quantity"] != nil && definitions["decimal"] != nil)
    #expect(definitions["award"] == nil && definitions["edtf"] == nil)
  }

  @Test func `the schemas are listed`() throws {
    let result = try Program.run(["schema"])
    for name in ["record", "document", "award", "audit"] { #expect(result.output.contains("\n\(name) ")) }
    #expect(try Program.run(["schema", "--json"]).lines.count == 12)
  }

  @Test func `an unknown name is a usage error that lists the known ones`() throws {
    let result = try Program.run(["schema", "awards"])
    #expect(result.status == 64)
    #expect(result.messages.contains("record, document, restore"))
  }
}
