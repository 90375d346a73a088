import DauLanguage
import DauTestSupport
import DauText
import Testing

@testable import DauRestore

@Suite struct DecodingTests {
  /// `phong tráo thi đua` in the middle of a sentence that is not in question: three readings of one word.
  @Test func `a window finds what the whole sentence finds`() throws {
    let model = try Shared.restorer.get().model
    let words = "trong những năm qua các cấp các ngành đã phát động phong trào thi đua yêu nước sâu rộng đến toàn dân"
      .split(separator: " ").map(String.init)
    let asked = try #require(words.firstIndex(of: "trào"))
    func candidate(_ word: String, _ channel: Float) -> Candidate {
      Candidate(kind: .lexicon, text: Glyphs.of(word), first: model.id(of: word) ?? .unknown, channel: channel)
    }
    var edges = words.map { [candidate($0, 0)] }
    edges[asked] = [candidate("tráo", -0.5), candidate("trào", -4), candidate("trao", -3.5)]
    var lattice = Lattice()
    let whole = lattice.bestPath(
      over: edges, from: model.sentenceStart, endsSentence: true, model: model, languageWeight: 1)
    var state = model.sentenceStart
    for word in words[..<asked] { state = model.score(model.id(of: word) ?? .unknown, after: state).next }
    let window = lattice.bestPath(
      over: Array(edges[asked...(asked + 4)]), from: state, endsSentence: false, model: model, languageWeight: 1)
    #expect(whole.steps[asked].candidate == 1)
    #expect(window.steps[0].candidate == 1)
    #expect(abs(whole.steps[asked].posterior - window.steps[0].posterior) < 1e-4)
    let posteriors = lattice.posteriors(at: 0, count: 3)
    #expect(abs(posteriors.reduce(0, +) - 1) < 1e-3)
    #expect(abs(posteriors[1] - window.steps[0].posterior) < 1e-4)
  }

  @Test func `words have one number each, however many there are`() {
    var table = WordTable()
    var random = Randomness(seed: 7)
    let words = (0..<5000).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in Glyph.random(in: 0x61...0x64, using: &random) }
    }
    let text = words.flatMap { $0 }
    var numbers: [[Glyph]: Int] = [:]
    var at = 0
    for word in words {
      let number = table.number(of: at..<(at + word.count), in: text.span)
      at += word.count
      #expect(numbers[word, default: number] == number)
      numbers[word] = number
      #expect(Array(table.glyphs(of: number)) == word)
    }
    #expect(table.count == numbers.count)
  }

  @Test func `a restoration is written from what is kept and what is replaced`() {
    let source = "Tong két 🙂 năm 2018"
    var writer = RestorationWriter(source: source, wordCount: 4, changeCount: 1)
    writer.replace(0..<4, with: Glyphs.of("Tổng"), confidence: 0.5)
    writer.replace(5..<9, with: Glyphs.of("kết"), confidence: 0.25)
    writer.keep(15..<19, confidence: 1)
    writer.keep(20..<24, confidence: 0.75, rejecting: "2013")
    let restoration = writer.finish(regimes: [])
    expectSameBytes(restoration.text, "Tổng kết 🙂 năm 2018")
    #expect(restoration.changedWordCount == 2)
    let target = Array(restoration.text.utf8)
    #expect(
      restoration.words.map { String(decoding: target[$0.target], as: UTF8.self) } == ["Tổng", "kết", "năm", "2018"])
    #expect(restoration.words.map(\.source) == [0..<4, 5..<9, 15..<19, 20..<24])
    #expect(restoration.words.map(\.isChanged) == [true, true, false, false])
    #expect(restoration.words.map(\.isDoubtful) == [false, false, false, true])
    #expect(restoration.words.map(\.proposal) == [nil, nil, nil, "2013"])
    #expect(restoration.confidence(of: 0..<target.count) == 0.25)
    for word in restoration.words { #expect(restoration.sourceMap.sourceRange(of: word.target) == word.source) }
  }

  @Test func `a text without a change is its own restoration`() {
    var writer = RestorationWriter(source: "năm 2018", wordCount: 2, changeCount: 0)
    writer.keep(0..<4, confidence: 1)
    let restoration = writer.finish(regimes: [])
    expectSameBytes(restoration.text, "năm 2018")
    #expect(restoration.sourceMap.segments.count == 1)
  }
}
