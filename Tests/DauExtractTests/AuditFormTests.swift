import Foundation
import Testing

@testable import DauExtract

/// The forms in which reports tell numbers that depend on each other, each with one number that is right and one that is not.
@Suite struct AuditFormTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var text: String
    var right: String
    var wrong: String

    init(_ text: String, _ right: String, _ wrong: String) {
      (self.text, self.right, self.wrong) = (text, right, wrong)
    }

    var testDescription: String { text }

    /// The text with the first `right` exchanged.
    var faulty: String { text.range(of: right).map { text.replacingCharacters(in: $0, with: wrong) } ?? text }
  }

  @Test(arguments: [
    Form("Chỉ số tăng 9,84 điểm tương ứng 0,8% lên 1.239,39 điểm.", "0,8%", "1,8%"),
    Form("Chỉ số đạt 721,89 điểm, tăng 3,03 điểm (tương đương 0,42%).", "0,42", "4,02"),
    Form("Toàn tỉnh có 36.132 người, tăng 290 người hay 0,81% so với năm 2005.", "0,81", "1,08"),
    Form(
      """
      Tiền lương tăng từ 110,1 triệu đồng/tháng năm 2015 lên 115,3 triệu đồng/tháng, tương ứng tăng 4,7%.
      """, "4,7", "7,4"),
    Form("Toàn huyện có 252 hộ nghèo, giảm 48 hộ tương ứng giảm 16% so với năm trước.", "16%", "19%"),
    Form("Đã có 27.059 trên tổng số 42.479 cử tri đi bỏ phiếu, đạt 63,7%.", "63,7", "67,3"),
    Form("Có 86 trên tổng số 96 xã đạt chuẩn nông thôn mới, chiếm 89,6%.", "89,6", "86,9"),
    Form(
      """
      Mức hỗ trợ là 2.530.000 đồng/tháng (tăng 190.000 đồng so với mức 2.340.000 đồng/tháng hiện hành).
      """, "190.000", "180.000"),
    Form(
      """
      Quỹ có số dư 2.389,9 tỷ đồng, tăng 214,8 tỷ đồng so với cuối quý III/2016 (2.175,1 tỷ đồng), nhưng giảm \
      1.580,2 tỷ đồng so với ngày 01/01/2016 (3.970,1 tỷ đồng).
      """, "1.580,2", "1.850,2"),
    Form("Giá bán giảm 3 triệu đồng, xuống còn 26,99 triệu đồng từ mức 29,99 triệu đồng.", "26,99", "29,66"),
    Form("Số vụ là 125 vụ, tăng 12 vụ so với 113 vụ của năm 2020.", "12 vụ", "21 vụ"),
    Form("Lực lượng có 11.800 người, gồm lục quân (8.500), hải quân (1.800) và không quân (1.500).", "1.800", "1.080"),
    Form("Trao 245 suất quà tại các xã: Tân Hòa (85 suất), Phú Lộc (72 suất), Bình An (88 suất).", "72", "27"),
    Form(
      """
      Tổng nhu cầu thiếu hụt 10.144 tỷ đồng, đề xuất bổ sung 4.432 tỷ đồng, còn thiếu 5.712 tỷ đồng.
      """, "5.712", "5.172"),
    Form("Biên chế được giao 1.250 người, hiện có 1.187 người, còn thiếu 63 người.", "63", "36"),
    Form(
      """
      Nghề thêu có 5.740 lao động tham gia, trong số này lao động chính có 2.684 người, lao động phụ là 2.896 \
      người và lao động thuê là 160 người.
      """, "2.684", "2.864"),
    Form("Toàn ngành có 3.215 cán bộ, trong số đó nữ 1.980 người, nam 1.235 người.", "1.235", "1.325"),
    Form("Ngân sách chi 64,001 tỷ đồng và thu 58,866 tỷ đồng, bội chi 5,135 tỷ đồng.", "5,135", "5,315"),
    Form(
      """
      Vốn đăng ký 80,52 triệu USD; 08 dự án điều chỉnh với mức vốn tăng thêm 27,72 triệu USD; tổng vốn đăng ký sau \
      điều chỉnh là 108,24 triệu USD.
      """, "108,24", "104,28"),
    Form(
      """
      Số đơn phải giải quyết 412 đơn (kỳ trước chuyển sang 37, mới tiếp nhận 375), đã giải quyết 386 đơn, còn 26 \
      đơn.
      """, "375", "357"),
    Form("Huy động được 12,4 tỷ đồng, vượt 2,4 tỷ đồng so với kế hoạch 10 tỷ đồng.", "2,4 tỷ", "4,2 tỷ"),
    Form("Tiêm được 45.320 liều, trong đó mũi 1: 25.120 liều; mũi 2: 20.200 liều.", "20.200", "22.000"),
    Form("Tỷ lệ hộ nghèo còn 3,45%, giảm 1,2% so với đầu năm (4,65%).", "1,2%", "2,1%"),
    Form("Sản lượng đạt 1.250 tấn, gấp 2,5 lần năm 2015 (500 tấn).", "2,5", "5,2"),
    Form("Đạt 17/19 tiêu chí, còn 2 tiêu chí chưa đạt.", "còn 2", "còn 3"),
    Form("Năm 2020 thu 1.215 tỷ đồng, năm 2021 thu 1.362 tỷ đồng, tăng 147 tỷ đồng.", "147", "174"),
    Form("Năm 2020 thu 1.215 tỷ đồng, năm 2021 thu 1.362 tỷ đồng, tăng 12,1%.", "12,1", "21,1"),
    Form(
      """
      Tổng số 87 chi bộ, có 61 chi bộ hoàn thành xuất sắc nhiệm vụ (70,1%), 24 chi bộ hoàn thành tốt nhiệm vụ \
      (27,6%), 2 chi bộ hoàn thành nhiệm vụ (2,3%).
      """, "27,6", "26,7"),
    Form(
      """
      Diện tích rừng trồng mới 4.250 ha, nâng tổng diện tích rừng từ 112.300 ha lên 116.550 ha.
      """, "116.550", "115.660"),
    Form("Có 96 đại biểu dự đại hội, trong đó có 58 nam, 38 nữ.", "38", "83"),
    Form("Công nhận 45 sáng kiến cấp cơ sở, 12 sáng kiến cấp tỉnh; tổng số 57 sáng kiến.", "57", "75"),
    Form("Hội đồng xét 125 hồ sơ, trong đó đủ điều kiện 118 hồ sơ, không đủ điều kiện 07 hồ sơ.", "118", "108"),
    Form("Có 1.234/1.250 hộ đăng ký, chiếm 98,7%.", "98,7", "97,8"),
    Form("Đã tổ chức 12 lớp với 960 lượt học viên (bình quân 80 học viên/lớp).", "80", "88"),
    Form("Số phiếu phát ra 52 phiếu, thu về 52 phiếu; hợp lệ 51 phiếu, không hợp lệ 01 phiếu.", "51", "52"),
    Form("Trong tổng số 1.356 hồ sơ tiếp nhận có 1.221 hồ sơ trực tuyến, 135 hồ sơ trực tiếp.", "1.221", "1.212"),
    Form("Kế hoạch giao 450 chỉ tiêu, thực hiện 468 chỉ tiêu, đạt 104%.", "104%", "140%"),
    Form("So với năm 2018 tăng 35 vụ (từ 120 vụ lên 155 vụ).", "35", "53"),
    Form("Số tiền phạt 2,45 tỷ đồng, tăng 18,9% so với cùng kỳ (2,06 tỷ đồng).", "18,9", "19,8"),
    Form(
      """
      Tổng giá trị sản xuất 5.215 tỷ đồng, trong đó: nông nghiệp 3.120 tỷ đồng, chiếm 59,8%; lâm nghiệp 845 tỷ \
      đồng, chiếm 16,2%; thủy sản 1.250 tỷ đồng, chiếm 24,0%.
      """, "16,2", "12,6"),
    Form("Có 8/10 chỉ tiêu đạt và vượt, 2/10 chỉ tiêu không đạt.", "2/10", "3/10"),
    Form("Trồng được 1.250 ha, đạt 104,2% kế hoạch (1.200 ha).", "104,2", "102,4"),
    Form("Còn 12 hộ nghèo, chiếm 0,8% trong tổng số 1.500 hộ.", "0,8", "8,0"),
    Form(
      """
      Xử phạt 245 trường hợp với số tiền 1.225 triệu đồng, trong đó: xây dựng 45 trường hợp, 525 triệu đồng; giao \
      thông 200 trường hợp, 700 triệu đồng.
      """, "525", "552"),
    Form("Tổng số giáo viên 1.245 người (mầm non 420, tiểu học 480, THCS 345).", "480", "408"),
    Form("Thu hồi 12,5 ha, gồm đất lúa 8,2 ha và đất khác 4,3 ha.", "4,3", "3,4"),
    Form("Lũy kế đến nay có 86 xã đạt chuẩn, tăng 6 xã so với đầu năm (80 xã).", "6 xã so", "8 xã so"),
    Form(
      """
      Đảng bộ có 42 chi bộ, 1.215 đảng viên; trong đó 1.180 đảng viên chính thức, 35 đảng viên dự bị.
      """, "1.180", "1.108"),
    Form("Đã cấp 12.450 thẻ, còn 350 thẻ chưa cấp trên tổng số 12.800 thẻ.", "350", "530"),
    Form("Doanh thu 9 tháng đạt 1.250 tỷ đồng, bằng 78,1% kế hoạch năm 1.600 tỷ đồng.", "78,1", "71,8"),
    Form("Số người tham gia BHYT 512.300 người, chiếm 92,5% dân số (553.800 người).", "92,5", "95,2"),
    Form("Cấp giấy cho 1.520 hộ, đạt tỷ lệ 95% so với tổng số 1.600 hộ.", "95%", "92%"),
    Form("Huyện có 25 trường: 8 trường mầm non, 10 trường tiểu học, 7 trường THCS.", "10", "12"),
    Form(
      """
      Đại hội có 250 đại biểu, trong đó đại biểu đương nhiên 35, đại biểu bầu 210, đại biểu chỉ định 5.
      """, "210", "201"),
    Form("Tăng từ 15 xã năm 2015 lên 48 xã năm 2020 (tăng 33 xã).", "33", "23"),
    Form(
      """
      Tổng số lượt khách 1.250.000 lượt, trong đó khách quốc tế 120.000 lượt, khách nội địa 1.130.000 lượt.
      """, "120.000", "102.000"),
    Form("Số thu năm 2019 là 950 tỷ đồng, gấp 1,9 lần năm 2015 (500 tỷ đồng).", "1,9", "9,1"),
    Form("Có 325 thôn, trong đó 312 thôn văn hóa (đạt 96%), 13 thôn chưa đạt.", "312", "321"),
    Form("Vận động được 3,25 tỷ đồng: tiền mặt 2,1 tỷ đồng, hiện vật trị giá 1,15 tỷ đồng.", "1,15", "1,51"),
    Form("Đầu năm có 80 xã đạt chuẩn, trong năm thêm 16 xã, nâng tổng số lên 96 xã.", "96", "69"),
    // Products.
    Form("Hỗ trợ 325 hộ với mức 5 triệu đồng/hộ, tổng kinh phí 1.625 triệu đồng.", "1.625", "1.265"),
    Form("Trao 120 suất học bổng, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng.", "60", "66"),
    Form(
      """
      Tặng 20 suất trị giá 300.000 đồng/suất và 30 suất trị giá 500.000 đồng/suất, tổng trị giá 21 triệu đồng.
      """, "21 triệu", "24 triệu"),
    Form("Cử 35 đội, mỗi đội 5 người, tổng số 175 người.", "175", "157"),
    Form("Gieo trồng 12.450 ha lúa, năng suất 53 tạ/ha, sản lượng 65.985 tấn.", "65.985", "56.985"),
    Form("Ngô 1.250 ha, sản lượng đạt 6.500 tấn, năng suất 5,2 tấn/ha.", "5,2", "7,2"),
    // Shares of what was to be had or done, and of what they are in.
    Form("Tổng vốn được giao 1.250 tỷ đồng. Đến nay đã giải ngân 875 tỷ đồng, đạt 70%.", "70%", "77%"),
    Form("Nhu cầu vốn 23.000 tỷ đồng, mới bố trí được 5.000 tỷ đồng, tương ứng 21,7% yêu cầu.", "21,7", "27,1"),
    Form("Số phải thu 125 tỷ đồng, đã thu 87,5 tỷ đồng, tỷ lệ 70%.", "87,5", "75,8"),
    Form("Có 18 đơn vị trong tổng số 72 đơn vị trực thuộc đạt chuẩn, đạt tỷ lệ 25%.", "18", "81"),
    Form("Tổng số hộ nghèo 12.500 hộ, tỷ lệ 12,5% trong tổng số 100.000 hộ.", "12,5%", "15,2%"),
    Form("Kết quả: đúng 12 vụ (20%), sai 39 vụ (65%), có đúng có sai 9 vụ (15%).", "39", "93"),
    Form("Kết quả: đúng 12 vụ (20%), sai 39 vụ (65%), có đúng có sai 9 vụ (15%).", "65%", "56%"),
    // Pairs behind a stroke, parts before their whole.
    Form("So với cùng kỳ giảm 12 vụ (84/96), giảm 5 người chết (45/50).", "45/50", "54/50"),
    Form("Có 15 chỉ tiêu đạt, 3 chỉ tiêu không đạt trong tổng số 18 chỉ tiêu.", "15", "14"),
    Form("Có 90 người ứng cử (42 người được giới thiệu và 48 người tự ứng cử).", "42", "24"),
    Form("Đạt 24 giải cá nhân gồm 01 giải nhất, 03 giải nhì, 05 giải ba, 15 giải khuyến khích.", "05", "50"),
    Form(
      """
      Năm 2019 trồng 1.250 ha rừng, năm 2020 trồng 1.380 ha, hai năm trồng 2.630 ha.
      """, "1.380", "3.180"),
    Form(
      """
      Năm học 2018-2019 có 125.430 học sinh, năm học 2017-2018 có 122.220 học sinh, tăng 3.210 học sinh.
      """, "3.210", "2.310"),
    Form("Tỷ lệ đỗ đạt 97,85% (7.235/7.394 em), tăng 0,42% so với năm 2018 (97,43%).", "0,42", "4,02"),
    Form("Có 325/542 trường đạt chuẩn, tăng 18 trường so với năm học trước (307 trường).", "18", "81"),
    Form(
      """
      Tiếp nhận 12.537 hồ sơ, trong đó đã giải quyết 11.951 hồ sơ, đúng hạn 11.841 hồ sơ, còn 586 hồ sơ.
      """, "586", "856"),
    Form("Thu 120 tỷ đồng, chi 95 tỷ đồng, kết dư 25 tỷ đồng.", "kết dư 25", "kết dư 52"),
    Form(
      """
      Nợ đến 31/12/2018 là 45,6 tỷ đồng, trong năm đã trả 18,2 tỷ đồng, phát sinh 3,1 tỷ đồng, còn nợ 30,5 tỷ đồng.
      """, "18,2", "12,8"),
    Form("Thu nội địa đạt 1.758 tỷ đồng, trong đó thu thuế 1.512 tỷ đồng, thu phí 246 tỷ đồng.", "1.512", "5.112"),
    Form("Có 116 người, gồm 105 hành khách và 11 thuyền viên.", "105", "150"),
    Form(
      "Có 12 tỉnh gồm Hà Giang, Cao Bằng, Lào Cai, Yên Bái, Sơn La, Lai Châu, Điện Biên, Hòa Bình, Phú Thọ, "
        + "Lạng Sơn, Bắc Kạn và Bắc Giang.", "12 tỉnh", "21 tỉnh"),
    Form("Đã lấy phiếu 38/44 đơn vị (86%).", "38", "83"),
    Form("Tỷ lệ phản hồi 56% (111/198).", "56%", "26%"),
    // What was compared with, months, cases, stores, funds over sentences.
    Form(
      "So với cùng kỳ (248 vụ, 141 người chết): giảm 34 vụ (-13,7%), giảm 09 người chết (-6,4%).", "13,7", "17,3"),
    Form(
      """
      Thu được 4.186,4 tỷ đồng, bằng 53,3% dự toán (7.850 tỷ đồng); so với cùng kỳ (3.829,7 tỷ đồng) tăng 9,3%.
      """, "9,3%", "8,3%"),
    Form("Cùng kỳ năm 2021 tiếp 4.738 lượt, như vậy số lượt tiếp giảm 412 lượt (8,7%).", "8,7", "7,8"),
    Form("So với vụ trước (322.417 tấn), sản lượng thóc cao hơn 9.143 tấn, tương ứng 2,8%.", "9.143", "9.413"),
    Form(
      """
      Tháng 9 có 1.856 ca, tháng 10 có 1.204 ca (giảm 35,1%), tháng 11 còn 725 ca, giảm tiếp 39,8%.
      """, "39,8", "38,9"),
    Form(
      "Tạm giữ 9.872 phương tiện. Đã trả phương tiện cho 9.214 trường hợp, còn 658 phương tiện.", "658", "568"),
    Form("Được phân bổ 1.042.500 liều; đã sử dụng 987.360 liều, tồn kho 55.140 liều.", "55.140", "54.140"),
    Form(
      """
      Số dư quỹ chuyển từ năm 2019 sang là 12.436 triệu đồng. Năm 2020 thu 9.318 triệu đồng (hội phí 3.042 triệu đồng, \
      vận động 4.615 triệu đồng, thu khác 1.661 triệu đồng). Chi trong năm 8.574 triệu đồng. Như vậy tồn quỹ đến \
      31/12/2020 là 13.180 triệu đồng.
      """, "13.180", "13.810"),
    Form(
      """
      Có 1.352 cháu được đỡ đầu. Bao gồm 774 cháu do tập thể nhận, 391 cháu do doanh nhân nhận, 187 cháu do bộ đội nhận.
      """, "774", "747"),
    Form(
      """
      Tiếp nhận 186 người; nghỉ hưu 62 người, thôi việc 57 người, chuyển đi 14 người; do vậy tổng số tăng 53 người.
      """, "186", "168"),
    Form(
      "Có 165.430 phụ nữ từ 18 tuổi trở lên. Hội tập hợp được 122.971 hội viên, tỷ lệ thu hút 74,3%.", "74,3", "73,4"),
    // Ranks, periods, balances.
    Form("Chỉ số PAPI xếp thứ 12 cả nước, tăng 5 bậc so với năm 2020 (thứ 17).", "5 bậc", "6 bậc"),
    Form("Chỉ số PCI từ vị trí thứ 35 lên thứ 28, tăng 7 bậc.", "thứ 28", "thứ 38"),
    Form("Tỷ lệ hộ nghèo giảm từ 15,38% năm 2016 còn 6,08% năm 2021, mỗi năm giảm 1,86%.", "1,86", "1,68"),
    Form(
      """
      Quý I năm 2021 thu 120 tỷ đồng, quý II năm 2021 thu 150 tỷ đồng, 6 tháng đầu năm 2021 thu 270 tỷ đồng.
      """, "150", "160"),
    Form(
      """
      Tồn quỹ đầu năm 120 triệu đồng, thu trong năm 350 triệu đồng, chi 280 triệu đồng, tồn quỹ cuối năm 190 triệu đồng.
      """, "280", "208"),
    Form(
      """
      Kết nạp 35 đảng viên, nâng tổng số đảng viên lên 1.245 đồng chí (đầu năm 1.210 đồng chí).
      """, "35", "53"),
  ])
  func `a number that agrees is told as right, and one that does not as wrong`(_ form: Form) {
    let (told, faults) = (auditSummaries(of: form.text), auditSummaries(of: form.faulty))
    #expect(form.faulty != form.text)
    #expect(told.contains { $0.contains(" holds ") } && !told.contains { $0.contains(" fails ") }, "\(told)")
    #expect(faults.contains { $0.contains(" fails ") }, "\(faults)")
  }

  @Test(arguments: [
    "3 năm 2016 - 2018 ước đạt gần 55% kế hoạch 5 năm.",
    "Tỷ lệ hộ nghèo giảm 1,2% so với 5 năm trước.",
    "Toàn huyện có 252 hộ nghèo, giảm 48 hộ so với 15 xã khác.",
    "Đảng bộ có 96 đảng viên, trong đó 58 nữ, 40 dân tộc.",
    "Năm 2020 có 1.215 vụ, năm 2021 có 362 người chết, tăng 147 người.",
    "Trồng mới 4.250 ha, nâng độ che phủ từ 42% lên 45%.",
    "Có 120 hộ đạt chuẩn, 45 hộ chưa được hỗ trợ.",
    // The first number begins the text.
    "5 người, cử 35 đội, mỗi đội 5 người, tổng số 175 người.",
    "5 đội tổng số 175 người.", "5 người tổng số 17 người",
    "1.215 tỷ đồng, 1.362 tỷ đồng, tăng 174 tỷ đồng.",
    "Gieo trồng 12.450 ha lúa, năng suất 53 tạ/ha, sản lượng thu hoạch 64.800 tấn.",
    "Hỗ trợ 325 hộ với mức 5 triệu đồng/hộ; cho vay tổng số 4.270 triệu đồng.",
    "Tỉnh xếp thứ 12 về chỉ số thứ 3, tăng 5 bậc.",
    // The years stand in the paragraph before.
    "Trồng rừng trong 03 năm\n\nDiện tích 12 ha, năm sau 15 ha.",
    "Xuất khẩu xếp ở vị trí thứ 27; nhập khẩu cũng tăng 16 bậc, xếp ở vị trí thứ 28.",
    "Có 81 loài (18 loài trong Sách đỏ Việt Nam và 6 loài trong Sách đỏ thế giới).",
    "Có 32 đội (trước năm 1982 là 16 đội, trước năm 1998 là 24 đội).",
    "Giải quyết 12.537 hồ sơ, trong đó qua mạng 11.951 hồ sơ, đúng hạn 11.841 hồ sơ, trước hạn 586 hồ sơ.",
    "Có 120 cán bộ, trong đó 80 cán bộ nữ, 60 cán bộ trẻ, 50 cán bộ người dân tộc.",
    "Học sinh xếp hạng 2/4, tỷ lệ 61%.",
    "Có 3.928 giường, gồm công lập 3.542 giường và ngoài công lập 386 giường, tương đương 30,6 giường trên vạn dân.",
    "Thôi việc 14 người; tổng số tăng 53 người so với đầu năm (5.305 người).",
    "Giải ngân đến 30/6 (45%).", "Học sinh đạt 46 giải (02 nhất, 09 nhì, 15 ba, 20 khuyến khích).",
    "Tiểu học có 27.903 em, cả cấp hoàn thành 43.177 em, chưa hoàn thành 782 em.",
    "Có 251 sáng kiến ở cơ sở và 17 sáng kiến toàn tỉnh. Giáo dục đóng góp nhiều nhất với 198 sáng kiến (73,9%).",
    "Với 439 đại biểu biểu quyết, kết quả như sau: 436 đại biểu tán thành; 2 đại biểu không tán thành.",
  ])
  func `numbers that do not depend on each other give no alarm`(_ text: String) {
    #expect(!auditSummaries(of: text).contains { $0.contains(" fails ") })
  }
}
