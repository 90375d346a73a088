import DauExtract
import DauIngest
import FuzzSupport

private let extractor = fromRules { try Extractor(rules: $0) }

/// Any text through extraction: every record quotes the text, in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? TextReader().read(bytes, file: "fuzz") else { return 0 }
  let input = ExtractionInput(documentID: "sha256:00", text: document.text)
  let extraction = extractor.extract(input)
  let scalars = Array(document.text.unicodeScalars)
  var last = 0
  for record in extraction.records {
    promise(record.span.lowerBound >= last && record.span.upperBound <= scalars.count, "records out of order")
    last = record.span.lowerBound
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[record.span])
    promise(String(view).utf8.elementsEqual(record.text.utf8), "a record that does not quote the text")
    promise((0...1).contains(record.confidence), "no probability: \(record.confidence)")
  }
  var lines = 0
  let count = extractor.writeJSONLines(of: input) { line in
    for at in line.indices where line[at] == 0x0A { lines += 1 }
  }
  promise(count == extraction.records.count && lines == count + 1, "a torn line")
  return 0
}
