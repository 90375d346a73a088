/// Two or three people who sign side by side, as minutes, tables and papers of several bodies have them.
///
/// Accepts `THƯ KÝ          CHỦ TRÌ` and `GIÁM ĐỐC SỞ NỘI VỤ     GIÁM ĐỐC SỞ Y TẾ` with a name below each; the lines are
/// narrowed to the column of the one who signs for the document: who chairs, else whose body stands first in its symbol,
/// else the right one. Refuses `Nơi nhận:          GIÁM ĐỐC`, and columns that have no name each.
struct SignatoryColumns {
  let stream: TokenStream
  let lines: [Outline.Line]
  let filled: [Int]
  let vocabulary: ReaderVocabulary

  private typealias Columns = [Range<Int>]

  /// The lines with one column for two or three; nil when nobody signs beside another.
  ///
  /// - Complexity: O(*t*) in tokens.
  func narrowed(symbol: String?) -> [Outline.Line]? {
    for place in min(filled.count, 5)..<filled.count {
      let titles = columns(place)
      guard (2...3).contains(titles.count), titles.allSatisfy(isTitle), titles.contains(where: hasPosition),
        let last = lineOfNames(below: place, count: titles.count)
      else { continue }
      let column = chosen(titles, symbol)
      var narrowed = lines
      for below in place...last {
        let parts = columns(below)
        if parts.count == titles.count { narrowed[filled[below]].tokens = parts[column] }
      }
      if let chair = chair(in: titles[column]) { narrowed[filled[place]].tokens = chair..<titles[column].upperBound }
      return narrowed
    }
    return narrowedByWords()
  }

  /// `THƯ KÝ CHỦ TỌA` above `Ngô Thị Huệ Nguyễn Đăng Khoa`, where an engine left one blank between the columns: the same by who signs
  /// beside whom.
  private func narrowedByWords() -> [Outline.Line]? {
    for place in min(filled.count, 5)..<filled.count {
      guard let (column, isLeft) = chairBesideClerk(lines[filled[place]].tokens) else { continue }
      for below in places(below: place) {
        guard let names = twoNames(lines[filled[below]].tokens) else { continue }
        var narrowed = lines
        narrowed[filled[place]].tokens = column
        narrowed[filled[below]].tokens = isLeft ? names.left : names.right
        return narrowed
      }
    }
    return nil
  }

  /// The column of who chairs in a line of capitals that is nothing but a clerk and the chair; and whether it is the left one.
  private func chairBesideClerk(_ tokens: Range<Int>) -> (column: Range<Int>, isLeft: Bool)? {
    guard (3...10).contains(tokens.count), tokens.allSatisfy({ stream[$0].isWord && stream[$0].isAllCapitals }),
      let chair = chair(in: tokens),
      let end = vocabulary.words.chairs.match(stream, at: chair, before: tokens.upperBound)?.end
    else { return nil }
    let isLeft = chair == tokens.lowerBound
    let clerk = isLeft ? end : tokens.lowerBound
    guard clerk < tokens.upperBound, vocabulary.words.clerks.contains(stream[clerk].key),
      isLeft || end == tokens.upperBound
    else { return nil }
    return (chair..<end, isLeft)
  }

  /// A line that is the names of two people.
  private func twoNames(_ tokens: Range<Int>) -> (left: Range<Int>, right: Range<Int>)? {
    guard (4...10).contains(tokens.count), tokens.allSatisfy({ stream[$0].isWord && stream[$0].isCapital }) else {
      return nil
    }
    let people = PersonName(stream: stream, vocabulary: vocabulary)
    let cuts = (tokens.lowerBound + 2...tokens.upperBound - 2).filter { cut in
      people.name(tokens.lowerBound..<cut, allowsCapitals: false) != nil
        && people.name(cut..<tokens.upperBound, allowsCapitals: false) != nil
    }
    // `Ngô Thị Huệ Nguyễn Đăng Khoa` as three words each, where a given name is a surname as well.
    let middle = tokens.lowerBound + tokens.count / 2
    return cuts.min { abs($0 - middle) < abs($1 - middle) }.map { (tokens.lowerBound..<$0, $0..<tokens.upperBound) }
  }

  /// Where the names of those who sign may stand below a line.
  private func places(below place: Int) -> Range<Int> { (place + 1)..<max(min(place + 16, filled.count), place + 1) }

  /// The columns of a line: three blanks or a tab part them.
  private func columns(_ place: Int) -> Columns {
    let tokens = lines[filled[place]].tokens
    guard tokens.count <= 60 else { return [] }
    var columns: Columns = []
    var start = tokens.lowerBound
    for at in tokens.dropFirst() {
      let gap = Int(stream[at].start) - Int(stream[at - 1].end)
      guard stream[at].flags.contains(.tabbed) || gap >= 3 else { continue }
      columns.append(start..<at)
      start = at
    }
    return columns + [start..<tokens.upperBound]
  }

  /// Words in capitals, as who signs is printed.
  private func isTitle(_ column: Range<Int>) -> Bool {
    column.count(where: { stream[$0].isWord }) >= 2
      && column.allSatisfy { stream[$0].isWord ? stream[$0].isAllCapitals : stream[$0].kind == .sign }
  }

  private func hasPosition(_ column: Range<Int>) -> Bool {
    column.contains { vocabulary.positions.match(stream, at: $0, before: column.upperBound) != nil }
      || chair(in: column) != nil
  }

  /// The nearest line below with as many names.
  private func lineOfNames(below place: Int, count: Int) -> Int? {
    let people = PersonName(stream: stream, vocabulary: vocabulary)
    return places(below: place).first { below in
      let parts = columns(below)
      return parts.count == count
        && parts.allSatisfy { people.name($0, allowsCapitals: true) != nil || people.unlistedName($0) != nil }
        && parts.contains { people.name($0, allowsCapitals: true) != nil }
    }
  }

  /// The first word of who chairs.
  private func chair(in column: Range<Int>) -> Int? {
    column.first { vocabulary.words.chairs.match(stream, at: $0, before: column.upperBound) != nil }
  }

  private func chosen(_ titles: Columns, _ symbol: String?) -> Int {
    let chairs = titles.indices.filter { chair(in: titles[$0]) != nil }
    if let first = chairs.first(where: { chair(in: titles[$0]) == titles[$0].lowerBound }) ?? chairs.first {
      return first
    }
    let pieces = symbol?.split { $0 == "/" || $0 == "-" } ?? []
    let places = titles.map { title in
      let initials = initials(of: title)
      return pieces.firstIndex { $0.utf8.count > 1 && initials.hasSuffix($0) }
    }
    if let first = places.indices.filter({ places[$0] != nil }).min(by: { places[$0]! < places[$1]! }) { return first }
    return titles.indices.last { !vocabulary.words.clerks.contains(stream[titles[$0].lowerBound].key) }
      ?? titles.count - 1
  }

  /// `GĐSNV` of `GIÁM ĐỐC SỞ NỘI VỤ`; `và` has no letter in a symbol.
  private func initials(of column: Range<Int>) -> String {
    let words = column.filter { stream[$0].isWord && stream[$0].key != "và" }
    return String(words.compactMap { stream.text(of: stream[$0]).first })
  }
}
