import DauArchive
import DauTestSupport
import Testing

@Suite struct ProcessedDocumentTests {
  @Test func `the records of a document are handed out as JSON`() throws {
    let document = try ProcessedDocument.sample(
      "một", file: "a.txt", records: [award("Bằng khen", 3, to: "individual")])
    #expect(try document.documentRecord()["file"]?.string == "a.txt")
    #expect(try document.records().map { $0["count"]?.string } == ["3"])
  }

  /// `null` in its place would be a record that nobody misses.
  @Test(arguments: ["", "{\"kind\": \"award\"", "null", "[]"])
  func `a record that is no JSON is an error that names it`(_ line: String) throws {
    var document = try ProcessedDocument.sample(
      "một", file: "a.txt", records: [award("Bằng khen", 3, to: "individual")])
    document.recordLines.append(line)
    let error = try #require(throws: MalformedRecord.self) { try document.records() }
    #expect(error == MalformedRecord(file: "a.txt", number: 2))
    #expect("\(error)".hasPrefix("a.txt: its record 2 is no JSON object, so nothing of the document was written; "))
    #expect("\(error)".contains("please report it"))
    document.documentLine = line
    let header = try #require(throws: MalformedRecord.self) { try document.documentRecord() }
    #expect("\(header)".hasPrefix("a.txt: the record of the document is no JSON object"))
  }
}
