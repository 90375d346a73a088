import Foundation

/// What an OCR engine writes for each letter: P(output | letter), with outputs of zero to three code points.
///
/// One table describes one regime, an engine on one kind of page. The letters are cased, because capitals
/// are confused with other shapes than small letters (`Đ` → `P`, but `đ` → `d`).
struct ChannelTable: Sendable, Equatable {
  /// By letter: the probabilities of outputs. They sum to at most 1; the rest is for outputs never seen.
  var outputs: [OutputRow]
  /// By letter: how much likelier (log10) than `unseen` says any one output is that the table does not list.
  var novelty: [Float]

  init() {
    outputs = Array(repeating: OutputRow(), count: Alphabet.count)
    novelty = Array(repeating: 0, count: Alphabet.count)
  }

  /// log10 of the probability of any one output of one, two or three code points that no table lists.
  static let unseen: [Float] = [-3, -4.3, -6.5, -9]

  /// log10 of the probability of a code point that no letter caused (a speck read as a mark).
  static let spuriousMark: Float = -2.6
  /// The same for a letter or digit.
  static let spuriousLetter: Float = -4.6

  static func spurious(_ glyph: Glyph) -> Float {
    Glyphs.isLetter(glyph) || Glyphs.isDigit(glyph) ? spuriousLetter : spuriousMark
  }

  /// A table without any training: what engines do to Vietnamese letters in general.
  ///
  /// - Parameters:
  ///   - fidelity: the share of letters that come out as they are.
  ///   - markLoss: of the rest of a marked letter, the share that only loses its marks.
  static func general(fidelity: Float, markLoss: Float) -> ChannelTable {
    var table = ChannelTable()
    for (id, glyph) in Alphabet.glyphs.enumerated() {
      var row: OutputRow = [Output(glyph): fidelity]
      let rest = 1 - fidelity
      let bare = Glyphs.bare(glyph)
      if bare != glyph {
        row.add(rest * markLoss, to: Output(bare))
        let toneless = Glyphs.toneless(glyph)
        row.add(rest * (1 - markLoss) * 0.2, to: Output(toneless))
        let siblings = Alphabet.glyphs.filter { $0 != glyph && Glyphs.bare($0) == bare }
        for sibling in siblings {
          row.add(rest * (1 - markLoss) * 0.4 / Float(siblings.count), to: Output(sibling))
        }
        row[Outputs.empty] = rest * (1 - markLoss) * 0.1
      } else {
        row[Outputs.empty] = rest * 0.1
        let lookAlikes = Self.lookAlikes[glyph] ?? []
        for other in lookAlikes { row.add(rest * 0.4 / Float(lookAlikes.count), to: Output(other)) }
      }
      // Case is lost where the shapes are alike.
      let other = Glyphs.isUpper(glyph) ? Glyphs.lower(glyph) : Glyphs.upper(glyph)
      if other != glyph, "coswxvzkpu".unicodeScalars.contains(where: { Glyph($0.value) == Glyphs.lower(bare) }) {
        row.add(rest * 0.1, to: Output(Glyphs.bare(other)))
      }
      table.outputs[id] = row
    }
    return table
  }

  /// What an engine may do that nobody has met: it knows no Vietnamese, and its own marks, its dictionary and
  /// its taste for digits are anyone's guess. So much is left to outputs that are not listed, more of them for
  /// letters that the engine does not have.
  static func unknown() -> ChannelTable {
    var table = ChannelTable()
    let signs = Glyphs.of("0134568917!&$%?'°*()jtlfr")
    for (id, glyph) in Alphabet.glyphs.enumerated() {
      let bare = Glyphs.bare(glyph)
      var row = OutputRow()
      if bare != glyph {
        let base = Glyphs.isUpper(glyph) ? Glyphs.lower(bare) : bare
        func share(_ outputs: [Glyph], _ mass: Float) {
          let list = outputs.map { Glyphs.isUpper(glyph) ? Glyphs.upper($0) : $0 }
          for output in list { row.add(mass / Float(list.count), to: Output(output)) }
        }
        row[Output(glyph)] = 0.04
        row.add(0.2, to: Output(bare))
        share([Glyphs.lower(Glyphs.toneless(glyph))], 0.04)
        share(Alphabet.glyphs.prefix(Alphabet.lowerCount).filter { Glyphs.bare($0) == base && $0 != base }, 0.05)
        share(Self.otherMarks[base] ?? [], 0.06)
        row[Outputs.empty] = 0.1
        let other = Glyphs.isUpper(bare) ? Glyphs.lower(bare) : Glyphs.upper(bare)
        row.add(0.05, to: Output(other))
        for sign in signs { row.add(0.08 / Float(signs.count), to: Output(sign)) }
        for vowel in Glyphs.of("aeiouy") {
          row.add(0.06 / 6, to: Output(Glyphs.isUpper(glyph) ? Glyphs.upper(vowel) : vowel))
        }
        table.novelty[id] = 1.5
      } else {
        let lookAlikes = Self.lookAlikes[glyph] ?? []
        row[Output(glyph)] = 0.85
        row[Outputs.empty] = 0.01
        for other in lookAlikes { row.add(0.02 / Float(lookAlikes.count), to: Output(other)) }
        let other = Glyphs.isUpper(glyph) ? Glyphs.lower(glyph) : Glyphs.upper(glyph)
        if other != glyph { row.add(0.008, to: Output(other)) }
        let strokes = Self.strokes[glyph] ?? []
        for pair in strokes { row.add(0.02 / Float(strokes.count), to: Outputs.pack(pair, 0, pair.count)) }
        table.novelty[id] = 0.3
      }
      table.outputs[id] = row
    }
    return table
  }

