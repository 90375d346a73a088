/// Reads numbers with what they count or measure.
///
/// Accepts `5.027 tỷ đồng`, `90 - 95%`, `từ 10 tiêu chí trở lên`, `08/162 phòng chuyên môn`, `thứ 53/63 tỉnh`,
/// `hai mươi tư xã`, `(-6,5%)`, `60 ngày đêm`. Refuses section numbers, `Quốc lộ 1A`, `lần thứ 9`, `mức độ 3, 4`,
/// `giai đoạn 1`, `một cửa`, `7 giờ 30 phút`, `0205.3812.345`. Leaves cells of tables to the readers of tables.
struct QuantityReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = QuantityScan(context)
    scan.run()
    return scan.found
  }
}
