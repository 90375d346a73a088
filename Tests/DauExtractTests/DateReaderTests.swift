import Testing

@testable import DauExtract

@Suite struct DateReaderTests {
  @Test(arguments: [
    Case("Họp ngày 05 tháng 3 năm 2021.", "ngày 05 tháng 3 năm 2021 = 2021-03-05"),
    Case(
      "Họp ngày 5/3/2021, 05-03-2021, 05.03.2021.", "5/3/2021 = 2021-03-05", "05-03-2021 = 2021-03-05",
      "05.03.2021 = 2021-03-05"),
    Case("Đến tháng 4/2021 và tháng 5 năm 2021", "Đến tháng 4/2021 = 2021-04 until", "tháng 5 năm 2021 = 2021-05"),
    Case(
      "Năm 2020, dự toán 2021 và quý III/2021, quý 4 năm 2021", "Năm 2020 = 2020", "2021 = 2021",
      "quý III/2021 = 2021-35", "quý 4 năm 2021 = 2021-36"),
    Case(
      "6 tháng đầu năm 2020; 6 tháng cuối năm 2020; 9 tháng đầu năm 2020", "6 tháng đầu năm 2020 = 2020-40",
      "6 tháng cuối năm 2020 = 2020-41", "9 tháng đầu năm 2020 = 2020-01/2020-09"),
    Case("tăng 50% so với cùng kỳ 2016).", "2016 = 2016"),
    Case("tăng gần 7% so với 2015; trong đó, so với 2015 hộ", "2015 = 2015"),
    Case("dự toán 2017 thu nội địa là 81,7%", "2017 = 2017"),
    Case("hoàn thành chỉ tiêu thu ngân sách 2017 Năm 2017, ngành được giao", "2017 = 2017", "Năm 2017 = 2017"),
    Case("kế hoạch 2017 tỷ đồng"),
    Case("triển khai ngay từ đầu năm 2017, di dời", "đầu năm 2017 = 2017 start"),
    Case("từ đầu năm 2017, di dời", "từ đầu năm 2017 = 2017/.. from"),
    Case("ngày 7/4/21 đã xong", "7/4/21 = 2021-04-07"),
    Case("ngày 7/4/95 đã xong", "7/4/95 = 1995-04-07"),
    Case("thập niên 1980 khó khăn", "thập niên 1980 = 198X"),
    Case("thứ Hai, ngày 02/8/2021, lúc 7 giờ 30 phút", "02/8/2021 = 2021-08-02"),
    Case("Kế hoạch 5 năm 2021 - 2025", "2021 - 2025 = 2021/2025"),
    Case("Nghị quyết 18 năm 2017 của Quốc hội", "năm 2017 = 2017"),
    Case("các năm 2017, 2018 và 2019.", "năm 2017 = 2017", "2018 = 2018", "2019 = 2019"),
    Case("các ngày 05, 06 và 07/9/2018", "05 = 2018-09-05", "06 = 2018-09-06", "07/9/2018 = 2018-09-07"),
    Case("Hội chợ Vân Hà 2019.", "2019 = 2019"),
    Case("xong 20/07/21, theo 2021/07/20", "20/07/21 = 2021-07-20", "2021/07/20 = 2021-07-20"),
    Case(
      "Quý II, III năm 2020; quý I và quý II/2021; quý IV -2021", "Quý II = 2020-34", "III năm 2020 = 2020-35",
      "quý I = 2021-33", "quý II/2021 = 2021-34", "quý IV -2021 = 2021-36"),
    Case(
      "sáu tháng đầu năm 2021, 3 quý đầu năm 2020", "sáu tháng đầu năm 2021 = 2021-40",
      "3 quý đầu năm 2020 = 2020-01/2020-09"),
    Case(
      "nửa đầu năm 2019 và nửa cuối năm 2020", "nửa đầu năm 2019 = 2019-40", "nửa cuối năm 2020 = 2020-41"),
    Case("nửa đầu nhiệm kỳ, một nửa năm 2019", "năm 2019 = 2019"),
    Case("những năm 1990; những năm 60 của thế kỷ XX", "những năm 1990 = 199X", "những năm 60 = 196X"),
    Case("trong tháng 9, tháng 10 năm 2021", "tháng 9 = 2021-09", "tháng 10 năm 2021 = 2021-10"),
    Case("Luật Thi đua, khen thưởng 26 tháng 11 năm 2003", "26 tháng 11 năm 2003 = 2003-11-26"),
    Case("bàn giao 35 tháng 11 năm 2003", "tháng 11 năm 2003 = 2003-11"),
    Case("ngày mười lăm tháng tám năm 1945", "ngày mười lăm tháng tám năm 1945 = 1945-08-15"),
    Case("trước ngày 15 tháng 11 hằng năm", "trước ngày 15 tháng 11 = XXXX-11-15 before resolved"),
    Case(
      "trước ngày 15/6 và ngày 15/12 hằng năm", "trước ngày 15/6 = XXXX-06-15 before resolved",
      "15/12 = XXXX-12-15 resolved"),
    Case("Hằng năm, trước ngày 15/11 gửi báo cáo", "trước ngày 15/11 = XXXX-11-15 before resolved"),
    Case(
      "Ngày mồng hai tháng chín năm một nghìn chín trăm bốn mươi lăm",
      "Ngày mồng hai tháng chín năm một nghìn chín trăm bốn mươi lăm = 1945-09-02"),
    Case(
      "ngày ba mươi mốt tháng mười năm hai nghìn không trăm mười chín",
      "ngày ba mươi mốt tháng mười năm hai nghìn không trăm mười chín = 2019-10-31"),
    Case("từ năm hai nghìn không trăm linh năm đến nay", "từ năm hai nghìn không trăm linh năm = 2005/.. from"),
    Case("Sinh tháng năm năm 2018", "tháng năm năm 2018 = 2018-05"),
    Case("Trong 3 năm 2016, 2017 và 2018", "2016 = 2016", "2017 = 2017", "2018 = 2018"),
    Case(
      "năm học 2017/2018, năm học 2018-19, niên khóa 2019/2020", "năm học 2017/2018 = 2017/2018",
      "năm học 2018-19 = 2018/2019", "niên khóa 2019/2020 = 2019/2020"),
    Case("**Ngày 31 tháng 10** năm 2019", "Ngày 31 tháng 10** năm 2019 = 2019-10-31"),
    Case("dịp lễ 30/4 và 01/5/2015", "30/4 = 2015-04-30", "01/5/2015 = 2015-05-01"),
    Case("ngày 8/3, 20/10/2019", "8/3 = 2019-03-08", "20/10/2019 = 2019-10-20"),
    Case("nghỉ dịp 30/4 - 1/5/2021", "30/4 - 1/5/2021 = 2021-04-30/2021-05-01"),
    // The pivot of two-digit years.
    Case("ngày 7/4/69 và ngày 7/4/70", "7/4/69 = 2069-04-07", "7/4/70 = 1970-04-07"),
  ])
  func `reads dates as exact as they are written`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test(arguments: [
    Case("(20/10/1899 - 20/10/2019)", "20/10/1899 - 20/10/2019 = 1899-10-20/2019-10-20"),
    Case(
      "từ ngày 01/7/2019 đến hết ngày 15/8/2019", "từ ngày 01/7/2019 đến hết ngày 15/8/2019 = 2019-07-01/2019-08-15"),
    Case("từ ngày 19 đến ngày 25/8/2019", "từ ngày 19 đến ngày 25/8/2019 = 2019-08-19/2019-08-25"),
    Case("từ 17-19/12/1997", "từ 17-19/12/1997 = 1997-12-17/1997-12-19"),
    Case("từ tháng 9 đến tháng 12/2019", "từ tháng 9 đến tháng 12/2019 = 2019-09/2019-12"),
    Case(
      "nhiệm kỳ 2020 - 2025; năm học mới 2019 - 2020", "nhiệm kỳ 2020 - 2025 = 2020/2025",
      "năm học mới 2019 - 2020 = 2019/2020"),
    Case("giai đoạn từ năm 2016 đến năm 2020", "giai đoạn từ năm 2016 đến năm 2020 = 2016/2020"),
    Case("từ đầu năm đến ngày 11/10/2019", "từ đầu năm đến ngày 11/10/2019 = 2019-01-01/2019-10-11 resolved"),
    Case("giai đoạn 2016 -\n2020 của huyện", "giai đoạn 2016 - 2020 = 2016/2020"),
    Case("(30/4/1975-30/4/2015)", "30/4/1975-30/4/2015 = 1975-04-30/2015-04-30"),
    Case("từ 01/01 đến 31/12/2020", "từ 01/01 đến 31/12/2020 = 2020-01-01/2020-12-31"),
    Case("tuần (28/12 - 03/01/2021)", "28/12 - 03/01/2021 = 2020-12-28/2021-01-03"),
    Case("từ ngày 28/12 đến ngày 03/01/2021", "từ ngày 28/12 đến ngày 03/01/2021 = 2020-12-28/2021-01-03"),
    Case("từ cuối năm 2019 đến đầu năm 2020", "từ cuối năm 2019 đến đầu năm 2020 = 2019/2020"),
    Case(
      "từ 7h30 ngày 12/8/2021 đến 17 giờ 00 ngày 14/8/2021",
      "từ 7h30 ngày 12/8/2021 đến 17 giờ 00 ngày 14/8/2021 = 2021-08-12/2021-08-14"),
    Case("quý I - III/2021", "quý I - III/2021 = 2021-33/2021-35"),
  ])
  func `one range is one record`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test(arguments: [
    Case("đầu tháng 10/2019", "đầu tháng 10/2019 = 2019-10 start"),
    Case("cuối năm 2019", "cuối năm 2019 = 2019 end"),
    Case("hết tháng 9/2019", "hết tháng 9/2019 = 2019-09 end"),
    Case("trước ngày 30/9/2019", "trước ngày 30/9/2019 = 2019-09-30 before"),
    Case("đến hết 20/6/2018", "đến hết 20/6/2018 = 2018-06-20 until"),
    Case("sau năm 1975", "sau năm 1975 = 1975 after"),
    Case("kể từ ngày 01/01/2020", "kể từ ngày 01/01/2020 = 2020-01-01/.. from"),
    Case("từ năm 2016 đến nay", "từ năm 2016 = 2016/.. from"),
    Case("chậm nhất là ngày 15/11/2021", "chậm nhất là ngày 15/11/2021 = 2021-11-15 until"),
    Case("không quá ngày 30/6/2021", "không quá ngày 30/6/2021 = 2021-06-30 until"),
    Case("không muộn hơn ngày 1/2/2019", "không muộn hơn ngày 1/2/2019 = 2019-02-01 until"),
    Case("trước **ngày 30/9/2019**", "trước **ngày 30/9/2019 = 2019-09-30 before"),
    // The hours of a day bound no day.
    Case("Từ 8 giờ 00 đến 11 giờ 30 ngày 22/10/2019", "22/10/2019 = 2019-10-22"),
    Case("làm từ 8h đến 11h30 ngày 22/10/2019", "22/10/2019 = 2019-10-22"),
    Case("trước 17h00 ngày 20/11/2021", "trước 17h00 ngày 20/11/2021 = 2021-11-20 before"),
    Case("trước thứ Sáu, ngày 12/3/2021", "trước thứ Sáu, ngày 12/3/2021 = 2021-03-12 before"),
  ])
  func `words before a date say how it is meant`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test(arguments: [
    Case("Ký lúc 31.10.2019 09:07:31 +07:00", "31.10.2019 09:07:31 +07:00 = 2019-10-31T09:07:31+07:00"),
    Case("2019-10-31T09:07:31+0700", "2019-10-31T09:07:31+0700 = 2019-10-31T09:07:31+07:00"),
    Case("25/12/2019 09:29:08", "25/12/2019 09:29:08 = 2019-12-25T09:29:08"),
    Case("05/01/2021 2:22:10 CH", "05/01/2021 2:22:10 CH = 2021-01-05T14:22:10"),
  ])
  func `a signing time keeps its zone, or has none`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test(arguments: [
    Case("ngày 31/02/2019", "31/02/2019 = impossible"),
    Case("Ngày 5 tháng 13 năm 2019", "Ngày 5 tháng 13 năm 2019 = impossible"),
    Case("ngày 0/1/2019, ngày 31.02.2019", "0/1/2019 = impossible", "31.02.2019 = impossible"),
    Case("Họp 10/31/2019", "10/31/2019 = impossible"),
    Case("Tháng 13/2019", "Tháng 13/2019 = impossible"),
    Case("ngày 30/2", "30/2 = impossible"),
    // A thirteenth month's pay is no month.
    Case("thưởng tháng 13 năm 2019", "năm 2019 = 2019"),
    Case("ngày 10 tháng 3 âm lịch", "ngày 10 tháng 3 âm lịch = lunar"),
    Case("ngày ... tháng ... năm 2019", "ngày ... tháng ... năm 2019 = 2019"),
    Case("Vân Hà, ngày   tháng 8 năm 2020", "ngày   tháng 8 năm 2020 = 2020-08"),
    Case("ngày ..../..../2021; ngày    /7/2021", "ngày ..../..../2021 = 2021", "ngày    /7/2021 = 2021-07"),
    Case("mồng 10 tháng 3 âm lịch", "mồng 10 tháng 3 âm lịch = lunar"),
  ])
  func `what is no whole date is said to be none`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test(arguments: [
    "mỗi ngày một tốt hơn", "qua hội nghị", "tháng năm", "đạt 16/18 chỉ tiêu", "tỷ lệ 1/500", "có 15/15 xã", "hàng năm",
    "10 năm xây dựng", "Quyết định số 31/2016/QĐ-UBND", "báo giá 2.019 đồng", "trực 24/7", "60 ngày đêm", "đầu năm học",
    "số nhà 12/5/20", "phiên bản 2.10.2019", "ngõ 12/5/2020", "mục 31.13.2019", "năm hai nghìn người", "giá 2017/2018",
    "xếp thứ 8/3, 20/10 xã",
  ])
  func `what only looks like a date is left alone`(_ text: String) {
    #expect(readings(of: text, .date).isEmpty)
  }

