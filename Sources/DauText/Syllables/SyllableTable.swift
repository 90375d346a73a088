/// Which rimes exist, which onsets they go with, and how all parts are spelled.
///
/// Source of the rimes: the spelling tables of Hoàng Phê (ed.), Từ điển tiếng Việt and Từ điển vần;
/// the rimes of loans in everyday use (`oong`, `ooc`, `uyp`, `uyn`) are taken in.
struct SyllableTable: Sendable {
  static let shared = SyllableTable()

  let onsets: [[Letter]]
  let medials: [[Letter]]
  let nuclei: [[Letter]]
  let codas: [[Letter]]
  /// One bit for each coda, indexed by medial and nucleus.
  private var rimes: [UInt16]
  /// The same for the rimes behind `qu`.
  private var rimesAfterQu: [UInt16]
  /// A rime as packed letter codes to medial, nucleus and coda.
  private var rimeBySpelling: [UInt64: (Syllable.Medial, Syllable.Nucleus, Syllable.Coda)] = [:]

  private init() {
    // The names of the cases, in their order; asking the run time for them took a tenth of the start of a program.
    func parts(_ names: String) -> [[Letter]] {
      names.split(separator: " ").map { $0 == "none" ? [] : $0.unicodeScalars.map { Letter($0)! } }
    }
    onsets = parts("none b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
    medials = parts("none o u")
    nuclei = parts("a ă â e ê i y o ô ơ u ư ia iê ya yê ua uô ưa ươ oo")
    codas = parts("none c ch m n ng nh p t i y o u")
    rimes = [UInt16](repeating: 0, count: medials.count * nuclei.count)
    rimesAfterQu = [UInt16](repeating: 0, count: nuclei.count)

    typealias C = Syllable.Coda
    let rows: [(Syllable.Medial, Syllable.Nucleus, [Syllable.Coda])] = [
      (.none, .a, [.none, .c, .ch, .m, .n, .ng, .nh, .p, .t, .i, .y, .o, .u]),
      (.none, .ă, [.c, .m, .n, .ng, .p, .t]),
      (.none, .â, [.c, .m, .n, .ng, .p, .t, .y, .u]),
      (.none, .e, [.none, .c, .m, .n, .ng, .p, .t, .o]),
      (.none, .ê, [.none, .ch, .m, .n, .nh, .p, .t, .u]),
      (.none, .i, [.none, .ch, .m, .n, .nh, .p, .t, .u]),
      (.none, .y, [.none]),
      (.none, .o, [.none, .c, .m, .n, .ng, .p, .t, .i]),
      (.none, .oo, [.c, .ng]),
      (.none, .ô, [.none, .c, .m, .n, .ng, .p, .t, .i]),
      (.none, .ơ, [.none, .m, .n, .p, .t, .i]),
      (.none, .u, [.none, .c, .m, .n, .ng, .p, .t, .i]),
      (.none, .ư, [.none, .c, .m, .n, .ng, .t, .i, .u]),
      (.none, .ia, [.none]),
      (.none, .iê, [.c, .m, .n, .ng, .p, .t, .u]),
      (.none, .yê, [.m, .n, .ng, .t, .u]),
      (.none, .ua, [.none]),
      (.none, .uô, [.c, .m, .n, .ng, .t, .i]),
      (.none, .ưa, [.none]),
      (.none, .ươ, [.c, .m, .n, .ng, .p, .t, .i, .u]),
      (.o, .a, [.none, .c, .ch, .m, .n, .ng, .nh, .p, .t, .i, .y, .o]),
      (.o, .ă, [.c, .m, .n, .ng, .t]),
      (.o, .e, [.none, .m, .n, .t, .o]),
      (.u, .â, [.n, .ng, .t, .y]),
      (.u, .ê, [.none, .ch, .n, .nh, .t, .u]),
      (.u, .ơ, [.none]),
      (.u, .y, [.none, .ch, .n, .nh, .p, .t, .u]),
      (.u, .ya, [.none]),
      (.u, .yê, [.n, .ng, .t]),
    ]
    for (medial, nucleus, codas) in rows {
      for coda in codas {
        rimes[Int(medial.rawValue) * nuclei.count + Int(nucleus.rawValue)] |= 1 << UInt16(coda.rawValue)
        rimeBySpelling[key(medial, nucleus, coda)] = (medial, nucleus, coda)
      }
    }
    // `qu` is followed by what follows a medial, and by `ôc` (quốc).
    let afterQu: [(Syllable.Nucleus, [Syllable.Coda])] = [
      (.a, [.none, .c, .ch, .n, .ng, .nh, .t, .i, .y, .o, .u, .p, .m]), (.ă, [.c, .m, .n, .ng, .p, .t]),
      (.â, [.n, .ng, .t, .y, .u, .c]), (.e, [.none, .n, .t, .o, .m, .ng]), (.ê, [.none, .ch, .n, .nh, .t, .u]),
      (.i, [.none, .n, .t, .nh, .ch]), (.y, [.none, .ch, .n, .nh, .p, .t, .u]), (.ya, [.none]),
      (.yê, [.n, .ng, .t]), (.ô, [.none, .c, .ng, .t]), (.ơ, [.none, .i, .n, .t]),
    ]
    for (nucleus, codas) in afterQu {
      for coda in codas {
        rimesAfterQu[Int(nucleus.rawValue)] |= 1 << UInt16(coda.rawValue)
        let spelling = key(.none, nucleus, coda)
        if rimeBySpelling[spelling] == nil { rimeBySpelling[spelling] = (.none, nucleus, coda) }
      }
    }
  }

  /// A letter without its tone in one byte: three bits of shape, five of base; never 0.
  static func code(_ letter: Letter) -> UInt8 { letter.shape.rawValue << 5 | (letter.base & 0x1F) }

  private func key(_ medial: Syllable.Medial, _ nucleus: Syllable.Nucleus, _ coda: Syllable.Coda) -> UInt64 {
    var key: UInt64 = 0
    for part in [medials[Int(medial.rawValue)], nuclei[Int(nucleus.rawValue)], codas[Int(coda.rawValue)]] {
      for letter in part { key = key << 8 | UInt64(Self.code(letter)) }
    }
    return key
  }

  func isRime(_ medial: Syllable.Medial, _ nucleus: Syllable.Nucleus, _ coda: Syllable.Coda) -> Bool {
    rimes[Int(medial.rawValue) * nuclei.count + Int(nucleus.rawValue)] >> UInt16(coda.rawValue) & 1 == 1
  }

  func isRimeAfterQu(_ syllable: Syllable) -> Bool {
    syllable.onset == .qu && syllable.medial == .none
      && rimesAfterQu[Int(syllable.nucleus.rawValue)] >> UInt16(syllable.coda.rawValue) & 1 == 1
  }

  /// Whether the rules of spelling let this onset stand before this rime.
  func fits(_ syllable: Syllable) -> Bool {
    // Front vowels decide between c/k, g/gh and ng/ngh.
    let front: Bool
    switch syllable.medial == .none ? syllable.nucleus : .o {
    case .e, .ê, .i, .y, .ia, .iê, .yê, .ya: front = true
    default: front = false
    }
    let nucleus = syllable.nucleus
    let medial = syllable.medial
    switch syllable.onset {
    case .qu: return isRimeAfterQu(syllable)
    case .c: if front || medial != .none { return false }
    case .g: if front { return false }
    case .ng: if front { return false }
    case .k: if !front { return false }
    case .gh, .ngh: if !front || nucleus == .y { return false }
    case .gi:
      // `gia` is gi + a, `giu` is gi + u, `giếng` is gi + iê; y is never written behind gi.
      if nucleus == .y || nucleus == .ia || nucleus == .yê || nucleus == .ê { return false }
      if nucleus == .i && syllable.coda == .u { return false }
    default: break
    }
    if medial == .none {
      if nucleus == .yê { return syllable.onset == .none }
      if nucleus == .iê { return syllable.onset != .none }
      if nucleus == .y {
        switch syllable.onset {
        case .none, .h, .k, .l, .m, .s, .t, .th, .v, .d, .n: return true
        default: return false
        }
      }
    }
    return true
  }

  /// Finds onset and rime in letter codes.
  ///
  /// - Returns: The syllable without its tone, and how many letters are written as its onset.
  func split(_ letters: [8 of UInt8], count: Int) -> (Syllable, onsetLetters: Int)? {
    let (onset, length) = onset(letters, count: count)
    var rime: UInt64 = 0
    for index in length..<count { rime = rime << 8 | UInt64(letters[index]) }
    if onset == .gi {
      // `gì`, `gìn` and `giếng` share the i; `gia` does not.
      let e = Self.code(Letter(base: UInt8(ascii: "e"), shape: .circumflex))
      if length == count || letters[length] == e || !isVowel(letters[length]) {
        rime = UInt64(Self.code(Letter(base: UInt8(ascii: "i"))))
        for index in length..<count { rime = rime << 8 | UInt64(letters[index]) }
      }
    }
    guard let (medial, nucleus, coda) = rimeBySpelling[rime] else { return nil }
    return (Syllable(onset: onset, medial: medial, nucleus: nucleus, coda: coda), length)
  }

  private func isVowel(_ code: UInt8) -> Bool {
    switch code & 0x1F | 0x60 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// The longest onset at the front, and its number of letters.
  private func onset(_ letters: [8 of UInt8], count: Int) -> (Syllable.Onset, Int) {
    func at(_ index: Int, _ ascii: UInt8) -> Bool { index < count && letters[index] == ascii & 0x1F }
    let h = UInt8(ascii: "h")
    switch letters[0] | 0x60 {
    case UInt8(ascii: "b"): return (.b, 1)
    case UInt8(ascii: "c"): return at(1, h) ? (.ch, 2) : (.c, 1)
    case UInt8(ascii: "d"): return (.d, 1)
    case UInt8(ascii: "g"):
      if at(1, h) { return (.gh, 2) }
      return at(1, UInt8(ascii: "i")) ? (.gi, 2) : (.g, 1)
    case UInt8(ascii: "h"): return (.h, 1)
    case UInt8(ascii: "k"): return at(1, h) ? (.kh, 2) : (.k, 1)
    case UInt8(ascii: "l"): return (.l, 1)
    case UInt8(ascii: "m"): return (.m, 1)
    case UInt8(ascii: "n"):
      if at(1, h) { return (.nh, 2) }
      guard at(1, UInt8(ascii: "g")) else { return (.n, 1) }
      return at(2, h) ? (.ngh, 3) : (.ng, 2)
    case UInt8(ascii: "p"): return at(1, h) ? (.ph, 2) : (.p, 1)
    case UInt8(ascii: "q"): return at(1, UInt8(ascii: "u")) ? (.qu, 2) : (.none, 0)
    case UInt8(ascii: "r"): return (.r, 1)
    case UInt8(ascii: "s"): return (.s, 1)
    case UInt8(ascii: "t"):
      if at(1, h) { return (.th, 2) }
      return at(1, UInt8(ascii: "r")) ? (.tr, 2) : (.t, 1)
    case UInt8(ascii: "v"): return (.v, 1)
    case UInt8(ascii: "x"): return (.x, 1)
    default: return letters[0] == Self.code(Letter(base: UInt8(ascii: "d"), shape: .stroke)) ? (.đ, 1) : (.none, 0)
    }
  }
}
