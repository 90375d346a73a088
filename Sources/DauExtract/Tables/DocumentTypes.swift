extension Tables {
  /// Types of administrative, normative and Party documents.
  ///
  /// Sources: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III; Luật Ban hành văn bản quy phạm pháp luật 2015, Điều 4;
  /// Quy định 66-QĐ/TW (2017) for the Party; `Phát động` and `Lời kêu gọi` as they are used in emulation.
  static let documentTypes = [
    "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn",
    "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng",
    "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép",
    "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Công văn", "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh",
    "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Văn bản hợp nhất", "Kết luận",
    "Quy trình", "Thông tri", "Phát động", "Lời kêu gọi", "Sắc lệnh", "Sắc luật", "Đề cương", "Chương trình hành động",
    "Kế hoạch liên tịch", "Hướng dẫn liên tịch", "Chương trình phối hợp", "Quy chế phối hợp", "Tuyên bố", "Điều lệ",
  ]
}
