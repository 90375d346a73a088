extension Tables {
  /// Bodies and their parts, in the case of running text, for names printed in capitals.
  static let offices: [String] = [
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc",
    "Ban Thường trực", "Mặt trận Tổ quốc", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Đảng ủy", "Ban Chấp hành",
    "Ban Thường vụ", "Ban Bí thư", "Bộ Chính trị", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính",
    "Ủy ban Kiểm tra", "Văn phòng", "Đoàn đại biểu Quốc hội", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chính phủ",
    "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Chủ tịch nước", "Bộ Nội vụ", "Bộ Tài chính", "Bộ Công an",
    "Bộ Quốc phòng", "Bộ Ngoại giao", "Bộ Tư pháp", "Bộ Kế hoạch và Đầu tư", "Bộ Công Thương",
    "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Giao thông vận tải", "Bộ Xây dựng", "Bộ Tài nguyên và Môi trường",
    "Bộ Thông tin và Truyền thông", "Bộ Lao động - Thương binh và Xã hội", "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo", "Bộ Y tế", "Ủy ban Dân tộc", "Ngân hàng Nhà nước Việt Nam",
    "Thanh tra Chính phủ", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Kế hoạch và Đầu tư", "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", "Sở Giao thông vận tải", "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông", "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Ngoại vụ",
    "Sở Du lịch", "Ban Dân tộc", "Thanh tra tỉnh", "Công an", "Bộ Chỉ huy Quân sự", "Bộ Chỉ huy Bộ đội Biên phòng",
    "Ban Thi đua - Khen thưởng", "Ban Thi đua - Khen thưởng Trung ương", "Hội đồng Thi đua - Khen thưởng",
    "Ban Chỉ đạo", "Ban Tổ chức cuộc thi", "Kho bạc Nhà nước", "Cục Thuế", "Cục Thống kê", "Cục Hải quan",
    "Bảo hiểm xã hội", "Bảo hiểm xã hội Việt Nam", "Liên đoàn Lao động", "Tổng Liên đoàn Lao động Việt Nam",
    "Tỉnh đoàn", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh",
    "Trung tâm", "Trường", "Trường Đại học", "Trường Trung học phổ thông", "Bệnh viện", "Đảng Cộng sản Việt Nam",
    "Việt Nam", "Trung ương", "Đại học", "Phòng Nội vụ", "Phòng Giáo dục và Đào tạo", "Phòng Tài chính - Kế hoạch",
    "Tòa án nhân dân", "Viện Kiểm sát nhân dân", "Tòa án nhân dân tối cao", "Tổng cục", "Cục", "Vụ", "Phòng", "Hội",
    "Chi cục", "Ban Quản lý", "Ban Quản lý dự án", "Hiệp hội", "Liên minh Hợp tác xã", "Khối", "Đảng bộ", "Nhà nước",
    "Khu Kinh tế cửa khẩu", "Trung tâm Phục vụ hành chính công", "Công ty", "Tổng Công ty", "Công đoàn", "Hồ Chí Minh",
  ]

  /// Words of places that a name in capitals follows.
  static let placeLeads: WordSet = [
    "tỉnh", "huyện", "phố", "xã", "phường", "trấn", "quận", "thôn", "bản", "phố",
  ]

  /// Surnames that make three words with capitals a person. Source: the surname lists of the General Statistics
  /// Office's name surveys, the commonest; ethnic minorities of the north included.
  static let surnames: WordSet = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "nông", "vi", "lương", "triệu", "lò", "hà", "đinh", "đoàn", "trịnh", "mai", "đào", "tô", "trương", "chu",
    "lâm", "cao", "la", "lục", "ma", "mã", "hứa", "đàm", "thái", "tạ", "phùng", "quách", "kiều", "vương", "từ",
    "hoa", "tăng", "lưu", "bế", "giáp", "đồng", "thân", "cà", "lường", "tòng", "quàng", "giàng", "sùng", "vàng", "thào",
    "bàn", "chảo", "tẩn", "phàn", "lù", "lầu", "mùa", "hạng", "cầm", "bạc", "điêu", "khuất", "ông", "âu", "ân",
    "nghiêm",
    "doãn", "khổng", "tống", "bạch", "thạch", "kim", "danh", "sơn", "siu", "rơ", "y", "h", "k", "đậu", "hầu", "linh",
    "lữ", "mạc", "nhữ", "ninh", "ôn", "phí", "tiêu", "ung", "uông", "văn", "viên", "châu", "cù", "diệp", "hán", "lại",
    "lăng", "long", "lộc", "mông", "thẩm", "thiều", "tôn", "trang", "ứng", "xa", "hùng", "đường", "hướng", "phương",
  ]
}
