/// Reads who issued a document, out of the lines of the letterhead above its number.
struct IssuerReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  /// The lines that hold text, in order.
  let filled: [Int]
  let beginsParagraph: [Bool]
  let casing: NameCasing
  let places: PlaceSpelling
  private var words: CommonWords { casing.vocabulary.words }

  func read(_ head: LetterheadReader.Head, _ metadata: inout DocumentMetadata) {
    let end = head.numberLine ?? head.dateLine ?? head.typeLine ?? 0
    var names: [String] = []
    for place in 0...min(end, max(filled.count - 1, 0)) where place < filled.count {
      var run: [Range<Int>] = []
      // A paragraph on one line is no line of a letterhead.
      guard lines[filled[place]].tokens.count <= 200 else { continue }
      for index in lines[filled[place]].tokens {
        let token = stream[index]
        if head.used.contains(index) { continue }
        guard
          token.isWord && token.isAllCapitals || token.isDash || token.isSign(",") || token.isSign(".")
            || token.isSign("&") || token.isNumber
        else { continue }
        if let last = run.last, last.upperBound == index, !token.flags.contains(.wide), !token.flags.contains(.tabbed) {
          run[run.count - 1] = last.lowerBound..<(index + 1)
        } else {
          run.append(index..<(index + 1))
        }
      }
      for range in run where stream[range.lowerBound].isWord && (stream[range.lowerBound].bytes.count > 2) {
        var range = range
        while let last = range.last, !stream[last].isWord && !stream[last].isNumber { range = range.lowerBound..<last }
        guard !range.isEmpty else { continue }
        if place == head.typeLine { continue }
        names.append(casing.name(range))
      }
    }
    metadata.issuer = issuer(of: names, symbol: metadata.symbol).map(places.settled)
  }

  /// The body that issues out of the lines above the number: a line that names a place goes on with the one before it,
  /// the last body is the issuer and the one above it its superior.
  private func issuer(of names: [String], symbol: String?) -> String? {
    var bodies: [String] = []
    for name in names {
      let first = name.split(separator: " ").first.map { lowercased(String($0)) } ?? ""
      if words.placeLevels.contains(where: { $0.split(separator: " ")[0] == first }), !name.hasPrefix("Tỉnh ủy"),
        !name.hasPrefix("Thành ủy"), !name.hasPrefix("Thị ủy"), !name.hasPrefix("Huyện ủy")
      {
        let place = lowercasedFirst(name)
        if let last = bodies.popLast() {
          bodies.append(last + " " + place)
        } else if let symbol, symbol.hasSuffix("UBND") {
          bodies.append("Ủy ban nhân dân " + place)
        } else if let symbol, symbol.hasSuffix("HĐND") {
          bodies.append("Hội đồng nhân dân " + place)
        }
      } else {
        bodies.append(name)
      }
    }
    guard let last = bodies.last else { return nil }
    // A department is named with the place of the body above it: `Sở Nội vụ tỉnh ...`.
    guard bodies.count >= 2,
      words.partsOfBodies.contains(last) || words.departments.contains(where: { last.hasPrefix($0 + " ") })
    else { return last }
    let superior = bodies[bodies.count - 2]
    if words.partsOfBodies.contains(last) { return last + " " + superior }
    for level in words.placeLevels {
      guard superior.hasPrefix("Ủy ban nhân dân \(level) "), !last.contains(level + " ") else { continue }
      return last + superior.dropFirst("Ủy ban nhân dân".count)
    }
    return last
  }

  private func lowercasedFirst(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    var out = String.UnicodeScalarView([Unicode.Scalar(VietnameseLetter.lower(of: first.value)) ?? first])
    out.append(contentsOf: text.unicodeScalars.dropFirst())
    return String(out)
  }

  /// The first body named in full with its place in the text, for a document whose letterhead is lost.
  func issuerInText() -> String? {
    for at in 0..<stream.count {
      let token = stream.tokens[at]
      let end: Int
      if token.key == "ủy", stream[at + 1].key == "ban", stream[at + 2].key == "nhân", stream[at + 3].key == "dân" {
        end = at + 4
      } else if token.key == "ubnd" {
        end = at + 1
      } else {
        continue
      }
      var last = end
      while words.placeLeads.contains(stream[last].key) || stream[last].key == "thành"
        || stream[last].key == "thị"
      {
        last += 1
      }
      let nameStart = last
      while last - nameStart < 4, stream[last].isWord, stream[last].isCapital, !beginsParagraph[last] { last += 1 }
      guard nameStart > end, last > nameStart else { continue }
      return "Ủy ban nhân dân " + stream.flatText(ofTokens: end..<last)
    }
    return nil
  }
}
