import DauArchive
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    (#"{"id": 18446744073709551615, "text": "a"}"#, "18446744073709551615"),
    (#"{"text": "a", "id":1.10}"#, "1.10"), (#"{"id":-0.0e+5}"#, "-0.0e+5"), (#"{"id": null}"#, "null"),
    (#"{"id" : "a\"}b\\" , "text": "x"}"#, #""a\"}b\\""#), (#"{"id":[1, {"id": 2}, "]"] }"#, #"[1, {"id": 2}, "]"]"#),
    (#"{"text": "\"id\": 5", "id": {"x": [1,2]}}"#, #"{"x": [1,2]}"#), (#"{"\u0069d": 7}"#, "7"),
    ("\u{FEFF}\t{\"id\":\t7\r}", "7"), (#"{"id": 1, "id": 2}"#, "1"),
  ])
  func `a member is handed over as it is written`(_ text: String, _ expected: String) {
    #expect(JSONText(Array(text.utf8)).member("id") == expected)
  }

  @Test(arguments: ["{}", "[]", "7", "", "{", #"{"ids": 1}"#, #"{"a": {"id": 1}}"#, #"{"a": "id"}"#, #"["id", 1]"#])
  func `what is no member is none`(_ text: String) {
    #expect(JSONText(Array(text.utf8)).member("id") == nil)
  }

  @Test(arguments: [#"{"id"#, #"{"id":"#, #"{"id": ""#, #"{"id": "\"#, #"{"id": [1,"#, #"{"a":1,"#])
  func `a text that is cut off is no crash`(_ text: String) {
    _ = JSONText(Array(text.utf8)).member("id")
  }
}
