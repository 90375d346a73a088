// Made by '.ci/word-keys'; a test compares each number with the key of its word.

/// Words that readers compare with at every token.
///
/// A literal that begins like the word is hashed at run time, a static key is checked for being made at each use; a number
/// is neither.
enum Words {
  static let ngay = WordKey(rawValue: 0x6EA388E248912D13)  // ngày
  static let thang = WordKey(rawValue: 0x74018EE9DB4C7A19)  // tháng
  static let nam = WordKey(rawValue: 0x6EDEDF1929654821)  // năm
  static let quy = WordKey(rawValue: 0x71244F54B29CFFF6)  // quý
  static let mong = WordKey(rawValue: 0x6D3192B110AEA06E)  // mồng
  static let mung = WordKey(rawValue: 0x6D0C77F2FDBEFB2F)  // mùng
  static let giai = WordKey(rawValue: 0x6718E9722B6594A7)  // giai
  static let doan = WordKey(rawValue: 0x110543D0F68342A5)  // đoạn
  static let nhiem = WordKey(rawValue: 0x6E907B358D04F0DA)  // nhiệm
  static let ky = WordKey(rawValue: 0x6BD6986636662338)  // kỳ
  static let kyIpsilon = WordKey(rawValue: 0x6BD69B6636662851)  // kỷ
  static let nien = WordKey(rawValue: 0x6E3AFABAB3410878)  // niên
  static let khoa = WordKey(rawValue: 0x6B2AB9D3BDFC27CE)  // khóa
  static let thoi = WordKey(rawValue: 0x74B334C2F853F5CE)  // thời
  static let thap = WordKey(rawValue: 0x74C733BCE5DAA33A)  // thập
  static let t = WordKey(rawValue: 0x7463E94C860202A3)  // t
  static let am = WordKey(rawValue: 0xE2593707B6BF6B58)  // âm
  static let lich = WordKey(rawValue: 0x6C9466F6E3AF8390)  // lịch
  static let al = WordKey(rawValue: 0xE2593807B6BF6D0B)  // âl
  static let gieng = WordKey(rawValue: 0x674D2002190A1C92)  // giêng
  static let chap = WordKey(rawValue: 0x632BA9C34C05CC56)  // chạp
  static let mot = WordKey(rawValue: 0x6DC362F2030CB52F)  // một
  static let hai = WordKey(rawValue: 0x68580D192FEF8B11)  // hai
  static let hoc = WordKey(rawValue: 0x684166197E80C79C)  // học
  static let moi = WordKey(rawValue: 0x6DADFAEE960A8676)  // mới
  static let du = WordKey(rawValue: 0x64806765F372E354)  // dự
  static let toan = WordKey(rawValue: 0x7406F1CA1F893945)  // toán
  static let tu = WordKey(rawValue: 0x74EAD36645325558)  // từ
  static let den = WordKey(rawValue: 0x1173F6F52E878B40)  // đến
  static let toi = WordKey(rawValue: 0x74F7FD3D4026C49B)  // tới
  static let het = WordKey(rawValue: 0x68F1E41723236997)  // hết
  static let dau = WordKey(rawValue: 0x117873F5558AE354)  // đầu
  static let giua = WordKey(rawValue: 0x676FE3AEC7595EB3)  // giữa
  static let cuoi = WordKey(rawValue: 0x63745C8B1AD194CE)  // cuối
  static let truoc = WordKey(rawValue: 0x74EE9BF351B57ADF)  // trước
  static let sau = WordKey(rawValue: 0x732D96195CD5EA44)  // sau
  static let va = WordKey(rawValue: 0x760405664ED1405B)  // và
  static let diem = WordKey(rawValue: 0x11AF1FE526178DDC)  // điểm
  static let khoan = WordKey(rawValue: 0x6B5C3BA7D2459776)  // khoản
  static let dieu = WordKey(rawValue: 0x1193F2E5260079AD)  // điều
  static let trong = WordKey(rawValue: 0x747C36A6F60FC3BB)  // trong
  static let doThat = WordKey(rawValue: 0x1134F360CD3215F7)  // đó
  static let so = WordKey(rawValue: 0x732157665E7EAE12)  // số
  static let thu = WordKey(rawValue: 0x74C6223C34314B35)  // thứ
  static let kySign = WordKey(rawValue: 0x6BD69D6636662BB7)  // ký
  static let duoc = WordKey(rawValue: 0x115FA99ADEE02583)  // được
  static let thanh = WordKey(rawValue: 0x74DC31E9DB2CBFD5)  // thành
  static let khen = WordKey(rawValue: 0x6BC977D71D358AD5)  // khen
}