  @Test(arguments: [
    Case("Vân Hà, ngày 20 tháng I1 năm 2017", "ngày 20 tháng I1 năm 2017 = 2017-11-20"),
    Case("ngày 26 tháng T1 năm 2003", "ngày 26 tháng T1 năm 2003 = 2003-11-26"),
    Case("trình trước ngày 15//9/2018", "trước ngày 15//9/2018 = 2018-09-15 before"),
    Case("ngày 15/9//2018", "15/9//2018 = 2018-09-15"),
    Case("ngày. 12 tháng 8 năm 2024", "ngày. 12 tháng 8 năm 2024 = 2024-08-12"),
    Case("trước ngày 30/1 1/2021", "trước ngày 30/1 1/2021 = 2021-11-30 before"),
  ])
  func `specks and letters for figures do not hide a date`(_ example: Case) {
    #expect(readings(of: example.text, .date) == example.expected)
  }

  @Test func `the document's own time completes what is incomplete`() {
    let text = """
      ỦY BAN NHÂN DÂN
      TỈNH VÂN HÀ
      Số: 12/BC-UBND                    Vân Hà, ngày 05 tháng 7 năm 2018

      BÁO CÁO
      Kết quả 6 tháng đầu năm 2018

      Hết tháng 5 đã xong; quý III sẽ làm tiếp; 6 tháng đón 300 khách.
      """
    #expect(
      readings(of: text, .date).suffix(3) == [
        "Hết tháng 5 = 2018-05 end resolved", "quý III = 2018-35 resolved", "6 tháng = 2018-40 resolved",
      ])
  }

  @Test func `a day without its word is one behind the word of a deadline`() {
    let text = """
      ỦY BAN NHÂN DÂN
      TỈNH VÂN HÀ
      Số: 12/UBND-NV                    Vân Hà, ngày 05 tháng 7 năm 2018

      Gửi báo cáo trước 20/10; hoàn thành đến hết 30/9, chậm nhất 15/11. Sửa trước 2/3 số cầu, đạt 8/10.
      """
    #expect(
      readings(of: text, .date).suffix(3) == [
        "trước 20/10 = 2018-10-20 before resolved", "đến hết 30/9 = 2018-09-30 until resolved",
        "chậm nhất 15/11 = 2018-11-15 until resolved",
      ])
  }

  @Test func `a report on nine months means them by their number`() {
    let text = """
      ỦY BAN NHÂN DÂN
      TỈNH VÂN HÀ
      Số: 48/BC-UBND                    Vân Hà, ngày 22 tháng 9 năm 2020

      BÁO CÁO
      Tình hình 9 tháng đầu năm 2020

      Tổng sản phẩm 9 tháng tăng 3,4%; trong 6 tháng tới sẽ làm tiếp.
      """
    #expect(readings(of: text, .date).suffix(1) == ["9 tháng = 2020-01/2020-09 resolved"])
  }

  @Test func `a turn of a year is no month`() {
    #expect(readings(of: "trao tặng đợt 1/2021 tại hội trường", .date) == ["2021 = 2021"])
  }

  @Test func `a date does not run from one paragraph into the next`() {
    #expect(readings(of: "kết thúc trong tháng 9\n\nNăm 2019 là năm cuối.", .date) == ["Năm 2019 = 2019"])
  }
}
