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
    let extractor = try Extractor(rules: try RuleBook.load(directory: rules))
    let text = pair.0 + "\n\nBÁO CÁO\nKết quả\n\nNội dung."
    #expect(extractor.extract(ExtractionInput(documentID: "sha256:00", text: text)).document.issuer == pair.1)
  }
}
