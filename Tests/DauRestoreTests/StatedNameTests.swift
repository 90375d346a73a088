import DauRules
import DauTestSupport
import Testing

@testable import DauRestore

/// Names that the form of the text states: signatures, items, cells, what stands behind `ông` and `bà`.
@Suite struct StatedNameTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  /// Letters for the parts that are found: s, m and g for surname, middle and given name.
  @Test(arguments: [
    ("PHO CHU TICH\n\nVu Thi Hanh\n", "---smg"), ("KT. CHU TICH\nDang Quoc Khai", "---smg"),
    ("Noi nhan:          Le Van Thai\n- Luu: VT.", "--smg--"), ("1\tTran Trong Phuc\tTruong phong", "-smg--"),
    ("| 2 | Ho Hoang Lan |", "-smg"), ("3. Vo Tan, giao vien", "-sg--"), ("- Phan Thi Le Thu - ke toan", "smmg--"),
    ("Ong Nguyen An la Truong phong", "-sg---"), ("dong chi Le Thi Hong Thu va ba Bui Mai", "--smmg--sg"),
    ("- Cac so, ban, nganh; Dang Quoc Khai\n- Luu: VT.", "----smg--"),
    // Behind a surname most names go on with one of two words.
    ("trong do co Ho Van Thon, Ho Thi Ly ban Ta Rut", "---smgsmg---"),
    // No names by their form: inside a line without a title, one word, too many, small letters.
    ("huyen Chi Lang, tinh Lang Son", "------"), ("Hoi Nong dan", "---"), ("Hanh\n", "-"),
    ("Tong Ket Phong Trao Thi Dua", "------"), ("Ngay Doc Lap cua dan toc", "------"), ("", ""),
  ])
  func `the form of a text shows the parts of names`(_ text: String, _ parts: String) {
    let document = DocumentText(text)
    let stated = StatedNameFinder(document: document, people: restorer.personalNames).find()
    let letters: [Names.Part: Character] = [.surname: "s", .middle: "m", .given: "g"]
    #expect(String(document.pieces.indices.map { stated[$0].flatMap { letters[$0.part] } ?? "-" }) == parts)
  }

  /// How sure the form is of a name: nine in ten under a position or before one, three in ten where a place may stand as well.
  @Test(arguments: [
    ("PHO CHU TICH\n\nVu Minh Hanh\n", 0.9), ("- Luu: VT.        KT. GIAM DOC\n- Cac so;\n        Vu Minh Hanh\n", 0.9),
    ("1\tTran Trong Phuc\tTruong phong Tong hop", 0.9), ("3. Vo Tan, Giam doc Cong ty", 0.9),
    // No surname; a heading that is no position; a position too far above, or in the middle of its line.
    ("PHO CHU TICH\n\nTrung Khanh\n", 0.3), ("DANH SACH XA\n\nHoang Dong\n", 0.3),
    ("CHU TICH\n\n\n\n\n\n\n\n\n\n\nHoang Dong\n", 0.3), ("CAC DON VI CO CHU TICH\nHoang Dong\n", 0.3),
    ("1\tHoang Dong\t1.250", 0.3), ("3. Mai Pha, dat chuan", 0.3),
  ])
  func `a position above or behind tells that a name stands there`(_ text: String, _ share: Float) throws {
    let stated = StatedNameFinder(document: DocumentText(text), people: restorer.personalNames).find()
    #expect(Set(stated.values.map(\.share)) == [share])
  }

  /// `Đặng` had become `Đảng`, and `Vũ Thị Hạnh` `Vụ Thi Hành`.
  @Test(arguments: [
    ("KT. CHU TICH\nPHO CHU TICH\n\nDang Quoc Khai\n", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐặng Quốc Khải\n"),
    ("CHU TICH\n\nVu Thi Hanh\n", "CHỦ TỊCH\n\nVũ Thị Hạnh\n"),
    ("GIAM DOC\n\nTran Trong Phuc\n", "GIÁM ĐỐC\n\nTrần Trọng Phúc\n"),
    ("1. Le Thi Hanh, giao vien Truong Trung hoc pho thong;", "1. Lê Thị Hạnh, giáo viên Trường Trung học phổ thông;"),
    // The words are known better as others: `tuần tra`, `trường`.
    ("TL. CHU TICH\nCHANH VAN PHONG\n\nLe Tuan Tra\n", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Tuấn Trà\n"),
    ("PHO GIAM DOC\n\nTruong Hoang\n", "PHÓ GIÁM ĐỐC\n\nTrương Hoàng\n"),
    // What stands alone and is no name.
    ("UY BAN NHAN DAN\n\nBao Cao\n", "ỦY BAN NHÂN DÂN\n\nBáo Cáo\n"),
    ("Noi nhan:\n\nLang Son\n", "Nơi nhận:\n\nLạng Sơn\n"),
  ])
  func `stated names are read as names`(_ ocr: String, _ truth: String) {
    expectSameBytes(restorer.restore(ocr).text, truth)
  }
}
