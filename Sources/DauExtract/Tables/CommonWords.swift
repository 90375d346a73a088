extension Tables {
  /// Words that no counted thing is named by: a number before one of them stands alone.
  static let functionWords: WordSet = [
    "của", "và", "là", "trong", "với", "để", "cho", "tại", "đến", "từ", "trên", "dưới", "so", "theo", "được", "đã",
    "sẽ", "đang", "có", "do", "bởi", "vì", "khi", "nếu", "thì", "mà", "như", "nhưng", "hoặc", "hay", "về", "ở", "ra",
    "vào", "lên", "xuống", "lại", "này", "đó", "kia", "nhằm", "qua", "không", "chưa", "cũng", "đều", "đạt", "tăng",
    "giảm", "bằng", "chiếm", "còn", "gồm", "bao", "trở", "nay", "thuộc", "trước", "sau", "các", "những", "một", "hơn",
    "vượt", "ước", "tức", "nên", "phải", "cần", "theo", "bị", "tới", "giữa", "cùng", "đối", "quy", "ban", "hiện",
    "trừ", "kể", "tính", "nhất", "phấn", "tiếp", "tổ", "triển", "thực", "hoàn", "trình", "chỉ", "tập", "thông", "kèm",
    "xong",
  ]

  /// What is counted in parts too, so that a comma before three digits stays a decimal mark: `1,125 điểm`.
  static let dividedNouns: WordSet = [
    "điểm", "lần", "tạ", "yến", "lít", "giờ", "phút", "tuần", "tháng", "kwh", "mw", "kw", "kv", "sào", "gam", "tiêu",
    "thế", "thập", "tuổi", "mẫu", "công",
  ]

  /// Words that follow a small number in the names of movements: `5 không, 3 sạch`, `3 tốt`, `4 tại chỗ`.
  static let slogans: WordSet = [
    "sạch", "tốt", "nhất", "giỏi", "xây", "chống", "thi", "biết", "hay", "chung", "sẵn", "đảm", "trực", "rõ", "tại",
  ]

  /// Words that make the number behind them a name or an ordinal: `Quốc lộ 1A`, `lần thứ 9`, `giai đoạn 1`.
  static let numberLeads: WordSet = [
    "thứ", "điều", "khoản", "mục", "chương", "lục", "mẫu", "biểu", "bảng", "hình", "trang", "khóa", "kỳ", "đợt",
    "đoạn", "độ", "vòng", "tháng", "quý", "lộ", "lần", "tiểu", "ql", "tl", "nq", "hạng", "quận", "ngõ", "ngách", "hẻm",
    "ương",
  ]

  /// Words behind which a number is more often a name than a count, unless it is printed with a leading zero:
  /// `tổ 5 phường Tam Thanh`, but `tổ 03 người`.
  static let softNumberLeads: WordSet = [
    "thôn", "phố", "phường", "khu", "xóm", "bản", "ấp", "đội", "khối", "lớp", "tổ", "cấp", "loại", "nhóm", "đường",
    "điểm", "phần", "bậc", "tuyến", "km", "phòng", "câu", "cột", "dòng", "vùng", "mức", "bước", "cụm", "quyển",
    "quyết", "thị", "định", "tư", "luật", "luận",
  ]

  /// The last words of the names of acts: the number behind them is the act's.
  static let actEnds: WordSet = ["quyết", "thị", "định", "tư", "luật", "lệnh", "báo", "số"]

  /// Words before a number of four digits that make it an amount and no year.
  static let amountLeads: WordSet = [
    "số", "đạt", "được", "là", "có", "còn", "hơn", "gần", "khoảng", "với", "lên", "xuống", "gồm", "tổng", "bằng",
    "trên",
    "dưới", "ước", "thêm", "cho", "của", "tăng", "giảm", "gấp", "mất", "cộng", "thu", "chi",
  ]

  /// Of those, the ones that grade: a small number behind them is a grade whatever follows.
  static let gradedLeads: WordSet = ["cấp", "loại", "lớp", "bậc", "câu", "điểm", "mức", "bước"]

  /// Words behind a single number word that make it the name of a set or a figure of speech: `hai bên`, `ba sẵn sàng`.
  static let uncountedAfterWords: WordSet = [
    "bên", "nước", "mặt", "phía", "chiều", "miền", "cấp", "số", "phần", "việc",
  ]
}
