import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct FootnoteMarkTests {
  /// The text with the marks put back, and nothing else done to it.
  private func marked(_ text: String) -> String { Self.text(text, with: FootnoteMarks(PieceScanner(text)).edits) }

  static func text(_ text: String, with edits: [Int: FootnoteMarks.Edit]) -> String {
    let scanner = PieceScanner(text)
    var glyphs = scanner.glyphs
    for (at, edit) in edits.sorted(by: { $0.key > $1.key }) {
      let piece = scanner.pieces[at].glyphs
      if !edit.tail.isEmpty {
        glyphs.replaceSubrange((piece.upperBound - edit.within)..<(piece.upperBound + edit.behind), with: edit.tail)
      }
      if !edit.head.isEmpty {
        glyphs.replaceSubrange((piece.lowerBound - edit.before)..<piece.lowerBound, with: edit.head)
      }
    }
    return Glyphs.string(glyphs)
  }

  /// The lines were met in scanned reports and letters, and in their text layers.
  @Test(arguments: [
    (
      "doan thé, cac doanh nghiép'.\n\n' Nganh Tai chinh voi Phong trio “Ra sirc thi dua",
      "doan thé, cac doanh nghiép¹.\n\n¹ Nganh Tai chinh voi Phong trio “Ra sirc thi dua"
    ),
    (
      "Việt Nam đứng thứ 54/100 quốc gia! trong bảng\nxếp hạng.\n\n! Theo bảng xếp hạng hệ sinh thái startup các quốc gia.",
      "Việt Nam đứng thứ 54/100 quốc gia¹ trong bảng\nxếp hạng.\n\n¹ Theo bảng xếp hạng hệ sinh thái startup các quốc gia."
    ),
    (
      "vào năm 2030! và 2045? như Đại hội\n\n! Đến 2030, Việt Nam là nước\n? Đến 2045, Việt Nam trở thành nước",
      "vào năm 2030¹ và 2045² như Đại hội\n\n¹ Đến 2030, Việt Nam là nước\n² Đến 2045, Việt Nam trở thành nước"
    ),
    (
      "kế hoạch năm 20171 đã giao.\n\n' Theo Quyết định của Bộ trưởng",
      "kế hoạch năm 2017¹ đã giao.\n\n¹ Theo Quyết định của Bộ trưởng"
    ),
  ])
  func `a mark comes back where its note bears the same sign`(_ text: String, _ printed: String) {
    expectSameBytes(marked(text), printed)
  }

  @Test(arguments: [
    // A question, and an answer that begins with no sign.
    "Doanh nghiệp có được hoàn thuế không? Công ty hỏi.\n\nTheo quy định thì được.",
    // Two marks may be meant.
    "các doanh nghiệp' và các hợp tác xã' khác.\n\n' Ngành Tài chính với Phong trào",
    // The number of a year alone says nothing.
    "kế hoạch năm 20171 đã giao.\n\nTheo Quyết định của Bộ trưởng",
    // A cell.
    "giá trị nhập khẩu' của\n\n'Wollastonites\n12",
    // The line goes on from the one before.
    "quy định tại khoản! và khoản\n! Điều 9 của Nghị định này",
    // The signs differ.
    "các doanh nghiệp' khác.\n\n? Ngành Tài chính với Phong trào",
    // A quotation ends.
    "phong trào 'Dạy tốt, học tốt' của ngành.\n\n' Ngành Giáo dục với Phong trào",
    "", "'", "' A", "!\n\n! B c d e",
  ])
  func `signs that may mean themselves stay`(_ text: String) { expectSameBytes(marked(text), text) }

  @Test func `a damaged page gets its marks back, its words and its source map hold them`() throws {
    let page = try Shared.corpus("aligned/02-bao-cao-2018.eng.txt").split(separator: "\n").prefix(40)
      .joined(separator: "\n")
    let restorer = try Shared.restorer.get()
    let lines = "cua tinh, cac doanh nghiép'.\n\n' Nganh Tai chinh voi Phong trao thi dua\n"
    let restoration = restorer.restore(page + "\n\n" + lines)
    #expect(restoration.text.hasSuffix("các doanh nghiệp¹.\n\n¹ Ngành Tài chính với Phong trào thi đua\n"))
    let changed = restoration.words.filter(\.isChanged).map { word in
      String(decoding: Array(restoration.text.utf8)[word.target], as: UTF8.self)
    }
    #expect(changed.contains("nghiệp¹"))
    #expect(changed.contains("¹ Ngành"))
  }
}
