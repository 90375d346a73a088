import Algorithms
import DauText

/// A text whose wrapped lines were joined into paragraphs.
public struct UnwrappedText: Sendable, Equatable {
  /// One stretch that was taken over as it is.
  public struct Piece: Sendable, Equatable {
    /// Where it stood, in UTF-8 bytes.
    public var source: Range<Int>
    /// Where it stands, in UTF-8 bytes.
    public var target: Range<Int>
  }

  /// One paragraph a line; blank lines where the source had them.
  public var text: String
  /// What was taken over, in the order of the source. A footnote stands behind the paragraph that it interrupted, so the
  /// places in `text` need not rise.
  public var pieces: [Piece]
  /// The lines that were left out, in UTF-8 bytes of the source: page numbers and running heads.
  public var leftOut: [Range<Int>]
  /// How many line ends inside paragraphs were taken out.
  public var joinCount: Int

  /// Where a stretch of the source stands now; `nil` for what was left out.
  ///
  /// - Complexity: O(log *p* + *k*) for *k* pieces inside.
  public func target(of source: Range<Int>) -> Range<Int>? {
    let first = pieces.partitioningIndex { $0.source.upperBound > source.lowerBound }
    var found: Range<Int>?
    for piece in pieces[first...].prefix(while: { $0.source.lowerBound < source.upperBound }) {
      let inside = piece.source.clamped(to: source)
      let start = piece.target.lowerBound + inside.lowerBound - piece.source.lowerBound
      let part = start..<start + inside.count
      found = found.map { min($0.lowerBound, part.lowerBound)..<max($0.upperBound, part.upperBound) } ?? part
    }
    return found
  }
}

/// Joins wrapped lines into paragraphs.
///
///     Phong trào thi đua cao điểm lập thành tích chào      Phong trào thi đua cao điểm lập thành tích chào mừng kỷ
///     mừng kỷ niệm 110 năm.                                niệm 110 năm.
///
///                      6
///
/// Entries of lists, headings, rows of tables, letterheads and signatures keep their lines. Page numbers and running heads
/// are left out, footnotes stand behind the paragraph that they interrupted, hyphenation at line ends is undone.
public enum Unwrapper {
  /// - Parameter text: in normalization form C.
  /// - Complexity: O(*n*).
  public static func unwrap(_ text: String) -> UnwrappedText {
    let bytes = Array(text.utf8)
    let layout = PageLayout(bytes.span)
    var builder = Builder(bytes: bytes)
    var following = [Int?](repeating: nil, count: layout.lines.count)
    for (index, before) in layout.continued.enumerated() { if let before { following[before] = index } }
    var leftOut: [Range<Int>] = []
    var isBehindNote = false
    for (index, role) in layout.roles.enumerated() {
      switch role {
      case .blank: continue
      case .furniture: leftOut.append(layout.lines[index].bytes)
      case .body, .footnote:
        guard layout.continued[index] == nil else { continue }
        let isApart = index == 0 || layout.roles[index - 1] == .blank || layout.roles[index - 1] == .furniture
        builder.beginParagraph(isApart: isApart || role == .footnote || isBehindNote)
        isBehindNote = role == .footnote
        builder.take(layout.lines[index].isTabular ? layout.lines[index].bytes : layout.lines[index].text)
        var last = index
        while let next = following[last] {
          builder.join(layout.lines[last], layout.lines[next])
          last = next
        }
      }
    }
    return builder.finished(leftOut: leftOut)
  }

  private struct Builder {
    let bytes: [UInt8]
    private var out: [UInt8] = []
    private var pieces: [UnwrappedText.Piece] = []
    private var joins = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      out.reserveCapacity(bytes.count)
    }

    mutating func beginParagraph(isApart: Bool) {
      guard !out.isEmpty else { return }
      out.append(0x0A)
      if isApart { out.append(0x0A) }
    }

    mutating func take(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      let start = out.count
      out.append(contentsOf: bytes[range])
      pieces.append(UnwrappedText.Piece(source: range, target: start..<out.count))
    }

    /// Takes a line behind the one it goes on with, and undoes hyphenation between them.
    mutating func join(_ above: PageLine, _ below: PageLine) {
      joins += 1
      switch Hyphen(above, below) {
      case .none: out.append(0x20)
      case .kept: break
      case .soft(let width):
        out.removeLast(width)
        let last = pieces.count - 1
        pieces[last].source = pieces[last].source.lowerBound..<pieces[last].source.upperBound - width
        pieces[last].target = pieces[last].target.lowerBound..<pieces[last].target.upperBound - width
      }
      take(below.text)
    }

    consuming func finished(leftOut: [Range<Int>]) -> UnwrappedText {
      if !out.isEmpty, bytes.last == 0x0A { out.append(0x0A) }
      return UnwrappedText(
        text: String(decoding: out, as: UTF8.self),
        pieces: pieces.sorted { $0.source.lowerBound < $1.source.lowerBound }, leftOut: leftOut, joinCount: joins)
    }
  }

  /// What a hyphen at a line's end is.
  private enum Hyphen {
    case none
    /// It belongs to the word: `QĐ-` `UBND`.
    case kept
    /// It only parts the word at the line's end; its width in bytes.
    case soft(Int)

    init(_ above: PageLine, _ below: PageLine) {
      switch above.last {
      case 0xAD: self = .soft(2)
      case 0x2D, 0x2010:
        let before = above.glyphs.dropLast().reversed().prefix { Glyphs.isLetter($0) }.reversed().map {
          Glyphs.lower($0)
        }
        let letters = below.glyphs.prefix { Glyphs.isLetter($0) }
        guard !before.isEmpty else {
          // A dash between blanks, or behind a number: `2019 -` `2021`.
          let isNumber = above.glyphs.count > 1 && Glyphs.isDigit(above.glyphs[above.glyphs.count - 2])
          self = isNumber ? .kept : .none
          return
        }
        let after = letters.map { Glyphs.lower($0) }
        guard !after.isEmpty, Array(letters) == after else {
          self = .kept
          return
        }
        let areWords = Self.isSyllable(before) && Self.isSyllable(after)
        let isParted = Self.isSyllable(before + after) || !(Self.isSyllable(before) || Self.isSyllable(after))
        self = isParted && !areWords ? .soft(above.last == 0x2D ? 1 : 3) : .kept
      default: self = .none
      }
    }

    private static func isSyllable(_ letters: [Glyph]) -> Bool {
      let bytes = Array(Glyphs.string(letters).utf8)
      return Syllable(parsing: bytes.span, toneAnywhere: true) != nil
    }
  }
}
