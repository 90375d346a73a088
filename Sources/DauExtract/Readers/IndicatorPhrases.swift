/// The words by which a statement shows whether it reports or demands, and what its numbers are compared with.
///
/// Source: read off reports, plans and launches of provinces. They are the grammar of the genre, not knowledge of an
/// office, so they stand here and not in `rules/`.
enum StatementPhrases {
  /// Whether a statement says what was reached or what shall be.
  enum Mood: Sendable {
    case reported, future
  }

  // MARK: Headings

  /// Cues in headings; the first one in a heading decides, so `KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU` reports.
  static let headings = PhraseTable<Mood>(
    [
      ("phương hướng", .future), ("nhiệm vụ", .future), ("mục tiêu", .future), ("chỉ tiêu", .future),
      ("giải pháp", .future), ("kiến nghị", .future), ("đề xuất", .future), ("dự kiến", .future),
      ("chương trình công tác", .future), ("trọng tâm công tác", .future), ("nội dung thi đua", .future),
    ]
      + [
        "kết quả", "tình hình", "đánh giá", "thực trạng", "ưu điểm", "hạn chế", "tồn tại", "khuyết điểm", "thuận lợi",
        "khó khăn", "nguyên nhân", "thành tích", "công tác lãnh đạo", "thực hiện nhiệm vụ", "thực hiện các nhiệm vụ",
        "thực hiện mục tiêu", "thực hiện các mục tiêu", "thực hiện chỉ tiêu", "thực hiện các chỉ tiêu",
        "hoàn thành nhiệm vụ", "hoàn thành các chỉ tiêu",
      ].map { ($0, .reported) })

  /// Headings that turn a report to the future even below a heading that reports.
  static let turnsToFuture = PhraseTable<Void>([
    "phương hướng", "nhiệm vụ trọng tâm", "nhiệm vụ, giải pháp", "mục tiêu đến", "dự kiến", "nhiệm vụ năm",
    "nhiệm vụ thời gian tới", "kế hoạch năm", "mục tiêu, nhiệm vụ năm",
  ])
  /// Headings that turn a plan to what was reached.
  static let turnsToReport = PhraseTable<Void>([
    "tình hình", "thực trạng", "kết quả đạt được", "kết quả thực hiện", "đánh giá tình hình", "đánh giá kết quả",
    "hạn chế", "tồn tại",
  ])

  /// Types of documents that tell others what to do.
  static let demandingTypes: Set<String> = [
    "Phát động", "Kế hoạch", "Chỉ thị", "Chương trình", "Nghị quyết", "Công văn", "Đề án", "Hướng dẫn", "Công điện",
    "Phương án", "Dự án", "Chiến lược", "Thông tri", "Giao ước thi đua",
  ]
  /// Types of documents that tell what was done.
  static let reportingTypes: Set<String> = ["Báo cáo", "Thông báo", "Tờ trình", "Biên bản", "Bản tin"]

  // MARK: Running text

  /// A demand wherever it stands.
  static let demands = PhraseTable<Void>([
    "phấn đấu", "quyết tâm hoàn thành", "đặt mục tiêu", "đề ra mục tiêu", "mục tiêu là", "chỉ tiêu là", "sẽ",
  ])

  /// Words before a colon behind which a document tells what shall be done.
  static let performatives = PhraseTable<Void>([
    "yêu cầu", "chỉ thị", "quyết nghị", "quyết định", "đề nghị", "phát động", "như sau", "nội dung sau", "nhiệm vụ sau",
    "giao nhiệm vụ", "kêu gọi",
  ])

  /// What was done, also between demands.
  static let reports = PhraseTable<Void>([
    "đã", "ước đạt", "ước thực hiện", "hiện có", "hiện nay", "đến nay", "hiện còn", "tính đến nay", "tuy nhiên còn",
  ])
  /// Words behind `đã` that make it an attribute of something: `các nhiệm vụ đã được giao`.
  static let attributesBehindDone: WordSet = [
    "được", "đề", "ban", "ký", "giao", "phê", "đăng", "đạt", "có", "nêu",
  ]

  /// Plan and estimate, behind a percentage: `đạt 92,2% so với dự toán`.
  static let plans: WordSet = ["hoạch", "kh", "toán", "dt"]
  static let planPhrases = PhraseTable<Void>([
    "kế hoạch", "KH", "dự toán", "DT", "chỉ tiêu", "mục tiêu", "nghị quyết", "nhiệm vụ", "số giao", "số được giao",
    "chỉ tiêu kế hoạch", "KHV", "tổng vốn giao",
  ])
  /// An earlier time, behind a percentage: `bằng 136,3% so với cùng kỳ`.
  static let earlierPhrases = PhraseTable<Void>([
    "cùng kỳ", "CK", "năm trước", "quý trước", "tháng trước", "kỳ trước", "năm ngoái", "cuối năm", "đầu năm",
    "đầu kỳ", "so với năm", "so với tháng", "so với quý", "so với đầu", "so với cuối", "so với giai đoạn",
    "so với nhiệm kỳ",
  ])
  /// What makes `dự toán` a thing that is spent and received, no plan for the number: `1,92% dự toán thu`.
  static let planParts: WordSet = ["thu", "chi"]