  /// Marks that other languages of the Latin script put on a letter.
  private static let otherMarks: [Glyph: [Glyph]] = [
    0x61: Glyphs.of("âãäåáà"), 0x65: Glyphs.of("êëéè"), 0x69: Glyphs.of("îïíì"), 0x6F: Glyphs.of("ôöõøóò"),
    0x75: Glyphs.of("ûüúù"), 0x79: Glyphs.of("ÿý"), 0x64: Glyphs.of("ðd"),
  ]

  /// Pairs of characters that have the strokes of one letter.
  private static let strokes: [Glyph: [[Glyph]]] = {
    var table: [Glyph: [[Glyph]]] = [:]
    for line in [
      "a ct ci", "b lo 1o l) b)", "d cl ct el", "đ cl ct d' dâ", "g q; gj", "h li 1i ll lr lt", "k lc 1c ic lr l<",
      "m rn in nn ni iii ru", "n ri ii rt ir il ti", "o () c)", "p j: jo", "q cj", "r t' i'", "t l' i' (t",
      "u ii li tt il",
      "v \\r", "w vv", "x >< )(", "y v'", "B I3 l3 13", "C ( (:", "D l) I) 1)", "Đ l) I) -D", "G (3 C1", "H I-I l-I li",
      "K I< l( lc", "L I.", "M IVI lVl NI", "N I\\I NI IN l\\l", "T '1'", "U LI lJ IJ l)", "V \\/ \\T \\r",
    ] {
      let parts = line.split(separator: " ").map(Glyphs.of)
      table[parts[0][0]] = Array(parts.dropFirst())
    }
    return table
  }()

  /// Plain letters that are printed alike.
  private static let lookAlikes: [Glyph: [Glyph]] = {
    var table: [Glyph: [Glyph]] = [:]
    for group in ["l1iI", "oO0", "sS5", "zZ2", "B8", "gq9", "ec", "uv", "nh", "hb", "tf", "rt", "mn"] {
      let glyphs = Glyphs.of(group)
      for glyph in glyphs { table[glyph, default: []] += glyphs.filter { $0 != glyph } }
    }
    return table
  }()

  /// Whether an engine writes most letters that only Vietnamese has as they are.
  var keepsMarks: Bool {
    let marked = Alphabet.glyphs.indices.filter { Alphabet.glyphs[$0] > 0xFF }
    return marked.reduce(0) { $0 + (outputs[$1][Output(Alphabet.glyphs[$1])] ?? 0) } > 0.5 * Float(marked.count)
  }

  /// The weighted mean of tables.
  static func mixture(_ parts: [(table: ChannelTable, weight: Float)]) -> ChannelTable {
    var mixed = ChannelTable()
    mixed.novelty = mixed.novelty.indices.map { id in
      log10(max(1e-9, parts.reduce(0) { $0 + $1.weight * pow(10, $1.table.novelty[id]) }))
    }
    for (table, weight) in parts where weight > 0 {
      for id in table.outputs.indices { mixed.outputs[id].add(table.outputs[id], times: weight) }
    }
    return mixed
  }

  /// Counts with this table as the prior: (count + strength · P) / (total + strength).
  ///
  /// - Parameter keeping: probabilities below this are left to `unseen`.
  func adapted(to counts: [OutputRow], strength: Float, keeping least: Float = 2e-6) -> ChannelTable {
    var adapted = ChannelTable()
    for id in outputs.indices {
      let total = counts[id].total + strength
      var row = outputs[id].mapValues { strength * $0 / total }
      row.add(counts[id].mapValues { $0 / total }, times: 1)
      // What a letter has not done in so many places it will hardly do; below the usual rate nothing is known.
      adapted.novelty[id] = max(min(0, novelty[id]), novelty[id] + log10(strength / total))
      adapted.outputs[id] = row.keeping(least)
    }
    return adapted
  }
}

extension ChannelTable {
  /// The table with outputs that one marked form of a vowel has shown lent to its other forms: where `ố` came out
  /// as `O`, `ò` may too. Vietnamese letters themselves are not lent, for `à` is no `á`.
  ///
  /// - Parameter share: the part of each letter's probability that the family's habits take.
  func lending(_ counts: [OutputRow], share: Float, strength: Float) -> ChannelTable {
    var lent = self
    var families: [Glyph: [Int]] = [:]
    for (id, glyph) in Alphabet.glyphs.enumerated() where Glyphs.bare(glyph) != glyph {
      families[Glyphs.bare(glyph), default: []].append(id)
    }
    for (_, members) in families {
      var pooled = OutputRow()
      var total: Float = 0
      for id in members {
        total += counts[id].total
        for (output, count) in counts[id] {
          if Outputs.length(output) != 1
            || Glyphs.bare(Glyph(truncatingIfNeeded: output)) == Glyph(truncatingIfNeeded: output)
          {
            pooled.add(count, to: output)
          }
        }
      }
      guard total > 0 else { continue }
      let certainty = share * total / (total + strength)
      for id in members {
        lent.outputs[id] = lent.outputs[id].mapValues { $0 * (1 - certainty) }
        lent.outputs[id].add(pooled.mapValues { certainty * $0 / total }, times: 1)
      }
    }
    return lent
  }
}
