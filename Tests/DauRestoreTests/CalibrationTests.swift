import Testing

@testable import DauRestore

@Suite struct CalibrationTests {
  private func words(_ groups: [(confidence: Float, right: Int, wrong: Int)]) -> [Calibration.Word] {
    groups.flatMap { group in
      Array(repeating: Calibration.Word(confidence: group.confidence, isWrong: false), count: group.right)
        + Array(repeating: Calibration.Word(confidence: group.confidence, isWrong: true), count: group.wrong)
    }
  }

  @Test func `the error is the mean distance of confidence and accuracy`() throws {
    // 20 words of 0.75 of which 10 are right, 80 of 1 which are all right: 0.2 × 0.25.
    let calibration = Calibration(words([(0.75, 10, 10), (1, 80, 0)]))
    #expect(calibration.expectedError == 0.05)
    #expect(calibration.bins[7].accuracy == 0.5)
    #expect(calibration.bins[7].confidence == 0.75)
    #expect(calibration.bins[9].wordCount == 80)
  }

  @Test func `the least sure twentieth holds its errors`() {
    #expect(Calibration(words([(0.2, 2, 3), (0.9, 94, 1)])).errorsAmongLeastSure == 0.75)
    // 10 words are equally unsure, 5 of them are the twentieth: they hold half of what the ten hold.
    #expect(Calibration(words([(0.2, 6, 4), (0.9, 90, 0)])).errorsAmongLeastSure == 0.5)
  }

  @Test func `without words or errors nothing is claimed`() {
    #expect(Calibration([]).expectedError == nil)
    #expect(Calibration([]).errorsAmongLeastSure == nil)
    #expect(Calibration(words([(1, 5, 0)])).errorsAmongLeastSure == nil)
    #expect(Calibration(words([(1, 5, 0)])).expectedError == 0)
  }
}
