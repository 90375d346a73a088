import DauRules
import Foundation
import Testing

@testable import DauExtract

@Suite struct MetadataTests {
  private func document(_ text: String) -> DocumentRecord { extraction(of: text).document }

  @Test func `two columns mixed in one line are taken apart`() {
    let record = document(
      """
      UBND THÀNH PHỐ SÔNG MÂY CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ TÀI CHÍNH Độc lập - Tự do - Hạnh phúc
      Số: 95 /STC-QLNS Sông Mây, ngày 3 tháng 5 năm 2019
      V/v lập dự toán
      năm 2020
      Kính gửi:
      - Các phòng;
      """)
    #expect(record.type == "Công văn")
    #expect(record.number == "95")
    #expect(record.symbol == "95/STC-QLNS")
    #expect(record.issuer == "Sở Tài chính thành phố Sông Mây")
    #expect(record.place == "Sông Mây")
    #expect(record.issued == "2019-05-03")
    #expect(record.title == "V/v lập dự toán năm 2020")
  }

  /// Letterheads as worn scans leave them: handwritten numbers and days, capitals without their marks.
  @Test(arguments: [
    (
      "TONG CỤC THUE CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCỤC THUÊ TINH VÂN HÀ Độc lập - Tự do - Hạnh phúc",
      "863465\" /CT-TTHT Vân Hà, ngày 4% tháng 02 năm 2020\n'V#v hướng dẫn kê khai",
      "Cục Thuế tỉnh Vân Hà", "Vân Hà", "2020-02", "V/v hướng dẫn kê khai"
    ),
    (
      "BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTONG CỤC THUE Độc lập - Tự do - Hạnh phúc",
      "Số: 3#Ø7 /TCT-CS Hà Nội, ngàyä4 kháng 2 năm 2023\nVÀ hoàn thuế", "Tổng cục Thuế", "Hà Nội", "2023-02",
      "V/v hoàn thuế"
    ),
    (
      "BỘ LAO ĐỘNG - THƯƠNG BINH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVÀ XÃ HỘI Độc lập - Tự do - Hạnh phúc",
      "J2Ÿ#/LĐTBXH-ATLĐ Hà Nội, ngày43-tháng° năm 2019\nV/v trả lời kiến nghị",
      "Bộ Lao động - Thương binh và Xã hội", "Hà Nội", "2019", "V/v trả lời kiến nghị"
    ),
    (
      "TỔNG CỤC THUẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCHI CỤC THUẾ TP.SÔNG MÂY Độc lập - Tự do - Hạnh phúc",
      "Số: 10#/CCT-TTHT Thành phố Sông Mây, ngày 07 tháng 01 năm 2022\nV/w nộp hồ sơ",
      "Chi cục Thuế thành phố Sông Mây", "Thành phố Sông Mây", "2022-01-07", "V/v nộp hồ sơ"
    ),
    (
      "NGÂN HÀNG NHÀ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVIỆT NAM Độc lập - Tự do - Hạnh phúc",
      "Số: 2#4 /NHNN-QLNH Q Hà Nội, ngày 40 tháng 7 năm 2020\nV/v giải đáp câu hỏi", "Ngân hàng Nhà nước Việt Nam",
      "Hà Nội", "2020-07", "V/v giải đáp câu hỏi"
    ),
    (
      "CHI CỤC KIỂM ĐỊNH CỬA MÂY CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAAPL Độc lập - Tự do - Hạnh phúc",
      "Số: 5417/KĐ\nV/v thuế GTGT Cửa Mây, ngày 28 tháng 12 năm 2018", "Chi cục Kiểm định Cửa Mây", "Cửa Mây",
      "2018-12-28", "V/v thuế GTGT"
    ),
    (
      "CHI CỤC KIỂM ĐỊNH CỬA MÂY CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAAPL Độc lập - Tự do - Hạnh phúc",
      "Số: 12/KĐ Cửa Mây, ngày 5 tháng 7 năm 2020\nV/v lấy mẫu", "Chi cục Kiểm định Cửa Mây", "Cửa Mây",
      "2020-07-05", "V/v lấy mẫu"
    ),
  ])
  func `a letterhead with handwriting and worn capitals is read`(
    columns: String, numberAndSubject: String, issuer: String, place: String, issued: String, title: String
  ) {
    let record = document(
      """
      \(columns)
      \(numberAndSubject)

      : Kính gửi: Công ty Hoa Ban
      Chi cục Kiểm định Cửa Mây nhận được công văn số 4623/VPCP-ĐMDN ngày 02/3/2017 của Văn phòng Chính phủ.
      """)
    #expect(record.type == "Công văn")
    #expect(record.issuer == issuer)
    #expect(record.place == place)
    #expect(record.issued == issued)
    #expect(record.title == title)
    // The number of a letter that it answers is not its own.
    #expect(record.symbol?.contains("VPCP") != true)
  }

