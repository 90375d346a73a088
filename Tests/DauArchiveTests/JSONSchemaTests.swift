import DauArchive
import DauTestSupport
import Testing

/// The validator of the tests is tested first: what it lets pass proves nothing otherwise.
@Suite struct JSONSchemaTests {
  @Test(arguments: [
    (#"{"type": "integer"}"#, ["1", "1.0", "-3"], ["1.5", "\"1\"", "true", "null"]),
    (#"{"type": ["string", "null"]}"#, ["\"\"", "null"], ["0", "[]", "{}", "false"]),
    (#"{"enum": ["a", null]}"#, ["\"a\"", "null"], ["\"b\"", "0"]),
    (#"{"const": true}"#, ["true"], ["false", "1"]),
    (#"{"pattern": "^[0-9]+$"}"#, ["\"12\"", "12"], ["\"\"", "\"1a\""]),
    (#"{"minLength": 1}"#, ["\"đ\"", "0"], ["\"\""]),
    (#"{"minimum": 0, "maximum": 1}"#, ["0", "0.5", "1", "\"x\""], ["-0.1", "1.001", "2"]),
    (
      #"{"items": {"type": "integer"}, "minItems": 2, "maxItems": 2}"#, ["[1, 2]", "1"],
      ["[1]", "[1, 2, 3]", "[1, \"2\"]"]
    ),
    (#"{"properties": {"a": false}, "required": ["b"]}"#, [#"{"b": 0}"#], ["{}", #"{"a": 1, "b": 0}"#]),
    (#"{"properties": {"a": {}}, "additionalProperties": false}"#, ["{}", #"{"a": 1}"#], [#"{"b": 1}"#]),
    (#"{"allOf": [{"type": "integer"}, {"minimum": 3}]}"#, ["3"], ["2", "3.5"]),
    (#"{"anyOf": [{"type": "null"}, {"minimum": 3}]}"#, ["null", "4"], ["2"]),
    (#"{"oneOf": [{"minimum": 3}, {"maximum": 5}]}"#, ["2", "6"], ["4"]),
    (#"{"not": {"const": 1}}"#, ["2"], ["1"]),
    (#"{"if": {"minimum": 3}, "then": {"maximum": 5}, "else": {"const": 0}}"#, ["4", "0"], ["6", "1"]),
    (##"{"$ref": "#/$defs/n", "$defs": {"n": {"type": "null"}}}"##, ["null"], ["0"]),
    (
      #"{"properties": {"a": {}}, "allOf": [{"if": {"properties": {"a": {"const": 1}}}, "then": {"properties": {"b": {}}}}], "#
        + #""unevaluatedProperties": false}"#,
      [#"{"a": 1, "b": 2}"#, #"{"a": 2}"#], [#"{"a": 2, "b": 2}"#, #"{"a": 1, "c": 0}"#]
    ),
  ])
  func `a keyword accepts and refuses as the standard says`(_ schema: String, _ valid: [String], _ invalid: [String])
    throws
  {
    let schema = try JSONSchema(JSONValue(json: schema))
    for text in valid { #expect(schema.faults(in: try JSONValue(json: text)) == [], "\(text)") }
    for text in invalid { #expect(!schema.faults(in: try JSONValue(json: text)).isEmpty, "\(text)") }
  }

  @Test(arguments: [
    #"{"format": "date"}"#, #"{"properties": {"a": {"minlength": 1}}}"#, ##"{"$ref": "#/$defs/n"}"##,
    #"{"pattern": "("}"#,
    #"{"allOf": []}"#, #"{"$ref": "other.json"}"#,
  ])
  func `a schema that would not be checked whole is refused`(_ schema: String) throws {
    #expect(throws: JSONSchema.Fault.self) { try JSONSchema(JSONValue(json: schema)) }
  }
}
