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

extension Tables {
  /// The abbreviations of types in document symbols. Sources: Nghị định 30/2020/NĐ-CP, Phụ lục III; Thông tư
  /// 01/2011/TT-BNV for the four that differ; Hướng dẫn 36-HD/VPTW for the Party.
  static let typeOfCode: [String: String] = [
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "GN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "TTh": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời", "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển",
    "PB": "Phiếu báo", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "KL": "Kết luận",
    "SL": "Sắc lệnh", "PĐ": "Phát động", "VBHN": "Văn bản hợp nhất", "PL": "Pháp lệnh", "NQLT": "Nghị quyết liên tịch",
    "KHLT": "Kế hoạch liên tịch", "HDLT": "Hướng dẫn liên tịch", "CTPH": "Chương trình phối hợp", "QH": "Luật",
    "QCPH": "Quy chế phối hợp", "CTHĐ": "Chương trình hành động", "QH13": "Luật", "QH14": "Luật", "QH15": "Luật",
    "QH12": "Luật", "QH11": "Luật", "QH10": "Luật", "CV": "Công văn", "L": "Luật", "LCT": "Lệnh",
    "TTLN": "Thông tư liên ngành",
  ]
}
