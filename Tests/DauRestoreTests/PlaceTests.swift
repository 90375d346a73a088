import DauTestSupport
import Testing

@testable import DauRestore

/// Administrative units behind the word for their kind.
@Suite struct PlaceTests {
  let restorer: Restorer

  init() throws { restorer = try Shared.restorer.get() }

  private static let units = [
    ("xã", "triệu đại"), ("xã", "tân hộ cơ"), ("xã", "tân lập"), ("xã", "tấn lập"), ("huyện", "hướng hóa"),
    ("trấn", "lao bảo"),
  ].map { kind, name in
    PlaceNames.Name(words: name.split(separator: " ").map(String.init), kind: Glyphs.of(kind), province: "Vân Hà")
  }

  @Test(arguments: [
    ("xã", "Triều Đại", "triệu đại"), ("xã", "tan ho co", "tân hộ cơ"), ("huyện", "Hưởng Hòa", "hướng hóa"),
    // Another kind, two units of these letters, a part of a name, other letters.
    ("huyện", "Triều Đại", nil), ("xã", "tan lap", nil), ("xã", "tân hộ", nil), ("trấn", "lao bang", nil),
    ("xã", "đại", nil),
  ])
  func `a unit is known by its kind and letters`(_ kind: String, _ letters: String, _ name: String?) {
    let names = UnitNames(Self.units)
    let unit = names.unit(Glyphs.of(kind), of: letters.split(separator: " ").map { Glyphs.of($0) })
    #expect(unit?.words.map { Glyphs.string($0) }.joined(separator: " ") == name)
  }

  /// More than a hundred words that name their province, as an engine of English leaves them.
  private static let page = """
    Thuc hién Ké hoach cia Uy ban nhan dan tinh Quang Tri vé phong trao thi dua, trong nam qua cac co quan, don vi, dia
    phuong trong tinh da td chirc nhiéu hoat dong thiét thuc, tao khi thé thi dua s6i néi trong can b6, céng chirc, vién
    chirc va cac tang lép nhan dan, gop phan hoan thanh cac chi tiéu phat trién kinh té - x4 hdi cia tinh Quang Tri. Hoi
    déng Thi dua - Khen thuéng tinh da tham muu cho Uy ban nhan dan tinh ban hanh cac van ban chi dao, phat dong va td
    chirc cac phong trao thi dua theo chuyén dé, tap trung vao xay dung nong thén mdi va giam nghéo bén ving.
    """

  /// `Hướng Hóa` had become `Hưởng Hòa`, and `Triệu Đại` `Triều Đại`.
  @Test(arguments: [
    ("khen thuéng nhan dan huyén Huong Hoa va huyén Cam L6", "huyện Hướng Hóa và huyện Cam Lộ"),
    ("tai cac xa Triéu Dai, Hai Thuong va Vinh Linh", "các xã Triệu Đại, Hải Thượng"),
  ])
  func `places are read by their kind`(_ line: String, _ printed: String) {
    let restored = restorer.restore(Self.page + "\n\n" + line + "\n").text
    #expect(restored.contains(printed), "\(restored.suffix(120))")
  }
}
