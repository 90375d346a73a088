import DauTestSupport
import Testing

@testable import DauRestore

/// A letter as an engine that knows Vietnamese leaves it on a worn copy.
@Suite struct WornLetterTests {
  private static let lines = [
    ("TONG CỤC THUÊ CONG HOA XÃ HOI CHỦ NGHĨA VIỆT NAM", "TỔNG CỤC THUẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỤC THUÊ TINH VÂN HÀ Độc lập - Tự do - Hanh phúc", "CỤC THUẾ TỈNH VÂN HÀ Độc lập - Tự do - Hạnh phúc"),
    ("Số: 118/CT-TTHT Vân Hà, ngày 12 tháng 6 năm 2018", "Số: 118/CT-TTHT Vân Hà, ngày 12 tháng 6 năm 2018"),
    ("Viv thuế của nhà thâu nước ngoài", "V/v thuế của nhà thầu nước ngoài"),
    // `Lô I3` is no number.
    (
      "Kính gửi: Công ty TNHH Sao Mai, Lô I3, khu công nghiệp Đông Lĩnh",
      "Kính gửi: Công ty TNHH Sao Mai, Lô I3, khu công nghiệp Đông Lĩnh"
    ),
    // The blank before a number was lost.
    (
      "Căn cứ Thông tư số 103/2014/TT-BTC ngày06/8/2014 của Bộ Tai chính hướng dẫn vẻ nghĩa vụ thuê;",
      "Căn cứ Thông tư số 103/2014/TT-BTC ngày 06/8/2014 của Bộ Tài chính hướng dẫn về nghĩa vụ thuế;"
    ),
    (
      "Căn cứ Luật Quản lý thuê số 38/2019/QHI4 va Quyết định số 595/QD-BHXH ngay 14/4/2017;",
      "Căn cứ Luật Quản lý thuế số 38/2019/QH14 và Quyết định số 595/QĐ-BHXH ngày 14/4/2017;"
    ),
    (
      "Người lao động đóng BHXH, BHTN, BHTNLĐ-BNN theo quy định; tiền đóng BHTNLĐ tính theo tháng.",
      "Người lao động đóng BHXH, BHTN, BHTNLĐ-BNN theo quy định; tiền đóng BHTNLĐ tính theo tháng."
    ),
    // A blank inside a symbol, and a letter read as the digit that looks like it.
    (
      "Căn cứ Luật số 106/2016/0H13, Thông tư số 156/2013/TT- BTC và Nghị định số 126/2020/ND- CP của Chính phủ;",
      "Căn cứ Luật số 106/2016/QH13, Thông tư số 156/2013/TT-BTC và Nghị định số 126/2020/NĐ-CP của Chính phủ;"
    ),
    // Words that were written without a blank: `Thường` and `kiến` alone were what was left of them.
    (
      "Ban Thườngvụ Tỉnh ủy có ýkiến về nghĩa vụ thuế của Công ty;",
      "Ban Thường vụ Tỉnh ủy có ý kiến về nghĩa vụ thuế của Công ty;"
    ),
    // A numeral is no other, but one whose strokes were joined; and a number behind `Điều` is no word.
    (
      "thực hiện Nghị quyết Ban Chấp hành Trung ương Đảng khóa XIII;",
      "thực hiện Nghị quyết Ban Chấp hành Trung ương Đảng khóa XIII;"
    ),
    ("theo mẫu tại Phụ lục HI và Chương IL của Thông tư;", "theo mẫu tại Phụ lục III và Chương II của Thông tư;"),
    ("theo Điều 16 (khai thuế) của Luật Quản lý thuế;", "theo Điều 16 (khai thuế) của Luật Quản lý thuế;"),
    // The border of a table read as a letter.
    (
      "Inhựa; nước hoa, mỹ pham hoặc các chê phẩm vệ sinh;", "nhựa; nước hoa, mỹ phẩm hoặc các chế phẩm vệ sinh;"
    ),
    ("lva các dụng cu dé giữ khác, hoạt động;", "và các dụng cụ để giữ khác, hoạt động;"),
    // The digit of an item read as a letter.
    (
      "bl) Người bán lập hóa đơn điện tử điều chỉnh theo điểm al khoản nay;",
      "b1) Người bán lập hóa đơn điện tử điều chỉnh theo điểm a1 khoản này;"
    ),
    // A speck in the place of a blank.
    (
      "- Văn phòng Tổng Bí.thư, cơ quan hỗ trợ.phát triển doanh nghiệp;",
      "- Văn phòng Tổng Bí thư, cơ quan hỗ trợ phát triển doanh nghiệp;"
    ),
    // A letter that stands alone is a party; an acronym agrees with its other places.
    (
      "Trường hợp Công ty cô phan P ký hợp đông mua hàng hóa với Công ty X thì sô tiền đóng BHTNLD không đôi.",
      "Trường hợp Công ty cổ phần P ký hợp đồng mua hàng hóa với Công ty X thì số tiền đóng BHTNLĐ không đổi."
    ),
    (
      "Công ty mẹ là IPG Nederland B.V, địa chỉ http://www.saomai.com/vn,",
      "Công ty mẹ là IPG Nederland B.V, địa chỉ http://www.saomai.com/vn,"
    ),
    ("nộp tờ khai 03-8A/TNDN tại mục I của mẫu.", "nộp tờ khai 03-8A/TNDN tại mục I của mẫu."),
    // Capitals inside words.
    (
      "Hàng hóa xuẤt khẩu, nhập khẨu tại chỗ được miễn thuê theo khoản I Điều 10 Nghị định nay.",
      "Hàng hóa xuất khẩu, nhập khẩu tại chỗ được miễn thuế theo khoản 1 Điều 10 Nghị định này."
    ),
    (
      "Tổng cục Thuê trả lời để Công ty biêt va thực hiện./.", "Tổng cục Thuế trả lời để Công ty biết và thực hiện./."
    ),
    ("Nơi nhận: Như trên; Luu: VT, TTHT(2).", "Nơi nhận: Như trên; Lưu: VT, TTHT(2)."),
  ]

  private static let restored = Result {
    let page = lines.map(\.0).joined(separator: "\n")
    return try Shared.restorer.get().restore(page).text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: Array(lines.indices))
  func `each line of a worn letter is restored`(_ line: Int) throws {
    expectSameBytes(try Self.restored.get()[line], Self.lines[line].1)
  }

  @Test(arguments: [
    ("xuẤt", "xuất"), ("KhẨu", "Khẩu"), ("VietGap", nil), ("KHẨU", nil), ("khẩu", nil), ("mAh", nil), ("tẤẤt", nil),
  ])
  func `a marked capital inside a syllable is a slip`(_ word: String, _ text: String?) throws {
    let restorer = try Shared.restorer.get()
    let finder = CandidateFinder(lexicons: [restorer.syllables], model: restorer.model)
    #expect(finder.withoutInnerCapitals(Glyphs.of(word)).map { Glyphs.string($0) } == text)
  }
}
