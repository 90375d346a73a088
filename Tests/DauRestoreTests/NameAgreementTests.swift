import DauTestSupport
import Foundation
import Testing

@testable import DauRestore

@Suite struct NameAgreementTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  /// `Bé Viét Thuan` by itself is `Bé Việt Thuận`.
  @Test(arguments: [
    ("Bế Viết Thuần", "Bé Viét Thuan"), ("Hứa Đức Toán", "Hira Duc Toan"), ("Nông Thị Hạnh", "Nong Thi Hanh"),
    ("Hoàng Viên Thủy", "Hoang Vien Thuy"),
  ])
  func `a name that stands clearly once decides its ruined copies`(_ name: String, _ ocr: String) {
    let text = """
      Ông \(name), Chủ tịch Hội Nông dân xã, đã vận động nhân dân hiến đất làm đường.
      Thang 5 nim 2018, 6ng \(ocr) duoc Chii tich UBND tinh tang Bang khen vi da co thanh tich xuat sic.
      Ngay 12 thang 6, \(ocr) va cac hoi vién di giup dd hd nghéo trén dia ban xa.
      Gia dinh 6ng \(ocr) da hién 500 m dat dé lam duong giao thong nong thon.
      """
    #expect(restorer.restore(text).text.components(separatedBy: name).count == 5)
  }

  /// Its invented province is read as `Văn Hóa` where nothing before it asks for a name.
  @Test func `a name that the document spells out nowhere is one name all the same`() throws {
    let text = restorer.restore(try Shared.corpus("ocr/03-quyet-dinh-2017.eng.txt")).text
    #expect(!text.contains("Văn Hóa") && !text.contains("VĂN HÓA"))
    #expect(text.components(separatedBy: "Vân Hà").count > 6)
  }

  /// Laws of the same letters, and people whose names differ by a letter.
  @Test(arguments: [
    (
      "Can cir Luat Dau tu, Luat Dau thau va Luat Dau khi, Chi tich UBND tinh yéu cau cac so, nganh thuc hién;",
      "Căn cứ Luật Đầu tư, Luật Đấu thầu và Luật Dầu khí, Chủ tịch UBND tỉnh yêu cầu các sở, ngành thực hiện;"
    ),
    (
      "Ong Nguyén Van Ha, xa Tan Lap va ba Nguyén Thi Hai duoc tang Giay khen; 6ng Nguyén Van Hai duoc tang Bang khen.",
      "Ông Nguyễn Văn Hà, xã Tân Lập và bà Nguyễn Thị Hải được tặng Giấy khen; ông Nguyễn Văn Hải được tặng Bằng khen."
    ),
  ])
  func `what is another name stays`(_ ocr: String, _ truth: String) {
    expectSameBytes(restorer.restore(ocr).text, truth)
  }

  @Test func `mentions are grouped by their letters, with one outside of headings`() {
    let mentions = [(2, 10, true), (1, 7, false), (2, 3, false), (3, 1, true)].map { key, at, isHeading in
      NameMention(key: UInt64(key), word: at, at: at, isHeading: isHeading)
    }
    #expect(NameMention.groups(mentions).map { $0.map(\.at) } == [[7], [3, 10]])
  }
}
