/// Reads the documents that a document names.
///
/// Accepts `Nghị quyết số 04-NQ/TW ngày 30/10/2016 của ...`, `Quyết định 651/QĐ-UBND`, `Công văn số 60/UBND-KGVX`,
/// `Luật Thi đua, Khen thưởng năm 2003`, `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI`, `nghị định 91/2017/nđ-cp`, each further number of
/// `các Quyết định số ... và số ...`. Refuses the document's own number, `Quyết định này`, `Mẫu số 01/TĐKT`, and
/// `Nghị quyết của HĐND tỉnh`, which names none in particular.
struct CitationReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = CitationScan(context)
    scan.run()
    let keys = CitationKeys(fillers: context.vocabulary.words.sessionFillers)
    var found = scan.found
    for (index, candidate) in found.enumerated() {
      guard case .citation(var fact) = candidate.fact else { continue }
      fact.key = keys.key(of: fact)
      found[index].fact = .citation(fact)
    }
    NumberedLaws(context.stream, context.vocabulary.words.lawTypes, keys).unify(&found)
    return found
  }
}
