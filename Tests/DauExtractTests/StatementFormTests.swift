import Testing

@testable import DauExtract

/// Forms of statements met in lines that had steered no reader.
@Suite struct StatementFormTests {
  @Test(
    arguments: [
      (
        "Chuyến xe rơi xuống suối khiến ít nhất 16 người tử nạn.",
        ["indicator 16 count"]
      ),
      (
        "Hội đồng phải có ít nhất 16 người là chuyên gia.",
        ["target >= 16 count"]
      ),
      (
        "Tòa án tỉnh đã kết án tử hình 31 bị cáo.",
        ["indicator 31 count"]
      ),
      (
        "Công an huyện thu giữ 15 kg ma túy đá.",
        ["indicator 15 kg"]
      ),
      (
        "Giá trị sản xuất đạt 231 triệu đồng/ha (cao hơn năm trước 4 triệu đồng).",
        ["indicator 231000000 VND"]
      ),
      (
        "Chỉ số hài lòng giảm 0,46 điểm (-0,83%), xuống 54,85 điểm.",
        ["indicator 54.85 count change=-0.83"]
      ),
      (
        "Số vụ cháy giảm 12 vụ (-5%), còn 228 vụ.",
        ["indicator 228 count change=-5"]
      ),
      (
        "Số vụ cháy giảm 12 vụ (-5%), còn 228 vụ chưa được giải quyết.",
        ["indicator - - change=-5", "indicator 228 count"]
      ),
      (
        """
        Cả tỉnh xảy ra 8 vụ cháy, làm chết 6 người. So với cùng kỳ năm 2016 tăng 3 vụ (60%), giảm 3 người \
        chết (33,3%).
        """,
        ["indicator 8 count change=60", "indicator 6 count change=-33.3"]
      ),
      (
        "Số vụ và số người chết lần lượt giảm 12,5% và 8,4% so với cùng kỳ.",
        ["indicator - - change=-12.5", "indicator - - change=-8.4"]
      ),
      (
        "Hội đồng sẽ thông qua 7 dự án luật, 2 dự thảo nghị quyết và cho ý kiến về 9 dự án luật khác.",
        ["target = 7 count", "target = 2 count", "target = 9 count"]
      ),
      (
        "Trên 60% thời gian họp sẽ tập trung xem xét 13 dự án luật và cho ý kiến về 5 dự án luật.",
        ["target > 60 percent", "target = 13 count", "target = 5 count"]
      ),
      (
        "Toàn thành phố sẽ có 30 điểm với tổng số 31 trận địa bắn pháo hoa.",
        ["target = 30 count", "target = 31 count"]
      ),
      (
        "Theo kế hoạch chỉ có 20 chiếc được xuất xưởng.",
        ["target = 20 count"]
      ),
      (
        "Tỉnh đã lên kế hoạch mua 4 chiếc tàu sau năm 2033.",
        ["target = 4 count | 2033"]
      ),
      (
        "Hội đồng ủng hộ kế hoạch đầu tư 75 tỷ đồng để mở rộng cảng.",
        ["target = 75000000000 VND"]
      ),
      (
        "Hội đồng công bố một kế hoạch chi tiêu lên tới 700 tỷ đồng.",
        ["target = 700000000000 VND"]
      ),
      (
        "Sông sẽ được nạo vét với độ sâu khoảng 3 m, dài 3,6 km.",
        ["target = 3 m", "target = 3.6 km"]
      ),
      (
        "Hai đoàn sẽ tổ chức lễ chào cột mốc.",
        []
      ),
      (
        "Sẽ tái định cư cho người dân trong khu vực 4,3 ha.",
        []
      ),
      (
        "Đất nông nghiệp được phân bổ cho 5 huyện.",
        []
      ),
      (
        "Số đơn tiếp nhận trong kỳ 343 đơn.",
        ["indicator 343 count"]
      ),
      (
        "Theo nghị quyết vừa được thông qua, thành phố sẽ dừng hoạt động xe máy vào năm 2030.",
        []
      ),
      (
        "Ít nhất 1.880 hộ đã được nhận hỗ trợ.",
        ["indicator 1880 count"]
      ),
      (
        "Khẩn trương hoàn thành việc xét xử sơ thẩm 4/11 vụ án còn chậm tiến độ.",
        ["target = 4 count"]
      ),
      (
        "Thành phố đã làm quy trình 5 bước.",
        []
      ),
      (
        "Đội tuyển ghi bàn ở phút 29 và giành 3 điểm.",
        ["indicator 3 count"]
      ),
    ] as [(String, [String])])
  func `numbers that are demanded and numbers that are told`(_ text: String, _ expected: [String]) {
    #expect(statementSummaries(of: text) == expected)
  }
}
