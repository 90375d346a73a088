import DauTestSupport
import Foundation
import Testing

@testable import DauRestore

@Suite struct LanguageModelTrainingTests {
  private let folder: TemporaryFolder
  private static let gold = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpus/gold")

  init() throws { folder = try TemporaryFolder() }

  private func training() throws -> LanguageModelTraining {
    let files = try FileManager.default.contentsOfDirectory(at: Self.gold, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    try #require(files.count >= 4)
    return LanguageModelTraining(
      components: [
        .init(name: "a", files: Array(files.prefix(2)), holdOutEvery: 5),
        .init(name: "b", files: Array(files.dropFirst(2))),
      ], heldOut: nil, requiredWords: ["tỉnh"], byteLimit: 2_000_000)
  }

  private struct Stop: Error {}

  @Test func `a training that was stopped anywhere goes on and writes the same bytes`() throws {
    let training = try training()
    let whole = folder.url.appending(path: "whole.daulm")
    var calls = 0
    let result = try training.run(writingTo: whole, work: folder.url.appending(path: "w0")) { _ in calls += 1 }
    #expect(calls > 10)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["whole.daulm"], "no work is left")
    let work = folder.url.appending(path: "work")
    let model = folder.url.appending(path: "again.daulm")
    for stop in stride(from: 1, to: calls, by: 3) {
      var call = 0
      #expect(throws: Stop.self) {
        _ = try training.run(writingTo: model, work: work) { _ in
          call += 1
          if call == stop { throw Stop() }
        }
      }
      #expect(!FileManager.default.fileExists(atPath: model.path))
      let again = try training.run(writingTo: model, work: work) { _ in }
      #expect(try Data(contentsOf: model) == Data(contentsOf: whole), "stopped at \(stop)")
      #expect(again.report == result.report && again.corpus == result.corpus && again.tests == result.tests)
      try FileManager.default.removeItem(at: model)
    }
  }

  @Test func `less memory gives the same model while nothing has to be left out`() throws {
    var training = try training()
    let large = folder.url.appending(path: "large.daulm")
    let small = folder.url.appending(path: "small.daulm")
    _ = try training.run(writingTo: large, work: folder.url.appending(path: "w")) { _ in }
    // The limit of the trigrams is above their number; the sorter works in blocks of a few hundred.
    training.memory = 1_500_000
    _ = try training.run(writingTo: small, work: folder.url.appending(path: "w")) { _ in }
    #expect(try Data(contentsOf: large) == Data(contentsOf: small))
  }

  @Test func `held-out lines are found by their words, and lines near to them left out`() {
    func words(_ text: String) -> LineWords {
      var sentences: [[String]] = []
      LanguageText.forEachSentence(of: Array(text.utf8).span) { sentences.append($0) }
      return LineWords(sentences)
    }
    let line = "Ủy ban nhân dân tỉnh tặng Bằng khen cho 27 tập thể và 24 cá nhân có thành tích xuất sắc trong năm 2018"
    var heldOut = HeldOutLines()
    heldOut.consider(line, words: words(line), component: "a", every: 1)
    heldOut.consider("Mẫu số 1", words: words("Mẫu số 1"), component: "a", every: 1)
    #expect(heldOut.lines.map(\.component) == ["a"], "short lines are not held out")
    for near in [
      line, line.uppercased(), line.replacing("2018", with: "2019"),
      "Năm nay " + line,
      line + ", được Hội đồng xét duyệt và trình Chủ tịch xem xét, quyết định theo quy định của pháp luật",
      "tặng Bằng khen cho 5 tập thể và 3 cá nhân có thành tích xuất sắc trong năm 2017",
    ] { #expect(heldOut.covers(words(near)), "\(near)") }
    for other in [
      "Ủy ban nhân dân tỉnh tặng Bằng khen cho các hộ gia đình tiêu biểu", "Mẫu số 1",
      "Hội đồng nhân dân tỉnh ban hành Nghị quyết về dự toán ngân sách nhà nước năm 2019",
    ] { #expect(!heldOut.covers(words(other)), "\(other)") }
  }

  @Test func `one line in so many is held out, the same in any order`() throws {
    var lines = (0..<4000).map { at in
      "dòng \(String(at).map { ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"][Int(String($0))!] }.joined(separator: " ")) của văn bản"
    }
    func chosen() -> Set<String> {
      var heldOut = HeldOutLines()
      for line in lines {
        var sentences: [[String]] = []
        LanguageText.forEachSentence(of: Array(line.utf8).span) { sentences.append($0) }
        heldOut.consider(line, words: LineWords(sentences), component: "a", every: 20)
      }
      #expect(heldOut.lines.contains { $0.tunes } && heldOut.lines.contains { !$0.tunes })
      return Set(heldOut.lines.map(\.text))
    }
    let first = chosen()
    #expect((100...300).contains(first.count), "\(first.count) of 4000 at 1/20")
    lines.reverse()
    #expect(chosen() == first)
  }

  @Test func `blocks end at line ends wherever they are cut`() throws {
    let text = "một\nhai ba\n\nbốn năm sáu\nbảy"
    let url = URL(filePath: try folder.write(text, to: "a.txt"))
    for size in 1...30 {
      var blocks: [String] = []
      try TextBlocks(url, blockSize: size).forEach { blocks.append(String(decoding: $0, as: UTF8.self)) }
      expectSameBytes(blocks.joined(), text)
      for block in blocks.dropLast() { #expect(block.hasSuffix("\n")) }
    }
  }
}
