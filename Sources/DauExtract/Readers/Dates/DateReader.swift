/// Reads dates, periods and their qualifiers.
///
/// Accepts `(04/11/1909 - 04/11/2019)` as one range, `đến hết ngày 14/10/2019` with its qualifier, and fills `tháng 9`
/// from the document's own time. Refuses `ngày` alone, `hàng năm`, `năm` as a number. Leaves `6 tháng` as a length of
/// time to `QuantityReader`, except in a report on a half-year, where it names that half-year.
struct DateReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = DateScan(context)
    scan.run()
    return scan.found
  }
}
