import DauText
import Testing

@Suite struct WordHashTests {
  @Test(arguments: [
    ("HOÀ", "hòa"), ("Hoà", "hòa"), ("thuỷ", "THỦY"), ("khoẻ", "khỏe"), ("Đảng", "đảng"), ("UBND", "ubnd"),
    ("uỷ", "ủy"), ("Ñ", "ñ"), ("Москва", "москва"), ("", ""),
  ])
  func `case and tone style do not count`(one: String, other: String) {
    #expect(WordHash.key(of: one) == WordHash.key(of: other))
  }

  @Test(arguments: [
    ("tô", "tổ"), ("quý", "qúy"), ("hoàn", "hòan"), ("a", "à"), ("d", "đ"), ("o", "ơ"), ("ab", "ba"), ("a", "aa"),
    ("10", "1"),
    ("oà", "oa"), ("òa", "oá"),
  ])
  func `everything else counts`(one: String, other: String) {
    #expect(WordHash.key(of: one) != WordHash.key(of: other))
  }

  @Test func `every possible syllable has a key of its own`() {
    var syllables: [UInt64: String] = [:]
    for onset in Syllable.Onset.allCases {
      for medial in Syllable.Medial.allCases {
        for nucleus in Syllable.Nucleus.allCases {
          for coda in Syllable.Coda.allCases {
            for tone in Tone.allCases {
              let syllable = Syllable(onset: onset, medial: medial, nucleus: nucleus, coda: coda, tone: tone)
              guard syllable.isValid else { continue }
              let old = syllable.spelled(.old)
              let key = WordHash.key(of: old)
              if key != WordHash.key(of: syllable.spelled(.new)) { Issue.record("\(old) has two keys") }
              if key != WordHash.key(of: old.uppercased()) { Issue.record("\(old) has two keys by case") }
              if let other = syllables.updateValue(old, forKey: key) { Issue.record("\(old) and \(other) share a key") }
            }
          }
        }
      }
    }
  }
}
