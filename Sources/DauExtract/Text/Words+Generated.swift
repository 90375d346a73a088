// Made by '.ci/word-keys'; a test compares each number with the key of its word.

/// Words that readers compare with at every token.
///
/// A key made of a literal is hashed at run time, a static one is checked for being made at each use; a number is neither.
enum Words {
  static let ngay = WordKey(rawValue: 0xB2A388E248912D13)  // ngày
  static let thang = WordKey(rawValue: 0xAE018EE9DB4C7A19)  // tháng
  static let nam = WordKey(rawValue: 0x25DEDF1929654821)  // năm
  static let quy = WordKey(rawValue: 0x1E244F54B29CFFF6)  // quý
  static let mong = WordKey(rawValue: 0x3D3192B110AEA06E)  // mồng
  static let mung = WordKey(rawValue: 0x920C77F2FDBEFB2F)  // mùng
  static let giai = WordKey(rawValue: 0xD018E9722B6594A7)  // giai
  static let doan = WordKey(rawValue: 0x610543D0F68342A5)  // đoạn
  static let nhiem = WordKey(rawValue: 0xBB907B358D04F0DA)  // nhiệm
  static let ky = WordKey(rawValue: 0x3DD6986636662338)  // kỳ
  static let kyIpsilon = WordKey(rawValue: 0x3DD69B6636662851)  // kỷ
  static let nien = WordKey(rawValue: 0x073AFABAB3410878)  // niên
  static let khoa = WordKey(rawValue: 0x432AB9D3BDFC27CE)  // khóa
  static let thoi = WordKey(rawValue: 0x47B334C2F853F5CE)  // thời
  static let thap = WordKey(rawValue: 0x8EC733BCE5DAA33A)  // thập
  static let t = WordKey(rawValue: 0xAF63E94C860202A3)  // t
  static let am = WordKey(rawValue: 0x0A593707B6BF6B58)  // âm
  static let lich = WordKey(rawValue: 0x439466F6E3AF8390)  // lịch
  static let al = WordKey(rawValue: 0x0A593807B6BF6D0B)  // âl
  static let gieng = WordKey(rawValue: 0x294D2002190A1C92)  // giêng
  static let chap = WordKey(rawValue: 0xA72BA9C34C05CC56)  // chạp
  static let mot = WordKey(rawValue: 0x03C362F2030CB52F)  // một
  static let hai = WordKey(rawValue: 0x33580D192FEF8B11)  // hai
  static let hoc = WordKey(rawValue: 0x404166197E80C79C)  // học
  static let moi = WordKey(rawValue: 0xF6ADFAEE960A8676)  // mới
  static let du = WordKey(rawValue: 0xC9806765F372E354)  // dự
  static let toan = WordKey(rawValue: 0xD006F1CA1F893945)  // toán
  static let tu = WordKey(rawValue: 0x57EAD36645325558)  // từ
  static let den = WordKey(rawValue: 0xBD73F6F52E878B40)  // đến
  static let toi = WordKey(rawValue: 0x01F7FD3D4026C49B)  // tới
  static let het = WordKey(rawValue: 0x16F1E41723236997)  // hết
  static let dau = WordKey(rawValue: 0x027873F5558AE354)  // đầu
  static let giua = WordKey(rawValue: 0x006FE3AEC7595EB3)  // giữa
  static let cuoi = WordKey(rawValue: 0x25745C8B1AD194CE)  // cuối
  static let truoc = WordKey(rawValue: 0x1AEE9BF351B57ADF)  // trước
  static let sau = WordKey(rawValue: 0x822D96195CD5EA44)  // sau
  static let va = WordKey(rawValue: 0x690405664ED1405B)  // và
  static let diem = WordKey(rawValue: 0xD3AF1FE526178DDC)  // điểm
  static let khoan = WordKey(rawValue: 0x1C5C3BA7D2459776)  // khoản
  static let dieu = WordKey(rawValue: 0xD393F2E5260079AD)  // điều
  static let trong = WordKey(rawValue: 0x357C36A6F60FC3BB)  // trong
  static let doThat = WordKey(rawValue: 0xB134F360CD3215F7)  // đó
  static let so = WordKey(rawValue: 0x842157665E7EAE12)  // số
  static let thu = WordKey(rawValue: 0x27C6223C34314B35)  // thứ
  static let kySign = WordKey(rawValue: 0x3DD69D6636662BB7)  // ký
  static let duoc = WordKey(rawValue: 0x075FA99ADEE02583)  // được
  static let thanh = WordKey(rawValue: 0xADDC31E9DB2CBFD5)  // thành
  static let khen = WordKey(rawValue: 0xE7C977D71D358AD5)  // khen
}
