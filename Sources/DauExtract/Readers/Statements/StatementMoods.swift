/// Which sections report and which demand.
///
/// A heading with a cue decides for its section and those below it; without one the type of the document does. What
/// stands before the first section of a plan tells how things are, so it reports.
final class StatementMoods: Sendable {
  typealias Mood = StatementPhrases.Mood

  /// The mood of each section; nil where nothing says.
  private let ofSection: [Mood?]
  /// Whether a section tells who was commended.
  private let isOnAwards: [Bool]
  private let preamble: Mood?
  /// The mood that the type of the document gives to what no section holds.
  let base: Mood?
  /// Whether the document names no type, as a sentence that stands alone.
  let isUnknown: Bool
  private let outline: Outline
  private let stream: TokenStream

  /// - Complexity: O(*s*) in sections and the words of their headings.
  init(_ context: ReadingContext) {
    let phrases = context.vocabulary.statements
    outline = context.outline
    stream = context.stream
    let base = Self.base(of: context.outline.metadata, phrases)
    self.base = base
    isUnknown = context.outline.metadata.type == nil
    preamble = base == .future ? .reported : base
    var moods: [Mood?] = []
    var awards: [Bool] = []
    // What encloses the current section: the part first, then the paths above it.
    var stack: [(path: String, mood: Mood?, isStated: Bool, isOnAwards: Bool)] = []
    var part: (name: String?, mood: Mood?, isStated: Bool) = (nil, base, false)
    for section in context.outline.sections {
      let cue = section.heading.flatMap { Self.cue(in: $0, context.stream, phrases) }
      guard let path = section.path else {
        part = (section.part, cue ?? base, cue != nil)
        stack = []
        moods.append(part.mood)
        awards.append(false)
        continue
      }
      if section.part != part.name { part = (section.part, base, false) }
      while let last = stack.last, !Self.isPath(path, under: last.path) { stack.removeLast() }
      let above = stack.last.map { ($0.mood, $0.isStated) } ?? (part.mood, part.isStated)
      var mood = above.0
      var isStated = above.1
      if let heading = section.heading {
        if above.1 || !stack.isEmpty {
          let words = heading.lowerBound..<min(heading.upperBound, heading.lowerBound + 8)
          if above.0 == .future {
            if phrases.turnsToReport.match(context.stream, at: heading.lowerBound) != nil { mood = .reported }
          } else if words.contains(where: { phrases.turnsToFuture.match(context.stream, at: $0) != nil }) {
            mood = .future
          }
          if mood != above.0 { isStated = true }
        } else if let cue {
          mood = cue
          isStated = true
        }
      }
      let isOnAwards =
        stack.last?.isOnAwards == true || section.heading.map { Self.isOnAwards($0, context.stream, phrases) } ?? false
      stack.append((path, mood, isStated, isOnAwards))
      moods.append(mood)
      awards.append(isOnAwards)
    }
    ofSection = moods
    isOnAwards = awards
  }

  /// Whether `3.1.2` is under `3.1`; bytes are compared, for prefixes of strings go letter by letter.
  private static func isPath(_ path: String, under other: String) -> Bool {
    let rest = path.utf8.dropFirst(other.utf8.count)
    return rest.first == UInt8(ascii: ".") && path.utf8.starts(with: other.utf8)
  }

  /// The mood at a token, before the words round it are asked.
  ///
  /// - Complexity: O(log *s*) in sections.
  func mood(atToken token: Int) -> Mood? {
    guard let section = outline.section(ofToken: token) else { return preamble }
    return ofSection[section]
  }

  /// Whether a token stands before the first section.
  func isPreamble(_ token: Int) -> Bool { outline.section(ofToken: token) == nil }

  /// Whether a token stands in a section that tells who was commended.
  ///
  /// - Complexity: O(log *s*) in sections.
  func isOnAwards(atToken token: Int) -> Bool {
    outline.section(ofToken: token).map { isOnAwards[$0] } ?? false
  }

  /// Whether a token stands in a heading; a short numbered paragraph that ends as a sentence is none.
  func isHeading(_ token: Int) -> Bool {
    guard let section = outline.section(ofToken: token), let heading = outline.sections[section].heading else {
      return false
    }
    guard token < heading.upperBound else { return false }
    // A page number may stand behind the last mark.
    let last = max(heading.lowerBound, heading.upperBound - 3)...heading.upperBound
    let isSentence = last.contains {
      (stream[$0].endsClause && !stream[$0].isSign(":")) || stream[$0].isSign("/") && !stream[$0 + 1].isJoined
    }
    return !isSentence
  }

  private static func isOnAwards(_ heading: Range<Int>, _ stream: TokenStream, _ phrases: StatementPhrases) -> Bool {
    heading.contains { phrases.awardCues.match(stream, at: $0, before: heading.upperBound) != nil }
      && !heading.contains { phrases.widerHeadings.match(stream, at: $0, before: heading.upperBound) != nil }
  }

  private static func base(of metadata: DocumentMetadata, _ phrases: StatementPhrases) -> Mood? {
    guard let type = metadata.type else { return .reported }
    if phrases.demandingTypes.contains(type) { return .future }
    if phrases.reportingTypes.contains(type) { return .reported }
    return nil
  }

  private static func cue(in heading: Range<Int>, _ stream: TokenStream, _ phrases: StatementPhrases) -> Mood? {
    for at in heading {
      if let cue = phrases.headings.match(stream, at: at, before: heading.upperBound) { return cue.value }
    }
    return nil
  }
}
