import DauRules
import Foundation
import Testing

/// The folder `rules/` of this package.
let shippedRules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "rules", directoryHint: .isDirectory)

@Suite struct PromiseTests {
  @Test func `the shipped rules check clean`() {
    let faults = RuleBook.check(shippedRules)
    #expect(faults.isEmpty, "\(faults.prefix(40).map(\.description).joined(separator: "\n"))")
  }
}
