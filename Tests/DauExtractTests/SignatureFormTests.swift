import Testing

@testable import DauExtract

/// Signatures, lists of recipients and letterheads in forms that real documents and their scans have.
@Suite struct SignatureFormTests {
  private func document(_ text: String) -> DocumentRecord { extraction(of: text).document }

  private static let formulas = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
  private static let list = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"

  private func end(_ end: String) -> DocumentRecord {
    document("BÁO CÁO\nKết quả\n\nNội dung.\n\nMột đoạn.\n\nHai đoạn.\n\n\(end)\n")
  }

  // MARK: Positions

  @Test(
    arguments: [
      ("TM. HỘI ĐỒNG\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ", "PHÓ CHỦ TỊCH, GIÁM ĐỐC SỞ NỘI VỤ"),
      ("TL. TRƯỞNG BAN\nỦY VIÊN\nGIÁM ĐỐC SỞ NỘI VỤ", "ỦY VIÊN, GIÁM ĐỐC SỞ NỘI VỤ"),
      (
        "TL. TRƯỞNG BAN\nỦY VIÊN\nGIÁM ĐỐC SỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN",
        "ỦY VIÊN, GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"
      ),
      ("TL. TRƯỞNG BAN\nỦY VIÊN THƯỜNG TRỰC\nCHÁNH VĂN PHÒNG", "ỦY VIÊN THƯỜNG TRỰC, CHÁNH VĂN PHÒNG"),
      ("KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nCHỦ TỊCH UBND HUYỆN", "PHÓ TRƯỞNG BAN, CHỦ TỊCH UBND HUYỆN"),
      // One office only.
      ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPHÓ CHỦ TỊCH", "CHỦ TỊCH"),
      // Empty lines between all.
      ("TM. HỘI ĐỒNG\n\nPHÓ CHỦ TỊCH\n\nGIÁM ĐỐC SỞ NỘI VỤ", "PHÓ CHỦ TỊCH, GIÁM ĐỐC SỞ NỘI VỤ"),
      // Ruined letters.
      ("KT. GIÁM ĐỐC\n\"PHÓ-GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("TL. GIÁM ĐỐC\nTRƯỜNG PHONG", "TRƯỞNG PHÒNG"),
      ("TL. GIÁM ĐỐC\nTRƯỜNG PHONG CHÂU", nil),
      ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nGIÁM ĐỐC SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC"),
      ("KT. CHÁNH VĂN PHÒNG\nPHÓ\nCHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
      ("KT. CHÁNH VĂN PHÒNG\nPHÓ VĂN PHÒNG", "PHÓ VĂN PHÒNG"),
      ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTHƯỜNG TRỰC", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    ] as [(String, String?)])
  func `what a member of a council is elsewhere belongs to the position`(_ lines: String, _ position: String?) {
    let signer = end("\(Self.list)\(lines)\n\n\nNguyễn Văn Nam").signer
    #expect(signer?.position == position)
    #expect(signer?.name == "Nguyễn Văn Nam")
  }

  @Test(arguments: [
    ("KT. GIÁM ĐỐC\nPhó Giám Đốc", "Phó Giám Đốc"), ("KT. TRƯỞNG PHÒNG\nPhó Trưởng phòng", "Phó Trưởng phòng"),
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
  ])
  func `a deputy in small letters is a position and no name`(_ lines: String, _ position: String) {
    for name in ["Lê Văn Nam", "Phó Đức Phương"] {
      let signer = end("\(Self.list)\(lines)\n\n\(name)").signer
      #expect(signer?.position == position)
      #expect(signer?.name == name)
    }
    #expect(end("\(Self.list)\(lines)").signer?.name == nil)
  }

  @Test(arguments: ["Võ Thành Thống", "(Đã ký)\nVõ Thành Thống"])
  func `a signature without authority may stand above the recipients`(_ name: String) {
    let signer = end("Chỉ thị này có hiệu lực kể từ ngày ký./.\n\nCHỦ TỊCH\n\n\(name)\n\n\(Self.list)").signer
    #expect(signer?.position == "CHỦ TỊCH")
    #expect(signer?.name == "Võ Thành Thống")
  }

  @Test func `the name above the recipients may have slipped into their list`() {
    let signer = end("BỘ TRƯỞNG\nNơi nhận:\n- Thủ tướng;\n- Tòa án ND tối cao; Trần Tuấn Anh\n- Lưu: VT.").signer
    #expect(signer?.position == "BỘ TRƯỞNG")
    #expect(signer?.name == "Trần Tuấn Anh")
  }

  @Test(arguments: [
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    "Giao Chủ tịch Ủy ban nhân dân các huyện tổ chức thực hiện.",
  ])
  func `who decides or is ordered above the recipients does not sign`(_ line: String) {
    let signer = end("\(line)\n\n\(Self.list)GIÁM ĐỐC\n\nLê Văn Nam").signer
    #expect(signer?.position == "GIÁM ĐỐC")
    #expect(signer?.name == "Lê Văn Nam")
  }

  @Test(
    arguments: [("A Hơn", "A Hơn"), ("Y Các", "Y Các"), ("Như Trên", nil), ("Các Hơn", nil)] as [(String, String?)])
  func `a word of grammar may be the name behind one letter`(_ line: String, _ name: String?) {
    #expect(end("\(Self.list)TM. BAN CHẤP HÀNH\nBÍ THƯ\n\n\(line)").signer?.name == name)
  }

  // MARK: Recipients

  @Test(arguments: [
    // The hyphens as OCR reads them, and what it leaves of stamp and signature.
    ("~ Như trên;\n- Vụ PC;\n~ Lưu: VT.", ["Như trên", "Vụ PC", "Lưu: VT"]),
    ("- Như trên; kg\n- Vụ PC; :\n- Lưu: VT, CS (2b).Z", ["Như trên", "Vụ PC", "Lưu: VT, CS (2b)"]),
    (
      "- Như trên\n\n- Các ủy viên\n\nBan Chấp hành;\n\n- Lưu: VT.",
      ["Như trên", "Các ủy viên Ban Chấp hành", "Lưu: VT"]
    ),
    ("- Như trên;\n- Lưu VT, CT (VT, CS)”", ["Như trên", "Lưu VT, CT (VT, CS)"]),
    ("- Như trên;\n- Lưu: VT, TTHT(2).(7; b 7)", ["Như trên", "Lưu: VT, TTHT(2)"]),
    ("- Các khối thi đua “Lá lành”;\n- Lưu: VT.", ["Các khối thi đua “Lá lành”", "Lưu: VT"]),
    ("- Như trên; (Đã ký)\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
    // Two in one entry.
    ("- Sở Nội vụ; Sở Tài chính;\n- Lưu: VT.", ["Sở Nội vụ; Sở Tài chính", "Lưu: VT"]),
    ("- Các sở, ngành; UBND;\n- Lưu: VT.", ["Các sở, ngành; UBND", "Lưu: VT"]),
    // A name on two lines.
    (
      "- Các đồng chí Ủy viên Ban Chấp hành\n  Đảng bộ tỉnh,\n- Lưu Văn phòng.",
      ["Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh", "Lưu Văn phòng"]
    ),
    ("- Như trên\n- Các ủy viên\n\nBan Chấp hành;\n- Lưu: VT.", ["Như trên", "Các ủy viên Ban Chấp hành", "Lưu: VT"]),
    ("- Như trên;\n- Lưu: VT\n\n— Độc lập - Tự do - Hạnh phúc", ["Như trên", "Lưu: VT"]),
    ("- Như trên\n  Lê Văn Nam\n- Lưu: VT.", ["Như trên"]),
    ("- Như trên;\n- Lưu: TCNV,\nTRƯỞNG PHÒNG\nLê Văn Nam", ["Như trên", "Lưu: TCNV"]),
  ])
  func `recipients end where the other column begins`(_ lines: String, _ recipients: [String]) {
    #expect(end("Nơi nhận:\n\(lines)").recipients == recipients)
  }

  @Test func `a position with its body behind an entry is the other column`() {
    let record = end(
      "Nơi nhận: TUQ. GIÁM ĐỐC\n- Như trên; TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG\n- Lưu: VT.\n\nVàng Thị Phương")
    #expect(record.recipients == ["Như trên", "Lưu: VT"])
    #expect(record.signer?.position == "TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG")
  }

  // MARK: Letterheads

  @Test(arguments: [
    ("SỞ Y TẾ\nPHÒNG TỔ CHỨC CÁN BỘ", "Phòng Tổ chức cán bộ"), ("BỘ NỘI VỤ\nVỤ TỔ CHỨC", "Vụ Tổ chức"),
    ("SỞ XÂY DỰNG\nPHÒNG QUY HOẠCH", "Phòng Quy hoạch"),
    ("SỞ Y TẾ\nPHÒNG KẾ HOẠCH - TÀI CHÍNH", "Phòng Kế hoạch - Tài chính"),
    ("UBND HUYỆN MƯỜNG LA\nPHÒNG TỔ CHỨC - NỘI VỤ", "Phòng Tổ chức - Nội vụ huyện Mường La"),
    // Joining words stay small.
    ("UBND TỈNH VÂN HÀ\nBAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "Ban Quản lý các khu công nghiệp tỉnh Vân Hà"),
    ("BỘ TƯ PHÁP\nVỤ PHÁP CHẾ", "Vụ Pháp chế"),
  ])
  func `what a body is for begins with a capital`(_ head: String, _ issuer: String) {
    let record = document(
      "\(head)\n\(Self.formulas)Số: 12/QĐ-X\nHà Nội, ngày 14 tháng 12 năm 2021\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1.\n"
    )
    #expect(record.issuer == issuer)
  }

  @Test(
    arguments: [
      ("Số: 3941 _ /CT-TTHT - Hà Nội ngày 03 tháng 12 năm 2019", "3941/CT-TTHT"),
      ("$6:.2257 /TCT -CS Hà Nội, ngày 14 tháng 5 năm 2019", "2257/TCT-CS"),
      ("Số: 490 /HQTDM Hà Nội, ngày 14 tháng 5 năm 2019", "490/HQTDM"),
      ("Số: 6. /TCT -CS Hà Nội, ngày 14 tháng 5 năm 2019", nil),
      ("Số:46#50 _ /BTC-CST Hà Nội, ngày 14 tháng 5 năm 2019", nil),
    ] as [(String, String?)])
  func `blanks and specks may part a number from its letters`(_ line: String, _ symbol: String?) {
    let record = document("CỤC THUẾ\n\(Self.formulas)\(line)\nV/v thuế\n\nKính gửi: Công ty A.\n\nNội dung.\n")
    #expect(record.symbol == symbol)
    #expect(record.place == "Hà Nội")
  }

  @Test func `the issuer stands in the second line though number and date are lost`() {
    let record = document(
      """
      TỔNG CỤC THUẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

      CỤC THUẾ TP HÀ NỘI Độc lập - Tự do - Hạnh phúc
      $6:2.9992 JCTHN-KK Hà Nội, ngàytháng,ÿ năm 2021
      V/v nộp hồ sơ khai thuế
      Kính gửi: Người nộp thuế trên địa bàn Thành phố Hà Nội

      Nội dung.
      """)
    #expect(record.issuer == "Cục Thuế thành phố Hà Nội")
  }

  @Test(arguments: [
    ("lần thứ XVI, nhiệm kỳ 2020 - 2025", "hành động thực hiện Nghị quyết Đại hội lần thứ XVI, nhiệm kỳ 2020 - 2025"),
    ("Ban Chấp hành họp.", "hành động thực hiện Nghị quyết Đại hội"),
  ])
  func `a title goes on below an empty line when the body below it begins anew`(_ line: String, _ title: String) {
    let record = document(
      """
      TỈNH ỦY VÂN HÀ
      Số 09-CTr/TU
      CHƯƠNG TRÌNH
      hành động thực hiện Nghị quyết Đại hội

      \(line)
      Ban Chấp hành Đảng bộ huyện xây dựng Chương trình hành động với các nội dung sau:
      I. MỤC TIÊU
      """)
    #expect(record.title == title)
  }

  @Test(arguments: [("07/CT-UBND", "Chỉ thị"), ("12/QĐ-UBND", "Quyết định"), ("388/UBND-NC", "Công văn")])
  func `the title stays where nothing is left of the type`(_ symbol: String, _ type: String) {
    let record = document(
      """
      ỦY BAN NHÂN DÂN TỈNH VÂN HÀ
      \(Self.formulas)Số: \(symbol)
      Vân Hà, ngày 14 tháng 02 năm 2017

      CHi TH!

      Về việc phát động phong trào thi đua
      năm 2017

      Năm 2017 có ý nghĩa quan trọng.
      """)
    #expect(record.title == "Về việc phát động phong trào thi đua năm 2017")
    #expect(record.type == type)
  }

  @Test(arguments: [
    ("tặng danh hiệu \"Tập thể tiên tiến”", "tặng danh hiệu \"Tập thể tiên tiến\""),
    ("tặng danh hiệu “Tập thể tiên tiến\" năm 2019", "tặng danh hiệu \"Tập thể tiên tiến\" năm 2019"),
    ("tặng danh hiệu “Tập thể tiên tiến” năm 2019", "tặng danh hiệu “Tập thể tiên tiến” năm 2019"),
    ("đăng ký thi đua\nVụ Tổ chức - Cán bộ thông báo như sau:", "đăng ký thi đua"),
    ("đăng ký thi đua\nVụ Tổ chức - Cán bộ", "đăng ký thi đua Vụ Tổ chức - Cán bộ"),
    ("đăng ký thi đua:", "đăng ký thi đua"),
  ])
  func `a title has marks that fit and ends above a sentence with a colon`(_ lines: String, _ title: String) {
    let record = document("SỞ NỘI VỤ\nSố: 11/BC-SNV\nBÁO CÁO\nVề việc \(lines)\n\n1. Nội dung.\n")
    #expect(record.title == "Về việc " + title)
  }

  @Test func `who decides may be named on two lines below a title in capitals`() {
    let record = document(
      """
      \(Self.formulas)Nghị quyết số: 12/2015/UBTVQH13
      NGHỊ QUYẾT
      VỀ VIỆC BAN HÀNH BIỂU MỨC THUẾ SUẤT
      ỦY BAN THƯỜNG VỤ QUỐC HỘI
      NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
      """)
    #expect(record.title == "VỀ VIỆC BAN HÀNH BIỂU MỨC THUẾ SUẤT")
  }

  @Test func `a ruined subject may stand above the date`() {
    let record = document(
      """
      SỞ NỘI VỤ
      \(Self.formulas)Số: 508/SNV-VP

      Vụ tham gia ý kiến dự thảo Quy chế

      Vân Hà, ngày 22 tháng 6 năm 2023

      Kính gửi: Các sở.
      """)
    #expect(record.title == "V/v tham gia ý kiến dự thảo Quy chế")
    #expect(record.place == "Vân Hà")
  }

  @Test(
    arguments: [
      ("CHI TIẾT CÂU HỎI", nil), ("CỤC THUẾ TỈNH LONG AN", "Cục Thuế tỉnh Long An"),
      ("WEBSITE XÂY DỰNG PHÁP LUẬT", nil),
    ] as [(String, String?)])
  func `above a subject alone only a known body issues`(_ line: String, _ issuer: String?) {
    #expect(document("\(line)\n\nV/v thuế\n\nKính gửi: Công ty A.\n\nNội dung.\n").issuer == issuer)
  }
}