  enum Verb: Sendable {
    case rises, falls, equals, reaches, exceeds, shares, remains, amounts
  }
  /// Verbs before a number that say how it is meant.
  static let verbs: [WordKey: Verb] = [
    "tăng": .rises, "giảm": .falls, "bằng": .equals, "đạt": .reaches, "vượt": .exceeds, "chiếm": .shares,
    "còn": .remains, "đương": .amounts, "tức": .amounts, "cao": .rises, "thấp": .falls,
  ]
  /// Words between a verb and its number, and before the verb, that change nothing.
  static let fillers: WordSet = [
    "ước", "khoảng", "trên", "hơn", "gần", "dưới", "từ", "tới", "lên", "đến", "bình", "quân", "thêm", "được", "là",
    "chỉ", "cũng", "lại", "mạnh", "xuống", "thiểu", "tối", "đa", "đã", "đều", "tiếp", "tục", "và", "nhưng", "tương",
    "xấp", "xỉ", "cả", "nhẹ", "khá", "tỷ", "lệ", "hiện", "vẫn", "tính", "chung", "nhất", "ít", "không", "quá", "hẳn",
    "sâu", "nhanh", "cao", "thấp", "mức", "ở",
  ]

  /// Nouns of awards and of those who receive them; a tally of them belongs to the reader of awards.
  static let awardNouns: WordSet = ["giải", "huy", "huân", "cờ", "hcv", "hcb", "hcđ", "niệm"]
  static let recipients: Set<String> = [
    "tập thể", "cá nhân", "gia đình", "hộ gia đình", "doanh nghiệp", "hợp tác xã", "doanh nhân", "tập thể, cá nhân",
    "trường hợp", "tác phẩm", "bằng khen", "giấy khen", "bằng", "chiến sĩ thi đua", "lao động tiên tiến", "danh hiệu",
  ]
  /// Those who also do much else: a tally of awards only where the clause itself says so.
  static let occasionalRecipients: Set<String> = [
    "hộ", "đơn vị", "người", "nông dân", "cán bộ", "chiến sĩ", "chiến sỹ", "đồng chí", "học sinh", "gương",
  ]
  /// Words that show that a statement is about awards.
  static let awardCues = PhraseTable<Void>([
    "Bằng khen", "Giấy khen", "khen thưởng cho", "khen thưởng đối với", "Huân chương", "Huy chương", "Cờ thi đua",
    "Kỷ niệm chương", "danh hiệu", "tặng thưởng", "truy tặng", "phong tặng", "được khen thưởng", "khen thưởng",
    "tuyên dương", "Huy hiệu", "biểu dương", "tôn vinh",
  ])
  /// Members of a body: a description of it, no result.
  static let members: Set<String> = [
    "thành viên", "ủy viên", "phó chủ tịch", "phó chủ tịch hội đồng", "phó trưởng ban",
  ]

  /// What makes a heading one on other things, though it names awards as well.
  static let widerHeadings = PhraseTable<Void>(["phong trào", "lãnh đạo", "chỉ đạo", "Hội đồng", "thi đua"])

  // MARK: Deadlines

  /// Words that make a year before them the name of something: `kế hoạch năm 2019`.
  static let namedByYear: WordSet = [
    "hoạch", "trình", "toán", "giao", "quyết", "tiêu", "nghị", "lễ", "hội", "trào", "tuần", "giải", "thi", "tác", "vụ",
    "đợt", "thưởng", "xuyên", "án", "lược", "hướng", "nhìn", "với", "kỳ", "đoạn", "khóa", "luật", "sơn", "sách", "tài",
    "nông", "đầu", "học", "báo", "kết", "số", "đua", "của", "sự", "chính",
  ]
  /// Plans that run to a year: `Quy hoạch chung đến năm 2040`.
  static let runningPlans: WordSet = ["hoạch", "lược", "án", "trình", "hướng", "nhìn", "quyết", "đoạn", "hình"]
  /// Verbs of completion.
  static let completions = PhraseTable<Void>([
    "hoàn thành", "xong", "phấn đấu", "bảo đảm", "đảm bảo", "báo cáo", "trình", "gửi", "ban hành", "tổng kết", "sơ kết",
    "kết thúc", "đưa vào", "khánh thành", "khởi công", "hoàn thiện", "triển khai", "tổ chức", "phê duyệt", "thông xe",
    "chậm nhất", "muộn nhất", "thời hạn", "hạn cuối", "nộp", "thực hiện", "giải ngân", "đi vào hoạt động", "công bố",
  ])

  /// Verbs that make a bare year a deadline.
  static let yearCompletions = PhraseTable<Void>([
    "hoàn thành", "phấn đấu", "xong", "kết thúc", "đi vào hoạt động", "thông xe", "khánh thành", "về đích", "tổng kết",
  ])

  /// Verbs a target is named by, longest first where they share a beginning.
  static let targetVerbs = PhraseTable<Void>([
    "phấn đấu", "hoàn thành", "bảo đảm", "đảm bảo", "đạt", "giảm", "kéo giảm", "làm giảm", "tăng", "nâng", "giữ",
    "duy trì", "xây dựng", "trồng", "trồng mới", "tổ chức", "hình thành", "thành lập", "giải quyết", "thực hiện",
    "huy động", "bố trí", "mở", "mở rộng", "công nhận", "kiểm tra", "trình", "báo cáo", "ban hành", "giải ngân",
    "thu hút", "phát triển", "đào tạo", "bồi dưỡng", "tập huấn", "cấp", "hỗ trợ", "vận động", "chuyển", "rút ngắn",
    "xây xong", "xong", "tặng", "gửi", "tổng kết", "sơ kết", "phát hành", "có thêm", "có", "kiên cố hóa", "bê tông hóa",
    "cứng hóa", "nâng cấp", "sửa chữa", "khởi công", "khánh thành", "kết nạp", "tuyên dương", "lựa chọn", "đưa",
    "phát động", "triển khai", "chi trả", "thu", "chấm dứt", "xóa", "phủ sóng", "tuyển", "giao", "đăng", "phát",
    "hợp long", "thông xe",
  ])
}
