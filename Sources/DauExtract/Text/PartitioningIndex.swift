extension Array {
  /// The first place of a partitioned list whose element `belongsToSecond`; `count` where none does.
  ///
  /// - Parameter belongsToSecond: false for the elements of a head of the list, true for all behind it.
  /// - Complexity: O(log *n*).
  func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
