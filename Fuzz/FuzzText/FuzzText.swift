import DauIngest
import DauText
import FuzzSupport

/// Any bytes as a file of text: decoding, old encodings, repair of signs, normalization.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? TextReader().read(bytes, file: "fuzz") else { return 0 }
  let text = Array(document.text.utf8)
  promise((try? Normalization.isNFC(text.span)) == true, "not in form C")
  promise(!text.contains(0x0D), "a carriage return is left")
  let source = document.original.utf8.count
  var last = 0
  for page in document.pages {
    promise(page.lowerBound >= last && page.upperBound <= text.count, "pages out of order")
    last = page.upperBound
  }
  // Signs without width may be left out anywhere, so what remains need not touch; but it stays in order.
  var (at, front) = (0, 0)
  while at < text.count {
    let range = document.map.sourceRange(of: at..<min(at + 7, text.count))
    promise(range.lowerBound >= front && range.upperBound <= source, "the map leads back or out of the file")
    front = range.lowerBound
    at += 7
  }
  let folded = SearchFolding.fold(text.span)
  let isKnown = SearchFolding.folds(text.span, to: folded.span)
  promise(isKnown, "a text is not known by what it folds to")
  return 0
}
