import Testing

@testable import DauExtract

@Suite struct DecimalNumberTests {
  @Test(arguments: [("0.50", "0.5"), ("-12.10", "-12.1"), ("007", "7"), ("0", "0"), ("0.05", "0.05"), ("-0.5", "-0.5")])
  func `is written as short as it can be`(_ pair: (String, String)) throws {
    #expect(try #require(DecimalNumber(pair.0)).description == pair.1)
  }

  @Test(arguments: ["", "-", "1,5", "1.2.3", "١", "1e3", ".5"])
  func `refuses what is no decimal number`(_ text: String) { #expect(DecimalNumber(text) == nil) }

  @Test func `a tenth three times is three tenths`() throws {
    let tenth = try #require(DecimalNumber("0.1"))
    let sum = try #require(tenth.adding(tenth)?.adding(tenth))
    #expect(sum == DecimalNumber("0.3"))
  }

  @Test func `division rounds half away from zero`() {
    #expect(DecimalNumber(1).divided(by: DecimalNumber(8), places: 2)?.description == "0.13")
    #expect(DecimalNumber(-1).divided(by: DecimalNumber(8), places: 2)?.description == "-0.13")
    #expect(DecimalNumber(2).divided(by: DecimalNumber(3), places: 4)?.description == "0.6667")
    #expect(DecimalNumber(1).divided(by: .zero, places: 2) == nil)
  }

  @Test func `an overflow is nil, not a trap`() throws {
    let large = try #require(DecimalNumber("99999999999999999999999999999999999999"))
    #expect(large.adding(large) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.scaled(byPowerOfTen: 9) == nil)
    #expect(DecimalNumber("123456789012345678901234567890123456789") == nil)
  }

  @Test func `scaling moves the mark`() throws {
    let number = try #require(DecimalNumber("2817.4"))
    #expect(number.scaled(byPowerOfTen: 9)?.description == "2817400000000")
    #expect(number.scaled(byPowerOfTen: -2)?.description == "28.174")
  }
}
