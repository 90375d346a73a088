import DauTestSupport
import Testing

@testable import DauRestore

/// What the items and words around say of marks and capitals that the letters leave open.
@Suite struct SequenceTests {
  let restorer: Restorer
  /// Forty lines of a page read by an engine that knows no Vietnamese.
  let page: String

  init() throws {
    restorer = try Shared.restorer.get()
    page = try Shared.corpus("aligned/02-bao-cao-2018.eng.txt").split(separator: "\n").prefix(40).joined(
      separator: "\n")
  }

  /// The first words of the lines behind the page, restored with it.
  private func heads(_ lines: [String]) -> [String] {
    restorer.restore(page + "\n\n" + lines.joined(separator: "\n")).text.split(separator: "\n").suffix(lines.count)
      .map { String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [
    (["a)", "b)", "c)", "d)", "d)", "e)"], ["a)", "b)", "c)", "d)", "đ)", "e)"]),
    (["a.", "b.", "c.", "d.", "d.", "e."], ["a.", "b.", "c.", "d.", "đ.", "e."]),
    // A list without it, and one that is counted anew.
    (["a)", "b)", "c)", "d)", "e)"], ["a)", "b)", "c)", "d)", "e)"]),
    (["c)", "d)", "a)", "b)", "c)", "d)"], ["c)", "d)", "a)", "b)", "c)", "d)"]),
  ])
  func `the item behind d is đ`(_ marks: [String], _ printed: [String]) {
    #expect(heads(marks.map { "\($0) Các tập thé, ca nhan c6 thanh tich trong phong trao thi dua;" }) == printed)
  }

  @Test(arguments: [
    (["I.", "II.", "II.", "IV."], ["I.", "II.", "III.", "IV."]),
    // Two parts, each with its own sections.
    (["I.", "II.", "I.", "II.", "III."], ["I.", "II.", "I.", "II.", "III."]),
    (["II.", "II.", "III."], ["II.", "II.", "III."]),
  ])
  func `a section between two is the one between`(_ marks: [String], _ printed: [String]) {
    #expect(heads(marks.map { "\($0) CONG TAC KHEN THUONG NAM 2018" }) == printed)
  }

  @Test(arguments: [
    ("Chi thi s6 05-CT/TW ngay 15/5/2016 cia BO Chinh tri", "Bộ Chính trị"),
    ("van ban cia BO Ni vu vé cong tac thi dua khen thuong", "Bộ Nội vụ"),
    // In capitals with its neighbours.
    ("Hà Nội, BO NOI VU ban hành", "BỘ NỘI VỤ"),
  ])
  func `a word in letters that are alike in both sizes has the case of its neighbours`(
    _ line: String, _ printed: String
  ) {
    let restored = restorer.restore(page + "\n\n" + line + "\n").text
    #expect(restored.contains(printed), "\(restored.suffix(120))")
  }

  @Test(arguments: [
    ("van dé nay 1A quan trong", "vấn đề này là quan trọng"),
    ("cac dia phuong G mién nui", "địa phương ở miền núi"),
  ])
  func `what is no letter says nothing of case`(_ line: String, _ printed: String) {
    let restored = restorer.restore(page + "\n\n" + line + "\n").text
    #expect(restored.contains(printed), "\(restored.suffix(120))")
  }

  @Test(arguments: [
    ("quy dinh tai khoan | Diéu 17", "quy định tại khoản 1 Điều 17"),
    ("hoc sinh vao lop | nam 2018", "vào lớp 1 năm 2018"),
    ("tong s6 hon | triéu nguoi", "hơn 1 triệu người"),
    ("don vi tai Diéu | chiu trach nhiém thi hanh", " 1 chịu trách nhiệm"),
    ("Diéu |. Tang Bang khen", "Điều 1. Tặng"), ("Ha N6i, ngay | thang 6", "ngày 1 tháng 6"),
  ])
  func `a bar where a number stands is a 1`(_ line: String, _ printed: String) {
    let restored = restorer.restore(page + "\n\n" + line + "\n").text
    #expect(restored.contains(printed), "\(restored.suffix(120))")
  }

  @Test(arguments: [
    "từ ngày | 08/02/2017", "từ 183 ngày | trở lên", "số hàng | hóa nhập", "theo quy | định", "ngày | nghỉ",
    "Điều | Nội dung",
    "tại khoản |  | Điều 17", "Khoản | Nội dung", "tại khoản| Điều 17", "trong tháng |a", "kết quả | Điều 17", "|",
    "khoản |",
    "tháng | năm | 2018\nngày |", "1 | 2 | 3",
  ])
  func `other bars stay`(_ text: String) {
    #expect(LoneBars(PieceScanner(text)).gaps.isEmpty)
  }

  @Test(arguments: [
    ("trong nam 2018, nhitng noi khé khin 6 co sé", "khăn ở cơ sở"),
    ("da c6 03 ca nhan 14 néng dan, co mo hinh san xuat", "03 cá nhân là nông dân"),
    ("da co 0S xa dac biét khé khan", "05 xã"),
    ("khéi sé, nganh 14 tap thé, khéi huyén", "ngành 14 tập thể"),
    ("dién tich 7ha rimg trong", "diện tích 7ha"),
    ("ngay 6 thang 4, 14 tap thé va 18 ca nhan dugc khen", "ngày 6 tháng 4, 14 tập thể và 18 cá nhân"),
  ])
  func `digits are a word where the words around say so`(_ line: String, _ printed: String) {
    let restored = restorer.restore(page + "\n\n" + line + "\n").text
    #expect(restored.contains(printed), "\(restored.suffix(120))")
  }
}
