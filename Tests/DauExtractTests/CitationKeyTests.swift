import Testing

@testable import DauExtract

/// The keys of the citations in a text.
private func keys(_ text: String) -> [String] {
  extraction(of: text).records.compactMap { record in
    if case .citation(let fact) = record.fact { fact.key } else { nil }
  }
}

@Suite struct CitationKeyTests {
  @Test(arguments: [
    (["Nghị định số 91/2017/NĐ-CP.", "nghị định 91/2017/nđ-cp."], "91/2017/nđ-cp"),
    (["Chỉ thị số 05-CT/TW.", "Chỉ thị 5-CT/TW ngày 15/5/2016."], "5-ct/tw"),
    (
      [
        "Nghị quyết Đại hội XII của Đảng.", "Nghị quyết Đại hội lần thứ 12 của Đảng.",
        "Nghị quyết Đại hội Đảng toàn quốc lần thứ XII.", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII.",
      ], "nghị quyết đại hội 12"
    ),
    (
      [
        "Nghị quyết Trung ương 4 khóa XII.", "Nghị quyết Trung ương 4 khoá 12.", "Nghị quyết Trung ương 4 (khóa XII).",
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII.",
      ], "nghị quyết trung ương khóa 4 12"
    ),
    (["Nghị quyết Đại hội Đảng bộ tỉnh Vân Hà lần thứ XVI."], "nghị quyết đại hội đảng bộ tỉnh vân hà 16"),
    (["Luật Hoà giải năm 2020.", "Luật Hòa giải ngày 16/6/2020."], "luật hòa giải 2020"),
    (["Nghị quyết 653 năm 2019 của Quốc hội."], "nghị quyết 653 quốc hội 2019"),
    (["Bộ luật Lao động năm 2019.", "BỘ LUẬT LAO ĐỘNG NĂM 2019."], "bộ luật lao động 2019"),
  ])
  func `citations of one document have one key`(texts: [String], key: String) {
    for text in texts { #expect(keys(text) == [key], "\(text)") }
  }

  @Test(arguments: [
    "Luật Thi đua, Khen thưởng số 15/2003/QH11 ngày 26/11/2003. Theo Luật Thi đua, Khen thưởng năm 2003.",
    "Luật Thi đua, Khen thưởng ngày 26/11/2003 (Luật số 15/2003/QH11). Theo Luật Thi đua, Khen thưởng năm 2003.",
    "Luật Thi đua, Khen thưởng số 15/2003/QH11; Luật Thi đua, Khen thưởng năm 2003; Luật số 15/2003/QH11 quy định.",
  ])
  func `a law that the document names with its number has the key of the number`(text: String) {
    #expect(Set(keys(text)) == ["15/2003/qh11"])
  }

  @Test func `a law has the key of its name when its number stands elsewhere`() {
    #expect(
      keys("Luật số 15/2003/QH11. Theo Luật Thi đua, Khen thưởng năm 2003; Luật Thi đua, Khen thưởng năm 2022.") == [
        "15/2003/qh11", "luật thi đua khen thưởng 2003", "luật thi đua khen thưởng 2022",
      ])
  }

  @Test(arguments: [
    ("Nghị quyết Trung ương 4 khóa XI.", "Nghị quyết Trung ương 4 khóa XII."),
    ("Nghị quyết Đại hội XII của Đảng.", "Nghị quyết Đại hội XII Đảng bộ tỉnh."),
    (
      "Nghị quyết của Ban Thường vụ Tỉnh ủy khóa XVII về chuyển đổi số.",
      "Nghị quyết của Ban Thường vụ Tỉnh ủy khóa XVII về phát triển du lịch."
    ),
    ("Luật Đất đai năm 2013.", "Luật Đất đai năm 2024."), ("Quyết định 5/QĐ-UBND.", "Quyết định 50/QĐ-UBND."),
  ])
  func `citations of two documents have two`(first: String, second: String) {
    #expect(keys(first).count == 1 && keys(second).count == 1)
    #expect(keys(first) != keys(second))
  }
}
