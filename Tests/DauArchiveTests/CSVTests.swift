import DauArchive
import DauTestSupport
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+84 25", "'+84 25"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("-7.3", "-7.3"), ("+5", "+5"), ("-", "'-"), ("Bằng khen", "Bằng khen"), ("a=b", "a=b"), ("", ""),
  ])
  func `cells that spreadsheets would run are disarmed`(_ cell: String, _ expected: String) {
    expectSameBytes(CSV().row([cell]), expected + "\r\n")
    expectSameBytes(CSV(guardsFormulas: false).row([cell]), cell + "\r\n")
  }

  @Test(arguments: [
    (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["say \"x\""], "\"say \"\"x\"\"\"\r\n"),
    (["a\nb"], "\"a\nb\"\r\n"), (["\"\u{301}"], "\"\"\"\u{301}\"\r\n"), (["=a,b"], "\"'=a,b\"\r\n"),
  ])
  func `cells are quoted where they must be`(_ cells: [String], _ expected: String) {
    expectSameBytes(CSV().row(cells), expected)
    expectSameBytes(CSV().header(cells), expected)
    expectSameBytes(CSV(marksEncoding: true).header(cells), "\u{FEFF}" + expected)
    expectSameBytes(CSV(marksEncoding: true).row(cells), expected)
  }
}
