import Foundation
import Testing

@testable import DauLanguage

/// A plain reader of ARPA text that backs off as the format's definition says: the oracle for the writer.
struct ARPAModel {
  var declared: [Int] = []
  var ngrams: [[String]: (log10: Double, backoff: Double)] = [:]
  var counts: [Int] = [0, 0, 0, 0]

  init(_ text: String) throws {
    var order = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("ngram "), let count = Int(line.split(separator: "=")[1]) { declared.append(count) }
      if line.hasPrefix("\\"), line.hasSuffix("-grams:") { order = Int(String(line.dropFirst().first!))! }
      let fields = line.split(separator: "\t")
      guard fields.count >= 2, let log10 = Double(fields[0]) else { continue }
      let words = fields[1].split(separator: " ").map(String.init)
      try #require(words.count == order)
      ngrams[words] = (log10, fields.count > 2 ? Double(fields[2])! : 0)
      counts[order - 1] += 1
    }
  }

  func log10(of word: String, after context: [String]) -> Double {
    let context = Array(context.suffix(3))
    if let found = ngrams[context + [word]] { return found.log10 }
    guard !context.isEmpty else { return ngrams[["<unk>"]]!.log10 }
    return (ngrams[context]?.backoff ?? 0) + log10(of: word, after: Array(context.dropFirst()))
  }
}

@Suite struct ARPATests {
  @Test func `a plain reader of the text gives every sentence the probability that the model gives it`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let model = try LanguageModel(contentsOf: small.url)
    let file = small.url.deletingLastPathComponent().appending(path: "small.arpa")
    try model.writeARPA(to: file)
    let arpa = try ARPAModel(try String(contentsOf: file, encoding: .utf8))
    #expect(arpa.declared == arpa.counts)
    #expect(arpa.counts == [model.counts[0] - 1] + model.counts.dropFirst())
    var compared = 0
    for sentence in SmallModel.sentences + ["tỉnh ủy ban hội và", "đồng đồng dân", "xã ủy ban"] {
      var state = model.sentenceStart
      var context = ["<s>"]
      for word in sentence.split(separator: " ").map(String.init) + ["</s>"] {
        let id = word == "</s>" ? WordID.sentenceEnd : model.id(of: word)
        let (log10, next) = model.score(id ?? .unknown, after: state)
        state = next
        let spelling = id == nil ? "<unk>" : word
        #expect(abs(arpa.log10(of: spelling, after: context) - Double(log10)) < 1e-5, "\(word) in \(sentence)")
        context.append(spelling)
        compared += 1
      }
    }
    #expect(compared > 30)
  }

  @Test func `nothing is left of a text whose writing was stopped`() throws {
    struct Stop: Error {}
    let small = try SmallModel()
    defer { small.remove() }
    let model = try LanguageModel(contentsOf: small.url)
    let folder = small.url.deletingLastPathComponent()
    #expect(throws: Stop.self) { try model.writeARPA(to: folder.appending(path: "x.arpa")) { _ in throw Stop() } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["small.daulm", "work"])
    #expect(throws: ModelError.self) { try model.writeARPA(to: folder.appending(path: "none/x.arpa")) }
  }
}
