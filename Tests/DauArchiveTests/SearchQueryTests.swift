import DauArchive
import Testing

@Suite struct SearchQueryTests {
  @Test(arguments: ["", "   ", "*", "\"\"", "- / .", "***", "\u{301}"])
  func `a query without a letter or digit says so`(_ text: String) {
    #expect(throws: ArchiveError.emptyQuery) { try SearchQuery(text) }
  }

  @Test(arguments: ["\"", "a \"b", "“thi đua"])
  func `an open quotation mark is named`(_ text: String) {
    #expect(throws: ArchiveError.openQuote(query: text)) { try SearchQuery(text) }
  }

  @Test func `terms are folded and keep their marks`() throws {
    let query = try SearchQuery("Đảng bộ \"Lạng Sơn\" 2018*")
    #expect(query.terms.map(\.folded) == [["dang"], ["bo"], ["lang", "son"], ["2018"]])
    #expect(query.terms.map(\.exact) == [["đảng"], ["bộ"], ["lạng", "sơn"], ["2018"]])
    #expect(query.terms.map(\.isPrefix) == [false, false, false, true])
    #expect(query.terms.map(\.hasMarks) == [true, true, true, false])
  }

  @Test func `operators of other languages are words, and known as such`() throws {
    #expect(try SearchQuery("khen OR thưởng").literalOperators == ["or"])
    #expect(try SearchQuery("khen thưởng").literalOperators.isEmpty)
  }
}
