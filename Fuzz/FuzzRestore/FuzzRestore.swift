import DauIngest
import DauRestore
import DauText
import FuzzSupport

private let restorer = fromRules { try Restorer(rules: $0) }

/// Any text through restoration: nothing is lost, every word leads back to its source, probabilities are some.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? TextReader().read(bytes, file: "fuzz") else { return 0 }
  let restoration = restorer.restore(document.text, options: RestorationOptions(keptReadings: 2))
  let source = document.text.utf8.count
  let target = restoration.text.utf8.count
  promise(restoration.source.utf8.elementsEqual(document.text.utf8), "the source is another")
  promise(restoration.sourceMap.sourceRange(of: 0..<target) == 0..<source || target == 0, "the map loses the ends")
  promise(
    restoration.text.utf8.count(where: { $0 == 0x0A }) == document.text.utf8.count(where: { $0 == 0x0A }),
    "lines were lost")
  var last = 0
  for word in restoration.words {
    promise(word.target.lowerBound >= last && word.target.upperBound <= target, "words out of order")
    promise(word.source.lowerBound >= 0 && word.source.upperBound <= source, "a source outside of the text")
    promise((0...1).contains(word.confidence), "no probability: \(word.confidence)")
    last = word.target.upperBound
  }
  return 0
}
