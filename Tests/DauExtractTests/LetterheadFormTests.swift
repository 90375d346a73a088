import Testing

@testable import DauExtract

/// Letterheads, titles and signatures in forms that documents have beside the one of the decree on clerical work.
@Suite struct LetterheadFormTests {
  private func document(_ text: String) -> DocumentRecord { extraction(of: text).document }

  private static let formulas = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

  /// `12/Hà` had been read, and the place as `Nội`.
  @Test(arguments: [
    ("Số: 12 /          Hà Nội, ngày 05 tháng 6 năm 2019", nil), ("Số: 12 / Hà Nội, ngày 05 tháng 6 năm 2019", nil),
    ("Số: 12 /QĐ-BNV          Hà Nội, ngày 05 tháng 6 năm 2019", "12/QĐ-BNV"),
    ("Số: 747 / TTg-QĐ          Hà Nội, ngày 05 tháng 6 năm 2019", "747/TTg-QĐ"),
  ])
  func `the place beside an empty code is no part of the symbol`(_ line: String, _ symbol: String?) {
    let record = document("BỘ NỘI VỤ          \(Self.formulas)\(line)\n\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế\n")
    #expect(record.symbol == symbol)
    #expect(record.number == symbol?.prefix { $0.isNumber }.description ?? "12")
    #expect(record.place == "Hà Nội")
  }

  // MARK: Titles

  @Test(arguments: [
    (
      "Tổng kết công tác thi đua, khen thưởng năm 2021;\nphương hướng, nhiệm vụ năm 2022",
      "Tổng kết công tác thi đua, khen thưởng năm 2021; phương hướng, nhiệm vụ năm 2022"
    ),
    (
      "của Ban Chấp hành về chế biến thủy sản\nđến năm 2025, định hướng đến năm 2030\nI- TÌNH HÌNH VÀ NGUYÊN NHÂN",
      "của Ban Chấp hành về chế biến thủy sản đến năm 2025, định hướng đến năm 2030"
    ),
    ("Về chính sách đối với .\nngười có công ‹\n", "Về chính sách đối với người có công"),
    (
      "Kết quả phong trào thi đua năm 2020;\nPhương hướng năm 2021",
      "Kết quả phong trào thi đua năm 2020; Phương hướng năm 2021"
    ),
    (
      "Kết quả công tác thi đua, khen thưởng năm 2021,\nphương hướng, nhiệm vụ năm 2022",
      "Kết quả công tác thi đua, khen thưởng năm 2021, phương hướng, nhiệm vụ năm 2022"
    ),
    ("Về việc tặng Bằng khen;\nCăn cứ Luật Thi đua, khen thưởng;", "Về việc tặng Bằng khen"),
    ("Về việc tặng Bằng khen;\n- Căn cứ Luật Thi đua, khen thưởng;", "Về việc tặng Bằng khen"),
    ("Kết quả công tác năm 2021.\nphương hướng, nhiệm vụ năm 2022", "Kết quả công tác năm 2021"),
  ])
  func `a title goes on below a semicolon`(_ lines: String, _ title: String) {
    let record = document("SỞ NỘI VỤ\nSố: 11/BC-SNV\nBÁO CÁO\n\(lines)\n\nSở Nội vụ báo cáo như sau:\n")
    #expect(record.title == title)
  }

  @Test(arguments: [
    ("Về việc bình xét thi đua", "Về việc bình xét thi đua"), ("V/v bình xét thi đua", "V/v bình xét thi đua"),
    ("VÀ bình xét thi đua", "V/v bình xét thi đua"),
  ])
  func `a subject that is written out stays as it is, and none is a section`(_ line: String, _ title: String) {
    let record = document(
      """
      UBND TỈNH NINH THUẬN
      BAN DÂN TỘC
      \(Self.formulas)Số: 120/BDT-VP
      Ninh Thuận, ngày 11 tháng 04 năm 2022

      \(line)

      Kính gửi: Khối thi đua số 3.

      1. Nội dung
      """)
    #expect(record.type == "Công văn")
    #expect(record.title == title)
    #expect(record.sections.map(\.number) == ["1"])
  }

