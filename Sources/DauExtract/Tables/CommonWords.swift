extension Tables {
  /// Words that no counted thing is named by: a number before one of them stands alone.
  static let functionWords: Set<WordKey> = [
    "của", "và", "là", "trong", "với", "để", "cho", "tại", "đến", "từ", "trên", "dưới", "so", "theo", "được", "đã",
    "sẽ", "đang", "có", "do", "bởi", "vì", "khi", "nếu", "thì", "mà", "như", "nhưng", "hoặc", "hay", "về", "ở", "ra",
    "vào", "lên", "xuống", "lại", "này", "đó", "kia", "nhằm", "qua", "không", "chưa", "cũng", "đều", "đạt", "tăng",
    "giảm", "bằng", "chiếm", "còn", "gồm", "bao", "trở", "nay", "thuộc", "trước", "sau", "các", "những", "một", "hơn",
    "vượt", "ước", "tức", "nên", "phải", "cần", "theo", "bị", "tới", "giữa", "cùng", "đối", "quy", "ban", "hiện",
    "trừ", "kể", "tính", "nhất", "phấn", "tiếp", "tổ", "triển", "thực", "hoàn", "trình", "chỉ", "tập", "thông", "kèm",
  ]

  /// Words that make the number behind them a name or an ordinal: `Quốc lộ 1A`, `lần thứ 9`, `giai đoạn 1`.
  static let numberLeads: Set<WordKey> = [
    "thứ", "số", "điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "mẫu", "biểu", "bảng", "hình", "trang",
    "quyển", "khóa", "kỳ", "đợt", "đoạn", "độ", "hạng", "vòng", "bậc", "tháng", "quý", "lộ", "đường", "km", "thôn",
    "phố", "phường", "ngõ", "ngách", "hẻm", "khu", "xóm", "bản", "ấp", "đội", "lần", "quận", "tiểu", "lô", "khối",
    "lớp", "cột", "dòng", "câu", "bài", "hạng", "tổ", "đề", "tiêu", "mức",
  ]
}
