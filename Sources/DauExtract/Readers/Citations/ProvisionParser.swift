/// Reads chains of provisions before the act they belong to.
///
/// `khoản 1, 2 và điểm a khoản 3 Điều 5` is `khoản 1 Điều 5`, `khoản 2 Điều 5`, `điểm a khoản 3 Điều 5`.
struct ProvisionParser: Sendable {
  struct Chain: Sendable, Equatable {
    var paths: [String]
    var tokens: Range<Int>
  }

  let stream: TokenStream

  /// The words that a chain begins with.
  static let starts: WordFilter = [Words.diem, Words.khoan, Words.dieu]

  private enum Level { case point, clause, article }

  private func level(_ index: Int) -> Level? {
    switch stream[index].key {
    case Words.diem: .point
    case Words.khoan: .clause
    case Words.dieu: .article
    default: nil
    }
  }

  /// - Parameter failedBefore: a chain without an article is tried once only: what begins before this token is none.
  /// - Complexity: O(length of the chain).
  func chain(at start: Int, _ failedBefore: inout Int) -> Chain? {
    guard start >= failedBefore, level(start) != nil, isValue(start + 1, of: level(start)) else { return nil }
    var points: [String] = []
    var clauses: [String] = []
    var paths: [String] = []
    var at = start
    var end = start
    var hasArticle = false
    while let level = level(at), isValue(at + 1, of: level), at - start < 200 {
      var values: [String] = []
      at += 1
      while isValue(at, of: level) {
        values.append(stream.text(of: stream[at]))
        at += 1
        end = at
        guard
          stream[at].isSign(",") || stream[at].isSign(";") || stream[at].key == Words.va || stream[at].key == "hoặc",
          isValue(at + 1, of: level)
        else { break }
        at += 1
      }
      switch level {
      case .point: points += values.map { "điểm " + $0 }
      case .clause:
        for (index, value) in values.enumerated() {
          let clause = "khoản " + value
          if index == 0, !points.isEmpty {
            clauses += points.map { $0 + " " + clause }
            points = []
          } else {
            clauses.append(clause)
          }
        }
      case .article:
        hasArticle = true
        for (index, value) in values.enumerated() {
          let article = "Điều " + value
          let inner = clauses.isEmpty ? points : clauses
          if index == 0, !inner.isEmpty { paths += inner.map { $0 + " " + article } } else { paths.append(article) }
        }
        points = []
        clauses = []
      }
      if stream[at].isSign(",") || stream[at].isSign(";") || stream[at].key == Words.va || stream[at].key == "hoặc",
        self.level(at + 1) != nil
      {
        at += 1
      }
    }
    guard hasArticle else {
      failedBefore = end
      return nil
    }
    return Chain(paths: paths, tokens: start..<end)
  }

  private func isValue(_ index: Int, of level: Level?) -> Bool {
    let token = stream[index]
    switch level {
    case .point: return token.isWord && token.bytes.count <= 2 && !token.isCapital && token.key != Words.va
    case .clause, .article: return token.isNumber && token.digitCount <= 3
    case nil: return false
    }
  }
}