  @Test(arguments: [
    (
      "- Cục Thuế TP. Hà Nội;\n- Phòng Tư pháp Q. Ba Đình;\n- Lưu: VT.\n\nNguyễn Minh Hải", "Nguyễn Minh Hải",
      [String]()
    ),
    ("- Như trên;\n- Lưu: VT.\n\nKT,CỤC TRƯỞNG\nPHÓ CỤC TRƯỞNG\n\nLò Thị Mai", "Lò Thị Mai", ["KT."]),
  ])
  func `a signature is known by its name, and no place is one`(end: String, name: String, authority: [String]) {
    let signer = document("THÔNG BÁO\nKết quả\n\nNội dung.\n\nMột đoạn.\n\nHai đoạn.\n\nNơi nhận:\n" + end).signer
    #expect(signer?.name == name)
    #expect(signer?.authority ?? [] == authority)
  }

  @Test(arguments: [
    ("UBND TỈNH VÂN HÀ\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Hội đồng Thi đua - Khen thưởng tỉnh Vân Hà"),
    ("ỦY BAN NHÂN DÂN\nTỈNH VÂN HÀ\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Vân Hà"),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH VÂN HÀ\nBAN CHẤP HÀNH", "Ban Chấp hành Liên đoàn Lao động tỉnh Vân Hà"),
  ])
  func `an organ is named with the body it belongs to`(head: String, issuer: String) {
    let text =
      "\(head)\nSố: 09/TB-VP\nVân Hà, ngày 12 tháng 01 năm 2022\n\nTHÔNG BÁO\nKết luận của cuộc họp\n\nNội dung."
    #expect(document(text).issuer == issuer)
  }

  @Test func `the title of a telegram ends before whom it is sent to`() {
    let record = document(
      """
      CÔNG ĐIỆN
      Về việc ứng phó với mưa lớn
      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VÂN HÀ điện:
      - Giám đốc các sở;
      """)
    #expect(record.title == "Về việc ứng phó với mưa lớn")
  }

  @Test func `a title goes on over an empty line in the middle of its sentence`() {
    let record = document(
      """
      KẾ HOẠCH
      Tổ chức lễ kỷ niệm

      50 năm ngày thành lập trường
      và đón nhận danh hiệu

      Nhà trường tổ chức lễ kỷ niệm trong tháng này, với những nội dung sau đây.
      """)
    #expect(record.type == "Kế hoạch")
    #expect(record.title == "Tổ chức lễ kỷ niệm 50 năm ngày thành lập trường và đón nhận danh hiệu")
  }

  @Test func `authorities stand in printed order`() {
    let signer = document(
      """
      BÁO CÁO
      Kết quả

      Nội dung của báo cáo được trình bày sau đây.

      Một đoạn nữa.

      Nơi nhận:
      - Như trên;
      - Lưu: VT.

      TM. ỦY BAN NHÂN DÂN
      KT. CHỦ TỊCH
      PHÓ CHỦ TỊCH

      Lò Thị Mai
      """
    ).signer
    #expect(signer?.authority == ["TM.", "KT."])
    #expect(signer?.onBehalfOf == ["ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])
    #expect(signer?.position == "PHÓ CHỦ TỊCH")
    #expect(signer?.name == "Lò Thị Mai")
  }

