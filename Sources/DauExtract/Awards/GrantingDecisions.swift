import Algorithms
internal import DauRules

/// The decisions by which awards are granted, as a sentence names them.
///
/// Accepts `Theo Quyết định số 15/QĐ-UBND ngày 05/3/2018, tặng Bằng khen cho ...`, `03 cá nhân (Quyết định số 22/QĐ-UBND)`,
/// `ban hành Quyết định số 7/QĐ-UBND khen thưởng ...`. Refuses those that are carried out (`thực hiện Quyết định số ...`),
/// and rules for all: their symbol has the year in it (`15/2014/QĐ-UBND`). In a row of a table any decision counts.
struct GrantingDecisions {
  private struct Decision {
    var tokens: Range<Int>
    var symbol: String
    /// Whether it stands in brackets, behind what it granted.
    var isBracketed: Bool
  }

  /// In the order of the text.
  private let decisions: [Decision]
  private let starts: [Int]
  /// All decisions with a symbol, whatever the words round them say.
  private let named: [Decision]
  private let namedStarts: [Int]

  init(_ context: ReadingContext) {
    let stream = context.stream
    let leads = context.vocabulary.awards.decisionLeads
    named = context.settled.compactMap { candidate in
      guard case .citation(let fact) = candidate.fact, fact.type == "Quyết định", let symbol = fact.symbol,
        symbol.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1
      else { return nil }
      let first = candidate.tokens.lowerBound
      let opens = stream[first - 1].isSign("(") || stream[first - 2].isSign("(")
      return Decision(tokens: candidate.tokens, symbol: symbol, isBracketed: opens)
    }
    namedStarts = named.map(\.tokens.lowerBound)
    decisions = named.filter { $0.isBracketed || leads.contains(stream[$0.tokens.lowerBound - 1].key) }
    starts = decisions.map(\.tokens.lowerBound)
  }

  /// The one decision that some tokens name; nil for none or several.
  ///
  /// - Complexity: O(log *d*) in decisions, and in those found.
  func onlyDecision(in tokens: Range<Int>) -> String? {
    guard !named.isEmpty else { return nil }
    let inside = named[namedStarts.partitioningIndex { $0 >= tokens.lowerBound }...]
      .prefix { $0.tokens.lowerBound < tokens.upperBound }
    guard let first = inside.first?.symbol, inside.allSatisfy({ $0.symbol == first }) else { return nil }
    return first
  }

  /// The decision that a tally or a verb at `token` rests on: before it in its clause, in brackets behind it, or before
  /// its clause in the sentence.
  ///
  /// - Complexity: O(log *d*) in decisions.
  func decision(of token: Int, clause: Range<Int>, sentence: Range<Int>) -> String? {
    guard !decisions.isEmpty else { return nil }
    let next = starts.partitioningIndex { $0 >= token }
    let before = next > 0 && sentence.contains(starts[next - 1]) ? decisions[next - 1] : nil
    if let before, !before.isBracketed, clause.contains(before.tokens.lowerBound) { return before.symbol }
    if next < starts.count, clause.contains(starts[next]), decisions[next].isBracketed { return decisions[next].symbol }
    return before.flatMap { $0.isBracketed ? nil : $0.symbol }
  }
}
