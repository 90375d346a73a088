extension LexiconWalk {
  /// The tables of a lexicon.
  @safe struct Tables {
    let heads: UnsafePointer<Lexicon.Head>
    let headCount: Int
    /// Floats from one place of the heads' rows to the next.
    let headStride: Int
    let tails: UnsafePointer<Lexicon.Tail>
    let words: UnsafePointer<Lexicon.Word>
    let bestRank: Float
    /// By letter: 0 where a word has it, else minus infinity; so many letters, in whole vectors.
    let letters: UnsafePointer<Float>
    let letterCount: Int
  }

  /// Scores by place.
  @safe struct Places {
    /// What may stand before it at best, with any letters.
    let front: UnsafeMutablePointer<Float>
    /// The best head before it.
    let heads: UnsafeMutablePointer<Float>
    /// Nothing before it.
    let empty: UnsafeMutablePointer<Float>
    /// The code point behind it as a spurious one.
    let spurious: UnsafeMutablePointer<Float>
  }

  /// What a pass writes to.
  @safe struct Scratch {
    let tailRows: UnsafeMutablePointer<Float>
    let headRows: UnsafeMutablePointer<Float>
    let children: UnsafeMutablePointer<Float>
    /// By head, for one tail.
    let headScores: UnsafeMutablePointer<Float>
    let places: UnsafeMutablePointer<Float>
    let waiting: UnsafeMutablePointer<LexiconSearch.Waiting>
  }
}
