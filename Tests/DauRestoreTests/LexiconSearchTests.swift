import DauLanguage
import DauTestSupport
import Testing

@testable import DauRestore

@Suite struct LexiconSearchTests {
  /// The score of one word by the plain recurrence over whole words.
  private func slow(_ word: [Glyph], _ truth: [GraphemeID], _ matrix: EmissionMatrix) -> Float {
    let n = word.count
    var row = [Float](repeating: -.infinity, count: n + 1)
    row[0] = 0
    for j in 0..<n { row[j + 1] = row[j] + matrix.places[j + 1].spurious }
    for letter in truth {
      var next = [Float](repeating: -.infinity, count: n + 1)
      for j in 0...n {
        for length in 0...min(3, j) {
          next[j] = max(next[j], row[j - length] + matrix.log10(letter, j - length, length))
        }
        if j > 0 { next[j] = max(next[j], next[j - 1] + matrix.places[j].spurious) }
      }
      row = next
    }
    return row[n]
  }

  private static let patterns: [[(pattern: CasePattern?, prior: Float)]] = [
    [(.lower, 0)], [(.title, 0), (.lower, -1)], [(.upper, 0), (.title, -1.3), (.lower, -2.5)], [(nil, 0)],
    [(.lower, 0), (.title, -2), (.upper, -1.5)],
  ]

  @Test(
    arguments: [
      "dong", "thuec", "1ap", "mirng", "b", "nghi€p", "hudng", "s()ng", "xyz", "quyt", "Yen", "Ong", "UY", "DONG",
      "anh",
      "an''h", "nghiepvucuatinh", "nghiepvucuatinhx", "nghiepvutinh",
    ], patterns.indices)
  func `the search finds the words that the plain recurrence ranks first`(_ text: String, _ set: Int) throws {
    let spellings = [
      "đồng", "động", "dòng", "lập", "mừng", "bộ", "bị", "nghiệp", "hướng", "hưởng", "sống", "thực", "thức", "thước",
      "quyết", "quy", "quyền", "và", "của", "nghiêm", "hương", "mùng", "minh", "song", "yên", "ông", "ủy", "ý", "ở",
      "anh",
      "ánh", "ảnh", "ấn", "an", "oanh", "kram", "bla", "nghiệpvụtỉnh",
    ].map(Glyphs.of)
    let entries = spellings.enumerated().map { index, spelling in
      Lexicon.Entry(spelling: spelling, word: .unknown, prior: 0, rank: -Float(index % 5) * 0.4)
    }
    let index = EmissionIndex(.general(fidelity: 0.6, markLoss: 0.6))
    var matrix = EmissionMatrix()
    let word = Glyphs.of(text)
    matrix.fill(word, with: index)
    for headLimit in [1, 16] {
      let lexicon = Lexicon(entries, headLimit: headLimit)
      var expected: [(rank: Float, floor: Float)] = []
      let floor = matrix.places[0].best + lexicon.bestRank - 12
      for (pattern, prior) in Self.patterns[set] {
        // Small letters and a capital first are one pass.
        let likeliest = Self.patterns[set].filter { ($0.pattern == .upper) == (pattern == .upper) }[0].prior
        for entry in lexicon.entries where entry.spelling.count <= word.count + 5 {
          let spelling = pattern.map { CandidateFinder.cased(entry.spelling, $0) } ?? entry.spelling
          let score = slow(word, try #require(Alphabet.ids(of: spelling)), matrix) + prior
          expected.append((score + entry.rank, floor + likeliest))
        }
      }
      let best = try #require(expected.map(\.rank).max())
      // What is too far from everything is not looked for.
      let ranked = expected.filter { $0.rank >= max(best - 4, $0.floor) + 1e-3 }.map(\.rank).sorted(by: >)
      var search = LexiconSearch()
      for limit in [1, 3, spellings.count * 3] {
        search.begin(limit: limit, width: 4)
        search.run([lexicon], 0, matrix: matrix, patterns: Self.patterns[set])
        let hits = search.ranked()
        #expect(hits.count >= min(limit, ranked.count))
        for (hit, rank) in zip(hits, ranked.prefix(limit)) { #expect(abs(hit.rank - rank) < 1e-3) }
        for hit in hits {
          let spelling = lexicon.entries[hit.entry].spelling
          let cased = hit.pattern.map { CandidateFinder.cased(spelling, $0) } ?? spelling
          let prior = Self.patterns[set].first { $0.pattern == hit.pattern }?.prior ?? 0
          #expect(abs(hit.channel - prior - slow(word, try #require(Alphabet.ids(of: cased)), matrix)) < 1e-3)
          #expect(hit.rank >= best - 4 - 1e-3)
        }
      }
    }
  }

  @Test(arguments: ["dong", "hudng", "nghiepvu"])
  func `a search with a cap finds what lacks no more, and tells what another would need`(_ text: String) throws {
    let lexicon = Lexicon(
      ["đồng", "đống", "dòng", "hướng", "hưởng", "nghiệp", "nghiêm", "vụ", "ong", "ông"].map {
        Lexicon.Entry(spelling: Glyphs.of($0), word: .unknown, prior: 0, rank: -1)
      })
    var matrix = EmissionMatrix()
    matrix.fill(Glyphs.of(text), with: EmissionIndex(.general(fidelity: 0.6, markLoss: 0.6)))
    func totals(cap: Float) -> ([Int], reach: Float) {
      var search = LexiconSearch()
      search.begin(limit: 20, width: 3, cap: cap)
      search.run([lexicon], 0, matrix: matrix, patterns: [(.lower, 0)])
      return (search.ranked().map(\.total), search.reach)
    }
    let (all, reach) = totals(cap: .infinity)
    let best = try #require(all.first)
    #expect(abs(reach - Float(best) / EmissionMatrix.scale - 3) < 1e-3)
    #expect(totals(cap: reach) == (all, reach))
    let less = Float(best) / EmissionMatrix.scale + 1
    #expect(totals(cap: less) == (all.filter { Float($0) <= less * EmissionMatrix.scale }, reach))
    #expect(totals(cap: Float(best - 1) / EmissionMatrix.scale) == ([], .infinity))
  }

  @Test func `a second search adds to the words of the first`() {
    let index = EmissionIndex(.general(fidelity: 0.6, markLoss: 0.6))
    var matrix = EmissionMatrix()
    matrix.fill(Glyphs.of("So"), with: index)
    let lexicons = [
      Lexicon(["số", "sổ", "sở"].map { Lexicon.Entry(spelling: Glyphs.of($0), word: .unknown, prior: 0, rank: 0) })
    ]
    var search = LexiconSearch()
    search.begin(limit: 2, width: 20)
    search.run(lexicons, 0, matrix: matrix, patterns: [(.lower, -2)])
    #expect(Set(search.ranked().map(\.pattern)) == [.lower])
    search.run(lexicons, 0, matrix: matrix, patterns: [(.title, 0)])
    #expect(Set(search.ranked().map(\.pattern)) == [.title])
    search.begin(limit: 6, width: 20)
    search.run(lexicons, 0, matrix: matrix, patterns: [(.title, 0), (.lower, -2)])
    #expect(search.ranked().map(\.pattern) == [.title, .title, .title, .lower, .lower, .lower])
  }
}
