import DauTestSupport
import Foundation
import Testing

@testable import DauRestore

@Suite struct ConfidenceTests {
  private func evidence(_ posterior: Float, language: Float = -2) -> ConfidenceFeatures.Evidence {
    ConfidenceFeatures.Evidence(posterior: posterior, language: language, channel: -1, length: 4)
  }

  @Test func `regression finds the weights that made the samples`() throws {
    var random = Randomness(seed: 7)
    let truth: (bias: Double, posterior: Double, language: Double) = (0.5, 1.2, 0.4)
    let samples = (0..<20_000).map { _ in
      let word = evidence(Float.random(in: 0.01...0.99, using: &random), language: .random(in: -6...0, using: &random))
      let score =
        truth.bias + truth.posterior * Double(word.odds) + truth.language * Double(word.language)
      let isRight = Double.random(in: 0...1, using: &random) < 1 / (1 + exp(-score))
      return LogisticRegression.Sample(
        features: ConfidenceFeatures(word, neighbours: 0, document: .init([])), isRight: isRight, weight: 1)
    }
    let model = try #require(LogisticRegression().fit(samples))
    #expect(abs(Double(model.weights[1]) - truth.posterior) < 0.15)
    #expect(abs(Double(model.weights[3]) - truth.language) < 0.05)
    // What it foretells comes true.
    let figures = ConfidenceTraining.figures(of: samples, name: "", by: model)
    #expect(try #require(figures.calibrationError) < 0.01)
  }

  @Test func `nothing is learned where all is right`() {
    let sample = LogisticRegression.Sample(
      features: ConfidenceFeatures(evidence(0.9), neighbours: 4, document: .init([])), isRight: true, weight: 1)
    #expect(LogisticRegression().fit([sample, sample]) == nil)
  }

  @Test func `a system of equations is solved`() {
    // Lower triangle of [[4, 2], [2, 3]]; the solution of A x = [2, 5] is [-0.5, 2].
    let x = LogisticRegression.solve([4, 0, 2, 3], [2, 5])
    #expect(abs(x[0] + 0.5) < 1e-9)
    #expect(abs(x[1] - 2) < 1e-9)
  }

  @Test func `the weights come back from their file`() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "confidence.tsv")
    var weights = SIMD16<Float>()
    for at in ConfidenceFeatures.names.indices { weights[at] = Float(at) / 8 - 1 }
    let model = ConfidenceModel(weights: weights)
    try Data(model.description(header: ["made for a test"]).utf8).write(to: url)
    #expect(try ConfidenceModel(contentsOf: url) == model)
  }

  @Test(arguments: [
    ("bias\t1\nbias\t2\n", ":2: names a feature a second time"),
    ("height\t1\n", ":1: is not a feature and its weight"),
    ("# a comment\n\nbias\tone\n", ":3: is not a feature and its weight"),
    ("bias\tnan\n", ":1: is not a feature and its weight"),
    ("bias\t1\n", "has no weight for changed, channel"),
  ])
  func `a broken file of weights is named with its line`(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "confidence.tsv")
    try Data(text.utf8).write(to: url)
    let failure = try #require(throws: ConfidenceModel.Failure.self) { try ConfidenceModel(contentsOf: url) }
    #expect("\(failure)".contains(message))
    #expect("\(failure)".contains("dau train confidence"))
  }

  @Test func `missing weights are asked for`() throws {
    let failure = try #require(throws: ConfidenceModel.Failure.self) {
      try ConfidenceModel(contentsOf: URL(filePath: "/nowhere/confidence.tsv"))
    }
    #expect("\(failure)".contains("are missing"))
  }

  @Test(arguments: [
    (["Quyết", "định"], "Quyết định", [true, true]),
    (["hoà", "bình"], "hòa bình", [true, true]),
    (["Quyết", "đinh"], "Quyết định", [true, false]),
    (["số", "thừa", "12"], "số 12", [true, false, true]),
    (["thi đua"], "thi đua", [true]),
    (["thi đưa"], "thi đua", [false]),
    (["một"], "", [false]),
  ])
  func `restored words are held against the printed line`(words: [String], truth: String, isRight: [Bool]) {
    #expect(ConfidenceTraining.rightness(of: words.map(Glyphs.of), against: truth) == isRight)
  }

  @Test func `the doubt of a word reaches two words to each side`() {
    let features = ConfidenceFeatures.all(of: [0.999, 0.999, 0.999, 0.5, 0.999, 0.999, 0.999].map { evidence($0) })
    let near = features.map { $0.values[11] < 1 }
    #expect(near == [false, true, true, false, true, true, false])
  }
}
