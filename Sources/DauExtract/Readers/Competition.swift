/// A reading that was proposed and not taken.
struct Rejection: Sendable {
  enum Cause: Sendable {
    /// Another candidate claims a token of it, and ranks higher.
    case lost(to: Candidate)
    /// A token of it is a section number, a mark of a note, or the document's own symbol.
    case mark
    /// It is the cell of a table.
    case cell
  }
  var candidate: Candidate
  var cause: Cause
}

/// Gives each stretch of text to one candidate.
struct Competition {
  let stream: TokenStream
  let outline: Outline

  /// The candidates that won all they claimed, in the order of the text.
  ///
  /// - Parameter reject: is told of each that did not.
  /// - Complexity: O(*c* log *c* + *t*) for *c* candidates that claim *t* tokens.
  func settle(_ candidates: [Candidate], _ reject: ((Rejection) -> Void)? = nil) -> [Candidate] {
    var taken = outline.reserved
    var order: [(rank: Int32, count: Int32, start: Int32, index: Int32)] = []
    order.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      order.append(
        (Int32(candidate.rank.rawValue), Int32(candidate.claim.count), Int32(candidate.claim.lowerBound), Int32(index)))
    }
    order.sort { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      if a.count != b.count { return a.count > b.count }
      return a.start != b.start ? a.start < b.start : a.index < b.index
    }
    var won: [Candidate] = []
    won.reserveCapacity(candidates.count)
    // Who has a token, by its index among the candidates; only for those who want to know.
    var owners: [Int: Int] = [:]
    for place in order {
      let index = Int(place.index)
      let claim = Int(place.start)..<Int(place.start + place.count)
      if let token = claim.first(where: { taken[$0] }) {
        let cause = owners[token].map { Rejection.Cause.lost(to: candidates[$0]) } ?? .mark
        reject?(Rejection(candidate: candidates[index], cause: cause))
        continue
      }
      for token in claim {
        taken[token] = true
        if reject != nil { owners[token] = index }
      }
      won.append(candidates[index])
    }
    won.sortForOutput()
    return won
  }
}