  @Test(
    arguments: [("V/ NHIỆM VỤ", ["V"]), ("V. NHIỆM VỤ", ["V"]), ("V/v khen thưởng", []), ("V/V KHEN THƯỞNG", [])]
      as [(String, [String?])])
  func `the abbreviation of a subject is no Roman number`(_ line: String, _ numbers: [String?]) {
    #expect(document("Nội dung.\n\n\(line)\n\nNội dung.\n").sections.map(\.number) == numbers)
  }

  // MARK: Signers

  private func signer(_ end: String) -> DocumentRecord.Signer? {
    document("BÁO CÁO\nKết quả\n\nNội dung.\n\nMột đoạn.\n\nHai đoạn.\n\n\(end)\n").signer
  }

  @Test(arguments: [
    ("THƯ KÝ CHỦ TỌA\n\nNgô Thị Huệ Nguyễn Đăng Khoa", "CHỦ TỌA", "Nguyễn Đăng Khoa"),
    ("CHỦ TRÌ THƯ KÝ\n\nLê Văn Bình Hoàng Thị Mai", "CHỦ TRÌ", "Lê Văn Bình"),
  ])
  func `who chairs signs minutes, also where one blank parts two columns`(
    _ end: String, _ position: String, _ name: String
  ) {
    let signer = signer(end)
    #expect(signer?.position == position)
    #expect(signer?.name == name)
  }

  @Test func `a position stands below the recipients beside an authority`() {
    let recipients = (1...12).map { "Các đơn vị thuộc Khối thi đua số \($0);" }.joined(separator: "\n")
    let signer = signer(
      "Nơi nhận:                    KT. BỘ TRƯỞNG\n\n\(recipients)\nTHỨ TRƯỞNG\n\n(đã ký)\n\nVũ Thị Lan")
    #expect(signer?.position == "THỨ TRƯỞNG")
    #expect(signer?.name == "Vũ Thị Lan")
  }

  @Test(arguments: [
    (
      """
      Nơi nhận:                         KT. CHỦ TỊCH
      - Ban Thường vụ;                 PHÓ CHỦ TỊCH
      - Lưu VP.

                                 Nguyễn Thiện Phú
      """, "Nguyễn Thiện Phú"
    ),
    (
      """
      Nơi nhận:                         KT. CHỦ TỊCH
      - Ban Thường vụ;                 PHÓ CHỦ TỊCH
      - Lưu VT.

                                 Lưu Văn Phú
      """, "Lưu Văn Phú"
    ),
    ("Nơi nhận:\n- Như trên;\n- Lưu VX.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", nil),
  ])
  func `where a copy is kept is no name`(_ end: String, _ name: String?) {
    #expect(signer(end)?.name == name)
    #expect(signer(end)?.position == "PHÓ CHỦ TỊCH")
  }

  @Test(arguments: [
    "Giản Bá Huỳnh", "Điểu Ong", "Rah Lan Chung", "Pờ Hồng Vân", "Tráng A Dương", "K' Mák", "A Pớt", "Chamaléa Điêu",
    "Pi Năng Thị Hốn", "Nguyễn Thị Kim Ngân", "Lò Thị Mai",
  ])
  func `a name is known by its place though no list has its surname`(_ name: String) {
    for line in [name, "(Đã ký)\n\(name)", "\(name) (đã ký)", "(đã ký) \(name)"] {
      let end = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\(line)"
      #expect(signer(end)?.name == name)
      #expect(signer("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\(line)\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.")?.name == name)
    }
    #expect(signer("Nơi nhận:            GIÁM ĐỐC\n- Như trên;\n- Lưu VP.         \(name)")?.name == name)
  }