  @Test func `an entry of the recipients may go on in the next line`() {
    let text = """
      BÁO CÁO
      Kết quả

      Nội dung.

      Nơi nhận:
      - Sở Nội vụ;
      - VP, các Phó VP,
        các phòng;
      - Lưu: VT, NC (A).
      """
    #expect(document(text).recipients == ["Sở Nội vụ", "VP, các Phó VP, các phòng", "Lưu: VT, NC (A)"])
  }

  @Test func `sections have the path of their numbers`() {
    let text = """
      I. KẾT QUẢ

      1. Kinh tế

      1.1. Thu ngân sách

      Thu đạt kế hoạch năm
      2019. Đồng thời chi tiết kiệm.

      a) Thu nội địa: tăng khá.

      2. Xã hội là lĩnh vực được quan tâm.

      II. NHIỆM VỤ
      """
    let sections = document(text).sections
    #expect(sections.map(\.number) == ["I", "I.1", "I.1.1", "I.1.1.a", "I.2", "II"])
    #expect(sections.map(\.heading) == ["KẾT QUẢ", "Kinh tế", "Thu ngân sách", "Thu nội địa", nil, "NHIỆM VỤ"])
  }

  @Test func `capital letters number sections above Roman ones`() {
    let text = """
      A. ĐẶC ĐIỂM TÌNH HÌNH

      I. THUẬN LỢI

      1. Kinh tế

      B. KẾT QUẢ

      I. VĂN HÓA

      H. Một câu không phải là đề mục.
      """
    #expect(document(text).sections.map(\.number) == ["A", "A.I", "A.I.1", "B", "B.I"])
  }

  @Test(arguments: [
    // A heading behind an item without a point at its end.
    (
      """
      I. ĐẶC ĐIỂM TÌNH HÌNH
      1. Thu nhập bình quân đạt 60 triệu đồng/năm
      II. KẾT QUẢ CÔNG TÁC KHEN THƯỞNG
      1. Khen thường xuyên
      Năm 2019 đã khen 5 tập thể.
      """, ["I", "I.1", "II", "II.1"]
    ),
    (
      """
      1. Thu nhập bình quân đạt 60 triệu đồng/năm
      2. Tỷ lệ hộ nghèo còn 3%
      """, ["1", "2"]
    ),
    // Khoản below an article that ends without a mark, and in the line of the article.
    (
      """
      Điều 1. Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND
      1. Khoản 1 Điều 3 được sửa đổi như sau
      a) Ông Nguyễn Văn A;
      b) Bà Trần Thị B.
      """, ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.1.b"]
    ),
    ("Điều 1. 1. Tặng Bằng khen cho các cá nhân sau:\na) Ông Nguyễn Văn A;", ["Điều 1", "Điều 1.1", "Điều 1.1.a"]),
    (
      """
      Điều 1. Tiêu chuẩn
      1- Tặng Bằng khen cho các cá nhân sau:
      a/ Ông Nguyễn Văn A;
      2- Tặng Giấy khen:
      """, ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.2"]
    ),
    (
      """
      Điều 1. Tiêu chuẩn
      Khoản 1. Tặng Bằng khen cho các cá nhân sau:
      a) Ông Nguyễn Văn A;
      Khoản 2. Tặng Giấy khen:
      """, ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.2"]
    ),
    (
      """
      A. KẾT QUẢ THỰC HIỆN
      1. Thu ngân sách trên địa bàn tỉnh đạt 3.150 tỷ đồng, bằng 102,4% dự toán được giao
      B. NHIỆM VỤ
      1. Thu ngân sách trên địa bàn tỉnh đạt 3.500 tỷ đồng, bằng 102,4% dự toán được giao
      Phần thứ hai
      PHƯƠNG HƯỚNG
      """, ["A", "A.1", "B", "B.1", nil]
    ),
    // A heading in capitals above running text.
    ("I. KẾT QUẢ\nToàn tỉnh có 90 xã đạt chuẩn, bình quân 17,6 tiêu chí/xã.\nII. NHIỆM VỤ", ["I", "II"]),
    // A wrapped line that begins with a number by chance.
    ("1. Các đơn vị thực hiện nghiêm túc các nội dung quy định tại khoản\n2. Đồng thời báo cáo kết quả.", ["1"]),
  ])
  func `a number begins a section though the line before it has no mark at its end`(_ text: String, _ paths: [String?])
  {
    #expect(document(text).sections.map(\.number) == paths)
  }

