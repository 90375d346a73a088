/// Gives citations of a law by name and by number one key, where the document itself says both together.
///
/// Accepts `Luật Thi đua, Khen thưởng số 15/2003/QH11` and `Luật Thi đua, Khen thưởng ngày 26/11/2003 (Luật số 15/2003/QH11)`:
/// `Luật Thi đua, Khen thưởng năm 2003` elsewhere is then that law. Refuses a name without a year, which a later law may bear.
struct NumberedLaws {
  private let stream: TokenStream
  private let lawTypes: TextSet
  private let keys: CitationKeys

  init(_ stream: TokenStream, _ lawTypes: TextSet, _ keys: CitationKeys) {
    self.stream = stream
    self.lawTypes = lawTypes
    self.keys = keys
  }

  /// - Parameter citations: in the order in which they were found, with their keys.
  /// - Complexity: O(*c*) in citations.
  func unify(_ citations: inout [Candidate]) {
    var numbered: [String: String] = [:]
    var before: (fact: CitationFact, end: Int)?
    for candidate in citations {
      guard case .citation(let fact) = candidate.fact, lawTypes.contains(fact.type) else {
        before = nil
        continue
      }
      if fact.symbol != nil {
        if let name = name(of: fact) {
          numbered[name] = fact.key
        } else if let law = before, law.fact.symbol == nil, law.fact.date != nil,
          says(law.end, andAtOnce: candidate.tokens.lowerBound)
        {
          numbered[law.fact.key] = fact.key
        }
      }
      before = (fact, candidate.tokens.upperBound)
    }
    guard !numbered.isEmpty else { return }
    for (index, candidate) in citations.enumerated() {
      guard case .citation(var fact) = candidate.fact, fact.symbol == nil,
        let number = numbered[fact.key]
      else { continue }
      fact.key = number
      citations[index].fact = .citation(fact)
    }
  }

  /// The key of a law with a number as it is cited by its name and year.
  private func name(of fact: CitationFact) -> String? {
    guard fact.title != nil, let symbol = fact.symbol else { return nil }
    // `15/2003/QH11`
    let year = symbol.split(separator: "/").first { $0.utf8.count == 4 && $0.allSatisfy(\.isWholeNumber) }
    guard let date = fact.date ?? year.map(String.init) else { return nil }
    var named = fact
    (named.symbol, named.number, named.date) = (nil, nil, date)
    return keys.key(of: named)
  }

  /// Whether nothing but a bracket or a comma parts two names of one law.
  private func says(_ end: Int, andAtOnce start: Int) -> Bool {
    end + 1 == start && (stream[end].isSign("(") || stream[end].isSign(","))
  }
}