  @Test(arguments: [
    "Sở Nội vụ", "Đã Ký", "Phòng Hành Chính", "Công báo", "Trang 2", "Thành Phố Hà Nội",
  ])
  func `other lines below a position are no name`(_ line: String) {
    #expect(signer("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\(line)")?.name == nil)
  }

  @Test(arguments: [
    (
      "        THƯ KÝ                       CHỦ TRÌ\n\n\n     Nguyễn Thị Hoài              Sùng Đại Hùng",
      "CHỦ TRÌ", "Sùng Đại Hùng"
    ),
    ("CHỦ TỌA\t\tTHƯ KÝ\n(đã ký)\t\t(đã ký)\nSùng Đại Hùng\t\tNguyễn Thị Hoài", "CHỦ TỌA", "Sùng Đại Hùng"),
    (
      "XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ          NGƯỜI LẬP BIỂU\n\nNguyễn Văn Nam               Lê Thị Hoa",
      "THỦ TRƯỞNG ĐƠN VỊ", "Nguyễn Văn Nam"
    ),
    ("NGƯỜI LẬP BIỂU          GIÁM ĐỐC\n\nLê Thị Hoa               Trần Bá Huỳnh", "GIÁM ĐỐC", "Trần Bá Huỳnh"),
    ("GIÁM ĐỐC                THƯ KÝ\n\nLê Thị Hoa               Nguyễn Văn Nam", "GIÁM ĐỐC", "Lê Thị Hoa"),
    // One who signs, beside the recipients.
    ("Nơi nhận:               GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.             Lê Thị Hoa", "GIÁM ĐỐC", "Lê Thị Hoa"),
  ])
  func `of two who sign side by side the one who presides counts`(_ end: String, _ position: String, _ name: String) {
    #expect(signer(end)?.position == position)
    #expect(signer(end)?.name == name)
  }

  @Test(arguments: [
    ("01/HDLN-SNV-SGDĐT", "GIÁM ĐỐC SỞ NỘI VỤ", "Nguyễn Văn Quang"),
    ("01/HDLN-SGDĐT-SNV", "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Trần Trọng Khiếm"),
    ("01/HDLN", "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Trần Trọng Khiếm"),
  ])
  func `of two bodies the first in the symbol signs`(_ symbol: String, _ position: String, _ name: String) {
    let signer = document(
      """
      ỦY BAN NHÂN DÂN
      THÀNH PHỐ CẦN THƠ
      Số: \(symbol)
      HƯỚNG DẪN
      Về việc xét tặng danh hiệu Nhà giáo ưu tú

      Nội dung.

      GIÁM ĐỐC SỞ NỘI VỤ            GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO

      Nguyễn Văn Quang              Trần Trọng Khiếm
      """
    ).signer
    #expect(signer?.position == position)
    #expect(signer?.name == name)
  }

  // MARK: Issuers