  @Test(arguments: [
    ("Phần thứ hai PHƯƠNG HƯỚNG, GIẢI PHÁP NĂM 2020", "Phần thứ hai", "PHƯƠNG HƯỚNG, GIẢI PHÁP NĂM 2020"),
    ("PHẦN THỨ HAI PHƯƠNG HƯỚNG NĂM 2020", "PHẦN THỨ HAI", "PHƯƠNG HƯỚNG NĂM 2020"),
    ("Phần thứ hai của báo cáo nêu phương hướng.", "Phần thứ nhất", "THU NGÂN SÁCH"),
  ])
  func `a part may have its heading on the line of its label`(_ line: String, _ part: String, _ heading: String) {
    let sections = document("Phần thứ nhất\nKẾT QUẢ\n\nI. THU NGÂN SÁCH\n\n\(line)\n\nI. NHIỆM VỤ").sections
    #expect(sections.last?.part == part)
    #expect(sections.dropLast().last?.heading == heading)
  }

  @Test(arguments: [
    "Năm 2019 đã tặng Bằng khen cho 27 tập thể¹ và 24 cá nhân.\n\n¹ Trong đó có 5 tập thể ngành giáo dục.",
    "Năm 2019 đã tặng Bằng khen cho 27 tập thể1 và 24 cá nhân.\n\n1 Trong đó có 5 tập thể ngành giáo dục.",
    "Năm 2019 đã tặng Bằng khen cho 27 tập thể 1 và 24 cá nhân.\n\n1 Trong đó có 5 tập thể ngành giáo dục.",
    "Năm 2019 đã tặng Bằng khen cho 27 tập thể[1] và 24 cá nhân.\n\n[1] Trong đó có 5 tập thể ngành giáo dục.",
    "Năm 2019 đã tặng Bằng khen cho 27 tập thể (1) và 24 cá nhân.\n\n(1) Trong đó có 5 tập thể ngành giáo dục.",
    "Năm 2019 đã tặng Bằng khen cho 27¹ tập thể và 24 cá nhân.\n\n¹ Trong đó có 5 tập thể ngành giáo dục.",
  ])
  func `a note to a tally of awards reports no result`(_ text: String) {
    let records = extraction(of: text).records
    #expect(
      records.filter { $0.kind == .award }.map(\.fact.summary) == ["Bằng khen 27", "Bằng khen 24"])
    #expect(
      records.filter { $0.kind == .quantity }.map(\.fact.summary) == ["27 tập thể", "24 cá nhân", "5 tập thể"])
    #expect(!records.contains { $0.kind == .indicator })
  }

  @Test func `what a note says belongs to the section of its mark`() {
    let text = """
      I. KẾT QUẢ

      Toàn tỉnh có 12 doanh nghiệp¹ và 8 hợp tác xã 2.

      II. PHƯƠNG HƯỚNG

      Phấn đấu có thêm 5 doanh nghiệp.

      ¹ Trong đó 3 doanh nghiệp mới thành lập.
      2 Số liệu của 13 xã.
      """
    #expect(
      extraction(of: text).records.filter { $0.kind == .quantity }.map { "\($0.section ?? "-") \($0.fact.summary)" }
        == [
          "I 12 doanh nghiệp", "I 8 hợp tác xã", "II 5 doanh nghiệp", "I 3 doanh nghiệp", "I 13 xã",
        ])
  }

  @Test func `a letterhead and a signature in tables of Markdown are read`() {
    let record = document(
      """
      | **UBND TỈNH LẠNG SƠN**<br>**SỞ NỘI VỤ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
      |---|---|
      | Số: 12/QĐ-SNV | *Lạng Sơn, ngày 5 tháng 3 năm 2019* |

      # QUYẾT ĐỊNH
      ## Về việc tặng Giấy khen

      Điều 1. Tặng Giấy khen cho 3 tập thể.

      | Nơi nhận: | KT. GIÁM ĐỐC |
      | --- | --- |
      | - Như Điều 3; | PHÓ GIÁM ĐỐC |
      | - Lưu: VT. | |
      | | Nguyễn Văn An |
      """)
    #expect(record.symbol == "12/QĐ-SNV")
    #expect(record.issuer == "Sở Nội vụ tỉnh Lạng Sơn")
    #expect(record.place == "Lạng Sơn")
    #expect(record.issued == "2019-03-05")
    #expect(record.title == "Về việc tặng Giấy khen")
    #expect(record.recipients == ["Như Điều 3", "Lưu: VT"])
    #expect(record.signer?.authority == ["KT."])
    #expect(record.signer?.position == "PHÓ GIÁM ĐỐC")
    #expect(record.signer?.name == "Nguyễn Văn An")
  }

  @Test(
    arguments: [
      (["THỦ TƯỚNG CHÍNH", "PHỦ"], [], [], "THỦ TƯỚNG CHÍNH PHỦ"),
      (["Thủ tướng Chính", "phủ", "(Đã ký)"], [], [], "Thủ tướng Chính phủ"),
      (["TM. CHÍNH", "PHỦ", "THỦ TƯỚNG"], ["TM."], ["CHÍNH PHỦ"], "THỦ TƯỚNG"),
      (
        ["KT. THỦ TƯỚNG CHÍNH", "PHỦ", "PHÓ THỦ TƯỚNG"], ["KT."], ["THỦ TƯỚNG CHÍNH PHỦ"], "PHÓ THỦ TƯỚNG"
      ),
      (
        ["TM/ỦY BAN NHÂN DÂN", "KT/CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ["TM.", "KT."], ["ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        "PHÓ CHỦ TỊCH"
      ),
      (
        ["TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ CHÍNH SÁCH", "THUẾ"], ["TL."], ["BỘ TRƯỞNG"], "VỤ TRƯỞNG VỤ CHÍNH SÁCH THUẾ"
      ),
      (
        ["TL. TỔNG CỤC TRƯỞNG", "KT. VỤ TRƯỞNG VỤ KÊ KHAI VÀ KẾ TOÁN", "THUẾ", "PHÓ VỤ TRƯỞNG"], ["TL.", "KT."],
        ["TỔNG CỤC TRƯỞNG", "VỤ TRƯỞNG VỤ KÊ KHAI VÀ KẾ TOÁN THUẾ"], "PHÓ VỤ TRƯỞNG"
      ),
      (
        ["KT. CHÁNH THANH TRA TỈNH", "PHÓ", "CHÁNH THANH TRA"], ["KT."], ["CHÁNH THANH TRA TỈNH"],
        "PHÓ CHÁNH THANH TRA"
      ),
      (["KT. CỤC TRƯỞNG", "SA PHÓ CỤC TRƯỞNG"], ["KT."], ["CỤC TRƯỞNG"], "PHÓ CỤC TRƯỞNG"),
    ] as [([String], [String], [String], String)])
  func `authorities with a stroke and names on two lines are read`(
    _ lines: [String], _ authority: [String], _ whom: [String], _ position: String
  ) {
    let head = "CHỈ THỊ\nVề thi đua\n\nNội dung.\n\nNơi nhận:\n- Ban Bí thư;\n- Lưu: VT.\n"
    let signer = document(head + lines.joined(separator: "\n") + "\n\n\nNguyễn Xuân Phúc\n").signer
    #expect(signer?.authority ?? [] == authority)
    #expect(signer?.onBehalfOf ?? [] == whom)
    #expect(signer?.position == position)
    #expect(signer?.name == "Nguyễn Xuân Phúc")
  }

  @Test func `a letterhead in a drawn frame is read`() {
    let record = document(
      """
      +------------------------------+-------------------------------------+
      | ỦY BAN NHÂN DÂN              | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  |
      | TỈNH LẠNG SƠN                | Độc lập - Tự do - Hạnh phúc         |
      +------------------------------+-------------------------------------+
      | Số: 12/QĐ-UBND               | Lạng Sơn, ngày 5 tháng 3 năm 2019   |
      +------------------------------+-------------------------------------+

      QUYẾT ĐỊNH
      Về việc khen thưởng
      """)
    #expect(record.symbol == "12/QĐ-UBND")
    #expect(record.issuer == "Ủy ban nhân dân tỉnh Lạng Sơn")
    #expect(record.issued == "2019-03-05")
  }

  @Test func `an issuer on two lines is one body`() {
    let text = "THỦ TƯỚNG CHÍNH\nPHỦ\nSố: 12/CT-TTg\n\nCHỈ THỊ\nVề thi đua\n\nNội dung."
    #expect(document(text).issuer == "Thủ tướng Chính phủ")
  }

  @Test func `a mark of a footnote that lost its height is no number`() {
    let text = """
      Đạt 25%2 kế hoạch, có 12 doanh nghiệp1 tham gia.

      1 Khối doanh nghiệp có 04 đơn vị.
      2 Số liệu của 13 xã
      và 2 huyện.
      """
    #expect(
      readings(of: text, .quantity).map { String($0.prefix { $0 != "=" }.dropLast()) } == [
        "25%", "12 doanh nghiệp", "04 đơn vị", "13 xã", "2 huyện",
      ])
  }

  @Test func `a number at the start of a paragraph without a mark is a number`() {
    #expect(readings(of: "Toàn tỉnh có 5 huyện.\n\n2 Huyện đạt chuẩn.", .quantity).count == 2)
  }

  @Test func `a digital signature has its time`() {
    let record = document("BÁO CÁO\nKết quả\n\nNgười ký: Sở Tài chính\nThời gian ký: 31.10.2019 09:07:31 +07:00\n")
    #expect(record.signatures == [DocumentRecord.Signature(signer: "Sở Tài chính", time: "2019-10-31T09:07:31+07:00")])
  }

  @Test(arguments: [
    ("ỦY BAN NHÂN DÂN TỈNH VÂN HÀ\nSố: 12/BC-UBND", "Ủy ban nhân dân tỉnh Vân Hà"),
    ("UBND TỈNH VÂN HÀ\nSỞ NỘI VỤ\nSố: 12/BC-SNV", "Sở Nội vụ tỉnh Vân Hà"),
    ("TỈNH ỦY VÂN HÀ\nSố 12-BC/TU", "Tỉnh ủy Vân Hà"),
  ])
  func `the issuer keeps the capitals of its place, whatever the rules name`(_ pair: (String, String)) throws {
    let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../rules")
    let extractor = try Extractor(rules: try RuleBook(directory: rules))
    let text = pair.0 + "\n\nBÁO CÁO\nKết quả\n\nNội dung."
    #expect(extractor.extract(ExtractionInput(documentID: "sha256:00", text: text)).document.issuer == pair.1)
  }

  @Test func `a letterhead is read out of what ruined OCR leaves of it`() {
    let record = document(
      """
      ỦY BAN NHÂN DÂN ‘CỘNG HÒA XÃ. HỘI CHỦ NGHĨA VIỆT NAM
      TINH SÔNG LAM Độc lập - Ty do - Hạnh phic
      $6: 214/QD-UBND Sống Lam. ngày. 28 tháng I2 năm 2018
      . QUYẾT ĐỊNH
      Về việc tặng Bằng khen — -
      cho 05 tập thể
      CHỦ TỊCH ỦY BAN NHÂN DÂN TINH SÔNG LAM
      Căn cứ Luật Tổ chức chính quyền địa phương;
      """)
    #expect(record.type == "Quyết định")
    #expect(record.number == "214")
    #expect(record.symbol == "214/QĐ-UBND")
    #expect(record.issuer == "Ủy ban nhân dân tỉnh Sông Lam")
    #expect(record.place == "Sông Lam")
    #expect(record.issued == "2018-12-28")
    #expect(record.title == "Về việc tặng Bằng khen cho 05 tập thể")
  }

  @Test func `a letter's subject is known by what is left of its mark`() {
    let record = document(
      """
      UBND TINH SÔNG LAM
      Số: 388/UBND-NC Sông Lam, ngày 05 tháng 10 năm 2020
      VWv chấn chỉnh việc lập hồ sơ
      đề nghị khen thưởng
      Kính gửi:
      - Các sở;
      """)
    #expect(record.type == "Công văn")
    #expect(record.title == "V/v chấn chỉnh việc lập hồ sơ đề nghị khen thưởng")
    #expect(record.issuer == "Ủy ban nhân dân tỉnh Sông Lam")
  }

  @Test(arguments: [
    ("12-NQ/TƯ", "NGHỊ QUYẾT", "TỈNH ỦY SÔNG LAM", "12-NQ/TU"),
    ("12/PD-UBND", "PHÁT ĐỘNG", "UBND TỈNH SÔNG LAM", "12/PĐ-UBND"),
    ("12/HD-SNV", "HƯỚNG DẪN", "SỞ NỘI VỤ", "12/HD-SNV"),
    ("12/NQ-HDND", "NGHỊ QUYẾT", "HĐND TỈNH SÔNG LAM", "12/NQ-HĐND"),
  ])
  func `the symbol has the letters that type and issuer ask for`(
    _ symbol: String, _ type: String, _ issuer: String, _ expected: String
  ) {
    #expect(document("\(issuer)\nSố \(symbol)\n\(type)\nVề thi đua\n\nNội dung.\n").symbol == expected)
  }

  @Test(arguments: [
    // The column of the signature mixed into the list of recipients.
    (["- Các sở, ban, ngành; Lò Thị Mai", "- Lưu: VT, NC (LTH)."], "Lò Thị Mai", ["Các sở, ban, ngành"]),
    (["- UBND tỉnh;", "- Lưu: VT, TH. Trần Thị Thu Lan —"], "Trần Thị Thu Lan", ["UBND tỉnh", "Lưu: VT, TH"]),
    // An entry that names a person is no signature.
    (["- Như trên;", "- Ông Lò Văn Sáng;", "- Lưu: VT."], nil, ["Như trên", "Ông Lò Văn Sáng", "Lưu: VT"]),
    (["- Sở Nội vụ;", "- Lưu: VT.", "", "DANH SÁCH KHEN THƯỞNG"], nil, ["Sở Nội vụ", "Lưu: VT"]),
  ])
  func `the signer stands at the end of a mixed line`(_ lines: [String], _ name: String?, _ recipients: [String]) {
    let record = document(
      "BÁO CÁO\nKết quả\n\nNội dung.\n\nMột đoạn.\n\nHai đoạn.\n\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n"
        + lines.joined(separator: "\n") + "\n")
    #expect(record.signer?.name == name)
    #expect(record.recipients.prefix(recipients.count) == recipients[...])
  }

  @Test func `a document cut before its end keeps what stands before`() {
    let text = """
      UBND TỈNH SÔNG LAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 12/BC-UBND Sông Lam, ngày 05 tháng 10 năm 2020
      BÁO CÁO
      Kết quả khen thưởng

      I. KẾT QUẢ
      """
    for end in text.indices {
      let record = document(String(text[..<end]))
      #expect(record.symbol == nil || record.symbol!.hasPrefix("12/"))
    }
    #expect(document(text).title == "Kết quả khen thưởng")
  }

  @Test(
    arguments: [
      ("conghoa", 1, "xin chào CỘNG HÒA XÃ", "CỘNG HÒA"), ("canhan", 2, "Tapthé C4 nhan Giadinh", "C4 nhan"),
      ("tapthe", 1, "Canhin Tapthé", "Tapthé"), ("giadinh", 1, "Tập thể Cá nhân", nil),
    ] as [(String, Int, String, String?)])
  func `letters with a few edits name a phrase`(_ pattern: String, _ edits: Int, _ text: String, _ found: String?) {
    let stream = TokenStream(text)
    let match = FoldedLetters(stream, 0..<stream.count).nearest(Array(pattern.utf8), edits: edits, wholeTokens: true)
    #expect(match.map { stream.flatText(ofTokens: $0.tokens) } == found)
  }

  @Test(arguments: [
    "theo luật BHYT 2014 thì bệnh nhân được hưởng 60% tổng chi phí.",
    "UBND TP HCM cho biết cần khoảng 150.000 tỷ đồng để đầu tư công.",
    "Tặng bằng khen của Bộ LĐ - TB & XH cho 119 lượt doanh nghiệp.",
  ])
  func `a sentence has no issuer`(_ text: String) {
    #expect(document(text).issuer == nil)
  }

  @Test func `a form without a day has a place, and who decides is no title`() {
    let form = document(
      """
      ỦY BAN NHÂN DÂN
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH QUẢNG BÌNH
      Độc lập - Tự do - Hạnh phúc
      Quảng Bình, ngày..... tháng ...... năm ........
      QUYẾT ĐỊNH
      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH
      Căn cứ Luật Tổ chức Chính quyền địa phương ngày 19/6/2015;
      """)
    #expect(form.type == "Quyết định")
    #expect(form.place == "Quảng Bình")
    #expect(form.issued == nil)
    #expect(form.title == nil)
  }

  @Test func `a title goes on with the day it is about and ends where the body tells of one`() {
    let plan = document(
      """
      TỈNH ỦY VÂN HÀ                      ĐẢNG CỘNG SẢN VIỆT NAM
            *                             Vân Hà, ngày 14 tháng 02 năm 2022
      Số 125-KH/TU

      KẾ HOẠCH
      tổ chức các hoạt động kỷ niệm 75 năm
      Ngày thành lập Đảng bộ tỉnh (05/3/1947 - 05/3/2022)
      -----

      Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

      Nơi nhận:                                T/M BAN THƯỜNG VỤ
      - Các ban đảng Tỉnh ủy,                  PHÓ BÍ THƯ THƯỜNG TRỰC
      - Lưu VPTU.
                                               Vũ Xuân Bách
      """)
    #expect(
      plan.title
        == "tổ chức các hoạt động kỷ niệm 75 năm Ngày thành lập Đảng bộ tỉnh (05/3/1947 - 05/3/2022)")
    // `Lưu` is a surname, `VPTU` no name.
    #expect(plan.signer?.name == "Vũ Xuân Bách")
    let minutes = document(
      """
      HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
      TỈNH VÂN HÀ
      Số: 03/BB-HĐTĐKT
      BIÊN BẢN
      Họp Hội đồng Thi đua - Khen thưởng tỉnh
      Hôm nay, ngày 12/3/2021, Hội đồng họp.
      TM. HỘI ĐỒNG
      CHỦ TỊCH
      Phạm Văn Thủy
      """)
    #expect(minutes.title == "Họp Hội đồng Thi đua - Khen thưởng tỉnh")
  }

  @Test func `a deputy whose first word stands alone keeps it, and abbreviations keep their capitals`() {
    let record = document(
      """
      SỞ GIÁO DỤC VÀ ĐÀO TẠO VÂN HÀ
      TRƯỜNG THPT CHUYÊN
      Số: 12/TB-THPTC
      THÔNG BÁO
      Về việc họp xét khen thưởng
      Kính mời các tổ trưởng dự họp.
      KT. HIỆU TRƯỞNG
      PHÓ
      HIỆU TRƯỞNG
      Trần Thị Mai Lan
      """)
    #expect(record.signer?.position == "PHÓ HIỆU TRƯỞNG")
    #expect(record.issuer == "Trường THPT chuyên")
  }
}
