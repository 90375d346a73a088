import DauTestSupport
import Testing

@testable import DauExtract

@Suite struct PlaceSetTests {
  /// A text of `count` words, and those of them that are `đạt` or `số`.
  private func sample(_ count: Int, _ random: inout Randomness) -> (stream: TokenStream, places: [Int]) {
    let words = (0..<count).map { _ in ["đạt", "số", "xã", "tỉnh", "và", "của"].randomElement(using: &random)! }
    let places = words.indices.filter { words[$0] == "đạt" || words[$0] == "số" }
    return (TokenStream(words.joined(separator: " ")), places)
  }

  @Test(arguments: 0..<UInt64(40))
  func `places are found from both ends of any range`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let (stream, places) = sample(Int.random(in: 0...300, using: &random), &random)
    let set = PlaceSet(stream, ["đạt", "số"])
    for _ in 0..<50 {
      let start = Int.random(in: 0...stream.count, using: &random)
      let range = start..<(start + Int.random(in: 0...200, using: &random))
      let inside = places.filter(range.contains)
      #expect(set.first(in: range) { _ in true } == inside.first)
      #expect(set.last(in: range) { _ in true } == inside.last)
      #expect(set.first(in: range) { $0 % 3 == 0 } == inside.first { $0 % 3 == 0 })
      #expect(set.last(in: range) { $0 % 3 == 0 } == inside.last { $0 % 3 == 0 })
      #expect(set.next(from: start) == places.first { $0 >= start })
    }
  }

  @Test func `numbers are taken where they are asked for`() {
    let stream = TokenStream("đạt 12 xã, 3 số")
    func places(_ set: PlaceSet) -> [Int] {
      var places: [Int] = []
      _ = set.first(in: 0..<stream.count) { place in
        places.append(place)
        return false
      }
      return places
    }
    #expect(places(PlaceSet(stream, ["đạt"])) == [0])
    #expect(places(PlaceSet(stream, ["đạt"], withNumbers: true)) == [0, 1, 4])
  }
}
