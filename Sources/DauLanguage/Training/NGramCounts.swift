/// Four words packed into one integer, oldest in the highest bits; `.none` pads on the left.
///
/// Sorting keys sorts n-grams by their contexts, so the children of a context stand together.
typealias NGramKey = UInt64

@inline(always) func word(_ key: NGramKey, _ fromRight: Int) -> UInt16 {
  UInt16(truncatingIfNeeded: key >> UInt64(16 * fromRight))
}

/// The bits of the newest `order + 1` words.
@inline(always) func mask(order: Int) -> NGramKey { order >= 3 ? .max : (1 << NGramKey(16 * (order + 1))) - 1 }

/// An n-gram and how often it was met: a record of 16 bytes in files.
struct CountedNGram: BitwiseCopyable, Equatable {
  var key: NGramKey
  /// How often the n-gram was seen.
  var raw: UInt32
  /// What Kneser-Ney counts: `raw` for the highest order and for n-grams that begin a sentence, otherwise the number of
  /// different words seen before it.
  var adjusted: UInt32
}

/// An n-gram of the highest order in a model: a record of 16 bytes in files.
struct ScoredNGram: BitwiseCopyable {
  var key: NGramKey
  /// Natural logarithm of the interpolated probability.
  var logProbability: Float
  /// How often the n-gram was seen, as a share of all words; behind the mixture, what it is worth to keep it.
  var frequency: Float
}
