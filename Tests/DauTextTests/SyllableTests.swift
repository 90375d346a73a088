import DauTestSupport
import DauText
import Testing

@Suite struct SyllableTests {
  @Test(arguments: [
    ("nghiêng", Syllable(onset: .ngh, nucleus: .iê, coda: .ng)),
    ("hoạt", Syllable(onset: .h, medial: .o, nucleus: .a, coda: .t, tone: .nang)),
    ("quyền", Syllable(onset: .qu, nucleus: .yê, coda: .n, tone: .huyen)),
    ("quốc", Syllable(onset: .qu, nucleus: .ô, coda: .c, tone: .sac)),
    ("gì", Syllable(onset: .gi, nucleus: .i, tone: .huyen)),
    ("gìn", Syllable(onset: .gi, nucleus: .i, coda: .n, tone: .huyen)),
    ("giếng", Syllable(onset: .gi, nucleus: .iê, coda: .ng, tone: .sac)),
    ("già", Syllable(onset: .gi, nucleus: .a, tone: .huyen)),
    ("khuya", Syllable(onset: .kh, medial: .u, nucleus: .ya)),
    ("khuỷu", Syllable(onset: .kh, medial: .u, nucleus: .y, coda: .u, tone: .hoi)),
    ("yêu", Syllable(onset: .none, nucleus: .yê, coda: .u)),
    ("của", Syllable(onset: .c, nucleus: .ua, tone: .hoi)),
    ("được", Syllable(onset: .đ, nucleus: .ươ, coda: .c, tone: .nang)),
    ("xoong", Syllable(onset: .x, nucleus: .oo, coda: .ng)),
    ("thuở", Syllable(onset: .th, medial: .u, nucleus: .ơ, tone: .hoi)),
    ("huệ", Syllable(onset: .h, medial: .u, nucleus: .ê, tone: .nang)),
    ("ủy", Syllable(onset: .none, medial: .u, nucleus: .y, tone: .hoi)),
    ("uỷ", Syllable(onset: .none, medial: .u, nucleus: .y, tone: .hoi)),
    ("quý", Syllable(onset: .qu, nucleus: .y, tone: .sac)),
    ("kỳ", Syllable(onset: .k, nucleus: .y, tone: .huyen)),
  ])
  func `a syllable is taken apart`(text: String, parts: Syllable) {
    #expect(Syllable(text) == parts)
  }

  @Test(arguments: [
    "", "b", "klông", "cị ", "ci", "ka", "qa", "nge", "ngha", "cet", "mat", "mạtt", "hòan", "qúy", "hoaì", "Anh",
    "yt", "iên", "kyên", "nghiêngg", "coa", "ñu", "ả1", "a\u{301}", "mắ", "bâ", "gyên", "họcc", "tiến\u{301}",
  ])
  func `what Vietnamese spelling does not allow is refused`(text: String) {
    #expect(Syllable(text) == nil)
  }

  @Test(arguments: [("hòan", "hoàn"), ("qúy", "quý"), ("hoaì", "hoài"), ("thuỳên", "thuyền"), ("đựơc", "được")])
  func `a misplaced tone is taken on request`(text: String, right: String) throws {
    #expect(Syllable(text) == nil)
    expectSameBytes(try #require(Syllable(text, toneAnywhere: true)).spelled(), right)
  }

  /// The table has the spellings of the parts in the order of their cases.
  @Test func `the parts of a syllable are spelled as they are named`() {
    for onset in Syllable.Onset.allCases {
      let name = onset == .none ? "" : "\(onset)"
      #expect(Syllable(onset: onset, nucleus: .a).spelled() == name + "a")
    }
    for medial in Syllable.Medial.allCases {
      let name = medial == .none ? "" : "\(medial)"
      #expect(Syllable(onset: .none, medial: medial, nucleus: .a).spelled() == name + "a")
    }
    for nucleus in Syllable.Nucleus.allCases {
      #expect(Syllable(onset: .none, nucleus: nucleus).spelled() == "\(nucleus)")
    }
    for coda in Syllable.Coda.allCases {
      let name = coda == .none ? "" : "\(coda)"
      #expect(Syllable(onset: .none, nucleus: .a, coda: coda).spelled() == "a" + name)
    }
  }

  @Test func `every possible syllable is written and read back in both styles`() {
    var count = 0
    for onset in Syllable.Onset.allCases {
      for medial in Syllable.Medial.allCases {
        for nucleus in Syllable.Nucleus.allCases {
          for coda in Syllable.Coda.allCases {
            for tone in Tone.allCases {
              let syllable = Syllable(onset: onset, medial: medial, nucleus: nucleus, coda: coda, tone: tone)
              guard syllable.isValid else { continue }
              count += 1
              for style in TonePlacement.allCases {
                let bytes = syllable.bytes(style)
                let back = Syllable(parsing: bytes.span)
                if back?.bytes(style) != bytes { Issue.record("\(syllable.spelled(style)) is read as \(back as Any)") }
              }
            }
          }
        }
      }
    }
    // Of the order of the 17,000 combinations that the handbooks give.
    #expect((14_000...20_000).contains(count), "\(count)")
  }

  @Test(arguments: [
    ("hòa", "hoà"), ("HÒA", "HOÀ"), ("Khỏe", "Khoẻ"), ("THỦY", "THUỶ"), ("ủy", "uỷ"), ("Úy", "Uý"),
    ("Ủy ban nhân dân xã Hòa Bình", "Uỷ ban nhân dân xã Hoà Bình"),
  ])
  func `the tone moves between the styles`(old: String, new: String) {
    expectSameBytes(TonePlacement.new.converting(old), new)
    expectSameBytes(TonePlacement.old.converting(new), old)
    expectSameBytes(TonePlacement.old.converting(old), old)
    expectSameBytes(TonePlacement.new.converting(new), new)
  }

  @Test(arguments: ["quý", "hoàn", "của", "mùa", "goòng", "già", "kìa", "loét", "thuở", "xyzoà", "", "12 hoa"])
  func `what is the same in both styles stays`(text: String) {
    expectSameBytes(TonePlacement.old.converting(text), text)
    expectSameBytes(TonePlacement.new.converting(text), text)
  }

  @Test func `a moved tone is one replaced stretch in the map`() {
    let (bytes, map) = TonePlacement.new.converting(Array("xã Hòa Bình".utf8).span)
    #expect(String(decoding: bytes, as: UTF8.self) == "xã Hoà Bình")
    #expect(map.targetRange(of: 5..<8) == 5..<8)
    #expect(map.segments.count == 3)
  }
}