  @Test(arguments: [
    // Proper names in capitals.
    ("BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC TÂY BẮC", "Trường Đại học Tây Bắc"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI\nTRƯỜNG THPT CHU VĂN AN", "Trường THPT Chu Văn An"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LÀO CAI\nTRƯỜNG THPT CHUYÊN LÀO CAI", "Trường THPT chuyên Lào Cai"),
    ("UBND HUYỆN LẠNG GIANG\nTRƯỜNG THCS TÂN DĨNH", "Trường THCS Tân Dĩnh"),
    ("UBND HUYỆN CHI LĂNG\nTRƯỜNG TIỂU HỌC VÀ THCS VÂN AN", "Trường Tiểu học và THCS Vân An"),
    ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC\nCÔNG TY ĐIỆN LỰC HÀ GIANG", "Công ty Điện lực Hà Giang"),
    ("UBND TỈNH VÂN HÀ\nBAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "Ban Quản lý các khu công nghiệp tỉnh Vân Hà"),
    // The place or the body of the line above.
    ("HUYỆN ỦY PHÙ CỪ\nBAN TUYÊN GIÁO", "Ban Tuyên giáo Huyện ủy Phù Cừ"),
    ("TỈNH ĐOÀN BẾN TRE\nBAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh đoàn Bến Tre"),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH BẾN TRE", "BCH Đoàn TNCS Hồ Chí Minh tỉnh Bến Tre"),
    ("BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH BẾN TRE", "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Bến Tre"),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG\nCÔNG ĐOÀN VIÊN CHỨC TỈNH", "Công đoàn Viên chức tỉnh Hải Dương"),
    ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH\nTHÁI NGUYÊN", "Hội Liên hiệp Phụ nữ tỉnh Thái Nguyên"),
    ("SỞ Y TẾ LÂM ĐỒNG\nBỆNH VIỆN ĐA KHOA TỈNH", "Bệnh viện Đa khoa tỉnh Lâm Đồng"),
    ("HỘI NÔNG DÂN VIỆT NAM\nHỘI NÔNG DÂN TỈNH", "Hội Nông dân tỉnh Lạng Sơn"),
    // What was right before.
    ("ĐẢNG BỘ TỈNH HƯNG YÊN\nHUYỆN ỦY PHÙ CỪ", "Huyện ủy Phù Cừ"),
    ("UBND TỈNH VÂN HÀ\nSỞ NỘI VỤ", "Sở Nội vụ tỉnh Vân Hà"),
    ("HỘI ĐỒNG BẦU CỬ QUỐC GIA", "Hội đồng Bầu cử quốc gia"),
    ("ỦY BAN NHÂN DÂN\nXÃ MƯỜNG PHĂNG", "Ủy ban nhân dân xã Mường Phăng"),
  ])
  func `an issuer has the capitals of its name and the place of the body above it`(_ head: String, _ issuer: String) {
    let record = document(
      """
      \(head)
      \(Self.formulas)Số: 12/QĐ-X
      Lạng Sơn, ngày 14 tháng 12 năm 2021

      QUYẾT ĐỊNH
      Về việc khen thưởng năm 2021

      Điều 1. Tặng Giấy khen cho 02 tập thể.
      """)
    #expect(record.issuer == issuer)
  }

  // MARK: Headings

  @Test(arguments: [
    ("I. KẾT QUẢ KHEN THƯỞNG\n- Huân chương Lao động hạng Ba: 03 cá nhân;", ["KẾT QUẢ KHEN THƯỞNG"]),
    (
      "I. KẾT QUẢ KHEN THƯỞNG\nTT | Hình thức | Tập thể\n1 | Bằng khen | 12\nII. NHIỆM VỤ",
      ["KẾT QUẢ KHEN THƯỞNG", "NHIỆM VỤ"]
    ),
    ("Phần I\nĐẶC ĐIỂM TÌNH HÌNH\nTrường hiện có 385 viên chức.", ["ĐẶC ĐIỂM TÌNH HÌNH"]),
    (
      "1. Thi đua dạy tốt, học tốt\nSinh viên của trường đạt 02 giải Nhì, 03 giải Ba tại kỳ thi Olympic Toán học.",
      ["Thi đua dạy tốt, học tốt"]
    ),
    // A heading on two lines, and a paragraph that goes on.
    (
      "I. KẾT QUẢ KHEN THƯỞNG CÁC TẬP THỂ\nVÀ CÁ NHÂN\nNăm 2019 có 5 tập thể.",
      ["KẾT QUẢ KHEN THƯỞNG CÁC TẬP THỂ VÀ CÁ NHÂN"]
    ),
    ("1. Các đơn vị phối hợp với\nSở Nội vụ chuẩn bị các nội dung của hội nghị tổng kết năm học.", [nil]),
  ])
  func `a heading ends where an item, a table or text begins`(_ text: String, _ headings: [String?]) {
    #expect(document(text + "\n").sections.map(\.heading) == headings)
  }
}
