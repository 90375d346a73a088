/// Reads who received how many of which award, in running text and lists.
///
/// Accepts `khen thưởng cho 16 tập thể, 13 cá nhân và 11 gia đình`, `02 cá nhân được Thủ tướng Chính phủ tặng Bằng
/// khen`, `- Cờ thi đua của Chính phủ: 07 tập thể;` below a heading, `35 giải cá nhân (01 giải nhất, 03 giải nhì)`, `04
/// huy chương Vàng`. Refuses what is proposed or limited (`đề nghị tặng`, `không quá 15 tập thể`), gifts (`tặng 20 suất
/// quà cho 20 hộ`) and contests (`tổ chức 02 giải cầu lông`). Leaves tables to ``AwardTableReader``.
struct AwardReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] { read(context, tables: AwardTable.read(context).awards) }

  /// - Complexity: O(*t*) in tokens: a clause is passed over a bounded number of times.
  func read(_ context: ReadingContext, tables: [AwardTable]) -> [Candidate] {
    var scan = AwardScan(context, tables: tables)
    scan.run()
    let cells = AwardTableReader(context)
    return scan.found + tables.flatMap(cells.read)
  }
}
