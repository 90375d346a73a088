import Testing

@testable import DauExtract

@Suite struct SummedTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var audits: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a total row below tabs; shares add nothing up",
      text: """
        TT\tHuyện\tSố xã\tDiện tích (ha)\tTỷ lệ (%)
        1\tSuối Mây\t12\t1.250,5\t31,2
        2\tĐồi Chè\t9\t980,0\t24,5
        3\tVân Hà\t15\t1.775,2\t44,3
        \tTổng cộng\t36\t4.005,7\t100
        """,
      audits: ["table_column 36 holds 36: 12+9+15", "table_column 4005.7 holds 4005.7: 1.250,5+980,0+1.775,2"]),
    Case(
      name: "aligned blanks, decimals in every row",
      text: """
        Nội dung                             Dự toán     Thực hiện       Đạt (%)
        Thu nội địa                          2.150,0       1.632,4          75,9
        Thu từ xuất nhập khẩu                4.300,0       2.697,0          69,0
        Thu viện trợ, huy động                 150,0         127,5          85,0
        Tổng cộng                            6.600,0       4.726,9          71,6
        """,
      audits: [
        "table_column 6600 holds 6600: 2.150,0+4.300,0+150,0",
        "table_column 4726.9 fails 4456.9: 1.632,4+2.697,0+127,5",
        "ratio 69 fails 62.7209: 2.697,0+4.300,0",
      ]),
    Case(
      name: "aligned blanks, a column of totals, one wrong total",
      text: """
        STT   Nội dung                 Tổng số    Ngân sách tỉnh    Ngân sách huyện
        1     Giao thông                1.250          850               400
        2     Thủy lợi                    640          600                40
        3     Trường học                  910          500               410
              Cộng                      2.800        1.950               860
        """,
      audits: [
        "table_row 1250 holds 1250: 850+400", "table_row 640 holds 640: 600+40", "table_row 910 holds 910: 500+410",
        "table_column 2800 holds 2800: 1.250+640+910", "table_column 1950 holds 1950: 850+600+500",
        "table_column 860 fails 850: 400+40+410", "table_row 2800 fails 2810: 1.950+860",
      ]),
    Case(
      name: "Markdown with groups and an empty cell",
      text: """
        | STT | Đơn vị | Số hồ sơ | Số thủ tục |
        |:---:|:---|---:|---:|
        | I | Khối huyện | 30 | 12 |
        | 1 | Suối Mây | 18 | 12 |
        | 2 | Đồi Chè | 12 | |
        | II | Khối sở | 8 | 5 |
        | 1 | Sở Nội vụ | 8 | 5 |
        | | **Tổng cộng** | **38** | **17** |
        """,
      audits: ["table_column 38 holds 38: 30+8", "table_column 17 holds 17: 12+5"]),
    Case(
      name: "the total above what it sums, sub-rows left out",
      text: """
        TT\tLoại hình\tSố cơ sở\tSố lao động
        \tTổng số\t45\t610
        1\tDoanh nghiệp\t30\t500
        \t- Trong đó: tư nhân\t12\t90
        2\tHợp tác xã\t15\t110
        """,
      audits: ["table_column 45 holds 45: 30+15", "table_column 610 holds 610: 500+110"]),
    Case(
      name: "letters for digits",
      text: """
        TT\tHuyện\tSố xã\tSố thôn
        1\tSuối Mây\tl5\t12O
        2\tĐồi Chè\t9\t80
        \tTổng cộng\t24\t200
        """,
      audits: ["table_column 24 holds 24: l5+9", "table_column 200 holds 200: 12O+80"]),
    Case(
      name: "a sum that fails beside a misread digit is no fault of the document",
      text: """
        TT\tHuyện\tSố xã\tSố thôn
        1\tSuối Mây\t15\tl2O
        2\tĐồi Chè\t9\t80
        \tTổng cộng\t24\t260
        """,
      audits: ["table_column 24 holds 24: 15+9"]),
    Case(
      name: "groups of items, the total on top, one wrong item",
      text: """
        STT   Nguồn vốn                    Kế hoạch     Giải ngân
              TỔNG CỘNG (I + II)            154.950       121.412
        I     Ngân sách Trung ương           96.300        78.545
        1     Vốn đầu tư phát triển          71.500        60.215
        2     Vốn sự nghiệp                  24.800        18.330
        II    Ngân sách địa phương           58.650        42.867
        1     Ngân sách tỉnh                 31.000        24.102
        2     Ngân sách huyện                19.450        13.605
        3     Ngân sách xã                    8.200         5.700
        """,
      audits: [
        "table_column 154950 holds 154950: 96.300+58.650", "table_column 121412 holds 121412: 78.545+42.867",
        "table_column 96300 holds 96300: 71.500+24.800", "table_column 78545 holds 78545: 60.215+18.330",
        "table_column 58650 holds 58650: 31.000+19.450+8.200", "table_column 42867 fails 43407: 24.102+13.605+5.700",
      ]),
    Case(
      name: "points with a column of deductions, one wrong total",
      text: """
        | TT | Đơn vị | Kinh tế - xã hội | Công tác TĐKT | Điểm trừ | Tổng điểm | Xếp hạng |
        |---|---|---|---|---|---|---|
        | 1 | Huyện Suối Mây | 47,5 | 19,0 | 0 | 66,5 | Nhất |
        | 2 | Huyện Đồi Chè | 46,0 | 18,5 | 1,0 | 65,3 | Nhì |
        | 3 | Huyện Vân Hà | 45,5 | 18,0 | 0,5 | 63,0 | Ba |
        """,
      audits: [
        "table_row 66.5 holds 66.5: 47,5+19,0+0", "table_row 65.3 fails 63.5: 46,0+18,5+1,0",
        "table_row 63 holds 63: 45,5+18,0+0,5",
      ]),
    Case(
      name: "changes with signs, and what they are in per cent",
      text: """
        Chỉ tiêu\tNăm 2017\tNăm 2018\tTăng (+), giảm (-)\tTỷ lệ (%)
        Số vụ tai nạn giao thông\t47\t41\t-6\t-12,8
        Số người chết\t32\t35\t+3\t+9,4
        Số người bị thương\t38\t29\t-9\t-23,7
        Số vụ phạm pháp hình sự\t214\t196\t-18\t-4,8
        """,
      audits: ["ratio -4.8 fails -8.4112: -18+214"]),
    Case(
      name: "what is left of a plan, with numbers in the labels, and one wrong item",
      text: """
        Nguồn vốn                           Kế hoạch      Giải ngân       Còn lại
        I. Vốn ngân sách địa phương        1.284.500        962.780       321.720
           1. Cân đối ngân sách              664.500        533.850       130.650
           2. Thu tiền sử dụng đất           620.000        428.930       191.070
        II. Vốn ngân sách trung ương       1.736.900      1.208.640       528.260
           1. Vốn trong nước               1.152.400        874.190       278.210
           2. Vốn nước ngoài (ODA)           584.500        334.450       250.500
        """,
      audits: [
        "difference 250500 fails 250050: 584.500+334.450", "table_column 1284500 holds 1284500: 664.500+620.000",
        "table_column 962780 holds 962780: 533.850+428.930", "table_column 321720 holds 321720: 130.650+191.070",
        "table_column 1736900 holds 1736900: 1.152.400+584.500",
        "table_column 1208640 holds 1208640: 874.190+334.450", "table_column 528260 fails 528710: 278.210+250.500",
      ]),
    Case(
      name: "all of a province above its districts",
      text: """
        TT\tHuyện\tSố công trình\tKinh phí (triệu đồng)
        \tToàn tỉnh\t26\t18.955
        1\tSuối Mây\t12\t9.840
        2\tĐồi Chè\t9\t4.125
        3\tVân Hà\t5\t5.920
        """,
      audits: ["table_column 26 holds 26: 12+9+5", "table_column 18955 fails 19885: 9.840+4.125+5.920"]),
    Case(
      name: "a grid with a head in two lines, whose total is of money alone",
      text: """
        +----+-------------+----------+----------+-----------+----------+----------+
        | TT | Đơn vị      | Xây mới  | Kinh phí | Sửa chữa  | Kinh phí | Tổng     |
        |    |             | (nhà)    | xây mới  | (nhà)     | sửa chữa | kinh phí |
        +----+-------------+----------+----------+-----------+----------+----------+
        | 1  | Suối Mây    | 8        | 480      | 14        | 420      | 900      |
        | 2  | Đồi Chè     | 17       | 1.200    | 26        | 780      | 1.800    |
        | 3  | Vân Hà      | 11       | 660      | 17        | 510      | 1.170    |
        +----+-------------+----------+----------+-----------+----------+----------+
        |    | Tổng cộng   | 36       | 2.340    | 57        | 1.710    | 3.870    |
        +----+-------------+----------+----------+-----------+----------+----------+
        """,
      audits: [
        "table_column 36 holds 36: 8+17+11", "table_column 2340 holds 2340: 480+1.200+660",
        "table_column 57 holds 57: 14+26+17", "table_column 1710 holds 1710: 420+780+510",
        "table_column 3870 holds 3870: 900+1.800+1.170", "table_row 900 holds 900: 480+420",
        "table_row 1800 fails 1980: 1.200+780", "table_row 1170 holds 1170: 660+510",
        "table_row 3870 fails 4050: 2.340+1.710",
      ]),
    Case(
      name: "no frame, an empty first cell, and a rest that no head says",
      text: """
        TT | Khối | Số hồ sơ | Đủ điều kiện | Trả lại
        1 | Các Vụ | 142 | 136 | 6
        2 | Các Cục | 231 | 212 | 29
        3 | Các Viện | 128 | 117 | 11
        4 | Các trường | 204 | 187 | 17
         | Toàn Bộ | 705 | 652 | 53
        """,
      audits: [
        "table_column 53 fails 63: 6+29+11+17", "table_column 652 holds 652: 136+212+117+187",
        "table_column 705 holds 705: 142+231+128+204", "table_row 29 fails 19: 231+212",
      ]),
    Case(
      name: "what was there, what came and what went",
      text: """
        TT	Đơn vị	Đầu năm	Kết nạp mới	Giảm trong năm	Cuối năm
        1	Thành phố Vân Hà	24.316	612	438	24.490
        2	Thị xã Cửa Hòa	13.508	385	291	13.602
        3	Huyện Trà Sơn	21.740	547	362	21.925
        4	Huyện Triệu An	28.165	803	517	28.541
        5	Huyện Cam Thịnh	17.922	426	305	18.043
        	Tổng	105.651	2.773	1.913	106.511
        """,
      audits: [
        "table_column 105651 holds 105651: 24.316+13.508+21.740+28.165+17.922",
        "table_column 106511 fails 106601: 24.490+13.602+21.925+28.541+18.043",
        "table_column 2773 holds 2773: 612+385+547+803+426",
        "table_row 28541 fails 28451: 28.165+803+517",
      ]),
    Case(
      name: "a year below its quarters",
      text: """
        Thời gian	Lượt kiểm tra	Biên bản đã lập	Tiền phạt (triệu đồng)
        Quý I	1.126	842	187,5
        Quý II	1.473	1.105	264,0
        Quý III	638	517	71,5
        Quý IV	1.285	968	243,2
        Cả năm	4.522	3.342	766,2
        """,
      audits: [
        "table_column 3342 fails 3432: 842+1.105+517+968", "table_column 4522 holds 4522: 1.126+1.473+638+1.285",
        "table_column 766.2 holds 766.2: 187,5+264,0+71,5+243,2",
      ]),
    Case(
      name: "groups whose total names them",
      text: """
        TT	Khối	Giao 2015	Giao 2021
        I	Khối Đảng	1.040	927
        1	Cấp tỉnh	412	368
        2	Cấp huyện	628	559
        II	Khối sự nghiệp	4.352	3.810
        1	Giáo dục	1.137	934
        2	Y tế	3.215	2.876
        	Tổng biên chế (I + II)	5.392	4.737
        """,
      audits: [
        "table_column 1040 holds 1040: 412+628", "table_column 927 holds 927: 368+559",
        "table_column 4352 holds 4352: 1.137+3.215", "table_column 3810 holds 3810: 934+2.876",
        "table_column 5392 holds 5392: 1.040+4.352", "table_column 4737 holds 4737: 927+3.810",
      ]),
  ])
  func `sums of other tables are checked`(_ example: Case) {
    #expect(tableAudits(of: example.text).sorted() == example.audits.sorted())
    #expect(
      !awardRecords(of: example.text).contains { $0.kind == .quantity || $0.kind == .indicator || $0.kind == .award })
  }

  @Test(arguments: [
    // One column that does not add up says nothing of the document.
    "TT\tHuyện\tMức bình quân\n1\tSuối Mây\t52\n2\tĐồi Chè\t48\n\tTổng cộng\t50",
    // No total.
    "TT\tHuyện\tSố xã\tSố thôn\n1\tSuối Mây\t12\t120\n2\tĐồi Chè\t9\t80",
    // `Tổng số hộ` is a thing counted.
    "TT\tChỉ tiêu\tNăm 2019\tNăm 2020\n1\tTổng số hộ\t120\t130\n2\tHộ nghèo\t12\t10\n3\tHộ cận nghèo\t8\t7",
    // A signature and its recipients.
    "Nơi nhận:\t\tCHỦ TỊCH\n- Như trên;\t\t\n- Lưu: VT.\t\tNguyễn Văn An",
    "Tổng cộng có 12 xã, 45 thôn và 3 thị trấn.\nCộng 60 đơn vị.",
  ])
  func `refuses what states no sum`(_ text: String) { #expect(tableAudits(of: text).isEmpty) }
}
